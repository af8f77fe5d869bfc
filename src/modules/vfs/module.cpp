// The module vfs: mounting. The filesystems have a file each.
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "modules/modules.hpp"
#include "modules/vfs/mounts.hpp"
#include "modules/vfs/posix.hpp"
#include "modules/vfs/types.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

Value list_mounts(Interp& in) {
    MountTable* table = KRAIT_TRY(mount_table(in));
    List* list = KRAIT_TRY(new_list(in));
    for (isize i = 0; i < table->count(); ++i) {
        const Value parts[] = {table->filesystem(i), table->point(i)};
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(new_tuple(in, parts))));
    }
    return list;
}

// The mount point as the table keeps it: "/" or "/name", without a slash at the end.
Result<Str*> tidy_point(Interp& in, Value point) {
    Str* text = KRAIT_TRY(path_text(in, point));
    std::string_view view = text->view();
    while (view.size() > 1 && view.ends_with('/')) view.remove_suffix(1);
    if (!view.starts_with('/')) return format_str(in, "/{}", view);
    return new_str(in, view);
}

// --- which filesystem is on a block device -------------------------------------------------------

constexpr usize kProbeBytes = 64;

// Reads the beginning of a block; false: the device has whole blocks only, and takes no offset.
Result<bool> probe(Interp& in, Value device, isize block, BytearrayObject* into) {
    const Value method = KRAIT_TRY(get_attr(in, device, "readblocks"_sym));
    const Value args[] = {Value::from_int(block), into, Value::from_int(0)};
    const Value answer = call(in, method, args);
    if (!answer) {
        if (!is_instance(in.pending(), &kTypeError)) return {};
        (void)in.take_pending();
        return false;
    }
    if (is_none(answer)) return true;
    if (!is_int(answer))
        return raise(in, kTypeError, "can't convert {} to int", TextArg::type_name(answer));
    const isize number = KRAIT_TRY(to_index(in, answer));
    if (number == 0) return true;
    return raise_driver_error(in, number < 0 ? static_cast<int>(-number) : error::kEIO);
}

// The type of the filesystem that has left its mark in one of the first two blocks. FAT has no such
// mark and is what remains; its constructor knows whether it is there.
Value recognise(Interp& in, Value device) {
    constexpr std::string_view kMark = "littlefs";
    constexpr usize kPlace1 = 40, kPlace2 = 8;
    const u8 zeros[kProbeBytes] = {};
    for (isize block = 0; block < 2; ++block) {
        BytearrayObject* bytes = KRAIT_TRY(new_bytearray(in, zeros));
        if (!KRAIT_TRY(probe(in, device, block, bytes))) break;
        const std::string_view text = as_text(bytes->bytes());
        if (text.size() != kProbeBytes) return raise_driver_error(in, error::kEINVAL);
        if (text.substr(kPlace1).starts_with(kMark)) return Value(&kVfsLfs1Type);
        if (text.substr(kPlace2).starts_with(kMark)) return Value(&kVfsLfs2Type);
    }
    return Value(&kVfsFatType);
}

// mount(), which lists the mounts, or mount(fsobj, mount_point, *, readonly=False, mkfs=False).
Value vfs_mount(Interp& in, Value filesystem, Value point, bool readonly, bool mkfs) {
    if (!filesystem) return list_mounts(in);
    if (!point) return raise(in, kTypeError, "mount() missing required argument 'mount_point'");
    Str* text = KRAIT_TRY(tidy_point(in, point));
    MountTable* table = KRAIT_TRY(mount_table(in));
    // What cannot be mounted by itself is a block device.
    if (is_done(KRAIT_TRY(find_attr(in, filesystem, "mount"_sym))))
        filesystem = KRAIT_TRY(call(in, KRAIT_TRY(recognise(in, filesystem)), filesystem));
    (void)KRAIT_TRY(
        call_filesystem(in, filesystem, "mount"_sym, from_bool(readonly), from_bool(mkfs)));
    for (isize i = 0; i < table->count(); ++i)
        if (table->point(i)->view() == text->view()) return raise_driver_error(in, error::kEPERM);
    KRAIT_TRY(list_reserve(in, table->entries, table->entries->size() + 2));
    KRAIT_TRY(list_append(in, table->entries, filesystem));
    KRAIT_TRY(list_append(in, table->entries, text));
    return none();
}

Status vfs_umount(Interp& in, Value what) {
    MountTable* table = KRAIT_TRY(mount_table(in));
    Str* point = is<Str>(what) ? KRAIT_TRY(tidy_point(in, what)) : nullptr;
    for (isize i = 0; i < table->count(); ++i) {
        const bool is_it =
            point ? table->point(i)->view() == point->view() : table->filesystem(i) == what;
        if (!is_it) continue;
        const Value filesystem = table->filesystem(i);
        list_close(in, table->entries, 2 * static_cast<usize>(i), 2);
        if (table->current == i) table->current = MountTable::kRoot;
        if (table->current > i) --table->current;
        (void)KRAIT_TRY(call_filesystem(in, filesystem, "umount"_sym));
        return kOk;
    }
    return raise_driver_error(in, error::kEINVAL);
}

// No board has a partition for ROM filesystems yet: there are none to ask for.
Value vfs_rom_ioctl(Interp& in, isize operation, Args) {
    constexpr isize kCountPartitions = 1;
    if (operation == kCountPartitions) return Value::from_int(0);
    return raise_driver_error(in, error::kEINVAL);
}

constexpr Row kRows[] = {
    def<"mount(fsobj=..., mount_point=..., *, readonly=False, mkfs=False)", vfs_mount>,
    def<"umount(mount_point, /)", vfs_umount>,
    def<"rom_ioctl(op, /, *args)", vfs_rom_ioctl>,
    constant<"VfsFat">(&kVfsFatType),
    constant<"VfsLfs1">(&kVfsLfs1Type),
    constant<"VfsLfs2">(&kVfsLfs2Type),
    constant<"VfsPosix">(&VfsPosix::kType),
    constant<"VfsRom">(&kVfsRomType),
};

}  // namespace

constinit const ModuleDef kVfsModule{.name = "vfs"_sym, .rows = kRows};

}  // namespace krait
