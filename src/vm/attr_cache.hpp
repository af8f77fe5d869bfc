// Caches behind the inline caches, for sites that see objects of several shapes in turn.
//
// Small direct-mapped tables; the collector empties them whenever it looks at the roots, so they
// keep nothing alive and never outlive what they point to.
#pragma once

#include "bytecode/code.hpp"
#include "core/attributes.hpp"

namespace krait {

struct AttrCache {
    static constexpr usize kAttrs = kIs64 ? 256 : 16, kSupers = kIs64 ? 64 : 4;
    struct Attr {
        const Str* name;
        AttrLocation where;  // where.shape null: nothing
    };
    // What super() of class `after` finds for objects of a shape.
    struct Super {
        const Shape* shape;
        const Type* after;
        const Str* name;
        u32 version;
        Value value;
    };
    Attr attrs[kAttrs];
    Super supers[kSupers];

    void clear() {
        for (Attr& a : attrs) a.where.shape = nullptr;
        for (Super& s : supers) s.shape = nullptr;
    }
    static usize mix(const void* a, const void* b) {
        Word w = reinterpret_cast<Word>(a) ^ reinterpret_cast<Word>(b) >> 1;
        return w >> 4 ^ w >> 12;
    }
    Attr& attr(const Shape* shape, const Str* name) { return attrs[mix(shape, name) % kAttrs]; }
    Super& super(const Shape* shape, const Type* after) {
        return supers[mix(shape, after) % kSupers];
    }
};

// Where the instance keeps the attribute, if reading and writing it needs no more than that; null:
// another case. Valid until the object gets or loses an attribute.
Value* instance_slot(Interp&, Value object, Str* name);

}  // namespace krait
