// The os module: what is said of the board, and what other files add. Files and folders: files.cpp;
// the host's process: process.cpp; the rest is found where it is written when it is first used.
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/str_builder.hpp"
#include "hal/board.hpp"
#include "modules/modules.hpp"
#include "modules/os/rows.hpp"
#include "modules/terminal.hpp"
#include "objects/bytes.hpp"
#include "objects/record.hpp"
#include "vm/import.hpp"

namespace krait {

namespace {

constexpr Row kUnameFields[] = {
    record_field<"sysname", 0>, record_field<"nodename", 1>, record_field<"release", 2>,
    record_field<"version", 3>, record_field<"machine", 4>,
};
constinit const BuiltinType kUname{record_type("uname_result"_sym, kUnameFields)};

Value os_uname(Interp& in) {
    const hal::BoardInfo& info = in.board()->info();
    const Value name = KRAIT_TRY(new_str(in, info.platform));
    const Value machine = KRAIT_TRY(new_str(in, info.machine));
    const Value parts[] = {name, name, "1.26.0"_sym, "Krait; Python 3.12"_sym, machine};
    return KRAIT_TRY(new_record(in, kUname, parts));
}

Value os_urandom(Interp& in, isize size) {
    if (size < 0) return raise(in, kValueError, "negative argument not allowed");
    BytesObject* bytes = KRAIT_TRY(allocate_bytes(in, static_cast<usize>(size)));
    const MutableBytes room{bytes->data(), bytes->size()};
    (void)KRAIT_TRY(take_count(in, in.board()->entropy().fill(room)));
    return bytes;
}

// --- what stands elsewhere -----------------------------------------------------------------------

// The built-in modules whose names os has too, where a port links them.
constexpr const Str* kBuiltinParts[] = {"vfs"_sym, "_process"_sym, "_files"_sym};

// The frozen libraries under os/, and what each has for os.
struct Part {
    const Str* module;
    std::string_view names;  // each between spaces
};
constexpr Part kParts[] = {
    {"os.tree"_sym, " makedirs removedirs renames walk scandir DirEntry access "},
    {"os.environment"_sym, " environ PathLike fsencode fsdecode "},
};

bool has_name(std::string_view names, std::string_view name) {
    const usize at = names.find(name);
    return at != std::string_view::npos && at > 0 && names[at - 1] == ' ' &&
           names[at + name.size()] == ' ';
}

Value os_getattr(Interp& in, Str* name) {
    if (name->view() == "path") return import_module(in, mutable_name("os.path"_sym));
    for (const Str* part : kBuiltinParts) {
        const ModuleDef* def = in.find_builtin_module(part);
        const Row* row = def ? find_row(*def, name) : nullptr;
        if (row) return row->value;
    }
    for (const Part& part : kParts)
        if (has_name(part.names, name->view()))
            return get_attr(in, KRAIT_TRY(import_module(in, mutable_name(part.module))), name);
    return raise(in, kAttributeError, "module 'os' has no attribute '{}'", name);
}

constexpr Row kRows[] = {
    def<"uname()", os_uname>,
    def<"urandom(n, /)", os_urandom>,
    def<"dupterm(stream_object, index=0, /)", os_dupterm>,
    def<"dupterm_notify(obj_in, /)", os_dupterm_notify>,
    def<"__getattr__(name, /)", os_getattr>,
    constant<"sep">("/"_sym),
    constant<"pathsep">(":"_sym),
    constant<"curdir">("."_sym),
    constant<"pardir">(".."_sym),
    constant<"extsep">("."_sym),
    constant<"linesep">("\n"_sym),
    constant<"devnull">("/dev/null"_sym),
    constant<"name">("posix"_sym),
    constant<"error">(&kOSError),
    constant<"F_OK">(0),
    constant<"X_OK">(1),
    constant<"W_OK">(2),
    constant<"R_OK">(4),
    constant<"SEEK_SET">(0),
    constant<"SEEK_CUR">(1),
    constant<"SEEK_END">(2),
};
constexpr const std::span<const Row>* kRowParts[] = {&kOsFileRows};

}  // namespace

constinit const ModuleDef kOsModule{.name = "os"_sym, .rows = kRows, .parts = kRowParts};

}  // namespace krait
