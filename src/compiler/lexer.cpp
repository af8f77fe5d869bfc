#include "compiler/lexer.hpp"

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace krait {

namespace {

struct Keyword {
    std::string_view text;
    TokenKind kind;
};

constexpr Keyword kKeywords[] = {
    {"False", TokenKind::False},
    {"None", TokenKind::None},
    {"True", TokenKind::True},
    {"and", TokenKind::And},
    {"as", TokenKind::As},
    {"assert", TokenKind::Assert},
    {"async", TokenKind::Async},
    {"await", TokenKind::Await},
    {"break", TokenKind::Break},
    {"class", TokenKind::Class},
    {"continue", TokenKind::Continue},
    {"def", TokenKind::Def},
    {"del", TokenKind::Del},
    {"elif", TokenKind::Elif},
    {"else", TokenKind::Else},
    {"except", TokenKind::Except},
    {"finally", TokenKind::Finally},
    {"for", TokenKind::For},
    {"from", TokenKind::From},
    {"global", TokenKind::Global},
    {"if", TokenKind::If},
    {"import", TokenKind::Import},
    {"in", TokenKind::In},
    {"is", TokenKind::Is},
    {"lambda", TokenKind::Lambda},
    {"nonlocal", TokenKind::Nonlocal},
    {"not", TokenKind::Not},
    {"or", TokenKind::Or},
    {"pass", TokenKind::Pass},
    {"raise", TokenKind::Raise},
    {"return", TokenKind::Return},
    {"try", TokenKind::Try},
    {"while", TokenKind::While},
    {"with", TokenKind::With},
    {"yield", TokenKind::Yield},
};

TokenKind keyword_or_name(std::string_view text) {
    if (text.size() < 2 || text.size() > 8) return TokenKind::Name;
    for (const Keyword& keyword : kKeywords)
        if (keyword.text == text) return keyword.kind;
    return TokenKind::Name;
}

bool is_digit(u8 c) { return c >= '0' && c <= '9'; }

struct OperatorText {
    std::string_view text;
    TokenKind kind;
};

// The longer before its beginnings.
constexpr OperatorText kOperators[] = {
    {"**=", TokenKind::DoubleStarEqual},
    {"//=", TokenKind::DoubleSlashEqual},
    {"<<=", TokenKind::LeftShiftEqual},
    {">>=", TokenKind::RightShiftEqual},
    {"...", TokenKind::Ellipsis},
    {"**", TokenKind::DoubleStar},
    {"//", TokenKind::DoubleSlash},
    {"<<", TokenKind::LeftShift},
    {">>", TokenKind::RightShift},
    {"<=", TokenKind::LessEqual},
    {">=", TokenKind::GreaterEqual},
    {"==", TokenKind::EqualEqual},
    {"!=", TokenKind::NotEqual},
    {"->", TokenKind::Arrow},
    {"<>", TokenKind::Unknown},  // Python 2
    {":=", TokenKind::ColonEqual},
    {"+=", TokenKind::PlusEqual},
    {"-=", TokenKind::MinusEqual},
    {"*=", TokenKind::StarEqual},
    {"/=", TokenKind::SlashEqual},
    {"%=", TokenKind::PercentEqual},
    {"@=", TokenKind::AtEqual},
    {"&=", TokenKind::AmpersandEqual},
    {"|=", TokenKind::BarEqual},
    {"^=", TokenKind::CaretEqual},
    {",", TokenKind::Comma},
    {":", TokenKind::Colon},
    {";", TokenKind::Semicolon},
    {".", TokenKind::Dot},
    {"@", TokenKind::At},
    {"=", TokenKind::Equal},
    {"+", TokenKind::Plus},
    {"-", TokenKind::Minus},
    {"*", TokenKind::Star},
    {"/", TokenKind::Slash},
    {"%", TokenKind::Percent},
    {"&", TokenKind::Ampersand},
    {"|", TokenKind::Bar},
    {"^", TokenKind::Caret},
    {"~", TokenKind::Tilde},
    {"<", TokenKind::Less},
    {">", TokenKind::Greater},
};

// Prefixes of strings: r, b, u, f, t and r with b, f or t, in either case and order.
bool is_string_prefix(std::string_view text) {
    if (text.size() > 2) return false;
    const char a = static_cast<char>(text[0] | 0x20);
    const auto goes_with_r = [](char c) { return c == 'b' || c == 'f' || c == 't'; };
    if (text.size() == 1) return a == 'r' || a == 'u' || goes_with_r(a);
    const char b = static_cast<char>(text[1] | 0x20);
    return (a == 'r' && goes_with_r(b)) || (b == 'r' && goes_with_r(a));
}

}  // namespace

bool is_name_start(u8 c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

bool is_name_part(u8 c) { return is_name_start(c) || is_digit(c); }

Lexer::Lexer(Arena& arena, NameTable& names, Diagnostics& diagnostics, std::string_view source)
    : source_(source), arena_(arena), names_(names), diagnostics_(diagnostics) {
    if (source_.starts_with("\xEF\xBB\xBF")) source_.remove_prefix(3);
}

Token Lexer::next() {
    if (const Open* open = state_.open; open && (open->kind == 'f' || open->is_spec))
        return read_fstring_text();
    Token token;
    if (state_.at_line_start && !state_.open && read_indentation(token)) return token;
    for (;;) {
        if (!skip_blanks())
            return fail_here("unexpected character after line continuation character");
        if (at_end()) return read_end();
        if (here() == '#') {
            skip_comment();
            continue;
        }
        if (!newline_size(state_.offset)) break;
        if (!state_.open) return read_newline();
        take_newline();
    }
    state_.ended_with_newline = false;
    const u8 c = here();
    if (is_name_start(c)) return read_name();
    if (is_digit(c) || (c == '.' && is_digit(at(state_.offset + 1)))) return read_number();
    if (c == '"' || c == '\'') return read_string(start_token(), 0);
    return read_operator();
}

const Lexer::Open* Lexer::innermost_field() const {
    for (const Open* open = state_.open; open; open = open->below)
        if (open->kind == ':') return open;
    return nullptr;
}

// ---- Characters ------------------------------------------------------------------------------

u32 Lexer::newline_size(u32 offset) const {
    if (at(offset) == '\n') return 1;
    if (at(offset) != '\r') return 0;
    return at(offset + 1) == '\n' ? 2 : 1;
}

void Lexer::take_newline() {
    state_.offset += newline_size(state_.offset);
    ++state_.line;
    state_.line_start = state_.offset;
}

// Skips blanks and continued line ends; false at a backslash that does not end its line.
bool Lexer::skip_blanks() {
    for (;;) {
        const u8 c = here();
        if (c == ' ' || c == '\t' || c == '\f') {
            ++state_.offset;
        } else if (c == '\\') {
            ++state_.offset;
            if (!newline_size(state_.offset)) return false;
            const Position end = position();
            take_newline();
            if (!at_end()) continue;
            ran_off_the_end_ = true;
            diagnostics_.report(DiagnosticKind::SyntaxError, {end, end},
                                "unexpected EOF while parsing");
            return false;
        } else {
            return true;
        }
    }
}

void Lexer::skip_comment() {
    while (!at_end() && !newline_size(state_.offset)) ++state_.offset;
}

Token Lexer::start_token() const {
    Token token;
    token.begin = state_.offset;
    token.span.start = position();
    return token;
}

Token Lexer::finish(Token token, TokenKind kind) const {
    token.kind = kind;
    token.end = state_.offset;
    token.span.end = position();
    return token;
}

Token Lexer::fail(DiagnosticKind kind, Span span, std::string_view message) {
    diagnostics_.report(kind, span, message);
    Token token = start_token();
    token.span = span;
    return finish(token, TokenKind::Error);
}

Token Lexer::fail_here(std::string_view message) {
    if (at_end()) {  // only a backslash can be the last character of what fails
        ran_off_the_end_ = true;
        message = "unexpected EOF while parsing";
    }
    return fail(DiagnosticKind::SyntaxError, {position(), position()}, message);
}

// ---- Lines and indentation -------------------------------------------------------------------

// At the start of a line: skips blank lines, then compares the indentation. True if out is the
// token to answer.
bool Lexer::read_indentation(Token& out) {
    while (!state_.pending_dedents) {
        u32 column = 0;
        u32 alt_column = 0;
        for (;; ++state_.offset) {
            const u8 c = here();
            if (c == ' ') {
                ++column, ++alt_column;
            } else if (c == '\t') {
                column = (column / 8 + 1) * 8, ++alt_column;
            } else if (c == '\f') {
                column = alt_column = 0;
            } else if (c == '\\' && newline_size(state_.offset + 1)) {
                ++state_.offset;
                take_newline();
                --state_.offset;
            } else {
                break;
            }
        }
        if (here() == '#') skip_comment();
        if (at_end()) {
            column = alt_column = 0;
        } else if (newline_size(state_.offset)) {
            take_newline();
            continue;
        }
        state_.at_line_start = false;
        constexpr u32 kMost = 0xFFFF;
        return change_indentation(static_cast<u16>(column < kMost ? column : kMost),
                                  static_cast<u16>(alt_column < kMost ? alt_column : kMost), out);
    }
    --state_.pending_dedents;
    if (!state_.pending_dedents) state_.at_line_start = false;
    out = finish(start_token(), TokenKind::Dedent);
    return true;
}

bool Lexer::change_indentation(u16 column, u16 alt_column, Token& out) {
    const auto tab_error = [&] {
        out = fail(DiagnosticKind::TabError, nowhere_in_line(position()),
                   "inconsistent use of tabs and spaces in indentation");
        return true;
    };
    const auto top = [&]() -> Indent {
        return state_.indent_count ? indents_[state_.indent_count - 1] : Indent{0, 0};
    };
    if (column == top().column) return alt_column == top().alt_column ? false : tab_error();
    if (column > top().column) {
        if (alt_column <= top().alt_column) return tab_error();
        if (state_.indent_count >= kMaxIndentation) {
            out = fail(DiagnosticKind::IndentationError, {position(), position()},
                       "too many levels of indentation");
            return true;
        }
        indents_[state_.indent_count++] = {column, alt_column};
        out = finish(start_token(), TokenKind::Indent);
        return true;
    }
    u16 dedents = 0;
    while (state_.indent_count && column < top().column) {
        --state_.indent_count;
        ++dedents;
    }
    if (column != top().column) {
        while (!at_end() && !newline_size(state_.offset)) ++state_.offset;
        const Position end = position();
        out = fail(DiagnosticKind::IndentationError, {end, end},
                   "unindent does not match any outer indentation level");
        return true;
    }
    if (alt_column != top().alt_column) return tab_error();
    state_.pending_dedents = static_cast<u16>(dedents - 1);
    state_.at_line_start = state_.pending_dedents != 0;
    out = finish(start_token(), TokenKind::Dedent);
    return true;
}

Token Lexer::read_newline() {
    Token token = finish(start_token(), TokenKind::Newline);
    take_newline();
    state_.at_line_start = true;
    state_.ended_with_newline = true;
    return token;
}

// The end: a Newline if the last line has none, the dedents that are due, EndOfFile for ever.
Token Lexer::read_end() {
    if (state_.open) {
        ran_off_the_end_ = true;
        return finish(start_token(), TokenKind::EndOfFile);
    }
    if (!state_.ended_with_newline) {
        state_.ended_with_newline = true;
        state_.at_line_start = true;
        return finish(start_token(), TokenKind::Newline);
    }
    return finish(start_token(), TokenKind::EndOfFile);
}

// ---- Names and operators ---------------------------------------------------------------------

Token Lexer::read_name() {
    Token token = start_token();
    bool is_ascii = true;
    while (is_name_part(here())) {
        is_ascii &= here() < 0x80;
        ++state_.offset;
    }
    const std::string_view text = between(token.begin, state_.offset);
    if (!is_ascii) return read_non_ascii(token);
    if ((here() == '"' || here() == '\'') && is_string_prefix(text))
        return read_string(token, static_cast<u32>(text.size()));
    token = finish(token, keyword_or_name(text));
    if (token.kind == TokenKind::Name && !(token.name = names_.intern(text)))
        token.kind = TokenKind::Error;
    return token;
}

// A name with characters beyond ASCII: all of them must be what Unicode allows in identifiers.
Token Lexer::read_non_ascii(Token token) {
    const char* const end = source_.data() + state_.offset;
    state_.offset = token.begin;
    for (const char* at = source_.data() + token.begin; at < end;) {
        const char* const start = at;
        const u32 c = utf8::take(at);
        const bool is_part = start == source_.data() + token.begin ? unicode::is_identifier_start(c)
                                                                   : unicode::is_identifier_part(c);
        if (!is_part) return invalid_character({start, static_cast<usize>(at - start)}, c);
        state_.offset = static_cast<u32>(at - source_.data());
    }
    token = finish(token, TokenKind::Name);
    token.name = names_.intern_normalized(text(token));
    if (!token.name) token.kind = TokenKind::Error;
    return token;
}

Token Lexer::invalid_character(std::string_view text, u32 code_point) {
    const Span span{position(), position()};
    const NumberText number(code_point, 16, 4);
    if (!unicode::is_printable(code_point) || unicode::is_space(code_point))
        diagnostics_.report(DiagnosticKind::SyntaxError, span, "invalid non-printable character U+",
                            number);
    diagnostics_.report(DiagnosticKind::SyntaxError, span, "invalid character '", text, "' (U+",
                        number, ")");
    return finish(start_token(), TokenKind::Error);
}

Token Lexer::read_operator() {
    Token token = start_token();
    const u8 c = here();
    if (c == '(') return open_bracket(token, '(', TokenKind::LeftParen);
    if (c == '[') return open_bracket(token, '[', TokenKind::LeftBracket);
    if (c == '{') return open_bracket(token, '{', TokenKind::LeftBrace);
    if (c == ')') return close_bracket(token, '(', TokenKind::RightParen);
    if (c == ']') return close_bracket(token, '[', TokenKind::RightBracket);
    if (c == '}') return close_bracket(token, '{', TokenKind::RightBrace);
    if (state_.open && state_.open->kind == ':') {
        bool done = false;
        token = read_field_punctuation(token, done);
        if (done) return token;
    }
    const std::string_view rest(source_.data() + state_.offset, source_.size() - state_.offset);
    for (const OperatorText& op : kOperators) {
        if (op.text.front() != static_cast<char>(c) || !rest.starts_with(op.text)) continue;
        state_.offset += static_cast<u32>(op.text.size());
        return finish(token, op.kind);
    }
    if (c == 0)
        return fail(DiagnosticKind::SyntaxError, {token.span.start, token.span.start},
                    "source code cannot contain null bytes");
    if (c < ' ' || c == 0x7F) {
        diagnostics_.report(DiagnosticKind::SyntaxError, {token.span.start, token.span.start},
                            "invalid non-printable character U+", NumberText(c, 16, 4));
        return finish(token, TokenKind::Error);
    }
    ++state_.offset;
    return finish(token, TokenKind::Unknown);
}

// At the outer level of a field: `:` starts the format specification even in `:=`, and a `!`
// that is not `!=` the conversion.
Token Lexer::read_field_punctuation(Token token, bool& done) {
    if (here() == ':') {
        ++state_.offset;
        state_.open->is_spec = true;
        done = true;
        return finish(token, TokenKind::Colon);
    }
    if (here() == '!' && at(state_.offset + 1) != '=') {
        ++state_.offset;
        done = true;
        return finish(token, TokenKind::Exclamation);
    }
    return token;
}

// ---- What is open ----------------------------------------------------------------------------

bool Lexer::push_open(Position position, char kind) {
    Open* open = free_opens_;
    if (open) {
        free_opens_ = open->below;
    } else {
        open = arena_.make<Open>();
        if (!open) return false;
    }
    *open = {state_.open, position, kind, 0, false, false, false, false};
    if (const Open* below = state_.open; below && kind == ':') {
        open->quote = below->quote;
        open->is_triple = below->is_triple;
        open->is_raw = below->is_raw;
        open->is_template = below->is_template;
    }
    state_.open = open;
    ++state_.depth;
    return true;
}

void Lexer::pop_open() {
    Open* open = state_.open;
    state_.open = open->below;
    --state_.depth;
    if (is_reading_ahead_) return;
    open->below = free_opens_;
    free_opens_ = open;
}

Token Lexer::open_bracket(Token token, char kind, TokenKind token_kind) {
    if (state_.depth >= kMaxNesting)
        return fail(DiagnosticKind::SyntaxError, {token.span.start, token.span.start},
                    "too many nested parentheses");
    if (!push_open(token.span.start, kind)) return finish(token, TokenKind::Error);
    ++state_.offset;
    return finish(token, token_kind);
}

Token Lexer::close_bracket(Token token, char kind, TokenKind token_kind) {
    const char closer[] = {static_cast<char>(here())};
    const std::string_view closer_text(closer, 1);
    const Span span{token.span.start, token.span.start};
    const Open* open = state_.open;
    if (!open || (open->kind == ':' && kind != '{')) {
        diagnostics_.report(DiagnosticKind::SyntaxError, span,
                            innermost_field() ? field_owner() : "", "unmatched '", closer_text,
                            "'");
        return finish(token, TokenKind::Error);
    }
    if (open->kind != kind && open->kind != ':') {
        const std::string_view opener(&open->kind, 1);
        const bool is_elsewhere = open->position.line() != state_.line;
        diagnostics_.report(
            DiagnosticKind::SyntaxError, span, "closing parenthesis '", closer_text,
            "' does not match opening parenthesis '", opener, "'", is_elsewhere ? " on line " : "",
            is_elsewhere ? std::string_view(NumberText(open->position.line())) : "");
        return finish(token, TokenKind::Error);
    }
    pop_open();
    ++state_.offset;
    return finish(token, token_kind);
}

}  // namespace krait
