// Where a new class stores things: which base gives the layout, and the members of __slots__.
#include "core/bind.hpp"
#include "core/class_parts.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"

namespace krait {

namespace {

// The member descriptor of one name of __slots__: a Value at a fixed place of the instance.
struct Member : Object {
    static const BuiltinType kType;
    Str* name;
    const Type* owner;
    u32 offset;

    Value& place(Value instance) const {
        return *reinterpret_cast<Value*>(reinterpret_cast<char*>(instance.object()) + offset);
    }
};

Status check_receiver(Interp& in, const Member* m, Value instance) {
    if (is_instance(instance, m->owner)) return kOk;
    return raise(in, kTypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                 m->name, m->owner, type_of(instance));
}

Value member_get(Interp& in, Value self, Value instance, const Type*) {
    auto* m = static_cast<Member*>(self.object());
    if (!instance) return self;
    KRAIT_TRY(check_receiver(in, m, instance));
    if (Value v = m->place(instance)) return v;
    return raise_no_attribute(in, instance, m->name);
}

Status member_set(Interp& in, Value self, Value instance, Value value) {
    auto* m = static_cast<Member*>(self.object());
    KRAIT_TRY(check_receiver(in, m, instance));
    Value& place = m->place(instance);
    if (!value && !place) return raise_no_attribute(in, instance, m->name);
    in.heap().write(place, value);
    return kOk;
}

Value member_repr(Interp& in, Value self) {
    auto* m = static_cast<Member*>(self.object());
    return format_str(in, "<member '{}' of '{}' objects>", m->name, m->owner).take();
}

Str* member_name(Member* m) { return m->name; }

void member_trace(Object* o, Marker& marker) {
    auto* m = static_cast<Member*>(o);
    marker.object(m->name);
    marker.object(m->owner);
}

constexpr Row kMemberRows[] = {getter<"__name__", member_name>};
constinit const Slots kMemberSlots{
    .repr = member_repr, .descr_get = member_get, .descr_set = member_set, .trace = member_trace};

// The nearest type from `type` on that adds something to the struct of its base.
const Type* solid_base(const Type* type) {
    while (type->has(kHeapType) && type->instance_size == type->base->instance_size)
        type = type->base;
    return type->has(kHeapType) ? type : type->layout;
}

bool is_private(std::string_view name) { return name.starts_with("__") && !name.ends_with("__"); }

// `__x` in class `_C` becomes `_C__x`.
Result<Str*> mangled(Interp& in, Str* name, const Str* cls) {
    std::string_view owner = cls->view();
    while (owner.starts_with('_')) owner.remove_prefix(1);
    if (!is_private(name->view()) || owner.empty()) return intern(in, name);
    StrBuilder out(in);
    KRAIT_TRY(out.append("_", owner));
    KRAIT_TRY(out.append(name));
    return intern(in, KRAIT_TRY(out.finish()));
}

bool is_identifier(std::string_view name) {
    auto is_letter = [](char c) {
        return c == '_' || static_cast<u8>((c | 0x20) - 'a') < 26 || static_cast<u8>(c) >= 0x80;
    };
    auto fits = [&](char c) { return is_letter(c) || static_cast<u8>(c - '0') < 10; };
    return !name.empty() && is_letter(name[0]) && std::ranges::all_of(name, fits);
}

Status add_member(Interp& in, HeapType* cls, Str* name) {
    if (dict_find(cls->dict, name))
        return raise(in, kValueError, "'{}' in __slots__ conflicts with class variable", name);
    auto* m = KRAIT_TRY(in.make<Member>());
    m->name = name;
    m->owner = cls;
    m->offset = cls->instance_size;
    cls->instance_size += sizeof(Value);
    return dict_set(in, cls->dict, name, Value(m));
}

Status add_slot(Interp& in, HeapType* cls, Value item) {
    Str* name = as_if<Str>(item);
    if (!name)
        return raise(in, kTypeError, "__slots__ items must be strings, not '{}'", type_of(item));
    if (!is_identifier(name->view())) return raise(in, kTypeError, "__slots__ must be identifiers");
    if (name->view() == "__dict__") {
        cls->flags |= kHasDict;
        return kOk;
    }
    if (name->view() == "__weakref__") return kOk;  // any object can be referred to weakly
    if (cls->has(kVariableSize))
        return raise(in, kTypeError, "nonempty __slots__ not supported for subtype of '{}'",
                     cls->base);
    return add_member(in, cls, KRAIT_TRY(mangled(in, name, cls->name)));
}

}  // namespace

constinit const BuiltinType Member::kType{{.name = "member_descriptor"_sym,
                                           .slots = &kMemberSlots,
                                           .rows = kMemberRows,
                                           .flags = kFinal | kDataDescriptor,
                                           .size = sizeof(Member)}};

Result<const Type*> best_base(Interp& in, const Tuple* bases) {
    const Type *best = nullptr, *solid = nullptr;
    for (Value b : bases->span()) {
        const Type* base = as_type(b);
        const Type* candidate = solid_base(base);
        if (!best || (candidate != solid && candidate->is_subtype_of(solid))) {
            best = base;
            solid = candidate;
        } else if (!solid->is_subtype_of(candidate)) {
            return raise(in, kTypeError, "multiple bases have instance lay-out conflict");
        }
    }
    return best;
}

bool locate_member(Value attr, const Type* type, AttrLocation& out) {
    if (!is_exact<Member>(attr) || !type->is_subtype_of(as<Member>(attr)->owner)) return false;
    out.kind = AttrLocation::Kind::Member;
    out.offset = as<Member>(attr)->offset;
    return true;
}

Status add_slots(Interp& in, HeapType* cls) {
    Value slots = dict_get(cls->dict, "__slots__"_sym);
    if (!slots) {
        cls->flags |= kHasDict;
        return kOk;
    }
    if (is<Str>(slots)) return add_slot(in, cls, slots);
    List* names = KRAIT_TRY(list_from(in, slots));
    for (usize i = 0; i < names->size(); ++i) KRAIT_TRY(add_slot(in, cls, names->begin()[i]));
    return kOk;
}

}  // namespace krait
