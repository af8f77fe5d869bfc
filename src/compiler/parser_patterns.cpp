// The match statement and its patterns.
#include "compiler/parser.hpp"

namespace krait {

// ---- The statement ---------------------------------------------------------------------------

// `match` is a name of its own too: `match (x)` is a call, `match (x):` a statement.
bool Parser::at_match_statement() {
    if (!at_soft_keyword("match")) return false;
    switch (peek().kind) {
        case TokenKind::Name:
        case TokenKind::Int:
        case TokenKind::Float:
        case TokenKind::Imaginary:
        case TokenKind::String:
        case TokenKind::FStringStart:
        case TokenKind::None:
        case TokenKind::True:
        case TokenKind::False:
        case TokenKind::Ellipsis:
        case TokenKind::Tilde:
        case TokenKind::Lambda:
        case TokenKind::Await: return true;
        case TokenKind::LeftParen:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace:
        case TokenKind::Plus:
        case TokenKind::Minus:
        case TokenKind::Star:
        case TokenKind::Not: return line_ends_with_colon();
        default: return false;
    }
}

bool Parser::line_ends_with_colon() {
    peek();
    const Lexer::State state = lexer_.mark();
    const Diagnostic before = diagnostics_.first();
    TokenKind previous = ahead_.kind;
    TokenKind kind = previous;
    while (kind != TokenKind::Newline && kind != TokenKind::EndOfFile && kind != TokenKind::Error) {
        previous = kind;
        kind = lexer_.next().kind;
    }
    lexer_.reset(state);
    diagnostics_.restore(before);
    return kind == TokenKind::Newline && previous == TokenKind::Colon;
}

Stmt* Parser::parse_match() {
    const Position start = token_.span.start;
    advance();
    auto* statement = make<MatchStmt>(start);
    const Position subject_start = token_.span.start;
    Expr* subject = statement ? parse_star_named_expression() : nullptr;
    if (subject && at(TokenKind::Comma)) subject = parse_tuple_rest(subject, subject_start, true);
    if (!subject || !expect(TokenKind::Colon, "expected ':'")) return nullptr;
    if (subject->is(NodeKind::Starred))
        return error(span_of(subject), "can't use starred expression here");
    statement->subject = subject;
    if (!expect(TokenKind::Newline, {})) return nullptr;
    if (!take(TokenKind::Indent)) {
        if (at(TokenKind::Error)) return nullptr;
        report_missing_block("'match' statement", start.line());
        return nullptr;
    }
    ListBuilder<MatchCase> cases;
    while (at_soft_keyword("case")) {
        MatchCase* match_case = parse_case();
        if (!match_case) return nullptr;
        cases.add(match_case);
    }
    statement->cases = cases.list;
    if (cases.list.empty()) return invalid_syntax();
    if (!at(TokenKind::EndOfFile) && !expect(TokenKind::Dedent, {})) return nullptr;
    return check_reachable(cases.list) ? statement : nullptr;
}

MatchCase* Parser::parse_case() {
    if (!enter()) return nullptr;
    const Position start = token_.span.start;
    advance();
    auto* match_case = make<MatchCase>(start);
    if (!match_case || !(match_case->pattern = parse_open_pattern())) return nullptr;
    if (take(TokenKind::If) && !(match_case->guard = parse_named_expression())) return nullptr;
    return parse_block(match_case->body, "'case' statement", start.line()) ? match_case : nullptr;
}

// ---- Irrefutable patterns --------------------------------------------------------------------

// The capture that makes the pattern match everything, or null.
const CapturePattern* Parser::catch_all(const Pattern* pattern) {
    for (;;) {
        if (pattern->is(NodeKind::MatchCapture)) return pattern->as<CapturePattern>();
        if (pattern->is(NodeKind::MatchAs)) {
            pattern = pattern->as<AsPattern>()->pattern;
        } else if (pattern->is(NodeKind::MatchOr)) {
            for (const Pattern* item : pattern->as<GroupPattern>()->items) pattern = item;
        } else {
            return nullptr;
        }
    }
}

bool Parser::unreachable_after(const CapturePattern* capture) {
    if (!capture->name)
        return error(span_of(capture), "wildcard makes remaining patterns unreachable") != nullptr;
    return error(span_of(capture), "name capture '", capture->name->text,
                 "' makes remaining patterns unreachable") != nullptr;
}

bool Parser::check_reachable(NodeList<MatchCase> cases) {
    for (const MatchCase* match_case : cases) {
        if (!match_case->next || match_case->guard) continue;
        if (const CapturePattern* capture = catch_all(match_case->pattern))
            return unreachable_after(capture);
    }
    return true;
}

// ---- Patterns --------------------------------------------------------------------------------

// A pattern, or a sequence pattern without brackets.
Pattern* Parser::parse_open_pattern() {
    const Position start = token_.span.start;
    Pattern* first = at(TokenKind::Star) ? parse_star_pattern() : parse_pattern();
    if (!first) return nullptr;
    if (!at(TokenKind::Comma)) {
        if (!first->is(NodeKind::MatchStar)) return first;
        return invalid_syntax();
    }
    ListBuilder<Pattern> items;
    items.add(first);
    while (take(TokenKind::Comma)) {
        if (at(TokenKind::Colon) || at(TokenKind::If)) break;
        Pattern* item = at(TokenKind::Star) ? parse_star_pattern() : parse_pattern();
        if (!item) return nullptr;
        items.add(item);
    }
    return finish_sequence(items, start);
}

Pattern* Parser::finish_sequence(ListBuilder<Pattern>& items, Position start) {
    auto* sequence = make<GroupPattern>(NodeKind::MatchSequence, start);
    if (!sequence) return nullptr;
    sequence->items = items.list;
    u32 stars = 0;
    for (const Pattern* item : items.list) stars += item->is(NodeKind::MatchStar);
    if (stars > 1) return error(span_of(sequence), "multiple starred names in sequence pattern");
    return sequence;
}

// or_pattern ['as' name]
Pattern* Parser::parse_pattern() {
    if (!enter()) return nullptr;
    const Position start = token_.span.start;
    Pattern* pattern = parse_or_pattern();
    if (!pattern || !take(TokenKind::As)) return pattern;
    if (at_soft_keyword("_")) return error(token_.span, "cannot use '_' as a target");
    if (!at(TokenKind::Name)) {
        if (at(TokenKind::Error)) return nullptr;
        return error(token_.span, "invalid pattern target");
    }
    Name* name = token_.name;
    advance();
    if (at(TokenKind::Dot)) return invalid_syntax();
    auto* as_pattern = make<AsPattern>(start);
    if (!as_pattern) return nullptr;
    as_pattern->pattern = pattern;
    as_pattern->name = name;
    return as_pattern;
}

Pattern* Parser::parse_or_pattern() {
    const Position start = token_.span.start;
    Pattern* first = parse_closed_pattern();
    if (!first || !at(TokenKind::Bar)) return first;
    ListBuilder<Pattern> items;
    items.add(first);
    while (at(TokenKind::Bar)) {
        if (const CapturePattern* capture = catch_all(items.last)) {
            unreachable_after(capture);
            return nullptr;
        }
        advance();
        Pattern* item = parse_closed_pattern();
        if (!item) return nullptr;
        items.add(item);
    }
    auto* alternatives = make<GroupPattern>(NodeKind::MatchOr, start);
    if (alternatives) alternatives->items = items.list;
    return alternatives;
}

Pattern* Parser::parse_closed_pattern() {
    const Position start = token_.span.start;
    switch (token_.kind) {
        case TokenKind::Name: return parse_name_pattern();
        case TokenKind::LeftParen:
        case TokenKind::LeftBracket: return parse_group_pattern();
        case TokenKind::LeftBrace: return parse_mapping_pattern();
        default: {
            Expr* literal = parse_pattern_literal();
            return literal ? value_pattern(literal, start) : nullptr;
        }
    }
}

Pattern* Parser::value_pattern(Expr* value, Position start) {
    const bool is_singleton =
        value->is(NodeKind::None) || value->is(NodeKind::True) || value->is(NodeKind::False);
    auto* pattern =
        make<ValuePattern>(is_singleton ? NodeKind::MatchSingleton : NodeKind::MatchValue, start);
    if (pattern) pattern->value = value;
    return pattern;
}

// *name
Pattern* Parser::parse_star_pattern() {
    const Position start = token_.span.start;
    advance();
    Name* name = expect_name();
    auto* star = name ? make<CapturePattern>(NodeKind::MatchStar, start) : nullptr;
    if (star && name->text != "_") star->name = name;
    return star;
}

// A capture, `_`, a dotted value, or a class.
Pattern* Parser::parse_name_pattern() {
    const Position start = token_.span.start;
    Expr* value = parse_pattern_dotted_name();
    if (!value) return nullptr;
    if (at(TokenKind::LeftParen)) return parse_class_pattern(value, start);
    if (!value->is(NodeKind::Name)) return value_pattern(value, start);
    auto* capture = make<CapturePattern>(NodeKind::MatchCapture, start);
    if (!capture) return nullptr;
    Name* name = value->as<NameExpr>()->name;
    if (name->text != "_") capture->name = name;
    return capture;
}

Expr* Parser::parse_pattern_dotted_name() {
    const Position start = token_.span.start;
    Expr* value = parse_name();
    while (value && at(TokenKind::Dot)) value = parse_attribute(value, start);
    return value;
}

// ---- Sequences and mappings ------------------------------------------------------------------

// (pattern), or a sequence in parentheses or brackets.
Pattern* Parser::parse_group_pattern() {
    if (!enter()) return nullptr;
    const Position start = token_.span.start;
    const bool is_list = at(TokenKind::LeftBracket);
    const TokenKind closer = is_list ? TokenKind::RightBracket : TokenKind::RightParen;
    advance();
    ListBuilder<Pattern> items;
    bool has_comma = false;
    while (!at(closer)) {
        Pattern* item = at(TokenKind::Star) ? parse_star_pattern() : parse_pattern();
        if (!item) return nullptr;
        items.add(item);
        if (!take(TokenKind::Comma)) break;
        has_comma = true;
    }
    if (!expect(closer, {})) return nullptr;
    const bool is_group = !is_list && items.list.count == 1 && !has_comma;
    if (is_group && !items.last->is(NodeKind::MatchStar)) return items.last;
    if (is_group) return error(span_of(items.last), "invalid syntax");
    return finish_sequence(items, start);
}

Pattern* Parser::parse_mapping_pattern() {
    if (!enter()) return nullptr;
    const Position start = token_.span.start;
    advance();
    auto* mapping = make<MappingPattern>(start);
    if (!mapping) return nullptr;
    ListBuilder<MatchMappingItem> items;
    while (!at(TokenKind::RightBrace)) {
        if (mapping->rest)
            return error(span_of(mapping->rest),
                         "double star pattern must be the last (right-most) subpattern in a "
                         "mapping pattern");
        if (!parse_mapping_item(mapping, items)) return nullptr;
        if (!take(TokenKind::Comma)) break;
    }
    if (!expect(TokenKind::RightBrace, {})) return nullptr;
    mapping->items = items.list;
    place(mapping, start);
    return check_mapping_keys(mapping) ? mapping : nullptr;
}

namespace {

u64 int_value(const Expr* literal) {
    switch (literal->kind) {
        case NodeKind::Int: return literal->as<IntExpr>()->value;
        case NodeKind::Unary: return 0 - int_value(literal->as<UnaryExpr>()->operand);
        default: return literal->is(NodeKind::True);
    }
}

bool is_int_literal(const Expr* e) {
    return e->is(NodeKind::Int) || e->is(NodeKind::True) || e->is(NodeKind::False) ||
           (e->is(NodeKind::Unary) && e->as<UnaryExpr>()->operand->is(NodeKind::Int));
}

bool is_same_literal(const Expr* a, const Expr* b) {
    if (is_int_literal(a) && is_int_literal(b)) return int_value(a) == int_value(b);
    if (a->kind != b->kind) return false;
    if (a->is(NodeKind::None)) return true;
    if (!a->is(NodeKind::Str) && !a->is(NodeKind::Bytes) && !a->is(NodeKind::Float)) return false;
    return a->as<TextExpr>()->text == b->as<TextExpr>()->text;
}

}  // namespace

bool Parser::check_mapping_keys(const MappingPattern* mapping) {
    for (const MatchMappingItem* item : mapping->items)
        for (const MatchMappingItem* other = mapping->items.first; other != item;
             other = static_cast<const MatchMappingItem*>(other->next)) {
            if (!is_same_literal(item->key, other->key)) continue;
            const bool is_str = item->key->is(NodeKind::Str);
            const std::string_view quote = is_str ? "'" : "";
            return error(span_of(mapping), "mapping pattern checks duplicate key (", quote,
                         is_str ? item->key->as<TextExpr>()->text : item->key_text, quote,
                         ")") != nullptr;
        }
    return true;
}

bool Parser::parse_mapping_item(MappingPattern* mapping, ListBuilder<MatchMappingItem>& items) {
    const Position start = token_.span.start;
    if (take(TokenKind::DoubleStar)) {
        if (at_soft_keyword("_")) return invalid_syntax() != nullptr;
        Name* name = expect_name();
        auto* rest = name ? make<CapturePattern>(NodeKind::MatchCapture, start) : nullptr;
        if (rest) rest->name = name;
        mapping->rest = rest;
        return rest != nullptr;
    }
    const Token first = token_;
    Expr* key = at(TokenKind::Name) ? parse_pattern_dotted_name() : parse_pattern_literal();
    if (!key) return false;
    const std::string_view key_text = lexer_.between(first.begin, last_.end);
    if (key->is(NodeKind::Name)) return invalid_syntax() != nullptr;
    if (!expect(TokenKind::Colon, {})) return false;
    Pattern* pattern = parse_pattern();
    auto* item = pattern ? make<MatchMappingItem>(start) : nullptr;
    if (!item) return false;
    item->key = key;
    item->key_text = key_text;
    item->pattern = pattern;
    items.add(item);
    return true;
}

// ---- Classes ---------------------------------------------------------------------------------

Pattern* Parser::parse_class_pattern(Expr* cls, Position start) {
    if (!enter()) return nullptr;
    advance();
    auto* pattern = make<ClassPattern>(start);
    if (!pattern) return nullptr;
    pattern->cls = cls;
    ListBuilder<Pattern> positional;
    ListBuilder<MatchKeyword> keywords;
    while (!at(TokenKind::RightParen)) {
        if (!parse_class_pattern_argument(positional, keywords)) return nullptr;
        if (!take(TokenKind::Comma)) break;
    }
    if (!expect(TokenKind::RightParen, {})) return nullptr;
    pattern->positional = positional.list;
    pattern->keywords = keywords.list;
    place(pattern, start);
    ++stamp_;
    for (MatchKeyword* keyword : keywords.list) {
        if (keyword->name->stamp == stamp_)
            return error(span_of(keyword),
                         "attribute name repeated in class pattern: ", keyword->name->text);
        keyword->name->stamp = stamp_;
    }
    return pattern;
}

bool Parser::parse_class_pattern_argument(ListBuilder<Pattern>& positional,
                                          ListBuilder<MatchKeyword>& keywords) {
    const Position start = token_.span.start;
    if (!at(TokenKind::Name) || peek().kind != TokenKind::Equal) {
        Pattern* argument = parse_pattern();
        if (!argument) return false;
        if (keywords.last)
            return error(span_of(argument), "positional patterns follow keyword patterns") !=
                   nullptr;
        positional.add(argument);
        return true;
    }
    Name* name = token_.name;
    advance();
    advance();
    Pattern* value = parse_pattern();
    auto* keyword = value ? make<MatchKeyword>(start) : nullptr;
    if (!keyword) return false;
    keyword->name = name;
    keyword->pattern = value;
    keywords.add(keyword);
    return true;
}

// ---- Literals --------------------------------------------------------------------------------

Expr* Parser::parse_pattern_literal() {
    switch (token_.kind) {
        case TokenKind::String: {
            Expr* text = parse_strings();
            if (text && text->is(NodeKind::FString))
                return error(span_of(text),
                             "patterns may only match literals and attribute "
                             "lookups");
            return text;
        }
        case TokenKind::FStringStart: {
            Expr* text = parse_strings();
            return text ? error(span_of(text),
                                "patterns may only match literals and attribute "
                                "lookups")
                        : nullptr;
        }
        case TokenKind::None:
        case TokenKind::True:
        case TokenKind::False: return parse_atom();
        case TokenKind::Int:
        case TokenKind::Float:
        case TokenKind::Imaginary:
        case TokenKind::Minus: return parse_pattern_number();
        default: return invalid_syntax();
    }
}

// [-] number [+|- imaginary]
Expr* Parser::parse_pattern_number() {
    const Position start = token_.span.start;
    const auto parse_signed = [&]() -> Expr* {
        const bool is_negative = take(TokenKind::Minus);
        if (!at(TokenKind::Int) && !at(TokenKind::Float) && !at(TokenKind::Imaginary))
            return invalid_syntax();
        Expr* number = parse_number();
        if (!number || !is_negative) return number;
        auto* unary = make<UnaryExpr>(start);
        if (!unary) return nullptr;
        unary->op = Operator::Negate;
        unary->operand = number;
        return unary;
    };
    Expr* real = parse_signed();
    if (!real || (!at(TokenKind::Plus) && !at(TokenKind::Minus))) return real;
    const Operator op = at(TokenKind::Plus) ? Operator::Add : Operator::Subtract;
    advance();
    if (!at(TokenKind::Imaginary)) {
        if (at(TokenKind::Int) || at(TokenKind::Float))
            return error(token_.span, "imaginary number required in complex literal");
        return invalid_syntax();
    }
    Expr* imaginary = parse_number();
    auto* sum = imaginary ? make<ChainExpr>(NodeKind::Binary, start) : nullptr;
    if (!sum) return nullptr;
    imaginary->joined_by = op;
    ListBuilder<Expr> operands;
    operands.add(real);
    operands.add(imaginary);
    sum->operands = operands.list;
    return sum;
}

}  // namespace krait
