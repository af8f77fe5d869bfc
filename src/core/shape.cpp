// The storage of instances: transitions between shapes, slots inside and outside of the cell,
// dictionary mode. shape.hpp has the story.
#include "core/shape.hpp"

#include "core/arrays.hpp"

namespace krait {

namespace {

constexpr usize kFirstSpill = 4;
constexpr u16 kIndexFrom = 16;  // shapes of more attributes get an index when they are read

usize align_word(usize bytes) { return (bytes + sizeof(Word) - 1) & ~(sizeof(Word) - 1); }

template <class T>
T* mutable_(const T* p) {
    return const_cast<T*>(p);
}

Result<Shape*> new_shape(Interp& in, const Type* of, u16 capacity) {
    auto* s = static_cast<Shape*>(
        KRAIT_TRY(in.make_with_shape<Object>(ShapeType::kType.shape(), sizeof(Shape))));
    s->of = of;
    s->inline_capacity = capacity;
    s->id = in.fresh_shape_id();
    return s;
}

// Remembers `child` in its parent's table of transitions.
Status add_transition(Interp& in, Shape* shape, Shape* child) {
    if (!shape->transitions) {
        in.heap().write(shape->transitions, static_cast<Object*>(child));
        return kOk;
    }
    if (shape->transitions->shape != Dict::kType.shape()) {
        Dict* table = KRAIT_TRY(new_dict(in, 4));
        auto* only = static_cast<Shape*>(shape->transitions);
        KRAIT_TRY(dict_set(in, table, only->name, Value(only)));
        in.heap().write(shape->transitions, static_cast<Object*>(table));
    }
    return dict_set(in, static_cast<Dict*>(shape->transitions), child->name, Value(child));
}

// The struct's end: where slots begin.
usize slots_offset(const Object* o) {
    const Type* t = o->type();
    if (t->has(kVariableSize)) [[unlikely]]
        return align_word(find_slot<&Slots::size>(t->layout)(o));
    return t->instance_size;
}

bool is_spilled(const Shape* s, u32 index) {
    return s->count > s->inline_capacity && index + 1 >= s->inline_capacity;
}

ValueArray* spill_of(Object* o) {
    Value array = slots_of(o)[o->shape->inline_capacity - 1];
    return static_cast<ValueArray*>(array.object());
}

// Makes the array hold item `index`; returns it.
Result<ValueArray*> reserve_spill(Interp& in, Object* o, u32 count, u32 index) {
    Value& slot = slots_of(o)[o->shape->inline_capacity - 1];
    bool fresh = count == o->shape->inline_capacity;
    auto* old = fresh ? nullptr : static_cast<ValueArray*>(slot.object());
    if (old && index < old->capacity) return old;
    ValueArray* array = KRAIT_TRY(new_value_array(in, old ? old->capacity * 2 : kFirstSpill));
    if (fresh) {
        array->items[0] = slot;
    } else {
        std::copy_n(old->items, old->capacity, array->items);
    }
    in.heap().write(slot, Value(array));
    return array;
}

// Appends attribute number `count` and moves the object to `next`.
Status append(Interp& in, Object* o, const Shape* next, Value v) {
    const u32 index = o->shape->count;
    const u32 capacity = o->shape->inline_capacity;
    if (index < capacity) {
        in.heap().write(slots_of(o)[index], v);
    } else {
        ValueArray* array = KRAIT_TRY(reserve_spill(in, o, index, index - (capacity - 1)));
        in.heap().write(array->items[index - (capacity - 1)], v);
        HeapType* type = heap_type(o->type());
        type->widest = std::max(type->widest, std::min<u16>(next->count, kMaxCapacity));
    }
    in.heap().write(o->shape, next);
    return kOk;
}

// Names of a shape in the order they were added; returns how many.
u32 names_of(const Shape* shape, const Str* (&names)[kMaxShaped]) {
    for (const Shape* s = shape; s->parent; s = s->parent) names[s->count - 1] = s->name;
    return shape->count;
}

Result<Dict*> shaped_attrs(Interp& in, Object* o) {
    const Str* names[kMaxShaped];
    u32 count = names_of(o->shape, names);
    Dict* dict = KRAIT_TRY(new_dict(in, count));
    for (u32 i = 0; i < count; ++i) KRAIT_TRY(dict_set(in, dict, names[i], slot_get(o, i)));
    return dict;
}

Result<const Shape*> dictionary_shape(Interp& in, HeapType* type) {
    if (!type->dict_shape) {
        Shape* s = KRAIT_TRY(new_shape(in, type, 1));
        s->count = kDictionaryMode;
        in.heap().write(type->dict_shape, static_cast<const Shape*>(s));
    }
    return type->dict_shape;
}

// The Dict* at the end of a built-in struct with kHasDict.
Dict*& builtin_dict(Object* o) {
    auto* end = reinterpret_cast<char*>(o) + o->type()->layout->instance_size;
    return *reinterpret_cast<Dict**>(end - sizeof(Dict*));
}

Dict* dictionary_of(Object* o) { return static_cast<Dict*>(slots_of(o)[0].object()); }

// The Dict of an object that has one now, or null.
Dict* existing_dict(Object* o) {
    if (!o->type()->has(kHeapType)) return builtin_dict(o);
    return is_dictionary_shape(o->shape) ? dictionary_of(o) : nullptr;
}

Status enter_dictionary_mode(Interp& in, Object* o, Dict* dict) {
    const Shape* shape = KRAIT_TRY(dictionary_shape(in, heap_type(o->type())));
    Value* slots = slots_of(o);
    for (u32 i = 1; i < o->shape->inline_capacity && !is_dictionary_shape(o->shape); ++i)
        slots[i] = Value();
    in.heap().write(slots[0], Value(dict));
    in.heap().write(o->shape, shape);
    return kOk;
}

void trace_shape(Object* o, Marker& m) {
    auto* s = static_cast<Shape*>(o);
    m.object(s->of);
    m.object(s->parent);
    m.object(s->name);
    m.object(s->transitions);
    m.object(s->index);
}

constinit const Slots kShapeSlots{.trace = trace_shape};

}  // namespace

constinit const BuiltinType ShapeType::kType{
    {.name = "shape"_sym, .slots = &kShapeSlots, .flags = kFinal, .size = sizeof(Shape)}};

SlotPlace slot_place(const Shape* shape, u32 index) {
    const u32 base = shape->of->instance_size, capacity = shape->inline_capacity;
    if (!is_spilled(shape, index)) return {base + index * u32{sizeof(Value)}, -1};
    return {base + (capacity - 1) * u32{sizeof(Value)}, static_cast<i32>(index - (capacity - 1))};
}

int shape_find(const Shape* shape, const Str* name) {
    if (shape->index) {
        Value* position = dict_find(static_cast<Dict*>(shape->index), name);
        return position ? static_cast<int>(position->as_int()) : -1;
    }
    for (; shape->parent; shape = shape->parent)
        if (shape->name == name) return shape->count - 1;
    return -1;
}

int shape_find_indexed(Interp& in, const Shape* shape, const Str* name) {
    if (shape->index || shape->count < kIndexFrom) return shape_find(shape, name);
    const Value pending = in.take_pending();
    const Str* names[kMaxShaped];
    u32 count = names_of(shape, names);
    Result<Dict*> index = new_dict(in, count);
    for (u32 i = 0; index && i < count; ++i)
        if (!dict_set(in, index.take(), names[i], Value::from_int(i))) index = {};
    if (index) in.heap().write(mutable_(shape)->index, static_cast<Object*>(index.take()));
    in.set_pending(pending);  // the index only saves time: no matter if there was no memory
    return shape_find(shape, name);
}

Result<const Shape*> shape_with(Interp& in, const Shape* shape, const Str* name) {
    if (Object* t = shape->transitions) {
        if (t->shape == Dict::kType.shape()) {
            auto* table = static_cast<Dict*>(t);
            if (Value child = dict_get(table, name))
                return static_cast<const Shape*>(child.object());
            if (table->size() >= kMaxChildren) return shape;
        } else if (static_cast<Shape*>(t)->name == name) {
            return static_cast<const Shape*>(t);
        }
    }
    if (shape->count >= kMaxShaped) return shape;
    Shape* child = KRAIT_TRY(new_shape(in, shape->of, shape->inline_capacity));
    child->parent = shape;
    child->name = name;
    child->count = static_cast<u16>(shape->count + 1);
    KRAIT_TRY(add_transition(in, mutable_(shape), child));
    return static_cast<const Shape*>(child);
}

Value* slots_of(Object* o) {
    return reinterpret_cast<Value*>(reinterpret_cast<char*>(o) + slots_offset(o));
}

Value slot_get(Object* o, u32 index) {
    const Shape* s = o->shape;
    if (!is_spilled(s, index)) return slots_of(o)[index];
    return spill_of(o)->items[index - (s->inline_capacity - 1u)];
}

void slot_set(Interp& in, Object* o, u32 index, Value v) {
    const Shape* s = o->shape;
    Value& slot = is_spilled(s, index) ? spill_of(o)->items[index - (s->inline_capacity - 1u)]
                                       : slots_of(o)[index];
    in.heap().write(slot, v);
}

bool has_attributes(const Type* type) { return type->has(kHasDict) && !type->has(kMetaType); }

Value own_attr_get(Interp& in, Object* o, const Str* name) {
    if (!o->type()->has(kHeapType) || is_dictionary_shape(o->shape)) {
        Dict* dict = existing_dict(o);
        return dict ? dict_get(dict, name) : Value();
    }
    int position = shape_find_indexed(in, o->shape, name);
    return position < 0 ? Value() : slot_get(o, static_cast<u32>(position));
}

Status own_attr_set(Interp& in, Object* o, const Str* name, Value v) {
    if (o->type()->has(kHeapType) && !is_dictionary_shape(o->shape)) {
        int position = shape_find(o->shape, name);
        if (position >= 0) {
            slot_set(in, o, static_cast<u32>(position), v);
            return kOk;
        }
        const Shape* next = KRAIT_TRY(shape_with(in, o->shape, name));
        if (next != o->shape) return append(in, o, next, v);
    }
    Dict* dict = KRAIT_TRY(own_dict(in, o));
    return dict_set(in, dict, name, v);
}

Result<bool> own_attr_remove(Interp& in, Object* o, const Str* name) {
    if (o->type()->has(kHeapType) && !is_dictionary_shape(o->shape) &&
        shape_find(o->shape, name) < 0)
        return false;
    if (!o->type()->has(kHeapType) && !builtin_dict(o)) return false;
    Dict* dict = KRAIT_TRY(own_dict(in, o));
    return dict_remove(dict, name);
}

Result<Dict*> own_dict(Interp& in, Object* o) {
    if (Dict* dict = existing_dict(o)) return dict;
    if (!o->type()->has(kHeapType)) {
        Dict* dict = KRAIT_TRY(new_dict(in));
        in.heap().write(builtin_dict(o), dict);
        return dict;
    }
    Dict* dict = KRAIT_TRY(shaped_attrs(in, o));
    KRAIT_TRY(enter_dictionary_mode(in, o, dict));
    return dict;
}

Status set_own_dict(Interp& in, Object* o, Dict* dict) {
    if (o->type()->has(kHeapType)) return enter_dictionary_mode(in, o, dict);
    in.heap().write(builtin_dict(o), dict);
    return kOk;
}

Status change_class(Interp& in, Object* o, const Type* to) {
    KRAIT_TRY(own_dict(in, o));
    const Shape* shape = KRAIT_TRY(dictionary_shape(in, heap_type(to)));
    in.heap().write(o->shape, shape);
    return kOk;
}

Result<Dict*> own_attrs_copy(Interp& in, Object* o) {
    if (Dict* dict = existing_dict(o)) return dict_copy(in, dict);
    return o->type()->has(kHeapType) ? shaped_attrs(in, o) : new_dict(in);
}

Result<Shape*> new_root_shape(Interp& in, const Type* cls, u16 capacity) {
    return new_shape(in, cls, capacity);
}

Status set_capacity(Interp& in, Type* cls, u16 attributes) {
    u16 capacity = std::clamp<u16>(attributes, 1, kMaxCapacity);
    if (!has_attributes(cls) || cls->has(kVariableSize)) return kOk;
    const Shape* root = KRAIT_TRY(new_root_shape(in, cls, capacity));
    in.heap().write(cls->root_shape, root);
    heap_type(cls)->widest = capacity;
    return kOk;
}

Result<Object*> allocate_instance(Interp& in, const Type* cls, usize bytes) {
    if (!cls->has(kHeapType)) return in.allocate(cls->root_shape, bytes);
    if (cls->has(kHasDict) && !cls->has(kVariableSize) &&
        heap_type(cls)->widest > cls->root_shape->inline_capacity) [[unlikely]]
        KRAIT_TRY(set_capacity(in, heap_type(cls), heap_type(cls)->widest));
    const usize fixed = cls->instance_size - cls->layout->instance_size;
    const usize slots = cls->root_shape->inline_capacity * sizeof(Value);
    return in.allocate(cls->root_shape, align_word(bytes) + fixed + slots);
}

void trace_slots(Object* o, Marker& m) {
    const Type* type = o->type();
    usize fixed = (type->instance_size - type->layout->instance_size) / sizeof(Value);
    m.values(slots_of(o) - fixed, fixed + o->shape->inline_capacity);
}

}  // namespace krait
