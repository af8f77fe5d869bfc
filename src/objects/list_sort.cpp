// Sorting: a stable natural merge sort without recursion.
//
// The input is cut into runs that are already in order (descending ones are reversed), short runs
// are lengthened by binary insertion, and neighbouring runs are merged so that their lengths on the
// stack grow like Fibonacci numbers; 48 places are enough for any memory. (The invariant is that of
// Tim Peters' timsort with the correction of de Gouw et al., 2015; there is no galloping.)
//
// A comparison may run Python, so the items are taken out of the list while it is sorted. At each
// comparison all items are in the array exactly once, or (during a merge) in the array or the
// buffer, so that a failing comparison leaves a permutation.
#include "core/arrays.hpp"
#include "objects/list.hpp"

namespace krait {

namespace {

constexpr usize kMinRun = 8;
constexpr usize kMaxRuns = 48;

// What all keys have in common, so that comparing them is quick.
enum class KeyKind { Ints, Floats, Strs, Any };

KeyKind kind_of_key(Value v) {
    if (v.is_int()) return KeyKind::Ints;
    if (v.is_inline_float()) return KeyKind::Floats;
    return is_exact<Str>(v) ? KeyKind::Strs : KeyKind::Any;
}

KeyKind common_kind(std::span<const Value> keys) {
    const KeyKind first = keys.empty() ? KeyKind::Any : kind_of_key(keys[0]);
    for (Value v : keys)
        if (kind_of_key(v) != first) return KeyKind::Any;
    return first;
}

class Sorter {
  public:
    // `values` follow the order of `keys`; null if the keys are what is sorted.
    Sorter(Interp& in, Value* keys, Value* values, usize count, bool reverse)
        : in_(in),
          keys_(keys),
          values_(values),
          count_(count),
          reverse_(reverse),
          kind_(common_kind({keys, count})) {}

    Status sort() {
        const usize min_run = min_run_length();
        for (usize at = 0; at < count_;) {
            usize run = KRAIT_TRY(count_run(at));
            const usize wanted = std::min(min_run, count_ - at);
            if (run < wanted) {
                KRAIT_TRY(insert_rest(at, run, wanted));
                run = wanted;
            }
            runs_[run_count_++] = {at, run};
            at += run;
            KRAIT_TRY(merge_while_unbalanced());
        }
        while (run_count_ > 1) KRAIT_TRY(merge_at(run_count_ - 2));
        return kOk;
    }

  private:
    struct Run {
        usize start, size;
    };

    // Whether `b` has to stand before `a`, which precedes it now.
    Result<bool> out_of_order(Value a, Value b) {
        if (reverse_) std::swap(a, b);
        switch (kind_) {
            case KeyKind::Ints: return b.as_int() < a.as_int();
            case KeyKind::Floats: return b.as_inline_float() < a.as_inline_float();
            case KeyKind::Strs: return as<Str>(b)->view() < as<Str>(a)->view();
            default: return compare_bool(in_, CompareOp::Lt, b, a);
        }
    }

    // Between 8 and 16, so that the number of runs is near a power of two.
    usize min_run_length() const {
        usize n = count_, odd = 0;
        while (n >= 2 * kMinRun) {
            odd |= n & 1;
            n >>= 1;
        }
        return n + odd;
    }

    void put(usize at, Value key, Value value) {
        in_.heap().write(keys_[at], key);
        if (values_) in_.heap().write(values_[at], value);
    }
    Value value_at(usize at) const { return values_ ? values_[at] : Value(); }

    void reverse_range(usize first, usize last) {
        while (first < last && first < --last) {
            const Value key = keys_[first], value = value_at(first);
            put(first++, keys_[last], value_at(last));
            put(last, key, value);
        }
    }

    // The length of the run at `start`, which is in order afterwards.
    Result<isize> count_run(usize start) {
        usize end = start + 1;
        if (end == count_) return 1;
        const bool down = KRAIT_TRY(out_of_order(keys_[start], keys_[end]));
        for (++end; end < count_; ++end)
            if (KRAIT_TRY(out_of_order(keys_[end - 1], keys_[end])) != down) break;
        if (down) reverse_range(start, end);
        return static_cast<isize>(end - start);
    }

