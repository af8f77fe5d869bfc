// Making classes and instances.
//
// A class statement runs in three steps, the middle one in the VM:
//     ClassBuilder* b = begin_class(name, bases and keywords);   __mro_entries__, metaclass,
//                                                                __prepare__
//     the body runs with b->namespace_ as its locals
//     Value cls = finish_class(b);                               metaclass(name, bases, ns, **kw)
// The body leaves `__classcell__` in the namespace if a method uses super() or __class__.
#pragma once

#include "core/attributes.hpp"
#include "core/rom.hpp"

namespace krait {

// The box of a variable shared by functions.
struct Cell : Object {
    static const BuiltinType kType;
    Value value;  // empty: not assigned yet
};
Result<Cell*> new_cell(Interp&, Value value);

struct ClassBuilder : Object {
    static const BuiltinType kType;
    Str* name;
    Tuple* bases;           // after __mro_entries__
    Tuple* original_bases;  // as written
    Value metaclass;
    Tuple* keywords;        // names of the other keyword arguments, and
    Tuple* keyword_values;  // their values
    Value namespace_;       // a dict, or what __prepare__ gave
};
Result<ClassBuilder*> begin_class(Interp&, Str* name, const CallArgs& bases_and_keywords);
Value finish_class(Interp&, ClassBuilder* builder);

// The pieces. resolve_bases: the same tuple if no base has __mro_entries__.
Result<Tuple*> resolve_bases(Interp&, Tuple* bases);
// The most derived metaclass of `metaclass` and of the bases' ones.
Result<const Type*> calculate_metaclass(Interp&, const Type* metaclass, Tuple* bases);
// What type.__new__ does: the class, with __set_name__ and __init_subclass__ called.
Result<Type*> new_class(Interp&, const Type* metaclass, Str* name, Tuple* bases, Dict* ns,
                        const CallArgs& keywords = {});

// cls(*args): `__new__`, then `__init__`; what type.__call__ does.
Value instantiate(Interp&, const Type* cls, const CallArgs& args);
// A fresh instance without attributes. Requires: cls->has(kPlainNew), that is: instantiate() would
// do no more than this before __init__.
Result<Object*> new_instance(Interp&, const Type* cls);

// A method or type with its arguments in brackets, such as list[int].
struct GenericAlias : Object {
    static const BuiltinType kType;
    Value origin, args;  // args: a tuple
};
Value new_generic_alias(Interp&, Value origin, Value args);
// `int | str`, for isinstance() and annotations.
struct UnionType : Object {
    static const BuiltinType kType;
    Tuple* args;
};
// `any`: whatever they are, else NotImplemented if one is no type.
Value new_union(Interp&, Value lhs, Value rhs, bool any = false);

// An attribute computed by functions.
struct Property : Object {
    static const BuiltinType kType;
    Value getter, setter, deleter;  // None: not allowed
    Value doc;
    Str* name;  // as __set_name__ told; null: unknown
    Dict* attributes;
};

// @staticmethod and @classmethod around any callable.
struct StaticMethod : Object {
    static const BuiltinType kType;
    Value callable;
    Dict* attributes;
};
struct ClassMethod : Object {
    static const BuiltinType kType;
    Value callable;
    Dict* attributes;
};
Value new_static_method(Interp&, Value callable);
Value new_class_method(Interp&, Value callable);
// What `__class_getitem__` rows of generic built-in types do: an alias such as list[int].
Value class_getitem(Interp&, const Type* cls, Value item);

// super(cls, self): attribute lookup in self's type behind `cls`.
struct Super : Object {
    static const BuiltinType kType;
    const Type* after;  // the class to look behind; null: not initialised
    Value self;         // an instance, or a class; empty: unbound
    const Type* self_type;
};
// super() in a method: the VM gives what the __class__ cell holds and the first argument.
Value new_super(Interp&, Value cls, Value self);
// super(cls, self).name for a call, without the two objects: as find_method().
Value super_find_method(Interp&, Value cls, Value self, Str* name, Value& bound_self);

// A module.
struct Module : Object {
    static const BuiltinType kType;
    const ModuleDef* def;  // rows in read-only memory; null: a module made at run time
    Str* name;
    Dict* dict;  // what was set on top of the rows; null until needed, made for Python modules
};
Result<Module*> new_module(Interp&, Str* name, const ModuleDef* def = nullptr);
// The attribute; done() if missing. Runs no Python (a module's __getattr__ is get_attr's matter).
Value module_get(Module*, const Str* name);
Result<Dict*> module_dict(Interp&, Module*);  // live; rows are copied into it at first use

}  // namespace krait
