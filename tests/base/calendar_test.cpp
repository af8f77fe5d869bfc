#include "base/calendar.hpp"

#include <gtest/gtest.h>

namespace krait {
namespace {

TEST(Calendar, EveryDayOfTwelveCenturiesFollowsTheOneBefore) {
    i32 year = 1500, month = 1, day = 1, yearday = 1;
    i64 number = days_from_civil(year, month, day);
    int weekday = weekday_of_day(number);
    for (; year < 2700; ++number) {
        ASSERT_EQ(days_from_civil(year, month, day), number);
        const CivilTime time = civil_from_seconds(number * kSecondsPerDay + 3723, kEpoch1970);
        ASSERT_EQ(time.year, year);
        ASSERT_EQ(time.month, month);
        ASSERT_EQ(time.day, day);
        ASSERT_EQ(time.weekday, weekday);
        ASSERT_EQ(time.yearday, yearday);
        ASSERT_EQ(time.hour, 1);
        ASSERT_EQ(time.minute, 2);
        ASSERT_EQ(time.second, 3);
        weekday = (weekday + 1) % 7;
        ++day, ++yearday;
        if (day > days_in_month(year, month)) day = 1, ++month;
        if (month > 12) month = 1, yearday = 1, ++year;
    }
}

TEST(Calendar, KnownMoments) {
    EXPECT_EQ(days_from_civil(1970, 1, 1), 0);
    EXPECT_EQ(days_from_civil(2000, 1, 1), kEpoch2000);
    EXPECT_EQ(weekday_of_day(0), 3);
    EXPECT_EQ(seconds_from_civil({2001, 9, 9, 1, 46, 40, 0, 0}, kEpoch1970), 1000000000);
    EXPECT_EQ(seconds_from_civil({2000, 1, 1, 0, 0, 1, 0, 0}, kEpoch2000), 1);
    const CivilTime before = civil_from_seconds(-1, kEpoch2000);
    EXPECT_EQ(before.year, 1999);
    EXPECT_EQ(before.second, 59);
    EXPECT_EQ(before.yearday, 365);
    EXPECT_EQ(civil_from_seconds(-62135596800, kEpoch1970).year, 1);
    EXPECT_EQ(civil_from_seconds(253402300799, kEpoch1970).year, 9999);
}

TEST(Calendar, FieldsOutOfRangeAreNormalised) {
    EXPECT_EQ(days_from_civil(2023, 13, 1), days_from_civil(2024, 1, 1));
    EXPECT_EQ(days_from_civil(2023, 0, 1), days_from_civil(2022, 12, 1));
    EXPECT_EQ(days_from_civil(2023, -11, 1), days_from_civil(2022, 1, 1));
    EXPECT_EQ(days_from_civil(2024, 3, 0), days_from_civil(2024, 2, 29));
    EXPECT_EQ(seconds_from_civil({2024, 1, 1, 25, -1, 61, 0, 0}, kEpoch1970),
              seconds_from_civil({2024, 1, 2, 1, 0, 1, 0, 0}, kEpoch1970));
    EXPECT_EQ(days_from_civil(-400, 3, 1), days_from_civil(0, 3, 1) - 146097);
}

TEST(Calendar, SecondsRoundTripFarFromNow) {
    for (i64 seconds = -(i64{1} << 54); seconds < (i64{1} << 54); seconds += 987654321234567) {
        const CivilTime time = civil_from_seconds(seconds, kEpoch2000);
        ASSERT_EQ(seconds_from_civil(time, kEpoch2000), seconds);
    }
}

}  // namespace
}  // namespace krait
