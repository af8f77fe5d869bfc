// list[int] and int | str: types with arguments, for annotations and isinstance().
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"
#include "objects/type.hpp"

namespace krait {

namespace {

// As it reads in an annotation: `int`, not <class 'int'>.
Status append_type(Interp& in, StrBuilder& out, Value v) {
    if (v == ellipsis()) return out.append("...");
    if (is_none(v) || v == Value(&Singleton::kNoneType)) return out.append("None");
    if (is_type(v)) return out.append(KRAIT_TRY(full_name(in, as_type(v))));
    return out.append_repr(v);
}

Status append_types(Interp& in, StrBuilder& out, const Tuple* types, std::string_view between) {
    for (usize i = 0; i < types->size(); ++i) {
        if (i > 0) KRAIT_TRY(out.append(between));
        KRAIT_TRY(append_type(in, out, (*types)[i]));
    }
    return kOk;
}

// --- list[int] ---

Value alias_repr(Interp& in, Value self) {
    auto* a = as<GenericAlias>(self);
    StrBuilder out(in);
    KRAIT_TRY(append_type(in, out, a->origin));
    KRAIT_TRY(out.append("["));
    KRAIT_TRY(append_types(in, out, as<Tuple>(a->args), ", "));
    if (as<Tuple>(a->args)->size() == 0) KRAIT_TRY(out.append("()"));
    KRAIT_TRY(out.append("]"));
    return out.finish().take();
}

Value alias_construct(Interp& in, const Type*, const CallArgs& args) {
    Value origin, arguments;
    KRAIT_TRY((parse_args<"(origin, args, /)">(in, "GenericAlias"_sym, args, origin, arguments)));
    return new_generic_alias(in, origin, arguments);
}
Value alias_call(Interp& in, Value self, const CallArgs& args) {
    return call(in, as<GenericAlias>(self)->origin, args);
}

Value alias_get_attr(Interp& in, Value self, Str* name) {
    Value v = KRAIT_TRY(generic_find_attr(in, self, name));
    const bool own = !name->view().starts_with("__") || name == "__origin__"_sym ||
                     name == "__args__"_sym || name == "__parameters__"_sym ||
                     name == "__class__"_sym || name == "__mro_entries__"_sym;
    if (!is_done(v) && own) return v;
    return get_attr(in, as<GenericAlias>(self)->origin, name);
}

// --- list[T][int] ---

// Whether it is a TypeVar or the like: what has __typing_subst__.
Result<bool> is_parameter(Interp& in, Value v) {
    if (is_type(v)) return false;
    return !is_done(KRAIT_TRY(type_lookup(in, type_of(v), "__typing_subst__"_sym)));
}

// The parameters within an argument, such as those of dict[K, V]; null: none.
Result<Tuple*> inner_parameters(Interp& in, Value v) {
    if (is_type(v)) return empty_tuple();
    const Value parameters = KRAIT_TRY(find_attr(in, v, "__parameters__"_sym));
    return is_done(parameters) || !is<Tuple>(parameters) ? empty_tuple() : as<Tuple>(parameters);
}

Status add_once(Interp& in, List* found, Value parameter) {
    for (Value other : found->span())
        if (other == parameter) return kOk;
    return list_append(in, found, parameter);
}

Result<Tuple*> parameters_of(Interp& in, const Tuple* args) {
    List* found = KRAIT_TRY(new_list(in));
    for (usize i = 0; i < args->size(); ++i) {
        const Value arg = (*args)[i];
        if (KRAIT_TRY(is_parameter(in, arg))) {
            KRAIT_TRY(add_once(in, found, arg));
            continue;
        }
        for (Value inner : KRAIT_TRY(inner_parameters(in, arg))->span())
            KRAIT_TRY(add_once(in, found, inner));
    }
    return new_tuple(in, found->span());
}

Value substitute(Interp& in, Value parameter, const Tuple* parameters, const Tuple* items) {
    for (usize i = 0; i < parameters->size(); ++i)
        if ((*parameters)[i] == parameter)
            return call_method(in, parameter, "__typing_subst__"_sym, {items->items_ + i, 1});
    return parameter;
}

Value substitute_inside(Interp& in, Value arg, const Tuple* parameters, const Tuple* items) {
    Tuple* inner = KRAIT_TRY(inner_parameters(in, arg));
    if (inner->size() == 0) return arg;
    Tuple* chosen = KRAIT_TRY(new_tuple(in, inner->size()));
    for (usize i = 0; i < inner->size(); ++i)
        in.heap().write(chosen->items_[i],
                        KRAIT_TRY(substitute(in, (*inner)[i], parameters, items)));
    return get_item(in, arg, chosen);
}

Value alias_get_item(Interp& in, Value self, Value item) {
    if (!in.check_stack()) return {};
    auto* a = as<GenericAlias>(self);
    const Tuple* args = as<Tuple>(a->args);
    Tuple* parameters = KRAIT_TRY(parameters_of(in, args));
    if (parameters->size() == 0) return raise(in, kTypeError, "{} is not a generic class", self);
    Tuple* items = is<Tuple>(item) ? as<Tuple>(item) : KRAIT_TRY(new_tuple(in, {&item, 1}));
    if (items->size() != parameters->size())
        return raise(in, kTypeError, "Too {} arguments for {}; actual {}, expected {}",
                     items->size() > parameters->size() ? "many" : "few", self, items->size(),
                     parameters->size());
    Tuple* replaced = KRAIT_TRY(new_tuple(in, args->size()));
    for (usize i = 0; i < args->size(); ++i) {
        const Value arg = (*args)[i];
        const Value by = KRAIT_TRY(KRAIT_TRY(is_parameter(in, arg))
                                       ? substitute(in, arg, parameters, items)
                                       : substitute_inside(in, arg, parameters, items));
        in.heap().write(replaced->items_[i], by);
    }
    return new_generic_alias(in, a->origin, replaced);
}

Result<Tuple*> alias_parameters(Interp& in, GenericAlias* a) {
    return parameters_of(in, as<Tuple>(a->args));
}

Value or_operator(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    return op == BinaryOp::Or ? new_union(in, lhs, rhs) : not_implemented();
}

Value alias_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (!is_exact<GenericAlias>(rhs) || (op != CompareOp::Eq && op != CompareOp::Ne))
        return not_implemented();
    auto *a = as<GenericAlias>(lhs), *b = as<GenericAlias>(rhs);
    const bool same = a->origin == b->origin && KRAIT_TRY(equal(in, a->args, b->args));
    return from_bool(same == (op == CompareOp::Eq));
}

Result<isize> alias_hash(Interp& in, Value self) {
    auto* a = as<GenericAlias>(self);
    return KRAIT_TRY(hash(in, a->origin)) ^ KRAIT_TRY(hash(in, a->args));
}

void alias_trace(Object* o, Marker& m) {
    m.value(static_cast<GenericAlias*>(o)->origin);
    m.value(static_cast<GenericAlias*>(o)->args);
}

Value alias_origin(GenericAlias* a) { return a->origin; }
Value alias_args(GenericAlias* a) { return a->args; }
Result<Tuple*> alias_mro_entries(Interp& in, GenericAlias* a, Value) {
    return new_tuple(in, std::span(&a->origin, 1));
}

constexpr Row kAliasRows[] = {
    constant<"__module__">("types"_sym),
    getter<"__origin__", alias_origin>,
    getter<"__args__", alias_args>,
    getter<"__parameters__", alias_parameters>,
    def<"__mro_entries__(self, bases, /)", alias_mro_entries>,
};
constinit const Slots kAliasSlots{.repr = alias_repr,
                                  .hash = alias_hash,
                                  .call = alias_call,
                                  .get_attr = alias_get_attr,
                                  .get_item = alias_get_item,
                                  .binary = or_operator,
                                  .compare = alias_compare,
                                  .construct = alias_construct,
                                  .trace = alias_trace};

// --- int | str ---

bool can_join(Value v) {
    return is_none(v) || is_type(v) || is_exact<GenericAlias>(v) || is_exact<UnionType>(v);
}

// Appends a member, or the members of a union, each once.
Status join(Interp& in, List* members, Value v) {
    if (is_exact<UnionType>(v)) {
        for (Value member : as<UnionType>(v)->args->span()) KRAIT_TRY(join(in, members, member));
        return kOk;
    }
    if (is_none(v)) v = Value(&Singleton::kNoneType);
    for (usize i = 0; i < members->size(); ++i)
        if (KRAIT_TRY(equal(in, members->begin()[i], v))) return kOk;
    return list_append(in, members, v);
}

Value union_repr(Interp& in, Value self) {
    StrBuilder out(in);
    KRAIT_TRY(append_types(in, out, as<UnionType>(self)->args, " | "));
    return out.finish().take();
}

// Equal if they have the same members, in any order.
Value union_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (!is_exact<UnionType>(rhs) || (op != CompareOp::Eq && op != CompareOp::Ne))
        return not_implemented();
    const Tuple *a = as<UnionType>(lhs)->args, *b = as<UnionType>(rhs)->args;
    bool same = a->size() == b->size();
    for (usize i = 0; same && i < a->size(); ++i) same = KRAIT_TRY(contains(in, Value(b), (*a)[i]));
    return from_bool(same == (op == CompareOp::Eq));
}

