// Traceback objects: views of an exception's list of places, made when __traceback__ is read.
#include "core/bind.hpp"
#include "vm/frame_object.hpp"
#include "vm/traceback.hpp"

namespace krait {

namespace {

Traceback* self_of(Value v) { return as<Traceback>(v); }

const Value* place_of(const Traceback* t) { return t->places->begin() + t->at * kTracebackStride; }
Function* function_of(const Traceback* t) { return as<Function>(place_of(t)[0]); }
u32 offset_of(const Traceback* t) { return static_cast<u32>(place_of(t)[1].as_int()); }

Result<Traceback*> new_traceback(Interp& in, List* places, usize at, u32 repeats) {
    auto* t = KRAIT_TRY(in.make<Traceback>());
    t->places = places;
    t->at = static_cast<u32>(at);
    t->repeats = repeats;
    return t;
}

// The traceback that begins with place `at`; None behind the innermost one.
Value traceback_at(Interp& in, List* places, usize count) {
    if (count == 0) return none();
    const Value repeats = places->begin()[(count - 1) * kTracebackStride + 2];
    return KRAIT_TRY(new_traceback(in, places, count - 1, static_cast<u32>(repeats.as_int())));
}

void traceback_trace(Object* o, Marker& m) {
    auto* t = static_cast<Traceback*>(o);
    m.object(t->places);
    m.object(t->frame);
}

Value get_next(Interp& in, Value self) {
    const Traceback* t = self_of(self);
    if (t->repeats > 1) return KRAIT_TRY(new_traceback(in, t->places, t->at, t->repeats - 1));
    return traceback_at(in, t->places, t->at);
}

// The frame, if it still runs and somebody has asked for it before; else one that knows its place.
Value get_frame(Interp& in, Value self) {
    Traceback* t = self_of(self);
    if (t->frame) return t->frame;
    FrameObject* frame = nullptr;
    for (Frame* f = in.vm().frame(); f && !frame; f = f->caller)
        if (f->function == function_of(t)) frame = KRAIT_TRY(frame_object(in, f));
    if (!frame) frame = KRAIT_TRY(past_frame_object(in, function_of(t), offset_of(t)));
    in.heap().write(t->frame, frame);
    return frame;
}

i64 get_line(Traceback* t) { return position_at(function_of(t)->code, offset_of(t)).line; }
i64 get_lasti(Traceback* t) { return offset_of(t); }

Value traceback_compare(Interp&, CompareOp op, Value a, Value b) {
    if (!is<Traceback>(b) || (op != CompareOp::Eq && op != CompareOp::Ne)) return not_implemented();
    const Traceback *x = self_of(a), *y = self_of(b);
    const bool same = x->places == y->places && x->at == y->at && x->repeats == y->repeats;
    return from_bool(same == (op == CompareOp::Eq));
}

constexpr Slots kSlots{.compare = traceback_compare, .trace = traceback_trace};
constexpr Row kRows[] = {
    getter<"tb_frame", get_frame>,
    getter<"tb_lasti", get_lasti>,
    getter<"tb_lineno", get_line>,
    getter<"tb_next", get_next>,
};

Value show(Interp& in, List* places) {
    return traceback_at(in, places, places->size() / kTracebackStride);
}

// The places that a traceback shows, for an exception of its own.
Result<List*> take(Interp& in, Value v) {
    if (!is<Traceback>(v))
        return raise(in, kTypeError, "__traceback__ must be a traceback or None");
    const Traceback* t = self_of(v);
    List* places =
        KRAIT_TRY(new_list(in, t->places->span().first((t->at + usize{1}) * kTracebackStride)));
    places->begin()[t->at * kTracebackStride + 2] = Value::from_int(static_cast<isize>(t->repeats));
    return places;
}

}  // namespace

constinit const BuiltinType Traceback::kType{{.name = "traceback"_sym,
                                              .slots = &kSlots,
                                              .rows = kRows,
                                              .flags = kFinal | kAbstractBase,
                                              .size = sizeof(Traceback)}};

constinit const TracebackHooks kTracebackHooks{show, take};

}  // namespace krait
