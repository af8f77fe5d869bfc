// Arithmetic, comparisons and the jumps on them.
#include "native/runtime.hpp"
#include "native/x64/generator.hpp"

namespace krait::native::x64 {

namespace {

constexpr i32 kPayload = static_cast<i32>(0xffff'0000);  // sign-extended: all but the low 16 bits

u32 overflow() { return exit_word(0, Reason::Overflow, 0); }
u32 nothing() { return exit_word(0, Reason::None, 0); }

// Of two registers compared as they stand.
Condition int_condition(CompareOp op) {
    switch (op) {
        case CompareOp::Lt: return l;
        case CompareOp::Le: return le;
        case CompareOp::Eq: return e;
        case CompareOp::Ne: return ne;
        case CompareOp::Gt: return g;
        default: return ge;
    }
}

Condition unsigned_condition(CompareOp op) {
    switch (op) {
        case CompareOp::Lt: return b;
        case CompareOp::Le: return be;
        case CompareOp::Gt: return a;
        case CompareOp::Ge: return ae;
        default: return int_condition(op);
    }
}

bool power_of_two(i32 n, u8& log) {
    if (n <= 0 || n & (n - 1) || n > 1 << 14) return false;
    log = static_cast<u8>(__builtin_ctz(static_cast<u32>(n)));
    return true;
}

}  // namespace

void Generator::move(const Instruction& insn) {
    const u32 to = insn[1], from = insn[2];
    if (to == from) return;
    const Place source = places_[from];
    const Kind kind = kinds_[from];
    if (source.is_loaded && kind == Kind::Float) {
        set_float(to, xmm_of(from));
    } else if (source.is_loaded && kind == Kind::Int) {
        set_int(to, gpr_of(from));
    } else if (source.is_loaded) {
        set_word(to, gpr_of(from), kind == Kind::Uword);
    } else {
        as_.load(rax, slot(from));
        set_boxed(to, rax);
    }
    kinds_[to] = kind;
    places_[to].is_constant = source.is_constant;
    places_[to].constant = source.constant;
}

void Generator::load_constant(u32 r, Value v) {
    if (v.is_int() && has_gpr(r)) {
        as_.move(rax, static_cast<u64>(v.as_int()) << 16);
        set_int(r, rax);
    } else if (v.is_inline_float() && has_xmm(r)) {
        as_.move(rax, std::bit_cast<u64>(v.as_inline_float()));
        as_.move_bits(xmm0, rax);
        set_float(r, xmm0);
    } else {
        as_.move(rax, v.bits());
        set_boxed(r, rax);
    }
    if (v.is_int() && v.as_int() == static_cast<i32>(v.as_int())) {
        places_[r].is_constant = true;
        places_[r].constant = static_cast<i32>(v.as_int());
    }
}

bool Generator::arithmetic(const Instruction& insn) {
    BinaryOp op;
    if (!arithmetic_op(insn, op)) return false;
    u32 place;
    const bool immediate = has_immediate(insn.op, place);
    const Kind second = immediate ? Kind::Int : kinds_[insn[3]];
    const BinaryPlan plan = plan_arithmetic(op, *site_, kinds_[insn[2]], second);
    switch (plan.mode) {
        case Mode::Ints: int_arithmetic(op, insn, immediate); break;
        case Mode::Floats: float_arithmetic(op, insn, plan, immediate); break;
        default: general_step();
    }
    return true;
}

void Generator::int_arithmetic(BinaryOp op, const Instruction& insn, bool immediate) {
    const Gpr x = use_int(insn[2], rcx, Reason::Operand0);
    if (immediate) {
        as_.move(rax, x);
        as_.alu(op == BinaryOp::Add ? Alu::Add : Alu::Sub, rax, insn.imm(3) * 65536);
        as_.jump(o, leave(overflow()));
        return set_int(insn[1], rax);
    }
    const Gpr y = use_int(insn[3], rdx, Reason::Operand1);
    switch (op) {
        case BinaryOp::FloorDiv:
        case BinaryOp::Mod: divide(op, x, y, insn[3]); break;
        case BinaryOp::LShift:
        case BinaryOp::RShift: shift(op, x, y, insn[3]); break;
        default:
            as_.move(rax, x);
            if (op == BinaryOp::Mul) {
                as_.shift(Shift::RightSigned, rax, 16);
                as_.multiply(rax, y);
            } else {
                as_.alu(op == BinaryOp::Add   ? Alu::Add
                        : op == BinaryOp::Sub ? Alu::Sub
                        : op == BinaryOp::And ? Alu::And
                        : op == BinaryOp::Or  ? Alu::Or
                                              : Alu::Xor,
                        rax, y);
            }
            if (op == BinaryOp::Add || op == BinaryOp::Sub || op == BinaryOp::Mul)
                as_.jump(o, leave(overflow()));
    }
    set_int(insn[1], rax);
}

// Rounded down, in rax. x may be in rcx, y in rdx.
void Generator::divide(BinaryOp op, Gpr x, Gpr y, u32 y_reg) {
    u8 log;
    if (places_[y_reg].is_constant && power_of_two(places_[y_reg].constant, log)) {
        as_.move(rax, x);
        if (op == BinaryOp::Mod) {
            as_.alu(Alu::And, rax, static_cast<i32>(((i64{1} << log) - 1) << 16));
        } else if (log) {
            as_.shift(Shift::RightSigned, rax, log);
            as_.alu(Alu::And, rax, kPayload);
        }
        return;
    }
    as_.test(y, y);
    as_.jump(e, leave(nothing()));
    as_.move(rax, x);
    if (y != rcx) as_.move(rcx, y);
    as_.shift(Shift::RightSigned, rax, 16);
    as_.shift(Shift::RightSigned, rcx, 16);
    Label slow, done;
    as_.move(rdx, rax);
    as_.alu(Alu::Or, rdx, rcx);
    as_.shift(Shift::Right, rdx, 32);
    as_.jump(ne, slow);
    as_.divide_unsigned32(rcx);  // the common case, and much faster
    if (op == BinaryOp::Mod) as_.move(rax, rdx);
    as_.shift(Shift::Left, rax, 16);
    as_.jump(done);
    as_.place(slow);
    as_.sign_extend_rax();
    as_.divide(rcx);
    Label exact;
    as_.test(rdx, rdx);
    as_.jump(e, exact);
    if (op == BinaryOp::Mod) {
        as_.move(rax, rdx);
        as_.alu(Alu::Xor, rax, rcx);
        as_.jump(ns, exact);
        as_.alu(Alu::Add, rdx, rcx);
        as_.place(exact);
        as_.move(rax, rdx);
        as_.shift(Shift::Left, rax, 16);
    } else {
        as_.alu(Alu::Xor, rdx, rcx);
        as_.jump(ns, exact);
        as_.alu(Alu::Sub, rax, 1);
        as_.place(exact);
        as_.move(rcx, rax);
        as_.shift(Shift::Left, rax, 16);
        as_.move(rdx, rax);
        as_.shift(Shift::RightSigned, rdx, 16);
        as_.alu(Alu::Cmp, rdx, rcx);
        as_.jump(ne, leave(overflow()));
    }
    as_.place(done);
}

void Generator::shift(BinaryOp op, Gpr x, Gpr y, u32 y_reg) {
    const bool left = op == BinaryOp::LShift;
    const i32 known = places_[y_reg].is_constant ? places_[y_reg].constant : -1;
    if (known >= 0 && known < 47) {
        const u8 count = static_cast<u8>(known);
        as_.move(rax, x);
        if (!left) {
            as_.shift(Shift::RightSigned, rax, count);
            as_.alu(Alu::And, rax, kPayload);
            return;
        }
        as_.shift(Shift::Left, rax, count);
        as_.move(rdx, rax);
        as_.shift(Shift::RightSigned, rdx, count);
        as_.alu(Alu::Cmp, rdx, x);
        as_.jump(ne, leave(overflow()));
        return;
    }
    as_.move(rax, x);
    if (y != rcx) as_.move(rcx, y);
    as_.shift(Shift::RightSigned, rcx, 16);
    as_.alu(Alu::Cmp, rcx, 46);
    as_.jump(a, leave(nothing()));
    if (!left) {
        as_.shift_by_cl(Shift::RightSigned, rax);
        as_.alu(Alu::And, rax, kPayload);
        return;
    }
    as_.push(rax);
    as_.shift_by_cl(Shift::Left, rax);
    as_.move(rdx, rax);
    as_.shift_by_cl(Shift::RightSigned, rdx);
    as_.pop(rcx);
    as_.alu(Alu::Cmp, rdx, rcx);
    as_.jump(ne, leave(overflow()));
}

void Generator::float_arithmetic(BinaryOp op, const Instruction& insn, const BinaryPlan& plan,
                                 bool immediate) {
    const Xmm x = use_float(insn[2], plan.expected[0], xmm0, Reason::Operand0);
    Xmm y = xmm1;
    if (immediate) {
        as_.move(rax, std::bit_cast<u64>(static_cast<double>(insn.imm(3))));
        as_.move_bits(xmm1, rax);
    } else {
        y = use_float(insn[3], plan.expected[1], xmm1, Reason::Operand1);
    }
    if (op == BinaryOp::TrueDiv) {
        Label fine;
        as_.xor_bits(xmm2, xmm2);
        as_.compare(y, xmm2);
        as_.jump(ne, fine);
        as_.jump(np, leave(nothing()));
        as_.place(fine);
    }
    const Sse code = op == BinaryOp::Add   ? Sse::Add
                     : op == BinaryOp::Sub ? Sse::Sub
                     : op == BinaryOp::Mul ? Sse::Mul
                                           : Sse::Div;
    const u32 to = insn[1];
    if (has_xmm(to) && (y != xmm_of(to) || x == xmm_of(to))) {
        as_.move(xmm_of(to), x);
        as_.sse_op(code, xmm_of(to), y);
        return set_float(to, xmm_of(to));
    }
    as_.move(xmm2, x);
    as_.sse_op(code, xmm2, y);
    set_float(to, xmm2);
}

void Generator::negate(const Instruction& insn) {
    const u32 from = insn[2];
    if (site_->is_generic || (kinds_[from] != Kind::Int && kinds_[from] != Kind::Float))
        return general_step();
    if (kinds_[from] == Kind::Int) {
        const Gpr x = use_int(from, rcx, Reason::Operand0);
        as_.move(rax, x);
        as_.negate(rax);
        as_.jump(o, leave(overflow()));
        return set_int(insn[1], rax);
    }
    const Xmm x = use_float(from, Kind::Float, xmm0, Reason::Operand0);
    as_.move(rax, u64{1} << 63);
    as_.move_bits(xmm1, rax);
    as_.xor_bits(xmm1, x);
    set_float(insn[1], xmm1);
}

bool Generator::comparison(const Instruction& insn) {
    CompareOp op;
    bool is_jump, jumps_if;
    u32 place;
    if (!comparison_op(insn, op, is_jump, jumps_if)) return false;
    const u32 first = is_jump ? 1 : 2;
    const bool immediate = has_immediate(insn.op, place);
    const Kind second = immediate ? Kind::Int : kinds_[insn[first + 1]];
    const BinaryPlan plan = plan_comparison(*site_, kinds_[insn[first]], second);
    switch (plan.mode) {
        case Mode::Generic: general_comparison(insn, is_jump, jumps_if); return true;
        case Mode::Words: {
            const bool is_unsigned = kinds_[insn[first]] == Kind::Uword;
            const Gpr x = use_word(insn[first], rcx);
            if (immediate) {
                as_.alu(Alu::Cmp, x, insn.imm(2));
            } else {
                const Gpr y = use_word(insn[first + 1], rdx);
                as_.alu(Alu::Cmp, x, y);
            }
            finish_comparison(insn, is_jump, jumps_if,
                              is_unsigned ? unsigned_condition(op) : int_condition(op), false);
            return true;
        }
        case Mode::Ints: {
            const Gpr x = use_int(insn[first], rcx, Reason::Operand0);
            if (immediate) {
                as_.alu(Alu::Cmp, x, insn.imm(2) * 65536);
            } else {
                const Gpr y = use_int(insn[first + 1], rdx, Reason::Operand1);
                as_.alu(Alu::Cmp, x, y);
            }
            finish_comparison(insn, is_jump, jumps_if, int_condition(op), false);
            return true;
        }
        default: break;
    }
    Xmm x = use_float(insn[first], plan.expected[0], xmm0, Reason::Operand0), y = xmm1;
    if (immediate) {
        as_.move(rax, std::bit_cast<u64>(static_cast<double>(insn.imm(2))));
        as_.move_bits(xmm1, rax);
    } else {
        y = use_float(insn[first + 1], plan.expected[1], xmm1, Reason::Operand1);
    }
    // So that what is not comparable makes the condition false.
    if (op == CompareOp::Lt || op == CompareOp::Le) std::swap(x, y);
    as_.compare(x, y);
    const Condition c = op == CompareOp::Eq                          ? e
                        : op == CompareOp::Ne                        ? ne
                        : op == CompareOp::Lt || op == CompareOp::Gt ? a
                                                                     : ae;
    finish_comparison(insn, is_jump, jumps_if, c, true);
    return true;
}

// Behind a comparison of floats, e and ne also depend on the flag that says "not comparable".
void Generator::finish_comparison(const Instruction& insn, bool is_jump, bool jumps_if, Condition c,
                                  bool is_float) {
    const bool is_equality = is_float && (c == e || c == ne);
    if (!is_jump) {
        if (!is_equality) return set_bool(insn[1], c);
        Label ordered, done;
        as_.jump(np, ordered);
        set_object(insn[1], c == e ? false_().object() : true_().object());
        as_.jump(done);
        as_.place(ordered);
        set_bool(insn[1], c);
        return as_.place(done);
    }
    const Condition wanted = jumps_if ? c : opposite(c);
    if (!is_equality) return jump_if(wanted, insn.target);
    Label over;
    if (wanted == e) {
        as_.jump(p, over);
    } else {
        Label ordered;
        as_.jump(np, ordered);
        jump_edge(insn.target);
        as_.place(ordered);
    }
    jump_if(wanted, insn.target);
    as_.place(over);
}

void Generator::general_comparison(const Instruction& insn, bool is_jump, bool jumps_if) {
    if (!is_jump) return general_step();
    u32 place;
    flush();
    call_runtime(has_immediate(insn.op, place)
                     ? reinterpret_cast<const void*>(&runtime::compare_int)
                     : reinterpret_cast<const void*>(&runtime::compare));
    as_.test32(rax, rax);
    as_.jump(s, fails());
    jump_if(jumps_if ? ne : e, insn.target);
}

void Generator::identity(const Instruction& insn) {
    store(insn[2]);
    store(insn[3]);
    as_.load(rax, slot(insn[2]));
    as_.alu(Alu::Cmp, rax, slot(insn[3]));
    set_bool(insn[1], insn.op == Opcode::Is ? e : ne);
}

void Generator::truth_jump(const Instruction& insn, bool jumps_if) {
    const u32 r = insn[1];
    if (is_int(r)) {
        const Gpr x = use_int(r, rcx, Reason::Operand0);
        as_.test(x, x);
        return jump_if(jumps_if ? ne : e, insn.target);
    }
    store(r);
    as_.load(rax, slot(r));
    Label taken, not_taken;
    const auto is = [&](const Object* o) {
        as_.move(rcx, reinterpret_cast<u64>(o));
        as_.alu(Alu::Cmp, rax, rcx);
    };
    is(true_().object());
    as_.jump(e, jumps_if ? taken : not_taken);
    is(false_().object());
    as_.jump(e, jumps_if ? not_taken : taken);
    // Everything else is asked, with the registers kept.
    Stub& s = slow(reinterpret_cast<const void*>(&runtime::truth_of));
    s.is_question = true;
    as_.jump(s.from);
    as_.place(jumps_if ? s.back : s.other);
    as_.place(taken);
    jump_edge(insn.target);
    as_.place(jumps_if ? s.other : s.back);
    as_.place(not_taken);
}

}  // namespace krait::native::x64
