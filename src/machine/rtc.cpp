// machine.RTC: the date, a little memory that survives resets, and an alarm.
#include "base/calendar.hpp"
#include "machine/state.hpp"
#include "machine/types.hpp"

namespace krait {

namespace {

constinit const ModuleDef kRtcTable{"machine.RTC"_sym, {}};
constexpr i64 kNsPerSecond = 1'000'000'000;
constexpr isize kAlarm0 = 0;

struct Rtc : Object {
    static constexpr const BuiltinType& kType = kRtcType;
    Value handler;  // of the alarm; empty: none
};

Value rtc_construct(Interp& in, const Type*, const CallArgs& args) {
    isize id = 0;
    KRAIT_TRY((parse_args<"(id=0)">(in, "RTC"_sym, args, id)));
    if (id != 0) return raise(in, kValueError, "invalid id");
    (void)KRAIT_TRY(need_part(in, in.board()->rtc()));
    ValueArray* table = KRAIT_TRY(object_table(in, kRtcTable, 1));
    if (!table->items[0]) {
        auto* rtc = KRAIT_TRY(in.make<Rtc>());
        in.heap().write(table->items[0], Value(rtc));
    }
    return table->items[0];
}

// --- the date ------------------------------------------------------------------------------------

// (year, month, day, weekday, hours, minutes, seconds, microseconds)
Value get_datetime(Interp& in) {
    const i64 ns = in.board()->clock().epoch_ns();
    const i64 seconds = ns >= 0 ? ns / kNsPerSecond : -((-ns + kNsPerSecond - 1) / kNsPerSecond);
    const CivilTime t = civil_from_seconds(seconds, kEpoch1970);
    const isize us = static_cast<isize>((ns - seconds * kNsPerSecond) / 1000);
    const isize fields[] = {t.year, t.month, t.day, t.weekday, t.hour, t.minute, t.second, us};
    Value values[8];
    for (usize i = 0; i < 8; ++i) values[i] = Value::from_int(fields[i]);
    return KRAIT_TRY(new_tuple(in, values));
}

Status set_datetime(Interp& in, Value tuple) {
    Tuple* items = KRAIT_TRY(tuple_from(in, tuple));
    if (items->size() != 8)
        return raise(in, kValueError, "requested length 8 but object has length {}", items->size());
    isize f[8];
    for (usize i = 0; i < 8; ++i) f[i] = KRAIT_TRY(to_index(in, (*items)[i]));
    if (f[0] < 1970 || f[0] > 2199 || f[1] < 1 || f[1] > 12 || f[2] < 1 || f[2] > 31)
        return raise(in, kValueError, "invalid date");
    CivilTime t{};
    t.year = static_cast<i32>(f[0]);
    t.month = static_cast<i32>(f[1]);
    t.day = static_cast<i32>(f[2]);
    t.hour = static_cast<i32>(f[4]);
    t.minute = static_cast<i32>(f[5]);
    t.second = static_cast<i32>(f[6]);
    const i64 seconds = seconds_from_civil(t, kEpoch1970);
    in.board()->clock().set_epoch_ns(seconds * kNsPerSecond + i64{f[7]} * 1000);
    return kOk;
}

Value rtc_datetime(Interp& in, Rtc*, Value tuple) {
    if (!tuple) return get_datetime(in);
    KRAIT_TRY(set_datetime(in, tuple));
    return none();
}

Status rtc_init(Interp& in, Rtc*, Value tuple) { return set_datetime(in, tuple); }

// --- memory and alarm ----------------------------------------------------------------------------

Value rtc_memory(Interp& in, Rtc*, Buffer data) {
    hal::Rtc& rtc = *in.board()->rtc();
    if (!data.given()) return new_bytes(in, rtc.memory());
    if (!rtc.set_memory(data.bytes()).is_ok()) return raise(in, kValueError, "buffer too long");
    return none();
}

Status serve_rtc(Interp& in, hal::EventId, u32) {
    const Value v = object_in_table(in, kRtcTable, 0);
    if (!v || !as<Rtc>(v)->handler) return kOk;
    return in.scheduler()->run_callback(as<Rtc>(v)->handler, v);
}

Status rtc_alarm(Interp& in, Rtc*, isize id, Value time, bool repeat) {
    if (id != kAlarm0) return raise(in, kValueError, "invalid alarm");
    i64 us = 0;
    if (is_int(time)) {
        KRAIT_TRY(int_to_i64(in, time, us));
        us *= 1000;
    } else {  // a date, as datetime() gives it
        const Value before = KRAIT_TRY(get_datetime(in));
        const i64 now = in.board()->clock().epoch_ns();
        KRAIT_TRY(set_datetime(in, time));
        us = (in.board()->clock().epoch_ns() - now) / 1000;
        KRAIT_TRY(set_datetime(in, before));
    }
    if (us <= 0) return raise(in, kValueError, "invalid time");
    in.scheduler()->set_handler(hal::EventKind::Rtc, serve_rtc);
    const u64 period = repeat ? static_cast<u64>(us) : 0;
    (void)KRAIT_TRY(take_count(in, in.board()->rtc()->set_alarm(
                                       in.scheduler()->deadline_in(static_cast<u64>(us)), period)));
    return kOk;
}

i64 rtc_alarm_left(Interp& in, Rtc*, isize) {
    return static_cast<i64>(in.board()->rtc()->alarm_left_us() / 1000);
}
void rtc_cancel(Interp& in, Rtc*, isize) { in.board()->rtc()->cancel_alarm(); }

void rtc_irq(Interp& in, Rtc* self, isize, Value handler, Value) {
    in.heap().write(self->handler, is_none(handler) ? Value() : handler);
}

void rtc_trace(Object* o, Marker& m) { m.value(static_cast<Rtc*>(o)->handler); }

constexpr Row kRows[] = {
    def<"datetime(self, datetimetuple=..., /)", rtc_datetime>,
    def<"init(self, datetime, /)", rtc_init>,
    def<"memory(self, data=..., /)", rtc_memory>,
    def<"alarm(self, id=0, time=None, /, *, repeat=False)", rtc_alarm>,
    def<"alarm_left(self, alarm_id=0, /)", rtc_alarm_left>,
    def<"cancel(self, alarm_id=0, /)", rtc_cancel>,
    def<"alarm_cancel(self, alarm_id=0, /)", rtc_cancel>,
    def<"irq(self, *, trigger=0, handler=None, wake=None)", rtc_irq>,
    constant<"ALARM0">(kAlarm0),
};
constexpr Slots kSlots{.construct = rtc_construct, .trace = rtc_trace};

}  // namespace

constinit const BuiltinType kRtcType{
    {.name = "RTC"_sym, .slots = &kSlots, .rows = kRows, .flags = kFinal, .size = sizeof(Rtc)}};

}  // namespace krait
