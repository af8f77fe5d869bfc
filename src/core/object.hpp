// Object, Shape and Type: what every Python object starts with.
//
// An object's first word points to its Shape, and the shape points to the object's Type. Objects of
// a built-in type all have that type's one read-only shape, so "is this a list?" is one compare.
// Instances of Python classes walk a tree of shapes as attributes are added: the shape knows the
// names, the instance holds only the values (shape.hpp).
//
// A built-in type is a constexpr BuiltinType in read-only memory: name, base, slots (C++ functions
// behind the protocols), and a table of rows (methods and constants by name, rom.hpp).
#pragma once

#include "core/result.hpp"
#include "core/value.hpp"

namespace krait {

class Interp;
class Marker;
struct Dict;
struct Row;
struct Shape;
struct Str;
struct Tuple;
struct Type;
struct BufferView;

struct Object {
    const Shape* shape;

    constexpr explicit Object(const Shape* s) : shape(s) {}
    const Type* type() const;
};

// Arguments of a call: `positional` values, then `named` values whose names stand in `names`.
struct CallArgs {
    const Value* values = nullptr;
    u32 positional = 0;
    u32 named = 0;
    const Value* names = nullptr;  // `named` interned strings

    u32 total() const { return positional + named; }
};

enum class BinaryOp : u8 {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    LShift,
    RShift,
    And,
    Or,
    Xor,
    DivMod
};
enum class UnaryOp : u8 { Neg, Pos, Invert, Abs };
enum class CompareOp : u8 { Lt, Le, Eq, Ne, Gt, Ge };

// The C++ functions behind a type's protocols. A null entry means: look at the base type, and if no
// base has it, the operation is a TypeError (or has the protocol's default).
// `self` is always an object of the type (for binary and compare see there).
struct Slots {
    Value (*repr)(Interp&, Value self) = nullptr;
    Value (*str)(Interp&, Value self) = nullptr;
    Value (*format)(Interp&, Value self, Str* spec) = nullptr;
    Result<isize> (*hash)(Interp&, Value self) = nullptr;
    Result<bool> (*truth)(Interp&, Value self) = nullptr;
    Value (*call)(Interp&, Value self, const CallArgs& args) = nullptr;
    // Attribute access; set: an empty `value` deletes. Null: the generic form (attributes.hpp).
    Value (*get_attr)(Interp&, Value self, Str* name) = nullptr;
    Status (*set_attr)(Interp&, Value self, Str* name, Value value) = nullptr;
    Result<isize> (*length)(Interp&, Value self) = nullptr;
    Value (*get_item)(Interp&, Value self, Value key) = nullptr;
    Status (*set_item)(Interp&, Value self, Value key, Value value) = nullptr;  // empty deletes
    Result<bool> (*contains)(Interp&, Value self, Value item) = nullptr;
    Value (*iter)(Interp&, Value self) = nullptr;
    // The next item, or done() at the end, or empty: an exception is pending.
    Value (*next)(Interp&, Value self) = nullptr;
    // One of the operands is of the type; NotImplemented if the pair is not understood.
    Value (*binary)(Interp&, BinaryOp op, Value lhs, Value rhs) = nullptr;
    Value (*inplace)(Interp&, BinaryOp op, Value self, Value rhs) = nullptr;
    Value (*unary)(Interp&, UnaryOp op, Value self) = nullptr;
    // lhs is of the type; NotImplemented if rhs is not understood.
    Value (*compare)(Interp&, CompareOp op, Value lhs, Value rhs) = nullptr;
    // Fills `view` and counts it, or raises (BufferError, TypeError when read-only).
    Status (*get_buffer)(Interp&, Value self, BufferView& view, bool writable) = nullptr;
    void (*release_buffer)(Value self) = nullptr;
    // The descriptor protocol, for objects found in a class. `instance` is empty for class access.
    Value (*descr_get)(Interp&, Value self, Value instance, const Type* owner) = nullptr;
    Status (*descr_set)(Interp&, Value self, Value instance, Value value) = nullptr;
    // __new__: makes an object of `cls` (the type itself or a subclass), and __init__.
    Value (*construct)(Interp&, const Type* cls, const CallArgs& args) = nullptr;
    Status (*init)(Interp&, Value self, const CallArgs& args) = nullptr;
    // The collector's side: shade every reference held; free what lies outside of the heap.
    void (*trace)(Object* self, Marker&) = nullptr;
    void (*finalize)(Object* self) = nullptr;
    // Whether the type's `__del__` is to be called for a dying object that the collector was told
    // of at its birth; null: never. (Classes made in Python: if they have one.)
    bool (*dies_in_python)(const Object* self) = nullptr;
    // Bytes of the C++ struct, if it differs from object to object (tuple, str, int, ...): slots of
    // instances of Python subclasses stand behind it.
    usize (*size)(const Object* self) = nullptr;
    // What makes the type a stream (stream.hpp).
    const struct StreamOps* stream = nullptr;
};

struct Shape : Object {
    const Type* of;       // the type of the objects that have this shape
    const Shape* parent;  // the shape before `name` was added; null in a root
    const Str* name;      // the attribute that this shape adds; null in a root
    u16 count;            // attributes in all
    u16 inline_capacity;  // value slots inside the object (shape.hpp says where the rest is)
    u32 id;               // unique while it lives; not used by read-only shapes
    Object* transitions;  // children: null, one Shape, or a Dict of name -> Shape
    Object* index;        // made on first long lookup: a Dict of name -> position

