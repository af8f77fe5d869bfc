// Targets: what may stand before `=`, `+=`, `:`, after `for`, `del` and `as`; and the names under
// which error messages speak of expressions.
#include "compiler/parser.hpp"

namespace krait {

std::string_view Parser::describe(const Expr* expression) {
    switch (expression->kind) {
        case NodeKind::Name: return "name";
        case NodeKind::Int:
        case NodeKind::BigInt:
        case NodeKind::Float:
        case NodeKind::Imaginary:
        case NodeKind::Str:
        case NodeKind::Bytes: return "literal";
        case NodeKind::None: return "None";
        case NodeKind::True: return "True";
        case NodeKind::False: return "False";
        case NodeKind::Ellipsis: return "ellipsis";
        case NodeKind::FString:
            return expression->as<FStringExpr>()->is_template ? "t-string expression"
                                                              : "f-string expression";
        case NodeKind::FormattedValue: return "f-string expression";
        case NodeKind::Tuple: return "tuple";
        case NodeKind::List: return "list";
        case NodeKind::Set: return "set display";
        case NodeKind::Dict: return "dict literal";
        case NodeKind::ListComprehension: return "list comprehension";
        case NodeKind::SetComprehension: return "set comprehension";
        case NodeKind::DictComprehension: return "dict comprehension";
        case NodeKind::Generator: return "generator expression";
        case NodeKind::Compare: return "comparison";
        case NodeKind::Conditional: return "conditional expression";
        case NodeKind::Attribute: return "attribute";
        case NodeKind::Subscript: return "subscript";
        case NodeKind::Call: return "function call";
        case NodeKind::Starred: return "starred";
        case NodeKind::Lambda: return "lambda";
        case NodeKind::Named: return "named expression";
        case NodeKind::Await: return "await expression";
        case NodeKind::Yield:
        case NodeKind::YieldFrom: return "yield expression";
        default: return "expression";
    }
}

bool Parser::check_target(const Expr* target, TargetUse use) {
    return check_target_at(target, use, true);
}

bool Parser::check_target_at(const Expr* target, TargetUse use, bool is_outer) {
    if (!enter()) return false;
    switch (target->kind) {
        case NodeKind::Name:
        case NodeKind::Attribute:
        case NodeKind::Subscript: return true;
        case NodeKind::Tuple:
        case NodeKind::List: return check_target_sequence(target, use);
        case NodeKind::Starred:
            if (use == TargetUse::Delete)
                return error(span_of(target), "cannot delete starred") != nullptr;
            if (is_outer && (use == TargetUse::Assign || use == TargetUse::AssignOfMany ||
                             use == TargetUse::For)) {
                return error(span_of(target),
                             "starred assignment target must be in a list or tuple") != nullptr;
            }
            return check_target_at(target->as<StarredExpr>()->value, use, false);
        default: break;
    }
    if (use == TargetUse::Delete)
        return error(span_of(target), "cannot delete ", describe(target)) != nullptr;
    if ((use == TargetUse::Assign || use == TargetUse::AssignOfMany) && is_outer &&
        !target->parenthesized && (target->is(NodeKind::Yield) || target->is(NodeKind::YieldFrom)))
        return error(span_of(target), "assignment to yield expression not possible") != nullptr;
    const bool may_mean_equality =
        use == TargetUse::Assign && is_outer && !target->is(NodeKind::None) &&
        !target->is(NodeKind::True) && !target->is(NodeKind::False) &&
        !target->is(NodeKind::Generator) && !target->is(NodeKind::Conditional) &&
        !target->is(NodeKind::Lambda) && !target->is(NodeKind::And) && !target->is(NodeKind::Or) &&
        !target->is(NodeKind::Compare) &&
        !(target->is(NodeKind::Unary) && target->as<UnaryExpr>()->op == Operator::Not);
    return error(span_of(target), "cannot assign to ", describe(target),
                 may_mean_equality ? " here. Maybe you meant '==' instead of '='?" : "") != nullptr;
}

bool Parser::check_target_sequence(const Expr* target, TargetUse use) {
    u32 stars = 0;
    for (const Expr* element : target->as<SequenceExpr>()->elements) {
        if (!check_target_at(element, use, false)) return false;
        stars += element->is(NodeKind::Starred);
    }
    return stars < 2 ||
           error(span_of(target), "multiple starred expressions in assignment") != nullptr;
}

// The targets between `for` and `in`: one, or a tuple without parentheses.
Expr* Parser::parse_for_targets() {
    const Position start = token_.span.start;
    const auto parse_one = [&]() -> Expr* {
        if (at(TokenKind::Star)) return parse_star_expression();
        constexpr u8 kAboveComparison = 5;  // so that `in` ends it
        return parse_operators(kAboveComparison);
    };
    Expr* target = parse_one();
    if (!target) return nullptr;
    if (at(TokenKind::Comma)) {
        ListBuilder<Expr> elements;
        elements.add(target);
        while (take(TokenKind::Comma)) {
            if (at(TokenKind::In)) break;
            Expr* element = parse_one();
            if (!element) return nullptr;
            elements.add(element);
        }
        auto* tuple = make<SequenceExpr>(NodeKind::Tuple, start);
        if (!tuple) return nullptr;
        tuple->elements = elements.list;
        target = tuple;
    }
    return check_target(target, TargetUse::For) ? target : nullptr;
}

}  // namespace krait
