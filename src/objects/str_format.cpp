// str.format(): replacement fields with names, conversions and specifications.
//
//     field   {name!conversion:specification}, where the specification may hold fields of its own
//     name    argument, then any number of .attribute and [key]
#include "base/utf8.hpp"
#include "core/interp.hpp"
#include "objects/str_parts.hpp"

namespace krait {
namespace {

// The parts of a field, as they stand in the text.
struct Field {
    std::string_view name, specification;
    u32 conversion = 0;  // 0: none
    bool has_nested = false;
};

struct Formatter {
    Interp& in;
    std::span<const Value> args;
    const Kwargs* kwargs;  // null: format_map()
    Value mapping;
    enum class Numbering : u8 { Unknown, Automatic, Manual } numbering = Numbering::Unknown;
    isize next_automatic = 0;

    Status render(StrBuilder& out, std::string_view text, int depth);
    Status take_field(std::string_view& text, Field& field);
    Status take_conversion(std::string_view& text, Field& field);
    Status append_field(StrBuilder& out, const Field& field, int depth);
    Value find(std::string_view name);
    Value argument(std::string_view name);
    Value positional(isize index, Numbering how);
    Value keyword(std::string_view name);
    Value step(Value object, std::string_view& path);
};

// --- parsing -------------------------------------------------------------------------------------

constexpr usize kNone = std::string_view::npos;

// Where the field's name ends: at `!`, `:` or `}` outside of brackets.
usize name_end(std::string_view text) {
    bool in_brackets = false;
    for (usize i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '{' && !in_brackets) return i;
        if (c == '[') in_brackets = true;
        if (c == ']') in_brackets = false;
        if (!in_brackets && (c == '!' || c == ':' || c == '}')) return i;
    }
    return kNone;
}

// Where the specification ends: at the `}` that closes the field.
usize specification_end(std::string_view text, bool& has_nested) {
    usize open = 0;
    for (usize i = 0; i < text.size(); ++i) {
        if (text[i] == '{') {
            has_nested = true;
            ++open;
        }
        if (text[i] == '}' && open-- == 0) return i;
    }
    return kNone;
}

Status Formatter::take_conversion(std::string_view& text, Field& field) {
    if (text.empty())
        return raise(in, kValueError, "end of string while looking for conversion specifier");
    if (text[0] == '}') return raise(in, kValueError, "unmatched '{' in format spec");
    field.conversion = utf8::decode(text.data());
    text.remove_prefix(utf8::size_from_lead(text[0]));
    if (text.empty()) return raise(in, kValueError, "unmatched '{' in format spec");
    if (text[0] != ':' && text[0] != '}')
        return raise(in, kValueError, "expected ':' after conversion specifier");
    return kOk;
}

// Takes a field from `text`, which stands behind its `{`, and the `}`.
Status Formatter::take_field(std::string_view& text, Field& field) {
    if (text.empty()) return raise(in, kValueError, "Single '{' encountered in format string");
    const usize end = name_end(text);
    if (end == kNone) return raise(in, kValueError, "expected '}' before end of string");
    if (text[end] == '{') return raise(in, kValueError, "unexpected '{' in field name");
    field.name = text.substr(0, end);
    text.remove_prefix(end);
    if (text[0] == '!') {
        text.remove_prefix(1);
        KRAIT_TRY(take_conversion(text, field));
    }
    if (text[0] == ':') {
        text.remove_prefix(1);
        const usize stop = specification_end(text, field.has_nested);
        if (stop == kNone) return raise(in, kValueError, "unmatched '{' in format spec");
        field.specification = text.substr(0, stop);
        text.remove_prefix(stop);
    }
    text.remove_prefix(1);
    return kOk;
}

// --- values --------------------------------------------------------------------------------------

bool is_number(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Result<isize> to_number(Interp& in, std::string_view digits) {
    isize number = 0;
    for (char c : digits) {
        if (number > (std::numeric_limits<isize>::max() - 9) / 10)
            return raise(in, kValueError, "Too many decimal digits in format string");
        number = number * 10 + (c - '0');
    }
    return number;
}

Value Formatter::positional(isize index, Numbering how) {
    if (numbering != Numbering::Unknown && numbering != how)
        return raise(in, kValueError,
                     how == Numbering::Manual
                         ? "cannot switch from automatic field numbering to manual field "
                           "specification"
                         : "cannot switch from manual field specification to automatic field "
                           "numbering");
    numbering = how;
    if (!kwargs) return raise(in, kValueError, "Format string contains positional fields");
    if (static_cast<usize>(index) < args.size()) return args[static_cast<usize>(index)];
    return raise(in, kIndexError, "Replacement index {} out of range for positional args tuple",
                 index);
}

Value Formatter::keyword(std::string_view name) {
    Str* key = KRAIT_TRY(intern(in, name));
    if (!kwargs) return get_item(in, mapping, key);
    Str* given = nullptr;
    Value value;
    for (usize position = 0; kwargs->next(position, given, value);)
        if (str_equal(given, key)) return value;
    return raise_key_error(in, key);
}

Value Formatter::argument(std::string_view name) {
    if (name.empty()) {
        const Value value = positional(next_automatic, Numbering::Automatic);
        ++next_automatic;
        return value;
    }
    if (is_number(name)) return positional(KRAIT_TRY(to_number(in, name)), Numbering::Manual);
    return keyword(name);
}

// The attribute or item that the path begins with, which is taken from it.
Value Formatter::step(Value object, std::string_view& path) {
    const char kind = path[0];
    path.remove_prefix(1);
    if (kind == '.') {
        const usize end = std::min(path.find_first_of(".["), path.size());
        const std::string_view name = path.substr(0, end);
        path.remove_prefix(end);
        if (name.empty()) return raise(in, kValueError, "Empty attribute in format string");
        return get_attr(in, object, KRAIT_TRY(intern(in, name)));
    }
    if (kind != '[')
        return raise(in, kValueError, "Only '.' or '[' may follow ']' in format field specifier");
    const usize end = path.find(']');
    if (end == kNone) return raise(in, kValueError, "Missing ']' in format string");
    const std::string_view key = path.substr(0, end);
    path.remove_prefix(end + 1);
    if (key.empty()) return raise(in, kValueError, "Empty attribute in format string");
    if (!is_number(key)) return get_item(in, object, KRAIT_TRY(new_str(in, key)));
    return get_item(in, object, new_int(in, KRAIT_TRY(to_number(in, key))));
}

Value Formatter::find(std::string_view name) {
    const usize end = std::min(name.find_first_of(".["), name.size());
    std::string_view path = name.substr(end);
    Value object = KRAIT_TRY(argument(name.substr(0, end)));
    while (!path.empty()) object = KRAIT_TRY(step(object, path));
    return object;
}

Result<Str*> converted(Interp& in, Value v, u32 conversion) {
    switch (conversion) {
        case 'r': return repr(in, v);
        case 's': return to_str(in, v);
        case 'a': return ascii(in, v);
        default: break;
    }
    if (conversion > 32 && conversion < 127) {
        const char shown[] = {static_cast<char>(conversion), '\0'};
        return raise(in, kValueError, "Unknown conversion specifier {}", shown);
    }
    StrBuilder hex(in);
    KRAIT_TRY(hex.append_unsigned(conversion, 16));
    return raise(in, kValueError, "Unknown conversion specifier \\x{}", hex.view());
}

// --- output --------------------------------------------------------------------------------------

Status Formatter::append_field(StrBuilder& out, const Field& field, int depth) {
    Value value = KRAIT_TRY(find(field.name));
    if (field.conversion) value = KRAIT_TRY(converted(in, value, field.conversion));
    Str* specification = nullptr;
    if (field.has_nested) {
        StrBuilder nested(in);
        KRAIT_TRY(render(nested, field.specification, depth - 1));
        specification = KRAIT_TRY(nested.finish());
    } else {
        specification = KRAIT_TRY(new_str(in, field.specification));
    }
    Str* text = KRAIT_TRY(krait::format(in, value, specification));
    return out.append(text);
}

Status Formatter::render(StrBuilder& out, std::string_view text, int depth) {
    if (depth < 0) return raise(in, kValueError, "Max string recursion exceeded");
    while (!text.empty()) {
        const usize plain = std::min(text.find_first_of("{}"), text.size());
        KRAIT_TRY(out.append(text.substr(0, plain)));
        text.remove_prefix(plain);
        if (text.empty()) return kOk;
        const char brace = text[0];
        text.remove_prefix(1);
        if (!text.empty() && text[0] == brace) {
            KRAIT_TRY(out.append_char(brace));
            text.remove_prefix(1);
            continue;
        }
        if (brace == '}') return raise(in, kValueError, "Single '}' encountered in format string");
        Field field;
        KRAIT_TRY(take_field(text, field));
        KRAIT_TRY(append_field(out, field, depth));
    }
    return kOk;
}

constexpr int kDepth = 1;  // fields within the specification of a field, no deeper

}  // namespace

Result<Str*> str_format(Interp& in, Str* self, Args args, Kwargs kwargs) {
    Formatter formatter{in, args, &kwargs, {}};
    StrBuilder out(in);
    KRAIT_TRY(formatter.render(out, self->view(), kDepth));
    return out.finish();
}

Result<Str*> str_format_map(Interp& in, Str* self, Value mapping) {
    Formatter formatter{in, {}, nullptr, mapping};
    StrBuilder out(in);
    KRAIT_TRY(formatter.render(out, self->view(), kDepth));
    return out.finish();
}

}  // namespace krait