Result<isize> union_hash(Interp& in, Value self) {
    isize sum = 0;
    for (Value member : as<UnionType>(self)->args->span()) sum ^= KRAIT_TRY(hash(in, member));
    return sum;
}

void union_trace(Object* o, Marker& m) { m.object(static_cast<UnionType*>(o)->args); }

Tuple* union_args(UnionType* u) { return u->args; }

constexpr Row kUnionRows[] = {constant<"__module__">("types"_sym), getter<"__args__", union_args>};
constinit const Slots kUnionSlots{.repr = union_repr,
                                  .hash = union_hash,
                                  .binary = or_operator,
                                  .compare = union_compare,
                                  .trace = union_trace};

}  // namespace

constinit const BuiltinType GenericAlias::kType{{.name = "GenericAlias"_sym,
                                                 .slots = &kAliasSlots,
                                                 .rows = kAliasRows,
                                                 .flags = kFinal,
                                                 .size = sizeof(GenericAlias)}};
constinit const BuiltinType UnionType::kType{{.name = "UnionType"_sym,
                                              .slots = &kUnionSlots,
                                              .rows = kUnionRows,
                                              .flags = kFinal,
                                              .size = sizeof(UnionType)}};

Value new_generic_alias(Interp& in, Value origin, Value args) {
    if (!is<Tuple>(args)) args = Value(KRAIT_TRY(new_tuple(in, std::span(&args, 1))));
    auto* a = KRAIT_TRY(in.make<GenericAlias>());
    a->origin = origin;
    a->args = args;
    return Value(a);
}

Value class_getitem(Interp& in, const Type* cls, Value item) {
    return new_generic_alias(in, Value(cls), item);
}

Value new_union(Interp& in, Value lhs, Value rhs, bool any) {
    if (!any && (!can_join(lhs) || !can_join(rhs))) return not_implemented();
    List* members = KRAIT_TRY(new_list(in));
    KRAIT_TRY(join(in, members, lhs));
    KRAIT_TRY(join(in, members, rhs));
    if (members->size() == 1) return members->begin()[0];
    Tuple* args = KRAIT_TRY(new_tuple(in, members->span()));
    auto* u = KRAIT_TRY(in.make<UnionType>());
    u->args = args;
    return Value(u);
}

}  // namespace krait
