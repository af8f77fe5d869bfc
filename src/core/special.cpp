// The table of special methods, and slots as callable objects.
#include "core/special.hpp"

#include "core/bind.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"

namespace krait {

namespace {

using K = SpecialKind;

template <class Op>
constexpr u8 code(Op op) {
    return static_cast<u8>(op);
}

// Operators come first, so that their place follows from the operator: 14 binary, 14 reflected,
// 13 in-place ones (there is none for divmod), 4 unary, 6 comparisons.
constexpr usize kBinaryAt = 0, kReflectedAt = 14, kInplaceAt = 28, kUnaryAt = 41, kCompareAt = 45;

constinit const SpecialRow kRows[] = {
    {"__add__"_sym, K::Binary, code(BinaryOp::Add)},
    {"__sub__"_sym, K::Binary, code(BinaryOp::Sub)},
    {"__mul__"_sym, K::Binary, code(BinaryOp::Mul)},
    {"__truediv__"_sym, K::Binary, code(BinaryOp::TrueDiv)},
    {"__floordiv__"_sym, K::Binary, code(BinaryOp::FloorDiv)},
    {"__mod__"_sym, K::Binary, code(BinaryOp::Mod)},
    {"__pow__"_sym, K::Binary, code(BinaryOp::Pow)},
    {"__matmul__"_sym, K::Binary, code(BinaryOp::MatMul)},
    {"__lshift__"_sym, K::Binary, code(BinaryOp::LShift)},
    {"__rshift__"_sym, K::Binary, code(BinaryOp::RShift)},
    {"__and__"_sym, K::Binary, code(BinaryOp::And)},
    {"__or__"_sym, K::Binary, code(BinaryOp::Or)},
    {"__xor__"_sym, K::Binary, code(BinaryOp::Xor)},
    {"__divmod__"_sym, K::Binary, code(BinaryOp::DivMod)},
    {"__radd__"_sym, K::Reflected, code(BinaryOp::Add)},
    {"__rsub__"_sym, K::Reflected, code(BinaryOp::Sub)},
    {"__rmul__"_sym, K::Reflected, code(BinaryOp::Mul)},
    {"__rtruediv__"_sym, K::Reflected, code(BinaryOp::TrueDiv)},
    {"__rfloordiv__"_sym, K::Reflected, code(BinaryOp::FloorDiv)},
    {"__rmod__"_sym, K::Reflected, code(BinaryOp::Mod)},
    {"__rpow__"_sym, K::Reflected, code(BinaryOp::Pow)},
    {"__rmatmul__"_sym, K::Reflected, code(BinaryOp::MatMul)},
    {"__rlshift__"_sym, K::Reflected, code(BinaryOp::LShift)},
    {"__rrshift__"_sym, K::Reflected, code(BinaryOp::RShift)},
    {"__rand__"_sym, K::Reflected, code(BinaryOp::And)},
    {"__ror__"_sym, K::Reflected, code(BinaryOp::Or)},
    {"__rxor__"_sym, K::Reflected, code(BinaryOp::Xor)},
    {"__rdivmod__"_sym, K::Reflected, code(BinaryOp::DivMod)},
    {"__iadd__"_sym, K::Inplace, code(BinaryOp::Add)},
    {"__isub__"_sym, K::Inplace, code(BinaryOp::Sub)},
    {"__imul__"_sym, K::Inplace, code(BinaryOp::Mul)},
    {"__itruediv__"_sym, K::Inplace, code(BinaryOp::TrueDiv)},
    {"__ifloordiv__"_sym, K::Inplace, code(BinaryOp::FloorDiv)},
    {"__imod__"_sym, K::Inplace, code(BinaryOp::Mod)},
    {"__ipow__"_sym, K::Inplace, code(BinaryOp::Pow)},
    {"__imatmul__"_sym, K::Inplace, code(BinaryOp::MatMul)},
    {"__ilshift__"_sym, K::Inplace, code(BinaryOp::LShift)},
    {"__irshift__"_sym, K::Inplace, code(BinaryOp::RShift)},
    {"__iand__"_sym, K::Inplace, code(BinaryOp::And)},
    {"__ior__"_sym, K::Inplace, code(BinaryOp::Or)},
    {"__ixor__"_sym, K::Inplace, code(BinaryOp::Xor)},
    {"__neg__"_sym, K::Unary, code(UnaryOp::Neg)},
    {"__pos__"_sym, K::Unary, code(UnaryOp::Pos)},
    {"__invert__"_sym, K::Unary, code(UnaryOp::Invert)},
    {"__abs__"_sym, K::Unary, code(UnaryOp::Abs)},
    {"__lt__"_sym, K::Compare, code(CompareOp::Lt)},
    {"__le__"_sym, K::Compare, code(CompareOp::Le)},
    {"__eq__"_sym, K::Compare, code(CompareOp::Eq)},
    {"__ne__"_sym, K::Compare, code(CompareOp::Ne)},
    {"__gt__"_sym, K::Compare, code(CompareOp::Gt)},
    {"__ge__"_sym, K::Compare, code(CompareOp::Ge)},
    {"__repr__"_sym, K::Repr, 0},
    {"__str__"_sym, K::Str, 0},
    {"__format__"_sym, K::Format, 0},
    {"__hash__"_sym, K::Hash, 0},
    {"__bool__"_sym, K::Truth, 0},
    {"__call__"_sym, K::Call, 0},
    {"__getattribute__"_sym, K::GetAttr, 0},
    {"__setattr__"_sym, K::SetAttr, 0},
    {"__delattr__"_sym, K::DelAttr, 0},
    {"__len__"_sym, K::Length, 0},
    {"__getitem__"_sym, K::GetItem, 0},
    {"__setitem__"_sym, K::SetItem, 0},
    {"__delitem__"_sym, K::DelItem, 0},
    {"__contains__"_sym, K::Contains, 0},
    {"__iter__"_sym, K::Iter, 0},
    {"__next__"_sym, K::Next, 0},
    {"__get__"_sym, K::DescrGet, 0},
    {"__set__"_sym, K::DescrSet, 0},
    {"__delete__"_sym, K::DescrDelete, 0},
    {"__new__"_sym, K::New, 0},
    {"__init__"_sym, K::Init, 0},
};

struct Arity {
    u8 least, most;
};
Arity arity_of(SpecialKind kind) {
    if (kind <= K::Unary) return {0, 0};
    if (kind <= K::DescrDelete) return {1, 1};
    if (kind <= K::DescrSet) return {2, 2};
    return {1, 2};
}

Status check_arity(Interp& in, const SpecialRow& row, const CallArgs& args) {
    if (row.kind >= K::Call) return kOk;
    if (args.named) return raise(in, kTypeError, "{}() takes no keyword arguments", row.name);
    const Arity a = arity_of(row.kind);
    if (args.positional >= a.least && args.positional <= a.most) return kOk;
    if (a.least != a.most)
        return raise(in, kTypeError, "expected at {} {} argument{}, got {}",
                     args.positional < a.least ? "least" : "most", a.least, a.least == 1 ? "" : "s",
                     args.positional);
    return raise(in, kTypeError, "expected {} argument{}, got {}", a.least, a.least == 1 ? "" : "s",
                 args.positional);
}

Result<Str*> name_argument(Interp& in, Value v) {
    Str* name = as_if<Str>(v);
    if (!name) return raise(in, kTypeError, "attribute name must be string, not '{}'", type_of(v));
    return intern(in, name);
}

Value none_if(Status status) {
    KRAIT_TRY(status);
    return none();
}
Value int_of(Interp& in, Result<isize> i) { return new_int(in, KRAIT_TRY(i)); }
Value bool_of(Result<bool> b) { return from_bool(KRAIT_TRY(b)); }

Value call_next(Interp& in, const Slots& slots, Value self) {
    in.set_stop_value({});
    Value item = KRAIT_TRY(slots.next(in, self));
    if (is_done(item)) return raise_stop_iteration(in, in.take_stop_value());
    return item;
}

Value call_format(Interp& in, const Slots& slots, Value self, Value spec) {
    Str* text = as_if<Str>(spec);
    if (!text)
        return raise(in, kTypeError, "__format__() argument must be str, not {}", type_of(spec));
    return slots.format(in, self, text);
}

Value call_binary(Interp& in, const SpecialRow& row, const Slots& slots, Value self, Value other) {
    const auto op = static_cast<BinaryOp>(row.op);
    if (row.kind == K::Inplace) return slots.inplace(in, op, self, other);
    return row.kind == K::Binary ? slots.binary(in, op, self, other)
                                 : slots.binary(in, op, other, self);
}

Value call_attribute_slot(Interp& in, const SpecialRow& row, const Slots& slots, Value self,
                          const CallArgs& args) {
    Str* name = KRAIT_TRY(name_argument(in, args.values[0]));
    if (row.kind == K::GetAttr) return slots.get_attr(in, self, name);
    return none_if(
        slots.set_attr(in, self, name, row.kind == K::SetAttr ? args.values[1] : Value()));
}

Value call_get(Interp& in, const Slots& slots, Value self, const CallArgs& args) {
    Value instance = is_none(args.values[0]) ? Value() : args.values[0];
    Value owner = args.positional > 1 ? args.values[1] : none();
    if (is_type(owner)) return slots.descr_get(in, self, instance, as_type(owner));
    if (!instance) return raise(in, kTypeError, "__get__(None, None) is invalid");
    return slots.descr_get(in, self, instance, type_of(instance));
}

// True if the constructor of `of` makes the struct that instances of `type` start with.
bool is_safe_new(const Type* of, const Type* type) {
    return find_slot<&Slots::construct>(type->layout) == find_slot<&Slots::construct>(of->layout);
}

Value call_new(Interp& in, const Type* of, Value cls, const CallArgs& args) {
    if (!is_type(cls))
        return raise(in, kTypeError, "{}.__new__(X): X is not a type object ({})", of,
                     type_of(cls));
    const Type* type = as_type(cls);
    if (!type->is_subtype_of(of))
        return raise(in, kTypeError, "{}.__new__({}): {} is not a subtype of {}", of, type, type,
                     of);
    if (!is_safe_new(of, type))
        return raise(in, kTypeError, "{}.__new__({}) is not safe, use {}.__new__()", of, type,
                     type->layout);
    return of->slots->construct(in, type, args);
}

Value wrapper_call(Interp& in, Value callee, const CallArgs& args) {
    auto* w = static_cast<SlotWrapper*>(callee.object());
    if (w->self) return call_slot(in, w->of, *w->row, w->self, args);
    if (args.positional == 0)
        return raise(in, kTypeError, "unbound method {}.{}() needs an argument", w->of,
                     w->row->name);
    Value self = args.values[0];
    if (w->row->kind != K::New && !is_instance(self, w->of))
        return raise(in, kTypeError, "descriptor '{}' requires a '{}' object but received a '{}'",
                     w->row->name, w->of, type_of(self));
    return call_slot(in, w->of, *w->row, self,
                     {args.values + 1, args.positional - 1, args.named, args.names});
}

Value wrapper_repr(Interp& in, Value self) {
    auto* w = static_cast<SlotWrapper*>(self.object());
    if (w->self) {
        StrBuilder out(in);
        KRAIT_TRY(out.append("<method-wrapper '"));
        KRAIT_TRY(out.append(w->row->name));
        KRAIT_TRY(out.append("' of ", type_of(w->self)->name->view()));
        KRAIT_TRY(out.append(" object at 0x"));
        KRAIT_TRY(out.append_unsigned(w->self.bits(), 16));
        KRAIT_TRY(out.append(">"));
        return out.finish().take();
    }
    return format_str(in, "<slot wrapper '{}' of '{}' objects>", w->row->name, w->of).take();
}

Value wrapper_get(Interp& in, Value self, Value instance, const Type*) {
    auto* w = static_cast<SlotWrapper*>(self.object());
    if (!instance) return self;
    return new_slot_wrapper(in, w->of, *w->row, instance).take();
}

Value wrapper_compare(Interp&, CompareOp op, Value lhs, Value rhs) {
    auto* b = as_if<SlotWrapper>(rhs);
    if (!b || (op != CompareOp::Eq && op != CompareOp::Ne)) return not_implemented();
    auto* a = static_cast<SlotWrapper*>(lhs.object());
    bool same = a->of == b->of && a->row == b->row && a->self == b->self;
    return from_bool(same == (op == CompareOp::Eq));
}

Result<isize> wrapper_hash(Interp&, Value self) {
    auto* w = static_cast<SlotWrapper*>(self.object());
    return static_cast<isize>(w->row->name->hash() ^ (Value(w->of).bits() >> 4 & 0xffff));
}

void wrapper_trace(Object* o, Marker& m) {
    auto* w = static_cast<SlotWrapper*>(o);
    m.object(w->of);
    m.value(w->self);
}

static Value wrapper_name(Value self) {
    return Value(static_cast<SlotWrapper*>(self.object())->row->name);
}
static Value wrapper_class(Value self) {
    return Value(static_cast<SlotWrapper*>(self.object())->of);
}
static Value wrapper_self(Interp& in, Value self) {
    auto* w = static_cast<SlotWrapper*>(self.object());
    return w->self ? w->self : raise_no_attribute(in, self, "__self__"_sym);
}

constexpr Row kWrapperRows[] = {
    getter<"__name__", wrapper_name>,
    getter<"__objclass__", wrapper_class>,
    getter<"__self__", wrapper_self>,
};
constinit const Slots kWrapperSlots{.repr = wrapper_repr,
                                    .hash = wrapper_hash,
                                    .call = wrapper_call,
                                    .compare = wrapper_compare,
                                    .descr_get = wrapper_get,
                                    .trace = wrapper_trace};
constinit const Slots kUnbindingSlots{.repr = wrapper_repr,
                                      .hash = wrapper_hash,
                                      .call = wrapper_call,
                                      .compare = wrapper_compare,
                                      .trace = wrapper_trace};

}  // namespace

constinit const BuiltinType SlotWrapper::kType{{.name = "wrapper_descriptor"_sym,
                                                .slots = &kWrapperSlots,
                                                .rows = kWrapperRows,
                                                .flags = kFinal | kMethodLike,
                                                .size = sizeof(SlotWrapper)}};
constinit const BuiltinType SlotWrapper::kBoundType{{.name = "method-wrapper"_sym,
                                                     .slots = &kUnbindingSlots,
                                                     .rows = kWrapperRows,
                                                     .flags = kFinal,
                                                     .size = sizeof(SlotWrapper),
                                                     .layout = &SlotWrapper::kType}};
constinit const BuiltinType SlotWrapper::kNewType{{.name = "builtin_function_or_method"_sym,
                                                   .slots = &kUnbindingSlots,
                                                   .rows = kWrapperRows,
                                                   .flags = kFinal,
                                                   .size = sizeof(SlotWrapper),
                                                   .layout = &SlotWrapper::kType}};

std::span<const SpecialRow> special_rows() { return kRows; }

const SpecialRow* find_special_row(const Str* name) {
    if (name->size() < 6 || name->data()[0] != '_') return nullptr;
    for (const SpecialRow& row : kRows)
        if (row.name == name) return &row;
    return nullptr;
}

bool has_slot_of(const Type* type, const SpecialRow& row) {
    const Slots& s = *type->slots;
    switch (row.kind) {
        case K::Repr: return s.repr;
        case K::Str: return s.str;
        case K::Hash: return s.hash;
        case K::Truth: return s.truth;
        case K::Length: return s.length;
        case K::Iter: return s.iter;
        case K::Next: return s.next;
        case K::Unary: return s.unary;
        case K::Format: return s.format;
        case K::GetAttr: return s.get_attr;
        case K::SetAttr:
        case K::DelAttr: return s.set_attr;
        case K::GetItem: return s.get_item;
        case K::SetItem:
        case K::DelItem: return s.set_item;
        case K::Contains: return s.contains;
        case K::Binary:
        case K::Reflected: return s.binary;
        case K::Inplace: return s.inplace;
        case K::Compare: return s.compare;
        case K::DescrGet: return s.descr_get;
        case K::DescrSet:
        case K::DescrDelete: return s.descr_set;
        case K::Call: return s.call;
        case K::Init: return s.init;
        case K::New: return s.construct;
    }
    return false;
}

Value call_slot(Interp& in, const Type* of, const SpecialRow& row, Value self,
                const CallArgs& args) {
    KRAIT_TRY(check_arity(in, row, args));
    const Slots& s = *of->slots;
    const Value* a = args.values;
    switch (row.kind) {
        case K::Repr: return s.repr(in, self);
        case K::Str: return s.str(in, self);
        case K::Hash: return int_of(in, s.hash(in, self));
        case K::Truth: return bool_of(s.truth(in, self));
        case K::Length: return int_of(in, s.length(in, self));
        case K::Iter: return s.iter(in, self);
        case K::Next: return call_next(in, s, self);
        case K::Unary: return s.unary(in, static_cast<UnaryOp>(row.op), self);
        case K::Format: return call_format(in, s, self, a[0]);
        case K::GetAttr:
        case K::SetAttr:
        case K::DelAttr: return call_attribute_slot(in, row, s, self, args);
        case K::GetItem: return s.get_item(in, self, a[0]);
        case K::SetItem: return none_if(s.set_item(in, self, a[0], a[1]));
        case K::DelItem: return none_if(s.set_item(in, self, a[0], Value()));
        case K::Contains: return bool_of(s.contains(in, self, a[0]));
        case K::Binary:
        case K::Reflected:
        case K::Inplace: return call_binary(in, row, s, self, a[0]);
        case K::Compare: return s.compare(in, static_cast<CompareOp>(row.op), self, a[0]);
        case K::DescrGet: return call_get(in, s, self, args);
        case K::DescrSet: return none_if(s.descr_set(in, self, a[0], a[1]));
        case K::DescrDelete: return none_if(s.descr_set(in, self, a[0], Value()));
        case K::Call: return s.call(in, self, args);
        case K::Init: return none_if(s.init(in, self, args));
        case K::New: return call_new(in, of, self, args);
    }
    return {};
}

Result<SlotWrapper*> new_slot_wrapper(Interp& in, const Type* of, const SpecialRow& row,
                                      Value self) {
    const BuiltinType& type = row.kind == K::New ? SlotWrapper::kNewType
                              : self             ? SlotWrapper::kBoundType
                                                 : SlotWrapper::kType;
    auto* w = KRAIT_TRY(in.make_with_shape<SlotWrapper>(type.shape()));
    w->of = of;
    w->row = &row;
    w->self = self;
    return w;
}

SlotWrapper* inherited_constructor(const Type* cls, Value found, SpecialKind kind) {
    if (!is<SlotWrapper>(found)) return nullptr;
    auto* w = as<SlotWrapper>(found);
    const bool fits = w->row->kind == kind && !w->self && cls->is_subtype_of(w->of) &&
                      (kind != K::New || is_safe_new(w->of, cls));
    return fits ? w : nullptr;
}

const Str* binary_name(BinaryOp op) { return kRows[kBinaryAt + code(op)].name; }
const Str* reflected_name(BinaryOp op) { return kRows[kReflectedAt + code(op)].name; }
const Str* inplace_name(BinaryOp op) {
    return op == BinaryOp::DivMod ? nullptr : kRows[kInplaceAt + code(op)].name;
}
const Str* unary_name(UnaryOp op) { return kRows[kUnaryAt + code(op)].name; }
const Str* compare_name(CompareOp op) { return kRows[kCompareAt + code(op)].name; }

const char* binary_symbol(BinaryOp op) {
    static constexpr const char* kSymbols[] = {"+", "-",  "*",  "/", "//", "%", "** or pow()",
                                               "@", "<<", ">>", "&", "|",  "^", "divmod()"};
    return kSymbols[code(op)];
}
const char* compare_symbol(CompareOp op) {
    static constexpr const char* kSymbols[] = {"<", "<=", "==", "!=", ">", ">="};
    return kSymbols[code(op)];
}

}  // namespace krait
