// The module struct: numbers packed into bytes.
//
// A format is read twice, item by item and without keeping anything: once to check it and to know
// its size, once to convert. So a call allocates its result and nothing else.
#include <bit>
#include <cstring>

#include "core/bind.hpp"
#include "core/exception_type.hpp"
#include "core/str_builder.hpp"
#include "modules/modules.hpp"
#include "objects/bytes_like.hpp"
#include "objects/item_format.hpp"
#include "objects/iterators.hpp"

namespace krait {

extern const BuiltinType kStructError;

namespace {

// --- formats -------------------------------------------------------------------------------------

struct Item {
    char letter;
    ItemType type;  // of s, p and x: none
    usize count;    // of items; of s and p: of bytes
    usize offset;   // of the first byte

    bool is_text() const { return letter == 's' || letter == 'p'; }
    usize values() const { return letter == 'x' ? 0 : is_text() ? 1 : count; }
};

constexpr usize kMaxSize = std::numeric_limits<i32>::max();

class FormatReader {
  public:
    enum class Fault : u8 { None, BadLetter, NoLetter, TooLong };

    explicit FormatReader(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {
        if (text.empty()) return;
        constexpr bool kIsLittle = std::endian::native == std::endian::little;
        switch (*at_) {
            case '@': break;
            case '=': native_ = false; break;
            case '<': native_ = false, swapped_ = !kIsLittle; break;
            case '>':
            case '!': native_ = false, swapped_ = kIsLittle; break;
            default: return;
        }
        ++at_;
    }

    // The next item; false at the end, and where fault() says what is wrong.
    bool next(Item& item) {
        while (at_ < end_ && is_space(*at_)) ++at_;
        if (at_ == end_ || !take_count(item.count)) return false;
        item.letter = *at_++;
        item.type = native_ ? native_item(item.letter) : standard_item(item.letter);
        const bool known = item.type.kind != ItemKind::None || item.letter == 'x' || item.is_text();
        if (!known) return fail(Fault::BadLetter);
        if (native_ && item.type.size > 1) align(item.type.size);
        item.offset = offset_;
        usize bytes = 0;
        if (__builtin_mul_overflow(item.count, std::max<usize>(item.type.size, 1), &bytes) ||
            bytes > kMaxSize - offset_)
            return fail(Fault::TooLong);
        offset_ += bytes;
        return true;
    }
    Fault fault() const { return fault_; }
    usize offset() const { return offset_; }
    bool swapped() const { return swapped_; }

  private:
    static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
    bool fail(Fault fault) {
        fault_ = fault;
        return false;
    }
    bool take_count(usize& count) {
        if (*at_ < '0' || *at_ > '9') {
            count = 1;
            return true;
        }
        count = 0;
        for (; at_ < end_ && *at_ >= '0' && *at_ <= '9'; ++at_) {
            count = count * 10 + static_cast<usize>(*at_ - '0');
            if (count > kMaxSize) return fail(Fault::TooLong);
        }
        return at_ < end_ || fail(Fault::NoLetter);
    }
    void align(usize size) {
        const usize alignment = size == 8 ? alignof(i64) : size;
        const usize aligned = (offset_ + alignment - 1) / alignment * alignment;
        offset_ = std::min(aligned, kMaxSize);  // what follows is then too long
    }

    const char *at_, *end_;
    usize offset_ = 0;
    bool native_ = true, swapped_ = false;
    Fault fault_ = Fault::None;
};

struct Layout {
    std::string_view text;
    usize size = 0;    // bytes
    usize values = 0;  // that are packed
};

Status read_layout(Interp& in, std::string_view text, Layout& out) {
    FormatReader reader(text);
    out = {text};
    for (Item item; reader.next(item);) out.values += item.values();
    out.size = reader.offset();
    switch (reader.fault()) {
        case FormatReader::Fault::None: return kOk;
        case FormatReader::Fault::BadLetter:
            return raise(in, kStructError, "bad char in struct format");
        case FormatReader::Fault::NoLetter:
            return raise(in, kStructError, "repeat count given without format specifier");
        default: return raise(in, kStructError, "total struct size too long");
    }
}

Status read_layout(Interp& in, Value format, Layout& out) {
    if (const Str* text = as_if<Str>(format)) return read_layout(in, text->view(), out);
    if (auto* bytes = as_if<BytesObject>(format))
        return read_layout(in, as_text(bytes->bytes()), out);
    return raise(in, kTypeError, "Struct() argument 1 must be a str or bytes object, not {}",
                 TextArg::type_name(format));
}

// --- unpacking -----------------------------------------------------------------------------------

Value unpack_text(Interp& in, const Item& item, const u8* from) {
    if (item.letter == 's' || item.count == 0) return new_bytes(in, {from, item.count});
    return new_bytes(in, {from + 1, std::min<usize>(from[0], item.count - 1)});
}

// The values in the layout.size bytes at `from`.
Result<Tuple*> unpack_all(Interp& in, const Layout& layout, const u8* from) {
    Tuple* tuple = KRAIT_TRY(new_tuple(in, layout.values));
    Value* to = tuple->begin();
    FormatReader reader(layout.text);
    for (Item item; reader.next(item);) {
        if (item.letter == 'x') continue;
        if (item.is_text()) {
            *to++ = KRAIT_TRY(unpack_text(in, item, from + item.offset));
            continue;
        }
        const u8* at = from + item.offset;
        for (usize i = 0; i < item.count; ++i, at += item.type.size)
            *to++ = KRAIT_TRY(load_item(in, item.type, at, reader.swapped()));
    }
    return tuple;
}

// One int with its byte order told, "<h", out of bytes: what scripts read samples with. done(): any
// other case.
Value unpack_int(Interp& in, Value format, Value buffer) {
    if (!is_exact<Str>(format) || as<Str>(format)->size() != 2) return done();
    Bytes from;
    if (is_exact<BytearrayObject>(buffer))
        from = as<BytearrayObject>(buffer)->bytes();
    else if (is_exact<BytesObject>(buffer))
        from = as<BytesObject>(buffer)->bytes();
    const char order = as<Str>(format)->data()[0], letter = as<Str>(format)->data()[1];
    const char small = static_cast<char>(letter | 0x20);
    const usize size = small == 'b' ? 1 : small == 'h' ? 2 : small == 'i' ? 4 : 0;
    if ((order != '<' && order != '>') || size == 0 || from.size() != size) return done();
    u32 bits = 0;
    for (usize i = 0; i < size; ++i) bits = bits << 8 | from[order == '<' ? size - 1 - i : i];
    const int unused = 32 - 8 * static_cast<int>(size);
    const i64 value = letter == small ? i64{static_cast<i32>(bits << unused) >> unused} : i64{bits};
    Tuple* tuple = KRAIT_TRY(new_tuple(in, 1));
    tuple->items_[0] = KRAIT_TRY(new_int(in, value));
    return tuple;
}

Value unpack_exactly(Interp& in, const Layout& layout, Value buffer) {
    HeldBuffer held;
    KRAIT_TRY(lend_bytes(in, buffer, held));
    if (held.size != layout.size)
        return raise(in, kStructError, "unpack requires a buffer of {} bytes", layout.size);
    return unpack_all(in, layout, held.data).take();
}

enum class Direction : bool { Pack, Unpack };

// Where layout.size bytes begin in a buffer, if they fit in from `offset` on.
Result<isize> place_in(Interp& in, const Layout& layout, usize buffer_size, isize offset,
                       Direction direction) {
    const bool packs = direction == Direction::Pack;
    const isize size = static_cast<isize>(layout.size), all = static_cast<isize>(buffer_size);
    if (offset < 0) {
        if (offset + size > 0)
            return raise(in, kStructError, "{} {} bytes at offset {}",
                         packs ? "no space to pack" : "not enough data to unpack", size, offset);
        if (offset + all < 0)
            return raise(in, kStructError, "offset {} out of range for {}-byte buffer", offset,
                         all);
        offset += all;
    }
    if (all - offset >= size) return offset;
    const char* name = packs ? "pack_into" : "unpack_from";
    return raise(in, kStructError,
                 "{} requires a buffer of at least {} bytes for {} {} bytes at offset {} (actual "
                 "buffer size is {})",
                 name, static_cast<u64>(size) + static_cast<u64>(offset),
                 packs ? "packing" : "unpacking", size, offset, all);
}

Value unpack_at(Interp& in, const Layout& layout, Value buffer, isize offset) {
    HeldBuffer held;
    KRAIT_TRY(lend_bytes(in, buffer, held));
    const isize at = KRAIT_TRY(place_in(in, layout, held.size, offset, Direction::Unpack));
    return unpack_all(in, layout, held.data + at).take();
}

// --- packing -------------------------------------------------------------------------------------

Raised raise_range(Interp& in, const Item& item) {
    const char letter[] = {item.letter, '\0'};
    const unsigned bits = item.type.size * 8u;
    const bool is_signed = item.type.kind == ItemKind::Signed;
    const u64 most = (is_signed ? u64{1} << (bits - 1) : bits == 64 ? 0 : u64{1} << bits) - 1;
    StrBuilder text(in);
    if (!(is_signed ? text.append("-") : Status(kOk)) ||
        !text.append_unsigned(is_signed ? most + 1 : 0) || !text.append(" <= number <= ") ||
        !text.append_unsigned(most))
        return {};
    return raise(in, kStructError, "'{}' format requires {}", letter, text.view());
}

Raised raise_store(Interp& in, const Item& item, StoreFault fault) {
    const char letter[] = {item.letter, '\0'};
    if (fault == StoreFault::Raised) return {};
    if (item.type.kind == ItemKind::Char)
        return raise(in, kStructError, "char format requires a bytes object of length 1");
    if (fault == StoreFault::Large)
        return raise(in, kOverflowError, "float too large to pack with {} format", letter);
    if (fault == StoreFault::Range) return raise_range(in, item);
    return raise(in, kStructError, "required argument is not {}",
                 item.type.kind == ItemKind::Float ? "a float" : "an integer");
}

Status pack_text(Interp& in, const Item& item, Value value, u8* to) {
    const char letter[] = {item.letter, '\0'};
    if (!is<BytesObject>(value) && !is<BytearrayObject>(value))
        return raise(in, kStructError, "argument for '{}' must be a bytes object", letter);
    if (item.count == 0) return kOk;
    const bool counted = item.letter == 'p';
    const Bytes bytes = bytes_of(value);
    const usize size = std::min(bytes.size(), item.count - counted);
    std::copy_n(bytes.data(), size, to + counted);
    if (counted) to[0] = static_cast<u8>(std::min<usize>(size, 255));
    return kOk;
}

// Differs: unless the interpreter is strict, what is missing is zero and what is too much is left
// out, as in MicroPython.
Status check_count(Interp& in, const Layout& layout, usize count, const char* name) {
    if (count == layout.values || !in.config().strict) return kOk;
    return raise(in, kStructError, "{} expected {} items for packing (got {})", name, layout.values,
                 count);
}

// Fills layout.size bytes.
Status pack_all(Interp& in, const Layout& layout, std::span<const Value> values, u8* to) {
    std::memset(to, 0, layout.size);
    FormatReader reader(layout.text);
    for (Item item; reader.next(item);) {
        u8* at = to + item.offset;
        if (item.letter == 'x') continue;
        const usize count = std::min(item.values(), values.size());
        for (usize i = 0; i < count; ++i, at += item.type.size) {
            if (item.is_text()) {
                KRAIT_TRY(pack_text(in, item, values[i], at));
                continue;
            }
            const StoreFault fault = store_item(in, item.type, values[i], at, reader.swapped());
            if (fault != StoreFault::None) return raise_store(in, item, fault);
        }
        values = values.subspan(count);
    }
    return kOk;
}

Value pack_new(Interp& in, const Layout& layout, std::span<const Value> values) {
    KRAIT_TRY(check_count(in, layout, values.size(), "pack"));
    BytesObject* bytes = KRAIT_TRY(allocate_bytes(in, layout.size));
    KRAIT_TRY(pack_all(in, layout, values, bytes->data()));
    return bytes;
}

// `args`: the buffer, the offset, the values.
Status pack_into(Interp& in, const Layout& layout, std::span<const Value> args) {
    if (args.size() < 2)
        return raise(in, kStructError, "pack_into expected {} argument",
                     args.empty() ? "buffer" : "offset");
    KRAIT_TRY(check_count(in, layout, args.size() - 2, "pack_into"));
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, args[0], held, true));
    const isize offset = KRAIT_TRY(to_index(in, args[1]));
    const isize at = KRAIT_TRY(place_in(in, layout, held.size, offset, Direction::Pack));
    return pack_all(in, layout, args.subspan(2), held.data + at);
}

// --- Struct and its iterator ---------------------------------------------------------------------

struct StructObject : Object {
    static const BuiltinType kType;
    Str* format;  // has been checked
    usize size_, values_;
    Layout layout() const { return {format->view(), size_, values_}; }
};

struct UnpackIterator : Object {
    static const BuiltinType kType;
    StructObject* structure;
    MemoryView* view;  // holds the buffer; null at the end
    usize offset;
};

Result<StructObject*> new_struct(Interp& in, Value format) {
    Layout layout;
    KRAIT_TRY(read_layout(in, format, layout));
    Str* text = KRAIT_TRY(new_str(in, layout.text));
    StructObject* structure = KRAIT_TRY(in.make<StructObject>());
    structure->format = text;
    structure->size_ = layout.size;
    structure->values_ = layout.values;
    return structure;
}

Value struct_construct(Interp& in, const Type*, const CallArgs& args) {
    Value format;
    KRAIT_TRY((parse_args<"(format)">(in, "Struct"_sym, args, format)));
    return new_struct(in, format).take();
}

Value new_iterator(Interp& in, StructObject* structure, Value buffer) {
    if (!structure->size_)
        return raise(in, kStructError, "cannot iteratively unpack with a struct of length 0");
    MemoryView* view = KRAIT_TRY(new_memoryview(in, buffer));
    if (view->bytes() % structure->size_)
        return raise(in, kStructError,
                     "iterative unpacking requires a buffer of a multiple of {} bytes",
                     structure->size_);
    UnpackIterator* it = KRAIT_TRY(in.make<UnpackIterator>());
    it->structure = structure;
    it->view = view;
    return it;
}

Value iterator_next(Interp& in, Value self) {
    auto* it = as<UnpackIterator>(self);
    if (!it->view || it->offset == it->view->bytes()) {
        it->view = nullptr;
        return done();
    }
    const u8* from = it->view->data + it->offset;
    it->offset += it->structure->size_;
    return unpack_all(in, it->structure->layout(), from).take();
}

isize iterator_hint(UnpackIterator* self) {
    if (!self->view) return 0;
    return static_cast<isize>((self->view->bytes() - self->offset) / self->structure->size_);
}

void iterator_trace(Object* self, Marker& m) {
    m.object(static_cast<UnpackIterator*>(self)->structure);
    m.object(static_cast<UnpackIterator*>(self)->view);
}

void struct_trace(Object* self, Marker& m) { m.object(static_cast<StructObject*>(self)->format); }

Value method_pack(Interp& in, StructObject* self, Args values) {
    return pack_new(in, self->layout(), values);
}
Value method_unpack(Interp& in, StructObject* self, Value buffer) {
    return unpack_exactly(in, self->layout(), buffer);
}
Status method_pack_into(Interp& in, StructObject* self, Args args) {
    return pack_into(in, self->layout(), args);
}
Value method_unpack_from(Interp& in, StructObject* self, Value buffer, isize offset) {
    return unpack_at(in, self->layout(), buffer, offset);
}
Value method_iter_unpack(Interp& in, StructObject* self, Value buffer) {
    return new_iterator(in, self, buffer);
}
isize get_size(StructObject* self) { return static_cast<isize>(self->size_); }
Value get_format(StructObject* self) { return self->format; }

constexpr Row kStructRows[] = {
    constant<"__module__">("_struct"_sym),
    def<"iter_unpack(self, buffer, /)", method_iter_unpack>,
    def<"pack(self, /, *args)", method_pack>,
    def<"pack_into(self, /, *args)", method_pack_into>,
    def<"unpack(self, buffer, /)", method_unpack>,
    def<"unpack_from(self, /, buffer, offset=0)", method_unpack_from>,
    getter<"format", get_format>,
    getter<"size", get_size>,
};
constexpr Slots kStructSlots{.construct = struct_construct, .trace = struct_trace};
constexpr Row kIteratorRows[] = {
    constant<"__module__">("_struct"_sym),
    def<"__length_hint__(self, /)", iterator_hint>,
};
constexpr Slots kIteratorSlots{
    .iter = iterator_self, .next = iterator_next, .trace = iterator_trace};

constinit const BuiltinType StructObject::kType{{.name = "Struct"_sym,
                                                 .slots = &kStructSlots,
                                                 .rows = kStructRows,
                                                 .flags = kFinal,
                                                 .size = sizeof(StructObject)}};
constinit const BuiltinType UnpackIterator::kType{{.name = "unpack_iterator"_sym,
                                                   .slots = &kIteratorSlots,
                                                   .rows = kIteratorRows,
                                                   .flags = kFinal | kAbstractBase,
                                                   .size = sizeof(UnpackIterator)}};

// --- functions -----------------------------------------------------------------------------------

Result<isize> struct_calcsize(Interp& in, Value format) {
    Layout layout;
    KRAIT_TRY(read_layout(in, format, layout));
    return static_cast<isize>(layout.size);
}

Value struct_pack(Interp& in, Value format, Args values) {
    Layout layout;
    KRAIT_TRY(read_layout(in, format, layout));
    return pack_new(in, layout, values);
}

Status struct_pack_into(Interp& in, Value format, Args args) {
    Layout layout;
    KRAIT_TRY(read_layout(in, format, layout));
    return pack_into(in, layout, args);
}

Value struct_unpack(Interp& in, Value format, Value buffer) {
    const Value single = KRAIT_TRY(unpack_int(in, format, buffer));
    if (!is_done(single)) return single;
    Layout layout;
    KRAIT_TRY(read_layout(in, format, layout));
    return unpack_exactly(in, layout, buffer);
}

Value struct_unpack_from(Interp& in, Value format, Value buffer, isize offset) {
    Layout layout;
    KRAIT_TRY(read_layout(in, format, layout));
    return unpack_at(in, layout, buffer, offset);
}

Value struct_iter_unpack(Interp& in, Value format, Value buffer) {
    return new_iterator(in, KRAIT_TRY(new_struct(in, format)), buffer);
}

constexpr Row kErrorRows[] = {constant<"__module__">("struct"_sym)};

constexpr Row kRows[] = {
    def<"calcsize(format, /)", struct_calcsize>,
    def<"iter_unpack(format, buffer, /)", struct_iter_unpack>,
    def<"pack(format, /, *values)", struct_pack>,
    def<"pack_into(format, /, *args)", struct_pack_into>,
    def<"unpack(format, buffer, /)", struct_unpack>,
    def<"unpack_from(format, /, buffer, offset=0)", struct_unpack_from>,
    constant<"Struct">(&StructObject::kType),
    constant<"error">(&kStructError),
};

}  // namespace

constinit const BuiltinType kStructError{exception_type("error"_sym, kException, kErrorRows)};

constinit const ModuleDef kStructModule{.name = "struct"_sym, .rows = kRows};

}  // namespace krait
