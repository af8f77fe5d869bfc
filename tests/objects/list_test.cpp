// Lists and tuples against std::vector, with the heap's stress modes.
#include "objects/list.hpp"

#include <random>
#include <vector>

#include "../core/interp_fixture.hpp"
#include "core/slicing.hpp"

namespace krait {
namespace {

class CollectionsTest : public InterpTest {
  protected:
    static Value number(isize i) { return Value::from_int(i); }

    static std::vector<isize> numbers(List* list) {
        std::vector<isize> out;
        for (Value v : list->span()) out.push_back(v.as_int());
        return out;
    }

    void run_model(int steps) {
        std::mt19937 random(3);
        std::vector<isize> model;
        List* list = KRAIT_MUST(new_list(in), "the heap is large");
        for (int i = 0; i < steps; ++i) {
            const usize at = model.empty() ? 0 : random() % model.size();
            switch (random() % 8) {
                case 0:
                    ASSERT_TRUE(list_insert(in, list, at, number(i)));
                    model.insert(model.begin() + static_cast<isize>(at), i);
                    break;
                case 1:
                    if (model.empty()) break;
                    ASSERT_EQ(list_pop(in, list, at).as_int(), model[at]);
                    model.erase(model.begin() + static_cast<isize>(at));
                    break;
                case 2: {
                    const usize stop = at + random() % (model.size() - at + 1);
                    const Value items[] = {number(i), number(i + 1), number(i + 2)};
                    const usize count = random() % 4;
                    ASSERT_TRUE(list_splice(in, list, at, stop, {items, count}));
                    const auto first = model.erase(model.begin() + static_cast<isize>(at),
                                                   model.begin() + static_cast<isize>(stop));
                    std::vector<isize> added;
                    for (usize k = 0; k < count; ++k) added.push_back(i + static_cast<isize>(k));
                    model.insert(first, added.begin(), added.end());
                    break;
                }
                case 3:
                    if (random() % 20) break;
                    list_truncate(list, at);
                    model.resize(at);
                    break;
                default: ASSERT_TRUE(list_append(in, list, number(i))); model.push_back(i);
            }
            if (i % 32 == 0) {
                ASSERT_EQ(numbers(list), model);
            }
        }
        ASSERT_EQ(numbers(list), model);
    }
};

TEST_F(CollectionsTest, ListsAgreeWithTheModel) { run_model(20000); }

TEST_F(CollectionsTest, ListsAgreeWithTheModelUnderStress) {
    in.heap().stress().collect_always = true;
    run_model(1500);
    in.heap().stress().collect_always = false;
    in.heap().stress().slice_always = true;
    run_model(4000);
}

TEST_F(CollectionsTest, FailedAllocationsLeaveListsAsTheyWere) {
    for (i64 fail = 0; fail < 20; ++fail) {
        List* list = KRAIT_MUST(new_list(in), "the heap is large");
        in.heap().stress().fail_after = fail;
        std::vector<isize> model;
        for (isize i = 0; i < 200; ++i) {
            if (list_append(in, list, number(i)))
                model.push_back(i);
            else
                EXPECT_EQ(error().substr(0, 11), "MemoryError");
        }
        in.heap().stress().fail_after = -1;
        EXPECT_EQ(numbers(list), model);
    }
}

TEST_F(CollectionsTest, ImpossibleSizesAreMemoryErrors) {
    const usize absurd = std::numeric_limits<usize>::max() / 4;
    EXPECT_FALSE(new_list(in, absurd));
    EXPECT_EQ(error().substr(0, 11), "MemoryError");
    EXPECT_FALSE(new_tuple(in, absurd));
    EXPECT_EQ(error().substr(0, 11), "MemoryError");
    List* list = KRAIT_MUST(new_list(in), "the heap is large");
    ASSERT_TRUE(list_append(in, list, number(1)));
    EXPECT_FALSE(list_reserve(in, list, std::numeric_limits<usize>::max()));
    EXPECT_EQ(error().substr(0, 11), "MemoryError");
    EXPECT_EQ(numbers(list), std::vector<isize>{1});
}

TEST_F(CollectionsTest, TheEmptyTupleIsOneObjectInReadOnlyMemory) {
    EXPECT_EQ(KRAIT_MUST(new_tuple(in, usize{0}), "needs no memory"), empty_tuple());
    EXPECT_EQ(empty_tuple()->size(), 0u);
    EXPECT_TRUE(is_exact<Tuple>(empty_tuple()));
}

TEST_F(CollectionsTest, SortIsStableAndComplete) {
    std::mt19937 random(11);
    for (usize size : {0, 1, 2, 9, 16, 17, 33, 100, 1000, 4097}) {
        List* list = KRAIT_MUST(new_list(in), "the heap is large");
        std::vector<isize> model;
        for (usize i = 0; i < size; ++i) {
            model.push_back(static_cast<isize>(random() % 100));
            ASSERT_TRUE(list_append(in, list, number(model.back())));
        }
        ASSERT_TRUE(list_sort(in, list, {}, false));
        std::ranges::sort(model);
        EXPECT_EQ(numbers(list), model);
        ASSERT_TRUE(list_sort(in, list, {}, true));
        std::ranges::reverse(model);
        EXPECT_EQ(numbers(list), model);
    }
}

TEST_F(CollectionsTest, SlicesAreCutAsPythonDoes) {
    auto fit = [&](isize start, isize stop, isize step, usize length) {
        Slice* slice =
            KRAIT_MUST(new_slice(in, number(start), number(stop), number(step)), "large heap");
        SliceRange range;
        KRAIT_MUST(slice_indices(in, slice, length, range), "valid");
        return std::vector<isize>{range.start, range.stop, range.step,
                                  static_cast<isize>(range.count)};
    };
    EXPECT_EQ(fit(1, 10, 2, 5), (std::vector<isize>{1, 5, 2, 2}));
    EXPECT_EQ(fit(-1, -10, -1, 3), (std::vector<isize>{2, -1, -1, 3}));
    EXPECT_EQ(fit(5, 2, 1, 9), (std::vector<isize>{5, 2, 1, 0}));
    EXPECT_EQ(fit(0, 3, 1, 0), (std::vector<isize>{0, 0, 1, 0}));
}

}  // namespace
}  // namespace krait
