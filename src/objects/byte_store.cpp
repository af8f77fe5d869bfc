#include "objects/byte_store.hpp"

#include <algorithm>
#include <cstring>

#include "objects/bytes.hpp"

namespace krait {

static constexpr Slots kStoreCellSlots{};
constinit const BuiltinType StoreCell::kType{{.name = "byte_array"_sym,
                                              .slots = &kStoreCellSlots,
                                              .flags = kFinal,
                                              .size = sizeof(StoreCell)}};
constinit const BuiltinType StoreCell::kPinnedType{{.name = "pinned_byte_array"_sym,
                                                    .slots = &kStoreCellSlots,
                                                    .flags = kFinal,
                                                    .size = sizeof(StoreCell)}};

// Views that nobody holds any more count until the collector has found them.
static Status refuse_if_viewed(Interp& in, ByteStore* self) {
    if (self->cell_ && self->cell_->shape == StoreCell::kPinnedType.shape())
        return raise(in, kBufferError, "memory that is viewed by its address cannot be re-sized");
    if (self->views_ && !in.heap().is_locked()) in.heap().collect();
    if (!self->views_) return kOk;
    return raise(in, kBufferError,
                 is<BytearrayObject>(self) ? "Existing exports of data: object cannot be re-sized"
                                           : "cannot resize an array that is exporting buffers");
}

static Status grow(Interp& in, ByteStore* self, usize capacity) {
    if (capacity > std::numeric_limits<i32>::max()) return raise_memory_error(in);
    StoreCell* old = self->cell_;
    if (old && in.heap().resize(old, sizeof(StoreCell) + capacity)) {
        old->capacity = capacity;
        return kOk;
    }
    StoreCell* cell = KRAIT_TRY(in.make<StoreCell>(sizeof(StoreCell) + capacity));
    cell->capacity = capacity;
    if (old) std::memcpy(cell->data, old->data, self->size_);
    in.heap().write(self->cell_, cell);
    if (old) in.heap().release(old);
    return kOk;
}

Status store_resize(Interp& in, ByteStore* self, usize size) {
    if (size == self->size_) return kOk;
    KRAIT_TRY(refuse_if_viewed(in, self));
    const usize capacity = self->cell_ ? self->cell_->capacity : 0;
    if (size > capacity) KRAIT_TRY(grow(in, self, self->size_ ? amortised_capacity(size) : size));
    self->size_ = size;
    if (size == 0 && self->cell_) {
        in.heap().release(self->cell_);
        self->cell_ = nullptr;
    } else if (size < capacity / 2 && in.heap().resize(self->cell_, sizeof(StoreCell) + size)) {
        self->cell_->capacity = size;
    }
    return kOk;
}

Status store_splice(Interp& in, ByteStore* self, usize start, usize stop, Bytes bytes) {
    const usize old_size = self->size_, tail = old_size - stop;
    const usize size = old_size - (stop - start) + bytes.size();
    if (size < old_size) {
        KRAIT_TRY(refuse_if_viewed(in, self));
        std::memmove(self->data() + size - tail, self->data() + stop, tail);
    }
    KRAIT_TRY(store_resize(in, self, size));
    if (size > old_size) std::memmove(self->data() + size - tail, self->data() + stop, tail);
    std::copy(bytes.begin(), bytes.end(), self->data() + start);
    return kOk;
}

Status store_repeat(Interp& in, ByteStore* self, usize count) {
    const usize size = self->size_;
    KRAIT_TRY(store_resize(in, self, size * count));
    for (usize at = size; at < self->size_; at += size)
        std::copy_n(self->data(), size, self->data() + at);
    return kOk;
}

Status store_remove(Interp& in, ByteStore* self, isize start, isize step, usize count,
                    usize item_size) {
    if (count == 0) return kOk;
    KRAIT_TRY(refuse_if_viewed(in, self));
    if (step < 0) {
        start += static_cast<isize>(count - 1) * step;
        step = -step;
    }
    u8* data = self->data();
    usize to = static_cast<usize>(start) * item_size, next = to;
    for (usize from = to; from < self->size_; from += item_size) {
        if (count && from == next) {
            next += static_cast<usize>(step) * item_size;
            --count;
        } else {
            std::memmove(data + to, data + from, item_size);
            to += item_size;
        }
    }
    return store_resize(in, self, to);
}

void store_release_buffer(Value self) { --static_cast<ByteStore*>(self.object())->views_; }

void store_trace(Object* self, Marker& m) { m.object(static_cast<ByteStore*>(self)->cell_); }

}  // namespace krait
