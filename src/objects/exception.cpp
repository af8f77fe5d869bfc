// BaseException and the classes of exceptions.def. Fields of single classes: exception_fields.cpp;
// groups: exception_group.cpp.
#include "objects/exception.hpp"

#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"
#include "objects/exception_rows.hpp"
#include "objects/type.hpp"

namespace krait {

namespace {

Exception* self_of(Value v) { return static_cast<Exception*>(v.object()); }

void exception_trace(Object* o, Marker& m) {
    auto* e = static_cast<Exception*>(o);
    m.object(e->args);
    m.value(e->cause);
    m.value(e->context);
    m.object(e->traceback);
    m.object(e->attributes);
}

// --- attributes ---

Tuple* exception_args(Exception* e) { return e->args; }
Status exception_set_args(Interp& in, Exception* e, Value v) {
    if (!v) return raise(in, kTypeError, "args may not be deleted");
    Tuple* args = KRAIT_TRY(tuple_from(in, v));
    in.heap().write(e->args, args);
    return kOk;
}

Value or_none(Value v) { return v ? v : none(); }

// Checks what is to be a cause or a context; empty stands for None.
Value chained(Interp& in, Value v, const char* what) {
    if (!v) return raise(in, kTypeError, "__{}__ may not be deleted", what);
    if (is_none(v) || is<Exception>(v)) return v;
    return raise(in, kTypeError, "exception {} must be None or derive from BaseException", what);
}

Value exception_cause(Exception* e) { return or_none(e->cause); }
Status exception_set_cause(Interp& in, Exception* e, Value v) {
    v = KRAIT_TRY(chained(in, v, "cause"));
    in.heap().write(e->cause, is_none(v) ? Value() : v);
    e->suppress_context = true;
    return kOk;
}

Value exception_context(Exception* e) { return or_none(e->context); }
Status exception_set_context(Interp& in, Exception* e, Value v) {
    v = KRAIT_TRY(chained(in, v, "context"));
    in.heap().write(e->context, is_none(v) ? Value() : v);
    return kOk;
}

bool exception_suppress(Exception* e) { return e->suppress_context; }
Status exception_set_suppress(Interp& in, Exception* e, Value v) {
    if (!v || !is_bool(v)) return raise(in, kTypeError, "attribute value type must be bool");
    e->suppress_context = v == true_();
    return kOk;
}

Value exception_traceback(Interp& in, Exception* e) {
    if (!e->traceback || !in.traceback_hooks()) return none();
    return in.traceback_hooks()->show(in, e->traceback);
}
Status exception_set_traceback(Interp& in, Exception* e, Value v) {
    if (!v) return raise(in, kTypeError, "__traceback__ may not be deleted");
    List* places = nullptr;
    if (!is_none(v)) {
        if (!in.traceback_hooks())
            return raise(in, kTypeError, "__traceback__ must be a traceback or None");
        places = KRAIT_TRY(in.traceback_hooks()->take(in, v));
    }
    in.heap().write(e->traceback, places);
    return kOk;
}

Value exception_with_traceback(Interp& in, Exception* self, Value traceback) {
    KRAIT_TRY(exception_set_traceback(in, self, traceback));
    return Value(self);
}

Status exception_add_note(Interp& in, Exception* self, Value note) {
    if (!is<Str>(note)) return raise(in, kTypeError, "note must be a str, not '{}'", type_of(note));
    return add_note(in, Value(self), as<Str>(note));
}

constexpr Row kRows[] = {
    getter<"args", exception_args, exception_set_args>,
    getter<"__cause__", exception_cause, exception_set_cause>,
    getter<"__context__", exception_context, exception_set_context>,
    getter<"__suppress_context__", exception_suppress, exception_set_suppress>,
    getter<"__traceback__", exception_traceback, exception_set_traceback>,
    def<"with_traceback(self, tb, /)", exception_with_traceback>,
    def<"add_note(self, note, /)", exception_add_note>,
};

constinit const Slots kSlots{.repr = exception_repr,
                             .str = exception_str,
                             .construct = exception_construct,
                             .init = exception_init,
                             .trace = exception_trace};

// What a class of exceptions.def has beside what it inherits.
struct Extras {
    const Slots* slots = &kNoSlots;
    std::span<const Row> rows = {};
};
template <FixedString Name>
constexpr Extras kExtras{};
template <>
constexpr Extras kExtras<"KeyError">{&kKeyErrorSlots};
template <>
constexpr Extras kExtras<"OSError">{&kOsErrorSlots, kOsErrorRows};
template <>
constexpr Extras kExtras<"SyntaxError">{&kSyntaxErrorSlots, kSyntaxErrorRows};
template <>
constexpr Extras kExtras<"ImportError">{&kImportErrorSlots, kImportErrorRows};
template <>
constexpr Extras kExtras<"AttributeError">{&kNamedErrorSlots, kAttributeErrorRows};
template <>
constexpr Extras kExtras<"NameError">{&kNamedErrorSlots, kNameErrorRows};
template <>
constexpr Extras kExtras<"StopIteration">{&kNoSlots, kStopIterationRows};
template <>
constexpr Extras kExtras<"SystemExit">{&kNoSlots, kSystemExitRows};
template <>
constexpr Extras kExtras<"UnicodeDecodeError">{&kUnicodeErrorSlots, kUnicodeErrorRows};
template <>
constexpr Extras kExtras<"UnicodeEncodeError">{&kUnicodeErrorSlots, kUnicodeErrorRows};
template <>
constexpr Extras kExtras<"BaseExceptionGroup">{&kGroupSlots, kGroupRows};

}  // namespace

constinit const BuiltinType Exception::kType{{.name = "BaseException"_sym,
                                              .slots = &kSlots,
                                              .rows = kRows,
                                              .flags = kExceptionType | kHasDict,
                                              .size = sizeof(Exception)}};

#define EXCEPTION(class_name, base_name)                                            \
    constinit const BuiltinType k##class_name{{.name = #class_name ""_sym,          \
                                               .base = &k##base_name,               \
                                               .slots = kExtras<#class_name>.slots, \
                                               .rows = kExtras<#class_name>.rows,   \
                                               .flags = kExceptionType | kHasDict,  \
                                               .size = sizeof(Exception),           \
                                               .layout = &Exception::kType}};
