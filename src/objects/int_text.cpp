// Ints to text and back.
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "core/str_builder.hpp"
#include "objects/int.hpp"
#include "objects/number_text.hpp"

namespace krait {

namespace {

Raised raise_invalid(Interp& in, u32 base, Value shown) {
    return raise(in, kValueError, "invalid literal for int() with base {}: {}", base, shown);
}

// The base that a prefix letter stands for; 0 if it is none.
u32 base_of_prefix(char letter) {
    switch (letter | 0x20) {
        case 'b': return 2;
        case 'o': return 8;
        case 'x': return 16;
        default: return 0;
    }
}

// Takes "0x" and the like off, and settles base 0. False: a decimal number that starts with 0.
bool take_prefix(std::string_view& text, u32& base) {
    const u32 prefix = text.size() > 2 && text[0] == '0' ? base_of_prefix(text[1]) : 0;
    if (prefix && (base == 0 || base == prefix)) {
        base = prefix;
        text.remove_prefix(text[2] == '_' && text.size() > 3 ? 3 : 2);
        return true;
    }
    if (base != 0) return true;
    base = 10;
    return text.empty() || text[0] != '0' || text.find_first_not_of("0_") == text.npos;
}

// The digits as an int; done() if they are not digits all through.
Value parse_digits(Interp& in, std::string_view digits, u32 base, bool negative) {
    if (digits.size() <= 9 && base <= 10) {  // common, and needs no room
        u32 small = 0;
        bool plain = !digits.empty();
        for (char c : digits) {
            const u32 digit = static_cast<u8>(c) - u32{'0'};
            plain &= digit < base;
            small = small * base + digit;
        }
        if (plain) return new_int(in, negative ? -static_cast<i64>(small) : i64{small});
    }
    IntBuilder out(in);
    KRAIT_TRY(out.reserve(big::limbs_for_digits(digits.size(), base)));
    const big::TextParse parse = big::from_text(out.limbs(), digits, base);
    if (parse.taken != digits.size() || digits.empty()) return done();
    return out.finish(parse.size, negative);
}

}  // namespace

std::string_view strip_number(std::string_view text) {
    while (!text.empty() && unicode::is_space(utf8::decode(text.data())))
        text.remove_prefix(utf8::size_from_lead(text[0]));
    while (!text.empty()) {
        const char* last = utf8::previous(text.data() + text.size());
        if (!unicode::is_space(utf8::decode(last))) break;
        text.remove_suffix(static_cast<usize>(text.data() + text.size() - last));
    }
    return text;
}

Status plain_digits(StrBuilder& out, std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const u32 c = utf8::take(at);
        const int digit = c < 128 ? -1 : unicode::decimal_value(c);
        const char plain = c < 128                ? static_cast<char>(c)
                           : digit >= 0           ? static_cast<char>('0' + digit)
                           : unicode::is_space(c) ? ' '
                                                  : '?';
        KRAIT_TRY(out.append_char(plain));
    }
    return kOk;
}

Value int_from_text(Interp& in, std::string_view text, u32 base, Value shown) {
    const u32 shown_base = base;
    StrBuilder plain(in);
    text = strip_number(text);
    if (!utf8::is_ascii(text)) {
        KRAIT_TRY(plain_digits(plain, text));
        text = plain.view();
    }
    bool negative = false;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        negative = text[0] == '-';
        text.remove_prefix(1);
    }
    if (!take_prefix(text, base)) return raise_invalid(in, shown_base, shown);
    const Value v = KRAIT_TRY(parse_digits(in, text, base, negative));
    return is_done(v) ? Value(raise_invalid(in, shown_base, shown)) : v;
}

Value int_from_digits(Interp& in, std::string_view digits, u32 base) {
    const Value v = KRAIT_TRY(parse_digits(in, digits, base, false));
    return is_done(v) ? Value(raise(in, kValueError, "invalid digits in a number")) : v;
}

Status append_int(Interp& in, StrBuilder& out, Value v, u32 base) {
    if (const auto i = int_as_i64(v)) {
        if (*i < 0) KRAIT_TRY(out.append_char('-'));
        return out.append_unsigned(*i < 0 ? ~static_cast<u64>(*i) + 1 : static_cast<u64>(*i), base);
    }
    const IntOperand n(v);
    LimbScratch scratch(in);
    KRAIT_TRY(scratch.reserve(big::text_scratch_needed(n.count(), base)));
    if (n.is_negative()) KRAIT_TRY(out.append_char('-'));
    const usize most = big::text_size_max(big::bit_length(n.magnitude()), base);
    char* at = KRAIT_TRY(out.reserve(most));
    out.advance(big::to_text({at, most}, n.magnitude(), base, scratch.limbs()));
    return kOk;
}

Result<Str*> int_to_str(Interp& in, Value v, u32 base) {
    if (base == 10 && v.is_int()) {
        const isize i = v.as_int();
        char digits[24];
        usize at = sizeof digits;
        Word left = i < 0 ? Word{0} - static_cast<Word>(i) : static_cast<Word>(i);
        do {
            digits[--at] = static_cast<char>('0' + left % 10);
            left /= 10;
        } while (left);
        if (i < 0) digits[--at] = '-';
        return new_str(in, {digits + at, sizeof digits - at});
    }
    StrBuilder out(in);
    KRAIT_TRY(append_int(in, out, v, base));
    return out.finish();
}

}  // namespace krait
