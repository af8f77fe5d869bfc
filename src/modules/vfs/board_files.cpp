#include "modules/vfs/board_files.hpp"

#include "base/calendar.hpp"
#include "core/errno.hpp"
#include "hal/board.hpp"
#include "vm/import.hpp"

namespace krait {

namespace {

constexpr usize kLongestPath = 1024;

hal::Storage& storage_of(Interp& in) { return in.board()->storage(); }

Status storage_ok(Interp& in, hal::IoResult result, Value shown = {}) {
    if (result.is_ok()) return kOk;
    return raise_hal(in, result.error(), shown);
}

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
Value entry_value(Interp& in, const hal::DirectoryEntry& entry, Value like, bool names_only) {
    const Value name = KRAIT_TRY(name_like(in, like, KRAIT_TRY(new_str(in, entry.view()))));
    if (names_only) return name;
    const bool is_directory = entry.kind == hal::FileKind::Directory;
    const Value parts[] = {name, Value::from_int(is_directory ? kDirectoryMode : kFileMode),
                           KRAIT_TRY(new_int_unsigned(in, entry.inode)),
                           KRAIT_TRY(new_int_unsigned(in, entry.size))};
    return KRAIT_TRY(new_tuple(in, parts));
}

// Seconds since 1970 as the board counts them.
Value board_time(Interp& in, i64 seconds) {
    const i64 epoch =
        in.board()->info().epoch_year == 2000 ? i64{kEpoch2000} * kSecondsPerDay : i64{0};
    return new_int(in, seconds ? seconds - epoch : 0);
}

}  // namespace

Value name_like(Interp& in, Value path, Value name) {
    const bool is_text = !path || is<Str>(path) || !find_slot<&Slots::get_buffer>(type_of(path));
    return is_text ? name : new_bytes(in, as<Str>(name)->bytes());
}

// The whole listing is read at once, so that no handle stays open in an iterator.
Result<List*> board_listdir(Interp& in, Str* path, Value shown, bool names_only) {
    hal::Storage& storage = storage_of(in);
    const hal::IoResult handle =
        storage.open_directory(path->size() ? path->view() : std::string_view("."));
    if (!handle.is_ok()) return raise_hal(in, handle.error(), shown);
    Listing listing(storage, handle.count());
    List* list = nullptr;
    if (auto made = new_list(in)) list = made.take();
    hal::DirectoryEntry entry;
    while (list) {
        const hal::IoResult found = listing.next(entry);
        if (!found.is_ok()) return raise_hal(in, found.error(), shown);
        if (found.count() == 0) return list;
        const Value item = entry_value(in, entry, shown, names_only);
        if (!item || !list_append(in, list, item)) return {};
    }
    return {};
}

Status board_mkdir(Interp& in, Str* path, Value shown) {
    return storage_ok(in, storage_of(in).make_directory(path->view()), shown);
}
Status board_rmdir(Interp& in, Str* path, Value shown) {
    return storage_ok(in, storage_of(in).remove_directory(path->view()), shown);
}
Status board_remove(Interp& in, Str* path, Value shown) {
    return storage_ok(in, storage_of(in).remove_file(path->view()), shown);
}
Status board_rename(Interp& in, Str* from, Str* to, Value shown, Value shown_target) {
    const hal::IoResult done = storage_of(in).rename(from->view(), to->view());
    if (done.is_ok()) return kOk;
    (void)raise_hal(in, done.error(), shown);
    const Value e = in.take_pending();
    KRAIT_TRY(set_attr(in, e, "filename2"_sym, shown_target));
    return raise_value(in, e);
}
Status board_chdir(Interp& in, Str* path, Value shown) {
    return storage_ok(in, storage_of(in).change_directory(path->view()), shown);
}

Result<Str*> board_getcwd(Interp& in) {
    u8 path[kLongestPath];
    const hal::IoResult size = storage_of(in).current_directory(path);
    // A current directory that is gone is told as MicroPython does.
    if (size.is(hal::Errno::NoEntry)) return raise_driver_error(in, error::kENOENT, kOSError);
    if (!size.is_ok()) return raise_hal(in, size.error());
    return new_str(in, {reinterpret_cast<const char*>(path), static_cast<usize>(size.count())});
}

Result<Tuple*> board_stat(Interp& in, Str* path, Value shown) {
    hal::FileStat stat;
    KRAIT_TRY(storage_ok(in, storage_of(in).stat(path->view(), stat), shown));
    return file_facts(in, stat);
}

Result<Tuple*> file_facts(Interp& in, const hal::FileStat& stat) {
    const int kind = stat.kind == hal::FileKind::Directory ? kDirectoryMode
                     : stat.kind == hal::FileKind::File    ? kFileMode
                     : stat.kind == hal::FileKind::Link    ? kLinkMode
                                                           : 0;
    const Value zero = Value::from_int(0);
    const Value parts[] = {Value::from_int(kind | static_cast<int>(stat.permissions)),
                           KRAIT_TRY(new_int_unsigned(in, stat.inode)),
                           zero,
                           zero,
                           zero,
                           zero,
                           KRAIT_TRY(new_int_unsigned(in, stat.size)),
                           KRAIT_TRY(board_time(in, stat.accessed_s)),
                           KRAIT_TRY(board_time(in, stat.modified_s)),
                           KRAIT_TRY(board_time(in, stat.changed_s))};
    return new_tuple(in, parts);
}

Result<Tuple*> board_statvfs(Interp& in, Str* path, Value shown) {
    hal::FilesystemStat stat;
    KRAIT_TRY(storage_ok(in, storage_of(in).stat_filesystem(path->view(), stat), shown));
    return statvfs_tuple(in, stat.block_size, stat.blocks, stat.blocks_free, stat.name_max);
}

Result<Tuple*> stat_tuple(Interp& in, int mode, u64 size, i64 time_s) {
    const Value zero = Value::from_int(0);
    const Value bytes = KRAIT_TRY(new_int_unsigned(in, size));
    const Value time = KRAIT_TRY(board_time(in, time_s));
    const Value parts[] = {
        Value::from_int(mode), zero, zero, zero, zero, zero, bytes, time, time, time};
    return new_tuple(in, parts);
}

Result<Tuple*> statvfs_tuple(Interp& in, u64 block, u64 blocks, u64 free, u64 longest_name) {
    const Value zero = Value::from_int(0);
    const Value size = KRAIT_TRY(new_int_unsigned(in, block));
    const Value all = KRAIT_TRY(new_int_unsigned(in, blocks));
    const Value left = KRAIT_TRY(new_int_unsigned(in, free));
    const Value parts[] = {size, size, all,  left, left,
                           zero, zero, zero, zero, KRAIT_TRY(new_int_unsigned(in, longest_name))};
    return new_tuple(in, parts);
}

}  // namespace krait
