// Filesystem drivers over block devices: what VfsFat, VfsLfs1 and VfsLfs2 have in common.
//
// A driver is a C library with glue: DriverOps, plain functions that know no Python and answer
// Linux's error numbers, negated. Everything else is written once here: the objects, paths, the
// current directory, files and listings, errors.
//
// The library's own structures stand in `memory`, a cell of bytes, as do those of each open file or
// listing (Handle). Libraries link their structures to each other, so a handle that is open stays
// in the driver's list, which keeps it alive, until the library has closed it.
//
// The library is entered once at a time (`busy`): a block device that uses the filesystem it
// carries gets OSError(EBUSY). What is closed meanwhile, by the program or because it died, is
// `abandoned` and closed when the library has returned.
#pragma once

#include "modules/vfs/block_device.hpp"

namespace krait {

struct DriverOps;

struct Handle : Object {
    static const BuiltinType kType;
    struct Driver* driver;
    Handle* next;       // of the driver's list
    ByteArray* memory;  // what the library keeps
    bool is_listing;
    bool is_open;    // in the library, and in the list
    bool abandoned;  // to be closed when the library has returned
    u8 flags;        // hal::OpenFlags of a file
};

// The base of the drivers' types, which has the methods.
struct Driver : Object {
    static const BuiltinType kType;
    const DriverOps* ops;
    BlockDevice device;
    ByteArray* memory;
    Str* directory;   // the current one: absolute, without "." and ".."
    Handle* handles;  // open in the library
    bool busy, mounted, readonly, keeps_times;
    u32 read_size, program_size, lookahead;  // littlefs
};

constexpr usize kMostAtOnce = 1 << 30;  // bytes that a library is asked to read or write

// The start of the library's structures.
template <class T>
T* library_part(ByteArray* memory) {
    return reinterpret_cast<T*>(memory->data);
}

struct EntryFacts {
    bool is_directory;
    u64 size;
    i64 time_s;  // since 1970; 0: unknown
};
struct ListedEntry {
    EntryFacts facts;
    char name[256];
};
struct VolumeFacts {
    u32 block_size, blocks, blocks_free, longest_name;
};

// Paths are absolute, normal, UTF-8, and end with NUL. Answers are 0, a count, or a negative error
// number. Requires of all but `prepare`, `format` and `mount`: the driver is mounted.
struct DriverOps {
    // Makes `memory` for the device. ValueError, or OSError where the device does not suit.
    Status (*prepare)(Interp&, Driver*);
    int (*format)(Driver*);
    int (*mount)(Driver*);
    int (*unmount)(Driver*);
    int (*statvfs)(Driver*, VolumeFacts& out);
    void (*forget)(Driver*);  // drops what was read ahead, after an error; may be null
    int (*stat)(Driver*, const char* path, EntryFacts& out);
    int (*make_directory)(Driver*, const char* path);
    int (*remove)(Driver*, const char* path);  // a file or an empty folder
    int (*rename)(Driver*, const char* from, const char* to);

    usize (*file_memory)(const Driver*);  // bytes of Handle::memory
    int (*open)(Handle*, const char* path);
    int (*close)(Handle*);  // it is closed then, also when this fails
    isize (*read)(Handle*, MutableBytes into);
    isize (*write)(Handle*, Bytes data);
    i64 (*seek)(Handle*, i64 offset, int whence);
    int (*truncate)(Handle*, u32 size);
    int (*sync)(Handle*);

    usize listing_memory;
    int (*open_directory)(Handle*, const char* path);
    int (*next_entry)(Handle*, ListedEntry& out);  // 1, or 0 at the end
    void (*close_directory)(Handle*);              // never runs Python
};

// How a constructor or mkfs() was called.
struct DriverOptions {
    Value device;
    isize read_size = 1, program_size = 1, lookahead = 0;
    bool keeps_times = false;
};
// A fresh object of the class, mounted.
Value construct_driver(Interp&, const Type* cls, const DriverOps& ops, const DriverOptions& how);
// mkfs(). `type` is the driver's.
Status format_device(Interp&, const BuiltinType& type, const DriverOps& ops,
                     const DriverOptions& how);

// Nanoseconds since 1970 by the board's clock.
i64 driver_time_ns(const Driver*);

}  // namespace krait
