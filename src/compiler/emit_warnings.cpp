// Warnings about code that is correct and yet hardly meant: `x is 5`, `assert (x, "text")`,
// `[1, 2] [3, 4]` for want of a comma.
#include "compiler/emitter.hpp"

namespace krait {

namespace {

// The type that the literal or display makes; empty: it may be anything.
std::string_view type_made_by(const Expr* e) {
    switch (e->kind) {
        case NodeKind::Int:
        case NodeKind::BigInt: return "int";
        case NodeKind::Float: return "float";
        case NodeKind::Imaginary: return "complex";
        case NodeKind::Str: return "str";
        case NodeKind::FString: return e->as<FStringExpr>()->is_template ? "" : "str";
        case NodeKind::Bytes: return "bytes";
        case NodeKind::None: return "NoneType";
        case NodeKind::True:
        case NodeKind::False: return "bool";
        case NodeKind::Ellipsis: return "ellipsis";
        case NodeKind::Tuple: return "tuple";
        case NodeKind::List:
        case NodeKind::ListComprehension: return "list";
        case NodeKind::Set:
        case NodeKind::SetComprehension: return "set";
        case NodeKind::Dict:
        case NodeKind::DictComprehension: return "dict";
        case NodeKind::Generator: return "generator";
        case NodeKind::Lambda: return "function";
        default: return {};
    }
}

constexpr std::string_view kMissedComma = "; perhaps you missed a comma?";

}  // namespace

void Emitter::warn_about_call(const CallExpr* e) {
    const std::string_view type = type_made_by(e->function);
    if (type.empty() || type == "function") return;
    c_.diagnostics.warn(e->position, "'", type, "' object is not callable", kMissedComma);
}

void Emitter::warn_about_subscript(const SubscriptExpr* e) {
    const std::string_view type = type_made_by(e->value);
    if (type.empty() || type == "dict") return;
    const bool is_sequence = type == "str" || type == "bytes" || type == "list" || type == "tuple";
    if (!is_sequence)
        return c_.diagnostics.warn(e->position, "'", type, "' object is not subscriptable",
                                   kMissedComma);
    const std::string_view index = type_made_by(e->index);
    if (index.empty() || index == "int" || index == "bool") return;
    c_.diagnostics.warn(e->position, type, " indices must be integers or slices, not ", index,
                        kMissedComma);
}

void Emitter::warn_about_identity(const Expr* where, Operator op, Expr* lhs, Expr* rhs) {
    if (op != Operator::Is && op != Operator::IsNot) return;
    for (Expr* e : {lhs, rhs}) {
        const bool is_literal = e->kind >= NodeKind::Int && e->kind <= NodeKind::Bytes;
        const bool is_tuple = e->is(NodeKind::Tuple) && constant_of(e);
        if (!is_literal && !is_tuple) continue;
        const bool negated = op == Operator::IsNot;
        return c_.diagnostics.warn(where->position, negated ? "\"is not\"" : "\"is\"", " with '",
                                   type_made_by(e), "' literal. Did you mean ",
                                   negated ? "\"!=\"?" : "\"==\"?");
    }
}

void Emitter::warn_about_assertion(const AssertStmt* s) {
    if (!s->test->is(NodeKind::Tuple) || s->test->as<SequenceExpr>()->elements.empty()) return;
    c_.diagnostics.warn(s->position, "assertion is always true, perhaps remove parentheses?");
}

}  // namespace krait
