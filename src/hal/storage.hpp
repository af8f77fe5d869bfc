// Files: a flash filesystem on a chip, the host's directories on a host.
//
// Paths are UTF-8 with '/' between names; relative ones start at the current directory, which
// belongs to the board (not to the host's process). All calls are synchronous: flash is fast, and
// the interpreter has no use for half a read. Handles are small integers of 0 or more; directories
// being listed count apart.
#pragma once

#include <string_view>

#include "hal/result.hpp"

namespace krait::hal {

enum OpenFlags : u8 {
    kOpenRead = 1,
    kOpenWrite = 2,
    kOpenCreate = 4,      // make it if it is missing
    kOpenTruncate = 8,    // empty it
    kOpenAppend = 16,     // every write goes to the end
    kOpenExclusive = 32,  // with kOpenCreate: Exists when it is there already
    kOpenPrivate = 64     // with kOpenCreate: for its owner only, where files have owners
};

enum class SeekFrom : u8 { Start = 0, Current = 1, End = 2 };
enum class FileKind : u8 { File, Directory, Other, Link };

struct FileStat {
    FileKind kind;
    u64 size;
    i64 modified_s;  // seconds since 1970, 0 when the filesystem keeps no times
    i64 accessed_s;
    i64 changed_s;
    u32 permissions;  // the lower 12 bits of a POSIX mode; 0 when there are none
    u64 inode;
};

struct FilesystemStat {
    u32 block_size;
    u64 blocks;
    u64 blocks_free;
    u32 name_max;
};

struct DirectoryEntry {
    FileKind kind;
    u64 size;
    u64 inode;
    u16 name_size;
    char name[256];
    std::string_view view() const { return {name, name_size}; }
};

class Storage {
  public:
    // A handle. `flags` is a sum of OpenFlags.
    virtual IoResult open(std::string_view path, u8 flags) = 0;
    virtual IoResult close(i32 file) = 0;
    // 0 at the end of the file.
    virtual IoResult read(i32 file, MutableBytes into) = 0;
    // May write less than all when the disk fills; NoSpace when nothing fits.
    virtual IoResult write(i32 file, Bytes data) = 0;
    // The new position.
    virtual IoResult64 seek(i32 file, i64 offset, SeekFrom from) = 0;
    virtual IoResult truncate(i32 file, u64 size) = 0;
    virtual IoResult flush(i32 file) = 0;

    virtual IoResult stat(std::string_view path, FileStat& out) = 0;
    virtual IoResult stat_file(i32, FileStat&) { return Errno::NotSupported; }
    // Of a link itself; where there are no links, the same as `stat`.
    virtual IoResult stat_link(std::string_view path, FileStat& out) { return stat(path, out); }
    // Writes what the link says and answers its length.
    virtual IoResult read_link(std::string_view, MutableBytes) { return Errno::NotSupported; }
    // A symbolic link at the second path that says what the first text is.
    virtual IoResult make_link(std::string_view, std::string_view) { return Errno::NotSupported; }
    virtual IoResult stat_filesystem(std::string_view path, FilesystemStat& out) = 0;
    virtual IoResult make_directory(std::string_view path) = 0;
    virtual IoResult remove_file(std::string_view path) = 0;
    virtual IoResult remove_directory(std::string_view path) = 0;
    // Replaces an existing file at `to`.
    virtual IoResult rename(std::string_view from, std::string_view to) = 0;

    // A listing handle; `next_entry` answers 1 with the next entry, 0 at the end. "." and ".." are
    // left out.
    virtual IoResult open_directory(std::string_view path) = 0;
    virtual IoResult next_entry(i32 listing, DirectoryEntry& out) = 0;
    virtual void close_directory(i32 listing) = 0;

    virtual IoResult change_directory(std::string_view path) = 0;
    // Writes the current directory's path and answers its length; Overflow when it does not fit.
    virtual IoResult current_directory(MutableBytes into) = 0;
    // Makes everything written so far last through a loss of power.
    virtual IoResult sync() = 0;

  protected:
    ~Storage() = default;
};

}  // namespace krait::hal
