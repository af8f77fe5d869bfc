// The proleptic Gregorian calendar in UTC: dates to day and second numbers, and back.
//
// Days are counted from 1970-01-01. Seconds are counted from an epoch which is given as the day
// that it begins, for boards differ (1970 here, 2000 there). Arithmetic after Howard Hinnant's
// "chrono-compatible low-level date algorithms": the year starts in March, so that a leap day ends
// it.
#pragma once

#include "base/types.hpp"

namespace krait {

constexpr i32 kEpoch1970 = 0;
constexpr i32 kEpoch2000 = 10957;  // days from 1970-01-01
constexpr i32 kSecondsPerDay = 86400;

// A moment taken apart; month and day count from 1, weekday from Monday = 0, yearday from 1.
struct CivilTime {
    i32 year;
    i32 month;
    i32 day;
    i32 hour;
    i32 minute;
    i32 second;
    i32 weekday;
    i32 yearday;
};

constexpr bool is_leap_year(i32 year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

// Requires: month in 1..12.
int days_in_month(i32 year, i32 month);

// Days since 1970-01-01. Month and day may lie outside of their ranges: month 13 is January of the
// next year, day 0 the last one of the month before.
i64 days_from_civil(i32 year, i32 month, i32 day);

// 0 is Monday.
int weekday_of_day(i64 days);

// 1 is the first of January. Requires: a valid date.
int yearday_of(i32 year, i32 month, i32 day);

// Seconds since the epoch. The fields may lie outside of their ranges (mktime's normalisation);
// weekday and yearday are not read.
i64 seconds_from_civil(const CivilTime& time, i32 epoch_day);

// Requires: the year fits in 32 bits, that is |seconds| < 2^55.
CivilTime civil_from_seconds(i64 seconds, i32 epoch_day);

}  // namespace krait
