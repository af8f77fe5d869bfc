// Strings: prefixes, escapes, f-strings and t-strings, and the joining of neighbouring literals.
//
// A run of literals becomes one Str, Bytes or FString. Text without escapes points into the source;
// only text with escapes, or that is joined from several literals, is copied. While a run is
// read, its text so far is a list of runs (each a view) that flush_text() joins.
//
// `\N{...}` is refused where the port lacks the names of characters: they fill 300 KB.
#include "base/utf8.hpp"
#include "compiler/parser.hpp"

namespace krait {

// A stretch of decoded text.
struct Parser::Piece {
    std::string_view text;
    Piece* next = nullptr;
};

// What has been read of a run of literals.
struct Parser::Pieces {
    Piece* first = nullptr;  // decoded text after the last field
    Piece* last = nullptr;
    usize text_size = 0;
    Position text_start;
    ListBuilder<Expr> parts;  // of an f-string
    bool is_fstring = false;
    bool is_template = false;
    bool is_bytes = false;
    bool is_str = false;
};

namespace {

struct Prefix {
    u32 size = 0;
    bool is_raw = false;
    bool is_bytes = false;
};

Prefix read_prefix(std::string_view text) {
    Prefix prefix;
    for (; text[prefix.size] != '"' && text[prefix.size] != '\''; ++prefix.size) {
        const char c = static_cast<char>(text[prefix.size] | 0x20);
        prefix.is_raw |= c == 'r';
        prefix.is_bytes |= c == 'b';
    }
    return prefix;
}

// What is between the quotes.
std::string_view strip_quotes(std::string_view text) {
    const char quote = text[0];
    const bool is_triple = text.size() >= 6 && text[1] == quote && text[2] == quote;
    const usize size = is_triple ? 3 : 1;
    return {text.data() + size, text.size() - 2 * size};
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_prefix_operator(TokenKind kind) {
    return kind == TokenKind::Plus || kind == TokenKind::Minus || kind == TokenKind::Tilde ||
           kind == TokenKind::Not;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Undoes escapes. The output is never longer than the input.
class Decoder {
  public:
    Decoder(std::string_view raw, char* out, bool is_raw, bool is_bytes, bool is_fstring,
            const UnicodeData* unicode)
        : raw_(raw),
          start_(out),
          out_(out),
          is_raw_(is_raw),
          is_bytes_(is_bytes),
          is_fstring_(is_fstring),
          unicode_(unicode) {}

    // Answers an error's message, empty if there is none. escape_start() and escape_end() are then
    // where it is.
    std::string_view run() {
        while (at_ < raw_.size()) {
            const char c = raw_[at_];
            if (c == '\r') {  // line ends of all kinds read as \n
                *out_++ = '\n';
                at_ += char_at(at_ + 1) == '\n' ? 2 : 1;
            } else if (c == '\\' && !is_raw_) {
                if (std::string_view message = escape(); !message.empty()) return message;
            } else {
                if (is_fstring_ && (c == '{' || c == '}')) ++at_;  // written twice
                *out_++ = c;
                ++at_;
            }
        }
        return {};
    }

    std::string_view result() const { return {start_, static_cast<usize>(out_ - start_)}; }
    usize escape_start() const { return escape_start_; }
    usize escape_end() const { return at_; }
    // The first escape that means nothing, as it is written; empty if there is none.
    std::string_view unknown_escape() const { return unknown_; }
    bool is_unknown_octal() const { return unknown_.size() > 2 && unknown_[1] < '8'; }

  private:
    char char_at(usize i) const { return i < raw_.size() ? raw_[i] : '\0'; }

    std::string_view escape() {
        escape_start_ = at_;
        const char c = char_at(++at_);
        ++at_;
        switch (c) {
            case '\n': return {};
            case '\r':
                if (char_at(at_) == '\n') ++at_;
                return {};
            case '\\': *out_++ = '\\'; return {};
            case '\'': *out_++ = '\''; return {};
            case '"': *out_++ = '"'; return {};
            case 'a': *out_++ = '\a'; return {};
            case 'b': *out_++ = '\b'; return {};
            case 'f': *out_++ = '\f'; return {};
            case 'n': *out_++ = '\n'; return {};
            case 'r': *out_++ = '\r'; return {};
            case 't': *out_++ = '\t'; return {};
            case 'v': *out_++ = '\v'; return {};
            case 'x':
                return hex(2, is_bytes_ ? "(value error) invalid \\x escape at position "
                                        : "truncated \\xXX escape");
            case 'u':
                if (!is_bytes_) return hex(4, "truncated \\uXXXX escape");
                break;
            case 'U':
                if (!is_bytes_) return hex(8, "truncated \\UXXXXXXXX escape");
                break;
            case 'N':
                if (!is_bytes_) return named();
                break;
            default:
                if (c >= '0' && c <= '7') {
                    octal();
                    return {};
                }
        }
        // An unknown escape stands for itself, as text.
        if (c && c != '{' && c != '}') note_unknown(escape_start_ + 2);
        *out_++ = '\\';
        --at_;
        return {};
    }

    // \N{name}.
    std::string_view named() {
        if (!unicode_) return "\\N{...} escapes are not supported";
        constexpr std::string_view kMalformed = "malformed \\N character escape";
        if (char_at(at_) != '{') return kMalformed;
        const usize start = ++at_, end = raw_.find('}', start);
        if (end != start) at_ = std::min(end, raw_.size());
        if (end == start || end == raw_.npos) return kMalformed;
        ++at_;
        const i32 c = unicode_->find_name(raw_.substr(start, end - start));
        if (c < 0) return "unknown Unicode character name";
        put(static_cast<u32>(c));
        return {};
    }

    std::string_view hex(usize digits, std::string_view message) {
        u32 value = 0;
        for (usize i = 0; i < digits; ++i) {
            const int digit = hex_value(char_at(at_));
            if (digit < 0) return message;
            value = value << 4 | static_cast<u32>(digit);
            ++at_;
        }
        if (value > utf8::kMaxCodePoint) return "illegal Unicode character";
        put(value);
        return {};
    }

    void octal() {
        --at_;
        u32 value = 0;
        for (int i = 0; i < 3; ++i) {
            const char c = char_at(at_);
            if (c < '0' || c > '7') break;
            value = value << 3 | static_cast<u32>(c - '0');
            ++at_;
        }
        if (value > 0xff) note_unknown(at_);
        put(value);
    }

    void note_unknown(usize end) {
        while (end < raw_.size() && utf8::is_continuation(raw_[end])) ++end;
        if (unknown_.empty()) unknown_ = {raw_.data() + escape_start_, end - escape_start_};
    }

    void put(u32 value) {
        if (is_bytes_)
            *out_++ = static_cast<char>(value);
        else
            out_ += utf8::encode(value, out_);
    }

    std::string_view raw_;
    usize at_ = 0;
    usize escape_start_ = 0;
    std::string_view unknown_;
    char* start_;
    char* out_;
    bool is_raw_;
    bool is_bytes_;
    bool is_fstring_;
    const UnicodeData* unicode_;
};

}  // namespace

// ---- Runs of literals ------------------------------------------------------------------------

Expr* Parser::parse_strings() {
    const Position start = token_.span.start;
    Pieces pieces;
    while (at(TokenKind::String) || at(TokenKind::FStringStart)) {
        const bool is_fstring = at(TokenKind::FStringStart);
        if (is_fstring ? !parse_fstring(pieces) : !take_string_token(pieces)) return nullptr;
        if (pieces.is_template && (pieces.is_bytes || pieces.is_str))
            return error(token_.span, "cannot mix t-string literals with string or bytes literals");
        if (pieces.is_bytes && pieces.is_str)
            return error(token_.span, "cannot mix bytes and nonbytes literals");
    }
    return finish_pieces(pieces, start);
}

bool Parser::take_string_token(Pieces& pieces) {
    const Token token = token_;
    advance();
    std::string_view text = lexer_.text(token);
    const Prefix prefix = read_prefix(text);
    (prefix.is_bytes ? pieces.is_bytes : pieces.is_str) = true;
    text.remove_prefix(prefix.size);
    return decode(pieces, strip_quotes(text), prefix.is_raw, prefix.is_bytes, false, token);
}

// Adds the decoded text of one literal (or of a part of an f-string) to pieces.
bool Parser::decode(Pieces& pieces, std::string_view raw, bool is_raw, bool is_bytes,
                    bool is_fstring, const Token& token) {
    bool is_plain = true;
    for (char c : raw) {
        is_plain &= c != '\r' && (c != '\\' || is_raw) && (!is_fstring || (c != '{' && c != '}'));
        if (is_bytes && static_cast<u8>(c) >= 0x80)
            return error(token.span, "bytes can only contain ASCII literal characters") != nullptr;
    }
    if (is_plain) return add_text(pieces, raw, token.span.start);
    char* out = arena_.array<char>(raw.size());
    if (!out) return false;
    Decoder decoder(raw, out, is_raw, is_bytes, is_fstring, names_.unicode());
    const std::string_view message = decoder.run();
    if (const std::string_view unknown = decoder.unknown_escape(); !unknown.empty())
        diagnostics_.warn(token.span.start,
                          decoder.is_unknown_octal() ? "invalid octal escape sequence '"
                                                     : "invalid escape sequence '",
                          unknown, "'");
    if (message.empty()) return add_text(pieces, decoder.result(), token.span.start);
    const NumberText start(static_cast<u32>(decoder.escape_start()));
    const NumberText end(static_cast<u32>(decoder.escape_end() - 1));
    if (is_bytes) return error(token.span, message, start) != nullptr;
    return error(token.span,
                 "(unicode error) 'unicodeescape' codec can't decode bytes in position ", start,
                 "-", end, ": ", message) != nullptr;
}

bool Parser::add_text(Pieces& pieces, std::string_view text, Position position) {
    if (text.empty()) return true;
    Piece* piece = arena_.make<Piece>();
    if (!piece) return false;
    piece->text = text;
    if (pieces.last) {
        pieces.last->next = piece;
    } else {
        pieces.first = piece;
        pieces.text_start = position;
    }
    pieces.last = piece;
    pieces.text_size += text.size();
    return true;
}

// Makes the text since the last field a Str part.
bool Parser::flush_text(Pieces& pieces) {
    if (!pieces.first) return true;
    std::string_view text = pieces.first->text;
    if (pieces.first->next) {
        char* joined = arena_.array<char>(pieces.text_size);
        if (!joined) return false;
        text = {joined, pieces.text_size};
        for (const Piece* piece = pieces.first; piece; piece = piece->next) {
            piece->text.copy(joined, piece->text.size());
            joined += piece->text.size();
        }
    }
    pieces.first = pieces.last = nullptr;
    pieces.text_size = 0;
    auto* part =
        make<TextExpr>(pieces.is_bytes ? NodeKind::Bytes : NodeKind::Str, pieces.text_start);
    if (!part) return false;
    part->text = text;
    pieces.parts.add(part);
    return true;
}

Expr* Parser::finish_pieces(Pieces& pieces, Position start) {
    if (!flush_text(pieces)) return nullptr;
    if (pieces.is_fstring) {
        auto* fstring = make<FStringExpr>(start);
        if (!fstring) return nullptr;
        fstring->parts = pieces.parts.list;
        fstring->is_template = pieces.is_template;
        return fstring;
    }
    if (Expr* only = pieces.parts.last) {
        place(only, start);
        return only;
    }
    return make<TextExpr>(pieces.is_bytes ? NodeKind::Bytes : NodeKind::Str, start);
}

// ---- f-strings -------------------------------------------------------------------------------

bool Parser::parse_fstring(Pieces& pieces) {
    const std::string_view prefix = lexer_.text(token_);
    const bool is_raw = prefix.find_first_of("rR") != std::string_view::npos;
    const bool is_template = prefix.find_first_of("tT") != std::string_view::npos;
    pieces.is_fstring = true;
    (is_template ? pieces.is_template : pieces.is_str) = true;
    advance();
    return parse_fstring_parts(pieces, is_raw, false) &&
           expect(TokenKind::FStringEnd,
                  is_template ? "t-string: expecting '}'" : "f-string: expecting '}'");
}

// Texts and fields up to what ends them, which is left.
bool Parser::parse_fstring_parts(Pieces& pieces, bool is_raw, bool is_spec) {
    if (!enter()) return false;
    for (;;) {
        if (at(TokenKind::FStringText)) {
            const Token token = token_;
            advance();
            if (!decode(pieces, lexer_.text(token), is_raw, false, !is_spec, token)) return false;
        } else if (at(TokenKind::LeftBrace)) {
            Expr* field = parse_field(pieces);
            if (!field) return false;
            pieces.parts.add(field);
        } else {
            return true;
        }
    }
}

// `{value=!r:spec}`. The text for `=` and what was read before become a part before the field.
Expr* Parser::parse_field(Pieces& pieces) {
    const Token open = token_;
    const bool is_raw = lexer_.innermost_field()->is_raw;
    advance();
    Expr* value = parse_field_value();
    if (!value) return nullptr;
    auto* field = make<FormattedValueExpr>(open.span.start);
    if (!field) return nullptr;
    field->value = value;
    field->text = lexer_.between(open.end, token_.begin);
    while (!field->text.empty() && is_space(field->text.back())) field->text.remove_suffix(1);
    bool shows_itself = false;
    if (at(TokenKind::Equal)) {
        advance();
        shows_itself = true;
        // As written, with the blanks around.
        if (!add_text(pieces, lexer_.between(open.end, token_.begin), open.span.start))
            return nullptr;
    }
    if (!flush_text(pieces)) return nullptr;
    if (at(TokenKind::Exclamation) && !parse_conversion(field)) return nullptr;
    if (at(TokenKind::Colon)) {
        if (!(field->spec = parse_format_spec(is_raw))) return nullptr;
    } else if (shows_itself && !field->conversion) {
        field->conversion = 'r';
    }
    if (!at(TokenKind::RightBrace)) {
        if (at(TokenKind::Error)) return nullptr;
        if (at(TokenKind::EndOfFile))
            return error(token_.span, lexer_.field_owner(), "expecting '}'");
        if (!field->conversion && !field->spec && !shows_itself && starts_expression(token_.kind))
            return unexpected_in_brackets(value, value->position);
        if (field->conversion && !field->spec)
            return error(token_.span, lexer_.field_owner(), "expecting ':' or '}'");
        if (field->spec || shows_itself)
            return error(token_.span, lexer_.field_owner(), "expecting '}'");
        return error(token_.span, lexer_.field_owner(), "expecting '=', or '!', or ':', or '}'");
    }
    advance();
    place(field, open.span.start);
    return field;
}

Expr* Parser::parse_field_value() {
    for (TokenKind kind :
         {TokenKind::RightBrace, TokenKind::Equal, TokenKind::Exclamation, TokenKind::Colon}) {
        if (at(kind))
            return error(token_.span, lexer_.field_owner(), "valid expression required before '",
                         lexer_.text(token_), "'");
    }
    if (at(TokenKind::EndOfFile)) return error(token_.span, lexer_.field_owner(), "expecting '}'");
    const Token first = token_;
    Expr* value = parse_yield_or_list();
    if (value || at(TokenKind::Error) || at(TokenKind::EndOfFile)) return value;
    const Diagnostic& found = diagnostics_.first();
    if (found.message != "invalid syntax") return nullptr;
    // The field's own error, unless nothing but the expression is wrong.
    const bool is_first = found.span.start == first.span.start || last_.begin == first.begin;
    const bool starts_so = starts_expression(first.kind) && !is_prefix_operator(first.kind);
    diagnostics_.restore({});
    if (is_first && !starts_so)
        return error(first.span, lexer_.field_owner(), "expecting a valid expression after '{'");
    return error(last_.span, lexer_.field_owner(), "expecting '=', or '!', or ':', or '}'");
}

bool Parser::parse_conversion(FormattedValueExpr* field) {
    const Token mark = token_;
    advance();
    if (at(TokenKind::Colon) || at(TokenKind::RightBrace))
        return error(token_.span, lexer_.field_owner(), "missing conversion character") != nullptr;
    if (!at(TokenKind::Name))
        return error(token_.span, lexer_.field_owner(), "invalid conversion character") != nullptr;
    if (token_.begin != mark.end)
        return error(token_.span, lexer_.field_owner(),
                     "conversion type must come right after the exclamation mark") != nullptr;
    const std::string_view text = token_.name->text;
    if (text != "s" && text != "r" && text != "a")
        return error(token_.span, lexer_.field_owner(), "invalid conversion character '", text,
                     "': expected 's', 'r', or 'a'") != nullptr;
    field->conversion = text[0];
    advance();
    return true;
}

FStringExpr* Parser::parse_format_spec(bool is_raw) {
    advance();
    const Position start = token_.span.start;
    Pieces spec;
    spec.is_fstring = true;
    if (!parse_fstring_parts(spec, is_raw, true)) return nullptr;
    Expr* result = finish_pieces(spec, start);
    return result ? result->as<FStringExpr>() : nullptr;
}

}  // namespace krait
