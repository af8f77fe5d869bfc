// Dicts against a model, on a heap that collects, moves and fails as often as it can.
#include <algorithm>
#include <random>
#include <vector>

#include "interp_fixture.hpp"

namespace krait {
namespace {

// What a dict of ints and strings should hold: pairs in insertion order.
class Model {
  public:
    void set(i64 key, i64 value) {
        for (auto& pair : pairs_)
            if (pair.first == key) {
                pair.second = value;
                return;
            }
        pairs_.push_back({key, value});
    }
    bool remove(i64 key) {
        return std::erase_if(pairs_, [&](const auto& pair) { return pair.first == key; }) > 0;
    }
    const std::vector<std::pair<i64, i64>>& pairs() const { return pairs_; }
    void clear() { pairs_.clear(); }
    i64 get(i64 key) const {
        for (const auto& pair : pairs_)
            if (pair.first == key) return pair.second;
        return -1;
    }

  private:
    std::vector<std::pair<i64, i64>> pairs_;
};

class TableTest : public InterpTest {
  protected:
    enum class Keys { Ints, Names, Strings, Mixed };

    // The Python key for a number.
    Value key(Keys kind, i64 n) {
        const std::string text = "key" + std::to_string(n);
        switch (kind) {
            case Keys::Ints: return Value::from_int(n * 1024);
            case Keys::Names: return KRAIT_MUST(intern(in, text), "the heap is large");
            case Keys::Strings: return str(text);
            default: break;
        }
        if (n % 3 == 0) return Value::from_int(n);
        if (n % 3 == 1) return str(text);
        const Value parts[] = {Value::from_int(n % 7), str(text)};
        return KRAIT_MUST(new_tuple(in, parts), "the heap is large");
    }

    void expect_same(Dict* dict, const Model& model, Keys kind) {
        ASSERT_EQ(dict->size(), model.pairs().size());
        usize position = 0, n = 0;
        Value k, v;
        while (dict_next(dict, position, k, v)) {
            const auto& pair = model.pairs()[n++];
            ASSERT_TRUE(KRAIT_MUST(equal(in, k, key(kind, pair.first)), "comparable"));
            ASSERT_EQ(v.as_int(), pair.second);
        }
        ASSERT_EQ(n, model.pairs().size());
    }

    void run_model(Keys kind, int steps, i64 range) {
        std::mt19937 random(7);
        Model model;
        Dict* dict = KRAIT_MUST_RESULT(new_dict(in));
        for (int i = 0; i < steps; ++i) {
            const i64 n = static_cast<i64>(random() % static_cast<u32>(range));
            switch (random() % 16) {
                case 0:
                case 1:
                case 2:
                case 3:
                case 4: {
                    const Result<bool> removed = dict_remove(in, dict, key(kind, n));
                    ASSERT_TRUE(removed);
                    ASSERT_EQ(removed.take(), model.remove(n));
                    break;
                }
                case 5: {
                    const Value found = dict_get(in, dict, key(kind, n));
                    ASSERT_TRUE(found);
                    const i64 expected = model.get(n);
                    ASSERT_EQ(is_done(found) ? -1 : found.as_int(), expected);
                    break;
                }
                case 6:
                    if (random() % 40 == 0) {
                        dict_clear(in, dict);
                        model.clear();
                    }
                    break;
                case 7: {
                    const i64 last = model.pairs().empty() ? -1 : model.pairs().back().first;
                    if (last >= 0) {
                        ASSERT_TRUE(dict_remove(in, dict, key(kind, last)).take());
                        model.remove(last);
                    }
                    break;
                }
                default:
                    ASSERT_TRUE(dict_set(in, dict, key(kind, n), Value::from_int(i)));
                    model.set(n, i);
            }
            if (i % 64 == 0) expect_same(dict, model, kind);
        }
        expect_same(dict, model, kind);
        Dict* copy = KRAIT_MUST_RESULT(dict_copy(in, dict));
        expect_same(copy, model, kind);
    }

