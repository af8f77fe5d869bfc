// How often each opcode ran, and each after each other: for choosing what is worth an instruction
// of its own. Only in builds configured with -DKRAIT_COUNT_OPCODES=ON, where the loop comes by here
// before each instruction and the host prints the sums at the end (tools/opcode_pairs.py sorts).
#pragma once

#include "bytecode/opcodes.hpp"

namespace krait {

struct OpcodeCounts {
    u64 pairs[kOpcodeCount][kOpcodeCount];  // [before][opcode]
    u8 before;

    void add(u8 opcode) {
        ++pairs[before][opcode];
        before = opcode;
    }
};

// The one object of the library that can be written; other builds have none.
OpcodeCounts& opcode_counts();

}  // namespace krait
