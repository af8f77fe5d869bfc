// Operators: binary ones with their reflected forms, in-place, unary, comparisons, truth, hash.
#include "core/arith.hpp"
#include "core/interp.hpp"
#include "core/protocols.hpp"
#include "core/special.hpp"

namespace krait {

namespace {

// One operand's try: `reflected` says that it is the right one. NotImplemented if it declines.
Value try_binary(Interp& in, const Type* type, BinaryOp op, Value lhs, Value rhs, bool reflected) {
    if (type->has(kHeapType))
        return instance_binary(in, op, reflected ? rhs : lhs, reflected ? lhs : rhs, reflected);
    auto f = find_slot<&Slots::binary>(type);
    return f ? f(in, op, lhs, rhs) : not_implemented();
}

// The right operand goes first if its type is a subtype that has its own reflected method.
Result<bool> right_goes_first(Interp& in, BinaryOp op, const Type* left, const Type* right) {
    if (left == right || !right->is_subtype_of(left)) return false;
    if (!right->has(kHeapType))
        return find_slot<&Slots::binary>(right) != find_slot<&Slots::binary>(left);
    Value theirs = KRAIT_TRY(type_lookup(in, right, reflected_name(op)));
    Value ours = KRAIT_TRY(type_lookup(in, left, reflected_name(op)));
    return theirs != ours && !as_slot_wrapper(theirs);
}

// NotImplemented if neither operand knows the pair.
Value binary_or_not_implemented(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    const Type *left = type_of(lhs), *right = type_of(rhs);
    if (!in.check_stack()) return {};
    bool right_first = KRAIT_TRY(right_goes_first(in, op, left, right));
    if (right_first) {
        Value v = KRAIT_TRY(try_binary(in, right, op, lhs, rhs, true));
        if (v != not_implemented()) return v;
    }
    Value v = KRAIT_TRY(try_binary(in, left, op, lhs, rhs, false));
    if (v != not_implemented() || right_first || left == right) return v;
    return try_binary(in, right, op, lhs, rhs, true);
}

using namespace std::string_view_literals;

// A built-in sequence with + and *, or a subclass of one.
bool is_concrete_sequence(const Type* type) {
    const Type* t = type->layout;
    return find_slot<&Slots::get_item>(t) && find_slot<&Slots::length>(t) &&
           find_slot<&Slots::binary>(t) && !t->has(kMappingPattern);
}

Raised raise_unsupported(Interp& in, const char* symbol, const char* suffix, Value lhs, Value rhs) {
    const bool left = is_concrete_sequence(type_of(lhs));
    if (symbol == "*"sv && (left || is_concrete_sequence(type_of(rhs))))
        return raise(in, kTypeError, "can't multiply sequence by non-int of type '{}'",
                     type_of(left ? rhs : lhs));
    if (symbol == "+"sv && left) {
        const Type* sequence = type_of(lhs)->layout;
        const bool is_bytes = find_slot<&Slots::get_buffer>(sequence) != nullptr;
        if (is_bytes) return raise(in, kTypeError, "can't concat {} to {}", type_of(rhs), sequence);
        return raise(in, kTypeError, "can only concatenate {} (not \"{}\") to {}", sequence,
                     type_of(rhs), sequence);
    }
    return raise(in, kTypeError, "unsupported operand type(s) for {}{}: '{}' and '{}'", symbol,
                 suffix, type_of(lhs), type_of(rhs));
}

// "**=" in messages, where the plain operator is "** or pow()".
const char* inplace_symbol(BinaryOp op) { return op == BinaryOp::Pow ? "**" : binary_symbol(op); }

Value try_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    auto f = find_slot<&Slots::compare>(type_of(lhs));
    return f ? f(in, op, lhs, rhs) : not_implemented();
}

bool int_compare(CompareOp op, isize a, isize b) {
    switch (op) {
        case CompareOp::Lt: return a < b;
        case CompareOp::Le: return a <= b;
        case CompareOp::Eq: return a == b;
        case CompareOp::Ne: return a != b;
        case CompareOp::Gt: return a > b;
        case CompareOp::Ge: return a >= b;
    }
    return false;
}

}  // namespace

Value binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (Value sum; op == BinaryOp::Add && fast::add(lhs, rhs, sum)) return sum;
    Value v = KRAIT_TRY(binary_or_not_implemented(in, op, lhs, rhs));
    if (v != not_implemented()) [[likely]]
        return v;
    return raise_unsupported(in, binary_symbol(op), "", lhs, rhs);
}

