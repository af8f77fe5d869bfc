// The type int: construction, protocols and, in the table at the end, its methods.
#include "objects/int.hpp"

#include "core/bind.hpp"
#include "core/shape.hpp"
#include "core/str_builder.hpp"
#include "objects/float.hpp"
#include "objects/number_format.hpp"
#include "objects/number_text.hpp"

namespace krait {

namespace {

constexpr Value kZero = Value::from_int(0), kOne = Value::from_int(1);
using Int = Of<IntType>;

// --- construction --------------------------------------------------------------------------------

// What a str or a bytes-like object says; done() if it is neither.
Value int_from_texts(Interp& in, Value v, u32 base) {
    if (const Str* s = as_if<Str>(v)) return int_from_text(in, s->view(), base, v);
    if (!find_slot<&Slots::get_buffer>(type_of(v))) return done();
    HeldBuffer buffer;
    KRAIT_TRY(get_buffer(in, v, buffer));
    return int_from_text(in, number_in(buffer), base, v);
}

// __int__, __index__ or __trunc__; done() if the object has none.
Value int_by_special(Interp& in, Value v) {
    const Value i = KRAIT_TRY(call_special(in, v, "__int__"_sym));
    if (!is_done(i)) {
        if (is_int(i)) return plain_int(in, i);
        return raise(in, kTypeError, "__int__ returned non-int (type {})", type_of(i));
    }
    if (!is_done(find_special(type_of(v), "__index__"_sym)))
        return plain_int(in, KRAIT_TRY(to_int_object(in, v)));
    const Value whole = KRAIT_TRY(call_special(in, v, "__trunc__"_sym));
    if (is_done(whole)) return whole;
    return plain_int(in, KRAIT_TRY(to_int_object(in, whole)));
}

Value int_from_object(Interp& in, Value v) {
    if (v.is_int() || type_of(v) == &IntType::kType) return v;
    if (v.is_inline_float()) return int_from_float(in, v.as_inline_float());
    if (!is<Str>(v)) {
        const Value i = KRAIT_TRY(int_by_special(in, v));
        if (!is_done(i)) return i;
    }
    const Value i = KRAIT_TRY(int_from_texts(in, v, 10));
    if (!is_done(i)) return i;
    return raise(in, kTypeError,
                 "int() argument must be a string, a bytes-like object or a real number, not '{}'",
                 type_of(v));
}

Value int_from_based(Interp& in, Value v, Value base) {
    const isize b = KRAIT_TRY(clamped_index(in, base, 100));
    if (b != 0 && (b < 2 || b > 36))
        return raise(in, kValueError, "int() base must be >= 2 and <= 36, or 0");
    const Value i = KRAIT_TRY(int_from_texts(in, v, static_cast<u32>(b)));
    if (!is_done(i)) return i;
    return raise(in, kTypeError, "int() can't convert non-string with explicit base");
}

Value int_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value x, base;
    KRAIT_TRY((parse_args<"(x=..., /, base=...)">(in, "int"_sym, args, x, base)));
    if (!x && base) return raise(in, kTypeError, "int() missing string argument");
    Value i = kZero;
    if (x) i = KRAIT_TRY(base ? int_from_based(in, x, base) : int_from_object(in, x));
    return int_instance(in, cls, i);
}

// --- protocols -----------------------------------------------------------------------------------

Value int_repr(Interp& in, Value self) { return int_to_str(in, self).take(); }
Result<isize> int_hash_slot(Interp&, Value self) { return int_hash(self); }
Result<bool> int_truth(Interp&, Value self) { return int_sign(self) != 0; }

Value int_unary(Interp& in, UnaryOp op, Value self) {
    switch (op) {
        case UnaryOp::Neg: return int_negate(in, self);
        case UnaryOp::Pos: return plain_int(in, self);
        case UnaryOp::Abs: return int_absolute(in, self);
        case UnaryOp::Invert: break;
    }
    return int_subtract(in, Value::from_int(-1), self);
}

Value int_compare(Interp&, CompareOp op, Value lhs, Value rhs) {
    if (!is_int(rhs)) return not_implemented();
    return from_bool(order_satisfies(op, int_order(lhs, rhs)));
}

Value int_format_slot(Interp& in, Value self, Str* spec) {
    return format_int(in, self, spec->view()).take();
}

usize int_struct_size(const Object* self) {
    return BigInt::bytes_for(static_cast<const BigInt*>(self)->magnitude().size());
}

constexpr Slots kIntSlots = {
    .repr = int_repr,
    .format = int_format_slot,
    .hash = int_hash_slot,
    .truth = int_truth,
    .binary = int_binary,
    .unary = int_unary,
    .compare = int_compare,
    .construct = int_construct,
    .size = int_struct_size,
};

// --- methods -------------------------------------------------------------------------------------

Value int_itself(Interp& in, Int self) { return plain_int(in, self); }
Value int_imag(Int) { return kZero; }
Value int_denominator(Int) { return kOne; }
isize int_bit_length_method(Int self) { return static_cast<isize>(int_bit_length(self)); }
isize int_bit_count(Int self) {
    return static_cast<isize>(big::bit_count(IntOperand(self).magnitude()));
}
bool int_is_integer(Int) { return true; }

Value int_float(Interp& in, Int self) {
    Float f = 0;
    KRAIT_TRY(int_to_float(in, self, f));
    return new_float(in, f);
}

Value int_as_integer_ratio(Interp& in, Int self) {
    const Value items[] = {KRAIT_TRY(plain_int(in, self)), kOne};
    return KRAIT_TRY(new_tuple(in, items));
}

// To a multiple of 10^places, a half going to the even one.
Value round_to_ten(Interp& in, Value n, Value places) {
    const auto count = int_as_i64(places);
    // 10^places has more than 3 * places bits; far above n all is 0.
    if (!count || static_cast<u64>(*count) > int_bit_length(n)) return kZero;
    const Value unit = KRAIT_TRY(int_power(in, Value::from_int(10), places));
    Value quotient, rest;
    KRAIT_TRY(int_divide(in, n, unit, &quotient, &rest));
    const Value twice = KRAIT_TRY(int_shift_left(in, rest, 1));
    const int order = int_order(twice, unit);
    if (order > 0 || (order == 0 && int_is_odd(quotient)))
        quotient = KRAIT_TRY(int_add(in, quotient, kOne));
    return int_multiply(in, quotient, unit);
}

Value int_round(Interp& in, Int self, Value ndigits) {
    if (!ndigits || is_none(ndigits)) return plain_int(in, self);
    const Value digits = KRAIT_TRY(to_int_object(in, ndigits));
    if (int_sign(digits) >= 0) return plain_int(in, self);
    return round_to_ten(in, self, KRAIT_TRY(int_negate(in, digits)));
}

Value int_pow(Interp& in, Int self, Value exponent, Value modulus) {
    if (is_none(modulus)) return int_binary(in, BinaryOp::Pow, self, exponent);
    if (!is_int(exponent) || !is_int(modulus)) return not_implemented();
    return int_power_modulo(in, self, exponent, modulus);
}

Value int_getnewargs(Interp& in, Int self) {
    const Value items[] = {KRAIT_TRY(plain_int(in, self))};
    return KRAIT_TRY(new_tuple(in, items));
}

Value int_to_bytes_method(Interp& in, Int self, isize length, Str* byteorder, bool is_signed) {
    const auto order = byte_order_of(in, byteorder);
    if (!order) return {};
    if (length < 0) return raise(in, kValueError, "length argument must be non-negative");
    LimbScratch room(in);
    KRAIT_TRY(room.reserve(big::limbs_for_bits(8 * static_cast<usize>(length))));
    const MutableBytes out(reinterpret_cast<u8*>(room.limbs().data()), static_cast<usize>(length));
    KRAIT_TRY(int_to_bytes(in, self, out, *order, is_signed));
    return new_bytes(in, out);
}

Value int_from_bytes_method(Interp& in, const Type* cls, Value bytes, Str* byteorder,
                            bool is_signed) {
    const auto order = byte_order_of(in, byteorder);
    if (!order) return {};
    const Value v = KRAIT_TRY(int_from_bytes_object(in, bytes, *order, is_signed));
    return cls == &IntType::kType ? v : call(in, Value(cls), v);
}

constexpr Row kIntRows[] = {
    def<"bit_length(self, /)", int_bit_length_method>,
    def<"bit_count(self, /)", int_bit_count>,
    def<"conjugate(self, /)", int_itself>,
    def<"is_integer(self, /)", int_is_integer>,
    def<"as_integer_ratio(self, /)", int_as_integer_ratio>,
    def<"to_bytes(self, /, length=1, byteorder='big', *, signed=False)", int_to_bytes_method>,
    def_class<"from_bytes(cls, /, bytes, byteorder='big', *, signed=False)", int_from_bytes_method>,
    getter<"real", int_itself>,
    getter<"imag", int_imag>,
    getter<"numerator", int_itself>,
    getter<"denominator", int_denominator>,
    def<"__int__(self, /)", int_itself>,
    def<"__index__(self, /)", int_itself>,
    def<"__trunc__(self, /)", int_itself>,
    def<"__floor__(self, /)", int_itself>,
    def<"__ceil__(self, /)", int_itself>,
    def<"__float__(self, /)", int_float>,
    def<"__round__(self, ndigits=..., /)", int_round>,
    def<"__pow__(self, value, mod=None, /)", int_pow>,
    def<"__getnewargs__(self, /)", int_getnewargs>,
};

}  // namespace

constinit const BuiltinType IntType::kType{
    {.name = "int"_sym, .slots = &kIntSlots, .rows = kIntRows, .size = sizeof(BigInt)}};

}  // namespace krait
