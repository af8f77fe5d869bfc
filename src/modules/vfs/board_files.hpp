// The board's storage as Python functions see it; used by os and by VfsPosix. `shown` is the path
// that errors name.
#pragma once

#include "core/interp.hpp"
#include "hal/storage.hpp"

namespace krait {

constexpr int kDirectoryMode = 0x4000, kFileMode = 0x8000, kLinkMode = 0xa000;

Result<List*> board_listdir(Interp&, Str* path, Value shown, bool names_only);
Status board_mkdir(Interp&, Str* path, Value shown);
Status board_rmdir(Interp&, Str* path, Value shown);
Status board_remove(Interp&, Str* path, Value shown);
Status board_rename(Interp&, Str* from, Str* to, Value shown, Value shown_target);
Status board_chdir(Interp&, Str* path, Value shown);
Result<Str*> board_getcwd(Interp&);
Result<Tuple*> board_stat(Interp&, Str* path, Value shown);     // a plain tuple
Result<Tuple*> board_statvfs(Interp&, Str* path, Value shown);  // likewise

// What the storage says of a file, as a plain tuple.
Result<Tuple*> file_facts(Interp&, const hal::FileStat&);

// Items of a listing have names of the type of `path`: bytes for a bytes-like path.
Value name_like(Interp&, Value path, Value name);

// (mode, 0, 0, 0, 0, 0, size, time, time, time), as drivers answer stat(); `time_s` is since 1970
// and becomes the board's epoch; 0: unknown.
Result<Tuple*> stat_tuple(Interp&, int mode, u64 size, i64 time_s);
// Ten fields of statvfs().
Result<Tuple*> statvfs_tuple(Interp&, u64 block, u64 blocks, u64 free, u64 longest_name);

}  // namespace krait
