// A number is laid out from pieces:
//     [fill] sign prefix [fill or zeros] digits rest [fill]
// Digits alone are grouped; where zeros fill up to the width, they are grouped with them.
#include "objects/number_format.hpp"

#include "base/float_bits.hpp"
#include "base/float_text.hpp"
#include "base/utf8.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"

namespace krait {

namespace {

struct Pieces {
    bool negative = false;
    std::string_view prefix = {};  // 0x
    std::string_view digits = {};
    std::string_view rest = {};  // point, fraction, exponent, %
    usize group = 3;             // digits between separators
};

std::string_view sign_text(const FormatSpec& spec, bool negative) {
    if (negative) return "-";
    return spec.sign == '+' ? "+" : spec.sign == ' ' ? " " : "";
}

// The least number of digits that take `width` characters with a separator after each group.
usize digits_for_width(usize width, usize group) {
    const usize whole = width / (group + 1), left = width % (group + 1);
    return whole * group + (left ? left : 1);
}

// The digits, with zeros in front up to `count`, in groups.
Status append_grouped(StrBuilder& out, std::string_view digits, usize count, char separator,
                      usize group) {
    for (usize left = count; left > 0; --left) {
        const char c = left > digits.size() ? '0' : digits[digits.size() - left];
        KRAIT_TRY(out.append_char(c));
        if (left > 1 && (left - 1) % group == 0) KRAIT_TRY(out.append_char(separator));
    }
    return kOk;
}

Status append_pieces(StrBuilder& out, const FormatSpec& spec, const Pieces& pieces) {
    const std::string_view sign = sign_text(spec, pieces.negative);
    const bool inner = spec.align == '=' || spec.align == '0';
    const usize fixed = sign.size() + pieces.prefix.size() + pieces.rest.size();
    usize digits = pieces.digits.size();
    // Zeros in front of the digits are digits: they are grouped.
    if (inner && spec.fill == "0" && spec.width > 0) {
        const auto width = static_cast<usize>(spec.width);
        const usize room = width > fixed ? width - fixed : 0;
        digits = std::max(digits, spec.grouping ? digits_for_width(room, pieces.group) : room);
    }
    const usize separators = spec.grouping && digits ? (digits - 1) / pieces.group : 0;
    const usize characters =
        fixed + separators + digits - pieces.digits.size() + utf8::count(pieces.digits);
    const Padding padding = padding_for(spec, '>', characters);
    if (!inner) KRAIT_TRY(append_fill(out, spec, padding.before));
    KRAIT_TRY(out.append(sign, pieces.prefix));
    if (inner) KRAIT_TRY(append_fill(out, spec, padding.before));
    if (spec.grouping) {
        KRAIT_TRY(append_grouped(out, pieces.digits, digits, spec.grouping, pieces.group));
    } else {
        KRAIT_TRY(out.append_repeated("0", digits - pieces.digits.size()));
        KRAIT_TRY(out.append(pieces.digits));
    }
    KRAIT_TRY(out.append(pieces.rest));
    return append_fill(out, spec, padding.after);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// --- int -----------------------------------------------------------------------------------------

u32 base_of(u32 type) {
    switch (type) {
        case 'b': return 2;
        case 'o': return 8;
        case 'x':
        case 'X': return 16;
        default: return 10;
    }
}

std::string_view prefix_of(u32 type) {
    switch (type) {
        case 'b': return "0b";
        case 'o': return "0o";
        case 'x': return "0x";
        case 'X': return "0X";
        default: return "";
    }
}

void make_upper(char* at, usize size) {
    for (usize i = 0; i < size; ++i)
        if (at[i] >= 'a' && at[i] <= 'z') at[i] = static_cast<char>(at[i] - 'a' + 'A');
}

// The number's digits in the type's base, without sign; what `room` holds then.
Status append_digits(Interp& in, StrBuilder& room, Value v, u32 type, bool& negative) {
    KRAIT_TRY(append_int(in, room, v, base_of(type)));
    if (type == 'X') make_upper(const_cast<char*>(room.view().data()), room.size());
    negative = room.view()[0] == '-';
    return kOk;
}

Status append_character(Interp& in, StrBuilder& room, Value v) {
    i64 code = 0;
    KRAIT_TRY(int_to_i64(in, v, code));
    if (code < 0 || code > utf8::kMaxCodePoint)
        return raise(in, kOverflowError, "%c arg not in range(0x110000)");
    return room.append_code_point(static_cast<u32>(code));
}

Status check_int_spec(Interp& in, const FormatSpec& spec) {
    if (spec.precision >= 0)
        return raise(in, kValueError, "Precision not allowed in integer format specifier");
    if (spec.no_negative_zero)
        return raise(in, kValueError,
                     "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type != 'c') return kOk;
    if (spec.has_sign)
        return raise(in, kValueError, "Sign not allowed with integer format specifier 'c'");
    if (spec.alternate)
        return raise(in, kValueError,
                     "Alternate form (#) not allowed with integer format specifier 'c'");
    return kOk;
}

Status append_formatted_int(Interp& in, StrBuilder& out, Value v, const FormatSpec& spec) {
    KRAIT_TRY(check_int_spec(in, spec));
    Pieces pieces;
    StrBuilder room(in);
    if (spec.type == 'c') {
        KRAIT_TRY(append_character(in, room, v));
    } else {
        KRAIT_TRY(append_digits(in, room, v, spec.type, pieces.negative));
        if (spec.alternate) pieces.prefix = prefix_of(spec.type);
    }
    pieces.digits = room.view().substr(pieces.negative);
    if (base_of(spec.type) != 10) pieces.group = 4;
    return append_pieces(out, spec, pieces);
}

// --- float ---------------------------------------------------------------------------------------

bool is_float_type(u32 type) {
    return type < 128 && type != 0 &&
           std::string_view("eEfFgG%").find(static_cast<char>(type)) != std::string_view::npos;
}

// Splits what format_float wrote.
Pieces split_float(std::string_view text, bool no_negative_zero) {
    Pieces pieces;
    pieces.negative = text[0] == '-';
    if (pieces.negative) text.remove_prefix(1);
    if (no_negative_zero && pieces.negative) {
        const std::string_view mantissa = text.substr(0, text.find_first_of("eE%"));
        pieces.negative = mantissa.find_first_not_of("0.") != mantissa.npos;
    }
    usize whole = 0;
    while (whole < text.size() && is_digit(text[whole])) ++whole;
    if (whole == 0) whole = text.size();  // inf, nan
    pieces.digits = text.substr(0, whole);
    pieces.rest = text.substr(whole);
    return pieces;
}

// The float in the form, without padding, in the room.
Status write_float(StrBuilder& room, Float f, const FloatFormat& form) {
    char* at = KRAIT_TRY(room.reserve(float_format_size<Float>(form)));
    room.advance(format_float(f, form, at));
    return kOk;
}

constexpr isize kMaxPrecision = std::numeric_limits<i32>::max() - 1024;

Status append_formatted_float(Interp& in, StrBuilder& out, Float f, FormatSpec spec) {
    if (spec.precision > kMaxPrecision) return raise(in, kValueError, "precision too big");
    FloatFormat form;
    form.type = spec.type == 0 ? 'r' : spec.type == 'n' ? 'g' : static_cast<char>(spec.type);
    form.precision = static_cast<i32>(spec.precision);
    form.alternate = spec.alternate;
    StrBuilder room(in);
    KRAIT_TRY(write_float(room, f, form));
    const Pieces pieces = split_float(room.view(), spec.no_negative_zero);
    if (!is_digit(pieces.digits[0])) spec.grouping = 0;
    return append_pieces(out, spec, pieces);
}

// --- complex -------------------------------------------------------------------------------------

// One part of a complex without a type: what repr shows has no ".0".
Status append_plain_part(Interp& in, StrBuilder& out, Float f, const FormatSpec& spec) {
    if (spec.precision >= 0) {
        FormatSpec general = spec;
        general.type = 'g';
        return append_formatted_float(in, out, f, general);
    }
    StrBuilder room(in);
    KRAIT_TRY(write_float(room, f, {'r', -1, spec.alternate}));
    std::string_view text = room.view();
    if (text.ends_with(".0")) text.remove_suffix(spec.alternate ? 1 : 2);
    return append_pieces(out, spec, split_float(text, spec.no_negative_zero));
}

Status append_part(Interp& in, StrBuilder& out, Float f, const FormatSpec& spec) {
    return spec.type ? append_formatted_float(in, out, f, spec)
                     : append_plain_part(in, out, f, spec);
}

Status check_complex_spec(Interp& in, const FormatSpec& spec, Value v) {
    if (spec.type && spec.type != 'n' && (!is_float_type(spec.type) || spec.type == '%'))
        return raise_unknown_format(in, spec, v);
    if (spec.fill == "0")
        return raise(in, kValueError, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        return raise(in, kValueError,
                     "'=' alignment flag is not allowed in complex format specifier");
    return kOk;
}

// "(1+2j)" without padding.
Status append_complex_text(Interp& in, StrBuilder& out, ComplexParts c, const FormatSpec& spec) {
    FormatSpec part = spec;
    part.width = -1;
    const bool bare = spec.type == 0;
    const bool only_imag = bare && c.real == 0 && !float_is_negative(c.real);
    if (!only_imag) {
        if (bare) KRAIT_TRY(out.append_char('('));
        KRAIT_TRY(append_part(in, out, c.real, part));
        part.sign = '+';
    }
    KRAIT_TRY(append_part(in, out, c.imag, part));
    return out.append(bare && !only_imag ? "j)" : "j");
}

// --- the % operator ------------------------------------------------------------------------------

FormatSpec spec_of_percent(const PercentSpec& percent) {
    FormatSpec spec;
    spec.sign = percent.plus ? '+' : percent.space ? ' ' : '-';
    spec.alternate = percent.alternate;
    spec.width = percent.width;
    spec.align = percent.left ? '<' : percent.zero ? '=' : '>';
    if (percent.zero && !percent.left) spec.fill = "0";
    spec.type = static_cast<u8>(percent.type);
    return spec;
}

}  // namespace

Result<Str*> format_int(Interp& in, Value v, std::string_view text) {
    if (text.empty()) return to_str(in, v);
    FormatSpec spec;
    KRAIT_TRY(parse_format_spec(in, text, 'd', v, spec));
    StrBuilder out(in);
    if (is_float_type(spec.type)) {
        Float f = 0;
        KRAIT_TRY(int_to_float(in, v, f));
        KRAIT_TRY(append_formatted_float(in, out, f, spec));
    } else {
        constexpr std::string_view kTypes("\0bcdnoxX", 8);
        if (spec.type >= 128 || kTypes.find(static_cast<char>(spec.type)) == kTypes.npos)
            return raise_unknown_format(in, spec, v);
        KRAIT_TRY(append_formatted_int(in, out, v, spec));
    }
    return out.finish();
}

Result<Str*> format_float_value(Interp& in, Value v, std::string_view text) {
    if (text.empty()) return to_str(in, v);
    FormatSpec spec;
    KRAIT_TRY(parse_format_spec(in, text, '\0', v, spec));
    if (spec.type && spec.type != 'n' && !is_float_type(spec.type))
        return raise_unknown_format(in, spec, v);
    StrBuilder out(in);
    KRAIT_TRY(append_formatted_float(in, out, float_of(v), spec));
    return out.finish();
}

Result<Str*> format_complex(Interp& in, Value v, std::string_view text) {
    if (text.empty()) return to_str(in, v);
    FormatSpec spec;
    KRAIT_TRY(parse_format_spec(in, text, '\0', v, spec));
    KRAIT_TRY(check_complex_spec(in, spec, v));
    StrBuilder room(in), out(in);
    KRAIT_TRY(append_complex_text(in, room, as<Complex>(v)->parts, spec));
    const Padding padding = padding_for(spec, '>', room.size());
    KRAIT_TRY(append_fill(out, spec, padding.before));
    KRAIT_TRY(out.append(room.view()));
    KRAIT_TRY(append_fill(out, spec, padding.after));
    return out.finish();
}

Status append_percent_int(Interp& in, StrBuilder& out, Value v, const PercentSpec& percent) {
    FormatSpec spec = spec_of_percent(percent);
    Pieces pieces;
    StrBuilder room(in);
    KRAIT_TRY(append_digits(in, room, v, spec.type, pieces.negative));
    const std::string_view digits = room.view().substr(pieces.negative);
    if (spec.alternate) pieces.prefix = prefix_of(spec.type);
    // A precision is the least number of digits.
    StrBuilder longer(in);
    const usize least = percent.precision < 0 ? 0 : static_cast<usize>(percent.precision);
    pieces.digits = digits;
    if (least > digits.size()) {
        KRAIT_TRY(longer.append_repeated("0", least - digits.size()));
        KRAIT_TRY(longer.append(digits));
        pieces.digits = longer.view();
    }
    return append_pieces(out, spec, pieces);
}

Status append_percent_float(Interp& in, StrBuilder& out, Float f, const PercentSpec& percent) {
    FormatSpec spec = spec_of_percent(percent);
    spec.precision = percent.precision;
    return append_formatted_float(in, out, f, spec);
}

}  // namespace krait
