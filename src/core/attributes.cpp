// Attribute access: lookup in types with its cache, the generic rules of instances and types.
#include "core/attributes.hpp"

#include "core/class.hpp"
#include "core/interp.hpp"
#include "core/special.hpp"

namespace krait {

namespace {

LookupCache::Entry& entry_of(LookupCache& cache, const Type* type, const Str* name) {
    // Fibonacci hashing: names stand side by side in memory, and few of them may share an entry.
    const u32 h = static_cast<u32>(Value(type).bits() >> 4) ^
                  std::rotl(static_cast<u32>(Value(name).bits() >> 3), 16);
    return cache.entries[(h * 0x9E3779B1u) >> 24 & (LookupCache::kEntries - 1)];
}

// The attribute in this very type; done() if missing.
Value lookup_here(Interp& in, const Type* type, const Str* name, const SpecialRow* special) {
    if (type->has(kHeapType)) {
        Value v = dict_get(type->dict, name);
        return v ? v : done();
    }
    if (const Row* row = find_row(rows_of(type), name)) return row->value;
    if (!special) return done();
    if (special->kind == SpecialKind::Hash && type->has(kUnhashable)) return none();
    if (!has_slot_of(type, *special)) return done();
    return new_slot_wrapper(in, type, *special).take();
}

Value lookup_from(Interp& in, MroWalk walk, const Str* name) {
    const SpecialRow* special = find_special_row(name);
    for (; walk.get(); walk.next()) {
        Value v = KRAIT_TRY(lookup_here(in, walk.get(), name, special));
        if (!is_done(v)) return v;
    }
    return done();
}

// True if attribute access to the type's instances follows the generic rules.
bool plain_get(const Type* type) {
    return !type->has(kCustomGet) && find_slot<&Slots::get_attr>(type->layout) == generic_get_attr;
}
bool plain_set(const Type* type) {
    return !type->has(kCustomSet) && find_slot<&Slots::set_attr>(type->layout) == generic_set_attr;
}

bool binds(Value attr) { return find_slot<&Slots::descr_get>(type_of(attr)) != nullptr; }

// A data descriptor that only sets leaves reading to the instance's attributes.
bool has_getter(Value attr) {
    const Type* type = type_of(attr);
    return binds(attr) && (!type->has(kHeapType) || has_special(type, "__get__"_sym));
}

Value own_attr(Interp& in, Value self, const Str* name) {
    if (!self.is_object() || !has_attributes(self.object()->type())) return {};
    return own_attr_get(in, self.object(), name);
}

Raised raise_not_settable(Interp& in, Value self, const Str* name, bool in_class) {
    if (!in_class) return raise_no_attribute(in, self, name);
    return raise(in, kAttributeError, "'{}' object attribute '{}' is read-only", type_of(self),
                 name);
}

// What a class attribute gives through an instance without running anything; for inline caches.
void locate_class_attr(Value attr, AttrLocation& out) {
    const Type* type = type_of(attr);
    using Kind = AttrLocation::Kind;
    if (type->has(kMethodLike)) {
        out.kind = Kind::Method;
    } else if (!has_getter(attr)) {
        out.kind = Kind::Constant;
    } else if (is_exact<StaticMethod>(attr)) {
        out.kind = Kind::Constant;
        attr = as<StaticMethod>(attr)->callable;
    } else {
        return;
    }
    out.value = attr;
}

// Whether the class's own __abstractmethods__ is a set with something in it (see module abc).
bool has_abstract_methods(const Type* type) {
    const Value names = dict_get(type->dict, "__abstractmethods__"_sym);
    return names && is<FrozenSet>(names) && as<Table>(names)->used > 0;
}

// Flags of a class that follow from what its MRO defines.
void refresh_flags(Type* type) {
    auto defined = [type](const Str* name) {  // by a Python class
        const Type* provider = nullptr;
        return !is_done(type_lookup_plain(type, name, &provider)) && provider->has(kHeapType);
    };
    u32 flags = type->flags & ~(kPlainNew | kCustomGet | kCustomSet);
    const bool plain_layout = type->layout == &ObjectType::kType;
    // A class with abstract methods is for object.__new__ to refuse.
    const bool plain_new = !defined("__new__"_sym) && !has_abstract_methods(type);
    if (plain_layout && plain_new) flags |= kPlainNew;
    if (defined("__getattribute__"_sym) || defined("__getattr__"_sym)) flags |= kCustomGet;
    if (defined("__setattr__"_sym) || defined("__delattr__"_sym)) flags |= kCustomSet;
    if (defined("__set__"_sym) || defined("__delete__"_sym)) flags |= kDataDescriptor;
    if (defined("__del__"_sym)) flags |= kHasFinalizer;
    type->flags = static_cast<u16>(flags);
}

}  // namespace

void LookupCache::clear() {
    for (Entry& e : entries) e = {};
}

void MroWalk::next() {
    if (!mro_) {
        const bool in_group = type_ == &kBaseExceptionGroup && first_ == &kExceptionGroup;
        type_ = in_group ? &kException : type_->base;
    } else {
        ++at_;
        type_ = at_ < mro_->size() ? static_cast<const Type*>(mro_->items_[at_].object()) : nullptr;
    }
}

bool Type::is_subtype_of(const Type* other) const {
    for (MroWalk walk(this); walk.get(); walk.next())
        if (walk.get() == other) return true;
    return false;
}

Value type_lookup(Interp& in, const Type* type, const Str* name) {
    LookupCache::Entry& e = entry_of(in.lookup_cache(), type, name);
    if (e.type == type && e.name == name && e.version == type->version) return e.value;
    Value v = KRAIT_TRY(lookup_from(in, MroWalk(type), name));
    e = {type, name, v, type->version};
    return v;
}

Value type_lookup_after(Interp& in, const Type* type, const Type* after, const Str* name) {
    MroWalk walk(type);
    while (walk.get() && walk.get() != after) walk.next();
    if (walk.get()) walk.next();
    return lookup_from(in, walk, name);
}

Value type_lookup_plain(const Type* type, const Str* name, const Type** provider) {
    for (MroWalk walk(type); walk.get(); walk.next()) {
        const Type* t = walk.get();
        Value v;
        if (t->has(kHeapType)) {
            v = dict_get(t->dict, name);
        } else if (const Row* row = find_row(rows_of(t), name)) {
            v = row->value;
        }
        if (!v) continue;
        if (provider) *provider = t;
        return v;
    }
    return done();
}

bool is_data_descriptor(Value attr) { return type_of(attr)->has(kDataDescriptor); }

Value bind_attr(Interp& in, Value attr, Value instance, const Type* owner) {
    auto get = find_slot<&Slots::descr_get>(type_of(attr));
    return get ? get(in, attr, instance, owner) : attr;
}

Value generic_find_attr(Interp& in, Value self, Str* name) {
    const Type* type = type_of(self);
    Value attr = KRAIT_TRY(type_lookup(in, type, name));
    if (!is_done(attr) && is_data_descriptor(attr) && has_getter(attr))
        return bind_attr(in, attr, self, type);
    if (Value own = own_attr(in, self, name)) return own;
    return is_done(attr) ? attr : bind_attr(in, attr, self, type);
}

Value generic_get_attr(Interp& in, Value self, Str* name) {
    Value v = KRAIT_TRY(generic_find_attr(in, self, name));
    if (is_done(v)) return raise_no_attribute(in, self, name);
    return v;
}

Status generic_set_attr(Interp& in, Value self, Str* name, Value value) {
    const Type* type = type_of(self);
    Value attr = KRAIT_TRY(type_lookup(in, type, name));
    const bool in_class = !is_done(attr);
    if (in_class && is_data_descriptor(attr))
        if (auto set = find_slot<&Slots::descr_set>(type_of(attr)))
            return set(in, attr, self, value);
    if (!self.is_object() || !has_attributes(type))
        return raise_not_settable(in, self, name, in_class);
    if (value) return own_attr_set(in, self.object(), name, value);
    if (!KRAIT_TRY(own_attr_remove(in, self.object(), name)))
        return raise_no_attribute(in, self, name);
    return kOk;
}

Value type_find_attr(Interp& in, const Type* type, Str* name) {
    const Type* meta = type->type();
    Value meta_attr = KRAIT_TRY(type_lookup(in, meta, name));
    if (!is_done(meta_attr) && is_data_descriptor(meta_attr))
        return bind_attr(in, meta_attr, Value(type), meta);
    Value attr = KRAIT_TRY(type_lookup(in, type, name));
    if (!is_done(attr)) return bind_attr(in, attr, Value(), type);
    return is_done(meta_attr) ? done() : bind_attr(in, meta_attr, Value(type), meta);
}

Status type_set_attr(Interp& in, const Type* type, Str* name, Value value) {
    const Type* meta = type->type();
    Value meta_attr = KRAIT_TRY(type_lookup(in, meta, name));
    if (!is_done(meta_attr) && is_data_descriptor(meta_attr))
        if (auto set = find_slot<&Slots::descr_set>(type_of(meta_attr)))
            return set(in, meta_attr, Value(type), value);
    if (!type->has(kHeapType))
        return raise(in, kTypeError, "cannot set '{}' attribute of immutable type '{}'", name,
                     type);
    if (value) {
        KRAIT_TRY(dict_set(in, type->dict, name, value));
    } else if (!dict_remove(type->dict, name)) {
        return raise(in, kAttributeError, "type object '{}' has no attribute '{}'", type, name);
    }
    class_changed(in, heap_type(type));
    return kOk;
}

void class_changed(Interp& in, Type* type) {
    type->version = in.fresh_version();
    refresh_flags(type);
    List* subclasses = heap_type(type)->subclasses;
    if (!subclasses) return;
    for (Value cell : *subclasses)
        if (Object* sub = static_cast<WeakCell*>(cell.object())->target)
            class_changed(in, static_cast<Type*>(sub));
}

Value find_method(Interp& in, Value object, Str* name, Value& self) {
    self = Value();
    const Type* type = type_of(object);
    if (type == &Type::kType) {  // built-in class methods are called without a bound method
        Value attr = KRAIT_TRY(type_lookup(in, as_type(object), name));
        if (attr.is_object() && attr.object()->shape == Builtin::kClassMethodType.shape()) {
            self = object;
            return attr;
        }
    }
    if (!plain_get(type)) return get_attr(in, object, name);
    Value attr = KRAIT_TRY(type_lookup(in, type, name));
    if (is_done(attr) || !type_of(attr)->has(kMethodLike)) return get_attr(in, object, name);
    if (Value own = own_attr(in, object, name)) return own;
    self = object;
    return attr;
}

bool find_instance_slot(const Shape* shape, const Str* name, AttrLocation& out) {
    const Type* type = shape->of;
    if (!type->has(kHeapType) || type->has(kVariableSize) || is_dictionary_shape(shape))
        return false;
    int position = shape_find(shape, name);
    if (position < 0) return false;
    SlotPlace place = slot_place(shape, static_cast<u32>(position));
    out.offset = place.offset;
    out.kind = place.spilled < 0 ? AttrLocation::Kind::Inline : AttrLocation::Kind::Spilled;
    out.index = static_cast<u16>(std::max(place.spilled, i32{0}));
    return true;
}

void locate_for_load(Interp& in, Value object, const Str* name, AttrLocation& out) {
    out = {};
    if (!object.is_object()) return;
    const Shape* shape = object.object()->shape;
    const Type* type = shape->of;
    if (!plain_get(type)) return;
    Value attr = type_lookup(in, type, name);
    if (!attr) return in.set_pending(Value());
    out.shape = shape;
    out.version = type->version;
    if (!is_done(attr) && is_data_descriptor(attr)) {
        if (locate_member(attr, type, out)) return;
        if (!is_exact<Property>(attr) || is_none(as<Property>(attr)->getter)) return;
        out.kind = AttrLocation::Kind::Property;
        out.value = as<Property>(attr)->getter;
        return;
    }
    if (has_attributes(type)) {
        if (!type->has(kHeapType) || is_dictionary_shape(shape)) return;
        if (find_instance_slot(shape, name, out)) return;
        if (shape_find(shape, name) >= 0) return;
    }
    if (!is_done(attr)) locate_class_attr(attr, out);
}

void locate_for_store(Interp& in, Value object, const Str* name, AttrLocation& out) {
    out = {};
    if (!object.is_object()) return;
    const Shape* shape = object.object()->shape;
    const Type* type = shape->of;
    if (!type->has(kHeapType) || type->has(kVariableSize) || !plain_set(type)) return;
    Value attr = type_lookup(in, type, name);
    if (!attr) return in.set_pending(Value());
    out.shape = shape;
    out.version = type->version;
    if (!is_done(attr) && is_data_descriptor(attr)) return (void)locate_member(attr, type, out);
    if (is_dictionary_shape(shape) || !has_attributes(type)) return;
    if (find_instance_slot(shape, name, out) || shape->count >= shape->inline_capacity) return;
    Result<const Shape*> next = shape_with(in, shape, name);
    if (!next) return in.set_pending(Value());
    out.next = next.take();
    if (out.next == shape) return;
    out.kind = AttrLocation::Kind::Add;
    out.offset = slot_place(out.next, shape->count).offset;
}

}  // namespace krait
