// Function objects: attributes, calling, binding.
#include "vm/function.hpp"

#include "core/bind.hpp"
#include "core/bound_method.hpp"
#include "vm/frame_object.hpp"

namespace krait {

namespace {

Function* self_of(Value v) { return as<Function>(v); }

void function_trace(Object* o, Marker& m) {
    auto* f = static_cast<Function*>(o);
    for (const Object* held : std::initializer_list<const Object*>{
             f->code, f->caches, f->globals, f->defaults, f->keyword_defaults, f->closure, f->name,
             f->qualname, f->annotations, f->attributes})
        m.object(held);
    m.value(f->doc);
    m.value(f->module);
}

Value function_repr(Interp& in, Value self) {
    return format_str(in, "<function {} at {}>", self_of(self)->qualname,
                      TextArg::address(self.object()))
        .take();
}

Value function_call(Interp& in, Value self, const CallArgs& args) {
    return in.vm().call_function(self_of(self), args);
}

Value function_descr_get(Interp& in, Value self, Value instance, const Type*) {
    if (!instance) return self;
    return KRAIT_TRY(new_bound_method(in, self, instance));
}

Value get_name(Interp&, Value self) { return self_of(self)->name; }
Value get_qualname(Interp&, Value self) { return self_of(self)->qualname; }
// Native code cannot be looked into, nor its name be changed; so it is here, where it is bytecode.
bool is_native(Value self) { return self_of(self)->code->has(kNative); }
Value get_code(Interp& in, Value self) {
    if (is_native(self)) return raise_no_attribute(in, self, "__code__"_sym);
    return self_of(self)->code;
}
Value get_globals(Interp&, Value self) { return self_of(self)->globals; }
Value or_none(const Object* o) { return o ? Value(o) : none(); }
Value get_defaults(Interp&, Value self) { return or_none(self_of(self)->defaults); }
Value get_kwdefaults(Interp&, Value self) { return or_none(self_of(self)->keyword_defaults); }
Value get_closure(Interp&, Value self) { return or_none(self_of(self)->closure); }
Value get_doc(Interp&, Value self) {
    const Function* f = self_of(self);
    return f->doc ? f->doc : or_none(f->code->doc);
}
Value get_module(Interp&, Value self) {
    const Function* f = self_of(self);
    if (f->module) return f->module;
    Value name = dict_get(f->globals, "__name__"_sym);
    return name ? name : none();
}
Value get_annotations(Interp& in, Value self) {
    Function* f = self_of(self);
    if (!f->annotations) in.heap().write(f->annotations, KRAIT_TRY(new_dict(in)));
    return f->annotations;
}
Value get_dict(Interp& in, Value self) {
    Function* f = self_of(self);
    if (!f->attributes) in.heap().write(f->attributes, KRAIT_TRY(new_dict(in)));
    return f->attributes;
}

Status set_text(Interp& in, Str*& slot, Value v, std::string_view what) {
    if (!v || !is<Str>(v)) return raise(in, kTypeError, "{} must be set to a string object", what);
    in.heap().write(slot, as<Str>(v));
    return kOk;
}
Status set_name(Interp& in, Value self, Value v) {
    if (is_native(self)) return raise(in, kAttributeError, "readonly attribute");
    return set_text(in, self_of(self)->name, v, "__name__");
}
// What runs or stands suspended in a function takes its code from there: when that changes, it goes
// on in a copy of the function as it was.
struct Move {
    Interp& in;
    Function *from, *to;

