// TypeVar, ParamSpec, TypeVarTuple, TypeAliasType and the implicit base Generic.
#include "vm/typing_objects.hpp"

#include "core/bind.hpp"
#include "core/class.hpp"

namespace krait {

namespace {

TypeParameter* parameter(Value v) { return static_cast<TypeParameter*>(v.object()); }

Str* parameter_name(Value v) { return parameter(v)->name; }

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

// ~T, +T, -T; T alone if its variance is inferred, as that of parameters in brackets is.
Value parameter_repr(Interp& in, Value self) {
    static constexpr std::string_view kSigns[] = {"~", "+", "-", ""};
    const auto* p = parameter(self);
    const bool plain = type_of(self) == &TypeParameter::kTypeVarTuple;
    return format_str(in, "{}{}", plain ? "" : kSigns[p->variance], p->name).take();
}

void parameter_trace(Object* o, Marker& m) {
    auto* p = static_cast<TypeParameter*>(o);
    m.object(p->name);
    m.value(p->bound);
    m.object(p->constraints);
    m.object(p->module);
}

// --- T = TypeVar("T", ...) ---

Result<TypeParameter*> new_parameter(Interp& in, const Type* cls, Value name) {
    if (!is<Str>(name))
        return raise(in, kTypeError, "{}() argument 'name' must be str, not {}", cls,
                     TextArg::type_name(name));
    auto* p = KRAIT_TRY(make_instance<TypeParameter>(in, cls));
    p->name = as<Str>(name);
    const Value module = in.running_module_name();
    if (module && !is_done(module) && is<Str>(module)) in.heap().write(p->module, as<Str>(module));
    return p;
}

Status take_variance(Interp& in, TypeParameter* p, bool covariant, bool contravariant,
                     bool inferred) {
    if (covariant && contravariant)
        return raise(in, kValueError, "Bivariant types are not supported.");
    if (inferred && (covariant || contravariant))
        return raise(in, kValueError, "Variance cannot be specified with infer_variance.");
    p->variance = covariant       ? TypeParameter::Covariant
                  : contravariant ? TypeParameter::Contravariant
                  : inferred      ? TypeParameter::Inferred
                                  : TypeParameter::Invariant;
    return kOk;
}

Value type_var_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value name, bound;
    Args constraints;
    bool covariant, contravariant, inferred;
    KRAIT_TRY((parse_args<"(name, *constraints, bound=None, covariant=False, "
                          "contravariant=False, infer_variance=False)">(
        in, "TypeVar"_sym, args, name, constraints, bound, covariant, contravariant, inferred)));
    if (constraints.size() == 1) return raise(in, kTypeError, "A single constraint is not allowed");
    if (constraints.size() && !is_none(bound))
        return raise(in, kTypeError, "Constraints cannot be combined with bound=...");
    TypeParameter* p = KRAIT_TRY(new_parameter(in, cls, name));
    KRAIT_TRY(take_variance(in, p, covariant, contravariant, inferred));
    if (!is_none(bound)) in.heap().write(p->bound, bound);
    if (constraints.size()) {
        Tuple* all = KRAIT_TRY(new_tuple(in, constraints));
        in.heap().write(p->constraints, all);
    }
    return p;
}

Value param_spec_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value name, bound;
    bool covariant, contravariant, inferred;
    KRAIT_TRY((parse_args<"(name, *, bound=None, covariant=False, contravariant=False, "
                          "infer_variance=False)">(in, "ParamSpec"_sym, args, name, bound,
                                                   covariant, contravariant, inferred)));
    TypeParameter* p = KRAIT_TRY(new_parameter(in, cls, name));
    KRAIT_TRY(take_variance(in, p, covariant, contravariant, inferred));
    if (!is_none(bound)) in.heap().write(p->bound, bound);
    return p;
}

Value type_var_tuple_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value name;
    KRAIT_TRY((parse_args<"(name)">(in, "TypeVarTuple"_sym, args, name)));
    return KRAIT_TRY(new_parameter(in, cls, name));
}

template <Value (*Construct)(Interp&, const Type*, const CallArgs&)>
constexpr Slots kParameterSlots{
    .repr = parameter_repr, .binary = type_or, .construct = Construct, .trace = parameter_trace};
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
Value get_bound(Interp&, Value self) {
    return parameter(self)->bound ? parameter(self)->bound : none();
}
Value get_constraints(Interp&, Value self) {
    Tuple* constraints = parameter(self)->constraints;
    return Value(constraints ? constraints : empty_tuple());
}
template <TypeParameter::Variance Which>
Value has_variance(Interp&, Value self) {
    return from_bool(parameter(self)->variance == Which);
}
Value get_module(Interp&, Value self) {
    Str* module = parameter(self)->module;
    return module ? Value(module) : none();
}
// What stands for the parameter where a generic alias gets its arguments.
Value substitute(Interp&, Value, Value argument) { return argument; }
Value alias_name(Interp&, Value self) { return static_cast<TypeAlias*>(self.object())->name; }
Value alias_parameters(Interp&, Value self) {
    return static_cast<TypeAlias*>(self.object())->parameters;
}

