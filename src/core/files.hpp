// How the import system reaches files when there are filesystems beside the board's storage. The
// mount table (modules/vfs/mounts.cpp) puts itself here when it is made; the VM knows no more of
// it.
#pragma once

#include "core/heap.hpp"

namespace krait {

enum class PathKind : u8 { Nothing, File, Folder };

struct FileAccess {
    // What stands at the path (a PathKind); an OSError counts as nothing.
    Result<isize> (*kind)(Interp&, std::string_view path);
    // The whole file, in a cell whose capacity is the file's size.
    Result<ByteArray*> (*read)(Interp&, std::string_view path);
};

}  // namespace krait
