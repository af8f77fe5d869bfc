// TypeVar, ParamSpec, TypeVarTuple, TypeAliasType and the implicit base Generic.
#include "vm/typing_objects.hpp"

#include "core/bind.hpp"
#include "core/class.hpp"

namespace krait {

namespace {

struct TypeParameter : Object {
    static const BuiltinType kTypeVar, kParamSpec, kTypeVarTuple;
    Str* name;
};

struct TypeAlias : Object {
    static const BuiltinType kType;
    Str* name;
    Value parameters;  // a tuple
    Value value;       // once it is known
    Value evaluate;    // the function that gives it, until then
};

struct Generic : Object {
    static const BuiltinType kType;
};

Str* parameter_name(Value v) { return static_cast<TypeParameter*>(v.object())->name; }

// Evaluated when it is asked for, so that an alias may mention itself and what comes later.
Value alias_value(Interp& in, Value self) {
    auto* alias = static_cast<TypeAlias*>(self.object());
    if (alias->value) return alias->value;
    Value v = KRAIT_TRY(call(in, alias->evaluate));
    in.heap().write(alias->value, v);
    alias->evaluate = Value();
    return v;
}

static Value generic_getitem(Interp& in, const Type* cls, Value item) {
    return new_generic_alias(in, Value(cls), item);
}

// `X | Y` of type parameters and aliases.
Value type_or(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    return op == BinaryOp::Or ? new_union(in, lhs, rhs, true) : not_implemented();
}
Value subscribe(Interp& in, Value self, Value item) { return new_generic_alias(in, self, item); }

constexpr Slots kParameterSlots{
    .repr = [](Interp&, Value self) { return Value(parameter_name(self)); },
    .binary = type_or,
    .trace = [](Object* o, Marker& m) { m.object(static_cast<TypeParameter*>(o)->name); }};
constexpr Slots kAliasSlots{
    .repr = [](Interp&, Value self) { return Value(static_cast<TypeAlias*>(self.object())->name); },
    .get_item = subscribe,
    .binary = type_or,
    .trace =
        [](Object* o, Marker& m) {
            auto* alias = static_cast<TypeAlias*>(o);
            m.object(alias->name);
            m.value(alias->parameters);
            m.value(alias->value);
            m.value(alias->evaluate);
        }};
constexpr Slots kGenericSlots{};

Value get_name(Interp&, Value self) { return parameter_name(self); }
Value alias_name(Interp&, Value self) { return static_cast<TypeAlias*>(self.object())->name; }
Value alias_parameters(Interp&, Value self) {
    return static_cast<TypeAlias*>(self.object())->parameters;
}

constexpr Row kParameterRows[] = {getter<"__name__", get_name>};
constexpr Row kAliasRows[] = {getter<"__name__", alias_name>, getter<"__value__", alias_value>,
                              getter<"__type_params__", alias_parameters>};
constexpr Row kGenericRows[] = {def_class<"__class_getitem__(cls, item, /)", generic_getitem>};

}  // namespace

constinit const BuiltinType TypeParameter::kTypeVar{{.name = "TypeVar"_sym,
                                                     .slots = &kParameterSlots,
                                                     .rows = kParameterRows,
                                                     .flags = kFinal | kAbstractBase,
                                                     .size = sizeof(TypeParameter)}};
constinit const BuiltinType TypeParameter::kParamSpec{{.name = "ParamSpec"_sym,
                                                       .slots = &kParameterSlots,
                                                       .rows = kParameterRows,
                                                       .flags = kFinal | kAbstractBase,
                                                       .size = sizeof(TypeParameter)}};
constinit const BuiltinType TypeParameter::kTypeVarTuple{{.name = "TypeVarTuple"_sym,
                                                          .slots = &kParameterSlots,
                                                          .rows = kParameterRows,
                                                          .flags = kFinal | kAbstractBase,
                                                          .size = sizeof(TypeParameter)}};
constinit const BuiltinType TypeAlias::kType{{.name = "TypeAliasType"_sym,
                                              .slots = &kAliasSlots,
                                              .rows = kAliasRows,
                                              .flags = kFinal | kAbstractBase,
                                              .size = sizeof(TypeAlias)}};
constinit const BuiltinType Generic::kType{
    {.name = "Generic"_sym,
     .slots = &kGenericSlots,
     .rows = kGenericRows,
     .layout = &ObjectType::kType}};  // its subclasses' instances are plain objects

Value new_typing_object(Interp& in, Intrinsic kind, Value operand) {
    const BuiltinType* type = nullptr;
    switch (kind) {
        case Intrinsic::TypeVar: type = &TypeParameter::kTypeVar; break;
        case Intrinsic::ParamSpec: type = &TypeParameter::kParamSpec; break;
        case Intrinsic::TypeVarTuple: type = &TypeParameter::kTypeVarTuple; break;
        case Intrinsic::Generic: return &Generic::kType;
        default: {
            const Tuple* parts = as<Tuple>(operand);
            auto* alias = KRAIT_TRY(in.make<TypeAlias>());
            alias->name = as<Str>(parts->items_[0]);
            alias->parameters = parts->items_[1];
            alias->evaluate = parts->items_[2];
            return alias;
        }
    }
    auto* parameter = KRAIT_TRY(in.make_with_shape<TypeParameter>(type->shape()));
    parameter->name = as<Str>(operand);
    return parameter;
}

}  // namespace krait
