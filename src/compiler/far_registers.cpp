// Instructions on registers that an operand cannot name.
//
// A function that needs more than the 256 registers of one-byte operands is emitted anew in far
// form: its temporaries stand behind register 255, and so do the variables that find no place below
// kScratch. An instruction's far operands are copied to scratch registers before it, and its far
// results from there behind it. This is slow, and only as common as functions of such a size.
#include <bit>

#include "compiler/code_builder.hpp"

namespace krait {

namespace {

// How many registers from a Base operand on the instruction reads and writes.
struct Run {
    u32 in = 0, out = 0;
};

Run run_of(Opcode op, std::span<const i32> values) {
    const auto at = [&](usize i) { return static_cast<u32>(values[i]); };
    switch (op) {
        case Opcode::LoadMethod:
        case Opcode::MatchGroup:
        case Opcode::WithEnter:
        case Opcode::AsyncWithEnter: return {0, 2};
        case Opcode::LoadSuperMethod: return {3, 2};
        case Opcode::ForIter: return {3, 3};
        case Opcode::BeginFor: return {0, 3};
        case Opcode::LoadSuperAttr:
        case Opcode::BuildSlice:
        case Opcode::GetSlice:
        case Opcode::SetSlice:
        case Opcode::CallSpread:
        case Opcode::MatchClass: return {3, 0};
        case Opcode::Call:
        case Opcode::CallKw: return {1 + at(2), 0};
        case Opcode::CallMethod:
        case Opcode::CallMethodKw: return {2 + at(2), 0};
        case Opcode::UnpackSequence: return {0, at(2)};
        case Opcode::UnpackStarred: return {0, at(2) + 1 + at(3)};
        case Opcode::BuildTuple:
        case Opcode::BuildList:
        case Opcode::BuildSet:
        case Opcode::BuildString: return {at(2), 0};
        case Opcode::BuildDict: return {2 * at(2), 0};
        case Opcode::FormatValue: return {at(2) & 4 ? 2u : 1u, 0};
        case Opcode::MakeFunction: return {static_cast<u32>(std::popcount(at(3))), 0};
        default: return {1, 0};
    }
}

}  // namespace

// Puts near registers in the place of the far ones in `values`, and loads what is read from them.
// What has to be stored behind the instruction is noted in `stores`.
void CodeBuilder::bring_near(Opcode op, std::span<i32> values, FarStores& stores) {
    const OpInfo& info = info_of(op);
    u32 scratch = kScratch;
    for (usize i = 0; i < values.size(); ++i) {
        const Operand kind = info.operands[i];
        const bool is_register =
            kind == Operand::Dst || kind == Operand::Src || kind == Operand::Base;
        const auto far = static_cast<u32>(values[i]);
        if (!is_register || far < kNearRegisters) continue;
        Run run = kind == Operand::Dst   ? Run{op == Opcode::MakeCell ? 1u : 0u, 1}
                  : kind == Operand::Src ? Run{1, 0}
                                         : run_of(op, values);
        // super() is an intrinsic of three registers.
        if (op == Opcode::Intrinsic && kind == Operand::Src &&
            values[2] == static_cast<i32>(Intrinsic::Super))
            run.in = 3;
        const u32 size = std::max(run.in, run.out);
        if (scratch + size > kNearRegisters) return too_large("too many values in one operation");
        for (u32 k = 0; k < run.in; ++k) put(Opcode::LoadFar, scratch + k, far + k);
        for (u32 k = 0; k < run.out; ++k) stores.add(far + k, scratch + k);
        values[i] = static_cast<i32>(scratch);
        scratch += size;
    }
}

void CodeBuilder::store_far(const FarStores& stores) {
    for (u32 i = 0; i < stores.count; ++i)
        put(Opcode::StoreFar, stores.items[i].far, stores.items[i].near);
}

void CodeBuilder::emit_far(Opcode op, std::span<const i32> operands) {
    const auto first = static_cast<u32>(operands[0]);
    if (op == Opcode::ClearLocals && first >= kNearRegisters) {
        for (i32 k = 0; k < operands[1]; ++k) put(Opcode::ClearFar, first + static_cast<u32>(k));
        return;
    }
    i32 values[5] = {};
    std::copy(operands.begin(), operands.end(), values);
    FarStores stores;
    bring_near(op, {values, operands.size()}, stores);
    put_opcode(op);
    put_operands(op, {values, operands.size()});
    store_far(stores);
}

}  // namespace krait
