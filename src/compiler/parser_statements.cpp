// Statements of one line, and the sequences that statements stand in.
#include "compiler/parser.hpp"

namespace krait {

namespace {

Operator augmented_operator(TokenKind kind) {
    switch (kind) {
        case TokenKind::PlusEqual: return Operator::Add;
        case TokenKind::MinusEqual: return Operator::Subtract;
        case TokenKind::StarEqual: return Operator::Multiply;
        case TokenKind::SlashEqual: return Operator::Divide;
        case TokenKind::DoubleSlashEqual: return Operator::FloorDivide;
        case TokenKind::PercentEqual: return Operator::Modulo;
        case TokenKind::AtEqual: return Operator::MatrixMultiply;
        case TokenKind::AmpersandEqual: return Operator::BitAnd;
        case TokenKind::BarEqual: return Operator::BitOr;
        case TokenKind::CaretEqual: return Operator::BitXor;
        case TokenKind::LeftShiftEqual: return Operator::LeftShift;
        case TokenKind::RightShiftEqual: return Operator::RightShift;
        case TokenKind::DoubleStarEqual: return Operator::Power;
        default: return Operator::None;
    }
}

// What may stand before `from __future__ import`: such imports, and the doc string.
bool belongs_to_prologue(const Stmt* statement, bool is_first) {
    if (statement->is(NodeKind::Expression))
        return is_first && statement->as<ExpressionStmt>()->value->is(NodeKind::Str);
    if (!statement->is(NodeKind::ImportFrom)) return false;
    auto* import = statement->as<ImportFromStmt>();
    return !import->level && import->module->text == "__future__";
}

}  // namespace

// ---- Sequences -------------------------------------------------------------------------------

bool Parser::parse_statements_until(TokenKind closer, ListBuilder<Stmt>& out) {
    while (!at(closer)) {
        if (at(TokenKind::EndOfFile)) break;
        if (!parse_statement(out)) return false;
    }
    return true;
}

bool Parser::parse_statement(ListBuilder<Stmt>& out) {
    if (!enter()) return false;
    bool is_compound = true;
    const bool was_prologue = is_prologue_;
    is_prologue_ = false;
    Stmt* statement = parse_compound(is_compound);
    if (!is_compound) {
        is_prologue_ = was_prologue;
        return parse_simple_line(out);
    }
    if (statement) out.add(statement);
    return statement != nullptr;
}

// Simple statements with semicolons between, through the end of the line.
bool Parser::parse_simple_line(ListBuilder<Stmt>& out) {
    for (;;) {
        Stmt* statement = parse_simple();
        if (!statement) return false;
        const bool is_first = out.list.empty();
        out.add(statement);
        is_prologue_ = is_prologue_ && belongs_to_prologue(statement, is_first);
        if (take(TokenKind::Newline)) return true;
        if (!take(TokenKind::Semicolon)) return invalid_syntax() != nullptr;
        if (take(TokenKind::Newline)) return true;
    }
}

Stmt* Parser::parse_simple() {
    switch (token_.kind) {
        case TokenKind::Return: return parse_return();
        case TokenKind::Del: return parse_delete();
        case TokenKind::Pass: return parse_plain(NodeKind::Pass);
        case TokenKind::Break: return parse_plain(NodeKind::Break);
        case TokenKind::Continue: return parse_plain(NodeKind::Continue);
        case TokenKind::Raise: return parse_raise();
        case TokenKind::Global: return parse_scope_statement(NodeKind::Global);
        case TokenKind::Nonlocal: return parse_scope_statement(NodeKind::Nonlocal);
        case TokenKind::Import: return parse_import();
        case TokenKind::From: return parse_from();
        case TokenKind::Assert: return parse_assert();
        default: break;
    }
    if (at_soft_keyword("type") && peek().kind == TokenKind::Name) return parse_type_alias();
    return parse_expression_statement();
}

Stmt* Parser::parse_plain(NodeKind kind) {
    const Position start = token_.span.start;
    advance();
    return make<Node>(kind, start);
}

// ---- Expressions and assignments -------------------------------------------------------------

Stmt* Parser::parse_expression_statement() {
    const Position start = token_.span.start;
    Expr* value = parse_yield_or_list();
    if (!value) return nullptr;
    switch (token_.kind) {
        case TokenKind::Equal: return parse_assignment(value, start);
        case TokenKind::Colon: return parse_annotated(value, start);
        case TokenKind::ColonEqual:
            if (value->is(NodeKind::Name)) return invalid_syntax();
            return error(span_from(start), "cannot use assignment expressions with ",
                         describe(value));
        default: break;
    }
    if (const Operator op = augmented_operator(token_.kind); op != Operator::None)
        return parse_augmented(value, start, op);
    if (value->is(NodeKind::Name) && starts_expression(token_.kind))
        return invalid_legacy_statement(value);
    auto* statement = make<ExpressionStmt>(start);
    if (statement) statement->value = value;
    return statement;
}

// `print x`, as Python 2 wrote it; or anything else that follows a name.
Stmt* Parser::invalid_legacy_statement(const Expr* expression) {
    const std::string_view name = expression->as<NameExpr>()->name->text;
    if (name != "print" && name != "exec") return invalid_syntax();
    const Token token = token_;
    if (!parse_expression_list()) {
        if (at(TokenKind::Error)) return nullptr;
        diagnostics_.restore({});
        return invalid_syntax_at(token);
    }
    return error(span_from(expression->position), "Missing parentheses in call to '", name,
                 "'. Did you mean ", name, "(...)?");
}

// first = second = ... = value, at the first `=`.
Stmt* Parser::parse_assignment(Expr* first, Position start) {
    ListBuilder<Expr> targets;
    Expr* value = first;
    while (at(TokenKind::Equal)) {
        Expr* target = value;
        targets.add(target);
        advance();
        if (!(value = parse_yield_or_list())) return nullptr;
        const bool is_last = targets.list.count == 1 && !at(TokenKind::Equal);
        if (!check_target(target, is_last ? TargetUse::Assign : TargetUse::AssignOfMany))
            return nullptr;
    }
    if (value->is(NodeKind::Starred))
        return error(span_of(value), "can't use starred expression here");
    if (at(TokenKind::ColonEqual)) return invalid_syntax();
    auto* statement = make<AssignStmt>(start);
    if (!statement) return nullptr;
    statement->targets = targets.list;
    statement->value = value;
    return statement;
}

Stmt* Parser::parse_augmented(Expr* target, Position start, Operator op) {
    const bool is_single = target->is(NodeKind::Name) || target->is(NodeKind::Attribute) ||
                           target->is(NodeKind::Subscript);
    if (!is_single)
        return error(span_from(start), "'", describe(target),
                     "' is an illegal expression for augmented assignment");
    advance();
    Expr* value = parse_yield_or_list();
    auto* statement = value ? make<AugmentedAssignStmt>(start) : nullptr;
    if (!statement) return nullptr;
    statement->op = op;
    statement->target = target;
    statement->value = value;
    return statement;
}

Stmt* Parser::parse_annotated(Expr* target, Position start) {
    switch (target->kind) {
        case NodeKind::Name:
        case NodeKind::Attribute:
        case NodeKind::Subscript: break;
        case NodeKind::List:
            return error(span_of(target), "only single target (not list) can be annotated");
        case NodeKind::Tuple: {
            const Expr* first = target->as<SequenceExpr>()->elements.first;
            return error(span_of(first && !target->parenthesized ? first : target),
                         "only single target (not tuple) can be annotated");
        }
        default: return error(span_of(target), "illegal target for annotation");
    }
    advance();
    Expr* annotation = parse_annotation(false);
    if (!annotation) return nullptr;
    Expr* value = nullptr;
    if (take(TokenKind::Equal) && !(value = parse_yield_or_list())) return nullptr;
    auto* statement = make<AnnotatedAssignStmt>(start);
    if (!statement) return nullptr;
    statement->target = target;
    statement->annotation = annotation;
    statement->value = value;
    return statement;
}

// With `from __future__ import annotations`: the text.
Expr* Parser::parse_annotation(bool may_be_starred) {
    const Token first = token_;
    Expr* annotation = may_be_starred ? parse_star_expression() : parse_expression();
    if (!annotation || !annotations_are_text_) return annotation;
    auto* text = make<TextExpr>(NodeKind::Str, first.span.start);
    if (text) text->text = lexer_.between(first.begin, last_.end);
    return text;
}

// ---- return, del, raise, assert --------------------------------------------------------------

Stmt* Parser::parse_return() {
    const Position start = token_.span.start;
    advance();
    Expr* value = nullptr;
    if (starts_expression(token_.kind) || at(TokenKind::Star))
        if (!(value = parse_expression_list())) return nullptr;
    auto* statement = make<ReturnStmt>(start);
    if (statement) statement->value = value;
    return statement;
}

Stmt* Parser::parse_delete() {
    const Position start = token_.span.start;
    advance();
    ListBuilder<Expr> targets;
    do {
        if (!targets.list.empty() && (at(TokenKind::Newline) || at(TokenKind::Semicolon))) break;
        Expr* target = parse_star_expression();
        if (!target || !check_target(target, TargetUse::Delete)) return nullptr;
        targets.add(target);
    } while (take(TokenKind::Comma));
    auto* statement = make<DeleteStmt>(start);
    if (statement) statement->targets = targets.list;
    return statement;
}

Stmt* Parser::parse_raise() {
    const Position start = token_.span.start;
    advance();
    Expr* exception = nullptr;
    Expr* cause = nullptr;
    if (starts_expression(token_.kind)) {
        if (!(exception = parse_expression())) return nullptr;
        if (take(TokenKind::From) && !(cause = parse_expression())) return nullptr;
    }
    auto* statement = make<RaiseStmt>(start);
    if (!statement) return nullptr;
    statement->exception = exception;
    statement->cause = cause;
    return statement;
}

Stmt* Parser::parse_assert() {
    const Position start = token_.span.start;
    advance();
    Expr* test = parse_expression();
    if (!test) return nullptr;
    Expr* message = nullptr;
    if (take(TokenKind::Comma) && !(message = parse_expression())) return nullptr;
    auto* statement = make<AssertStmt>(start);
    if (!statement) return nullptr;
    statement->test = test;
    statement->message = message;
    return statement;
}

// ---- Names -----------------------------------------------------------------------------------

Name* Parser::expect_name() {
    Name* name = token_.name;
    return expect(TokenKind::Name, {}) ? name : nullptr;
}

Stmt* Parser::parse_scope_statement(NodeKind kind) {
    const Position start = token_.span.start;
    advance();
    ListBuilder<Identifier> names;
    do {
        const Position name_start = token_.span.start;
        Name* name = expect_name();
        auto* identifier = name ? make<Identifier>(name_start) : nullptr;
        if (!identifier) return nullptr;
        identifier->name = name;
        names.add(identifier);
    } while (take(TokenKind::Comma));
    auto* statement = make<ScopeStmt>(kind, start);
    if (statement) statement->names = names.list;
    return statement;
}

Stmt* Parser::parse_type_alias() {
    const Position start = token_.span.start;
    advance();
    Expr* name = parse_name();
    auto* statement = name ? make<TypeAliasStmt>(start) : nullptr;
    if (!statement || !parse_type_parameters(statement->type_parameters)) return nullptr;
    if (!expect(TokenKind::Equal, {})) return nullptr;
    statement->name = name->as<NameExpr>();
    // The value is evaluated when it is asked for: a function without parameters.
    Expr* value = parse_expression();
    auto* lambda = value ? make<LambdaExpr>(value->position) : nullptr;
    if (!lambda) return nullptr;
    lambda->body = value;
    place(lambda, value->position);
    statement->value = lambda;
    place(statement, start);
    return statement;
}

// ---- import ----------------------------------------------------------------------------------

Stmt* Parser::parse_import() {
    const Position start = token_.span.start;
    advance();
    ListBuilder<Alias> names;
    do {
        Alias* alias = parse_alias(true);
        if (!alias) return nullptr;
        names.add(alias);
    } while (take(TokenKind::Comma));
    if (take(TokenKind::From)) {
        if (!parse_dotted_name()) return nullptr;
        return error(span_from(start), "Did you mean to use 'from ... import ...' instead?");
    }
    auto* statement = make<ImportStmt>(start);
    if (statement) statement->names = names.list;
    return statement;
}

Alias* Parser::parse_alias(bool is_dotted) {
    const Position start = token_.span.start;
    Name* path = is_dotted ? parse_dotted_name() : expect_name();
    if (!path) return nullptr;
    Name* as_name = nullptr;
    if (take(TokenKind::As) && !(as_name = expect_name())) return nullptr;
    auto* alias = make<Alias>(start);
    if (!alias) return nullptr;
    alias->path = path;
    alias->as_name = as_name;
    return alias;
}

// `a.b.c`; blanks around the dots are dropped.
Name* Parser::parse_dotted_name() {
    const Token first = token_;
    Name* name = expect_name();
    if (!name || !at(TokenKind::Dot)) return name;
    std::string_view text = name->text;
    while (take(TokenKind::Dot)) {
        const Name* part = expect_name();
        if (!part) return nullptr;
        const std::string_view written = lexer_.between(first.begin, last_.end);
        if (written.size() == text.size() + 1 + part->text.size()) {
            text = written;
            continue;
        }
        char* joined = arena_.array<char>(text.size() + 1 + part->text.size());
        if (!joined) return nullptr;
        text.copy(joined, text.size());
        joined[text.size()] = '.';
        part->text.copy(joined + text.size() + 1, part->text.size());
        text = {joined, text.size() + 1 + part->text.size()};
    }
    return names_.intern(text);
}

Stmt* Parser::parse_from() {
    const Position start = token_.span.start;
    advance();
    auto* statement = make<ImportFromStmt>(start);
    if (!statement) return nullptr;
    for (;;) {
        if (take(TokenKind::Dot))
            statement->level += 1;
        else if (take(TokenKind::Ellipsis))
            statement->level += 3;
        else
            break;
    }
    if (!statement->level || !at(TokenKind::Import))
        if (!(statement->module = parse_dotted_name())) return nullptr;
    if (!expect(TokenKind::Import, {})) return nullptr;
    if (take(TokenKind::Star))
        statement->is_star = true;
    else if (!parse_from_names(statement))
        return nullptr;
    place(statement, start);
    const bool is_future = !statement->level && statement->module->text == "__future__";
    return !is_future || check_future(statement) ? statement : nullptr;
}

// `from __future__ import ...` names features, of which most are Python by now.
bool Parser::check_future(const ImportFromStmt* statement) {
    if (!is_prologue_)
        return error(span_of(statement),
                     "from __future__ imports must occur at the beginning of the file") != nullptr;
    const Span line{Position(statement->position.line(), 0),
                    Position(statement->position.line(), 0)};
    for (const Alias* alias : statement->names) {
        const std::string_view feature = alias->path->text;
        bool is_known = false;
        for (std::string_view known : {"nested_scopes", "generators", "division", "absolute_import",
                                       "with_statement", "print_function", "unicode_literals",
                                       "barry_as_FLUFL", "generator_stop", "annotations"})
            is_known |= feature == known;
        if (feature == "braces") return error(line, "not a chance") != nullptr;
        if (!is_known) return error(line, "future feature ", feature, " is not defined") != nullptr;
        annotations_are_text_ |= feature == "annotations";
    }
    return true;
}

bool Parser::parse_from_names(ImportFromStmt* statement) {
    const bool in_parentheses = take(TokenKind::LeftParen);
    ListBuilder<Alias> names;
    for (;;) {
        Alias* alias = parse_alias(false);
        if (!alias) return false;
        names.add(alias);
        if (!take(TokenKind::Comma)) break;
        if (in_parentheses && at(TokenKind::RightParen)) break;
        if (at(TokenKind::Newline))
            return error({token_.span.start, token_.span.start},
                         "trailing comma not allowed without surrounding parentheses") != nullptr;
    }
    statement->names = names.list;
    return !in_parentheses || expect(TokenKind::RightParen, {});
}

}  // namespace krait
