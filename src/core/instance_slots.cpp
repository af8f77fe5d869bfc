// The slots of Python classes: each looks its special method up in the class and calls it. Where
// the class only inherits a built-in type's slot, type_lookup finds a SlotWrapper, and that slot
// is called directly.
#include "core/bound_method.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "core/special.hpp"

namespace krait {

namespace {

// The slots of the built-in type whose own `name` was found, or null if `found` is a Python method
// (or a wrapper that the class took from elsewhere: `__len__ = list.__len__`).
const Slots* native(Value found, Value self, const Str* name) {
    SlotWrapper* w = as_slot_wrapper(found);
    return w && w->row->name == name && is_instance(self, w->of) ? w->of->slots : nullptr;
}

Value call_found(Interp& in, Value found, Value self) { return call_found(in, found, self, {}); }
Value call_found(Interp& in, Value found, Value self, Value a) {
    return call_found(in, found, self, std::span<const Value>(&a, 1));
}

Value instance_repr(Interp& in, Value self) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__repr__"_sym));
    if (const Slots* s = native(f, self, "__repr__"_sym)) return s->repr(in, self);
    return call_found(in, f, self);
}

Value instance_str(Interp& in, Value self) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__str__"_sym));
    if (const Slots* s = native(f, self, "__str__"_sym)) return s->str(in, self);
    return call_found(in, f, self);
}

Value instance_format(Interp& in, Value self, Str* spec) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__format__"_sym));
    if (const Slots* s = native(f, self, "__format__"_sym)) return s->format(in, self, spec);
    return call_found(in, f, self, Value(spec));
}

Result<isize> instance_hash(Interp& in, Value self) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__hash__"_sym));
    if (is_done(f) || is_none(f))
        return raise(in, kTypeError, "unhashable type: '{}'", type_of(self));
    if (const Slots* s = native(f, self, "__hash__"_sym)) return s->hash(in, self);
    Value h = KRAIT_TRY(call_found(in, f, self));
    if (!is_int(h)) return raise(in, kTypeError, "__hash__ method should return an integer");
    return h.is_int() ? Result<isize>(h.as_int()) : hash(in, h);
}

Result<bool> instance_truth(Interp& in, Value self) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__bool__"_sym));
    if (!is_done(f) && !is_none(f)) {
        if (const Slots* s = native(f, self, "__bool__"_sym)) return s->truth(in, self);
        Value v = KRAIT_TRY(call_found(in, f, self));
        if (!is_bool(v))
            return raise(in, kTypeError, "__bool__ should return bool, returned {}", type_of(v));
        return v == true_();
    }
    f = KRAIT_TRY(find_dunder(in, self, "__len__"_sym));
    if (is_done(f)) return true;
    return KRAIT_TRY(length(in, self)) != 0;
}

Value instance_call(Interp& in, Value self, const CallArgs& args) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__call__"_sym));
    if (is_done(f)) return raise(in, kTypeError, "'{}' object is not callable", type_of(self));
    if (const Slots* s = native(f, self, "__call__"_sym)) return s->call(in, self, args);
    return call_bound(in, f, self, args);
}

Value instance_find_fallback(Interp& in, Value self, Str* name) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__getattr__"_sym));
    if (is_done(f)) return raise_no_attribute(in, self, name);
    return call_found(in, f, self, Value(name));
}

Value instance_get_attr(Interp& in, Value self, Str* name) {
    const Type* type = type_of(self);
    if (!type->has(kCustomGet)) return find_slot<&Slots::get_attr>(type->layout)(in, self, name);
    if (!in.check_stack()) return {};
    Value f = KRAIT_TRY(find_dunder(in, self, "__getattribute__"_sym));
    Value v;
    if (const Slots* s = native(f, self, "__getattribute__"_sym);
        s && s->get_attr == generic_get_attr) {
        v = generic_find_attr(in, self, name);
        if (v && !is_done(v)) return v;
        if (v) return instance_find_fallback(in, self, name);
    } else {
        v = s ? s->get_attr(in, self, name) : call_found(in, f, self, Value(name));
        if (v) return v;
    }
    if (!is_instance(in.pending(), &kAttributeError)) return {};
    f = type_lookup_plain(type, "__getattr__"_sym);
    if (is_done(f)) return {};
    in.set_pending(Value());
    return call_found(in, f, self, Value(name));
}

