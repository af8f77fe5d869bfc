// property: an attribute computed by functions.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "objects/type.hpp"

namespace krait {

namespace {

Raised raise_missing(Interp& in, const Property* p, Value instance, const char* what) {
    if (p->name)
        return raise(in, kAttributeError, "property '{}' of '{}' object has no {}", p->name,
                     type_of(instance), what);
    return raise(in, kAttributeError, "property of '{}' object has no {}", type_of(instance), what);
}

Value property_get(Interp& in, Value self, Value instance, const Type*) {
    auto* p = as<Property>(self);
    if (!instance) return self;
    if (is_none(p->getter)) return raise_missing(in, p, instance, "getter");
    return call(in, p->getter, instance);
}

Status property_set(Interp& in, Value self, Value instance, Value value) {
    auto* p = as<Property>(self);
    Value f = value ? p->setter : p->deleter;
    if (is_none(f)) return raise_missing(in, p, instance, value ? "setter" : "deleter");
    KRAIT_TRY(value ? call(in, f, instance, value) : call(in, f, instance));
    return kOk;
}

Value property_construct(Interp& in, const Type* cls, const CallArgs&) {
    auto* p = KRAIT_TRY(make_instance<Property>(in, cls));
    p->getter = p->setter = p->deleter = p->doc = none();
    return Value(p);
}

Status property_init(Interp& in, Value self, const CallArgs& args) {
    Value get, set, del, doc;
    KRAIT_TRY((parse_args<"(fget=None, fset=None, fdel=None, doc=None)">(in, "property"_sym, args,
                                                                         get, set, del, doc)));
    auto* p = as<Property>(self);
    if (is_none(doc) && !is_none(get)) doc = KRAIT_TRY(get_attr_or(in, get, "__doc__"_sym, none()));
    Heap& heap = in.heap();
    heap.write(p->getter, get);
    heap.write(p->setter, set);
    heap.write(p->deleter, del);
    heap.write(p->doc, doc);
    return kOk;
}

// A copy with one of the functions replaced.
Value with(Interp& in, const Property* p, Value get, Value set, Value del) {
    const Type* cls = p->type();
    const Value args[] = {get, set, del, get == p->getter ? p->doc : none()};
    Value copy = KRAIT_TRY(call(in, Value(cls), std::span<const Value>(args)));
    if (Property* q = as_if<Property>(copy)) in.heap().write(q->name, p->name);
    return copy;
}

Value property_getter(Interp& in, Property* p, Value f) {
    return with(in, p, f, p->setter, p->deleter);
}
Value property_setter(Interp& in, Property* p, Value f) {
    return with(in, p, p->getter, f, p->deleter);
}
Value property_deleter(Interp& in, Property* p, Value f) {
    return with(in, p, p->getter, p->setter, f);
}

Result<bool> property_is_abstract(Interp& in, Property* p) {
    for (Value f : {p->getter, p->setter, p->deleter}) {
        const Value flag = KRAIT_TRY(get_attr_or(in, f, "__isabstractmethod__"_sym, false_()));
        if (KRAIT_TRY(truth(in, flag))) return true;
    }
    return false;
}

Status property_set_name(Interp& in, Property* p, const Type*, Str* name) {
    in.heap().write(p->name, name);
    return kOk;
}

Value property_fget(Property* p) { return p->getter; }
Value property_fset(Property* p) { return p->setter; }
Value property_fdel(Property* p) { return p->deleter; }
Value property_doc(Property* p) { return p->doc; }
Status property_set_doc(Interp& in, Property* p, Value doc) {
    in.heap().write(p->doc, doc ? doc : none());
    return kOk;
}

void property_trace(Object* o, Marker& m) {
    auto* p = static_cast<Property*>(o);
    for (Value v : {p->getter, p->setter, p->deleter, p->doc}) m.value(v);
    m.object(p->name);
    m.object(p->attributes);
}

constexpr Row kPropertyRows[] = {
    def<"getter(self, fget, /)", property_getter>,
    def<"setter(self, fset, /)", property_setter>,
    def<"deleter(self, fdel, /)", property_deleter>,
    def<"__set_name__(self, owner, name, /)", property_set_name>,
    getter<"fget", property_fget>,
    getter<"fset", property_fset>,
    getter<"fdel", property_fdel>,
    getter<"__doc__", property_doc, property_set_doc>,
    getter<"__isabstractmethod__", property_is_abstract>,
};

constinit const Slots kPropertySlots{.descr_get = property_get,
                                     .descr_set = property_set,
                                     .construct = property_construct,
                                     .init = property_init,
                                     .trace = property_trace};

}  // namespace

constinit const BuiltinType Property::kType{{.name = "property"_sym,
                                             .slots = &kPropertySlots,
                                             .rows = kPropertyRows,
                                             .flags = kDataDescriptor | kHasDict,
                                             .size = sizeof(Property)}};
}  // namespace krait
