// The special methods of built-in types: which dunder name stands for which slot. From this one
// table come both directions:
//  - `list.__len__`, `int.__add__`, `super().__setitem__`: a SlotWrapper, made when such a name is
//    looked up in a built-in type that has the slot, calls the slot;
//  - slots of Python classes (instance_slots.cpp) look the dunder up and call it.
#pragma once

#include "core/rom.hpp"

namespace krait {

enum class SpecialKind : u8 {
    // no argument
    Repr,
    Str,
    Hash,
    Truth,
    Length,
    Iter,
    Next,
    Unary,
    // one
    Format,
    GetAttr,
    DelAttr,
    GetItem,
    DelItem,
    Contains,
    Binary,
    Reflected,
    Inplace,
    Compare,
    DescrDelete,
    // two
    SetAttr,
    SetItem,
    DescrSet,
    // one or two
    DescrGet,
    // any
    Call,
    Init,
    New,
};

struct SpecialRow {
    const Str* name;
    SpecialKind kind;
    u8 op;  // a BinaryOp, UnaryOp or CompareOp
};

// The row of that name, or null.
const SpecialRow* find_special_row(const Str* name);
std::span<const SpecialRow> special_rows();
// True if the type itself (not a base) has the row's slot.
bool has_slot_of(const Type* type, const SpecialRow& row);
// The names of the special methods of an operator.
const Str* binary_name(BinaryOp op);
const Str* reflected_name(BinaryOp op);
const Str* inplace_name(BinaryOp op);
const Str* unary_name(UnaryOp op);
const Str* compare_name(CompareOp op);
constexpr CompareOp swapped(CompareOp op) {
    constexpr CompareOp kSwapped[] = {CompareOp::Gt, CompareOp::Ge, CompareOp::Eq,
                                      CompareOp::Ne, CompareOp::Lt, CompareOp::Le};
    return kSwapped[static_cast<int>(op)];
}
// "+", "+=", "<", ... as messages name them.
const char* binary_symbol(BinaryOp op);
const char* compare_symbol(CompareOp op);

// A slot of a built-in type as a callable object.
struct SlotWrapper : Object {
    static const BuiltinType kType;       // takes self as first argument
    static const BuiltinType kNewType;    // __new__, which binds nothing
    static const BuiltinType kBoundType;  // has its self
    const Type* of;                       // has the slot
    const SpecialRow* row;
    Value self;  // empty: takes self as first argument
};
Result<SlotWrapper*> new_slot_wrapper(Interp&, const Type* of, const SpecialRow& row,
                                      Value self = {});
inline SlotWrapper* as_slot_wrapper(Value v) {
    return is_exact<SlotWrapper>(v) ? static_cast<SlotWrapper*>(v.object()) : nullptr;
}
// The wrapper if `found` is the __new__ (or __init__) that `cls` inherits from a built-in type, so
// that the slot may be called without further checks; else null.
SlotWrapper* inherited_constructor(const Type* cls, Value found, SpecialKind kind);
// Calls the slot. Requires: has_slot_of(of, row), and self is of that type.
Value call_slot(Interp&, const Type* of, const SpecialRow& row, Value self, const CallArgs& args);

// Slots of all heap types.
extern const Slots kInstanceSlots;
// The operator method of a Python class's instance (the reflected one if asked for);
// NotImplemented if there is none.
Value instance_binary(Interp&, BinaryOp op, Value self, Value other, bool reflected);
// Calls what type_lookup found in the class of `self`.
Value call_found(Interp&, Value found, Value self, std::span<const Value> args);
// The same with arguments of any kind.
Value call_bound(Interp&, Value found, Value self, const CallArgs& args);
// The special method in self's class, not bound; done() if missing. None stands for a method that
// the class forbids.
Value find_dunder(Interp&, Value self, const Str* name);

// Fallbacks of the protocols: the iterator over o[0], o[1], ..., and `in` by iterating.
Value new_sequence_iterator(Interp&, Value sequence);
Result<bool> contains_by_iteration(Interp&, Value container, Value item);
bool is_iterator(Value v);
// True if a Python class of the MRO defines the method (not as None), or a built-in one has the
// slot behind it.
bool has_special(const Type* type, const Str* name);

}  // namespace krait
