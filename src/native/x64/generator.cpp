#include "native/x64/generator.hpp"

#include "native/runtime.hpp"
#include "vm/native.hpp"

namespace krait::native::x64 {

namespace {

constexpr u32 kContinue = static_cast<u32>(NativeEngine::Exit::Continue);
constexpr u32 kError = static_cast<u32>(NativeEngine::Exit::Error);
constexpr u32 kStep = static_cast<u32>(NativeEngine::Exit::Step);

// What the processor's calling convention has callees keep, in the order of pushes.
constexpr Gpr kKept[] = {rbx, rbp, r12, r13, r14, r15};
constexpr Gpr kLost[] = {rsi, rdi, r8, r9, r10, r11};

i32 offset_in(const Interp& in, const void* member) {
    return static_cast<i32>(reinterpret_cast<const char*>(member) -
                            reinterpret_cast<const char*>(&in));
}

}  // namespace

bool generate_entrance(Assembler& as) {
    for (Gpr r : kKept) as.push(r);
    as.alu(Alu::Sub, rsp, 8);  // what is called finds the stack aligned
    as.move(rbp, rdi);
    as.move(rax, rsi);
    as.move(r12, rdx);
    as.load(rbx, {rbp, offsetof(Frame, registers)});
    as.move(r13, Layout64::kIntTag);
    as.move(r14, Layout64::kDoubleOffset);
    as.jump_to(rax);
    return true;
}

Generator::Generator(Interp& in, Arena& arena, Analysis& analysis, u32* entries)
    : in_(in),
      arena_(arena),
      analysis_(analysis),
      code_(analysis.code()),
      entries_(entries),
      as_(arena),
      stubs_(arena),
      saved_(arena),
      frame_at_(offset_in(in, &in.thread().frame)),
      safe_point_at_(offset_in(in, &in.safe_point())),
      marking_at_(offset_in(in, in.heap().marking_flag())) {}

bool Generator::run() {
    const u32 registers = analysis_.registers();
    const auto blocks = analysis_.blocks();
    labels_ = arena_.array<Label>(blocks.size());
    kinds_ = arena_.array<Kind>(registers + 1);
    kept_kinds_ = arena_.array<Kind>(registers + 1);
    places_ = arena_.array<Place>(registers + 1);
    kept_places_ = arena_.array<Place>(registers + 1);
    if (arena_.failed()) return false;
    common_code();
    for (u32 i = 0; i < blocks.size() && !arena_.failed(); ++i)
        if (blocks[i].is_reachable) block(i);
    if (arena_.failed()) return false;
    for (u32 i = 0; i < blocks.size() && !arena_.failed(); ++i)
        if (blocks[i].is_reachable && blocks[i].is_entry) entry_point(blocks[i]);
    stubs();
    return !arena_.failed();
}

// The ways out, and calls that keep all registers.
void Generator::common_code() {
    as_.place(leave_);
    as_.alu(Alu::Add, rsp, 8);
    for (usize i = std::size(kKept); i-- > 0;) as_.pop(kKept[i]);
    as_.ret();

    as_.place(preserving_);  // rax: what is called; rdx: its third argument
    constexpr i32 kBytes = kFloatRegisters * 8;
    for (Gpr r : kLost) as_.push(r);
    as_.alu(Alu::Sub, rsp, kBytes);
    for (u8 i = 0; i < kFloatRegisters; ++i)
        as_.store({rsp, i * 8}, static_cast<Xmm>(kFirstFloatRegister + i));
    as_.move(rdi, r12);
    as_.move(rsi, rbp);
    as_.call(rax);
    for (u8 i = 0; i < kFloatRegisters; ++i)
        as_.load(static_cast<Xmm>(kFirstFloatRegister + i), {rsp, i * 8});
    as_.alu(Alu::Add, rsp, kBytes);
    for (usize i = std::size(kLost); i-- > 0;) as_.pop(kLost[i]);
    as_.ret();

    // A plain frame returns rax to its caller, whose code goes on if it has any.
    as_.place(return_);
    Label out;
    as_.load_byte(rcx, {rbp, offsetof(Frame, result)});
    as_.load(rbp, {rbp, offsetof(Frame, caller)});
    as_.store({r12, frame_at_}, rbp);
    as_.load(rbx, {rbp, offsetof(Frame, registers)});
    as_.store({rbx, 0, rcx, 3}, rax);
    as_.load(rdx, {rbp, offsetof(Frame, function)});
    as_.load(rdx, {rdx, offsetof(Function, code)});
    as_.load(rax, {rdx, offsetof(Code, native)});
    as_.test(rax, rax);
    as_.jump(e, out);
    as_.load(rcx, {rbp, offsetof(Frame, pc)});
    as_.alu(Alu::Sub, rcx, {rdx, offsetof(Code, start)});
    as_.compare32(rcx, {rax, offsetof(NativeCode, count)});
    as_.jump(ae, out);
    as_.load32(rcx, {rax, offsetof(NativeCode, entries), rcx, 2});
    as_.test32(rcx, rcx);
    as_.jump(e, out);
    as_.alu(Alu::Add, rcx, {rax, offsetof(NativeCode, machine)});
    as_.jump_to(rcx);
    as_.place(out);
    as_.move(rax, exit_word(kContinue, Reason::None, 0));
    as_.jump(leave_);

    plain_call();

    as_.place(enter_callee_);  // the innermost frame's code is at rax
    as_.load(rbp, {r12, frame_at_});
    as_.load(rbx, {rbp, offsetof(Frame, registers)});
    as_.jump_to(rax);
}

// Called with the callee in rax, the place of its arguments in r8, their number in esi, the
// register for the result in edx, and the next instruction in r11. If the callee is a plain
// function of machine code, a frame is made and the callee entered. Else it returns, with nothing
// done.
void Generator::plain_call() {
    Label no;
    as_.place(plain_call_);
    as_.lea(rcx, {rax, -1});
    as_.shift(Shift::Right, rcx, 48);
    as_.jump(ne, no);
    as_.move(rcx, reinterpret_cast<u64>(Function::kType.shape()));
    as_.alu(Alu::Cmp, rcx, {rax, 0});
    as_.jump(ne, no);
    as_.load(rcx, {rax, offsetof(Function, code)});
    as_.load_half(rdi, {rcx, offsetof(Code, positional)});
    as_.alu(Alu::Cmp, rdi, rsi);
    as_.jump(ne, no);
    as_.load_half(rdi, {rcx, offsetof(Code, flags)});
    as_.alu(Alu::And, rdi, kSimpleCall, false);
    as_.jump(e, no);
    as_.load(r9, {rcx, offsetof(Code, native)});
    as_.test(r9, r9);
    as_.jump(e, no);
    as_.load32(rdi, {r9, offsetof(NativeCode, entries)});
    as_.test(rdi, rdi);
    as_.jump(e, no);
    as_.alu(Alu::Add, rdi, {r9, offsetof(NativeCode, machine)});
    as_.load_byte(r9, {rbp, offsetof(Frame, flags)});
    as_.alu(Alu::And, r9, kNoWindow, false);
    as_.jump(ne, no);
    as_.compare32({r12, safe_point_at_}, 0);
    as_.jump(ne, no);
    as_.load32(rsi, {rbp, offsetof(Frame, depth)});
    as_.move(r9, reinterpret_cast<u64>(in_.vm().max_depth_address()));
    as_.compare32(rsi, {r9, 0});
    as_.jump(ae, no);
    as_.load_half(r9, {rcx, offsetof(Code, registers)});
    as_.lea(r9, {r8, 0, r9, 3});
    as_.lea(r10, {rbp, -static_cast<i32>(sizeof(Frame))});
    as_.alu(Alu::Cmp, r10, r9);
    as_.jump(b, no);
    as_.store({rbp, offsetof(Frame, pc)}, r11);
    as_.alu(Alu::Add, rsi, 1);
    as_.load(r11, {rcx, offsetof(Code, start)});
    as_.store({r10, offsetof(Frame, pc)}, r11);
    as_.store({r10, offsetof(Frame, caller)}, rbp);
    as_.store({r10, offsetof(Frame, registers)}, r8);
    as_.store({r10, offsetof(Frame, top)}, r9);
    as_.store({r10, offsetof(Frame, function)}, rax);
    as_.store({r10, offsetof(Frame, owner)}, 0);
    as_.store32({r10, offsetof(Frame, depth)}, rsi);
    static_assert(offsetof(Frame, flags) == offsetof(Frame, result) + 1);
    as_.store_half({r10, offsetof(Frame, result)}, rdx);  // and no flags
    as_.store({r12, frame_at_}, r10);
    as_.move(rbp, r10);
    as_.move(rbx, r8);
    as_.alu(Alu::Add, rsp, 8);
    as_.jump_to(rdi);
    as_.place(no);
    as_.ret();
}

bool Generator::wants_loaded(const Block& to, u32 r) const {
    if (!to.in_registers || !to.live.has(r)) return false;
    return to.kinds[r] == Kind::Float ? has_xmm(r) : is_unboxed(to.kinds[r]) && has_gpr(r);
}

void Generator::block(u32 index) {
    Block& block = analysis_.blocks()[index];
    as_.place(labels_[index]);
    for (u32 r = 0; r < analysis_.registers(); ++r) {
        kinds_[r] = block.kinds[r];
        places_[r] = {};
        places_[r].is_loaded = places_[r].is_dirty = wants_loaded(block, r);
    }
    u32 count = 0;
    for (u32 at = block.start; at < block.end; at = Instruction(code_, at).next) ++count;
    RegisterSet* live = arena_.array<RegisterSet>(count);
    if (!live || !analysis_.live_after(block, live)) return;
    for (u32 at = block.start, i = 0; at < block.end; ++i) {
        const Instruction insn(code_, at);
        insn_ = &insn;
        site_ = &analysis_.site(at);
        instruction(insn);
        if (!insn.falls_through() || insn.op == Opcode::BeginRange) {
            insn_ = nullptr;
            return;
        }
        apply(code_, insn, *site_, kinds_);
        forget_dead(live[i]);
        at = insn.next;
        insn_ = nullptr;
    }
    if (block.end < code_->size) edge(analysis_.block_at(block.end));
}

void Generator::forget_dead(const RegisterSet& live) {
    for (u32 r = 0; r < analysis_.registers(); ++r)
        if (!live.has(r)) drop(r);
}

// Control comes from elsewhere, everything is in memory: check what the block counts on.
void Generator::entry_point(Block& block) {
    insn_ = nullptr;
    entries_[block.start] = as_.here();
    for (u32 r = 0; r < analysis_.registers(); ++r) {
        const Kind kind = block.kinds[r];
        if (!block.live.has(r) || !is_unboxed(kind)) continue;
        kinds_[r] = Kind::Any;
        places_[r] = {};
        Stub& s = new_stub(Stub::Leave);
        s.saved_count = 0;
        s.pc = code_->start + block.start;
        s.exit = exit_word(kContinue, Reason::Header, r);
        if (kind == Kind::Float)
            load_float(wants_loaded(block, r) ? xmm_of(r) : xmm0, r, s.from);
        else
            load_int(wants_loaded(block, r) ? gpr_of(r) : rax, r, s.from);
        if (is_wordy(kind) && wants_loaded(block, r)) as_.shift(Shift::RightSigned, gpr_of(r), 16);
        if (kind == Kind::Uword) {
            const Gpr loaded = wants_loaded(block, r) ? gpr_of(r) : rax;
            as_.test(loaded, loaded);
            as_.jump(Condition::s, s.from);
        }
    }
    as_.jump(labels_[analysis_.block_index(block.start)]);
}

bool Generator::edge_is_plain(Block& to) {
    for (u32 r = 0; r < analysis_.registers(); ++r) {
        if (!to.live.has(r)) continue;
        const Place& place = places_[r];
        if (is_unboxed(to.kinds[r]) && kinds_[r] != to.kinds[r]) return false;
        if (wants_loaded(to, r) ? !place.is_loaded : place.is_dirty) return false;
    }
    return true;
}

// Makes the registers what the block expects. Its code follows, or a jump there.
void Generator::edge(Block& to) {
    const u8* pc = code_->start + to.start;
    // First what must be in memory, then what must be in registers.
    for (u32 r = 0; r < analysis_.registers(); ++r)
        if (to.live.has(r) && !wants_loaded(to, r)) store(r);
    for (u32 r = 0; r < analysis_.registers(); ++r) {
        const Kind kind = to.kinds[r];
        if (!to.live.has(r)) {
            drop(r);
            continue;
        }
        if (!is_unboxed(kind)) continue;
        const bool wanted = wants_loaded(to, r);
        if (kinds_[r] == kind && (!wanted || places_[r].is_loaded)) continue;
        // Nothing is learnt here: the first round of a loop may be odd, and the interpreter does
        // it.
        const u32 word = exit_word(kContinue, Reason::None, r);
        if (is_unboxed(kinds_[r]) && kinds_[r] != kind) {
            as_.jump(leave_at(pc, word));
            return;
        }
        const bool is_known = kinds_[r] == kind;
        Label& fails = leave_at(pc, word);
        if (kind == Kind::Float)
            load_float(wanted ? xmm_of(r) : xmm0, r, fails);
        else
            load_int(wanted ? gpr_of(r) : rax, r, fails);
        if (is_wordy(kind) && wanted) as_.shift(Shift::RightSigned, gpr_of(r), 16);
        if (kind == Kind::Uword && !is_known) {
            const Gpr loaded = wanted ? gpr_of(r) : rax;
            as_.test(loaded, loaded);
            as_.jump(Condition::s, leave_at(pc, word));
        }
        kinds_[r] = kind;
        places_[r].is_loaded = wanted;
    }
}

// Jumps, by way of the edge. What follows does not find the registers changed.
void Generator::jump_edge(u32 offset) {
    Block& to = analysis_.block_at(offset);
    const u32 n = analysis_.registers();
    std::copy_n(kinds_, n, kept_kinds_);
    std::copy_n(places_, n, kept_places_);
    apply_jump(code_, *insn_, *site_, kinds_);
    edge(to);
    as_.jump(labels_[analysis_.block_index(offset)]);
    std::copy_n(kept_kinds_, n, kinds_);
    std::copy_n(kept_places_, n, places_);
}

void Generator::jump_if(Condition c, u32 offset) {
    Block& to = analysis_.block_at(offset);
    const u32 n = analysis_.registers();
    std::copy_n(kinds_, n, kept_kinds_);
    apply_jump(code_, *insn_, *site_, kinds_);
    const bool plain = edge_is_plain(to);
    std::copy_n(kept_kinds_, n, kinds_);
    if (plain) return as_.jump(c, labels_[analysis_.block_index(offset)]);
    Label over;
    as_.jump(opposite(c), over);
    jump_edge(offset);
    as_.place(over);
}

void Generator::instruction(const Instruction& insn) {
    using enum Opcode;
    if (arithmetic(insn) || comparison(insn) || viper(insn)) return;
    switch (insn.op) {
        case Move: return move(insn);
        case LoadConst: return load_constant(insn[1], code_->constants->items[insn[2]]);
        case LoadConstWide: return load_constant(insn[1], code_->constants->items[insn.wide(2)]);
        case LoadInt: return load_constant(insn[1], Value::from_int(insn.imm(2)));
        case LoadNone: return set_object(insn[1], none().object());
        case LoadTrue: return set_object(insn[1], true_().object());
        case LoadFalse: return set_object(insn[1], false_().object());
        case CheckLocal:
            if (places_[insn[1]].is_loaded) return;
            as_.compare(slot(insn[1]), 0);
            return as_.jump(e, leave(exit_word(kContinue, Reason::None, 0)));
        case Is:
        case IsNot: return identity(insn);
        case Jump:
        case JumpWide: return jump_edge(insn.target);
        case Loop:
        case LoopWide: return loop(insn);
        case JumpIfTrue: return truth_jump(insn, true);
        case JumpIfFalse: return truth_jump(insn, false);
        case JumpIfNone:
        case JumpIfNotNone:
            if (is_unboxed(kinds_[insn[1]])) {
                if (insn.op == JumpIfNotNone) jump_edge(insn.target);
                return;
            }
            compare_address(slot(insn[1]), none().object());
            return jump_if(insn.op == JumpIfNone ? e : ne, insn.target);
        case Return:
        case ReturnNone: return result(insn);
        case Neg: return negate(insn);
        case BeginRange: return begin_range(insn);
        case ForIter: return for_iter(insn);
        case Call:
        case CallMethod:
        case CallKw:
        case CallMethodKw:
        case CallSpread: return call(insn);
        case GetItem:
        case GetItemInt: return get_item(insn);
        case SetItem: return set_item(insn);
        case LoadGlobal: return load_global(insn);
        case LoadAttr: return load_attr(insn);
        case StoreAttr: return store_attr(insn);
        case LoadMethod: return load_method(insn);
        default: break;
    }
    if (runtime::knows(insn.op)) return general_step();
    flush();
    as_.jump(leave(exit_word(kStep, Reason::None, 0)));
}

void Generator::loop(const Instruction& insn) {
    as_.compare32({r12, safe_point_at_}, 0);
    as_.jump(ne, leave(exit_word(kContinue, Reason::None, 0)));
    jump_edge(insn.target);
}

// ---- What stands behind the function ----------------------------------------------------------

void Generator::stubs() {
    for (u32 i = 0; i < stubs_.size() && !arena_.failed(); ++i) stub(*stubs_[i]);
}

void Generator::stub(Stub& s) {
    if (s.from.place == Label::kUnplaced && !s.from.chain) return;
    as_.place(s.from);
    if (s.type == Stub::Box) {
        as_.move(rdx, s.word);
        as_.move(rax, reinterpret_cast<u64>(s.is_unsigned ? &runtime::box_unsigned
                                                          : &runtime::box_signed));
        as_.call(preserving_);
        as_.test(rax, rax);
        Label good;
        as_.jump(ne, good);
        write_pc(s.pc);
        as_.move(rax, exit_word(kError, Reason::None, 0));
        as_.jump(leave_);
        as_.place(good);
        return as_.jump(s.back);
    }
    const Instruction insn(code_, static_cast<u32>(s.pc - code_->start));
    insn_ = &insn;
    for (u32 i = 0; i < s.saved_count; ++i) {
        const Saved saved = saved_[s.first_saved + i];
        if (saved.kind == Kind::Float)
            box_float(rax, xmm_of(saved.reg));
        else if (saved.kind == Kind::Int)
            box_int(rax, gpr_of(saved.reg));
        else
            box_word(gpr_of(saved.reg), saved.kind == Kind::Uword);
        as_.store(slot(saved.reg), rax);
    }
    if (s.type == Stub::Slow) {
        as_.move(rdx, reinterpret_cast<u64>(s.pc));
        as_.move(rax, reinterpret_cast<u64>(s.call));
        as_.call(preserving_);
        as_.alu(Alu::Cmp, rax, runtime::kDone, false);
        as_.jump(e, s.back);
        Label left;
        as_.jump(a, s.is_question ? s.other : left);
        write_pc(s.pc);
        as_.move(rax, exit_word(kError, Reason::None, 0));
        as_.jump(leave_);
        as_.place(left);
        as_.alu(Alu::Cmp, rax, i32{runtime::kLeave});
        as_.jump(a, enter_callee_);  // the getter of a property
        // Where the innermost frame stands.
        as_.move(rax, exit_word(kContinue, Reason::None, 0));
        return as_.jump(leave_);
    }
    write_pc(s.pc);
    as_.move(rax, s.exit);
    as_.jump(leave_);
}

}  // namespace krait::native::x64
