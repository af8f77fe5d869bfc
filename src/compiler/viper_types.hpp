// ViperTypes: the native types of a function under @micropython.viper.
//
// The pass walks the function in the order of the source, before it is emitted, and notes in each
// expression (Node::native) and local variable (Symbol::native) what it is: an object, or a native
// bool, int, uint or pointer. A variable has the type of its annotation, if it is a parameter, else
// of what is first assigned to it; annotations of other variables are ignored. What does not fit
// is an error at compile time, with MicroPython's words.
//
// A native value in a register is an object all the same (opcodes.def), so passing an int to where
// an object is wanted needs no instruction. A pointer has no such form: int(p) makes it one.
//
// Where MicroPython refuses or miscompiles what has an obvious meaning, that meaning is taken:
// None goes with objects; conditional expressions, `and` and `or` of values that no type has in
// common give an object; variables of outer viper functions keep their types; parameters may have
// defaults.
#pragma once

#include "compiler/constants.hpp"
#include "compiler/diagnostics.hpp"

namespace krait {

class ViperTypes {
  public:
    ViperTypes(Constants& constants, Diagnostics& diagnostics, RecursionLimit limit,
               Scope* function, Scope* module)
        : constants_(constants),
          diagnostics_(diagnostics),
          limit_(limit),
          function_(function),
          module_(module) {}

    // Reports what is wrong.
    void run();

    // What the function returns.
    static ViperType return_type(const FunctionDefStmt* function);

  private:
    // A ViperType, or an object of which more is known: None, and an int constant (Large) that is
    // too large for an int but not for a uint, which it is where it meets a native value.
    enum class Kind : u8 { Object, Bool, Int, Uint, Ptr, Ptr8, Ptr16, Ptr32, None, Large };
    static ViperType type_of(Kind k) {
        return k >= Kind::None ? ViperType::Object : static_cast<ViperType>(k);
    }
    static std::string_view name_of(Kind k) {
        return k == Kind::None ? "None" : krait::name_of(type_of(k));
    }
    static bool is_word(Kind k) { return k == Kind::Int || k == Kind::Uint; }
    static bool is_pointer(Kind k) { return k >= Kind::Ptr && k <= Kind::Ptr32; }
    static bool is_flag_or_word(Kind k) { return k >= Kind::Bool && k <= Kind::Uint; }
    static bool is_object(Kind k) { return k == Kind::Object || k >= Kind::None; }

    // ---- Expressions (viper_types.cpp)
    Kind visit(Expr* e);
    Kind find(Expr* e);
    Kind constant(Value v) const;
    Kind name(NameExpr* e);
    Kind unary(UnaryExpr* e);
    Kind chain(ChainExpr* e);
    Kind comparison(ChainExpr* e);
    Kind logical(ChainExpr* e);
    Kind conditional(ConditionalExpr* e);
    Kind subscript(SubscriptExpr* e);
    Kind call(CallExpr* e);
    Kind cast(Kind to, Expr* argument);
    Kind comprehension(ComprehensionExpr* e);
    Kind binary(Operator op, Kind lhs, Kind rhs, const Node* where);
    Kind compare(Operator op, Kind lhs, Kind rhs, const Node* where);
    Kind common(Kind a, Kind b, const Node* where);
    void object(Expr* e);  // what is wanted is an object
    void objects(NodeList<Expr> list);
    void optional_object(Expr* e) {
        if (e) object(e);
    }
    void condition(Expr* e);
    Kind iterable(Expr* e);  // answers the type of its items
    bool is_builtin(const Expr* e, std::string_view name) const;
    // The type that the name of one stands for, where it is not otherwise bound.
    bool type_name(const Expr* e, Kind& out) const;

    // ---- Statements and targets (viper_statements.cpp)
    void block(Block b);
    void statement(Stmt* s);
    void assign(AssignStmt* s);
    bool assign_in_parallel(Expr* target, Expr* value);
    bool declares_constant(Expr* target, Expr* value, const Node* statement);
    void assign_to(Expr* target, Kind type);
    void store(Symbol* symbol, Kind type, const Node* where);
    void store_item(SubscriptExpr* target, Kind type);
    void augmented(AugmentedAssignStmt* s);
    void annotated(AnnotatedAssignStmt* s);
    void remove(Expr* target);
    void returned(ReturnStmt* s);
    void raised(RaiseStmt* s);
    void handler(ExceptHandler* h);
    void definition(FunctionDefStmt* s);
    void class_definition(ClassDefStmt* s);
    void match(MatchStmt* s);
    void pattern(Pattern* p);
    void captured(const Scope* inner, const Node* where);
    void parameters(NodeList<Parameter> parameters);
    ViperType annotation(Expr* e);

    // ---- Errors
    template <class... Pieces>
    Kind error(const Node* where, Pieces... pieces) {
        return report(DiagnosticKind::ViperTypeError, where, pieces...);
    }
    template <class... Pieces>
    Kind not_implemented(const Node* where, Pieces... pieces) {
        return report(DiagnosticKind::ViperNotImplemented, where, pieces...);
    }
    template <class... Pieces>
    Kind report(DiagnosticKind kind, const Node* where, Pieces... pieces) {
        if (diagnostics_.has_error()) return Kind::Object;
        diagnostics_.report(kind, {where->position, where->position}, pieces...);
        diagnostics_.set_function(function_->name->text);
        return Kind::Object;
    }
    bool ok() const { return !diagnostics_.has_error(); }

    Constants& constants_;
    Diagnostics& diagnostics_;
    RecursionLimit limit_;
    Scope* function_;
    Scope* module_;
};

// The ViperType of the name; false: it names none.
bool viper_type_named(std::string_view name, ViperType& out);

}  // namespace krait
