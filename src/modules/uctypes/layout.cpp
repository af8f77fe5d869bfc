#include "modules/uctypes/layout.hpp"

#include <algorithm>
#include <bit>

#include "objects/int.hpp"
#include "objects/memory.hpp"

namespace krait::uctypes {

namespace {

constexpr usize kMaxSize = usize{1} << (kIs64 ? 40 : 28);

Raised raise_syntax(Interp& in) {
    return raise(in, kTypeError, "syntax error in uctypes descriptor");
}

bool is_swapped(ByteLayout layout) {
    return layout != ByteLayout::Native &&
           (layout == ByteLayout::Little) != (std::endian::native == std::endian::little);
}

void put_bits(u8* at, usize size, bool big_endian, u64 bits) {
    for (usize i = 0; i < size; ++i)
        at[big_endian ? size - 1 - i : i] = static_cast<u8>(bits >> 8 * i);
}
u64 take_bits(const u8* at, usize size, bool big_endian) {
    u64 bits = 0;
    for (usize i = 0; i < size; ++i) bits |= u64{at[big_endian ? size - 1 - i : i]} << 8 * i;
    return bits;
}
bool is_big(ByteLayout layout) {
    return layout == ByteLayout::Big ||
           (layout == ByteLayout::Native && std::endian::native == std::endian::big);
}

// Adds a field at `offset` to the structure.
void include(Extent& structure, usize offset, const Extent& field) {
    structure.size = std::max(structure.size, offset + field.size);
    structure.alignment = std::max(structure.alignment, field.alignment);
}

Status measure_aggregate(Interp& in, Tuple* descriptor, ByteLayout layout, usize& offset,
                         Extent& out) {
    Aggregate aggregate;
    KRAIT_TRY(look_at(in, descriptor, aggregate));
    offset = aggregate.offset;
    if (aggregate.kind == Kind::Pointer) {
        out = {sizeof(void*), sizeof(void*)};
        return kOk;
    }
    KRAIT_TRY(measure_element(in, aggregate, layout, out));
    if (aggregate.kind == Kind::Array) {
        if (out.size && aggregate.count > kMaxSize / out.size)
            return raise(in, kValueError, "the array is too large");
        out.size *= aggregate.count;
    }
    return kOk;
}

Status measure_field(Interp& in, Value field, ByteLayout layout, Extent& structure) {
    Extent extent;
    usize offset = 0;
    if (field.is_int()) {
        const Scalar scalar(field.as_int());
        offset = scalar.offset;
        extent = {scalar.item().size, scalar.item().size};
    } else if (Tuple* aggregate = as_if<Tuple>(field)) {
        KRAIT_TRY(measure_aggregate(in, aggregate, layout, offset, extent));
    } else {
        return raise_syntax(in);
    }
    include(structure, offset, extent);
    if (structure.size > kMaxSize) return raise(in, kValueError, "the structure is too large");
    return kOk;
}

}  // namespace

Scalar::Scalar(isize word)
    : type(static_cast<ScalarType>(static_cast<usize>(word) >> kTypeShift & 15)),
      offset(static_cast<usize>(word) & ((usize{1} << kTypeShift) - 1)),
      bit_position(0),
      bit_length(0) {
    if (!is_bits()) return;
    bit_position = static_cast<usize>(word) >> kBitPosition & 31;
    bit_length = static_cast<usize>(word) >> kBitLength & 31;
    offset &= (usize{1} << kBitPosition) - 1;
}

ItemType Scalar::item() const {
    if (type >= kFloat32)
        return {ItemKind::Float, static_cast<u8>(type == kFloat32 ? sizeof(u32) : sizeof(u64))};
    const unsigned of_int = is_bits() ? type - kBitUint8 : type;
    return {of_int & 1 ? ItemKind::Signed : ItemKind::Unsigned, static_cast<u8>(1 << of_int / 2)};
}

Status look_at(Interp& in, Tuple* descriptor, Aggregate& out) {
    const usize size = descriptor->size();
    if (size < 2 || size > 3 || !(*descriptor)[0].is_int()) return raise_syntax(in);
    const auto word = static_cast<usize>((*descriptor)[0].as_int());
    out.kind = static_cast<Kind>(word >> kKindShift & 3);
    out.offset = word & ((usize{1} << kKindShift) - 1);
    out.element = (*descriptor)[1];
    if (out.kind == Kind::None || (size == 3 && out.kind != Kind::Array)) return raise_syntax(in);
    if (out.kind == Kind::Struct && out.has_scalars()) return raise_syntax(in);
    if (out.kind != Kind::Array) return kOk;
    if (!out.element.is_int()) return raise_syntax(in);
    const auto count = static_cast<usize>(out.element.as_int());
    out.count = count & ((usize{1} << (size == 2 ? kTypeShift : kKindShift)) - 1);
    if (size == 3) out.element = (*descriptor)[2];
    return kOk;
}

Status measure(Interp& in, Value descriptor, ByteLayout layout, Extent& out) {
    if (!in.check_stack()) return {};
    if (Tuple* aggregate = as_if<Tuple>(descriptor)) {
        usize offset;
        return measure_aggregate(in, aggregate, layout, offset, out);
    }
    Dict* fields = as_if<Dict>(descriptor);
    if (!fields) {
        if (descriptor.is_int()) return raise(in, kTypeError, "a scalar alone has no layout");
        return raise_syntax(in);
    }
    usize position = 0;
    Value name, field;
    while (dict_next(fields, position, name, field))
        KRAIT_TRY(measure_field(in, field, layout, out));
    if (layout == ByteLayout::Native)
        out.size = (out.size + out.alignment - 1) / out.alignment * out.alignment;
    return kOk;
}

Status measure_element(Interp& in, const Aggregate& aggregate, ByteLayout layout, Extent& out) {
    if (!aggregate.has_scalars()) return measure(in, aggregate.element, layout, out);
    const u8 size = Scalar(aggregate.element.as_int()).item().size;
    out = {size, size};
    return kOk;
}

Value load(Interp& in, const Scalar& scalar, Word address, ByteLayout layout) {
    const ItemType item = scalar.item();
    u8* at;
    KRAIT_TRY(memory_at(in, address, 0, item.size, false, at));
    if (!scalar.is_bits()) return load_item(in, item, at, is_swapped(layout));
    const u64 bits = take_bits(at, item.size, is_big(layout));
    return new_int_unsigned(in, bits >> scalar.bit_position & ((u64{1} << scalar.bit_length) - 1));
}

// Differs: ints that do not fit lose their upper bits, as in MicroPython.
Status store(Interp& in, const Scalar& scalar, Word address, ByteLayout layout, Value v) {
    const ItemType item = scalar.item();
    if (item.kind == ItemKind::Float) {
        Float number;
        KRAIT_TRY(to_float(in, v, number));
        v = KRAIT_TRY(new_float(in, number));
    } else {
        v = KRAIT_TRY(to_int_object(in, v));
    }
    u8* at;
    KRAIT_TRY(memory_at(in, address, 0, item.size, true, at));
    if (item.kind == ItemKind::Float) {
        if (store_item(in, item, v, at, is_swapped(layout)) == StoreFault::None) return kOk;
        return raise(in, kOverflowError, "float too large to pack");
    }
    u64 bits = int_low_bits(v);
    if (scalar.is_bits()) {
        const u64 mask = ((u64{1} << scalar.bit_length) - 1) << scalar.bit_position;
        const u64 before = take_bits(at, item.size, is_big(layout));
        bits = (before & ~mask) | (bits << scalar.bit_position & mask);
    }
    put_bits(at, item.size, is_big(layout), bits);
    return kOk;
}

}  // namespace krait::uctypes
