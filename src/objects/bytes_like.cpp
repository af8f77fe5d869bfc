#include "objects/bytes_like.hpp"

#include <cstring>

#include "base/hash.hpp"
#include "objects/codec.hpp"
#include "objects/iterators.hpp"
#include "objects/percent_format.hpp"
#include "objects/sequence.hpp"

namespace krait {

namespace {

constexpr usize kMaxBytes = std::numeric_limits<i32>::max() - 64;

struct EmptyBytes : Object {
    usize size_ = 0;
    constexpr EmptyBytes() : Object(BytesObject::kType.shape()) {}
};
static_assert(sizeof(EmptyBytes) == sizeof(BytesObject));
constinit const EmptyBytes kEmptyBytes;

bool is_bytearray(Value v) { return is<BytearrayObject>(v); }

// The bytes of what bytes are compared with: another one, or for a bytearray any buffer. They are
// read at once, so nothing is held. False: not comparable.
bool peek_bytes(Value v, Bytes& out) {
    if (auto* bytes = as_if<BytesObject>(v)) {
        out = bytes->bytes();
        return true;
    }
    auto* bytearray = as_if<BytearrayObject>(v);
    if (bytearray) out = bytearray->bytes();
    return bytearray != nullptr;
}

Value compare_bytes(CompareOp op, Bytes a, Bytes b) {
    if (op == CompareOp::Eq || op == CompareOp::Ne)
        return from_bool((as_text(a) == as_text(b)) == (op == CompareOp::Eq));
    const int order = as_text(a).compare(as_text(b));
    switch (op) {
        case CompareOp::Lt: return from_bool(order < 0);
        case CompareOp::Le: return from_bool(order <= 0);
        case CompareOp::Gt: return from_bool(order > 0);
        default: return from_bool(order >= 0);
    }
}

bool has_buffer(Value v) { return find_slot<&Slots::get_buffer>(type_of(v)) != nullptr; }

}  // namespace

// --- making --------------------------------------------------------------------------------------

BytesObject* empty_bytes() { return as<BytesObject>(Value(&kEmptyBytes)); }

Result<BytesObject*> allocate_bytes(Interp& in, usize size) {
    if (size > kMaxBytes) return raise_memory_error(in);
    BytesObject* bytes = KRAIT_TRY(in.make<BytesObject>(sizeof(BytesObject) + size));
    bytes->size_ = size;
    return bytes;
}

Value new_bytes(Interp& in, Bytes bytes) {
    if (bytes.empty()) return empty_bytes();
    BytesObject* copy = KRAIT_TRY(allocate_bytes(in, bytes.size()));
    std::memcpy(copy->data_, bytes.data(), bytes.size());
    return copy;
}

Bytes bytes_of(Value self) {
    Bytes bytes;
    peek_bytes(self, bytes);
    return bytes;
}

Value new_bytes_like(Interp& in, Value like, Bytes bytes) {
    if (is_bytearray(like)) return new_bytearray(in, bytes).take();
    const bool same = is_exact<BytesObject>(like) && bytes_of(like).data() == bytes.data() &&
                      bytes_of(like).size() == bytes.size();
    return same ? like : new_bytes(in, bytes);
}

Status BytesBuilder::grow(usize count) {
    usize wanted = 0;
    if (__builtin_add_overflow(size_, count, &wanted)) return raise_memory_error(in_);
    const usize capacity = cell_ ? cell_->size_ : 0;
    wanted = std::max({wanted, std::min(capacity + capacity / 2, kMaxBytes), usize{40}});
    if (cell_ && wanted <= kMaxBytes && in_.heap().resize(cell_, sizeof(BytesObject) + wanted)) {
        cell_->size_ = wanted;
        return kOk;
    }
    BytesObject* larger = KRAIT_TRY(allocate_bytes(in_, wanted));
    if (cell_) {
        std::memcpy(larger->data_, cell_->data_, size_);
        in_.heap().release(cell_);
    }
    cell_ = larger;
    return kOk;
}

Result<u8*> BytesBuilder::reserve(usize count) {
    if (!cell_ || cell_->size_ - size_ < count) KRAIT_TRY(grow(count));
    return cell_->data_ + size_;
}

Status BytesBuilder::append(Bytes bytes) {
    if (bytes.empty()) return kOk;
    std::memcpy(KRAIT_TRY(reserve(bytes.size())), bytes.data(), bytes.size());
    size_ += bytes.size();
    return kOk;
}

Result<BytesObject*> BytesBuilder::finish() {
    BytesObject* bytes = cell_;
    const usize size = size_;
    cell_ = nullptr;
    size_ = 0;
    if (!bytes) return empty_bytes();
    bytes->size_ = size;
    in_.heap().resize(bytes, sizeof(BytesObject) + size);
    return bytes;
}

// --- from Python's values ------------------------------------------------------------------------

Status take_byte(Interp& in, Value v, u8& out, std::string_view what) {
    i64 byte = -1;
    const Value whole = KRAIT_TRY(to_int_object(in, v));
    if (!int_to_i64(in, whole, byte)) {
        if (!is_instance(in.pending(), &kOverflowError)) return {};
        in.set_pending({});
        byte = -1;
    }
    if (byte < 0 || byte > 255) return raise(in, kValueError, "{} must be in range(0, 256)", what);
    out = static_cast<u8>(byte);
    return kOk;
}

Status ByteOrBytes::take(Interp& in, Value v) {
    if (has_buffer(v)) {
        KRAIT_TRY(get_buffer(in, v, held_));
        bytes_ = held_.bytes();
        return kOk;
    }
    if (!has_index(v))
        return raise(in, kTypeError, "argument should be integer or bytes-like object, not '{}'",
                     TextArg::type_name(v));
    KRAIT_TRY(take_byte(in, v, byte_));
    bytes_ = {&byte_, 1};
    return kOk;
}

static Result<BytesObject*> bytes_from_iterable(Interp& in, Value source, std::string_view what) {
    BytesBuilder out(in);
    const Value iterator = KRAIT_TRY(iterate(in, source));
    while (true) {
        const Value item = KRAIT_TRY(next(in, iterator));
        if (is_done(item)) return out.finish();
        u8 byte = 0;
        KRAIT_TRY(take_byte(in, item, byte, what));
        KRAIT_TRY(out.append(byte));
    }
}

Result<BytesObject*> bytes_from(Interp& in, Value source, const Str* name) {
    if (is_exact<BytesObject>(source)) return as<BytesObject>(source);
    if (has_buffer(source)) {
        HeldBuffer held;
        KRAIT_TRY(get_buffer(in, source, held));
        const Value copy = KRAIT_TRY(new_bytes(in, held.bytes()));
        return as<BytesObject>(copy);
    }
    if (is<Str>(source) || !is_iterable(source))
        return raise(in, kTypeError, "cannot convert '{}' object to {}", TextArg::type_name(source),
                     name);
    return bytes_from_iterable(in, source, name == "bytes"_sym ? "bytes" : "byte");
}

static Result<BytesObject*> bytes_of_size(Interp& in, Value size) {
    const isize count = KRAIT_TRY(to_index(in, size));
    if (count < 0) return raise(in, kValueError, "negative count");
    return allocate_bytes(in, static_cast<usize>(count));
}

Result<BytesObject*> bytes_from_arguments(Interp& in, const Str* name, const CallArgs& args) {
    Value source;
    Str *encoding, *errors;
    KRAIT_TRY((parse_args<"(source=..., encoding=..., errors=...)">(in, name, args, source,
                                                                    encoding, errors)));
    if (source && is<Str>(source)) {
        if (!encoding) return raise(in, kTypeError, "string argument without an encoding");
        const Value encoded = KRAIT_TRY(encode_text(in, as<Str>(source), encoding, errors));
        return as<BytesObject>(encoded);
    }
    if (encoding || errors)
        return raise(in, kTypeError, "{} without a string argument",
                     encoding ? "encoding" : "errors");
    if (!source) return empty_bytes();
    if (name == "bytes"_sym) {
        const Value converted = KRAIT_TRY(call_special(in, source, "__bytes__"_sym));
        if (is<BytesObject>(converted)) return as<BytesObject>(converted);
        if (!is_done(converted))
            return raise(in, kTypeError, "__bytes__ returned non-bytes (type {})",
                         TextArg::type_name(converted));
    }
    return has_index(source) ? bytes_of_size(in, source) : bytes_from(in, source, name);
}

// --- text ----------------------------------------------------------------------------------------

Status append_bytes_repr(StrBuilder& out, Bytes bytes, bool escapes_quotes) {
    const std::string_view text = as_text(bytes);
    const bool has_single = text.find('\'') != text.npos, has_double = text.find('"') != text.npos;
    const char quote = has_single && !has_double ? '"' : '\'';
    KRAIT_TRY(out.append("b"));
    KRAIT_TRY(out.append_char(quote));
    for (char c : text) {
        const u8 byte = static_cast<u8>(c);
        if (c == quote || c == '\\' || (c == '\'' && escapes_quotes)) {
            const char pair[] = {'\\', c};
            KRAIT_TRY(out.append({pair, 2}));
        } else if (c == '\n' || c == '\r' || c == '\t') {
            KRAIT_TRY(out.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t"));
        } else if (byte < 32 || byte > 126) {
            KRAIT_TRY(out.append("\\x"));
            KRAIT_TRY(out.append_unsigned(byte, 16, 2));
        } else {
            KRAIT_TRY(out.append_char(c));
        }
    }
    return out.append_char(quote);
}

// --- slots ---------------------------------------------------------------------------------------

Value bytes_like_compare(Interp& in, CompareOp op, Value self, Value other) {
    Bytes bytes;
    if (peek_bytes(other, bytes)) return compare_bytes(op, bytes_of(self), bytes);
    if (!is_bytearray(self) || !has_buffer(other)) return not_implemented();
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, other, held));
    return compare_bytes(op, bytes_of(self), held.bytes());
}

