#include "compiler/constants.hpp"

#include "base/float_text.hpp"
#include "objects/bytes.hpp"
#include "objects/complex.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"

namespace krait {

BinaryOp binary_op(Operator op) {
    switch (op) {
        case Operator::Add: return BinaryOp::Add;
        case Operator::Subtract: return BinaryOp::Sub;
        case Operator::Multiply: return BinaryOp::Mul;
        case Operator::MatrixMultiply: return BinaryOp::MatMul;
        case Operator::Divide: return BinaryOp::TrueDiv;
        case Operator::FloorDivide: return BinaryOp::FloorDiv;
        case Operator::Modulo: return BinaryOp::Mod;
        case Operator::Power: return BinaryOp::Pow;
        case Operator::LeftShift: return BinaryOp::LShift;
        case Operator::RightShift: return BinaryOp::RShift;
        case Operator::BitAnd: return BinaryOp::And;
        case Operator::BitOr: return BinaryOp::Or;
        default: return BinaryOp::Xor;
    }
}

int compare_code(Operator op) {
    switch (op) {
        case Operator::Less: return 0;
        case Operator::LessEqual: return 1;
        case Operator::Equal: return 2;
        case Operator::NotEqual: return 3;
        case Operator::Greater: return 4;
        case Operator::GreaterEqual: return 5;
        default: return -1;
    }
}

// --- names -------------------------------------------------------------------------------------

// The symbol of the constant that a name means, or null.
const Symbol* Constants::constant_symbol(Symbol* symbol) const {
    if (!values_) return nullptr;
    Symbol* v = symbol->variable();
    while (v->binding == Binding::Free) v = v->outer->variable();
    if (v->binding != Binding::Global) return v->constant ? v : nullptr;
    const Symbol* global = module_->find(v->name);
    if (global && global->is_bound) return global->constant ? global : nullptr;
    if (v->is_declared_global) return nullptr;
    for (const Scope* scope = v->scope->parent; scope; scope = scope->parent) {
        const Symbol* own = scope->kind == ScopeKind::Class ? scope->find(v->name) : nullptr;
        if (own && own->constant) return own;
    }
    return nullptr;
}

// The same, if it is declared before this use of the name.
const Symbol* Constants::constant_at(const NameExpr* name) const {
    const Symbol* s = constant_symbol(name->symbol);
    return s && statements_[s->constant - 1u]->position < name->position ? s : nullptr;
}

Value Constants::find(const NameExpr* name) const {
    const Symbol* s = constant_at(name);
    return s ? values_->begin()[s->constant - 1] : Value();
}

Constants::Outcome Constants::declare(Symbol* symbol, Value value, const Node* statement) {
    Symbol* v = symbol->variable();
    if (v->binding == Binding::Global)
        if (Symbol* global = module_->find(v->name)) v = global;
    if (v->constant)
        return statements_[v->constant - 1u] == statement ? Outcome::Done : Outcome::Twice;
    if (!values_) {
        auto list = new_list(in_);
        if (!list) return Outcome::Failed;
        values_ = list.take();
    }
    if (values_->size() >= 0xffff) return Outcome::Done;  // a variable like any other then
    if (!list_append(in_, values_, value)) return Outcome::Failed;
    statements_.push(statement);
    v->constant = static_cast<u16>(values_->size());
    return Outcome::Done;
}

Expr* Constants::declared_by(Expr* target, Expr* value) const {
    if (!target->is(NodeKind::Name) || !value->is(NodeKind::Call)) return nullptr;
    auto* call = value->as<CallExpr>();
    if (!call->function->is(NodeKind::Name) || call->arguments.count != 1) return nullptr;
    auto* name = call->function->as<NameExpr>();
    Expr* argument = call->arguments.first;
    if (name->name->text != "const" || argument->is(NodeKind::Starred) ||
        argument->is(NodeKind::KeywordArgument))
        return nullptr;
    const Symbol* v = name->symbol->variable();
    while (v->binding == Binding::Free) v = v->outer->variable();
    if (v->binding == Binding::Global) {
        const Symbol* global = module_->find(v->name);
        if (!global || !global->is_bound) return argument;
        v = global;
    }
    return v->is_micropython_const ? argument : nullptr;
}

Value Constants::declared_value(Expr* argument) {
    in_declaration_ = true;
    const Value v = value_of(argument);
    in_declaration_ = false;
    return v;
}

// `math.pi`: a constant of a built-in module. Its functions and classes are none.
Value Constants::module_attribute(AttributeExpr* e) {
    auto module = intern(in_, e->value->as<NameExpr>()->name->text);
    auto name = module ? intern(in_, e->name->text) : module;
    if (!name) return {};
    const ModuleDef* def = in_.find_builtin_module(module.take());
    const krait::Row* row = def ? find_row(*def, name.take()) : nullptr;
    if (!row) return {};
    const Value v = row->value;
    const bool is_plain =
        krait::is_int(v) || is_float(v) || is<Str>(v) || is<BytesObject>(v) || is_none(v);
    return is_plain ? v : Value();
}

// --- what is known -----------------------------------------------------------------------------

bool Constants::are_known(NodeList<Expr> list) const {
    for (Expr* e : list)
        if (!is_known(e)) return false;
    return true;
}

// Whether the expression consists of constants; its value may be out of reach all the same. Tells
// at little cost for most that do not.
bool Constants::is_known(Expr* e) const {
    if (!limit_.ok()) return false;
    switch (e->kind) {
        case NodeKind::None:
        case NodeKind::True:
        case NodeKind::False:
        case NodeKind::Ellipsis:
        case NodeKind::Int:
        case NodeKind::BigInt:
        case NodeKind::Float:
        case NodeKind::Imaginary:
        case NodeKind::Str:
        case NodeKind::Bytes: return true;
        case NodeKind::Name: {
            auto* name = e->as<NameExpr>();
            if (constant_at(name)) return true;
            return name->name->text == "__debug__" &&
                   name->symbol->variable()->binding == Binding::Global;
        }
        case NodeKind::Unary: return is_known(e->as<UnaryExpr>()->operand);
        case NodeKind::Binary:
        case NodeKind::And:
        case NodeKind::Or:
        case NodeKind::Compare: return are_known(e->as<ChainExpr>()->operands);
        case NodeKind::Tuple: return are_known(e->as<SequenceExpr>()->elements);
        case NodeKind::Attribute:
            return in_declaration_ && e->as<AttributeExpr>()->value->is(NodeKind::Name);
        default: return false;
    }
}

// What the operation gave; if it raised, nothing (no memory stays an error).
Value Constants::settled(Value v) {
    if (!v && in_.has_pending() && !is_instance(in_.pending(), &kMemoryError))
        (void)in_.take_pending();
    return v;
}

Value Constants::value_of(Expr* e) {
    if (!is_known(e)) return {};
    switch (e->kind) {
        case NodeKind::Name: {
            const Value v = find(e->as<NameExpr>());
            return v ? v : from_bool(is_debug_);
        }
        case NodeKind::Unary: return unary(e->as<UnaryExpr>());
        case NodeKind::Binary: return chain(e->as<ChainExpr>());
        case NodeKind::And:
        case NodeKind::Or: return logical(e->as<ChainExpr>());
        case NodeKind::Compare: return comparison(e->as<ChainExpr>());
        case NodeKind::Tuple: return tuple(e->as<SequenceExpr>());
        case NodeKind::Attribute: return module_attribute(e->as<AttributeExpr>());
        default: return literal(e);
    }
}

int Constants::truth_of(Expr* e) {
    const Value v = value_of(e);
    if (!v) return -1;
    auto holds = truth(in_, v);
    return holds ? holds.take() : -1;
}

Value Constants::literal(Expr* e) {
    auto number = [&] { return parse_float<Float>(e->as<TextExpr>()->text).value; };
    switch (e->kind) {
        case NodeKind::None: return none();
        case NodeKind::True: return true_();
        case NodeKind::False: return false_();
        case NodeKind::Ellipsis: return ellipsis();
        case NodeKind::Int: return new_int_unsigned(in_, e->as<IntExpr>()->value);
        case NodeKind::BigInt: {
            auto* big = e->as<BigIntExpr>();
            return int_from_digits(in_, big->digits, big->base);
        }
        case NodeKind::Float: return new_float(in_, number());
        case NodeKind::Imaginary: return new_complex(in_, {0, number()});
        case NodeKind::Str: {
            auto* text = e->as<TextExpr>();
            // Names are shared; longer texts would only fill the table of interned strings.
            auto s = text->text.size() <= 32 ? intern(in_, text->text) : new_str(in_, text->text);
            return s ? Value(s.take()) : Value();
        }
        default: {
            auto text = e->as<TextExpr>()->text;
            return new_bytes(in_, {reinterpret_cast<const u8*>(text.data()), text.size()});
        }
    }
}

Value Constants::unary(UnaryExpr* e) {
    const Value v = value_of(e->operand);
    if (!v) return {};
    if (e->op == Operator::Not) {
        auto holds = truth(in_, v);
        return holds ? from_bool(!holds.take()) : settled({});
    }
    const UnaryOp op = e->op == Operator::Negate ? UnaryOp::Neg
                       : e->op == Operator::Plus ? UnaryOp::Pos
                                                 : UnaryOp::Invert;
    return settled(krait::unary(in_, op, v));
}

Value Constants::tuple(SequenceExpr* e) {
    auto made = new_tuple(in_, e->elements.count);
    if (!made) return {};
    u32 i = 0;
    for (Expr* element : e->elements) {
        const Value v = value_of(element);
        if (!v) return {};
        made.take()->items_[i++] = v;
    }
    return made.take();
}

Value Constants::logical(ChainExpr* e) {
    Value v;
    for (Expr* operand : e->operands) {
        v = value_of(operand);
        if (!v) return {};
        auto holds = truth(in_, v);
        if (!holds) return settled({});
        if (holds.take() == e->is(NodeKind::Or)) return v;
    }
    return v;
}

Value Constants::comparison(ChainExpr* e) {
    Value lhs = value_of(e->operands.first), result;
    for (Expr* rhs = e->operands.first->next; lhs && rhs; rhs = rhs->next) {
        const int op = compare_code(rhs->joined_by);
        const Value r = op < 0 ? Value() : value_of(rhs);
        if (!r) return {};
        result = settled(compare(in_, static_cast<CompareOp>(op), lhs, r));
        if (!result || result != true_()) return result;
        lhs = r;
    }
    return result;
}

namespace {

bool is_number(Value v) { return is_int(v) || is_float(v) || is<Complex>(v); }

// The items or bytes of a sequence; -1: it is none that is folded.
isize sequence_size(Value v) {
    if (is<Str>(v)) return static_cast<isize>(as<Str>(v)->view().size());
    if (is<BytesObject>(v)) return static_cast<isize>(as<BytesObject>(v)->size());
    if (is<Tuple>(v)) return static_cast<isize>(as<Tuple>(v)->size());
    return -1;
}

}  // namespace

// Whether the result of the operation is worth being kept in the code.
bool Constants::is_small(BinaryOp op, Value a, Value b) const {
    if (is_number(a) && is_number(b)) {
        const bool grows = op == BinaryOp::Pow || op == BinaryOp::LShift || op == BinaryOp::Mul;
        if (!grows || !krait::is_int(a) || !krait::is_int(b)) return true;
        const usize bits = int_bit_length(a);
        if (op == BinaryOp::Mul) return bits + int_bit_length(b) <= kMaxBits;
        if (!b.is_int()) return false;
        const auto n = static_cast<usize>(b.as_int() < 0 ? 0 : b.as_int());
        if (n > kMaxBits) return false;
        return (op == BinaryOp::Pow ? bits * n : bits + n) <= kMaxBits;
    }
    isize size = sequence_size(a), most = is<Tuple>(a) ? kMaxItems : kMaxText;
    if (op == BinaryOp::Add)
        return size >= 0 && type_of(a) == type_of(b) && size + sequence_size(b) <= most;
    if (op != BinaryOp::Mul) return false;
    Value times = b;
    if (size < 0) {
        size = sequence_size(b);
        most = is<Tuple>(b) ? kMaxItems : kMaxText;
        times = a;
    }
    return size >= 0 && times.is_int() && times.as_int() <= most && size * times.as_int() <= most;
}

Value Constants::chain(ChainExpr* e) {
    Value result;
    for (Expr* operand : e->operands) {
        const Value v = value_of(operand);
        if (!v) return {};
        if (!result) {
            result = v;
            continue;
        }
        const BinaryOp op = binary_op(operand->joined_by);
        if (!is_small(op, result, v)) return {};
        result = settled(binary(in_, op, result, v));
        if (!result) return {};
    }
    return result;
}

}  // namespace krait
