// What os does with files and folders: each path is taken to the filesystem that has it, which is
// the board's storage unless something else is mounted there (modules/vfs/mounts.hpp).
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/text.hpp"
#include "hal/board.hpp"
#include "modules/os/rows.hpp"
#include "modules/vfs/board_files.hpp"
#include "modules/vfs/mounts.hpp"
#include "modules/vfs/posix.hpp"
#include "objects/record.hpp"

namespace krait {

namespace {

using Kind = Place::Kind;
constexpr usize kLongestName = 255;
constexpr usize kStatFieldCount = 10;

// `path` is what errors name: of an object with __fspath__, what that says.
Status find(Interp& in, Value& path, Place& place) {
    path = KRAIT_TRY(plain_path(in, path));
    return find_place(in, KRAIT_TRY(path_text(in, path)), place);
}

Raised raise_nowhere(Interp& in) { return raise_driver_error(in, error::kENODEV); }

// --- listings ------------------------------------------------------------------------------------

std::string_view first_name(const MountTable* table, isize i) {
    const std::string_view name = table->point(i)->view().substr(1);
    return name.substr(0, name.find('/'));
}

// The mount points' first names, each once, as a listing of the root has them.
Status list_mount_points(Interp& in, Value path, List* out) {
    MountTable* table = existing_mount_table(in);
    for (isize i = 0; i < table->count(); ++i) {
        const std::string_view name = first_name(table, i);
        bool is_new = !name.empty();
        for (isize j = 0; j < i; ++j) is_new &= first_name(table, j) != name;
        if (!is_new) continue;
        Str* text = KRAIT_TRY(new_str(in, name));
        const Value parts[] = {KRAIT_TRY(name_like(in, path, text)),
                               Value::from_int(kDirectoryMode), Value::from_int(0)};
        KRAIT_TRY(list_append(in, out, KRAIT_TRY(new_tuple(in, parts))));
    }
    return kOk;
}

// An iterator of (name, kind, inode[, size]).
Value os_ilistdir(Interp& in, Value path) {
    Place place;
    KRAIT_TRY(path ? find(in, path, place) : find_place(in, empty_str(), place));
    if (place.kind == Kind::Board)
        return iterate(in, KRAIT_TRY(board_listdir(in, place.path, path, false)));
    if (place.kind == Kind::Nowhere) return raise_nowhere(in);
    if (place.kind == Kind::Mounted) {
        const Value folder = KRAIT_TRY(name_like(in, path, place.path));
        return call_filesystem(in, place.filesystem, "ilistdir"_sym, folder);
    }
    List* list = KRAIT_TRY(new_list(in));
    KRAIT_TRY(list_mount_points(in, path, list));
    if (place.filesystem) {
        const Value top = KRAIT_TRY(name_like(in, path, mutable_name("/"_sym)));
        KRAIT_TRY(extend(in, list,
                         KRAIT_TRY(call_filesystem(in, place.filesystem, "ilistdir"_sym, top))));
    }
    return iterate(in, list);
}

Result<List*> os_listdir(Interp& in, Value path) {
    Place place;
    KRAIT_TRY(path ? find(in, path, place) : find_place(in, empty_str(), place));
    if (place.kind == Kind::Board) return board_listdir(in, place.path, path, true);
    const Value entries = KRAIT_TRY(os_ilistdir(in, path));
    List* names = KRAIT_TRY(new_list(in));
    for (;;) {
        const Value entry = KRAIT_TRY(next(in, entries));
        if (is_done(entry)) return names;
        KRAIT_TRY(list_append(in, names, KRAIT_TRY(get_item(in, entry, Value::from_int(0)))));
    }
}

// --- folders and names ---------------------------------------------------------------------------

// Calls the method of a filesystem that is not the board's; `shown` is a mount point, or the root:
// these can be neither made nor removed.
Status delegate(Interp& in, const Place& place, const Str* method, int error_at_top) {
    if (place.kind == Kind::Nowhere) return raise_nowhere(in);
    const bool is_top = place.kind == Kind::Root || place.path->view() == "/";
    if (is_top) return raise_driver_error(in, error_at_top);
    (void)KRAIT_TRY(call_filesystem(in, place.filesystem, method, place.path));
    return kOk;
}

Status os_mkdir(Interp& in, Value path, Value) {
    Place place;
    KRAIT_TRY(find(in, path, place));
    if (place.kind == Kind::Board) return board_mkdir(in, place.path, path);
    return delegate(in, place, "mkdir"_sym, error::kEEXIST);
}
Status os_rmdir(Interp& in, Value path) {
    Place place;
    KRAIT_TRY(find(in, path, place));
    if (place.kind == Kind::Board) return board_rmdir(in, place.path, path);
    return delegate(in, place, "rmdir"_sym, error::kEPERM);
}
Status os_remove(Interp& in, Value path) {
    Place place;
    KRAIT_TRY(find(in, path, place));
    if (place.kind == Kind::Board) return board_remove(in, place.path, path);
    return delegate(in, place, "remove"_sym, error::kEPERM);
}

Status os_rename(Interp& in, Value from, Value to) {
    Place source, target;
    KRAIT_TRY(find(in, from, source));
    KRAIT_TRY(find(in, to, target));
    if (source.kind == Kind::Board && target.kind == Kind::Board)
        return board_rename(in, source.path, target.path, from, to);
    if (source.kind == Kind::Nowhere) return raise_nowhere(in);
    if (source.kind != target.kind || source.entry != target.entry || source.kind == Kind::Root)
        return raise_driver_error(in, error::kEPERM);
    (void)KRAIT_TRY(call_filesystem(in, source.filesystem, "rename"_sym, source.path, target.path));
    return kOk;
}

Status os_chdir(Interp& in, Value path) {
    Place place;
    KRAIT_TRY(find(in, path, place));
    if (place.kind == Kind::Nowhere) return raise_nowhere(in);
    if (place.kind == Kind::Board) {
        KRAIT_TRY(board_chdir(in, place.path, path));
    } else if (place.filesystem) {
        const Value folder = place.kind == Kind::Root ? mutable_name("/"_sym) : place.path;
        (void)KRAIT_TRY(call_filesystem(in, place.filesystem, "chdir"_sym, folder));
    }
    MountTable* table = existing_mount_table(in);
    // The filesystem's chdir() may have mounted or unmounted; then its entry is looked for again.
    if (!table) return kOk;
    table->current = MountTable::kRoot;
    for (isize i = 0; place.kind != Kind::Root && i < table->count(); ++i)
        if (table->filesystem(i) == place.filesystem) table->current = i;
    return kOk;
}

Result<Str*> os_getcwd(Interp& in) {
    MountTable* table = existing_mount_table(in);
    if (!table) return board_getcwd(in);
    if (table->current == MountTable::kRoot) return new_str(in, "/");
    const Value filesystem = table->filesystem(table->current);
    if (is_board_storage(filesystem)) return board_getcwd(in);
    Str* point = table->point(table->current);
    const Value rest = KRAIT_TRY(call_filesystem(in, filesystem, "getcwd"_sym));
    if (!is<Str>(rest))
        return raise(in, kTypeError, "getcwd() gave '{}'", TextArg::type_name(rest));
    if (point->size() == 1) return as<Str>(rest);
    if (as<Str>(rest)->view() == "/") return point;
    return format_str(in, "{}{}", point, as<Str>(rest));
}

// --- facts ---------------------------------------------------------------------------------------

constexpr Row kStatFields[] = {
    record_field<"st_mode", 0>,  record_field<"st_ino", 1>,   record_field<"st_dev", 2>,
    record_field<"st_nlink", 3>, record_field<"st_uid", 4>,   record_field<"st_gid", 5>,
    record_field<"st_size", 6>,  record_field<"st_atime", 7>, record_field<"st_mtime", 8>,
    record_field<"st_ctime", 9>,
};
constinit const BuiltinType kStatResult{record_type("stat_result"_sym, kStatFields, true)};

constexpr Row kStatvfsFields[] = {
    record_field<"f_bsize", 0>,   record_field<"f_frsize", 1>, record_field<"f_blocks", 2>,
    record_field<"f_bfree", 3>,   record_field<"f_bavail", 4>, record_field<"f_files", 5>,
    record_field<"f_ffree", 6>,   record_field<"f_favail", 7>, record_field<"f_flag", 8>,
    record_field<"f_namemax", 9>,
};
constinit const BuiltinType kStatvfsResult{record_type("statvfs_result"_sym, kStatvfsFields, true)};

// The tuple with named fields; what is no such tuple stays as the filesystem gave it.
Value named(Interp& in, const BuiltinType& type, Value facts) {
    const Tuple* tuple = as_if<Tuple>(facts);
    if (!tuple || tuple->size() != kStatFieldCount) return facts;
    return new_record(in, type, tuple->span()).take();
}

Value os_stat(Interp& in, Value path) {
    Place place;
    KRAIT_TRY(find(in, path, place));
    if (place.kind == Kind::Nowhere) return raise_nowhere(in);
    const bool is_board_top =
        place.kind == Kind::Root && place.filesystem && is_board_storage(place.filesystem);
    if (is_board_top) place.path = mutable_name("/"_sym);
    Value facts;
    if (place.kind == Kind::Board || is_board_top)
        facts = board_stat(in, place.path, path).take();
    else if (place.kind == Kind::Root)
        facts = stat_tuple(in, kDirectoryMode, 0, 0).take();
    else
        facts = call_filesystem(in, place.filesystem, "stat"_sym, place.path);
    return named(in, kStatResult, KRAIT_TRY(facts));
}

Value os_statvfs(Interp& in, Value path) {
    Place place;
    KRAIT_TRY(find(in, path, place));
    if (place.kind == Kind::Nowhere) return raise_nowhere(in);
    Value facts;
    if (place.kind == Kind::Board)
        facts = board_statvfs(in, place.path, path).take();
    else if (!place.filesystem)
        facts = statvfs_tuple(in, 0, 0, 0, kLongestName).take();
    else
        facts = call_filesystem(in, place.filesystem, "statvfs"_sym,
                                place.kind == Kind::Root ? mutable_name("/"_sym) : place.path);
    return named(in, kStatvfsResult, KRAIT_TRY(facts));
}

Status os_sync(Interp& in) {
    const hal::IoResult done = in.board()->storage().sync();
    if (done.is_ok()) return kOk;
    return raise_hal(in, done.error());
}

constexpr Row kRows[] = {
    def<"listdir(path=..., /)", os_listdir>,
    def<"ilistdir(path=..., /)", os_ilistdir>,
    def<"mkdir(path, mode=511)", os_mkdir>,
    def<"rmdir(path, /)", os_rmdir>,
    def<"chdir(path, /)", os_chdir>,
    def<"getcwd()", os_getcwd>,
    def<"remove(path, /)", os_remove>,
    def<"unlink(path, /)", os_remove>,
    def<"rename(src, dst, /)", os_rename>,
    def<"replace(src, dst, /)", os_rename>,
    def<"stat(path, /)", os_stat>,
    def<"statvfs(path, /)", os_statvfs>,
    def<"sync()", os_sync>,
    def<"fspath(path)", plain_path>,
    constant<"stat_result">(&kStatResult),
    constant<"statvfs_result">(&kStatvfsResult),
};

}  // namespace

constinit const std::span<const Row> kOsFileRows{kRows};

Value stat_result(Interp& in, const hal::FileStat& stat) {
    return named(in, kStatResult, KRAIT_TRY(file_facts(in, stat)));
}

Value stat_path(Interp& in, Value path) { return os_stat(in, path); }

}  // namespace krait
