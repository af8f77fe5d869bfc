// The tracer: sys.settrace().
//
// While a trace function is set, the loop dispatches through another table, in which every opcode
// leads to Tracer::instruction() first; while none is, nothing of this costs anything. The events
// are CPython's: `call` when a frame begins or a generator is resumed, `line` before the first
// instruction of a line and after a jump backwards, `opcode` where f_trace_opcodes asks for it,
// `return` before a frame is left or suspended, `exception` in each frame that one passes.
//
// The trace function runs untraced. When it raises, tracing ends and its exception goes on.
#pragma once

#include "vm/frame.hpp"

namespace krait {

struct FrameObject;

class Tracer {
  public:
    explicit Tracer(Interp& in) : in_(in) {}

    Value function() const { return function_; }
    // Empty: no tracing.
    Status set_function(Value function);

    // Before an instruction. False: an exception is pending.
    bool instruction(Frame* frame, const u8* pc);
    // What a delegating generator yields goes out of its frame.
    bool yielded(Frame* frame, Value v);
    // The pending exception arrives in the frame; it leaves the frame.
    void exception(Frame* frame);
    void unwound(Frame* frame);

    void trace(Marker& m) { m.value(function_); }

  private:
    bool begin(Frame* frame, const u8* pc, FrameObject*& out);
    bool lines(FrameObject* f, const u8* pc);
    bool line(FrameObject* f, u32 number);
    bool tell(FrameObject* f, const Str* event, Value argument);
    FrameObject* traced(const Frame* frame) const;

    Interp& in_;
    Value function_;
    bool is_busy_ = false;
};

}  // namespace krait
