// An instruction of the bytecode as the compiler of machine code sees it: which registers it reads
// and writes, and where it leads.
//
// Operands come from the opcode table. What a run of registers (Base) means is known for the
// opcodes listed in instruction.cpp; any other opcode is taken to read all registers, so that one
// that is new to this code costs speed and nothing else.
#pragma once

#include "bytecode/code.hpp"

namespace krait::native {

class RegisterSet {
  public:
    bool has(u32 r) const { return words_[r >> 6] >> (r & 63) & 1; }
    void add(u32 r) { words_[r >> 6] |= u64{1} << (r & 63); }
    void add_run(u32 first, u32 count) {
        for (u32 i = 0; i < count && first + i < 256; ++i) add(first + i);
    }
    void remove(u32 r) { words_[r >> 6] &= ~(u64{1} << (r & 63)); }
    void add_all() {
        for (u64& w : words_) w = ~u64{0};
    }
    void add(const RegisterSet& other) {
        for (int i = 0; i < 4; ++i) words_[i] |= other.words_[i];
    }
    void remove(const RegisterSet& other) {
        for (int i = 0; i < 4; ++i) words_[i] &= ~other.words_[i];
    }
    bool operator==(const RegisterSet&) const = default;
    template <class F>
    void each(F f) const {
        for (u32 i = 0; i < 4; ++i)
            for (u64 w = words_[i]; w; w &= w - 1) f(i * 64 + static_cast<u32>(__builtin_ctzll(w)));
    }

  private:
    u64 words_[4] = {};
};

struct Instruction {
    Opcode op;
    u32 at, next;  // offsets
    const u8* pc;
    bool jumps;
    u32 target;  // if it jumps

    Instruction(const Code* code, u32 offset);
    const OpInfo& info() const { return info_of(op); }
    bool falls_through() const { return !(info().effects & OpEffect::EndsBlock); }
    u8 operator[](u32 i) const { return pc[i]; }
    i8 imm(u32 i) const { return static_cast<i8>(pc[i]); }
    u16 wide(u32 i) const { return static_cast<u16>(pc[i] | pc[i + 1] << 8); }
};

// What the instruction reads, and what it certainly writes.
void registers_of(const Instruction& insn, RegisterSet& reads, RegisterSet& writes);
// What it may write, on either of its ways.
void may_write(const Instruction& insn, RegisterSet& writes);

}  // namespace krait::native
