// VfsFat: FatFs. Names are UTF-8; times are in steps of two seconds and know no zone: they are
// taken as UTC.
#include <ff.h>
// Behind its types.
#include <diskio.h>

#include <algorithm>
#include <cstring>

#include "base/calendar.hpp"
#include "core/arrays.hpp"
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "hal/storage.hpp"
#include "modules/vfs/types.hpp"

namespace krait {

namespace {

constexpr u32 kSmallestSector = FF_MIN_SS, kLargestSector = FF_MAX_SS;
constexpr i64 kNsPerSecond = 1'000'000'000;
constexpr int kFirstYear = 1980, kLastYear = 2107;

struct Volume {
    FATFS fs;
    u8 work[];  // a sector, for formatting
};

FATFS* fs_of(const Driver* d) { return &library_part<Volume>(d->memory)->fs; }
FIL* file_of(Handle* h) { return library_part<FIL>(h->memory); }

int answer(FRESULT result) {
    static constexpr u8 kErrors[] = {0,
                                     error::kEIO,
                                     error::kEIO,
                                     error::kEBUSY,
                                     error::kENOENT,
                                     error::kENOENT,
                                     error::kEINVAL,
                                     error::kEACCES,
                                     error::kEEXIST,
                                     error::kEINVAL,
                                     error::kEROFS,
                                     error::kENODEV,
                                     error::kENODEV,
                                     error::kENODEV,
                                     error::kEIO,
                                     error::kEIO,
                                     error::kEIO,
                                     error::kENOMEM,
                                     error::kEMFILE,
                                     error::kEINVAL};
    static_assert(std::size(kErrors) == FR_INVALID_PARAMETER + 1);
    return -int{kErrors[result]};
}

// --- times ---------------------------------------------------------------------------------------

u32 packed_time(i64 seconds) {
    const CivilTime t = civil_from_seconds(seconds, kEpoch1970);
    if (t.year < kFirstYear || t.year > kLastYear) return 1 << 21 | 1 << 16;  // 1980-01-01
    auto field = [](i32 value, int shift) { return static_cast<u32>(value) << shift; };
    return field(t.year - kFirstYear, 25) | field(t.month, 21) | field(t.day, 16) |
           field(t.hour, 11) | field(t.minute, 5) | field(t.second / 2, 0);
}

i64 unpacked_time(u32 date, u32 time) {
    if (date == 0) return 0;
    CivilTime t = {};
    t.year = kFirstYear + static_cast<i32>(date >> 9);
    t.month = date >> 5 & 15;
    t.day = date & 31;
    t.hour = static_cast<i32>(time >> 11);
    t.minute = time >> 5 & 63;
    t.second = static_cast<i32>(time & 31) * 2;
    return seconds_from_civil(t, kEpoch1970);
}

// --- the volume ----------------------------------------------------------------------------------

Status prepare(Interp& in, Driver* d) {
    const u32 sector = d->device.block_size;
    if (sector < kSmallestSector || sector > kLargestSector || (sector & (sector - 1)) != 0)
        return raise_driver_error(in, error::kENODEV);
    in.heap().write(d->memory, KRAIT_TRY(new_byte_array(in, sizeof(Volume) + sector)));
    fs_of(d)->drv = d;
    return kOk;
}

// The smallest of the formats that suits the size; large media have a partition table.
int format(Driver* d) {
    Volume* volume = library_part<Volume>(d->memory);
    // What cannot even be read is better not written to.
    if (disk_read(d, volume->work, 0, 1) != RES_OK) return -error::kEIO;
    for (const u8 kind : {FM_FAT | FM_SFD, FM_FAT32}) {
        const FRESULT result = f_mkfs(&volume->fs, kind, 0, volume->work, d->device.block_size);
        if (result != FR_MKFS_ABORTED || d->device.error) return answer(result);
    }
    return answer(FR_MKFS_ABORTED);
}

int mount(Driver* d) { return answer(f_mount(fs_of(d))); }
int unmount(Driver* d) { return answer(f_umount(fs_of(d))); }

int statvfs(Driver* d, VolumeFacts& out) {
    FATFS* fs = fs_of(d);
    DWORD free = 0;
    if (const FRESULT result = f_getfree(fs, &free)) return answer(result);
    out = {.block_size = fs->csize * d->device.block_size,
           .blocks = fs->n_fatent - 2,
           .blocks_free = free,
           .longest_name = FF_MAX_LFN};
    return 0;
}

EntryFacts facts_of(const FILINFO& info) {
    const bool is_directory = info.fattrib & AM_DIR;
    return {.is_directory = is_directory,
            .size = is_directory ? 0 : info.fsize,
            .time_s = unpacked_time(info.fdate, info.ftime)};
}

int stat(Driver* d, const char* path, EntryFacts& out) {
    FILINFO info;
    if (const FRESULT result = f_stat(fs_of(d), path, &info)) return answer(result);
    out = facts_of(info);
    return 0;
}
int make_directory(Driver* d, const char* path) { return answer(f_mkdir(fs_of(d), path)); }
int remove(Driver* d, const char* path) { return answer(f_unlink(fs_of(d), path)); }

// Replaces a file that has the name.
int rename(Driver* d, const char* from, const char* to) {
    FRESULT result = f_rename(fs_of(d), from, to);
    EntryFacts target;
    if (result == FR_EXIST && stat(d, to, target) == 0 && !target.is_directory) {
        result = f_unlink(fs_of(d), to);
        if (result == FR_OK) result = f_rename(fs_of(d), from, to);
    }
    return answer(result);
}

// --- files ---------------------------------------------------------------------------------------

usize file_memory(const Driver*) { return sizeof(FIL); }

u8 mode_of(u8 flags) {
    u8 mode = 0;
    if (flags & hal::kOpenRead) mode |= FA_READ;
    if (flags & hal::kOpenWrite) mode |= FA_WRITE;
    if (flags & hal::kOpenTruncate) mode |= FA_CREATE_ALWAYS;
    if (flags & hal::kOpenExclusive) mode |= FA_CREATE_NEW;
    if (flags & hal::kOpenAppend) mode |= FA_OPEN_APPEND;
    return mode;
}

int open(Handle* h, const char* path) {
    EntryFacts facts;
    // The library says EACCES of a folder that is opened as a file.
    if (stat(h->driver, path, facts) == 0 && facts.is_directory) return -error::kEISDIR;
    return answer(f_open(fs_of(h->driver), file_of(h), path, mode_of(h->flags)));
}
int close(Handle* h) { return answer(f_close(file_of(h))); }

isize read(Handle* h, MutableBytes into) {
    UINT count = 0;
    const auto wanted = static_cast<UINT>(std::min(into.size(), kMostAtOnce));
    const FRESULT result = f_read(file_of(h), into.data(), wanted, &count);
    return result ? answer(result) : static_cast<isize>(count);
}
isize write(Handle* h, Bytes data) {
    FIL* file = file_of(h);
    if (h->flags & hal::kOpenAppend)
        if (const FRESULT result = f_lseek(file, f_size(file))) return answer(result);
    UINT count = 0;
    const auto wanted = static_cast<UINT>(std::min(data.size(), kMostAtOnce));
    const FRESULT result = f_write(file, data.data(), wanted, &count);
    return result ? answer(result) : static_cast<isize>(count);
}

i64 seek(Handle* h, i64 offset, int whence) {
    FIL* file = file_of(h);
    const i64 base = whence == 0 ? 0 : whence == 1 ? i64{f_tell(file)} : i64{f_size(file)};
    if (offset < -0xFFFFFFFFLL || offset > 0xFFFFFFFFLL) return -error::kEINVAL;
    const i64 target = base + offset;
    if (target < 0 || target > 0xFFFFFFFFLL) return -error::kEINVAL;
    const FRESULT result = f_lseek(file, static_cast<FSIZE_t>(target));
    return result ? answer(result) : i64{f_tell(file)};
}

// The library cuts at its position, or grows the file to it.
int truncate(Handle* h, u32 size) {
    FIL* file = file_of(h);
    const FSIZE_t before = f_tell(file);
    FRESULT result = f_lseek(file, size);
    if (result == FR_OK && f_tell(file) != size) return -error::kENOSPC;
    if (result == FR_OK) result = f_truncate(file);
    if (result == FR_OK) result = f_lseek(file, std::min<FSIZE_t>(before, f_size(file)));
    return answer(result);
}
int sync(Handle* h) { return answer(f_sync(file_of(h))); }

// --- listings ------------------------------------------------------------------------------------

int open_directory(Handle* h, const char* path) {
    return answer(f_opendir(fs_of(h->driver), library_part<FF_DIR>(h->memory), path));
}
int next_entry(Handle* h, ListedEntry& out) {
    FILINFO info;
    for (;;) {
        const FRESULT result = f_readdir(library_part<FF_DIR>(h->memory), &info);
        if (result) return answer(result);
        const std::string_view name = info.fname;
        if (name.empty()) return 0;
        if (name == "." || name == "..") continue;
        out.facts = facts_of(info);
        out.name[name.copy(out.name, sizeof out.name - 1)] = '\0';
        return 1;
    }
}
void close_directory(Handle* h) { (void)f_closedir(library_part<FF_DIR>(h->memory)); }

constexpr DriverOps kOps{.prepare = prepare,
                         .format = format,
                         .mount = mount,
                         .unmount = unmount,
                         .statvfs = statvfs,
                         .forget = nullptr,
                         .stat = stat,
                         .make_directory = make_directory,
                         .remove = remove,
                         .rename = rename,
                         .file_memory = file_memory,
                         .open = open,
                         .close = close,
                         .read = read,
                         .write = write,
                         .seek = seek,
                         .truncate = truncate,
                         .sync = sync,
                         .listing_memory = sizeof(FF_DIR),
                         .open_directory = open_directory,
                         .next_entry = next_entry,
                         .close_directory = close_directory};

// --- the type ------------------------------------------------------------------------------------

Value construct(Interp& in, const Type* cls, const CallArgs& args) {
    DriverOptions how;
    KRAIT_TRY((parse_args<"(block_dev, /)">(in, "VfsFat"_sym, args, how.device)));
    return construct_driver(in, cls, kOps, how);
}
Status mkfs(Interp& in, Value device) {
    DriverOptions how;
    how.device = device;
    return format_device(in, kVfsFatType, kOps, how);
}

constexpr Row kRows[] = {def_static<"mkfs(block_dev, /)", mkfs>};
constexpr Slots kSlots{.construct = construct};

}  // namespace

constinit const BuiltinType kVfsFatType{{.name = "VfsFat"_sym,
                                         .base = &Driver::kType,
                                         .slots = &kSlots,
                                         .rows = kRows,
                                         .size = sizeof(Driver),
                                         .layout = &Driver::kType}};

}  // namespace krait

