// VfsLfs2: littlefs 2. Times of modification are an attribute of the file, as MicroPython keeps
// them: number 1, nanoseconds since 1970 in 64 bits, little endian.
#include <lfs2.h>

#include "base/little_endian.hpp"
#include "modules/vfs/littlefs.hpp"
#include "modules/vfs/types.hpp"

namespace krait {

namespace {

constexpr u8 kTimeAttribute = 1;
constexpr i64 kNsPerSecond = 1'000'000'000;
constexpr int kBlockCycles = 100;  // erasures before the library moves a folder's block

struct Lfs2 {
    using Fs = lfs2_t;
    using Config = lfs2_config;
    using File = lfs2_file_t;
    using FileConfig = lfs2_file_config;
    using Directory = lfs2_dir_t;
    using Info = lfs2_info;
    struct Times {
        lfs2_attr attribute;
        u8 bytes[8];
    };

    static constexpr int kCorrupt = LFS2_ERR_CORRUPT;
    static constexpr u32 kSmallestBlock = 64, kLookaheadUnit = 8, kLongestName = LFS2_NAME_MAX;
    static constexpr u8 kDirectoryType = LFS2_TYPE_DIR;
    static constexpr int kReadOnly = LFS2_O_RDONLY, kWriteOnly = LFS2_O_WRONLY,
                         kCreate = LFS2_O_CREAT, kTruncate = LFS2_O_TRUNC, kAppend = LFS2_O_APPEND,
                         kExclusive = LFS2_O_EXCL;

    static constexpr auto format = lfs2_format;
    static constexpr auto mount = lfs2_mount;
    static constexpr auto unmount = lfs2_unmount;
    static constexpr auto stat = lfs2_stat;
    static constexpr auto make_directory = lfs2_mkdir;
    static constexpr auto remove = lfs2_remove;
    static constexpr auto rename = lfs2_rename;
    static constexpr auto open = lfs2_file_opencfg;
    static constexpr auto close = lfs2_file_close;
    static constexpr auto read = lfs2_file_read;
    static constexpr auto write = lfs2_file_write;
    static constexpr auto seek = lfs2_file_seek;
    static constexpr auto truncate = lfs2_file_truncate;
    static constexpr auto sync = lfs2_file_sync;
    static constexpr auto open_directory = lfs2_dir_open;
    static constexpr auto next_entry = lfs2_dir_read;
    static constexpr auto close_directory = lfs2_dir_close;

    // This counts the blocks of folders twice, as MicroPython's statvfs() does; lfs2_fs_size would
    // say less.
    static i32 used_blocks(Fs* fs) {
        i32 count = 0;
        auto each = [](void* counter, lfs2_block_t) { return ++*static_cast<i32*>(counter), 0; };
        const int result = lfs2_fs_traverse(fs, each, &count);
        return result < 0 ? result : count;
    }

    // Four units of the medium, if they divide a block; a cache is at most a block.
    static u32 cache_size(const Driver* d) {
        const u32 unit = d->program_size;  // a multiple of the read size
        const u32 four = 4 * unit;
        return d->device.block_size % four == 0 ? four : unit;
    }
    static usize buffer_bytes(const Driver* d, u32 cache) { return 2 * cache + d->lookahead; }
    static usize file_buffer(const Driver* d) { return cache_size(d); }
    static void set_buffers(Config& c, const Driver* d, u32 cache, u8* buffers) {
        c.block_cycles = kBlockCycles;
        c.cache_size = cache;
        c.lookahead_size = d->lookahead;
        c.lookahead_buffer = buffers;
        c.read_buffer = buffers + d->lookahead;
        c.prog_buffer = buffers + d->lookahead + cache;
    }

    static void stamp(const Driver* d, FileConfig& config, Times& times) {
        if (!d->keeps_times) return;
        put_little_endian(times.bytes, static_cast<u64>(driver_time_ns(d)));
        times.attribute = {.type = kTimeAttribute, .buffer = times.bytes, .size = 8};
        config.attrs = &times.attribute;
        config.attr_count = 1;
    }
    // Also where times are not kept: they may have been.
    static i64 time_of(Fs* fs, const char* path) {
        u8 bytes[8];
        if (lfs2_getattr(fs, path, kTimeAttribute, bytes, sizeof bytes) != sizeof bytes) return 0;
        return static_cast<i64>(get_little_endian(bytes)) / kNsPerSecond;
    }
};

using Glue = Littlefs<Lfs2>;

Value construct(Interp& in, const Type* cls, const CallArgs& args) {
    DriverOptions how;
    KRAIT_TRY((parse_args<"(block_dev, readsize=32, progsize=32, lookahead=32, mtime=True)">(
        in, "VfsLfs2"_sym, args, how.device, how.read_size, how.program_size, how.lookahead,
        how.keeps_times)));
    return construct_driver(in, cls, Glue::kOps, how);
}

Status mkfs(Interp& in, Value device, isize read_size, isize program_size, isize lookahead) {
    return format_device(in, kVfsLfs2Type, Glue::kOps,
                         {device, read_size, program_size, lookahead, false});
}

constexpr Row kRows[] = {
    def_static<"mkfs(block_dev, readsize=32, progsize=32, lookahead=32)", mkfs>,
};
constexpr Slots kSlots{.construct = construct};

}  // namespace

constinit const BuiltinType kVfsLfs2Type{{.name = "VfsLfs2"_sym,
                                          .base = &Driver::kType,
                                          .slots = &kSlots,
                                          .rows = kRows,
                                          .size = sizeof(Driver),
                                          .layout = &Driver::kType}};

}  // namespace krait