#include "core/exceptions.def"
EXCEPTION(ExceptionGroup, BaseExceptionGroup)
#undef EXCEPTION

Value exception_construct(Interp& in, const Type* cls, const CallArgs& args) {
    const Interp::Emergency emergency(in);
    auto* e = KRAIT_TRY(make_instance<Exception>(in, cls));
    e->args = KRAIT_TRY(exception_arguments(in, std::span(args.values, args.positional)));
    return Value(e);
}

Status exception_init(Interp& in, Value self, const CallArgs& args) {
    if (args.named > 0)
        return raise(in, kTypeError, "{}() takes no keyword arguments", type_of(self));
    Exception* e = self_of(self);
    const auto values = std::span(args.values, args.positional);
    if (std::ranges::equal(e->args->span(), values)) return kOk;
    Tuple* tuple = KRAIT_TRY(exception_arguments(in, values));
    in.heap().write(e->args, tuple);
    return kOk;
}

Value exception_repr(Interp& in, Value self) {
    const Tuple* args = self_of(self)->args;
    StrBuilder out(in);
    KRAIT_TRY(out.append(type_of(self)->name));
    if (args->size() == 1) {
        KRAIT_TRY(out.append("("));
        KRAIT_TRY(out.append_repr((*args)[0]));
        KRAIT_TRY(out.append(")"));
    } else if (args->size() == 0) {
        KRAIT_TRY(out.append("()"));
    } else {
        KRAIT_TRY(out.append_repr(Value(args)));
    }
    return out.finish().take();
}

Value exception_str(Interp& in, Value self) {
    const Tuple* args = self_of(self)->args;
    if (args->size() == 0) return Value(""_sym);
    if (args->size() == 1) return to_str(in, (*args)[0]).take();
    return repr(in, Value(args)).take();
}

Value exception_field(Interp& in, Exception* e, const Str* name, usize index) {
    if (Value v = own_attr_get(in, e, name)) return v;
    return index < e->args->size() ? (*e->args)[index] : none();
}

Status add_note(Interp& in, Value exception, Str* note) {
    Value notes = KRAIT_TRY(find_attr(in, exception, "__notes__"_sym));
    if (is_done(notes)) {
        notes = Value(KRAIT_TRY(new_list(in)));
        KRAIT_TRY(set_attr(in, exception, "__notes__"_sym, notes));
    }
    if (!is<List>(notes)) return raise(in, kTypeError, "Cannot add note: __notes__ is not a list");
    return list_append(in, as<List>(notes), Value(note));
}

}  // namespace krait
