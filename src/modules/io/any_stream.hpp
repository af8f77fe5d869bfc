// Bytes through any object that is used as a stream: a native one (core/stream.hpp), or one of a
// Python class with readinto() or read(), and write().
#pragma once

#include "core/stream.hpp"

namespace krait {

// The bytes read; 0: the end; kStreamAgain: nothing now.
Result<isize> read_from(Interp&, Value stream, MutableBytes into);
// The bytes taken; kStreamAgain: none now. `data` lies in no cell that the collector may free.
Result<isize> write_to(Interp&, Value stream, Bytes data);
// All of it, or OSError(EIO) if the stream takes no more.
Status write_all_to(Interp&, Value stream, Bytes data);
// Calls close(); of what derives from IOBase, which may have ioctl() alone, as close_by_ioctl().
Status close_stream(Interp&, Value stream);
// Calls ioctl() with MicroPython's request if there is one, else close().
Status close_by_ioctl(Interp&, Value stream);

}  // namespace krait
