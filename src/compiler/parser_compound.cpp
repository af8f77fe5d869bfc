// Statements that hold blocks.
#include "compiler/parser.hpp"

namespace krait {

// is_compound becomes false, and nothing is taken, if no such statement starts here.
Stmt* Parser::parse_compound(bool& is_compound) {
    const Position start = token_.span.start;
    switch (token_.kind) {
        case TokenKind::If: return parse_if();
        case TokenKind::While: return parse_while();
        case TokenKind::For: return parse_for(start, false);
        case TokenKind::With: return parse_with(start, false);
        case TokenKind::Try: return parse_try();
        case TokenKind::Def: return parse_function({}, CodeStyle::Inherited, start, false);
        case TokenKind::Class: return parse_class({}, start);
        case TokenKind::At: return parse_decorated();
        case TokenKind::Async: return parse_async();
        default: break;
    }
    if (at_match_statement()) return parse_match();
    is_compound = false;
    return nullptr;
}

// The colon and what follows it: an indented block, or simple statements on the same line. what:
// the owner, which began on the line, for messages.
bool Parser::parse_block(Block& out, std::string_view what, u32 line) {
    if (!expect(TokenKind::Colon, "expected ':'")) return false;
    ListBuilder<Stmt> body;
    if (!take(TokenKind::Newline)) {
        if (!parse_simple_line(body)) return false;
        out = body.list;
        return true;
    }
    if (!take(TokenKind::Indent)) {
        if (at(TokenKind::Error)) return false;
        report_missing_block(what, line);
        return false;
    }
    if (!parse_statements_until(TokenKind::Dedent, body)) return false;
    out = body.list;
    return at(TokenKind::EndOfFile) || expect(TokenKind::Dedent, {});
}

bool Parser::parse_else(Block& out) {
    const u32 line = token_.span.start.line();
    return !take(TokenKind::Else) || parse_block(out, "'else' statement", line);
}

Stmt* Parser::parse_async() {
    const Position start = token_.span.start;
    advance();
    if (at(TokenKind::Def)) return parse_function({}, CodeStyle::Inherited, start, true);
    if (at(TokenKind::For)) return parse_for(start, true);
    if (at(TokenKind::With)) return parse_with(start, true);
    return invalid_syntax();
}

Stmt* Parser::parse_if() {
    auto* statement = make<IfStmt>(token_.span.start);
    if (!statement) return nullptr;
    ListBuilder<IfBranch> branches;
    do {
        const bool is_elif = at(TokenKind::Elif);
        const Position start = token_.span.start;
        advance();
        Expr* test = parse_named_expression();
        auto* branch = test ? make<IfBranch>(start) : nullptr;
        if (!branch) return nullptr;
        branch->test = test;
        branches.add(branch);
        if (!parse_block(branch->body, is_elif ? "'elif' statement" : "'if' statement",
                         start.line()))
            return nullptr;
    } while (at(TokenKind::Elif));
    statement->branches = branches.list;
    return parse_else(statement->orelse) ? statement : nullptr;
}

Stmt* Parser::parse_while() {
    const Position start = token_.span.start;
    advance();
    Expr* test = parse_named_expression();
    auto* statement = test ? make<WhileStmt>(start) : nullptr;
    if (!statement) return nullptr;
    statement->test = test;
    if (!parse_block(statement->body, "'while' statement", start.line())) return nullptr;
    return parse_else(statement->orelse) ? statement : nullptr;
}

Stmt* Parser::parse_for(Position start, bool is_async) {
    const u32 line = token_.span.start.line();
    advance();
    Expr* target = parse_for_targets();
    if (!target || !expect(TokenKind::In, {})) return nullptr;
    Expr* iterable = parse_expression_list();
    auto* statement = iterable ? make<ForStmt>(start) : nullptr;
    if (!statement) return nullptr;
    statement->is_async = is_async;
    statement->target = target;
    statement->iterable = iterable;
    if (!parse_block(statement->body, "'for' statement", line)) return nullptr;
    place(statement, start);
    return parse_else(statement->orelse) ? statement : nullptr;
}

// ---- with ------------------------------------------------------------------------------------

Stmt* Parser::parse_with(Position start, bool is_async) {
    const u32 line = token_.span.start.line();
    advance();
    auto* statement = make<WithStmt>(start);
    if (!statement || !parse_with_items(statement)) return nullptr;
    statement->is_async = is_async;
    if (!parse_block(statement->body, "'with' statement", line)) return nullptr;
    place(statement, start);
    return statement;
}

bool Parser::parse_with_items(WithStmt* statement) {
    ListBuilder<WithItem> items;
    const bool in_parentheses = at(TokenKind::LeftParen) && parenthesized_with_items();
    if (in_parentheses) advance();
    do {
        if (in_parentheses && at(TokenKind::RightParen)) break;
        const Position start = token_.span.start;
        WithItem* item = parse_with_item();
        if (!item) return false;
        if (in_parentheses && !at(TokenKind::Comma) && !at(TokenKind::RightParen))
            return item->target ? invalid_syntax() != nullptr
                                : unexpected_in_brackets(item->context, start) != nullptr;
        items.add(item);
    } while (take(TokenKind::Comma));
    if (in_parentheses && !expect(TokenKind::RightParen, {})) return false;
    if (items.list.count == 1 && at(TokenKind::Colon)) split_with_tuple(items, items.last);
    statement->items = items.list;
    return true;
}

// Whether `as` occurs directly in the parentheses at which the parser stands.
bool Parser::parenthesized_with_items() {
    const Lexer::State state = lexer_.mark();
    const Diagnostic before = diagnostics_.first();
    u32 depth = 1;
    bool has_as = false;
    TokenKind kind = TokenKind::LeftParen;
    if (has_ahead_) kind = ahead_.kind;
    for (bool first = has_ahead_; depth; first = false) {
        if (!first) kind = lexer_.next().kind;
        if (kind == TokenKind::EndOfFile || kind == TokenKind::Error) break;
        has_as |= kind == TokenKind::As && depth == 1;
        if (kind == TokenKind::LeftParen || kind == TokenKind::LeftBracket ||
            kind == TokenKind::LeftBrace)
            ++depth;
        if (kind == TokenKind::RightParen || kind == TokenKind::RightBracket ||
            kind == TokenKind::RightBrace)
            --depth;
        if (depth == 1 && has_as) break;
    }
    lexer_.reset(state);
    diagnostics_.restore(before);
    return has_as;
}

WithItem* Parser::parse_with_item() {
    const Position start = token_.span.start;
    Expr* context = parse_expression();
    if (!context) return nullptr;
    Expr* target = nullptr;
    if (take(TokenKind::As)) {
        target = parse_star_expression();
        if (!target || !check_target(target, TargetUse::With)) return nullptr;
    }
    auto* item = make<WithItem>(start);
    if (!item) return nullptr;
    item->context = context;
    item->target = target;
    return item;
}

// `with (a, b):` has two items, unless an element can only be one of a tuple.
void Parser::split_with_tuple(ListBuilder<WithItem>& items, WithItem* item) {
    if (item->target || !item->context->is(NodeKind::Tuple)) return;
    const NodeList<Expr> elements = item->context->as<SequenceExpr>()->elements;
    if (elements.empty()) return;
    for (Expr* element : elements)
        if (element->is(NodeKind::Starred) ||
            (element->is(NodeKind::Named) && !element->parenthesized))
            return;
    items = {};
    for (Expr* element : elements) {
        auto* part = make<WithItem>(element->position);
        if (!part) return;
        part->context = element;
        part->end_column = element->end_column;
        items.add(part);
    }
}

// ---- try -------------------------------------------------------------------------------------

Stmt* Parser::parse_try() {
    const Position start = token_.span.start;
    advance();
    auto* statement = make<TryStmt>(start);
    if (!statement || !parse_block(statement->body, "'try' statement", start.line()))
        return nullptr;
    if (!at(TokenKind::Except) && !at(TokenKind::Finally)) {
        if (at(TokenKind::Error)) return nullptr;
        Span span = missing_here();
        if (span.end == span.start) span = token_.span;
        return error(span, "expected 'except' or 'finally' block");
    }
    if (!parse_handlers(statement)) return nullptr;
    if (!statement->handlers.empty() && !parse_else(statement->orelse)) return nullptr;
    const u32 line = token_.span.start.line();
    if (take(TokenKind::Finally) && !parse_block(statement->finally, "'finally' statement", line))
        return nullptr;
    return statement;
}

bool Parser::parse_handlers(TryStmt* statement) {
    ListBuilder<ExceptHandler> handlers;
    while (at(TokenKind::Except)) {
        if (handlers.last && !handlers.last->type)
            return error(span_of(handlers.last), "default 'except:' must be last") != nullptr;
        ExceptHandler* handler = parse_handler(statement, !handlers.last);
        if (!handler) return false;
        handlers.add(handler);
    }
    statement->handlers = handlers.list;
    return true;
}

ExceptHandler* Parser::parse_handler(TryStmt* statement, bool is_first) {
    const Position start = token_.span.start;
    advance();
    const bool is_star = take(TokenKind::Star);
    if (is_first) statement->is_star = is_star;
    if (is_star != statement->is_star)
        return error(span_from(start), "cannot have both 'except' and 'except*' on the same 'try'");
    auto* handler = make<ExceptHandler>(start);
    if (!handler) return nullptr;
    if (is_star && at(TokenKind::Colon))
        return error(token_.span, "expected one or more exception types");
    if (!at(TokenKind::Colon) && !at(TokenKind::Newline) && !parse_handler_type(handler))
        return nullptr;
    place(handler, start);
    const std::string_view what = is_star ? "'except*' statement" : "'except' statement";
    return parse_block(handler->body, what, start.line()) ? handler : nullptr;
}

bool Parser::parse_handler_type(ExceptHandler* handler) {
    const Position start = token_.span.start;
    if (!(handler->type = parse_expression())) return false;
    if (at(TokenKind::Comma)) {
        if (!parse_tuple_rest(handler->type, start, false)) return false;
        return error(span_from(start), "multiple exception types must be parenthesized") != nullptr;
    }
    return !take(TokenKind::As) || (handler->name = expect_name());
}

}  // namespace krait
