// Attribute access: the generic rules (descriptors, the method resolution order, instance
// attributes), the cache of class lookups, and what the VM's inline caches ask.
//
// A lookup in a type walks its MRO: the dict of a heap type; the rows of a built-in type, then its
// slots under their special names (`list.__len__`, see special.hpp). Results are kept in a cache of
// the interpreter keyed by (type, name) and valid for one `version` of the type. Versions are drawn
// from one counter per interpreter, so no two states of any heap types share one; read-only types
// have version 0 and never change. Changing a class moves on its version and those of all its
// subclasses. So what depends only on a shape and on its type's version may be cached anywhere:
//     obj->shape == cached.shape && cached.shape->of->version == cached.version
// The collector empties the lookup cache whenever it looks at the roots, so entries keep nothing
// alive and never outlive what they point to.
#pragma once

#include "core/shape.hpp"

namespace krait {

struct LookupCache {
    static constexpr usize kEntries = kIs64 ? 256 : 32;
    struct Entry {
        const Type* type;
        const Str* name;
        Value value;  // done(): the type has no such attribute
        u32 version;
    };
    Entry entries[kEntries];
    void clear();
};

// The attribute as it stands in the MRO (not bound); done() if missing, empty: MemoryError.
Value type_lookup(Interp&, const Type* type, const Str* name);
// The same, starting behind `after` in the MRO of `type`; for super().
Value type_lookup_after(Interp&, const Type* type, const Type* after, const Str* name);
// The same over heap types' dicts and built-in types' rows only: allocates nothing. done() if
// missing. `provider` is set to the type that has it.
Value type_lookup_plain(const Type* type, const Str* name, const Type** provider = nullptr);

// Goes through the method resolution order. That of a built-in type is the chain of its bases, but
// for ExceptionGroup, the only one with two: after BaseExceptionGroup comes Exception.
class MroWalk {
  public:
    explicit MroWalk(const Type* type) : mro_(type->mro), first_(type), type_(type) {
        if (mro_) type_ = static_cast<const Type*>(mro_->items_[0].object());
    }
    const Type* get() const { return type_; }  // null behind the last
    void next();

  private:
    const Tuple* mro_;
    const Type *first_, *type_;
    usize at_ = 0;
};

// What slots get_attr and set_attr do if a type has none of its own.
Value generic_get_attr(Interp&, Value self, Str* name);   // AttributeError if missing
Value generic_find_attr(Interp&, Value self, Str* name);  // done() if missing
Status generic_set_attr(Interp&, Value self, Str* name, Value value);
// A class attribute as seen through an instance (empty `instance`: through the class).
Value bind_attr(Interp&, Value attr, Value instance, const Type* owner);
bool is_data_descriptor(Value attr);

// Attributes of a type object, with the metaclass's rules; done() if missing.
Value type_find_attr(Interp&, const Type* type, Str* name);
Status type_set_attr(Interp&, const Type* type, Str* name, Value value);
// To be called after anything that changes what lookups in the class find.
void class_changed(Interp&, Type* type);

// Method calls without bound methods: for `object.name(...)`. The result is to be called with
// `self` in front if `self` is not empty. AttributeError if missing.
Value find_method(Interp&, Value object, Str* name, Value& self);

// How an attribute of all objects of one shape is reached, for inline caches.
struct AttrLocation {
    enum class Kind : u8 {
        None,      // cannot be cached: use get_attr / set_attr
        Inline,    // Value at `offset` of the object
        Member,    // the same of __slots__; empty: not set
        Spilled,   // ValueArray* at `offset` of the object, item `index` of it
        Constant,  // `value`, an attribute of the class that does not bind
        Method,    // `value`, a function of the class: binds the object as self
        Property,  // `value`, the getter of a property: to be called with the object
        Add,       // store only: append at `offset`, then the object's shape becomes `next`
    };
    Kind kind = Kind::None;
    u16 index = 0;
    u32 offset = 0;
    u32 version = 0;  // of the type, at this time
    const Shape* shape = nullptr;
    const Shape* next = nullptr;
    Value value;
};
void locate_for_load(Interp&, Value object, const Str* name, AttrLocation& out);
void locate_for_store(Interp&, Value object, const Str* name, AttrLocation& out);
// Whether `attr` is a member of __slots__ that objects of the type have; then `out` says where.
bool locate_member(Value attr, const Type* type, AttrLocation& out);
// Instance attributes only, no descriptors looked at. Inline or Spilled, or false.
bool find_instance_slot(const Shape* shape, const Str* name, AttrLocation& out);

}  // namespace krait
