// bytes, bytearray and memoryview: the objects, and what C++ code does with them.
//
// The bytes of a `bytes` stand inside the object, those of a bytearray in a ByteStore.
#pragma once

#include "core/slicing.hpp"
#include "objects/byte_store.hpp"

namespace krait {

struct BytesObject : Object {
    static const BuiltinType kType;
    usize size_;
    u8 data_[];

    usize size() const { return size_; }
    u8* data() { return data_; }
    Bytes bytes() const { return {data_, size_}; }
};

BytesObject* empty_bytes();  // in read-only memory
// Zeroed, to be filled before it becomes visible. MemoryError, also for impossible sizes.
Result<BytesObject*> allocate_bytes(Interp&, usize size);

struct BytearrayObject : ByteStore {
    static const BuiltinType kType;

    usize size() const { return size_; }
};

Result<BytearrayObject*> new_bytearray(Interp&, Bytes bytes);

// A view of items that are `stride` bytes apart, from `data` on.
struct MemoryView : Object {
    static const BuiltinType kType;
    Value exporter;  // whose buffer is held; empty: released
    u8* data;
    usize count;  // items
    isize stride;
    usize views;  // buffers of this view that are held
    char format;
    u8 item_size;
    bool readonly;

    bool is_contiguous() const { return stride == item_size || count <= 1; }
    usize bytes() const { return count * item_size; }
};

// A view of the whole buffer of any bytes-like object.
Result<MemoryView*> new_memoryview(Interp&, Value object);

// Bytes that grow, then end as a bytes object; the twin of StrBuilder.
class BytesBuilder {
  public:
    explicit BytesBuilder(Interp& in) : in_(in) {}
    BytesBuilder(const BytesBuilder&) = delete;

    Status append(Bytes bytes);
    Status append(u8 byte) { return append(Bytes(&byte, 1)); }
    Status append(std::string_view text) {
        return append({reinterpret_cast<const u8*>(text.data()), text.size()});
    }
    // Room for `count` more, to be written by the caller and counted with advance().
    Result<u8*> reserve(usize count);
    void advance(usize count) { size_ += count; }

    usize size() const { return size_; }
    Bytes bytes() const { return {cell_ ? cell_->data_ : nullptr, size_}; }
    // The builder is empty then.
    Result<BytesObject*> finish();

  private:
    Status grow(usize count);

    Interp& in_;
    BytesObject* cell_ = nullptr;  // its `size_` says how much fits
    usize size_ = 0;
};

inline std::string_view as_text(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline Bytes as_bytes(std::string_view text) {
    return {reinterpret_cast<const u8*>(text.data()), text.size()};
}

}  // namespace krait
