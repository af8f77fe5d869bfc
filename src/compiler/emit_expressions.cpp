// Expressions.
#include "compiler/emitter.hpp"

namespace krait {

namespace {

bool binary_opcode(Operator op, Opcode& out) {
    switch (op) {
        case Operator::Add: out = Opcode::Add; return true;
        case Operator::Subtract: out = Opcode::Sub; return true;
        case Operator::Multiply: out = Opcode::Mul; return true;
        case Operator::Divide: out = Opcode::TrueDiv; return true;
        case Operator::FloorDivide: out = Opcode::FloorDiv; return true;
        case Operator::Modulo: out = Opcode::Mod; return true;
        case Operator::BitAnd: out = Opcode::And; return true;
        case Operator::BitOr: out = Opcode::Or; return true;
        case Operator::BitXor: out = Opcode::Xor; return true;
        case Operator::LeftShift: out = Opcode::LShift; return true;
        case Operator::RightShift: out = Opcode::RShift; return true;
        default: return false;
    }
}

Opcode offset_by(Opcode base, int n) { return static_cast<Opcode>(static_cast<int>(base) + n); }

}  // namespace

// --- constants ---------------------------------------------------------------------------------

// The value of an expression that is known now; empty if it is not.
Value Emitter::constant_of(Expr* e) {
    const Value v = c_.constants.value_of(e);
    if (!v && in_.has_pending()) code_.fail();
    return v;
}

int Emitter::truth_of(Expr* e) {
    const int known = c_.constants.truth_of(e);
    if (known < 0 && in_.has_pending()) code_.fail();
    return known;
}

// Whether the expression is an int that fits into an instruction.
bool Emitter::small_int(Expr* e, i64& out) {
    const Value v = constant_of(e);
    if (!v || !v.is_int() || v.as_int() != static_cast<i8>(v.as_int())) return false;
    out = v.as_int();
    return true;
}

// --- operands ----------------------------------------------------------------------------------

// Whether evaluating `e` can assign to a local variable of this frame.
bool Emitter::may_assign(Expr* e) const {
    if (!e || !c_.has_walrus) return false;
    return !e->is(NodeKind::Name) && !e->is(NodeKind::Int) && !e->is(NodeKind::Str);
}

// A register that holds the value: a variable's own, unless what is evaluated later may assign to
// it before it is used.
Register Emitter::operand(Expr* e, Expr* evaluated_later) {
    return operand_into(e, kNoRegister, evaluated_later);
}

Register Emitter::operand_into(Expr* e, Register preferred, Expr* evaluated_later) {
    if (e->is(NodeKind::Name) && !may_assign(evaluated_later)) {
        auto* n = e->as<NameExpr>();
        Register r = c_.constants.find(n) ? kNoRegister : local_register(n->symbol);
        if (r != kNoRegister) return r;
    }
    Register dst = preferred != kNoRegister && !is_local(preferred) ? preferred : temp();
    expression(e, dst);
    return dst;
}

void Emitter::name(NameExpr* e, Register dst) {
    if (const Value v = constant_of(e)) return load_value(dst, v);
    code_.at(e);
    load(e->symbol, dst);
}

// A constant, by the shortest instruction.
void Emitter::load_value(Register dst, Value v) {
    if (v.is_int()) return code_.load_int(dst, v.as_int());
    if (is_none(v)) return code_.emit(Opcode::LoadNone, dst);
    if (is_bool(v)) return code_.emit(v == true_() ? Opcode::LoadTrue : Opcode::LoadFalse, dst);
    code_.load_constant(dst, v);
}

void Emitter::expression(Expr* e, Register dst) {
    if (!enter(e)) return;
    switch (e->kind) {
        case NodeKind::Name: return name(e->as<NameExpr>(), dst);
        case NodeKind::None: return code_.emit(Opcode::LoadNone, dst);
        case NodeKind::True: return code_.emit(Opcode::LoadTrue, dst);
        case NodeKind::False: return code_.emit(Opcode::LoadFalse, dst);
        case NodeKind::Int:
            if (e->as<IntExpr>()->value <= 127)
                return code_.load_int(dst, static_cast<i64>(e->as<IntExpr>()->value));
            return code_.load_constant(dst, constant_of(e));
        case NodeKind::BigInt:
        case NodeKind::Float:
        case NodeKind::Imaginary:
        case NodeKind::Str:
        case NodeKind::Bytes:
        case NodeKind::Ellipsis: return code_.load_constant(dst, constant_of(e));
        case NodeKind::FString: return f_string(e->as<FStringExpr>(), dst);
        case NodeKind::FormattedValue: return formatted(e->as<FormattedValueExpr>(), dst);
        case NodeKind::Tuple:
        case NodeKind::List:
        case NodeKind::Set: return sequence(e->as<SequenceExpr>(), dst);
        case NodeKind::Dict: return dict(e->as<DictExpr>(), dst);
        case NodeKind::ListComprehension:
        case NodeKind::SetComprehension:
        case NodeKind::DictComprehension: return comprehension(e->as<ComprehensionExpr>(), dst);
        case NodeKind::Generator: return generator_expression(e->as<ComprehensionExpr>(), dst);
        case NodeKind::Unary: return unary(e->as<UnaryExpr>(), dst);
        case NodeKind::Binary: return chain(e->as<ChainExpr>(), dst);
        case NodeKind::And:
        case NodeKind::Or: return logical(e->as<ChainExpr>(), dst);
        case NodeKind::Compare: return comparison(e->as<ChainExpr>(), dst);
        case NodeKind::Conditional: return conditional(e->as<ConditionalExpr>(), dst);
        case NodeKind::Attribute: return attribute(e->as<AttributeExpr>(), dst);
        case NodeKind::Subscript: return subscript(e->as<SubscriptExpr>(), dst);
        case NodeKind::Slice: return slice(e->as<SliceExpr>(), dst);
        case NodeKind::Call: return call(e->as<CallExpr>(), dst);
        case NodeKind::Lambda: return lambda(e->as<LambdaExpr>(), dst);
        case NodeKind::Named: return named(e->as<NamedExpr>(), dst);
        case NodeKind::Await:
        case NodeKind::Yield:
        case NodeKind::YieldFrom: return suspend(e->as<SuspendExpr>(), dst);
        default: return syntax_error(e, "can't use starred expression here");
    }
}

// --- operators ---------------------------------------------------------------------------------

void Emitter::binary(Operator op, Register dst, Register lhs, Expr* rhs, bool inplace,
                     ViperType type) {
    if (is_word(type)) {
        Mark mark(*this);
        return viper_binary(op, type, dst, lhs, operand(rhs));
    }
    i64 n;
    if ((op == Operator::Add || op == Operator::Subtract) && small_int(rhs, n)) {
        bool add = op == Operator::Add;
        Opcode code = inplace ? (add ? Opcode::InplaceAddInt : Opcode::InplaceSubInt)
                              : (add ? Opcode::AddInt : Opcode::SubInt);
        return code_.emit(code, dst, lhs, static_cast<i32>(n));
    }
    Mark mark(*this);
    Register r = operand(rhs);
    Opcode code;
    if (inplace) {
        switch (op) {
            case Operator::Add: return code_.emit(Opcode::InplaceAdd, dst, lhs, r);
            case Operator::Subtract: return code_.emit(Opcode::InplaceSub, dst, lhs, r);
            case Operator::Multiply: return code_.emit(Opcode::InplaceMul, dst, lhs, r);
            default:
                return code_.emit(Opcode::Inplace, dst, lhs, r, static_cast<u8>(binary_op(op)));
        }
    }
    if (binary_opcode(op, code)) return code_.emit(code, dst, lhs, r);
    code_.emit(Opcode::Binary, dst, lhs, r, static_cast<u8>(binary_op(op)));
}

void Emitter::chain(ChainExpr* e, Register dst) {
    if (Value v = constant_of(e)) return load_value(dst, v);
    if (is_word(native_type(e))) return viper_chain(e, dst);
    Mark mark(*this);
    Expr* first = e->operands.first;
    Register acc = operand_into(first, dst, first->next);
    Register scratch = kNoRegister;
    for (Expr* rhs = first->next; rhs; rhs = rhs->next) {
        Register out = dst;
        if (rhs->next) {
            if (!is_local(dst)) {
                out = dst;
            } else {
                if (scratch == kNoRegister) scratch = temp();
                out = scratch;
            }
        }
        Mark inner(*this);
        i64 n;
        bool immediate =
            (rhs->joined_by == Operator::Add || rhs->joined_by == Operator::Subtract) &&
            small_int(rhs, n);
        // Up to this operand: the chain's beginning is what the operator's left side was.
        const bool one_line = rhs->position.line() == e->position.line();
        const u32 end = rhs->next ? (one_line ? u32{rhs->end_column} : 0) : u32{e->end_column};
        if (immediate) {
            code_.at(e->position, end);
            binary(rhs->joined_by, out, acc, rhs, false);
        } else {
            Register r = operand(rhs);
            code_.at(e->position, end);
            Opcode code;
            if (binary_opcode(rhs->joined_by, code))
                code_.emit(code, out, acc, r);
            else
                code_.emit(Opcode::Binary, out, acc, r, static_cast<u8>(binary_op(rhs->joined_by)));
        }
        acc = out;
    }
}

void Emitter::unary(UnaryExpr* e, Register dst) {
    if (Value v = constant_of(e)) return load_value(dst, v);
    if (is_word(native_type(e))) return viper_unary(e, dst);
    Mark mark(*this);
    Register r = operand_into(e->operand, dst, nullptr);
    code_.at(e);
    switch (e->op) {
        case Operator::Not: return code_.emit(Opcode::Not, dst, r);
        case Operator::Negate: return code_.emit(Opcode::Neg, dst, r);
        case Operator::Plus: return code_.emit(Opcode::Pos, dst, r);
        default: return code_.emit(Opcode::Invert, dst, r);
    }
}

void Emitter::logical(ChainExpr* e, Register dst) {
    if (Value v = constant_of(e)) return load_value(dst, v);
    Mark mark(*this);
    Register out = writable(dst);
    Opcode skip = e->is(NodeKind::And) ? Opcode::JumpIfFalse : Opcode::JumpIfTrue;
    Label end;
    Assigned after_first;
    for (Expr* operand : e->operands) {
        expression(operand, out);
        if (operand == e->operands.first) after_first = assigned_;
        if (operand->next) {
            code_.at(operand);
            code_.jump(skip, end, out);
        }
    }
    assigned_ = after_first;
    code_.bind(end);
    convert_mixed(e, out);
    move(dst, out);
}

void Emitter::compare_op(Operator op, Register dst, Register lhs, Register rhs) {
    int code = compare_code(op);
    if (code >= 0) return code_.emit(offset_by(Opcode::Lt, code), dst, lhs, rhs);
    switch (op) {
        case Operator::Is: return code_.emit(Opcode::Is, dst, lhs, rhs);
        case Operator::IsNot: return code_.emit(Opcode::IsNot, dst, lhs, rhs);
        case Operator::In: return code_.emit(Opcode::Contains, dst, lhs, rhs);
        default: return code_.emit(Opcode::NotContains, dst, lhs, rhs);
    }
}

void Emitter::comparison(ChainExpr* e, Register dst) {
    if (Value v = constant_of(e)) return load_value(dst, v);
    Mark mark(*this);
    Expr* first = e->operands.first;
    bool single = e->operands.count == 2;
    Register out = single ? dst : writable(dst);
    Register lhs = operand(first, first->next);
    Register other = single ? kNoRegister : temp(), next = single ? kNoRegister : temp();
    Expr* lhs_expression = first;
    Label end;
    Assigned after_two;
    for (Expr* rhs = first->next; rhs; rhs = rhs->next) {
        warn_about_identity(e, rhs->joined_by, lhs_expression, rhs);
        lhs_expression = rhs;
        Register r = operand_into(rhs, next, rhs->next);
        std::swap(next, other);
        code_.at(e);
        compare_op(rhs->joined_by, out, lhs, r);
        if (rhs->next) code_.jump(Opcode::JumpIfFalse, end, out);
        if (rhs == first->next) after_two = assigned_;
        lhs = r;
    }
    assigned_ = after_two;
    code_.bind(end);
    if (!single) move(dst, out);
}

void Emitter::conditional(ConditionalExpr* e, Register dst) {
    const int known = truth_of(e->test);
    if (known >= 0) return expression(known ? e->body : e->orelse, dst);
    Label otherwise, end;
    jump_if(e->test, false, otherwise);
    Assigned before = assigned_;
    expression(e->body, dst);
    Assigned after_body = assigned_;
    code_.jump(Opcode::Jump, end);
    code_.bind(otherwise);
    assigned_ = before;
    expression(e->orelse, dst);
    assigned_.meet(after_body);
    code_.bind(end);
}

// Jumps if the truth of the expression is `sense`, else goes on.
void Emitter::jump_if(Expr* e, bool sense, Label& target) {
    if (!enter(e)) return;
    const int known = truth_of(e);
    if (known >= 0) {
        if (bool(known) == sense) code_.jump(Opcode::Jump, target);
        return;
    }
    switch (e->kind) {
        case NodeKind::Unary:
            if (e->as<UnaryExpr>()->op == Operator::Not)
                return jump_if(e->as<UnaryExpr>()->operand, !sense, target);
            break;
        case NodeKind::And:
        case NodeKind::Or: {
            bool is_and = e->is(NodeKind::And);
            auto operands = e->as<ChainExpr>()->operands;
            Label around;
            Assigned after_first;
            for (Expr* operand : operands) {
                bool last = !operand->next;
                // and, jumping if false: any false one jumps. and, jumping if true: a false one
                // goes around. (or: the other way round.)
                if (last || is_and != sense)
                    jump_if(operand, sense, target);
                else
                    jump_if(operand, !sense, around);
                if (operand == operands.first) after_first = assigned_;
            }
            assigned_ = after_first;
            code_.bind(around);
            return;
        }
        case NodeKind::Compare:
            if (e->as<ChainExpr>()->operands.count == 2)
                return jump_if_compare(e->as<ChainExpr>(), sense, target);
            break;
        default: break;
    }
    Mark mark(*this);
    Register r = operand(e);
    code_.at(e);
    code_.jump(sense ? Opcode::JumpIfTrue : Opcode::JumpIfFalse, target, r);
}

void Emitter::jump_if_compare(ChainExpr* e, bool sense, Label& target) {
    Mark mark(*this);
    Expr* lhs = e->operands.first;
    Expr* rhs = lhs->next;
    Operator op = rhs->joined_by;
    warn_about_identity(e, op, lhs, rhs);
    Register l = operand(lhs, rhs);
    if ((op == Operator::Is || op == Operator::IsNot) && rhs->is(NodeKind::None)) {
        bool if_none = (op == Operator::Is) == sense;
        return code_.jump(if_none ? Opcode::JumpIfNone : Opcode::JumpIfNotNone, target, l);
    }
    int code = compare_code(op);
    i64 n;
    if (code >= 0 && small_int(rhs, n)) {
        code_.at(e);
        Opcode base = sense ? Opcode::JumpIfLtInt : Opcode::JumpUnlessLtInt;
        return code_.jump(offset_by(base, code), target, l, static_cast<i32>(n));
    }
    Register r = operand(rhs);
    code_.at(e);
    if (code >= 0) {
        Opcode base = sense ? Opcode::JumpIfLt : Opcode::JumpUnlessLt;
        return code_.jump(offset_by(base, code), target, l, r);
    }
    Register result = temp();
    compare_op(op, result, l, r);
    code_.jump(sense ? Opcode::JumpIfTrue : Opcode::JumpIfFalse, target, result);
}

// --- attributes and items ------------------------------------------------------------------------

// A call of super without arguments, where there is a first argument.
bool Emitter::is_super_call(const Expr* e) const {
    if (!e->is(NodeKind::Call)) return false;
    auto* c = e->as<CallExpr>();
    if (!c->function->is(NodeKind::Name) || c->arguments.count) return false;
    auto* name = c->function->as<NameExpr>();
    if (name->name->text != "super" || name->symbol->variable()->binding != Binding::Global ||
        !scope_->is_function() || scope_->kind == ScopeKind::Generator)
        return false;
    const Parameter* first = parameters_of(scope_).first;
    return first && first->how <= ParameterKind::Normal;
}

// Puts super, the class and self at base. Requires: is_super_call(e).
void Emitter::super_operands(CallExpr* e, Register base) {
    auto* name = e->function->as<NameExpr>();
    Symbol* cell = nullptr;
    for (Symbol* s = scope_->captures; s; s = s->next_capture)
        if (s->name->text == "__class__") cell = s;
    Symbol* self = parameters_of(scope_).first->symbol;
    code_.at(e);
    load(name->symbol, base);
    if (cell)
        load(cell, base + 1);
    else
        code_.emit(Opcode::LoadNone, base + 1);
    if (self->is_captured || is_far(self))
        load(self, base + 2);
    else
        move(base + 2, self->slot);  // may have been deleted, which the call tells
}

void Emitter::attribute(AttributeExpr* e, Register dst) {
    Mark mark(*this);
    if (is_super_call(e->value)) {
        Register base = temps(3);
        super_operands(e->value->as<CallExpr>(), base);
        code_.at(e);
        return code_.emit(Opcode::LoadSuperAttr, dst, base, site(e->name));
    }
    Register object = operand_into(e->value, dst, nullptr);
    code_.at(e);
    code_.emit(Opcode::LoadAttr, dst, object, site(e->name));
}

void Emitter::subscript(SubscriptExpr* e, Register dst) {
    warn_about_subscript(e);
    Mark mark(*this);
    Register object = operand_into(e->value, dst, e->index);
    i64 n;
    if (!is_pointer(native_type(e->value)) && small_int(e->index, n)) {
        code_.at(e);
        return code_.emit(Opcode::GetItemInt, dst, object, static_cast<i32>(n));
    }
    if (e->index->is(NodeKind::Slice)) {
        Register parts = slice_parts(e->index->as<SliceExpr>());
        code_.at(e);
        return code_.emit(Opcode::GetSlice, dst, object, parts);
    }
    Register index = operand(e->index);
    code_.at(e);
    load_item(e, dst, object, index);
}

// Start, stop and step in three temporaries.
Register Emitter::slice_parts(SliceExpr* e) {
    Register base = temps(3), part = base;
    for (Expr* bound : {e->lower, e->upper, e->step}) {
        if (bound)
            expression(bound, part);
        else
            code_.emit(Opcode::LoadNone, part);
        ++part;
    }
    return base;
}

void Emitter::slice(SliceExpr* e, Register dst) {
    Mark mark(*this);
    Register base = slice_parts(e);
    code_.at(e);
    code_.emit(Opcode::BuildSlice, dst, base);
}

// --- texts ---------------------------------------------------------------------------------------

void Emitter::formatted(FormattedValueExpr* e, Register dst) {
    Mark mark(*this);
    Register base = temps(e->spec ? 2 : 1);
    expression(e->value, base);
    int flags = e->conversion == 's' ? 1 : e->conversion == 'r' ? 2 : e->conversion == 'a' ? 3 : 0;
    if (e->spec) {
        f_string(e->spec, base + 1);
        flags |= 4;
    }
    code_.at(e);
    code_.emit(Opcode::FormatValue, dst, base, flags);
}

// A field of a t-string, which keeps its value and how it is written.
void Emitter::interpolation(FormattedValueExpr* e, Register dst) {
    Mark mark(*this);
    Register parts = temps(4);
    expression(e->value, parts);
    code_.load_constant(parts + 1, Value(code_.text(e->text)));
    if (e->conversion)
        code_.load_constant(parts + 2, Value(code_.text({&e->conversion, 1})));
    else
        code_.emit(Opcode::LoadNone, parts + 2);
    if (e->spec)
        f_string(e->spec, parts + 3);
    else
        code_.load_constant(parts + 3, Value(code_.text("")));
    code_.at(e);
    code_.emit(Opcode::BuildTuple, dst, parts, 4);
    code_.emit(Opcode::Intrinsic, dst, dst, static_cast<u8>(Intrinsic::Interpolation));
}

void Emitter::template_string(FStringExpr* e, Register dst) {
    Mark mark(*this);
    Register parts = temp();
    code_.at(e);
    code_.emit(Opcode::BuildList, parts, parts, 0);
    for (Expr* part : e->parts) {
        Mark inner(*this);
        Register r = temp();
        if (part->is(NodeKind::FormattedValue))
            interpolation(part->as<FormattedValueExpr>(), r);
        else
            expression(part, r);
        code_.emit(Opcode::ListAppend, parts, r);
    }
    code_.at(e);
    code_.emit(Opcode::Intrinsic, dst, parts, static_cast<u8>(Intrinsic::Template));
}

void Emitter::f_string(FStringExpr* e, Register dst) {
    if (!enter(e)) return;
    if (e->is_template) return template_string(e, dst);
    if (e->parts.empty()) return code_.load_constant(dst, Value(code_.text("")));
    if (e->parts.count == 1 && !is_local(dst)) return expression(e->parts.first, dst);
    Mark mark(*this);
    Register total = kNoRegister;
    for (Expr* part = e->parts.first; part;) {
        // As many parts as fit in a chunk; longer strings are joined chunk by chunk.
        Mark inner(*this);
        Register base = next_temp_;
        u32 count = 0;
        if (total != kNoRegister) {
            move(temp(), total);
            ++count;
        }
        for (; part && count < kChunk; part = part->next, ++count) expression(part, temp());
        Register out = part ? base : dst;
        code_.at(e);
        code_.emit(Opcode::BuildString, out, base, count);
        if (part) {
            if (total == kNoRegister)
                total = base;
            else
                move(total, base);
        }
        if (part && total == base) temp();
    }
}

// --- displays ------------------------------------------------------------------------------------

void Emitter::sequence_in_parts(NodeList<Expr> elements, NodeKind kind, Register dst) {
    Mark mark(*this);
    bool is_set = kind == NodeKind::Set;
    Register out = kind == NodeKind::Tuple ? temp() : writable(dst);
    code_.emit(is_set ? Opcode::BuildSet : Opcode::BuildList, out, out, 0);
    for (Expr* e : elements) {
        Mark inner(*this);
        bool starred = e->is(NodeKind::Starred);
        Register v = operand(starred ? e->as<StarredExpr>()->value : e);
        code_.at(e);
        if (is_set)
            code_.emit(starred ? Opcode::SetUpdate : Opcode::SetAdd, out, v);
        else
            code_.emit(starred ? Opcode::ListExtend : Opcode::ListAppend, out, v);
    }
    if (kind == NodeKind::Tuple)
        code_.emit(Opcode::ListToTuple, dst, out);
    else
        move(dst, out);
}

void Emitter::sequence(SequenceExpr* e, Register dst) {
    if (e->is(NodeKind::Tuple))
        if (Value v = constant_of(e)) return code_.load_constant(dst, v);
    bool plain = e->elements.count <= kChunk;
    for (Expr* element : e->elements) plain = plain && !element->is(NodeKind::Starred);
    if (!plain) return sequence_in_parts(e->elements, e->kind, dst);
    Mark mark(*this);
    Register base = next_temp_;
    for (Expr* element : e->elements) expression(element, temp());
    Opcode op = e->is(NodeKind::Tuple)  ? Opcode::BuildTuple
                : e->is(NodeKind::List) ? Opcode::BuildList
                                        : Opcode::BuildSet;
    code_.at(e);
    code_.emit(op, dst, e->elements.count ? base : 0, e->elements.count);
}

void Emitter::dict(DictExpr* e, Register dst) {
    Mark mark(*this);
    bool plain = e->items.count <= kChunk / 2;
    for (DictItem* item : e->items) plain = plain && item->key;
    if (plain) {
        Register base = next_temp_;
        for (DictItem* item : e->items) {
            expression(item->key, temp());
            expression(item->value, temp());
        }
        code_.at(e);
        return code_.emit(Opcode::BuildDict, dst, e->items.count ? base : 0, e->items.count);
    }
    Register out = writable(dst);
    code_.emit(Opcode::BuildDict, out, 0, 0);
    for (DictItem* item : e->items) {
        Mark inner(*this);
        if (item->key) {
            Register key = operand(item->key, item->value);
            Register value = operand(item->value);
            code_.at(item->key);
            code_.emit(Opcode::DictAdd, out, key, value);
        } else {
            Register value = operand(item->value);
            code_.at(item->value);
            code_.emit(Opcode::DictUpdate, out, value);
        }
    }
    move(dst, out);
}

void Emitter::named(NamedExpr* e, Register dst) {
    Mark mark(*this);
    Register out = writable(dst);
    expression(e->value, out);
    store(e->target->symbol, out);
    move(dst, out);
}

// --- generators and coroutines -------------------------------------------------------------------

// Runs the iterator to its end, passing on what it yields; its result goes to dst.
void Emitter::delegate(Register dst, Register iterator) {
    code_.emit(Opcode::LoadNone, dst);
    code_.emit(Opcode::YieldFrom, dst, iterator);
}

void Emitter::await_value(Register dst, Register awaitable) {
    Mark mark(*this);
    Register iterator = temp();
    code_.emit(Opcode::GetAwaitable, iterator, awaitable);
    delegate(dst, iterator);
}

void Emitter::suspend(SuspendExpr* e, Register dst) {
    Mark mark(*this);
    Register out = writable(dst), value = temp();
    if (e->value)
        expression(e->value, value);
    else
        code_.emit(Opcode::LoadNone, value);
    code_.at(e);
    if (e->is(NodeKind::Yield)) {
        code_.emit(Opcode::Yield, out, value);
    } else if (e->is(NodeKind::Await)) {
        await_value(out, value);
    } else {
        code_.emit(Opcode::GetYieldFromIter, value, value);
        delegate(out, value);
    }
    move(dst, out);
}

}  // namespace krait
