// Ints of any size.
//
// An int that fits into a Value is one (Value::is_int); a larger one is a BigInt. So each number
// has one form, and a BigInt of type int never equals an immediate. Instances of subclasses are
// BigInts whatever their size; True and False are Bool objects. IntOperand sees all of these as
// sign and magnitude; IntBuilder makes the results of arithmetic (base/bigint.hpp) into ints.
//
// Functions that take a Value as an int require is_int() of it, unless they say otherwise.
#pragma once

#include <optional>

#include "base/bigint.hpp"
#include "core/interp.hpp"

namespace krait {

struct BigInt : Object {
    i32 size_;  // limbs in use, the highest not zero; below 0: the number is negative
    big::Limb limbs_[];

    bool is_negative() const { return size_ < 0; }
    big::Limbs magnitude() const {
        return {limbs_, static_cast<usize>(size_ < 0 ? -size_ : size_)};
    }
    static constexpr usize bytes_for(usize limbs) {
        return sizeof(Object) + sizeof(i32) + limbs * sizeof(big::Limb);
    }
};

// More than this is a MemoryError at once.
constexpr usize kMaxIntLimbs = usize{1} << (kIs64 ? 28 : 24);

class IntOperand {
  public:
    explicit IntOperand(Value v);
    IntOperand(const IntOperand&) = delete;
    big::Limbs magnitude() const { return magnitude_; }
    usize count() const { return magnitude_.size(); }
    bool is_negative() const { return negative_; }
    bool is_zero() const { return magnitude_.empty(); }
    big::Signed with_sign() const { return {magnitude_, negative_}; }

  private:
    big::Limbs magnitude_;
    bool negative_;
    big::Limb own_[kIs64 ? 2 : 1];
};

// Limbs to work with, on the C stack while they are few.
class LimbScratch {
  public:
    explicit LimbScratch(Interp& in) : in_(in) {}
    LimbScratch(const LimbScratch&) = delete;
    ~LimbScratch();
    Status reserve(usize limbs);  // once
    big::MutableLimbs limbs() { return limbs_; }

  private:
    static constexpr usize kOwn = kIs64 ? 24 : 12;
    Interp& in_;
    ByteArray* cell_ = nullptr;
    big::MutableLimbs limbs_;
    big::Limb own_[kOwn];
};

// Room for a result, then the result.
class IntBuilder {
  public:
    explicit IntBuilder(Interp& in) : in_(in) {}
    IntBuilder(const IntBuilder&) = delete;
    Status reserve(usize limbs);  // once
    big::MutableLimbs limbs() { return limbs_; }
    // The int of the first `count` limbs.
    Value finish(usize count, bool negative);

  private:
    static constexpr usize kOwn = kIs64 ? 24 : 12;
    Interp& in_;
    BigInt* cell_ = nullptr;
    big::MutableLimbs limbs_;
    big::Limb own_[kOwn];
};

// --- conversions (int_value.cpp) ------------------------------------------------------------

Value new_int(Interp&, big::Limbs magnitude, bool negative);
// What fits into 64 bits.
std::optional<i64> big_as_i64(Value v);  // Requires: not a small int.
inline std::optional<i64> int_as_i64(Value v) {
    if (v.is_int()) [[likely]]
        return v.as_int();
    return big_as_i64(v);
}
// The lowest 64 bits of two's complement.
u64 int_low_bits(Value v);
// The same of any object that is an int or has `__index__`. TypeError.
Status to_low_bits(Interp&, Value v, u64& out);
// The index that any object is, cut to -most .. most. TypeError if it is none.
Result<isize> clamped_index(Interp&, Value v, isize most);
// The same number as a plain int: of True, 1.
Value plain_int(Interp&, Value v);
// An instance of the class, which is int or a subclass.
Value int_instance(Interp&, const Type* cls, Value v);
// -1, 0 or 1.
int int_sign(Value v);
usize int_bit_length(Value v);
bool int_is_odd(Value v);
int int_order(Value a, Value b);  // -1, 0 or 1
// The nearest float; infinite if it is too large.
Float int_to_float(Value v);
Status int_to_float(Interp&, Value v, Float& out);  // or OverflowError
// The float's whole part. OverflowError or ValueError if it is not finite.
Value int_from_float(Interp&, Float f);
isize int_hash(Value v);
// How an int compares with a float, exactly: -1, 0, 1, or kUnordered for a nan.
constexpr int kUnordered = 2;
int int_order_float(Value i, Float f);
// order of two numbers -> answer to a comparison.
bool order_satisfies(CompareOp op, int order);

// --- arithmetic (int_arithmetic.cpp, int_power.cpp) ----------------------------------------------

Value int_add(Interp&, Value a, Value b);
Value int_subtract(Interp&, Value a, Value b);
Value int_multiply(Interp&, Value a, Value b);
// Rounded down, as Python's // and %. ZeroDivisionError. A null place is not filled.
Status int_divide(Interp&, Value a, Value b, Value* quotient, Value* remainder);
Value int_floor_divide(Interp&, Value a, Value b);
Value int_modulo(Interp&, Value a, Value b);
Value int_true_divide(Interp&, Value a, Value b);
Value int_negate(Interp&, Value a);
Value int_absolute(Interp&, Value a);
Value int_shift_left(Interp&, Value a, usize bits);
Value int_shift_right(Interp&, Value a, usize bits);
Value int_bit_op(Interp&, big::BitOp op, Value a, Value b);
Value int_power(Interp&, Value base, Value exponent);  // Requires: exponent >= 0
Value int_power_modulo(Interp&, Value base, Value exponent, Value modulus);
Value int_gcd(Interp&, Value a, Value b);
// The slot of the type.
Value int_binary(Interp&, BinaryOp op, Value lhs, Value rhs);

// --- text (int_text.cpp) -------------------------------------------------------------------------

// What int(text, base) accepts: spaces around, sign, prefix, underscores, digits of any script.
// `shown` is what the ValueError shows.
Value int_from_text(Interp&, std::string_view text, u32 base, Value shown);
// Digits of the base with underscores among them, nothing else: a literal without its prefix.
// Empty without an exception is not possible; ValueError if it is no number.
Value int_from_digits(Interp&, std::string_view digits, u32 base);
// Digits, lower case, with a minus.
Status append_int(Interp&, class StrBuilder& out, Value v, u32 base = 10);
Result<Str*> int_to_str(Interp&, Value v, u32 base = 10);

// --- bytes (int_bytes.cpp) -----------------------------------------------------------------------

Value int_from_bytes(Interp&, Bytes bytes, big::ByteOrder order, bool is_signed);
// The bytes of a bytes-like object or of an iterable of small ints.
Value int_from_bytes_object(Interp&, Value v, big::ByteOrder order, bool is_signed);
// Of "little" or "big"; nothing: ValueError is pending.
std::optional<big::ByteOrder> byte_order_of(Interp&, const Str* name);
// Fills `out`. OverflowError if the number does not fit.
Status int_to_bytes(Interp&, Value v, MutableBytes out, big::ByteOrder order, bool is_signed);

}  // namespace krait
