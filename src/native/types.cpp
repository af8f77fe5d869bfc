#include "native/types.hpp"

#include "bytecode/viper.hpp"

namespace krait::native {

namespace {

constexpr u8 code_of(Opcode op) { return static_cast<u8>(op); }
constexpr bool is_between(Opcode op, Opcode first, Opcode last) {
    return code_of(op) >= code_of(first) && code_of(op) <= code_of(last);
}

Kind kind_of(Value v) {
    if (v.is_int()) return Kind::Int;
    return v.is_inline_float() ? Kind::Float : Kind::Any;
}

Kind expect(Kind known, Kind other, Kind noted) {
    if (is_unboxed(known)) return known;
    if (noted != Kind::Unseen) return noted;
    return other == Kind::Float ? Kind::Float : Kind::Int;
}

bool takes_floats(BinaryOp op) {
    return op == BinaryOp::Add || op == BinaryOp::Sub || op == BinaryOp::Mul ||
           op == BinaryOp::TrueDiv;
}

bool takes_ints(BinaryOp op) {
    return op != BinaryOp::Pow && op != BinaryOp::MatMul && op != BinaryOp::DivMod;
}

Kind operand_kind(const Kind* kinds, const Instruction& insn, u32 which) {
    u32 place;
    return has_immediate(insn.op, place) && which == 1 ? Kind::Int : kinds[insn[which]];
}

void note(Kind* kinds, u32 r, Kind found) {
    if (!is_unboxed(kinds[r])) kinds[r] = found;
}

}  // namespace

bool arithmetic_op(const Instruction& insn, BinaryOp& op) {
    using enum Opcode;
    switch (insn.op) {
        case Add:
        case InplaceAdd:
        case AddInt:
        case InplaceAddInt: return op = BinaryOp::Add, true;
        case Sub:
        case InplaceSub:
        case SubInt:
        case InplaceSubInt: return op = BinaryOp::Sub, true;
        case Mul:
        case InplaceMul: return op = BinaryOp::Mul, true;
        case TrueDiv: return op = BinaryOp::TrueDiv, true;
        case FloorDiv: return op = BinaryOp::FloorDiv, true;
        case Mod: return op = BinaryOp::Mod, true;
        case And: return op = BinaryOp::And, true;
        case Or: return op = BinaryOp::Or, true;
        case Xor: return op = BinaryOp::Xor, true;
        case LShift: return op = BinaryOp::LShift, true;
        case RShift: return op = BinaryOp::RShift, true;
        case Inplace: op = static_cast<BinaryOp>(insn[4]); return takes_ints(op);
        default: return false;
    }
}

bool comparison_op(const Instruction& insn, CompareOp& op, bool& is_jump, bool& jumps_if) {
    using enum Opcode;
    const auto at = [&](Opcode first) {
        op = static_cast<CompareOp>(code_of(insn.op) - code_of(first));
        return true;
    };
    is_jump = !is_between(insn.op, Lt, Ge);
    jumps_if =
        is_between(insn.op, JumpIfLt, JumpIfGe) || is_between(insn.op, JumpIfLtInt, JumpIfGeInt);
    if (!is_jump) return at(Lt);
    if (is_between(insn.op, JumpIfLt, JumpIfGe)) return at(JumpIfLt);
    if (is_between(insn.op, JumpUnlessLt, JumpUnlessGe)) return at(JumpUnlessLt);
    if (is_between(insn.op, JumpIfLtInt, JumpIfGeInt)) return at(JumpIfLtInt);
    if (is_between(insn.op, JumpUnlessLtInt, JumpUnlessGeInt)) return at(JumpUnlessLtInt);
    return false;
}

bool has_immediate(Opcode op, u32& place) {
    using enum Opcode;
    if (op == AddInt || op == SubInt || op == InplaceAddInt || op == InplaceSubInt)
        return place = 3, true;
    return place = 2, is_between(op, JumpIfLtInt, JumpUnlessGeInt);
}

BinaryPlan plan_arithmetic(BinaryOp op, const Site& site, Kind a, Kind b) {
    const BinaryPlan generic{Mode::Generic, {Kind::Any, Kind::Any}, Kind::Any};
    if (site.is_generic || is_wordy(a) || is_wordy(b)) return generic;
    const Kind x = expect(a, b, site.expected[0]), y = expect(b, x, site.expected[1]);
    if (!is_unboxed(x) || !is_unboxed(y)) return generic;
    if (x == Kind::Int && y == Kind::Int) {
        const Kind result = op == BinaryOp::TrueDiv ? Kind::Float : Kind::Int;
        return {op == BinaryOp::TrueDiv ? Mode::Floats : Mode::Ints, {x, y}, result};
    }
    if (!takes_floats(op)) return generic;
    return {Mode::Floats, {x, y}, Kind::Float};
}

BinaryPlan plan_comparison(const Site& site, Kind a, Kind b) {
    const BinaryPlan generic{Mode::Generic, {Kind::Any, Kind::Any}, Kind::Any};
    if (site.is_generic) return generic;
    if (is_wordy(a) || is_wordy(b)) {
        const auto fits = [&](Kind k) { return k == Kind::Int || k == Kind::Word; };
        const bool same = a == Kind::Uword && b == Kind::Uword;
        return same || (fits(a) && fits(b)) ? BinaryPlan{Mode::Words, {a, b}, Kind::Any} : generic;
    }
    const Kind x = expect(a, b, site.expected[0]), y = expect(b, x, site.expected[1]);
    if (!is_unboxed(x) || !is_unboxed(y)) return generic;
    return {x == Kind::Int && y == Kind::Int ? Mode::Ints : Mode::Floats, {x, y}, Kind::Any};
}

bool plan_viper(const Instruction& insn, const Site& site, const Kind* kinds) {
    const auto is_int = [&](u32 r) { return kinds[r] == Kind::Int || is_wordy(kinds[r]); };
    switch (insn.op) {
        case Opcode::ViperBinary: return is_int(insn[2]) && is_int(insn[3]);
        case Opcode::ViperUnary: return is_int(insn[2]);
        case Opcode::ViperConvert: {
            const auto to = static_cast<ViperType>(insn[3]);
            return is_word(to) && (is_int(insn[2]) || !site.is_generic) &&
                   kinds[insn[2]] != Kind::Float;
        }
        case Opcode::ViperLoad: return is_int(insn[3]) && !site.is_generic;
        case Opcode::ViperStore: return is_int(insn[2]) && is_int(insn[3]) && !site.is_generic;
        default: return false;
    }
}

void apply(const Code* code, const Instruction& insn, const Site& site, Kind* kinds) {
    using enum Opcode;
    BinaryOp op;
    CompareOp compare;
    bool is_jump, jumps_if;
    u32 place;
    if (arithmetic_op(insn, op)) {
        const bool immediate = has_immediate(insn.op, place);
        const Kind b = immediate ? Kind::Int : kinds[insn[3]];
        const BinaryPlan plan = plan_arithmetic(op, site, kinds[insn[2]], b);
        if (plan.mode != Mode::Generic) {
            note(kinds, insn[2], plan.expected[0]);
            if (!immediate) note(kinds, insn[3], plan.expected[1]);
        }
        kinds[insn[1]] = plan.result;
        return;
    }
    if (comparison_op(insn, compare, is_jump, jumps_if)) {
        const u32 first = is_jump ? 1 : 2;
        const bool immediate = has_immediate(insn.op, place);
        const Kind b = immediate ? Kind::Int : kinds[insn[first + 1]];
        const BinaryPlan plan = plan_comparison(site, kinds[insn[first]], b);
        if (plan.mode != Mode::Generic) {
            note(kinds, insn[first], plan.expected[0]);
            if (!immediate) note(kinds, insn[first + 1], plan.expected[1]);
        }
        if (!is_jump) kinds[insn[1]] = Kind::Any;
        return;
    }
    switch (insn.op) {
        case Move: kinds[insn[1]] = kinds[insn[2]]; return;
        case LoadConst: kinds[insn[1]] = kind_of(code->constants->items[insn[2]]); return;
        case LoadConstWide: kinds[insn[1]] = kind_of(code->constants->items[insn.wide(2)]); return;
        case LoadInt: kinds[insn[1]] = Kind::Int; return;
        case Neg:
            if (kinds[insn[2]] != Kind::Int && kinds[insn[2]] != Kind::Float) break;
            if (site.is_generic) break;
            kinds[insn[1]] = kinds[insn[2]];
            return;
        case BeginFor:
            kinds[insn[1]] = kinds[insn[1] + 2] = Kind::Any;
            kinds[insn[1] + 1] = Kind::Int;
            return;
        case ForIter:
            kinds[insn[1]] = kinds[insn[2]] == Kind::Int ? Kind::Int : Kind::Any;
            if (!keeps_registers(insn, site, kinds))
                for (u32 i = 0; i < 3; ++i) kinds[insn[2] + i] = Kind::Any;
            return;
        case GetItem:
        case GetItemInt:
            if (insn.op == GetItem && !site.is_generic && !is_unboxed(kinds[insn[3]]))
                kinds[insn[3]] = Kind::Int;
            kinds[insn[1]] = !site.is_generic &&
                                     (site.container == Container::Bytearray ||
                                      site.container == Container::Bytes) &&
                                     (insn.op == GetItemInt || kinds[insn[3]] == Kind::Int)
                                 ? Kind::Int
                                 : Kind::Any;
            return;
        case SetItem:
            if (keeps_registers(insn, site, kinds)) kinds[insn[2]] = Kind::Int;
            return;
        case GetLen: kinds[insn[1]] = Kind::Int; return;
        case ViperBinary:
        case ViperUnary: kinds[insn[1]] = word_kind(insn[insn.op == ViperBinary ? 4 : 3]); return;
        case ViperConvert: {
            const auto to = static_cast<ViperType>(insn[3]);
            if (is_word(to) && plan_viper(insn, site, kinds) && !is_unboxed(kinds[insn[2]]))
                kinds[insn[2]] = Kind::Int;
            const bool stays = kinds[insn[2]] == Kind::Int && to == ViperType::Int;
            kinds[insn[1]] = stays                     ? Kind::Int
                             : to == ViperType::Int    ? Kind::Word
                             : to == ViperType::Uint   ? Kind::Uword
                             : to == ViperType::Object ? kinds[insn[2]]
                                                       : Kind::Any;
            return;
        }
        case ViperAddress: kinds[insn[1]] = Kind::Uword; return;
        case ViperLoad: kinds[insn[1]] = Kind::Word; return;
        case BeginRange: return;
        default: break;
    }
    RegisterSet written;
    may_write(insn, written);
    written.each([&](u32 r) {
        if (r < code->registers) kinds[r] = Kind::Any;
    });
}

void apply_jump(const Code* code, const Instruction& insn, const Site& site, Kind* kinds) {
    if (insn.op == Opcode::BeginRange) {
        for (u32 i = 0; i < 3; ++i) kinds[insn[1] + i] = Kind::Int;
        return;
    }
    if (insn.op == Opcode::ForIter) {
        const Kind item = kinds[insn[1]];
        apply(code, insn, site, kinds);
        kinds[insn[1]] = item;
        return;
    }
    apply(code, insn, site, kinds);
}

bool keeps_registers(const Instruction& insn, const Site& site, const Kind* kinds) {
    using enum Opcode;
    BinaryOp op;
    CompareOp compare;
    bool is_jump, jumps_if;
    u32 place;
    if (arithmetic_op(insn, op)) {
        const Kind b = has_immediate(insn.op, place) ? Kind::Int : kinds[insn[3]];
        return plan_arithmetic(op, site, kinds[insn[2]], b).mode != Mode::Generic;
    }
    if (comparison_op(insn, compare, is_jump, jumps_if)) {
        const u32 first = is_jump ? 1 : 2;
        const Kind b = has_immediate(insn.op, place) ? Kind::Int : kinds[insn[first + 1]];
        return plan_comparison(site, kinds[insn[first]], b).mode != Mode::Generic;
    }
    switch (insn.op) {
        case Move:
        case LoadConst:
        case LoadConstWide:
        case LoadInt:
        case LoadNone:
        case LoadTrue:
        case LoadFalse:
        case Is:
        case IsNot:
        case Jump:
        case JumpWide:
        case Loop:
        case LoopWide:
        case JumpIfTrue:
        case JumpIfFalse:
        case JumpIfNone:
        case JumpIfNotNone:
        case Return:
        case ReturnNone:
        case CheckLocal:
        case LoadGlobal: return true;
        case Neg: return !site.is_generic && is_unboxed(kinds[insn[2]]);
        case ForIter:
            return kinds[insn[2]] == Kind::Int ||
                   (!site.is_generic && !is_unboxed(kinds[insn[2]]) &&
                    kinds[insn[2] + 1] == Kind::Int &&
                    (site.container == Container::List || site.container == Container::Tuple));
        case GetItem:
            return !site.is_generic && !is_wordy(operand_kind(kinds, insn, 3)) &&
                   operand_kind(kinds, insn, 3) != Kind::Float;
        case GetItemInt: return !site.is_generic;
        case SetItem: {
            const Kind index = kinds[insn[2]], value = kinds[insn[3]];
            if (site.is_generic || index == Kind::Float || is_wordy(index)) return false;
            if (site.container == Container::List) return true;
            return site.container == Container::Bytearray &&
                   (value == Kind::Int || !is_unboxed(value));
        }
        case LoadAttr:
        case StoreAttr: return true;
        case ViperBinary:
        case ViperUnary:
        case ViperConvert:
        case ViperLoad:
        case ViperStore: return plan_viper(insn, site, kinds);
        default: return false;
    }
}

}  // namespace krait::native
