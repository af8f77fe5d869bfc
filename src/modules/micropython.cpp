// The micropython module: constants, scheduling, and a look inside.
#include <algorithm>

#include "core/bind.hpp"
#include "core/scheduler.hpp"
#include "core/str_builder.hpp"
#include "modules/console.hpp"
#include "modules/modules.hpp"
#include "vm/vm.hpp"

namespace krait {

namespace {

Value micropython_const(Value expression) { return expression; }
// What `@micropython.native` is when it is reached under another name: it changes no semantics.
// Viper does, and so has no such form.
Value micropython_emitter(Value function) { return function; }

Value micropython_opt_level(Interp& in, Value level) {
    if (!level) return Value::from_int(in.optimization());
    const isize wanted = KRAIT_TRY(to_index(in, level));
    in.set_optimization(static_cast<u8>(std::clamp<isize>(wanted, 0, 3)));
    return none();
}

Status micropython_schedule(Interp& in, Value function, Value argument) {
    return in.scheduler()->schedule(function, argument);
}

Status micropython_mem_info(Interp& in, Value) {
    const HeapStats s = in.heap().stats();
    Str* text = KRAIT_TRY(format_str(
        in, "heap: total {}, used {}, free {}, largest free run {}\ncollections: {}, slices {}\n",
        s.total, s.used, s.free, s.largest_free, s.collections, s.slices));
    return write_text(in, current_stream(in, "stdout"_sym, kStdout), text);
}

void micropython_ignore(Value) {}
void micropython_heap_lock(Interp& in) { in.heap().lock(); }
// How many locks are left.
isize micropython_heap_unlock(Interp& in) {
    if (in.heap().is_locked()) in.unlock_heap();
    return in.heap().locks();
}
isize micropython_heap_locked(Interp& in) { return in.heap().locks(); }

Status micropython_emergency(Interp& in, isize size) {
    if (size < 0) return raise(in, kValueError, "size must not be negative");
    return in.reserve_emergency(static_cast<usize>(size));
}

isize micropython_stack_use(Interp& in) {
    return in.vm().frame() ? static_cast<isize>(in.vm().frame()->depth) : 0;
}

Value micropython_mem_total(Interp& in) {
    return new_int_unsigned(in, in.heap().stats().allocated);
}
Value micropython_mem_current(Interp& in) { return new_int_unsigned(in, in.heap().stats().used); }
Value micropython_mem_peak(Interp& in) { return new_int_unsigned(in, in.heap().stats().peak); }

// With None: as if the interrupt character had come in; schedule(kbd_intr, None) interrupts the
// program once the callbacks are done.
Status micropython_kbd_intr(Interp& in, Value chr) {
    if (is_none(chr)) {
        in.request(kReasonInterrupt);
        return kOk;
    }
    const isize character = KRAIT_TRY(to_index(in, chr));
    if (character < -1 || character > 255) return raise(in, kValueError, "bad character");
    in.board()->console().set_interrupt_char(static_cast<i32>(character));
    return kOk;
}

constexpr Row kRows[] = {
    def<"const(expression, /)", micropython_const>,
    def<"opt_level(level=..., /)", micropython_opt_level>,
    def<"schedule(function, argument, /)", micropython_schedule>,
    def<"mem_info(verbose=None, /)", micropython_mem_info>,
    def<"mem_total()", micropython_mem_total>,
    def<"mem_current()", micropython_mem_current>,
    def<"mem_peak()", micropython_mem_peak>,
    constant<"RingIO">(&kRingIoType),
    def<"qstr_info(verbose=None, /)", micropython_ignore>,
    def<"alloc_emergency_exception_buf(size, /)", micropython_emergency>,
    def<"heap_lock()", micropython_heap_lock>,
    def<"heap_unlock()", micropython_heap_unlock>,
    def<"heap_locked()", micropython_heap_locked>,
    def<"stack_use()", micropython_stack_use>,
    def<"kbd_intr(chr, /)", micropython_kbd_intr>,
    def<"native(function, /)", micropython_emitter>,
    def<"bytecode(function, /)", micropython_emitter>,
};

}  // namespace

constinit const ModuleDef kMicropythonModule{.name = "micropython"_sym, .rows = kRows};

}  // namespace krait
