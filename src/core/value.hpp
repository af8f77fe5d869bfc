// Value: one machine word that is any Python object. Only this file knows the bits.
//
// 64-bit layout (NaN boxing with an offset, so that a pointer is its own address and read-only
// tables can hold plain addresses):
//     0                                   the empty value: "an exception is pending"
//     0x0000'pppp'pppp'pppp               pointer to an Object
//     double bits + 0x0002'0000'0000'0000 float (NaNs are made canonical on the way in)
//     0xfffe'iiii'iiii'iiii               int of 48 bits
//
// 32-bit layout (self-tagged floats, arXiv 2411.16544):
//     0                                   the empty value
//     ...pp00                             pointer to an Object
//     ...iiii1                            int of 31 bits
//     ...ff10                             rol(float bits + 0x1000'0000, 3): magnitudes 2^-31 ..
//     2^33 0x8000'0000, 0x8000'0004            +0.0, -0.0 (no object may live at these addresses)
//     other floats are boxed objects (BoxedFloat)
//
// None, True, False, NotImplemented, Ellipsis are addresses of read-only objects.
#pragma once

#include <bit>
#include <concepts>
#include <limits>

#include "base/types.hpp"

namespace krait {

struct Object;

using Word = std::uintptr_t;
constexpr bool kIs64 = sizeof(Word) == 8;
using Float = std::conditional_t<kIs64, double, float>;

// The bit patterns as pure functions, so that the host tests both layouts.
struct Layout64 {
    static constexpr u64 kDoubleOffset = u64{1} << 49;
    static constexpr u64 kIntTag = u64{0xfffe} << 48;
    static constexpr int kIntBits = 48;
    static constexpr bool is_int(u64 w) { return w >= kIntTag; }
    static constexpr bool both_ints(u64 a, u64 b) { return (a & b) >= kIntTag; }
    static constexpr u64 from_int(i64 i) { return kIntTag | (static_cast<u64>(i) << 16 >> 16); }
    static constexpr i64 to_int(u64 w) { return static_cast<i64>(w << 16) >> 16; }
    static constexpr bool is_object(u64 w) { return w != 0 && (w >> 48) == 0; }
    static constexpr bool is_float(u64 w) { return w - kDoubleOffset < kIntTag - kDoubleOffset; }
    static constexpr bool float_fits(double) { return true; }
    static constexpr u64 from_float(double d) {
        u64 bits = std::bit_cast<u64>(d);
        if (d != d) [[unlikely]]
            bits = 0x7ff8'0000'0000'0000;
        return bits + kDoubleOffset;
    }
    static constexpr double to_float(u64 w) { return std::bit_cast<double>(w - kDoubleOffset); }
};

struct Layout32 {
    static constexpr int kIntBits = 31;
    static constexpr u32 kZero = 0x8000'0000, kNegativeZero = 0x8000'0004;
    static constexpr bool is_int(u32 w) { return w & 1; }
    static constexpr bool both_ints(u32 a, u32 b) { return a & b & 1; }
    static constexpr u32 from_int(i32 i) { return static_cast<u32>(i) << 1 | 1; }
    static constexpr i32 to_int(u32 w) { return static_cast<i32>(w) >> 1; }
    static constexpr bool is_zero(u32 w) { return (w & ~u32{4}) == kZero; }
    // Nothing lies at 4, so one compare tells pointers from the empty word and the two zeros.
    static constexpr bool is_object(u32 w) { return (w & 3) == 0 && w << 1 > 8; }
    static constexpr bool is_float(u32 w) { return (w & 3) == 2 || is_zero(w); }
    static constexpr u32 encode(float f) {
        return std::rotl(std::bit_cast<u32>(f) + 0x1000'0000u, 3);
    }
    static constexpr bool float_fits(float f) {
        return (encode(f) & 3) == 2 || (std::bit_cast<u32>(f) << 1) == 0;
    }
    static constexpr u32 from_float(float f) { return encode(f); }
    static constexpr float to_float(u32 w) {
        return std::bit_cast<float>(std::rotr(w, 3) - 0x1000'0000u);
    }
};

using Layout = std::conditional_t<kIs64, Layout64, Layout32>;

// Holds any Python object, or nothing (the empty value: an exception is pending).
class [[nodiscard]] Value {
  public:
    constexpr Value() : word_(0) {}
    constexpr Value(const Object* object)
        : object_(object) {}  // NOLINT(google-explicit-constructor)

    static constexpr Value from_bits(Word w) { return Value(w); }
    static constexpr bool fits_int(i64 i) {
        return i >= -(i64{1} << (Layout::kIntBits - 1)) && i < (i64{1} << (Layout::kIntBits - 1));
    }
    // Requires: fits_int(i).
    static constexpr Value from_int(isize i) { return Value(Layout::from_int(i)); }
    // True if the float needs no box; always so on 64 bits.
    static constexpr bool float_fits(Float f) { return Layout::float_fits(f); }
    // Requires: float_fits(f). Use new_float() where a box may be needed.
    static constexpr Value from_inline_float(Float f) { return Value(Layout::from_float(f)); }

    Word bits() const { return std::bit_cast<Word>(*this); }
    explicit operator bool() const { return bits() != 0; }
    bool is_empty() const { return bits() == 0; }
    // Identity, as Python's `is`.
    bool operator==(const Value& other) const { return bits() == other.bits(); }

    bool is_int() const { return Layout::is_int(bits()); }
    static bool both_ints(Value a, Value b) { return Layout::both_ints(a.bits(), b.bits()); }
    // Requires: is_int().
    isize as_int() const { return Layout::to_int(bits()); }
    bool is_inline_float() const { return Layout::is_float(bits()); }
    // Requires: is_inline_float().
    Float as_inline_float() const { return Layout::to_float(bits()); }
    // True for pointers, the immediates of singletons included. False for the empty value.
    bool is_object() const { return Layout::is_object(bits()); }
    // Requires: is_object(). Objects in read-only memory must not be written.
    Object* object() const { return reinterpret_cast<Object*>(bits()); }

  private:
    explicit constexpr Value(Word w) : word_(w) {}
    union {
        const Object* object_;
        Word word_;
    };
};
static_assert(sizeof(Value) == sizeof(Word));

}  // namespace krait
