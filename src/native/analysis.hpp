// What is found out about a function before machine code is made of it: basic blocks, loops, which
// registers live where, what kinds of values they hold, and which of them get a register of the
// CPU.
//
// All of it is safe to be wrong about values: kinds are checked where code is entered and by
// guards. It must be right about control flow and liveness.
//
// Machine registers are numbered from 0 in two classes (ints, floats); a CPU's generator says how
// many it has. A virtual register keeps its place in the whole function, and two of them share one
// only if they are never live together. So nothing moves at joins of control flow.
#pragma once

#include "base/arena.hpp"
#include "native/types.hpp"

namespace krait::native {

struct Block {
    u32 start = 0, end = 0;
    bool is_entry = false;   // the interpreter may enter here
    bool is_header = false;  // a loop begins here
    bool is_reachable = false;
    bool in_registers = false;  // unboxed values stay in registers at its start
    u8 depth = 0;               // loops around it
    RegisterSet live;           // at its start
    Kind* kinds = nullptr;      // at its start, by register
};

// A loop's head has another kind of value than the guess.
struct HeaderNote {
    u32 offset;
    u8 reg;
    Kind kind;
    u8 failures;
};
constexpr u32 kMostNotes = 16;

constexpr u8 kNoMachineRegister = 0xff;

class Analysis {
  public:
    Analysis(Arena& arena, const Code* code, const Site* sites, const HeaderNote* notes)
        : arena_(arena), code_(code), sites_(sites), notes_(notes) {}

    // False: there is no memory, or the function is none that is worth it.
    bool run(u32 int_registers, u32 float_registers);

    const Code* code() const { return code_; }
    u32 registers() const { return registers_; }
    std::span<Block> blocks() { return {blocks_, block_count_}; }
    u32 block_index(u32 offset) const { return index_[offset]; }
    Block& block_at(u32 offset) { return blocks_[index_[offset]]; }
    const Site& site(u32 offset) const { return sites_[offset]; }
    u8 int_register(u32 r) const { return ints_[r]; }
    u8 float_register(u32 r) const { return floats_[r]; }
    // What lives behind each instruction of the block, for the generator: by place in the block.
    bool live_after(const Block& block, RegisterSet* out) const;

  private:
    bool find_blocks();
    void find_loops();
    void find_liveness();
    RegisterSet live_out(const Block& block) const;
    RegisterSet before(const Instruction& insn, RegisterSet live) const;
    bool find_kinds();
    void flow(u32 block);
    void merge(u32 from, u32 offset, const Kind* kinds);
    bool take_fresh(u32 block, bool settle);
    void join(Block& block, const Kind* back, bool settle);
    const HeaderNote* note_of(u32 offset, u32 reg) const;
    void find_clean_loops();
    bool is_clean(const Block& block);
    bool assign(u32 int_registers, u32 float_registers);
    void count_uses(u32* weights, bool* ints, bool* floats);
    void find_conflicts(RegisterSet* conflicts);

    Arena& arena_;
    const Code* code_;
    const Site* sites_;
    const HeaderNote* notes_;
    u32 registers_ = 0;
    Block* blocks_ = nullptr;
    u32 block_count_ = 0;
    u32* index_ = nullptr;  // block by offset of its start; ~0 elsewhere
    // Of loop heads, what the edges back bring: in the last pass, and in this one.
    Kind** back_kinds_ = nullptr;
    Kind** fresh_kinds_ = nullptr;
    Kind* scratch_ = nullptr;
    u8* ints_ = nullptr;
    u8* floats_ = nullptr;
};

}  // namespace krait::native
