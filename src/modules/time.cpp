// The time module, as MicroPython documents it, with CPython's monotonic clocks and texts.
//
// Seconds count from the board's epoch: 1970, or 2000 on an ESP32. A plain host gives time() as a
// float, boards as an int. Differs: there are no time zones, so localtime() is gmtime(); both give
// MicroPython's eight fields.
#include "base/calendar.hpp"
#include "core/bind.hpp"
#include "core/scheduler.hpp"
#include "core/str_builder.hpp"
#include "modules/modules.hpp"
#include "objects/record.hpp"
#include "vm/import.hpp"

namespace krait {

namespace {

// Ticks wrap here, so that they are small ints everywhere.
constexpr u64 kTicksPeriod = u64{1} << 30;
constexpr i64 kTicksHalf = kTicksPeriod / 2;
constexpr i64 kNsPerSecond = 1'000'000'000;

i32 epoch_day(Interp& in) {
    return in.board()->info().epoch_year == 2000 ? kEpoch2000 : kEpoch1970;
}
i64 epoch_ns(Interp& in) {
    return in.board()->clock().epoch_ns() - i64{epoch_day(in)} * kSecondsPerDay * kNsPerSecond;
}
u64 ticks_us(Interp& in) { return in.board()->clock().ticks_us(); }

// --- waiting -------------------------------------------------------------------------------------

Status sleep_us(Interp& in, u64 us) {
    Scheduler& scheduler = *in.scheduler();
    (void)KRAIT_TRY(scheduler.wait_until(scheduler.deadline_in(us)));
    return kOk;
}

Status time_sleep(Interp& in, Value seconds) {
    if (seconds.is_int() && seconds.as_int() >= 0)
        return sleep_us(in, static_cast<u64>(seconds.as_int()) * 1'000'000);
    Float s = 0;
    KRAIT_TRY(to_float(in, seconds, s));
    if (!(s >= 0)) return raise(in, kValueError, "sleep length must be non-negative");
    if (s > Float(1e12)) return raise(in, kOverflowError, "timestamp too large to convert to C");
    return sleep_us(in, static_cast<u64>(s * Float(1e6)));
}

Status time_sleep_ms(Interp& in, i64 ms) {
    return sleep_us(in, ms <= 0 ? 0 : static_cast<u64>(ms) * 1000);
}
Status time_sleep_us(Interp& in, i64 us) {
    return sleep_us(in, us <= 0 ? 0 : static_cast<u64>(us));
}

// --- ticks ---------------------------------------------------------------------------------------

isize time_ticks_ms(Interp& in) { return static_cast<isize>(ticks_us(in) / 1000 % kTicksPeriod); }
isize time_ticks_us(Interp& in) { return static_cast<isize>(ticks_us(in) % kTicksPeriod); }
isize time_ticks_cpu(Interp& in) {
    return static_cast<isize>(in.board()->clock().ticks_cpu() % kTicksPeriod);
}

Result<isize> time_ticks_add(Interp& in, i64 ticks, i64 delta) {
    if (delta >= kTicksHalf || delta <= -kTicksHalf)
        return raise(in, kOverflowError, "ticks interval overflow");
    return static_cast<isize>((static_cast<u64>(ticks) + static_cast<u64>(delta)) % kTicksPeriod);
}

isize time_ticks_diff(i64 end, i64 start) {
    const u64 difference = static_cast<u64>(end) - static_cast<u64>(start) + kTicksHalf;
    return static_cast<isize>(static_cast<i64>(difference % kTicksPeriod) - kTicksHalf);
}

Float seconds_since_boot(Interp& in) { return static_cast<Float>(ticks_us(in)) / Float(1e6); }
Value time_monotonic_ns(Interp& in) { return new_int_unsigned(in, ticks_us(in) * 1000); }

// --- the date ------------------------------------------------------------------------------------

Value time_time(Interp& in) {
    const i64 ns = epoch_ns(in);
    if (in.board()->info().platform == "linux")
        return new_float(in, static_cast<Float>(ns) / Float(kNsPerSecond));
    return new_int(in, ns / kNsPerSecond);
}
i64 time_time_ns(Interp& in) { return epoch_ns(in); }

constexpr Row kFields[] = {
    record_field<"tm_year", 0>, record_field<"tm_mon", 1>,  record_field<"tm_mday", 2>,
    record_field<"tm_hour", 3>, record_field<"tm_min", 4>,  record_field<"tm_sec", 5>,
    record_field<"tm_wday", 6>, record_field<"tm_yday", 7>,
};
constinit const BuiltinType kStructTime{record_type("struct_time"_sym, kFields, true)};

// Years that seconds may come to.
constexpr i64 kMostSeconds = i64{1} << 45;

Status seconds_of(Interp& in, Value seconds, i64& out) {
    if (is_none(seconds)) {
        out = epoch_ns(in) / kNsPerSecond;
        return kOk;
    }
    Float s = 0;
    if (is_int(seconds)) {
        KRAIT_TRY(int_to_i64(in, seconds, out));
    } else {
        KRAIT_TRY(to_float(in, seconds, s));
        if (!(s > -Float(kMostSeconds) && s < Float(kMostSeconds)))
            return raise(in, kOverflowError, "timestamp out of range");
        out = static_cast<i64>(s);
        if (Float(out) > s) --out;
    }
    if (out > kMostSeconds || out < -kMostSeconds)
        return raise(in, kOverflowError, "timestamp out of range");
    return kOk;
}

Value time_gmtime(Interp& in, Value seconds) {
    i64 s = 0;
    KRAIT_TRY(seconds_of(in, seconds, s));
    const CivilTime t = civil_from_seconds(s, epoch_day(in));
    const i32 fields[] = {t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.yearday};
    Value values[8];
    for (usize i = 0; i < 8; ++i) values[i] = Value::from_int(fields[i]);
    return KRAIT_TRY(new_record(in, kStructTime, values));
}

// The fields of a time tuple; at least six must be there.
Status civil_of(Interp& in, Value tuple, CivilTime& out) {
    Tuple* items = KRAIT_TRY(tuple_from(in, tuple));
    if (items->size() < 6) return raise(in, kTypeError, "expected a tuple of 8 or 9 items");
    i32* fields[] = {&out.year,   &out.month,  &out.day,     &out.hour,
                     &out.minute, &out.second, &out.weekday, &out.yearday};
    for (usize i = 0; i < std::min<usize>(items->size(), 8); ++i) {
        const isize field = KRAIT_TRY(to_index(in, (*items)[i]));
        if (field < -1000000 || field > 1000000)
            return raise(in, kOverflowError, "mktime argument out of range");
        *fields[i] = static_cast<i32>(field);
    }
    return kOk;
}

Value time_mktime(Interp& in, Value tuple) {
    CivilTime t{};
    KRAIT_TRY(civil_of(in, tuple, t));
    return new_int(in, seconds_from_civil(t, epoch_day(in)));
}

constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};
constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

Status append_number(StrBuilder& out, i32 number, usize width) {
    if (number < 0) {
        KRAIT_TRY(out.append_char('-'));
        number = -number;
    }
    return out.append_unsigned(static_cast<u64>(number), 10, width);
}

Status append_seconds(Interp& in, StrBuilder& out, const CivilTime& t) {
    const i64 seconds = seconds_from_civil(t, epoch_day(in));
    if (seconds < 0) KRAIT_TRY(out.append_char('-'));
    return out.append_unsigned(static_cast<u64>(seconds < 0 ? -seconds : seconds), 10, 1);
}

Status append_date(Interp& in, StrBuilder& out, std::string_view format, const CivilTime& t);

// Weeks of the year that begin with the given day of the week (0: Monday); days before are week 0.
i32 week_of(const CivilTime& t, i32 first) {
    return (t.yearday + 6 - (t.weekday - first + 7) % 7) / 7;
}

// The ISO week and the year it belongs to: the week with the year's first Thursday is its first.
i32 iso_week(const CivilTime& t, i32& year) {
    const auto days_in = [](i32 y) {
        return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 366 : 365;
    };
    const auto weeks_in = [&](i32 y, i32 first_weekday) {
        return first_weekday == 3 || (first_weekday == 2 && days_in(y) == 366) ? 53 : 52;
    };
    const i32 week = (t.yearday - t.weekday + 9) / 7;
    const i32 first = (t.weekday - (t.yearday - 1) % 7 + 7) % 7;  // weekday of January 1
    year = t.year;
    if (week < 1) {
        --year;
        return weeks_in(year, (first - days_in(year) % 7 + 7) % 7);
    }
    if (week <= weeks_in(year, first)) return week;
    ++year;
    return 1;
}

Status append_field(Interp& in, StrBuilder& out, char code, const CivilTime& t) {
    const std::string_view day = kDays[static_cast<usize>(t.weekday % 7 + 7) % 7];
    const std::string_view month = kMonths[static_cast<usize>(t.month + 11) % 12];
    const i32 hour12 = t.hour % 12 == 0 ? 12 : t.hour % 12;
    i32 iso_year = t.year;
    switch (code) {
        case 'Y': return append_number(out, t.year, 1);
        case 'y': return append_number(out, t.year % 100, 2);
        case 'm': return append_number(out, t.month, 2);
        case 'd': return append_number(out, t.day, 2);
        case 'H': return append_number(out, t.hour, 2);
        case 'I': return append_number(out, hour12, 2);
        case 'M': return append_number(out, t.minute, 2);
        case 'S': return append_number(out, t.second, 2);
        case 'j': return append_number(out, t.yearday, 3);
        case 'w': return append_number(out, (t.weekday + 1) % 7, 1);
        case 'u': return append_number(out, t.weekday + 1, 1);
        case 'U': return append_number(out, week_of(t, 6), 2);
        case 'W': return append_number(out, week_of(t, 0), 2);
        case 'V': return append_number(out, iso_week(t, iso_year), 2);
        case 'G': (void)iso_week(t, iso_year); return append_number(out, iso_year, 1);
        case 'C': return append_number(out, t.year / 100, 2);
        case 'e':
            if (t.day < 10) KRAIT_TRY(out.append_char(' '));
            return append_number(out, t.day, 1);
        case 's': return append_seconds(in, out, t);
        case 'a': return out.append(std::string_view(day.data(), 3));
        case 'A': return out.append(day);
        case 'b':
        case 'h': return out.append(std::string_view(month.data(), 3));
        case 'B': return out.append(month);
        case 'p': return out.append(t.hour < 12 ? "AM" : "PM");
        case 'Z': return out.append("UTC");
        case 'z': return out.append("+0000");
        case 'D':
        case 'x': return append_date(in, out, "%m/%d/%y", t);
        case 'F': return append_date(in, out, "%Y-%m-%d", t);
        case 'T':
        case 'X': return append_date(in, out, "%H:%M:%S", t);
        case 'R': return append_date(in, out, "%H:%M", t);
        case 'r': return append_date(in, out, "%I:%M:%S %p", t);
        case 'c': return append_date(in, out, "%a %b %d %H:%M:%S %Y", t);
        case 'n': return out.append("\n");
        case 't': return out.append("\t");
        case '%': return out.append("%");
        default: break;
    }
    return raise(in, kValueError, "Invalid format string");
}

Status append_date(Interp& in, StrBuilder& out, std::string_view format, const CivilTime& t) {
    while (!format.empty()) {
        const usize percent = std::min(format.find('%'), format.size());
        KRAIT_TRY(out.append(std::string_view(format.data(), percent)));
        format.remove_prefix(percent);
        if (format.empty()) break;
        if (format.size() < 2) return raise(in, kValueError, "Invalid format string");
        KRAIT_TRY(append_field(in, out, format[1], t));
        format.remove_prefix(2);
    }
    return kOk;
}

Result<Str*> time_strftime(Interp& in, Str* format, Value tuple) {
    CivilTime t{};
    KRAIT_TRY(civil_of(in, tuple ? tuple : KRAIT_TRY(time_gmtime(in, none())), t));
    StrBuilder out(in);
    KRAIT_TRY(append_date(in, out, format->view(), t));
    return out.finish();
}

// Names that a library in Python has, which is loaded when one of them is first used.
Value time_getattr(Interp& in, Str* name) {
    for (std::string_view late : {"asctime", "ctime", "strptime", "tzname"})
        if (name->view() == late)
            return get_attr(in, KRAIT_TRY(import_module(in, mutable_name("_timetext"_sym))), name);
    return raise(in, kAttributeError, "module 'time' has no attribute '{}'", name);
}

constexpr Row kRows[] = {
    def<"__getattr__(name, /)", time_getattr>,
    def<"sleep(seconds, /)", time_sleep>,
    def<"sleep_ms(ms, /)", time_sleep_ms>,
    def<"sleep_us(us, /)", time_sleep_us>,
    def<"ticks_ms()", time_ticks_ms>,
    def<"ticks_us()", time_ticks_us>,
    def<"ticks_cpu()", time_ticks_cpu>,
    def<"ticks_add(ticks, delta, /)", time_ticks_add>,
    def<"ticks_diff(ticks1, ticks2, /)", time_ticks_diff>,
    def<"monotonic()", seconds_since_boot>,
    def<"monotonic_ns()", time_monotonic_ns>,
    def<"perf_counter()", seconds_since_boot>,
    def<"perf_counter_ns()", time_monotonic_ns>,
    def<"process_time()", seconds_since_boot>,
    def<"process_time_ns()", time_monotonic_ns>,
    def<"thread_time()", seconds_since_boot>,
    def<"time()", time_time>,
    def<"time_ns()", time_time_ns>,
    def<"gmtime(seconds=None, /)", time_gmtime>,
    def<"localtime(seconds=None, /)", time_gmtime>,
    def<"mktime(time, /)", time_mktime>,
    def<"strftime(format, time=..., /)", time_strftime>,
    constant<"struct_time">(&kStructTime),
    constant<"timezone">(0),
    constant<"altzone">(0),
    constant<"daylight">(0),
};

}  // namespace

constinit const ModuleDef kTimeModule{.name = "time"_sym, .rows = kRows};

}  // namespace krait
