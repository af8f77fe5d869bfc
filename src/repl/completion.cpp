#include "repl/completion.hpp"

#include "core/class.hpp"

namespace krait {

namespace {

// With a blank, those that can have nothing else behind them.
constexpr std::string_view kKeywords[] = {
    "False", "None",     "True", "and",     "as",     "assert", "async",  "await",   "break",
    "class", "continue", "def",  "del",     "elif",   "else",   "except", "finally", "for",
    "from ", "global",   "if",   "import ", "in",     "is",     "lambda", "match",   "nonlocal",
    "not",   "or",       "pass", "raise",   "return", "try",    "while",  "with",    "yield"};

bool is_name(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<u8>(c) >= 128;
}

// Adds a name that begins with the prefix; private ones only if they were asked for.
Status offer(Interp& in, Dict* found, std::string_view prefix, std::string_view name) {
    if (!name.starts_with(prefix) || (prefix.empty() && name.starts_with("_"))) return kOk;
    return dict_set(in, found, Value(KRAIT_TRY(new_str(in, name))), none());
}

Status offer_all(Interp& in, Dict* found, std::string_view prefix, Value names) {
    List* list = KRAIT_TRY(list_from(in, names));
    for (usize i = 0; i < list->size(); ++i)
        if (const Str* name = as_if<Str>(list->begin()[i]))
            KRAIT_TRY(offer(in, found, prefix, name->view()));
    return kOk;
}

Value names_of(Interp& in, Value object) {
    const Value names = KRAIT_TRY(call_special(in, object, "__dir__"_sym));
    return is_done(names) ? Value(KRAIT_TRY(new_list(in))) : names;
}

// The object that a dotted path means; done() if it means none.
Value resolve(Interp& in, Dict* globals, std::string_view path) {
    Value object;
    while (!path.empty()) {
        const usize dot = std::min(path.find('.'), path.size());
        Str* name = KRAIT_TRY(intern(in, std::string_view(path.data(), dot)));
        path.remove_prefix(std::min(dot + 1, path.size()));
        if (object) {
            object = KRAIT_TRY(find_attr(in, object, name));
        } else {
            object = dict_get(globals, name);
            const ModuleDef* builtins = in.find_builtin_module("builtins"_sym);
            const Row* row = object || !builtins ? nullptr : find_row(*builtins, name);
            if (!object) object = row ? row->value : done();
        }
        if (is_done(object)) return object;
    }
    return object;
}

Status offer_globals(Interp& in, Dict* found, std::string_view prefix, Dict* globals) {
    for (std::string_view word : kKeywords) KRAIT_TRY(offer(in, found, prefix, word));
    KRAIT_TRY(offer_all(in, found, prefix, globals));
    const ModuleDef* builtins = in.find_builtin_module("builtins"_sym);
    if (!builtins) return kOk;
    return builtins->for_each_row(
        [&](const Row& row) { return offer(in, found, prefix, row.name->view()); });
}

// After `import ` and `from `: the modules that are built in or frozen.
Status offer_modules(Interp& in, Dict* found, std::string_view prefix) {
    for (const ModuleDef* def : in.config().modules)
        KRAIT_TRY(offer(in, found, prefix, def->name->view()));
    for (const auto& frozen : in.config().frozen) {
        const std::string_view name = frozen.name;
        KRAIT_TRY(offer(in, found, prefix, {name.data(), std::min(name.find('.'), name.size())}));
    }
    return kOk;
}

// After `from NAME import `: what is in the module, which is not imported for that.
Status offer_members(Interp& in, Dict* found, std::string_view prefix, std::string_view module) {
    Str* name = KRAIT_TRY(intern(in, module));
    const Value loaded = dict_get(in.modules(), name);
    if (loaded) return offer_all(in, found, prefix, KRAIT_TRY(names_of(in, loaded)));
    const ModuleDef* def = in.find_builtin_module(name);
    if (!def) return kOk;
    return def->for_each_row(
        [&](const Row& row) { return offer(in, found, prefix, row.name->view()); });
}

}  // namespace

Value complete_names(Interp& in, std::string_view text, usize& typed) {
    const Value main = dict_get(in.modules(), "__main__"_sym);
    Dict* globals = KRAIT_TRY(module_dict(in, as<Module>(main)));
    Dict* found = KRAIT_TRY(new_dict(in));
    usize start = text.size();
    while (start > 0 && (is_name(text[start - 1]) || text[start - 1] == '.')) --start;
    const std::string_view path = text.substr(start), before = text.substr(0, start);
    const usize dot = path.rfind('.');
    const std::string_view word = dot == path.npos ? path : path.substr(dot + 1);
    if (dot != path.npos) {
        const Value object = KRAIT_TRY(resolve(in, globals, path.substr(0, dot)));
        if (object && !is_done(object))
            KRAIT_TRY(offer_all(in, found, word, KRAIT_TRY(names_of(in, object))));
    } else if (before == "import " || before == "from ") {
        KRAIT_TRY(offer_modules(in, found, word));
    } else if (before.starts_with("from ") && before.ends_with(" import ")) {
        KRAIT_TRY(offer_members(in, found, word, before.substr(5, before.size() - 13)));
    } else {
        KRAIT_TRY(offer_globals(in, found, word, globals));
    }
    typed = word.size();
    List* names = KRAIT_TRY(list_from(in, found));
    (void)KRAIT_TRY(call_method(in, names, "sort"_sym));
    return names;
}

}  // namespace krait
