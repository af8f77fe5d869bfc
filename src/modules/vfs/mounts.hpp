// The mount table: which filesystem a path belongs to.
//
// At start there is no table: all paths are the board's storage. The first vfs.mount() or
// vfs.umount() of an interpreter makes one, in which a VfsPosix at "/" stands for the storage.
// Above all mount points there is a root that belongs to no filesystem: it lists the mount points,
// and paths in it that begin with none of them belong to the filesystem at "/", if there is one.
// The current directory lies in one of the entries, which knows the rest of it, or in the root.
//
// Filesystems are objects with the methods that MicroPython documents (mount, open, stat, ...),
// drivers of this folder and users' own alike. Only the board's storage is called directly.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct MountTable : Object {
    static const BuiltinType kType;
    static constexpr isize kRoot = -1;
    List* entries;  // filesystem, mount point, filesystem, mount point, ...
    isize current;  // the entry that the current directory lies in

    isize count() const { return static_cast<isize>(entries->size() / 2); }
    Value filesystem(isize i) const { return entries->begin()[2 * i]; }
    Str* point(isize i) const { return as<Str>(entries->begin()[2 * i + 1]); }
};

Result<MountTable*> mount_table(Interp&);      // made if need be
MountTable* existing_mount_table(Interp& in);  // null: there is none yet

// Where a path leads.
struct Place {
    enum class Kind : u8 { Board, Mounted, Root, Nowhere } kind = Kind::Nowhere;
    isize entry = MountTable::kRoot;  // of the table, if there is one
    Value filesystem;                 // of Mounted
    Str* path = nullptr;              // as that filesystem wants it
};
Status find_place(Interp&, Str* path, Place& out);

// The text of a path: str, bytes, or an object with __fspath__. ValueError: it contains NUL.
Result<Str*> path_text(Interp&, Value path);

// os.fspath(): the path itself if it is str or bytes-like, else what its __fspath__ says.
// TypeError.
Value plain_path(Interp&, Value path);

// Calls a method of a filesystem object.
template <class... Args>
Value call_filesystem(Interp& in, Value filesystem, const Str* name, Args... args) {
    const Value list[] = {Value(args)..., Value()};
    return call_method(in, filesystem, name, std::span(list).first(sizeof...(Args)));
}

}  // namespace krait
