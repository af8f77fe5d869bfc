// From the annotated syntax tree to bytecode: one Emitter a frame (function, class body, module).
//
// Registers: parameters, the other locals, then temporaries, which are a stack: a Mark gives back
// what was taken since. Comprehensions' variables are temporaries too. An expression is evaluated
// into a register that the caller names; where a local variable already holds the value, operand()
// answers the variable's own register and nothing is moved.
//
// Rule of destinations: nothing but an instruction's final result is written to a local variable's
// register, as the rest of the expression may read it (and a handler may see it). So whatever
// writes its destination early (and, or, await, displays) works in a temporary.
//
// Unbound locals: `assigned_` holds the locals that are surely bound here. Reading any other emits
// a CheckLocal, and such a variable is emptied at entry. What `del` may unbind is never sure.
//
// Exceptions: a Guard is a range of instructions with a handler. Leaving it early (return, break,
// continue) runs the cleanups of all blocks that are left, inline, with their guards closed.
#pragma once

#include "compiler/code_builder.hpp"
#include "compiler/constants.hpp"

namespace krait {

// What all emitters of a compilation share.
struct Compilation {
    Interp& in;
    Arena& arena;
    NameTable& names;
    Diagnostics& diagnostics;
    RecursionLimit limit;
    Str* filename;
    bool namespaced;   // module-level names live in the namespace of register 0
    bool interactive;  // values of expression statements are shown
    bool has_walrus;   // the source has `:=` somewhere
    u8 optimization;   // of -O: 1 drops assertions, 2 docstrings, 3 the positions too
    CodeStyle style;   // of functions that do not choose one
    Constants constants;
    Scope* module;
};

// The parameters of a function's or lambda's frame.
NodeList<Parameter> parameters_of(const Scope* scope);

class Emitter {
  public:
    Emitter(Compilation& c, Scope* scope, Emitter* outer, CodeBuilder::Form form);

    // The code of a frame, from its body. Tries again with wide jumps if it must.
    static Result<Code*> emit_module(Compilation& c, ModuleNode* module);
    static Result<Code*> emit_function(Compilation& c, Emitter* outer, Scope* scope);

  private:
    static constexpr u32 kMaxLocals = 200, kMaxRegisters = kNearRegisters;
    static constexpr u32 kMaxFarRegisters = 0xff00;
    static constexpr u32 kMaxCallArguments = 60, kChunk = 32;

    // The locals that are surely bound, by register.
    struct Assigned {
        u64 words[4] = {};
        bool has(Register r) const { return words[r / 64] >> (r % 64) & 1; }
        void add(Register r) { words[r / 64] |= u64{1} << (r % 64); }
        void meet(const Assigned& o) {
            for (int i = 0; i < 4; ++i) words[i] &= o.words[i];
        }
        static Assigned all() {
            Assigned a;
            for (u64& w : a.words) w = ~u64{0};
            return a;
        }
    };

    // Gives back the temporaries taken in its scope.
    class Mark {
      public:
        explicit Mark(Emitter& e) : e_(e), next_(e.next_temp_) {}
        ~Mark() { e_.next_temp_ = next_; }
        Mark(const Mark&) = delete;

      private:
        Emitter& e_;
        Register next_;
    };

    // A block that is left through a cleanup or is the target of break and continue.
    struct BlockContext {
        enum class Kind : u8 { Loop, Finally, Handler, With, AsyncWith, ExceptName, Iterator };
        explicit BlockContext(Kind k) : kind(k) {}
        Kind kind;
        BlockContext* outer = nullptr;
        Label* break_label = nullptr;     // Loop
        Label* continue_label = nullptr;  // Loop
        Assigned at_break = Assigned::all();
        Block finally;           // Finally
        Register saved = 0;      // Handler: what EnterHandler saved
        Register exit = 0;       // With: the __exit__ method
        Symbol* name = nullptr;  // ExceptName
        Node* node = nullptr;
        // The guard that is open while the block runs.
        Label* guard = nullptr;
        Register guard_exception = 0;
        u32 guard_start = 0;
        bool guard_open = false;
    };

