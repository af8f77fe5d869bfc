#include "core/bound_method.hpp"

#include "core/attributes.hpp"
#include "core/bind.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"

namespace krait {

Result<BoundMethod*> new_bound_method(Interp& in, Value function, Value self) {
    BoundMethod* m = KRAIT_TRY(in.make<BoundMethod>());
    m->function = function;
    m->self = self;
    return m;
}

Value call_with_self(Interp& in, Value function, Value self, const CallArgs& args) {
    if (Builtin* builtin = as_if<Builtin>(function);
        builtin && builtin->signature->has(Signature::kReceiver))
        return call_builtin(in, builtin, args, self);
    // The arguments have to stand behind `self` in one row: on the stack, if they are few.
    constexpr usize kFew = 6;
    Value few[kFew];
    Value* row = few;
    if (args.total() >= kFew) row = KRAIT_TRY(new_tuple(in, args.total() + 1))->items_;
    row[0] = self;
    std::copy_n(args.values, args.total(), row + 1);
    return call(in, function, CallArgs{row, args.positional + 1, args.named, args.names});
}

static Value method_call(Interp& in, Value self, const CallArgs& args) {
    const BoundMethod* m = as<BoundMethod>(self);
    return call_with_self(in, m->function, m->self, args);
}

static Value method_repr(Interp& in, Value self) {
    const BoundMethod* m = as<BoundMethod>(self);
    StrBuilder out(in);
    if (const Builtin* builtin = as_if<Builtin>(m->function)) {
        KRAIT_TRY(out.append("<built-in method ", builtin->name->view()));
        KRAIT_TRY(out.append(" of ", type_of(m->self)->name->view()));
        KRAIT_TRY(out.append(" object at 0x"));
        KRAIT_TRY(out.append_unsigned(m->self.bits(), 16));
    } else {
        KRAIT_TRY(out.append("<bound method "));
        KRAIT_TRY(out.append_str(
            KRAIT_TRY(get_attr_or(in, m->function, "__qualname__"_sym, Value("?"_sym)))));
        KRAIT_TRY(out.append(" of "));
        KRAIT_TRY(out.append_repr(m->self));
    }
    KRAIT_TRY(out.append(">"));
    return out.finish().take();
}

static Value method_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    const BoundMethod *a = as<BoundMethod>(lhs), *b = as_if<BoundMethod>(rhs);
    if (!b || (op != CompareOp::Eq && op != CompareOp::Ne)) return not_implemented();
    const bool same = a->self == b->self && KRAIT_TRY(equal(in, a->function, b->function));
    return from_bool(same == (op == CompareOp::Eq));
}

static Result<isize> method_hash(Interp& in, Value self) {
    const BoundMethod* m = as<BoundMethod>(self);
    const isize function = KRAIT_TRY(hash(in, m->function));
    return static_cast<isize>(
        hash_combine(static_cast<u32>(function), hash_mix(static_cast<u64>(m->self.bits()))) >> 2);
}

// What a method has not itself is the function's: __name__, __doc__, attributes set by scripts.
static Value method_get_attr(Interp& in, Value self, Str* name) {
    const Value own = KRAIT_TRY(generic_find_attr(in, self, name));
    if (!is_done(own)) return own;
    return get_attr(in, as<BoundMethod>(self)->function, name);
}

static Value method_construct(Interp& in, const Type*, const CallArgs& args) {
    Value function, instance;
    KRAIT_TRY((parse_args<"(function, instance, /)">(in, "method"_sym, args, function, instance)));
    if (is_none(instance)) return raise(in, kTypeError, "self must not be None");
    return new_bound_method(in, function, instance).take();
}

static void method_trace(Object* self, Marker& m) {
    m.value(static_cast<BoundMethod*>(self)->function);
    m.value(static_cast<BoundMethod*>(self)->self);
}

static Value method_function(BoundMethod* self) { return self->function; }
static Value method_self(BoundMethod* self) { return self->self; }

static Value method_doc(Interp& in, BoundMethod* self) {
    return get_attr_or(in, self->function, "__doc__"_sym, none());
}

static constexpr Row kMethodRows[] = {
    getter<"__doc__", method_doc>,
    getter<"__func__", method_function>,
    getter<"__self__", method_self>,
};
static constexpr Slots kMethodSlots{.repr = method_repr,
                                    .hash = method_hash,
                                    .call = method_call,
                                    .get_attr = method_get_attr,
                                    .compare = method_compare,
                                    .construct = method_construct,
                                    .trace = method_trace};
constinit const BuiltinType BoundMethod::kType{{.name = "method"_sym,
                                                .slots = &kMethodSlots,
                                                .rows = kMethodRows,
                                                .flags = kFinal,
                                                .size = sizeof(BoundMethod)}};

}  // namespace krait
