// Flows of control: who runs when, and the end of slices.
#include "fixture.hpp"

namespace krait::sim {
namespace {

using hal::FlowId;

struct ThreadsTest : testing::Test {
    std::unique_ptr<SimBoard> board = must_make(virtual_s3());
    hal::Threads& threads = *board->threads();
    RecordingSink sink;
    std::string log;
    FlowId flows[3] = {};
    void SetUp() override { board->set_sink(&sink); }
    void TearDown() override { board->set_sink(nullptr); }

    FlowId make(hal::Threads::Entry entry) {
        const hal::IoResult made = threads.create(entry, this, 0);
        EXPECT_TRUE(made.is_ok());
        return made.count();
    }
};

TEST_F(ThreadsTest, a_flow_stands_still_until_it_is_handed_to) {
    flows[1] = make([](void* test) -> FlowId {
        static_cast<ThreadsTest*>(test)->log += "b";
        return 0;
    });
    log += "a";
    threads.hand_over(0, flows[1]);
    log += "c";
    EXPECT_EQ(log, "abc");
}

TEST_F(ThreadsTest, flows_hand_over_to_each_other) {
    flows[1] = make([](void* test) -> FlowId {
        auto& t = *static_cast<ThreadsTest*>(test);
        t.log += "1";
        t.threads.hand_over(t.flows[1], t.flows[2]);
        t.log += "4";
        return 0;
    });
    flows[2] = make([](void* test) -> FlowId {
        auto& t = *static_cast<ThreadsTest*>(test);
        t.log += "2";
        t.threads.hand_over(t.flows[2], 0);
        t.log += "3";
        return t.flows[1];
    });
    threads.hand_over(0, flows[1]);
    EXPECT_EQ(log, "12");
    threads.hand_over(0, flows[2]);
    EXPECT_EQ(log, "1234");
}

TEST_F(ThreadsTest, ids_of_ended_flows_are_given_again) {
    for (int i = 0; i < 100; ++i) {
        const FlowId id = make([](void*) -> FlowId { return 0; });
        EXPECT_EQ(id, 1);
        threads.hand_over(0, id);
    }
}

TEST_F(ThreadsTest, stacks_are_as_large_as_asked_for) {
    EXPECT_GE(threads.default_stack(), threads.least_stack());
    auto deep = [](void* test) -> FlowId {
        volatile char room[3 << 20];
        for (usize i = 0; i < sizeof room; i += 4096) room[i] = 1;
        static_cast<ThreadsTest*>(test)->log += room[4096] ? "deep" : "";
        return 0;
    };
    const hal::IoResult made = threads.create(deep, this, 4 << 20);
    ASSERT_TRUE(made.is_ok());
    threads.hand_over(0, made.count());
    EXPECT_EQ(log, "deep");
}

TEST_F(ThreadsTest, a_slice_ends_by_the_boards_clock) {
    threads.start_slice(5000);
    board->waiter().spend(4'000'000);
    EXPECT_EQ(sink.count(hal::EventKind::Slice), 0u);
    board->waiter().spend(2'000'000);
    EXPECT_EQ(sink.count(hal::EventKind::Slice), 1u);
    board->waiter().spend(20'000'000);
    EXPECT_EQ(sink.count(hal::EventKind::Slice), 1u);
}

TEST_F(ThreadsTest, a_slice_asked_for_anew_replaces_the_last) {
    for (int i = 0; i < 5; ++i) threads.start_slice(5000);
    board->waiter().spend(50'000'000);
    EXPECT_EQ(sink.count(hal::EventKind::Slice), 1u);
}

}  // namespace
}  // namespace krait::sim
