// Names, numbers, and what stands in brackets: groups, tuples, lists, sets, dicts, comprehensions.
#include "compiler/parser.hpp"

namespace krait {

Expr* Parser::parse_atom() {
    const Position start = token_.span.start;
    const auto constant = [&](NodeKind kind) {
        advance();
        return make<Node>(kind, start);
    };
    switch (token_.kind) {
        case TokenKind::Name: return parse_name();
        case TokenKind::Int:
        case TokenKind::Float:
        case TokenKind::Imaginary: return parse_number();
        case TokenKind::String:
        case TokenKind::FStringStart: return parse_strings();
        case TokenKind::LeftParen: return parse_parentheses();
        case TokenKind::LeftBracket: return parse_list();
        case TokenKind::LeftBrace: return parse_braces();
        case TokenKind::None: return constant(NodeKind::None);
        case TokenKind::True: return constant(NodeKind::True);
        case TokenKind::False: return constant(NodeKind::False);
        case TokenKind::Ellipsis: return constant(NodeKind::Ellipsis);
        default: return invalid_syntax();
    }
}

Expr* Parser::parse_name() {
    const Position start = token_.span.start;
    Name* name = token_.name;
    advance();
    auto* expression = make<NameExpr>(start);
    if (expression) expression->name = name;
    return expression;
}

// ---- Numbers ---------------------------------------------------------------------------------

Expr* Parser::parse_number() {
    const Token token = token_;
    advance();
    if (token.kind == TokenKind::Int) return parse_int(token);
    std::string_view text = lexer_.text(token);
    const bool is_imaginary = token.kind == TokenKind::Imaginary;
    if (is_imaginary) text.remove_suffix(1);
    if (text.find('_') != text.npos) {
        char* digits = arena_.array<char>(text.size());
        if (!digits) return nullptr;
        usize size = 0;
        for (char c : text)
            if (c != '_') digits[size++] = c;
        text = {digits, size};
    }
    auto* number =
        make<TextExpr>(is_imaginary ? NodeKind::Imaginary : NodeKind::Float, token.span.start);
    if (number) number->text = text;
    return number;
}

Expr* Parser::parse_int(const Token& token) {
    std::string_view text = lexer_.text(token);
    u8 base = 10;
    if (text.size() > 1 && text[0] == '0' && (text[1] | 0x20) >= 'b') {
        const char radix = static_cast<char>(text[1] | 0x20);
        base = radix == 'x' ? 16 : radix == 'o' ? 8 : 2;
        text.remove_prefix(2);
    }
    u64 value = 0;
    bool fits = true;
    usize size = 0;
    for (char c : text) {
        if (c == '_') continue;
        ++size;
        const u8 digit = static_cast<u8>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        if (value > (~u64{0} - digit) / base) fits = false;
        value = value * base + digit;
    }
    if (fits) {
        auto* number = make<IntExpr>(token.span.start);
        if (number) number->value = value;
        return number;
    }
    auto* number = make<BigIntExpr>(token.span.start);
    if (!number) return nullptr;
    number->base = base;
    number->digits = text;
    if (size == text.size()) return number;
    char* digits = arena_.array<char>(size);
    if (!digits) return nullptr;
    number->digits = {digits, size};
    for (char c : text)
        if (c != '_') *digits++ = c;
    return number;
}

// ---- Parentheses -----------------------------------------------------------------------------

Expr* Parser::parse_parentheses() {
    if (!enter()) return nullptr;
    const Position start = token_.span.start;
    advance();
    if (take(TokenKind::RightParen)) return make<SequenceExpr>(NodeKind::Tuple, start);
    if (at(TokenKind::Yield)) {
        Expr* yield = parse_yield();
        return yield ? parse_group_rest(yield) : nullptr;
    }
    if (at(TokenKind::DoubleStar)) {
        const Span stars = token_.span;
        advance();
        if (parse_operators(0) && !diagnostics_.has_error())
            return error(stars, "cannot use double starred expression here");
        return invalid_syntax();
    }
    const Position first_start = token_.span.start;
    Expr* first = parse_star_named_expression();
    if (!first) return nullptr;
    if (at_comprehension()) {
        if (first->is(NodeKind::Starred))
            return error(span_of(first), "iterable unpacking cannot be used in comprehension");
        return parse_comprehension(NodeKind::Generator, first, nullptr, start,
                                   TokenKind::RightParen);
    }
    if (at(TokenKind::Comma)) {
        advance();
        ListBuilder<Expr> elements;
        elements.add(first);
        if (!parse_elements(elements, TokenKind::RightParen)) return nullptr;
        auto* tuple = make<SequenceExpr>(NodeKind::Tuple, start);
        if (!tuple) return nullptr;
        tuple->elements = elements.list;
        tuple->parenthesized = true;
        return tuple;
    }
    if (!at(TokenKind::RightParen)) return unexpected_in_brackets(first, first_start);
    return parse_group_rest(first);
}

// An expression in parentheses of its own keeps its place and is marked.
Expr* Parser::parse_group_rest(Expr* first) {
    if (!take(TokenKind::RightParen)) return invalid_syntax();
    if (first->is(NodeKind::Starred))
        return error(span_of(first), "cannot use starred expression here");
    first->parenthesized = true;
    return first;
}

// Elements from behind a comma (or the start) through the closing bracket.
bool Parser::parse_elements(ListBuilder<Expr>& elements, TokenKind closer) {
    while (!at(closer)) {
        const Position start = token_.span.start;
        Expr* element = parse_star_named_expression();
        if (!element) return false;
        elements.add(element);
        if (!take(TokenKind::Comma) && !at(closer)) {
            if (at_comprehension() && closer != TokenKind::RightParen)
                return error(span_from(elements.list.first->position),
                             "did you forget parentheses around the comprehension target?") !=
                       nullptr;
            return unexpected_in_brackets(element, start) != nullptr;
        }
    }
    advance();
    return true;
}

// ---- Lists, sets, dicts ----------------------------------------------------------------------

Expr* Parser::parse_list() {
    if (!enter()) return nullptr;
    const Position start = token_.span.start;
    advance();
    ListBuilder<Expr> elements;
    if (!take(TokenKind::RightBracket)) {
        const Position first_start = token_.span.start;
        Expr* first = parse_star_named_expression();
        if (!first) return nullptr;
        if (at_comprehension()) {
            if (first->is(NodeKind::Starred))
                return error(span_of(first), "iterable unpacking cannot be used in comprehension");
            return parse_comprehension(NodeKind::ListComprehension, first, nullptr, start,
                                       TokenKind::RightBracket);
        }
        elements.add(first);
        if (take(TokenKind::Comma)) {
            if (!parse_elements(elements, TokenKind::RightBracket)) return nullptr;
        } else if (!take(TokenKind::RightBracket)) {
            return unexpected_in_brackets(first, first_start);
        }
    }
    auto* list = make<SequenceExpr>(NodeKind::List, start);
    if (list) list->elements = elements.list;
    return list;
}

Expr* Parser::parse_braces() {
    if (!enter()) return nullptr;
    const Position start = token_.span.start;
    advance();
    if (take(TokenKind::RightBrace)) return make<DictExpr>(start);
    if (at(TokenKind::DoubleStar)) {
        DictItem* item = parse_dict_item();
        if (!item) return nullptr;
        if (at_comprehension())
            return error(span_of(item), "dict unpacking cannot be used in dict comprehension");
        return parse_dict_rest(item, start);
    }
    const Position first_start = token_.span.start;
    Expr* first = parse_star_named_expression();
    if (!first) return nullptr;
    if (at(TokenKind::Colon) && !first->is(NodeKind::Starred)) {
        DictItem* item = parse_dict_value(first, first_start, true);
        if (!item) return nullptr;
        if (at_comprehension())
            return parse_comprehension(NodeKind::DictComprehension, item->key, item->value, start,
                                       TokenKind::RightBrace);
        return parse_dict_rest(item, start);
    }
    if (at_comprehension()) {
        if (first->is(NodeKind::Starred))
            return error(span_of(first), "iterable unpacking cannot be used in comprehension");
        return parse_comprehension(NodeKind::SetComprehension, first, nullptr, start,
                                   TokenKind::RightBrace);
    }
    return parse_set_rest(first, start);
}

Expr* Parser::parse_set_rest(Expr* first, Position start) {
    ListBuilder<Expr> elements;
    elements.add(first);
    if (take(TokenKind::Comma)) {
        if (!parse_elements(elements, TokenKind::RightBrace)) return nullptr;
    } else if (!take(TokenKind::RightBrace)) {
        return unexpected_in_brackets(first, first->position);
    }
    auto* set = make<SequenceExpr>(NodeKind::Set, start);
    if (set) set->elements = elements.list;
    return set;
}

Expr* Parser::parse_dict_rest(DictItem* first, Position start) {
    ListBuilder<DictItem> items;
    items.add(first);
    while (!at(TokenKind::RightBrace)) {
        if (!take(TokenKind::Comma))
            return unexpected_in_brackets(items.last->value, items.last->value->position);
        if (at(TokenKind::RightBrace)) break;
        DictItem* item = parse_dict_item();
        if (!item) return nullptr;
        items.add(item);
    }
    advance();
    auto* dict = make<DictExpr>(start);
    if (dict) dict->items = items.list;
    return dict;
}

DictItem* Parser::parse_dict_item() {
    const Position start = token_.span.start;
    if (!take(TokenKind::DoubleStar)) {
        Expr* key = parse_expression();
        return key ? parse_dict_value(key, start, false) : nullptr;
    }
    Expr* value = parse_operators(0);
    auto* item = value ? make<DictItem>(start) : nullptr;
    if (item) item->value = value;
    return item;
}

DictItem* Parser::parse_dict_value(Expr* key, Position start, bool is_first) {
    if (!at(TokenKind::Colon)) {
        if (at(TokenKind::Comma) || at(TokenKind::RightBrace))
            return error(last_.span, "':' expected after dictionary key");
        if (is_first) return invalid_syntax();
        return error(last_.span, "':' expected after dictionary key");
    }
    const Token colon = token_;
    advance();
    if (at(TokenKind::Comma) || at(TokenKind::RightBrace))
        return error(colon.span, "expression expected after dictionary key and ':'");
    if (at(TokenKind::Star)) {
        const Position star = token_.span.start;
        advance();
        if (!parse_operators(0)) return nullptr;
        return error(span_from(star), "cannot use a starred expression in a dictionary value");
    }
    Expr* value = parse_expression();
    auto* item = value ? make<DictItem>(start) : nullptr;
    if (!item) return nullptr;
    item->key = key;
    item->value = value;
    return item;
}

// ---- Comprehensions --------------------------------------------------------------------------

bool Parser::at_comprehension() {
    return at(TokenKind::For) || (at(TokenKind::Async) && peek().kind == TokenKind::For);
}

// From the first `for` through the closer (none for a generator that is a lone argument).
Expr* Parser::parse_comprehension(NodeKind kind, Expr* element, Expr* value, Position start,
                                  TokenKind closer) {
    ListBuilder<ComprehensionFor> clauses;
    while (at_comprehension()) {
        ComprehensionFor* clause = parse_comprehension_for();
        if (!clause) return nullptr;
        clauses.add(clause);
    }
    if (closer != TokenKind::EndOfFile && !take(closer)) {
        const Expr* before = clauses.last->iterable;
        for (Expr* condition : clauses.last->conditions) before = condition;
        return unexpected_in_brackets(before, before->position);
    }
    auto* comprehension = make<ComprehensionExpr>(kind, start);
    if (!comprehension) return nullptr;
    comprehension->element = element;
    comprehension->value = value;
    comprehension->clauses = clauses.list;
    comprehension->parenthesized = closer == TokenKind::RightParen;
    return comprehension;
}

ComprehensionFor* Parser::parse_comprehension_for() {
    const Position start = token_.span.start;
    const bool is_async = take(TokenKind::Async);
    advance();
    Expr* target = parse_for_targets();
    if (!target) return nullptr;
    if (!take(TokenKind::In)) {
        return unexpected_in_brackets(target, target->position);
    }
    Expr* iterable = parse_operators(0);
    if (!iterable) return nullptr;
    ListBuilder<Expr> conditions;
    while (take(TokenKind::If)) {
        Expr* condition = nullptr;
        if (at(TokenKind::Name) && peek().kind == TokenKind::ColonEqual) return invalid_syntax();
        if (!(condition = parse_operators(0))) return nullptr;
        conditions.add(condition);
    }
    auto* clause = make<ComprehensionFor>(start);
    if (!clause) return nullptr;
    clause->is_async = is_async;
    clause->target = target;
    clause->iterable = iterable;
    clause->conditions = conditions.list;
    return clause;
}

}  // namespace krait
