// Expressions above the level of atoms: operators by precedence climbing, conditional expressions,
// lambda, yield, attributes and subscripts.
#include "compiler/parser.hpp"

namespace krait {

namespace {

// Levels of precedence, from loose to tight.
enum Level : u8 {
    kNone,
    kOr,
    kAnd,
    kNot,
    kComparison,
    kBitOr,
    kBitXor,
    kBitAnd,
    kShift,
    kSum,
    kTerm
};

struct BinaryOperator {
    Level level;
    Operator op;
};

BinaryOperator binary_operator(TokenKind kind) {
    switch (kind) {
        case TokenKind::Or: return {kOr, Operator::None};
        case TokenKind::And: return {kAnd, Operator::None};
        case TokenKind::Less: return {kComparison, Operator::Less};
        case TokenKind::Greater: return {kComparison, Operator::Greater};
        case TokenKind::EqualEqual: return {kComparison, Operator::Equal};
        case TokenKind::NotEqual: return {kComparison, Operator::NotEqual};
        case TokenKind::LessEqual: return {kComparison, Operator::LessEqual};
        case TokenKind::GreaterEqual: return {kComparison, Operator::GreaterEqual};
        case TokenKind::In: return {kComparison, Operator::In};
        case TokenKind::Is: return {kComparison, Operator::Is};
        case TokenKind::Not: return {kComparison, Operator::NotIn};  // if `in` follows
        case TokenKind::Bar: return {kBitOr, Operator::BitOr};
        case TokenKind::Caret: return {kBitXor, Operator::BitXor};
        case TokenKind::Ampersand: return {kBitAnd, Operator::BitAnd};
        case TokenKind::LeftShift: return {kShift, Operator::LeftShift};
        case TokenKind::RightShift: return {kShift, Operator::RightShift};
        case TokenKind::Plus: return {kSum, Operator::Add};
        case TokenKind::Minus: return {kSum, Operator::Subtract};
        case TokenKind::Star: return {kTerm, Operator::Multiply};
        case TokenKind::Slash: return {kTerm, Operator::Divide};
        case TokenKind::DoubleSlash: return {kTerm, Operator::FloorDivide};
        case TokenKind::Percent: return {kTerm, Operator::Modulo};
        case TokenKind::At: return {kTerm, Operator::MatrixMultiply};
        default: return {kNone, Operator::None};
    }
}

NodeKind chain_kind(u8 level) {
    if (level == kOr) return NodeKind::Or;
    if (level == kAnd) return NodeKind::And;
    return level == kComparison ? NodeKind::Compare : NodeKind::Binary;
}

}  // namespace

// Whether `=` behind it may have been meant for `==`.
static bool may_mean_equality(const Expr* left) {
    switch (left->kind) {
        case NodeKind::Tuple:
        case NodeKind::List:
        case NodeKind::Generator:
        case NodeKind::True:
        case NodeKind::False:
        case NodeKind::None: return false;
        case NodeKind::And:
        case NodeKind::Or:
        case NodeKind::Compare:
        case NodeKind::Conditional:
        case NodeKind::Lambda: return left->parenthesized;
        case NodeKind::Unary:
            return left->parenthesized || left->as<UnaryExpr>()->op != Operator::Not;
        default: return true;
    }
}

bool Parser::starts_expression(TokenKind kind) {
    switch (kind) {
        case TokenKind::Name:
        case TokenKind::Int:
        case TokenKind::Float:
        case TokenKind::Imaginary:
        case TokenKind::String:
        case TokenKind::FStringStart:
        case TokenKind::LeftParen:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace:
        case TokenKind::Ellipsis:
        case TokenKind::Plus:
        case TokenKind::Minus:
        case TokenKind::Tilde:
        case TokenKind::False:
        case TokenKind::None:
        case TokenKind::True:
        case TokenKind::Await:
        case TokenKind::Lambda:
        case TokenKind::Not: return true;
        default: return false;
    }
}

// expression: a conditional, an operator expression or a lambda. A chain of conditionals is a loop.
Expr* Parser::parse_expression() {
    if (!enter()) return nullptr;
    if (at(TokenKind::Lambda)) return parse_lambda();
    const Position start = token_.span.start;
    Expr* body = parse_operators(kOr);
    if (!body || !at(TokenKind::If)) return body;
    return parse_conditional_rest(body, start);
}

Expr* Parser::parse_conditional_rest(Expr* body, Position start) {
    Expr* outer = nullptr;
    ConditionalExpr* above = nullptr;
    for (;;) {
        advance();
        auto* conditional = make<ConditionalExpr>(start);
        if (!conditional) return nullptr;
        conditional->body = body;
        if (!(conditional->test = parse_operators(kOr))) return nullptr;
        if (!at(TokenKind::Else)) {
            if (at(TokenKind::Error) || at(TokenKind::EndOfFile)) return invalid_syntax();
            if (at(TokenKind::Colon)) return invalid_syntax();
            return error(span_from(start), "expected 'else' after 'if' expression");
        }
        advance();
        if (above)
            above->orelse = conditional;
        else
            outer = conditional;
        above = conditional;
        start = token_.span.start;
        body = at(TokenKind::Lambda) ? parse_lambda() : parse_operators(kOr);
        if (!body) return nullptr;
        if (!at(TokenKind::If) || body->is(NodeKind::Lambda)) break;
    }
    above->orelse = body;
    for (Expr* e = outer;; e = e->as<ConditionalExpr>()->orelse) {  // they all end here
        if (e->is(NodeKind::Conditional) && !e->parenthesized) place(e, e->position);
        if (e == above) break;
    }
    return outer;
}

// An expression, or `name := expression`.
Expr* Parser::parse_named_expression() {
    if (!enter()) return nullptr;
    const Position start = token_.span.start;
    if (at(TokenKind::Name) && peek().kind == TokenKind::ColonEqual) {
        auto* target = parse_name();
        advance();
        Expr* value = target ? parse_expression() : nullptr;
        auto* named = value ? make<NamedExpr>(start) : nullptr;
        if (!named) return nullptr;
        named->target = target->as<NameExpr>();
        named->value = value;
        return named;
    }
    Expr* expression = parse_expression();
    if (expression && (at(TokenKind::ColonEqual) || at(TokenKind::Equal)))
        return invalid_named_expression(expression, start);
    return expression;
}

// `left := ...` or `left = ...` where neither can be; the caller may know better about `=`.
Expr* Parser::invalid_named_expression(Expr* left, Position start) {
    const Span span = span_from(start);
    if (at(TokenKind::ColonEqual))
        return error(span, "cannot use assignment expressions with ", describe(left));
    const Token equal = token_;
    if (!may_mean_equality(left)) return invalid_syntax();
    advance();
    Expr* right = parse_operators(kBitOr);
    if (!right) return nullptr;
    if (at(TokenKind::Equal) || at(TokenKind::ColonEqual)) return invalid_syntax_at(equal);
    if (left->is(NodeKind::Name))
        return error(span_from(start),
                     "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    return error(span, "cannot assign to ", describe(left),
                 " here. Maybe you meant '==' instead of '='?");
}

Expr* Parser::parse_star_expression() {
    if (!at(TokenKind::Star)) return parse_expression();
    const Position start = token_.span.start;
    advance();
    Expr* value = parse_operators(kBitOr);
    auto* starred = value ? make<StarredExpr>(start) : nullptr;
    if (starred) starred->value = value;
    return starred;
}

Expr* Parser::parse_star_named_expression() {
    return at(TokenKind::Star) ? parse_star_expression() : parse_named_expression();
}

// One expression, or a tuple without parentheses; elements may be starred.
Expr* Parser::parse_expression_list() {
    const Position start = token_.span.start;
    Expr* first = parse_star_expression();
    if (!first || !at(TokenKind::Comma)) return first;
    return parse_tuple_rest(first, start, false);
}

// At the comma after the first element. Stops where no expression starts.
Expr* Parser::parse_tuple_rest(Expr* first, Position start, bool allow_named) {
    ListBuilder<Expr> elements;
    elements.add(first);
    while (take(TokenKind::Comma)) {
        if (!starts_expression(token_.kind) && !at(TokenKind::Star)) break;
        Expr* element = allow_named ? parse_star_named_expression() : parse_star_expression();
        if (!element) return nullptr;
        elements.add(element);
    }
    auto* tuple = make<SequenceExpr>(NodeKind::Tuple, start);
    if (tuple) tuple->elements = elements.list;
    return tuple;
}

Expr* Parser::parse_yield_or_list() {
    return at(TokenKind::Yield) ? parse_yield() : parse_expression_list();
}

Expr* Parser::parse_yield() {
    const Position start = token_.span.start;
    advance();
    Expr* value = nullptr;
    const bool is_from = take(TokenKind::From);
    if (is_from) {
        if (!(value = parse_expression())) return nullptr;
    } else if (starts_expression(token_.kind) || at(TokenKind::Star)) {
        if (!(value = parse_expression_list())) return nullptr;
    }
    auto* yield = make<SuspendExpr>(is_from ? NodeKind::YieldFrom : NodeKind::Yield, start);
    if (yield) yield->value = value;
    return yield;
}

Expr* Parser::parse_lambda() {
    const Position start = token_.span.start;
    advance();
    NodeList<Parameter> parameters;
    if (!parse_parameters(parameters, TokenKind::Colon, true)) return nullptr;
    if (!expect(TokenKind::Colon, "expected ':'")) return nullptr;
    const Lexer::Open* open = lexer_.innermost_open();
    if (open && open->kind == ':' && open->is_spec)
        return error(span_from(start), lexer_.field_owner(),
                     "lambda expressions are not allowed without parentheses");
    Expr* body = parse_expression();
    auto* lambda = body ? make<LambdaExpr>(start) : nullptr;
    if (!lambda) return nullptr;
    lambda->parameters = parameters;
    lambda->body = body;
    return lambda;
}

// ---- Operators -------------------------------------------------------------------------------

Expr* Parser::parse_operators(u8 least_level) {
    if (!enter()) return nullptr;
    const Position start = token_.span.start;
    Expr* left = least_level <= kNot && at(TokenKind::Not) ? parse_not() : parse_unary();
    while (left) {
        const u8 level = binary_operator(token_.kind).level;
        if (level < least_level || level == kNone) break;
        if (at(TokenKind::Not) && peek().kind != TokenKind::In) {
            if (lexer_.innermost_open()) break;  // where a comma may be missing
            return invalid_syntax_at(peek());
        }
        left = parse_chain(left, start, level);
    }
    return left;
}

// All operands of one level, from the operator after the first.
Expr* Parser::parse_chain(Expr* first, Position start, u8 level) {
    ListBuilder<Expr> operands;
    operands.add(first);
    for (;;) {
        BinaryOperator binary = binary_operator(token_.kind);
        if (binary.level != level) break;
        if (at(TokenKind::Not)) {
            if (peek().kind != TokenKind::In) break;
            advance();
        }
        advance();
        if (binary.op == Operator::Is && take(TokenKind::Not)) binary.op = Operator::IsNot;
        Expr* operand = parse_operators(level + 1);
        if (!operand) return nullptr;
        operand->joined_by = binary.op;
        operands.add(operand);
    }
    auto* chain = make<ChainExpr>(chain_kind(level), start);
    if (chain) chain->operands = operands.list;
    return chain;
}

Expr* Parser::parse_not() {
    const Position start = token_.span.start;
    advance();
    Expr* operand = parse_operators(kNot);
    auto* unary = operand ? make<UnaryExpr>(start) : nullptr;
    if (!unary) return nullptr;
    unary->op = Operator::Not;
    unary->operand = operand;
    return unary;
}

Expr* Parser::parse_unary() {
    Operator op;
    switch (token_.kind) {
        case TokenKind::Minus: op = Operator::Negate; break;
        case TokenKind::Plus: op = Operator::Plus; break;
        case TokenKind::Tilde: op = Operator::Invert; break;
        default: return parse_power();
    }
    if (!enter()) return nullptr;
    const Position start = token_.span.start;
    advance();
    Expr* operand = parse_unary();
    auto* unary = operand ? make<UnaryExpr>(start) : nullptr;
    if (!unary) return nullptr;
    unary->op = op;
    unary->operand = operand;
    return unary;
}

Expr* Parser::parse_power() {
    const Position start = token_.span.start;
    Expr* base = nullptr;
    if (take(TokenKind::Await)) {
        Expr* value = parse_primary();
        auto* await = value ? make<SuspendExpr>(NodeKind::Await, start) : nullptr;
        if (!await) return nullptr;
        await->value = value;
        base = await;
    } else {
        base = parse_primary();
    }
    if (!base || !take(TokenKind::DoubleStar)) return base;
    if (!enter()) return nullptr;
    Expr* exponent = parse_unary();
    auto* power = exponent ? make<ChainExpr>(NodeKind::Binary, start) : nullptr;
    if (!power) return nullptr;
    exponent->joined_by = Operator::Power;
    ListBuilder<Expr> operands;
    operands.add(base);
    operands.add(exponent);
    power->operands = operands.list;
    return power;
}

// ---- Primaries -------------------------------------------------------------------------------

Expr* Parser::parse_primary() {
    const Position start = token_.span.start;
    Expr* value = parse_atom();
    while (value) {
        switch (token_.kind) {
            case TokenKind::Dot: value = parse_attribute(value, start); break;
            case TokenKind::LeftParen: value = parse_call(value, start); break;
            case TokenKind::LeftBracket: value = parse_subscript(value, start); break;
            default: return value;
        }
    }
    return nullptr;
}

Expr* Parser::parse_attribute(Expr* value, Position start) {
    advance();
    if (!at(TokenKind::Name)) return invalid_syntax();
    Name* name = token_.name;
    advance();
    auto* attribute = make<AttributeExpr>(start);
    if (!attribute) return nullptr;
    attribute->value = value;
    attribute->name = name;
    return attribute;
}

Expr* Parser::parse_subscript(Expr* value, Position start) {
    advance();
    Expr* index = parse_index();
    if (!index) return nullptr;
    if (!take(TokenKind::RightBracket)) return unexpected_in_brackets(index, index->position);
    auto* subscript = make<SubscriptExpr>(start);
    if (!subscript) return nullptr;
    subscript->value = value;
    subscript->index = index;
    return subscript;
}

// What stands between brackets: one slice or expression, or a tuple of them.
Expr* Parser::parse_index() {
    const Position start = token_.span.start;
    Expr* first = parse_slice();
    const bool is_tuple = first && (at(TokenKind::Comma) || first->is(NodeKind::Starred));
    if (!is_tuple) return first;
    ListBuilder<Expr> elements;
    elements.add(first);
    while (take(TokenKind::Comma)) {
        if (at(TokenKind::RightBracket)) break;
        Expr* element = parse_slice();
        if (!element) return nullptr;
        elements.add(element);
    }
    auto* tuple = make<SequenceExpr>(NodeKind::Tuple, start);
    if (tuple) tuple->elements = elements.list;
    return tuple;
}

Expr* Parser::parse_slice() {
    const Position start = token_.span.start;
    const auto is_bound = [&] {
        return !at(TokenKind::Colon) && !at(TokenKind::Comma) && !at(TokenKind::RightBracket);
    };
    Expr* lower = nullptr;
    if (!at(TokenKind::Colon)) {
        if (!(lower = parse_star_named_expression())) return nullptr;
        if (!at(TokenKind::Colon) || lower->is(NodeKind::Starred)) return lower;
    }
    advance();
    Expr* upper = nullptr;
    Expr* step = nullptr;
    if (is_bound() && !(upper = parse_expression())) return nullptr;
    if (take(TokenKind::Colon) && is_bound() && !(step = parse_expression())) return nullptr;
    auto* slice = make<SliceExpr>(start);
    if (!slice) return nullptr;
    slice->lower = lower;
    slice->upper = upper;
    slice->step = step;
    return slice;
}

}  // namespace krait
