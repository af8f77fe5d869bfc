// Vm: the stack of frames and the interpreter loop.
//
// The loop runs Python to Python calls without recursing on the C stack. C++ that calls Python
// (a sort key, __eq__ of a dict's keys) enters the loop anew, guarded by Interp::check_stack().
//
// Each thread has a stack of its own (core/thread_state.hpp) and its own activation of the loop.
//
// Invariant: frame() is the innermost frame, also while the loop runs; `frame()->top` is the first
// free Value of the stack. Whoever enters the loop anew builds on that.
#pragma once

#include "core/interp.hpp"
#include "core/slicing.hpp"
#include "vm/attr_cache.hpp"
#include "vm/generator.hpp"
#include "vm/tracer.hpp"

namespace krait {

struct FrameObject;
class NativeEngine;

class Vm final : private RootSource {
  public:
    // Becomes the interpreter's VM for as long as it lives. The port makes one behind each Interp.
    explicit Vm(Interp& in);
    ~Vm();
    Vm(const Vm&) = delete;

    // Calls a Python function from C++.
    Value call_function(Function* function, const CallArgs& args);
    // Runs a module's or class body's code, or exec()'s. `locals`: the namespace for register 0 of
    // a class-body code, else ignored (may be empty).
    Value run_code(Code* code, Dict* globals, Value locals, Tuple* closure = nullptr);
    // Goes on with a suspended generator; `thrown` not empty: raise it there. As generator_send().
    Value resume(Generator* generator, Value sent, Value thrown);

    // The innermost Python frame; null: none.
    Frame* frame() const { return in_.thread().frame; }
    // The namespace of globals of the innermost frame; null if none runs.
    Dict* globals() const { return frame() ? frame()->function->globals : nullptr; }
    // The n-th frame outwards, generators included; null if there are fewer.
    Frame* frame_at(usize n) const;

    // What the last `next` that ended in done() left: a generator's return value.
    void set_stop_value(Value v) { in_.set_stop_value(v); }
    Value take_stop_value() { return in_.take_stop_value(); }

    // For the loop's slow paths: a frame at the top of the stack, with room for at least `count`
    // registers. Null: an exception is pending. The frame's pc is the code's start.
    Frame* push_frame(Function* function, u32 count);
    // The frame of a call with any arguments, bound to parameters.
    Frame* push_call(Function* function, const CallArgs& args);
    // The same with `self` in front of the arguments.
    Frame* push_bound(Function* function, Value self, const CallArgs& args);
    // The frame that goes on with the generator; its pc is where it stands.
    Frame* push_generator(Generator* generator);
    void pop_frame();
    // A suspended generator's handled exception goes out of force, or comes into it again.
    void exchange_handled(Generator* generator);
    // A handler of the innermost frame begins: what leave_handler() needs to end it.
    Value enter_handler(Value exception);
    void leave_handler(Value saved);

    AttrCache& attr_cache() { return attr_cache_; }
    // A slice object for the moment (slow::slice_item); null if it is in use.
    Slice* take_spare_slice() {
        Slice* slice = spare_slice_;
        spare_slice_ = nullptr;
        return slice;
    }
    void keep_spare_slice(Slice* slice) {
        slice->start = slice->stop = slice->step = Value();
        spare_slice_ = slice;
    }

    // For a function that collects because Python has called it by this name. Temporaries are taken
    // and given back like a stack, so those of the innermost frame above the call's arguments are
    // left over from before: they are emptied. And if the loop has called the function itself, C++
    // code since the loop was entered holds nothing that registers do not hold: gives the place
    // from where the C stack is to be scanned. Else null.
    const void* prepare_collect(const Str* name);

    // The objects of frames that run (frame_object.hpp).
    void add_frame_object(FrameObject* f);
    FrameObject* find_frame_object(const Frame* frame) const;

    // sys.settrace() (tracer.hpp); the tracer says whether it wants to see each instruction.
    Tracer& tracer() { return tracer_; }
    void trace_instructions(bool wanted) { labels_ = tables_[wanted ? 1 : plain_table_]; }
    bool traces_instructions() const { return labels_ == tables_[1]; }

    // What compiles functions to machine code; null: nothing does.
    NativeEngine* native() const { return native_; }
    void set_native(NativeEngine* engine) { native_ = engine; }
    // From now on there is machine code to be entered.
    void use_native() {
        plain_table_ = 2;
        if (labels_ == tables_[0]) labels_ = tables_[2];
    }

    u32 max_depth() const { return max_depth_; }
    const u32* max_depth_address() const { return &max_depth_; }  // for machine code
    void set_max_depth(u32 depth) { max_depth_ = depth; }

  private:
    void trace_roots(Marker&) override;
    Value enter(Frame* entry, bool throwing);
    Value run(Frame* entry, bool throwing);
    Frame* make_frame(Function* function, u32 values);
    bool grow_stack(usize values);
    static void trace_stack(const ThreadState& thread, Marker& m);
    void end_frame_object(const Frame* frame);

    Interp& in_;
    // The loop's jump tables (plain, traced, with entries into machine code), and the one in use.
    const void* const* tables_[3] = {};
    const void* const* labels_ = nullptr;
    u8 plain_table_ = 0;  // the one without tracing
    NativeEngine* native_ = nullptr;
    FrameObject* frame_objects_ = nullptr;
    Tracer tracer_;
    Slice* spare_slice_ = nullptr;
    u32 max_depth_ = ~0u;
    AttrCache attr_cache_;
};

// The traceback: notes that the exception passed through this place.
void add_traceback(Interp&, Value exception, Function* function, u32 offset);

}  // namespace krait
