// Calls and the arguments of classes.
#include "compiler/parser.hpp"

namespace krait {

Expr* Parser::parse_call(Expr* function, Position start) {
    const Position open = token_.span.start;
    advance();
    Arguments arguments;
    if (!parse_arguments(arguments, open)) return nullptr;
    auto* call = make<CallExpr>(start);
    if (!call) return nullptr;
    call->function = function;
    call->arguments = arguments.list.list;
    call->has_star = arguments.has_star;
    call->has_double_star = arguments.has_double_star;
    call->keyword_count = arguments.keyword_count;
    return call;
}

// After the opening parenthesis, through the closing one.
bool Parser::parse_arguments(Arguments& arguments, Position open) {
    while (!at(TokenKind::RightParen)) {
        const Position start = token_.span.start;
        Expr* argument = parse_argument(arguments);
        if (!argument) return false;
        if (argument->is(NodeKind::Generator) && !argument->parenthesized) {
            if (!check_generator_argument(arguments, argument)) return false;
            // A lone generator's own parentheses are those of the call.
            argument->position = open;
        }
        arguments.list.add(argument);
        if (take(TokenKind::Comma)) continue;
        if (!at(TokenKind::RightParen)) {
            return unexpected_argument(argument, start) != nullptr;
        }
    }
    if (!arguments.misplaced.empty()) return error(token_.span, arguments.misplaced) != nullptr;
    advance();
    return check_keywords(arguments);
}

// Neither a comma nor the closing parenthesis follows the argument.
std::nullptr_t Parser::unexpected_argument(const Expr* argument, Position start) {
    if (argument->is(NodeKind::KeywordArgument)) {
        const Expr* value = argument->as<KeywordArgument>()->value;
        return unexpected_in_brackets(value, value->position);
    }
    if (!argument->is(NodeKind::Starred)) return unexpected_in_brackets(argument, start);
    if (at_comprehension())
        return error(span_of(argument), "iterable unpacking cannot be used in comprehension");
    const Expr* value = argument->as<StarredExpr>()->value;
    return unexpected_in_brackets(value, value->position);
}

Expr* Parser::parse_argument(Arguments& arguments) {
    const Position start = token_.span.start;
    if (take(TokenKind::Star)) {
        if (arguments.has_double_star)
            return error({start, token_.span.start},
                         "iterable argument unpacking follows keyword argument unpacking");
        Expr* value = parse_expression();
        auto* starred = value ? make<StarredExpr>(start) : nullptr;
        if (!starred) return nullptr;
        starred->value = value;
        arguments.has_star = true;
        return starred;
    }
    if (take(TokenKind::DoubleStar)) {
        Expr* value = parse_expression();
        auto* argument = value ? make<KeywordArgument>(start) : nullptr;
        if (!argument) return nullptr;
        argument->value = value;
        arguments.has_double_star = true;
        return argument;
    }
    const bool is_keyword_like =
        at(TokenKind::Name) || at(TokenKind::True) || at(TokenKind::False) || at(TokenKind::None);
    if (is_keyword_like && peek().kind == TokenKind::Equal)
        return parse_keyword_argument(arguments);
    return parse_positional_argument(arguments);
}

Expr* Parser::parse_keyword_argument(Arguments& arguments) {
    const Token name = token_;
    advance();
    if (name.kind != TokenKind::Name)
        return error({name.span.start, token_.span.end}, "cannot assign to ", lexer_.text(name));
    const Token equal = token_;
    advance();
    if (at(TokenKind::Comma) || at(TokenKind::RightParen))
        return error({name.span.start, equal.span.end}, "expected argument value expression");
    Expr* value = parse_expression();
    if (!value) return nullptr;
    if (at(TokenKind::For) || at(TokenKind::Async))
        return error({name.span.start, equal.span.end},
                     "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    auto* argument = make<KeywordArgument>(name.span.start);
    if (!argument) return nullptr;
    argument->name = name.name;
    argument->value = value;
    ++arguments.keyword_count;
    return argument;
}

Expr* Parser::parse_positional_argument(Arguments& arguments) {
    const Position start = token_.span.start;
    Expr* value = nullptr;
    if (at(TokenKind::Name) && peek().kind == TokenKind::ColonEqual)
        value = parse_named_expression();
    else
        value = parse_expression();
    if (!value) return nullptr;
    if (at(TokenKind::Equal))
        return error({start, token_.span.end},
                     "expression cannot contain assignment, perhaps you meant \"==\"?");
    if (at(TokenKind::ColonEqual)) return invalid_named_expression(value, start);
    if (at_comprehension())
        value =
            parse_comprehension(NodeKind::Generator, value, nullptr, start, TokenKind::EndOfFile);
    if (!value) return nullptr;
    if (arguments.misplaced.empty()) {
        if (arguments.has_double_star)
            arguments.misplaced = "positional argument follows keyword argument unpacking";
        else if (arguments.keyword_count)
            arguments.misplaced = "positional argument follows keyword argument";
    }
    return value;
}

// A generator without parentheses must be the only argument; a comma after it is allowed.
bool Parser::check_generator_argument(const Arguments& arguments, Expr* generator) {
    bool is_alone = arguments.list.list.empty();
    if (is_alone && at(TokenKind::Comma)) is_alone = peek().kind == TokenKind::RightParen;
    if (is_alone) return true;
    return error(span_of(generator), "Generator expression must be parenthesized") != nullptr;
}

bool Parser::check_keywords(const Arguments& arguments) {
    if (arguments.keyword_count < 2) return true;
    ++stamp_;
    for (Expr* argument : arguments.list.list) {
        if (!argument->is(NodeKind::KeywordArgument)) continue;
        Name* name = argument->as<KeywordArgument>()->name;
        if (!name) continue;
        if (name->stamp == stamp_)
            return error(span_of(argument), "keyword argument repeated: ", name->text) != nullptr;
        name->stamp = stamp_;
    }
    return true;
}

}  // namespace krait
