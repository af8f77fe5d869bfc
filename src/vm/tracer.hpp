// The tracer: sys.settrace() and sys.setprofile().
//
// While one of the two is set, the loop dispatches through another table, in which every opcode
// leads to Tracer::instruction() first; while none is, nothing of this costs anything. The events
// are CPython's: `call` when a frame begins or a generator is resumed, `line` before the first
// instruction of a line and after a jump backwards, `opcode` where f_trace_opcodes asks for it,
// `return` before a frame is left or suspended, `exception` in each frame that one passes.
//
// A profile function is told of `call` and `return` of all frames, and of the built-in functions
// that Python code calls: `c_call` before, and `c_return` when the frame goes on behind it or
// `c_exception` when one arrives there instead.
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
    Value profile() const { return profile_; }
    Status set_profile(Value function);

    // Before an instruction. False: an exception is pending.
    bool instruction(Frame* frame, const u8* pc);
    // What a delegating generator yields goes out of its frame.
    bool yielded(Frame* frame, Value v);
    // The pending exception arrives in the frame; it leaves the frame.
    void exception(Frame* frame);
    void unwound(Frame* frame);

    void trace(Marker& m) {
        m.value(function_);
        m.value(profile_);
    }

  private:
    bool begin(Frame* frame, const u8* pc, FrameObject*& out);
    bool lines(FrameObject* f, const u8* pc);
    bool line(FrameObject* f, u32 number);
    bool tell_return(const Frame* frame, FrameObject* f, const u8* pc);
    bool tell(FrameObject* f, const Str* event, Value argument);
    Value call_untraced(Value function, FrameObject* f, const Str* event, Value argument);
    bool tell_profile(FrameObject* f, const Str* event, Value argument);
    bool end_builtin(FrameObject* f, const Str* event);
    bool profile_instruction(Frame* frame, FrameObject* f, const u8* pc);
    bool is_on() const { return bool(function_) || bool(profile_); }
    Status set(Value& function, Value to);
    FrameObject* seen(const Frame* frame) const;

    Interp& in_;
    Value function_, profile_;
    bool is_busy_ = false;
};

}  // namespace krait
