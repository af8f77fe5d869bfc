// Builtins that look at objects: attributes, classes, identity.
#include "core/bind.hpp"
#include "modules/builtins.hpp"
#include "vm/builtins.hpp"

namespace krait {

namespace {

Result<Str*> attribute_name(Interp& in, Value name) {
    if (is_exact<Str>(name) && as<Str>(name)->is_interned()) return as<Str>(name);
    if (Str* s = as_if<Str>(name)) return intern(in, s);
    return raise(in, kTypeError, "attribute name must be string, not '{}'",
                 TextArg::type_name(name));
}

Value builtin_getattr(Interp& in, Value object, Value name, Value fallback) {
    Str* s = KRAIT_TRY(attribute_name(in, name));
    if (const Value* slot = instance_slot(in, object, s)) return *slot;
    return fallback ? get_attr_or(in, object, s, fallback) : get_attr(in, object, s);
}

Result<bool> builtin_hasattr(Interp& in, Value object, Value name) {
    Str* s = KRAIT_TRY(attribute_name(in, name));
    const Value v = find_attr(in, object, s);
    if (!v) return {};
    return !is_done(v);
}

Status builtin_setattr(Interp& in, Value object, Value name, Value value) {
    Str* s = KRAIT_TRY(attribute_name(in, name));
    if (Value* slot = instance_slot(in, object, s)) {
        in.heap().write(*slot, value);
        return kOk;
    }
    return set_attr(in, object, s, value);
}

Status builtin_delattr(Interp& in, Value object, Value name) {
    return set_attr(in, object, KRAIT_TRY(attribute_name(in, name)), Value());
}

Value builtin_dir(Interp& in, Value object) {
    Value names;
    if (object) {
        names = KRAIT_TRY(call_special(in, object, "__dir__"_sym));
        if (is_done(names)) return raise(in, kTypeError, "object does not provide __dir__");
    } else {
        names = KRAIT_TRY(frame_locals(in, in.vm().frame()));
    }
    List* list = KRAIT_TRY(list_from(in, names));
    (void)KRAIT_TRY(call_method(in, list, "sort"_sym));
    return list;
}

Value builtin_vars(Interp& in, Value object) {
    if (!object) return KRAIT_TRY(frame_locals(in, in.vm().frame()));
    const Value dict = KRAIT_TRY(find_attr(in, object, "__dict__"_sym));
    if (is_done(dict)) return raise(in, kTypeError, "vars() argument must have __dict__ attribute");
    return dict;
}

bool builtin_callable(Value object) { return is_callable(object); }

Value builtin_id(Interp& in, Value object) { return new_int_unsigned(in, object.bits()); }

Result<isize> builtin_hash(Interp& in, Value object) { return hash(in, object); }

Result<bool> builtin_isinstance(Interp& in, Value object, Value classinfo) {
    return is_instance(in, object, classinfo);
}

Result<bool> builtin_issubclass(Interp& in, Value cls, Value classinfo) {
    return is_subclass(in, cls, classinfo);
}

constexpr Row kRows[] = {
    def<"callable(obj, /)", builtin_callable>,
    def<"delattr(obj, name, /)", builtin_delattr>,
    def<"dir(object=..., /)", builtin_dir>,
    def<"getattr(object, name, default=..., /)", builtin_getattr>,
    def<"hasattr(obj, name, /)", builtin_hasattr>,
    def<"hash(obj, /)", builtin_hash>,
    def<"id(obj, /)", builtin_id>,
    def<"isinstance(obj, class_or_tuple, /)", builtin_isinstance>,
    def<"issubclass(cls, class_or_tuple, /)", builtin_issubclass>,
    def<"setattr(obj, name, value, /)", builtin_setattr>,
    def<"vars(object=..., /)", builtin_vars>,
};

}  // namespace

constinit const std::span<const Row> kObjectBuiltins{kRows};

}  // namespace krait
