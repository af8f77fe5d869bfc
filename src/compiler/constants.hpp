// Constants: which expressions have a value now, and the names that const() gave one.
//
// `NAME = const(expression)` declares a constant where `const` is micropython's: imported from
// there (also as one of several ways to get it, as `try: ... except ImportError:` has it), or not
// bound by the module at all. The name's symbol then knows the value, and every use of the name
// that stands behind is the value itself. Names of a class are also seen by its methods, as
// MicroPython does it, unless the module binds them. A constant is declared once and cannot be
// assigned to; other ways of binding its name (import, def, class) do not change what it means.
//
// Folding never raises: what would is left to be computed, and raised, when it runs. Nor does it
// make large values: numbers up to kMaxBits, texts up to kMaxText.
#pragma once

#include "compiler/arena_vector.hpp"
#include "compiler/scopes.hpp"
#include "core/collections.hpp"

namespace krait {

class Constants {
  public:
    // `is_debug`: what __debug__ is.
    Constants(Interp& in, Arena& arena, RecursionLimit limit, Scope* module, bool is_debug)
        : in_(in), limit_(limit), module_(module), is_debug_(is_debug), statements_(arena) {}

    // The value of an expression that is known now; empty if it is not. Empty with an exception
    // pending: no memory.
    Value value_of(Expr* e);
    // Whether a condition always holds (1) or never does (0); -1: that depends, or no memory.
    int truth_of(Expr* e);

    // The argument of the const() that `value`, assigned to `target`, is; null: it is none.
    Expr* declared_by(Expr* target, Expr* value) const;
    // The value of const()'s argument, which may use constants of built-in modules.
    Value declared_value(Expr* argument);
    enum class Outcome : u8 { Done, Twice, Failed };
    // Makes the symbol a constant. Once for each statement, however often that is emitted.
    Outcome declare(Symbol* symbol, Value value, const Node* statement);
    // The constant that the name means where it stands; empty if it is none.
    Value find(const NameExpr* name) const;
    bool is_constant(Symbol* symbol) const { return constant_symbol(symbol) != nullptr; }

  private:
    static constexpr usize kMaxBits = 4096, kMaxText = 4096, kMaxItems = 256;

    const Symbol* constant_symbol(Symbol* symbol) const;
    const Symbol* constant_at(const NameExpr* name) const;
    bool is_known(Expr* e) const;
    bool are_known(NodeList<Expr> list) const;
    Value literal(Expr* e);
    Value unary(UnaryExpr* e);
    Value chain(ChainExpr* e);
    Value logical(ChainExpr* e);
    Value comparison(ChainExpr* e);
    Value tuple(SequenceExpr* e);
    Value module_attribute(AttributeExpr* e);
    bool is_small(BinaryOp op, Value a, Value b) const;
    Value settled(Value v);

    Interp& in_;
    RecursionLimit limit_;
    Scope* module_;
    bool is_debug_;
    bool in_declaration_ = false;
    List* values_ = nullptr;               // kept alive by the C stack, where this object is
    ArenaVector<const Node*> statements_;  // what declared each of them
};

// The operator of a binary expression, of arithmetic.
BinaryOp binary_op(Operator op);
// The comparison as a CompareOp, or -1 for is, in and their opposites.
int compare_code(Operator op);

}  // namespace krait
