#include "machine/timer.hpp"

#include "core/bind.hpp"
#include "core/shape.hpp"

namespace krait {

namespace {

constexpr int kOneShot = 0, kPeriodic = 1;

hal::Timers& hardware(Interp& in) { return *in.board()->timers(); }

// Ends it; a software unit is free again.
Status timer_deinit(Interp& in, Timer* self) {
    if (self->unit < 0) return kOk;
    MachineState* state = KRAIT_TRY(machine_state(in));
    hardware(in).stop(static_cast<u8>(self->unit));
    if (self->id < 0) state->timers->items[self->unit] = Value();
    self->unit = -1;
    return kOk;
}

// The unit for this timer. The one of a hardware timer is taken from whoever has it.
Result<isize> take_unit(Interp& in, Timer* self) {
    MachineState* state = KRAIT_TRY(machine_state(in));
    if (self->id >= 0) {
        if (Timer* before = as_if<Timer>(state->timers->items[self->id]))
            KRAIT_TRY(timer_deinit(in, before));
        return self->id;
    }
    for (isize unit = hardware(in).hardware_count(); unit < hardware(in).count(); ++unit)
        if (!state->timers->items[unit]) return unit;
    return raise_os_error(in, error::kENOMEM);
}

// Microseconds, from `freq` in Hz or `period` in ticks of tick_hz.
Status read_period(Interp& in, Value freq, Value period, isize tick_hz, u64& out) {
    Float us = 0;
    if (!is_left_out(freq)) {
        KRAIT_TRY(to_float(in, freq, us));
        us = us > 0 ? Float(1e6) / us : 0;
    } else if (!is_left_out(period)) {
        if (tick_hz <= 0) return raise(in, kValueError, "tick_hz must be positive");
        if (period.is_int() && period.as_int() > 0) {
            out = static_cast<u64>(period.as_int()) * 1'000'000 / static_cast<u64>(tick_hz);
            if (out > 0) return kOk;
        }
        KRAIT_TRY(to_float(in, period, us));
        us = us * Float(1e6) / static_cast<Float>(tick_hz);
    } else {
        return raise(in, kValueError, "freq or period is needed");
    }
    if (!(us >= 1 && us < Float(1e15))) return raise(in, kValueError, "invalid period");
    out = static_cast<u64>(us + Float(0.5));
    return kOk;
}

Status timer_init(Interp& in, Timer* self, isize mode, Value freq, Value period, Value callback,
                  bool hard, isize tick_hz) {
    u64 us = 0;
    KRAIT_TRY(read_period(in, freq, period, tick_hz, us));
    if (mode != kOneShot && mode != kPeriodic) return raise(in, kValueError, "invalid mode");
    if (!is_none(callback) && !is_callable(callback))
        return raise(in, kTypeError, "callback must be None or callable");
    KRAIT_TRY(timer_deinit(in, self));
    const isize unit = KRAIT_TRY(take_unit(in, self));
    const auto started = hardware(in).start(static_cast<u8>(unit), us, mode == kPeriodic, hard);
    if (!started.is_ok()) return raise(in, kValueError, "invalid period");
    MachineState* state = KRAIT_TRY(machine_state(in));
    in.heap().write(state->timers->items[unit], Value(self));
    in.heap().write(self->callback, callback);
    self->unit = unit;
    self->is_periodic = mode == kPeriodic;
    return kOk;
}

Result<Timer*> get_timer(Interp& in, const Type* cls, isize id) {
    MachineState* state = KRAIT_TRY(machine_state(in));
    const bool is_shared = cls == &Timer::kType && id >= 0;
    Timer* there = is_shared ? as_if<Timer>(state->timers->items[id]) : nullptr;
    if (there) return there;
    Timer* self = KRAIT_TRY(make_instance<Timer>(in, cls));
    self->id = id;
    self->unit = -1;
    self->callback = none();
    if (is_shared) in.heap().write(state->timers->items[id], Value(self));
    return self;
}

Value timer_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize id, mode, tick_hz;
    Value freq, period, callback;
    bool hard;
    KRAIT_TRY((parse_args<"(id=-1, *, mode=1, freq=-1, period=-1, callback=None, hard=False, "
                          "tick_hz=1000)">(in, "Timer"_sym, args, id, mode, freq, period, callback,
                                           hard, tick_hz)));
    hal::Timers& timers = *KRAIT_TRY(need_part(in, in.board()->timers(), "timers"));
    if (id < -1 || id >= timers.hardware_count())
        return raise(in, kValueError, "invalid Timer number");
    Timer* self = KRAIT_TRY(get_timer(in, cls, id));
    const bool starts = args.named > 0 && !(is_left_out(freq) && is_left_out(period));
    if (starts) KRAIT_TRY(timer_init(in, self, mode, freq, period, callback, hard, tick_hz));
    return self;
}

// Milliseconds since the running period began.
isize timer_value(Interp& in, Timer* self) {
    if (self->unit < 0) return 0;
    return static_cast<isize>(hardware(in).elapsed_us(static_cast<u8>(self->unit)) / 1000);
}

Value timer_repr(Interp& in, Value value) {
    return KRAIT_TRY(format_str(in, "Timer({})", as<Timer>(value)->id));
}

void timer_trace(Object* o, Marker& m) { m.value(static_cast<Timer*>(o)->callback); }

constexpr Row kRows[] = {
    def<"init(self, *, mode=1, freq=-1, period=-1, callback=None, hard=False, tick_hz=1000)",
        timer_init>,
    def<"deinit(self)", timer_deinit>,
    def<"value(self)", timer_value>,
    constant<"ONE_SHOT">(kOneShot),
    constant<"PERIODIC">(kPeriodic),
};
constexpr Slots kSlots{.repr = timer_repr, .construct = timer_construct, .trace = timer_trace};

}  // namespace

constinit const BuiltinType Timer::kType{
    {.name = "Timer"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(Timer)}};

Status serve_timer(Interp& in, hal::EventId source, u32) {
    MachineState* state = KRAIT_TRY(machine_state(in));
    Timer* self = as_if<Timer>(state->timers->items[source.unit]);
    if (!self || self->unit != source.unit) return kOk;  // stopped meanwhile
    const Value callback = self->callback;
    if (!self->is_periodic) KRAIT_TRY(timer_deinit(in, self));
    if (is_none(callback)) return kOk;
    return in.scheduler()->run_callback(callback, self);
}

}  // namespace krait
