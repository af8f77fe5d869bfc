// Code with native types (viper_types.hpp found them, opcodes.def says what the opcodes mean).
#include "compiler/emitter.hpp"
#include "compiler/viper_types.hpp"

namespace krait {

// Once a function, before it is emitted.
void Emitter::check_types() {
    ViperTypes(c_.constants, c_.diagnostics, c_.limit, scope_, c_.module).run();
    if (c_.diagnostics.has_error() || in_.has_pending()) code_.fail();
}

// `uint`, `ptr8` and so on are no objects. In an annotation of a function without native types,
// they stand for their names.
bool Emitter::names_viper_type(const Expr* annotation) const {
    if (!annotation->is(NodeKind::Name)) return false;
    auto* name = annotation->as<NameExpr>();
    ViperType type;
    if (!viper_type_named(name->name->text, type) || type < ViperType::Uint) return false;
    const Symbol* v = name->symbol->variable();
    const Symbol* global = c_.module->find(v->name);
    return v->binding == Binding::Global && !(global && global->is_bound);
}

// Arguments become what the annotations say, before anything else happens.
void Emitter::convert_parameters() {
    code_.at(scope_->node);
    for (Parameter* p : parameters_of(scope_)) {
        if (p->native_type() == ViperType::Object) continue;
        const Register r = p->symbol->slot;
        code_.emit(Opcode::ViperConvert, r, r, static_cast<u8>(p->native_type()));
    }
}

void Emitter::viper_binary(Operator op, ViperType type, Register dst, Register lhs, Register rhs) {
    const u8 sign = type == ViperType::Uint ? kViperUnsigned : 0;
    code_.emit(Opcode::ViperBinary, dst, lhs, rhs, static_cast<u8>(binary_op(op)) | sign);
}

void Emitter::viper_chain(ChainExpr* e, Register dst) {
    Mark mark(*this);
    Expr* first = e->operands.first;
    const Register out = writable(dst);
    Register acc = operand_into(first, out, first->next);
    for (Expr* rhs = first->next; rhs; rhs = rhs->next) {
        Mark inner(*this);
        const Register r = operand(rhs);
        code_.at(e);
        viper_binary(rhs->joined_by, e->native_type(), rhs->next ? out : dst, acc, r);
        acc = out;
    }
}

void Emitter::viper_unary(UnaryExpr* e, Register dst) {
    Mark mark(*this);
    const Register r = operand(e->operand);
    code_.at(e);
    if (e->op == Operator::Plus) return move(dst, r);
    const u8 sign = e->native_type() == ViperType::Uint ? kViperUnsigned : 0;
    const UnaryOp op = e->op == Operator::Negate ? UnaryOp::Neg : UnaryOp::Invert;
    code_.emit(Opcode::ViperUnary, dst, r, static_cast<u8>(op) | sign);
}

// A call of a type is a cast where the type pass took it for one: then its value is native.
bool Emitter::viper_cast(CallExpr* e, Register dst) {
    const ViperType to = native_type(e);
    if (to == ViperType::Object) return false;
    Expr* argument = e->arguments.first;
    Mark mark(*this);
    Register r = operand(argument);
    const ViperType from = native_type(argument);
    code_.at(e);
    const bool is_same_form = from == to || (is_pointer(from) && is_pointer(to));
    if (is_same_form) {
        move(dst, r);
        return true;
    }
    if (is_pointer(from)) {
        const Register address = writable(dst);
        code_.emit(Opcode::ViperAddress, to == ViperType::Uint ? dst : address, r);
        r = address;
        if (to == ViperType::Uint) return true;
    }
    code_.emit(Opcode::ViperConvert, dst, r, static_cast<u8>(to));
    return true;
}

// An item of a pointer, or of an object.
void Emitter::load_item(SubscriptExpr* e, Register dst, Register base, Register index) {
    const ViperType type = native_type(e->value);
    if (is_pointer(type))
        code_.emit(Opcode::ViperLoad, dst, base, index, width_of(type));
    else
        code_.emit(Opcode::GetItem, dst, base, index);
}

void Emitter::store_item(SubscriptExpr* e, Register base, Register index, Register value) {
    const ViperType type = native_type(e->value);
    if (is_pointer(type))
        code_.emit(Opcode::ViperStore, base, index, value, width_of(type));
    else
        code_.emit(Opcode::SetItem, base, index, value);
}

// The value of `and` or `or` is that of some operand, but of the type of the last.
void Emitter::convert_mixed(ChainExpr* e, Register result) {
    const ViperType type = native_type(e);
    bool is_mixed = false;
    for (const Expr* operand : e->operands) is_mixed |= native_type(operand) != type;
    if (type == ViperType::Object || !is_mixed) return;
    code_.at(e);
    code_.emit(Opcode::ViperConvert, result, result, static_cast<u8>(type));
}

// What the function returns, from the value behind `return` (null: none) as an object. None counts
// as the zero of a native type. `may_be_variable`: nothing runs before it is returned.
Register Emitter::viper_result(Expr* value, bool may_be_variable) {
    const ViperType type = ViperTypes::return_type(scope_->node->as<FunctionDefStmt>());
    if (value && may_be_variable && native_type(value) == type && !is_pointer(type))
        return operand(value);
    const Register r = temp();
    if (value) expression(value, r);
    code_.at(value);
    if (type == ViperType::Object) {
        if (!value) code_.emit(Opcode::LoadNone, r);
    } else if (!value || native_type(value) == ViperType::Object) {
        if (type == ViperType::Bool)
            code_.emit(Opcode::LoadFalse, r);
        else
            code_.emit(Opcode::LoadInt, r, 0);
    } else if (is_pointer(type)) {
        code_.emit(Opcode::ViperAddress, r, r);
    }
    return r;
}

}  // namespace krait
