// What descriptors of uctypes mean. The numbers are MicroPython's: an int of 31 bits, with the type
// on top and the offset below.
//
//     scalar       | type: 4 | offset: 27 |
//     bit field    | type: 4 | length: 5 | first bit: 5 | offset: 17 |
//     aggregate    | kind: 2 | offset: 29 |            the first item of a tuple
//
// A descriptor is an int (scalar, bit field), a dict (structure), or a tuple (an aggregate):
//     (offset, {...})                 a structure within
//     (ARRAY | offset, type | count)  an array of scalars
//     (ARRAY | offset, count, x)      an array of what x describes
//     (PTR | offset, x)               a pointer to a scalar type, or to what x describes
#pragma once

#include "core/interp.hpp"
#include "objects/item_format.hpp"

namespace krait::uctypes {

enum class ByteLayout : u8 { Little = 0, Big = 1, Native = 2 };

constexpr unsigned kTypeShift = 27, kKindShift = 29, kBitPosition = 17, kBitLength = 22;

enum ScalarType : u8 {
    kUint8,
    kInt8,
    kUint16,
    kInt16,
    kUint32,
    kInt32,
    kUint64,
    kInt64,
    kBitUint8,
    kBitInt8,
    kBitUint16,
    kBitInt16,
    kBitUint32,
    kBitInt32,
    kFloat32,
    kFloat64,
};
enum class Kind : u8 { Struct = 0, Pointer = 1, Array = 2, None = 3 };

// The constant of a type or kind: as an int of 31 bits has it.
constexpr int type_constant(ScalarType type) {
    const auto word = u32{type} << kTypeShift;
    return static_cast<i32>(word << 1) >> 1;
}
constexpr int kind_constant(Kind kind) {
    const auto word = static_cast<u32>(kind) << kKindShift;
    return static_cast<i32>(word << 1) >> 1;
}

struct Scalar {
    ScalarType type;
    usize offset;
    unsigned bit_position, bit_length;

    explicit Scalar(isize word);
    bool is_bits() const { return type >= kBitUint8 && type <= kBitInt32; }
    ItemType item() const;  // of a bit field: the int that it is a part of
};

// An aggregate's tuple, looked at.
struct Aggregate {
    Kind kind = Kind::None;
    usize offset = 0;
    usize count = 0;  // items of an array
    Value element;    // int or descriptor: of the structure, the items, or what is pointed to

    bool has_scalars() const { return element.is_int(); }
};
// TypeError unless it is one.
Status look_at(Interp&, Tuple* descriptor, Aggregate& out);

struct Extent {
    usize size = 0, alignment = 1;
};
// How long what is described is. TypeError for scalars, which only fields can be.
Status measure(Interp&, Value descriptor, ByteLayout layout, Extent& out);
// The same of an item of an array or of what a pointer points to.
Status measure_element(Interp&, const Aggregate&, ByteLayout layout, Extent& out);

// Reads and writes at an address; errors are those of memory_at().
Value load(Interp&, const Scalar&, Word address, ByteLayout layout);
Status store(Interp&, const Scalar&, Word address, ByteLayout layout, Value v);

}  // namespace krait::uctypes
