// `object`: what every Python object can do unless its type says otherwise, and how instances are
// made and initialised.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "core/special.hpp"
#include "core/str_builder.hpp"
#include "objects/iteration.hpp"
#include "objects/set.hpp"
#include "objects/type.hpp"

namespace krait {

namespace {

// --- slots ---

Value object_repr(Interp& in, Value self) {
    StrBuilder out(in);
    KRAIT_TRY(out.append("<"));
    KRAIT_TRY(out.append(KRAIT_TRY(full_name(in, type_of(self)))));
    KRAIT_TRY(out.append(" object at 0x"));
    KRAIT_TRY(out.append_unsigned(self.bits(), 16));
    KRAIT_TRY(out.append(">"));
    return out.finish().take();
}

// What __repr__ returns is not looked at here: to_str() complains of it as of __str__'s.
Value object_str(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    return find_slot<&Slots::repr>(type_of(self))(in, self);
}

Value object_format(Interp& in, Value self, Str* spec) {
    if (spec->size() > 0)
        return raise(in, kTypeError, "unsupported format string passed to {}.__format__",
                     type_of(self));
    return to_str(in, self).take();
}

Result<isize> object_hash(Interp&, Value self) {
    return static_cast<isize>(self.bits() >> 3 & 0x3fff'ffff);
}

Value object_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (op == CompareOp::Eq) return lhs == rhs ? true_() : not_implemented();
    if (op != CompareOp::Ne) return not_implemented();
    // != is the contrary of what the type makes of ==.
    auto compare_slot = find_slot<&Slots::compare>(type_of(lhs));
    Value equal = KRAIT_TRY(compare_slot(in, CompareOp::Eq, lhs, rhs));
    if (equal == not_implemented()) return equal;
    return from_bool(!KRAIT_TRY(truth(in, equal)));
}

// True if a class other than `object` has __init__.
Result<bool> has_own_init(Interp& in, const Type* cls) {
    if (!cls->has(kHeapType)) return find_slot<&Slots::init>(cls) != ObjectType::kType.slots->init;
    Value init = KRAIT_TRY(type_lookup(in, cls, "__init__"_sym));
    SlotWrapper* w = as_slot_wrapper(init);
    return !w || w->of != &ObjectType::kType;
}

bool has_own_new(const Type* cls) {
    if (cls->has(kHeapType)) return !cls->has(kPlainNew);
    return find_slot<&Slots::construct>(cls) != ObjectType::kType.slots->construct;
}

// What module abc left as the class's __abstractmethods__: a set of names; else null.
FrozenSet* abstract_methods(const Type* cls) {
    if (!cls->has(kHeapType)) return nullptr;
    const Value names = dict_get(cls->dict, "__abstractmethods__"_sym);
    return names ? as_if<FrozenSet>(names) : nullptr;
}

Raised refuse_abstract(Interp& in, const Type* cls, FrozenSet* methods) {
    List* names = KRAIT_TRY(sorted(in, Value(methods), none(), false));
    StrBuilder out(in);
    for (usize i = 0; i < names->size(); ++i) {
        KRAIT_TRY(out.append(i ? ", '" : "'"));
        KRAIT_TRY(out.append_str(names->begin()[i]));
        KRAIT_TRY(out.append("'"));
    }
    return raise(in, kTypeError,
                 "Can't instantiate abstract class {} without an implementation for abstract "
                 "method{} {}",
                 cls, methods->used == 1 ? "" : "s", out.view());
}

Value object_construct(Interp& in, const Type* cls, const CallArgs& args) {
    FrozenSet* methods = abstract_methods(cls);
    if (methods && methods->used) return refuse_abstract(in, cls, methods);
    if (args.total() > 0) {
        if (has_own_new(cls))
            return raise(in, kTypeError,
                         "object.__new__() takes exactly one argument (the type to instantiate)");
        if (!KRAIT_TRY(has_own_init(in, cls)))
            return raise(in, kTypeError, "{}() takes no arguments", cls);
    }
    // A built-in type without a constructor of its own inherits this one.
    if (cls->layout != &ObjectType::kType)
        return raise(in, kTypeError, "cannot create '{}' instances", cls);
    return new_instance(in, cls).take();
}

Status object_init(Interp& in, Value self, const CallArgs& args) {
    if (args.total() == 0) return kOk;
    const Type* cls = type_of(self);
    if (KRAIT_TRY(has_own_init(in, cls)))
        return raise(in, kTypeError,
                     "object.__init__() takes exactly one argument (the instance to initialize)");
    if (!has_own_new(cls))
        return raise(in, kTypeError,
                     "{}.__init__() takes exactly one argument (the instance to initialize)", cls);
    return kOk;
}

// --- attributes ---

const Type* object_class(Value self) { return type_of(self); }

Status object_set_class(Interp& in, Value self, Value value) {
    if (!value) return raise(in, kTypeError, "can't delete __class__ attribute");
    if (!is_type(value))
        return raise(in, kTypeError, "__class__ must be set to a class, not '{}' object",
                     type_of(value));
    const Type *from = type_of(self), *to = as_type(value);
    if (!from->has(kHeapType) || !to->has(kHeapType))
        return raise(in, kTypeError,
                     "__class__ assignment only supported for mutable types or ModuleType "
                     "subclasses");
    if (from->layout != to->layout || from->instance_size != to->instance_size ||
        !has_attributes(from) || !has_attributes(to))
        return raise(in, kTypeError, "__class__ assignment: '{}' object layout differs from '{}'",
                     to, from);
    return change_class(in, self.object(), to);
}

Value object_dict(Interp& in, Value self) {
    if (!self.is_object() || !has_attributes(type_of(self)))
        return raise_no_attribute(in, self, "__dict__"_sym);
    return own_dict(in, self.object()).take();
}

Status object_set_dict(Interp& in, Value self, Value value) {
    if (!self.is_object() || !has_attributes(type_of(self)))
        return raise_no_attribute(in, self, "__dict__"_sym);
    if (!value) return raise(in, kTypeError, "cannot delete __dict__");
    if (!is<Dict>(value))
        return raise(in, kTypeError, "__dict__ must be set to a dictionary, not a '{}'",
                     type_of(value));
    return set_own_dict(in, self.object(), as<Dict>(value));
}

Result<List*> object_dir(Interp& in, Value self) {
    Dict* names = KRAIT_TRY(new_dict(in));
    if (self.is_object() && has_attributes(type_of(self)))
        KRAIT_TRY(dict_update(in, names, KRAIT_TRY(own_attrs_copy(in, self.object()))));
    KRAIT_TRY(add_class_names(in, names, type_of(self)));
    return list_from(in, Value(names));
}

Value object_sizeof(Interp& in, Value self) {
    if (!self.is_object() || !in.heap().contains(self.object()))
        return Value::from_int(sizeof(Value));
    return new_int(in, static_cast<i64>(in.heap().cell_size(self.object())));
}

Value object_init_subclass(const Type*) { return none(); }
Value object_subclasshook(const Type*, Value) { return not_implemented(); }

constexpr Row kObjectRows[] = {
    getter<"__class__", object_class, object_set_class>,
    getter<"__dict__", object_dict, object_set_dict>,
    constant<"__doc__">(none()),
    def<"__dir__(self, /)", object_dir>,
    def<"__sizeof__(self, /)", object_sizeof>,
    def_class<"__init_subclass__(cls, /)", object_init_subclass>,
    def_class<"__subclasshook__(cls, subclass, /)", object_subclasshook>,
};

constinit const Slots kObjectSlots{
    .repr = object_repr,
    .str = object_str,
    .format = object_format,
    .hash = object_hash,
    .get_attr = generic_get_attr,
    .set_attr = generic_set_attr,
    .compare = object_compare,
    .construct = object_construct,
    .init = object_init,
};

}  // namespace

constinit const BuiltinType ObjectType::kType{
    {.name = "object"_sym, .slots = &kObjectSlots, .rows = kObjectRows}};

Result<Object*> new_instance(Interp& in, const Type* cls) {
    return allocate_instance(in, cls, cls->layout->instance_size);
}

Value instantiate(Interp& in, const Type* cls, const CallArgs& args) {
    if (cls->has(kAbstractBase)) return raise(in, kTypeError, "cannot create '{}' instances", cls);
    Value made;
    Value make = done();
    if (cls->has(kHeapType) && !cls->has(kPlainNew))
        make = KRAIT_TRY(type_lookup(in, cls, "__new__"_sym));
    if (SlotWrapper* w = inherited_constructor(cls, make, SpecialKind::New)) {
        made = KRAIT_TRY(w->of->slots->construct(in, cls, args));
    } else if (!is_done(make)) {
        Value function = KRAIT_TRY(bind_attr(in, make, Value(), cls));
        made = KRAIT_TRY(call_with_self(in, function, Value(cls), args));
    } else {
        const Type* builtin = cls->has(kHeapType) ? cls->layout : cls;
        made = KRAIT_TRY(find_slot<&Slots::construct>(builtin)(in, cls, args));
    }
    if (!is_instance(made, cls)) return made;
    KRAIT_TRY(initialise(in, made, args));
    return made;
}

Status initialise(Interp& in, Value object, const CallArgs& args) {
    const Type* cls = type_of(object);
    if (!cls->has(kHeapType)) return find_slot<&Slots::init>(cls)(in, object, args);
    Value init = KRAIT_TRY(type_lookup(in, cls, "__init__"_sym));
    if (SlotWrapper* w = inherited_constructor(cls, init, SpecialKind::Init))
        return w->of->slots->init(in, object, args);
    Value result = KRAIT_TRY(call_bound(in, init, object, args));
    if (is_none(result)) return kOk;
    return raise(in, kTypeError, "__init__() should return None, not '{}'", type_of(result));
}

}  // namespace krait
