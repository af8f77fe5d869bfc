// The page space by itself: how full it can be made (CORE 5's table) in all three geometries.
#include "core/heap_pages.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <random>
#include <vector>

namespace krait {
namespace {

// Pages in a region of their own, and what is alive in them; a collection is marking all of that.
template <class Geometry>
class Field {
  public:
    using Pages = PageSpace<Geometry>;

    explicit Field(usize region) : memory_(new u64[region / 8 + 2]) {
        const usize count = region * 8 / ((Pages::kPage + sizeof(typename Pages::Page)) * 8 + 1);
        auto* records = reinterpret_cast<typename Pages::Page*>(memory_.get());
        auto* words = reinterpret_cast<typename Pages::Bits*>(records + count);
        u8* first = reinterpret_cast<u8*>(memory_.get()) + Pages::record_bytes(count);
        first += -reinterpret_cast<std::uintptr_t>(first) % 16;
        pages.init(first, records, words);
        pages.extend(count);
    }

    void* take(usize bytes) {
        if (bytes > Pages::kMaxSmall)
            return pages.take_run((bytes + Pages::kPage - 1) / Pages::kPage);
        const unsigned cls =
            Geometry::kTables.class_of[(bytes + Pages::kGranule - 1) / Pages::kGranule];
        if (void* p = pages.take(cls)) return p;
        return pages.refill(cls) ? pages.take(cls) : nullptr;
    }

    struct Item {
        u8* at;
        usize bytes;
        u8 fill;
    };
    void collect() {
        pages.sweep(pages.pages());
        for (const Item& item : live) pages.mark(pages.locate(item.at));
        pages.begin_sweep();
    }

    std::unique_ptr<u64[]> memory_;
    Pages pages;
    std::vector<Item> live;
};

struct Fill {
    usize region, largest;
    double fill;
    int steps;
};

// Random lifetimes: objects come while the payload is below its share of the region and a random
// one dies otherwise. Returns the percentage of allocations that failed after a collection.
template <class Geometry>
double failures(const Fill& fill) {
    Field<Geometry> field(fill.region);
    std::mt19937 random(12345);
    // Nine in ten are small, as in Python programs; two in a hundred are arrays and buffers.
    const auto size = [&] {
        const u32 kind = random() % 100;
        if (kind < 90) return 8 + random() % 57;
        if (kind < 98) return 64 + random() % 193;
        return 256 + random() % (fill.largest - 255);
    };
    const usize target = static_cast<usize>(fill.fill * double(fill.region));
    usize payload = 0, tried = 0, failed = 0;
    for (int step = 0; step < fill.steps; ++step) {
        while (payload > target) {
            const usize i = random() % field.live.size();
            auto& item = field.live[i];
            for (usize k = 0; k < item.bytes; ++k) {
                if (item.at[k] == item.fill) continue;
                ADD_FAILURE() << "a cell was overwritten";
                return 100;
            }
            payload -= item.bytes;
            item = field.live.back();
            field.live.pop_back();
        }
        const usize bytes = size();
        void* p = field.take(bytes);
        if (!p) {
            field.collect();
            p = field.take(bytes);
        }
        ++tried;
        if (!p) {
            ++failed;
            const usize i = random() % field.live.size();  // room for the next
            payload -= field.live[i].bytes;
            field.live[i] = field.live.back();
            field.live.pop_back();
            continue;
        }
        const u8 pattern = static_cast<u8>(random());
        std::memset(p, pattern, bytes);
        field.live.push_back({static_cast<u8*>(p), bytes, pattern});
        payload += bytes;
    }
    field.collect();
    field.pages.sweep(field.pages.pages());
    EXPECT_EQ(field.pages.check(), nullptr);
    return 100.0 * double(failed) / double(tried);
}

using Small = PageGeometry<8, 32>;
using Medium = PageGeometry<8, 64>;
using Large = PageGeometry<16, 64>;

// Percentages of failed allocations; the fill at which each heap size is planned to be used.
TEST(HeapPages, HoldWhatIsPlannedUnderRandomLifetimes) {
    EXPECT_LT(failures<Small>({16 << 10, 512, 0.6, 50000}), 4);
    EXPECT_LT(failures<Small>({128 << 10, 2048, 0.7, 50000}), 2.5);
    EXPECT_LT(failures<Medium>({128 << 10, 2048, 0.7, 50000}), 2.5);
    EXPECT_LT(failures<Large>({128 << 10, 2048, 0.7, 50000}), 2.5);
    EXPECT_LT(failures<Medium>({8 << 20, 2048, 0.8, 200000}), 0.5);
    EXPECT_LT(failures<Large>({8 << 20, 2048, 0.7, 200000}), 0.01);
}

}  // namespace
}  // namespace krait
