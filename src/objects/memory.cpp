#include "objects/memory.hpp"

namespace krait {

Status find_memory(Interp& in, Word address, MemoryBlock& out) {
    const auto* p = reinterpret_cast<const u8*>(address);
    Object* o = in.heap().find_object(p);
    if (o && (is_exact<StoreCell>(Value(o)) || o->shape == StoreCell::kPinnedType.shape())) {
        auto* cell = static_cast<StoreCell*>(o);
        out = {cell->data, cell->capacity, false};
    } else if (o && is<BytesObject>(Value(o))) {
        auto* bytes = static_cast<BytesObject*>(o);
        out = {bytes->data_, bytes->size_, true};
    } else {
        out = {};
    }
    if (p >= out.data && p <= out.data + out.size && out.data) return kOk;
    return raise(in, kValueError, "address {} lies in no buffer",
                 TextArg::address(reinterpret_cast<const Object*>(address)));
}

Status address_of(Interp& in, Value object, Word& out) {
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, object, held));
    out = reinterpret_cast<Word>(held.data);
    return kOk;
}

Status memory_at(Interp& in, Word address, isize offset, usize size, bool writable, u8*& out) {
    MemoryBlock block;
    KRAIT_TRY(find_memory(in, address, block));
    const Word start = address - reinterpret_cast<Word>(block.data) + static_cast<Word>(offset);
    if (start > block.size || block.size - start < size)
        return raise(in, kIndexError, "memory index out of range");
    if (writable && block.readonly) return raise(in, kTypeError, "memory is read-only");
    out = block.data + start;
    return kOk;
}

Status export_memory(Interp& in, Word address, usize size, bool writable, BufferView& view) {
    view.size = size;
    if (size == 0) return kOk;
    MemoryBlock block;
    KRAIT_TRY(find_memory(in, address, block));
    KRAIT_TRY(memory_at(in, address, 0, size, writable, view.data));
    view.readonly = block.readonly;
    Object* cell = in.heap().find_object(view.data);
    if (!block.readonly) cell->shape = StoreCell::kPinnedType.shape();
    return kOk;
}

}  // namespace krait
