// What machine code calls: the general form of each instruction, as the interpreter's loop does it.
//
// All registers are in memory when one of these is called. `pc` is the instruction.
#pragma once

#include "native/instruction.hpp"
#include "vm/vm.hpp"

namespace krait::native::runtime {

// True if step() knows the instruction.
bool knows(Opcode op);
// Runs it. kLeave: go on in the interpreter, where the innermost frame stands.
enum Outcome : u64 { kFailed = 0, kDone = 1, kLeave = 2 };
u64 step(Interp& in, Frame* frame, const u8* pc);
// Call and its relatives. Also the address of machine code to go on at, with the innermost frame.
u64 call(Interp& in, Frame* frame, const u8* pc);
bool is_call(Opcode op);

// A jump on the truth of a value.
enum Answer : u64 { kUnanswered = 0, kYes = 1, kNo = 2 };
u64 truth_of(Interp& in, Frame* frame, const u8* pc);
// For jumps: 1 or 0, or -1 with an exception pending.
int compare(Interp& in, Frame* frame, const u8* pc);
int compare_int(Interp& in, Frame* frame, const u8* pc);
// ForIter: 1 an item, 0 the end, -1 an exception, 2: a generator, which the interpreter runs.
int for_iter(Interp& in, Frame* frame, const u8* pc);
// BeginRange.
bool begin_range(Value* state, const Value* callee, u32 count);
// A word of viper code as an int object, which may be a big one; 0: MemoryError.
Word box_signed(Interp& in, Frame* frame, Word word);
Word box_unsigned(Interp& in, Frame* frame, Word word);

}  // namespace krait::native::runtime
