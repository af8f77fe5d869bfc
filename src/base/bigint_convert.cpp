// Magnitudes to floats and bytes, and back.

#include <algorithm>

#include "base/bigint.hpp"
#include "base/float_bits.hpp"

namespace krait::big {

template <typename Float>
Float to_float(Limbs a) {
    a = trim(a);
    constexpr usize kEnough = 2048;  // bits that no float holds
    const usize length = bit_length(a);
    if (length <= 64) return float_from_parts<Float>(to_u64(a), 0);
    if (length > kEnough) return std::bit_cast<Float>(FloatLayout<Float>::kInfinity);
    const usize below = length - 64;
    Limb top[3];
    const usize whole = below / kLimbBits;
    shift_right(top, a.subspan(whole), below % kLimbBits);
    const u64 mantissa = to_u64(Limbs(top, 2)) | u64{any_bit_below(a, below)};
    return float_from_parts<Float>(mantissa, static_cast<i32>(below));
}

template <typename Float>
usize from_float(MutableLimbs out, Float value) {
    FloatParts parts = float_parts(value);
    if (parts.exponent <= -64) return 0;
    if (parts.exponent < 0) parts = {parts.mantissa >> -parts.exponent, 0};
    Limb mantissa[2];
    const usize size = from_u64(mantissa, parts.mantissa);
    if (size == 0) return 0;
    // Not shift_left, which wants room for a limb that is zero here.
    const usize whole = static_cast<usize>(parts.exponent) / kLimbBits;
    const usize part = static_cast<usize>(parts.exponent) % kLimbBits;
    std::fill_n(out.begin(), whole, 0);
    u64 carry = 0;
    usize at = whole;
    for (usize i = 0; i < size; ++i) {
        carry |= u64{mantissa[i]} << part;
        out[at++] = static_cast<Limb>(carry);
        carry >>= kLimbBits;
    }
    if (carry != 0) out[at++] = static_cast<Limb>(carry);
    return at;
}

template float to_float<float>(Limbs);
template double to_float<double>(Limbs);
template usize from_float<float>(MutableLimbs, float);
template usize from_float<double>(MutableLimbs, double);

bool fits_bytes(Signed a, usize bytes, bool is_signed) {
    const usize length = bit_length(a.magnitude);
    const usize bits = 8 * bytes;
    if (length == 0) return true;
    if (!is_signed) return !a.negative && length <= bits;
    if (length < bits) return true;
    // The lowest number of two's complement has no positive counterpart.
    return a.negative && length == bits && trailing_zeros(a.magnitude) == bits - 1;
}

void to_bytes(MutableBytes out, Signed a, ByteOrder order) {
    const u32 mask = a.negative ? 0xFF : 0;
    u32 carry = a.negative;
    for (usize i = 0; i < out.size(); ++i) {
        const usize at = i / sizeof(Limb);
        const u32 limb = at < a.magnitude.size() ? a.magnitude[at] : 0;
        carry += (limb >> (8 * (i % sizeof(Limb))) & 0xFF) ^ mask;
        out[order == ByteOrder::Little ? i : out.size() - 1 - i] = static_cast<u8>(carry);
        carry >>= 8;
    }
}

SignedSize from_bytes(MutableLimbs out, Bytes bytes, ByteOrder order, bool is_signed) {
    const usize size = bytes.size();
    if (size == 0) return {0, false};
    const bool is_little = order == ByteOrder::Little;
    const bool negative = is_signed && (bytes[is_little ? size - 1 : 0] & 0x80) != 0;
    const u32 mask = negative ? 0xFF : 0;
    u32 carry = negative;
    const usize limbs = limbs_for_bits(8 * size);
    std::fill_n(out.begin(), limbs, 0);
    for (usize i = 0; i < size; ++i) {
        carry += bytes[is_little ? i : size - 1 - i] ^ mask;
        out[i / sizeof(Limb)] |= (carry & 0xFF) << (8 * (i % sizeof(Limb)));
        carry >>= 8;
    }
    return {trim(out.first(limbs)).size(), negative};
}

}  // namespace krait::big
