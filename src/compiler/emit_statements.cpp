// Simple statements and targets of assignment.
#include "compiler/emitter.hpp"

namespace krait {

void Emitter::block(Block b) {
    for (Stmt* s : b) {
        if (!reachable_) return;
        if (!enter(s)) return;
        statement(s);
    }
}

void Emitter::statement(Stmt* s) {
    Mark mark(*this);
    code_.at(s);
    switch (s->kind) {
        case NodeKind::Expression: return expression_statement(s->as<ExpressionStmt>());
        case NodeKind::Assign: return assign(s->as<AssignStmt>());
        case NodeKind::AugmentedAssign: return augmented(s->as<AugmentedAssignStmt>());
        case NodeKind::AnnotatedAssign: return annotated(s->as<AnnotatedAssignStmt>());
        case NodeKind::Return: return return_statement(s->as<ReturnStmt>());
        case NodeKind::Delete:
            for (Expr* t : s->as<DeleteStmt>()->targets) remove_target(t);
            return;
        case NodeKind::Break:
        case NodeKind::Continue: return jump_out(s);
        case NodeKind::Raise: return raise(s->as<RaiseStmt>());
        case NodeKind::Import: return import(s->as<ImportStmt>());
        case NodeKind::ImportFrom: return import_from(s->as<ImportFromStmt>());
        case NodeKind::Assert: return assertion(s->as<AssertStmt>());
        case NodeKind::If: return if_statement(s->as<IfStmt>());
        case NodeKind::While: return while_statement(s->as<WhileStmt>());
        case NodeKind::For:
            return s->as<ForStmt>()->is_async ? async_for(s->as<ForStmt>())
                                              : for_statement(s->as<ForStmt>());
        case NodeKind::With:
            return with_statement(s->as<WithStmt>(), s->as<WithStmt>()->items.first);
        case NodeKind::Try: return try_statement(s->as<TryStmt>());
        case NodeKind::FunctionDef: return function_definition(s->as<FunctionDefStmt>());
        case NodeKind::ClassDef: return class_definition(s->as<ClassDefStmt>());
        case NodeKind::Match: return match_statement(s->as<MatchStmt>());
        case NodeKind::TypeAlias: return type_alias(s->as<TypeAliasStmt>());
        case NodeKind::Pass: return code_.mark(s, true);
        default: return;  // global, nonlocal
    }
}

void Emitter::expression_statement(ExpressionStmt* s) {
    bool shown = c_.interactive && scope_->kind == ScopeKind::Module;
    if (!shown && !s->value->is(NodeKind::Name) && constant_of(s->value)) return;
    Register r = temp();
    expression(s->value, r);
    if (shown) {
        code_.at(s);
        code_.emit(Opcode::Intrinsic, r, r, static_cast<u8>(Intrinsic::Print));
    }
}

// --- targets -------------------------------------------------------------------------------------

// The register of a target that is a plain local variable; kNoRegister for any other.
Register Emitter::target_register(Expr* t) {
    if (!t->is(NodeKind::Name)) return kNoRegister;
    refuse_constant(t->as<NameExpr>());
    Symbol* v = t->as<NameExpr>()->symbol->variable();
    if (v->binding != Binding::Local || v->is_captured || is_far(v)) return kNoRegister;
    return v->slot;
}

void Emitter::target(Expr* t, Register value) {
    if (!enter(t)) return;
    Mark mark(*this);
    switch (t->kind) {
        case NodeKind::Name:
            refuse_constant(t->as<NameExpr>());
            code_.at(t);
            return store(t->as<NameExpr>()->symbol, value);
        case NodeKind::Attribute: {
            auto* a = t->as<AttributeExpr>();
            Register object = operand(a->value);
            code_.at(t);
            return code_.emit(Opcode::StoreAttr, object, site(a->name), value);
        }
        case NodeKind::Subscript: {
            auto* s = t->as<SubscriptExpr>();
            Register object = operand(s->value, s->index);
            if (s->index->is(NodeKind::Slice)) {
                Register parts = slice_parts(s->index->as<SliceExpr>());
                code_.at(t);
                return code_.emit(Opcode::SetSlice, object, parts, value);
            }
            Register index = operand(s->index);
            code_.at(t);
            return store_item(s, object, index, value);
        }
        case NodeKind::Starred: return target(t->as<StarredExpr>()->value, value);
        default: return unpack(t->as<SequenceExpr>(), value);
    }
}

void Emitter::unpack(SequenceExpr* t, Register value) {
    u32 count = t->elements.count, star = count, i = 0;
    for (Expr* e : t->elements) {
        if (e->is(NodeKind::Starred)) star = i;
        ++i;
    }
    if (count > kChunk)
        return unpack_many(t, value, star, star < count ? count - star - 1 : 0xffff);
    Register base = count ? temps(count) : 0;
    code_.at(t);
    if (star < count)
        code_.emit(Opcode::UnpackStarred, base, value, star, count - star - 1);
    else
        code_.emit(Opcode::UnpackSequence, base, value, count);
    i = 0;
    for (Expr* e : t->elements) target(e, base + i++);
}

// sequence[index], for a list or tuple of our own.
void Emitter::load_nth(Register dst, Register sequence, u32 index) {
    Mark mark(*this);
    Register i = temp();
    code_.load_int(i, index);
    code_.emit(Opcode::GetItem, dst, sequence, i);
}

// More targets than there should be registers for: the items go through a list.
void Emitter::unpack_many(SequenceExpr* t, Register value, u32 before, u32 after) {
    if (t->elements.count >= 0xffff) return syntax_error(t, "too many targets of one assignment");
    Mark mark(*this);
    Register items = temp(), item = temp();
    code_.at(t);
    code_.emit(Opcode::UnpackList, items, value, before, after);
    u32 i = 0;
    for (Expr* e : t->elements) {
        load_nth(item, items, i++);
        target(e, item);
    }
}

// a, b = b, a: the values are evaluated before anything is stored, and no tuple is made.
void Emitter::assign_in_parallel(SequenceExpr* targets, SequenceExpr* values) {
    Register base = next_temp_;
    for (Expr* e : values->elements) expression(e, temp());
    Register r = base;
    for (Expr* t : targets->elements) target(t, r++);
}

namespace {

bool can_assign_in_parallel(const Expr* target, const Expr* value) {
    if (!(target->is(NodeKind::Tuple) || target->is(NodeKind::List)) || !value->is(NodeKind::Tuple))
        return false;
    auto targets = target->as<SequenceExpr>()->elements;
    auto values = value->as<SequenceExpr>()->elements;
    if (targets.count != values.count || targets.count > 8) return false;
    for (const Expr* e : targets)
        if (e->is(NodeKind::Starred)) return false;
    for (const Expr* e : values)
        if (e->is(NodeKind::Starred)) return false;
    return true;
}

}  // namespace

// `NAME = const(value)`: true if this was one, which is emitted then. Names that begin with an
// underscore are the module's (or class's) own and need not be stored.
bool Emitter::declare_constant(Expr* target, Expr* value, const Node* statement) {
    Expr* argument = c_.constants.declared_by(target, value);
    if (!argument) return false;
    const Value v = c_.constants.declared_value(argument);
    if (!v) {
        if (in_.has_pending())
            code_.fail();
        else
            syntax_error(argument, "not a constant");
        return true;
    }
    auto* name = target->as<NameExpr>();
    using Outcome = Constants::Outcome;
    const Outcome outcome = c_.constants.declare(name->symbol, v, statement);
    if (outcome == Outcome::Failed) code_.fail();
    if (outcome == Outcome::Twice) syntax_error(target, "constant is defined twice");
    const std::string_view text = name->name->text;
    const bool is_private = text.starts_with('_') && !text.ends_with("__");
    const bool is_stored = !is_private || c_.interactive || scope_->is_function();
    if (!is_stored && c_.constants.is_constant(name->symbol)) return true;
    Register r = temp();
    load_value(r, v);
    code_.at(statement);
    store(name->symbol, r);
    return true;
}

void Emitter::refuse_constant(const NameExpr* target) {
    if (c_.constants.find(target)) syntax_error(target, "cannot assign to constant");
}

void Emitter::assign(AssignStmt* s) {
    Expr* first = s->targets.first;
    if (s->targets.count == 1) {
        if (declare_constant(first, s->value, s)) return;
        Register r = target_register(first);
        if (r != kNoRegister) {
            expression(s->value, r);
            return mark_assigned(first->as<NameExpr>()->symbol);
        }
        if (can_assign_in_parallel(first, s->value))
            return assign_in_parallel(first->as<SequenceExpr>(), s->value->as<SequenceExpr>());
    }
    // The value before the target's parts; a variable's own register will do, if no target before
    // the last assigns to it.
    Register value;
    if (s->targets.count == 1 && first->is(NodeKind::Attribute)) {
        value = operand(s->value, first);
    } else {
        value = temp();
        expression(s->value, value);
    }
    for (Expr* t : s->targets) target(t, value);
}

void Emitter::augmented(AugmentedAssignStmt* s) {
    switch (s->target->kind) {
        case NodeKind::Name: {
            refuse_constant(s->target->as<NameExpr>());
            Symbol* symbol = s->target->as<NameExpr>()->symbol;
            Register local = local_register(symbol);
            if (local != kNoRegister && !may_assign(s->value)) {
                Register r = local;
                Mark mark(*this);
                code_.at(s);
                binary(s->op, r, r, s->value, true, native_type(s->target));
                return;
            }
            Register r = temp();
            code_.at(s->target);
            load(symbol, r);
            code_.at(s);
            binary(s->op, r, r, s->value, true, native_type(s->target));
            return store(symbol, r);
        }
        case NodeKind::Attribute: {
            auto* a = s->target->as<AttributeExpr>();
            Register object = operand(a->value, s->value), r = temp();
            code_.at(a);
            code_.emit(Opcode::LoadAttr, r, object, site(a->name));
            code_.at(s);
            binary(s->op, r, r, s->value, true);
            code_.at(a);
            return code_.emit(Opcode::StoreAttr, object, site(a->name), r);
        }
        default: {
            auto* sub = s->target->as<SubscriptExpr>();
            Register object = temp(), index = temp(), r = temp();
            expression(sub->value, object);
            expression(sub->index, index);
            code_.at(sub);
            load_item(sub, r, object, index);
            code_.at(s);
            binary(s->op, r, r, s->value, true, native_type(sub));
            code_.at(sub);
            return store_item(sub, object, index, r);
        }
    }
}

void Emitter::annotated(AnnotatedAssignStmt* s) {
    if (s->value && !declare_constant(s->target, s->value, s)) {
        Register r = temp();
        expression(s->value, r);
        target(s->target, r);
    }
    bool in_function = scope_->is_function();
    if (s->target->is(NodeKind::Name) && !s->target->parenthesized && !in_function) {
        Register dict = temp(), key = temp(), value = temp();
        expression(s->annotation, value);
        Str* name = code_.text(s->target->as<NameExpr>()->name);
        code_.emit(scope_->kind == ScopeKind::Class || c_.namespaced ? Opcode::LoadName
                                                                     : Opcode::LoadGlobal,
                   dict, site("__annotations__"));
        code_.load_constant(key, Value(name));
        code_.emit(Opcode::SetItem, dict, key, value);
    } else if (!s->value && s->target->is(NodeKind::Attribute)) {
        // The target's object is evaluated, as Python does.
        expression(s->target->as<AttributeExpr>()->value, temp());
    }
}

void Emitter::remove_target(Expr* t) {
    Mark mark(*this);
    switch (t->kind) {
        case NodeKind::Name:
            refuse_constant(t->as<NameExpr>());
            code_.at(t);
            return remove(t->as<NameExpr>()->symbol);
        case NodeKind::Attribute: {
            auto* a = t->as<AttributeExpr>();
            Register object = operand(a->value);
            code_.at(t);
            return code_.emit(Opcode::DeleteAttr, object, site(a->name));
        }
        case NodeKind::Subscript: {
            auto* s = t->as<SubscriptExpr>();
            Register object = operand(s->value, s->index), index = operand(s->index);
            code_.at(t);
            return code_.emit(Opcode::DeleteItem, object, index);
        }
        default:
            for (Expr* e : t->as<SequenceExpr>()->elements) remove_target(e);
    }
}

// --- imports -------------------------------------------------------------------------------------

void Emitter::import(ImportStmt* s) {
    for (Alias* a : s->names) {
        Mark mark(*this);
        Register r = temp(), names = temp();
        code_.emit(Opcode::LoadNone, names);
        code_.at(a);
        code_.emit(Opcode::ImportName, r, names, site(a->path), 0);
        std::string_view path = a->path->text;
        usize dot = path.find('.');
        // import a.b as c: c is the module itself; without `as` the top package is bound.
        while (a->as_name && dot != std::string_view::npos) {
            path.remove_prefix(dot + 1);
            dot = path.find('.');
            code_.emit(Opcode::ImportFrom, r, r, site(path.substr(0, dot)));
        }
        store(a->symbol, r);
    }
}

void Emitter::import_from(ImportFromStmt* s) {
    if (!s->level && s->module->text == "__future__") return;  // a message to the parser
    Register module = temp(), names = temp(), r = temp();
    u32 count = s->is_star ? 1 : s->names.count, i = 0;
    auto wanted = new_tuple(in_, count);
    if (!wanted) return code_.fail();
    if (s->is_star) wanted.take()->items_[0] = Value("*"_sym);
    for (Alias* a : s->names) {
        Str* name = code_.text(a->path);
        if (!name) return;
        wanted.take()->items_[i++] = name;
    }
    code_.load_constant(names, wanted.take());
    code_.emit(Opcode::ImportName, module, names,
               s->module ? site(s->module) : site(std::string_view()), s->level);
    if (s->is_star) return code_.emit(Opcode::ImportStar, module);
    for (Alias* a : s->names) {
        code_.at(a);
        code_.emit(Opcode::ImportFrom, r, module, site(a->path));
        store(a->symbol, r);
    }
}

// --- others --------------------------------------------------------------------------------------

void Emitter::assertion(AssertStmt* s) {
    warn_about_assertion(s);
    if (c_.optimization >= 1) return;
    Label fine;
    jump_if(s->test, true, fine);
    Assigned before = assigned_;
    Register base = temp();
    code_.load_constant(base, Value(&kAssertionError));
    if (s->message) {
        expression(s->message, temp());
        code_.at(s);
        code_.emit(Opcode::Call, base, base, 1);
    }
    code_.at(s);
    code_.emit(Opcode::Raise, base);
    assigned_ = before;
    code_.bind(fine);
}

void Emitter::raise(RaiseStmt* s) {
    if (!s->exception) {
        code_.emit(Opcode::RaiseAgain);
    } else if (!s->cause) {
        Register e = operand(s->exception);
        code_.at(s);
        code_.emit(Opcode::Raise, e);
    } else {
        Register e = operand(s->exception, s->cause), cause = operand(s->cause);
        code_.at(s);
        code_.emit(Opcode::RaiseFrom, e, cause);
    }
    unreachable();
}

void Emitter::return_statement(ReturnStmt* s) {
    bool plain = !blocks_;
    if (plain && is_viper()) {
        const Register r = viper_result(s->value, true);
        code_.at(s);
        code_.emit(Opcode::Return, r);
    } else if (plain && !s->value) {
        code_.at(s);
        code_.emit(Opcode::ReturnNone);
    } else if (plain) {
        Register r = operand(s->value);
        code_.at(s);
        code_.emit(Opcode::Return, r);
    } else {
        Register r = is_viper() ? viper_result(s->value, false) : temp();
        if (!is_viper() && s->value) expression(s->value, r);
        if (!is_viper() && !s->value) code_.emit(Opcode::LoadNone, r);
        Assigned before = assigned_;
        leave_blocks(nullptr);
        assigned_ = before;
        code_.at(s);
        if (reachable_) code_.emit(Opcode::Return, r);
        reopen_guards(nullptr);
    }
    unreachable();
}

}  // namespace krait
