// Arithmetic on integers of any size, as functions over spans that the caller provides.
//
// A magnitude is a span of 32-bit limbs, the least significant first; leading (high) zero limbs are
// allowed everywhere, and zero may be an empty span. A function that writes a magnitude takes the
// destination first, requires that it has at least the stated room, and returns how many limbs are
// in use: the number without leading zeros. Limbs above that in the destination are unspecified,
// except where the contract says that they are cleared.
//
// Aliasing: "in place" means that the destination may begin exactly where an operand begins.
// Otherwise, and for any other overlap, destination and operands must not overlap. Nothing here
// allocates or can fail; sizes are for the caller to bound (it knows what memory it has).
#pragma once

#include <span>

#include "base/types.hpp"

namespace krait::big {

using Limb = u32;
using Limbs = std::span<const Limb>;
using MutableLimbs = std::span<Limb>;

constexpr usize kLimbBits = 32;

// The same number without leading zero limbs.
Limbs trim(Limbs a);

// -1, 0 or 1.
int compare(Limbs a, Limbs b);

// 0 for zero.
usize bit_length(Limbs a);
// Bits that are one.
usize bit_count(Limbs a);
// Zero bits below the lowest one bit; 0 for zero.
usize trailing_zeros(Limbs a);
// Whether any of the lowest `bits` bits is one.
bool any_bit_below(Limbs a, usize bits);

// Limbs that hold a number of that many bits.
constexpr usize limbs_for_bits(usize bits) { return (bits + kLimbBits - 1) / kLimbBits; }

// Writes the value; room: 2 limbs.
usize from_u64(MutableLimbs out, u64 value);
// The lowest 64 bits.
u64 to_u64(Limbs a);

// --- sums ----------------------------------------------------------------------------------

constexpr usize add_limbs_needed(usize a, usize b) { return (a > b ? a : b) + 1; }
// In place with a or b.
usize add(MutableLimbs out, Limbs a, Limbs b);
// Room: a.size(). In place with a or b. Requires: a >= b.
usize subtract(MutableLimbs out, Limbs a, Limbs b);
// Room: a.size() + 1. In place.
usize add_limb(MutableLimbs out, Limbs a, Limb b);

// --- products ------------------------------------------------------------------------------

constexpr usize multiply_limbs_needed(usize a, usize b) { return a + b; }
// Limbs of scratch with which multiply is as fast as it can be; it works with less, or with none.
usize multiply_scratch_wanted(usize a, usize b);
// Schoolbook, or Karatsuba's way where both operands are long and there is scratch for it. The
// whole of multiply_limbs_needed is written (leading zeros cleared).
usize multiply(MutableLimbs out, Limbs a, Limbs b, MutableLimbs scratch = {});
// out = a * factor + addend. Room: a.size() + 1. In place.
usize multiply_limb(MutableLimbs out, Limbs a, Limb factor, Limb addend = 0);

// --- quotients, of magnitudes: rounded towards zero ----------------------------------------------

struct LimbDivision {
    usize size;  // limbs of the quotient
    Limb remainder;
};
// Room: a.size(). In place. Requires: divisor != 0.
LimbDivision divide_limb(MutableLimbs quotient, Limbs a, Limb divisor);

constexpr usize quotient_limbs_needed(usize a, usize b) { return a < b ? 0 : a - b + 1; }
constexpr usize remainder_limbs_needed(usize a, usize b) { return (a > b ? a : b) + 1; }
constexpr usize divide_scratch_needed(usize, usize b) { return b; }

struct Division {
    usize quotient;  // limbs of each
    usize remainder;
};
// Knuth's algorithm D. The remainder's room is more than the remainder, for it is worked out there;
// it may be in place with a. Leading zeros of b make the quotient longer than b.size() tells: give
// quotient_limbs_needed the size of trim(b). The quotient may be an empty span if it is not wanted
// (then Division::quotient is 0). Requires: b is not zero.
Division divide(MutableLimbs quotient, MutableLimbs remainder, Limbs a, Limbs b,
                MutableLimbs scratch);

// --- shifts ----------------------------------------------------------------------------------

constexpr usize shift_left_limbs_needed(usize a, usize bits) { return a + bits / kLimbBits + 1; }
// In place.
usize shift_left(MutableLimbs out, Limbs a, usize bits);
// Room: a.size() - bits / 32, if that is above 0. In place. Towards zero: whoever wants the floor
// of a negative number adds 1 to the magnitude if any_bit_below(a, bits).
usize shift_right(MutableLimbs out, Limbs a, usize bits);

// --- bits of signed numbers ----------------------------------------------------------------------

enum class BitOp : u8 { And, Or, Xor };

struct Signed {
    Limbs magnitude;
    bool negative;
};
struct SignedSize {
    usize size;
    bool negative;
};
constexpr usize bit_op_limbs_needed(usize a, usize b) { return (a > b ? a : b) + 1; }
// As if in two's complement of unlimited width. In place with either.
SignedSize bit_op(BitOp op, MutableLimbs out, Signed a, Signed b);

// --- text ------------------------------------------------------------------------------------

// Characters that `bits` bits take at most. Requires: base in 2..36.
usize text_size_max(usize bits, u32 base);
// Limbs of scratch for to_text: none if base is a power of two.
constexpr usize text_scratch_needed(usize a, u32 base) { return (base & (base - 1)) ? a : 0; }
// Writes digits (lower-case letters; "0" for zero) to the beginning of out and returns how many.
// Quadratic. Requires: room for text_size_max(bit_length(a), base), base in 2..36.
usize to_text(std::span<char> out, Limbs a, u32 base, MutableLimbs scratch);

// Limbs that so many digits take at most.
usize limbs_for_digits(usize digits, u32 base);

struct TextParse {
    usize size;   // limbs in use
    usize taken;  // characters read: all digits, and single underscores between digits
};
// Reads digits of the base, letters in either case, and stops at the first character that is none;
// an underscore counts only between two digits. `taken` is 0 if there is no digit. Quadratic unless
// base is a power of two. Room: limbs_for_digits(digits in text).
TextParse from_text(MutableLimbs out, std::string_view text, u32 base);

// --- floats -----------------------------------------------------------------------------------

// The nearest float, ties to even; infinite if it is too large. For float and double.
template <typename Float>
Float to_float(Limbs a);

// Limbs that from_float writes at most.
template <typename Float>
constexpr usize float_limbs_needed = sizeof(Float) == 8 ? 32 : 4;
// |value| rounded towards zero. Requires: value is finite.
template <typename Float>
usize from_float(MutableLimbs out, Float value);

// --- bytes ----------------------------------------------------------------------------------

enum class ByteOrder : u8 { Little, Big };

// Whether the number fits in so many bytes, as two's complement if is_signed; a negative one never
// fits when not.
bool fits_bytes(Signed a, usize bytes, bool is_signed);
// Fills out with the two's complement of a. Requires: fits_bytes(a, out.size(), ...).
void to_bytes(MutableBytes out, Signed a, ByteOrder order);
// Room: limbs_for_bits(8 * bytes.size()).
SignedSize from_bytes(MutableLimbs out, Bytes bytes, ByteOrder order, bool is_signed);

}  // namespace krait::big
