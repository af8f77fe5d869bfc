// Async generators: asend(), athrow(), aclose(), and what `async for` needs.
//
// An async generator yields for two reasons: to its own awaiter (a value of `yield`, wrapped in an
// AsyncValue by the loop) and to the event loop (whatever an `await` inside passes on, unwrapped).
// Each step is an awaitable object (AsyncStep) that resumes the generator until it produces a
// wrapped value, which then ends the step's own iteration as its result.
//
// MicroPython has no async generators: its drivers write `yield` in an async function to pass
// something on to the event loop. Awaiting an async generator, an error in CPython, does that: one
// step that goes on to the generator's end, unwraps what is yielded, and has its return value.
#include "core/bind.hpp"
#include "vm/frame_object.hpp"
#include "vm/generator.hpp"

namespace krait {

namespace {

struct AsyncValue : Object {
    static const BuiltinType kType;
    Value value;
};

struct AsyncStep : Object {
    static const BuiltinType kType;
    enum class Kind : u8 { Send, Throw, Close, Await };
    Generator* generator;
    Value argument;  // sent, or the exception to throw
    Kind kind;
    bool started, finished;
};

AsyncStep* step_of(Value v) { return static_cast<AsyncStep*>(v.object()); }

// The end of a step: its result, seen as the value of the await expression.
Value finish(Interp& in, AsyncStep* step, Value result) {
    step->finished = true;
    in.vm().set_stop_value(result);
    return done();
}

// What the generator did, as the step's next item.
Value settle(Interp& in, AsyncStep* step, Value result) {
    const bool closing = step->kind == AsyncStep::Kind::Close;
    const bool awaited = step->kind == AsyncStep::Kind::Await;
    if (!result) {
        step->finished = true;
        if (closing && (is_instance(in.pending(), &kStopAsyncIteration) ||
                        is_instance(in.pending(), &kGeneratorExit))) {
            (void)in.take_pending();
            return finish(in, step, none());
        }
        return {};
    }
    if (is_done(result)) {
        Value returned = in.vm().take_stop_value();
        if (awaited) return finish(in, step, returned);
        if (closing) return finish(in, step, none());
        step->finished = true;
        return raise_args(in, kStopAsyncIteration, {});
    }
    if (is_exact<AsyncValue>(result)) {
        if (awaited) return as<AsyncValue>(result)->value;
        if (closing) {
            step->finished = true;
            return raise(in, kRuntimeError, "async generator ignored GeneratorExit");
        }
        return finish(in, step, as<AsyncValue>(result)->value);
    }
    return result;
}

Value step_resume(Interp& in, AsyncStep* step, Value sent, Value thrown) {
    if (step->finished)
        return raise(in, kRuntimeError, "cannot reuse already awaited asynchronous generator step");
    Generator* g = step->generator;
    if (thrown) {
        step->started = true;
        return settle(in, step, generator_throw(in, g, thrown));
    }
    if (step->started) return settle(in, step, generator_send(in, g, sent));
    step->started = true;
    if (step->kind == AsyncStep::Kind::Send || step->kind == AsyncStep::Kind::Await)
        return settle(in, step, generator_send(in, g, step->argument));
    if (step->kind == AsyncStep::Kind::Close && g->state != GeneratorState::Suspended) {
        if (g->state == GeneratorState::Created) g->state = GeneratorState::Finished;
        return finish(in, step, none());
    }
    if (g->state == GeneratorState::Finished)
        return settle(in, step, raise_value(in, step->argument));
    return settle(in, step, generator_throw(in, g, step->argument));
}

Value step_next(Interp& in, Value self) { return step_resume(in, step_of(self), none(), Value()); }

Value to_python(Interp& in, Value result) {
    if (!result || !is_done(result)) return result;
    return raise_stop_iteration(in, in.vm().take_stop_value());
}

static Value step_send(Interp& in, AsyncStep* self, Value v) {
    return to_python(in, step_resume(in, self, v, Value()));
}
static Value step_throw(Interp& in, AsyncStep* self, Value exception, Value value, Value) {
    exception = KRAIT_TRY(exception_to_throw(in, exception, value));
    return to_python(in, step_resume(in, self, none(), exception));
}
static void step_close(AsyncStep* self) { self->finished = true; }
static Value step_await(AsyncStep* self) { return self; }

void step_trace(Object* o, Marker& m) {
    m.object(static_cast<AsyncStep*>(o)->generator);
    m.value(static_cast<AsyncStep*>(o)->argument);
}

constexpr Slots kStepSlots{
    .iter = [](Interp&, Value self) { return self; }, .next = step_next, .trace = step_trace};
constexpr Row kStepRows[] = {
    def<"send(self, value, /)", step_send>,
    def<"throw(self, type, value=..., traceback=..., /)", step_throw>,
    def<"close(self)", step_close>,
    def<"__await__(self)", step_await>,
};
constexpr Slots kAsyncValueSlots{
    .trace = [](Object* o, Marker& m) { m.value(static_cast<AsyncValue*>(o)->value); }};

}  // namespace

constinit const BuiltinType AsyncStep::kType{{.name = "async_generator_step"_sym,
                                              .slots = &kStepSlots,
                                              .rows = kStepRows,
                                              .flags = kFinal | kAbstractBase,
                                              .size = sizeof(AsyncStep)}};
constinit const BuiltinType AsyncValue::kType{{.name = "async_generator_value"_sym,
                                               .slots = &kAsyncValueSlots,
                                               .flags = kFinal | kAbstractBase,
                                               .size = sizeof(AsyncValue)}};

namespace {

Value new_step(Interp& in, Generator* g, AsyncStep::Kind kind, Value argument) {
    auto* step = KRAIT_TRY(in.make<AsyncStep>());
    step->generator = g;
    step->kind = kind;
    step->argument = argument;
    return step;
}

static Value async_anext(Interp& in, Value self) {
    return new_step(in, static_cast<Generator*>(self.object()), AsyncStep::Kind::Send, none());
}
static Value async_asend(Interp& in, Value self, Value v) {
    return new_step(in, static_cast<Generator*>(self.object()), AsyncStep::Kind::Send, v);
}
static Value async_athrow(Interp& in, Value self, Value exception, Value value, Value) {
    exception = KRAIT_TRY(exception_to_throw(in, exception, value));
    return new_step(in, static_cast<Generator*>(self.object()), AsyncStep::Kind::Throw, exception);
}
static Value async_aclose(Interp& in, Value self) {
    Value exit = KRAIT_TRY(call(in, Value(&kGeneratorExit)));
    return new_step(in, static_cast<Generator*>(self.object()), AsyncStep::Kind::Close, exit);
}
static Value async_aiter(Value self) { return self; }

void trace(Object* o, Marker& m) {
    auto* g = static_cast<Generator*>(o);
    m.object(g->function);
    m.object(g->name);
    m.object(g->qualname);
    m.value(g->handled);
    if (g->state != GeneratorState::Running) m.values(g->registers(), g->count);
}

Value get_name(Interp&, Value self) { return static_cast<Generator*>(self.object())->name; }
Value get_qualname(Interp&, Value self) { return static_cast<Generator*>(self.object())->qualname; }
Value get_running(Interp&, Value self) {
    return from_bool(static_cast<Generator*>(self.object())->state == GeneratorState::Running);
}

Value get_code(Interp&, Value self) {
    return static_cast<Generator*>(self.object())->function->code;
}
Value get_frame(Interp& in, Value self) {
    auto* g = static_cast<Generator*>(self.object());
    if (g->state == GeneratorState::Finished) return none();
    return KRAIT_TRY(generator_frame_object(in, g));
}

constexpr Slots kAsyncGeneratorSlots{.trace = trace};
constexpr Row kAsyncGeneratorRows[] = {
    def<"__anext__(self, /)", async_anext>,
    def<"asend(self, value, /)", async_asend>,
    def<"athrow(self, type, value=..., traceback=..., /)", async_athrow>,
    def<"aclose(self, /)", async_aclose>,
    def<"__aiter__(self, /)", async_aiter>,
    getter<"__name__", get_name>,
    getter<"__qualname__", get_qualname>,
    getter<"ag_running", get_running>,
    getter<"ag_code", get_code>,
    getter<"ag_frame", get_frame>,
};

}  // namespace

constinit const BuiltinType AsyncGenerator::kType{{.name = "async_generator"_sym,
                                                   .slots = &kAsyncGeneratorSlots,
                                                   .rows = kAsyncGeneratorRows,
                                                   .flags = kFinal | kAbstractBase,
                                                   .size = sizeof(Generator),
                                                   .layout = &Generator::kType}};

Value await_async_generator(Interp& in, Value generator) {
    return new_step(in, static_cast<Generator*>(generator.object()), AsyncStep::Kind::Await,
                    none());
}

Value wrap_async_yield(Interp& in, Value v) {
    auto* wrapped = KRAIT_TRY(in.make<AsyncValue>());
    wrapped->value = v;
    return wrapped;
}

Value get_async_iter(Interp& in, Value iterable) {
    if (is_exact_type(iterable, AsyncGenerator::kType)) return iterable;
    Value method = find_special(type_of(iterable), "__aiter__"_sym);
    if (is_done(method))
        return raise(in, kTypeError, "'async for' requires an object with __aiter__ method, got {}",
                     TextArg::type_name(iterable));
    Value iterator = KRAIT_TRY(call(in, method, iterable));
    if (is_done(find_special(type_of(iterator), "__anext__"_sym)))
        return raise(in, kTypeError,
                     "'async for' received an object from __aiter__ that does not implement "
                     "__anext__: {}",
                     TextArg::type_name(iterator));
    return iterator;
}

Value get_async_next(Interp& in, Value iterator) {
    if (is_exact_type(iterator, AsyncGenerator::kType)) return async_anext(in, iterator);
    Value method = find_special(type_of(iterator), "__anext__"_sym);
    if (is_done(method))
        return raise(in, kTypeError,
                     "'async for' requires an iterator with __anext__ method, got {}",
                     TextArg::type_name(iterator));
    return get_awaitable(in, KRAIT_TRY(call(in, method, iterator)));
}

}  // namespace krait
