// Magnitudes: comparing, sums, shifts, bits. Products and quotients are in bigint_multiply.cpp and
// bigint_divide.cpp, conversions in bigint_text.cpp and bigint_convert.cpp.

#include "base/bigint.hpp"

#include <bit>
#include <utility>

namespace krait::big {

Limbs trim(Limbs a) {
    usize size = a.size();
    while (size > 0 && a[size - 1] == 0) --size;
    return a.first(size);
}

int compare(Limbs a, Limbs b) {
    a = trim(a);
    b = trim(b);
    if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
    for (usize i = a.size(); i-- > 0;)
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    return 0;
}

usize bit_length(Limbs a) {
    a = trim(a);
    if (a.empty()) return 0;
    return kLimbBits * (a.size() - 1) + static_cast<usize>(std::bit_width(a.back()));
}

usize bit_count(Limbs a) {
    usize count = 0;
    for (Limb limb : a) count += static_cast<usize>(std::popcount(limb));
    return count;
}

usize trailing_zeros(Limbs a) {
    for (usize i = 0; i < a.size(); ++i)
        if (a[i] != 0) return kLimbBits * i + static_cast<usize>(std::countr_zero(a[i]));
    return 0;
}

bool any_bit_below(Limbs a, usize bits) {
    const usize whole = bits / kLimbBits;
    for (usize i = 0; i < a.size() && i < whole; ++i)
        if (a[i] != 0) return true;
    return whole < a.size() && (a[whole] & ((Limb{1} << (bits % kLimbBits)) - 1)) != 0;
}

usize from_u64(MutableLimbs out, u64 value) {
    out[0] = static_cast<Limb>(value);
    out[1] = static_cast<Limb>(value >> kLimbBits);
    return trim(out.first(2)).size();
}

u64 to_u64(Limbs a) {
    u64 value = a.empty() ? 0 : a[0];
    if (a.size() > 1) value |= u64{a[1]} << kLimbBits;
    return value;
}

usize add(MutableLimbs out, Limbs a, Limbs b) {
    if (a.size() < b.size()) std::swap(a, b);
    u64 carry = 0;
    for (usize i = 0; i < a.size(); ++i) {
        carry += u64{a[i]} + (i < b.size() ? b[i] : 0);
        out[i] = static_cast<Limb>(carry);
        carry >>= kLimbBits;
    }
    out[a.size()] = static_cast<Limb>(carry);
    return trim(out.first(a.size() + 1)).size();
}

usize subtract(MutableLimbs out, Limbs a, Limbs b) {
    b = trim(b);
    i64 borrow = 0;
    for (usize i = 0; i < a.size(); ++i) {
        borrow += i64{a[i]} - (i < b.size() ? b[i] : 0);
        out[i] = static_cast<Limb>(borrow);
        borrow >>= kLimbBits;
    }
    return trim(out.first(a.size())).size();
}

usize add_limb(MutableLimbs out, Limbs a, Limb b) { return multiply_limb(out, a, 1, b); }

usize shift_left(MutableLimbs out, Limbs a, usize bits) {
    a = trim(a);
    if (a.empty()) return 0;
    const usize whole = bits / kLimbBits;
    const usize part = bits % kLimbBits;
    // From the top, so that the destination may be the operand.
    for (usize i = a.size() + 1; i-- > 0;) {
        const u64 high = i < a.size() ? a[i] : 0;
        const u64 low = i > 0 ? a[i - 1] : 0;
        out[whole + i] = static_cast<Limb>((high << kLimbBits | low) >> (kLimbBits - part));
    }
    for (usize i = 0; i < whole; ++i) out[i] = 0;
    return trim(out.first(whole + a.size() + 1)).size();
}

usize shift_right(MutableLimbs out, Limbs a, usize bits) {
    a = trim(a);
    const usize whole = bits / kLimbBits;
    const usize part = bits % kLimbBits;
    if (whole >= a.size()) return 0;
    const usize size = a.size() - whole;
    for (usize i = 0; i < size; ++i) {
        const u64 high = i + 1 < size ? a[whole + i + 1] : 0;
        out[i] = static_cast<Limb>((high << kLimbBits | a[whole + i]) >> part);
    }
    return trim(out.first(size)).size();
}

namespace {

// Gives a magnitude's limbs as two's complement, or takes those of two's complement back.
class Complement {
  public:
    explicit Complement(bool negative) : mask_(negative ? ~Limb{0} : 0), carry_(negative) {}

    Limb next(Limb limb) {
        const Limb result = (limb ^ mask_) + carry_;
        carry_ &= result == 0;
        return result;
    }

  private:
    Limb mask_;
    Limb carry_;
};

template <typename Bits>
Bits apply(BitOp op, Bits a, Bits b) {
    switch (op) {
        case BitOp::And: return a & b;
        case BitOp::Or: return a | b;
        default: return a ^ b;
    }
}

}  // namespace

SignedSize bit_op(BitOp op, MutableLimbs out, Signed a, Signed b) {
    const Limbs x = a.magnitude;
    const Limbs y = b.magnitude;
    const bool negative = apply<u32>(op, a.negative, b.negative) != 0;
    const usize size = bit_op_limbs_needed(x.size(), y.size());
    Complement from_x(a.negative), from_y(b.negative), to_out(negative);
    for (usize i = 0; i < size; ++i) {
        const Limb left = from_x.next(i < x.size() ? x[i] : 0);
        const Limb right = from_y.next(i < y.size() ? y[i] : 0);
        out[i] = to_out.next(apply(op, left, right));
    }
    return {trim(out.first(size)).size(), negative};
}

}  // namespace krait::big
