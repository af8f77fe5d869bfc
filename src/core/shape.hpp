// Shapes: how the attributes of instances of Python classes are stored.
//
// An instance is one cell:
//     [struct of the built-in layout][fixed slots of __slots__][inline_capacity Value slots]
// The first two parts together are `type->instance_size` bytes. (If the struct's size varies, as
// that of tuple, the Slots::size of the layout says where it ends, and there are no fixed slots.)
//
// The shape says which attribute stands in which slot. Attribute i of an instance whose shape has
// `count` n and inline capacity c stands
//     in slot i                     if n <= c, or i < c - 1
//     in array[i - (c - 1)]         otherwise; slot c - 1 then holds that ValueArray
// so the place is a function of (shape, i), and inline caches keep it. Adding an attribute moves an
// instance to the child shape for that name; instances that add the same names in the same order
// share shapes. A class has a root shape for its fresh instances; when instances turn out to have
// more attributes than its capacity, the next ones start from a new root with room for all.
//
// An instance leaves this scheme for good when an attribute is deleted, when it has more than
// kMaxShaped attributes, when a shape has more than kMaxChildren children, or when its __dict__ is
// asked for: it gets the class's dictionary shape, and slot 0 holds a Dict of all attributes, the
// live __dict__. Every class with kHasDict has at least one slot.
//
// Built-in types with kHasDict (exceptions, functions) have no slots: the last word of their struct
// is a Dict*, null until an attribute is set. Instances of their subclasses use shapes.
#pragma once

#include "core/collections.hpp"

namespace krait {

constexpr u16 kDefaultCapacity = 4, kMaxCapacity = 32;
constexpr u16 kMaxShaped = 64, kMaxChildren = 64;
constexpr u16 kDictionaryMode = 0xffff;  // the `count` of a dictionary shape

// A class made by a class statement or by type(name, bases, namespace).
struct HeapType : Type {
    List* subclasses;         // WeakCells of the direct subclasses; null: none yet
    const Shape* dict_shape;  // of instances in dictionary mode; null until first used
    u16 widest;               // most attributes seen in an instance

    explicit HeapType(const Shape*) = delete;  // made by the heap only
};
inline HeapType* heap_type(const Type* t) {  // Requires: t->has(kHeapType)
    return static_cast<HeapType*>(const_cast<Type*>(t));
}

inline bool is_dictionary_shape(const Shape* s) { return s->count == kDictionaryMode; }

// Where attribute `index` of a shape stands.
struct SlotPlace {
    u32 offset;   // bytes from the object to the slot that holds it, or that holds the array
    i32 spilled;  // the place in the array, or -1: inline
};
// Requires: the shape is of a heap type, not a dictionary shape, of a layout of fixed size.
SlotPlace slot_place(const Shape* shape, u32 index);

// The position of the name in the shape, -1 if it has none. May build the shape's index.
int shape_find(const Shape* shape, const Str* name);
// The same for reading: builds the index of a long shape, if there is memory.
int shape_find_indexed(Interp&, const Shape* shape, const Str* name);
// The shape after adding `name`; the same shape if the instance should use dictionary mode instead.
Result<const Shape*> shape_with(Interp&, const Shape* shape, const Str* name);

// The first Value slot behind the struct (and fixed slots). Requires: the type is a heap type.
Value* slots_of(Object* o);
// The attribute at that position.
Value slot_get(Object* o, u32 index);
void slot_set(Interp&, Object* o, u32 index, Value v);

// The instance's own attributes, whatever their mode. `get` gives the empty value if missing,
// `remove` false. Requires: has_attributes(o->type()).
bool has_attributes(const Type* type);
Value own_attr_get(Interp&, Object* o, const Str* name);
Status own_attr_set(Interp&, Object* o, const Str* name, Value v);
Result<bool> own_attr_remove(Interp&, Object* o, const Str* name);
// The live __dict__; moves the instance to dictionary mode.
Result<Dict*> own_dict(Interp&, Object* o);
Status set_own_dict(Interp&, Object* o, Dict* dict);
// Makes the object one of `to`, with the attributes it has. Requires: both types are heap types
// with attributes and the same layout and instance_size.
Status change_class(Interp&, Object* o, const Type* to);
// A fresh dict (not live) of the attributes: for dir(), printing and copying.
Result<Dict*> own_attrs_copy(Interp&, Object* o);

// A fresh instance of `cls` (a heap type or a built-in one) whose struct takes `bytes`; slots of
// heap types come on top. What `construct` slots use: the result's struct is zeroed.
Result<Object*> allocate_instance(Interp&, const Type* cls, usize bytes);
template <class T>
Result<T*> make_instance(Interp& in, const Type* cls, usize bytes = sizeof(T)) {
    Object* o = KRAIT_TRY(allocate_instance(in, cls, bytes));
    return static_cast<T*>(o);
}

// Room for that many attributes in fresh instances (the compiler counts `self.x =` targets).
Status set_capacity(Interp&, Type* cls, u16 attributes);
// A root shape for instances of `cls`.
Result<Shape*> new_root_shape(Interp&, const Type* cls, u16 capacity);
// Shades what an instance of a heap type holds in slots. For trace slots.
void trace_slots(Object* o, Marker& m);

}  // namespace krait
