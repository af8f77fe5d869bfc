// The slow paths of the interpreter loop: functions that decode an instruction's operands again and
// do what the fast path could not. They return false with an exception pending.
#pragma once

#include "vm/vm.hpp"

namespace krait::slow {

// What a call led to.
enum class Outcome : u8 { Failed, Returned, Pushed };

// `regs` are the frame's registers, `pc` the instruction.
bool binary(Interp&, Value* regs, const u8* pc);      // Add .. RShift, Binary, Inplace...
bool binary_int(Interp&, Value* regs, const u8* pc);  // AddInt, SubInt and the in-place forms
bool unary(Interp&, Value* regs, const u8* pc);
bool compare(Interp&, Value* regs, const u8* pc);  // Lt .. Ge into a register
// The truth of a comparison for a jump; 1, 0, or -1: an exception is pending.
int compare_jump(Interp&, CompareOp op, Value a, Value b);
int truth_jump(Interp&, Value v);

bool load_global(Interp&, Frame*, const u8* pc);
bool store_global(Interp&, Frame*, const u8* pc);
bool delete_global(Interp&, Frame*, const u8* pc);
bool load_name(Interp&, Frame*, const u8* pc);
bool store_name(Interp&, Frame*, const u8* pc);
bool delete_name(Interp&, Frame*, const u8* pc);
bool load_name_or_free(Interp&, Frame*, const u8* pc);

// On Pushed the frame of a property's getter is to be run.
Outcome load_attr(Interp&, Frame*, const u8* pc);
bool store_attr(Interp&, Frame*, const u8* pc);
bool load_method(Interp&, Frame*, const u8* pc);
Value call_super(Interp&, const Value* base);  // base: super, the class (None: no cell), self
bool load_super_attr(Interp&, Frame*, const u8* pc);
bool load_super_method(Interp&, Frame*, const u8* pc);

bool get_item(Interp&, Value* regs, const u8* pc);
bool set_item(Interp&, Value* regs, const u8* pc);
bool slice_item(Interp&, Value* regs, const u8* pc);  // GetSlice, SetSlice
bool unpack(Interp&, Value* regs, const u8* pc);
bool unpack_starred(Interp&, Value* regs, const u8* pc);
bool unpack_list(Interp&, Value* regs, const u8* pc);
bool build(Interp&, Value* regs, const u8* pc);  // the Build… and container opcodes
bool format_value(Interp&, Value* regs, const u8* pc);
bool make_function(Interp&, Frame*, const u8* pc);
bool import(Interp&, Frame*, const u8* pc);  // ImportName, ImportFrom, ImportStar
bool intrinsic(Interp&, Frame*, const u8* pc);
bool match(Interp&, Frame*, const u8* pc);           // MatchKeys, MatchRest, MatchClass
bool exception(Interp&, Value* regs, const u8* pc);  // MatchException, MatchGroup, RegroupStar
bool with(Interp&, Frame*, const u8* pc);            // WithEnter, WithExit, AsyncWithEnter
bool unbound(Interp&, Frame*, const u8* pc);         // raises for CheckLocal, LoadCell, LoadFree
void raise(Interp&, Value exception, Value cause, bool has_cause);
bool raise_again(Interp&);  // false: there is none to raise, which is another error

// Calls. `args` may lie in the frame's registers. On Returned the result is in `result`; on Pushed
// the callee's frame is the VM's innermost one.
Outcome call(Interp&, Frame*, Value callee, const CallArgs& args, Value& result);
// Puts defaults behind the arguments of a simple call. False: there are too few or too many.
bool complete_window(const Function*, Value* window, u32 count);
Outcome call_spread(Interp&, Frame*, const u8* pc, Value& result);

// Where the exception at this offset is handled; null: nowhere in this code.
const Handler* find_handler(const Code*, u32 offset);

}  // namespace krait::slow
