// The type complex: text, construction, protocols and, at the end, its methods.
#include "objects/complex.hpp"

#include <cmath>

#include "base/float_bits.hpp"
#include "base/float_text.hpp"
#include "base/utf8.hpp"
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"
#include "objects/number_format.hpp"
#include "objects/number_text.hpp"

namespace krait {

Value new_complex(Interp& in, ComplexParts c) {
    Complex* z = KRAIT_TRY(in.make<Complex>());
    z->parts = c;
    return z;
}

// --- text ----------------------------------------------------------------------------------------

namespace {

// A part as repr writes it, without the ".0" of whole numbers.
Status append_part(StrBuilder& out, Float f, bool with_sign) {
    char text[kFloatReprSize];
    std::string_view part(text, float_repr(f, text));
    if (part.ends_with(".0")) part.remove_suffix(2);
    if (with_sign && part[0] != '-') KRAIT_TRY(out.append_char('+'));
    return out.append(part);
}

// Takes "1.5", "-2" or the like from the front, or a lone sign before j (which counts as 1).
struct Piece {
    Float value = 0;
    bool found = false;
    bool is_imaginary = false;
};
Piece take_piece(std::string_view& text) {
    Piece piece;
    const FloatParse<Float> parse = parse_float<Float>(text);
    piece.value = parse.value;
    usize size = parse.size;
    if (size == 0) {
        const bool sign = !text.empty() && (text[0] == '-' || text[0] == '+');
        piece.value = sign && text[0] == '-' ? Float(-1) : Float(1);
        size = sign;
        if (size >= text.size() || (text[size] | 0x20) != 'j') return piece;
    }
    text.remove_prefix(size);
    piece.found = true;
    piece.is_imaginary = !text.empty() && (text[0] | 0x20) == 'j';
    if (piece.is_imaginary) text.remove_prefix(1);
    return piece;
}

// "1", "1j" or "1+2j". False: it is none.
bool parse_complex(std::string_view text, ComplexParts& out) {
    const Piece first = take_piece(text);
    if (!first.found) return false;
    out = first.is_imaginary ? ComplexParts{0, first.value} : ComplexParts{first.value, 0};
    if (text.empty()) return true;
    if (first.is_imaginary || (text[0] != '+' && text[0] != '-')) return false;
    const Piece second = take_piece(text);
    out.imag = second.value;
    return second.found && second.is_imaginary && text.empty();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether an underscore stands anywhere but between two digits.
bool has_stray_underscore(std::string_view text) {
    for (usize i = 0; i < text.size(); ++i)
        if (text[i] == '_' &&
            (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])))
            return true;
    return false;
}

Status complex_from_text(Interp& in, const Str* s, ComplexParts& out) {
    StrBuilder plain(in);
    std::string_view text = strip_number(s->view());
    if (!utf8::is_ascii(text)) {
        KRAIT_TRY(plain_digits(plain, text));
        text = plain.view();
    }
    if (text.size() > 2 && text.front() == '(' && text.back() == ')')
        text = strip_number(text.substr(1, text.size() - 2));
    if (parse_complex(text, out)) return kOk;
    if (has_stray_underscore(text))
        return raise(in, kValueError, "could not convert string to complex: {}", Value(s));
    return raise(in, kValueError, "complex() arg is a malformed string");
}

}  // namespace

Status append_complex(StrBuilder& out, ComplexParts c) {
    if (c.real == 0 && !float_is_negative(c.real)) {
        KRAIT_TRY(append_part(out, c.imag, false));
        return out.append_char('j');
    }
    KRAIT_TRY(out.append_char('('));
    KRAIT_TRY(append_part(out, c.real, false));
    KRAIT_TRY(append_part(out, c.imag, true));
    return out.append("j)");
}

// --- construction --------------------------------------------------------------------------------

