// The type collections.defaultdict: a dict that makes missing values by calling its factory.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/str_builder.hpp"
#include "modules/collections/dicts.hpp"
#include "objects/dict.hpp"
#include "objects/sequence.hpp"

namespace krait {

namespace {

Value default_repr(Interp& in, Value self) {
    auto* dict = as<DefaultDict>(self);
    StrBuilder out(in);
    KRAIT_TRY(out.append(type_of(self)->name));
    KRAIT_TRY(out.append("("));
    {
        ReprGuard guard(in, dict->factory);  // a factory may be a method of the dict
        if (guard.is_inner())
            KRAIT_TRY(out.append("..."));
        else
            KRAIT_TRY(out.append_repr(dict->factory));
    }
    KRAIT_TRY(out.append(", "));
    KRAIT_TRY(out.append(KRAIT_TRY(to_str(in, KRAIT_TRY(dict_repr(in, self))))));
    KRAIT_TRY(out.append(")"));
    return KRAIT_TRY(out.finish());
}

Value default_construct(Interp& in, const Type* cls, const CallArgs&) {
    DefaultDict* dict = KRAIT_TRY(make_instance<DefaultDict>(in, cls));
    dict->factory = none();
    return dict;
}

Status default_init(Interp& in, Value self, const CallArgs& args) {
    auto* dict = as<DefaultDict>(self);
    if (args.positional > 2)
        return raise(in, kTypeError, "defaultdict expected at most 2 arguments, got {}",
                     args.positional);
    const Value factory = args.positional ? args.values[0] : none();
    if (!is_none(factory) && !is_callable(factory))
        return raise(in, kTypeError, "first argument must be callable or None");
    in.heap().write(dict->factory, factory);
    if (args.positional > 1) KRAIT_TRY(dict_update_from(in, dict, args.values[1]));
    return dict_update_keywords(in, dict, args);
}

Value copy_with(Interp& in, DefaultDict* self, Value items) {
    const Value args[] = {self->factory, items};
    return KRAIT_TRY(new_same_class(in, self, args));
}

Value default_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (op != BinaryOp::Or || !is<Dict>(lhs) || !is<Dict>(rhs)) return not_implemented();
    auto* self = as<DefaultDict>(is<DefaultDict>(lhs) ? lhs : rhs);
    const Value both = KRAIT_TRY(copy_with(in, self, lhs));
    KRAIT_TRY(dict_update_from(in, as<Dict>(both), rhs));
    return both;
}

void default_trace(Object* self, Marker& m) {
    table_trace(self, m);
    m.value(static_cast<DefaultDict*>(self)->factory);
}

constexpr Slots kSlots = {
    .repr = default_repr,
    .binary = default_binary,
    .construct = default_construct,
    .init = default_init,
    .trace = default_trace,
};

Value method_missing(Interp& in, DefaultDict* self, Value key) {
    if (is_none(self->factory)) return raise_key_error(in, key);
    const Value value = KRAIT_TRY(call(in, self->factory));
    KRAIT_TRY(dict_set(in, self, key, value));
    return value;
}

Value method_copy(Interp& in, DefaultDict* self) { return copy_with(in, self, self); }

// (class, (factory,) or (), None, None, iterator of the items).
Result<Tuple*> method_reduce(Interp& in, DefaultDict* self) {
    const bool given = !is_none(self->factory);
    Tuple* arguments = KRAIT_TRY(new_tuple(in, {&self->factory, given ? 1u : 0u}));
    const Value view = KRAIT_TRY(call_method(in, self, "items"_sym));
    const Value items = KRAIT_TRY(iterate(in, view));
    const Value parts[] = {Value(self->type()), Value(arguments), none(), none(), items};
    return new_tuple(in, parts);
}

Value factory_of(DefaultDict* self) { return self->factory; }
Status set_factory(Interp& in, DefaultDict* self, Value value) {
    in.heap().write(self->factory, value ? value : none());
    return kOk;
}

constexpr Row kRows[] = {
    def<"__missing__(self, key, /)", method_missing>,
    def<"copy(self, /)", method_copy>,
    def<"__copy__(self, /)", method_copy>,
    def<"__reduce__(self, /)", method_reduce>,
    getter<"default_factory", factory_of, set_factory>,
};

}  // namespace

constinit const BuiltinType DefaultDict::kType{{.name = "defaultdict"_sym,
                                                .base = &Dict::kType,
                                                .slots = &kSlots,
                                                .rows = kRows,
                                                .flags = kUnhashable | kMappingPattern,
                                                .size = sizeof(DefaultDict)}};

}  // namespace krait
