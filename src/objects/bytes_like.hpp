// What bytes and bytearray do alike. `self` is one of the two wherever it is not said otherwise.
#pragma once

#include "core/bind.hpp"
#include "core/str_builder.hpp"
#include "objects/bytes.hpp"

namespace krait {

// The bytes of a bytes or bytearray.
Bytes bytes_of(Value self);
// A fresh object of the kind of `like`: bytearray if that is one, else bytes; `like` itself if it
// is a bytes that has just these bytes. They must stay where they are meanwhile.
Value new_bytes_like(Interp&, Value like, Bytes bytes);
// What is at `position` in [0, size) and so on: the byte that an int argument means. ValueError
// "byte must be in range(0, 256)" or the same with another first word.
Status take_byte(Interp&, Value v, u8& out, std::string_view what = "byte");

// What the constructors take as bytes: a size, a buffer, an iterable, or text with an encoding.
// `name` is "bytes" or "bytearray".
Result<BytesObject*> bytes_from_arguments(Interp&, const Str* name, const CallArgs& args);
// The bytes of a buffer or an iterable of ints. TypeError for others.
Result<BytesObject*> bytes_from(Interp&, Value source, const Str* name);

// b'...' with the quotes and escapes of repr. A bytearray escapes each single quote.
Status append_bytes_repr(StrBuilder& out, Bytes bytes, bool escapes_quotes = false);

// Slots.
Value bytes_like_compare(Interp&, CompareOp op, Value self, Value other);
Result<bool> bytes_like_contains(Interp&, Value self, Value item);
Result<isize> bytes_like_length(Interp&, Value self);
Value bytes_like_get_item(Interp&, Value self, Value key);
Value bytes_like_iter(Interp&, Value self);
Value bytes_like_binary(Interp&, BinaryOp op, Value lhs, Value rhs);

// An argument that may be a byte or bytes-like: find(), count(), `in`.
class ByteOrBytes {
  public:
    Status take(Interp&, Value v);
    std::string_view text() const { return as_text(bytes_); }

  private:
    HeldBuffer held_;
    u8 byte_ = 0;
    Bytes bytes_;
};

struct BytesIterator : Object {
    static const BuiltinType kType, kBytearrayType;
    Value source;  // empty at the end
    usize index;
};

}  // namespace krait
