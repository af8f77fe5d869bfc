// String literals: a str or bytes literal is one token; an f-string or t-string is FStringStart,
// then texts and fields, then FStringEnd.
#include "compiler/lexer.hpp"

namespace krait {

namespace {

bool has_letter(std::string_view prefix, char letter) {
    for (char c : prefix)
        if ((c | 0x20) == letter) return true;
    return false;
}

}  // namespace

// token starts at the prefix; the lexer stands at the quote.
Token Lexer::read_string(Token token, u32 prefix_size) {
    const std::string_view prefix = between(token.begin, token.begin + prefix_size);
    const char quote = static_cast<char>(here());
    const u8 q = static_cast<u8>(quote);
    const bool is_triple = at(state_.offset + 1) == q && at(state_.offset + 2) == q;
    state_.offset += is_triple ? 3 : 1;
    if (has_letter(prefix, 'f') || has_letter(prefix, 't'))
        return start_fstring(token, quote, is_triple, prefix);
    for (;;) {
        if (at_end()) return unterminated_string(token, is_triple);
        const u8 c = here();
        if (newline_size(state_.offset)) {
            if (!is_triple) return unterminated_string(token, is_triple);
            take_newline();
        } else if (c == '\\') {
            ++state_.offset;
            if (newline_size(state_.offset))
                take_newline();
            else if (!at_end())
                ++state_.offset;
        } else if (c != q) {
            ++state_.offset;
        } else if (!is_triple) {
            ++state_.offset;
            return finish(token, TokenKind::String);
        } else if (at(state_.offset + 1) == q && at(state_.offset + 2) == q) {
            state_.offset += 3;
            return finish(token, TokenKind::String);
        } else {
            ++state_.offset;
        }
    }
}

Token Lexer::unterminated_string(const Token& token, bool is_triple) {
    // In a field, the quote that opens a string without end was meant to end the f-string.
    u32 quote = token.begin;
    while (source_[quote] != '"' && source_[quote] != '\'') ++quote;
    if (const Open* field = innermost_field(); field && field->quote == source_[quote])
        return fail(DiagnosticKind::SyntaxError, {token.span.start, token.span.start},
                    field->is_template ? "t-string: expecting '}'" : "f-string: expecting '}'");
    if (is_triple) ran_off_the_end_ = true;
    const Span span{token.span.start, token.span.start};
    // A source that ends with a newline ends on the line before the empty one after it.
    const bool ends_a_line = at_end() && state_.offset == state_.line_start && state_.line > 1;
    diagnostics_.report(DiagnosticKind::SyntaxError, span,
                        is_triple ? "unterminated triple-quoted string literal (detected at line "
                                  : "unterminated string literal (detected at line ",
                        NumberText(ends_a_line ? state_.line - 1 : state_.line), ")");
    return finish(token, TokenKind::Error);
}

Token Lexer::start_fstring(Token token, char quote, bool is_triple, std::string_view prefix) {
    if (state_.depth >= kMaxNesting)
        return fail(DiagnosticKind::SyntaxError, {token.span.start, token.span.start},
                    "too many nested f-strings");
    if (!push_open(token.span.start, 'f')) return finish(token, TokenKind::Error);
    state_.open->quote = quote;
    state_.open->is_triple = is_triple;
    state_.open->is_raw = has_letter(prefix, 'r');
    state_.open->is_template = has_letter(prefix, 't');
    return finish(token, TokenKind::FStringStart);
}

Token Lexer::unterminated_fstring(const Open& open) {
    const Open* fstring = &open;
    while (fstring->kind != 'f') fstring = fstring->below;
    if (open.is_triple) ran_off_the_end_ = true;
    const Span span{fstring->position, fstring->position};
    const bool ends_a_line = at_end() && state_.offset == state_.line_start && state_.line > 1;
    diagnostics_.report(DiagnosticKind::SyntaxError, span, "unterminated ",
                        open.is_triple ? "triple-quoted " : "", open.is_template ? "t" : "f",
                        "-string literal (detected at line ",
                        NumberText(ends_a_line ? state_.line - 1 : state_.line), ")");
    return finish(start_token(), TokenKind::Error);
}

// Literal text up to the next field or the end (of the string, or of a format specification), which
// is a token of its own when there is no text before it.
Token Lexer::read_fstring_text() {
    const Open& open = *state_.open;
    const u8 q = static_cast<u8>(open.quote);
    Token token = start_token();
    const auto has_text = [&] { return state_.offset != token.begin; };
    for (;;) {
        if (at_end()) return unterminated_fstring(open);
        const u8 c = here();
        if (newline_size(state_.offset)) {
            if (!open.is_triple) return unterminated_fstring(open);
            take_newline();
        } else if (c == '{' && !open.is_spec && at(state_.offset + 1) == '{') {
            state_.offset += 2;
        } else if (c == '{') {
            if (has_text()) return finish(token, TokenKind::FStringText);
            return open_bracket(token, ':', TokenKind::LeftBrace);
        } else if (c == '}' && open.is_spec) {
            if (has_text()) return finish(token, TokenKind::FStringText);
            return close_bracket(token, '{', TokenKind::RightBrace);
        } else if (c == '}') {
            if (at(state_.offset + 1) != '}')
                return fail(DiagnosticKind::SyntaxError, {position(), position()},
                            open.is_template ? "t-string: single '}' is not allowed"
                                             : "f-string: single '}' is not allowed");
            state_.offset += 2;
        } else if (c == q && (!open.is_triple ||
                              (at(state_.offset + 1) == q && at(state_.offset + 2) == q))) {
            if (open.is_spec)
                return fail(DiagnosticKind::SyntaxError, {position(), position()},
                            open.is_template ? "t-string: expecting '}', or format specs"
                                             : "f-string: expecting '}', or format specs");
            if (has_text()) return finish(token, TokenKind::FStringText);
            state_.offset += open.is_triple ? 3 : 1;
            pop_open();
            return finish(token, TokenKind::FStringEnd);
        } else if (c == '\\') {
            ++state_.offset;
            if (!open.is_raw && here() == 'N' && at(state_.offset + 1) == '{') {
                while (!at_end() && here() != '}' && here() != q && !newline_size(state_.offset))
                    ++state_.offset;
                if (here() == '}') ++state_.offset;
            } else if (newline_size(state_.offset)) {
                take_newline();
            } else if (!at_end() && here() != '{' && here() != '}') {
                ++state_.offset;
            }
        } else {
            ++state_.offset;
        }
    }
}

}  // namespace krait
