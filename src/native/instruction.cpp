#include "native/instruction.hpp"

#include <bit>

namespace krait::native {

namespace {

// How many registers from the base on: read, written. -1: not known.
struct Run {
    int reads, writes;
};

Run run_of(const Instruction& insn, u32 which) {
    using enum Opcode;
    const u8* pc = insn.pc;
    switch (insn.op) {
        case ClearLocals: return {0, pc[2]};
        case LoadMethod: return {0, 2};
        case LoadSuperAttr: return {3, 0};
        case LoadSuperMethod: return {3, 2};
        case BuildSlice:
        case GetSlice:
        case SetSlice: return {3, 0};
        case Call: return {1 + pc[3], 0};
        case CallMethod: return {2 + pc[3], 0};
        case CallKw: return {1 + pc[3], 0};
        case CallMethodKw: return {2 + pc[3], 0};
        case CallSpread: return {3, 0};
        case BeginFor: return {0, 3};
        case BeginRange: return which == 0 ? Run{0, 3} : Run{1 + pc[3], 0};
        case ForIter: return {3, 3};
        case UnpackSequence: return {0, pc[3]};
        case UnpackStarred: return {0, pc[3] + 1 + pc[4]};
        case BuildTuple:
        case BuildList:
        case BuildSet:
        case BuildString: return {pc[3], 0};
        case BuildDict: return {2 * pc[3], 0};
        case FormatValue: return {1 + (pc[3] >> 2 & 1), 0};
        case MakeFunction: return {std::popcount(static_cast<unsigned>(pc[5])), 0};
        case MatchGroup: return {0, 2};
        case WithEnter:
        case AsyncWithEnter: return {0, 2};
        case WithExit: return {2, 0};
        default: return {-1, -1};
    }
}

// The written registers of a loop's state survive where the instruction does not write them.
bool writes_always(Opcode op) { return op != Opcode::BeginRange && op != Opcode::ForIter; }

template <class Dst, class Src, class Base>
void each_operand(const Instruction& insn, Dst dst, Src src, Base base) {
    const OpInfo& info = insn.info();
    u32 at = 1, bases = 0;
    for (u32 i = 0; i < info.operand_count; ++i) {
        switch (info.operands[i]) {
            case Operand::Dst: dst(insn.pc[at]); break;
            case Operand::Src: src(insn.pc[at]); break;
            case Operand::Base: base(insn.pc[at], run_of(insn, bases++)); break;
            default: break;
        }
        at += operand_size(info.operands[i]);
    }
}

}  // namespace

Instruction::Instruction(const Code* code, u32 offset)
    : op(static_cast<Opcode>(code->start[offset])),
      at(offset),
      next(offset + info_of(op).size),
      pc(code->start + offset),
      jumps(false),
      target(0) {
    const OpInfo& form = info();
    u32 place = 1;
    for (u32 i = 0; i < form.operand_count; ++i) {
        if (form.operands[i] == Operand::Jump) {
            jumps = true;
            target = next + static_cast<u32>(static_cast<i16>(wide(place)));
        } else if (form.operands[i] == Operand::Jump32) {
            jumps = true;
            target = next + (wide(place) | static_cast<u32>(wide(place + 2)) << 16);
        }
        place += operand_size(form.operands[i]);
    }
}

void registers_of(const Instruction& insn, RegisterSet& reads, RegisterSet& writes) {
    // The destination of ForIter is written only if there is an item.
    const bool surely = writes_always(insn.op);
    if (insn.op == Opcode::LoadFar || insn.op == Opcode::StoreFar || insn.op == Opcode::ClearFar ||
        insn.op == Opcode::LoadName || insn.op == Opcode::StoreName ||
        insn.op == Opcode::DeleteName || insn.op == Opcode::LoadNameOrFree ||
        insn.op == Opcode::Intrinsic)  // some take a row of registers
        reads.add_all();
    if (insn.op == Opcode::MakeCell && insn[2]) reads.add(insn[1]);
    if (insn.op == Opcode::YieldFrom) reads.add(insn[1]);
    each_operand(
        insn,
        [&](u32 r) {
            if (surely) writes.add(r);
        },
        [&](u32 r) { reads.add(r); },
        [&](u32 r, Run run) {
            if (run.reads < 0) return reads.add_all();
            reads.add_run(r, static_cast<u32>(run.reads));
            if (surely) writes.add_run(r, static_cast<u32>(run.writes));
        });
}

void may_write(const Instruction& insn, RegisterSet& writes) {
    if (insn.op == Opcode::StoreFar || insn.op == Opcode::ClearFar) {
        if (insn.wide(1) < 256) writes.add(insn.wide(1));
    }
    each_operand(
        insn, [&](u32 r) { writes.add(r); }, [](u32) {},
        [&](u32 r, Run run) {
            writes.add_run(r, run.writes < 0 ? 256 : static_cast<u32>(run.writes));
        });
}

}  // namespace krait::native
