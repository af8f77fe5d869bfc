// The walk over statements and definitions.
#include "compiler/scopes.hpp"

namespace krait {

bool ScopeAnalysis::visit_block(Block block) {
    for (Stmt* statement : block)
        if (!visit_statement(statement)) return false;
    return true;
}

bool ScopeAnalysis::visit_statement(Stmt* s) {
    if (!check_depth(s)) return false;
    switch (s->kind) {
        case NodeKind::Expression: return visit(s->as<ExpressionStmt>()->value);
        case NodeKind::Assign: return visit_assign(s->as<AssignStmt>());
        case NodeKind::AugmentedAssign: return visit_augmented(s->as<AugmentedAssignStmt>());
        case NodeKind::AnnotatedAssign: return visit_annotated(s->as<AnnotatedAssignStmt>());
        case NodeKind::Return: return visit_return(s->as<ReturnStmt>());
        case NodeKind::Delete:
            for (Expr* target : s->as<DeleteStmt>()->targets)
                if (!visit_target(target, true)) return false;
            return true;
        case NodeKind::Break:
        case NodeKind::Continue: return visit_jump(s);
        case NodeKind::Raise:
            return visit_optional(s->as<RaiseStmt>()->exception) &&
                   visit_optional(s->as<RaiseStmt>()->cause);
        case NodeKind::Global:
        case NodeKind::Nonlocal:
            for (Identifier* identifier : s->as<ScopeStmt>()->names)
                if (!declare(identifier, s)) return false;
            return true;
        case NodeKind::Import: return visit_import(s->as<ImportStmt>());
        case NodeKind::ImportFrom: return visit_import_from(s->as<ImportFromStmt>());
        case NodeKind::Assert:
            return visit(s->as<AssertStmt>()->test) && visit_optional(s->as<AssertStmt>()->message);
        case NodeKind::TypeAlias: return visit_type_alias(s->as<TypeAliasStmt>());
        default: return visit_compound(s);
    }
}

bool ScopeAnalysis::visit_compound(Stmt* s) {
    switch (s->kind) {
        case NodeKind::If:
            for (IfBranch* branch : s->as<IfStmt>()->branches)
                if (!visit(branch->test) || !visit_block(branch->body)) return false;
            return visit_block(s->as<IfStmt>()->orelse);
        case NodeKind::While: {
            auto* loop = s->as<WhileStmt>();
            return visit(loop->test) && visit_loop_body(loop->body) && visit_block(loop->orelse);
        }
        case NodeKind::For: return visit_for(s->as<ForStmt>());
        case NodeKind::With: return visit_with(s->as<WithStmt>());
        case NodeKind::Try: return visit_try(s->as<TryStmt>());
        case NodeKind::FunctionDef: return visit_function(s->as<FunctionDefStmt>());
        case NodeKind::ClassDef: return visit_class(s->as<ClassDefStmt>());
        case NodeKind::Match: return visit_match(s->as<MatchStmt>());
        default: return true;
    }
}

// ---- Simple statements -----------------------------------------------------------------------

// Whether a function of these parameters gives back its argument. Scripts that are to run without
// MicroPython define `const` so.
static bool is_identity(const NodeList<Parameter>& parameters, const Expr* result) {
    return parameters.count == 1 && parameters.first->how == ParameterKind::Normal && result &&
           result->is(NodeKind::Name) && result->as<NameExpr>()->name == parameters.first->name;
}

bool ScopeAnalysis::visit_assign(AssignStmt* s) {
    if (!visit(s->value)) return false;
    const auto* lambda = s->value->is(NodeKind::Lambda) ? s->value->as<LambdaExpr>() : nullptr;
    for (Expr* target : s->targets) {
        if (!visit_target(target, false)) return false;
        if (lambda && target->is(NodeKind::Name) && is_identity(lambda->parameters, lambda->body))
            target->as<NameExpr>()->symbol->is_micropython_const = true;
    }
    return true;
}

// The target is read, then bound.
bool ScopeAnalysis::visit_augmented(AugmentedAssignStmt* s) {
    if (!visit(s->value) || !visit(s->target)) return false;
    return !s->target->is(NodeKind::Name) || visit_target(s->target, false);
}

bool ScopeAnalysis::visit_annotated(AnnotatedAssignStmt* s) {
    scope_->has_annotations = true;
    if (!visit_optional(s->value) || !visit(s->annotation)) return false;
    if (!s->target->is(NodeKind::Name)) return visit(s->target);
    auto* name = s->target->as<NameExpr>();
    if (!(name->symbol = bind(name->name, name))) return false;
    if (name->parenthesized) return true;
    const std::string_view what = name->symbol->is_declared_global     ? "global"
                                  : name->symbol->is_declared_nonlocal ? "nonlocal"
                                                                       : "";
    if (!what.empty() && scope_->kind != ScopeKind::Module)
        return error(s, "annotated name '", name->name->text, "' can't be ", what);
    name->symbol->is_annotated = true;
    return true;
}

bool ScopeAnalysis::visit_return(ReturnStmt* s) {
    Scope* frame = scope_->frame;
    if (!frame->is_function()) return error(s, "'return' outside function");
    if (frame_.in_except_star)
        return error(s, "'break', 'continue' and 'return' cannot appear in an except* block");
    return visit_optional(s->value);
}

bool ScopeAnalysis::visit_jump(Stmt* s) {
    if (frame_.in_except_star)
        return error(s, "'break', 'continue' and 'return' cannot appear in an except* block");
    if (frame_.loop_depth) return true;
    return error(
        s, s->is(NodeKind::Break) ? "'break' outside loop" : "'continue' not properly in loop");
}

bool ScopeAnalysis::visit_import(ImportStmt* s) {
    for (Alias* alias : s->names) {
        Name* bound = alias->as_name;
        if (!bound) {
            const std::string_view path = alias->path->text;
            const usize dot = path.find('.');
            bound = dot == path.npos ? alias->path : names_.intern({path.data(), dot});
            if (!bound) return false;
        }
        if (!(alias->symbol = bind(bound, alias))) return false;
    }
    return true;
}

static bool is_micropython(std::string_view module) {
    return module == "micropython" || module == "umicropython";
}

bool ScopeAnalysis::visit_import_from(ImportFromStmt* s) {
    if (s->is_star && scope_->kind != ScopeKind::Module)
        return error(s, "import * only allowed at module level");
    for (Alias* alias : s->names) {
        Name* bound = alias->as_name ? alias->as_name : alias->path;
        if (!(alias->symbol = bind(bound, alias))) return false;
        if (alias->path->text == "const" && s->module && is_micropython(s->module->text))
            alias->symbol->is_micropython_const = true;
    }
    return true;
}

// ---- Compound statements ---------------------------------------------------------------------

bool ScopeAnalysis::visit_loop_body(Block body) {
    const bool was_in_except_star = frame_.in_except_star;
    frame_.in_except_star = false;
    ++frame_.loop_depth;
    const bool ok = visit_block(body);
    --frame_.loop_depth;
    frame_.in_except_star = was_in_except_star;
    return ok;
}

bool ScopeAnalysis::visit_for(ForStmt* s) {
    if (s->is_async && !check_async(s, "'async for'")) return false;
    return visit(s->iterable) && visit_target(s->target, false) && visit_loop_body(s->body) &&
           visit_block(s->orelse);
}

bool ScopeAnalysis::visit_with(WithStmt* s) {
    if (s->is_async && !check_async(s, "'async with'")) return false;
    for (WithItem* item : s->items) {
        if (!visit(item->context)) return false;
        if (item->target && !visit_target(item->target, false)) return false;
    }
    return visit_block(s->body);
}

bool ScopeAnalysis::visit_try(TryStmt* s) {
    if (!visit_block(s->body)) return false;
    for (ExceptHandler* handler : s->handlers)
        if (!visit_handler(handler, s->is_star)) return false;
    return visit_block(s->orelse) && visit_block(s->finally);
}

bool ScopeAnalysis::visit_handler(ExceptHandler* handler, bool is_star) {
    if (!visit_optional(handler->type)) return false;
    if (handler->name) {
        if (!(handler->symbol = bind(handler->name, handler))) return false;
        handler->symbol->is_deleted = true;  // at the end of the clause
    }
    const bool was_in_except_star = frame_.in_except_star;
    frame_.in_except_star |= is_star;
    const bool ok = visit_block(handler->body);
    frame_.in_except_star = was_in_except_star;
    return ok;
}

// ---- Functions and classes -------------------------------------------------------------------

bool ScopeAnalysis::visit_parameters_outside(NodeList<Parameter> parameters) {
    for (Parameter* parameter : parameters)
        if (!visit_optional(parameter->default_value)) return false;
    return true;
}

bool ScopeAnalysis::visit_annotations(FunctionDefStmt* function) {
    for (Parameter* parameter : function->parameters) {
        if (!parameter->annotation) continue;
        Expr* annotation = parameter->annotation;
        if (annotation->is(NodeKind::Starred)) annotation = annotation->as<StarredExpr>()->value;
        if (!visit(annotation)) return false;
    }
    return visit_optional(function->returns);
}

// The scope's first symbols, in the order that frames have them: by position, keyword-only, *args,
// **kwargs.
bool ScopeAnalysis::bind_parameters(NodeList<Parameter> parameters) {
    static constexpr ParameterKind kOrder[] = {ParameterKind::PositionalOnly, ParameterKind::Normal,
                                               ParameterKind::KeywordOnly, ParameterKind::VarArgs,
                                               ParameterKind::VarKeywords};
    for (ParameterKind how : kOrder)
        for (Parameter* parameter : parameters)
            if (parameter->how == how && !bind_parameter(parameter)) return false;
    return true;
}

bool ScopeAnalysis::bind_parameter(Parameter* parameter) {
    Symbol* symbol = bind(parameter->name, parameter);
    if (!symbol) return false;
    if (symbol->is_parameter)
        return error(parameter, "duplicate argument '", parameter->name->text,
                     "' in function definition");
    symbol->is_parameter = true;
    parameter->symbol = symbol;
    scope_->has_var_args |= parameter->how == ParameterKind::VarArgs;
    scope_->has_var_keywords |= parameter->how == ParameterKind::VarKeywords;
    return true;
}

bool ScopeAnalysis::visit_function(FunctionDefStmt* function) {
    for (Expr* decorator : function->decorators)
        if (!visit(decorator)) return false;
    if (!(function->symbol = bind(function->name, function))) return false;
    const Stmt* first = function->body.first;
    if (!function->is_async && function->decorators.empty() && first->is(NodeKind::Return) &&
        is_identity(function->parameters, first->as<ReturnStmt>()->value))
        function->symbol->is_micropython_const = true;
    if (!visit_parameters_outside(function->parameters)) return false;
    if (function->type_parameters.empty())
        return visit_annotations(function) && visit_function_body(function);
    function->type_scope = enter(ScopeKind::TypeParameters, function, function->name);
    if (!function->type_scope) return false;
    const bool ok = visit_type_parameters(function->type_parameters) &&
                    visit_annotations(function) && visit_function_body(function);
    leave();
    return ok;
}

bool ScopeAnalysis::visit_function_body(FunctionDefStmt* function) {
    Scope* scope = enter(ScopeKind::Function, function, function->name);
    if (!scope) return false;
    function->scope = scope;
    scope->is_async = function->is_async;
    const Frame outer = frame_;
    frame_ = {};
    const bool ok = bind_parameters(function->parameters) && visit_block(function->body);
    frame_ = outer;
    leave();
    return ok;
}

bool ScopeAnalysis::visit_class(ClassDefStmt* cls) {
    for (Expr* decorator : cls->decorators)
        if (!visit(decorator)) return false;
    Name* const plain_name = cls->name;
    if (!(cls->symbol = bind(cls->name, cls))) return false;
    cls->name = plain_name;  // `__name__` is as it is written
    const bool is_generic = !cls->type_parameters.empty();
    if (is_generic) {
        cls->type_scope = enter(ScopeKind::TypeParameters, cls, cls->name);
        if (!cls->type_scope || !visit_type_parameters(cls->type_parameters)) return false;
    }
    if (!visit_arguments(cls->arguments)) return false;
    if (!(cls->scope = enter(ScopeKind::Class, cls, cls->name))) return false;
    const Frame outer = frame_;
    frame_ = {};
    const bool ok = visit_block(cls->body);
    frame_ = outer;
    leave();
    if (is_generic) leave();
    return ok;
}

// ---- Type parameters -------------------------------------------------------------------------

bool ScopeAnalysis::visit_type_parameters(NodeList<TypeParameterNode> parameters) {
    for (TypeParameterNode* parameter : parameters) {
        Symbol* symbol = bind(parameter->name, parameter);
        if (!symbol) return false;
        if (symbol->is_parameter)
            return error(parameter, "duplicate type parameter '", parameter->name->text, "'");
        symbol->is_parameter = true;
        parameter->symbol = symbol;
    }
    for (TypeParameterNode* parameter : parameters)
        if (!visit_optional(parameter->bound)) return false;
    return true;
}

bool ScopeAnalysis::visit_type_alias(TypeAliasStmt* alias) {
    if (!visit_target(alias->name, false)) return false;
    if (alias->type_parameters.empty()) return visit(alias->value);
    alias->type_scope = enter(ScopeKind::TypeParameters, alias, alias->name->name);
    if (!alias->type_scope) return false;
    const bool ok = visit_type_parameters(alias->type_parameters) && visit(alias->value);
    leave();
    return ok;
}

// ---- match -----------------------------------------------------------------------------------

bool ScopeAnalysis::visit_match(MatchStmt* s) {
    if (!visit(s->subject)) return false;
    for (MatchCase* match_case : s->cases) {
        PatternName* bound = nullptr;
        if (!visit_pattern(match_case->pattern, bound) || !visit_optional(match_case->guard) ||
            !visit_block(match_case->body))
            return false;
    }
    return true;
}

bool ScopeAnalysis::bind_capture(Name*& name, Symbol*& symbol, const Pattern* where,
                                 PatternName*& bound) {
    if (!name) return true;
    if (!(symbol = bind(name, where))) return false;
    for (const PatternName* known = bound; known; known = known->before)
        if (known->name == name)
            return error(where, "multiple assignments to name '", name->text, "' in pattern");
    bound = arena_.make<PatternName>(name, bound);
    return bound != nullptr;
}

bool ScopeAnalysis::visit_pattern(Pattern* pattern, PatternName*& bound) {
    if (!check_depth(pattern)) return false;
    switch (pattern->kind) {
        case NodeKind::MatchValue: return visit(pattern->as<ValuePattern>()->value);
        case NodeKind::MatchCapture:
        case NodeKind::MatchStar: {
            auto* capture = pattern->as<CapturePattern>();
            return bind_capture(capture->name, capture->symbol, pattern, bound);
        }
        case NodeKind::MatchSequence:
            for (Pattern* item : pattern->as<GroupPattern>()->items)
                if (!visit_pattern(item, bound)) return false;
            return true;
        case NodeKind::MatchOr: return visit_alternatives(pattern->as<GroupPattern>(), bound);
        case NodeKind::MatchMapping: return visit_mapping(pattern->as<MappingPattern>(), bound);
        case NodeKind::MatchClass: return visit_class_pattern(pattern->as<ClassPattern>(), bound);
        case NodeKind::MatchAs: {
            auto* as_pattern = pattern->as<AsPattern>();
            return visit_pattern(as_pattern->pattern, bound) &&
                   bind_capture(as_pattern->name, as_pattern->symbol, pattern, bound);
        }
        default: return true;
    }
}

// All alternatives bind the same names.
bool ScopeAnalysis::visit_alternatives(GroupPattern* alternatives, PatternName*& bound) {
    PatternName* const before = bound;
    PatternName* first = nullptr;
    const auto count = [before](const PatternName* names) {
        u32 n = 0;
        for (; names != before; names = names->before) ++n;
        return n;
    };
    const auto contains = [before](const PatternName* names, const Name* wanted) {
        for (; names != before; names = names->before)
            if (names->name == wanted) return true;
        return false;
    };
    for (Pattern* alternative : alternatives->items) {
        PatternName* names = before;
        if (!visit_pattern(alternative, names)) return false;
        if (alternative == alternatives->items.first) {
            first = names;
            continue;
        }
        bool same = count(names) == count(first);
        for (const PatternName* n = names; n != before; n = n->before)
            same = same && contains(first, n->name);
        if (!same) return error(alternatives, "alternative patterns bind different names");
    }
    bound = first;
    return true;
}

bool ScopeAnalysis::visit_mapping(MappingPattern* mapping, PatternName*& bound) {
    for (MatchMappingItem* item : mapping->items)
        if (!visit(item->key) || !visit_pattern(item->pattern, bound)) return false;
    return !mapping->rest || visit_pattern(mapping->rest, bound);
}

bool ScopeAnalysis::visit_class_pattern(ClassPattern* pattern, PatternName*& bound) {
    if (!visit(pattern->cls)) return false;
    for (Pattern* item : pattern->positional)
        if (!visit_pattern(item, bound)) return false;
    for (MatchKeyword* keyword : pattern->keywords)
        if (!visit_pattern(keyword->pattern, bound)) return false;
    return true;
}

}  // namespace krait
