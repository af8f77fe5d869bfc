// The _thread module: starting threads, and locks (lock.cpp). `threading` is written above it, in
// Python.
//
// Differs: the least stack is the port's; a smaller one that is asked for becomes that, and is no
// ValueError, as scripts written for microcontrollers ask for what would do there.
#include "core/bind.hpp"
#include "core/str_builder.hpp"
#include "modules/console.hpp"
#include "modules/modules.hpp"
#include "modules/thread/lock.hpp"
#include "vm/traceback.hpp"

namespace krait {

namespace {

Result<Threads*> need_threads(Interp& in) {
    if (in.threads()) return in.threads();
    return raise(in, kRuntimeError, "can't start new thread: the board has none");
}

// As MicroPython words it; threading's threads have a hook of their own.
void report_error(Interp& in, Value exception, Value function) {
    StrBuilder out(in);
    if (out.append("Unhandled exception in thread started by ") && out.append_repr(function) &&
        out.append("\n") && format_exception(in, exception, out, TracebackStyle::Brief))
        return (void)console_write(in, ConsoleEnd::Error, out.view());
    (void)in.take_pending();
    print_exception(in, exception);
}

Value thread_start(Interp& in, Value function, Value args, Value kwargs) {
    Threads* threads = KRAIT_TRY(need_threads(in));
    if (!is_callable(function)) return raise(in, kTypeError, "first arg must be callable");
    if (!is<Tuple>(args)) return raise(in, kTypeError, "2nd arg must be a tuple");
    if (kwargs && !is<Dict>(kwargs))
        return raise(in, kTypeError, "optional 3rd arg must be a dictionary");
    threads->set_error_hook(report_error);
    const Thread* thread =
        KRAIT_TRY(threads->start(function, as<Tuple>(args), kwargs ? as<Dict>(kwargs) : nullptr));
    return new_int_unsigned(in, thread->ident);
}

Value thread_get_ident(Interp& in) {
    const Thread* thread = KRAIT_TRY(KRAIT_TRY(need_threads(in))->current());
    return new_int_unsigned(in, thread->ident);
}

Status thread_exit(Interp& in) { return raise_args(in, kSystemExit, {}); }

Value thread_allocate_lock(Interp& in) { return KRAIT_TRY(in.make<Lock>()); }

Result<isize> thread_stack_size(Interp& in, isize size) {
    Threads* threads = KRAIT_TRY(need_threads(in));
    if (size < 0) return raise(in, kValueError, "size must be 0 or a positive value");
    const usize before = threads->stack_bytes();
    threads->set_stack_bytes(static_cast<usize>(size));
    return static_cast<isize>(before);
}

Status thread_interrupt_main(Interp& in, isize) {
    KRAIT_TRY(need_threads(in))->interrupt_main();
    return kOk;
}

// Of those started here, and the main one.
Result<isize> thread_count(Interp& in) {
    return static_cast<isize>(KRAIT_TRY(need_threads(in))->count()) - 1;
}

// Of the threads that have not ended.
Value thread_idents(Interp& in) {
    Threads* threads = KRAIT_TRY(need_threads(in));
    (void)KRAIT_TRY(threads->current());
    List* idents = KRAIT_TRY(new_list(in));
    for (const Thread* t = threads->first(); t; t = t->next)
        KRAIT_TRY(list_append(in, idents, KRAIT_TRY(new_int_unsigned(in, t->ident))));
    return idents;
}

// A dict of the running thread's own: what libraries keep for it.
Value thread_locals(Interp& in) {
    Thread* thread = KRAIT_TRY(KRAIT_TRY(need_threads(in))->current());
    if (!thread->locals) in.heap().write(thread->locals, KRAIT_TRY(new_dict(in)));
    return thread->locals;
}

constexpr Row kRows[] = {
    def<"start_new_thread(function, args, kwargs=..., /)", thread_start>,
    alias<"start_new">(def<"start_new_thread(function, args, kwargs=..., /)", thread_start>),
    def<"get_ident()", thread_get_ident>,
    alias<"get_native_id">(def<"get_ident()", thread_get_ident>),
    def<"exit()", thread_exit>,
    alias<"exit_thread">(def<"exit()", thread_exit>),
    def<"allocate_lock()", thread_allocate_lock>,
    alias<"allocate">(def<"allocate_lock()", thread_allocate_lock>),
    def<"stack_size(size=0, /)", thread_stack_size>,
    def<"interrupt_main(signum=2, /)", thread_interrupt_main>,
    def<"_count()", thread_count>,
    def<"_idents()", thread_idents>,
    def<"_locals()", thread_locals>,
    constant<"LockType">(&Lock::kType),
    constant<"RLock">(&RLock::kType),
    constant<"error">(&kRuntimeError),
    constant<"TIMEOUT_MAX">(4294967),
};

}  // namespace

constinit const ModuleDef kThreadModule{.name = "_thread"_sym, .rows = kRows};

}  // namespace krait