// --- what the library calls ----------------------------------------------------------------------

using krait::BlockDevice;
using krait::Driver;

static BlockDevice& device_of(void* drive) { return static_cast<Driver*>(drive)->device; }

extern "C" {

DRESULT disk_read(void* drive, BYTE* into, DWORD sector, UINT count) {
    BlockDevice& device = device_of(drive);
    const krait::usize size = krait::usize{count} * device.block_size;
    return krait::device_read(device, {sector, 0, false}, {into, size}) ? RES_ERROR : RES_OK;
}

DRESULT disk_write(void* drive, const BYTE* data, DWORD sector, UINT count) {
    BlockDevice& device = device_of(drive);
    if (!device.is_writable()) return RES_WRPRT;
    const krait::usize size = krait::usize{count} * device.block_size;
    return krait::device_write(device, {sector, 0, false}, {data, size}) ? RES_ERROR : RES_OK;
}

DRESULT disk_ioctl(void* drive, BYTE command, void* out) {
    BlockDevice& device = device_of(drive);
    switch (command) {
        case CTRL_SYNC: return krait::device_sync(device) ? RES_ERROR : RES_OK;
        case GET_SECTOR_COUNT: *static_cast<DWORD*>(out) = device.block_count; return RES_OK;
        case GET_SECTOR_SIZE:
            *static_cast<WORD*>(out) = static_cast<WORD>(device.block_size);
            return RES_OK;
        case GET_BLOCK_SIZE: *static_cast<DWORD*>(out) = 1; return RES_OK;
        case IOCTL_INIT:
        case IOCTL_STATUS:
            *static_cast<DSTATUS*>(out) = device.is_writable() ? 0 : STA_PROTECT;
            return RES_OK;
        default: return RES_PARERR;
    }
}

DWORD get_fattime(void* drive) {
    const auto* driver = static_cast<const Driver*>(drive);
    return krait::packed_time(krait::driver_time_ns(driver) / krait::kNsPerSecond);
}
}
