#include "compiler/parser.hpp"

#include "base/utf8.hpp"

namespace krait {

ModuleNode* Parser::parse(ParseMode mode) {
    mode_ = mode;
    if (!check_encoding()) return nullptr;
    ModuleNode* module = arena_.make<ModuleNode>();
    token_ = lexer_.next();
    bool ok = module != nullptr;
    if (ok && mode == ParseMode::Expression) {
        take(TokenKind::Indent);  // blanks before it do not matter
        ok = (module->expression = parse_expression_list()) != nullptr;
        while (ok && (take(TokenKind::Newline) || take(TokenKind::Dedent))) {
        }
        if (ok && !at(TokenKind::EndOfFile)) ok = invalid_syntax() != nullptr;
    } else if (ok) {
        ListBuilder<Stmt> body;
        ok = parse_statements_until(TokenKind::EndOfFile, body);
        module->body = body.list;
        if (ok && mode == ParseMode::Single && body.list.count > 1 && !is_one_line(body.list))
            error(token_.span, "multiple statements found while compiling a single statement");
        if (ok && mode == ParseMode::Single && body.list.empty() && goes_on(lexer_.source()))
            ok = error(token_.span, "unexpected EOF while parsing") != nullptr;
    }
    if (mode == ParseMode::Single && is_unfinished(ok ? module : nullptr)) {
        diagnostics_.restore({DiagnosticKind::IncompleteInput, token_.span, "incomplete input"});
    }
    if (!ok) look_for_better_error();
    if (arena_.failed())
        diagnostics_.restore({DiagnosticKind::MemoryError, token_.span, "out of memory"});
    return ok && !diagnostics_.has_error() ? module : nullptr;
}

bool Parser::check_encoding() {
    const std::string_view source = lexer_.source();
    const utf8::Check check =
        utf8::check({reinterpret_cast<const u8*>(source.data()), source.size()});
    if (check.ok()) return true;
    u32 line = 1;
    for (char c : std::string_view(source.data(), check.start)) line += c == '\n';
    const NumberText byte(static_cast<u8>(source[check.start]), 16, 2);
    return error({Position(line, 0), Position(line, 0)},
                 "(unicode error) 'utf-8' codec can't decode byte 0x", byte, " in position ",
                 NumberText(static_cast<u32>(check.start)), ": ", check.reason) != nullptr;
}

// Whether a text of comments and blanks has a line that a backslash continues.
bool Parser::goes_on(std::string_view source) {
    bool in_comment = false;
    for (char c : source) {
        if (c == '#') in_comment = true;
        if (c == '\n') in_comment = false;
        if (c == '\\' && !in_comment) return true;
    }
    return false;
}

bool Parser::is_one_line(const Block& body) {
    for (const Stmt* statement : body)
        if (statement->position.line() != body.first->position.line()) return false;
    return true;
}

// Whether an interactive statement may go on: it broke off at the end of the text (open brackets
// and strings go on over any line end, a block only until an empty line), or it holds a block that
// no empty line has ended yet. module: null after an error.
bool Parser::is_unfinished(const ModuleNode* module) const {
    const bool has_final_newline = lexer_.source().ends_with('\n');
    if (!module) {
        if (is_definite_error_ || diagnostics_.first().kind == DiagnosticKind::RecursionError)
            return false;
        const bool at_end = at(TokenKind::EndOfFile) || at(TokenKind::Error);
        if (at_end && lexer_.ran_off_the_end()) return true;
        // Open blocks are closed at the end before it is seen.
        const bool closes = at(TokenKind::Dedent) && lexer_.at_end();
        return (at(TokenKind::EndOfFile) || closes) && !has_final_newline;
    }
    if (module->body.empty() || has_final_newline) return false;
    const Stmt* last = module->body.first;
    while (last->next) last = last->next;
    return last->kind >= NodeKind::If && !last->is(NodeKind::TypeAlias);
}

void Parser::advance() {
    last_ = token_;
    token_ = has_ahead_ ? ahead_ : lexer_.next();
    has_ahead_ = false;
}

const Token& Parser::peek() {
    if (!has_ahead_) {
        ahead_ = lexer_.next();
        has_ahead_ = true;
    }
    return ahead_;
}

bool Parser::take(TokenKind kind) {
    if (token_.kind != kind) return false;
    advance();
    return true;
}

bool Parser::expect(TokenKind kind, std::string_view message) {
    if (take(kind)) return true;
    if (message.empty() || token_.kind == TokenKind::Error || token_.kind == TokenKind::EndOfFile ||
        token_.kind == TokenKind::Unknown)
        invalid_syntax();
    else
        error(token_.span, message);
    return false;
}

bool Parser::at_soft_keyword(std::string_view word) const {
    return token_.kind == TokenKind::Name && token_.name->text == word;
}

// Called by every function that recursion passes through.
bool Parser::enter() {
    if (limit_.ok()) return true;
    diagnostics_.report(DiagnosticKind::RecursionError, token_.span, "too deeply nested");
    return false;
}

void Parser::place(Node* node, Position start) const {
    node->position = start;
    const Position end = last_.span.end;
    node->end_column = end.line() == start.line() ? end.column() & Position::kMaxColumn : 0;
}

Span Parser::span_of(const Node* node) {
    const Position start = node->position;
    if (!node->end_column) return {start, start};
    return {start, Position(start.line(), node->end_column)};
}

// ---- Errors ----------------------------------------------------------------------------------

std::nullptr_t Parser::never_closed() {
    const Lexer::Open* open = lexer_.innermost_open();
    const Span span{open->position, open->position};
    if (open->kind == ':') return error(token_.span, lexer_.field_owner(), "expecting '}'");
    return error(span, "'", std::string_view(&open->kind, 1), "' was never closed");
}

// The general error.
std::nullptr_t Parser::invalid_syntax_at(const Token& token) {
    if (diagnostics_.has_error() || arena_.failed()) return nullptr;
    if (token.kind == TokenKind::EndOfFile && lexer_.innermost_open()) {
        never_closed();
    } else if (token.kind == TokenKind::Indent) {
        diagnostics_.report(DiagnosticKind::IndentationError, nowhere_in_line(token.span.start),
                            "unexpected indent");
    } else {
        if (token.kind == TokenKind::Newline) {
            const Position start = token.span.start;
            error({start, Position(start.line(), start.column() + 1)}, "invalid syntax");
        } else {
            error(token.span, "invalid syntax");
        }
    }
    return nullptr;
}

// Where something is missing in front of the next token: there, or on the last line if the source
// ends.
Span Parser::missing_here() const {
    const Position start = token_.span.start;
    const bool at_end = at(TokenKind::EndOfFile) || at(TokenKind::Dedent);
    if (!at_end || start.column() || start.line() < 2) return {start, start};
    return nowhere_in_line(Position(start.line() - 1, Position::kMaxColumn));
}

void Parser::report_missing_block(std::string_view owner, u32 line) {
    diagnostics_.report(DiagnosticKind::IndentationError, missing_here(),
                        "expected an indented block after ", owner, " on line ", NumberText(line));
}

// After an error of the parser, reads the rest: an error of the lexer, or a bracket that was open
// at the error and is never closed, explains more.
void Parser::look_for_better_error() {
    const bool is_of_lexer =
        at(TokenKind::Error) || (has_ahead_ && ahead_.kind == TokenKind::Error);
    const Diagnostic first = diagnostics_.first();
    if (is_of_lexer || first.kind != DiagnosticKind::SyntaxError) return;
    diagnostics_.restore({});
    TokenKind kind = has_ahead_ ? ahead_.kind : token_.kind;
    while (kind != TokenKind::EndOfFile && kind != TokenKind::Error) kind = lexer_.next().kind;
    const Lexer::Open* open = lexer_.innermost_open();
    const bool is_open = kind == TokenKind::EndOfFile && open && open->kind != ':';
    if (is_open && (at(TokenKind::EndOfFile) || open->position.line() < token_.span.start.line()))
        never_closed();
    if (!diagnostics_.has_error()) diagnostics_.restore(first);
}

// Between brackets stands neither a comma nor the closing bracket. start: of the expression before.
std::nullptr_t Parser::unexpected_in_brackets(const Expr* before, Position start) {
    const Token token = token_;
    if (!starts_expression(token.kind) || diagnostics_.has_error()) return invalid_syntax();
    if (before->is(NodeKind::Name) &&
        (token.kind == TokenKind::String || token.kind == TokenKind::FStringStart))
        return invalid_syntax();
    is_definite_error_ = true;
    Expr* after = parse_expression();
    if (after && !at(TokenKind::Error))
        return error(span_from(start), "invalid syntax. Perhaps you forgot a comma?");
    if (at(TokenKind::Error)) return nullptr;
    diagnostics_.restore({});
    return invalid_syntax_at(token);
}

}  // namespace krait
