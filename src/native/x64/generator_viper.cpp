// Viper: ints of a machine word, and memory behind pointers.
#include "bytecode/viper.hpp"
#include "native/runtime.hpp"
#include "native/x64/generator.hpp"
#include "objects/bytes.hpp"

namespace krait::native::x64 {

namespace {
u32 nothing() { return exit_word(0, Reason::None, 0); }
u32 wrong_container() { return exit_word(0, Reason::Container, 0); }
constexpr u8 kUnsigned = 128;
}  // namespace

bool Generator::viper(const Instruction& insn) {
    using enum Opcode;
    switch (insn.op) {
        case ViperConvert: {
            const auto to = static_cast<ViperType>(insn[3]);
            const Kind kind = kinds_[insn[2]];
            if (to == ViperType::Object || (to == ViperType::Int && kind == Kind::Int))
                return move(insn), true;
            if (!plan_viper(insn, *site_, kinds_)) return general_step(), true;
            if (!is_unboxed(kind)) (void)use_int(insn[2], rcx, Reason::Operand0);
            if (is_int(insn[2]) && to == ViperType::Int) return move(insn), true;
            set_word(insn[1], use_word(insn[2], rcx), to == ViperType::Uint);
            return true;
        }
        case ViperBinary: viper_binary(insn); return true;
        case ViperUnary: {
            if (!plan_viper(insn, *site_, kinds_)) return general_step(), true;
            const auto op = static_cast<UnaryOp>(insn[3] & ~kUnsigned);
            as_.move(rax, use_word(insn[2], rcx));
            if (op == UnaryOp::Neg) as_.negate(rax);
            if (op == UnaryOp::Invert) as_.invert(rax);
            set_word(insn[1], rax, insn[3] & kUnsigned);
            return true;
        }
        case ViperLoad: {
            if (!plan_viper(insn, *site_, kinds_)) return general_step(), true;
            const u8 width = insn[4] & 3;
            const Memory at = viper_place(insn, insn[2], insn[3], width);
            if (width == 0) as_.load_byte(rax, at);
            if (width == 1) as_.load_half(rax, at);
            if (width == 2) as_.load32(rax, at);
            set_word(insn[1], rax, false);
            return true;
        }
        case ViperStore: {
            if (!plan_viper(insn, *site_, kinds_) || site_->container == Container::Bytes)
                return general_step(), true;
            const u8 width = insn[4] & 3;
            const Memory at = viper_place(insn, insn[1], insn[2], width);
            const Gpr value = use_word(insn[3], rdx);
            if (width == 0) as_.store_byte(at, value);
            if (width == 1) as_.store_half(at, value);
            if (width == 2) as_.store32(at, value);
            return true;
        }
        default: return false;
    }
}

// The address in rax and an index, which may be in rcx, behind a look at the object's bounds.
Memory Generator::viper_place(const Instruction&, u32 pointer, u32 index, u8 width) {
    const bool constant = site_->container == Container::Bytes;
    const Gpr at = use_word(index, rcx);
    as_.load(rax, slot(pointer));
    as_.lea(rdx, {rax, -1});
    as_.shift(Shift::Right, rdx, 48);
    as_.jump(ne, leave(wrong_container()));
    compare_address({rax, 0},
                    constant ? BytesObject::kType.shape() : BytearrayObject::kType.shape());
    as_.jump(ne, leave(wrong_container()));
    const Memory size{rax, constant ? static_cast<i32>(offsetof(BytesObject, size_))
                                    : static_cast<i32>(offsetof(ByteStore, size_))};
    if (width == 0) {
        as_.alu(Alu::Cmp, at, size);
    } else {
        as_.load(rdx, size);
        as_.shift(Shift::Right, rdx, width);
        as_.alu(Alu::Cmp, at, rdx);
    }
    as_.jump(ae, leave(nothing()));
    if (constant) return {rax, offsetof(BytesObject, data_), at, width};
    as_.load(rax, {rax, offsetof(ByteStore, cell_)});
    return {rax, offsetof(StoreCell, data), at, width};
}

void Generator::viper_binary(const Instruction& insn) {
    if (!plan_viper(insn, *site_, kinds_)) return general_step();
    const auto op = static_cast<BinaryOp>(insn[4] & ~kUnsigned);
    const bool is_unsigned = insn[4] & kUnsigned;
    const Place second = places_[insn[3]];
    const bool is_shift = op == BinaryOp::LShift || op == BinaryOp::RShift;
    const Gpr x = use_word(insn[2], rcx);
    if (is_shift && second.is_constant && second.constant >= 0 && second.constant < 64) {
        as_.move(rax, x);
        as_.shift(op == BinaryOp::LShift ? Shift::Left
                  : is_unsigned          ? Shift::Right
                                         : Shift::RightSigned,
                  rax, static_cast<u8>(second.constant));
        return set_word(insn[1], rax, is_unsigned);
    }
    const bool simple = op == BinaryOp::Add || op == BinaryOp::Sub || op == BinaryOp::And ||
                        op == BinaryOp::Or || op == BinaryOp::Xor;
    const Alu code = op == BinaryOp::Add   ? Alu::Add
                     : op == BinaryOp::Sub ? Alu::Sub
                     : op == BinaryOp::And ? Alu::And
                     : op == BinaryOp::Or  ? Alu::Or
                                           : Alu::Xor;
    if (simple && second.is_constant) {
        as_.move(rax, x);
        as_.alu(code, rax, second.constant);
        return set_word(insn[1], rax, is_unsigned);
    }
    const Gpr y = use_word(insn[3], rdx);
    switch (op) {
        case BinaryOp::Mul:
            as_.move(rax, x);
            as_.multiply(rax, y);
            break;
        case BinaryOp::LShift:
        case BinaryOp::RShift: {
            Label fine;
            as_.move(rax, x);
            as_.move(rcx, y);
            as_.alu(Alu::Cmp, rcx, 63);
            as_.jump(be, fine);
            if (op == BinaryOp::RShift && !is_unsigned)
                as_.move(rcx, 63);
            else
                as_.move(rax, 0);
            as_.place(fine);
            as_.shift_by_cl(op == BinaryOp::LShift ? Shift::Left
                            : is_unsigned          ? Shift::Right
                                                   : Shift::RightSigned,
                            rax);
            break;
        }
        case BinaryOp::FloorDiv:
        case BinaryOp::Mod: viper_divide(op, x, y); break;
        default:
            if (!simple) {
                as_.jump(leave(nothing()));
                break;
            }
            as_.move(rax, x);
            as_.alu(code, rax, y);
    }
    set_word(insn[1], rax, is_unsigned);
}

// Rounded down, in rax. By 0 and -1 the interpreter divides.
void Generator::viper_divide(BinaryOp op, Gpr x, Gpr y) {
    as_.move(rax, x);
    as_.move(rcx, y);
    as_.lea(rdx, {rcx, 1});
    as_.alu(Alu::Cmp, rdx, 1);
    as_.jump(be, leave(nothing()));
    Label slow, done, exact;
    as_.move(rdx, rax);
    as_.alu(Alu::Or, rdx, rcx);
    as_.shift(Shift::Right, rdx, 32);
    as_.jump(ne, slow);
    as_.divide_unsigned32(rcx);
    if (op == BinaryOp::Mod) as_.move(rax, rdx);
    as_.jump(done);
    as_.place(slow);
    as_.sign_extend_rax();
    as_.divide(rcx);
    const bool wants_remainder = op == BinaryOp::Mod;
    as_.test(rdx, rdx);
    as_.jump(e, exact);
    if (wants_remainder) {
        as_.move(rax, rdx);
        as_.alu(Alu::Xor, rax, rcx);
        as_.jump(ns, exact);
        as_.alu(Alu::Add, rdx, rcx);
    } else {
        as_.alu(Alu::Xor, rdx, rcx);
        as_.jump(ns, exact);
        as_.alu(Alu::Sub, rax, 1);
    }
    as_.place(exact);
    if (wants_remainder) as_.move(rax, rdx);
    as_.place(done);
}

}  // namespace krait::native::x64
