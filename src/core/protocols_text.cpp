// Text and numbers of any object: repr, str, format, ascii; __index__ and __float__.
#include "base/utf8.hpp"
#include "core/interp.hpp"
#include "core/protocols.hpp"
#include "core/special.hpp"
#include "core/str_builder.hpp"

namespace krait {

namespace {

Result<Str*> string_or_error(Interp& in, Value v, const char* method) {
    if (Str* s = as_if<Str>(v)) return s;
    return raise(in, kTypeError, "{} returned non-string (type {})", method, type_of(v));
}

// \xNN, \uNNNN or \UNNNNNNNN.
Status append_escaped(StrBuilder& out, u32 c) {
    const bool narrow = c <= 0xff, wide = c > 0xffff;
    KRAIT_TRY(out.append(narrow ? "\\x" : wide ? "\\U" : "\\u"));
    return out.append_unsigned(c, 16, narrow ? 2 : wide ? 8 : 4);
}

Result<bool> is_negative(Interp& in, Value integer) {
    return compare_bool(in, CompareOp::Lt, integer, Value::from_int(0));
}

}  // namespace

Result<Str*> repr(Interp& in, Value v) {
    if (!in.check_stack()) return {};
    Value text = KRAIT_TRY(find_slot<&Slots::repr>(type_of(v))(in, v));
    return string_or_error(in, text, "__repr__");
}

Result<Str*> to_str(Interp& in, Value v) {
    if (is_exact<Str>(v)) return as<Str>(v);
    if (!v.is_object()) return repr(in, v);
    if (!in.check_stack()) return {};
    Value text = KRAIT_TRY(find_slot<&Slots::str>(type_of(v))(in, v));
    return string_or_error(in, text, "__str__");
}

Result<Str*> format(Interp& in, Value v, Str* spec) {
    if (is_exact<Str>(v) && spec->size() == 0) return as<Str>(v);
    if (!in.check_stack()) return {};
    Value text = KRAIT_TRY(find_slot<&Slots::format>(type_of(v))(in, v, spec));
    if (Str* s = as_if<Str>(text)) return s;
    return raise(in, kTypeError, "__format__ must return a str, not {}", type_of(text));
}

Result<Str*> ascii(Interp& in, Value v) {
    Str* text = KRAIT_TRY(repr(in, v));
    if (text->is_ascii()) return text;
    StrBuilder out(in);
    const char* const end = text->data() + text->size();
    for (const char* at = text->data(); at != end;) {
        const u32 c = utf8::take(at);
        KRAIT_TRY(c < 128 ? out.append_char(static_cast<char>(c)) : append_escaped(out, c));
    }
    return out.finish();
}

Value to_int_object(Interp& in, Value v) {
    if (is_int(v)) return v;
    Value r = KRAIT_TRY(call_special(in, v, "__index__"_sym));
    if (is_done(r))
        return raise(in, kTypeError, "'{}' object cannot be interpreted as an integer", type_of(v));
    if (is_int(r)) return r;
    return raise(in, kTypeError, "__index__ returned non-int (type {})", type_of(r));
}

Result<isize> to_index(Interp& in, Value v) {
    if (v.is_int()) [[likely]]
        return v.as_int();
    Value integer = KRAIT_TRY(to_int_object(in, v));
    i64 wide = 0;
    Status fits = int_to_i64(in, integer, wide);
    if (fits && wide > std::numeric_limits<isize>::min() &&
        wide <= std::numeric_limits<isize>::max())
        return static_cast<isize>(wide);
    if (!fits && !is_instance(in.pending(), &kOverflowError)) return {};
    in.set_pending(Value());
    return raise(in, kOverflowError, "cannot fit '{}' into an index-sized integer", type_of(v));
}

Result<isize> to_index_clamped(Interp& in, Value v) {
    if (v.is_int()) return v.as_int();
    Value integer = is_int(v) ? v : KRAIT_TRY(call_special(in, v, "__index__"_sym));
    if (!is_int(integer))
        return raise(in, kTypeError,
                     "slice indices must be integers or None or have an __index__ method");
    Result<isize> i = to_index(in, integer);
    if (i || !is_instance(in.pending(), &kOverflowError)) return i;
    in.set_pending(Value());
    const bool negative = KRAIT_TRY(is_negative(in, integer));
    constexpr isize kMost = std::numeric_limits<isize>::max();
    return negative ? -kMost : kMost;
}

Status to_float(Interp& in, Value v, Float& out) {
    if (v.is_inline_float() || is_float(v)) {
        out = float_of(v);
        return kOk;
    }
    if (v.is_int()) {
        out = static_cast<Float>(v.as_int());
        return kOk;
    }
    Value r = KRAIT_TRY(call_special(in, v, "__float__"_sym));
    if (is_done(r)) {
        r = KRAIT_TRY(call_special(in, v, "__index__"_sym));
        if (is_done(r)) return raise(in, kTypeError, "must be real number, not {}", type_of(v));
        return to_float(in, r, out);
    }
    if (!is_float(r))
        return raise(in, kTypeError, "{}.__float__ returned non-float (type {})", type_of(v),
                     type_of(r));
    out = float_of(r);
    return kOk;
}

}  // namespace krait
