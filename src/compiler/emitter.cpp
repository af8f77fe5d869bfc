// Registers and variables.
#include "compiler/emitter.hpp"

namespace krait {

// A function's own style or that of the code around it; other frames have no native types.
static CodeStyle style_of(const Scope* scope, CodeStyle around) {
    if (scope->kind != ScopeKind::Function) return around;
    const CodeStyle own = scope->node->as<FunctionDefStmt>()->style;
    return own == CodeStyle::Inherited ? around : own;
}

Emitter::Emitter(Compilation& c, Scope* scope, Emitter* outer, bool is_wide)
    : c_(c),
      in_(c.in),
      scope_(scope),
      outer_(outer),
      style_(style_of(scope, outer ? outer->style_ : c.style)),
      code_(c.in, c.arena, is_wide) {}

void Emitter::syntax_error(const Node* where, std::string_view message) {
    u32 end = where->end_column ? u32{where->end_column} : where->position.column();
    c_.diagnostics.report(DiagnosticKind::SyntaxError,
                          {where->position, Position(where->position.line(), end)}, message);
    code_.fail();
}

// False when the tree is nested deeper than the C stack allows, or after an error.
bool Emitter::enter(const Node* node) {
    if (code_.failed()) return false;
    if (c_.limit.ok()) return true;
    c_.diagnostics.report(DiagnosticKind::RecursionError, {node->position, node->position},
                          "too deeply nested");
    code_.fail();
    return false;
}

Register Emitter::temp() {
    if (next_temp_ >= kMaxRegisters) {
        if (!code_.failed()) {
            c_.diagnostics.report(DiagnosticKind::SyntaxError, {},
                                  "expression needs too many registers");
            code_.fail();
        }
        return kMaxRegisters - 1;
    }
    Register r = next_temp_++;
    most_registers_ = std::max(most_registers_, next_temp_);
    return r;
}

Register Emitter::temps(u32 count) {
    Register first = temp();
    for (u32 i = 1; i < count; ++i) temp();
    return first;
}

void Emitter::move(Register dst, Register src) {
    if (dst != src) code_.emit(Opcode::Move, dst, src);
}

// Gives every variable of the frame its register. Inline scopes' variables are temporaries.
void Emitter::declare_locals() {
    bool namespace_first =
        scope_->kind == ScopeKind::Class || (scope_->kind == ScopeKind::Module && c_.namespaced);
    Register next = namespace_first ? 1 : 0;
    u32 parameters = 0;
    for (Symbol* s = scope_->first_symbol; s; s = s->next)
        parameters += s->binding == Binding::Local && s->is_parameter;
    if (parameters > kMaxLocals) syntax_error(scope_->node, "more than 200 parameters");
    if (scope_->capture_count > 0xff)
        syntax_error(scope_->node, "more than 255 variables of outer functions");
    u32 far = 0;
    auto give = [&](Symbol* s) {
        if (next < kMaxLocals)
            s->slot = static_cast<u16>(next++);
        else
            s->slot = static_cast<u16>(kMaxRegisters + far++);
        if (s->is_deleted && !is_far(s)) always_check_.add(s->slot);
    };
    for (Symbol* s = scope_->first_symbol; s; s = s->next)
        if (s->binding == Binding::Local && s->is_parameter) give(s);
    if (scope_->class_cell) give(scope_->class_cell);
    for (Symbol* s = scope_->first_symbol; s; s = s->next)
        if (s->binding == Binding::Local && !s->is_parameter) give(s);
    u16 index = 0;
    for (Symbol* s = scope_->captures; s; s = s->next_capture) s->slot = index++;
    locals_end_ = next_temp_ = most_registers_ = next;
    far_count_ = far;
    for (Symbol* s = scope_->first_symbol; s; s = s->next)
        if (s->binding == Binding::Local && s->is_parameter && !is_far(s)) assigned_.add(s->slot);
    if (namespace_first) assigned_.add(0);
    declare_cells();
}

void Emitter::declare_cells() {
    if (is_viper()) convert_parameters();
    if (scope_->class_cell) code_.emit(Opcode::MakeCell, scope_->class_cell->slot, 0);
    for (Symbol* s = scope_->first_symbol; s; s = s->next) {
        if (s->binding != Binding::Local || !s->is_captured) continue;
        if (is_far(s)) {
            Mark mark(*this);
            Register t = temp();
            code_.emit(Opcode::MakeCell, t, 0);
            code_.emit(Opcode::StoreFar, s->slot, t);
        } else {
            code_.emit(Opcode::MakeCell, s->slot, s->is_parameter ? 1 : 0);
        }
    }
    for (u32 i = 0; i < far_count_; ++i)
        for (Symbol* s = scope_->first_symbol; s; s = s->next)
            if (s->binding == Binding::Local && s->slot == kMaxRegisters + i && !s->is_captured)
                code_.emit(Opcode::ClearFar, s->slot);
}

// A variable of an inline scope begins its life in a fresh temporary.
void Emitter::bind_temporary(Symbol* symbol) {
    if (symbol->binding != Binding::Local) return;
    symbol->slot = static_cast<u16>(temp());
    if (symbol->is_captured) code_.emit(Opcode::MakeCell, symbol->slot, 0);
}

bool Emitter::names_in_namespace() const {
    return scope_->kind == ScopeKind::Class || (scope_->kind == ScopeKind::Module && c_.namespaced);
}

// The register of a plain local variable that is surely bound here; kNoRegister for all others.
Register Emitter::local_register(Symbol* symbol) {
    Symbol* v = symbol->variable();
    if (v->binding != Binding::Local || v->is_captured || is_far(v)) return kNoRegister;
    if (is_local(v->slot) && (!assigned_.has(v->slot) || always_check_.has(v->slot)))
        return kNoRegister;
    return v->slot;
}

void Emitter::check_bound(Register r, const Name* name) {
    code_.emit(Opcode::CheckLocal, r, site(name));
}

void Emitter::load(Symbol* symbol, Register dst) {
    Symbol* v = symbol->variable();
    switch (v->binding) {
        case Binding::Local:
            if (is_far(v)) {
                code_.emit(Opcode::LoadFar, dst, v->slot);
                if (v->is_captured)
                    code_.emit(Opcode::LoadCell, dst, dst, site(v->name));
                else
                    check_bound(dst, v->name);
            } else if (v->is_captured) {
                code_.emit(Opcode::LoadCell, dst, v->slot, site(v->name));
            } else {
                if (is_local(v->slot) && (!assigned_.has(v->slot) || always_check_.has(v->slot))) {
                    cleared_.add(v->slot);
                    check_bound(v->slot, v->name);
                }
                move(dst, v->slot);
            }
            return;
        case Binding::Free:
            if (scope_->kind == ScopeKind::Class && symbol->scope == scope_)
                code_.emit(Opcode::LoadNameOrFree, dst, site(v->name), v->slot);
            else
                code_.emit(Opcode::LoadFree, dst, v->slot);
            return;
        case Binding::ClassLocal: code_.emit(Opcode::LoadName, dst, site(v->name)); return;
        default:
            if (names_in_namespace() && !v->is_declared_global && symbol->scope == scope_)
                code_.emit(Opcode::LoadName, dst, site(v->name));
            else if (c_.namespaced && scope_->kind == ScopeKind::Module)
                code_.emit(Opcode::LoadName, dst, site(v->name));
            else
                code_.emit(Opcode::LoadGlobal, dst, site(v->name));
    }
}

void Emitter::mark_assigned(Symbol* symbol) {
    Symbol* v = symbol->variable();
    if (v->binding == Binding::Local && !is_far(v) && is_local(v->slot)) assigned_.add(v->slot);
}

void Emitter::store(Symbol* symbol, Register src) {
    Symbol* v = symbol->variable();
    switch (v->binding) {
        case Binding::Local:
            if (is_far(v) && v->is_captured) {
                Mark mark(*this);
                Register cell = temp();
                code_.emit(Opcode::LoadFar, cell, v->slot);
                code_.emit(Opcode::StoreCell, cell, src);
            } else if (is_far(v)) {
                code_.emit(Opcode::StoreFar, v->slot, src);
            } else if (v->is_captured) {
                code_.emit(Opcode::StoreCell, v->slot, src);
            } else {
                move(v->slot, src);
                mark_assigned(v);
            }
            return;
        case Binding::Free: code_.emit(Opcode::StoreFree, v->slot, src); return;
        case Binding::ClassLocal: code_.emit(Opcode::StoreName, site(v->name), src); return;
        default:
            if (c_.namespaced && scope_->kind == ScopeKind::Module && !v->is_declared_global)
                code_.emit(Opcode::StoreName, site(v->name), src);
            else
                code_.emit(Opcode::StoreGlobal, site(v->name), src);
    }
}

void Emitter::remove(Symbol* symbol) {
    Symbol* v = symbol->variable();
    Mark mark(*this);
    switch (v->binding) {
        case Binding::Local:
            if (is_far(v) || v->is_captured) {
                Register cell = v->slot;
                if (is_far(v)) {
                    cell = temp();
                    code_.emit(Opcode::LoadFar, cell, v->slot);
                }
                if (v->is_captured) {
                    code_.emit(Opcode::ClearCell, cell, site(v->name));
                } else {
                    check_bound(cell, v->name);
                    code_.emit(Opcode::ClearFar, v->slot);
                }
            } else {
                cleared_.add(v->slot);
                check_bound(v->slot, v->name);
                code_.emit(Opcode::ClearLocals, v->slot, 1);
            }
            return;
        case Binding::Free: code_.emit(Opcode::ClearFree, v->slot); return;
        case Binding::ClassLocal: code_.emit(Opcode::DeleteName, site(v->name)); return;
        default:
            if (c_.namespaced && scope_->kind == ScopeKind::Module && !v->is_declared_global)
                code_.emit(Opcode::DeleteName, site(v->name));
            else
                code_.emit(Opcode::DeleteGlobal, site(v->name));
    }
}

}  // namespace krait
