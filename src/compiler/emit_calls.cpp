// Calls.
#include "compiler/emitter.hpp"

namespace krait {

// Where a call's registers begin: at the destination itself if that is the newest temporary, so
// that nested calls do not pile up.
Register Emitter::call_base(Register dst) {
    if (!is_local(dst) && dst + 1 == next_temp_) return dst;
    return temp();
}

// The names of the keyword arguments as a tuple constant.
Value Emitter::keyword_names(NodeList<Expr> arguments, u32 count) {
    auto names = new_tuple(in_, count);
    if (!names) return {};
    u32 i = 0;
    for (Expr* e : arguments) {
        if (!e->is(NodeKind::KeywordArgument)) continue;
        Str* name = code_.text(e->as<KeywordArgument>()->name);
        if (!name) return {};
        names.take()->items_[i++] = name;
    }
    return names.take();
}

// The general form, f(*a, b, **c, d=e): a list of the positional arguments (the first `fixed` of
// them already stand behind base) and a dict of the others.
void Emitter::arguments_spread(NodeList<Expr> arguments, Register base, u32 fixed,
                               bool is_generic) {
    Register list = base + 1, named = base + 2;
    Mark mark(*this);
    code_.emit(Opcode::BuildList, list, base + 1, fixed);
    bool has_named = false;
    next_temp_ = std::max(next_temp_, named + 1);
    most_registers_ = std::max(most_registers_, next_temp_);
    for (Expr* e : arguments) {
        if (e->is(NodeKind::KeywordArgument)) {
            has_named = true;
            continue;
        }
        Mark inner(*this);
        bool starred = e->is(NodeKind::Starred);
        Register v = operand(starred ? e->as<StarredExpr>()->value : e);
        code_.at(e);
        if (starred)
            code_.emit(Opcode::SpreadArgument, list, v, base);
        else
            code_.emit(Opcode::ListAppend, list, v);
    }
    if (is_generic) {
        Mark inner(*this);
        Register generic = temp();
        generic_base(generic);
        code_.emit(Opcode::ListAppend, list, generic);
    }
    if (!has_named) return code_.emit(Opcode::ClearLocals, named, 1);
    code_.emit(Opcode::BuildDict, named, 0, 0);
    for (Expr* e : arguments) {
        if (!e->is(NodeKind::KeywordArgument)) continue;
        auto* k = e->as<KeywordArgument>();
        Mark inner(*this);
        if (k->name) {
            Register pair = temps(2);
            Register one = temp();
            code_.load_constant(pair, Value(code_.text(k->name)));
            expression(k->value, pair + 1);
            // A dict of one pair, so that the merge notices a name that is given twice.
            code_.emit(Opcode::BuildDict, one, pair, 1);
            code_.at(e);
            code_.emit(Opcode::DictMerge, named, one, base);
        } else {
            Register v = operand(k->value);
            code_.at(e);
            code_.emit(Opcode::DictMerge, named, v, base);
        }
    }
}

// The base class that a class with type parameters has behind those that are written.
void Emitter::generic_base(Register dst) {
    code_.emit(Opcode::LoadNone, dst);
    code_.emit(Opcode::Intrinsic, dst, dst, static_cast<u8>(Intrinsic::Generic));
}

// Base holds the callee (and for methods self or nothing behind it), then `fixed` arguments. Adds
// the others and calls.
void Emitter::call_arguments(NodeList<Expr> arguments, u32 keyword_count, bool spread, bool method,
                             Register base, u32 fixed, Register dst, const Node* where,
                             bool is_generic) {
    if (spread || arguments.count + fixed > kMaxCallArguments) {
        arguments_spread(arguments, base, fixed, is_generic);
        code_.at(where);
        return code_.emit(Opcode::CallSpread, dst, base);
    }
    for (Expr* e : arguments)
        if (!e->is(NodeKind::KeywordArgument)) expression(e, temp());
    if (is_generic) generic_base(temp());
    for (Expr* e : arguments)
        if (e->is(NodeKind::KeywordArgument)) expression(e->as<KeywordArgument>()->value, temp());
    code_.at(where);
    u32 count = arguments.count + fixed + is_generic;
    if (keyword_count == 0)
        return code_.emit(method ? Opcode::CallMethod : Opcode::Call, dst, base, count);
    u32 names = code_.constant(keyword_names(arguments, keyword_count));
    code_.emit(method ? Opcode::CallMethodKw : Opcode::CallKw, dst, base, count, names);
}

void Emitter::call(CallExpr* e, Register dst) {
    if (viper_cast(e, dst)) return;
    warn_about_call(e);
    Mark mark(*this);
    Register base = call_base(dst);
    bool spread = e->has_star || e->has_double_star;
    bool method =
        !spread && e->function->is(NodeKind::Attribute) && e->arguments.count <= kMaxCallArguments;
    if (!method) {
        if (is_super_call(e)) {
            Register operands = temps(3);
            super_operands(e, operands);
            code_.at(e);
            return code_.emit(Opcode::Intrinsic, dst, operands, static_cast<u8>(Intrinsic::Super));
        }
        expression(e->function, base);
        return call_arguments(e->arguments, e->keyword_count, spread, false, base, 0, dst, e);
    }
    auto* a = e->function->as<AttributeExpr>();
    next_temp_ = base + 1;
    Register second = temp(), third = temp();
    if (is_super_call(a->value)) {
        super_operands(a->value->as<CallExpr>(), base);
        next_temp_ = third;
        code_.at(a);
        code_.emit(Opcode::LoadSuperMethod, base, site(a->name));
    } else {
        // The object at the base, where nested calls of methods find their own: chains are flat.
        next_temp_ = second;
        Register object = operand_into(a->value, base, nullptr);
        next_temp_ = third;
        code_.at(a);
        code_.emit(Opcode::LoadMethod, base, object, site(a->name));
    }
    call_arguments(e->arguments, e->keyword_count, false, true, base, 0, dst, e);
}

}  // namespace krait
