#include "vm/frame_object.hpp"

#include "core/bind.hpp"
#include "vm/builtins.hpp"
#include "vm/import.hpp"

namespace krait {

namespace {

FrameObject* self_of(Value v) { return as<FrameObject>(v); }

void frame_trace(Object* o, Marker& m) {
    auto* f = static_cast<FrameObject*>(o);
    for (const Object* held :
         std::initializer_list<const Object*>{f->next, f->function, f->generator, f->back})
        m.object(held);
    m.value(f->trace);
    m.value(f->builtin);
}

Value frame_repr(Interp& in, Value self) {
    const FrameObject* f = self_of(self);
    const Code* code = f->function->code;
    return format_str(in, "<frame at {}, file '{}', line {}, code {}>", TextArg::address(f),
                      code->filename, f->current_line(), code->name)
        .take();
}

Value get_back(Interp& in, Value self) {
    FrameObject* f = self_of(self);
    if (!f->frame) return f->back ? Value(f->back) : none();
    if (!f->frame->caller) return none();
    return KRAIT_TRY(frame_object(in, f->frame->caller));
}

Value get_locals(Interp& in, Value self) {
    FrameObject* f = self_of(self);
    const Code* code = f->function->code;
    if (f->frame && !f->generator && !code->has(kModuleBody) && !code->has(kClassBody))
        return KRAIT_TRY(frame_locals(in, f->frame, f->is_cleared));
    if (f->frame) return KRAIT_TRY(frame_locals(in, f->frame, true));
    if (code->has(kModuleBody)) return f->function->globals;
    if (!f->generator || f->generator->state == GeneratorState::Finished)
        return KRAIT_TRY(new_dict(in));
    Frame suspended{};
    suspended.function = f->function;
    suspended.registers = f->generator->registers();
    return KRAIT_TRY(frame_locals(in, &suspended, true));
}

Value get_code(FrameObject* f) { return f->function->code; }
Value get_globals(FrameObject* f) { return f->function->globals; }
Value get_builtins(Interp& in, FrameObject*) {
    const Value module = KRAIT_TRY(import_module(in, mutable_name("builtins"_sym)));
    return KRAIT_TRY(module_dict(in, as<Module>(module)));
}
i64 get_lasti(FrameObject* f) { return f->current_offset(); }
Value get_lineno(Interp& in, Value self) {
    const u32 line = self_of(self)->current_line();
    return line ? new_int(in, line) : none();
}
Value get_trace(FrameObject* f) { return f->trace ? f->trace : none(); }
Status set_trace(Interp& in, FrameObject* f, Value v) {
    in.heap().write(f->trace, v && !is_none(v) ? v : Value());
    return kOk;
}
bool get_trace_lines(FrameObject* f) { return f->trace_lines; }
bool get_trace_opcodes(FrameObject* f) { return f->trace_opcodes; }
Status set_flag(Interp& in, bool& flag, Value v) {
    if (!v || !is_bool(v)) return raise(in, kTypeError, "attribute value type must be bool");
    flag = v == true_();
    return kOk;
}
Status set_trace_lines(Interp& in, FrameObject* f, Value v) {
    return set_flag(in, f->trace_lines, v);
}
Status set_trace_opcodes(Interp& in, FrameObject* f, Value v) {
    return set_flag(in, f->trace_opcodes, v);
}
// clear(): what a suspended generator holds goes; a call that is over holds nothing.
Status frame_clear(Interp& in, FrameObject* f) {
    if (f->frame) return raise(in, kRuntimeError, "cannot clear an executing frame");
    return f->generator ? generator_close(in, f->generator) : Status(kOk);
}

constexpr Slots kFrameSlots{.repr = frame_repr, .trace = frame_trace};
constexpr Row kFrameRows[] = {
    getter<"f_back", get_back>,
    getter<"f_builtins", get_builtins>,
    getter<"f_code", get_code>,
    getter<"f_globals", get_globals>,
    getter<"f_lasti", get_lasti>,
    getter<"f_lineno", get_lineno>,
    getter<"f_locals", get_locals>,
    getter<"f_trace", get_trace, set_trace>,
    getter<"f_trace_lines", get_trace_lines, set_trace_lines>,
    getter<"f_trace_opcodes", get_trace_opcodes, set_trace_opcodes>,
    def<"clear(self, /)", frame_clear>,
};

}  // namespace

constinit const BuiltinType FrameObject::kType{{.name = "frame"_sym,
                                                .slots = &kFrameSlots,
                                                .rows = kFrameRows,
                                                .flags = kFinal | kAbstractBase,
                                                .size = sizeof(FrameObject)}};

// A frame's pc is behind the instruction that it runs.
u32 FrameObject::current_offset() const {
    if (frame) return frame->pc == function->code->start ? 0 : frame->offset_of(frame->pc) - 1;
    if (!generator) return offset;
    return static_cast<u32>(generator->pc - function->code->start);
}

u32 FrameObject::current_line() const {
    if (is_calling && current_offset() == 0) return function->code->first_line;
    if (frame && line && (trace || is_calling)) return line;  // the tracer sees each instruction
    if (generator && generator->state == GeneratorState::Created) return function->code->first_line;
    return position_at(function->code, current_offset()).line;
}

Result<FrameObject*> past_frame_object(Interp& in, Function* function, u32 offset) {
    auto* f = KRAIT_TRY(in.make<FrameObject>());
    f->function = function;
    f->offset = offset;
    f->trace_lines = true;
    return f;
}

Result<FrameObject*> frame_object(Interp& in, Frame* frame) {
    Vm& vm = in.vm();
    if (frame->flags & kHasObject)
        if (FrameObject* there = vm.find_frame_object(frame)) return there;
    FrameObject* f = KRAIT_TRY(past_frame_object(in, frame->function, 0));
    f->frame = frame;
    if (frame->flags & kGeneratorFrame) f->generator = frame->generator();
    frame->flags |= kHasObject;
    vm.add_frame_object(f);
    return f;
}

Result<FrameObject*> generator_frame_object(Interp& in, Generator* generator) {
    for (Frame* frame = in.vm().frame(); frame; frame = frame->caller)
        if (frame->flags & kGeneratorFrame && frame->generator() == generator)
            return frame_object(in, frame);
    FrameObject* f = KRAIT_TRY(past_frame_object(in, generator->function, 0));
    f->generator = generator;
    return f;
}

void Vm::add_frame_object(FrameObject* f) {
    in_.heap().write(f->next, frame_objects_);
    in_.heap().write(frame_objects_, f);
}

FrameObject* Vm::find_frame_object(const Frame* frame) const {
    FrameObject* f = frame_objects_;
    while (f && f->frame != frame) f = f->next;
    return f;
}

// The call is over: the object keeps where it stood, and its caller if somebody knows that one.
void Vm::end_frame_object(const Frame* frame) {
    FrameObject** link = &frame_objects_;
    while (*link && (*link)->frame != frame) link = &(*link)->next;
    FrameObject* f = *link;
    if (!f) return;
    f->offset = f->current_offset();
    in_.heap().write(*link, f->next);
    f->next = nullptr;
    f->frame = nullptr;
    if (frame->caller && frame->caller->flags & kHasObject)
        in_.heap().write(f->back, find_frame_object(frame->caller));
}

}  // namespace krait
