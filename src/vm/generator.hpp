// Generators, coroutines and async generators: a suspended frame with its own registers.
#pragma once

#include "vm/frame.hpp"

namespace krait {

// Pended: as Created or Suspended, but what resumes it next raises an exception (pend_throw).
enum class GeneratorState : u8 { Created, Suspended, Running, Finished, Pended };

struct Generator : Object {
    static const BuiltinType kType;
    Function* function;
    const u8* pc;  // where to go on: Created: the start; else the Yield or YieldFrom
    Str* name;
    Str* qualname;
    GeneratorState state;
    bool closing;   // aclose() or athrow() runs (async generators)
    bool handling;  // stands inside an except or finally clause
    u32 count;      // registers
    // While `handling`: suspended: the exception being handled; running: the one its resumer
    // handles. push_generator() and the loop's suspension exchange it with the interpreter's.
    // Pended: the exception to be raised; while `handling` a tuple of both.
    Value handled;

    Value* registers() { return reinterpret_cast<Value*>(this + 1); }
    const Value* registers() const { return reinterpret_cast<const Value*>(this + 1); }
};

// The same struct under the types of coroutines and asynchronous generators.
struct Coroutine : Generator {
    static const BuiltinType kType;
};
struct AsyncGenerator : Generator {
    static const BuiltinType kType;
};

// Makes the object of a call to a generator function; the arguments are already in `registers`.
Result<Generator*> new_generator(Interp&, Function*, const Value* registers);

// Runs until the next yield. The yielded value, done() when it returned (the value returned is then
// the interpreter's stop value), or empty. `send` is None or the value that yield gives inside.
Value generator_send(Interp&, Generator*, Value send);
// Raises the pending exception at the place where it stands suspended; result as above.
Value generator_throw(Interp&, Generator*, Value exception);
// The exception that throw(type, value) means; TypeError if it is none.
Value exception_to_throw(Interp&, Value type, Value value);
// Throws GeneratorExit into it.
Status generator_close(Interp&, Generator*);

// One step of any iterator that is delegated to: next() or its send method. done(): it ended with
// the interpreter's stop value.
Value generator_send_any(Interp&, Value iterator, Value sent);
// Throws into an iterator that is delegated to: its throw method if it has one, with `exception` as
// it was given to the outer throw() (close() for
// GeneratorExit, which then goes on). As generator_send_any().
Value delegate_throw(Interp&, Value iterator, Value exception);
// PEP 479: a StopIteration that escapes from a generator is a RuntimeError.
void stop_iteration_to_runtime_error(Interp&, const Code* code);

// What `await` and `yield from` use: the iterator behind an awaitable, or TypeError.
Value get_awaitable(Interp&, Value awaitable);
Value get_async_iter(Interp&, Value iterable);
Value get_async_next(Interp&, Value iterator);
inline bool is_exact_type(Value v, const BuiltinType& type) {
    return v.is_object() && v.object()->shape == type.shape();
}
Value coroutine_await(Interp&, Value coroutine);  // coroutine.__await__()
bool is_coroutine(Value v);
bool is_generator(Value v);  // exactly a generator or a coroutine: the loop runs it inline
Value await_async_generator(Interp&, Value generator);
// What an async generator yields to its awaiter, told from what it awaits.
Value wrap_async_yield(Interp&, Value v);

}  // namespace krait