    // Lengthens the sorted run of `size` items at `start` to `wanted` items.
    Status insert_rest(usize start, usize size, usize wanted) {
        for (usize at = start + size; at < start + wanted; ++at) {
            const Value key = keys_[at], value = value_at(at);
            usize low = start, high = at;
            while (low < high) {
                const usize middle = low + (high - low) / 2;
                if (KRAIT_TRY(out_of_order(keys_[middle], key)))
                    high = middle;
                else
                    low = middle + 1;
            }
            for (usize i = at; i > low; --i) put(i, keys_[i - 1], value_at(i - 1));
            put(low, key, value);
        }
        return kOk;
    }

    Status merge_while_unbalanced() {
        while (run_count_ > 1) {
            usize n = run_count_ - 2;
            const bool unbalanced =
                (n > 0 && runs_[n - 1].size <= runs_[n].size + runs_[n + 1].size) ||
                (n > 1 && runs_[n - 2].size <= runs_[n - 1].size + runs_[n].size);
            if (unbalanced) {
                if (runs_[n - 1].size < runs_[n + 1].size) --n;
            } else if (runs_[n].size > runs_[n + 1].size) {
                break;
            }
            KRAIT_TRY(merge_at(n));
        }
        return kOk;
    }

    // Merges runs n and n + 1.
    Status merge_at(usize n) {
        const Run left = runs_[n], right = runs_[n + 1];
        runs_[n].size += right.size;
        for (usize i = n + 1; i + 1 < run_count_; ++i) runs_[i] = runs_[i + 1];
        --run_count_;
        KRAIT_TRY(reserve_buffer(left.size));
        return merge(left, right);
    }

    Status reserve_buffer(usize size) {
        const usize wanted = values_ ? 2 * size : size;
        if (buffer_ && buffer_->capacity >= wanted) return kOk;
        buffer_ = KRAIT_TRY(new_value_array(in_, wanted));
        return kOk;
    }

    void copy_to_buffer(Run run) {
        Heap& heap = in_.heap();
        for (usize i = 0; i < run.size; ++i) {
            heap.write(buffer_->items[i], keys_[run.start + i]);
            if (values_) heap.write(buffer_->items[run.size + i], values_[run.start + i]);
        }
    }

    // The left run waits in the buffer; the right one is always behind the place of output.
    Status merge(Run left, Run right) {
        copy_to_buffer(left);
        const Value* keys = buffer_->items;
        const Value* values = keys + left.size;
        usize from = 0, other = right.start, to = left.start;
        const usize other_end = right.start + right.size;
        bool failed = false;
        while (from < left.size && other < other_end && !failed) {
            const Result<bool> swap = out_of_order(keys[from], keys_[other]);
            failed = !swap;
            if (failed) break;
            if (swap.take()) {
                put(to++, keys_[other], value_at(other));
                ++other;
            } else {
                put(to++, keys[from], values_ ? values[from] : Value());
                ++from;
            }
        }
        for (; from < left.size; ++from) put(to++, keys[from], values_ ? values[from] : Value());
        return failed ? Status() : Status(kOk);
    }

    Interp& in_;
    Value* keys_;
    Value* values_;
    usize count_;
    bool reverse_;
    KeyKind kind_;
    ValueArray* buffer_ = nullptr;
    Run runs_[kMaxRuns];
    usize run_count_ = 0;
};

// Sorts `count` items by the key function.
Status sort_by_key(Interp& in, ValueArray* items, usize count, Value key, bool reverse) {
    ValueArray* keys = KRAIT_TRY(new_value_array(in, count));
    for (usize i = 0; i < count; ++i)
        in.heap().write(keys->items[i], KRAIT_TRY(call(in, key, items->items[i])));
    return Sorter(in, keys->items, items->items, count, reverse).sort();
}

}  // namespace

Status list_sort(Interp& in, List* list, Value key, bool reverse) {
    if (!in.check_stack()) return {};
    ValueArray* items = list->items_;
    const usize count = list->size_;
    if (count == 0) return kOk;
    list->items_ = nullptr;
    list->size_ = 0;
    const bool keyed = !key.is_empty() && !is_none(key);
    const Status sorted = keyed ? sort_by_key(in, items, count, key, reverse)
                                : Sorter(in, items->items, nullptr, count, reverse).sort();
    const bool modified = list->items_ != nullptr;
    list_clear(in, list);
    in.heap().write(list->items_, items);
    list->size_ = count;
    if (sorted && modified) return raise(in, kValueError, "list modified during sort");
    return sorted;
}

}  // namespace krait
