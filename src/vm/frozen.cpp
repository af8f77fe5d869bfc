#include "vm/frozen.hpp"

#include <new>

#include "base/inflate.hpp"
#include "core/exceptions.hpp"
#include "core/heap.hpp"

namespace krait {

namespace {

constexpr unsigned kWindowBits = 12;  // as tools/freeze.py packs

Result<ByteArray*> new_bytes(Interp& in, usize size) {
    return in.make<ByteArray>(sizeof(ByteArray) + size);
}

}  // namespace

Status frozen_text(Interp& in, const InterpConfig::FrozenModule& module, std::string_view& out,
                   ByteArray*& memory) {
    out = module.source;
    memory = nullptr;
    if (!module.unpacked_size) return kOk;
    memory = KRAIT_TRY(new_bytes(in, module.unpacked_size));
    ByteArray* window = KRAIT_TRY(new_bytes(in, usize{1} << kWindowBits));
    ByteArray* state = KRAIT_TRY(new_bytes(in, sizeof(Inflate)));
    auto* inflate = ::new (state->data) Inflate(ZipFormat::Raw, kWindowBits);
    inflate->set_window(window->data);
    Bytes input(reinterpret_cast<const u8*>(module.source.data()), module.source.size());
    MutableBytes room(memory->data, module.unpacked_size);
    const Inflate::Step step = inflate->run(input, room);
    if (step == Inflate::Step::Bad || !room.empty())
        return raise(in, kSystemError, "frozen module {} is damaged", module.name);
    in.heap().release(state);
    in.heap().release(window);
    out = {reinterpret_cast<char*>(memory->data), module.unpacked_size};
    return kOk;
}

}  // namespace krait
