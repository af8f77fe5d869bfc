// staticmethod and classmethod around any callable.
#include "core/bind.hpp"
#include "core/bound_method.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"

namespace krait {

namespace {

// Both types have the same members.
template <class T>
Value new_wrapper(Interp& in, const Type* cls, Value callable) {
    auto* w = KRAIT_TRY(make_instance<T>(in, cls));
    w->callable = callable;
    return Value(w);
}

template <class T>
Value wrapper_construct(Interp& in, const Type* cls, const CallArgs&) {
    return new_wrapper<T>(in, cls, none());
}

template <class T>
Status wrapper_init(Interp& in, Value self, const CallArgs& args) {
    Value callable;
    KRAIT_TRY((parse_args<"(function, /)">(in, T::kType.name, args, callable)));
    in.heap().write(as<T>(self)->callable, callable);
    return kOk;
}

template <class T>
Value wrapper_repr(Interp& in, Value self) {
    return format_str(in, "<{}({})>", T::kType.name, as<T>(self)->callable).take();
}

template <class T>
void wrapper_trace(Object* o, Marker& m) {
    m.value(static_cast<T*>(o)->callable);
    m.object(static_cast<T*>(o)->attributes);
}

// What it does not have itself (__name__, __doc__, ...) comes from the callable.
template <class T>
Value wrapper_get_attr(Interp& in, Value self, Str* name) {
    Value v = KRAIT_TRY(generic_find_attr(in, self, name));
    const bool of_function = name == "__doc__"_sym || name == "__module__"_sym;
    if (!is_done(v) && !of_function) return v;
    return get_attr(in, as<T>(self)->callable, name);
}

Value static_get(Interp&, Value self, Value, const Type*) {
    return as<StaticMethod>(self)->callable;
}

Value static_call(Interp& in, Value self, const CallArgs& args) {
    return call(in, as<StaticMethod>(self)->callable, args);
}

Value class_get(Interp& in, Value self, Value instance, const Type* owner) {
    if (!owner) owner = type_of(instance);
    return new_bound_method(in, as<ClassMethod>(self)->callable, Value(owner)).take();
}

template <class T>
Value wrapper_function(T* self) {
    return self->callable;
}
Value static_function(StaticMethod* self) { return wrapper_function(self); }
Value class_function(ClassMethod* self) { return wrapper_function(self); }

constexpr Row kStaticRows[] = {getter<"__func__", static_function>,
                               getter<"__wrapped__", static_function>};
constexpr Row kClassRows[] = {getter<"__func__", class_function>,
                              getter<"__wrapped__", class_function>};

constinit const Slots kStaticSlots{.repr = wrapper_repr<StaticMethod>,
                                   .call = static_call,
                                   .get_attr = wrapper_get_attr<StaticMethod>,
                                   .descr_get = static_get,
                                   .construct = wrapper_construct<StaticMethod>,
                                   .init = wrapper_init<StaticMethod>,
                                   .trace = wrapper_trace<StaticMethod>};
constinit const Slots kClassSlots{.repr = wrapper_repr<ClassMethod>,
                                  .get_attr = wrapper_get_attr<ClassMethod>,
                                  .descr_get = class_get,
                                  .construct = wrapper_construct<ClassMethod>,
                                  .init = wrapper_init<ClassMethod>,
                                  .trace = wrapper_trace<ClassMethod>};

}  // namespace

constinit const BuiltinType StaticMethod::kType{{.name = "staticmethod"_sym,
                                                 .slots = &kStaticSlots,
                                                 .rows = kStaticRows,
                                                 .flags = kHasDict,
                                                 .size = sizeof(StaticMethod)}};
constinit const BuiltinType ClassMethod::kType{{.name = "classmethod"_sym,
                                                .slots = &kClassSlots,
                                                .rows = kClassRows,
                                                .flags = kHasDict,
                                                .size = sizeof(ClassMethod)}};

Value new_static_method(Interp& in, Value callable) {
    return new_wrapper<StaticMethod>(in, &StaticMethod::kType, callable);
}

Value new_class_method(Interp& in, Value callable) {
    return new_wrapper<ClassMethod>(in, &ClassMethod::kType, callable);
}

}  // namespace krait
