// The functions of math over many numbers: fsum, sumprod, prod, hypot, dist.
#include <cmath>

#include "modules/exact_sum.hpp"
#include "modules/math_parts.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"

namespace krait {

namespace {

constexpr Float kInfinity = std::numeric_limits<Float>::infinity();

// Differs: only a sum that is itself too large is an OverflowError, not one on the way to it.
Value math_fsum(Interp& in, Value seq) {
    const Value it = KRAIT_TRY(iterate(in, seq));
    ExactSum<Float> sum;
    Float special = 0;  // the sum of what is not finite
    bool has_infinity = false;
    for (;;) {
        const Value item = KRAIT_TRY(next(in, it));
        if (is_done(item)) break;
        Float f = 0;
        KRAIT_TRY(to_float(in, item, f));
        if (float_is_finite(f)) {
            sum.add(f);
        } else {
            has_infinity |= !float_is_nan(f);
            if (special == -f) return raise(in, kValueError, "-inf + inf in fsum");
            special += f;
        }
    }
    if (has_infinity || float_is_nan(special)) return new_float(in, special);
    const Float total = sum.value();
    if (!float_is_finite(total)) return raise(in, kOverflowError, "intermediate overflow in fsum");
    return new_float(in, total);
}

Value math_prod(Interp& in, Value iterable, Value start) {
    const Value it = KRAIT_TRY(iterate(in, iterable));
    Value product = start;
    for (;;) {
        const Value item = KRAIT_TRY(next(in, it));
        if (is_done(item)) return product;
        product = KRAIT_TRY(binary(in, BinaryOp::Mul, product, item));
    }
}

// Products with a float go into an exact sum; all others into a total as + and * make it.
class ProductSum {
  public:
    explicit ProductSum(Interp& in) : in_(in) {}
    Status add(Value a, Value b) {
        const bool numbers = is_real(a) && is_real(b) && (is_float(a) || is_float(b));
        if (numbers) {
            Float x = 0, y = 0;
            KRAIT_TRY(real_to_float(in_, a, x));
            KRAIT_TRY(real_to_float(in_, b, y));
            if (float_is_finite(x) && float_is_finite(y)) {
                sum_.add_product(x, y);
                has_floats_ = true;
                return kOk;
            }
        }
        const Value product = KRAIT_TRY(binary(in_, BinaryOp::Mul, a, b));
        total_ = KRAIT_TRY(binary(in_, BinaryOp::Add, total_, product));
        return kOk;
    }
    Value total() {
        if (!has_floats_) return total_;
        const Value floats = KRAIT_TRY(new_float(in_, sum_.value()));
        return total_ == Value::from_int(0) ? floats : binary(in_, BinaryOp::Add, total_, floats);
    }

  private:
    Interp& in_;
    Value total_ = Value::from_int(0);
    ExactSum<Float> sum_;
    bool has_floats_ = false;
};

Value math_sumprod(Interp& in, Value p, Value q) {
    const Value left = KRAIT_TRY(iterate(in, p)), right = KRAIT_TRY(iterate(in, q));
    ProductSum sum(in);
    for (;;) {
        const Value a = KRAIT_TRY(next(in, left)), b = KRAIT_TRY(next(in, right));
        if (is_done(a) != is_done(b))
            return raise(in, kValueError, "Inputs are not the same length");
        if (is_done(a)) return sum.total();
        KRAIT_TRY(sum.add(a, b));
    }
}

// --- lengths -------------------------------------------------------------------------------------

// The length of a vector whose coordinates `get(i)` gives: scaled so that nothing overflows, with
// an exact sum of squares, and one step of Newton's method on the root for the last bit.
template <class Get>
Result<bool> vector_length(usize count, Get get, Float& out) {
    Float largest = 0;
    bool has_nan = false;
    for (usize i = 0; i < count; ++i) {
        Float f = 0;
        KRAIT_TRY(get(i, f));
        has_nan |= float_is_nan(f);
        largest = std::fmax(largest, std::fabs(f));
    }
    out = largest == kInfinity ? kInfinity : has_nan ? std::numeric_limits<Float>::quiet_NaN() : 0;
    if (has_nan || largest == kInfinity || largest == 0) return true;
    int exponent = 0;
    (void)std::frexp(largest, &exponent);
    ExactSum<Float> squares;
    for (usize i = 0; i < count; ++i) {
        Float f = 0;
        KRAIT_TRY(get(i, f));
        f = std::ldexp(f, -exponent);
        squares.add_product(f, f);
    }
    const Float root = std::sqrt(squares.value());
    squares.add_product(-root, root);
    out = std::ldexp(root + squares.value() / (2 * root), exponent);
    return true;
}

Value math_hypot(Interp& in, Args coordinates) {
    // Taken once, for __float__ may run Python.
    List* floats = KRAIT_TRY(new_list(in, coordinates.size()));
    for (Value v : coordinates) {
        Float f = 0;
        KRAIT_TRY(to_float(in, v, f));
        KRAIT_TRY(list_append(in, floats, KRAIT_TRY(new_float(in, f))));
    }
    Float length = 0;
    KRAIT_TRY(vector_length(
        floats->size(),
        [&](usize i, Float& f) -> Status {
            f = float_of(floats->begin()[i]);
            return kOk;
        },
        length));
    return new_float(in, length);
}

Value math_dist(Interp& in, Value p, Value q) {
    Tuple* a = KRAIT_TRY(tuple_from(in, p));
    Tuple* b = KRAIT_TRY(tuple_from(in, q));
    if (a->size() != b->size())
        return raise(in, kValueError, "both points must have the same number of dimensions");
    List* differences = KRAIT_TRY(new_list(in, a->size()));
    for (usize i = 0; i < a->size(); ++i) {
        Float x = 0, y = 0;
        KRAIT_TRY(to_float(in, (*a)[i], x));
        KRAIT_TRY(to_float(in, (*b)[i], y));
        KRAIT_TRY(list_append(in, differences, KRAIT_TRY(new_float(in, x - y))));
    }
    return math_hypot(in, Args{differences->begin(), differences->size()});
}

constexpr Row kRows[] = {
    def<"dist(p, q, /)", math_dist>,        def<"fsum(seq, /)", math_fsum>,
    def<"hypot(*coordinates)", math_hypot>, def<"prod(iterable, /, *, start=1)", math_prod>,
    def<"sumprod(p, q, /)", math_sumprod>,
};

}  // namespace

constinit const std::span<const Row> kMathSumRows{kRows};

}  // namespace krait
