// Registers and variables.
#include "compiler/emitter.hpp"

namespace krait {

// A function's own style or that of the code around it; other frames have no native types.
static CodeStyle style_of(const Scope* scope, CodeStyle around) {
    if (scope->kind != ScopeKind::Function) return around;
    const CodeStyle own = scope->node->as<FunctionDefStmt>()->style;
    return own == CodeStyle::Inherited ? around : own;
}

Emitter::Emitter(Compilation& c, Scope* scope, Emitter* outer, CodeBuilder::Form form)
    : c_(c),
      in_(c.in),
      scope_(scope),
      outer_(outer),
      style_(style_of(scope, outer ? outer->style_ : c.style)),
      code_(c.in, c.arena, form) {}

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
    const u32 limit = code_.is_far() ? kMaxFarRegisters : kMaxRegisters;
    if (next_temp_ >= limit) {
        if (code_.is_far())
            code_.too_large("too many values at a time in one function");
        else
            code_.need_far();
        return limit - 1;
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

// Every variable of the frame gets its register: those below kMaxLocals (in far form kScratch) by
// their number, the others behind what operands can name. Parameters are a run from 0 on, as the
// caller fills them; those that stand in scratch registers move away at entry. Inline scopes'
// variables are temporaries, unless the names of locals matter.
void Emitter::give_registers() {
    const bool namespace_first = names_in_namespace();
    const u32 near_end = code_.is_far() ? CodeBuilder::kScratch : kMaxLocals;
    Register next = namespace_first ? 1 : 0, parameter = 0;
    u32 parameters = 0;
    each_local(scope_, [&](Symbol* s) { parameters += s->is_parameter; });
    if (parameters > near_end && !code_.is_far()) return code_.need_far();
    Register far = std::max<u32>(kMaxRegisters, parameters);
    auto give = [&](Symbol* s) {
        s->slot = static_cast<u16>(next < near_end ? next++ : far++);
        if (s->is_deleted && !is_far(s)) always_check_.add(s->slot);
    };
    each_local(scope_, [&](Symbol* s) {
        if (!s->is_parameter) return;
        if (parameter < near_end) {
            give(s);
        } else if (parameter >= kMaxRegisters) {
            s->slot = static_cast<u16>(parameter);
        } else {
            code_.emit(Opcode::StoreFar, far, parameter);
            s->slot = static_cast<u16>(far++);
        }
        ++parameter;
    });
    if (scope_->class_cell) give(scope_->class_cell);
    each_local(scope_, [&](Symbol* s) {
        if (!s->is_parameter) give(s);
    });
    if (far >= kMaxFarRegisters) code_.too_large("too many variables in one function");
    locals_end_ = next;
    far_end_ = far > kMaxRegisters || code_.is_far() ? far : 0;
    next_temp_ = most_registers_ = code_.is_far() ? far : next;
}

void Emitter::declare_locals() {
    if (scope_->capture_count > 0xffff)
        return syntax_error(scope_->node, "too many variables of outer functions");
    give_registers();
    u16 index = 0;
    for (Symbol* s = scope_->captures; s; s = s->next_capture) s->slot = index++;
    for (Symbol* s = scope_->first_symbol; s; s = s->next)
        if (s->binding == Binding::Local && s->is_parameter && !is_far(s)) assigned_.add(s->slot);
    if (names_in_namespace()) assigned_.add(0);
    if (!code_.needs_other_form()) declare_cells();
}

void Emitter::declare_cells() {
    if (is_viper() && code_.is_far())
        return syntax_error(scope_->node, "a viper function has no room for so many variables");
    if (is_viper()) convert_parameters();
    if (scope_->class_cell) code_.emit(Opcode::MakeCell, scope_->class_cell->slot, 0);
    for (Symbol* s = scope_->first_symbol; s; s = s->next) {
        if (s->binding != Binding::Local || !s->is_captured) continue;
        if (is_far(s)) {
            Mark mark(*this);
            Register t = code_.is_far() ? CodeBuilder::kScratch : temp();
            if (s->is_parameter) code_.emit(Opcode::LoadFar, t, s->slot);
            code_.emit(Opcode::MakeCell, t, s->is_parameter ? 1 : 0);
            code_.emit(Opcode::StoreFar, s->slot, t);
        } else {
            code_.emit(Opcode::MakeCell, s->slot, s->is_parameter ? 1 : 0);
        }
    }
    each_local(scope_, [&](Symbol* s) {
        if (is_far(s) && !s->is_captured && !s->is_parameter) code_.emit(Opcode::ClearFar, s->slot);
    });
}

// A variable of an inline scope begins its life in a fresh temporary.
void Emitter::bind_temporary(Symbol* symbol) {
    if (symbol->binding != Binding::Local) return;
    const bool has_register =
        scope_->uses_locals && symbol->scope->kind == ScopeKind::Comprehension;
    if (!has_register) symbol->slot = static_cast<u16>(temp());
    if (symbol->is_captured) code_.emit(Opcode::MakeCell, symbol->slot, 0);
    if (has_register && !symbol->is_captured && !is_far(symbol)) assigned_.add(symbol->slot);
}

// The comprehension is over: locals() must not find its variables.
void Emitter::forget_locals(Scope* comprehension) {
    if (!scope_->uses_locals) return;
    for (Symbol* s = comprehension->first_symbol; s; s = s->next)
        if (s->binding == Binding::Local) code_.emit(Opcode::ClearLocals, s->slot, 1);
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
    Mark mark(*this);
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
            else if (v->slot > 0xff)
                code_.emit(Opcode::LoadCell, dst, free_cell(v), site(v->name));
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

// The cell of a captured variable that is beyond those that operands can name, in a fresh
// temporary.
Register Emitter::free_cell(Symbol* v) {
    Register cell = temp();
    code_.emit(Opcode::LoadFreeCell, cell, v->slot);
    return cell;
}

void Emitter::mark_assigned(Symbol* symbol) {
    Symbol* v = symbol->variable();
    if (v->binding == Binding::Local && !is_far(v) && is_local(v->slot)) assigned_.add(v->slot);
}

void Emitter::store(Symbol* symbol, Register src) {
    Symbol* v = symbol->variable();
    Mark mark(*this);
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
        case Binding::Free:
            if (v->slot > 0xff)
                code_.emit(Opcode::StoreCell, free_cell(v), src);
            else
                code_.emit(Opcode::StoreFree, v->slot, src);
            return;
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
        case Binding::Free:
            if (v->slot > 0xff)
                code_.emit(Opcode::ClearCell, free_cell(v), site(v->name));
            else
                code_.emit(Opcode::ClearFree, v->slot);
            return;
        case Binding::ClassLocal: code_.emit(Opcode::DeleteName, site(v->name)); return;
        default:
            if (c_.namespaced && scope_->kind == ScopeKind::Module && !v->is_declared_global)
                code_.emit(Opcode::DeleteName, site(v->name));
            else
                code_.emit(Opcode::DeleteGlobal, site(v->name));
    }
}

}  // namespace krait