Value inplace(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (auto f = find_slot<&Slots::inplace>(type_of(lhs))) {
        if (!in.check_stack()) return {};
        Value v = KRAIT_TRY(f(in, op, lhs, rhs));
        if (v != not_implemented()) return v;
    }
    Value v = KRAIT_TRY(binary_or_not_implemented(in, op, lhs, rhs));
    if (v != not_implemented()) return v;
    return raise_unsupported(in, inplace_symbol(op), "=", lhs, rhs);
}

Value unary(Interp& in, UnaryOp op, Value v) {
    const Type* type = type_of(v);
    if (auto f = find_slot<&Slots::unary>(type)) {
        Value r = KRAIT_TRY(f(in, op, v));
        // What the method of a script answers is the result, whatever it is.
        if (r != not_implemented() || type->has(kHeapType)) return r;
    }
    return raise_bad_operand(in, op, type);
}

Raised raise_bad_operand(Interp& in, UnaryOp op, const Type* type) {
    static constexpr const char* kNames[] = {"unary -", "unary +", "unary ~", "abs()"};
    return raise(in, kTypeError, "bad operand type for {}: '{}'", kNames[static_cast<int>(op)],
                 type);
}

Value power(Interp& in, Value base, Value exponent, Value modulus) {
    if (is_none(modulus)) return binary(in, BinaryOp::Pow, base, exponent);
    const Value args[] = {exponent, modulus};
    Value f = KRAIT_TRY(find_dunder(in, base, "__pow__"_sym));
    if (!is_done(f) && !as_slot_wrapper(f)) {
        Value v = KRAIT_TRY(call_found(in, f, base, args));
        if (v != not_implemented()) return v;
    }
    return raise(in, kTypeError, "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
                 type_of(base), type_of(exponent), type_of(modulus));
}

Value compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (Value::both_ints(lhs, rhs)) return from_bool(int_compare(op, lhs.as_int(), rhs.as_int()));
    if (!in.check_stack()) return {};
    const Type *left = type_of(lhs), *right = type_of(rhs);
    const bool right_first = left != right && right->is_subtype_of(left);
    if (right_first) {
        Value v = KRAIT_TRY(try_compare(in, swapped(op), rhs, lhs));
        if (v != not_implemented()) return v;
    }
    Value v = KRAIT_TRY(try_compare(in, op, lhs, rhs));
    if (v != not_implemented()) [[likely]]
        return v;
    if (!right_first) {
        v = KRAIT_TRY(try_compare(in, swapped(op), rhs, lhs));
        if (v != not_implemented()) return v;
    }
    if (op == CompareOp::Eq) return from_bool(lhs == rhs);
    if (op == CompareOp::Ne) return from_bool(lhs != rhs);
    return raise(in, kTypeError, "'{}' not supported between instances of '{}' and '{}'",
                 compare_symbol(op), left, right);
}

Result<bool> compare_bool(Interp& in, CompareOp op, Value lhs, Value rhs) {
    Value v = KRAIT_TRY(compare(in, op, lhs, rhs));
    return truth(in, v);
}

Result<bool> equal(Interp& in, Value a, Value b) {
    if (a == b) return true;
    if (Value::both_ints(a, b)) return false;
    if (is_exact<Str>(a) && is_exact<Str>(b)) {
        const Str *s = as<Str>(a), *t = as<Str>(b);
        return s->hash() == t->hash() && s->view() == t->view();
    }
    return compare_bool(in, CompareOp::Eq, a, b);
}

Result<bool> truth(Interp& in, Value v) {
    if (v == true_()) return true;
    if (v == false_() || is_none(v)) return false;
    if (v.is_int()) return v.as_int() != 0;
    if (v.is_inline_float()) return v.as_inline_float() != 0;
    const Type* type = type_of(v);
    if (auto f = find_slot<&Slots::truth>(type)) return f(in, v);
    if (auto f = find_slot<&Slots::length>(type)) return KRAIT_TRY(f(in, v)) != 0;
    return true;
}

Result<isize> hash(Interp& in, Value v) {
    if (is_exact<Str>(v)) return static_cast<isize>(as<Str>(v)->hash());
    for (const Type* t = type_of(v); t; t = t->base) {
        if (t->has(kUnhashable)) break;
        if (auto f = t->slots->hash) return in.check_stack() ? f(in, v) : Result<isize>();
    }
    return raise(in, kTypeError, "unhashable type: '{}'", type_of(v));
}

}  // namespace krait
