// Quotients, after Knuth's algorithm D (The Art of Computer Programming, 4.3.1): both operands are
// shifted until the divisor's top bit is set; then two limbs by one give each quotient limb, at
// most two too large, and the third limb of the dividend corrects nearly all of that.

#include <algorithm>
#include <bit>

#include "base/bigint.hpp"

namespace krait::big {
namespace {

// The quotient limb of u by v, where u is one limb longer and u / v < 2^32.
Limb estimate(const Limb* u, Limbs v) {
    const usize n = v.size();
    const u64 top = u64{u[n]} << kLimbBits | u[n - 1];
    u64 guess = top / v[n - 1];
    u64 rest = top % v[n - 1];
    while (guess >> kLimbBits != 0 || guess * v[n - 2] > (rest << kLimbBits | u[n - 2])) {
        --guess;
        rest += v[n - 1];
        if (rest >> kLimbBits != 0) break;
    }
    return static_cast<Limb>(guess);
}

// u -= v * factor; whether that went below zero.
bool subtract_product(Limb* u, Limbs v, Limb factor) {
    u64 product = 0;
    i64 borrow = 0;
    for (usize i = 0; i <= v.size(); ++i) {
        product += i < v.size() ? u64{v[i]} * factor : 0;
        borrow += i64{u[i]} - static_cast<Limb>(product);
        u[i] = static_cast<Limb>(borrow);
        borrow >>= kLimbBits;
        product >>= kLimbBits;
    }
    return borrow != 0;
}

// u += v, where the carry out of u cancels an earlier borrow.
void add_back(Limb* u, Limbs v) {
    u64 carry = 0;
    for (usize i = 0; i <= v.size(); ++i) {
        carry += u64{u[i]} + (i < v.size() ? v[i] : 0);
        u[i] = static_cast<Limb>(carry);
        carry >>= kLimbBits;
    }
}

}  // namespace

LimbDivision divide_limb(MutableLimbs quotient, Limbs a, Limb divisor) {
    u64 rest = 0;
    for (usize i = a.size(); i-- > 0;) {
        rest = rest << kLimbBits | a[i];
        quotient[i] = static_cast<Limb>(rest / divisor);
        rest %= divisor;
    }
    return {trim(quotient.first(a.size())).size(), static_cast<Limb>(rest)};
}

Division divide(MutableLimbs quotient, MutableLimbs remainder, Limbs a, Limbs b,
                MutableLimbs scratch) {
    a = trim(a);
    b = trim(b);
    const bool is_wanted = !quotient.empty();
    if (a.size() < b.size()) {
        if (a.data() != remainder.data()) std::copy(a.begin(), a.end(), remainder.begin());
        return {0, a.size()};
    }
    if (b.size() == 1) {
        const LimbDivision division = divide_limb(is_wanted ? quotient : remainder, a, b[0]);
        remainder[0] = division.remainder;
        return {is_wanted ? division.size : 0, usize{division.remainder != 0}};
    }
    // Not shift_left, which wants room for one more limb; it would be zero here.
    const usize n = b.size();
    const int shift = std::countl_zero(b[n - 1]);
    for (usize i = n; i-- > 0;) {
        const u64 pair = u64{b[i]} << kLimbBits | (i > 0 ? b[i - 1] : 0);
        scratch[i] = static_cast<Limb>(pair >> (static_cast<int>(kLimbBits) - shift));
    }
    const Limbs v = scratch.first(n);
    const usize steps = a.size() - n + 1;
    shift_left(remainder, a, static_cast<usize>(shift));
    for (usize j = steps; j-- > 0;) {
        Limb* u = remainder.data() + j;
        Limb digit = estimate(u, v);
        if (subtract_product(u, v, digit)) {
            --digit;
            add_back(u, v);
        }
        if (is_wanted) quotient[j] = digit;
    }
    const usize rest = shift_right(remainder, remainder.first(n), static_cast<usize>(shift));
    return {is_wanted ? trim(quotient.first(steps)).size() : 0, rest};
}

}  // namespace krait::big
