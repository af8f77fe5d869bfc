// Modules: read-only rows, and a dict of what was set on top of them.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"

namespace krait {

namespace {

Value module_repr(Interp& in, Value self) {
    auto* m = as<Module>(self);
    Value file = m->dict ? dict_get(m->dict, "__file__"_sym) : Value();
    if (file) return format_str(in, "<module '{}' from {}>", m->name, file).take();
    if (m->def) return format_str(in, "<module '{}' (built-in)>", m->name).take();
    return format_str(in, "<module '{}'>", m->name).take();
}

Value module_get_attr(Interp& in, Value self, Str* name) {
    auto* m = as<Module>(self);
    if (Value v = module_get(m, name); !is_done(v)) return v;
    Value v = KRAIT_TRY(generic_find_attr(in, self, name));
    if (!is_done(v)) return v;
    Value fallback = module_get(m, "__getattr__"_sym);
    if (is_done(fallback)) return raise_no_attribute(in, self, name);
    return call(in, fallback, Value(name));
}

Status module_set_attr(Interp& in, Value self, Str* name, Value value) {
    auto* m = as<Module>(self);
    if (!m->dict) {
        Dict* dict = KRAIT_TRY(new_dict(in));
        in.heap().write(m->dict, dict);
    }
    if (value) return dict_set(in, m->dict, name, value);
    if (!dict_remove(m->dict, name)) return raise_no_attribute(in, self, name);
    return kOk;
}

Value module_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Str* name;
    Value doc;
    KRAIT_TRY((parse_args<"(name, doc=None)">(in, "module"_sym, args, name, doc)));
    auto* m = KRAIT_TRY(make_instance<Module>(in, cls));
    m->name = name;
    Dict* dict = KRAIT_TRY(new_dict(in));
    in.heap().write(m->dict, dict);
    KRAIT_TRY(dict_set(in, dict, "__name__"_sym, Value(name)));
    KRAIT_TRY(dict_set(in, dict, "__doc__"_sym, doc));
    return Value(m);
}

Status module_init(Interp&, Value, const CallArgs&) { return kOk; }

void module_trace(Object* o, Marker& marker) {
    auto* m = static_cast<Module*>(o);
    marker.object(m->name);
    marker.object(m->dict);
}

Value module_name(Module* m) { return Value(m->name); }
Result<Dict*> module_get_dict(Interp& in, Module* m) { return module_dict(in, m); }
Value module_doc(Module* m) { return m->def && m->def->doc ? Value(m->def->doc) : none(); }

Result<List*> module_dir(Interp& in, Module* m) {
    Dict* names = KRAIT_TRY(new_dict(in));
    if (m->dict) KRAIT_TRY(dict_update(in, names, m->dict));
    if (m->def) {
        KRAIT_TRY(dict_set(in, names, "__name__"_sym, none()));
        KRAIT_TRY(m->def->for_each_row(
            [&](const Row& row) { return dict_set(in, names, row.name, none()); }));
    }
    return list_from(in, Value(names));
}

constexpr Row kModuleRows[] = {
    getter<"__name__", module_name>,
    getter<"__dict__", module_get_dict>,
    getter<"__doc__", module_doc>,
    def<"__dir__(self, /)", module_dir>,
};

constinit const Slots kModuleSlots{.repr = module_repr,
                                   .get_attr = module_get_attr,
                                   .set_attr = module_set_attr,
                                   .construct = module_construct,
                                   .init = module_init,
                                   .trace = module_trace};

}  // namespace

constinit const BuiltinType Module::kType{
    {.name = "module"_sym, .slots = &kModuleSlots, .rows = kModuleRows, .size = sizeof(Module)}};

Result<Module*> new_module(Interp& in, Str* name, const ModuleDef* def) {
    auto* m = KRAIT_TRY(in.make<Module>());
    m->name = name;
    m->def = def;
    return m;
}

Value module_get(Module* m, const Str* name) {
    if (m->dict)
        if (Value v = dict_get(m->dict, name)) return v;
    if (m->def)
        if (const Row* row = find_row(*m->def, name)) return row->value;
    return done();
}

Result<Dict*> module_dict(Interp& in, Module* m) {
    Dict* rows = KRAIT_TRY(new_dict(in, m->def ? m->def->row_count() + 1 : 0));
    if (m->dict && (!m->def || dict_find(m->dict, "__name__"_sym))) return m->dict;
    KRAIT_TRY(dict_set(in, rows, "__name__"_sym, Value(m->name)));
    if (m->def)
        KRAIT_TRY(m->def->for_each_row(
            [&](const Row& row) { return dict_set(in, rows, row.name, row.value); }));
    if (!m->dict) {
        in.heap().write(m->dict, rows);
        return rows;
    }
    // What was set before goes on top, and the dict that others may hold stays the module's.
    KRAIT_TRY(dict_update(in, rows, m->dict));
    KRAIT_TRY(dict_update(in, m->dict, rows));
    return m->dict;
}

}  // namespace krait
