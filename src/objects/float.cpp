// The type float: construction, protocols and, in the table at the end, its methods.
#include "objects/float.hpp"

#include <cmath>

#include "base/float_bits.hpp"
#include "base/float_text.hpp"
#include "base/utf8.hpp"
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "objects/int.hpp"
#include "objects/number_format.hpp"
#include "objects/number_text.hpp"

namespace krait {

// --- text ----------------------------------------------------------------------------------------

Status float_from_text(Interp& in, std::string_view text, Value shown, Float& out) {
    StrBuilder plain(in);
    text = strip_number(text);
    if (!utf8::is_ascii(text)) {
        KRAIT_TRY(plain_digits(plain, text));
        text = plain.view();
    }
    const FloatParse<Float> parse = parse_float<Float>(text);
    if (parse.size == 0 || parse.size != text.size())
        return raise(in, kValueError, "could not convert string to float: {}", shown);
    out = parse.value;
    return kOk;
}

namespace {

using FloatValue = Of<FloatType>;

// --- construction --------------------------------------------------------------------------------

Status float_from_object(Interp& in, Value v, Float& out) {
    if (const Str* s = as_if<Str>(v)) return float_from_text(in, s->view(), v, out);
    const Type* type = type_of(v);
    if (is_real(v) || !is_done(find_special(type, "__float__"_sym)) ||
        !is_done(find_special(type, "__index__"_sym)))
        return to_float(in, v, out);
    if (!find_slot<&Slots::get_buffer>(type))
        return raise(in, kTypeError, "float() argument must be a string or a real number, not '{}'",
                     type);
    HeldBuffer buffer;
    KRAIT_TRY(get_buffer(in, v, buffer));
    return float_from_text(in, number_in(buffer), v, out);
}

Value float_instance(Interp& in, const Type* cls, Float f) {
    if (cls == &FloatType::kType) return new_float(in, f);
    BoxedFloat* box = KRAIT_TRY(make_instance<BoxedFloat>(in, cls));
    box->value = f;
    return box;
}

Value float_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value x;
    KRAIT_TRY((parse_args<"(x=0, /)">(in, "float"_sym, args, x)));
    if (cls == &FloatType::kType && type_of(x) == cls) return x;
    Float f = 0;
    KRAIT_TRY(float_from_object(in, x, f));
    return float_instance(in, cls, f);
}

// --- protocols -----------------------------------------------------------------------------------

Value float_repr_slot(Interp& in, Value self) {
    char text[kFloatReprSize];
    return new_str(in, {text, float_repr(float_of(self), text)}).take();
}

Result<isize> float_hash_slot(Interp&, Value self) { return float_hash(float_of(self)); }
Result<bool> float_truth(Interp&, Value self) { return float_of(self) != 0; }

Value float_format_slot(Interp& in, Value self, Str* spec) {
    return format_float_value(in, self, spec->view()).take();
}

constexpr Slots kFloatSlots = {
    .repr = float_repr_slot,
    .format = float_format_slot,
    .hash = float_hash_slot,
    .truth = float_truth,
    .binary = float_binary,
    .unary = float_unary,
    .compare = float_compare,
    .construct = float_construct,
};

// --- methods -------------------------------------------------------------------------------------

Value float_itself(Interp& in, FloatValue self) { return new_float(in, float_of(self)); }
Float float_imag(FloatValue) { return 0; }
Value float_trunc(Interp& in, FloatValue self) { return int_from_float(in, float_of(self)); }
Value float_floor(Interp& in, FloatValue self) {
    return int_from_float(in, std::floor(float_of(self)));
}
Value float_ceil(Interp& in, FloatValue self) {
    return int_from_float(in, std::ceil(float_of(self)));
}

bool float_is_integer(FloatValue self) {
    const Float f = float_of(self);
    return float_is_finite(f) && std::floor(f) == f;
}

Value float_round(Interp& in, FloatValue self, Value ndigits) {
    const Float f = float_of(self);
    if (!ndigits || is_none(ndigits)) {
        if (!float_is_finite(f)) return int_from_float(in, f);
        return int_from_float(in, round_float(f, 0));
    }
    constexpr isize kFar = 10000;  // beyond any float's digits
    const isize digits = KRAIT_TRY(clamped_index(in, ndigits, kFar));
    if (!float_is_finite(f)) return new_float(in, f);
    const Float rounded = round_float(f, static_cast<i32>(digits));
    if (!float_is_finite(rounded))
        return raise(in, kOverflowError, "rounded value too large to represent");
    return new_float(in, rounded);
}

// mantissa * 2^exponent as a fraction in lowest terms.
Value float_as_integer_ratio(Interp& in, FloatValue self) {
    const Float f = float_of(self);
    if (float_is_nan(f)) return raise(in, kValueError, "cannot convert NaN to integer ratio");
    if (!float_is_finite(f))
        return raise(in, kOverflowError, "cannot convert Infinity to integer ratio");
    auto [mantissa, exponent] = float_parts(f);
    const int zeros =
        mantissa ? std::min<i32>(std::countr_zero(mantissa), std::max<i32>(-exponent, 0)) : 0;
    if (mantissa == 0) exponent = 0;
    mantissa >>= zeros;
    exponent += zeros;
    const i64 whole = static_cast<i64>(mantissa);
    Value items[] = {KRAIT_TRY(new_int(in, f < 0 ? -whole : whole)), Value::from_int(1)};
    Value& scaled = items[exponent < 0];
    scaled = KRAIT_TRY(int_shift_left(in, scaled, static_cast<usize>(std::abs(exponent))));
    return KRAIT_TRY(new_tuple(in, items));
}

Value float_hex_method(Interp& in, FloatValue self) {
    char text[kFloatHexSize];
    return new_str(in, {text, float_hex(float_of(self), text)}).take();
}

Value float_fromhex(Interp& in, const Type* cls, Str* string) {
    const std::string_view text = strip_number(string->view());
    const FloatParse<Float> parse = parse_float_hex<Float>(text);
    if (parse.size == 0 || parse.size != text.size())
        return raise(in, kValueError, "invalid hexadecimal floating-point string");
    const bool says_infinity = text.find_first_of("iI") != text.npos;
    if (!float_is_finite(parse.value) && !float_is_nan(parse.value) && !says_infinity)
        return raise(in, kOverflowError, "hexadecimal value too large to represent as a float");
    const Value f = KRAIT_TRY(new_float(in, parse.value));
    return cls == &FloatType::kType ? f : call(in, Value(cls), f);
}

Value float_getnewargs(Interp& in, FloatValue self) {
    const Value items[] = {KRAIT_TRY(new_float(in, float_of(self)))};
    return KRAIT_TRY(new_tuple(in, items));
}

constexpr Row kFloatRows[] = {
    def<"is_integer(self, /)", float_is_integer>,
    def<"as_integer_ratio(self, /)", float_as_integer_ratio>,
    def<"hex(self, /)", float_hex_method>,
    def_class<"fromhex(cls, string, /)", float_fromhex>,
    def<"conjugate(self, /)", float_itself>,
    getter<"real", float_itself>,
    getter<"imag", float_imag>,
    def<"__float__(self, /)", float_itself>,
    def<"__int__(self, /)", float_trunc>,
    def<"__trunc__(self, /)", float_trunc>,
    def<"__floor__(self, /)", float_floor>,
    def<"__ceil__(self, /)", float_ceil>,
    def<"__round__(self, ndigits=None, /)", float_round>,
    def<"__getnewargs__(self, /)", float_getnewargs>,
};

}  // namespace

constinit const BuiltinType FloatType::kType{
    {.name = "float"_sym, .slots = &kFloatSlots, .rows = kFloatRows, .size = sizeof(BoxedFloat)}};

}  // namespace krait
