// The queue from interrupts to the interpreter: order, bound, and producers on several threads.
#include "core/event_queue.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace krait {
namespace {

Event event(u32 argument) { return {{hal::EventKind::Pin, 0, false}, argument}; }

TEST(EventQueue, KeepsOrderAndRefusesWhenFull) {
    EventQueue<4> queue;
    Event out;
    EXPECT_TRUE(queue.is_empty());
    EXPECT_FALSE(queue.pop(out));
    for (u32 round = 0; round < 10; ++round) {
        for (u32 i = 0; i < 4; ++i) EXPECT_TRUE(queue.push(event(i)));
        EXPECT_FALSE(queue.push(event(9)));
        for (u32 i = 0; i < 4; ++i) {
            ASSERT_TRUE(queue.pop(out));
            EXPECT_EQ(out.argument, i);
        }
        EXPECT_TRUE(queue.is_empty());
    }
}

TEST(EventQueue, LosesNothingBetweenThreads) {
    constexpr u32 kThreads = 3, kEach = 20000;
    EventQueue<16> queue;
    std::vector<std::thread> producers;
    for (u32 t = 0; t < kThreads; ++t)
        producers.emplace_back([&queue, t] {
            for (u32 i = 0; i < kEach; ++i)
                while (!queue.push(event(t * kEach + i))) std::this_thread::yield();
        });
    u32 next[kThreads] = {}, taken = 0;
    Event out;
    while (taken < kThreads * kEach) {
        if (!queue.pop(out)) {
            std::this_thread::yield();
            continue;
        }
        const u32 t = out.argument / kEach;
        ASSERT_EQ(out.argument % kEach, next[t]++);  // each producer's own events stay in order
        ++taken;
    }
    for (std::thread& producer : producers) producer.join();
    EXPECT_TRUE(queue.is_empty());
}

}  // namespace
}  // namespace krait
