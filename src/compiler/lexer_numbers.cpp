// Numeric literals. The token is the literal as it is written; its value is the parser's matter.
//
// Differs: underscores may stand anywhere among and after digits, as MicroPython's users write
// them.
#include "compiler/lexer.hpp"

namespace krait {

namespace {

bool is_digit(u8 c) { return c >= '0' && c <= '9'; }

// The value of a digit in any base up to 16; 99 if it is none.
u32 digit_value(u8 c) {
    if (is_digit(c)) return c - '0';
    const u8 lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10u : 99;
}

// What may follow a number without a blank: `1if x else y`.
bool is_keyword_after_number(std::string_view word) {
    for (std::string_view keyword : {"and", "else", "for", "if", "in", "is", "not", "or"})
        if (word == keyword) return true;
    return false;
}

}  // namespace

void Lexer::skip_digits() {
    while (is_digit(here()) || here() == '_') ++state_.offset;
}

Token Lexer::read_number() {
    Token token = start_token();
    if (here() == '0') {
        const u8 radix = at(token.begin + 1) | 0x20;
        if (radix == 'x' || radix == 'o' || radix == 'b') return read_radix_number(token);
    }
    TokenKind kind = TokenKind::Int;
    skip_digits();
    const u32 integer_end = state_.offset;
    if (here() == '.') {
        kind = TokenKind::Float;
        ++state_.offset;
        if (is_digit(here())) skip_digits();
    }
    if ((here() | 0x20) == 'e') {
        const u8 sign = at(state_.offset + 1);
        const bool is_signed = sign == '+' || sign == '-';
        const u32 first = state_.offset + (is_signed ? 2 : 1);
        if (is_signed && !is_digit(at(first))) {
            const Position place(state_.line, state_.offset + 1 - state_.line_start);
            return fail(DiagnosticKind::SyntaxError, {place, place}, "invalid decimal literal");
        }
        if (is_digit(at(first))) {
            kind = TokenKind::Float;
            state_.offset = first;
            skip_digits();
        }
    }
    if ((here() | 0x20) == 'j') {
        ++state_.offset;
        return finish_number(token, TokenKind::Imaginary, "imaginary");
    }
    if (kind == TokenKind::Int && source_[token.begin] == '0') {
        bool is_zero = true;
        u32 zeros = token.begin;
        while (at(zeros) == '0' || at(zeros) == '_') ++zeros;
        for (u32 i = zeros; i < integer_end; ++i) is_zero &= !is_digit(at(i)) || at(i) == '0';
        if (!is_zero) {
            const Position end(state_.line, zeros - state_.line_start);
            return fail(DiagnosticKind::SyntaxError, {token.span.start, end},
                        "leading zeros in decimal integer literals are not permitted; "
                        "use an 0o prefix for octal integers");
        }
    }
    return finish_number(token, kind, "decimal");
}

Token Lexer::read_radix_number(Token token) {
    const u8 radix = at(token.begin + 1) | 0x20;
    const u32 base = radix == 'x' ? 16 : radix == 'o' ? 8 : 2;
    const std::string_view what = base == 16 ? "hexadecimal" : base == 8 ? "octal" : "binary";
    state_.offset += 2;
    bool has_digits = false;
    while (digit_value(here()) < base || here() == '_') {
        has_digits |= here() != '_';
        ++state_.offset;
    }
    if (is_digit(here())) {
        const char digit = static_cast<char>(here());
        diagnostics_.report(DiagnosticKind::SyntaxError, {position(), position()},
                            "invalid digit '", std::string_view(&digit, 1), "' in ", what,
                            " literal");
        return finish(token, TokenKind::Error);
    }
    if (!has_digits) {
        const Position last(state_.line, state_.offset - 1 - state_.line_start);
        diagnostics_.report(DiagnosticKind::SyntaxError, {last, last}, "invalid ", what,
                            " literal");
        return finish(token, TokenKind::Error);
    }
    return finish_number(token, TokenKind::Int, what);
}

// Refuses a name that hangs at a number.
Token Lexer::finish_number(Token token, TokenKind kind, std::string_view what) {
    token = finish(token, kind);
    if (!is_name_start(here())) return token;
    u32 end = state_.offset;
    while (is_name_part(at(end))) ++end;
    if (is_keyword_after_number(between(state_.offset, end))) {
        diagnostics_.warn(token.span.start, "invalid ", what, " literal");
        return token;
    }
    const Position last(token.span.end.line(),
                        token.span.end.column() ? token.span.end.column() - 1 : 0);
    diagnostics_.report(DiagnosticKind::SyntaxError, {last, last}, "invalid ", what, " literal");
    token.kind = TokenKind::Error;
    return token;
}

}  // namespace krait
