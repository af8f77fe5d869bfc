#include "vm/tracer.hpp"

#include "core/bound_method.hpp"
#include "vm/frame_object.hpp"
#include "vm/vm.hpp"

namespace krait {

namespace {

// What stands before the first statement of a function.
bool is_prologue(Opcode op) {
    return op == Opcode::MakeCell || op == Opcode::ClearLocals || op == Opcode::ClearFar;
}

// Jumps belong to no line of their own: what counts is where they lead.
bool is_jump(Opcode op) {
    return op == Opcode::Jump || op == Opcode::JumpWide || op == Opcode::Loop ||
           op == Opcode::LoopWide;
}

}  // namespace

Status Tracer::set_function(Value function) { return set(function_, function); }
Status Tracer::set_profile(Value function) { return set(profile_, function); }

Status Tracer::set(Value& function, Value to) {
    function = to;
    in_.vm().trace_instructions(is_on() && !is_busy_);
    if (!to) return kOk;
    // Generators that run now were resumed before; they are told from those resumed later by having
    // an object. (A frame of a call shows by its place that it has begun.)
    for (Frame* f = in_.vm().frame(); f; f = f->caller)
        if (f->flags & kGeneratorFrame) (void)KRAIT_TRY(frame_object(in_, f));
    return kOk;
}

// Empty: it raised.
Value Tracer::call_untraced(Value function, FrameObject* f, const Str* event, Value argument) {
    const Value pending = in_.take_pending();
    is_busy_ = true;
    in_.vm().trace_instructions(false);
    const Value arguments[] = {f, event, argument};
    const Value result = call(in_, function, arguments);
    is_busy_ = false;
    if (result) in_.set_pending(pending);
    return result;
}

// Calls the profile function. False: it raised, which is its end.
bool Tracer::tell_profile(FrameObject* f, const Str* event, Value argument) {
    const bool fine = bool(call_untraced(profile_, f, event, argument));
    if (!fine) profile_ = Value();
    in_.vm().trace_instructions(is_on());
    return fine;
}

// The built-in function that the frame was calling, if any, has come to its end.
bool Tracer::end_builtin(FrameObject* f, const Str* event) {
    const Value builtin = f->builtin;
    f->builtin = Value();
    return !builtin || !profile_ || tell_profile(f, event, builtin);
}

// Calls the frame's trace function, or for `call` the global one. What it returns is the frame's
// trace function from then on.
bool Tracer::tell(FrameObject* f, const Str* event, Value argument) {
    const Value result = call_untraced(f->is_calling ? function_ : f->trace, f, event, argument);
    if (!result) {
        f->trace = Value();
        function_ = Value();
    }
    in_.vm().trace_instructions(is_on());
    if (!result) return false;
    if (!is_none(result)) in_.heap().write(f->trace, result);
    return true;
}

// The first instruction that is seen of a frame.
bool Tracer::begin(Frame* frame, const u8* pc, FrameObject*& out) {
    const Code* code = frame->code();
    const bool resumed = frame->flags & kGeneratorFrame;
    const bool fresh = pc == code->start;
    if (fresh && !resumed) {
        const u32 kept = std::max<u32>(code->parameter_count(), code->has(kClassBody) ? 1 : 0);
        if (code->registers > kept)
            std::fill(frame->registers + kept, frame->registers + code->registers, Value());
    }
    auto made = frame_object(in_, frame);
    if (!made) return false;
    FrameObject* f = out = made.take();
    f->is_cleared = fresh;
    if (!fresh && !resumed) return true;  // it had begun when tracing began
    if (!fresh) f->line = position_at(code, frame->offset_of(pc) - 1).line;
    f->traced = frame->offset_of(pc);
    f->builtin = Value();
    if (profile_ && !tell_profile(f, "call"_sym, none())) return false;
    if (!function_) return true;
    f->is_calling = true;
    const bool ok = tell(f, "call"_sym, none());
    f->is_calling = false;
    return ok;
}

bool Tracer::line(FrameObject* f, u32 number) {
    f->line = number;
    return !f->trace || !f->trace_lines || tell(f, "line"_sym, none());
}

// Tells of the lines that begin with the instruction: statements without instructions of their own
// (pass, try) and its own line, if it is another than the last or control came back to it.
bool Tracer::lines(FrameObject* f, const u8* pc) {
    const Code* code = f->function->code;
    const auto offset = static_cast<u32>(pc - code->start);
    const u32 before = f->traced;
    const Opcode op = static_cast<Opcode>(*pc);
    const LineEntry entry = line_entry_at(code, offset);
    const bool follows = f->jumped || offset == before ||
                         before + info_of(static_cast<Opcode>(code->start[before])).size == offset;
    if (offset == entry.start)
        for (u32 i = 0; i < entry.mark_count; ++i)
            if ((!entry.marks[i].ends || follows) && !line(f, entry.marks[i].line)) return false;
    f->jumped = is_jump(op);
    if ((is_jump(op) && !entry.ends) || (is_prologue(op) && f->line == 0)) return true;
    f->traced = offset;
    if (entry.line == 0 || (entry.line == f->line && offset > before)) return true;
    if (entry.line == f->line && f->line != 0 && offset == before) return true;
    return line(f, entry.line);
}

// Whether calling it runs a built-in function.
static bool is_builtin_call(Value callee) {
    const BoundMethod* method = as_if<BoundMethod>(callee);
    return is<Builtin>(method ? method->function : callee);
}

bool Tracer::profile_instruction(Frame* frame, FrameObject* f, const u8* pc) {
    const Value* regs = frame->registers;
    switch (static_cast<Opcode>(*pc)) {
        case Opcode::Return: return tell_profile(f, "return"_sym, regs[pc[1]]);
        case Opcode::ReturnNone: return tell_profile(f, "return"_sym, none());
        case Opcode::Yield: return tell_profile(f, "return"_sym, regs[pc[2]]);
        case Opcode::Call:
        case Opcode::CallMethod:
        case Opcode::CallKw:
        case Opcode::CallMethodKw:
        case Opcode::CallSpread: break;
        default: return true;
    }
    const Value callee = regs[pc[2]];
    if (!is_builtin_call(callee)) return true;
    in_.heap().write(f->builtin, callee);
    return tell_profile(f, "c_call"_sym, callee);
}

// The trace function's `return`, if the instruction is one.
bool Tracer::tell_return(const Frame* frame, FrameObject* f, const u8* pc) {
    const Value* regs = frame->registers;
    switch (static_cast<Opcode>(*pc)) {
        case Opcode::Return: return tell(f, "return"_sym, regs[pc[1]]);
        case Opcode::ReturnNone: return tell(f, "return"_sym, none());
        case Opcode::Yield: return tell(f, "return"_sym, regs[pc[2]]);
        default: return true;
    }
}

bool Tracer::instruction(Frame* frame, const u8* pc) {
    if (!is_on() || is_busy_) return true;
    FrameObject* f = nullptr;
    if (frame->flags & kHasObject) f = in_.vm().find_frame_object(frame);
    if (!f && !begin(frame, pc, f)) return false;
    if (f->builtin && !end_builtin(f, "c_return"_sym)) return false;
    if (!f->trace || !function_) return !profile_ || profile_instruction(frame, f, pc);
    if (!lines(f, pc)) return false;
    if (f->trace && f->trace_opcodes && !tell(f, "opcode"_sym, none())) return false;
    if (f->trace && !tell_return(frame, f, pc)) return false;
    return !profile_ || profile_instruction(frame, f, pc);
}

FrameObject* Tracer::seen(const Frame* frame) const {
    if (!is_on() || is_busy_ || !(frame->flags & kHasObject)) return nullptr;
    return in_.vm().find_frame_object(frame);
}

bool Tracer::yielded(Frame* frame, Value v) {
    FrameObject* f = seen(frame);
    if (f && f->trace && function_ && !tell(f, "return"_sym, v)) return false;
    return !f || !profile_ || tell_profile(f, "return"_sym, v);
}

void Tracer::exception(Frame* frame) {
    FrameObject* f = seen(frame);
    if (!f || !end_builtin(f, "c_exception"_sym) || !f->trace || !function_) return;
    const Value e = in_.take_pending();
    Value traceback = get_attr(in_, e, mutable_name("__traceback__"_sym));
    if (!traceback) {
        (void)in_.take_pending();
        traceback = none();
    }
    const Value parts[] = {Value(type_of(e)), e, traceback};
    const Result<Tuple*> argument = new_tuple(in_, parts);
    if (!argument) (void)in_.take_pending();
    in_.set_pending(e);
    if (argument) (void)tell(f, "exception"_sym, argument.take());
}

void Tracer::unwound(Frame* frame) {
    FrameObject* f = seen(frame);
    if (f && f->trace && function_ && !tell(f, "return"_sym, none())) return;
    if (f && profile_) (void)tell_profile(f, "return"_sym, none());
}

}  // namespace krait
