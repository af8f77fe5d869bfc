// Loops, calls, items, names and attributes.
#include "native/runtime.hpp"
#include "native/x64/generator.hpp"
#include "objects/bytes.hpp"
#include "vm/native.hpp"

namespace krait::native::x64 {

namespace {

u32 nothing() { return exit_word(0, Reason::None, 0); }
u32 wrong_container() { return exit_word(0, Reason::Container, 0); }
constexpr i32 kItems = offsetof(ValueArray, items);

const Shape* shape_of(Container c) {
    switch (c) {
        case Container::List: return List::kType.shape();
        case Container::Tuple: return Tuple::kType.shape();
        case Container::Bytearray: return BytearrayObject::kType.shape();
        default: return BytesObject::kType.shape();
    }
}

i32 size_offset(Container c) {
    switch (c) {
        case Container::List: return offsetof(List, size_);
        case Container::Tuple: return offsetof(Tuple, size_);
        case Container::Bytearray: return offsetof(ByteStore, size_);
        default: return offsetof(BytesObject, size_);
    }
}

}  // namespace

// ---- Loops --------------------------------------------------------------------------------------

void Generator::begin_range(const Instruction& insn) {
    flush();
    as_.lea(rdi, slot(insn[1]));
    as_.lea(rsi, slot(insn[2]));
    as_.move(rdx, insn[3]);
    as_.move(rax, reinterpret_cast<u64>(&runtime::begin_range));
    as_.call(rax);
    as_.test_byte_rax();
    jump_if(ne, insn.target);
    as_.jump(leave_at(code_->start + insn.next, nothing()));
}

void Generator::for_iter(const Instruction& insn) {
    const u32 state = insn[2];
    if (!is_int(state) && keeps_registers(insn, *site_, kinds_)) return for_item(insn);
    if (!is_int(state)) {
        flush();
        call_runtime(reinterpret_cast<const void*>(&runtime::for_iter));
        Label item;
        as_.alu(Alu::Cmp, rax, 1, false);
        as_.jump(e, item);
        as_.jump(g, leave(nothing()));
        as_.test32(rax, rax);
        as_.jump(Condition::s, fails());
        jump_edge(insn.target);
        as_.place(item);
        return;
    }
    const Gpr left = use_int(state + 1, rcx, Reason::Operand1);
    as_.test(left, left);
    jump_if(e, insn.target);
    const Gpr now = use_int(state, rdx, Reason::Operand0);
    set_int(insn[1], now);
    // What comes behind the last item is never looked at, so it may overflow.
    as_.move(rax, now);
    const Gpr step = use_int(state + 2, rcx, Reason::Operand0);
    as_.alu(Alu::Add, rax, step);
    set_int(state, rax);
    const Gpr count = use_int(state + 1, rcx, Reason::Operand1);
    as_.move(rax, count);
    as_.alu(Alu::Sub, rax, 65536);
    set_int(state + 1, rax);
}

// The next item of a list or tuple.
void Generator::for_item(const Instruction& insn) {
    const Container kind = site_->container;
    const Gpr at = use_int(insn[2] + 1u, rcx, Reason::Operand1);
    as_.load(rax, slot(insn[2]));
    check_container(kind);
    as_.move(rdx, at);
    as_.shift(Shift::RightSigned, rdx, 16);
    as_.alu(Alu::Cmp, rdx, {rax, size_offset(kind)});
    jump_if(ae, insn.target);
    if (kind == Container::List) {
        as_.load(rax, {rax, offsetof(List, items_)});
        as_.load(rax, {rax, kItems, rdx, 3});
    } else {
        as_.load(rax, {rax, offsetof(Tuple, items_), rdx, 3});
    }
    set_boxed(insn[1], rax);
    as_.move(rax, at);
    as_.alu(Alu::Add, rax, 65536);
    set_int(insn[2] + 1u, rax);
}

// That rax is an object of this kind. rdx is free.
void Generator::check_container(Container kind) {
    as_.lea(rdx, {rax, -1});
    as_.shift(Shift::Right, rdx, 48);
    as_.jump(ne, leave(wrong_container()));
    compare_address({rax, 0}, shape_of(kind));
    as_.jump(ne, leave(wrong_container()));
}

// ---- Calls --------------------------------------------------------------------------------------

void Generator::call(const Instruction& insn) {
    flush();
    if (insn.op == Opcode::Call || insn.op == Opcode::CallMethod) {
        const u32 base = insn[2], count = insn[3];
        as_.load(rax, slot(base));
        as_.lea(r8, slot(base + 1));
        as_.move(rsi, count);
        if (insn.op == Opcode::CallMethod) {
            Label bound;
            as_.compare(slot(base + 1), 0);
            as_.move_no_flags(rsi, count + 1);
            as_.jump(ne, bound);
            as_.lea(r8, slot(base + 2));
            as_.move(rsi, count);
            as_.place(bound);
        }
        as_.move(rdx, insn[1]);
        as_.move(r11, reinterpret_cast<u64>(code_->start + insn.next));
        as_.call(plain_call_);
    }
    call_runtime(reinterpret_cast<const void*>(&runtime::call));
    as_.alu(Alu::Cmp, rax, i32{runtime::kLeave});
    as_.jump(a, enter_callee_);
    Label done;
    as_.alu(Alu::Cmp, rax, i32{runtime::kDone});
    as_.jump(e, done);
    as_.jump(b, fails());
    as_.move(rax, nothing());
    as_.jump(leave_);
    as_.place(done);
}

void Generator::result(const Instruction& insn) {
    // Frames that are more than plain ones are ended by the interpreter.
    as_.compare_byte({rbp, offsetof(Frame, flags)}, 0);
    as_.jump(ne, leave(nothing()));
    if (insn.op == Opcode::ReturnNone)
        as_.move(rax, reinterpret_cast<u64>(none().object()));
    else
        boxed(rax, insn[1]);
    as_.jump(return_);
}

// ---- Items --------------------------------------------------------------------------------------

// The container in rax, an index within it in rcx. rdx is free.
void Generator::item_place(u32 container, u32 index, i32 constant, bool has_constant,
                           Container kind) {
    Gpr at = rcx;
    if (!has_constant) at = use_int(index, rcx, Reason::Operand1);
    as_.load(rax, slot(container));
    check_container(kind);
    const Memory size{rax, size_offset(kind)};
    if (has_constant) {
        as_.move(rcx, static_cast<u64>(static_cast<i64>(constant)));
        if (constant < 0) as_.alu(Alu::Add, rcx, size);
    } else {
        as_.move(rcx, at);
        as_.shift(Shift::RightSigned, rcx, 16);
        Label positive;
        as_.test(rcx, rcx);
        as_.jump(ns, positive);
        as_.alu(Alu::Add, rcx, size);
        as_.place(positive);
    }
    as_.alu(Alu::Cmp, rcx, size);
    as_.jump(ae, leave(nothing()));
}

void Generator::get_item(const Instruction& insn) {
    if (!keeps_registers(insn, *site_, kinds_)) return general_step();
    const bool constant = insn.op == Opcode::GetItemInt;
    const Container kind = site_->container;
    store(insn[2]);
    item_place(insn[2], insn[3], insn.imm(3), constant, kind);
    if (kind == Container::Bytearray || kind == Container::Bytes) {
        if (kind == Container::Bytearray) {
            as_.load(rdx, {rax, offsetof(ByteStore, cell_)});
            as_.load_byte(rax, {rdx, offsetof(StoreCell, data), rcx});
        } else {
            as_.load_byte(rax, {rax, offsetof(BytesObject, data_), rcx});
        }
        as_.shift(Shift::Left, rax, 16);
        return set_int(insn[1], rax);
    }
    if (kind == Container::List) {
        as_.load(rax, {rax, offsetof(List, items_)});
        as_.load(rax, {rax, kItems, rcx, 3});
    } else {
        as_.load(rax, {rax, offsetof(Tuple, items_), rcx, 3});
    }
    set_boxed(insn[1], rax);
}

void Generator::set_item(const Instruction& insn) {
    const Container kind = site_->container;
    if (!keeps_registers(insn, *site_, kinds_)) return general_step();
    store(insn[1]);
    const u32 value = insn[3];
    (void)use_int(insn[2], rcx, Reason::Operand1);
    if (kind == Container::Bytearray) {
        const Gpr byte = use_int(value, rdx, Reason::None);
        as_.move(rax, byte);
        as_.shift(Shift::Right, rax, 24);
        as_.jump(ne, leave(nothing()));
        item_place(insn[1], insn[2], 0, false, kind);
        as_.load(rdx, {rax, offsetof(ByteStore, cell_)});
        if (places_[value].is_loaded) {
            as_.move(rax, gpr_of(value));
        } else {
            as_.load(rax, slot(value));
            as_.shift(Shift::Left, rax, 16);
        }
        as_.shift(Shift::Right, rax, 16);
        return as_.store_byte({rdx, offsetof(StoreCell, data), rcx}, rax);
    }
    Stub* marking = nullptr;
    if (!is_unboxed(kinds_[value])) {  // the collector must know of objects
        marking = &slow(reinterpret_cast<const void*>(&runtime::step));
        as_.compare_byte({r12, marking_at_}, 0);
        as_.jump(ne, marking->from);
    } else if (is_wordy(kinds_[value])) {
        store(value);
    }
    item_place(insn[1], insn[2], 0, false, kind);
    as_.load(rdx, {rax, offsetof(List, items_)});
    as_.lea(rdx, {rdx, kItems, rcx, 3});
    boxed_number(rax, value);
    as_.store({rdx, 0}, rax);
    if (marking) as_.place(marking->back);
}

// ---- Names and attributes -----------------------------------------------------------------------

void Generator::load_global(const Instruction& insn) {
    const InlineCache* cache = &static_cast<CacheArray*>(code_->caches)->items[insn.wide(2)];
    Stub& miss = slow(reinterpret_cast<const void*>(&runtime::step));
    as_.move(rcx, reinterpret_cast<u64>(cache));
    as_.load(rax, {rbp, offsetof(Frame, function)});
    as_.load(rax, {rax, offsetof(Function, globals)});
    as_.alu(Alu::Cmp, rax, {rcx, offsetof(InlineCache, key)});
    as_.jump(ne, miss.from);
    as_.load32(rdx, {rcx, offsetof(InlineCache, version)});
    as_.compare32(rdx, {rax, offsetof(Table, version)});
    as_.jump(ne, miss.from);
    as_.load(rax, {rcx, offsetof(InlineCache, target_bits)});
    Label constant;
    as_.compare16({rcx, offsetof(InlineCache, kind)}, InlineCache::kGlobalCell);
    as_.jump(ne, constant);
    as_.load(rax, {rax, 0});
    as_.place(constant);
    set_boxed(insn[1], rax);
    as_.place(miss.back);
}

// The object in rax and the cache in rcx, if they fit; its kind of location in edx.
void Generator::cache_hit(u32 object, u32 cache, Label& miss) {
    as_.load(rax, slot(object));
    as_.lea(rcx, {rax, -1});
    as_.shift(Shift::Right, rcx, 48);
    as_.jump(ne, miss);
    as_.move(rcx, reinterpret_cast<u64>(&static_cast<CacheArray*>(code_->caches)->items[cache]));
    as_.load(rdx, {rax, 0});
    as_.alu(Alu::Cmp, rdx, {rcx, offsetof(InlineCache, key)});
    as_.jump(ne, miss);
    as_.load(rdx, {rdx, offsetof(Shape, of)});
    as_.load32(rdx, {rdx, offsetof(Type, version)});
    as_.compare32(rdx, {rcx, offsetof(InlineCache, version)});
    as_.jump(ne, miss);
    as_.load_half(rdx, {rcx, offsetof(InlineCache, kind)});
}

void Generator::load_attr(const Instruction& insn) {
    store(insn[2]);
    Stub& miss = slow(reinterpret_cast<const void*>(&runtime::step));
    cache_hit(insn[2], insn.wide(3), miss.from);
    Label other, done;
    as_.alu(Alu::Cmp, rdx, static_cast<i32>(AttrLocation::Kind::Inline), false);
    as_.jump(ne, other);
    as_.load_half(rdx, {rcx, offsetof(InlineCache, offset)});
    as_.load(rax, {rax, 0, rdx});
    as_.store(slot(insn[1]), rax);
    as_.jump(done);
    as_.place(other);
    as_.alu(Alu::Cmp, rdx, static_cast<i32>(AttrLocation::Kind::Constant), false);
    as_.jump(ne, miss.from);
    as_.load(rax, {rcx, offsetof(InlineCache, target_bits)});
    as_.place(done);
    set_boxed(insn[1], rax);
    as_.place(miss.back);
}

void Generator::store_attr(const Instruction& insn) {
    store(insn[1]);
    const u32 value = insn[4];
    if (is_wordy(kinds_[value])) store(value);
    Stub& miss = slow(reinterpret_cast<const void*>(&runtime::step));
    cache_hit(insn[1], insn.wide(2), miss.from);
    // Adding an attribute also moves the object to the next shape.
    Label inline_slot;
    as_.compare_byte({r12, marking_at_}, 0);
    as_.jump(ne, miss.from);
    as_.alu(Alu::Cmp, rdx, static_cast<i32>(AttrLocation::Kind::Inline), false);
    as_.jump(e, inline_slot);
    as_.alu(Alu::Cmp, rdx, static_cast<i32>(AttrLocation::Kind::Add), false);
    as_.jump(ne, miss.from);
    as_.load(rdx, {rcx, offsetof(InlineCache, target_bits)});
    as_.store({rax, 0}, rdx);
    as_.place(inline_slot);
    as_.load_half(rdx, {rcx, offsetof(InlineCache, offset)});
    as_.lea(rdx, {rax, 0, rdx});
    boxed_number(rax, value);
    as_.store({rdx, 0}, rax);
    as_.place(miss.back);
}

void Generator::load_method(const Instruction& insn) {
    flush();
    Stub& miss = slow(reinterpret_cast<const void*>(&runtime::step));
    cache_hit(insn[2], insn.wide(3), miss.from);
    as_.alu(Alu::Cmp, rdx, static_cast<i32>(AttrLocation::Kind::Method), false);
    as_.jump(ne, miss.from);
    as_.load(rcx, {rcx, offsetof(InlineCache, target_bits)});
    as_.store(slot(insn[1] + 1u), rax);
    as_.store(slot(insn[1]), rcx);
    as_.place(miss.back);
}

}  // namespace krait::native::x64
