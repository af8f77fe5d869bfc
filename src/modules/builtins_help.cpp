// help(), exit() and quit(): for people at the prompt.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/str_builder.hpp"
#include "modules/builtins.hpp"
#include "modules/console.hpp"

namespace krait {

namespace {

constexpr std::string_view kIntroduction =
    "Krait is Python 3.12 for microcontrollers; scripts for MicroPython run as they are.\n"
    "  help(object)      what the object is and has\n"
    "  help('modules')   the modules that can be imported\n"
    "Tab completes names, the arrow keys recall lines, Ctrl-C interrupts, Ctrl-D ends.\n";

Status say(Interp& in, Str* text) {
    return write_text(in, current_stream(in, "stdout"_sym, kStdout), text);
}

// Built-in and frozen modules, one a line.
Status list_modules(Interp& in) {
    Dict* names = KRAIT_TRY(new_dict(in));
    auto add = [&](std::string_view name) -> Status {
        constexpr std::string_view kPackage = ".__init__";
        if (name.ends_with(kPackage)) name.remove_suffix(kPackage.size());
        return dict_set(in, names, Value(KRAIT_TRY(new_str(in, name))), none());
    };
    for (const ModuleDef* def : in.config().modules) KRAIT_TRY(add(def->name->view()));
    for (const auto& frozen : in.config().frozen) KRAIT_TRY(add(frozen.name));
    List* list = KRAIT_TRY(list_from(in, names));
    (void)KRAIT_TRY(call_method(in, list, "sort"_sym));
    StrBuilder out(in);
    for (usize i = 0; i < list->size(); ++i)
        KRAIT_TRY(out.append(as<Str>(list->begin()[i])->view(), "\n"));
    return say(in, KRAIT_TRY(out.finish()));
}

// The object's documentation, and its names with what they are.
Status describe(Interp& in, Value object) {
    StrBuilder out(in);
    KRAIT_TRY(out.append("object "));
    KRAIT_TRY(out.append_repr(object));
    KRAIT_TRY(out.append(" is of type "));
    KRAIT_TRY(out.append(type_of(object)->name->view(), "\n"));
    const Value doc = KRAIT_TRY(get_attr_or(in, object, "__doc__"_sym, none()));
    if (is<Str>(doc)) KRAIT_TRY(out.append(as<Str>(doc)->view(), "\n"));
    const Value names = KRAIT_TRY(call_special(in, object, "__dir__"_sym));
    List* list = is_done(names) ? KRAIT_TRY(new_list(in)) : KRAIT_TRY(list_from(in, names));
    (void)KRAIT_TRY(call_method(in, list, "sort"_sym));
    for (usize i = 0; i < list->size(); ++i) {
        const Str* name = as_if<Str>(list->begin()[i]);
        if (!name || name->view().starts_with("__")) continue;
        const Value value = find_attr(in, object, KRAIT_TRY(intern(in, name->view())));
        if (!value) (void)in.take_pending();
        if (!value || is_done(value)) continue;
        KRAIT_TRY(out.append("  "));
        KRAIT_TRY(out.append(name->view(), " -- "));
        KRAIT_TRY(out.append_repr(value));
        KRAIT_TRY(out.append_char('\n'));
    }
    return say(in, KRAIT_TRY(out.finish()));
}

Status builtin_help(Interp& in, Value object) {
    if (!object) return say(in, KRAIT_TRY(new_str(in, kIntroduction)));
    if (is<Str>(object) && as<Str>(object)->view() == "modules") return list_modules(in);
    return describe(in, object);
}

Value builtin_exit(Interp& in, Value status) {
    return raise_args(in, kSystemExit, {&status, status ? 1u : 0u});
}

constexpr Row kRows[] = {
    def<"help(object=..., /)", builtin_help>,
    def<"exit(code=...)", builtin_exit>,
    def<"quit(code=...)", builtin_exit>,
};

}  // namespace

constinit const std::span<const Row> kHelpBuiltins{kRows};

}  // namespace krait
