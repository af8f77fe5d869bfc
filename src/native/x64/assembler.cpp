#include "native/x64/assembler.hpp"

namespace krait::native::x64 {

void Assembler::place(Label& label) {
    label.place = here();
    for (u32 at = label.chain; at;) {
        u8* field = &bytes_[at - 1];
        u32 next;
        std::memcpy(&next, field, 4);
        const u32 distance = here() - (at - 1 + 4);
        std::memcpy(field, &distance, 4);
        at = next;
    }
    label.chain = 0;
}

void Assembler::distance(Label& label) {
    if (label.place != Label::kUnplaced) return word(label.place - (here() + 4));
    const u32 at = here() + 1;
    word(label.chain);
    label.chain = at;
}

void Assembler::jump(Label& label) {
    byte(0xe9);
    distance(label);
}

void Assembler::jump(Condition c, Label& label) {
    byte(0x0f);
    byte(0x80 | c);
    distance(label);
}

void Assembler::call(Label& label) {
    byte(0xe8);
    distance(label);
}

void Assembler::push(Gpr r) {
    if (r >= 8) byte(0x41);
    byte(0x50 | (r & 7));
}

void Assembler::pop(Gpr r) {
    if (r >= 8) byte(0x41);
    byte(0x58 | (r & 7));
}

void Assembler::rex(u8 reg, u8 index, u8 base, bool wide, bool always) {
    const u32 bits =
        (wide ? 8u : 0u) | (reg >> 3 & 1u) << 2 | (index >> 3 & 1u) << 1 | (base >> 3 & 1u);
    if (bits || always) byte(0x40 | bits);
}

void Assembler::op_rr(u32 op, u8 reg, u8 rm, bool wide) {
    rex(reg, 0, rm, wide, false);
    opcode(op);
    byte(0xc0u | (reg & 7u) << 3 | (rm & 7u));
}

void Assembler::operand(u8 reg, const Memory& m) {
    const u32 r = (reg & 7u) << 3;
    const bool has_index = m.index != rsp, is_short = m.offset == static_cast<i8>(m.offset);
    const u32 mode = is_short ? 0x40 : 0x80;
    if (has_index || (m.base & 7) == rsp) {
        byte(mode | r | 4);
        byte(static_cast<u32>(m.scale) << 6 | (m.index & 7u) << 3 | (m.base & 7u));
    } else {
        byte(mode | r | (m.base & 7u));
    }
    if (is_short)
        byte(static_cast<u8>(m.offset));
    else
        word(static_cast<u32>(m.offset));
}

void Assembler::op_m(u32 op, u8 reg, const Memory& m, bool wide, bool byte_reg) {
    rex(reg, m.index == rsp ? 0 : m.index, m.base, wide, byte_reg);
    opcode(op);
    operand(reg, m);
}

void Assembler::store_half(const Memory& m, Gpr from) {
    byte(0x66);
    op_m(0x89, from, m, false);
}

void Assembler::move(Gpr to, u64 value) {
    if (value == 0) {
        op_rr(0x31, to, to, false);
    } else if (value <= 0xffff'ffff) {
        rex(0, 0, to, false, false);
        byte(0xb8u | (to & 7u));
        word(static_cast<u32>(value));
    } else if (static_cast<i64>(value) == static_cast<i32>(value)) {
        op_rr(0xc7, 0, to, true);
        word(static_cast<u32>(value));
    } else {
        rex(0, 0, to, true, false);
        byte(0xb8u | (to & 7u));
        word(static_cast<u32>(value));
        word(static_cast<u32>(value >> 32));
    }
}

void Assembler::alu(Alu op, Gpr to, i32 value, bool wide) {
    const bool is_short = value == static_cast<i8>(value);
    op_rr(is_short ? 0x83 : 0x81, static_cast<u8>(op), to, wide);
    if (is_short)
        byte(static_cast<u8>(value));
    else
        word(static_cast<u32>(value));
}

void Assembler::compare(const Memory& m, i32 value) {
    op_m(0x81, 7, m, true);
    word(static_cast<u32>(value));
}

void Assembler::compare32(const Memory& m, i32 value) {
    op_m(0x81, 7, m, false);
    word(static_cast<u32>(value));
}

void Assembler::compare16(const Memory& m, i16 value) {
    byte(0x66);
    op_m(0x81, 7, m, false);
    byte(static_cast<u8>(value));
    byte(static_cast<u8>(value >> 8));
}

void Assembler::compare_byte(const Memory& m, u8 value) {
    op_m(0x80, 7, m, false);
    byte(value);
}

void Assembler::shift(Shift op, Gpr r, u8 count) {
    op_rr(0xc1, static_cast<u8>(op), r, true);
    byte(count);
}

void Assembler::sse(u8 prefix, u8 op, u8 reg, u8 rm, bool wide) {
    if (prefix) byte(prefix);
    rex(reg, 0, rm, wide, false);
    byte(0x0f);
    byte(op);
    byte(0xc0u | (reg & 7u) << 3 | (rm & 7u));
}

void Assembler::sse_m(u8 prefix, u8 op, u8 reg, const Memory& m) {
    byte(prefix);
    rex(reg, m.index == rsp ? 0 : m.index, m.base, false, false);
    byte(0x0f);
    byte(op);
    operand(reg, m);
}

}  // namespace krait::native::x64
