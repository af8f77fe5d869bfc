// IoResult carries every count and every error through one word.
#include "hal/result.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "hal/board.hpp"  // all interfaces compile together

namespace krait::hal {
namespace {

TEST(IoResult, counts) {
    for (i32 n : {0, 1, 512, std::numeric_limits<i32>::max()}) {
        IoResult r = n;
        EXPECT_TRUE(r.is_ok());
        EXPECT_EQ(r.count(), n);
    }
}

TEST(IoResult, errors) {
    for (Errno e : {Errno::NotPermitted, Errno::InProgress, Errno::NameNotFound}) {
        IoResult r = e;
        EXPECT_FALSE(r.is_ok());
        EXPECT_TRUE(r.is(e));
        EXPECT_EQ(r.error(), e);
        EXPECT_FALSE(r.is(Errno::NoSpace));
    }
}

TEST(IoResult, one_word) {
    EXPECT_EQ(sizeof(IoResult), sizeof(i32));
    IoResult64 position = i64{1} << 40;
    EXPECT_EQ(position.count(), i64{1} << 40);
}

}  // namespace
}  // namespace krait::hal
