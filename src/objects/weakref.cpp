// weakref.ref: calling it gives the target, or None when that is gone. Two references are equal if
// their targets are.
#include "objects/weakref.hpp"

#include "core/bind.hpp"
#include "core/class.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

Value target_of(const WeakRef* ref) {
    return ref->cell && ref->cell->target ? Value(ref->cell->target) : Value();
}

// As in CPython, plain containers and numbers are not; nor what lives outside of the heap.
bool is_weakly_referable(Interp& in, Value v) {
    if (!v.is_object() || !in.heap().contains(v.object())) return false;
    const Type* type = type_of(v);
    for (const Type* plain :
         {static_cast<const Type*>(&List::kType), static_cast<const Type*>(&Dict::kType),
          static_cast<const Type*>(&Tuple::kType), static_cast<const Type*>(&Str::kType),
          static_cast<const Type*>(&BytesObject::kType),
          static_cast<const Type*>(&BytearrayObject::kType),
          static_cast<const Type*>(&IntType::kType), static_cast<const Type*>(&FloatType::kType)})
        if (type == plain) return false;
    return true;
}

Value ref_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value target, callback;
    KRAIT_TRY((parse_args<"(object, callback=None, /)">(in, "ref"_sym, args, target, callback)));
    if (!is_weakly_referable(in, target))
        return raise(in, kTypeError, "cannot create weak reference to '{}' object",
                     type_of(target));
    auto* ref = KRAIT_TRY(make_instance<WeakRef>(in, cls));
    ref->hash = -1;
    auto* cell = KRAIT_TRY(in.make<WeakCell>());
    cell->target = target.object();
    if (!is_none(callback)) cell->callback = callback;
    cell->owner = Value(ref);
    in.heap().write(ref->cell, cell);
    in.heap().add_weak(cell);
    return Value(ref);
}

Status ref_init(Interp&, Value, const CallArgs&) { return kOk; }

Value ref_call(Interp& in, Value self, const CallArgs& args) {
    if (args.total() > 0)
        return raise(in, kTypeError, "__call__() takes no arguments ({} given)", args.total());
    Value target = target_of(as<WeakRef>(self));
    return target ? target : none();
}

Value ref_repr(Interp& in, Value self) {
    const auto here = TextArg::address(self.object());
    Value target = target_of(as<WeakRef>(self));
    if (!target) return format_str(in, "<weakref at {}; dead>", here).take();
    return format_str(in, "<weakref at {}; to '{}' at {}>", here, type_of(target),
                      TextArg::address(target.object()))
        .take();
}

Result<isize> ref_hash(Interp& in, Value self) {
    auto* ref = as<WeakRef>(self);
    if (ref->hash != -1) return ref->hash;
    Value target = target_of(ref);
    if (!target) return raise(in, kTypeError, "weak object has gone away");
    ref->hash = KRAIT_TRY(hash(in, target));
    return ref->hash;
}

// By the targets while both live, else by identity.
Value ref_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    if (!is<WeakRef>(rhs) || (op != CompareOp::Eq && op != CompareOp::Ne)) return not_implemented();
    Value a = target_of(as<WeakRef>(lhs)), b = target_of(as<WeakRef>(rhs));
    if (a && b) return compare(in, op, a, b);
    return from_bool((lhs == rhs) == (op == CompareOp::Eq));
}

void ref_trace(Object* o, Marker& m) { m.object(static_cast<WeakRef*>(o)->cell); }

Value ref_callback(WeakRef* ref) {
    return ref->cell && ref->cell->target && ref->cell->callback ? ref->cell->callback : none();
}

constexpr Row kRefRows[] = {getter<"__callback__", ref_callback>};
constinit const Slots kRefSlots{.repr = ref_repr,
                                .hash = ref_hash,
                                .call = ref_call,
                                .compare = ref_compare,
                                .construct = ref_construct,
                                .init = ref_init,
                                .trace = ref_trace};

}  // namespace

constinit const BuiltinType WeakRef::kType{
    {.name = "ReferenceType"_sym, .slots = &kRefSlots, .rows = kRefRows, .size = sizeof(WeakRef)}};

Value new_weak_ref(Interp& in, Value target, Value callback) {
    return call(in, Value(&WeakRef::kType), target, callback);
}

}  // namespace krait
