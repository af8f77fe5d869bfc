// VfsLfs1: littlefs 1, for media that were written with it. It keeps no times.
#include <lfs1.h>

#include "modules/vfs/littlefs.hpp"
#include "modules/vfs/types.hpp"

namespace krait {

namespace {

struct Lfs1 {
    using Fs = lfs1_t;
    using Config = lfs1_config;
    using File = lfs1_file_t;
    using FileConfig = lfs1_file_config;
    using Directory = lfs1_dir_t;
    using Info = lfs1_info;
    struct Times {};

    static constexpr int kCorrupt = LFS1_ERR_CORRUPT;
    static constexpr u32 kSmallestBlock = 64, kLookaheadUnit = 32, kLongestName = LFS1_NAME_MAX;
    static constexpr u8 kDirectoryType = LFS1_TYPE_DIR;
    static constexpr int kReadOnly = LFS1_O_RDONLY, kWriteOnly = LFS1_O_WRONLY,
                         kCreate = LFS1_O_CREAT, kTruncate = LFS1_O_TRUNC, kAppend = LFS1_O_APPEND,
                         kExclusive = LFS1_O_EXCL;

    static constexpr auto format = lfs1_format;
    static constexpr auto mount = lfs1_mount;
    static constexpr auto unmount = lfs1_unmount;
    static constexpr auto stat = lfs1_stat;
    static constexpr auto make_directory = lfs1_mkdir;
    static constexpr auto remove = lfs1_remove;
    static constexpr auto rename = lfs1_rename;
    static constexpr auto open = lfs1_file_opencfg;
    static constexpr auto close = lfs1_file_close;
    static constexpr auto read = lfs1_file_read;
    static constexpr auto write = lfs1_file_write;
    static constexpr auto seek = lfs1_file_seek;
    static constexpr auto truncate = lfs1_file_truncate;
    static constexpr auto sync = lfs1_file_sync;
    static constexpr auto open_directory = lfs1_dir_open;
    static constexpr auto next_entry = lfs1_dir_read;
    static constexpr auto close_directory = lfs1_dir_close;

    static i32 used_blocks(Fs* fs) {
        i32 count = 0;
        auto each = [](void* counter, lfs1_block_t) { return ++*static_cast<i32*>(counter), 0; };
        const int result = lfs1_traverse(fs, each, &count);
        return result < 0 ? result : count;
    }

    static u32 cache_size(const Driver* d) { return d->program_size; }
    static usize buffer_bytes(const Driver* d, u32) {
        return d->lookahead / 8 + d->read_size + d->program_size;
    }
    static usize file_buffer(const Driver* d) { return std::max(d->read_size, d->program_size); }
    static void set_buffers(Config& c, const Driver* d, u32, u8* buffers) {
        c.lookahead = d->lookahead;
        c.lookahead_buffer = buffers;
        c.read_buffer = buffers + d->lookahead / 8;
        c.prog_buffer = buffers + d->lookahead / 8 + d->read_size;
    }

    static void stamp(const Driver*, FileConfig&, Times&) {}
    static i64 time_of(Fs*, const char*) { return 0; }
};

using Glue = Littlefs<Lfs1>;

Value construct(Interp& in, const Type* cls, const CallArgs& args) {
    DriverOptions how;
    KRAIT_TRY((parse_args<"(block_dev, readsize=32, progsize=32, lookahead=32)">(
        in, "VfsLfs1"_sym, args, how.device, how.read_size, how.program_size, how.lookahead)));
    return construct_driver(in, cls, Glue::kOps, how);
}

Status mkfs(Interp& in, Value device, isize read_size, isize program_size, isize lookahead) {
    return format_device(in, kVfsLfs1Type, Glue::kOps,
                         {device, read_size, program_size, lookahead, false});
}

constexpr Row kRows[] = {
    def_static<"mkfs(block_dev, readsize=32, progsize=32, lookahead=32)", mkfs>,
};
constexpr Slots kSlots{.construct = construct};

}  // namespace

constinit const BuiltinType kVfsLfs1Type{{.name = "VfsLfs1"_sym,
                                          .base = &Driver::kType,
                                          .slots = &kSlots,
                                          .rows = kRows,
                                          .size = sizeof(Driver),
                                          .layout = &Driver::kType}};

}  // namespace krait
