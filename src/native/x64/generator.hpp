// Machine code for x86-64 from the analysis of a function.
//
// Where values are. The interpreter's registers stay what they are: memory, at rbx. Beside that an
// int or float may stand unboxed in the machine register that the analysis gave to its virtual
// register (places_). It is dirty if memory does not have it. Whenever control leaves, and before
// anything is called, what is dirty is boxed and stored; so the outside world sees an ordinary
// frame.
//     Int          shifted left by 16, so that the processor's overflow is that of small ints
//     Word, Uword  plain, 64 bits
//     Float        in an SSE register
//
// Registers:
//     rbx the frame's registers; rbp the frame; r12 the interpreter; r13 the tag of ints;
//     r14 the offset of floats; rax, rcx, rdx, xmm0 to xmm2 for the moment; the others as the
//     analysis says
//
// Results are made in rax and moved when nothing can fail any more, for an instruction that is left
// to the interpreter begins anew.
#pragma once

#include "native/analysis.hpp"
#include "native/x64/assembler.hpp"
#include "vm/frame.hpp"

namespace krait {
class Interp;
}

namespace krait::native::x64 {

inline constexpr Gpr kIntRegisters[] = {rsi, rdi, r8, r9, r10, r11, r15};
inline constexpr u8 kFirstFloatRegister = 3, kFloatRegisters = 13;

// Makes the code that enters all other: Exit word (Frame*, const u8* machine, Interp*).
bool generate_entrance(Assembler& as);

class Generator {
  public:
    Generator(Interp& in, Arena& arena, Analysis& analysis, u32* entries);
    // False: no memory.
    bool run();
    const Assembler& code() const { return as_; }

  private:
    struct Place {
        bool is_loaded = false, is_dirty = false;
        bool is_constant = false;
        i32 constant = 0;
    };
    // A virtual register that is to be stored before control leaves.
    struct Saved {
        u8 reg;
        Kind kind;
    };
    // Code that stands behind the function: what rarely happens.
    struct Stub {
        enum Type : u8 { Leave, Error, Slow, Box } type;
        Label from;
        Label back;
        Label other;  // Slow, if it is a question: where to go on if the answer is kNo
        u32 first_saved, saved_count;
        const u8* pc;
        u32 exit;          // Leave: what is returned
        const void* call;  // Slow: the function; it answers as runtime::step does
        Gpr word;          // Box
        bool is_unsigned;
        bool is_question;
    };

    // ---- Blocks and edges (generator.cpp)
    void block(u32 index);
    void entry_point(Block& block);
    void instruction(const Instruction& insn);
    void forget_dead(const RegisterSet& live);
    bool wants_loaded(const Block& to, u32 r) const;
    bool edge_is_plain(Block& to);
    void edge(Block& to);
    void jump_edge(u32 offset);
    void jump_if(Condition c, u32 offset);
    void stubs();
    void stub(Stub& s);
    void common_code();
    void plain_call();

    // ---- Values (generator_values.cpp)
    Memory slot(u32 r) const { return {rbx, static_cast<i32>(r * 8)}; }
    Gpr gpr_of(u32 r) const { return kIntRegisters[analysis_.int_register(r)]; }
    Xmm xmm_of(u32 r) const {
        return static_cast<Xmm>(kFirstFloatRegister + analysis_.float_register(r));
    }
    bool has_gpr(u32 r) const { return analysis_.int_register(r) != kNoMachineRegister; }
    bool has_xmm(u32 r) const { return analysis_.float_register(r) != kNoMachineRegister; }
    bool is_int(u32 r) const { return kinds_[r] == Kind::Int; }
    // An operand of the kind that is expected, behind a guard if that is not known. `scratch`:
    // where it is put if it has no register.
    Gpr use_int(u32 r, Gpr scratch, Reason reason);
    Xmm use_float(u32 r, Kind expected, Xmm scratch, Reason reason);
    Gpr use_word(u32 r, Gpr scratch);  // an Int or a Word, unshifted
    void load_int(Gpr to, u32 r, Label& not_int);
    void load_float(Xmm to, u32 r, Label& not_float);
    // The boxed value of any register in rax or another.
    void boxed(Gpr to, u32 r);
    void boxed_number(Gpr to, u32 r);
    void box_int(Gpr to, Gpr from);
    void box_float(Gpr to, Xmm from);
    void box_word(Gpr from, bool is_unsigned);  // in rax
    void set_int(u32 r, Gpr from);              // unboxed
    void set_float(u32 r, Xmm from);
    void set_word(u32 r, Gpr from, bool is_unsigned);
    void set_boxed(u32 r, Gpr from);
    void set_object(u32 r, const Object* o);
    void set_bool(u32 r, Condition c);
    void drop(u32 r) { places_[r] = {}; }
    void store(u32 r);
    void flush();  // all dirty ones to memory, and none is in a register any more
    void compare_address(const Memory& m, const void* address);