    constexpr Shape(const Shape* own, const Type* t)
        : Object(own),
          of(t),
          parent(nullptr),
          name(nullptr),
          count(0),
          inline_capacity(0),
          id(0),
          transitions(nullptr),
          index(nullptr) {}
};

// Flags of a type.
enum TypeFlag : u16 {
    kHeapType = 1 << 0,       // made by a class statement: attributes live in `dict`
    kFinal = 1 << 1,          // cannot be subclassed
    kExceptionType = 1 << 2,  // derives from BaseException
    kHasFinalizer = 1 << 3,  // objects are told to the collector at birth (slots.finalize, __del__)
    kHasDict = 1 << 4,       // instances can take any attribute; the struct of a built-in type
                             // with this flag ends in a Dict*, null until needed (shape.hpp)
    kMetaType = 1 << 5,      // derives from `type`
    kMethodLike = 1 << 6,    // functions: binding self is all that descr_get does
    kDataDescriptor = 1 << 7,  // has a setter: goes before the instance's own attributes
    kAbstractBase = 1 << 8,    // cannot be called to make an instance
    kUnhashable = 1 << 9,
    kSequencePattern = 1 << 10,  // matches `case [..]`
    kMappingPattern = 1 << 11,   // matches `case {..}`
    // Of heap types, kept up to date by class_changed():
    kPlainNew = 1 << 12,      // no __new__ but object's: an instance is a fresh cell
    kCustomGet = 1 << 13,     // __getattribute__ or __getattr__ is defined
    kCustomSet = 1 << 14,     // __setattr__ or __delattr__ is defined
    kVariableSize = 1 << 15,  // the layout's struct varies in size (Slots::size)
};

struct Type : Object {
    const Str* name;
    const Type* base;    // first base; null only in `object`
    const Type* layout;  // the built-in type whose C++ struct the instances start with
    const Slots* slots;
    const Row* rows;          // attributes of a built-in type
    const Shape* root_shape;  // shape of a fresh instance
    u16 row_count;
    u16 flags;
    u32 instance_size;  // bytes of `layout`'s struct
    // Of heap types only:
    Dict* dict;
    Tuple* mro;  // null: the chain of `base`
    Tuple* bases;
    Str* qualname;
    u32 version;  // moved on whenever an attribute of the class or of a base changes

    bool has(TypeFlag f) const { return flags & f; }
    bool is_subtype_of(const Type* other) const;

    constexpr Type(const Shape* own, const Str* n, const Type* b, const Type* l, const Slots* s,
                   const Row* r, u16 n_rows, const Shape* root, u16 f, u32 size)
        : Object(own),
          name(n),
          base(b),
          layout(l),
          slots(s),
          rows(r),
          root_shape(root),
          row_count(n_rows),
          flags(f),
          instance_size(size),
          dict(nullptr),
          mro(nullptr),
          bases(nullptr),
          qualname(nullptr),
          version(0) {}

