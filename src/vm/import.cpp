// The import system.
//
// A name is looked for among the modules already there, the built-in ones (also under MicroPython's
// u-prefixed names), the files on sys.path, and the frozen libraries, which go before files where
// the path has ".frozen" before their folder. A module is entered into sys.modules before its body
// runs, so that cycles find it, and is taken out if the body fails.
#include "vm/import.hpp"

#include "core/files.hpp"
#include "core/scheduler.hpp"
#include "core/str_builder.hpp"
#include "hal/board.hpp"
#include "vm/builtins.hpp"
#include "vm/frozen.hpp"

namespace krait {

namespace {

using Text = std::string_view;

// --- finding -----------------------------------------------------------------------------------

// MicroPython's bytecode. It is found, so that its user is told, but it cannot run here.
constexpr Text kForeignBytecode = ".mpy";

struct Found {
    // Folder: one without __init__.py, which is a package if there is nothing else of that name.
    enum class Kind : u8 { Nothing, Folder, Builtin, File, Frozen } kind = Kind::Nothing;
    bool package = false;
    const ModuleDef* def = nullptr;
    Str* path = nullptr;  // of the file, or of the package's folder when it has no __init__.py
    const InterpConfig::FrozenModule* frozen = nullptr;
};

const ModuleDef* find_builtin(Interp& in, Text name) {
    for (const ModuleDef* def : in.config().modules)
        if (def->name->view() == name) return def;
    return nullptr;
}

// Whether that is what stands at the path.
Result<bool> is_kind(Interp& in, Text path, PathKind kind) {
    if (path.find('\0') != Text::npos) return false;
    if (in.files()) return KRAIT_TRY(in.files()->kind(in, path)) == static_cast<isize>(kind);
    hal::FileStat stat;
    const auto wanted = kind == PathKind::File ? hal::FileKind::File : hal::FileKind::Directory;
    return in.board() && in.board()->storage().stat(path, stat).is_ok() && stat.kind == wanted;
}

Result<Str*> joined(Interp& in, Text folder, Text name, Text tail) {
    return format_str(in, "{}{}{}{}", folder, folder.empty() || folder.back() == '/' ? "" : "/",
                      name, tail);
}

// Looks for a package or file `name` in one folder.
Status find_in_folder(Interp& in, Text folder, Text name, Found& out) {
    Str* package = KRAIT_TRY(joined(in, folder, name, ""));
    if (KRAIT_TRY(is_kind(in, package->view(), PathKind::Folder))) {
        Str* init = KRAIT_TRY(joined(in, package->view(), "__init__.py", ""));
        const bool has_init = KRAIT_TRY(is_kind(in, init->view(), PathKind::File));
        if (has_init || out.kind == Found::Kind::Nothing) {
            out.kind = has_init ? Found::Kind::File : Found::Kind::Folder;
            out.package = true;
            out.path = has_init ? init : package;
        }
        if (has_init) return kOk;
    }
    for (Text ending : {Text(".py"), kForeignBytecode}) {
        Str* file = KRAIT_TRY(joined(in, folder, name, ending));
        if (!KRAIT_TRY(is_kind(in, file->view(), PathKind::File))) continue;
        out.kind = Found::Kind::File;
        out.package = false;
        out.path = file;
        break;
    }
    return kOk;
}

void find_frozen(Interp& in, Text name, Found& out) {
    constexpr Text kInit = ".__init__";
    for (const auto& frozen : in.config().frozen) {
        bool package = frozen.name.size() == name.size() + kInit.size() &&
                       frozen.name.starts_with(name) && frozen.name.ends_with(kInit);
        if (!package && frozen.name != name) continue;
        out = {};
        out.kind = Found::Kind::Frozen;
        out.package = package;
        out.frozen = &frozen;
        return;
    }
}

// `last` in the folders of `path`. Where the entry ".frozen" stands, the frozen library `name` has
// its turn; behind the path it has another, for paths without that entry.
Status find_on_path(Interp& in, Value path, Text name, Text last, Found& out) {
    for (usize i = 0; out.kind <= Found::Kind::Folder; ++i) {
        // Asked for anew each time, since a filesystem in Python may change the path.
        const auto folders = is<List>(path)    ? as<List>(path)->span()
                             : is<Tuple>(path) ? as<Tuple>(path)->span()
                                               : std::span<const Value>();
        if (i >= folders.size()) break;
        if (!is<Str>(folders[i])) continue;
        const Text folder = as<Str>(folders[i])->view();
        if (folder != ".frozen")
            KRAIT_TRY(find_in_folder(in, folder, last, out));
        else if (!find_builtin(in, name))
            find_frozen(in, name, out);
    }
    return kOk;
}

// Built-in modules that a file on sys.path goes before, so that users can extend them.
bool is_extensible(Text name) {
    constexpr Text kNames[] = {"array",   "binascii", "collections", "errno",  "gzip",
                               "hashlib", "heapq",    "io",          "json",   "os",
                               "random",  "re",       "platform",    "select", "socket",
                               "ssl",     "struct",   "time",        "zlib",   "machine"};
    return std::ranges::find(kNames, name) != std::end(kNames);
}

// What sys.path is now; programs may put another list or a tuple there.
Value current_path(Interp& in) {
    const Value sys = dict_get(in.modules(), "sys"_sym);
    if (sys && is<Module>(sys)) {
        const Value path = module_get(as<Module>(sys), "path"_sym);
        if (!is_done(path)) return path;
    }
    return Value(KRAIT_TRY(search_path(in)));
}

// `parent_path`: the parent package's __path__; null for a top-level name.
Status find_module(Interp& in, Text name, Text last, List* parent_path, Found& out) {
    const ModuleDef* def = find_builtin(in, name);
    if (!def || is_extensible(name)) {
        const Value path = parent_path ? Value(parent_path) : KRAIT_TRY(current_path(in));
        KRAIT_TRY(find_on_path(in, path, name, last, out));
        if (out.kind > Found::Kind::Folder) return kOk;
    }
    if (!def) return find_frozen(in, name, out), kOk;
    out = {};
    out.def = def;
    out.kind = Found::Kind::Builtin;
    return kOk;
}

// MicroPython's name of a standard module, without its `u`.
Text without_u(Text name) {
    return name.size() > 1 && name[0] == 'u' && name[1] != '_' ? name.substr(1) : Text();
}

// --- loading -----------------------------------------------------------------------------------

Str* name_of_file(const Found& found, Str* fallback) { return found.path ? found.path : fallback; }

Status describe(Interp& in, Dict* dict, Str* name, const Found& found) {
    Text full = name->view();
    KRAIT_TRY(dict_set(in, dict, "__name__"_sym, name));
    usize dot = full.rfind('.');
    Str* package = found.package       ? name
                   : dot == Text::npos ? mutable_name(""_sym)
                                       : KRAIT_TRY(intern(in, full.substr(0, dot)));
    KRAIT_TRY(dict_set(in, dict, "__package__"_sym, package));
    if (found.path) KRAIT_TRY(dict_set(in, dict, "__file__"_sym, found.path));
    if (!found.package) return kOk;
    List* path = KRAIT_TRY(new_list(in));
    if (found.path) {
        Text folder = found.path->view();
        if (folder.ends_with("/__init__.py")) folder.remove_suffix(12);
        KRAIT_TRY(list_append(in, path, KRAIT_TRY(new_str(in, folder))));
    }
    return dict_set(in, dict, "__path__"_sym, path);
}

Status run_body(Interp& in, Str* name, const Found& found, Dict* globals) {
    if (found.kind == Found::Kind::Frozen) {
        Str* filename = KRAIT_TRY(format_str(in, "<frozen {}>", name));
        Text text;
        ByteArray* memory;
        KRAIT_TRY(frozen_text(in, *found.frozen, text, memory));
        Code* code = KRAIT_TRY(compile_source(in, text, filename, CompileMode::Module));
        if (memory) in.heap().release(memory);
        (void)KRAIT_TRY(in.vm().run_code(code, globals, Value()));
        return kOk;
    }
    const bool is_foreign = found.path->view().ends_with(kForeignBytecode);
    if (!is_foreign && !found.path->view().ends_with(".py")) return kOk;  // no __init__.py
    ByteArray* text = KRAIT_TRY(read_file(in, found.path->view()));
    if (is_foreign) return raise(in, kValueError, "incompatible .mpy file");
    Code* code = KRAIT_TRY(compile_source(in, {reinterpret_cast<char*>(text->data), text->capacity},
                                          name_of_file(found, name), CompileMode::Module));
    in.heap().release(text);
    (void)KRAIT_TRY(in.vm().run_code(code, globals, Value()));
    return kOk;
}

}  // namespace

// A module whose import runs, in the order of the thread's C stack.
struct ModuleLoad {
    ModuleLoad(Interp& in, const Str* name) : in(in), name(name), outer(in.thread().loading) {
        in.thread().loading = this;
    }
    ~ModuleLoad() {
        in.thread().loading = outer;
        if (in.first_parked()) in.scheduler()->wake_all();
    }
    ModuleLoad(const ModuleLoad&) = delete;

