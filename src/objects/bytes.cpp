// The type bytes: its own protocols. Its methods are those that bytearray has too
// (bytes_methods.cpp).
#include "objects/bytes.hpp"

#include <cstring>

#include "core/shape.hpp"
#include "objects/bytes_slots.hpp"

namespace krait {

static Value bytes_repr(Interp& in, Value self) {
    StrBuilder out(in);
    KRAIT_TRY(append_bytes_repr(out, bytes_of(self)));
    return out.finish().take();
}

static Result<isize> bytes_hash(Interp&, Value self) {
    return static_cast<isize>(hash_text(as_text(bytes_of(self))));
}

static Value bytes_construct(Interp& in, const Type* cls, const CallArgs& args) {
    BytesObject* bytes = KRAIT_TRY(bytes_from_arguments(in, "bytes"_sym, args));
    if (cls == &BytesObject::kType && is_exact<BytesObject>(bytes)) return bytes;
    auto* copy =
        KRAIT_TRY(make_instance<BytesObject>(in, cls, sizeof(BytesObject) + bytes->size()));
    copy->size_ = bytes->size();
    std::memcpy(copy->data_, bytes->data_, bytes->size());
    return copy;
}

static Status bytes_get_buffer(Interp& in, Value self, BufferView& view, bool writable) {
    if (writable)
        return raise(in, kTypeError, "read-write bytes-like object expected, not {}",
                     TextArg::type_name(self));
    auto* bytes = as<BytesObject>(self);
    view.data = bytes->data();
    view.size = bytes->size();
    return kOk;
}

static usize bytes_struct_size(const Object* self) {
    return sizeof(BytesObject) + static_cast<const BytesObject*>(self)->size();
}

constinit const Slots kBytesSlots{
    .repr = bytes_repr,
    .hash = bytes_hash,
    .length = bytes_like_length,
    .get_item = bytes_like_get_item,
    .contains = bytes_like_contains,
    .iter = bytes_like_iter,
    .binary = bytes_like_binary,
    .compare = bytes_like_compare,
    .get_buffer = bytes_get_buffer,
    .construct = bytes_construct,
    .size = bytes_struct_size,
};

}  // namespace krait
