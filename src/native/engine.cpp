#include "native/engine.hpp"

#include <cstring>

#include "core/heap_chunks.hpp"
#include "hal/board.hpp"
#include "native/x64/generator.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

void native_code_trace(Object* o, Marker& m) { m.object(static_cast<NativeCode*>(o)->sites); }
void native_code_finalize(Object* o) {
    auto* native = static_cast<NativeCode*>(o);
    if (native->machine) native->engine->forget(native);
}
constexpr Slots kNativeCodeSlots{.trace = native_code_trace, .finalize = native_code_finalize};

}  // namespace

constinit const BuiltinType NativeCode::kType{{.name = "native_code"_sym,
                                               .slots = &kNativeCodeSlots,
                                               .flags = kFinal | kHasFinalizer,
                                               .size = sizeof(NativeCode)}};

namespace native {

namespace {

constexpr u32 kLargest = 32 * 1024;  // of bytecode: more is no function that a person wrote
using Entrance = u32 (*)(Frame*, const u8* entry, Interp*);

Container container_of(Value v) {
    if (is_exact<List>(v)) return Container::List;
    if (is_exact<Tuple>(v)) return Container::Tuple;
    if (is_exact<BytearrayObject>(v)) return Container::Bytearray;
    return is_exact<BytesObject>(v) ? Container::Bytes : Container::Other;
}

Kind kind_of(Value v) {
    if (v.is_int()) return Kind::Int;
    return v.is_inline_float() ? Kind::Float : Kind::Any;
}

bool is_item_store(Opcode op) { return op == Opcode::SetItem || op == Opcode::ViperStore; }

Site* sites_of(ByteArray* sites) { return reinterpret_cast<Site*>(sites->data); }
HeaderNote* notes_of(ByteArray* sites, u32 count) {
    return reinterpret_cast<HeaderNote*>(sites->data + (count * sizeof(Site) + 7) / 8 * 8);
}

}  // namespace

void Engine::attach(Interp& in) {
    in_ = &in;
    memory_ = in.board()->code_memory();
    if (memory_) in.vm().set_native(this);
}

Engine::~Engine() {
    for (u32 i = 0; i < chunk_count_; ++i)
        if (chunks_[i].pages) memory_->release(chunks_[i].pages, chunks_[i].size);
}

// Puts code where it can be executed. Null: there is no room.
u8* Engine::place(Bytes code) {
    Chunk* chunk = nullptr;
    for (u32 i = 0; i < chunk_count_ && !chunk; ++i)
        if (chunks_[i].size - chunks_[i].used >= code.size()) chunk = &chunks_[i];
    if (!chunk) {
        if (chunk_count_ == kChunks) return nullptr;
        const usize page = memory_->page_size();
        usize size = std::max(kChunkBytes, code.size());
        size = (size + page - 1) / page * page;
        u8* pages = memory_->acquire(size);
        if (!pages) return nullptr;
        chunk = &chunks_[chunk_count_++];
        *chunk = {pages, size, 0, 0};
    }
    if (!memory_->set_executable(chunk->pages, chunk->size, false)) return nullptr;
    u8* at = chunk->pages + chunk->used;
    std::memcpy(at, code.data(), code.size());
    if (!memory_->set_executable(chunk->pages, chunk->size, true)) return nullptr;
    chunk->used = std::min((chunk->used + code.size() + 15) / 16 * 16, chunk->size);
    ++chunk->pieces;
    return at;
}

// A chunk is used again from its start when nothing is left in it.
void Engine::give_back(const u8* code) {
    for (u32 i = 0; i < chunk_count_; ++i) {
        Chunk& chunk = chunks_[i];
        if (code < chunk.pages || code >= chunk.pages + chunk.size) continue;
        if (--chunk.pieces == 0) chunk.used = 0;
    }
}

void Engine::forget(NativeCode* native) {
    if (!running_) return give_back(native->machine);
    // With no room in the list the place is lost until the interpreter ends.
    if (retired_count_ < kRetired) retired_[retired_count_++] = native->machine;
}

bool Engine::start() {
    if (entrance_) return true;
    HeapChunks chunks(*in_);
    Arena arena(chunks, 4096);
    x64::Assembler as(arena);
    if (!x64::generate_entrance(as) || arena.failed()) return false;
    entrance_ = place({as.data(), as.here()});
    if (entrance_) in_->vm().use_native();
    return entrance_;
}

ByteArray* Engine::new_sites(const Code* code) {
    const usize bytes = (code->size * sizeof(Site) + 7) / 8 * 8 + kMostNotes * sizeof(HeaderNote);
    auto sites = new_byte_array(*in_, bytes);
    return sites ? sites.take() : nullptr;
}

// Null: no memory, or nothing to be compiled.
NativeCode* Engine::make(Code* code, ByteArray* sites) {
    auto caches = code_caches(*in_, code);
    if (!caches) return nullptr;
    auto made = in_->make<NativeCode>(sizeof(NativeCode) + code->size * sizeof(u32));
    if (!made) return nullptr;
    NativeCode* native = made.take();
    native->engine = this;
    native->sites = sites;
    native->count = code->size;
    HeapChunks chunks(*in_);
    Arena arena(chunks, 16 * 1024);
    Analysis analysis(arena, code, sites_of(sites), notes_of(sites, code->size));
    const bool worth_it =
        code->size <= kLargest && analysis.run(std::size(x64::kIntRegisters), x64::kFloatRegisters);
    if (worth_it) {
        x64::Generator generator(*in_, arena, analysis, native->entries);
        if (generator.run())
            native->machine = place({generator.code().data(), generator.code().here()});
        native->machine_size = generator.code().here();
    }
    // What cannot be compiled keeps an object without entries, so that it is not tried again.
    if (!native->machine) native->count = 0;
    return native;
}

void Engine::compile(Code* code) {
    if (!memory_ || !start()) return (void)in_->take_pending();
    ByteArray* sites = new_sites(code);
    NativeCode* native = sites ? make(code, sites) : nullptr;
    if (!native) return (void)in_->take_pending();
    in_->heap().write(code->native, native);
}

NativeEngine::Exit Engine::run(Frame* frame, const u8* entry) {
    ++running_;
    const u32 exit =
        reinterpret_cast<Entrance>(reinterpret_cast<Word>(entrance_))(frame, entry, in_);
    if (--running_ == 0)
        while (retired_count_) give_back(retired_[--retired_count_]);
    if (exit >> 4 & 15) learn(in_->thread().frame, exit);
    return static_cast<Exit>(exit & 15);
}

// A guard has failed where the frame stands.
void Engine::learn(Frame* frame, u32 exit) {
    Code* code = frame->code();
    NativeCode* native = code->native;
    const u32 offset = frame->offset_of(frame->pc);
    const auto reason = static_cast<Reason>(exit >> 4 & 15);
    if (!native || offset >= native->count) return;
    Site& site = sites_of(native->sites)[offset];
    const Value found = frame->registers[exit >> 8 & 255];
    bool again = false;
    if (reason == Reason::Header) {
        note_header(native, offset, static_cast<u8>(exit >> 8), found, again);
    } else {
        if (site.failures >= Site::kMostFailures || ++site.failures % Site::kPatience) return;
        again = true;
        site.is_generic = site.failures >= Site::kMostFailures || reason == Reason::Overflow;
        if (reason == Reason::Operand0) site.expected[0] = kind_of(found);
        if (reason == Reason::Operand1) site.expected[1] = kind_of(found);
        if (reason == Reason::Container) {
            const auto op = static_cast<Opcode>(*frame->pc);
            site.container = container_of(frame->registers[frame->pc[is_item_store(op) ? 1 : 2]]);
            site.is_generic |= site.container == Container::Other;
        }
    }
    if (!again) return;
    const Value pending = in_->take_pending();
    if (NativeCode* fresh = make(code, native->sites))
        in_->heap().write(code->native, fresh);
    else
        (void)in_->take_pending();
    in_->set_pending(pending);
}

void Engine::note_header(NativeCode* native, u32 offset, u8 reg, Value found, bool& again) {
    HeaderNote* notes = notes_of(native->sites, native->count);
    for (u32 i = 0; i < kMostNotes; ++i) {
        HeaderNote& note = notes[i];
        if (note.failures && (note.offset != offset || note.reg != reg)) continue;
        if (note.failures > 6 * Site::kPatience) return;  // it will not get better
        if (!note.failures) note = {offset, reg, Kind::Unseen, 0};
        if (++note.failures % Site::kPatience) return;
        note.kind = note.failures > 2 * Site::kPatience ? Kind::Any : kind_of(found);
        again = true;
        return;
    }
}

}  // namespace native
}  // namespace krait