    // A handler's code, which has a guard itself: what it raises goes to `cleanup`.
    struct Handling {
        Register exception;  // the one being handled
        Register saved;      // what EnterHandler saved
        Register second;     // the one that the handler raises
        Label cleanup{};
        BlockContext block{BlockContext::Kind::Handler};
    };

    // ---- Registers and variables (emitter.cpp)
    Register temp();
    Register temps(u32 count);
    bool is_local(Register r) const { return r < locals_end_; }
    Register writable(Register dst) { return is_local(dst) ? temp() : dst; }
    void move(Register dst, Register src);
    void declare_locals();
    void give_registers();
    template <class Each>
    void each_local(Scope* scope, Each each);
    void declare_cells();
    void bind_temporary(Symbol* symbol);
    void forget_locals(Scope* comprehension);
    Register free_cell(Symbol* v);
    bool is_far(const Symbol* v) const { return v->slot >= kMaxRegisters; }
    Register local_register(Symbol* symbol);
    bool names_in_namespace() const;
    void load(Symbol* symbol, Register dst);
    void store(Symbol* symbol, Register src);
    void remove(Symbol* symbol);
    void check_bound(Register r, const Name* name);
    void mark_assigned(Symbol* symbol);
    u32 site(const Name* name) { return code_.name(code_.text(name)); }
    u32 site(std::string_view name) { return code_.name(code_.text(name)); }
    void syntax_error(const Node* where, std::string_view message);
    bool ok() const { return !code_.failed(); }
    bool enter(const Node* node);

    // ---- Expressions (emit_expressions.cpp)
    void expression(Expr* e, Register dst);
    Register operand(Expr* e, Expr* evaluated_later = nullptr);
    Register operand_into(Expr* e, Register preferred, Expr* evaluated_later);
    Value constant_of(Expr* e);
    int truth_of(Expr* e);
    bool small_int(Expr* e, i64& out);
    void name(NameExpr* e, Register dst);
    void load_value(Register dst, Value v);
    bool may_assign(Expr* e) const;
    void chain(ChainExpr* e, Register dst);
    void binary(Operator op, Register dst, Register lhs, Expr* rhs, bool inplace,
                ViperType type = ViperType::Object);
    void unary(UnaryExpr* e, Register dst);
    void logical(ChainExpr* e, Register dst);
    void comparison(ChainExpr* e, Register dst);
    void compare_op(Operator op, Register dst, Register lhs, Register rhs);
    void conditional(ConditionalExpr* e, Register dst);
    void jump_if(Expr* e, bool sense, Label& target);
    void jump_if_compare(ChainExpr* e, bool sense, Label& target);
    void attribute(AttributeExpr* e, Register dst);
    bool is_super_call(const Expr* e) const;
    void super_operands(CallExpr* e, Register base);
    void subscript(SubscriptExpr* e, Register dst);
    void slice(SliceExpr* e, Register dst);
    Register slice_parts(SliceExpr* e);
    void f_string(FStringExpr* e, Register dst);
    void template_string(FStringExpr* e, Register dst);
    void interpolation(FormattedValueExpr* e, Register dst);
    void formatted(FormattedValueExpr* e, Register dst);
    void sequence(SequenceExpr* e, Register dst);
    void sequence_in_parts(NodeList<Expr> elements, NodeKind kind, Register dst);
    void dict(DictExpr* e, Register dst);
    void named(NamedExpr* e, Register dst);
    void suspend(SuspendExpr* e, Register dst);
    void await_value(Register dst, Register awaitable);
    void delegate(Register dst, Register iterator);

