// The types of what built-in types and modules consist of: functions, methods, computed attributes.
#include "core/bind.hpp"
#include "core/bound_method.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"

namespace krait {

// --- functions and methods -----------------------------------------------------------------------

// The built-in type that the method belongs to; null if its receiver is not typed.
static const Type* owner_of(const Builtin* f) {
    const Signature& sig = *f->signature;
    const bool typed = sig.has(Signature::kReceiver) &&
                       (sig.kind(0) == ArgKind::Object || sig.kind(0) == ArgKind::Instance);
    return typed ? as<Type>(sig.types()[0]) : nullptr;
}

static Value builtin_call(Interp& in, Value self, const CallArgs& args) {
    return call_builtin(in, as<Builtin>(self), args);
}

static Value function_repr(Interp& in, Value self) {
    return format_str(in, "<built-in function {}>", as<Builtin>(self)->name).take();
}

static Value method_repr(Interp& in, Value self) {
    const Builtin* f = as<Builtin>(self);
    const Type* owner = owner_of(f);
    if (!owner) return format_str(in, "<method '{}'>", f->name).take();
    return format_str(in, "<method '{}' of '{}' objects>", f->name, owner).take();
}

static Value method_get(Interp& in, Value self, Value instance, const Type*) {
    if (instance.is_empty()) return self;
    const Builtin* f = as<Builtin>(self);
    const Type* owner = owner_of(f);
    if (owner && !is_instance(instance, owner))
        return raise(in, kTypeError,
                     "descriptor '{}' for '{}' objects doesn't apply to a '{}' object", f->name,
                     owner, TextArg::type_name(instance));
    return new_bound_method(in, self, instance).take();
}

static Value class_method_get(Interp& in, Value self, Value instance, const Type* owner) {
    return new_bound_method(in, self, Value(owner ? owner : type_of(instance))).take();
}

static Value static_method_get(Interp&, Value self, Value, const Type*) { return self; }

static const Str* builtin_name(Builtin* self) { return self->name; }
static Value builtin_qualname(Interp& in, Builtin* self) {
    const Type* owner = owner_of(self);
    if (!owner) return self->name;
    return format_str(in, "{}.{}", owner, self->name).take();
}
static Value builtin_owner(Interp& in, Builtin* self) {
    if (const Type* owner = owner_of(self)) return owner;
    return raise_no_attribute(in, self, "__objclass__"_sym);
}
static Value builtin_doc(Builtin*) { return none(); }
static Result<Str*> builtin_signature(Interp& in, Builtin* self) {
    return describe_signature(in, *self->signature);
}

static constexpr Row kFunctionRows[] = {
    getter<"__name__", builtin_name>,
    getter<"__qualname__", builtin_qualname>,
    getter<"__objclass__", builtin_owner>,
    getter<"__doc__", builtin_doc>,
    getter<"__text_signature__", builtin_signature>,
};
static constexpr Slots kFunctionSlots{.repr = function_repr, .call = builtin_call};
constinit const BuiltinType Builtin::kFunctionType{{.name = "builtin_function_or_method"_sym,
                                                    .slots = &kFunctionSlots,
                                                    .rows = kFunctionRows,
                                                    .flags = kFinal | kAbstractBase,
                                                    .size = sizeof(Builtin)}};

static constexpr Slots kMethodSlots{
    .repr = method_repr, .call = builtin_call, .descr_get = method_get};
constinit const BuiltinType Builtin::kMethodType{{.name = "method_descriptor"_sym,
                                                  .base = &Builtin::kFunctionType,
                                                  .slots = &kMethodSlots,
                                                  .flags = kFinal | kAbstractBase | kMethodLike,
                                                  .size = sizeof(Builtin)}};

static constexpr Slots kClassMethodSlots{
    .repr = method_repr, .call = builtin_call, .descr_get = class_method_get};
constinit const BuiltinType Builtin::kClassMethodType{{.name = "classmethod_descriptor"_sym,
                                                       .base = &Builtin::kFunctionType,
                                                       .slots = &kClassMethodSlots,
                                                       .flags = kFinal | kAbstractBase,
                                                       .size = sizeof(Builtin)}};

static constexpr Slots kStaticMethodSlots{
    .repr = function_repr, .call = builtin_call, .descr_get = static_method_get};
constinit const BuiltinType Builtin::kStaticMethodType{{.name = "builtin_function_or_method"_sym,
                                                        .base = &Builtin::kFunctionType,
                                                        .slots = &kStaticMethodSlots,
                                                        .flags = kFinal | kAbstractBase,
                                                        .size = sizeof(Builtin)}};

// --- computed attributes -------------------------------------------------------------------------

static Status check_owner(Interp& in, const GetSet* a, Value instance) {
    if (!a->owner || is_instance(instance, a->owner)) return kOk;
    return raise(in, kTypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                 a->name, static_cast<const Type*>(a->owner), TextArg::type_name(instance));
}

static Value getset_get(Interp& in, Value self, Value instance, const Type*) {
    const GetSet* a = as<GetSet>(self);
    if (instance.is_empty()) return self;
    KRAIT_TRY(check_owner(in, a, instance));
    return a->get(in, instance);
}

static Status getset_set(Interp& in, Value self, Value instance, Value value) {
    const GetSet* a = as<GetSet>(self);
    KRAIT_TRY(check_owner(in, a, instance));
    if (a->set) return a->set(in, instance, value);
    return raise(in, kAttributeError, "attribute '{}' of '{}' objects is not writable", a->name,
                 a->owner ? static_cast<const Type*>(a->owner) : type_of(instance));
}

static Value getset_repr(Interp& in, Value self) {
    const GetSet* a = as<GetSet>(self);
    return format_str(in, "<attribute '{}' of '{}' objects>", a->name,
                      a->owner ? a->owner->name->view() : std::string_view("object"))
        .take();
}

static const Str* getset_name(GetSet* self) { return self->name; }

static constexpr Row kGetSetRows[] = {getter<"__name__", getset_name>};
static constexpr Slots kGetSetSlots{
    .repr = getset_repr, .descr_get = getset_get, .descr_set = getset_set};
constinit const BuiltinType GetSet::kReadOnlyType{
    {.name = "getset_descriptor"_sym,
     .slots = &kGetSetSlots,
     .rows = kGetSetRows,
     .flags = kFinal | kAbstractBase | kDataDescriptor,
     .size = sizeof(GetSet)}};
constinit const BuiltinType GetSet::kReadWriteType{
    {.name = "getset_descriptor"_sym,
     .base = &GetSet::kReadOnlyType,
     .slots = &kGetSetSlots,
     .flags = kFinal | kAbstractBase | kDataDescriptor,
     .size = sizeof(GetSet)}};

}  // namespace krait
