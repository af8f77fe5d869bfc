// The order of events, and what moves virtual time.
#include "sim/timeline.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace krait::sim {
namespace {

TEST(Timeline, runs_by_time_then_by_order_of_asking) {
    Timeline time(TimeMode::Virtual);
    std::string log;
    time.at(200, [&] { log += "c"; });
    time.at(100, [&] { log += "a"; });
    time.at(200, [&] { log += "d"; });
    time.at(100, [&] { log += "b"; });
    time.advance_to(199);
    EXPECT_EQ(log, "ab");
    time.advance_to(200);
    EXPECT_EQ(log, "abcd");
}

TEST(Timeline, an_action_sees_the_time_it_was_due) {
    Timeline time(TimeMode::Virtual);
    std::vector<u64> seen;
    for (u64 at : {u64{10}, u64{500}}) time.at(at, [&] { seen.push_back(time.now()); });
    time.advance_to(1000);
    EXPECT_EQ(seen, (std::vector<u64>{10, 500}));
    EXPECT_EQ(time.now(), 1000u);
}

TEST(Timeline, actions_ask_for_actions) {
    Timeline time(TimeMode::Virtual);
    int ticks = 0;
    std::function<void()> tick = [&] {
        ticks++;
        time.at(time.now() + 10, tick);
    };
    time.at(10, tick);
    time.advance_to(100);
    EXPECT_EQ(ticks, 10);
    EXPECT_EQ(time.next_due(), 110u);
}

TEST(Timeline, cancelled_actions_do_not_run) {
    Timeline time(TimeMode::Virtual);
    bool ran = false;
    Timeline::Ticket ticket = time.at(10, [&] { ran = true; });
    time.cancel(ticket);
    time.cancel(ticket);
    time.advance_to(100);
    EXPECT_FALSE(ran);
    EXPECT_EQ(time.next_due(), kNever);
}

TEST(Timeline, an_action_in_the_past_runs_now) {
    Timeline time(TimeMode::Virtual);
    time.advance_to(1000);
    u64 seen = 0;
    time.at(10, [&] { seen = time.now(); });
    time.touch();
    EXPECT_EQ(seen, 1000u);
}

TEST(Timeline, looking_costs_time) {
    Timeline time(TimeMode::Virtual);
    for (int i = 0; i < 1000; i++) time.touch();
    EXPECT_EQ(time.now(), 1000 * Timeline::kAccessCost);
    time.spend(5);
    EXPECT_EQ(time.now(), 1000 * Timeline::kAccessCost + 5);
}

TEST(Timeline, real_time_catches_up_and_keeps_due_times) {
    Timeline time(TimeMode::Real);
    std::vector<u64> seen;
    u64 start = time.now();
    for (u64 i = 1; i <= 5; i++) time.at(start + i * 1000, [&] { seen.push_back(time.now()); });
    while (time.now() < start + 10'000) {
    }
    EXPECT_TRUE(seen.empty());
    time.touch();
    ASSERT_EQ(seen.size(), 5u);
    for (u64 i = 0; i < 5; i++) EXPECT_EQ(seen[i], start + (i + 1) * 1000);
}

}  // namespace
}  // namespace krait::sim
