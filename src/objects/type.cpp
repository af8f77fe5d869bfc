// `type`: the type of classes, its attributes and its three-argument form.
#include "objects/type.hpp"

#include "core/bind.hpp"
#include "core/interp.hpp"
#include "core/special.hpp"
#include "objects/mapping_proxy.hpp"

namespace krait {

namespace {

Type* self_type(Value self) { return static_cast<Type*>(self.object()); }

// The entry of the class's own dict; empty if there is none or the type is built in.
Value own_entry(const Type* type, const Str* name) {
    if (type->has(kHeapType)) return dict_get(type->dict, name);
    const Row* row = find_row(rows_of(type), name);
    return row ? row->value : Value();
}

Status set_entry(Interp& in, Type* type, const Str* name, Value value) {
    if (!type->has(kHeapType))
        return raise(in, kTypeError, "cannot set '{}' attribute of immutable type '{}'", name,
                     type);
    if (value) {
        KRAIT_TRY(dict_set(in, type->dict, name, value));
    } else if (!dict_remove(type->dict, name)) {
        return raise(in, kAttributeError, "{}", name);
    }
    class_changed(in, type);
    return kOk;
}

// --- slots ---

Value type_repr(Interp& in, Value self) {
    Str* name = KRAIT_TRY(full_name(in, self_type(self)));
    return format_str(in, "<class '{}'>", name).take();
}

Value type_call(Interp& in, Value self, const CallArgs& args) {
    if (self == Value(&Type::kType) && args.positional == 1 && args.named == 0)
        return Value(type_of(args.values[0]));
    return instantiate(in, self_type(self), args);
}

Value type_get_attr(Interp& in, Value self, Str* name) {
    Value v = KRAIT_TRY(type_find_attr(in, self_type(self), name));
    if (is_done(v)) return raise_no_attribute(in, self, name);
    return v;
}

Status type_set_attr_slot(Interp& in, Value self, Str* name, Value value) {
    return type_set_attr(in, self_type(self), name, value);
}

Value type_get_item(Interp& in, Value self, Value item) {
    const Type* type = self_type(self);
    Value f = KRAIT_TRY(type_lookup(in, type, "__class_getitem__"_sym));
    if (!is_done(f)) return call(in, KRAIT_TRY(bind_attr(in, f, Value(), type)), item);
    if (type == &Type::kType || type == &List::kType || type == &Tuple::kType ||
        type == &Dict::kType)
        return new_generic_alias(in, self, item);
    return raise(in, kTypeError, "type '{}' is not subscriptable", type);
}

Value type_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    return op == BinaryOp::Or ? new_union(in, lhs, rhs) : not_implemented();
}

Value type_construct(Interp& in, const Type* meta, const CallArgs& args) {
    if (args.positional == 1 && args.named == 0 && meta == &Type::kType)
        return Value(type_of(args.values[0]));
    if (args.positional != 3) return raise(in, kTypeError, "type() takes 1 or 3 arguments");
    static constexpr const char* kNames[] = {"str", "tuple", "dict"};
    const Value *a = args.values, ns = a[2];
    const bool fits[] = {is<Str>(a[0]), is<Tuple>(a[1]), is<Dict>(ns)};
    for (int i = 0; i < 3; ++i)
        if (!fits[i])
            return raise(in, kTypeError, "type.__new__() argument {} must be {}, not {}", i + 1,
                         kNames[i], type_of(a[i]));
    const Type* winner = KRAIT_TRY(calculate_metaclass(in, meta, as<Tuple>(a[1])));
    if (winner != meta) {  // its own __new__ makes the class
        Value make = KRAIT_TRY(type_lookup(in, winner, "__new__"_sym));
        if (!inherited_constructor(winner, make, SpecialKind::New)) {
            make = KRAIT_TRY(bind_attr(in, make, Value(), winner));
            return call_with_self(in, make, Value(winner), args);
        }
    }
    return new_class(in, winner, as<Str>(a[0]), as<Tuple>(a[1]), as<Dict>(ns),
                     {a + 3, 0, args.named, args.names})
        .take();
}

Status type_init(Interp& in, Value, const CallArgs& args) {
    if (args.positional == 3 || (args.positional == 1 && args.named == 0)) return kOk;
    return raise(in, kTypeError, "type.__init__() takes 1 or 3 arguments");
}

void type_trace(Object* o, Marker& m) {
    auto* t = static_cast<HeapType*>(o);
    for (const Object* part : std::initializer_list<const Object*>{
             t->name, t->base, t->layout, t->root_shape, t->dict, t->mro, t->bases, t->qualname,
             t->subclasses, t->dict_shape})
        m.object(part);
}

// --- attributes ---

Value type_name(Type* self) { return Value(self->name); }
Status type_set_name(Interp& in, Type* self, Value value) {
    if (!self->has(kHeapType)) return set_entry(in, self, "__name__"_sym, value);
    if (!value)
        return raise(in, kTypeError, "cannot delete '__name__' attribute of type '{}'", self);
    if (!is<Str>(value))
        return raise(in, kTypeError, "can only assign string to {}.__name__, not '{}'", self,
                     type_of(value));
    const Str* name = KRAIT_TRY(intern(in, as<Str>(value)));
    in.heap().write(self->name, name);
    return kOk;
}

Value type_qualname(Type* self) {
    return self->has(kHeapType) ? Value(self->qualname) : Value(self->name);
}
Status type_set_qualname(Interp& in, Type* self, Value value) {
    if (!self->has(kHeapType)) return set_entry(in, self, "__qualname__"_sym, value);
    if (!value || !is<Str>(value))
        return raise(in, kTypeError, "can only assign string to {}.__qualname__", self);
    in.heap().write(self->qualname, as<Str>(value));
    return kOk;
}

Value type_module(Interp& in, Type* self) {
    Value v = own_entry(self, "__module__"_sym);
    if (!self->has(kHeapType)) return as_if<Str>(v) ? v : Value("builtins"_sym);
    if (v) return v;
    return raise(in, kAttributeError, "__module__");
}
Status type_set_module(Interp& in, Type* self, Value value) {
    return set_entry(in, self, "__module__"_sym, value);
}

Value type_annotations(Interp& in, Type* self) {
    if (!self->has(kHeapType))
        return raise(in, kAttributeError, "type object '{}' has no attribute '__annotations__'",
                     self);
    if (Value v = own_entry(self, "__annotations__"_sym)) return v;
    Dict* fresh = KRAIT_TRY(new_dict(in));
    KRAIT_TRY(dict_set(in, self->dict, "__annotations__"_sym, Value(fresh)));
    return Value(fresh);
}
Status type_set_annotations(Interp& in, Type* self, Value value) {
    return set_entry(in, self, "__annotations__"_sym, value);
}

Value type_base(Type* self) { return self->base ? Value(self->base) : none(); }

Result<Tuple*> type_bases(Interp& in, Type* self) {
    if (self->bases) return self->bases;
    const Value base(self->base);
    return new_tuple(in, std::span(&base, self->base ? 1 : 0));
}

Result<Tuple*> type_mro(Interp& in, Type* self) {
    if (self->mro) return self->mro;
    List* order = KRAIT_TRY(new_list(in));
    for (MroWalk walk(self); walk.get(); walk.next())
        KRAIT_TRY(list_append(in, order, Value(walk.get())));
    return new_tuple(in, order->span());
}

Result<List*> type_mro_list(Interp& in, Type* self) {
    return new_list(in, KRAIT_TRY(type_mro(in, self))->span());
}

// A live view for classes; a built-in type's dict is made when it is asked for.
Result<MappingProxy*> type_dict(Interp& in, Type* self) {
    if (self->has(kHeapType)) return new_mapping_proxy(in, Value(self->dict));
    Dict* dict = KRAIT_TRY(new_dict(in, self->row_count));
    for (const SpecialRow& row : special_rows()) {
        if (!has_slot_of(self, row)) continue;
        const Value wrapper = KRAIT_TRY(new_slot_wrapper(in, self, row));
        KRAIT_TRY(dict_set(in, dict, row.name, wrapper));
    }
    if (self->has(kUnhashable)) KRAIT_TRY(dict_set(in, dict, "__hash__"_sym, none()));
    for (const Row& row : rows_of(self)) KRAIT_TRY(dict_set(in, dict, row.name, row.value));
    return new_mapping_proxy(in, Value(dict));
}

// Differs: built-in types do not know the Python classes that derive from them.
Result<List*> type_subclasses(Interp& in, Type* self) {
    List* out = KRAIT_TRY(new_list(in));
    List* cells = self->has(kHeapType) ? heap_type(self)->subclasses : nullptr;
    for (usize i = 0; cells && i < cells->size(); ++i)
        if (Object* sub = as<WeakCell>(cells->begin()[i])->target)
            KRAIT_TRY(list_append(in, out, Value(sub)));
    return out;
}

bool type_instancecheck(Type* self, Value instance) { return is_instance(instance, self); }

Result<bool> type_subclasscheck(Interp& in, Type* self, Value cls) {
    if (!is_type(cls)) return raise(in, kTypeError, "issubclass() arg 1 must be a class");
    return as_type(cls)->is_subtype_of(self);
}

Result<Dict*> type_prepare(Interp& in, const Type*, Args, Kwargs) { return new_dict(in); }

Result<List*> type_dir(Interp& in, Type* self) {
    Dict* names = KRAIT_TRY(new_dict(in));
    KRAIT_TRY(add_class_names(in, names, self));
    return list_from(in, Value(names));
}

constexpr Row kTypeRows[] = {
    getter<"__name__", type_name, type_set_name>,
    getter<"__qualname__", type_qualname, type_set_qualname>,
    getter<"__module__", type_module, type_set_module>,
    getter<"__annotations__", type_annotations, type_set_annotations>,
    getter<"__base__", type_base>,
    getter<"__bases__", type_bases>,
    getter<"__mro__", type_mro>,
    getter<"__dict__", type_dict>,
    def<"mro(self, /)", type_mro_list>,
    def<"__subclasses__(self, /)", type_subclasses>,
    def<"__instancecheck__(self, instance, /)", type_instancecheck>,
    def<"__subclasscheck__(self, subclass, /)", type_subclasscheck>,
    def_class<"__prepare__(cls, /, *args, **kwargs)", type_prepare>,
    def<"__dir__(self, /)", type_dir>,
};

constinit const Slots kTypeSlots{
    .repr = type_repr,
    .call = type_call,
    .get_attr = type_get_attr,
    .set_attr = type_set_attr_slot,
    .get_item = type_get_item,
    .binary = type_binary,
    .construct = type_construct,
    .init = type_init,
    .trace = type_trace,
};

}  // namespace

constinit const Slots kNoSlots{};

constinit const BuiltinType Type::kType{{.name = "type"_sym,
                                         .slots = &kTypeSlots,
                                         .rows = kTypeRows,
                                         .flags = kMetaType,
                                         .size = sizeof(HeapType)}};

Result<Str*> full_name(Interp& in, const Type* type) {
    Str* module = as_if<Str>(own_entry(type, "__module__"_sym));
    Str* name = type->has(kHeapType) ? type->qualname : mutable_name(type->name);
    if (!module || module->view() == "builtins") return name;
    return format_str(in, "{}.{}", module, name);
}

Status add_class_names(Interp& in, Dict* names, const Type* type) {
    for (MroWalk walk(type); walk.get(); walk.next()) {
        const Type* t = walk.get();
        if (t->has(kHeapType)) KRAIT_TRY(dict_update(in, names, t->dict));
        for (const Row& row : rows_of(t)) KRAIT_TRY(dict_set(in, names, row.name, none()));
        if (t->has(kHeapType)) continue;
        for (const SpecialRow& row : special_rows())
            if (has_slot_of(t, row)) KRAIT_TRY(dict_set(in, names, row.name, none()));
    }
    return kOk;
}

}  // namespace krait
