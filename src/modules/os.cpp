// The os module: files and folders of the board's storage, and what the board is called.
#include "base/calendar.hpp"
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/str_builder.hpp"
#include "hal/board.hpp"
#include "modules/modules.hpp"
#include "objects/codec.hpp"
#include "objects/record.hpp"
#include "vm/import.hpp"

namespace krait {

namespace {

constexpr int kDirectoryMode = 0x4000, kFileMode = 0x8000;
constexpr usize kLongestPath = 1024;

hal::Storage& storage_of(Interp& in) { return in.board()->storage(); }

// The text of a path: str or bytes.
Result<Str*> path_text(Interp& in, Value path) {
    if (Str* text = as_if<Str>(path)) return text;
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, path, held));
    return decode_text(in, held.bytes(), nullptr, nullptr);
}

Status storage_ok(Interp& in, hal::IoResult result, Value path = {}) {
    if (result.is_ok()) return kOk;
    return raise_hal(in, result.error(), path);
}

// --- folders -------------------------------------------------------------------------------------

// A listing that is closed whatever happens.
class Listing {
  public:
    Listing(hal::Storage& storage, i32 handle) : storage_(storage), handle_(handle) {}
    Listing(const Listing&) = delete;
    ~Listing() { storage_.close_directory(handle_); }
    hal::IoResult next(hal::DirectoryEntry& out) { return storage_.next_entry(handle_, out); }

  private:
    hal::Storage& storage_;
    i32 handle_;
};

// (name, kind, inode, size), or the name alone.
Value entry_value(Interp& in, const hal::DirectoryEntry& entry, bool name_only) {
    const Value name = KRAIT_TRY(new_str(in, entry.view()));
    if (name_only) return name;
    const bool is_directory = entry.kind == hal::FileKind::Directory;
    const Value parts[] = {name, Value::from_int(is_directory ? kDirectoryMode : kFileMode),
                           KRAIT_TRY(new_int_unsigned(in, entry.inode)),
                           KRAIT_TRY(new_int_unsigned(in, entry.size))};
    return KRAIT_TRY(new_tuple(in, parts));
}

Result<List*> list_folder(Interp& in, Value path, bool names_only) {
    Str* text = path ? KRAIT_TRY(path_text(in, path)) : empty_str();
    hal::Storage& storage = storage_of(in);
    const hal::IoResult handle =
        storage.open_directory(text->size() ? text->view() : std::string_view("."));
    if (!handle.is_ok()) return raise_hal(in, handle.error(), path);
    Listing listing(storage, handle.count());
    List* list = nullptr;
    if (auto made = new_list(in)) list = made.take();
    hal::DirectoryEntry entry;
    while (list) {
        const hal::IoResult found = listing.next(entry);
        if (!found.is_ok()) return raise_hal(in, found.error(), path);
        if (found.count() == 0) return list;
        const Value item = entry_value(in, entry, names_only);
        if (!item || !list_append(in, list, item)) return {};
    }
    return {};
}

Result<List*> os_listdir(Interp& in, Value path) { return list_folder(in, path, true); }

Value os_ilistdir(Interp& in, Value path) {
    return iterate(in, KRAIT_TRY(list_folder(in, path, false)));
}

Status os_mkdir(Interp& in, Value path, Value) {
    Str* text = KRAIT_TRY(path_text(in, path));
    return storage_ok(in, storage_of(in).make_directory(text->view()), path);
}
Status os_rmdir(Interp& in, Value path) {
    Str* text = KRAIT_TRY(path_text(in, path));
    return storage_ok(in, storage_of(in).remove_directory(text->view()), path);
}
Status os_chdir(Interp& in, Value path) {
    Str* text = KRAIT_TRY(path_text(in, path));
    return storage_ok(in, storage_of(in).change_directory(text->view()), path);
}
Result<Str*> os_getcwd(Interp& in) {
    u8 path[kLongestPath];
    const isize size = KRAIT_TRY(take_count(in, storage_of(in).current_directory(path)));
    return new_str(in, {reinterpret_cast<const char*>(path), static_cast<usize>(size)});
}

// --- files ---------------------------------------------------------------------------------------

Status os_remove(Interp& in, Value path) {
    Str* text = KRAIT_TRY(path_text(in, path));
    return storage_ok(in, storage_of(in).remove_file(text->view()), path);
}
Status os_rename(Interp& in, Value from, Value to) {
    Str* source = KRAIT_TRY(path_text(in, from));
    Str* target = KRAIT_TRY(path_text(in, to));
    return storage_ok(in, storage_of(in).rename(source->view(), target->view()), from);
}

