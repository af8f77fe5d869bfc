// The glue that littlefs 1 and 2 share. The two libraries have the same functions and structures
// under other names, which the traits `L` (lfs1.cpp, lfs2.cpp) list, and differ in their buffers.
//
// No assertion of the library is compiled in; what it would assert of the configuration is checked
// here, and what the medium says is the library's to check.
#pragma once

#include <cstring>

#include "core/arrays.hpp"
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "hal/storage.hpp"
#include "modules/vfs/driver.hpp"

namespace krait {

template <class L>
struct Littlefs {
    using Fs = typename L::Fs;
    using Config = typename L::Config;

    struct Volume {
        Fs fs;
        Config config;
        alignas(8) u8 buffers[];
    };
    struct OpenFile {
        typename L::File file;
        typename L::FileConfig config;
        typename L::Times times;
        alignas(8) u8 buffer[];
    };

    static Volume* volume(const Driver* d) { return library_part<Volume>(d->memory); }
    static Fs* fs(const Driver* d) { return &volume(d)->fs; }
    static OpenFile* open_file(Handle* h) { return library_part<OpenFile>(h->memory); }
    static auto* open_directory(Handle* h) {
        return library_part<typename L::Directory>(h->memory);
    }

    // The library's number as ours: a medium that makes no sense is an error of input.
    static constexpr int kCorrupt = L::kCorrupt;
    template <class Int>
    static Int answer(Int result) {
        return result == kCorrupt ? -error::kEIO : result;
    }

    // --- callbacks -------------------------------------------------------------------------------

    static BlockDevice& device(const Config* c) { return *static_cast<BlockDevice*>(c->context); }
    // A positive answer of a device is no error number.
    static int told(int result) { return result > 0 ? -error::kEINVAL : result; }
    static int on_read(const Config* c, u32 block, u32 offset, void* into, u32 size) {
        const BlockRange from{block, offset, true};
        return told(device_read(device(c), from, {static_cast<u8*>(into), size}));
    }
    static int on_program(const Config* c, u32 block, u32 offset, const void* data, u32 size) {
        const BlockRange to{block, offset, true};
        return told(device_write(device(c), to, {static_cast<const u8*>(data), size}));
    }
    static int on_erase(const Config* c, u32 block) { return told(device_erase(device(c), block)); }
    static int on_sync(const Config* c) { return told(device_sync(device(c))); }

    // --- the volume ------------------------------------------------------------------------------

    static Status prepare(Interp& in, Driver* d) {
        const u32 block = d->device.block_size;
        const bool fits = block % d->program_size == 0 && block % d->read_size == 0 &&
                          d->program_size % d->read_size == 0 && block >= L::kSmallestBlock;
        if (!fits || d->lookahead < L::kLookaheadUnit || d->lookahead % L::kLookaheadUnit != 0)
            return raise(in, kValueError, "sizes that do not go with blocks of {} bytes", block);
        const u32 cache = L::cache_size(d);
        const usize buffers = L::buffer_bytes(d, cache);
        in.heap().write(d->memory, KRAIT_TRY(new_byte_array(in, sizeof(Volume) + buffers)));
        Config& c = volume(d)->config;
        c.context = &d->device;
        c.read = on_read;
        c.prog = on_program;
        c.erase = on_erase;
        c.sync = on_sync;
        c.read_size = d->read_size;
        c.prog_size = d->program_size;
        c.block_size = block;
        c.block_count = d->device.block_count;
        L::set_buffers(c, d, cache, volume(d)->buffers);
        return kOk;
    }

    static int format(Driver* d) {
        if (d->device.block_count < 2) return -error::kENOSPC;
        return answer(L::format(fs(d), &volume(d)->config));
    }
    static int mount(Driver* d) {
        const int result = L::mount(fs(d), &volume(d)->config);
        // Nothing that the library knows, or a file system for another geometry.
        return result == kCorrupt ? -error::kENODEV : result;
    }
    static int unmount(Driver* d) { return answer(L::unmount(fs(d))); }

    static int statvfs(Driver* d, VolumeFacts& out) {
        const i32 used = L::used_blocks(fs(d));
        if (used < 0) return answer(used);
        const u32 count = d->device.block_count;
        out = {.block_size = d->device.block_size,
               .blocks = count,
               .blocks_free = count - std::min(count, static_cast<u32>(used)),
               .longest_name = L::kLongestName};
        return 0;
    }

