// Products. Karatsuba's way: with a = a1 B + a0 and b = b1 B + b0,
//
//     a b = a1 b1 B^2 + (a0 b0 + a1 b1 - (a0 - a1)(b0 - b1)) B + a0 b0
//
// three products of half the size instead of four. The differences are laid into the destination,
// which is not in use yet, so a level needs scratch only for their product.

#include <algorithm>
#include <utility>

#include "base/bigint.hpp"

namespace krait::big {
namespace {

constexpr usize kKaratsubaLimbs = 40;  // below that the schoolbook is faster

// out += a * factor in the first a.size() limbs; returns the carry.
Limb add_product(Limb* out, Limbs a, Limb factor) {
    u64 carry = 0;
    for (usize i = 0; i < a.size(); ++i) {
        carry += u64{a[i]} * factor + out[i];
        out[i] = static_cast<Limb>(carry);
        carry >>= kLimbBits;
    }
    return static_cast<Limb>(carry);
}

void multiply_schoolbook(MutableLimbs out, Limbs a, Limbs b) {
    std::fill_n(out.begin(), a.size(), 0);
    for (usize i = 0; i < b.size(); ++i) out[a.size() + i] = add_product(out.data() + i, a, b[i]);
}

// out += a, modulo the size of out. Requires: out is not shorter than a.
void add_into(MutableLimbs out, Limbs a) {
    u64 carry = 0;
    for (usize i = 0; i < out.size() && (i < a.size() || carry != 0); ++i) {
        carry += u64{out[i]} + (i < a.size() ? a[i] : 0);
        out[i] = static_cast<Limb>(carry);
        carry >>= kLimbBits;
    }
}

void negate(MutableLimbs a) {
    Limb carry = 1;
    for (Limb& limb : a) {
        limb = ~limb + carry;
        carry &= limb == 0;
    }
}

// out = |a - b|, in all of out; whether a < b. Requires: out is as long as a and not shorter than
// b.
bool difference(MutableLimbs out, Limbs a, Limbs b) {
    const bool is_less = compare(a, b) < 0;
    if (is_less) std::swap(a, b);
    const usize size = subtract(out, a, b);
    std::fill(out.begin() + static_cast<isize>(size), out.end(), 0);
    return is_less;
}

void multiply_long(MutableLimbs out, Limbs a, Limbs b, MutableLimbs scratch);

// Requires: a.size() / 2 < b.size() <= a.size().
void multiply_halves(MutableLimbs out, Limbs a, Limbs b, MutableLimbs scratch) {
    const usize half = (a.size() + 1) / 2;
    const Limbs a0 = a.first(half), a1 = a.subspan(half);
    const Limbs b0 = b.first(half), b1 = b.subspan(half);
    const MutableLimbs middle = scratch.first(2 * half + 1);
    const MutableLimbs rest = scratch.subspan(2 * half + 1);
    const MutableLimbs low = out.first(2 * half), high = out.subspan(2 * half);

    const bool a_negative = difference(low.first(half), a0, a1);
    const bool b_negative = difference(low.subspan(half), b0, b1);
    multiply_long(middle.first(2 * half), low.first(half), low.subspan(half), rest);
    middle.back() = 0;
    multiply_long(low, a0, b0, rest);
    multiply_long(high, a1, b1, rest);
    if (a_negative == b_negative) negate(middle);
    add_into(middle, low);
    add_into(middle, high);
    add_into(out.subspan(half), trim(middle));
}

// A long a by a short b: piece by piece of a. Requires: a.size() >= b.size().
void multiply_pieces(MutableLimbs out, Limbs a, Limbs b, MutableLimbs scratch) {
    const usize size = b.size();
    const MutableLimbs rest = scratch.subspan(2 * size);
    std::fill(out.begin(), out.end(), 0);
    for (usize at = 0; at < a.size(); at += size) {
        const Limbs piece = a.subspan(at, std::min(size, a.size() - at));
        const MutableLimbs product = scratch.first(piece.size() + size);
        multiply_long(product, b, piece, rest);
        add_into(out.subspan(at), product);
    }
}

// Writes all of out, whose size is that of both operands. Requires: a.size() >= b.size().
void multiply_long(MutableLimbs out, Limbs a, Limbs b, MutableLimbs scratch) {
    const usize half = (a.size() + 1) / 2;
    const bool is_balanced = b.size() > half;
    const usize needed = is_balanced ? 2 * half + 1 : 2 * b.size();
    if (b.size() < kKaratsubaLimbs || scratch.size() < needed)
        multiply_schoolbook(out, a, b);
    else if (is_balanced)
        multiply_halves(out, a, b, scratch);
    else
        multiply_pieces(out, a, b, scratch);
}

}  // namespace

usize multiply_scratch_wanted(usize a, usize b) {
    if (a < b) std::swap(a, b);
    if (b < kKaratsubaLimbs) return 0;
    usize wanted = 0;
    if (b <= (a + 1) / 2) {
        wanted = 2 * b;
        a = b;
    }
    for (; a >= kKaratsubaLimbs; a = (a + 1) / 2) wanted += 2 * ((a + 1) / 2) + 1;
    return wanted;
}

usize multiply(MutableLimbs out, Limbs a, Limbs b, MutableLimbs scratch) {
    const usize whole = multiply_limbs_needed(a.size(), b.size());
    a = trim(a);
    b = trim(b);
    if (a.size() < b.size()) std::swap(a, b);
    const usize size = a.size() + b.size();
    multiply_long(out.first(size), a, b, scratch);
    std::fill(out.begin() + static_cast<isize>(size), out.begin() + static_cast<isize>(whole), 0);
    return trim(out.first(size)).size();
}

usize multiply_limb(MutableLimbs out, Limbs a, Limb factor, Limb addend) {
    u64 carry = addend;
    for (usize i = 0; i < a.size(); ++i) {
        carry += u64{a[i]} * factor;
        out[i] = static_cast<Limb>(carry);
        carry >>= kLimbBits;
    }
    out[a.size()] = static_cast<Limb>(carry);
    return trim(out.first(a.size() + 1)).size();
}

}  // namespace krait::big
