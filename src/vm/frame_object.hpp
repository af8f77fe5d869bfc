// Frames as Python sees them: sys._getframe(), traceback.tb_frame, generator.gi_frame, and what a
// trace function gets.
//
// Frame records live on the stack of frames and are gone when a call ends. A FrameObject is made
// when somebody asks for one. While its call runs it refers to the record (which then has
// kHasObject set) and stands in the Vm's list; when the call ends, pop_frame() takes it out of
// there and it keeps the place where the call stood. Frames of generators refer to the generator,
// whose registers outlive the record.
//
// Differs from CPython: f_locals of a call is complete only if the call began while tracing was on,
// or is a generator's, or its code mentions locals(); registers are not cleared at calls, so of
// others only the parameters are known to be theirs. It is always a fresh dict.
#pragma once

#include "vm/vm.hpp"

namespace krait {

struct FrameObject : Object {
    static const BuiltinType kType;
    Frame* frame;       // null: the call is over, or suspended
    FrameObject* next;  // in the list of those whose call runs
    Function* function;
    Generator* generator;  // null: it is none's
    FrameObject* back;     // once the call is over: its caller's object, if there was one
    Value trace;           // f_trace; empty: none
    Value builtin;         // that the frame calls, as the profile function was told; empty: none
    u32 offset;            // an instruction byte, once the call is over
    u32 line;              // that the tracer has seen last; 0: none
    u32 traced;            // offset of the instruction that the tracer has seen last
    bool trace_lines, trace_opcodes;
    bool jumped;      // the last instruction that the tracer has seen was a plain jump
    bool is_cleared;  // all registers were emptied when the call began
    bool is_calling;  // the tracer tells of the call

    u32 current_offset() const;
    u32 current_line() const;
};

// The object of a frame that runs; made if need be.
Result<FrameObject*> frame_object(Interp&, Frame* frame);
// The same for a place in a function that was left already.
Result<FrameObject*> past_frame_object(Interp&, Function* function, u32 offset);
// The frame of a generator: running, suspended or not begun.
Result<FrameObject*> generator_frame_object(Interp&, Generator* generator);

// A traceback: a place in an exception's list of places (traceback.hpp), seen from the outermost.
struct Traceback : Object {
    static const BuiltinType kType;
    List* places;
    FrameObject* frame;  // made when asked for
    u32 at;              // the index of the place in the list
    u32 repeats;         // how often the place is still to be shown, this time included
};

}  // namespace krait
