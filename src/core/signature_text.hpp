// The text of a signature, read at compile time:
//     name ( parameter [= default], ... )
// with `/`, `*`, `*args` and `**kwargs` where Python has them. Defaults are ints, floats, None,
// True, False, 'text' or "text", b'' (for buffers) and ... ("not given": the empty Value).
#pragma once

#include "base/types.hpp"

namespace krait::signature_text {

enum class Error : u8 {
    None,
    NoName,
    NoParenthesis,
    NotClosed,
    NoParameterName,
    TooManyParameters,
    BadDefault,
    MisplacedSlash,
    MisplacedStar,
    NoComma,
};

enum class DefaultKind : u8 { Required, Absent, None, True, False, Int, Float, Text, EmptyBytes };

// What stands between two commas: a named parameter, *args or **kwargs (in the C++ function's
// order too).
enum class ItemKind : u8 { Named, Rest, Keywords };

constexpr usize kMaxItems = 14;

struct Parameter {
    u16 start = 0, size = 0;  // of the name in the text
    DefaultKind default_kind = DefaultKind::Required;
    u16 default_start = 0, default_size = 0;  // of Text: without the quotes
    i64 integer = 0;
    double number = 0;
};

struct Parsed {
    Error error = Error::None;
    u16 name_size = 0;  // of the function's name, at the text's beginning
    u8 count = 0, positional_only = 0, positional = 0, item_count = 0;
    bool rest = false, keywords = false;
    ItemKind items[kMaxItems]{};
    Parameter parameters[kMaxItems]{};
};

constexpr bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Reader {
  public:
    constexpr explicit Reader(std::string_view text) : text_(text) {}

    constexpr Parsed read() {
        while (is_name_char(peek())) ++at_;
        out_.name_size = static_cast<u16>(at_);
        if (!take('(')) return fail(Error::NoParenthesis);
        skip_spaces();
        while (out_.error == Error::None && !take(')')) {
            item();
            skip_spaces();
            if (out_.error == Error::None && peek() != ')' && !take(','))
                return fail(peek() ? Error::NoComma : Error::NotClosed);
            skip_spaces();
        }
        if (out_.error == Error::None && at_ != text_.size()) return fail(Error::NotClosed);
        if (!star_) out_.positional = out_.count;
        return out_;
    }

  private:
    constexpr char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    constexpr bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    constexpr bool take(std::string_view word) {
        for (usize i = 0; i < word.size(); ++i)
            if (at_ + i >= text_.size() || text_[at_ + i] != word[i]) return false;
        at_ += word.size();
        return true;
    }
    constexpr void skip_spaces() {
        while (peek() == ' ') ++at_;
    }
    constexpr Parsed fail(Error e) {
        out_.error = e;
        return out_;
    }

    constexpr void item() {
        if (out_.keywords || out_.item_count == kMaxItems) {
            out_.error = Error::TooManyParameters;
        } else if (take('/')) {
            if (star_ || out_.positional_only || !out_.count) out_.error = Error::MisplacedSlash;
            out_.positional_only = out_.count;
        } else if (take("**")) {
            skip_name();
            out_.keywords = true;
            add(ItemKind::Keywords);
        } else if (take('*')) {
            if (star_) out_.error = Error::MisplacedStar;
            star_ = true;
            out_.positional = out_.count;
            if (!is_name_char(peek())) return;
            skip_name();
            out_.rest = true;
            add(ItemKind::Rest);
        } else {
            parameter();
        }
    }
    constexpr void add(ItemKind kind) { out_.items[out_.item_count++] = kind; }
    constexpr void skip_name() {
        while (is_name_char(peek())) ++at_;
    }

    constexpr void parameter() {
        Parameter& p = out_.parameters[out_.count];
        p.start = static_cast<u16>(at_);
        skip_name();
        p.size = static_cast<u16>(at_ - p.start);
        if (p.size == 0) {
            out_.error = Error::NoParameterName;
            return;
        }
        if (take('=')) default_value(p);
        ++out_.count;
        add(ItemKind::Named);
    }

    constexpr void default_value(Parameter& p) {
        if (take("...")) {
            p.default_kind = DefaultKind::Absent;
        } else if (take("None")) {
            p.default_kind = DefaultKind::None;
        } else if (take("True")) {
            p.default_kind = DefaultKind::True;
        } else if (take("False")) {
            p.default_kind = DefaultKind::False;
        } else if (take("b''") || take("b\"\"")) {
            p.default_kind = DefaultKind::EmptyBytes;
        } else if (peek() == '\'' || peek() == '"') {
            text_default(p);
        } else {
            number_default(p);
        }
    }

    constexpr void text_default(Parameter& p) {
        const char quote = text_[at_++];
        p.default_kind = DefaultKind::Text;
        p.default_start = static_cast<u16>(at_);
        while (peek() != quote && peek()) ++at_;
        p.default_size = static_cast<u16>(at_ - p.default_start);
        if (!take(quote)) out_.error = Error::BadDefault;
    }

    // Digits, perhaps a fraction and an exponent. At most 15 digits and exponents to 22, so that
    // one multiplication or division gives the nearest double.
    constexpr void number_default(Parameter& p) {
        const bool negative = take('-');
        if (!is_digit(peek())) {
            out_.error = Error::BadDefault;
            return;
        }
        i64 digits = 0;
        int exponent = 0;
        p.default_kind = DefaultKind::Int;
        while (is_digit(peek())) digits = digits * 10 + (text_[at_++] - '0');
        if (take('.')) {
            p.default_kind = DefaultKind::Float;
            for (; is_digit(peek()); --exponent) digits = digits * 10 + (text_[at_++] - '0');
        }
        if (take('e')) {
            p.default_kind = DefaultKind::Float;
            const bool down = take('-');
            int e = 0;
            while (is_digit(peek())) e = e * 10 + (text_[at_++] - '0');
            exponent += down ? -e : e;
        }
        p.integer = negative ? -digits : digits;
        double power = 1;
        for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) power *= 10;
        p.number = static_cast<double>(p.integer);
        p.number = exponent < 0 ? p.number / power : p.number * power;
    }

    std::string_view text_;
    usize at_ = 0;
    bool star_ = false;
    Parsed out_;
};

constexpr Parsed parse(std::string_view text) { return Reader(text).read(); }

}  // namespace krait::signature_text
