// Scopes: which variable every name means. The pass between parser and emitter.
//
// A scope is a module, a class body, a function (or lambda, or generator expression: these three
// and the class body run in a frame of their own), a comprehension, or the type parameters of a
// definition. Comprehensions and type parameters are `inline`: their variables are further
// registers of the frame around them, under symbols of their own, so that a comprehension needs no
// call and its variable still does not leak.
//
// The pass first walks the tree and notes for each scope which names it binds and uses, then
// settles what each means. A Symbol is a name in a scope; its binding says where the variable is:
//   Local       a register of the scope's frame; in a cell if is_captured
//   Free        a cell of the closure; `outer` is the symbol of the enclosing frame it comes from
//               (a captured Local, or Free there too). In a class body the namespace is asked first
//   ClassLocal  an entry of the class body's namespace
//   Global      of the module (then builtins), either because it is declared or because no function
//               binds it. In a class body, unless is_declared_global, the namespace is asked first
//   Alias       of an inline scope: the variable is `outer`, a symbol of the same frame
// Symbol::variable() follows aliases; the emitter rarely wants anything else.
//
// A frame's closure is its list of Free symbols, in order: `captures`. A function that mentions
// `super` or `__class__` inside a class captures the class's cell (`class_cell` of the class
// scope).
//
// The pass also finds the errors that need to know the surroundings: `return` outside function, a
// name that is parameter and global, and so on.
#pragma once

#include "compiler/ast.hpp"
#include "compiler/diagnostics.hpp"

namespace krait {

enum class ScopeKind : u8 {
    Module,
    Class,
    Function,
    Lambda,
    Generator,       // a generator expression; its parameter `.0` is the outermost iterator
    Comprehension,   // inline
    TypeParameters,  // inline
};

enum class Binding : u8 { Unresolved, Local, Free, ClassLocal, Global, Alias };

struct Scope;

struct Symbol {
    Name* name = nullptr;
    Scope* scope = nullptr;
    Symbol* next = nullptr;          // in the scope, in the order of first mention
    Symbol* next_capture = nullptr;  // in the frame's captures
    Symbol* next_in_bucket = nullptr;
    Symbol* outer = nullptr;
    const Node* declaration = nullptr;  // the global or nonlocal statement
    Binding binding = Binding::Unresolved;
    bool is_captured : 1 = false;  // a Local that inner functions use: it lives in a cell
    bool is_parameter : 1 = false;
    bool is_bound : 1 = false;    // assigned, imported, defined, deleted, ... in this scope
    bool is_used : 1 = false;     // read
    bool is_deleted : 1 = false;  // some `del` (or the end of an except clause)
    bool is_annotated : 1 = false;
    bool is_iteration : 1 = false;  // a target of a comprehension's `for`
    bool is_declared_global : 1 = false;
    bool is_declared_nonlocal : 1 = false;
    bool is_micropython_const : 1 = false;  // what binds it: an import of it, or its identity
    u8 native = 0;     // of a viper function: 1 + its ViperType; 0: not known yet
    u16 slot = 0;      // the emitter's: register, or index in the closure
    u16 constant = 0;  // its number among the constants (constants.hpp); 0: it is none

    Symbol* variable() {
        Symbol* symbol = this;
        while (symbol->binding == Binding::Alias) symbol = symbol->outer;
        return symbol;
    }
};

struct Scope {
    ScopeKind kind = ScopeKind::Module;
    bool is_async : 1 = false;      // async def, or a generator expression that awaits
    bool is_generator : 1 = false;  // yields; a generator expression always does
    bool uses_locals : 1 = false;   // calls locals(), vars(), dir(), eval() or exec() by name
    bool uses_class : 1 = false;    // mentions super or __class__ inside of a class
    bool has_var_args : 1 = false;  // *args
    bool has_var_keywords : 1 = false;
    bool is_nested : 1 = false;        // in a function, however deep
    bool has_annotations : 1 = false;  // of variables, in compound statements too
    Scope* parent = nullptr;
    Scope* frame = nullptr;        // itself, or for inline scopes the scope whose frame they use
    Node* node = nullptr;          // what makes the scope; null for a module
    Name* name = nullptr;          // of function or class
    Name* class_name = nullptr;    // of the innermost class around: private names are its own
    Scope* first_child = nullptr;  // scopes directly inside, in the order of the source
    Scope* last_child = nullptr;
    Scope* next_sibling = nullptr;
    Symbol* first_symbol = nullptr;
    Symbol* last_symbol = nullptr;
    Symbol* captures = nullptr;  // of a frame: its Free symbols
    Symbol* last_capture = nullptr;
    u32 capture_count = 0;
    Symbol* class_cell = nullptr;  // of a class: `__class__`, if inner functions want it

    bool is_inline() const {
        return kind == ScopeKind::Comprehension || kind == ScopeKind::TypeParameters;
    }
    bool is_function() const {
        return kind == ScopeKind::Function || kind == ScopeKind::Lambda ||
               kind == ScopeKind::Generator;
    }
    Symbol* find(const Name* name) const;