constexpr Row kStatFields[] = {
    record_field<"st_mode", 0>,  record_field<"st_ino", 1>,   record_field<"st_dev", 2>,
    record_field<"st_nlink", 3>, record_field<"st_uid", 4>,   record_field<"st_gid", 5>,
    record_field<"st_size", 6>,  record_field<"st_atime", 7>, record_field<"st_mtime", 8>,
    record_field<"st_ctime", 9>,
};
constinit const BuiltinType kStatResult{record_type("stat_result"_sym, kStatFields, true)};

Value os_stat(Interp& in, Value path) {
    Str* text = KRAIT_TRY(path_text(in, path));
    hal::FileStat stat;
    KRAIT_TRY(storage_ok(in, storage_of(in).stat(text->view(), stat), path));
    const i64 epoch =
        in.board()->info().epoch_year == 2000 ? i64{kEpoch2000} * kSecondsPerDay : i64{0};
    const int kind = stat.kind == hal::FileKind::Directory ? kDirectoryMode
                     : stat.kind == hal::FileKind::File    ? kFileMode
                                                           : 0;
    auto time = [&](i64 seconds) { return new_int(in, seconds ? seconds - epoch : 0); };
    const Value zero = Value::from_int(0);
    const Value parts[] = {Value::from_int(kind | static_cast<int>(stat.permissions)),
                           KRAIT_TRY(new_int_unsigned(in, stat.inode)),
                           zero,
                           zero,
                           zero,
                           zero,
                           KRAIT_TRY(new_int_unsigned(in, stat.size)),
                           KRAIT_TRY(time(stat.accessed_s)),
                           KRAIT_TRY(time(stat.modified_s)),
                           KRAIT_TRY(time(stat.changed_s))};
    return KRAIT_TRY(new_record(in, kStatResult, parts));
}

constexpr Row kStatvfsFields[] = {
    record_field<"f_bsize", 0>,   record_field<"f_frsize", 1>, record_field<"f_blocks", 2>,
    record_field<"f_bfree", 3>,   record_field<"f_bavail", 4>, record_field<"f_files", 5>,
    record_field<"f_ffree", 6>,   record_field<"f_favail", 7>, record_field<"f_flag", 8>,
    record_field<"f_namemax", 9>,
};
constinit const BuiltinType kStatvfsResult{record_type("statvfs_result"_sym, kStatvfsFields, true)};

Value os_statvfs(Interp& in, Value path) {
    Str* text = KRAIT_TRY(path_text(in, path));
    hal::FilesystemStat stat;
    KRAIT_TRY(storage_ok(in, storage_of(in).stat_filesystem(text->view(), stat), path));
    const Value zero = Value::from_int(0);
    const Value block = KRAIT_TRY(new_int_unsigned(in, stat.block_size));
    const Value blocks = KRAIT_TRY(new_int_unsigned(in, stat.blocks));
    const Value free = KRAIT_TRY(new_int_unsigned(in, stat.blocks_free));
    const Value parts[] = {
        block, block, blocks, free, free,
        zero,  zero,  zero,   zero, KRAIT_TRY(new_int_unsigned(in, stat.name_max))};
    return KRAIT_TRY(new_record(in, kStatvfsResult, parts));
}

Status os_sync(Interp& in) { return storage_ok(in, storage_of(in).sync()); }

// --- the board -----------------------------------------------------------------------------------

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
    auto* cell = KRAIT_TRY(in.make<ByteArray>(sizeof(ByteArray) + static_cast<usize>(size)));
    const MutableBytes room{cell->data, static_cast<usize>(size)};
    (void)KRAIT_TRY(take_count(in, in.board()->entropy().fill(room)));
    const Value bytes = KRAIT_TRY(new_bytes(in, room));
    in.heap().release(cell);
    return bytes;
}

// os.path is a frozen library, loaded when it is first used.
Value os_getattr(Interp& in, Str* name) {
    if (name->view() == "path") return import_module(in, mutable_name("os.path"_sym));
    return raise(in, kAttributeError, "module 'os' has no attribute '{}'", name);
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
    def<"uname()", os_uname>,
    def<"urandom(n, /)", os_urandom>,
    def<"__getattr__(name, /)", os_getattr>,
    constant<"sep">("/"_sym),
    constant<"name">("posix"_sym),
};

}  // namespace

constinit const ModuleDef kOsModule{.name = "os"_sym, .rows = kRows};

}  // namespace krait