    // ---- Native types (emit_viper.cpp)
    bool is_viper() const {
        return style_ == CodeStyle::Viper && scope_->kind == ScopeKind::Function;
    }
    ViperType native_type(const Expr* e) const {
        return is_viper() ? e->native_type() : ViperType::Object;
    }
    bool names_viper_type(const Expr* annotation) const;
    void check_types();
    void convert_parameters();
    void viper_binary(Operator op, ViperType type, Register dst, Register lhs, Register rhs);
    void viper_chain(ChainExpr* e, Register dst);
    void viper_unary(UnaryExpr* e, Register dst);
    bool viper_cast(CallExpr* e, Register dst);
    void load_item(SubscriptExpr* e, Register dst, Register base, Register index);
    void store_item(SubscriptExpr* e, Register base, Register index, Register value);
    void convert_mixed(ChainExpr* e, Register result);
    Register viper_result(Expr* value, bool may_be_variable);

    // ---- Calls (emit_calls.cpp)
    void call(CallExpr* e, Register dst);
    Register call_base(Register dst);
    void arguments_spread(NodeList<Expr> arguments, Register base, u32 fixed, bool is_generic);
    void call_arguments(NodeList<Expr> arguments, u32 keyword_count, bool spread, bool method,
                        Register base, u32 fixed, Register dst, const Node* where,
                        bool is_generic = false);
    void generic_base(Register dst);
    Value keyword_names(NodeList<Expr> arguments, u32 count);

    // ---- Comprehensions (emit_comprehensions.cpp)
    void comprehension(ComprehensionExpr* e, Register dst);
    void generator_expression(ComprehensionExpr* e, Register dst);
    void clause(ComprehensionExpr* e, ComprehensionFor* clause, Register result, Register iterator);
    void element(ComprehensionExpr* e, Register result);
    void iterate(Expr* iterable, bool is_async, Register dst);
    // Registers of a loop (ForIter), and what fills them.
    static constexpr u32 kLoopRegisters = 3;
    void begin_loop(Expr* iterable, bool is_async, Register state);
    bool is_range_call(Expr* e) const;
    void async_step(Register iterator, Register dst, Label& exhausted, const Node* where);
    void end_async_step(Label& exhausted, Register exception);

    // ---- Functions and classes (emit_functions.cpp)
    Result<Code*> finish();
    void function_body(Scope* scope);
    void body_with_doc(Block block);
    void make_function(Scope* scope, Code* code, NodeList<Parameter> parameters, Expr* returns,
                       Register dst);
    u32 defaults(NodeList<Parameter> parameters, Register& next);
    void annotations(NodeList<Parameter> parameters, Expr* returns, Register dst);
    void closure(Scope* scope, Register dst);
    void lambda(LambdaExpr* e, Register dst);
    void function_definition(FunctionDefStmt* s);
    void class_definition(ClassDefStmt* s);
    void class_body(Scope* scope);
    void type_parameters(NodeList<TypeParameterNode> parameters);
    void type_alias(TypeAliasStmt* s);
    Register decorators(NodeList<Expr> list);
    void apply_decorators(NodeList<Expr> list, Register first, Register decorated);
    Str* qualified_name();
    void report_too_large();
    Result<Tuple*> local_names();

    // ---- Statements (emit_statements.cpp)
    void block(Block b);
    void statement(Stmt* s);
    void expression_statement(ExpressionStmt* s);
    void assign(AssignStmt* s);
    void assign_in_parallel(SequenceExpr* targets, SequenceExpr* values);
    void target(Expr* t, Register value);
    void unpack(SequenceExpr* t, Register value);
    void unpack_many(SequenceExpr* t, Register value, u32 before, u32 after);
    void load_nth(Register dst, Register sequence, u32 index);
    Register target_register(Expr* t);
    void augmented(AugmentedAssignStmt* s);
    void annotated(AnnotatedAssignStmt* s);
    bool declare_constant(Expr* target, Expr* value, const Node* statement);
    void refuse_constant(const NameExpr* target);
    void remove_target(Expr* t);
    void import(ImportStmt* s);
    void import_from(ImportFromStmt* s);
    void assertion(AssertStmt* s);
    void raise(RaiseStmt* s);
    void return_statement(ReturnStmt* s);

