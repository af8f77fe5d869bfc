// Types of statements, targets and parameters.
#include "compiler/viper_types.hpp"

namespace krait {

// --- the function --------------------------------------------------------------------------------

ViperType ViperTypes::annotation(Expr* e) {
    ViperType type = ViperType::Object;
    if (!e->is(NodeKind::Name)) {
        report(DiagnosticKind::ViperSyntaxError, e, "annotation must be an identifier");
    } else if (!viper_type_named(e->as<NameExpr>()->name->text, type)) {
        error(e, "unknown type '", e->as<NameExpr>()->name->text, "'");
    }
    return type;
}

ViperType ViperTypes::return_type(const FunctionDefStmt* function) {
    ViperType type = ViperType::Object;
    if (function->returns && function->returns->is(NodeKind::Name))
        (void)viper_type_named(function->returns->as<NameExpr>()->name->text, type);
    return type;
}

void ViperTypes::parameters(NodeList<Parameter> parameters) {
    for (Parameter* p : parameters) {
        ViperType type = p->annotation ? annotation(p->annotation) : ViperType::Object;
        const bool is_collected =
            p->how == ParameterKind::VarArgs || p->how == ParameterKind::VarKeywords;
        if (is_collected && type != ViperType::Object)
            error(p, "'", p->name->text, "' can't have type '", krait::name_of(type), "'");
        p->native = static_cast<u8>(type) & 7;
        p->symbol->native = static_cast<u8>(static_cast<u8>(type) + 1);
    }
}

void ViperTypes::run() {
    auto* function = function_->node->as<FunctionDefStmt>();
    if (function->is_async) return (void)not_implemented(function, "native yield");
    parameters(function->parameters);
    if (function->returns) (void)annotation(function->returns);
    block(function->body);
}

void ViperTypes::block(Block b) {
    for (Stmt* s : b) {
        if (!ok()) return;
        statement(s);
    }
}

void ViperTypes::statement(Stmt* s) {
    if (!limit_.ok()) return (void)report(DiagnosticKind::RecursionError, s, "too deeply nested");
    switch (s->kind) {
        case NodeKind::Expression: return (void)visit(s->as<ExpressionStmt>()->value);
        case NodeKind::Assign: return assign(s->as<AssignStmt>());
        case NodeKind::AugmentedAssign: return augmented(s->as<AugmentedAssignStmt>());
        case NodeKind::AnnotatedAssign: return annotated(s->as<AnnotatedAssignStmt>());
        case NodeKind::Return: return returned(s->as<ReturnStmt>());
        case NodeKind::Delete:
            for (Expr* t : s->as<DeleteStmt>()->targets) remove(t);
            return;
        case NodeKind::Raise: return raised(s->as<RaiseStmt>());
        case NodeKind::Import:
            for (Alias* a : s->as<ImportStmt>()->names) store(a->symbol, Kind::Object, a);
            return;
        case NodeKind::ImportFrom:
            for (Alias* a : s->as<ImportFromStmt>()->names) store(a->symbol, Kind::Object, a);
            return;
        case NodeKind::Assert:
            condition(s->as<AssertStmt>()->test);
            return optional_object(s->as<AssertStmt>()->message);
        case NodeKind::If:
            for (IfBranch* b : s->as<IfStmt>()->branches) {
                condition(b->test);
                block(b->body);
            }
            return block(s->as<IfStmt>()->orelse);
        case NodeKind::While:
            condition(s->as<WhileStmt>()->test);
            block(s->as<WhileStmt>()->body);
            return block(s->as<WhileStmt>()->orelse);
        case NodeKind::For: {
            auto* loop = s->as<ForStmt>();
            assign_to(loop->target, iterable(loop->iterable));
            block(loop->body);
            return block(loop->orelse);
        }
        case NodeKind::With:
            for (WithItem* item : s->as<WithStmt>()->items) {
                object(item->context);
                if (item->target) assign_to(item->target, Kind::Object);
            }
            return block(s->as<WithStmt>()->body);
        case NodeKind::Try:
            block(s->as<TryStmt>()->body);
            for (ExceptHandler* h : s->as<TryStmt>()->handlers) handler(h);
            block(s->as<TryStmt>()->orelse);
            return block(s->as<TryStmt>()->finally);
        case NodeKind::FunctionDef: return definition(s->as<FunctionDefStmt>());
        case NodeKind::ClassDef: return class_definition(s->as<ClassDefStmt>());
        case NodeKind::Match: return match(s->as<MatchStmt>());
        case NodeKind::TypeAlias: return assign_to(s->as<TypeAliasStmt>()->name, Kind::Object);
        default: return;
    }
}

// --- assignment ----------------------------------------------------------------------------------

// A local variable gets the type of what is first stored in it.
void ViperTypes::store(Symbol* symbol, Kind type, const Node* where) {
    Symbol* v = symbol->variable();
    while (v->binding == Binding::Free) v = v->outer->variable();
    if (v->binding != Binding::Local || (!v->native && v->scope->frame != function_)) {
        if (is_pointer(type)) not_implemented(where, "conversion to object");
        return;
    }
    const Kind stored = static_cast<Kind>(type_of(type));
    if (!v->native) v->native = static_cast<u8>(static_cast<u8>(stored) + 1);
    const Kind has = static_cast<Kind>(v->native - 1);
    if (has != stored || (type == Kind::None && has != Kind::Object))
        error(where, "local '", v->name->text, "' has type '", name_of(has), "' but source is '",
              name_of(type), "'");
}

void ViperTypes::store_item(SubscriptExpr* target, Kind type) {
    const Kind base = visit(target->value);
    if (!ok()) return;
    if (is_object(base)) {
        object(target->index);
        if (is_pointer(type)) not_implemented(target, "conversion to object");
        return;
    }
    if (!is_pointer(base) || base == Kind::Ptr)
        return (void)error(target, "can't store to '", name_of(base), "'");
    if (!is_word(type) && type != Kind::Bool && type != Kind::Large)
        return (void)error(target, "can't store '", name_of(type), "'");
    const Kind index = visit(target->index);
    if (!is_word(index)) error(target, "can't store with '", name_of(index), "' index");
}

void ViperTypes::assign_to(Expr* target, Kind type) {
    if (!ok() || !limit_.ok()) return (void)visit(target);
    switch (target->kind) {
        case NodeKind::Name: return store(target->as<NameExpr>()->symbol, type, target);
        case NodeKind::Attribute:
            object(target->as<AttributeExpr>()->value);
            if (is_pointer(type)) not_implemented(target, "conversion to object");
            return;
        case NodeKind::Subscript: return store_item(target->as<SubscriptExpr>(), type);
        case NodeKind::Starred: return assign_to(target->as<StarredExpr>()->value, Kind::Object);
        default:
            for (Expr* e : target->as<SequenceExpr>()->elements) assign_to(e, Kind::Object);
    }
}

// a, b = 1, x: each gets its own type.
bool ViperTypes::assign_in_parallel(Expr* target, Expr* value) {
    if (!(target->is(NodeKind::Tuple) || target->is(NodeKind::List)) || !value->is(NodeKind::Tuple))
        return false;
    auto targets = target->as<SequenceExpr>()->elements;
    auto values = value->as<SequenceExpr>()->elements;
    if (targets.count != values.count) return false;
    for (const Expr* e : targets)
        if (e->is(NodeKind::Starred)) return false;
    for (const Expr* e : values)
        if (e->is(NodeKind::Starred)) return false;
    Kind types[8];
    if (targets.count > std::size(types)) return false;
    u32 i = 0;
    for (Expr* e : values) types[i++] = visit(e);
    i = 0;
    for (Expr* e : targets) assign_to(e, types[i++]);
    return true;
}

// Makes the constant known to what follows; the emitter reports what is wrong with it.
bool ViperTypes::declares_constant(Expr* target, Expr* value, const Node* statement) {
    Expr* argument = constants_.declared_by(target, value);
    if (!argument) return false;
    if (const Value v = constants_.declared_value(argument))
        (void)constants_.declare(target->as<NameExpr>()->symbol, v, statement);
    return true;
}

void ViperTypes::assign(AssignStmt* s) {
    Expr* first = s->targets.first;
    if (s->targets.count == 1) {
        if (declares_constant(first, s->value, s)) return;
        if (assign_in_parallel(first, s->value)) return;
    }
    const Kind type = visit(s->value);
    for (Expr* t : s->targets) assign_to(t, type);
}

void ViperTypes::annotated(AnnotatedAssignStmt* s) {
    if (!s->value || declares_constant(s->target, s->value, s)) return;
    assign_to(s->target, visit(s->value));
}

void ViperTypes::augmented(AugmentedAssignStmt* s) {
    const Kind before = visit(s->target);
    const Kind type = binary(s->op, before, visit(s->value), s);
    if (ok() && !s->target->is(NodeKind::Attribute)) assign_to(s->target, type);
}

void ViperTypes::remove(Expr* target) {
    if (target->is(NodeKind::Subscript)) {
        auto* s = target->as<SubscriptExpr>();
        object(s->value);
        return object(s->index);
    }
    if (target->is(NodeKind::Attribute)) return object(target->as<AttributeExpr>()->value);
    if (target->is(NodeKind::Name))
        return store(target->as<NameExpr>()->symbol, Kind::None, target);
    for (Expr* e : target->as<SequenceExpr>()->elements) remove(e);
}

// --- leaving -------------------------------------------------------------------------------------

void ViperTypes::returned(ReturnStmt* s) {
    const Kind wanted = static_cast<Kind>(return_type(function_->node->as<FunctionDefStmt>()));
    if (!s->value) return;
    const Kind type = visit(s->value);
    if (static_cast<Kind>(type_of(type)) == wanted || type == Kind::None || !ok()) return;
    error(s, "return expected '", name_of(wanted), "' but got '", name_of(type), "'");
}

void ViperTypes::raised(RaiseStmt* s) {
    if (!s->exception || s->cause) return (void)not_implemented(s, "native raise");
    const Kind type = visit(s->exception);
    if (!is_object(type)) error(s, "must raise an object");
}

void ViperTypes::handler(ExceptHandler* h) {
    optional_object(h->type);
    if (h->symbol) store(h->symbol, Kind::Object, h);
    block(h->body);
}

// --- definitions inside --------------------------------------------------------------------------

// Code that knows no types cannot be given a pointer.
void ViperTypes::captured(const Scope* inner, const Node* where) {
    for (const Symbol* s = inner->captures; s; s = s->next_capture) {
        const Symbol* v = s->outer->variable();
        while (v->binding == Binding::Free) v = v->outer->variable();
        if (v->native && is_pointer(static_cast<Kind>(v->native - 1)))
            not_implemented(where, "conversion to object");
    }
}

void ViperTypes::definition(FunctionDefStmt* s) {
    objects(s->decorators);
    for (Parameter* p : s->parameters) optional_object(p->default_value);
    store(s->symbol, Kind::Object, s);
    if (s->style == CodeStyle::Bytecode || s->style == CodeStyle::Native) captured(s->scope, s);
}

void ViperTypes::class_definition(ClassDefStmt* s) {
    objects(s->decorators);
    objects(s->arguments);
    store(s->symbol, Kind::Object, s);
    captured(s->scope, s);
}

// --- match ---------------------------------------------------------------------------------------

void ViperTypes::match(MatchStmt* s) {
    object(s->subject);
    for (MatchCase* c : s->cases) {
        pattern(c->pattern);
        if (c->guard) condition(c->guard);
        block(c->body);
    }
}

// Whatever a pattern binds is an object.
void ViperTypes::pattern(Pattern* p) {
    if (!ok() || !limit_.ok()) return;
    auto bind = [&](Symbol* symbol) {
        if (symbol) store(symbol, Kind::Object, p);
    };
    switch (p->kind) {
        case NodeKind::MatchCapture:
        case NodeKind::MatchStar: return bind(p->as<CapturePattern>()->symbol);
        case NodeKind::MatchAs:
            pattern(p->as<AsPattern>()->pattern);
            return bind(p->as<AsPattern>()->symbol);
        case NodeKind::MatchSequence:
        case NodeKind::MatchOr:
            for (Pattern* item : p->as<GroupPattern>()->items) pattern(item);
            return;
        case NodeKind::MatchMapping:
            for (MatchMappingItem* item : p->as<MappingPattern>()->items) pattern(item->pattern);
            if (p->as<MappingPattern>()->rest) pattern(p->as<MappingPattern>()->rest);
            return;
        case NodeKind::MatchClass:
            for (Pattern* item : p->as<ClassPattern>()->positional) pattern(item);
            for (MatchKeyword* k : p->as<ClassPattern>()->keywords) pattern(k->pattern);
            return;
        default: return;
    }
}

}  // namespace krait