Status instance_set_attr(Interp& in, Value self, Str* name, Value value) {
    const Type* type = type_of(self);
    if (!type->has(kCustomSet))
        return find_slot<&Slots::set_attr>(type->layout)(in, self, name, value);
    const Str* method = value ? "__setattr__"_sym : "__delattr__"_sym;
    Value f = KRAIT_TRY(find_dunder(in, self, method));
    if (const Slots* s = native(f, self, method)) return s->set_attr(in, self, name, value);
    const Value args[] = {Value(name), value};
    KRAIT_TRY(call_found(in, f, self, std::span(args, value ? 2 : 1)));
    return kOk;
}

Result<isize> instance_length(Interp& in, Value self) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__len__"_sym));
    if (is_done(f) || is_none(f))
        return raise(in, kTypeError, "object of type '{}' has no len()", type_of(self));
    if (const Slots* s = native(f, self, "__len__"_sym)) return s->length(in, self);
    Value v = KRAIT_TRY(call_found(in, f, self));
    isize n = KRAIT_TRY(to_index(in, v));
    if (n < 0) return raise(in, kValueError, "__len__() should return >= 0");
    return n;
}

Value instance_get_item(Interp& in, Value self, Value key) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__getitem__"_sym));
    if (is_done(f) || is_none(f))
        return raise(in, kTypeError, "'{}' object is not subscriptable", type_of(self));
    if (const Slots* s = native(f, self, "__getitem__"_sym)) return s->get_item(in, self, key);
    return call_found(in, f, self, key);
}

Status instance_set_item(Interp& in, Value self, Value key, Value value) {
    Value f = KRAIT_TRY(find_dunder(in, self, value ? "__setitem__"_sym : "__delitem__"_sym));
    if (is_done(f) || is_none(f))
        return raise(in, kTypeError, "'{}' object does{} support item {}", type_of(self),
                     value ? " not" : "n't", value ? "assignment" : "deletion");
    if (const Slots* s = native(f, self, value ? "__setitem__"_sym : "__delitem__"_sym))
        return s->set_item(in, self, key, value);
    const Value args[] = {key, value};
    KRAIT_TRY(call_found(in, f, self, std::span(args, value ? 2 : 1)));
    return kOk;
}

Result<bool> instance_contains(Interp& in, Value self, Value item) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__contains__"_sym));
    if (is_none(f)) return raise(in, kTypeError, "'{}' object is not a container", type_of(self));
    if (is_done(f)) return contains_by_iteration(in, self, item);
    if (const Slots* s = native(f, self, "__contains__"_sym)) return s->contains(in, self, item);
    return truth(in, KRAIT_TRY(call_found(in, f, self, item)));
}

Value instance_iter(Interp& in, Value self) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__iter__"_sym));
    if (is_none(f)) return raise(in, kTypeError, "'{}' object is not iterable", type_of(self));
    if (is_done(f)) {
        Value get = KRAIT_TRY(find_dunder(in, self, "__getitem__"_sym));
        if (is_done(get))
            return raise(in, kTypeError, "'{}' object is not iterable", type_of(self));
        return new_sequence_iterator(in, self);
    }
    if (const Slots* s = native(f, self, "__iter__"_sym)) return s->iter(in, self);
    Value it = KRAIT_TRY(call_found(in, f, self));
    if (!is_iterator(it))
        return raise(in, kTypeError, "iter() returned non-iterator of type '{}'", type_of(it));
    return it;
}

Value instance_next(Interp& in, Value self) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__next__"_sym));
    if (is_done(f) || is_none(f))
        return raise(in, kTypeError, "'{}' object is not an iterator", type_of(self));
    if (const Slots* s = native(f, self, "__next__"_sym)) return s->next(in, self);
    Value v = call_found(in, f, self);
    if (v || !is_instance(in.pending(), &kStopIteration)) return v;
    const Tuple* args = as<Exception>(in.take_pending())->args;
    in.set_stop_value(args->size() ? (*args)[0] : none());
    return done();
}

Value instance_binary_slot(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (type_of(lhs)->slots != &kInstanceSlots) return instance_binary(in, op, rhs, lhs, true);
    return instance_binary(in, op, lhs, rhs, false);
}

