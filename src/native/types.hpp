// Which kind of value each register holds, instruction by instruction: the rules that the analysis
// and the code generators share. A generator must use exactly these, with the guards that they
// imply.
#pragma once

#include "core/object.hpp"
#include "native/instruction.hpp"
#include "native/sites.hpp"

namespace krait::native {

// How a binary operation or comparison is compiled.
enum class Mode : u8 { Generic, Ints, Floats, Words };

struct BinaryPlan {
    Mode mode;
    Kind expected[2];  // what a guard makes of an operand of kind Any
    Kind result;       // of arithmetic
};

// The operator of an arithmetic instruction, of all forms. False: it is none that has fast code.
bool arithmetic_op(const Instruction& insn, BinaryOp& op);
// The operator of a comparison: into a register, or fused with a jump.
bool comparison_op(const Instruction& insn, CompareOp& op, bool& is_jump, bool& jumps_if);
// Whether the second operand is a number in the instruction, and where it stands in it.
bool has_immediate(Opcode op, u32& place);

BinaryPlan plan_arithmetic(BinaryOp op, const Site& site, Kind a, Kind b);
BinaryPlan plan_comparison(const Site& site, Kind a, Kind b);

// Viper's operations on two ints of a word; false: not compiled.
bool plan_viper(const Instruction& insn, const Site& site, const Kind* kinds);
inline Kind word_kind(u8 flags) { return flags & 128 ? Kind::Uword : Kind::Word; }

// The kinds behind the instruction where it falls through, with what its guards have found.
void apply(const Code* code, const Instruction& insn, const Site& site, Kind* kinds);
// The same where it jumps.
void apply_jump(const Code* code, const Instruction& insn, const Site& site, Kind* kinds);

// True if the instruction is compiled without giving up values that are kept in registers.
bool keeps_registers(const Instruction& insn, const Site& site, const Kind* kinds);

}  // namespace krait::native
