// Bytes that grow, in a cell of the heap, while a function runs. Lives on the C stack.
#pragma once

#include "core/arrays.hpp"

namespace krait {

class ByteBuffer {
  public:
    explicit ByteBuffer(Interp& in) : in_(in) {}
    ByteBuffer(const ByteBuffer&) = delete;

    // Room for so many more.
    Status reserve(usize bytes) {
        if (cell_ && cell_->capacity - size_ >= bytes) return kOk;
        const usize capacity = std::max(size_ + bytes, cell_ ? cell_->capacity * 2 : kFirst);
        ByteArray* bigger = KRAIT_TRY(new_byte_array(in_, capacity));
        if (cell_) std::copy_n(cell_->data, size_, bigger->data);
        drop_cell();
        cell_ = bigger;
        return kOk;
    }
    MutableBytes room() { return {cell_->data + size_, cell_->capacity - size_}; }
    void advance(usize bytes) { size_ += bytes; }
    Status append(Bytes bytes) {
        KRAIT_TRY(reserve(bytes.size()));
        std::copy_n(bytes.data(), bytes.size(), cell_->data + size_);
        size_ += bytes.size();
        return kOk;
    }
    Status append(u8 byte) {
        KRAIT_TRY(reserve(1));
        cell_->data[size_++] = byte;
        return kOk;
    }

    usize size() const { return size_; }
    u8 last() const { return cell_->data[size_ - 1]; }  // Requires: size() > 0
    Bytes bytes() const { return {cell_ ? cell_->data : nullptr, size_}; }
    // The bytes as an object; the buffer is empty then.
    Value to_bytes() {
        const Value out = new_bytes(in_, bytes());
        drop();
        return out;
    }
    void drop() {
        drop_cell();
        size_ = 0;
    }

  private:
    static constexpr usize kFirst = 128;
    void drop_cell() {
        if (cell_) in_.heap().release(cell_);
        cell_ = nullptr;
    }
    Interp& in_;
    ByteArray* cell_ = nullptr;
    usize size_ = 0;
};

}  // namespace krait