    template <class T>
    T* KRAIT_MUST_RESULT(Result<T*> r) {
        if (!r) ADD_FAILURE() << error();
        return r.take();
    }
};

TEST_F(TableTest, AgreesWithTheModelForInts) {
    run_model(Keys::Ints, 6000, 6);
    run_model(Keys::Ints, 20000, 600);
}
TEST_F(TableTest, AgreesWithTheModelForNames) {
    run_model(Keys::Names, 6000, 12);
    run_model(Keys::Names, 20000, 400);
}
TEST_F(TableTest, AgreesWithTheModelForStrings) { run_model(Keys::Strings, 20000, 300); }
TEST_F(TableTest, AgreesWithTheModelForMixedKeys) { run_model(Keys::Mixed, 20000, 300); }

TEST_F(TableTest, AgreesWithTheModelWhenEachAllocationCollects) {
    in.heap().stress().collect_always = true;
    run_model(Keys::Mixed, 1500, 60);
}

TEST_F(TableTest, AgreesWithTheModelWhileMarkingGoesOn) {
    in.heap().stress().slice_always = true;
    run_model(Keys::Mixed, 6000, 200);
}

TEST_F(TableTest, WidthsOfTheIndexChangeWithoutLoss) {
    Dict* dict = KRAIT_MUST_RESULT(new_dict(in));
    for (i64 i = 0; i < 5000; ++i)
        ASSERT_TRUE(dict_set(in, dict, Value::from_int(i), Value::from_int(i)));
    for (i64 i = 0; i < 5000; ++i) ASSERT_EQ(dict_get(in, dict, Value::from_int(i)).as_int(), i);
    for (i64 i = 0; i < 4990; ++i) ASSERT_TRUE(dict_remove(in, dict, Value::from_int(i)).take());
    for (i64 i = 0; i < 9000; ++i) {
        ASSERT_TRUE(dict_set(in, dict, Value::from_int(10000 + i), none()));
        ASSERT_TRUE(dict_remove(in, dict, Value::from_int(10000 + i)).take());
    }
    ASSERT_EQ(dict->size(), 10u);
    for (i64 i = 4990; i < 5000; ++i) ASSERT_EQ(dict_get(in, dict, Value::from_int(i)).as_int(), i);
    EXPECT_LE(dict->fill, 5000u);
}

TEST_F(TableTest, ChurnInASmallDictDoesNotGrowIt) {
    Dict* dict = KRAIT_MUST_RESULT(new_dict(in));
    for (i64 i = 0; i < 10000; ++i) {
        ASSERT_TRUE(dict_set(in, dict, Value::from_int(i), none()));
        if (i >= 5) {
            ASSERT_TRUE(dict_remove(in, dict, Value::from_int(i - 5)).take());
        }
    }
    EXPECT_EQ(dict->size(), 5u);
    EXPECT_LE(dict->entries->capacity, 32u);
}

TEST_F(TableTest, FailedAllocationsChangeNothing) {
    for (i64 fail = 0; fail < 40; ++fail) {
        Dict* dict = KRAIT_MUST_RESULT(new_dict(in));
        std::vector<Value> keys;
        for (i64 i = 0; i < 60; ++i) keys.push_back(key(Keys::Mixed, i));
        Tuple* held = KRAIT_MUST_RESULT(new_tuple(in, keys));
        in.heap().stress().fail_after = fail;
        Model model;
        for (i64 i = 0; i < 60; ++i) {
            if (dict_set(in, dict, (*held)[static_cast<usize>(i)], Value::from_int(i)))
                model.set(i, i);
            else
                EXPECT_EQ(error().substr(0, 11), "MemoryError");
        }
        in.heap().stress().fail_after = -1;
        expect_same(dict, model, Keys::Mixed);
    }
}

TEST_F(TableTest, NamesAreFoundWithoutAnInterpreter) {
    Dict* dict = KRAIT_MUST_RESULT(new_dict(in));
    EXPECT_EQ(dict_find(dict, "find"_sym), nullptr);
    ASSERT_TRUE(dict_set(in, dict, "find"_sym, Value::from_int(1)));
    ASSERT_TRUE(dict_set(in, dict, str("plain text"), Value::from_int(2)));
    EXPECT_EQ(dict_find(dict, "find"_sym)->as_int(), 1);
    EXPECT_EQ(dict_get(dict, "plain text"_sym).as_int(), 2);
    EXPECT_TRUE(dict_get(dict, "other"_sym).is_empty());
    const u32 version = dict->version;
    ASSERT_TRUE(dict_set(in, dict, "find"_sym, Value::from_int(3)));
    EXPECT_EQ(dict->version, version) << "replacing a value moves nothing";
    EXPECT_TRUE(dict_remove(dict, "find"_sym));
    EXPECT_FALSE(dict_remove(dict, "find"_sym));
    EXPECT_NE(dict->version, version);
}

TEST_F(TableTest, EntriesMoveToBothEnds) {
    for (Keys kind : {Keys::Ints, Keys::Mixed}) {
        Dict* dict = KRAIT_MUST_RESULT(new_dict(in));
        for (i64 i = 0; i < 30; ++i)
            ASSERT_TRUE(dict_set(in, dict, key(kind, i), Value::from_int(i)));
        ASSERT_TRUE(dict_remove(in, dict, key(kind, 3)).take());
        auto place_of = [&](i64 n) {
            u32 hash;
            KRAIT_MUST(table_hash(in, key(kind, n), hash), "hashable");
            return static_cast<usize>(
                KRAIT_MUST(table_find(in, dict, key(kind, n), hash), "comparable"));
        };
        ASSERT_TRUE(table_move_to_end(in, dict, place_of(5)));
        table_move_to_front(in, dict, place_of(20));
        std::vector<isize> order;
        usize position = 0;
        Value k, v;
        while (dict_next(dict, position, k, v)) order.push_back(v.as_int());
        EXPECT_EQ(order.front(), 20);
        EXPECT_EQ(order.back(), 5);
        EXPECT_EQ(order.size(), 29u);
        for (i64 i = 0; i < 30; ++i) {
            const Value found = dict_get(in, dict, key(kind, i));
            EXPECT_EQ(is_done(found) ? 3 : found.as_int(), i);
        }
    }
}

}  // namespace
}  // namespace krait
