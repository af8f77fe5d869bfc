#include "vm/suggestions.hpp"

#include "core/attributes.hpp"
#include "core/suggest.hpp"

namespace krait {

namespace {

// An attribute that the exception was given as a text; null: none.
const Str* text_attribute(Interp& in, Value exception, Str* name) {
    const Value v = own_attr_get(in, exception.object(), name);
    return v && is<Str>(v) ? as<Str>(v) : nullptr;
}

Status append_near(const Str* near, StrBuilder& out) {
    KRAIT_TRY(out.append(". Did you mean: '", near->view()));
    return out.append("'?");
}

// The names that the function sees.
const Str* nearest_name(Interp& in, const Function* where, const Str* wanted) {
    NearestName nearest(wanted->view());
    for (Value v : where->code->local_names->span())
        if (is<Str>(v)) nearest.consider(as<Str>(v));
    nearest.consider_keys(where->globals);
    nearest.consider_keys(in.builtins());
    if (const ModuleDef* def = in.find_builtin_module("builtins"_sym)) nearest.consider_rows(*def);
    return nearest.best();
}

bool is_library_module(Interp& in, const Str* name) {
    if (in.find_builtin_module(name)) return true;
    for (const auto& frozen : in.config().frozen)
        if (frozen.name == name->view()) return true;
    return false;
}

Status append_name_suggestion(Interp& in, Value exception, const Function* where, StrBuilder& out) {
    const Str* name = text_attribute(in, exception, mutable_name("name"_sym));
    if (!name || !where) return kOk;
    const Str* near = nearest_name(in, where, name);
    if (near) KRAIT_TRY(append_near(near, out));
    if (!is_library_module(in, name)) return kOk;
    KRAIT_TRY(out.append(near ? " Or did you forget to import '" : ". Did you forget to import '"));
    return out.append(name->view(), "'?");
}

// What attribute of the exception holds the object that was searched, AttributeError's `obj`; or
// the module that ImportError's `name` names.
Status append_attribute_suggestion(Interp& in, Value object, const Str* name, StrBuilder& out) {
    if (object.is_empty() || !name) return kOk;
    const Value near = KRAIT_TRY(suggest_attribute(in, object, name));
    if (is_done(near)) return kOk;
    return append_near(as<Str>(near), out);
}

}  // namespace

Status append_suggestion(Interp& in, Value exception, const Function* where, StrBuilder& out) {
    if (is_instance(exception, &kNameError))
        return append_name_suggestion(in, exception, where, out);
    if (is_instance(exception, &kAttributeError))
        return append_attribute_suggestion(in, own_attr_get(in, exception.object(), "obj"_sym),
                                           text_attribute(in, exception, mutable_name("name"_sym)),
                                           out);
    if (!is_instance(exception, &kImportError)) return kOk;
    const Str* name = text_attribute(in, exception, mutable_name("name_from"_sym));
    const Value from = own_attr_get(in, exception.object(), "name"_sym);
    if (!name || !from) return kOk;
    const Value* module = dict_find(in.modules(), as<Str>(from));
    return append_attribute_suggestion(in, module ? *module : Value(), name, out);
}

}  // namespace krait