Result<bool> bytes_like_contains(Interp& in, Value self, Value item) {
    if (!has_buffer(item) && !has_index(item))
        return raise(in, kTypeError, "a bytes-like object is required, not '{}'",
                     TextArg::type_name(item));
    ByteOrBytes sub;
    KRAIT_TRY(sub.take(in, item));
    return as_text(bytes_of(self)).find(sub.text()) != std::string_view::npos;
}

Result<isize> bytes_like_length(Interp&, Value self) {
    return static_cast<isize>(bytes_of(self).size());
}

static Value bytes_like_slice(Interp& in, Value self, const Slice* slice) {
    SliceRange range;
    KRAIT_TRY(slice_parts(in, slice, range));
    const Bytes all = bytes_of(self);
    fit_slice(range, all.size());
    if (range.count == 0) return new_bytes_like(in, self, {});
    if (range.step == 1) return new_bytes_like(in, self, all.subspan(range.start, range.count));
    BytesBuilder out(in);
    u8* to = KRAIT_TRY(out.reserve(range.count));
    const u8* from = bytes_of(self).data() + range.start;
    for (usize i = 0; i < range.count; ++i) to[i] = from[static_cast<isize>(i) * range.step];
    out.advance(range.count);
    return is_bytearray(self) ? Value(new_bytearray(in, out.bytes()).take())
                              : Value(out.finish().take());
}

