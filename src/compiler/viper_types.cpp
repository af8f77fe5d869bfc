// Types of expressions.
#include "compiler/viper_types.hpp"

#include "objects/int.hpp"

namespace krait {

bool viper_type_named(std::string_view name, ViperType& out) {
    for (usize i = 0; i < std::size(kViperTypeNames); ++i) {
        if (kViperTypeNames[i] != name) continue;
        out = static_cast<ViperType>(i);
        return true;
    }
    return false;
}

// Whether the expression is a global name that the module does not bind.
bool ViperTypes::is_builtin(const Expr* e, std::string_view name) const {
    if (!e->is(NodeKind::Name) || e->as<NameExpr>()->name->text != name) return false;
    const Symbol* v = e->as<NameExpr>()->symbol->variable();
    if (v->binding != Binding::Global) return false;
    const Symbol* global = module_->find(v->name);
    return !global || !global->is_bound;
}

bool ViperTypes::type_name(const Expr* e, Kind& out) const {
    if (!e->is(NodeKind::Name)) return false;
    const std::string_view name = e->as<NameExpr>()->name->text;
    ViperType type;
    if (!viper_type_named(name, type) || type == ViperType::Object || !is_builtin(e, name))
        return false;
    out = static_cast<Kind>(type);
    return true;
}

ViperTypes::Kind ViperTypes::visit(Expr* e) {
    if (!limit_.ok()) return report(DiagnosticKind::RecursionError, e, "too deeply nested");
    if (!ok()) return Kind::Object;
    const Kind k = find(e);
    e->native = static_cast<u8>(type_of(k)) & 7;
    return k;
}

void ViperTypes::object(Expr* e) {
    if (is_pointer(visit(e))) not_implemented(e, "conversion to object");
}

void ViperTypes::objects(NodeList<Expr> list) {
    for (Expr* e : list) object(e);
}

void ViperTypes::condition(Expr* e) {
    if (!ok() || !limit_.ok()) return (void)visit(e);
    if (e->is(NodeKind::Unary) && e->as<UnaryExpr>()->op == Operator::Not)
        return condition(e->as<UnaryExpr>()->operand);
    if (e->is(NodeKind::And) || e->is(NodeKind::Or)) {
        for (Expr* operand : e->as<ChainExpr>()->operands) condition(operand);
        return;
    }
    const Kind k = visit(e);
    if (is_pointer(k)) error(e, "can't implicitly convert '", name_of(k), "' to 'bool'");
}

// The type of a constant. An int beyond a word is an object.
ViperTypes::Kind ViperTypes::constant(Value v) const {
    if (is_none(v)) return Kind::None;
    if (is_bool(v)) return Kind::Bool;
    if (!is_int(v)) return Kind::Object;
    const auto number = int_as_i64(v);
    if (number && static_cast<isize>(*number) == *number) return Kind::Int;
    const bool is_unsigned = int_sign(v) > 0 && int_bit_length(v) <= sizeof(Word) * 8;
    return is_unsigned ? Kind::Large : Kind::Object;
}

ViperTypes::Kind ViperTypes::find(Expr* e) {
    if (const Value v = constants_.value_of(e)) return constant(v);
    switch (e->kind) {
        case NodeKind::Name: return name(e->as<NameExpr>());
        case NodeKind::Unary: return unary(e->as<UnaryExpr>());
        case NodeKind::Binary: return chain(e->as<ChainExpr>());
        case NodeKind::Compare: return comparison(e->as<ChainExpr>());
        case NodeKind::And:
        case NodeKind::Or: return logical(e->as<ChainExpr>());
        case NodeKind::Conditional: return conditional(e->as<ConditionalExpr>());
        case NodeKind::Subscript: return subscript(e->as<SubscriptExpr>());
        case NodeKind::Call: return call(e->as<CallExpr>());
        case NodeKind::ListComprehension:
        case NodeKind::SetComprehension:
        case NodeKind::DictComprehension:
        case NodeKind::Generator: return comprehension(e->as<ComprehensionExpr>());
        case NodeKind::Tuple:
        case NodeKind::List:
        case NodeKind::Set: return objects(e->as<SequenceExpr>()->elements), Kind::Object;
        case NodeKind::Dict:
            for (DictItem* item : e->as<DictExpr>()->items) {
                optional_object(item->key);
                object(item->value);
            }
            return Kind::Object;
        case NodeKind::FString: return objects(e->as<FStringExpr>()->parts), Kind::Object;
        case NodeKind::FormattedValue:
            optional_object(e->as<FormattedValueExpr>()->spec);
            return object(e->as<FormattedValueExpr>()->value), Kind::Object;
        case NodeKind::Attribute: return object(e->as<AttributeExpr>()->value), Kind::Object;
        case NodeKind::Slice:
            for (Expr* bound :
                 {e->as<SliceExpr>()->lower, e->as<SliceExpr>()->upper, e->as<SliceExpr>()->step})
                optional_object(bound);
            return Kind::Object;
        case NodeKind::Starred: return object(e->as<StarredExpr>()->value), Kind::Object;
        case NodeKind::KeywordArgument:
            return object(e->as<KeywordArgument>()->value), Kind::Object;
        case NodeKind::Lambda:
            for (Parameter* p : e->as<LambdaExpr>()->parameters) optional_object(p->default_value);
            return captured(e->as<LambdaExpr>()->scope, e), Kind::Object;
        case NodeKind::Named: {
            auto* named = e->as<NamedExpr>();
            const Kind k = visit(named->value);
            assign_to(named->target, k);
            return k;
        }
        case NodeKind::Await:
        case NodeKind::Yield:
        case NodeKind::YieldFrom: return not_implemented(e, "native yield");
        default: return Kind::Object;
    }
}

ViperTypes::Kind ViperTypes::name(NameExpr* e) {
    Symbol* v = e->symbol->variable();
    while (v->binding == Binding::Free) v = v->outer->variable();
    if (v->binding != Binding::Local) {
        Kind type;
        const bool has_object = is_builtin(e, "int") || is_builtin(e, "bool");
        if (type_name(e, type) && !has_object) return not_implemented(e, "conversion to object");
        return Kind::Object;
    }
    if (v->native) return static_cast<Kind>(v->native - 1);
    if (v->scope->frame != function_) return Kind::Object;
    return error(e, "local '", e->name->text, "' used before type known");
}

ViperTypes::Kind ViperTypes::unary(UnaryExpr* e) {
    const Kind k = visit(e->operand);
    if (is_object(k)) return Kind::Object;
    if (e->op == Operator::Not && k == Kind::Bool) return k;
    if (!is_word(k)) return error(e, "can't do unary op of '", name_of(k), "'");
    if (e->op == Operator::Not) return error(e, "'not' not implemented");
    return k;
}

ViperTypes::Kind ViperTypes::chain(ChainExpr* e) {
    Kind result = visit(e->operands.first);
    for (Expr* rhs = e->operands.first->next; rhs && ok(); rhs = rhs->next)
        result = binary(rhs->joined_by, result, visit(rhs), e);
    return result;
}

// The result of an arithmetic operator has the type of the left operand.
ViperTypes::Kind ViperTypes::binary(Operator op, Kind lhs, Kind rhs, const Node* where) {
    if (!ok() || (is_object(lhs) && is_object(rhs))) return Kind::Object;
    if (lhs == Kind::Large && is_word(rhs)) lhs = Kind::Uint;
    if (rhs == Kind::Large && is_word(lhs)) rhs = Kind::Uint;
    if (!is_word(lhs) || !is_word(rhs))
        return error(where, "can't do binary op between '", name_of(lhs), "' and '", name_of(rhs),
                     "'");
    switch (op) {
        case Operator::FloorDivide:
        case Operator::Modulo:
            if (lhs == Kind::Int && rhs == Kind::Int) return lhs;
            return error(where, "div/mod not implemented for uint");
        case Operator::Power: return error(where, "binary op __pow__ not implemented");
        case Operator::Divide: return error(where, "binary op __truediv__ not implemented");
        case Operator::MatrixMultiply: return error(where, "binary op __matmul__ not implemented");
        default: return lhs;
    }
}

ViperTypes::Kind ViperTypes::compare(Operator op, Kind lhs, Kind rhs, const Node* where) {
    if (!ok() || (is_object(lhs) && is_object(rhs))) return Kind::Object;
    if (lhs == Kind::Large && rhs == Kind::Uint) lhs = rhs;
    if (rhs == Kind::Large && lhs == Kind::Uint) rhs = lhs;
    if (lhs == Kind::Large || rhs == Kind::Large) return error(where, "comparison of int and uint");
    if (!is_word(lhs) || !is_word(rhs)) return binary(op, lhs, rhs, where);
    // MicroPython's words, where the operator has no name.
    if (compare_code(op) < 0) return error(where, "binary op  not implemented");
    if (lhs != rhs) return error(where, "comparison of int and uint");
    return Kind::Bool;
}

ViperTypes::Kind ViperTypes::comparison(ChainExpr* e) {
    Kind lhs = visit(e->operands.first), result = Kind::Object;
    for (Expr* rhs = e->operands.first->next; rhs && ok(); rhs = rhs->next) {
        const Kind r = visit(rhs);
        result = compare(rhs->joined_by, lhs, r, e);
        lhs = r;
    }
    return result;
}

// The type of a value that is one of two.
ViperTypes::Kind ViperTypes::common(Kind a, Kind b, const Node* where) {
    if (a == b) return a;
    if (is_pointer(a) || is_pointer(b)) return not_implemented(where, "conversion to object");
    return Kind::Object;
}

ViperTypes::Kind ViperTypes::logical(ChainExpr* e) {
    Expr* first = e->operands.first;
    Kind result = Kind::Object;
    for (Expr* operand : e->operands) {
        const Kind k = visit(operand);
        if (is_pointer(k) && operand->next)
            return error(operand, "can't implicitly convert '", name_of(k), "' to 'bool'");
        if (operand == first || (is_flag_or_word(result) && is_flag_or_word(k)))
            result = k;  // that of the last; the emitter converts the others
        else
            result = common(result, k, e);
    }
    return result;
}

ViperTypes::Kind ViperTypes::conditional(ConditionalExpr* e) {
    condition(e->test);
    const Kind body = visit(e->body);
    return common(body, visit(e->orelse), e);
}

ViperTypes::Kind ViperTypes::subscript(SubscriptExpr* e) {
    const Kind base = visit(e->value);
    if (is_object(base)) return object(e->index), Kind::Object;
    if (!is_pointer(base) || base == Kind::Ptr)
        return error(e, "can't load from '", name_of(base), "'");
    const Kind index = visit(e->index);
    if (!is_word(index)) return error(e, "can't load with '", name_of(index), "' index");
    return Kind::Int;
}

// --- calls ---------------------------------------------------------------------------------------

ViperTypes::Kind ViperTypes::call(CallExpr* e) {
    Kind type;
    if (type_name(e->function, type) && e->arguments.count == 1 && !e->has_star &&
        !e->has_double_star && !e->keyword_count)
        return cast(type, e->arguments.first);
    object(e->function);
    objects(e->arguments);
    return Kind::Object;
}

ViperTypes::Kind ViperTypes::cast(Kind to, Expr* argument) {
    Kind type;
    if (type_name(argument, type)) return not_implemented(argument, "casting");
    (void)visit(argument);
    return to;
}

// What `for` gets from it: ints of a range of ints, else objects.
ViperTypes::Kind ViperTypes::iterable(Expr* e) {
    auto* range = e->is(NodeKind::Call) ? e->as<CallExpr>() : nullptr;
    const bool is_range = range && is_builtin(range->function, "range") && !range->has_star &&
                          !range->has_double_star && !range->keyword_count &&
                          range->arguments.count >= 1 && range->arguments.count <= 3;
    if (!is_range) {
        object(e);
        e->native = 0;  // only a range is marked as native
        return Kind::Object;
    }
    for (Expr* bound : range->arguments) {
        const Kind k = visit(bound);
        if (k != Kind::Int) return compare(Operator::Less, Kind::Int, k, bound);
    }
    e->native = static_cast<u8>(ViperType::Int);
    return Kind::Int;
}

ViperTypes::Kind ViperTypes::comprehension(ComprehensionExpr* e) {
    const Kind first = iterable(e->clauses.first->iterable);
    if (e->is(NodeKind::Generator)) {  // the rest is a frame of its own, without types
        e->clauses.first->iterable->native = 0;
        return captured(e->scope, e), Kind::Object;
    }
    for (ComprehensionFor* clause : e->clauses) {
        if (clause->is_async) return not_implemented(e, "native yield");
        assign_to(clause->target, clause == e->clauses.first ? first : iterable(clause->iterable));
        for (Expr* c : clause->conditions) condition(c);
    }
    optional_object(e->value);
    return object(e->element), Kind::Object;
}

}  // namespace krait