    void frames(const ThreadState& thread) const {
        for (Frame* f = thread.frame; f; f = f->caller)
            if (f->function == from) f->function = to;
    }
    static void visit(Object* o, void* context) {
        const auto* self = static_cast<Move*>(context);
        const Type* type = o->type();
        Function** function = nullptr;
        if (type == &FrameObject::kType) function = &static_cast<FrameObject*>(o)->function;
        if (type == &Generator::kType || type == &Coroutine::kType ||
            type == &AsyncGenerator::kType)
            function = &static_cast<Generator*>(o)->function;
        if (function && *function == self->from) self->in.heap().write(*function, self->to);
    }
};

Status set_code(Interp& in, Value self, Value v) {
    Function* f = self_of(self);
    if (!v || !is_exact<Code>(v) || is_native(self))
        return raise(in, kTypeError, "__code__ must be set to a code object");
    Code* code = as<Code>(v);
    const usize held = f->closure ? f->closure->size() : 0;
    if (code->free_count != held)
        return raise(in, kValueError, "{}() requires a code object with {} free vars, not {}",
                     f->name, held, u32{code->free_count});
    CacheArray* caches = KRAIT_TRY(code_caches(in, code));
    Function* as_it_was = KRAIT_TRY(new_function(in, f->code, f->globals));
    for (auto part : {&Function::defaults, &Function::closure})
        in.heap().write(as_it_was->*part, f->*part);
    in.heap().write(as_it_was->keyword_defaults, f->keyword_defaults);
    Move move{in, f, as_it_was};
    move.frames(in.thread());
    for (ThreadState* s = in.first_parked(); s; s = Interp::next_parked(s)) move.frames(*s);
    in.heap().for_each(Move::visit, &move);
    in.heap().write(f->code, code);
    in.heap().write(f->caches, caches);
    return kOk;
}
Status set_qualname(Interp& in, Value self, Value v) {
    return set_text(in, self_of(self)->qualname, v, "__qualname__");
}
Status set_doc(Interp& in, Value self, Value v) {
    in.heap().write(self_of(self)->doc, v ? v : none());
    return kOk;
}
Status set_module(Interp& in, Value self, Value v) {
    in.heap().write(self_of(self)->module, v ? v : none());
    return kOk;
}
template <class T>
Status set_or_none(Interp& in, T*& slot, Value v, std::string_view what) {
    if (!v || is_none(v)) {
        slot = nullptr;
        return kOk;
    }
    if (!is<T>(v)) return raise(in, kTypeError, "{}", what);
    in.heap().write(slot, as<T>(v));
    return kOk;
}
Status set_defaults(Interp& in, Value self, Value v) {
    return set_or_none(in, self_of(self)->defaults, v,
                       "__defaults__ must be set to a tuple object");
}
Status set_kwdefaults(Interp& in, Value self, Value v) {
    return set_or_none(in, self_of(self)->keyword_defaults, v,
                       "__kwdefaults__ must be set to a dict object");
}
Status set_annotations(Interp& in, Value self, Value v) {
    return set_or_none(in, self_of(self)->annotations, v,
                       "__annotations__ must be set to a dict object");
}
Status set_dict(Interp& in, Value self, Value v) {
    if (!v || !is<Dict>(v))
        return raise(in, kTypeError, "__dict__ must be set to a dictionary, not a '{}'",
                     v ? TextArg::type_name(v) : TextArg("nothing"));
    in.heap().write(self_of(self)->attributes, as<Dict>(v));
    return kOk;
}

// function(code, globals, name=None, argdefs=None, closure=None): what types.FunctionType makes.
Status check_closure(Interp& in, const Code* code, Value closure) {
    if (is_none(closure) ? code->free_count > 0 : !is_exact<Tuple>(closure))
        return raise(in, kTypeError,
                     code->free_count ? "arg 5 (closure) must be tuple"
                                      : "arg 5 (closure) must be None or tuple");
    const usize given = is_none(closure) ? 0 : as<Tuple>(closure)->size();
    if (given != code->free_count)
        return raise(in, kValueError, "{} requires closure of length {}, not {}", code->name,
                     u32{code->free_count}, given);
    for (usize i = 0; i < given; ++i)
        if (!is_exact<Cell>((*as<Tuple>(closure))[i]))
            return raise(in, kTypeError, "arg 5 (closure) expected cell, found {}",
                         TextArg::type_name((*as<Tuple>(closure))[i]));
    return kOk;
}

Value function_construct(Interp& in, const Type*, const CallArgs& args) {
    Value code, globals, name, defaults, closure;
    KRAIT_TRY((parse_args<"(code, globals, name=None, argdefs=None, closure=None)">(
        in, "function"_sym, args, code, globals, name, defaults, closure)));
    if (!is_exact<Code>(code))
        return raise(in, kTypeError, "function() argument 'code' must be code, not {}",
                     TextArg::type_name(code));
    if (!is<Dict>(globals))
        return raise(in, kTypeError, "function() argument 'globals' must be dict, not {}",
                     TextArg::type_name(globals));
    if (!is_none(name) && !is<Str>(name))
        return raise(in, kTypeError, "arg 3 (name) must be None or string");
    if (!is_none(defaults) && !is<Tuple>(defaults))
        return raise(in, kTypeError, "arg 4 (defaults) must be None or tuple");
    KRAIT_TRY(check_closure(in, as<Code>(code), closure));
    Function* f = KRAIT_TRY(new_function(in, as<Code>(code), as<Dict>(globals)));
    if (is<Str>(name)) in.heap().write(f->name, as<Str>(name));
    if (is<Tuple>(defaults)) in.heap().write(f->defaults, as<Tuple>(defaults));
    if (is<Tuple>(closure)) in.heap().write(f->closure, as<Tuple>(closure));
    return f;
}

Status function_init(Interp&, Value, const CallArgs&) { return kOk; }

constexpr Slots kFunctionSlots{.repr = function_repr,
                               .call = function_call,
                               .descr_get = function_descr_get,
                               .construct = function_construct,
                               .init = function_init,
                               .trace = function_trace};

constexpr Row kFunctionRows[] = {
    getter<"__name__", get_name, set_name>,
    getter<"__qualname__", get_qualname, set_qualname>,
    getter<"__doc__", get_doc, set_doc>,
    getter<"__module__", get_module, set_module>,
    getter<"__code__", get_code, set_code>,
    getter<"__globals__", get_globals>,
    getter<"__defaults__", get_defaults, set_defaults>,
    getter<"__kwdefaults__", get_kwdefaults, set_kwdefaults>,
    getter<"__closure__", get_closure>,
    getter<"__annotations__", get_annotations, set_annotations>,
    getter<"__dict__", get_dict, set_dict>,
};

}  // namespace

constinit const BuiltinType Function::kType{{.name = "function"_sym,
                                             .slots = &kFunctionSlots,
                                             .rows = kFunctionRows,
                                             .flags = kFinal | kMethodLike | kHasDict,
                                             .size = sizeof(Function)}};

Result<Function*> new_function(Interp& in, Code* code, Dict* globals) {
    CacheArray* caches = KRAIT_TRY(code_caches(in, code));
    Function* f = KRAIT_TRY(in.make<Function>());
    f->code = code;
    f->caches = caches;
    f->globals = globals;
    f->name = code->name;
    f->qualname = code->qualname;
    return f;
}

}  // namespace krait
