// The module uctypes: structures in memory, described by dicts. layout.hpp says what descriptors
// are, objects/memory.hpp which memory may be reached.
//
// A structure object is an address and a descriptor; fields that are aggregates are made when they
// are asked for. It keeps alive what lies there, but the owner of the memory may resize it away.
// Addresses that lead nowhere may be had, too; using them is a ValueError or IndexError.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/shape.hpp"
#include "core/str_builder.hpp"
#include "modules/modules.hpp"
#include "modules/uctypes/layout.hpp"
#include "modules/uctypes/window.hpp"
#include "objects/bytes.hpp"
#include "objects/memory.hpp"

namespace krait {

namespace {

using namespace uctypes;

struct Structure : Object {
    static const BuiltinType kType;
    Word address;
    Value descriptor;
    ByteLayout layout;
};

Value new_structure(Interp& in, Word address, Value descriptor, ByteLayout layout) {
    Structure* s = KRAIT_TRY(in.make<Structure>());
    s->address = address;
    s->descriptor = descriptor;
    s->layout = layout;
    return s;
}

Status take_layout(Interp& in, isize number, ByteLayout& out) {
    if (number < 0 || number > 2) return raise(in, kValueError, "bad layout type {}", number);
    out = static_cast<ByteLayout>(number);
    return kOk;
}

Value construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize address, layout;
    Value descriptor;
    KRAIT_TRY((parse_args<"(addr, descriptor, layout_type=2, /)">(in, "struct"_sym, args, address,
                                                                  descriptor, layout)));
    Structure* s = KRAIT_TRY(make_instance<Structure>(in, cls));
    s->address = static_cast<Word>(address);
    s->descriptor = descriptor;
    KRAIT_TRY(take_layout(in, layout, s->layout));
    return s;
}

// What is seen of an aggregate that stands at `base` + its offset.
Value field_of(Interp& in, Word base, Value descriptor, ByteLayout layout) {
    if (descriptor.is_int()) {
        const Scalar scalar(descriptor.as_int());
        return load(in, scalar, base + scalar.offset, layout);
    }
    Tuple* tuple = as_if<Tuple>(descriptor);
    if (!tuple) return raise(in, kTypeError, "syntax error in uctypes descriptor");
    Aggregate aggregate;
    KRAIT_TRY(look_at(in, tuple, aggregate));
    const Word address = base + aggregate.offset;
    if (aggregate.kind == Kind::Struct)
        return new_structure(in, address, aggregate.element, layout);
    if (aggregate.kind == Kind::Array && aggregate.has_scalars() &&
        Scalar(aggregate.element.as_int()).type == kUint8)
        return new_window(in, address, aggregate.count);
    return new_structure(in, address, descriptor, layout);
}

Result<Dict*> fields_of(Interp& in, const Structure* s) {
    if (Dict* fields = as_if<Dict>(s->descriptor)) return fields;
    return raise(in, kTypeError, "struct: no fields");
}

Value get_field(Interp& in, Value self, Str* name) {
    if (!is_done(type_lookup_plain(type_of(self), name)))
        return generic_get_attr(in, self, name);  // __class__ and the like
    const auto* s = as<Structure>(self);
    Dict* fields = KRAIT_TRY(fields_of(in, s));
    const Value field = KRAIT_TRY(dict_get(in, fields, Value(name)));
    if (is_done(field)) return raise_no_attribute(in, self, name);
    return field_of(in, s->address, field, s->layout);
}

Status set_field(Interp& in, Value self, Str* name, Value value) {
    const auto* s = as<Structure>(self);
    Dict* fields = KRAIT_TRY(fields_of(in, s));
    const Value field = KRAIT_TRY(dict_get(in, fields, Value(name)));
    if (is_done(field)) return raise_no_attribute(in, self, name);
    if (!field.is_int() || !value) return raise(in, kTypeError, "cannot assign to aggregate");
    const Scalar scalar(field.as_int());
    return store(in, scalar, s->address + scalar.offset, s->layout, value);
}

// Where item `key` of an array, or behind a pointer, is.
Status find_item(Interp& in, const Structure* s, Value key, Aggregate& aggregate, Word& address) {
    Tuple* tuple = as_if<Tuple>(s->descriptor);
    if (!tuple) return raise(in, kTypeError, "struct: cannot index");
    KRAIT_TRY(look_at(in, tuple, aggregate));
    if (aggregate.kind == Kind::Struct) return raise(in, kTypeError, "struct: cannot index");
    const isize index = KRAIT_TRY(to_index(in, key));
    Extent element;
    KRAIT_TRY(measure_element(in, aggregate, s->layout, element));
    address = s->address;
    if (aggregate.kind == Kind::Pointer) {
        u8* at;
        KRAIT_TRY(memory_at(in, address, 0, sizeof address, false, at));
        __builtin_memcpy(&address, at, sizeof address);
    } else if (index < 0 || static_cast<usize>(index) >= aggregate.count) {
        return raise(in, kIndexError, "struct: index out of range");
    }
    address += static_cast<Word>(index) * element.size;
    return kOk;
}

Value get_item(Interp& in, Value self, Value key) {
    const auto* s = as<Structure>(self);
    Aggregate aggregate;
    Word address;
    KRAIT_TRY(find_item(in, s, key, aggregate, address));
    if (aggregate.has_scalars()) {
        Scalar scalar(aggregate.element.as_int());
        return load(in, scalar, address, s->layout);
    }
    return new_structure(in, address, aggregate.element, s->layout);
}

Status set_item(Interp& in, Value self, Value key, Value value) {
    const auto* s = as<Structure>(self);
    if (!value) return raise(in, kTypeError, "'struct' object doesn't support item deletion");
    Aggregate aggregate;
    Word address;
    KRAIT_TRY(find_item(in, s, key, aggregate, address));
    if (!aggregate.has_scalars()) return raise(in, kTypeError, "cannot assign to aggregate");
    return store(in, Scalar(aggregate.element.as_int()), address, s->layout, value);
}

Result<isize> length(Interp& in, Value self) {
    Tuple* tuple = as_if<Tuple>(as<Structure>(self)->descriptor);
    Aggregate aggregate;
    if (tuple) KRAIT_TRY(look_at(in, tuple, aggregate));
    if (aggregate.kind != Kind::Array) return raise(in, kTypeError, "struct: not an array");
    return static_cast<isize>(aggregate.count);
}

Value repr(Interp& in, Value self) {
    const auto* s = as<Structure>(self);
    std::string_view what = is<Dict>(s->descriptor) ? "STRUCT" : "ERROR";
    if (Tuple* tuple = as_if<Tuple>(s->descriptor)) {
        Aggregate aggregate;
        KRAIT_TRY(look_at(in, tuple, aggregate));
        what = aggregate.kind == Kind::Array ? "ARRAY" : "PTR";
    }
    StrBuilder out(in);
    KRAIT_TRY(out.append("<struct "));
    KRAIT_TRY(out.append(what));
    KRAIT_TRY(out.append(" "));
    KRAIT_TRY(out.append_unsigned(s->address, 16));
    KRAIT_TRY(out.append(">"));
    return KRAIT_TRY(out.finish());
}

// The address that a pointer holds.
Value to_int(Interp& in, Structure* self) {
    Tuple* tuple = as_if<Tuple>(self->descriptor);
    Aggregate aggregate;
    if (tuple) KRAIT_TRY(look_at(in, tuple, aggregate));
    if (aggregate.kind != Kind::Pointer) return raise(in, kTypeError, "struct: not a pointer");
    Word address;
    u8* at;
    KRAIT_TRY(memory_at(in, self->address, 0, sizeof address, false, at));
    __builtin_memcpy(&address, at, sizeof address);
    return new_int_unsigned(in, address);
}

Status buffer_of(Interp& in, Value self, BufferView& view, bool writable) {
    const auto* s = as<Structure>(self);
    Extent extent;
    KRAIT_TRY(measure(in, s->descriptor, s->layout, extent));
    return export_memory(in, s->address, extent.size, writable, view);
}

void trace(Object* o, Marker& m) {
    auto* s = static_cast<Structure*>(o);
    m.value(s->descriptor);
    m.bytes_at(s->address);
}

// --- the module ----------------------------------------------------------------------------------

Value sizeof_(Interp& in, Value object, Value layout_type) {
    if (const auto* w = as_if<Window>(object)) return new_int_unsigned(in, w->size);
    if (const auto* b = as_if<BytearrayObject>(object)) return new_int_unsigned(in, b->size());
    ByteLayout layout = ByteLayout::Native;
    Value descriptor = object;
    if (const auto* s = as_if<Structure>(object)) {
        if (layout_type) return raise(in, kTypeError, "the structure has a layout type of its own");
        layout = s->layout;
        descriptor = s->descriptor;
    } else if (layout_type) {
        KRAIT_TRY(take_layout(in, KRAIT_TRY(to_index(in, layout_type)), layout));
    }
    Extent extent;
    KRAIT_TRY(measure(in, descriptor, layout, extent));
    return new_int_unsigned(in, extent.size);
}

Value addressof(Interp& in, Value object) {
    Word address = 0;
    if (const auto* w = as_if<Window>(object))
        address = w->address;
    else if (const auto* s = as_if<Structure>(object))
        address = s->address;
    else
        KRAIT_TRY(address_of(in, object, address));
    return new_int_unsigned(in, address);
}

Value bytes_at(Interp& in, isize address, isize size) {
    if (size < 0) return raise(in, kValueError, "negative size");
    const auto bytes = static_cast<usize>(size);
    if (bytes == 0) return Value(empty_bytes());
    u8* data;
    KRAIT_TRY(memory_at(in, static_cast<Word>(address), 0, bytes, false, data));
    return new_bytes(in, {data, bytes});
}

Value bytearray_at(Interp& in, isize address, isize size) {
    if (size < 0) return raise(in, kValueError, "negative size");
    return new_window(in, static_cast<Word>(address), static_cast<usize>(size));
}

constexpr Slots kSlots{.repr = repr,
                       .get_attr = get_field,
                       .set_attr = set_field,
                       .length = length,
                       .get_item = get_item,
                       .set_item = set_item,
                       .get_buffer = buffer_of,
                       .construct = construct,
                       .trace = trace};
constexpr Row kStructureRows[] = {
    def<"__int__(self, /)", to_int>,
};

constinit const BuiltinType Structure::kType{{.name = "struct"_sym,
                                              .slots = &kSlots,
                                              .rows = kStructureRows,
                                              .flags = kUnhashable | kFinal,
                                              .size = sizeof(Structure)}};

// The integer types of C that are no longer than `Bytes`.
template <usize Bytes>
constexpr ScalarType kUnsignedOf = Bytes == 8   ? kUint64
                                   : Bytes == 4 ? kUint32
                                                : kUint16;
template <class Int>
constexpr int kUnsigned = type_constant(kUnsignedOf<sizeof(Int)>);
template <class Int>
constexpr int kSigned = type_constant(static_cast<ScalarType>(kUnsignedOf<sizeof(Int)> + 1));

constexpr Row kRows[] = {
    constant<"struct">(&Structure::kType),
    def<"sizeof(struct, layout_type=..., /)", sizeof_>,
    def<"addressof(obj, /)", addressof>,
    def<"bytes_at(addr, size, /)", bytes_at>,
    def<"bytearray_at(addr, size, /)", bytearray_at>,
    constant<"LITTLE_ENDIAN">(static_cast<int>(ByteLayout::Little)),
    constant<"BIG_ENDIAN">(static_cast<int>(ByteLayout::Big)),
    constant<"NATIVE">(static_cast<int>(ByteLayout::Native)),
    constant<"VOID">(type_constant(kUint8)),
    constant<"UINT8">(type_constant(kUint8)),
    constant<"INT8">(type_constant(kInt8)),
    constant<"UINT16">(type_constant(kUint16)),
    constant<"INT16">(type_constant(kInt16)),
    constant<"UINT32">(type_constant(kUint32)),
    constant<"INT32">(type_constant(kInt32)),
    constant<"UINT64">(type_constant(kUint64)),
    constant<"INT64">(type_constant(kInt64)),
    constant<"BFUINT8">(type_constant(kBitUint8)),
    constant<"BFINT8">(type_constant(kBitInt8)),
    constant<"BFUINT16">(type_constant(kBitUint16)),
    constant<"BFINT16">(type_constant(kBitInt16)),
    constant<"BFUINT32">(type_constant(kBitUint32)),
    constant<"BFINT32">(type_constant(kBitInt32)),
    constant<"BF_POS">(static_cast<int>(kBitPosition)),
    constant<"BF_LEN">(static_cast<int>(kBitLength)),
    constant<"FLOAT32">(type_constant(kFloat32)),
    constant<"FLOAT64">(type_constant(kFloat64)),
    constant<"SHORT">(kSigned<short>),
    constant<"USHORT">(kUnsigned<short>),
    constant<"INT">(kSigned<int>),
    constant<"UINT">(kUnsigned<int>),
    constant<"LONG">(kSigned<long>),
    constant<"ULONG">(kUnsigned<long>),
    constant<"LONGLONG">(kSigned<long long>),
    constant<"ULONGLONG">(kUnsigned<long long>),
    constant<"PTR">(kind_constant(Kind::Pointer)),
    constant<"ARRAY">(kind_constant(Kind::Array)),
};

}  // namespace

constinit const ModuleDef kUctypesModule{.name = "uctypes"_sym, .rows = kRows};

}  // namespace krait
