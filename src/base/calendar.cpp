#include "base/calendar.hpp"

namespace krait {
namespace {

constexpr i32 kDaysPerEra = 146097;         // an era is 400 years
constexpr i32 kDaysFrom0000March = 719468;  // from 0000-03-01 to 1970-01-01

template <typename Int>
constexpr Int floor_div(Int a, Int b) {
    return a / b - (a % b < 0);
}

struct Date {
    i32 year, month, day;
};

// The year is counted from March inside: day_of_year 0 is the first of March, and 153 days are
// five months of 31, 30, 31, 30 and 31.
Date date_of_day(i64 days) {
    days += kDaysFrom0000March;
    const i64 era = floor_div<i64>(days, kDaysPerEra);
    const u32 day = static_cast<u32>(days - era * kDaysPerEra);
    const u32 year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    const u32 day_of_year = day - (365 * year + year / 4 - year / 100);
    const u32 march_month = (5 * day_of_year + 2) / 153;
    const u32 month = march_month < 10 ? march_month + 3 : march_month - 9;
    return {static_cast<i32>(era * 400 + year) + (month <= 2), static_cast<i32>(month),
            static_cast<i32>(day_of_year - (153 * march_month + 2) / 5 + 1)};
}

}  // namespace

int days_in_month(i32 year, i32 month) {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return 30 + ((month + (month >> 3)) & 1);
}

i64 days_from_civil(i32 year, i32 month, i32 day) {
    const i64 month0 = i64{month} - 1;
    const i64 whole_year = i64{year} + floor_div<i64>(month0, 12);
    const u32 month1 = static_cast<u32>(month0 - floor_div<i64>(month0, 12) * 12) + 1;
    const i64 march_year = whole_year - (month1 <= 2);
    const u32 march_month = month1 > 2 ? month1 - 3 : month1 + 9;
    const i64 era = floor_div<i64>(march_year, 400);
    const u32 year_of_era = static_cast<u32>(march_year - era * 400);
    const u32 day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + (153 * march_month + 2) / 5;
    return era * kDaysPerEra + day_of_era + (i64{day} - 1) - kDaysFrom0000March;
}

int weekday_of_day(i64 days) {
    const i64 from_monday = days + 3;  // 1970-01-01 was a Thursday
    return static_cast<int>(from_monday - floor_div<i64>(from_monday, 7) * 7);
}

int yearday_of(i32 year, i32 month, i32 day) {
    return static_cast<int>(days_from_civil(year, month, day) - days_from_civil(year, 1, 1)) + 1;
}

i64 seconds_from_civil(const CivilTime& time, i32 epoch_day) {
    const i64 days = days_from_civil(time.year, time.month, time.day) - epoch_day;
    return ((days * 24 + time.hour) * 60 + time.minute) * 60 + time.second;
}

CivilTime civil_from_seconds(i64 seconds, i32 epoch_day) {
    const i64 whole_days = floor_div<i64>(seconds, kSecondsPerDay);
    const i64 days = whole_days + epoch_day;
    const i32 in_day = static_cast<i32>(seconds - whole_days * kSecondsPerDay);
    const Date date = date_of_day(days);
    return {date.year,
            date.month,
            date.day,
            in_day / 3600,
            in_day / 60 % 60,
            in_day % 60,
            weekday_of_day(days),
            yearday_of(date.year, date.month, date.day)};
}

}  // namespace krait
