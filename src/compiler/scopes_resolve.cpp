// What each name means, once it is known which scopes bind it.
#include "compiler/scopes.hpp"

namespace krait {

// The scope first, then those inside. Scopes inside may add captures to those around, not symbols.
bool ScopeAnalysis::resolve_all(Scope* scope) {
    if (!limit_.ok()) {
        diagnostics_.report(DiagnosticKind::RecursionError, {}, "too deeply nested");
        return false;
    }
    for (Symbol* symbol = scope->first_symbol; symbol; symbol = symbol->next)
        if (!resolve(symbol)) return false;
    for (Scope* child = scope->first_child; child; child = child->next_sibling)
        if (!resolve_all(child)) return false;
    return true;
}

bool ScopeAnalysis::resolve(Symbol* symbol) {
    if (symbol->binding != Binding::Unresolved) return true;
    Scope* scope = symbol->scope;
    if (symbol->is_declared_global || scope->kind == ScopeKind::Module) {
        symbol->binding = Binding::Global;
    } else if (symbol->is_declared_nonlocal) {
        return resolve_nonlocal(symbol);
    } else if (symbol->is_bound) {
        symbol->binding = scope->kind == ScopeKind::Class ? Binding::ClassLocal : Binding::Local;
    } else if (Symbol* outer = variable_around(scope, symbol->name)) {
        if (scope->is_inline()) {
            symbol->binding = Binding::Alias;
            symbol->outer = outer;
        } else if (!capture(scope, symbol, symbol->name, outer)) {
            return false;
        }
    } else {
        symbol->binding = Binding::Global;
    }
    return !arena_.failed();
}

bool ScopeAnalysis::resolve_nonlocal(Symbol* symbol) {
    Symbol* outer = variable_around(symbol->scope, symbol->name);
    if (outer) return capture(symbol->scope, symbol, symbol->name, outer) != nullptr;
    if (arena_.failed()) return false;
    return error(symbol->declaration, "no binding for nonlocal '", symbol->name->text, "' found");
}

// The variable that the name means for what is inside of the scope's parents: a symbol of the
// frame around, or null if it is global (or memory is out).
Symbol* ScopeAnalysis::variable_around(Scope* scope, Name* name) {
    Scope* parent = scope->parent;
    if (!parent) return nullptr;
    // Type parameters see the names of the class that they stand in.
    if (scope->kind == ScopeKind::TypeParameters && parent->kind == ScopeKind::Class) {
        Symbol* symbol = parent->find(name);
        if (symbol && resolve(symbol) && symbol->binding == Binding::ClassLocal) return symbol;
    }
    return variable_in(parent, name);
}

Symbol* ScopeAnalysis::variable_in(Scope* scope, Name* name) {
    if (scope->kind == ScopeKind::Module) return nullptr;
    if (scope->kind == ScopeKind::Class) return class_variable(scope, name);
    Symbol* symbol = scope->find(name);
    if (symbol) {
        if (!resolve(symbol) || symbol->binding == Binding::Global) return nullptr;
        Symbol* variable = symbol->variable();
        if (variable->binding == Binding::ClassLocal) return class_variable(variable->scope, name);
        return variable->binding == Binding::Global ? nullptr : variable;
    }
    if (!scope->is_inline()) return captured(scope, name);
    // Type parameters do not hand on to their function what they see of a class.
    const bool in_class = scope->parent && scope->parent->kind == ScopeKind::Class;
    return in_class ? class_variable(scope->parent, name) : variable_around(scope, name);
}

// A class's own names are not seen from inside its functions, but its cell is.
Symbol* ScopeAnalysis::class_variable(Scope* scope, Name* name) {
    if (name != class_cell_name_) return captured(scope, name);
    if (!scope->class_cell) {
        Symbol* cell = arena_.make<Symbol>();
        if (!cell) return nullptr;
        cell->name = name;
        cell->scope = scope;
        cell->binding = Binding::Local;
        scope->class_cell = cell;
    }
    return scope->class_cell;
}

// A variable that the frame does not mention (or, a class, hides) but has to hand on.
Symbol* ScopeAnalysis::captured(Scope* frame, Name* name) {
    for (Symbol* known = frame->captures; known; known = known->next_capture)
        if (known->name == name) return known;
    Symbol* outer = variable_around(frame, name);
    return outer ? capture(frame, nullptr, name, outer) : nullptr;
}

// Makes the frame's symbol Free, or adds one.
Symbol* ScopeAnalysis::capture(Scope* frame, Symbol* existing, Name* name, Symbol* outer) {
    for (Symbol* known = frame->captures; known && !existing; known = known->next_capture)
        if (known->name == name) return known;
    Symbol* symbol = existing;
    if (!symbol && !(symbol = arena_.make<Symbol>())) return nullptr;
    symbol->name = name;
    symbol->scope = frame;
    symbol->binding = Binding::Free;
    symbol->outer = outer;
    if (outer->binding == Binding::Local) outer->is_captured = true;
    (frame->last_capture ? frame->last_capture->next_capture : frame->captures) = symbol;
    frame->last_capture = symbol;
    ++frame->capture_count;
    return symbol;
}

}  // namespace krait
