#include "objects/format_spec.hpp"

#include "base/utf8.hpp"
#include "core/interp.hpp"

namespace krait {

namespace {

bool is_align(char c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// Takes the specification apart from left to right.
class SpecReader {
  public:
    SpecReader(Interp& in, std::string_view text, FormatSpec& out)
        : in_(in), rest_(text), out_(out) {}

    Status read();
    std::string_view rest() const { return rest_; }

  private:
    bool take(char c) {
        if (rest_.empty() || rest_[0] != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void read_alignment();
    void read_flags();
    // Digits as a number; -1 if there are none.
    Status read_number(isize& out);
    Status read_grouping();

    Interp& in_;
    std::string_view rest_;
    FormatSpec& out_;
};

void SpecReader::read_alignment() {
    if (rest_.empty()) return;
    const usize first = utf8::size_from_lead(rest_[0]);
    if (rest_.size() > first && is_align(rest_[first])) {
        out_.fill = rest_.substr(0, first);
        out_.align = rest_[first];
        rest_.remove_prefix(first + 1);
    } else if (is_align(rest_[0])) {
        out_.align = rest_[0];
        rest_.remove_prefix(1);
    }
}

void SpecReader::read_flags() {
    if (!rest_.empty() && (rest_[0] == '+' || rest_[0] == '-' || rest_[0] == ' ')) {
        out_.sign = rest_[0];
        out_.has_sign = true;
        rest_.remove_prefix(1);
    }
    out_.no_negative_zero = take('z');
    out_.alternate = take('#');
}

Status SpecReader::read_number(isize& out) {
    isize number = -1;
    while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
        if (number < 0) number = 0;
        if (__builtin_mul_overflow(number, isize{10}, &number) ||
            __builtin_add_overflow(number, isize{rest_[0] - '0'}, &number))
            return raise(in_, kValueError, "Too many decimal digits in format string");
        rest_.remove_prefix(1);
    }
    out = number;
    return kOk;
}

Status SpecReader::read_grouping() {
    const bool comma = take(','), underscore = take('_');
    if ((comma && underscore) || (underscore && !rest_.empty() && rest_[0] == ','))
        return raise(in_, kValueError, "Cannot specify both ',' and '_'.");
    out_.grouping = comma ? ',' : underscore ? '_' : '\0';
    return kOk;
}

Status SpecReader::read() {
    const usize size = rest_.size();
    read_alignment();
    const bool has_fill = out_.align && size > rest_.size() + 1;
    read_flags();
    // A zero in front of the width is a fill, between sign and digits where no place is given.
    if (!has_fill && take('0')) {
        out_.fill = "0";
        if (!out_.align) out_.align = '0';
    }
    KRAIT_TRY(read_number(out_.width));
    KRAIT_TRY(read_grouping());
    if (!take('.')) return kOk;
    KRAIT_TRY(read_number(out_.precision));
    if (out_.precision < 0) return raise(in_, kValueError, "Format specifier missing precision");
    return kOk;
}

// How messages show a type: itself or \x12.
Status append_type(StrBuilder& out, u32 type) {
    if (type > 32 && type < 128) return out.append_char(static_cast<char>(type));
    KRAIT_TRY(out.append("\\x"));
    return out.append_unsigned(type, 16);
}

Status check_grouping(Interp& in, const FormatSpec& spec, u32 type) {
    if (!spec.grouping) return kOk;
    constexpr std::string_view kDecimal("defgEG%F\0", 9), kBinary("boxX");
    const char c = type < 128 ? static_cast<char>(type) : '?';
    if (kDecimal.find(c) != kDecimal.npos) return kOk;
    if (spec.grouping == '_' && kBinary.find(c) != kBinary.npos) return kOk;
    StrBuilder shown(in);
    KRAIT_TRY(append_type(shown, type));
    return raise(in, kValueError, "Cannot specify '{}' with '{}'.",
                 std::string_view(&spec.grouping, 1), shown.view());
}

}  // namespace

Status parse_format_spec(Interp& in, std::string_view text, char default_type, Value subject,
                         FormatSpec& out) {
    SpecReader reader(in, text, out);
    KRAIT_TRY(reader.read());
    const std::string_view rest = reader.rest();
    if (utf8::count(rest) > 1)
        return raise(in, kValueError, "Invalid format specifier '{}' for object of type '{}'", text,
                     type_of(subject));
    if (!rest.empty()) out.type = utf8::decode(rest.data());
    return check_grouping(in, out, rest.empty() ? static_cast<u32>(default_type) : out.type);
}

Raised raise_unknown_format(Interp& in, const FormatSpec& spec, Value subject) {
    StrBuilder shown(in);
    if (!append_type(shown, spec.type)) return {};
    return raise(in, kValueError, "Unknown format code '{}' for object of type '{}'", shown.view(),
                 type_of(subject));
}

Padding padding_for(const FormatSpec& spec, char default_align, usize characters) {
    if (spec.width < 0 || static_cast<usize>(spec.width) <= characters) return {};
    const usize missing = static_cast<usize>(spec.width) - characters;
    const char align = spec.align && spec.align != '0' ? spec.align : default_align;
    if (align == '<') return {0, missing};
    if (align == '^') return {missing / 2, missing - missing / 2};
    return {missing, 0};
}

Status append_fill(StrBuilder& out, const FormatSpec& spec, usize count) {
    return out.append_repeated(spec.fill, count);
}

static Status check_str_spec(Interp& in, const FormatSpec& spec, Value subject) {
    if (spec.type && spec.type != 's') return raise_unknown_format(in, spec, subject);
    if (spec.has_sign)
        return raise(in, kValueError, "{} not allowed in string format specifier",
                     spec.sign == ' ' ? "Space" : "Sign");
    if (spec.no_negative_zero)
        return raise(in, kValueError,
                     "Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate)
        return raise(in, kValueError, "Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=')
        return raise(in, kValueError, "'=' alignment not allowed in string format specifier");
    return kOk;
}

Result<Str*> format_str(Interp& in, Str* s, std::string_view text) {
    if (text.empty()) return to_str(in, s);
    FormatSpec spec;
    KRAIT_TRY(parse_format_spec(in, text, 's', s, spec));
    KRAIT_TRY(check_str_spec(in, spec, s));
    std::string_view shown = s->view();
    usize length = str_length(s);
    if (spec.precision >= 0 && static_cast<usize>(spec.precision) < length) {
        length = static_cast<usize>(spec.precision);
        shown = shown.substr(0, str_offset(s, length));
    }
    const Padding padding = padding_for(spec, '<', length);
    StrBuilder out(in);
    KRAIT_TRY(append_fill(out, spec, padding.before));
    KRAIT_TRY(out.append(shown));
    KRAIT_TRY(append_fill(out, spec, padding.after));
    return out.finish();
}

}  // namespace krait
