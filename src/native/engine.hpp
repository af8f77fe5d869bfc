// The native engine of an interpreter: compiles functions, keeps their machine code, runs it, and
// compiles again what turned out to be other than guessed.
//
// Memory for code comes in chunks of pages. They are executable, except for the moment in which
// code is put into one. Code that the collector finds dead leaves its place at once if no machine
// code is under way, else when that has ended: the function that runs may be the one that was
// replaced.
#pragma once

#include "hal/code_memory.hpp"
#include "native/analysis.hpp"
#include "vm/native.hpp"
#include "vm/vm.hpp"

namespace krait::native {

class Engine final : public NativeEngine {
  public:
    // The port makes it before the interpreter, whose dead code it takes back until the end.
    Engine() = default;
    ~Engine();
    Engine(const Engine&) = delete;

    // Serves the interpreter, which has its Vm; does nothing if its board has no memory for code.
    void attach(Interp& in);

    void compile(Code*) override;
    Exit run(Frame*, const u8* entry) override;
    void forget(NativeCode*) override;

  private:
    struct Chunk {
        u8* pages = nullptr;
        usize size = 0, used = 0;
        u32 pieces = 0;  // of code that are in use
    };
    static constexpr u32 kChunks = 256;
    static constexpr usize kChunkBytes = 256 * 1024;

    bool start();
    u8* place(Bytes code);
    void give_back(const u8* code);
    NativeCode* make(Code*, ByteArray* sites);
    ByteArray* new_sites(const Code*);
    void learn(Frame*, u32 exit);
    void note_header(NativeCode*, u32 offset, u8 reg, Value found, bool& again);

    Interp* in_ = nullptr;
    hal::CodeMemory* memory_ = nullptr;
    Chunk chunks_[kChunks];
    u32 chunk_count_ = 0;
    const u8* entrance_ = nullptr;
    u32 running_ = 0;  // activations of machine code
    static constexpr u32 kRetired = 64;
    const u8* retired_[kRetired] = {};
    u32 retired_count_ = 0;
};

}  // namespace krait::native
