// super: attributes as the classes behind a given one in the method resolution order have them.
#include "core/bind.hpp"
#include "core/bound_method.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "core/special.hpp"

namespace krait {

namespace {

// The type whose MRO is walked: self itself if it is a subclass of `cls`, else its type.
Result<const Type*> start_of(Interp& in, const Type* cls, Value self) {
    if (is_type(self) && as_type(self)->is_subtype_of(cls)) return as_type(self);
    if (type_of(self)->is_subtype_of(cls)) return type_of(self);
    Value claimed = KRAIT_TRY(get_attr_or(in, self, "__class__"_sym, none()));
    if (is_type(claimed) && as_type(claimed)->is_subtype_of(cls)) return as_type(claimed);
    return raise(in, kTypeError, "super(type, obj): obj must be an instance or subtype of type");
}

Status bind_super(Interp& in, Super* s, const Type* cls, Value self) {
    if (self) {
        const Type* start = KRAIT_TRY(start_of(in, cls, self));
        in.heap().write(s->self_type, start);
        in.heap().write(s->self, self);
    }
    in.heap().write(s->after, cls);
    return kOk;
}

Result<const Type*> class_of_cell(Interp& in, Value cls) {
    if (!cls) return raise(in, kRuntimeError, "super(): empty __class__ cell");
    if (!is_type(cls))
        return raise(in, kRuntimeError, "super(): __class__ is not a type ({})", type_of(cls));
    return as_type(cls);
}

// What stands in front of the object when the attribute is bound: nothing for classes.
Value receiver(const Type* start, Value self) { return self == Value(start) ? Value() : self; }

Raised raise_missing(Interp& in, const Str* name) {
    return raise(in, kAttributeError, "'super' object has no attribute '{}'", name);
}

Value super_get_attr(Interp& in, Value self, Str* name) {
    auto* s = as<Super>(self);
    if (s->self && name != "__class__"_sym) {
        Value v = KRAIT_TRY(type_lookup_after(in, s->self_type, s->after, name));
        if (!is_done(v)) return bind_attr(in, v, receiver(s->self_type, s->self), s->self_type);
    }
    Value v = KRAIT_TRY(generic_find_attr(in, self, name));
    if (is_done(v)) return raise_missing(in, name);
    return v;
}

Value super_construct(Interp& in, const Type* cls, const CallArgs&) {
    return make_instance<Super>(in, cls).take();
}

Status super_init(Interp& in, Value self, const CallArgs& args) {
    Value cls, object;
    KRAIT_TRY((parse_args<"(type=..., obj=..., /)">(in, "super"_sym, args, cls, object)));
    if (!cls) return raise(in, kRuntimeError, "super(): no arguments");
    if (!is_type(cls))
        return raise(in, kTypeError, "super() argument 1 must be a type, not {}", type_of(cls));
    if (object && is_none(object)) object = Value();
    return bind_super(in, as<Super>(self), as_type(cls), object);
}

Value super_repr(Interp& in, Value self) {
    auto* s = as<Super>(self);
    const std::string_view after = s->after ? s->after->name->view() : "NULL";
    if (!s->self) return format_str(in, "<super: <class '{}'>, NULL>", after).take();
    return format_str(in, "<super: <class '{}'>, <{} object>>", after, s->self_type).take();
}

// An unbound super in a class binds to the instance it is read from.
Value super_descr_get(Interp& in, Value self, Value instance, const Type*) {
    auto* s = as<Super>(self);
    if (!instance || is_none(instance) || s->self || !s->after) return self;
    return new_super(in, Value(s->after), instance);
}

void super_trace(Object* o, Marker& m) {
    auto* s = static_cast<Super*>(o);
    m.object(s->after);
    m.value(s->self);
    m.object(s->self_type);
}

Value super_this_class(Super* s) { return s->after ? Value(s->after) : none(); }
Value super_self(Super* s) { return s->self ? s->self : none(); }
Value super_self_class(Super* s) { return s->self_type ? Value(s->self_type) : none(); }

constexpr Row kSuperRows[] = {
    getter<"__thisclass__", super_this_class>,
    getter<"__self__", super_self>,
    getter<"__self_class__", super_self_class>,
};

constinit const Slots kSuperSlots{.repr = super_repr,
                                  .get_attr = super_get_attr,
                                  .descr_get = super_descr_get,
                                  .construct = super_construct,
                                  .init = super_init,
                                  .trace = super_trace};

}  // namespace

constinit const BuiltinType Super::kType{
    {.name = "super"_sym, .slots = &kSuperSlots, .rows = kSuperRows, .size = sizeof(Super)}};

Value new_super(Interp& in, Value cls, Value self) {
    const Type* after = KRAIT_TRY(class_of_cell(in, cls));
    auto* s = KRAIT_TRY(in.make<Super>());
    KRAIT_TRY(bind_super(in, s, after, self));
    return Value(s);
}

Value super_find_method(Interp& in, Value cls, Value self, Str* name, Value& bound_self) {
    bound_self = Value();
    const Type* after = KRAIT_TRY(class_of_cell(in, cls));
    const Type* start = KRAIT_TRY(start_of(in, after, self));
    Value v = KRAIT_TRY(type_lookup_after(in, start, after, name));
    if (is_done(v) || name == "__class__"_sym)
        return get_attr(in, KRAIT_TRY(new_super(in, cls, self)), name);
    Value instance = receiver(start, self);
    if (!instance || !type_of(v)->has(kMethodLike)) return bind_attr(in, v, instance, start);
    bound_self = instance;
    return v;
}

}  // namespace krait
