// JSON text to Python objects, with CPython's words for what is wrong.
//
// One pass over the bytes, which are valid UTF-8 since they are a Str's. Containers recurse on the
// C stack, which is checked.
#include "base/float_text.hpp"
#include "base/utf8.hpp"
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/exception_type.hpp"
#include "core/interp.hpp"
#include "modules/json/json.hpp"
#include "objects/exception.hpp"

namespace krait::json {

namespace {

constexpr usize kLongestSharedKey = 32;

class Decoder {
  public:
    Decoder(Interp& in, const DecodeOptions& options, Str* document, usize at)
        : in_(in), options_(options), document_(document), text_(document->view()), at_(at) {}

    Value value();
    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }
    usize at() const { return at_; }
    Raised fail(std::string_view message, usize at) {
        return raise_decode_error(in_, message, document_, at);
    }

  private:
    static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    std::string_view rest() const { return {text_.data() + at_, text_.size() - at_}; }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    bool take_word(std::string_view word) {
        if (!rest().starts_with(word)) return false;
        at_ += word.size();
        return true;
    }

    Value array();
    Value object();
    Status members(Dict* dict, List* pairs);
    Value key();
    Result<Str*> string();
    Status escape(StrBuilder& out, usize begin);
    Result<isize> unit();
    Value number();
    Value constant(std::string_view word, Float f);

    Interp& in_;
    const DecodeOptions& options_;
    Str* document_;
    std::string_view text_;
    usize at_;
};

Value Decoder::value() {
    switch (peek()) {
        case '"': ++at_; return KRAIT_TRY(string());
        case '[': ++at_; return array();
        case '{': ++at_; return object();
        case 'n':
            if (take_word("null")) return none();
            break;
        case 't':
            if (take_word("true")) return true_();
            break;
        case 'f':
            if (take_word("false")) return false_();
            break;
        case 'N':
            if (take_word("NaN")) return constant("NaN", std::numeric_limits<Float>::quiet_NaN());
            break;
        case 'I':
            if (take_word("Infinity"))
                return constant("Infinity", std::numeric_limits<Float>::infinity());
            break;
        default: return number();
    }
    return fail("Expecting value", at_);
}

Value Decoder::constant(std::string_view word, Float f) {
    if (is_none(options_.parse_constant)) return new_float(in_, f);
    const Value text = KRAIT_TRY(new_str(in_, word));
    return call(in_, options_.parse_constant, text);
}

Value Decoder::array() {
    if (!in_.check_stack()) return {};
    List* list = KRAIT_TRY(new_list(in_));
    skip_space();
    if (take(']')) return list;
    for (;;) {
        const Value item = KRAIT_TRY(value());
        KRAIT_TRY(list_append(in_, list, item));
        skip_space();
        if (take(']')) return list;
        if (!take(',')) return fail("Expecting ',' delimiter", at_);
        skip_space();
    }
}

Value Decoder::object() {
    if (!in_.check_stack()) return {};
    const bool wants_pairs = !is_none(options_.object_pairs_hook);
    Dict* dict = wants_pairs ? nullptr : KRAIT_TRY(new_dict(in_));
    List* pairs = wants_pairs ? KRAIT_TRY(new_list(in_)) : nullptr;
    skip_space();
    if (!take('}')) KRAIT_TRY(members(dict, pairs));
    if (wants_pairs) return call(in_, options_.object_pairs_hook, Value(pairs));
    if (is_none(options_.object_hook)) return dict;
    return call(in_, options_.object_hook, Value(dict));
}

// "key": value, ... } into the dict, or as tuples into the list.
Status Decoder::members(Dict* dict, List* pairs) {
    for (;;) {
        if (!take('"')) return fail("Expecting property name enclosed in double quotes", at_);
        const Value name = KRAIT_TRY(key());
        skip_space();
        if (!take(':')) return fail("Expecting ':' delimiter", at_);
        skip_space();
        const Value item = KRAIT_TRY(value());
        if (dict) {
            KRAIT_TRY(dict_set(in_, dict, name, item));
        } else {
            const Value both[] = {name, item};
            Tuple* pair = KRAIT_TRY(new_tuple(in_, both));
            KRAIT_TRY(list_append(in_, pairs, Value(pair)));
        }
        skip_space();
        if (take('}')) return kOk;
        if (!take(',')) return fail("Expecting ',' delimiter", at_);
        skip_space();
    }
}

// Keys are interned: a list of like objects has one Str for each of their names.
Value Decoder::key() {
    Str* name = KRAIT_TRY(string());
    if (name->size() > kLongestSharedKey) return name;
    return KRAIT_TRY(intern(in_, name));
}

// The rest of a string whose quote has been taken.
Result<Str*> Decoder::string() {
    const usize begin = at_ - 1;
    StrBuilder out(in_);
    for (;;) {
        const usize run = at_;
        while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
               static_cast<u8>(text_[at_]) >= 0x20)
            ++at_;
        const std::string_view plain(text_.data() + run, at_ - run);
        if (at_ >= text_.size()) return fail("Unterminated string starting at", begin);
        const char c = text_[at_++];
        if (c == '"' && out.size() == 0) return new_str(in_, plain);
        KRAIT_TRY(out.append(plain));
        if (c == '"') return out.finish();
        if (c == '\\') {
            KRAIT_TRY(escape(out, begin));
        } else {
            if (options_.strict) return fail("Invalid control character at", at_ - 1);
            KRAIT_TRY(out.append_char(c));
        }
    }
}

