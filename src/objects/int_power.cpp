// Powers of ints: by squaring, from the exponent's highest bit down.
#include "objects/int.hpp"

namespace krait {

namespace {

constexpr Value kZero = Value::from_int(0), kOne = Value::from_int(1);

bool bit_at(big::Limbs limbs, usize i) {
    return limbs[i / big::kLimbBits] >> (i % big::kLimbBits) & 1;
}

// All in 64 bits. Requires: base < modulus <= 2^32.
u64 small_power_modulo(u64 base, big::Limbs exponent, u64 modulus) {
    u64 power = 1 % modulus;
    for (usize i = big::bit_length(exponent); i > 0; --i) {
        power = power * power % modulus;
        if (bit_at(exponent, i - 1)) power = power * base % modulus;
    }
    return power;
}

// A number that is multiplied again and again modulo another, in room that is had once.
class ModularPower {
  public:
    explicit ModularPower(Interp& in) : product_(in), rest_(in), multiply_(in), divide_(in) {}
    // Begins with 1. Requires: modulus > 1; it stays where it is.
    Status start(big::Limbs modulus) {
        const usize n = modulus.size();
        modulus_ = modulus;
        KRAIT_TRY(product_.reserve(big::multiply_limbs_needed(n, n)));
        KRAIT_TRY(rest_.reserve(big::remainder_limbs_needed(2 * n, n)));
        KRAIT_TRY(multiply_.reserve(big::multiply_scratch_wanted(n, n)));
        KRAIT_TRY(divide_.reserve(big::divide_scratch_needed(2 * n, n)));
        size_ = big::from_u64(rest_.limbs(), 1);
        return kOk;
    }
    big::Limbs value() { return rest_.limbs().first(size_); }
    // Requires: factor < modulus.
    void multiply(big::Limbs factor) {
        const usize size = big::multiply(product_.limbs(), value(), factor, multiply_.limbs());
        size_ =
            big::divide({}, rest_.limbs(), product_.limbs().first(size), modulus_, divide_.limbs())
                .remainder;
    }

  private:
    LimbScratch product_, rest_, multiply_, divide_;
    big::Limbs modulus_;
    usize size_ = 0;
};

// The number that times `a` is 1 modulo `modulus`, by Euclid's algorithm. Requires: modulus > 0.
Value inverse_modulo(Interp& in, Value a, Value modulus) {
    Value old_rest = KRAIT_TRY(int_modulo(in, a, modulus)), rest = modulus;
    Value old_factor = kOne, factor = kZero;
    while (int_sign(rest) != 0) {
        Value quotient, left;
        KRAIT_TRY(int_divide(in, old_rest, rest, &quotient, &left));
        old_rest = rest;
        rest = left;
        const Value product = KRAIT_TRY(int_multiply(in, quotient, factor));
        const Value following = KRAIT_TRY(int_subtract(in, old_factor, product));
        old_factor = factor;
        factor = following;
    }
    if (old_rest != kOne && modulus != kOne)
        return raise(in, kValueError, "base is not invertible for the given modulus");
    return int_modulo(in, old_factor, modulus);
}

// Requires: exponent >= 0, modulus > 0.
Value power_modulo(Interp& in, Value base, Value exponent, Value modulus) {
    base = KRAIT_TRY(int_modulo(in, base, modulus));
    const IntOperand bits(exponent);
    const auto small = int_as_i64(modulus);
    if (small && *small <= i64{1} << 32) {
        const u64 from = static_cast<u64>(*int_as_i64(base));
        const u64 power = small_power_modulo(from, bits.magnitude(), static_cast<u64>(*small));
        return new_int_unsigned(in, power);
    }
    const IntOperand from(base), divisor(modulus);
    ModularPower power(in);
    KRAIT_TRY(power.start(divisor.magnitude()));
    for (usize i = big::bit_length(bits.magnitude()); i > 0; --i) {
        power.multiply(power.value());
        if (bit_at(bits.magnitude(), i - 1)) power.multiply(from.magnitude());
    }
    return new_int(in, power.value(), false);
}

}  // namespace

Value int_power(Interp& in, Value base, Value exponent) {
    if (exponent == Value::from_int(2)) return int_multiply(in, base, base);
    if (int_sign(exponent) == 0) return kOne;
    const usize bits = int_bit_length(base);
    if (bits <= 1) return bits == 0 || int_is_odd(exponent) ? plain_int(in, base) : kOne;
    const auto times = int_as_i64(exponent);
    // Too large a result is told before the time is spent.
    if (!times || static_cast<u64>(*times) > kMaxIntLimbs * big::kLimbBits / (bits - 1))
        return raise_memory_error(in);
    const u64 e = static_cast<u64>(*times);
    Value power = plain_int(in, base);
    for (int i = 62 - std::countl_zero(e); i >= 0; --i) {
        power = KRAIT_TRY(int_multiply(in, power, power));
        if (e >> i & 1) power = KRAIT_TRY(int_multiply(in, power, base));
    }
    return power;
}

Value int_power_modulo(Interp& in, Value base, Value exponent, Value modulus) {
    const int sign = int_sign(modulus);
    if (sign == 0) return raise(in, kValueError, "pow() 3rd argument cannot be 0");
    const Value positive = KRAIT_TRY(int_absolute(in, modulus));
    if (int_sign(exponent) < 0) {
        base = KRAIT_TRY(inverse_modulo(in, base, positive));
        exponent = KRAIT_TRY(int_negate(in, exponent));
    }
    const Value power = KRAIT_TRY(power_modulo(in, base, exponent, positive));
    return sign > 0 || power == kZero ? power : int_add(in, power, modulus);
}

}  // namespace krait
