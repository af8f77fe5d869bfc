// The functions of math on ints: factorial, comb, perm, isqrt, gcd, lcm.
#include "modules/math_parts.hpp"
#include "objects/int.hpp"

namespace krait {

namespace {

constexpr Value kZero = Value::from_int(0), kOne = Value::from_int(1);

// n * (n - 1) * ... of `count` factors, halved so that equal sizes are multiplied.
Value falling_product(Interp& in, Value n, isize count) {
    if (count == 0) return kOne;
    if (count == 1) return n;
    const auto small = int_as_i64(n);
    if (small && count <= 16) {
        i64 product = *small;
        isize i = 1;
        while (i < count && !__builtin_mul_overflow(product, *small - i, &product)) ++i;
        if (i == count) return new_int(in, product);
    }
    const isize half = count / 2;
    const Value left = KRAIT_TRY(falling_product(in, n, half));
    const Value below = KRAIT_TRY(int_subtract(in, n, KRAIT_TRY(new_int(in, half))));
    const Value right = KRAIT_TRY(falling_product(in, below, count - half));
    return int_multiply(in, left, right);
}

Value math_factorial(Interp& in, Value x) {
    const Value n = KRAIT_TRY(plain_int(in, KRAIT_TRY(to_int_object(in, x))));
    if (int_sign(n) < 0)
        return raise(in, kValueError, "factorial() not defined for negative values");
    const auto count = int_as_i64(n);
    constexpr isize kMost = std::numeric_limits<isize>::max();
    if (!count || *count > kMost)
        return raise(in, kOverflowError, "factorial() argument should not exceed {}", kMost);
    if (*count > static_cast<i64>(kMaxIntLimbs)) return raise_memory_error(in);
    return falling_product(in, n, static_cast<isize>(*count));
}

Status check_not_negative(Interp& in, Value v, const char* name) {
    if (int_sign(v) >= 0) return kOk;
    return raise(in, kValueError, "{} must be a non-negative integer", name);
}

// k as a count; OverflowError with what it is.
Result<isize> count_of(Interp& in, Value k, const char* what) {
    const auto count = int_as_i64(k);
    constexpr isize kMost = std::numeric_limits<isize>::max();
    if (count && *count <= kMost) return static_cast<isize>(*count);
    return raise(in, kOverflowError, "{} must not exceed {}", what, kMost);
}

Value math_perm(Interp& in, Value n, Value k) {
    if (is_none(k)) return math_factorial(in, n);
    n = KRAIT_TRY(to_int_object(in, n));
    k = KRAIT_TRY(to_int_object(in, k));
    KRAIT_TRY(check_not_negative(in, n, "n"));
    KRAIT_TRY(check_not_negative(in, k, "k"));
    if (int_order(n, k) < 0) return kZero;
    return falling_product(in, KRAIT_TRY(plain_int(in, n)), KRAIT_TRY(count_of(in, k, "k")));
}

Value math_comb(Interp& in, Value n, Value k) {
    n = KRAIT_TRY(to_int_object(in, n));
    k = KRAIT_TRY(to_int_object(in, k));
    KRAIT_TRY(check_not_negative(in, n, "n"));
    KRAIT_TRY(check_not_negative(in, k, "k"));
    if (int_order(n, k) < 0) return kZero;
    const Value others = KRAIT_TRY(int_subtract(in, n, k));
    if (int_order(others, k) < 0) k = others;
    const isize count = KRAIT_TRY(count_of(in, k, "min(n - k, k)"));
    const Value chosen = KRAIT_TRY(falling_product(in, KRAIT_TRY(plain_int(in, n)), count));
    const Value orders = KRAIT_TRY(falling_product(in, KRAIT_TRY(new_int(in, count)), count));
    return int_floor_divide(in, chosen, orders);
}

// Newton's method from above: the steps fall until they stand on the root.
Value math_isqrt(Interp& in, Value x) {
    const Value n = KRAIT_TRY(to_int_object(in, x));
    const int sign = int_sign(n);
    if (sign < 0) return raise(in, kValueError, "isqrt() argument must be nonnegative");
    if (sign == 0) return kZero;
    Value root = KRAIT_TRY(int_shift_left(in, kOne, (int_bit_length(n) + 1) / 2));
    while (true) {
        const Value quotient = KRAIT_TRY(int_floor_divide(in, n, root));
        const Value sum = KRAIT_TRY(int_add(in, root, quotient));
        const Value lower = KRAIT_TRY(int_shift_right(in, sum, 1));
        if (int_order(lower, root) >= 0) return root;
        root = lower;
    }
}

Value math_gcd(Interp& in, Args integers) {
    Value divisor = kZero;
    for (Value v : integers) {
        const Value n = KRAIT_TRY(to_int_object(in, v));
        divisor = KRAIT_TRY(int_gcd(in, divisor, n));
    }
    return divisor;
}

Value math_lcm(Interp& in, Args integers) {
    Value multiple = kOne;
    for (Value v : integers) {
        const Value n = KRAIT_TRY(to_int_object(in, v));
        if (int_sign(n) == 0 || int_sign(multiple) == 0) {
            multiple = kZero;
            continue;
        }
        const Value divisor = KRAIT_TRY(int_gcd(in, multiple, n));
        const Value rest = KRAIT_TRY(int_floor_divide(in, multiple, divisor));
        multiple = KRAIT_TRY(int_absolute(in, KRAIT_TRY(int_multiply(in, rest, n))));
    }
    return multiple;
}

constexpr Row kRows[] = {
    def<"comb(n, k, /)", math_comb>, def<"factorial(n, /)", math_factorial>,
    def<"gcd(*integers)", math_gcd>, def<"isqrt(n, /)", math_isqrt>,
    def<"lcm(*integers)", math_lcm>, def<"perm(n, k=None, /)", math_perm>,
};

}  // namespace

constinit const std::span<const Row> kMathIntegerRows{kRows};

}  // namespace krait
