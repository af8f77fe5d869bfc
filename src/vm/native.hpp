// What the interpreter's loop knows of machine code.
//
// Native code works on the frames and registers of the interpreter and keeps nothing else between
// instructions that it leaves at, so that control can go from one to the other at any instruction:
// - the loop enters where the code has an entry for an instruction: at the start of a function, at
//   the head of a loop, behind calls;
// - the code leaves by Exit::Continue, and the innermost frame says where to go on. That is what it
//   does whenever something comes that it was not made for: the interpreter does the instruction.
// While sys.settrace() is in force nothing enters.
#pragma once

#include "bytecode/code.hpp"

namespace krait {

struct Frame;

struct NativeCode : Object {
    static const BuiltinType kType;
    class NativeEngine* engine;
    u8* machine;
    usize machine_size;
    ByteArray* sites;  // what is known of the operands of each instruction (native/sites.hpp)
    u32 count;         // of entries: the size of the bytecode
    u32 entries[];     // by offset of the instruction; from `machine`, 0: none

    const u8* entry(u32 offset) const {
        return offset < count && entries[offset] ? machine + entries[offset] : nullptr;
    }
};

class NativeEngine {
  public:
    // Continue: at the pc of the innermost frame. Step: the same, and to be entered again behind
    // the one instruction there. Error: the instruction at the frame's pc has raised.
    enum class Exit : u8 { Continue, Error, Step };

    // A function with this code is being made. Without an exception: what cannot be compiled, for
    // want of memory or otherwise, is interpreted.
    virtual void compile(Code*) = 0;
    // Goes on with the innermost frame, at an entry of its code; the frame's pc is that place.
    virtual Exit run(Frame*, const u8* entry) = 0;
    // Called when the code is not needed any more.
    virtual void forget(NativeCode*) = 0;

  protected:
    ~NativeEngine() = default;
};

}  // namespace krait