    static EntryFacts facts_of(const typename L::Info& info) {
        const bool is_directory = info.type == L::kDirectoryType;
        return {.is_directory = is_directory, .size = is_directory ? 0 : info.size, .time_s = 0};
    }
    // The library takes a block for read ahead although reading it has failed.
    static constexpr u32 kNoBlock = 0xFFFFFFFF;
    static void forget(Driver* d) { fs(d)->rcache.block = kNoBlock; }

    static int stat(Driver* d, const char* path, EntryFacts& out) {
        typename L::Info info;
        const int result = L::stat(fs(d), path, &info);
        if (result < 0) return answer(result);
        out = facts_of(info);
        out.time_s = L::time_of(fs(d), path);
        return 0;
    }
    static int make_directory(Driver* d, const char* path) {
        return answer(L::make_directory(fs(d), path));
    }
    static int remove(Driver* d, const char* path) { return answer(L::remove(fs(d), path)); }
    static int rename(Driver* d, const char* from, const char* to) {
        return answer(L::rename(fs(d), from, to));
    }

    // --- files -----------------------------------------------------------------------------------

    static usize file_memory(const Driver* d) { return sizeof(OpenFile) + L::file_buffer(d); }

    static int flags_of(u8 flags) {
        const bool reads = flags & hal::kOpenRead, writes = flags & hal::kOpenWrite;
        int out = (reads ? L::kReadOnly : 0) | (writes ? L::kWriteOnly : 0);
        if (flags & hal::kOpenCreate) out |= L::kCreate;
        if (flags & hal::kOpenTruncate) out |= L::kTruncate;
        if (flags & hal::kOpenAppend) out |= L::kAppend;
        if (flags & hal::kOpenExclusive) out |= L::kExclusive;
        return out;
    }
    static int open(Handle* h, const char* path) {
        OpenFile* f = open_file(h);
        f->config.buffer = f->buffer;
        if (h->flags & hal::kOpenWrite) L::stamp(h->driver, f->config, f->times);
        return answer(L::open(fs(h->driver), &f->file, path, flags_of(h->flags), &f->config));
    }
    static int close(Handle* h) { return answer(L::close(fs(h->driver), &open_file(h)->file)); }
    static isize read(Handle* h, MutableBytes into) {
        const auto size = static_cast<u32>(std::min(into.size(), kMostAtOnce));
        auto* file = &open_file(h)->file;
        const auto result = L::read(fs(h->driver), file, into.data(), size);
        if (result < 0) file->cache.block = kNoBlock;
        return answer(result);
    }
    static isize write(Handle* h, Bytes data) {
        const auto size = static_cast<u32>(std::min(data.size(), kMostAtOnce));
        OpenFile* f = open_file(h);
        L::stamp(h->driver, f->config, f->times);
        return answer(L::write(fs(h->driver), &f->file, data.data(), size));
    }
    static i64 seek(Handle* h, i64 offset, int whence) {
        if (offset < -0x7FFFFFFF || offset > 0x7FFFFFFF) return -error::kEINVAL;
        return answer(
            L::seek(fs(h->driver), &open_file(h)->file, static_cast<i32>(offset), whence));
    }
    static int truncate(Handle* h, u32 size) {
        return answer(L::truncate(fs(h->driver), &open_file(h)->file, size));
    }
    static int sync(Handle* h) { return answer(L::sync(fs(h->driver), &open_file(h)->file)); }

    // --- listings --------------------------------------------------------------------------------

    static int list(Handle* h, const char* path) {
        return answer(L::open_directory(fs(h->driver), open_directory(h), path));
    }
    static int next_entry(Handle* h, ListedEntry& out) {
        typename L::Info info;
        for (;;) {
            const int result = L::next_entry(fs(h->driver), open_directory(h), &info);
            if (result <= 0) return answer(result);
            const std::string_view name = info.name;
            if (name == "." || name == "..") continue;
            out.facts = facts_of(info);
            out.name[name.copy(out.name, sizeof out.name - 1)] = '\0';
            return 1;
        }
    }
    static void close_directory(Handle* h) {
        (void)L::close_directory(fs(h->driver), open_directory(h));
    }

    static constexpr DriverOps kOps{.prepare = prepare,
                                    .format = format,
                                    .mount = mount,
                                    .unmount = unmount,
                                    .statvfs = statvfs,
                                    .forget = forget,
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
                                    .listing_memory = sizeof(typename L::Directory),
                                    .open_directory = list,
                                    .next_entry = next_entry,
                                    .close_directory = close_directory};
};

}  // namespace krait
