// The lexer's output: token kinds, and one token with its place.
#pragma once

#include "compiler/names.hpp"
#include "compiler/position.hpp"

namespace krait {

enum class TokenKind : u8 {
    Error,    // already reported
    Unknown,  // a character that starts no token
    EndOfFile,
    Newline,
    Indent,
    Dedent,
    Name,
    Int,
    Float,
    Imaginary,
    String,        // a whole literal of str or bytes, with prefix and quotes
    FStringStart,  // prefix and opening quote
    FStringText,   // literal text between fields, possibly empty
    FStringEnd,
    // Punctuation
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
    Semicolon,
    Dot,
    Ellipsis,
    Arrow,
    At,
    Equal,
    ColonEqual,
    Exclamation,  // only in an f-string's field
    Plus,
    Minus,
    Star,
    DoubleStar,
    Slash,
    DoubleSlash,
    Percent,
    Ampersand,
    Bar,
    Caret,
    Tilde,
    LeftShift,
    RightShift,
    Less,
    Greater,
    LessEqual,
    GreaterEqual,
    EqualEqual,
    NotEqual,
    PlusEqual,
    MinusEqual,
    StarEqual,
    SlashEqual,
    DoubleSlashEqual,
    PercentEqual,
    AtEqual,
    AmpersandEqual,
    BarEqual,
    CaretEqual,
    LeftShiftEqual,
    RightShiftEqual,
    DoubleStarEqual,
    // Keywords, in alphabetical order
    False,
    None,
    True,
    And,
    As,
    Assert,
    Async,
    Await,
    Break,
    Class,
    Continue,
    Def,
    Del,
    Elif,
    Else,
    Except,
    Finally,
    For,
    From,
    Global,
    If,
    Import,
    In,
    Is,
    Lambda,
    Nonlocal,
    Not,
    Or,
    Pass,
    Raise,
    Return,
    Try,
    While,
    With,
    Yield,
};

constexpr bool is_keyword(TokenKind kind) { return kind >= TokenKind::False; }

struct Token {
    TokenKind kind = TokenKind::EndOfFile;
    u32 begin = 0;  // offsets in the source
    u32 end = 0;
    Span span;
    Name* name = nullptr;  // of a Name
};

}  // namespace krait