    Interp& in;
    const Str* name;
    ModuleLoad* outer;
};

namespace {

// The thread, other than the running one, that imports the module; null: none.
ThreadState* loader_of(Interp& in, const Str* name) {
    for (ThreadState* s = in.first_parked(); s; s = Interp::next_parked(s))
        for (const ModuleLoad* load = s->loading; load; load = load->outer)
            if (load->name == name) return s;
    return nullptr;
}

// Whether the thread that imports the module waits itself, at the end of a chain, for one that the
// running thread imports. Then who asks gets the module half done, as in an import cycle.
bool would_deadlock(Interp& in, const Str* name) {
    for (const ThreadState* s = loader_of(in, name); s;) {
        if (!s->awaited_module) return false;
        for (const ModuleLoad* load = in.thread().loading; load; load = load->outer)
            if (load->name == s->awaited_module) return true;
        s = loader_of(in, s->awaited_module);
    }
    return false;
}

// Waits while another thread imports the module.
Status wait_for_load(Interp& in, Str* name) {
    while (loader_of(in, name) && !would_deadlock(in, name)) {
        in.thread().awaited_module = name;
        const bool is_ok = bool(in.scheduler()->wait_once(hal::kForever));
        in.thread().awaited_module = nullptr;
        if (!is_ok) return {};
    }
    return kOk;
}

// The object of a built-in module if some import has made it, under this name or with a `u` before
// it; done() if not.
Value loaded_builtin(Interp& in, const ModuleDef* def) {
    Str* other = KRAIT_TRY(format_str(in, "u{}", def->name));
    for (const Str* name : {def->name, static_cast<const Str*>(KRAIT_TRY(intern(in, other)))}) {
        const Value* there = dict_find(in.modules(), name);
        if (there && is<Module>(*there) && as<Module>(*there)->def == def) return *there;
    }
    return done();
}

// What is assigned to the module is what all code sees from then on.
Status overlay_builtins(Interp& in, Module* module) {
    if (!module->dict) in.heap().write(module->dict, KRAIT_TRY(new_dict(in)));
    in.set_builtins(module->dict);
    return kOk;
}

// `name` is the key in sys.modules.
Value load(Interp& in, Str* name, const Found& found) {
    const ModuleLoad guard(in, name);
    if (found.def) {
        const Value there = KRAIT_TRY(loaded_builtin(in, found.def));
        if (!is_done(there)) {
            KRAIT_TRY(dict_set(in, in.modules(), name, there));
            return there;
        }
    }
    Str* own_name = found.def ? mutable_name(found.def->name) : name;
    Module* module = KRAIT_TRY(new_module(in, own_name, found.def));
    KRAIT_TRY(dict_set(in, in.modules(), name, module));
    Status ok;
    if (found.kind == Found::Kind::Builtin) {
        ok = found.def->init ? found.def->init(in, module) : Status(kOk);
        if (ok && found.def->name == "builtins"_sym) ok = overlay_builtins(in, module);
    } else {
        auto dict = module_dict(in, module);
        ok = dict ? describe(in, dict.take(), name, found) : Status();
        if (ok) ok = run_body(in, name, found, dict.take());
    }
    if (!ok) {
        Value pending = in.take_pending();
        (void)dict_remove(in.modules(), name);
        in.set_pending(pending);
        return {};
    }
    // A module may put something else in its place.
    Value now = dict_get(in.modules(), name);
    return now ? now : Value(module);
}

// ModuleNotFoundError, which knows the name.
Raised raise_not_found(Interp& in, Str* name, Result<Str*> text) {
    if (!text) return {};
    Value message = text.take();
    (void)raise_args(in, kModuleNotFoundError, {&message, 1});
    Value e = in.take_pending();
    if (!set_attr(in, e, "name"_sym, name)) return {};
    return raise_value(in, e);
}

// With an empty sys.path a name means the built-in module, even while a file of that name, which
// extends it, is being loaded: MicroPython's documented way.
Result<bool> means_builtin(Interp& in, Text name) {
    if (!is_extensible(name) || !find_builtin(in, name)) return false;
    const Value path = KRAIT_TRY(current_path(in));
    return (is<List>(path) && as<List>(path)->size() == 0) ||
           (is<Tuple>(path) && as<Tuple>(path)->size() == 0);
}

// One step: `name` whose parent (if any) is already imported.
Value import_one(Interp& in, Str* name, Value parent) {
    if (in.first_parked()) KRAIT_TRY(wait_for_load(in, name));
    if (!parent && KRAIT_TRY(means_builtin(in, name->view()))) {
        Found found;
        found.kind = Found::Kind::Builtin;
        found.def = find_builtin(in, name->view());
        const Value there = KRAIT_TRY(loaded_builtin(in, found.def));
        if (!is_done(there)) return there;
        const bool is_free = !dict_find(in.modules(), name);
        Str* key = KRAIT_TRY(format_str(in, is_free ? "{}" : "u{}", name));
        return load(in, KRAIT_TRY(intern(in, key)), found);
    }
    if (Value* there = dict_find(in.modules(), name)) {
        if (is_none(*there))
            return raise_not_found(
                in, name, format_str(in, "import of {} halted; None in sys.modules", name));
        return *there;
    }
    Found found;
    // `uos` is the built-in module also where a file os.py stands before it.
    if (!parent && !find_builtin(in, name->view()) &&
        (found.def = find_builtin(in, without_u(name->view())))) {
        found.kind = Found::Kind::Builtin;
        return load(in, name, found);
    }
    Text last = name->view();
    List* parent_path = nullptr;
    if (parent) {
        last.remove_prefix(last.rfind('.') + 1);
        Value path = KRAIT_TRY(find_attr(in, parent, "__path__"_sym));
        if (is_done(path) || !is<List>(path)) {
            // A built-in module may have built-in or frozen submodules, such as os.path.
            Found inside;
            find_frozen(in, name->view(), inside);
            if (!find_builtin(in, name->view()) && inside.kind == Found::Kind::Nothing)
                return raise_not_found(
                    in, name,
                    format_str(in, "No module named '{}'; '{}' is not a package", name,
                               name->view().substr(0, name->view().rfind('.'))));
        } else {
            parent_path = as<List>(path);
        }
    }
    if (!parent || parent_path)
        KRAIT_TRY(find_module(in, name->view(), last, parent_path, found));
    else if ((found.def = find_builtin(in, name->view())))
        found.kind = Found::Kind::Builtin;
    else
        find_frozen(in, name->view(), found);
    if (found.kind == Found::Kind::Nothing) {
        Text plain = parent ? Text() : without_u(name->view());
        if (!plain.empty()) {
            Str* standard = KRAIT_TRY(intern(in, plain));
            if (Value* there = dict_find(in.modules(), standard)) return *there;
            KRAIT_TRY(find_module(in, plain, plain, nullptr, found));
            if (found.kind == Found::Kind::Frozen) return load(in, standard, found);
        }
        return raise_not_found(in, name, format_str(in, "No module named '{}'", name));
    }
    Value module = KRAIT_TRY(load(in, name, found));
    if (parent) KRAIT_TRY(set_attr(in, parent, KRAIT_TRY(intern(in, last)), module));
    return module;
}

// The absolute name behind a relative import.
Result<Str*> resolve(Interp& in, Str* name, Dict* globals, u32 level) {
    if (level == 0) return name;
    Value package = globals ? dict_get(globals, "__package__"_sym) : Value();
    if (!package || !is<Str>(package)) {
        package = globals ? dict_get(globals, "__name__"_sym) : Value();
        if (!package || !is<Str>(package)) return raise(in, kKeyError, "'__name__' not in globals");
        bool is_package = dict_find(globals, "__path__"_sym) != nullptr;
        Text text = as<Str>(package)->view();
        usize dot = text.rfind('.');
        if (!is_package)
            package = KRAIT_TRY(new_str(in, dot == Text::npos ? Text() : text.substr(0, dot)));
    }
    Text base = as<Str>(package)->view();
    if (base.empty())
        return raise(in, kImportError, "attempted relative import with no known parent package");
    for (u32 i = 1; i < level; ++i) {
        usize dot = base.rfind('.');
        if (dot == Text::npos)
            return raise(in, kImportError, "attempted relative import beyond top-level package");
        base = base.substr(0, dot);
    }
    if (name->size() == 0) return intern(in, base);
    return intern(in, KRAIT_TRY(format_str(in, "{}.{}", base, name)));
}

Status import_submodules(Interp& in, Value module, Str* name, Value fromlist) {
    Value path = KRAIT_TRY(find_attr(in, module, "__path__"_sym));
    if (is_done(path) || !is<Tuple>(fromlist)) return kOk;
    for (Value wanted : as<Tuple>(fromlist)->span()) {
        if (!is<Str>(wanted) || as<Str>(wanted)->view() == "*") continue;
        Str* part = KRAIT_TRY(intern(in, as<Str>(wanted)));
        Value there = KRAIT_TRY(find_attr(in, module, part));
        if (!is_done(there)) continue;
        Str* full = KRAIT_TRY(intern(in, KRAIT_TRY(format_str(in, "{}.{}", name, part))));
        if (import_one(in, full, module)) continue;
        if (!is_instance(in.pending(), &kModuleNotFoundError)) return {};
        Value missing = KRAIT_TRY(get_attr_or(in, in.pending(), "name"_sym, none()));
        if (!(missing == Value(full))) return {};
        (void)in.take_pending();  // import_from() says what is missing
    }
    return kOk;
}

}  // namespace

Value import_module(Interp& in, Str* name) {
    if (!in.check_stack()) return {};
    Text full = name->view();
    if (full.empty()) return raise(in, kValueError, "Empty module name");
    Value module;
    for (usize at = 0; at != Text::npos;) {
        at = full.find('.', at + (at != 0));
        Str* part = at == Text::npos ? KRAIT_TRY(intern(in, name))
                                     : KRAIT_TRY(intern(in, full.substr(0, at)));
        module = KRAIT_TRY(import_one(in, part, module));
        if (at != Text::npos && at == 0) break;
    }
    return module;
}

Value run_as_main(Interp& in, Str* name) {
    const Text full = name->view();
    const usize dot = full.rfind('.');
    Value parent;
    List* parent_path = nullptr;
    if (dot != Text::npos) {
        parent = KRAIT_TRY(import_module(in, KRAIT_TRY(intern(in, full.substr(0, dot)))));
        const Value path = KRAIT_TRY(find_attr(in, parent, "__path__"_sym));
        if (is_done(path) || !is<List>(path))
            return raise_not_found(in, name, format_str(in, "No module named '{}'", name));
        parent_path = as<List>(path);
    }
    Found found;
    KRAIT_TRY(find_module(in, full, full.substr(dot + 1), parent_path, found));
    if (found.kind == Found::Kind::Nothing)
        return raise_not_found(in, name, format_str(in, "No module named '{}'", name));
    if (found.kind == Found::Kind::Builtin)
        return raise(in, kImportError, "No code object available for {}", name);
    if (found.package) {
        (void)KRAIT_TRY(import_module(in, name));
        return run_as_main(in, KRAIT_TRY(format_str(in, "{}.__main__", name)));
    }
    Str* main = mutable_name("__main__"_sym);
    Module* module = KRAIT_TRY(new_module(in, main));
    KRAIT_TRY(dict_set(in, in.modules(), main, module));
    Dict* dict = KRAIT_TRY(module_dict(in, module));
    KRAIT_TRY(describe(in, dict, name, found));
    KRAIT_TRY(dict_set(in, dict, "__name__"_sym, Value(main)));
    KRAIT_TRY(run_body(in, name, found, dict));
    return none();
}

Value import_name(Interp& in, Str* name, Dict* globals, Value fromlist, u32 level) {
    Str* full = KRAIT_TRY(resolve(in, name, globals, level));
    Value module = KRAIT_TRY(import_module(in, full));
    if (is_none(fromlist)) {
        usize dot = full->view().find('.');
        if (dot == Text::npos || level) return module;
        return import_module(in, KRAIT_TRY(intern(in, full->view().substr(0, dot))));
    }
    KRAIT_TRY(import_submodules(in, module, full, fromlist));
    return module;
}

// Whether the module's body is running: some frame further out executes it.
static bool is_loading(Interp& in, Module* module) {
    auto dict = module_dict(in, module);
    if (!dict) return (void)in.take_pending(), false;
    for (const Frame* f = in.vm().frame(); f; f = f->caller)
        if (f->code()->has(kModuleBody) && f->function->globals == dict.take()) return true;
    return false;
}

Value import_from(Interp& in, Value module, Str* name) {
    Value v = KRAIT_TRY(find_attr(in, module, name));
    if (!is_done(v)) return v;
    Value module_name = KRAIT_TRY(get_attr_or(in, module, "__name__"_sym, none()));
    if (is<Str>(module_name)) {
        auto full = format_str(in, "{}.{}", as<Str>(module_name), name);
        if (!full) return {};
        Value there = KRAIT_TRY(dict_get(in, in.modules(), Value(full.take())));
        if (!is_done(there)) return there;
    }
    if (is<Module>(module) && is<Str>(module_name) && is_loading(in, as<Module>(module)))
        return raise(in, kImportError,
                     "cannot import name '{}' from partially initialized module '{}' (most likely "
                     "due to a circular import)",
                     name, as<Str>(module_name));
    Value file = KRAIT_TRY(get_attr_or(in, module, "__file__"_sym, none()));
    Str* where = is<Str>(file) ? as<Str>(file) : mutable_name("unknown location"_sym);
    if (!is<Str>(module_name)) return raise(in, kImportError, "cannot import name '{}'", name);
    (void)raise(in, kImportError, "cannot import name '{}' from '{}' ({})", name,
                as<Str>(module_name), where);
    Value e = in.take_pending();
    KRAIT_TRY(set_attr(in, e, "name"_sym, module_name));
    KRAIT_TRY(set_attr(in, e, "name_from"_sym, Value(name)));
    return raise_value(in, e);
}

namespace {
// The key under which an interpreter keeps sys.path; not a module that can be imported.
constinit const ModuleDef kPathState{"path"_sym, {}};
}  // namespace

Result<List*> search_path(Interp& in) {
    Value state = in.module_state(kPathState);
    if (state) return as<List>(state);
    List* path = KRAIT_TRY(new_list(in));
    for (Text folder : in.config().search_path)
        KRAIT_TRY(list_append(in, path, KRAIT_TRY(new_str(in, folder))));
    KRAIT_TRY(in.set_module_state(kPathState, path));
    return path;
}

Result<ByteArray*> read_file(Interp& in, std::string_view path) {
    return in.files() ? in.files()->read(in, path) : read_board_file(in, path);
}

Result<ByteArray*> read_board_file(Interp& in, std::string_view path) {
    if (!in.board()) return (void)raise_os_error(in, 2), Result<ByteArray*>();
    hal::Storage& storage = in.board()->storage();
    auto failed = [&](hal::IoResult result) -> Result<ByteArray*> {
        Str* name = KRAIT_TRY(new_str(in, path));
        return raise_os_error(in, static_cast<int>(result.error()), name);
    };
    hal::FileStat stat;
    hal::IoResult file = storage.stat(path, stat);
    if (file.is_ok()) file = storage.open(path, hal::kOpenRead);
    if (!file.is_ok()) return failed(file);
    if (stat.size > static_cast<u64>(std::numeric_limits<i32>::max())) {
        (void)storage.close(file.count());
        return (void)raise_memory_error(in), Result<ByteArray*>();
    }
    usize size = static_cast<usize>(stat.size), at = 0;
    auto text = in.make<ByteArray>(sizeof(ByteArray) + size);
    hal::IoResult got = 0;
    const i32 handle = file.count();
    while (text && at < size) {
        got = storage.read(handle, {text.take()->data + at, size - at});
        if (!got.is_ok() || got.count() == 0) break;
        at += static_cast<usize>(got.count());
    }
    (void)storage.close(handle);
    if (!text) return {};
    if (!got.is_ok()) return failed(got);
    text.take()->capacity = at;
    return text;
}

}  // namespace krait
