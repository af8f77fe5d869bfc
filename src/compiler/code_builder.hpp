// CodeBuilder: the instructions, constants and tables of one code object in the making.
//
// Errors are sticky: when memory runs out, everything goes on without effect and finish() fails
// with the exception that is pending. Constants and names are Python objects and live in lists of
// the heap; the builder itself lives on the C stack, which keeps them alive.
//
// Jumps are 16 bits wide. When a function outgrows that, finish() asks for it to be emitted anew
// with is_wide: then conditional jumps go over a JumpWide.
#pragma once

#include "bytecode/code.hpp"
#include "compiler/arena_vector.hpp"
#include "compiler/ast.hpp"
#include "core/interp.hpp"

namespace krait {

using Register = u32;
constexpr Register kNoRegister = ~0u;

// A place to jump to; bound once, jumped to from any number of places before and after.
struct Label {
    static constexpr u32 kUnbound = ~0u;
    u32 offset = kUnbound;
    struct Use {
        u32 at;    // of the operand
        u32 from;  // the instruction behind, to which the jump is relative
        bool is_wide;
        Use* next;
    };
    Use* uses = nullptr;
    u32 handlers = kUnbound;  // the newest handler that leads here and waits for the offset
    bool is_bound() const { return offset != kUnbound; }
};

class CodeBuilder {
  public:
    CodeBuilder(Interp& in, Arena& arena, bool is_wide)
        : in_(in),
          arena_(arena),
          bytes_(arena),
          handlers_(arena),
          places_(arena),
          is_wide_(is_wide) {}

    // Instructions. Operands in the order of the opcode table; Name operands are indexes of name().
    void emit(Opcode op) { put_opcode(op); }
    template <class... Operands>
    void emit(Opcode op, Operands... operands) {
        put_opcode(op);
        const i32 values[] = {static_cast<i32>(operands)...};
        put_operands(op, values);
    }
    // A jump: the operands before the target.
    template <class... Operands>
    void jump(Opcode op, Label& target, Operands... operands) {
        const i32 values[] = {static_cast<i32>(operands)..., 0};
        put_jump(op, target, {values, sizeof...(operands)});
    }
    void bind(Label& label);

    u32 offset() const { return bytes_.size(); }
    // The instructions that follow come from here.
    void at(const Node* node);
    void at(Position start, u32 end_column);  // end_column 0: on another line

    // Index of an equal constant, made if need be. Equal means: same type and value, bit for bit.
    u32 constant(Value v);
    // Index of a fresh site for the name. Each use has its own inline cache.
    u32 name(Str* name);
    Str* text(std::string_view text);  // an interned string
    Str* text(const Name* name) { return text(name->text); }
    void load_constant(Register dst, Value v);
    void load_int(Register dst, i64 i);

    // The range [start, now) is guarded. Inner ranges must be added before those around them.
    void add_handler(u32 start, u32 end, Label& target, Register exception);

    void drop_positions() { keeps_positions_ = false; }

    void fail() { failed_ = true; }
    bool failed() const { return failed_ || arena_.failed(); }
    bool outgrown() const { return outgrown_; }
    Interp& interp() { return in_; }

    // Puts the prologue before everything else: locals that have to be emptied at entry.
    void prepend_clear(std::span<const u8> registers);

    // Fills in instructions, constants, names, handlers and positions.
    Status finish(Code* code);

  private:
    struct PendingHandler {
        u32 start, end;
        u32 target;
        Register exception;
        u32 next;  // that waits for the same label
    };
    struct Place {
        u32 offset;
        Position start;
        u16 end_column;
    };

    void put_opcode(Opcode op);
    void put_operands(Opcode op, std::span<const i32> values);
    void put_number(i64 value, u8 size);
    void put_jump(Opcode op, Label& target, std::span<const i32> operands);
    void put_target(Label& target, bool is_wide);
    void patch(u32 at, i64 distance, bool is_wide);
    Status finish_positions(Code* code);
    Status finish_handlers(Code* code);
    bool same_constant(Value a, Value b) const;

    Interp& in_;
    Arena& arena_;
    ArenaVector<u8> bytes_;
    ArenaVector<PendingHandler> handlers_;
    ArenaVector<Place> places_;
    List* constants_ = nullptr;
    List* names_ = nullptr;
    u32 shifted_ = 0;  // bytes of the prologue
    bool is_wide_;
    bool keeps_positions_ = true;
    bool outgrown_ = false;
    bool failed_ = false;
};

}  // namespace krait