// What follows a backslash; `begin` is where the string starts.
Status Decoder::escape(StrBuilder& out, usize begin) {
    if (at_ >= text_.size()) return fail("Unterminated string starting at", begin);
    constexpr std::string_view kLetters = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
    const char c = text_[at_++];
    const usize known = kLetters.find(c);
    if (known != std::string_view::npos) return out.append_char(kMeanings[known]);
    if (c != 'u') return fail("Invalid \\escape", at_ - 2);
    u32 code_point = static_cast<u32>(KRAIT_TRY(unit()));
    if (code_point >> 10 == 0x36 && rest().starts_with("\\u")) {  // a high surrogate
        const usize second = at_;
        at_ += 2;
        const u32 low = static_cast<u32>(KRAIT_TRY(unit()));
        if (low >> 10 == 0x37)
            code_point = 0x10000 + ((code_point & 0x3FF) << 10 | (low & 0x3FF));
        else
            at_ = second;
    }
    return out.append_code_point(code_point);
}

// Four hexadecimal digits.
Result<isize> Decoder::unit() {
    const usize begin = at_;
    u32 unit = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = peek(), lower = static_cast<char>(c | 0x20);
        const int digit = is_digit(c)                    ? c - '0'
                          : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10
                                                         : -1;
        if (digit < 0) return fail("Invalid \\uXXXX escape", begin - 1);
        unit = unit << 4 | static_cast<u32>(digit);
        ++at_;
    }
    return static_cast<isize>(unit);
}

Value Decoder::number() {
    const usize begin = at_;
    const bool negative = take('-');
    if (negative && take_word("Infinity"))
        return constant("-Infinity", -std::numeric_limits<Float>::infinity());
    if (!is_digit(peek())) return fail("Expecting value", begin);
    u64 magnitude = 0;
    const usize digits = at_;
    if (!take('0'))
        for (; is_digit(peek()); ++at_)
            magnitude = magnitude * 10 + static_cast<u64>(text_[at_] - '0');
    const bool fits = at_ - digits <= 18;
    bool is_float = false;
    usize mark = at_;
    if (take('.') && is_digit(peek())) {
        while (is_digit(peek())) ++at_;
        is_float = true;
        mark = at_;
    }
    at_ = mark;
    if ((take('e') || take('E'))) {
        if (!take('-')) take('+');
        is_float |= is_digit(peek());
        if (is_digit(peek())) mark = at_ + 1;
        while (is_digit(peek())) mark = ++at_;
    }
    at_ = mark;
    const std::string_view text(text_.data() + begin, at_ - begin);
    const Value hook = is_float ? options_.parse_float : options_.parse_int;
    if (is_none(hook)) {
        if (is_float) return new_float(in_, parse_float<Float>(text).value);
        const i64 value = static_cast<i64>(magnitude);
        if (fits) return new_int(in_, negative ? -value : value);
    }
    const Value given = KRAIT_TRY(new_str(in_, text));
    return call(in_, is_none(hook) ? Value(&IntType::kType) : hook, given);
}

