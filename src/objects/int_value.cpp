// Ints as values: their forms, conversions, order and hash.
//
// The hash is the number modulo the Mersenne prime 2^61 - 1 (2^31 - 1 on 32 bits), so that numbers
// which are equal hash alike whatever their type: a float's is had the same way (float.cpp), and an
// immediate's is the number itself.
#include <algorithm>
#include <cmath>

#include "base/float_bits.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"

namespace krait {

namespace {

u64 magnitude_of(i64 i) { return i < 0 ? ~static_cast<u64>(i) + 1 : static_cast<u64>(i); }

// The number of that sign and magnitude if it fits.
std::optional<i64> from_magnitude(u64 m, bool negative) {
    constexpr u64 kLimit = u64{1} << 63;
    if (m > kLimit || (m == kLimit && !negative)) return std::nullopt;
    return static_cast<i64>(negative ? ~m + 1 : m);
}

const BigInt* big_of(Value v) { return static_cast<const BigInt*>(v.object()); }

}  // namespace

// --- operands and results ------------------------------------------------------------------------

IntOperand::IntOperand(Value v) {
    if (v.is_int() || is_bool(v)) {
        const i64 i = v.is_int() ? v.as_int() : v == true_();
        negative_ = i < 0;
        u64 m = magnitude_of(i);
        usize n = 0;
        for (; m; m >>= big::kLimbBits) own_[n++] = static_cast<big::Limb>(m);
        magnitude_ = {own_, n};
        return;
    }
    magnitude_ = big_of(v)->magnitude();
    negative_ = big_of(v)->is_negative();
}

LimbScratch::~LimbScratch() {
    if (cell_) in_.heap().release(cell_);
}

Status LimbScratch::reserve(usize limbs) {
    if (limbs <= kOwn) {
        limbs_ = {own_, limbs};
        return kOk;
    }
    if (limbs > 8 * kMaxIntLimbs) return raise_memory_error(in_);
    const usize bytes = limbs * sizeof(big::Limb);
    cell_ = KRAIT_TRY(in_.make<ByteArray>(sizeof(ByteArray) + bytes));
    cell_->capacity = bytes;
    limbs_ = {reinterpret_cast<big::Limb*>(cell_->data), limbs};
    return kOk;
}

Status IntBuilder::reserve(usize limbs) {
    if (limbs <= kOwn) {
        limbs_ = {own_, limbs};
        return kOk;
    }
    if (limbs > kMaxIntLimbs) return raise_memory_error(in_);
    cell_ =
        KRAIT_TRY(in_.make_with_shape<BigInt>(IntType::kType.shape(), BigInt::bytes_for(limbs)));
    limbs_ = {cell_->limbs_, limbs};
    return kOk;
}

Value IntBuilder::finish(usize count, bool negative) {
    const big::Limbs used = big::trim(limbs_.first(count));
    if (!cell_) return new_int(in_, used, negative);
    if (used.size() <= 2) {
        const Value small = new_int(in_, used, negative);
        in_.heap().release(cell_);
        return small;
    }
    in_.heap().resize(cell_, BigInt::bytes_for(used.size()));
    const auto size = static_cast<i32>(used.size());
    cell_->size_ = negative ? -size : size;
    return cell_;
}

// --- making ------------------------------------------------------------------------------------

Value new_int(Interp& in, i64 i) {
    if (Value::fits_int(i)) [[likely]]
        return Value::from_int(static_cast<isize>(i));
    big::Limb limbs[2];
    const usize count = big::from_u64(limbs, magnitude_of(i));
    return new_int(in, {limbs, count}, i < 0);
}

Value new_int_unsigned(Interp& in, u64 i) {
    big::Limb limbs[2];
    return new_int(in, {limbs, big::from_u64(limbs, i)}, false);
}

Value new_int(Interp& in, big::Limbs magnitude, bool negative) {
    if (magnitude.size() <= 2) {
        const auto small = from_magnitude(big::to_u64(magnitude), negative);
        if (small && Value::fits_int(*small)) return Value::from_int(static_cast<isize>(*small));
    }
    BigInt* cell = KRAIT_TRY(
        in.make_with_shape<BigInt>(IntType::kType.shape(), BigInt::bytes_for(magnitude.size())));
    std::copy(magnitude.begin(), magnitude.end(), cell->limbs_);
    const auto size = static_cast<i32>(magnitude.size());
    cell->size_ = negative ? -size : size;
    return cell;
}

Value plain_int(Interp& in, Value v) {
    if (v.is_int() || type_of(v) == &IntType::kType) return v;
    if (is_bool(v)) return Value::from_int(v == true_());
    return new_int(in, big_of(v)->magnitude(), big_of(v)->is_negative());
}

Value int_instance(Interp& in, const Type* cls, Value v) {
    if (cls == &IntType::kType) return plain_int(in, v);
    const IntOperand n(v);
    BigInt* cell = KRAIT_TRY(make_instance<BigInt>(in, cls, BigInt::bytes_for(n.count())));
    std::copy(n.magnitude().begin(), n.magnitude().end(), cell->limbs_);
    const auto size = static_cast<i32>(n.count());
    cell->size_ = n.is_negative() ? -size : size;
    return cell;
}

Value int_from_float(Interp& in, Float f) {
    if (float_is_nan(f)) return raise(in, kValueError, "cannot convert float NaN to integer");
    if (!float_is_finite(f))
        return raise(in, kOverflowError, "cannot convert float infinity to integer");
    big::Limb limbs[big::float_limbs_needed<Float>];
    const usize count = big::from_float<Float>(limbs, f);
    return new_int(in, {limbs, count}, float_is_negative(f));
}

// --- asking ------------------------------------------------------------------------------------

bool is_int(Value v) {
    if (v.is_int()) return true;
    if (!v.is_object()) return false;
    const Type* layout = v.object()->type()->layout;
    return layout == &IntType::kType || layout == &Bool::kType;
}

std::optional<i64> big_as_i64(Value v) {
    if (is_bool(v)) return v == true_();
    const big::Limbs m = big_of(v)->magnitude();
    if (m.size() > 2) return std::nullopt;
    return from_magnitude(big::to_u64(m), big_of(v)->is_negative());
}

u64 int_low_bits(Value v) {
    const IntOperand operand(v);
    u64 bits = 0;
    for (usize i = 0; i < operand.count() && i * sizeof(big::Limb) < sizeof bits; ++i)
        bits |= static_cast<u64>(operand.magnitude()[i]) << (8 * i * sizeof(big::Limb));
    return operand.is_negative() ? 0 - bits : bits;
}

Status to_low_bits(Interp& in, Value v, u64& out) {
    out = int_low_bits(KRAIT_TRY(to_int_object(in, v)));
    return kOk;
}

Result<isize> clamped_index(Interp& in, Value v, isize most) {
    const Value n = KRAIT_TRY(to_int_object(in, v));
    const auto i = int_as_i64(n);
    if (!i) return int_sign(n) < 0 ? -most : most;
    return static_cast<isize>(std::clamp<i64>(*i, -most, most));
}

Status int_to_i64(Interp& in, Value v, i64& out) {
    const auto i = int_as_i64(v);
    if (!i) return raise(in, kOverflowError, "Python int too large to convert to C long");
    out = *i;
    return kOk;
}

int int_sign(Value v) {
    const IntOperand n(v);
    return n.is_zero() ? 0 : n.is_negative() ? -1 : 1;
}

usize int_bit_length(Value v) { return big::bit_length(IntOperand(v).magnitude()); }

bool int_is_odd(Value v) {
    const IntOperand n(v);
    return !n.is_zero() && (n.magnitude()[0] & 1);
}

int int_order(Value a, Value b) {
    if (Value::both_ints(a, b)) return (a.as_int() > b.as_int()) - (a.as_int() < b.as_int());
    const IntOperand x(a), y(b);
    if (x.is_negative() != y.is_negative()) return x.is_negative() ? -1 : 1;
    const int order = big::compare(x.magnitude(), y.magnitude());
    return x.is_negative() ? -order : order;
}

Float int_to_float(Value v) {
    if (v.is_int()) return static_cast<Float>(v.as_int());
    const IntOperand n(v);
    const Float f = big::to_float<Float>(n.magnitude());
    return n.is_negative() ? -f : f;
}

Status int_to_float(Interp& in, Value v, Float& out) {
    out = int_to_float(v);
    if (float_is_finite(out)) return kOk;
    return raise(in, kOverflowError, "int too large to convert to float");
}

int int_order_float(Value i, Float f) {
    if (float_is_nan(f)) return kUnordered;
    if (!float_is_finite(f)) return f > 0 ? -1 : 1;
    const IntOperand n(i);
    const bool negative = f < 0;
    if (n.is_negative() != negative && !(n.is_zero() && f == 0)) return negative ? 1 : -1;
    big::Limb limbs[big::float_limbs_needed<Float>];
    const usize count = big::from_float<Float>(limbs, f);
    int order = big::compare(n.magnitude(), {limbs, count});
    if (order == 0 && std::trunc(f) != f) order = -1;  // f has a fraction beyond
    return negative ? -order : order;
}

bool order_satisfies(CompareOp op, int order) {
    switch (op) {
        case CompareOp::Lt: return order == -1;
        case CompareOp::Le: return order == -1 || order == 0;
        case CompareOp::Eq: return order == 0;
        case CompareOp::Ne: return order != 0;
        case CompareOp::Gt: return order == 1;
        case CompareOp::Ge: return order == 1 || order == 0;
    }
    return false;
}

// --- hash ----------------------------------------------------------------------------------------

isize int_hash(Value v) {
    if (v.is_int()) return v.as_int() == -1 ? -2 : v.as_int();
    const IntOperand n(v);
    Word sum = 0;
    for (usize i = n.count(); i > 0; --i) {
        sum = hash_rotate(sum, big::kLimbBits % kHashBits);
        sum = hash_reduce(sum + hash_reduce(n.magnitude()[i - 1]));
    }
    const isize h = n.is_negative() ? -static_cast<isize>(sum) : static_cast<isize>(sum);
    return h == -1 ? -2 : h;
}

}  // namespace krait
