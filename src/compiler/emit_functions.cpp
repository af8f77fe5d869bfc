// Functions, classes, and what surrounds their code.
#include "compiler/emitter.hpp"

namespace krait {

namespace {

// The types of parameters as a code object counts them.
void count_parameters(Code* code, NodeList<Parameter> parameters) {
    for (Parameter* p : parameters) {
        switch (p->how) {
            case ParameterKind::PositionalOnly: ++code->positional_only; [[fallthrough]];
            case ParameterKind::Normal: ++code->positional; break;
            case ParameterKind::KeywordOnly: ++code->keyword_only; break;
            case ParameterKind::VarArgs: code->flags |= kVarArgs; break;
            case ParameterKind::VarKeywords: code->flags |= kVarKeywords; break;
        }
    }
}

std::string_view plain_name(const Scope* scope) {
    switch (scope->kind) {
        case ScopeKind::Module: return "<module>";
        case ScopeKind::Lambda: return "<lambda>";
        case ScopeKind::Generator: return "<genexpr>";
        default: return scope->name ? scope->name->text : "<unknown>";
    }
}

}  // namespace

NodeList<Parameter> parameters_of(const Scope* scope) {
    if (scope->kind == ScopeKind::Function) return scope->node->as<FunctionDefStmt>()->parameters;
    if (scope->kind == ScopeKind::Lambda) return scope->node->as<LambdaExpr>()->parameters;
    return {};
}

Str* Emitter::qualified_name() {
    std::string_view name = plain_name(scope_);
    if (!outer_ || outer_->scope_->kind == ScopeKind::Module) return code_.text(name);
    const Symbol* own = nullptr;
    if (scope_->kind == ScopeKind::Function) own = scope_->node->as<FunctionDefStmt>()->symbol;
    if (scope_->kind == ScopeKind::Class) own = scope_->node->as<ClassDefStmt>()->symbol;
    if (own && own->is_declared_global) return code_.text(name);
    std::string_view joint = outer_->scope_->is_function() ? ".<locals>." : ".";
    auto text = format_str(in_, "{}{}{}", outer_->qualname_, joint, name);
    if (!text) {
        code_.fail();
        return nullptr;
    }
    return code_.text(text.take()->view());
}

// Names of the registers, then of the closure's variables.
Result<Tuple*> Emitter::local_names() {
    const bool all = scope_->uses_locals;
    u32 far = 0, parameters = 0;
    each_local(scope_, [&](Symbol* s) {
        far += all && is_far(s);
        parameters += s->is_parameter;
    });
    far_names_ = far;
    const u32 count = std::max(locals_end_, parameters);
    Tuple* names = KRAIT_TRY(new_tuple(in_, count + scope_->capture_count + 2 * far));
    std::fill_n(names->items_, names->size_, Value(""_sym));
    u32 parameter = 0, i = count;
    for (Symbol* s = scope_->captures; s; s = s->next_capture)
        names->items_[i++] = KRAIT_TRY(intern(in_, s->name->text));
    bool ok = true;
    each_local(scope_, [&](Symbol* s) {
        auto name = intern(in_, s->name->text);
        if (!name) return void(ok = false);
        if (s->is_parameter)
            names->items_[parameter++] = name.take();
        else if (s->slot < locals_end_)
            names->items_[s->slot] = name.take();
        if (!all || !is_far(s)) return;
        names->items_[i++] = name.take();
        names->items_[i++] = Value::from_int(s->slot);
    });
    if (!ok) return {};
    return names;
}

Result<Code*> Emitter::finish() {
    Tuple* names = KRAIT_TRY(local_names());
    Code* code = KRAIT_TRY(in_.make<Code>());
    code->name = KRAIT_TRY(intern(in_, plain_name(scope_)));
    code->qualname = qualname_;
    code->filename = c_.filename;
    const bool has_lines = c_.optimization < 3;
    if (!has_lines) code_.drop_positions();
    code->first_line = has_lines && scope_->node ? scope_->node->position.line() : 1;
    code->local_names = names;
    code->local_count = static_cast<u16>(names->size_ - scope_->capture_count - 2 * far_names_);
    code->free_count = static_cast<u16>(scope_->capture_count);
    code->registers = static_cast<u16>(std::max(far_end_, most_registers_));
    code->doc = doc_;
    if (scope_->kind == ScopeKind::Generator) {
        code->positional = 1;
    } else {
        count_parameters(code, parameters_of(scope_));
    }
    if (scope_->is_generator) code->flags |= kGenerator;
    if (scope_->is_async) code->flags |= kCoroutine;
    if (scope_->kind == ScopeKind::Module) code->flags |= c_.namespaced ? kClassBody : kModuleBody;
    if (scope_->kind == ScopeKind::Class) code->flags |= kClassBody;
    if (scope_->uses_locals) code->flags |= kUsesLocals;
    if (style_ >= CodeStyle::Native && scope_->kind != ScopeKind::Module) code->flags |= kNative;
    if (is_viper()) code->flags |= kViper;
    if (!(code->flags & (kVarArgs | kVarKeywords | kGenerator | kCoroutine | kClassBody)) &&
        !code->keyword_only && !far_end_)
        code->flags |= kSimpleCall;
    if (scope_->uses_locals)
        for (Register r = names_in_namespace() ? 1 : 0; r < locals_end_; ++r) cleared_.add(r);
    u8 clear[kMaxLocals];
    usize clear_count = 0;
    for (Register r = 0; r < locals_end_; ++r)
        if (cleared_.has(r)) clear[clear_count++] = static_cast<u8>(r);
    // Parameters are never unbound at entry; cells are made by the prologue itself.
    usize kept = 0;
    for (usize i = 0; i < clear_count; ++i) {
        bool parameter = false;
        for (Symbol* s = scope_->first_symbol; s; s = s->next)
            parameter = parameter || (s->binding == Binding::Local && s->slot == clear[i] &&
                                      (s->is_parameter || s->is_captured));
        if (!parameter) clear[kept++] = clear[i];
    }
    code_.prepend_clear({clear, kept});
    KRAIT_TRY(code_.finish(code));
    return code;
}

// A docstring is the code's, the other statements are emitted.
void Emitter::body_with_doc(Block body) {
    const bool shown = c_.interactive && !outer_;  // at the prompt it is a value like any other
    if (!shown && body.first && body.first->is(NodeKind::Expression)) {
        Expr* e = body.first->as<ExpressionStmt>()->value;
        if (e->is(NodeKind::Str)) {
            auto text = new_str(in_, e->as<TextExpr>()->text);
            if (!text) return code_.fail();
            if (c_.optimization < 2) doc_ = text.take();
            body.first = body.first->next;
            --body.count;
        }
    }
    block(body);
}

void Emitter::class_body(Scope* scope) {
    auto* cls = scope->node->as<ClassDefStmt>();
    Mark mark(*this);
    Register t = temp();
    code_.at(cls);
    code_.emit(Opcode::LoadGlobal, t, site("__name__"));
    code_.emit(Opcode::StoreName, site("__module__"), t);
    code_.load_constant(t, Value(qualname_));
    code_.emit(Opcode::StoreName, site("__qualname__"), t);
    if (scope->has_annotations)
        code_.emit(Opcode::Intrinsic, t, t, static_cast<u8>(Intrinsic::SetupAnnotations));
    Block body = cls->body;
    if (body.first && body.first->is(NodeKind::Expression) &&
        body.first->as<ExpressionStmt>()->value->is(NodeKind::Str)) {
        expression(body.first->as<ExpressionStmt>()->value, t);
        code_.emit(Opcode::StoreName, site("__doc__"), t);
        body.first = body.first->next;
        --body.count;
    }
    block(body);
    if (scope->class_cell)
        code_.emit(Opcode::StoreName, site("__classcell__"), scope->class_cell->slot);
    code_.nowhere();
    code_.emit(Opcode::ReturnNone);
}

void Emitter::function_body(Scope* scope) {
    switch (scope->kind) {
        case ScopeKind::Function:
            body_with_doc(scope->node->as<FunctionDefStmt>()->body);
            if (!reachable_) break;
            code_.nowhere();
            if (is_viper())
                code_.emit(Opcode::Return, viper_result(nullptr, true));
            else
                code_.emit(Opcode::ReturnNone);
            break;
        case ScopeKind::Lambda: {
            auto* l = scope->node->as<LambdaExpr>();
            Mark mark(*this);
            Register r = operand(l->body);
            code_.at(l->body);
            code_.emit(Opcode::Return, r);
            break;
        }
        case ScopeKind::Generator: {
            auto* e = scope->node->as<ComprehensionExpr>();
            auto* first = static_cast<ComprehensionFor*>(e->clauses.first);
            Register loop = 0;  // the iterator is the parameter
            if (!first->is_async) {
                loop = temps(kLoopRegisters);
                code_.at(first->iterable);
                code_.emit(Opcode::BeginFor, loop, 0);
            }
            clause(e, first, kNoRegister, loop);
            code_.emit(Opcode::ReturnNone);
            break;
        }
        default: class_body(scope); break;
    }
}

Result<Code*> Emitter::emit_function(Compilation& c, Emitter* outer, Scope* scope) {
    for (CodeBuilder::Form form;;) {
        Emitter e(c, scope, outer, form);
        e.qualname_ = e.qualified_name();
        e.code_.at(scope->node);
        if (!form.is_wide && !form.is_far && e.is_viper()) e.check_types();
        e.declare_locals();
        if (!e.code_.needs_other_form()) e.function_body(scope);
        if (e.code_.needs_other_form() && e.ok()) {
            form = e.code_.needed_form();
            continue;
        }
        e.report_too_large();
        if (c.diagnostics.has_error()) return {};
        return e.finish();
    }
}

void Emitter::report_too_large() {
    const Position at = code_.place();
    if (!code_.complaint().empty())
        c_.diagnostics.report(DiagnosticKind::SyntaxError, {at, at}, code_.complaint());
}

Result<Code*> Emitter::emit_module(Compilation& c, ModuleNode* module) {
    for (CodeBuilder::Form form;;) {
        Emitter e(c, module->scope, nullptr, form);
        e.qualname_ = e.qualified_name();
        e.declare_locals();
        if (module->expression) {
            Register r = e.temp();
            e.expression(module->expression, r);
            e.code_.emit(Opcode::Return, r);
        } else {
            if (module->scope->has_annotations) {
                Register t = e.temp();
                e.code_.emit(Opcode::Intrinsic, t, t, static_cast<u8>(Intrinsic::SetupAnnotations));
            }
            e.body_with_doc(module->body);
            e.code_.nowhere();
            if (e.reachable_) e.code_.emit(Opcode::ReturnNone);
        }
        if (e.code_.needs_other_form() && e.ok()) {
            form = e.code_.needed_form();
            continue;
        }
        e.report_too_large();
        if (c.diagnostics.has_error()) return {};
        return e.finish();
    }
}

// --- making function objects -------------------------------------------------------------------

// Evaluates defaults into the registers from `next` on; returns MakeFunction's flags.
u32 Emitter::defaults(NodeList<Parameter> parameters, Register& next) {
    u32 flags = 0, count = 0, named = 0;
    for (Parameter* p : parameters) {
        if (!p->default_value) continue;
        if (p->how == ParameterKind::KeywordOnly)
            ++named;
        else
            ++count;
    }
    if (count) {
        Register out = temp();
        Mark mark(*this);
        if (count <= kChunk) {
            Register base = next_temp_;
            for (Parameter* p : parameters)
                if (p->default_value && p->how != ParameterKind::KeywordOnly)
                    expression(p->default_value, temp());
            code_.emit(Opcode::BuildTuple, out, base, count);
        } else {
            code_.emit(Opcode::BuildList, out, 0, 0);
            for (Parameter* p : parameters) {
                if (!p->default_value || p->how == ParameterKind::KeywordOnly) continue;
                Mark inner(*this);
                code_.emit(Opcode::ListAppend, out, operand(p->default_value));
            }
            code_.emit(Opcode::ListToTuple, out, out);
        }
        flags |= 1;
        next = out + 1;
    }
    if (named) {
        Register out = temp();
        Mark mark(*this);
        code_.emit(Opcode::BuildDict, out, 0, 0);
        for (Parameter* p : parameters) {
            if (!p->default_value || p->how != ParameterKind::KeywordOnly) continue;
            Mark inner(*this);
            Register key = temp();
            code_.load_constant(key, Value(code_.text(p->name)));
            Register value = operand(p->default_value);
            code_.emit(Opcode::DictAdd, out, key, value);
        }
        flags |= 2;
        next = out + 1;
    }
    return flags;
}

void Emitter::annotations(NodeList<Parameter> parameters, Expr* returns, Register dst) {
    code_.emit(Opcode::BuildDict, dst, 0, 0);
    auto add = [&](Str* name, Expr* e) {
        Mark mark(*this);
        Register key = temp(), value = temp();
        code_.load_constant(key, Value(name));
        // *args: *Ts has a starred annotation.
        if (names_viper_type(e))
            code_.load_constant(value, Value(code_.text(e->as<NameExpr>()->name)));
        else
            expression(e->is(NodeKind::Starred) ? e->as<StarredExpr>()->value : e, value);
        code_.emit(Opcode::DictAdd, dst, key, value);
    };
    for (Parameter* p : parameters)
        if (p->annotation) add(code_.text(p->name), p->annotation);
    if (returns) add(code_.text("return"), returns);
}

// The tuple of cells that the inner function captures from this frame.
void Emitter::closure(Scope* scope, Register dst) {
    Mark mark(*this);
    auto load_cell = [&](Symbol* captured, Register r) {
        Symbol* from = captured->outer->variable();
        if (from->binding == Binding::Free)
            code_.emit(Opcode::LoadFreeCell, r, from->slot);
        else if (is_far(from))
            code_.emit(Opcode::LoadFar, r, from->slot);
        else
            move(r, from->slot);
    };
    if (scope->capture_count <= kChunk) {
        Register base = next_temp_;
        for (Symbol* s = scope->captures; s; s = s->next_capture) load_cell(s, temp());
        return code_.emit(Opcode::BuildTuple, dst, base, scope->capture_count);
    }
    code_.emit(Opcode::BuildList, dst, 0, 0);
    Register t = temp();
    for (Symbol* s = scope->captures; s; s = s->next_capture) {
        load_cell(s, t);
        code_.emit(Opcode::ListAppend, dst, t);
    }
    code_.emit(Opcode::ListToTuple, dst, dst);
}

void Emitter::make_function(Scope* scope, Code* code, NodeList<Parameter> parameters, Expr* returns,
                            Register dst) {
    Mark mark(*this);
    Register base = next_temp_, next = base;
    u32 flags = defaults(parameters, next);
    bool annotated = returns != nullptr;
    for (Parameter* p : parameters) annotated = annotated || p->annotation;
    if (annotated && !code->has(kViper)) {  // viper's types are no objects
        annotations(parameters, returns, temp());
        flags |= 4;
    }
    if (scope->capture_count) {
        closure(scope, temp());
        flags |= 8;
    }
    u32 index = code_.constant(Value(code));
    code_.emit(Opcode::MakeFunction, dst, flags ? base : 0, index, flags);
}

void Emitter::lambda(LambdaExpr* e, Register dst) {
    auto code = emit_function(c_, this, e->scope);
    if (!code) return code_.fail();
    code_.at(e);
    make_function(e->scope, code.take(), e->parameters, nullptr, dst);
}

// --- definitions ---------------------------------------------------------------------------------

// Evaluates decorators into a run of registers; many of them into a list. Answers the first
// register.
Register Emitter::decorators(NodeList<Expr> list) {
    const Register first = next_temp_;
    if (list.count <= kChunk) {
        for (Expr* d : list) expression(d, temp());
        return first;
    }
    temp();
    code_.emit(Opcode::BuildList, first, first, 0);
    for (Expr* d : list) {
        Mark mark(*this);
        code_.emit(Opcode::ListAppend, first, operand(d));
    }
    return first;
}

// Decorates what stands in `decorated`, the last one first.
void Emitter::apply_decorators(NodeList<Expr> list, Register first, Register decorated) {
    if (!list.count) return;
    Mark mark(*this);
    Register base = temps(2);
    for (u32 i = list.count; i > 0; --i) {
        Expr* e = list.first;
        for (u32 k = 1; k < i; ++k) e = e->next;
        code_.at(e);
        if (list.count <= kChunk)
            move(base, first + i - 1);
        else
            load_nth(base, first, i - 1);
        move(base + 1, decorated);
        code_.emit(Opcode::Call, decorated, base, 1);
    }
}

void Emitter::type_parameters(NodeList<TypeParameterNode> parameters) {
    for (TypeParameterNode* p : parameters) {
        Mark mark(*this);
        Register t = temp();
        Intrinsic kind = p->how == TypeParameterKind::TypeVar        ? Intrinsic::TypeVar
                         : p->how == TypeParameterKind::TypeVarTuple ? Intrinsic::TypeVarTuple
                                                                     : Intrinsic::ParamSpec;
        code_.load_constant(t, Value(code_.text(p->name)));
        code_.emit(Opcode::Intrinsic, t, t, static_cast<u8>(kind));
        store(p->symbol, t);
    }
}

void Emitter::function_definition(FunctionDefStmt* s) {
    Mark mark(*this);
    Register first = decorators(s->decorators);
    Register function = temp();
    if (s->type_scope) {
        for (Symbol* p = s->type_scope->first_symbol; p; p = p->next) bind_temporary(p);
        type_parameters(s->type_parameters);
    }
    auto code = emit_function(c_, this, s->scope);
    if (!code) return code_.fail();
    code_.at(s);
    make_function(s->scope, code.take(), s->parameters, s->returns, function);
    apply_decorators(s->decorators, first, function);
    code_.at(s);
    store(s->symbol, function);
}

namespace {

// Distinct attributes that the methods of a class store on `self`: room for instances.
u16 count_self_attributes(const ClassDefStmt* cls) {
    std::string_view seen[32];
    u16 count = 0;
    for (Stmt* s : cls->body) {
        if (!s->is(NodeKind::FunctionDef)) continue;
        auto* f = s->as<FunctionDefStmt>();
        if (!f->parameters.first) continue;
        std::string_view self = f->parameters.first->name->text;
        for (Stmt* inner : f->body) {
            if (!inner->is(NodeKind::Assign)) continue;
            for (Expr* t : inner->as<AssignStmt>()->targets) {
                if (!t->is(NodeKind::Attribute)) continue;
                auto* a = t->as<AttributeExpr>();
                if (!a->value->is(NodeKind::Name) || a->value->as<NameExpr>()->name->text != self)
                    continue;
                bool known = false;
                for (u16 i = 0; i < count; ++i) known = known || seen[i] == a->name->text;
                if (!known && count < 32) seen[count++] = a->name->text;
            }
        }
    }
    return count;
}

}  // namespace

void Emitter::class_definition(ClassDefStmt* s) {
    Mark mark(*this);
    Register first = decorators(s->decorators);
    Register result = temp();
    if (s->type_scope) {
        for (Symbol* p = s->type_scope->first_symbol; p; p = p->next) bind_temporary(p);
        type_parameters(s->type_parameters);
    }
    auto made = emit_function(c_, this, s->scope);
    if (!made) return code_.fail();
    made.take()->attr_hint = count_self_attributes(s);
    {
        Mark inner(*this);
        Register base = temps(3);
        code_.at(s);
        code_.emit(Opcode::LoadBuildClass, base);
        make_function(s->scope, made.take(), {}, nullptr, base + 1);
        code_.load_constant(base + 2, Value(code_.text(s->name)));
        u32 fixed = 2;
        call_arguments(s->arguments, s->keyword_count, s->has_star || s->has_double_star, false,
                       base, fixed, result, s, s->type_scope != nullptr);
    }
    apply_decorators(s->decorators, first, result);
    store(s->symbol, result);
}

void Emitter::type_alias(TypeAliasStmt* s) {
    Mark mark(*this);
    Register result = temp();
    if (s->type_scope) {
        for (Symbol* p = s->type_scope->first_symbol; p; p = p->next) bind_temporary(p);
        type_parameters(s->type_parameters);
    }
    Register parts = temps(3);
    code_.load_constant(parts, Value(code_.text(s->name->name)));
    code_.load_constant(parts + 1, Value(empty_tuple()));
    expression(s->value, parts + 2);
    code_.emit(Opcode::BuildTuple, result, parts, 3);
    code_.at(s);
    code_.emit(Opcode::Intrinsic, result, result, static_cast<u8>(Intrinsic::TypeAlias));
    store(s->name->symbol, result);
}

}  // namespace krait
