// Functions, lambdas' parameters, classes, type parameters, decorators.
#include "compiler/parser.hpp"

namespace krait {

// ---- Parameters ------------------------------------------------------------------------------

// Up to the closer, which is left.
bool Parser::parse_parameters(NodeList<Parameter>& out, TokenKind closer, bool is_lambda,
                              bool may_end_in_star) {
    ListBuilder<Parameter> parameters;
    ParameterState state;
    state.may_end_in_star = may_end_in_star;
    while (!at(closer)) {
        if (at(TokenKind::Slash)) {
            if (!parse_slash(state, parameters.list)) return false;
        } else if (at(TokenKind::Star) &&
                   (peek().kind == TokenKind::Comma || peek().kind == closer)) {
            if (!parse_bare_star(state)) return false;
        } else {
            Parameter* parameter = parse_parameter(state, is_lambda);
            if (!parameter) return false;
            parameters.add(parameter);
        }
        if (!take(TokenKind::Comma)) {
            if (!at(closer)) {
                if (at(TokenKind::Error)) return false;
                const bool follows_default = parameters.last && parameters.last->default_value;
                if (!follows_default) return invalid_syntax() != nullptr;
                const Expr* value = parameters.last->default_value;
                return unexpected_in_brackets(value, value->position) != nullptr;
            }
            break;
        }
    }
    out = parameters.list;
    if (is_lambda && state.needs_keyword_only) state.star = token_.span;
    return check_parameter_end(state);
}

bool Parser::parse_slash(ParameterState& state, NodeList<Parameter>& so_far) {
    const Span span = token_.span;
    if (state.seen_slash) return error(span, "/ may appear only once") != nullptr;
    if (state.seen_double_star)
        return error(span, "arguments cannot follow var-keyword argument") != nullptr;
    if (state.seen_star) return error(span, "/ must be ahead of *") != nullptr;
    if (so_far.empty() && peek().kind != TokenKind::Comma) return invalid_syntax() != nullptr;
    if (so_far.empty()) return error(span, "at least one argument must precede /") != nullptr;
    advance();
    state.seen_slash = true;
    for (Parameter* parameter : so_far) parameter->how = ParameterKind::PositionalOnly;
    return true;
}

bool Parser::parse_bare_star(ParameterState& state) {
    state.star = token_.span;
    if (state.seen_double_star)
        return error(token_.span, "arguments cannot follow var-keyword argument") != nullptr;
    if (state.seen_star) return error(token_.span, "* argument may appear only once") != nullptr;
    advance();
    state.seen_star = state.needs_keyword_only = true;
    return true;
}

bool Parser::check_parameter_end(const ParameterState& state) {
    if (!state.needs_keyword_only || state.may_end_in_star) return true;
    return error(state.star, "named arguments must follow bare *") != nullptr;
}

Parameter* Parser::parse_parameter(ParameterState& state, bool is_lambda) {
    const Token first = token_;
    ParameterKind how = state.seen_star ? ParameterKind::KeywordOnly : ParameterKind::Normal;
    if (state.seen_double_star &&
        (at(TokenKind::Name) || at(TokenKind::Star) || at(TokenKind::DoubleStar)))
        return error(first.span, "arguments cannot follow var-keyword argument");
    if (take(TokenKind::Star)) {
        if (state.seen_star) return error(first.span, "* argument may appear only once");
        how = ParameterKind::VarArgs;
        state.seen_star = true;
    } else if (take(TokenKind::DoubleStar)) {
        if (state.needs_keyword_only)
            return error(is_lambda ? last_.span : state.star, "named arguments must follow bare *");
        how = ParameterKind::VarKeywords;
        state.seen_double_star = true;
    }
    if (at(TokenKind::LeftParen) && how != ParameterKind::VarArgs) {
        const Position open = token_.span.start;
        if (!parse_parentheses()) return nullptr;
        return error(span_from(open), is_lambda
                                          ? "Lambda expression parameters cannot be parenthesized"
                                          : "Function parameters cannot be parenthesized");
    }
    const Token name = token_;
    if (!expect(TokenKind::Name, {})) return nullptr;
    auto* parameter = make<Parameter>(name.span.start);
    if (!parameter) return nullptr;
    parameter->how = how;
    parameter->name = name.name;
    if (how == ParameterKind::KeywordOnly) state.needs_keyword_only = false;
    if (!is_lambda && take(TokenKind::Colon)) {
        parameter->annotation = parse_annotation(how == ParameterKind::VarArgs);
        if (!parameter->annotation) return nullptr;
    }
    if (at(TokenKind::Equal)) {
        if (how == ParameterKind::VarArgs)
            return error(token_.span, "var-positional argument cannot have default value");
        if (how == ParameterKind::VarKeywords)
            return error(token_.span, "var-keyword argument cannot have default value");
        const Span equal = token_.span;
        advance();
        if (at(TokenKind::Comma) || at(TokenKind::RightParen) ||
            (is_lambda && at(TokenKind::Colon)))
            return error(equal, "expected default value expression");
        if (!(parameter->default_value = parse_expression())) return nullptr;
        state.seen_default = true;
    } else if (how == ParameterKind::Normal && state.seen_default) {
        return error(name.span, "parameter without a default follows parameter with a default");
    }
    return parameter;
}

// ---- Type parameters -------------------------------------------------------------------------

// `[T, *Ts, **P]`, if there is one.
bool Parser::parse_type_parameters(NodeList<TypeParameterNode>& out) {
    if (!take(TokenKind::LeftBracket)) return true;
    ListBuilder<TypeParameterNode> parameters;
    if (at(TokenKind::RightBracket))
        return error(token_.span, "Type parameter list cannot be empty") != nullptr;
    while (!at(TokenKind::RightBracket)) {
        TypeParameterNode* parameter = parse_type_parameter();
        if (!parameter) return false;
        parameters.add(parameter);
        if (!take(TokenKind::Comma)) break;
    }
    out = parameters.list;
    return expect(TokenKind::RightBracket, {});
}

TypeParameterNode* Parser::parse_type_parameter() {
    const Position start = token_.span.start;
    TypeParameterKind how = TypeParameterKind::TypeVar;
    if (take(TokenKind::Star))
        how = TypeParameterKind::TypeVarTuple;
    else if (take(TokenKind::DoubleStar))
        how = TypeParameterKind::ParamSpec;
    Name* name = token_.name;
    if (!expect(TokenKind::Name, {})) return nullptr;
    auto* parameter = make<TypeParameterNode>(start);
    if (!parameter) return nullptr;
    parameter->how = how;
    parameter->name = name;
    if (!at(TokenKind::Colon)) return parameter;
    const Position colon_start = token_.span.start;
    advance();
    if (!(parameter->bound = parse_expression())) return nullptr;
    const Span colon = span_from(colon_start);
    const bool is_tuple = parameter->bound->is(NodeKind::Tuple);
    if (how == TypeParameterKind::TypeVarTuple)
        return error(colon, is_tuple ? "cannot use constraints with TypeVarTuple"
                                     : "cannot use bound with TypeVarTuple");
    if (how == TypeParameterKind::ParamSpec)
        return error(colon, is_tuple ? "cannot use constraints with ParamSpec"
                                     : "cannot use bound with ParamSpec");
    place(parameter, start);
    return parameter;
}

// ---- Definitions -----------------------------------------------------------------------------

// At `def`.
Stmt* Parser::parse_function(NodeList<Expr> decorators, CodeStyle style, Position start,
                             bool is_async) {
    const u32 line = token_.span.start.line();
    advance();
    auto* function = make<FunctionDefStmt>(start);
    if (!function || !(function->name = expect_name())) return nullptr;
    function->is_async = is_async;
    function->decorators = decorators;
    function->style = style;
    const bool may_end_in_star = style != CodeStyle::Inherited;
    if (!parse_type_parameters(function->type_parameters)) return nullptr;
    if (!expect(TokenKind::LeftParen, "expected '('")) return nullptr;
    if (!parse_parameters(function->parameters, TokenKind::RightParen, false, may_end_in_star))
        return nullptr;
    if (!expect(TokenKind::RightParen, {})) return nullptr;
    if (at(TokenKind::Arrow) && peek().kind == TokenKind::Colon)
        return error(token_.span, "expected ':'");
    if (take(TokenKind::Arrow) && !(function->returns = parse_annotation(false))) return nullptr;
    place(function, start);
    return parse_block(function->body, "function definition", line) ? function : nullptr;
}

// At `class`.
Stmt* Parser::parse_class(NodeList<Expr> decorators, Position start) {
    const u32 line = token_.span.start.line();
    advance();
    auto* cls = make<ClassDefStmt>(start);
    if (!cls || !(cls->name = expect_name())) return nullptr;
    cls->decorators = decorators;
    if (!parse_type_parameters(cls->type_parameters)) return nullptr;
    const Position open = token_.span.start;
    if (take(TokenKind::LeftParen)) {
        Arguments arguments;
        if (!parse_arguments(arguments, open)) return nullptr;
        const Expr* only = arguments.list.list.first;
        if (only && only->is(NodeKind::Generator) && only->position == open) {
            const Position word = only->as<ComprehensionExpr>()->clauses.first->position;
            return error({word, Position(word.line(), word.column() + 3)}, "invalid syntax");
        }
        cls->arguments = arguments.list.list;
        cls->has_star = arguments.has_star;
        cls->has_double_star = arguments.has_double_star;
        cls->keyword_count = arguments.keyword_count;
    }
    return parse_block(cls->body, "class definition", line) ? cls : nullptr;
}

// A decorator `micropython.x` chooses how the function is compiled. Which object the name means at
// that place does not matter; MicroPython needs no import for it.
static bool names_micropython(const Expr* decorator) {
    if (!decorator->is(NodeKind::Attribute)) return false;
    const Expr* value = decorator->as<AttributeExpr>()->value;
    while (value->is(NodeKind::Attribute)) value = value->as<AttributeExpr>()->value;
    return value->is(NodeKind::Name) && value->as<NameExpr>()->name->text == "micropython";
}

// False: reported.
bool Parser::parse_style(Expr* decorator, CodeStyle& style) {
    auto* attribute = decorator->as<AttributeExpr>();
    const std::string_view name = attribute->name->text;
    const Span span{decorator->position,
                    Position(decorator->position.line(), decorator->end_column)};
    if (attribute->value->is(NodeKind::Name)) {
        if (name == "bytecode") return style = CodeStyle::Bytecode, true;
        if (name == "native") return style = CodeStyle::Native, true;
        if (name == "viper") return style = CodeStyle::Viper, true;
        if (name.starts_with("asm_"))
            return error(span, "invalid micropython decorator: there is no assembler for '", name,
                         "' here") != nullptr;
    }
    return error(span, "invalid micropython decorator: expected bytecode, native or viper") !=
           nullptr;
}

Stmt* Parser::parse_decorated() {
    ListBuilder<Expr> decorators;
    CodeStyle style = CodeStyle::Inherited;
    while (take(TokenKind::At)) {
        Expr* decorator = parse_named_expression();
        if (!decorator) return nullptr;
        if (!names_micropython(decorator))
            decorators.add(decorator);
        else if (!parse_style(decorator, style))
            return nullptr;
        if (!expect(TokenKind::Newline, {})) return nullptr;
    }
    const Position start = token_.span.start;
    if (at(TokenKind::Def)) return parse_function(decorators.list, style, start, false);
    if (at(TokenKind::Class)) return parse_class(decorators.list, start);
    if (at(TokenKind::Async) && peek().kind == TokenKind::Def) {
        advance();
        return parse_function(decorators.list, style, start, true);
    }
    return invalid_syntax();
}

}  // namespace krait