    // ---- Control flow (emit_control.cpp)
    void if_statement(IfStmt* s);
    void while_statement(WhileStmt* s);
    void for_statement(ForStmt* s);
    void async_for(ForStmt* s);
    void jump_out(Stmt* s);
    void loop_body(Block body, BlockContext& loop);
    void loop_end(Block orelse, BlockContext& loop, const Assigned& at_exit, bool can_exit);
    void begin_guarded(BlockContext& b, Label& handler, Register exception);
    void end_guarded(BlockContext& b);
    void close_guard(BlockContext& b);
    void push(BlockContext& b);
    void pop() { blocks_ = blocks_->outer; }
    void leave_block(BlockContext& b);
    void leave_blocks(BlockContext* until);
    void reopen_guards(BlockContext* until);
    void unreachable();

    // ---- Exceptions and context managers (emit_try.cpp)
    void try_statement(TryStmt* s);
    void try_finally(TryStmt* s);
    void try_except(TryStmt* s);
    void except_clauses(TryStmt* s, const Handling& handling, Label& end, Assigned& at_end,
                        bool& reaches_end);
    void except_body(ExceptHandler* h, Register exception);
    void try_star(TryStmt* s);
    void star_clause(ExceptHandler* clause, Register rest, Register raised);
    void begin_handling(Handling& h);
    void reraise(const Handling& h, Register exception);
    void reraise_second(Handling& h);
    void with_statement(WithStmt* s, WithItem* item);
    void with_exit(BlockContext& b, Register exception, Register dst);

    // ---- Warnings (emit_warnings.cpp)
    void warn_about_call(const CallExpr* e);
    void warn_about_subscript(const SubscriptExpr* e);
    void warn_about_identity(const Expr* where, Operator op, Expr* lhs, Expr* rhs);
    void warn_about_assertion(const AssertStmt* s);

    // ---- match (emit_match.cpp)
    class SubPatterns {
      public:
        SubPatterns(Emitter& e, Register sequence) : e_(e), sequence_(sequence) {}
        void match(Pattern* p, Label& failed);

      private:
        Emitter& e_;
        Register sequence_;
        u32 index_ = 0;
    };
    class Captures;
    void match_statement(MatchStmt* s);
    void case_pattern(Pattern* p, Register subject, Label& failed);
    void pattern(Pattern* p, Register subject, Label& failed);
    void sequence_pattern(GroupPattern* p, Register subject, Label& failed);
    void mapping_pattern(MappingPattern* p, Register subject, Label& failed);
    void class_pattern(ClassPattern* p, Register subject, Label& failed);
    void or_pattern(GroupPattern* p, Register subject, Label& failed);
    void capture(Symbol* symbol, Register subject);

    Compilation& c_;
    Interp& in_;
    Scope* scope_;  // of the frame
    Emitter* outer_;
    CodeStyle style_;
    CodeBuilder code_;
    BlockContext* blocks_ = nullptr;
    Captures* captures_ = nullptr;  // of the pattern, if its names are bound at its end
    Register locals_end_ = 0;
    Register next_temp_ = 0;
    Register most_registers_ = 0;
    u32 far_end_ = 0;  // behind the last far variable; 0: there is none
    Assigned assigned_;
    Assigned cleared_;       // registers to be emptied at entry
    Assigned always_check_;  // variables that `del` may unbind
    u32 far_names_ = 0;      // of variables in far registers, for locals()
    bool reachable_ = true;
    Str* doc_ = nullptr;
    Str* qualname_ = nullptr;
};

// Calls each(symbol) for the local variables of the scope; where the names of locals matter also
// for those of comprehensions that run in its frame.
template <class Each>
void Emitter::each_local(Scope* scope, Each each) {
    for (Symbol* s = scope->first_symbol; s; s = s->next)
        if (s->binding == Binding::Local) each(s);
    if (!scope_->uses_locals) return;
    for (Scope* inner = scope->first_child; inner; inner = inner->next_sibling)
        if (inner->kind == ScopeKind::Comprehension) each_local(inner, each);
}

}  // namespace krait
