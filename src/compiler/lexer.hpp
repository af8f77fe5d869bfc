// Source text to tokens, one at a time, with indentation and the nesting of brackets and f-strings.
//
// The lexer keeps one stack of what is open: a bracket, an f-string (its literal text is being
// read), or a replacement field of an f-string (an expression is being read, or after its `:` the
// text of its format specification). The top of the stack decides how the next characters read, so
// f-strings nest without limit of quotes (PEP 701) and the parser needs to tell the lexer nothing.
//
// mark() and reset() read ahead and return. Between them the reader must not go beyond the logical
// line, so that the indentation stays; and what is closed meanwhile is not used again, so that the
// stack stays. Then the copied words restore the lexer entirely.
#pragma once

#include "compiler/diagnostics.hpp"
#include "compiler/names.hpp"
#include "compiler/token.hpp"

namespace krait {

class Lexer {
  public:
    static constexpr u32 kMaxNesting = 200;
    static constexpr u32 kMaxIndentation = 100;

    // What is open: kind is '(', '[' or '{'; 'f' for an f-string; ':' for a replacement field.
    struct Open {
        Open* below;
        Position position;
        char kind;
        char quote;        // of an f-string, and of the f-string of a field
        bool is_triple;    // likewise
        bool is_raw;       // likewise
        bool is_template;  // likewise: a t-string
        bool is_spec;      // of a field: its format specification is being read
    };

    struct State {
        u32 offset = 0;
        u32 line = 1;
        u32 line_start = 0;
        u32 depth = 0;
        u16 indent_count = 0;
        u16 pending_dedents = 0;
        bool at_line_start = true;
        bool ended_with_newline = true;  // the logical line, for the Newline before EndOfFile
        Open* open = nullptr;
    };

    // Requires: source is UTF-8 throughout.
    Lexer(Arena& arena, NameTable& names, Diagnostics& diagnostics, std::string_view source);

    Token next();

    State mark() {
        is_reading_ahead_ = true;
        return state_;
    }
    void reset(const State& state) {
        is_reading_ahead_ = false;
        state_ = state;
    }

    std::string_view source() const { return source_; }
    std::string_view text(const Token& token) const { return between(token.begin, token.end); }
    std::string_view between(u32 begin, u32 end) const {
        return {source_.data() + begin, end - begin};
    }

    // The innermost bracket that is open now; null if none is.
    const Open* innermost_open() const { return state_.open; }
    // What makes the f-string field that is being read; null outside of fields.
    const Open* innermost_field() const;
    u32 line() const { return state_.line; }

    // "t-string: " in a field of one, else "f-string: ".
    std::string_view field_owner() const {
        const Open* field = innermost_field();
        if (!field) field = state_.open;
        return field && field->is_template ? "t-string: " : "f-string: ";
    }

    // An error of the end of the source, rather than of what stands there: more text may help.
    bool ran_off_the_end() const { return ran_off_the_end_; }
    // Whether all of the text has been read, though tokens may follow: of open blocks, and the end.
    bool at_end() const { return state_.offset >= source_.size(); }

  private:
    struct Indent {
        u16 column;      // tabs to multiples of 8
        u16 alt_column;  // tabs as one: both must agree in order
    };

    // Reading characters; 0 past the end.
    u8 at(u32 offset) const {
        return offset < source_.size() ? static_cast<u8>(source_[offset]) : 0;
    }
    u8 here() const { return at(state_.offset); }
    u32 newline_size(u32 offset) const;
    void take_newline();
    bool skip_blanks();
    void skip_comment();

    Position position() const { return Position(state_.line, state_.offset - state_.line_start); }
    Token start_token() const;
    Token finish(Token token, TokenKind kind) const;
    Token fail(DiagnosticKind kind, Span span, std::string_view message);
    Token fail_here(std::string_view message);

    // Lines and indentation (lexer.cpp).
    bool read_indentation(Token& out);
    bool change_indentation(u16 column, u16 alt_column, Token& out);
    Token read_newline();
    Token read_end();

    // Names, operators, brackets (lexer.cpp).
    Token read_name();
    Token read_non_ascii(Token token);
    Token invalid_character(std::string_view text, u32 code_point);
    Token read_operator();
    Token open_bracket(Token token, char kind, TokenKind token_kind);
    Token close_bracket(Token token, char kind, TokenKind token_kind);
    Token read_field_punctuation(Token token, bool& done);
    bool push_open(Position position, char kind);
    void pop_open();

    // Numbers (lexer_numbers.cpp).
    Token read_number();
    Token read_radix_number(Token token);
    Token finish_number(Token token, TokenKind kind, std::string_view what);
    void skip_digits();

    // Strings (lexer_strings.cpp).
    Token read_string(Token token, u32 prefix_size);
    Token start_fstring(Token token, char quote, bool is_triple, std::string_view prefix);
    Token read_fstring_text();
    Token unterminated_string(const Token& token, bool is_triple);
    Token unterminated_fstring(const Open& open);

    std::string_view source_;
    Arena& arena_;
    NameTable& names_;
    Diagnostics& diagnostics_;
    State state_;
    Open* free_opens_ = nullptr;
    bool ran_off_the_end_ = false;
    bool is_reading_ahead_ = false;
    Indent indents_[kMaxIndentation] = {};
};

bool is_name_start(u8 c);
bool is_name_part(u8 c);

}  // namespace krait
