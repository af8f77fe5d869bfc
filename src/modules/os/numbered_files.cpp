// What os does with open files by their numbers, and with links. A module of its own, so that only
// ports with an operating system around them link it.
//
// The numbers are those of fileno(): 0 to 2 are the console, and then come the files of the board's
// storage, as long as they are open.
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/stream.hpp"
#include "hal/board.hpp"
#include "modules/console.hpp"
#include "modules/io/file.hpp"
#include "modules/modules.hpp"
#include "modules/os/rows.hpp"
#include "modules/vfs/board_files.hpp"
#include "modules/vfs/mounts.hpp"

namespace krait {

namespace {

constexpr int kReadOnly = 0, kWriteOnly = 1, kReadWrite = 2, kAccess = 3;
constexpr int kCreate = 0100, kExclusive = 0200, kTruncate = 01000, kAppend = 02000;
constexpr usize kLongestPath = 1024;

hal::Storage& storage_of(Interp& in) { return in.board()->storage(); }

Status done(Interp& in, hal::IoResult result, Value shown = {}) {
    if (result.is_ok()) return kOk;
    return raise_hal(in, result.error(), shown);
}

// The path in the board's storage; other filesystems have neither numbers nor links.
Result<Str*> own_path(Interp& in, Value& path) {
    path = KRAIT_TRY(plain_path(in, path));
    Place place;
    KRAIT_TRY(find_place(in, KRAIT_TRY(path_text(in, path)), place));
    if (place.kind == Place::Kind::Board) return place.path;
    return raise_os_error(in, error::kEOPNOTSUPP, path);
}

const ConsoleStream* console_of(isize fd) {
    const ConsoleStream* const ends[] = {&kStdin, &kStdout, &kStderr};
    return fd >= 0 && fd < kFirstFileNumber ? ends[fd] : nullptr;
}

// Requires: not of the console.
i32 handle_of(isize fd) {
    const bool is_number = fd >= kFirstFileNumber && fd < std::numeric_limits<i32>::max();
    return is_number ? static_cast<i32>(fd - kFirstFileNumber) : -1;
}

Value os_open(Interp& in, Value path, isize flags, isize permissions) {
    Str* place = KRAIT_TRY(own_path(in, path));
    const isize access = flags & kAccess;
    if (access == kAccess) return raise_os_error(in, error::kEINVAL);
    u8 how = 0;
    if (access != kWriteOnly) how |= hal::kOpenRead;
    if (access != kReadOnly) how |= hal::kOpenWrite;
    if (flags & kCreate) how |= hal::kOpenCreate;
    if ((flags & kCreate) && (flags & kExclusive)) how |= hal::kOpenExclusive;
    if ((permissions & 077) == 0) how |= hal::kOpenPrivate;
    if (flags & kTruncate) how |= hal::kOpenTruncate;
    if (flags & kAppend) how |= hal::kOpenAppend;
    const hal::IoResult handle = storage_of(in).open(place->view(), how);
    if (!handle.is_ok()) return raise_hal(in, handle.error(), path);
    return Value::from_int(handle.count() + kFirstFileNumber);
}

Status os_close(Interp& in, isize fd) {
    if (console_of(fd)) return kOk;  // the board's console stays
    return done(in, storage_of(in).close(handle_of(fd)));
}

// Of a stream that has nothing now and does not wait.
Result<isize> moved(Interp& in, isize count) {
    if (count == kStreamAgain) return raise_os_error(in, error::kEAGAIN);
    return count;
}

Value os_read(Interp& in, isize fd, isize size) {
    if (size < 0) return raise_os_error(in, error::kEINVAL);
    const usize most = static_cast<usize>(size);
    auto* room = KRAIT_TRY(in.make<ByteArray>(sizeof(ByteArray) + most));
    const MutableBytes into{room->data, most};
    isize count;
    if (const ConsoleStream* console = console_of(fd))
        count = KRAIT_TRY(moved(in, KRAIT_TRY(stream_read_some(in, Value(console), into))));
    else
        count = KRAIT_TRY(take_count(in, storage_of(in).read(handle_of(fd), into)));
    const Value bytes = KRAIT_TRY(new_bytes(in, into.first(static_cast<usize>(count))));
    in.heap().release(room);
    return bytes;
}

Result<isize> os_write(Interp& in, isize fd, Buffer data) {
    if (const ConsoleStream* console = console_of(fd))
        return moved(in, KRAIT_TRY(stream_write_some(in, Value(console), data.bytes())));
    return take_count(in, storage_of(in).write(handle_of(fd), data));
}

Value os_lseek(Interp& in, isize fd, Value offset, isize from) {
    const i64 by = KRAIT_TRY(to_index(in, offset));
    if (from < 0 || from > 2) return raise_os_error(in, error::kEINVAL);
    if (console_of(fd)) return raise_os_error(in, error::kESPIPE);
    const auto at = storage_of(in).seek(handle_of(fd), by, static_cast<hal::SeekFrom>(from));
    if (!at.is_ok()) return raise_hal(in, at.error());
    return new_int(in, at.count());
}

Status os_ftruncate(Interp& in, isize fd, isize length) {
    if (length < 0 || console_of(fd)) return raise_os_error(in, error::kEINVAL);
    return done(in, storage_of(in).truncate(handle_of(fd), static_cast<u64>(length)));
}

Status os_fsync(Interp& in, isize fd) {
    if (console_of(fd)) return raise_os_error(in, error::kEINVAL);
    KRAIT_TRY(done(in, storage_of(in).flush(handle_of(fd))));
    return done(in, storage_of(in).sync());
}

Value os_fstat(Interp& in, isize fd) {
    hal::FileStat stat{};
    stat.kind = hal::FileKind::Other;
    if (!console_of(fd)) KRAIT_TRY(done(in, storage_of(in).stat_file(handle_of(fd), stat)));
    return stat_result(in, stat);
}

bool os_isatty(Interp&, isize) { return false; }

Value os_fdopen(Interp& in, isize fd, Str* mode, isize, Str* encoding, Str* errors, Str* newline) {
    return open_file(in, Value::from_int(fd), mode, {encoding, errors, newline});
}

// --- links ---------------------------------------------------------------------------------------

Value os_lstat(Interp& in, Value path) {
    Value shown = KRAIT_TRY(plain_path(in, path));
    Place place;
    KRAIT_TRY(find_place(in, KRAIT_TRY(path_text(in, shown)), place));
    if (place.kind != Place::Kind::Board) return stat_path(in, shown);
    hal::FileStat stat;
    KRAIT_TRY(done(in, storage_of(in).stat_link(place.path->view(), stat), shown));
    return stat_result(in, stat);
}

Value os_readlink(Interp& in, Value path) {
    Str* place = KRAIT_TRY(own_path(in, path));
    u8 text[kLongestPath];
    const hal::IoResult size = storage_of(in).read_link(place->view(), text);
    if (!size.is_ok()) return raise_hal(in, size.error(), path);
    const std::string_view target(reinterpret_cast<const char*>(text),
                                  static_cast<usize>(size.count()));
    return name_like(in, path, KRAIT_TRY(new_str(in, target)));
}

Status os_symlink(Interp& in, Value target, Value path, bool) {
    target = KRAIT_TRY(plain_path(in, target));
    Str* text = KRAIT_TRY(path_text(in, target));
    Str* place = KRAIT_TRY(own_path(in, path));
    return done(in, storage_of(in).make_link(text->view(), place->view()), path);
}

constexpr Row kRows[] = {
    def<"open(path, flags, mode=511)", os_open>,
    def<"close(fd)", os_close>,
    def<"read(fd, n, /)", os_read>,
    def<"write(fd, data, /)", os_write>,
    def<"lseek(fd, position, whence, /)", os_lseek>,
    def<"ftruncate(fd, length, /)", os_ftruncate>,
    def<"fsync(fd)", os_fsync>,
    def<"fstat(fd)", os_fstat>,
    def<"isatty(fd, /)", os_isatty>,
    def<"fdopen(fd, mode='r', buffering=-1, encoding=None, errors=None, newline=None)", os_fdopen>,
    def<"lstat(path)", os_lstat>,
    def<"readlink(path)", os_readlink>,
    def<"symlink(src, dst, target_is_directory=False)", os_symlink>,
    constant<"O_RDONLY">(kReadOnly),
    constant<"O_WRONLY">(kWriteOnly),
    constant<"O_RDWR">(kReadWrite),
    constant<"O_CREAT">(kCreate),
    constant<"O_EXCL">(kExclusive),
    constant<"O_TRUNC">(kTruncate),
    constant<"O_APPEND">(kAppend),
    constant<"O_CLOEXEC">(02000000),
    constant<"O_NOFOLLOW">(0400000),
};

}  // namespace

constinit const ModuleDef kFilesModule{.name = "_files"_sym, .rows = kRows};

}  // namespace krait
