// Values between memory and machine registers, and the ways out of the code.
#include "native/runtime.hpp"
#include "native/x64/generator.hpp"
#include "vm/native.hpp"

namespace krait::native::x64 {

namespace {
constexpr u64 kCanonicalNan = 0x7ff8'0000'0000'0000;
}

void Generator::load_int(Gpr to, u32 r, Label& not_int) {
    as_.load(to, slot(r));
    if (!is_int(r)) {
        as_.alu(Alu::Cmp, to, r13);
        as_.jump(b, not_int);
    }
    as_.shift(Shift::Left, to, 16);
}

void Generator::load_float(Xmm to, u32 r, Label& not_float) {
    as_.load(rax, slot(r));
    as_.alu(Alu::Sub, rax, r14);
    if (kinds_[r] != Kind::Float) {
        as_.move(rcx, rax);
        as_.shift(Shift::Right, rcx, 48);
        as_.alu(Alu::Cmp, rcx, 0xfffc, false);
        as_.jump(ae, not_float);
    }
    as_.move_bits(to, rax);
}

Gpr Generator::use_int(u32 r, Gpr scratch, Reason reason) {
    if (is_int(r) && places_[r].is_loaded) return gpr_of(r);
    const Gpr to = has_gpr(r) ? gpr_of(r) : scratch;
    Label unused;
    // The guard's stub is made before the register counts as loaded.
    load_int(to, r, is_int(r) ? unused : leave(exit_word(0, reason, r)));
    kinds_[r] = Kind::Int;
    places_[r].is_loaded = has_gpr(r);
    places_[r].is_dirty = false;
    return to;
}

Xmm Generator::use_float(u32 r, Kind expected, Xmm scratch, Reason reason) {
    if (kinds_[r] == Kind::Float && places_[r].is_loaded) return xmm_of(r);
    if (expected == Kind::Int) {
        const Gpr from = use_int(r, rax, reason);
        as_.move(rax, from);
        as_.shift(Shift::RightSigned, rax, 16);
        as_.xor_bits(scratch, scratch);
        as_.convert(scratch, rax);
        return scratch;
    }
    const Xmm to = has_xmm(r) ? xmm_of(r) : scratch;
    Label unused;
    load_float(to, r, kinds_[r] == Kind::Float ? unused : leave(exit_word(0, reason, r)));
    kinds_[r] = Kind::Float;
    places_[r].is_loaded = has_xmm(r);
    places_[r].is_dirty = false;
    return to;
}

Gpr Generator::use_word(u32 r, Gpr scratch) {
    const Kind kind = kinds_[r];
    if (is_wordy(kind) && places_[r].is_loaded) return gpr_of(r);
    if (kind == Kind::Int) {
        const Gpr from = use_int(r, scratch, Reason::Operand0);
        as_.move(scratch, from);
        as_.shift(Shift::RightSigned, scratch, 16);
        return scratch;
    }
    // From memory, where a word may also be a big int: then the interpreter does it.
    const Gpr to = has_gpr(r) ? gpr_of(r) : scratch;
    load_int(to, r, leave(exit_word(0, Reason::None, r)));
    as_.shift(Shift::RightSigned, to, 16);
    places_[r].is_loaded = has_gpr(r);
    places_[r].is_dirty = false;
    return to;
}

void Generator::box_int(Gpr to, Gpr from) {
    as_.move(to, from);
    as_.shift(Shift::Right, to, 16);
    as_.alu(Alu::Or, to, r13);
}

void Generator::box_float(Gpr to, Xmm from) {
    Label number;
    as_.move_bits(to, from);
    as_.compare(from, from);
    as_.jump(np, number);
    as_.move(to, kCanonicalNan);
    as_.place(number);
    as_.alu(Alu::Add, to, r14);
}

void Generator::box_word(Gpr from, bool is_unsigned) {
    Stub& s = new_stub(Stub::Box);
    s.word = from;
    s.is_unsigned = is_unsigned;
    as_.move(rax, from);
    if (is_unsigned) {
        as_.shift(Shift::Right, rax, 47);
        as_.jump(ne, s.from);
        as_.move(rax, from);
    } else {
        as_.shift(Shift::Left, rax, 16);
        as_.move(rcx, rax);
        as_.shift(Shift::RightSigned, rcx, 16);
        as_.alu(Alu::Cmp, rcx, from);
        as_.jump(ne, s.from);
        as_.shift(Shift::Right, rax, 16);
    }
    as_.alu(Alu::Or, rax, r13);
    as_.place(s.back);
}

void Generator::boxed(Gpr to, u32 r) {
    if (!places_[r].is_loaded) return as_.load(to, slot(r));
    switch (kinds_[r]) {
        case Kind::Int: return box_int(to, gpr_of(r));
        case Kind::Float: return box_float(to, xmm_of(r));
        default: box_word(gpr_of(r), kinds_[r] == Kind::Uword); as_.move(to, rax);
    }
}

// The same where rdx must be kept. Requires: a word has been stored.
void Generator::boxed_number(Gpr to, u32 r) {
    if (is_wordy(kinds_[r])) return as_.load(to, slot(r));
    boxed(to, r);
}

void Generator::store(u32 r) {
    if (!places_[r].is_dirty) return;
    boxed(rax, r);
    as_.store(slot(r), rax);
    places_[r].is_dirty = false;
}

void Generator::flush() {
    for (u32 r = 0; r < analysis_.registers(); ++r) {
        store(r);
        drop(r);
    }
}

void Generator::set_int(u32 r, Gpr from) {
    places_[r] = {};
    if (has_gpr(r)) {
        as_.move(gpr_of(r), from);
        places_[r].is_loaded = places_[r].is_dirty = true;
    } else {
        box_int(rax, from);
        as_.store(slot(r), rax);
    }
    kinds_[r] = Kind::Int;
}

void Generator::set_float(u32 r, Xmm from) {
    places_[r] = {};
    if (has_xmm(r)) {
        as_.move(xmm_of(r), from);
        places_[r].is_loaded = places_[r].is_dirty = true;
    } else {
        box_float(rax, from);
        as_.store(slot(r), rax);
    }
    kinds_[r] = Kind::Float;
}

void Generator::set_word(u32 r, Gpr from, bool is_unsigned) {
    places_[r] = {};
    if (has_gpr(r)) {
        as_.move(gpr_of(r), from);
        places_[r].is_loaded = places_[r].is_dirty = true;
    } else {
        as_.move(rdx, from);  // boxing needs rax and rcx
        box_word(rdx, is_unsigned);
        as_.store(slot(r), rax);
    }
    kinds_[r] = is_unsigned ? Kind::Uword : Kind::Word;
}

void Generator::set_boxed(u32 r, Gpr from) {
    as_.store(slot(r), from);
    drop(r);
    kinds_[r] = Kind::Any;
}

void Generator::set_object(u32 r, const Object* o) {
    as_.move(rax, reinterpret_cast<u64>(o));
    set_boxed(r, rax);
}

void Generator::set_bool(u32 r, Condition c) {
    Label hit, done;
    as_.jump(c, hit);
    set_object(r, false_().object());
    as_.jump(done);
    as_.place(hit);
    set_object(r, true_().object());
    as_.place(done);
}

void Generator::compare_address(const Memory& m, const void* address) {
    const auto bits = reinterpret_cast<u64>(address);
    if (bits <= 0x7fff'ffff) return as_.compare(m, static_cast<i32>(bits));
    as_.move(rdx, bits);
    as_.alu(Alu::Cmp, rdx, m);
}

// ---- Leaving and calling ------------------------------------------------------------------------

Generator::Stub& Generator::new_stub(Stub::Type type) {
    Stub* s = arena_.make<Stub>();
    if (!s || !stubs_.push(s)) return spare_;
    s->type = type;
    s->first_saved = saved_.size();
    for (u32 r = 0; r < analysis_.registers(); ++r)
        if (places_[r].is_dirty) (void)saved_.push({static_cast<u8>(r), kinds_[r]});
    s->saved_count = saved_.size() - s->first_saved;
    s->pc = insn_ ? insn_->pc : code_->start;
    return *s;
}

Label& Generator::leave_at(const u8* pc, u32 word) {
    Stub& s = new_stub(Stub::Leave);
    s.pc = pc;
    s.exit = word;
    return s.from;
}

Label& Generator::leave(u32 word) { return leave_at(insn_->pc, word); }

Label& Generator::fails() {
    Stub& s = new_stub(Stub::Error);
    s.saved_count = 0;
    s.exit = exit_word(static_cast<u32>(NativeEngine::Exit::Error), Reason::None, 0);
    return s.from;
}

Generator::Stub& Generator::slow(const void* function) {
    Stub& s = new_stub(Stub::Slow);
    s.call = function;
    return s;
}

void Generator::write_pc(const u8* pc) {
    as_.move(rcx, reinterpret_cast<u64>(pc));
    as_.store({rbp, offsetof(Frame, pc)}, rcx);
}

void Generator::call_runtime(const void* function) {
    as_.move(rdi, r12);
    as_.move(rsi, rbp);
    as_.move(rdx, reinterpret_cast<u64>(insn_->pc));
    as_.move(rax, reinterpret_cast<u64>(function));
    as_.call(rax);
}

// The instruction as the interpreter would do it.
void Generator::general_step() {
    flush();
    call_runtime(reinterpret_cast<const void*>(&runtime::step));
    as_.alu(Alu::Cmp, rax, runtime::kDone, false);
    as_.jump(b, fails());
    if (insn_->op == Opcode::LoadAttr) {
        Label done;
        as_.jump(e, done);
        as_.move(rax, 0);
        as_.jump(leave_);
        as_.place(done);
    }
}

}  // namespace krait::native::x64
