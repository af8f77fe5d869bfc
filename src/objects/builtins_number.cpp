#include "objects/builtins_number.hpp"

#include "core/bind.hpp"
#include "core/str_builder.hpp"
#include "objects/complex.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"

namespace krait {

namespace {

// -0x1f and the like.
Value digits_with_prefix(Interp& in, Value number, u32 base, const char* prefix) {
    const Value i = KRAIT_TRY(to_int_object(in, number));
    StrBuilder out(in);
    if (int_sign(i) < 0) KRAIT_TRY(out.append_char('-'));
    KRAIT_TRY(out.append(prefix));
    KRAIT_TRY(append_int(in, out, KRAIT_TRY(int_absolute(in, i)), base));
    return out.finish().take();
}

Value builtin_abs(Interp& in, Value x) { return unary(in, UnaryOp::Abs, x); }
Value builtin_bin(Interp& in, Value number) { return digits_with_prefix(in, number, 2, "0b"); }
Value builtin_oct(Interp& in, Value number) { return digits_with_prefix(in, number, 8, "0o"); }
Value builtin_hex(Interp& in, Value number) { return digits_with_prefix(in, number, 16, "0x"); }

Value builtin_divmod(Interp& in, Value x, Value y) { return binary(in, BinaryOp::DivMod, x, y); }

Value builtin_pow(Interp& in, Value base, Value exp, Value mod) {
    const auto is_number = [](Value v) { return is_real(v) || is<Complex>(v); };
    if (!is_none(mod) && is_number(base) && is_number(exp) && is_number(mod) &&
        !(is_int(base) && is_int(exp) && is_int(mod))) {
        if (is<Complex>(base) || is<Complex>(exp) || is<Complex>(mod))
            return raise(in, kValueError, "complex modulo");
        return raise(in, kTypeError,
                     "pow() 3rd argument not allowed unless all arguments are integers");
    }
    return power(in, base, exp, mod);
}

Value builtin_round(Interp& in, Value number, Value ndigits) {
    const Value args[] = {ndigits};
    const Value rounded = KRAIT_TRY(call_special(
        in, number, "__round__"_sym, std::span<const Value>(args, is_none(ndigits) ? 0 : 1)));
    if (!is_done(rounded)) return rounded;
    return raise(in, kTypeError, "type {} doesn't define __round__ method", type_of(number));
}

constexpr Row kRows[] = {
    def<"abs(x, /)", builtin_abs>,
    def<"bin(number, /)", builtin_bin>,
    def<"divmod(x, y, /)", builtin_divmod>,
    def<"hex(number, /)", builtin_hex>,
    def<"oct(number, /)", builtin_oct>,
    def<"pow(base, exp, mod=None)", builtin_pow>,
    def<"round(number, ndigits=None)", builtin_round>,
};

}  // namespace

constinit const std::span<const Row> kNumberBuiltins{kRows};

}  // namespace krait
