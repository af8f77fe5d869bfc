// Calls, attributes, items and type tests: the protocols that need no more than a slot.
#include "core/protocols.hpp"

#include "core/bound_method.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "core/special.hpp"

namespace krait {

namespace {

Result<Str*> interned(Interp& in, const Str* name) {
    if (name->is_interned()) [[likely]]
        return mutable_name(name);
    return intern(in, mutable_name(name));
}

// Drops a pending AttributeError: the attribute is missing. False: something else is pending.
bool drop_attribute_error(Interp& in) {
    if (!is_instance(in.pending(), &kAttributeError)) return false;
    in.set_pending(Value());
    return true;
}

// `test` of each item of a tuple or union of classes, until one is true.
template <class Test>
Result<bool> any_class(Interp& in, const Tuple* classes, Test test) {
    if (!in.check_stack()) return {};
    for (Value cls : classes->span())
        if (KRAIT_TRY(test(cls))) return true;
    return false;
}

const Tuple* alternatives(Value classinfo) {
    if (is<Tuple>(classinfo)) return as<Tuple>(classinfo);
    return is_exact<UnionType>(classinfo) ? as<UnionType>(classinfo)->args : nullptr;
}

// None in a union means its type.
Value class_of_none(Value classinfo) {
    return is_none(classinfo) ? Value(&Singleton::kNoneType) : classinfo;
}

// The metaclass's __instancecheck__ or __subclasscheck__ if Python code defines one; done() if not.
Value find_check(Interp& in, Value classinfo, const Str* name) {
    if (!type_of(classinfo)->has(kHeapType)) return done();
    const Type* provider = nullptr;
    Value f = type_lookup_plain(type_of(classinfo), name, &provider);
    if (is_done(f) || !provider->has(kHeapType)) return done();
    if (!in.check_stack()) return {};
    return f;
}

Result<bool> call_check(Interp& in, Value check, Value classinfo, Value subject) {
    Value r = KRAIT_TRY(call_found(in, check, classinfo, std::span<const Value>(&subject, 1)));
    return truth(in, r);
}

}  // namespace

bool has_special(const Type* type, const Str* name) {
    const SpecialRow* row = find_special_row(name);
    for (MroWalk walk(type); walk.get(); walk.next()) {
        const Type* t = walk.get();
        if (t->has(kHeapType)) {
            if (Value v = dict_get(t->dict, name)) return !is_none(v);
        } else if (row && has_slot_of(t, *row)) {
            return true;
        }
    }
    return false;
}

// --- calls ---

Value call(Interp& in, Value callee, const CallArgs& args) {
    if (!in.check_stack()) return {};
    auto f = find_slot<&Slots::call>(type_of(callee));
    if (!f) return raise(in, kTypeError, "'{}' object is not callable", type_of(callee));
    return f(in, callee, args);
}

Value call(Interp& in, Value callee) { return call(in, callee, CallArgs{}); }

Value call(Interp& in, Value callee, std::span<const Value> args) {
    return call(in, callee, CallArgs{args.data(), static_cast<u32>(args.size()), 0, nullptr});
}

Value call(Interp& in, Value callee, Value a) {
    return call(in, callee, std::span<const Value>(&a, 1));
}

Value call(Interp& in, Value callee, Value a, Value b) {
    const Value args[] = {a, b};
    return call(in, callee, std::span<const Value>(args));
}

Value call_method(Interp& in, Value object, const Str* name, std::span<const Value> args) {
    Value self;
    Value f = KRAIT_TRY(find_method(in, object, KRAIT_TRY(interned(in, name)), self));
    const CallArgs call_args{args.data(), static_cast<u32>(args.size()), 0, nullptr};
    return self ? call_with_self(in, f, self, call_args) : call(in, f, call_args);
}

bool is_callable(Value v) {
    const Type* type = type_of(v);
    if (type->has(kHeapType)) return has_special(type, "__call__"_sym);
    return find_slot<&Slots::call>(type) != nullptr;
}

bool is_iterator(Value v) {
    const Type* type = type_of(v);
    if (type->has(kHeapType)) return has_special(type, "__next__"_sym);
    return find_slot<&Slots::next>(type) != nullptr;
}

// --- attributes ---

Value get_attr(Interp& in, Value object, const Str* name) {
    Str* interned_name = KRAIT_TRY(interned(in, name));
    return find_slot<&Slots::get_attr>(type_of(object))(in, object, interned_name);
}

Value find_attr(Interp& in, Value object, const Str* name) {
    Str* key = KRAIT_TRY(interned(in, name));
    const Type* type = type_of(object);
    auto get = find_slot<&Slots::get_attr>(type);
    const bool plain_instance = type->has(kHeapType) && !type->has(kCustomGet);
    if (plain_instance) get = find_slot<&Slots::get_attr>(type->layout);
    Value v;
    if (get == generic_get_attr) {
        v = generic_find_attr(in, object, key);
    } else if (get == Type::kType.slots->get_attr) {
        v = type_find_attr(in, static_cast<const Type*>(object.object()), key);
    } else {
        v = get(in, object, key);
    }
    if (v) return v;
    return drop_attribute_error(in) ? done() : Value();
}

Value get_attr_or(Interp& in, Value object, const Str* name, Value fallback) {
    Value v = find_attr(in, object, name);
    return is_done(v) ? fallback : v;
}

Status set_attr(Interp& in, Value object, const Str* name, Value v) {
    Str* interned_name = KRAIT_TRY(interned(in, name));
    return find_slot<&Slots::set_attr>(type_of(object))(in, object, interned_name, v);
}

Value find_special(const Type* type, const Str* name) { return type_lookup_plain(type, name); }

Value call_special(Interp& in, Value object, const Str* name, std::span<const Value> args) {
    Value f = KRAIT_TRY(find_dunder(in, object, name));
    return is_done(f) ? f : call_found(in, f, object, args);
}

// --- items ---

Value get_item(Interp& in, Value object, Value key) {
    const Type* type = type_of(object);
    if (auto f = find_slot<&Slots::get_item>(type)) return f(in, object, key);
    return raise(in, kTypeError, "'{}' object is not subscriptable", type);
}

Status set_item(Interp& in, Value object, Value key, Value v) {
    const Type* type = type_of(object);
    if (auto f = find_slot<&Slots::set_item>(type)) return f(in, object, key, v);
    const bool sequence = find_slot<&Slots::get_item>(type);
    return raise(in, kTypeError, "'{}' object does{} support item {}", type,
                 v || !sequence ? " not" : "n't", v ? "assignment" : "deletion");
}

Result<isize> length(Interp& in, Value object) {
    const Type* type = type_of(object);
    if (auto f = find_slot<&Slots::length>(type)) return f(in, object);
    return raise(in, kTypeError, "object of type '{}' has no len()", type);
}

Result<isize> length_hint(Interp& in, Value object) {
    const Type* type = type_of(object);
    if (type->has(kHeapType) ? has_special(type, "__len__"_sym)
                             : find_slot<&Slots::length>(type) != nullptr) {
        Result<isize> n = length(in, object);
        if (n || !is_instance(in.pending(), &kTypeError)) return n;
        in.set_pending(Value());
    }
    Value hint = call_special(in, object, "__length_hint__"_sym);
    if (!hint) {
        if (!is_instance(in.pending(), &kTypeError)) return {};
        in.set_pending(Value());
        return 0;
    }
    if (is_done(hint) || hint == not_implemented()) return 0;
    if (!is_int(hint))
        return raise(in, kTypeError, "__length_hint__ must be an integer, not {}", type_of(hint));
    isize n = KRAIT_TRY(to_index(in, hint));
    if (n < 0) return raise(in, kValueError, "__length_hint__() should return >= 0");
    return n;
}

Result<bool> contains(Interp& in, Value container, Value item) {
    const Type* type = type_of(container);
    if (auto f = find_slot<&Slots::contains>(type)) return f(in, container, item);
    return contains_by_iteration(in, container, item);
}

// --- buffers ---

bool lends_bytes(const Interp& in, Value v) {
    return find_slot<&Slots::get_buffer>(type_of(v)) || (is<Str>(v) && !in.config().strict);
}

Status lend_bytes(Interp& in, Value v, BufferView& view) {
    const Str* text = as_if<Str>(v);
    if (!text || in.config().strict) return get_buffer(in, v, view);
    view.data = const_cast<u8*>(text->bytes().data());
    view.size = text->bytes().size();
    view.exporter = v;
    return kOk;
}

Status get_buffer(Interp& in, Value object, BufferView& view, bool writable) {
    const Type* type = type_of(object);
    auto f = find_slot<&Slots::get_buffer>(type);
    if (!f) return raise(in, kTypeError, "a bytes-like object is required, not '{}'", type);
    KRAIT_TRY(f(in, object, view, writable));
    view.exporter = object;
    return kOk;
}

void release_buffer(BufferView& view) {
    if (!view.exporter) return;
    if (auto f = find_slot<&Slots::release_buffer>(type_of(view.exporter))) f(view.exporter);
    view.exporter = Value();
}

// --- types ---

bool is_type(Value v) { return v.is_object() && v.object()->type()->has(kMetaType); }
const Type* as_type(Value v) { return static_cast<const Type*>(v.object()); }

bool is_instance(Value v, const Type* type) { return v && type_of(v)->is_subtype_of(type); }

Result<bool> is_instance(Interp& in, Value v, Value classinfo) {
    classinfo = class_of_none(classinfo);
    if (Value(type_of(v)) == classinfo) return true;
    Value check = KRAIT_TRY(find_check(in, classinfo, "__instancecheck__"_sym));
    if (!is_done(check)) return call_check(in, check, classinfo, v);
    if (is_type(classinfo)) {
        if (is_instance(v, as_type(classinfo))) return true;
        if (!type_of(v)->has(kHeapType)) return false;
        Value cls = KRAIT_TRY(get_attr_or(in, v, "__class__"_sym, Value(type_of(v))));
        return is_type(cls) && as_type(cls)->is_subtype_of(as_type(classinfo));
    }
    if (const Tuple* classes = alternatives(classinfo))
        return any_class(in, classes, [&](Value c) { return is_instance(in, v, c); });
    return raise(in, kTypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

Result<bool> is_subclass(Interp& in, Value cls, Value classinfo) {
    classinfo = class_of_none(classinfo);
    if (const Tuple* classes = alternatives(classinfo))
        return any_class(in, classes, [&](Value c) { return is_subclass(in, cls, c); });
    Value check = KRAIT_TRY(find_check(in, classinfo, "__subclasscheck__"_sym));
    if (!is_done(check)) return call_check(in, check, classinfo, cls);
    if (!is_type(cls)) return raise(in, kTypeError, "issubclass() arg 1 must be a class");
    if (!is_type(classinfo))
        return raise(in, kTypeError,
                     "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return as_type(cls)->is_subtype_of(as_type(classinfo));
}

}  // namespace krait
