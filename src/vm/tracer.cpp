#include "vm/tracer.hpp"

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

Status Tracer::set_function(Value function) {
    function_ = function;
    in_.vm().trace_instructions(bool(function) && !is_busy_);
    if (!function) return kOk;
    // Generators that run now were resumed before; they are told from those resumed later by having
    // an object. (A frame of a call shows by its place that it has begun.)
    for (Frame* f = in_.vm().frame(); f; f = f->caller)
        if (f->flags & kGeneratorFrame) (void)KRAIT_TRY(frame_object(in_, f));
    return kOk;
}

// Calls the frame's trace function, or for `call` the global one. What it returns is the frame's
// trace function from then on.
bool Tracer::tell(FrameObject* f, const Str* event, Value argument) {
    const Value pending = in_.take_pending();
    const bool calls = f->is_calling;
    is_busy_ = true;
    in_.vm().trace_instructions(false);
    const Value arguments[] = {f, event, argument};
    const Value result = call(in_, calls ? function_ : f->trace, arguments);
    is_busy_ = false;
    if (!result) {
        f->trace = Value();
        function_ = Value();
        return false;
    }
    in_.vm().trace_instructions(bool(function_));
    in_.set_pending(pending);
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

bool Tracer::instruction(Frame* frame, const u8* pc) {
    if (!function_ || is_busy_) return true;
    FrameObject* f = nullptr;
    if (frame->flags & kHasObject) f = in_.vm().find_frame_object(frame);
    if (!f && !begin(frame, pc, f)) return false;
    if (!f->trace) return true;
    if (!lines(f, pc)) return false;
    if (f->trace && f->trace_opcodes && !tell(f, "opcode"_sym, none())) return false;
    if (!f->trace) return true;
    const Value* regs = frame->registers;
    switch (static_cast<Opcode>(*pc)) {
        case Opcode::Return: return tell(f, "return"_sym, regs[pc[1]]);
        case Opcode::ReturnNone: return tell(f, "return"_sym, none());
        case Opcode::Yield: return tell(f, "return"_sym, regs[pc[2]]);
        default: return true;
    }
}

FrameObject* Tracer::traced(const Frame* frame) const {
    if (!function_ || is_busy_ || !(frame->flags & kHasObject)) return nullptr;
    FrameObject* f = in_.vm().find_frame_object(frame);
    return f && f->trace ? f : nullptr;
}

bool Tracer::yielded(Frame* frame, Value v) {
    FrameObject* f = traced(frame);
    return !f || tell(f, "return"_sym, v);
}

void Tracer::exception(Frame* frame) {
    FrameObject* f = traced(frame);
    if (!f) return;
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
    if (FrameObject* f = traced(frame)) (void)tell(f, "return"_sym, none());
}

}  // namespace krait