Value bytes_like_get_item(Interp& in, Value self, Value key) {
    if (const Slice* slice = as_if<Slice>(key)) return bytes_like_slice(in, self, slice);
    const bool mutable_ = is_bytearray(self);
    const isize index = KRAIT_TRY(item_index(in, key, mutable_ ? "bytearray" : "byte"));
    const Bytes bytes = bytes_of(self);
    const isize at = fit_index(index, bytes.size());
    if (at < 0)
        return raise(in, kIndexError,
                     mutable_ ? "bytearray index out of range" : "index out of range");
    return Value::from_int(bytes[static_cast<usize>(at)]);
}

static Value bytes_like_concat(Interp& in, Value lhs, Value rhs) {
    if (!has_buffer(lhs)) return not_implemented();
    if (!has_buffer(rhs)) {
        if (type_of(rhs)->has(kHeapType)) return not_implemented();
        return raise(in, kTypeError, "can't concat {} to {}", TextArg::type_name(rhs),
                     TextArg::type_name(lhs));
    }
    HeldBuffer a, b;
    KRAIT_TRY(get_buffer(in, lhs, a));
    KRAIT_TRY(get_buffer(in, rhs, b));
    if (is_exact<BytesObject>(lhs) && b.size == 0) return lhs;
    if (is_exact<BytesObject>(lhs) && is_exact<BytesObject>(rhs) && a.size == 0) return rhs;
    if (is_bytearray(lhs)) {
        BytearrayObject* sum = KRAIT_TRY(new_bytearray(in, {}));
        KRAIT_TRY(store_resize(in, sum, a.size + b.size));
        std::copy_n(a.data, a.size, sum->data());
        std::copy_n(b.data, b.size, sum->data() + a.size);
        return sum;
    }
    BytesObject* sum = KRAIT_TRY(allocate_bytes(in, a.size + b.size));
    std::copy_n(a.data, a.size, sum->data());
    std::copy_n(b.data, b.size, sum->data() + a.size);
    return sum;
}

