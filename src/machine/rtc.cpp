#include "machine/rtc.hpp"

#include "base/calendar.hpp"
#include "core/bind.hpp"
#include "core/shape.hpp"

namespace krait {

namespace {

constexpr i64 kNsPerSecond = 1'000'000'000;
constexpr int kAlarm0 = 0;

hal::Rtc& hardware(Interp& in) { return *in.board()->rtc(); }

Value rtc_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize id;
    KRAIT_TRY((parse_args<"(id=0)">(in, "RTC"_sym, args, id)));
    (void)KRAIT_TRY(need_part(in, in.board()->rtc(), "RTC"));
    if (id != 0) return raise(in, kValueError, "invalid id");
    return KRAIT_TRY(make_instance<Rtc>(in, cls));
}

// --- the date ------------------------------------------------------------------------------------

// (year, month, day, weekday, hours, minutes, seconds, microseconds)
Value date_now(Interp& in) {
    const i64 ns = in.board()->clock().epoch_ns();
    const CivilTime t = civil_from_seconds(ns / kNsPerSecond, kEpoch1970);
    const i32 fields[] = {t.year, t.month,  t.day,    t.weekday,
                          t.hour, t.minute, t.second, static_cast<i32>(ns % kNsPerSecond / 1000)};
    Value values[8];
    for (usize i = 0; i < 8; ++i) values[i] = Value::from_int(fields[i]);
    return KRAIT_TRY(new_tuple(in, values));
}

Status set_date(Interp& in, const CivilTime& t, i64 us) {
    const bool is_date = t.year >= 1970 && t.year <= 2262 && t.month >= 1 && t.month <= 12 &&
                         t.day >= 1 && t.day <= 31;
    if (!is_date) return raise(in, kValueError, "invalid date");
    const i64 seconds = seconds_from_civil(t, kEpoch1970);
    in.board()->clock().set_epoch_ns(seconds * kNsPerSecond + us * 1000);
    return kOk;
}

// The fields of a tuple, at most eight; those that are not given stay 0. None counts as 0.
Status read_fields(Interp& in, Value tuple, usize least, i32 (&out)[8]) {
    Tuple* items = KRAIT_TRY(tuple_from(in, tuple));
    if (items->size() < least || items->size() > 8)
        return raise(in, kTypeError, "expected a tuple of {} to 8 items", least);
    for (usize i = 0; i < items->size(); ++i) {
        if (is_none((*items)[i])) continue;
        const isize field = KRAIT_TRY(to_index(in, (*items)[i]));
        if (field < -1'000'000 || field > 1'000'000) return raise(in, kValueError, "invalid date");
        out[i] = static_cast<i32>(field);
    }
    return kOk;
}

Value rtc_datetime(Interp& in, Rtc*, Value datetime) {
    if (!datetime) return date_now(in);
    i32 f[8] = {};
    KRAIT_TRY(read_fields(in, datetime, 8, f));
    CivilTime t{};
    t.year = f[0], t.month = f[1], t.day = f[2], t.hour = f[4], t.minute = f[5], t.second = f[6];
    KRAIT_TRY(set_date(in, t, f[7]));
    return none();
}

// (year, month, day[, hour[, minute[, second[, microsecond[, tzinfo]]]]])
CivilTime civil_of(const i32 (&f)[8]) {
    CivilTime t{};
    t.year = f[0], t.month = f[1], t.day = f[2], t.hour = f[3], t.minute = f[4], t.second = f[5];
    return t;
}

Status rtc_init(Interp& in, Rtc*, Value datetime) {
    i32 f[8] = {};
    KRAIT_TRY(read_fields(in, datetime, 3, f));
    return set_date(in, civil_of(f), f[6]);
}

Status rtc_deinit(Interp& in, Rtc*) {
    CivilTime t{};
    t.year = 2015, t.month = t.day = 1;
    return set_date(in, t, 0);
}

Value rtc_now(Interp& in, Rtc*) {
    const i64 ns = in.board()->clock().epoch_ns();
    const CivilTime t = civil_from_seconds(ns / kNsPerSecond, kEpoch1970);
    const i32 fields[] = {t.year,
                          t.month,
                          t.day,
                          t.hour,
                          t.minute,
                          t.second,
                          static_cast<i32>(ns % kNsPerSecond / 1000)};
    Value values[8];
    for (usize i = 0; i < 7; ++i) values[i] = Value::from_int(fields[i]);
    values[7] = none();
    return KRAIT_TRY(new_tuple(in, values));
}

// --- memory --------------------------------------------------------------------------------------

Value rtc_memory(Interp& in, Rtc*, Value data) {
    if (!data) return new_bytes(in, hardware(in).memory());
    if (const Str* text = as_if<Str>(data)) {
        if (!hardware(in).set_memory(text->bytes()).is_ok())
            return raise(in, kValueError, "buffer too long");
        return none();
    }
    HeldBuffer held;
    KRAIT_TRY(lend_bytes(in, data, held));
    if (!hardware(in).set_memory(held.bytes()).is_ok())
        return raise(in, kValueError, "buffer too long");
    return none();
}

// --- the alarm -----------------------------------------------------------------------------------

Status check_alarm_id(Interp& in, isize id) {
    if (id != kAlarm0) return raise(in, kValueError, "invalid alarm");
    return kOk;
}

// The time is milliseconds from now, or a date as init() takes it.
Status rtc_alarm(Interp& in, Rtc*, isize id, Value time, bool repeat) {
    KRAIT_TRY(check_alarm_id(in, id));
    u64 us = 0;
    if (is_int(time)) {
        const isize ms = KRAIT_TRY(to_index_clamped(in, time));
        if (ms < 0 || ms > isize{1} << 30) return raise(in, kValueError, "invalid time");
        us = static_cast<u64>(ms) * 1000;
    } else {
        if (repeat) return raise(in, kValueError, "a date cannot be repeated");
        i32 f[8] = {};
        KRAIT_TRY(read_fields(in, time, 3, f));
        const i64 at = seconds_from_civil(civil_of(f), kEpoch1970) * 1'000'000 + f[6];
        const i64 left = at - in.board()->clock().epoch_ns() / 1000;
        us = left > 0 ? static_cast<u64>(left) : 0;
    }
    if (repeat && us == 0) return raise(in, kValueError, "invalid time");
    const u64 at = in.scheduler()->deadline_in(us);
    return check(in, hardware(in).set_alarm(at, repeat ? us : 0));
}

Value rtc_alarm_left(Interp& in, Rtc*, isize id) {
    KRAIT_TRY(check_alarm_id(in, id));
    return new_int_unsigned(in, hardware(in).alarm_left_us() / 1000);
}

Status rtc_cancel(Interp& in, Rtc*, isize id) {
    KRAIT_TRY(check_alarm_id(in, id));
    hardware(in).cancel_alarm();
    return kOk;
}

// The handler is called with the RTC.
Status rtc_irq(Interp& in, Rtc* self, isize trigger, Value handler, Value) {
    KRAIT_TRY(check_alarm_id(in, trigger));
    if (!is_none(handler) && !is_callable(handler))
        return raise(in, kTypeError, "handler must be None or callable");
    MachineState* state = KRAIT_TRY(machine_state(in));
    if (is_none(handler)) {
        state->alarm = Value();
        return kOk;
    }
    const Value both[] = {handler, self};
    in.heap().write(state->alarm, Value(KRAIT_TRY(new_tuple(in, both))));
    return kOk;
}

constexpr Row kRows[] = {
    def<"datetime(self, datetimetuple=..., /)", rtc_datetime>,
    def<"init(self, datetime, /)", rtc_init>,
    def<"deinit(self)", rtc_deinit>,
    def<"now(self)", rtc_now>,
    def<"memory(self, data=..., /)", rtc_memory>,
    def<"alarm(self, id, time, *, repeat=False)", rtc_alarm>,
    def<"alarm_left(self, alarm_id=0)", rtc_alarm_left>,
    def<"cancel(self, alarm_id=0)", rtc_cancel>,
    alias<"alarm_cancel">(def<"cancel(self, alarm_id=0)", rtc_cancel>),
    def<"irq(self, *, trigger=0, handler=None, wake=1)", rtc_irq>,
    constant<"ALARM0">(kAlarm0),
};
constexpr Slots kSlots{.construct = rtc_construct};

}  // namespace

constinit const BuiltinType Rtc::kType{
    {.name = "RTC"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(Rtc)}};

Status serve_alarm(Interp& in, hal::EventId, u32) {
    MachineState* state = KRAIT_TRY(machine_state(in));
    if (!state->alarm) return kOk;
    const Tuple* both = as<Tuple>(state->alarm);
    return in.scheduler()->run_callback(both->items_[0], both->items_[1]);
}

}  // namespace krait
