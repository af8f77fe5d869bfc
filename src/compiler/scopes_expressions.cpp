// The walk over expressions. Chains of attributes, calls and conditionals are loops.
#include "compiler/scopes.hpp"

namespace krait {

bool ScopeAnalysis::visit(Expr* e) {
    if (!check_depth(e)) return false;
    for (;;) {
        switch (e->kind) {
            case NodeKind::Name: return visit_name(e->as<NameExpr>());
            case NodeKind::FString: return visit_elements(e->as<FStringExpr>()->parts);
            case NodeKind::FormattedValue: {
                auto* field = e->as<FormattedValueExpr>();
                if (!visit_optional(field->spec)) return false;
                e = field->value;
                break;
            }
            case NodeKind::Tuple:
            case NodeKind::List:
            case NodeKind::Set: return visit_elements(e->as<SequenceExpr>()->elements);
            case NodeKind::Dict:
                for (DictItem* item : e->as<DictExpr>()->items)
                    if (!visit_optional(item->key) || !visit(item->value)) return false;
                return true;
            case NodeKind::ListComprehension:
            case NodeKind::SetComprehension:
            case NodeKind::DictComprehension:
            case NodeKind::Generator: return visit_comprehension(e->as<ComprehensionExpr>());
            case NodeKind::Unary: e = e->as<UnaryExpr>()->operand; break;
            case NodeKind::Binary:
            case NodeKind::And:
            case NodeKind::Or:
            case NodeKind::Compare:
                for (Expr* operand : e->as<ChainExpr>()->operands)
                    if (!visit(operand)) return false;
                return true;
            case NodeKind::Conditional: {
                auto* conditional = e->as<ConditionalExpr>();
                if (!visit(conditional->test) || !visit(conditional->body)) return false;
                e = conditional->orelse;
                break;
            }
            case NodeKind::Attribute: {
                auto* attribute = e->as<AttributeExpr>();
                if (!(attribute->name = mangled(attribute->name))) return false;
                e = attribute->value;
                break;
            }
            case NodeKind::Subscript: {
                auto* subscript = e->as<SubscriptExpr>();
                if (!visit(subscript->index)) return false;
                e = subscript->value;
                break;
            }
            case NodeKind::Slice: {
                auto* slice = e->as<SliceExpr>();
                return visit_optional(slice->lower) && visit_optional(slice->upper) &&
                       visit_optional(slice->step);
            }
            case NodeKind::Call:
                if (!visit_call(e->as<CallExpr>())) return false;
                e = e->as<CallExpr>()->function;
                break;
            case NodeKind::Starred: return error(e, "can't use starred expression here");
            case NodeKind::Lambda: return visit_lambda(e->as<LambdaExpr>());
            case NodeKind::Named: return visit_named(e->as<NamedExpr>());
            case NodeKind::Await:
            case NodeKind::Yield:
            case NodeKind::YieldFrom: return visit_suspend(e->as<SuspendExpr>());
            default: return true;
        }
    }
}

bool ScopeAnalysis::visit_name(NameExpr* e) {
    if (!(e->symbol = use(e->name))) return false;
    const bool means_class = e->name == class_cell_name_ || e->name->text == "super";
    return !means_class || note_class_use();
}

bool ScopeAnalysis::visit_elements(NodeList<Expr> elements) {
    for (Expr* element : elements) {
        Expr* value = element->is(NodeKind::Starred) ? element->as<StarredExpr>()->value : element;
        if (!visit(value)) return false;
    }
    return true;
}

bool ScopeAnalysis::visit_arguments(NodeList<Expr> arguments) {
    for (Expr* argument : arguments) {
        if (argument->is(NodeKind::KeywordArgument)) {
            auto* keyword = argument->as<KeywordArgument>();
            if (keyword->name && keyword->name->text == "__debug__")
                return error(argument, "cannot assign to __debug__");
            if (keyword->name && !(keyword->name = mangled(keyword->name))) return false;
            argument = keyword->value;
        } else if (argument->is(NodeKind::Starred)) {
            argument = argument->as<StarredExpr>()->value;
        }
        if (!visit(argument)) return false;
    }
    return true;
}

// The arguments; the caller goes on with the function.
bool ScopeAnalysis::visit_call(CallExpr* call) {
    if (call->function->is(NodeKind::Name)) {
        const std::string_view name = call->function->as<NameExpr>()->name->text;
        for (std::string_view reader : {"locals", "vars", "dir", "eval", "exec"})
            if (name == reader) scope_->frame->uses_locals = true;
    }
    return visit_arguments(call->arguments);
}

bool ScopeAnalysis::visit_lambda(LambdaExpr* lambda) {
    if (!visit_parameters_outside(lambda->parameters)) return false;
    if (!(lambda->scope = enter(ScopeKind::Lambda, lambda, nullptr))) return false;
    const Frame outer = frame_;
    frame_ = {};
    const bool ok = bind_parameters(lambda->parameters) && visit(lambda->body);
    frame_ = outer;
    leave();
    return ok;
}

// The outermost iterable belongs to the scope around; the rest to the comprehension.
bool ScopeAnalysis::visit_comprehension(ComprehensionExpr* e) {
    const bool was_in_iterable = frame_.in_iterable;
    frame_.in_iterable = true;
    if (!visit(e->clauses.first->iterable)) return false;
    frame_.in_iterable = was_in_iterable;
    const bool is_generator = e->is(NodeKind::Generator);
    const ScopeKind kind = is_generator ? ScopeKind::Generator : ScopeKind::Comprehension;
    if (!(e->scope = enter(kind, e, nullptr))) return false;
    e->scope->is_generator = is_generator;
    if (is_generator) {
        Name* iterator = names_.intern(".0");
        Symbol* parameter = iterator ? symbol(scope_, iterator) : nullptr;
        if (!parameter) return false;
        parameter->is_parameter = parameter->is_bound = true;
    }
    bool ok = visit_clauses(e);
    frame_.in_iterable = was_in_iterable;
    ok = ok && visit_optional(e->value) && visit(e->element);
    leave();
    return ok;
}

bool ScopeAnalysis::visit_clauses(ComprehensionExpr* e) {
    for (ComprehensionFor* clause : e->clauses) {
        if (clause->is_async && !check_async(e, {})) return false;
        if (!visit_iteration_target(clause->target)) return false;
        if (clause != e->clauses.first) {
            const bool was_in_iterable = frame_.in_iterable;
            frame_.in_iterable = true;
            if (!visit(clause->iterable)) return false;
            frame_.in_iterable = was_in_iterable;
        }
    }
    for (ComprehensionFor* clause : e->clauses)
        for (Expr* condition : clause->conditions)
            if (!visit(condition)) return false;
    return true;
}

bool ScopeAnalysis::visit_named(NamedExpr* named) {
    if (!visit(named->value)) return false;
    named->target->symbol = bind_walrus(named->target->name, named->target);
    return named->target->symbol != nullptr;
}

// Requires: an async frame, or a generator expression, which becomes async by this.
bool ScopeAnalysis::check_async(const Node* where, std::string_view what) {
    Scope* frame = scope_->frame;
    if (frame->kind == ScopeKind::Generator) frame->is_async = true;
    if (frame->is_async) return true;
    if (scope_->kind == ScopeKind::Comprehension)
        return error(scope_->node,
                     "asynchronous comprehension outside of an asynchronous function");
    if (!frame->is_function() && what == "'await'") return error(where, "'await' outside function");
    return error(where, what, " outside async function");
}

// MicroPython's scripts await in methods that make an object awaitable, which are generators then.
static bool makes_awaitable(const Scope* frame) {
    if (frame->kind != ScopeKind::Function || frame->is_async) return false;
    const std::string_view name = frame->node->as<FunctionDefStmt>()->name->text;
    return name == "__await__" || name == "__iter__";
}

bool ScopeAnalysis::visit_suspend(SuspendExpr* e) {
    Scope* frame = scope_->frame;
    if (e->is(NodeKind::Await) && makes_awaitable(frame) && scope_ == frame) {
        frame->is_generator = true;
        return visit(e->value);
    }
    if (e->is(NodeKind::Await)) return check_async(e, "'await'") && visit(e->value);
    for (const Scope* scope = scope_; scope; scope = scope->parent) {
        if (scope->kind != ScopeKind::Comprehension && scope->kind != ScopeKind::Generator) break;
        switch (scope->node->kind) {
            case NodeKind::ListComprehension: return error(e, "'yield' inside list comprehension");
            case NodeKind::SetComprehension: return error(e, "'yield' inside set comprehension");
            case NodeKind::DictComprehension: return error(e, "'yield' inside dict comprehension");
            default: return error(e, "'yield' inside generator expression");
        }
    }
    if (!frame->is_function()) return error(e, "'yield' outside function");
    if (e->is(NodeKind::YieldFrom) && frame->is_async)
        return error(e, "'yield from' inside async function");
    frame->is_generator = true;
    return visit_optional(e->value);
}

// ---- Targets ---------------------------------------------------------------------------------

bool ScopeAnalysis::visit_target(Expr* target, bool is_deletion) {
    if (!check_depth(target)) return false;
    switch (target->kind) {
        case NodeKind::Name: {
            auto* name = target->as<NameExpr>();
            if (!(name->symbol = bind(name->name, target, is_deletion))) return false;
            if (is_deletion) name->symbol->is_deleted = true;
            return true;
        }
        case NodeKind::Tuple:
        case NodeKind::List:
            for (Expr* element : target->as<SequenceExpr>()->elements)
                if (!visit_target(element, is_deletion)) return false;
            return true;
        case NodeKind::Starred: return visit_target(target->as<StarredExpr>()->value, is_deletion);
        case NodeKind::Attribute:
            if (!is_deletion && target->as<AttributeExpr>()->name->text == "__debug__")
                return error(target, "cannot assign to __debug__");
            return visit(target);
        default: return visit(target);
    }
}

bool ScopeAnalysis::visit_iteration_target(Expr* target) {
    if (!visit_target(target, false)) return false;
    // What the targets bound are the scope's only bound names so far.
    for (Symbol* symbol = scope_->first_symbol; symbol; symbol = symbol->next)
        if (symbol->is_bound && !symbol->is_parameter) symbol->is_iteration = true;
    return true;
}

}  // namespace krait
