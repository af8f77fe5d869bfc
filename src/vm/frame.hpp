// Frames and the stack they live on.
//
// The stack of an interpreter is a chain of segments. In a segment, registers grow upwards from the
// start and Frame records grow downwards from the end; it is full when they meet. A callee's
// registers begin where the caller put the arguments, so plain calls copy nothing. A full segment
// gets a successor (arguments are then copied); segments never move, so pointers to registers stay
// valid while their frame lives. One spare segment is kept, so that a loop that calls across the
// border does not allocate each time.
//
// Generators keep their registers in their own object; only the Frame record of a running one is on
// the stack.
//
// Differs from DESIGN decision 7 ("one contiguous stack"): a stack that moves when it grows would
// need every pointer into it to be re-based, those held by C++ callers too.
#pragma once

#include "vm/function.hpp"

namespace krait {

struct Generator;

enum FrameFlag : u8 {
    kEntryFrame = 1,      // returns to C++
    kInitFrame = 2,       // an __init__: the caller gets the instance, not what it returns
    kGeneratorFrame = 4,  // runs `generator`
    kNewSegment = 8,      // the first frame of its segment
    kForIterFrame = 16,   // a generator run by ForIter: its end is a jump in the caller
    kDelegateFrame = 32,  // a generator run by YieldFrom: what it yields, the caller yields
    kFarFrame = 64,       // has variables behind its temporaries
    kHasObject = 128,     // Python knows it (frame_object.hpp)
};

// Callees of these begin at the top of the stack: the arguments are not the last registers.
constexpr u8 kNoWindow = kGeneratorFrame | kFarFrame;

struct Frame {
    Frame* caller;
    const u8* pc;  // while a callee runs: the next instruction
    Value* registers;
    Value* top;  // the first free Value of the stack above this frame
    Function* function;
    Object* owner;  // the Generator of generator frames, the instance of __init__ frames
    u32 depth;
    u8 result;  // the caller's register that receives the result
    u8 flags;

    Generator* generator() const { return reinterpret_cast<Generator*>(owner); }
    Code* code() const { return function->code; }
    // The offset of an instruction byte of the call (or whatever runs) for tables of positions.
    u32 offset_of(const u8* at) const { return static_cast<u32>(at - function->code->start); }
};

// A stretch of stack: Values from `items`, Frames from its end.
struct StackSegment : Object {
    static const BuiltinType kType;
    StackSegment* previous;
    usize capacity;  // Values
    Value items[];
    Frame* frames_end() { return reinterpret_cast<Frame*>(items + capacity); }
};

}  // namespace krait