// --- JSONDecodeError -----------------------------------------------------------------------------

// The text, and msg, doc, pos, lineno, colno as attributes. `pos` counts characters.
Status fill_error(Interp& in, Exception* e, Str* message, Str* document, isize position) {
    const usize end = str_offset(document, position < 0 ? 0 : static_cast<usize>(position));
    isize line = 1;
    usize line_start = 0;
    for (usize i = 0; i < end; ++i) {
        if (document->data()[i] != '\n') continue;
        ++line;
        line_start = i + 1;
    }
    const isize column =
        1 + static_cast<isize>(utf8::count({document->data() + line_start, end - line_start}));
    const Value text = KRAIT_TRY(
        format_str(in, "{}: line {} column {} (char {})", message, line, column, position));
    Tuple* args = KRAIT_TRY(new_tuple(in, {&text, 1}));
    in.heap().write(e->args, args);
    KRAIT_TRY(own_attr_set(in, e, "msg"_sym, Value(message)));
    KRAIT_TRY(own_attr_set(in, e, "doc"_sym, Value(document)));
    KRAIT_TRY(own_attr_set(in, e, "pos"_sym, Value::from_int(position)));
    KRAIT_TRY(own_attr_set(in, e, "lineno"_sym, Value::from_int(line)));
    return own_attr_set(in, e, "colno"_sym, Value::from_int(column));
}

Status error_init(Interp& in, Value self, const CallArgs& args) {
    Str *message, *document;
    isize position;
    KRAIT_TRY((parse_args<"(msg, doc, pos)">(in, "JSONDecodeError"_sym, args, message, document,
                                             position)));
    return fill_error(in, as<Exception>(self), message, document, position);
}

constexpr Slots kErrorSlots = {.construct = exception_construct, .init = error_init};

}  // namespace

constinit const BuiltinType DecodeError::kType{
    exception_type("JSONDecodeError"_sym, kValueError, {}, kErrorSlots)};

Raised raise_decode_error(Interp& in, std::string_view message, Str* document, usize at) {
    const isize position = static_cast<isize>(utf8::count({document->data(), at}));
    auto text = new_str(in, message);
    if (!text) return {};
    auto error = new_exception(in, DecodeError::kType, {});
    if (!error) return {};
    if (!fill_error(in, error.take(), text.take(), document, position)) return {};
    return raise_value(in, Value(error.take()));
}

Value decode_prefix(Interp& in, const DecodeOptions& options, Str* text, usize& at) {
    Decoder decoder(in, options, text, at);
    const Value v = KRAIT_TRY(decoder.value());
    at = decoder.at();
    return v;
}

Value decode(Interp& in, const DecodeOptions& options, Str* text) {
    if (text->view().starts_with("\xEF\xBB\xBF"))
        return raise_decode_error(in, "Unexpected UTF-8 BOM (decode using utf-8-sig)", text, 0);
    Decoder decoder(in, options, text, 0);
    decoder.skip_space();
    const Value v = KRAIT_TRY(decoder.value());
    decoder.skip_space();
    if (decoder.at() != text->size()) return decoder.fail("Extra data", decoder.at());
    return v;
}

}  // namespace krait::json