Value instance_inplace(Interp& in, BinaryOp op, Value self, Value rhs) {
    const Str* name = inplace_name(op);
    if (!name) return not_implemented();
    Value f = KRAIT_TRY(find_dunder(in, self, name));
    if (is_done(f)) return not_implemented();
    if (const Slots* s = native(f, self, name)) return s->inplace(in, op, self, rhs);
    return call_found(in, f, self, rhs);
}

Value instance_unary(Interp& in, UnaryOp op, Value self) {
    Value f = KRAIT_TRY(find_dunder(in, self, unary_name(op)));
    if (is_done(f) || is_none(f)) return raise_bad_operand(in, op, type_of(self));
    const Slots* s = native(f, self, unary_name(op));
    if (!s) return call_found(in, f, self);
    Value v = KRAIT_TRY(s->unary(in, op, self));
    return v == not_implemented() ? Value(raise_bad_operand(in, op, type_of(self))) : v;
}

Value instance_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    Value f = KRAIT_TRY(find_dunder(in, lhs, compare_name(op)));
    if (is_done(f) || is_none(f)) return not_implemented();
    if (const Slots* s = native(f, lhs, compare_name(op))) return s->compare(in, op, lhs, rhs);
    return call_found(in, f, lhs, rhs);
}

Value instance_descr_get(Interp& in, Value self, Value instance, const Type* owner) {
    Value f = KRAIT_TRY(find_dunder(in, self, "__get__"_sym));
    if (is_done(f)) return self;
    if (const Slots* s = native(f, self, "__get__"_sym))
        return s->descr_get(in, self, instance, owner);
    const Value args[] = {instance ? instance : none(), Value(owner)};
    return call_found(in, f, self, args);
}

Status instance_descr_set(Interp& in, Value self, Value instance, Value value) {
    const Str* name = value ? "__set__"_sym : "__delete__"_sym;
    Value f = KRAIT_TRY(find_dunder(in, self, name));
    if (is_done(f)) return raise(in, kAttributeError, "{}", name);
    if (const Slots* s = native(f, self, name)) return s->descr_set(in, self, instance, value);
    const Value args[] = {instance, value};
    KRAIT_TRY(call_found(in, f, self, std::span(args, value ? 2 : 1)));
    return kOk;
}

void instance_trace(Object* o, Marker& m) {
    if (auto trace = find_slot<&Slots::trace>(o->type()->layout)) trace(o, m);
    trace_slots(o, m);
}

}  // namespace

constinit const Slots kInstanceSlots{
    .repr = instance_repr,
    .str = instance_str,
    .format = instance_format,
    .hash = instance_hash,
    .truth = instance_truth,
    .call = instance_call,
    .get_attr = instance_get_attr,
    .set_attr = instance_set_attr,
    .length = instance_length,
    .get_item = instance_get_item,
    .set_item = instance_set_item,
    .contains = instance_contains,
    .iter = instance_iter,
    .next = instance_next,
    .binary = instance_binary_slot,
    .inplace = instance_inplace,
    .unary = instance_unary,
    .compare = instance_compare,
    .descr_get = instance_descr_get,
    .descr_set = instance_descr_set,
    .trace = instance_trace,
};

Value find_dunder(Interp& in, Value self, const Str* name) {
    return type_lookup(in, type_of(self), name);
}

Value instance_binary(Interp& in, BinaryOp op, Value self, Value other, bool reflected) {
    Value f = KRAIT_TRY(find_dunder(in, self, reflected ? reflected_name(op) : binary_name(op)));
    if (is_done(f)) return not_implemented();
    if (const Slots* s = native(f, self, reflected ? reflected_name(op) : binary_name(op)))
        return reflected ? s->binary(in, op, other, self) : s->binary(in, op, self, other);
    if (is_none(f)) return not_implemented();
    return call_found(in, f, self, other);
}

Value call_found(Interp& in, Value found, Value self, std::span<const Value> args) {
    CallArgs call_args{args.data(), static_cast<u32>(args.size()), 0, nullptr};
    return call_bound(in, found, self, call_args);
}

Value call_bound(Interp& in, Value found, Value self, const CallArgs& args) {
    if (!type_of(found)->has(kMethodLike)) {
        Value bound = KRAIT_TRY(bind_attr(in, found, self, type_of(self)));
        return call(in, bound, args);
    }
    return call_with_self(in, found, self, args);
}

}  // namespace krait
