// None, NotImplemented, Ellipsis, True and False, all in read-only memory.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "objects/type.hpp"

namespace krait {

namespace {

Status no_arguments(Interp& in, const Type* cls, const CallArgs& args) {
    if (args.total() == 0) return kOk;
    return raise(in, kTypeError, "{} takes no arguments", cls);
}

// Their types can be called, for the object itself.
template <const Singleton& Object>
Value singleton_construct(Interp& in, const Type* cls, const CallArgs& args) {
    KRAIT_TRY(no_arguments(in, cls, args));
    return Value(&Object);
}

Status singleton_init(Interp&, Value, const CallArgs&) { return kOk; }

Value none_repr(Interp&, Value) { return Value("None"_sym); }
Value not_implemented_repr(Interp&, Value) { return Value("NotImplemented"_sym); }
Value ellipsis_repr(Interp&, Value) { return Value("Ellipsis"_sym); }
Result<bool> none_truth(Interp&, Value) { return false; }
Result<isize> none_hash(Interp&, Value) { return isize{0xfca86}; }

constinit const Slots kNoneSlots{.repr = none_repr,
                                 .hash = none_hash,
                                 .truth = none_truth,
                                 .construct = singleton_construct<kNoneObject>,
                                 .init = singleton_init};
constinit const Slots kNotImplementedSlots{.repr = not_implemented_repr,
                                           .construct = singleton_construct<kNotImplementedObject>,
                                           .init = singleton_init};
constinit const Slots kEllipsisSlots{.repr = ellipsis_repr,
                                     .construct = singleton_construct<kEllipsisObject>,
                                     .init = singleton_init};

// --- bool: an int of 0 or 1 ---

Value as_small_int(Value v) { return is_bool(v) ? Value::from_int(v == true_()) : v; }

Value bool_repr(Interp&, Value self) { return Value(self == true_() ? "True"_sym : "False"_sym); }
Result<bool> bool_truth(Interp&, Value self) { return self == true_(); }
Result<isize> bool_hash(Interp&, Value self) { return isize{self == true_()}; }

Value bool_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (is_bool(lhs) && is_bool(rhs)) {
        const bool a = lhs == true_(), b = rhs == true_();
        if (op == BinaryOp::And) return from_bool(a && b);
        if (op == BinaryOp::Or) return from_bool(a || b);
        if (op == BinaryOp::Xor) return from_bool(a != b);
    }
    return find_slot<&Slots::binary>(&IntType::kType)(in, op, as_small_int(lhs), as_small_int(rhs));
}

Value bool_unary(Interp& in, UnaryOp op, Value self) { return unary(in, op, as_small_int(self)); }

Value bool_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    return find_slot<&Slots::compare>(&IntType::kType)(in, op, as_small_int(lhs),
                                                       as_small_int(rhs));
}

Value bool_construct(Interp& in, const Type*, const CallArgs& args) {
    Value v;
    KRAIT_TRY((parse_args<"(object=False, /)">(in, "bool"_sym, args, v)));
    return from_bool(KRAIT_TRY(truth(in, v)));
}

constinit const Slots kBoolSlots{.repr = bool_repr,
                                 .hash = bool_hash,
                                 .truth = bool_truth,
                                 .binary = bool_binary,
                                 .unary = bool_unary,
                                 .compare = bool_compare,
                                 .construct = bool_construct,
                                 .init = singleton_init};

}  // namespace

constinit const BuiltinType Singleton::kNoneType{
    {.name = "NoneType"_sym, .slots = &kNoneSlots, .flags = kFinal}};
constinit const BuiltinType Singleton::kNotImplementedType{
    {.name = "NotImplementedType"_sym, .slots = &kNotImplementedSlots, .flags = kFinal}};
constinit const BuiltinType Singleton::kEllipsisType{
    {.name = "ellipsis"_sym, .slots = &kEllipsisSlots, .flags = kFinal}};
constinit const BuiltinType Singleton::kDoneType{
    {.name = "done"_sym, .slots = &kNoSlots, .flags = kFinal | kAbstractBase}};
constinit const BuiltinType Bool::kType{{.name = "bool"_sym,
                                         .base = &IntType::kType,
                                         .slots = &kBoolSlots,
                                         .flags = kFinal,
                                         .size = sizeof(Bool)}};

constinit const Singleton kNoneObject{Singleton::kNoneType.shape()};
constinit const Singleton kNotImplementedObject{Singleton::kNotImplementedType.shape()};
constinit const Singleton kEllipsisObject{Singleton::kEllipsisType.shape()};
constinit const Singleton kDoneObject{Singleton::kDoneType.shape()};
constinit const Bool kTrueObject{Bool::kType.shape(), true};
constinit const Bool kFalseObject{Bool::kType.shape(), false};

}  // namespace krait
