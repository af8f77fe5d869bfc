// The module operator: Python's operators as functions, and the callables that fetch items,
// attributes and results of methods.
#include "core/bind.hpp"
#include "core/slicing.hpp"
#include "core/special.hpp"
#include "core/str_builder.hpp"
#include "modules/modules.hpp"
#include "objects/iterators.hpp"
#include "objects/sequence.hpp"

namespace krait {

namespace {

// --- operators -----------------------------------------------------------------------------------

template <BinaryOp Op>
Value op_binary(Interp& in, Value a, Value b) {
    return binary(in, Op, a, b);
}
template <BinaryOp Op>
Value op_inplace(Interp& in, Value a, Value b) {
    return inplace(in, Op, a, b);
}
template <CompareOp Op>
Value op_compare(Interp& in, Value a, Value b) {
    return compare(in, Op, a, b);
}
template <UnaryOp Op>
Value op_unary(Interp& in, Value a) {
    return unary(in, Op, a);
}
Value op_pow(Interp& in, Value a, Value b) { return power(in, a, b, none()); }

Result<bool> op_truth(Interp& in, Value a) { return truth(in, a); }
Result<bool> op_not(Interp& in, Value a) { return !KRAIT_TRY(truth(in, a)); }
bool op_is(Value a, Value b) { return a == b; }
bool op_is_not(Value a, Value b) { return a != b; }
Value op_index(Interp& in, Value a) { return to_plain_int(in, a); }

// --- containers ----------------------------------------------------------------------------------

bool is_sequence(Value v) { return has_special(type_of(v), "__getitem__"_sym) && !is<Dict>(v); }

Value op_concat(Interp& in, Value a, Value b) {
    if (!is_sequence(a))
        return raise(in, kTypeError, "'{}' object can't be concatenated", TextArg::type_name(a));
    return binary(in, BinaryOp::Add, a, b);
}
Value op_iconcat(Interp& in, Value a, Value b) {
    if (!is_sequence(a))
        return raise(in, kTypeError, "'{}' object can't be concatenated", TextArg::type_name(a));
    return inplace(in, BinaryOp::Add, a, b);
}
Result<bool> op_contains(Interp& in, Value a, Value b) { return contains(in, a, b); }
Value op_getitem(Interp& in, Value a, Value b) { return get_item(in, a, b); }
Status op_setitem(Interp& in, Value a, Value b, Value c) { return set_item(in, a, b, c); }
Status op_delitem(Interp& in, Value a, Value b) { return set_item(in, a, b, {}); }

Result<isize> op_count_of(Interp& in, Value a, Value b) {
    const Value it = KRAIT_TRY(iterate(in, a));
    for (isize count = 0;;) {
        const Value item = KRAIT_TRY(next(in, it));
        if (is_done(item)) return count;
        count += KRAIT_TRY(equal(in, item, b));
    }
}

Result<isize> op_index_of(Interp& in, Value a, Value b) {
    const Value it = KRAIT_TRY(iterate(in, a));
    for (isize index = 0;; ++index) {
        const Value item = KRAIT_TRY(next(in, it));
        if (is_done(item)) return raise(in, kValueError, "sequence.index(x): x not in sequence");
        if (KRAIT_TRY(equal(in, item, b))) return index;
    }
}

Result<isize> op_length_hint(Interp& in, Value a, Value fallback) {
    if (!is_int(fallback))
        return raise(in, kTypeError, "'{}' object cannot be interpreted as an integer",
                     TextArg::type_name(fallback));
    const Value hint = KRAIT_TRY(type_lookup(in, type_of(a), "__length_hint__"_sym));
    if (!has_special(type_of(a), "__len__"_sym) && is_done(hint)) return to_index(in, fallback);
    return length_hint(in, a);
}

Value op_call(Interp& in, Value function, Args args, Kwargs keywords) {
    if (keywords.empty()) return call(in, function, args);
    const usize named = keywords.size();
    Tuple* values = KRAIT_TRY(new_tuple(in, args.size() + named));
    Tuple* names = KRAIT_TRY(new_tuple(in, named));
    Value* out = std::copy(args.begin(), args.end(), values->items_);
    usize position = 0, at = 0;
    Str* name;
    while (keywords.next(position, name, *out)) {
        names->items_[at++] = name;
        ++out;
    }
    return call(
        in, function,
        {values->items_, static_cast<u32>(args.size()), static_cast<u32>(named), names->items_});
}

// --- itemgetter, attrgetter, methodcaller --------------------------------------------------------

// All three are a tuple of what was given: items; names, each a tuple of its dotted parts; or the
// method's name and its arguments, of which the last ones have `names`.
struct Getter : Object {
    static const BuiltinType kItem, kAttr, kMethod;
    Tuple* parts;
    Tuple* names;
};

template <const BuiltinType& Kind>
bool is_getter(Value v) {
    return v.is_object() && v.object()->shape == Kind.shape();
}

void getter_trace(Object* o, Marker& m) {
    m.object(static_cast<Getter*>(o)->parts);
    m.object(static_cast<Getter*>(o)->names);
}

Result<Getter*> new_getter(Interp& in, const Type* cls, Tuple* parts, Tuple* names) {
    auto* g = KRAIT_TRY(make_instance<Getter>(in, cls));
    g->parts = parts;
    g->names = names;
    return g;
}
// The only argument of a getter's call.
Value getter_target(Interp& in, Value self, const CallArgs& args) {
    if (args.named)
        return raise(in, kTypeError, "{}() takes no keyword arguments", TextArg::type_name(self));
    if (args.positional == 1) return args.values[0];
    return raise(in, kTypeError, "{} expected 1 argument, got {}", TextArg::type_name(self),
                 args.positional);
}

// One result for each part: alone, or a tuple of several.
template <Value (*Fetch)(Interp&, Value target, Value part)>
Value getter_call(Interp& in, Value self, const CallArgs& args) {
    if (!in.check_stack()) return {};
    const Value target = KRAIT_TRY(getter_target(in, self, args));
    const Tuple* parts = static_cast<Getter*>(self.object())->parts;
    if (parts->size() == 1) return Fetch(in, target, (*parts)[0]);
    Tuple* results = KRAIT_TRY(new_tuple(in, parts->size()));
    for (usize i = 0; i < parts->size(); ++i)
        in.heap().write(results->items_[i], KRAIT_TRY(Fetch(in, target, (*parts)[i])));
    return results;
}

Value fetch_item(Interp& in, Value target, Value key) { return get_item(in, target, key); }

Value item_construct(Interp& in, const Type* cls, const CallArgs& args) {
    if (args.named) return raise(in, kTypeError, "itemgetter() takes no keyword arguments");
    if (args.positional == 0) return raise(in, kTypeError, "itemgetter expected 1 argument, got 0");
    Tuple* parts = KRAIT_TRY(new_tuple(in, {args.values, args.positional}));
    return KRAIT_TRY(new_getter(in, cls, parts, empty_tuple()));
}

Value fetch_attr(Interp& in, Value target, Value path) {
    for (Value name : as<Tuple>(path)->span())
        target = KRAIT_TRY(get_attr(in, target, as<Str>(name)));
    return target;
}

// "a.b" as ("a", "b").
Result<Tuple*> split_path(Interp& in, Value path) {
    if (!is<Str>(path)) return raise(in, kTypeError, "attribute name must be a string");
    List* names = KRAIT_TRY(new_list(in));
    std::string_view rest = as<Str>(path)->view();
    for (;;) {
        const usize dot = rest.find('.');
        Str* name = KRAIT_TRY(intern(in, rest.substr(0, dot)));
        KRAIT_TRY(list_append(in, names, name));
        if (dot == std::string_view::npos) return new_tuple(in, names->span());
        rest.remove_prefix(dot + 1);
    }
}

Value attr_construct(Interp& in, const Type* cls, const CallArgs& args) {
    if (args.named) return raise(in, kTypeError, "attrgetter() takes no keyword arguments");
    if (args.positional == 0) return raise(in, kTypeError, "attrgetter expected 1 argument, got 0");
    Tuple* parts = KRAIT_TRY(new_tuple(in, args.positional));
    for (u32 i = 0; i < args.positional; ++i)
        in.heap().write(parts->items_[i], KRAIT_TRY(split_path(in, args.values[i])));
    return KRAIT_TRY(new_getter(in, cls, parts, empty_tuple()));
}

Value method_construct(Interp& in, const Type* cls, const CallArgs& args) {
    if (args.positional == 0)
        return raise(in, kTypeError, "methodcaller needs at least one argument, the method name");
    if (!is<Str>(args.values[0])) return raise(in, kTypeError, "method name must be a string");
    Tuple* parts = KRAIT_TRY(new_tuple(in, {args.values, args.total()}));
    Tuple* names = KRAIT_TRY(new_tuple(in, {args.names, args.named}));
    Str* name = KRAIT_TRY(intern(in, as<Str>(args.values[0])));
    in.heap().write(parts->items_[0], Value(name));
    return KRAIT_TRY(new_getter(in, cls, parts, names));
}

Value method_call(Interp& in, Value self, const CallArgs& args) {
    if (!in.check_stack()) return {};
    const Value target = KRAIT_TRY(getter_target(in, self, args));
    const auto* g = static_cast<Getter*>(self.object());
    const usize named = g->names->size();
    const Value method = KRAIT_TRY(get_attr(in, target, as<Str>((*g->parts)[0])));
    return call(in, method,
                {g->parts->items_ + 1, static_cast<u32>(g->parts->size() - 1 - named),
                 static_cast<u32>(named), g->names->items_});
}

// --- their text ----------------------------------------------------------------------------------

Status append_path(Interp& in, StrBuilder& out, const Tuple* path) {
    StrBuilder text(in);
    for (usize i = 0; i < path->size(); ++i)
        KRAIT_TRY(text.append(i ? "." : "", as<Str>((*path)[i])->view()));
    return out.append_repr(KRAIT_TRY(text.finish()));
}

Value getter_repr(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    ReprGuard guard(in, self);
    if (guard.is_inner()) return KRAIT_TRY(new_str(in, "..."));
    const auto* g = static_cast<Getter*>(self.object());
    StrBuilder out(in);
    KRAIT_TRY(out.append("operator.", type_of(self)->name->view()));
    const usize first_named = g->parts->size() - g->names->size();
    for (usize i = 0; i < g->parts->size(); ++i) {
        KRAIT_TRY(out.append(i ? ", " : "("));
        const Value part = (*g->parts)[i];
        if (i >= first_named) {
            KRAIT_TRY(out.append_str((*g->names)[i - first_named]));
            KRAIT_TRY(out.append("="));
        }
        if (is_getter<Getter::kAttr>(self))
            KRAIT_TRY(append_path(in, out, as<Tuple>(part)));
        else
            KRAIT_TRY(out.append_repr(part));
    }
    KRAIT_TRY(out.append(")"));
    return KRAIT_TRY(out.finish());
}

constexpr Slots kItemSlots = {.repr = getter_repr,
                              .call = getter_call<fetch_item>,
                              .construct = item_construct,
                              .trace = getter_trace};
constexpr Slots kAttrSlots = {.repr = getter_repr,
                              .call = getter_call<fetch_attr>,
                              .construct = attr_construct,
                              .trace = getter_trace};
constexpr Slots kMethodSlots = {
    .repr = getter_repr, .call = method_call, .construct = method_construct, .trace = getter_trace};
constexpr Row kGetterRows[] = {constant<"__module__">("operator"_sym)};

// --- the module ----------------------------------------------------------------------------------

constexpr Row kRows[] = {
    def<"add(a, b, /)", op_binary<BinaryOp::Add>>,
    alias<"__add__">(def<"add(a, b, /)", op_binary<BinaryOp::Add>>),
    def<"and_(a, b, /)", op_binary<BinaryOp::And>>,
    alias<"__and__">(def<"and_(a, b, /)", op_binary<BinaryOp::And>>),
    def<"floordiv(a, b, /)", op_binary<BinaryOp::FloorDiv>>,
    alias<"__floordiv__">(def<"floordiv(a, b, /)", op_binary<BinaryOp::FloorDiv>>),
    def<"lshift(a, b, /)", op_binary<BinaryOp::LShift>>,
    alias<"__lshift__">(def<"lshift(a, b, /)", op_binary<BinaryOp::LShift>>),
    def<"matmul(a, b, /)", op_binary<BinaryOp::MatMul>>,
    alias<"__matmul__">(def<"matmul(a, b, /)", op_binary<BinaryOp::MatMul>>),
    def<"mod(a, b, /)", op_binary<BinaryOp::Mod>>,
    alias<"__mod__">(def<"mod(a, b, /)", op_binary<BinaryOp::Mod>>),
    def<"mul(a, b, /)", op_binary<BinaryOp::Mul>>,
    alias<"__mul__">(def<"mul(a, b, /)", op_binary<BinaryOp::Mul>>),
    def<"or_(a, b, /)", op_binary<BinaryOp::Or>>,
    alias<"__or__">(def<"or_(a, b, /)", op_binary<BinaryOp::Or>>),
    def<"rshift(a, b, /)", op_binary<BinaryOp::RShift>>,
    alias<"__rshift__">(def<"rshift(a, b, /)", op_binary<BinaryOp::RShift>>),
    def<"sub(a, b, /)", op_binary<BinaryOp::Sub>>,
    alias<"__sub__">(def<"sub(a, b, /)", op_binary<BinaryOp::Sub>>),
    def<"truediv(a, b, /)", op_binary<BinaryOp::TrueDiv>>,
    alias<"__truediv__">(def<"truediv(a, b, /)", op_binary<BinaryOp::TrueDiv>>),
    def<"xor(a, b, /)", op_binary<BinaryOp::Xor>>,
    alias<"__xor__">(def<"xor(a, b, /)", op_binary<BinaryOp::Xor>>),
    def<"pow(a, b, /)", op_pow>,
    alias<"__pow__">(def<"pow(a, b, /)", op_pow>),
    def<"iadd(a, b, /)", op_inplace<BinaryOp::Add>>,
    alias<"__iadd__">(def<"iadd(a, b, /)", op_inplace<BinaryOp::Add>>),
    def<"iand(a, b, /)", op_inplace<BinaryOp::And>>,
    alias<"__iand__">(def<"iand(a, b, /)", op_inplace<BinaryOp::And>>),
    def<"ifloordiv(a, b, /)", op_inplace<BinaryOp::FloorDiv>>,
    alias<"__ifloordiv__">(def<"ifloordiv(a, b, /)", op_inplace<BinaryOp::FloorDiv>>),
    def<"ilshift(a, b, /)", op_inplace<BinaryOp::LShift>>,
    alias<"__ilshift__">(def<"ilshift(a, b, /)", op_inplace<BinaryOp::LShift>>),
    def<"imatmul(a, b, /)", op_inplace<BinaryOp::MatMul>>,
    alias<"__imatmul__">(def<"imatmul(a, b, /)", op_inplace<BinaryOp::MatMul>>),
    def<"imod(a, b, /)", op_inplace<BinaryOp::Mod>>,
    alias<"__imod__">(def<"imod(a, b, /)", op_inplace<BinaryOp::Mod>>),
    def<"imul(a, b, /)", op_inplace<BinaryOp::Mul>>,
    alias<"__imul__">(def<"imul(a, b, /)", op_inplace<BinaryOp::Mul>>),
    def<"ior(a, b, /)", op_inplace<BinaryOp::Or>>,
    alias<"__ior__">(def<"ior(a, b, /)", op_inplace<BinaryOp::Or>>),
    def<"irshift(a, b, /)", op_inplace<BinaryOp::RShift>>,
    alias<"__irshift__">(def<"irshift(a, b, /)", op_inplace<BinaryOp::RShift>>),
    def<"isub(a, b, /)", op_inplace<BinaryOp::Sub>>,
    alias<"__isub__">(def<"isub(a, b, /)", op_inplace<BinaryOp::Sub>>),
    def<"itruediv(a, b, /)", op_inplace<BinaryOp::TrueDiv>>,
    alias<"__itruediv__">(def<"itruediv(a, b, /)", op_inplace<BinaryOp::TrueDiv>>),
    def<"ixor(a, b, /)", op_inplace<BinaryOp::Xor>>,
    alias<"__ixor__">(def<"ixor(a, b, /)", op_inplace<BinaryOp::Xor>>),
    def<"ipow(a, b, /)", op_inplace<BinaryOp::Pow>>,
    alias<"__ipow__">(def<"ipow(a, b, /)", op_inplace<BinaryOp::Pow>>),
    def<"lt(a, b, /)", op_compare<CompareOp::Lt>>,
    alias<"__lt__">(def<"lt(a, b, /)", op_compare<CompareOp::Lt>>),
    def<"le(a, b, /)", op_compare<CompareOp::Le>>,
    alias<"__le__">(def<"le(a, b, /)", op_compare<CompareOp::Le>>),
    def<"eq(a, b, /)", op_compare<CompareOp::Eq>>,
    alias<"__eq__">(def<"eq(a, b, /)", op_compare<CompareOp::Eq>>),
    def<"ne(a, b, /)", op_compare<CompareOp::Ne>>,
    alias<"__ne__">(def<"ne(a, b, /)", op_compare<CompareOp::Ne>>),
    def<"ge(a, b, /)", op_compare<CompareOp::Ge>>,
    alias<"__ge__">(def<"ge(a, b, /)", op_compare<CompareOp::Ge>>),
    def<"gt(a, b, /)", op_compare<CompareOp::Gt>>,
    alias<"__gt__">(def<"gt(a, b, /)", op_compare<CompareOp::Gt>>),
    def<"abs(a, /)", op_unary<UnaryOp::Abs>>,
    alias<"__abs__">(def<"abs(a, /)", op_unary<UnaryOp::Abs>>),
    def<"inv(a, /)", op_unary<UnaryOp::Invert>>,
    alias<"__inv__">(def<"inv(a, /)", op_unary<UnaryOp::Invert>>),
    def<"invert(a, /)", op_unary<UnaryOp::Invert>>,
    alias<"__invert__">(def<"invert(a, /)", op_unary<UnaryOp::Invert>>),
    def<"neg(a, /)", op_unary<UnaryOp::Neg>>,
    alias<"__neg__">(def<"neg(a, /)", op_unary<UnaryOp::Neg>>),
    def<"pos(a, /)", op_unary<UnaryOp::Pos>>,
    alias<"__pos__">(def<"pos(a, /)", op_unary<UnaryOp::Pos>>),
    def<"not_(a, /)", op_not>,
    alias<"__not__">(def<"not_(a, /)", op_not>),
    def<"truth(a, /)", op_truth>,
    def<"is_(a, b, /)", op_is>,
    def<"is_not(a, b, /)", op_is_not>,
    def<"index(a, /)", op_index>,
    alias<"__index__">(def<"index(a, /)", op_index>),
    def<"concat(a, b, /)", op_concat>,
    alias<"__concat__">(def<"concat(a, b, /)", op_concat>),
    def<"iconcat(a, b, /)", op_iconcat>,
    alias<"__iconcat__">(def<"iconcat(a, b, /)", op_iconcat>),
    def<"contains(a, b, /)", op_contains>,
    alias<"__contains__">(def<"contains(a, b, /)", op_contains>),
    def<"countOf(a, b, /)", op_count_of>,
    def<"indexOf(a, b, /)", op_index_of>,
    def<"getitem(a, b, /)", op_getitem>,
    alias<"__getitem__">(def<"getitem(a, b, /)", op_getitem>),
    def<"setitem(a, b, c, /)", op_setitem>,
    alias<"__setitem__">(def<"setitem(a, b, c, /)", op_setitem>),
    def<"delitem(a, b, /)", op_delitem>,
    alias<"__delitem__">(def<"delitem(a, b, /)", op_delitem>),
    def<"length_hint(obj, default=0, /)", op_length_hint>,
    def<"call(obj, /, *args, **kwargs)", op_call>,
    alias<"__call__">(def<"call(obj, /, *args, **kwargs)", op_call>),
    constant<"attrgetter">(&Getter::kAttr),
    constant<"itemgetter">(&Getter::kItem),
    constant<"methodcaller">(&Getter::kMethod),
};

}  // namespace

constinit const BuiltinType Getter::kItem{{.name = "itemgetter"_sym,
                                           .slots = &kItemSlots,
                                           .rows = kGetterRows,
                                           .flags = kFinal,
                                           .size = sizeof(Getter)}};
constinit const BuiltinType Getter::kAttr{{.name = "attrgetter"_sym,
                                           .slots = &kAttrSlots,
                                           .rows = kGetterRows,
                                           .flags = kFinal,
                                           .size = sizeof(Getter)}};
constinit const BuiltinType Getter::kMethod{{.name = "methodcaller"_sym,
                                             .slots = &kMethodSlots,
                                             .rows = kGetterRows,
                                             .flags = kFinal,
                                             .size = sizeof(Getter)}};

constinit const ModuleDef kOperatorModule{.name = "operator"_sym, .rows = kRows};

}  // namespace krait
