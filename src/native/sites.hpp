// What compiled code has learnt of an instruction's operands.
//
// Code is compiled before it has run, so types that do not follow from the code itself are guessed,
// and each guess is guarded. A guard that fails leaves a note here; when it has failed often
// enough, the function is compiled again by the notes.
#pragma once

#include "base/types.hpp"

namespace krait::native {

// What is known of a register's value. Word, Uword: an int of viper code, of a machine word.
enum class Kind : u8 { Unseen, Any, Int, Float, Word, Uword };

constexpr bool is_unboxed(Kind k) { return k >= Kind::Int; }
constexpr bool is_wordy(Kind k) { return k >= Kind::Word; }

// The containers that have code of their own.
enum class Container : u8 { List, Tuple, Bytearray, Bytes, Other };

// One for each byte of bytecode; those of the first byte of an instruction count.
struct Site {
    static constexpr u8 kPatience = 3, kMostFailures = 12;
    Kind expected[2];     // of the operands; Unseen: not known. Any: they vary
    Container container;  // of item accesses
    u8 failures;
    bool is_generic;  // no guess holds: the general function does it
};

// Why code was left, in what it returns.
enum class Reason : u8 { None, Operand0, Operand1, Overflow, Container, Header };

// What machine code returns: the exit (bits 0 to 3), the reason (4 to 7), a register (8 to 15).
constexpr u32 exit_word(u8 exit, Reason reason, u32 reg) {
    return exit | static_cast<u32>(reason) << 4 | reg << 8;
}

}  // namespace krait::native