    static const struct BuiltinType kType;
};

// A type in read-only memory, together with the one shape that its objects have:
//     constinit const BuiltinType List::kType{{.name = "list"_sym, .slots = &kListSlots,
//                                              .rows = kListRows, .size = sizeof(List)}};
struct BuiltinType : Type {
    struct Spec {
        const Str* name;
        const BuiltinType* base = nullptr;  // null: object
        const Slots* slots;
        std::span<const Row> rows = {};
        u16 flags = 0;
        usize size = sizeof(Object);
        const BuiltinType* meta = nullptr;    // null: type
        const BuiltinType* layout = nullptr;  // null: the type itself
    };
    Shape shape_;

    constexpr explicit BuiltinType(const Spec& spec);
    BuiltinType(const BuiltinType&) = delete;
    constexpr const Shape* shape() const { return &shape_; }
};

// `object`, and the type of shapes.
struct ObjectType {
    static const BuiltinType kType;
};
struct ShapeType {
    static const BuiltinType kType;
};

constexpr BuiltinType::BuiltinType(const Spec& spec)
    : Type(spec.meta ? &spec.meta->shape_ : &Type::kType.shape_, spec.name,
           spec.base                    ? static_cast<const Type*>(spec.base)
           : this == &ObjectType::kType ? nullptr
                                        : static_cast<const Type*>(&ObjectType::kType),
           spec.layout ? static_cast<const Type*>(spec.layout) : this, spec.slots, spec.rows.data(),
           static_cast<u16>(spec.rows.size()), &shape_, spec.flags, static_cast<u32>(spec.size)),
      shape_(&ShapeType::kType.shape_, this) {}

inline const Type* Object::type() const { return shape->of; }

// True if `v` is an object of exactly the built-in type T (no subclass).
template <class T>
bool is_exact(Value v) {
    return v.is_object() && v.object()->shape == T::kType.shape();
}
// True if `v` is an object whose C++ struct is (or starts with) T: the type or any subclass.
template <class T>
bool is(Value v) {
    if (!v.is_object()) return false;
    const Type* layout = v.object()->type()->layout;
    for (; layout; layout = layout->base)
        if (layout == &T::kType) return true;
    return false;
}
// Requires: is<T>(v).
template <class T>
T* as(Value v) {
    return static_cast<T*>(v.object());
}
// The object as a T*, or null if it is not one.
template <class T>
T* as_if(Value v) {
    return is_exact<T>(v) || is<T>(v) ? static_cast<T*>(v.object()) : nullptr;
}

// The singletons, all in read-only memory.
struct Singleton : Object {
    static const BuiltinType kNoneType, kNotImplementedType, kEllipsisType, kDoneType;
    using Object::Object;
};
struct Bool : Object {
    static const BuiltinType kType;
    bool value;
    constexpr Bool(const Shape* s, bool v) : Object(s), value(v) {}
};
extern const Singleton kNoneObject, kNotImplementedObject, kEllipsisObject, kDoneObject;
extern const Bool kTrueObject, kFalseObject;

constexpr Value none() { return Value(&kNoneObject); }
constexpr Value true_() { return Value(&kTrueObject); }
constexpr Value false_() { return Value(&kFalseObject); }
constexpr Value not_implemented() { return Value(&kNotImplementedObject); }
constexpr Value ellipsis() { return Value(&kEllipsisObject); }
// What `next` slots return at the end; never visible to Python.
constexpr Value done() { return Value(&kDoneObject); }
inline Value from_bool(bool b) { return b ? true_() : false_(); }
inline bool is_none(Value v) { return v == none(); }
inline bool is_done(Value v) { return v == done(); }
inline bool is_bool(Value v) { return v == true_() || v == false_(); }

// A float that does not fit into a Value; only on 32 bits.
struct BoxedFloat : Object {
    Float value;
};
// The type of Python floats, inline or boxed; and of ints, small or big. (objects/float.cpp,
// int.cpp)
struct FloatType {
    static const BuiltinType kType;
};
struct IntType {
    static const BuiltinType kType;
};

// The type of any value, immediates included. Requires: not empty.
inline const Type* type_of(Value v) {
    if (v.is_object()) return v.object()->type();
    return v.is_int() ? &IntType::kType : static_cast<const Type*>(&FloatType::kType);
}

// The slot of the type or of the nearest base that has it; null if none has.
template <auto Member>
auto find_slot(const Type* type) {
    for (; type; type = type->base)
        if (auto f = type->slots->*Member) return f;
    return static_cast<std::remove_reference_t<decltype(type->slots->*Member)>>(nullptr);
}

}  // namespace krait
