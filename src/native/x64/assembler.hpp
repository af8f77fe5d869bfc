// Bytes of x86-64 machine code, as much of it as the generator uses.
//
// All branches have 32 bits. A label that is not placed yet keeps a chain of the branches to it, in
// the places where their distances will stand.
#pragma once

#include "compiler/arena_vector.hpp"

namespace krait::native::x64 {

// NOLINTBEGIN(readability-identifier-naming): the names of the processor's manual.
enum Gpr : u8 { rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15 };
enum Xmm : u8 { xmm0, xmm1, xmm2, xmm3 };  // up to 15: by number

// Conditions, as the processor numbers them; c ^ 1 is the opposite.
enum Condition : u8 { o, no, b, ae, e, ne, be, a, s, ns, p, np, l, ge, le, g };
// NOLINTEND(readability-identifier-naming)
constexpr Condition opposite(Condition c) { return static_cast<Condition>(c ^ 1); }

// Operations that take two operands, by their place in the opcode map.
enum class Alu : u8 { Add = 0, Or = 1, And = 4, Sub = 5, Xor = 6, Cmp = 7 };
enum class Shift : u8 { Left = 4, Right = 5, RightSigned = 7 };
enum class Sse : u8 { Sqrt = 0x51, Add = 0x58, Mul = 0x59, Sub = 0x5c, Div = 0x5e };

struct Memory {
    Gpr base;
    i32 offset = 0;
    Gpr index = rsp;  // rsp: none
    u8 scale = 0;     // log2
};

struct Label {
    static constexpr u32 kUnplaced = ~u32{0};
    u32 place = kUnplaced;
    u32 chain = 0;  // 0: none; else 1 + the place of a distance to be filled in
};

class Assembler {
  public:
    explicit Assembler(Arena& arena) : bytes_(arena) {}
    u32 here() const { return bytes_.size(); }
    const u8* data() const { return &bytes_[0]; }

    void place(Label& label);
    void jump(Label& label);
    void jump(Condition c, Label& label);
    void call(Label& label);
    void jump_to(Gpr r) { op_r(0xff, 4, r, false); }
    void call(Gpr r) { op_r(0xff, 2, r, false); }
    void ret() { byte(0xc3); }
    void push(Gpr r);
    void pop(Gpr r);

    void move(Gpr to, Gpr from) {
        if (to != from) op_rr(0x89, from, to, true);
    }
    void move(Gpr to, u64 value);  // may change flags
    void move_no_flags(Gpr to, u32 value) {
        rex(0, 0, to, false, false);
        byte(0xb8u | (to & 7u));
        word(value);
    }
    void load(Gpr to, const Memory& m) { op_m(0x8b, to, m, true); }
    void load32(Gpr to, const Memory& m) { op_m(0x8b, to, m, false); }
    void load_byte(Gpr to, const Memory& m) { op_m(0x0fb6, to, m, false); }
    void load_half(Gpr to, const Memory& m) { op_m(0x0fb7, to, m, false); }
    void store(const Memory& m, Gpr from) { op_m(0x89, from, m, true); }
    void store32(const Memory& m, Gpr from) { op_m(0x89, from, m, false); }
    void store_half(const Memory& m, Gpr from);
    void store_byte(const Memory& m, Gpr from) { op_m(0x88, from, m, false, true); }
    void store(const Memory& m, i32 value) {  // sign-extended to 64 bits
        op_m(0xc7, 0, m, true);
        word(static_cast<u32>(value));
    }
    void lea(Gpr to, const Memory& m) { op_m(0x8d, to, m, true); }

    void alu(Alu op, Gpr to, Gpr from) { op_rr(static_cast<u8>(op) << 3 | 1, from, to, true); }
    void alu(Alu op, Gpr to, i32 value, bool wide = true);
    void alu(Alu op, Gpr to, const Memory& m) { op_m(static_cast<u8>(op) << 3 | 3, to, m, true); }
    void compare(const Memory& m, i32 value);  // 64 bits
    void compare32(const Memory& m, i32 value);
    void compare32(Gpr r, const Memory& m) { op_m(0x3b, r, m, false); }
    void compare16(const Memory& m, i16 value);
    void compare_byte(const Memory& m, u8 value);
    void test(Gpr a, Gpr b) { op_rr(0x85, b, a, true); }
    void test32(Gpr a, Gpr b) { op_rr(0x85, b, a, false); }
    void test_byte_rax() {
        byte(0x84);
        byte(0xc0);
    }
    void shift(Shift op, Gpr r, u8 count);
    void shift_by_cl(Shift op, Gpr r) { op_r(0xd3, static_cast<u8>(op), r, true); }
    void multiply(Gpr to, Gpr from) { op_rr(0x0faf, to, from, true); }
    void negate(Gpr r) { op_r(0xf7, 3, r, true); }
    void invert(Gpr r) { op_r(0xf7, 2, r, true); }
    void divide(Gpr by) { op_r(0xf7, 7, by, true); }  // rdx:rax, signed
    // edx:eax, where edx is emptied before, by the lower half of `by`.
    void divide_unsigned32(Gpr by) {
        op_rr(0x31, rdx, rdx, false);
        op_r(0xf7, 6, by, false);
    }
    void sign_extend_rax() {
        byte(0x48);
        byte(0x99);
    }

    void load(Xmm to, const Memory& m) { sse_m(0xf2, 0x10, to, m); }
    void store(const Memory& m, Xmm from) { sse_m(0xf2, 0x11, from, m); }
    void move(Xmm to, Xmm from) {
        if (to != from) sse(0, 0x28, to, from, false);
    }
    void move_bits(Xmm to, Gpr from) { sse(0x66, 0x6e, to, from, true); }
    void move_bits(Gpr to, Xmm from) { sse(0x66, 0x7e, from, to, true); }
    void sse_op(Sse op, Xmm to, Xmm from) { sse(0xf2, static_cast<u8>(op), to, from, false); }
    void compare(Xmm x, Xmm y) { sse(0x66, 0x2e, x, y, false); }
    void convert(Xmm to, Gpr from) { sse(0xf2, 0x2a, to, from, true); }
    void xor_bits(Xmm to, Xmm from) { sse(0x66, 0x57, to, from, false); }

  private:
    void byte(u32 b) { (void)bytes_.push(static_cast<u8>(b)); }
    void word(u32 w) {
        for (int i = 0; i < 32; i += 8) byte(w >> i);
    }
    void opcode(u32 op) {
        if (op > 0xff) byte(op >> 8);
        byte(op & 0xff);
    }
    void op_rr(u32 op, u8 reg, u8 rm, bool wide);
    void op_r(u32 op, u8 extension, Gpr rm, bool wide) { op_rr(op, extension, rm, wide); }
    void op_m(u32 op, u8 reg, const Memory& m, bool wide, bool byte_reg = false);
    void operand(u8 reg, const Memory& m);
    void rex(u8 reg, u8 index, u8 base, bool wide, bool always);
    void sse(u8 prefix, u8 op, u8 reg, u8 rm, bool wide);
    void sse_m(u8 prefix, u8 op, u8 reg, const Memory& m);
    void distance(Label& label);

    ArenaVector<u8> bytes_;
};

}  // namespace krait::native::x64