    // The hash table behind find().
    Symbol** buckets = nullptr;
    u32 bucket_count = 0;
    u32 symbol_count = 0;
};

class ScopeAnalysis {
  public:
    ScopeAnalysis(Arena& arena, NameTable& names, Diagnostics& diagnostics, RecursionLimit limit)
        : arena_(arena), names_(names), diagnostics_(diagnostics), limit_(limit) {}

    // Sets the scopes and symbols of the tree. False: see diagnostics.
    bool run(ModuleNode* module);

  private:
    // Where in its frame the walk is.
    struct Frame {
        u32 loop_depth = 0;           // loops around
        bool in_except_star = false;  // directly, not in a loop inside of it
        bool in_iterable = false;     // in the iterable of a comprehension
    };

    // What a pattern has bound so far.
    struct PatternName {
        Name* name;
        PatternName* before;
    };

    // ---- Scopes and symbols (scopes.cpp)
    Scope* enter(ScopeKind kind, Node* node, Name* name);
    void leave() { scope_ = scope_->parent; }
    Symbol* symbol(Scope* scope, Name* name);
    bool grow(Scope* scope);
    Name* mangled(Name* name);
    Symbol* use(Name*& name);
    Symbol* bind(Name*& name, const Node* where, bool is_deletion = false);
    Symbol* bind_walrus(Name*& name, const Node* where);
    bool declare(const Identifier* identifier, const Stmt* where);
    bool note_class_use();

    template <class... Pieces>
    bool error(const Node* where, Pieces... pieces) {
        const Position start = where->position;
        const u32 end = where->end_column ? where->end_column : start.column();
        diagnostics_.report(DiagnosticKind::SyntaxError, {start, Position(start.line(), end)},
                            pieces...);
        return false;
    }

    // ---- Resolution (scopes_resolve.cpp)
    bool resolve_all(Scope* scope);
    bool resolve(Symbol* symbol);
    bool resolve_nonlocal(Symbol* symbol);
    Symbol* variable_in(Scope* scope, Name* name);
    Symbol* variable_around(Scope* scope, Name* name);
    Symbol* class_variable(Scope* scope, Name* name);
    Symbol* captured(Scope* frame, Name* name);
    Symbol* capture(Scope* frame, Symbol* existing, Name* name, Symbol* outer);

    // ---- Expressions (scopes_expressions.cpp)
    bool visit(Expr* expression);
    bool visit_optional(Expr* expression) { return !expression || visit(expression); }
    bool visit_name(NameExpr* expression);
    bool visit_elements(NodeList<Expr> elements);
    bool visit_arguments(NodeList<Expr> arguments);
    bool visit_call(CallExpr* call);
    bool visit_lambda(LambdaExpr* lambda);
    bool visit_comprehension(ComprehensionExpr* comprehension);
    bool visit_clauses(ComprehensionExpr* comprehension);
    bool visit_named(NamedExpr* named);
    bool visit_suspend(SuspendExpr* expression);
    bool visit_target(Expr* target, bool is_deletion);
    bool visit_iteration_target(Expr* target);
    bool check_async(const Node* where, std::string_view what);

    // ---- Definitions and statements (scopes_statements.cpp)
    bool visit_block(Block block);
    bool visit_statement(Stmt* statement);
    bool visit_compound(Stmt* statement);
    bool visit_assign(AssignStmt* statement);
    bool visit_augmented(AugmentedAssignStmt* statement);
    bool visit_annotated(AnnotatedAssignStmt* statement);
    bool visit_return(ReturnStmt* statement);
    bool visit_jump(Stmt* statement);
    bool visit_import(ImportStmt* statement);
    bool visit_import_from(ImportFromStmt* statement);
    bool visit_loop_body(Block body);
    bool visit_for(ForStmt* statement);
    bool visit_with(WithStmt* statement);
    bool visit_try(TryStmt* statement);
    bool visit_handler(ExceptHandler* handler, bool is_star);
    bool visit_function(FunctionDefStmt* function);
    bool visit_function_body(FunctionDefStmt* function);
    bool visit_class(ClassDefStmt* cls);
    bool visit_parameters_outside(NodeList<Parameter> parameters);
    bool visit_annotations(FunctionDefStmt* function);
    bool bind_parameters(NodeList<Parameter> parameters);
    bool bind_parameter(Parameter* parameter);
    bool visit_type_parameters(NodeList<TypeParameterNode> parameters);
    bool visit_type_alias(TypeAliasStmt* alias);
    bool visit_match(MatchStmt* statement);
    bool visit_pattern(Pattern* pattern, PatternName*& bound);
    bool visit_alternatives(GroupPattern* alternatives, PatternName*& bound);
    bool visit_mapping(MappingPattern* mapping, PatternName*& bound);
    bool visit_class_pattern(ClassPattern* pattern, PatternName*& bound);
    bool bind_capture(Name*& name, Symbol*& symbol, const Pattern* where, PatternName*& bound);

    bool check_depth(const Node* where) {
        if (limit_.ok()) return true;
        diagnostics_.report(DiagnosticKind::RecursionError, {where->position, where->position},
                            "too deeply nested");
        return false;
    }

    Arena& arena_;
    NameTable& names_;
    Diagnostics& diagnostics_;
    RecursionLimit limit_;
    Scope* scope_ = nullptr;
    Name* class_cell_name_ = nullptr;  // __class__
    Frame frame_;
};

}  // namespace krait