    // ---- Leaving and calling (generator_values.cpp)
    Stub& new_stub(Stub::Type type);
    Label& leave(u32 exit_word);  // at this instruction
    Label& leave_at(const u8* pc, u32 exit_word);
    Label& fails();  // an exception is pending; memory is in order
    Stub& slow(const void* function);
    void call_runtime(const void* function);  // (Interp&, Frame*, pc); memory is in order
    void write_pc(const u8* pc);
    void general_step();

    // ---- Instructions
    void move(const Instruction& insn);
    void load_constant(u32 r, Value v);
    bool arithmetic(const Instruction& insn);
    void int_arithmetic(BinaryOp op, const Instruction& insn, bool immediate);
    void divide(BinaryOp op, Gpr a, Gpr b, u32 b_reg);
    void shift(BinaryOp op, Gpr a, Gpr b, u32 b_reg);
    void float_arithmetic(BinaryOp op, const Instruction& insn, const BinaryPlan& plan,
                          bool immediate);
    bool comparison(const Instruction& insn);
    void finish_comparison(const Instruction& insn, bool is_jump, bool jumps_if, Condition c,
                           bool is_float);
    void general_comparison(const Instruction& insn, bool is_jump, bool jumps_if);
    void negate(const Instruction& insn);
    void truth_jump(const Instruction& insn, bool jumps_if);
    void identity(const Instruction& insn);
    void begin_range(const Instruction& insn);
    void for_iter(const Instruction& insn);
    void for_item(const Instruction& insn);
    void check_container(Container kind);
    void loop(const Instruction& insn);
    void result(const Instruction& insn);
    void call(const Instruction& insn);
    void item_place(u32 container, u32 index, i32 constant, bool has_constant, Container kind);
    void get_item(const Instruction& insn);
    void set_item(const Instruction& insn);
    void load_global(const Instruction& insn);
    void load_attr(const Instruction& insn);
    void store_attr(const Instruction& insn);
    void load_method(const Instruction& insn);
    void cache_hit(u32 object, u32 cache, Label& miss);
    bool viper(const Instruction& insn);
    void viper_binary(const Instruction& insn);
    void viper_divide(BinaryOp op, Gpr x, Gpr y);
    Memory viper_place(const Instruction& insn, u32 pointer, u32 index, u8 width);

    Interp& in_;
    Arena& arena_;
    Analysis& analysis_;
    const Code* code_;
    u32* entries_;
    Assembler as_;
    Label* labels_ = nullptr;
    Kind* kinds_ = nullptr;
    Place* places_ = nullptr;
    Kind* kept_kinds_ = nullptr;
    Place* kept_places_ = nullptr;
    ArenaVector<Stub*> stubs_;
    Stub spare_{};  // when there is no memory
    ArenaVector<Saved> saved_;
    Label leave_, return_, preserving_, plain_call_, enter_callee_;
    const Instruction* insn_ = nullptr;
    const Site* site_ = nullptr;
    i32 frame_at_, safe_point_at_, marking_at_;  // in the interpreter
};

}  // namespace krait::native::x64