namespace {

// A complex, or what __complex__ gives; false if the object has neither.
Result<bool> take_complex(Interp& in, Value v, ComplexParts& out) {
    if (!is_exact<Complex>(v)) {
        const Value c = KRAIT_TRY(call_special(in, v, "__complex__"_sym));
        if (is_done(c)) return false;
        if (!is<Complex>(c))
            return raise(in, kTypeError, "__complex__ returned non-complex (type {})", type_of(c));
        v = c;
    }
    out = as<Complex>(v)->parts;
    return true;
}

bool is_number_like(Value v) {
    const Type* type = type_of(v);
    return is_real(v) || !is_done(find_special(type, "__float__"_sym)) ||
           !is_done(find_special(type, "__index__"_sym));
}

// A part given to complex().
Status complex_argument(Interp& in, Value v, const char* which, ComplexParts& out) {
    if (KRAIT_TRY(take_complex(in, v, out))) return kOk;
    if (!is_number_like(v))
        return raise(in, kTypeError, "complex() {} argument must be {}a number, not '{}'", which,
                     *which == 'f' ? "a string or " : "", type_of(v));
    out.imag = 0;
    return to_float(in, v, out.real);
}

Status combine(Interp& in, Value real, Value imag, ComplexParts& out) {
    if (const Str* s = as_if<Str>(real)) {
        if (!imag) return complex_from_text(in, s, out);
        return raise(in, kTypeError, "complex() can't take second arg if first is a string");
    }
    if (imag && is<Str>(imag))
        return raise(in, kTypeError, "complex() second arg can't be a string");
    if (real) KRAIT_TRY(complex_argument(in, real, "first", out));
    if (!imag) return kOk;
    ComplexParts second{};
    KRAIT_TRY(complex_argument(in, imag, "second", second));
    // real + imag * 1j, where parts that are not there do not touch a sign of zero
    if (is<Complex>(imag)) out.real -= second.imag;
    out.imag = real && is<Complex>(real) ? out.imag + second.real : second.real;
    return kOk;
}

Value complex_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value real, imag;
    KRAIT_TRY((parse_args<"(real=..., imag=...)">(in, "complex"_sym, args, real, imag)));
    if (cls == &Complex::kType && real && is_exact<Complex>(real) && !imag) return real;
    ComplexParts parts{};
    KRAIT_TRY(combine(in, real, imag, parts));
    if (cls == &Complex::kType) return new_complex(in, parts);
    Complex* z = KRAIT_TRY(make_instance<Complex>(in, cls));
    z->parts = parts;
    return z;
}

// --- protocols -----------------------------------------------------------------------------------

Value complex_repr(Interp& in, Value self) {
    StrBuilder out(in);
    KRAIT_TRY(append_complex(out, as<Complex>(self)->parts));
    return out.finish().take();
}

Result<isize> complex_hash_slot(Interp&, Value self) {
    return complex_hash(as<Complex>(self)->parts);
}

Result<bool> complex_truth(Interp&, Value self) {
    const ComplexParts c = as<Complex>(self)->parts;
    return c.real != 0 || c.imag != 0;
}

Value complex_format_slot(Interp& in, Value self, Str* spec) {
    return format_complex(in, self, spec->view()).take();
}

constexpr Slots kComplexSlots = {
    .repr = complex_repr,
    .format = complex_format_slot,
    .hash = complex_hash_slot,
    .truth = complex_truth,
    .binary = complex_binary,
    .unary = complex_unary,
    .compare = complex_compare,
    .construct = complex_construct,
};

// --- methods -------------------------------------------------------------------------------------

Float complex_real(Complex* self) { return self->parts.real; }
Float complex_imag(Complex* self) { return self->parts.imag; }
Value complex_conjugate(Interp& in, Complex* self) {
    return new_complex(in, {self->parts.real, -self->parts.imag});
}
Value complex_complex(Interp& in, Complex* self) { return new_complex(in, self->parts); }

Value complex_getnewargs(Interp& in, Complex* self) {
    const Value items[] = {KRAIT_TRY(new_float(in, self->parts.real)),
                           KRAIT_TRY(new_float(in, self->parts.imag))};
    return KRAIT_TRY(new_tuple(in, items));
}

constexpr Row kComplexRows[] = {
    getter<"real", complex_real>,
    getter<"imag", complex_imag>,
    def<"conjugate(self, /)", complex_conjugate>,
    def<"__complex__(self, /)", complex_complex>,
    def<"__getnewargs__(self, /)", complex_getnewargs>,
};

}  // namespace

Status to_complex(Interp& in, Value v, ComplexParts& out) {
    if (KRAIT_TRY(take_complex(in, v, out))) return kOk;
    out.imag = 0;
    return to_float(in, v, out.real);
}

constinit const BuiltinType Complex::kType{{.name = "complex"_sym,
                                            .slots = &kComplexSlots,
                                            .rows = kComplexRows,
                                            .size = sizeof(Complex)}};

}  // namespace krait
