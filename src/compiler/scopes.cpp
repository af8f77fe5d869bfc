#include "compiler/scopes.hpp"

namespace krait {

bool ScopeAnalysis::run(ModuleNode* module) {
    class_cell_name_ = names_.intern("__class__");
    Scope* scope = class_cell_name_ ? enter(ScopeKind::Module, nullptr, nullptr) : nullptr;
    if (scope) {
        module->scope = scope;
        if (visit_optional(module->expression) && visit_block(module->body)) resolve_all(scope);
    }
    if (arena_.failed()) diagnostics_.restore({DiagnosticKind::MemoryError, {}, "out of memory"});
    return !diagnostics_.has_error();
}

Scope* ScopeAnalysis::enter(ScopeKind kind, Node* node, Name* name) {
    Scope* scope = arena_.make<Scope>();
    if (!scope) return nullptr;
    scope->kind = kind;
    scope->node = node;
    scope->name = name;
    scope->parent = scope_;
    scope->frame = scope;
    if (scope_) {
        if (scope->is_inline()) scope->frame = scope_->frame;
        scope->is_nested = scope_->is_nested || scope_->frame->is_function();
        scope->class_name = scope_->class_name;
        (scope_->last_child ? scope_->last_child->next_sibling : scope_->first_child) = scope;
        scope_->last_child = scope;
    }
    if (kind == ScopeKind::Class) scope->class_name = name;
    scope_ = scope;
    return scope;
}

Symbol* Scope::find(const Name* wanted) const {
    if (!bucket_count) return nullptr;
    Symbol* symbol = buckets[wanted->hash & (bucket_count - 1)];
    while (symbol && symbol->name != wanted) symbol = symbol->next_in_bucket;
    return symbol;
}

bool ScopeAnalysis::grow(Scope* scope) {
    const u32 count = scope->bucket_count ? scope->bucket_count * 2 : 4;
    Symbol** buckets = arena_.array<Symbol*>(count);
    if (!buckets) return false;
    for (Symbol* symbol = scope->first_symbol; symbol; symbol = symbol->next) {
        Symbol** bucket = &buckets[symbol->name->hash & (count - 1)];
        symbol->next_in_bucket = *bucket;
        *bucket = symbol;
    }
    scope->buckets = buckets;
    scope->bucket_count = count;
    return true;
}

// The symbol for the name in the scope, made if need be.
Symbol* ScopeAnalysis::symbol(Scope* scope, Name* name) {
    if (Symbol* known = scope->find(name)) return known;
    if (scope->symbol_count >= scope->bucket_count && !grow(scope)) return nullptr;
    Symbol* symbol = arena_.make<Symbol>();
    if (!symbol) return nullptr;
    symbol->name = name;
    symbol->scope = scope;
    Symbol** bucket = &scope->buckets[name->hash & (scope->bucket_count - 1)];
    symbol->next_in_bucket = *bucket;
    *bucket = symbol;
    (scope->last_symbol ? scope->last_symbol->next : scope->first_symbol) = symbol;
    scope->last_symbol = symbol;
    ++scope->symbol_count;
    return symbol;
}

Name* ScopeAnalysis::mangled(Name* name) { return names_.mangle(scope_->class_name, name); }

// A read of the name, which becomes the mangled one.
Symbol* ScopeAnalysis::use(Name*& name) {
    Name* real = mangled(name);
    Symbol* found = real ? symbol(scope_, name = real) : nullptr;
    if (found) found->is_used = true;
    return found;
}

// An assignment to the name, or another way of binding it.
Symbol* ScopeAnalysis::bind(Name*& name, const Node* where, bool is_deletion) {
    Name* real = mangled(name);
    if (!real) return nullptr;
    name = real;
    if (real->text == "__debug__") {
        error(where, is_deletion ? "cannot delete __debug__" : "cannot assign to __debug__");
        return nullptr;
    }
    Symbol* bound = symbol(scope_, real);
    if (bound) bound->is_bound = true;
    return bound;
}

// The target of `:=` belongs to the scope around all comprehensions.
Symbol* ScopeAnalysis::bind_walrus(Name*& name, const Node* where) {
    Scope* target = scope_;
    Name* real = mangled(name);
    if (!real) return nullptr;
    name = real;
    const auto is_comprehension = [](const Scope* scope) {
        return scope->kind == ScopeKind::Comprehension || scope->kind == ScopeKind::Generator;
    };
    if (frame_.in_iterable) {
        error(where, "assignment expression cannot be used in a comprehension iterable expression");
        return nullptr;
    }
    if (!is_comprehension(scope_)) return bind(name, where);
    for (; is_comprehension(target); target = target->parent) {
        Symbol* known = symbol(target, real);
        if (!known) return nullptr;
        // Differs: CPython refuses to rebind the variable of an outer comprehension, too.
        if (known->is_iteration && target == scope_) {
            error(where, "assignment expression cannot rebind comprehension iteration variable '",
                  real->text, "'");
            return nullptr;
        }
        if (known->is_iteration) return use(name);
        known->is_used = true;
    }
    if (target->kind == ScopeKind::Class) {
        error(where, "assignment expression within a comprehension cannot be used in a class body");
        return nullptr;
    }
    Symbol* bound = symbol(target, real);
    if (!bound) return nullptr;
    bound->is_bound = true;
    return symbol(scope_, real);
}

// One name of a global or nonlocal statement.
bool ScopeAnalysis::declare(const Identifier* identifier, const Stmt* where) {
    const NodeKind how = where->kind;
    const bool is_global = how == NodeKind::Global;
    Name* name = mangled(identifier->name);
    Symbol* declared = name ? symbol(scope_, name) : nullptr;
    if (!declared) return false;
    const std::string_view what = is_global ? "global" : "nonlocal";
    if (!is_global && scope_->kind == ScopeKind::Module)
        return error(where, "nonlocal declaration not allowed at module level");
    if (declared->is_parameter)
        return error(where, "name '", name->text, "' is parameter and ", what);
    if (declared->is_annotated)
        return error(where, "annotated name '", name->text, "' can't be ", what);
    if (declared->is_bound)
        return error(where, "name '", name->text, "' is assigned to before ", what, " declaration");
    if (declared->is_used)
        return error(where, "name '", name->text, "' is used prior to ", what, " declaration");
    if (is_global ? declared->is_declared_nonlocal : declared->is_declared_global)
        return error(where, "name '", name->text, "' is nonlocal and global");
    if (is_global)
        declared->is_declared_global = true;
    else
        declared->is_declared_nonlocal = true;
    declared->declaration = where;
    return true;
}

// super or __class__ is mentioned: inside of a class this captures the class's cell.
bool ScopeAnalysis::note_class_use() {
    for (Scope* scope = scope_->frame; scope; scope = scope->parent) {
        if (scope->kind != ScopeKind::Class || scope == scope_->frame) continue;
        scope_->frame->uses_class = true;
        Symbol* cell = symbol(scope_, class_cell_name_);
        if (cell) cell->is_used = true;
        return cell != nullptr;
    }
    return true;
}

}  // namespace krait
