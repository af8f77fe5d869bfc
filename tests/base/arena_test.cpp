#include "base/arena.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace krait {
namespace {

// Counts what is outstanding and can be told to refuse.
class CountingSource final : public ChunkSource {
  public:
    void* acquire(usize size) override {
        if (left_ == 0) return nullptr;
        --left_;
        outstanding_ += size;
        return std::malloc(size);
    }
    void release(void* chunk, usize size) override {
        outstanding_ -= size;
        std::free(chunk);
    }
    usize outstanding_ = 0;
    usize left_ = 1000000;
};

struct Node {
    int kind;
    Node* next;
};

TEST(Arena, TakesNothingBeforeItIsUsedAndGivesAllBack) {
    CountingSource source;
    {
        Arena arena(source);
        EXPECT_EQ(source.outstanding_, 0u);
        for (int i = 0; i < 1000; ++i) {
            Node* node = arena.make<Node>(i, nullptr);
            ASSERT_NE(node, nullptr);
            EXPECT_EQ(node->kind, i);
        }
        EXPECT_EQ(source.outstanding_, arena.footprint());
        EXPECT_GE(source.outstanding_, 1000 * sizeof(Node));
        EXPECT_LT(source.outstanding_, 1200 * sizeof(Node) + 2048);
    }
    EXPECT_EQ(source.outstanding_, 0u);
}

TEST(Arena, AlignsEveryTypeAndNeverOverlaps) {
    CountingSource source;
    Arena arena(source, 256);
    std::set<const u8*> bytes;
    for (int i = 0; i < 300; ++i) {
        u8* byte = arena.make<u8>(u8(i));
        double* number = arena.make<double>(i);
        u16* shorts = arena.array<u16>(usize(i % 7));
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(number) % alignof(double), 0u);
        EXPECT_EQ(reinterpret_cast<std::uintptr_t>(shorts) % alignof(u16), 0u);
        EXPECT_TRUE(bytes.insert(byte).second);
        for (usize k = 0; k < sizeof(double); ++k)
            EXPECT_TRUE(bytes.insert(reinterpret_cast<u8*>(number) + k).second);
        for (usize k = 0; k < 2 * usize(i % 7); ++k)
            EXPECT_TRUE(bytes.insert(reinterpret_cast<u8*>(shorts) + k).second);
        EXPECT_EQ(*byte, u8(i));
        EXPECT_EQ(*number, i);
    }
}

TEST(Arena, LargeRequestsKeepTheCurrentChunk) {
    CountingSource source;
    Arena arena(source, 512);
    u8* first = arena.make<u8>(u8(1));
    ASSERT_NE(arena.array<u8>(10000), nullptr);
    u8* second = arena.make<u8>(u8(2));
    EXPECT_EQ(second, first + 1);
}

TEST(Arena, CopiesTextsAndEmptyOnesAreNotFailures) {
    CountingSource source;
    Arena arena(source);
    EXPECT_NE(arena.copy(std::string_view()).data(), nullptr);
    EXPECT_NE(arena.array<Node>(0), nullptr);
    char text[] = "hello";
    std::string_view copy = arena.copy(std::string_view(text));
    text[0] = 'j';
    EXPECT_EQ(copy, "hello");
    const int numbers[] = {1, 2, 3};
    EXPECT_EQ(arena.copy(std::span<const int>(numbers))[2], 3);
    EXPECT_FALSE(arena.failed());
}

TEST(Arena, FailureIsStickyUntilReset) {
    CountingSource source;
    source.left_ = 1;
    Arena arena(source, 256);
    ASSERT_NE(arena.make<int>(1), nullptr);
    EXPECT_EQ(arena.array<int>(1000), nullptr);
    EXPECT_TRUE(arena.failed());
    EXPECT_NE(arena.make<int>(2), nullptr);
    EXPECT_TRUE(arena.failed());
    arena.reset();
    EXPECT_FALSE(arena.failed());
    EXPECT_EQ(source.outstanding_, 0u);
    source.left_ = 1;
    EXPECT_NE(arena.make<int>(3), nullptr);
}

TEST(Arena, AbsurdSizesFailWithoutOverflow) {
    CountingSource source;
    Arena arena(source);
    EXPECT_EQ(arena.array<u64>(~usize{0} / 4), nullptr);
    EXPECT_EQ(arena.array<u8>(~usize{0}), nullptr);
    EXPECT_EQ(arena.array<u8>(~usize{0} - 16), nullptr);
    EXPECT_TRUE(arena.failed());
    EXPECT_EQ(source.outstanding_, 0u);
}

}  // namespace
}  // namespace krait
