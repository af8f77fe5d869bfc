#include "modules/zlib/packing.hpp"

#include <new>

#include "core/arrays.hpp"

namespace krait {

namespace {

void trace_unpacking(Object* o, Marker& m) { m.object(static_cast<Unpacking*>(o)->window); }
void trace_packing(Object* o, Marker& m) { m.object(static_cast<Packing*>(o)->memory); }

constexpr Slots kUnpackingSlots{.trace = trace_unpacking};
constexpr Slots kPackingSlots{.trace = trace_packing};

Result<ByteArray*> copy_of(Interp& in, const ByteArray* from) {
    ByteArray* copy = KRAIT_TRY(new_byte_array(in, from->capacity));
    std::copy_n(from->data, from->capacity, copy->data);
    return copy;
}

}  // namespace

Result<Unpacking*> new_unpacking(Interp& in, ZipFormat format, unsigned window_bits) {
    Unpacking* u = KRAIT_TRY(in.make<Unpacking>());
    ::new (&u->state) Inflate(format, window_bits);
    return u;
}

Status unpack(Interp& in, Unpacking* u, Bytes& input, MutableBytes& room, Inflate::Step& step) {
    step = u->state.run(input, room);
    if (step != Inflate::Step::NeedWindow) return kOk;
    ByteArray* window = KRAIT_TRY(new_byte_array(in, u->state.window_size()));
    in.heap().write(u->window, window);
    u->state.set_window(window->data);
    step = u->state.run(input, room);
    return kOk;
}

Result<Unpacking*> copy_of(Interp& in, const Unpacking* from) {
    Unpacking* copy = KRAIT_TRY(in.make<Unpacking>());
    copy->state = from->state;
    if (!from->window) return copy;
    ByteArray* window = KRAIT_TRY(copy_of(in, from->window));
    in.heap().write(copy->window, window);
    copy->state.set_window(window->data);
    return copy;
}

Result<Packing*> new_packing(Interp& in, ZipFormat format, unsigned window_bits, unsigned effort,
                             bool one_block) {
    Packing* p = KRAIT_TRY(in.make<Packing>());
    ::new (&p->state) Deflate(format, window_bits, effort, one_block);
    ByteArray* memory = KRAIT_TRY(new_byte_array(in, p->state.memory_size()));
    in.heap().write(p->memory, memory);
    p->state.set_memory(memory->data);
    return p;
}

Result<Packing*> copy_of(Interp& in, const Packing* from) {
    Packing* copy = KRAIT_TRY(in.make<Packing>());
    copy->state = from->state;
    ByteArray* memory = KRAIT_TRY(copy_of(in, from->memory));
    in.heap().write(copy->memory, memory);
    copy->state.set_memory(memory->data);
    return copy;
}

constinit const BuiltinType Unpacking::kType{{.name = "unpacking"_sym,
                                              .slots = &kUnpackingSlots,
                                              .flags = kFinal,
                                              .size = sizeof(Unpacking)}};
constinit const BuiltinType Packing::kType{
    {.name = "packing"_sym, .slots = &kPackingSlots, .flags = kFinal, .size = sizeof(Packing)}};

}  // namespace krait