template <const BuiltinType& Kind>
Value get_part(Interp& in, Value self) {
    auto* part = KRAIT_TRY(in.make_with_shape<ParamSpecPart>(Kind.shape()));
    part->origin = self;
    return part;
}
ParamSpecPart* part(Value v) { return static_cast<ParamSpecPart*>(v.object()); }
Value part_repr(Interp& in, Value self) {
    const bool args = type_of(self) == &ParamSpecPart::kArgs;
    return format_str(in, "{}.{}", parameter_name(part(self)->origin), args ? "args" : "kwargs")
        .take();
}
Value part_compare(Interp&, CompareOp op, Value lhs, Value rhs) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || type_of(lhs) != type_of(rhs))
        return not_implemented();
    return from_bool((part(lhs)->origin == part(rhs)->origin) == (op == CompareOp::Eq));
}
Value part_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value origin;
    KRAIT_TRY((parse_args<"(origin)">(in, cls->name, args, origin)));
    if (type_of(origin) != &TypeParameter::kParamSpec)
        return raise(in, kTypeError, "{}() takes a ParamSpec", cls);
    auto* made = KRAIT_TRY(make_instance<ParamSpecPart>(in, cls));
    made->origin = origin;
    return made;
}
Value part_origin(Interp&, Value self) { return part(self)->origin; }

constexpr Slots kPartSlots{
    .repr = part_repr,
    .compare = part_compare,
    .construct = part_construct,
    .trace = [](Object* o, Marker& m) { m.value(static_cast<ParamSpecPart*>(o)->origin); }};
constexpr Row kPartRows[] = {constant<"__module__">("typing"_sym),
                             getter<"__origin__", part_origin>};

constexpr Row kParamSpecRows[] = {
    getter<"__name__", get_name>,
    getter<"__bound__", get_bound>,
    getter<"__covariant__", has_variance<TypeParameter::Covariant>>,
    getter<"__contravariant__", has_variance<TypeParameter::Contravariant>>,
    getter<"__infer_variance__", has_variance<TypeParameter::Inferred>>,
    getter<"__module__", get_module>,
    getter<"args", get_part<ParamSpecPart::kArgs>>,
    getter<"kwargs", get_part<ParamSpecPart::kKwargs>>,
    def<"__typing_subst__(self, arg, /)", substitute>,
};
constexpr Row kParameterRows[] = {
    getter<"__name__", get_name>,
    getter<"__bound__", get_bound>,
    getter<"__constraints__", get_constraints>,
    getter<"__covariant__", has_variance<TypeParameter::Covariant>>,
    getter<"__contravariant__", has_variance<TypeParameter::Contravariant>>,
    getter<"__infer_variance__", has_variance<TypeParameter::Inferred>>,
    getter<"__module__", get_module>,
    def<"__typing_subst__(self, arg, /)", substitute>,
};
constexpr Row kAliasRows[] = {getter<"__name__", alias_name>, getter<"__value__", alias_value>,
                              getter<"__type_params__", alias_parameters>};
constexpr Row kGenericRows[] = {constant<"__module__">("typing"_sym),
                                def_class<"__class_getitem__(cls, item, /)", generic_getitem>};

}  // namespace

constinit const BuiltinType TypeParameter::kTypeVar{{.name = "TypeVar"_sym,
                                                     .slots = &kParameterSlots<type_var_construct>,
                                                     .rows = kParameterRows,
                                                     .flags = kFinal,
                                                     .size = sizeof(TypeParameter)}};
constinit const BuiltinType TypeParameter::kParamSpec{
    {.name = "ParamSpec"_sym,
     .slots = &kParameterSlots<param_spec_construct>,
     .rows = kParamSpecRows,
     .flags = kFinal,
     .size = sizeof(TypeParameter)}};
constinit const BuiltinType ParamSpecPart::kArgs{{.name = "ParamSpecArgs"_sym,
                                                  .slots = &kPartSlots,
                                                  .rows = kPartRows,
                                                  .flags = kFinal | kUnhashable,
                                                  .size = sizeof(ParamSpecPart)}};
constinit const BuiltinType ParamSpecPart::kKwargs{{.name = "ParamSpecKwargs"_sym,
                                                    .slots = &kPartSlots,
                                                    .rows = kPartRows,
                                                    .flags = kFinal | kUnhashable,
                                                    .size = sizeof(ParamSpecPart)}};
constinit const BuiltinType TypeParameter::kTypeVarTuple{
    {.name = "TypeVarTuple"_sym,
     .slots = &kParameterSlots<type_var_tuple_construct>,
     .rows = kParameterRows,
     .flags = kFinal,
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
            if (parts->size() != 3 || !is<Str>(parts->items_[0]))
                return raise(in, kTypeError, "a type alias needs a name, parameters and a value");
            auto* alias = KRAIT_TRY(in.make<TypeAlias>());
            alias->name = as<Str>(parts->items_[0]);
            alias->parameters = parts->items_[1];
            alias->evaluate = parts->items_[2];
            return alias;
        }
    }
    auto* parameter = KRAIT_TRY(in.make_with_shape<TypeParameter>(type->shape()));
    parameter->name = as<Str>(operand);
    parameter->variance = TypeParameter::Inferred;
    return parameter;
}

}  // namespace krait
