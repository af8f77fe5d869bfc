// What the viper opcodes do (bytecode/opcodes.def): the fast halves for the loop, the rest in
// viper.cpp. Each fast half returns false, and leaves `out` alone, when the other one is needed.
//
// Nothing is taken for granted about operands: a register may hold any object, for the names that
// the compiler gave a native type can be captured by code without types. What is no int where one
// is needed is a TypeError; no pointer is followed without a look at the object's bounds.
#pragma once

#include <cstring>

#include "bytecode/viper.hpp"
#include "core/arith.hpp"
#include "objects/bytes.hpp"

namespace krait::viper {

inline bool fast_binary(u8 flags, Value a, Value b, Value& out) {
    using enum BinaryOp;
    if (!Value::both_ints(a, b)) return false;
    if ((flags & kViperUnsigned) && (a.as_int() | b.as_int()) < 0) return false;
    switch (static_cast<BinaryOp>(flags & ~kViperUnsigned)) {
        case Add: return fast::add_ints(a, b, out);
        case Sub:
            if ((flags & kViperUnsigned) && a.as_int() < b.as_int()) return false;
            return fast::sub_ints(a, b, out);
        case Mul: return fast::mul_ints(a, b, out);
        case And: return fast::bit_and(a, b, out);
        case Or: return fast::bit_or(a, b, out);
        case Xor: return fast::bit_xor(a, b, out);
        case LShift: return fast::left_shift(a, b, out);
        case RShift: return fast::right_shift(a, b, out);
        case FloorDiv: return fast::floor_div(a, b, out);
        case Mod: return fast::mod(a, b, out);
        default: return false;
    }
}

// The place of item `index` of a bytearray, if it is one and long enough.
inline u8* fast_place(Value pointer, Value index, u8 width) {
    if (!index.is_int() || !is_exact<BytearrayObject>(pointer)) return nullptr;
    auto* bytes = static_cast<BytearrayObject*>(pointer.object());
    const auto i = static_cast<usize>(index.as_int());
    return i < bytes->size() >> width ? bytes->data() + (i << width) : nullptr;
}

inline u32 load_bytes(const u8* place, u8 width) {
    u32 value = 0;
    if (width == 0) return *place;
    std::memcpy(&value, place, width == 1 ? 2 : 4);
    return value;
}

inline void store_bytes(u8* place, u8 width, u32 value) {
    if (width == 0)
        *place = static_cast<u8>(value);
    else
        std::memcpy(place, &value, width == 1 ? 2 : 4);
}

inline const u8* fast_constant_place(Value pointer, Value index, u8 width) {
    if (!index.is_int() || !is_exact<BytesObject>(pointer)) return nullptr;
    auto* bytes = static_cast<BytesObject*>(pointer.object());
    const auto i = static_cast<usize>(index.as_int());
    return i < bytes->size() >> width ? bytes->data() + (i << width) : nullptr;
}

inline bool fast_load(Value pointer, Value index, u8 width, Value& out) {
    const u8* place = fast_place(pointer, index, width);
    if (!place) place = fast_constant_place(pointer, index, width);
    if (!place) return false;
    const u32 value = load_bytes(place, width);
    if (!Value::fits_int(value)) return false;
    out = Value::from_int(static_cast<isize>(value));
    return true;
}

inline bool fast_store(Value pointer, Value index, u8 width, Value value) {
    if (!value.is_int()) return false;
    u8* place = fast_place(pointer, index, width);
    if (!place) return false;
    store_bytes(place, width, static_cast<u32>(value.as_int()));
    return true;
}

inline bool fast_convert(ViperType to, Value v, Value& out) {
    const bool is_fitting = to == ViperType::Int ? v.is_int() : v.is_int() && v.as_int() >= 0;
    if (!is_word(to) || !is_fitting) return false;
    out = v;
    return true;
}

// The general halves. Empty or failed: an exception is pending.
Value convert(Interp&, ViperType to, Value v);
Value address(Interp&, Value pointer);
Value binary(Interp&, u8 flags, Value a, Value b);
Value unary(Interp&, u8 flags, Value v);
Value load(Interp&, Value pointer, Value index, u8 width);
Status store(Interp&, Value pointer, Value index, u8 width, Value value);

}  // namespace krait::viper
