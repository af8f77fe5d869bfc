// machine.Timer: calls a function after a time, once or again and again.
//
// Timers 0 and up are the chip's; Timer(-1) is a software timer, which takes a free unit when it
// starts and gives it back when it ends. A running timer stands in the table and so stays alive.
#include "machine/state.hpp"
#include "machine/types.hpp"

namespace krait {

namespace {

constinit const ModuleDef kTimerTable{"machine.Timer"_sym, {}};
constexpr isize kOneShot = 0, kPeriodic = 1, kVirtual = -1;

struct Timer : Object {
    static constexpr const BuiltinType& kType = kTimerType;
    i16 id;    // as the script gave it
    i16 unit;  // of hal::Timers; -1: not running
    bool periodic;
    u64 period_us;
    Value callback;
};

hal::Timers& timers_of(Interp& in) { return *in.board()->timers(); }

void stop(Interp& in, Timer* timer) {
    if (timer->unit < 0) return;
    const auto unit = static_cast<u8>(timer->unit);
    timers_of(in).stop(unit);
    timer->unit = -1;
    if (timer->id >= 0) return;  // Timer(0) is always the same object
    static_cast<ValueArray*>(in.module_state(kTimerTable).object())->items[unit] = Value();
}

Status serve_timer(Interp& in, hal::EventId source, u32) {
    const Value v = object_in_table(in, kTimerTable, source.unit);
    if (!v) return kOk;
    Timer* timer = as<Timer>(v);
    if (timer->unit != source.unit) return kOk;  // stopped meanwhile
    if (!timer->periodic) stop(in, timer);
    return is_none(timer->callback) ? Status(kOk)
                                    : in.scheduler()->run_callback(timer->callback, v);
}

// A unit for the timer: its own, or a free software one.
Result<isize> choose_unit(Interp& in, Timer* timer, ValueArray* table) {
    if (timer->id >= 0) return isize{timer->id};
    for (usize unit = timers_of(in).hardware_count(); unit < table->capacity; ++unit)
        if (!table->items[unit]) return static_cast<isize>(unit);
    return raise(in, kRuntimeError, "too many timers");
}

Status start(Interp& in, Timer* timer, bool hard) {
    in.scheduler()->set_handler(hal::EventKind::Timer, serve_timer);
    ValueArray* table = KRAIT_TRY(object_table(in, kTimerTable, timers_of(in).count()));
    const isize unit = KRAIT_TRY(choose_unit(in, timer, table));
    const auto u = static_cast<u8>(unit);
    if (!timers_of(in).start(u, timer->period_us, timer->periodic, hard).is_ok())
        return raise(in, kValueError, "invalid period");
    timer->unit = static_cast<i16>(unit);
    in.heap().write(table->items[unit], Value(timer));
    return kOk;
}

Status period_of(Interp& in, Value freq, isize period, isize tick_hz, u64& us) {
    if (!is_none(freq) && !(freq == Value::from_int(-1))) {
        Float hz = 0;
        KRAIT_TRY(to_float(in, freq, hz));
        if (!(hz > 0)) return raise(in, kValueError, "invalid freq");
        us = static_cast<u64>(Float(1e6) / hz);
    } else {
        if (period < 0 || tick_hz <= 0) return raise(in, kValueError, "invalid period");
        us = static_cast<u64>(period) * 1'000'000 / static_cast<u64>(tick_hz);
    }
    us = std::max<u64>(us, 1);
    return kOk;
}

Status timer_init(Interp& in, Timer* self, isize mode, Value freq, isize period, isize tick_hz,
                  Value callback, bool hard) {
    if (mode != kOneShot && mode != kPeriodic) return raise(in, kValueError, "invalid mode");
    if (!is_none(callback) && !is_callable(callback))
        return raise(in, kTypeError, "callback must be None or callable");
    u64 us = 0;
    KRAIT_TRY(period_of(in, freq, period, tick_hz, us));
    stop(in, self);
    self->periodic = mode == kPeriodic;
    self->period_us = us;
    in.heap().write(self->callback, callback);
    return start(in, self, hard);
}

Value timer_construct(Interp& in, const Type*, const CallArgs& args) {
    Value id_value = Value::from_int(kVirtual);
    hal::Timers* timers = KRAIT_TRY(need_part(in, in.board()->timers()));
    const Value* values = args.values;
    u32 positional = args.positional;
    if (positional > 0) {
        id_value = *values++;
        --positional;
    }
    const isize id = KRAIT_TRY(to_index(in, id_value));
    if (id < kVirtual || id >= timers->hardware_count())
        return raise(in, kValueError, "invalid Timer number");
    ValueArray* table = KRAIT_TRY(object_table(in, kTimerTable, timers->count()));
    Value timer = id >= 0 ? table->items[id] : Value();
    if (!timer) {
        auto* fresh = KRAIT_TRY(in.make<Timer>());
        fresh->id = static_cast<i16>(id);
        fresh->unit = -1;
        fresh->callback = none();
        timer = fresh;
        if (id >= 0) in.heap().write(table->items[id], timer);
    }
    if (positional == 0 && args.named == 0) return timer;
    const Value init = KRAIT_TRY(get_attr(in, timer, "init"_sym));
    (void)KRAIT_TRY(call(in, init, CallArgs{values, positional, args.named, args.names}));
    return timer;
}

void timer_deinit(Interp& in, Timer* self) { stop(in, self); }

i64 timer_value(Interp& in, Timer* self) {
    if (self->unit < 0) return 0;
    return static_cast<i64>(timers_of(in).elapsed_us(static_cast<u8>(self->unit)) / 1000);
}

Value timer_repr(Interp& in, Value v) {
    const Timer* self = as<Timer>(v);
    return format_str(in, "Timer({}, mode={}, period={})", self->id,
                      self->periodic ? "PERIODIC" : "ONE_SHOT", self->period_us / 1000)
        .take();
}
void timer_trace(Object* o, Marker& m) { m.value(static_cast<Timer*>(o)->callback); }

constexpr Row kRows[] = {
    def<"init(self, *, mode=1, freq=None, period=-1, tick_hz=1000, callback=None, hard=False)",
        timer_init>,
    def<"deinit(self, /)", timer_deinit>,
    def<"value(self, /)", timer_value>,
    constant<"ONE_SHOT">(kOneShot),
    constant<"PERIODIC">(kPeriodic),
};
constexpr Slots kSlots{.repr = timer_repr, .construct = timer_construct, .trace = timer_trace};

}  // namespace

constinit const BuiltinType kTimerType{
    {.name = "Timer"_sym, .slots = &kSlots, .rows = kRows, .flags = kFinal, .size = sizeof(Timer)}};

}  // namespace krait
