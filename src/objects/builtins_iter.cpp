// The built-in functions of iteration: all, any, iter, len, max, min, next, sorted, sum; and the
// names of the container types.
#include <cmath>

#include "core/bind.hpp"
#include "core/slicing.hpp"
#include "objects/iteration.hpp"
#include "objects/iterators.hpp"
#include "objects/list.hpp"
#include "objects/loop.hpp"
#include "objects/range.hpp"
#include "objects/set.hpp"

namespace krait {

namespace {

// Whether some item's truth is `wanted`.
Result<bool> has_truth(Interp& in, Value iterable, bool wanted) {
    Loop loop;
    KRAIT_TRY(loop.begin(in, iterable));
    for (;;) {
        const Value item = KRAIT_TRY(loop.next(in));
        if (is_done(item)) return false;
        if (KRAIT_TRY(truth(in, item)) == wanted) return true;
    }
}

Result<bool> builtin_all(Interp& in, Value iterable) {
    return !KRAIT_TRY(has_truth(in, iterable, false));
}

Result<bool> builtin_any(Interp& in, Value iterable) { return has_truth(in, iterable, true); }

Value builtin_iter(Interp& in, Value object, Value sentinel) {
    if (!sentinel) return iterate(in, object);
    if (!is_callable(object))
        return raise(in, kTypeError, "iter(object, sentinel): object must be callable");
    return new_call_iterator(in, object, sentinel);
}

Result<isize> builtin_len(Interp& in, Value object) { return length(in, object); }

Value builtin_next(Interp& in, Value iterator, Value fallback) {
    in.set_stop_value({});
    const Value item = next(in, iterator);
    if (!item) {
        if (!fallback || !is_instance(in.pending(), &kStopIteration)) return {};
        in.set_pending({});
        return fallback;
    }
    if (!is_done(item)) return item;
    return fallback ? fallback : Value(raise_stop_iteration(in, in.take_stop_value()));
}

// Adds floats and keeps the rounding error beside the sum (Neumaier), as CPython 3.12 does.
class FloatSum {
  public:
    explicit FloatSum(Float start) : sum_(start) {}
    void add(Float x) {
        const Float sum = sum_ + x;
        if (std::fabs(sum_) >= std::fabs(x))
            error_ += (sum_ - sum) + x;
        else
            error_ += (x - sum) + sum_;
        sum_ = sum;
    }
    Float result() const { return std::isfinite(error_) ? sum_ + error_ : sum_; }

  private:
    Float sum_, error_ = 0;
};

// Adds items as long as they are floats or small ints. Gives the first other item, or done().
Value add_floats(Interp& in, Loop& loop, Value& total) {
    FloatSum sum(float_of(total));
    Value item;
    for (;;) {
        item = KRAIT_TRY(loop.next(in));
        if (type_of(item) == &FloatType::kType)
            sum.add(float_of(item));
        else if (item.is_int())
            sum.add(static_cast<Float>(item.as_int()));
        else
            break;
    }
    total = KRAIT_TRY(new_float(in, sum.result()));
    return item;
}

Value builtin_sum(Interp& in, Value iterable, Value start) {
    if (is<Str>(start))
        return raise(in, kTypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    Loop loop;
    KRAIT_TRY(loop.begin(in, iterable));
    Value total = start;
    for (;;) {
        const bool floats = type_of(total) == &FloatType::kType;
        const Value item = KRAIT_TRY(floats ? add_floats(in, loop, total) : loop.next(in));
        if (is_done(item)) return total;
        total = KRAIT_TRY(binary(in, BinaryOp::Add, total, item));
    }
}

// --- min and max ---------------------------------------------------------------------------------

struct Extreme {
    Interp& in;
    CompareOp op;  // how the key of a better item compares with the best so far
    Value key_function;
    Value item, key;  // the best so far; empty: none

    Status offer(Value candidate) {
        Value candidate_key = candidate;
        if (!is_none(key_function)) candidate_key = KRAIT_TRY(call(in, key_function, candidate));
        if (item && !KRAIT_TRY(compare_bool(in, op, candidate_key, key))) return kOk;
        item = candidate;
        key = candidate_key;
        return kOk;
    }
    Status offer_all(Value iterable) {
        Loop loop;
        KRAIT_TRY(loop.begin(in, iterable));
        for (;;) {
            const Value candidate = KRAIT_TRY(loop.next(in));
            if (is_done(candidate)) return kOk;
            KRAIT_TRY(offer(candidate));
        }
    }
};

Value find_extreme(Interp& in, CompareOp op, const char* name, Args args, Value key,
                   Value fallback) {
    if (args.empty()) return raise(in, kTypeError, "{} expected at least 1 argument, got 0", name);
    if (fallback && args.size() > 1)
        return raise(in, kTypeError,
                     "Cannot specify a default for {}() with multiple positional arguments", name);
    Extreme best{in, op, key, {}, {}};
    if (args.size() == 1) {
        KRAIT_TRY(best.offer_all(args[0]));
    } else {
        for (Value candidate : args) KRAIT_TRY(best.offer(candidate));
    }
    if (best.item) return best.item;
    if (fallback) return fallback;
    return raise(in, kValueError, "{}() iterable argument is empty", name);
}

Value builtin_max(Interp& in, Args args, Value key, Value fallback) {
    return find_extreme(in, CompareOp::Gt, "max", args, key, fallback);
}

Value builtin_min(Interp& in, Args args, Value key, Value fallback) {
    return find_extreme(in, CompareOp::Lt, "min", args, key, fallback);
}

Result<List*> builtin_sorted(Interp& in, Value iterable, Value key, bool reverse) {
    return sorted(in, iterable, key, reverse);
}

constexpr Row kRows[] = {
    def<"all(iterable, /)", builtin_all>,
    def<"any(iterable, /)", builtin_any>,
    def<"iter(object, sentinel=..., /)", builtin_iter>,
    def<"len(obj, /)", builtin_len>,
    def<"max(*args, key=None, default=...)", builtin_max>,
    def<"min(*args, key=None, default=...)", builtin_min>,
    def<"next(iterator, default=..., /)", builtin_next>,
    def<"sorted(iterable, /, *, key=None, reverse=False)", builtin_sorted>,
    def<"sum(iterable, /, start=0)", builtin_sum>,
    constant<"dict">(&Dict::kType),
    constant<"enumerate">(&Enumerate::kType),
    constant<"filter">(&Filter::kType),
    constant<"frozenset">(&FrozenSet::kType),
    constant<"list">(&List::kType),
    constant<"map">(&Map::kType),
    constant<"range">(&Range::kType),
    constant<"reversed">(&Reversed::kType),
    constant<"set">(&Set::kType),
    constant<"slice">(&Slice::kType),
    constant<"tuple">(&Tuple::kType),
    constant<"zip">(&Zip::kType),
};

}  // namespace

Result<List*> sorted(Interp& in, Value iterable, Value key, bool reverse) {
    List* list = KRAIT_TRY(list_from(in, iterable));
    KRAIT_TRY(list_sort(in, list, key, reverse));
    return list;
}

constinit const std::span<const Row> kIterBuiltins{kRows};

}  // namespace krait
