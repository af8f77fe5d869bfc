// CodeBuilder: the instructions, constants and tables of one code object in the making.
//
// Errors are sticky: when memory runs out, everything goes on without effect and finish() fails
// with the exception that is pending. Constants and names are Python objects and live in lists of
// the heap; the builder itself lives on the C stack, which keeps them alive.
//
// Jumps are 16 bits wide and registers 8. A function that outgrows that is emitted anew in the form
// that it needs: with is_wide conditional jumps go over a JumpWide.
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
    // What a function needs that is larger than most.
    struct Form {
        bool is_wide = false;  // jumps of 32 bits
        bool is_far = false;   // more registers than operands can name (far_registers.cpp)
    };
    // In far form the registers from here to kNearRegisters hold operands of one instruction.
    static constexpr u32 kScratch = 184;

    CodeBuilder(Interp& in, Arena& arena, Form form)
        : in_(in),
          arena_(arena),
          bytes_(arena),
          handlers_(arena),
          places_(arena),
          is_wide_(form.is_wide),
          is_far_(form.is_far) {}

    // Instructions. Operands in the order of the opcode table; Name operands are indexes of name().
    void emit(Opcode op) { put_opcode(op); }
    template <class... Operands>
    void emit(Opcode op, Operands... operands) {
        const i32 values[] = {static_cast<i32>(operands)...};
        if (is_far_) return emit_far(op, values);
        put_opcode(op);
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

    // A statement without instructions; `ends`: it ends what comes before, else it begins what
    // follows.
    void mark(const Node* node, bool ends);
    // The instructions that follow belong to no line.
    void nowhere();

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
    bool is_far() const { return is_far_; }
    // The form in which the function has to be emitted anew; the present one if it is fine.
    Form needed_form() const { return {is_wide_ || outgrown_, is_far_ || needs_far_}; }
    bool needs_other_form() const { return (outgrown_ && !is_wide_) || (needs_far_ && !is_far_); }
    void need_far() { needs_far_ = true; }
    // The program cannot be expressed: a SyntaxError at the place of the last at().
    void too_large(std::string_view message) {
        if (too_large_.empty() && !failed()) too_large_ = message;
        failed_ = true;
    }
    std::string_view complaint() const { return too_large_; }
    Position place() { return places_.size() ? places_.back().start : Position(); }
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
        enum Kind : u8 { Plain, Begins, Ends, Nowhere } kind = Plain;
    };

    // Results of an instruction that stand in scratch registers.
    struct FarStores {
        struct Item {
            u32 far, near;
        };
        Item items[kNearRegisters - kScratch];
        u32 count = 0;
        void add(u32 far, u32 near) { items[count++] = {far, near}; }
    };

    void bring_near(Opcode op, std::span<i32> values, FarStores& stores);
    void store_far(const FarStores& stores);
    void emit_far(Opcode op, std::span<const i32> operands);
    template <class... Operands>
    void put(Opcode op, Operands... operands) {
        put_opcode(op);
        const i32 values[] = {static_cast<i32>(operands)...};
        put_operands(op, values);
    }
    void put_opcode(Opcode op);
    void put_operands(Opcode op, std::span<const i32> values);
    void put_number(i64 value, u8 size);
    void put_jump(Opcode op, Label& target, std::span<const i32> operands);
    void put_near_jump(Opcode op, Label& target, std::span<const i32> operands);
    void put_target(Label& target, bool is_wide);
    void patch(u32 at, i64 distance, bool is_wide);
    void put_place(const Place& place);
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
    bool is_far_;
    bool keeps_positions_ = true;
    bool outgrown_ = false;
    bool needs_far_ = false;
    std::string_view too_large_;
    bool failed_ = false;
};

}  // namespace krait