// Fills `to` with copies of its first `size` bytes.
static void repeat_first(std::span<u8> to, usize size) {
    for (usize done = size; done < to.size();) {
        const usize part = std::min(done, to.size() - done);
        std::memcpy(to.data() + done, to.data(), part);
        done += part;
    }
}

static Value bytes_like_repeat(Interp& in, Value self, Value times) {
    const isize count = KRAIT_TRY(repeat_count(in, times, bytes_of(self).size()));
    if (count < 0) return refuse_repeat(in, times);
    if (count == 1 && is_exact<BytesObject>(self)) return self;
    const usize size = bytes_of(self).size(), all = size * static_cast<usize>(count);
    if (all == 0) return new_bytes_like(in, self, {});
    std::span<u8> out;
    Value product;
    if (is_bytearray(self)) {
        BytearrayObject* bytearray = KRAIT_TRY(new_bytearray(in, {}));
        KRAIT_TRY(store_resize(in, bytearray, all));
        out = bytearray->writable();
        product = bytearray;
    } else {
        BytesObject* bytes = KRAIT_TRY(allocate_bytes(in, all));
        out = {bytes->data_, all};
        product = bytes;
    }
    std::memcpy(out.data(), bytes_of(self).data(), size);
    repeat_first(out, size);
    return product;
}

static Value bytes_like_percent(Interp& in, Value self, Value values) {
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, self, held));
    const Value bytes = KRAIT_TRY(percent_bytes(in, held.bytes(), values));
    return is_bytearray(self) ? new_bytes_like(in, self, bytes_of(bytes)) : bytes;
}

Value bytes_like_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    Bytes own;
    const bool left = peek_bytes(lhs, own);
    switch (op) {
        case BinaryOp::Add: return left ? bytes_like_concat(in, lhs, rhs) : not_implemented();
        case BinaryOp::Mul:
            return left ? bytes_like_repeat(in, lhs, rhs) : bytes_like_repeat(in, rhs, lhs);
        case BinaryOp::Mod: return left ? bytes_like_percent(in, lhs, rhs) : not_implemented();
        default: return not_implemented();
    }
}

// --- iteration -----------------------------------------------------------------------------------

Value bytes_like_iter(Interp& in, Value self) {
    const BuiltinType& type =
        is_bytearray(self) ? BytesIterator::kBytearrayType : BytesIterator::kType;
    auto* it = KRAIT_TRY(in.make_with_shape<BytesIterator>(type.shape()));
    it->source = self;
    return it;
}

static Value iterator_next(Interp&, Value self) {
    auto* it = as<BytesIterator>(self);
    if (!it->source) return done();
    const Bytes bytes = bytes_of(it->source);
    if (it->index < bytes.size()) return Value::from_int(bytes[it->index++]);
    it->source = {};
    return done();
}

static isize iterator_hint(Of<BytesIterator> self) {
    auto* it = as<BytesIterator>(self);
    if (!it->source) return 0;
    return std::max<isize>(static_cast<isize>(bytes_of(it->source).size() - it->index), 0);
}

static void iterator_trace(Object* self, Marker& m) {
    m.value(static_cast<BytesIterator*>(self)->source);
}

static constexpr Slots kIteratorSlots{
    .iter = iterator_self, .next = iterator_next, .trace = iterator_trace};
static constexpr Row kIteratorRows[] = {def<"__length_hint__(self, /)", iterator_hint>};
constinit const BuiltinType BytesIterator::kType{{.name = "bytes_iterator"_sym,
                                                  .slots = &kIteratorSlots,
                                                  .rows = kIteratorRows,
                                                  .flags = kFinal | kAbstractBase,
                                                  .size = sizeof(BytesIterator)}};
constinit const BuiltinType BytesIterator::kBytearrayType{{.name = "bytearray_iterator"_sym,
                                                           .base = &BytesIterator::kType,
                                                           .slots = &kIteratorSlots,
                                                           .flags = kFinal | kAbstractBase,
                                                           .size = sizeof(BytesIterator)}};

}  // namespace krait
