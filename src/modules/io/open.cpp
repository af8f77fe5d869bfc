// open(): a file of whatever filesystem has the path, or what is open already by its number.
#include "core/errno.hpp"
#include "core/stream.hpp"
#include "modules/console.hpp"
#include "modules/io/file.hpp"
#include "modules/vfs/mounts.hpp"

namespace krait {

namespace {

// --- open(0), open(1), open(2) -------------------------------------------------------------------

constexpr int kStandardStreams = 3;

Value console_of(const File* f) {
    const ConsoleStream* const streams[] = {&kStdin, &kStdout, &kStderr};
    return Value(streams[f->handle + kStandardStreams]);
}
Result<isize> standard_read(Interp& in, File* f, MutableBytes into) {
    return stream_read_some(in, console_of(f), into);
}
Result<isize> standard_write(Interp& in, File* f, Bytes data) {
    return stream_write_some(in, console_of(f), data);
}
Status standard_seek(Interp& in, File*, i64&, hal::SeekFrom) {
    return raise_os_error(in, error::kESPIPE);
}
Status standard_truncate(Interp& in, File*, u64) { return raise_os_error(in, error::kEINVAL); }
Status standard_flush(Interp&, File*) { return kOk; }
void standard_finalize(File*) {}

constexpr FileOps kStandardFile{.read = standard_read,
                                .write = standard_write,
                                .seek = standard_seek,
                                .truncate = standard_truncate,
                                .flush = standard_flush,
                                .close = standard_flush,
                                .finalize = standard_finalize,
                                .is_driver = false};

Value open_number(Interp& in, Value number, Str* mode, const TextFormat& text) {
    FileMode how;
    KRAIT_TRY(read_file_mode(in, mode, how));
    const isize n = KRAIT_TRY(to_index_clamped(in, number));
    if (n >= kFirstFileNumber && n < std::numeric_limits<i32>::max()) {
        const i32 handle = static_cast<i32>(n - kFirstFileNumber);
        return KRAIT_TRY(wrap_board_file(in, handle, number, mode, text));
    }
    if (n < 0 || n >= kStandardStreams) return raise_os_error(in, error::kEBADF);
    File* file = KRAIT_TRY(new_file(in, kStandardFile, how, number, mode));
    file->handle = static_cast<i32>(n) - kStandardStreams;
    file->open = true;
    return file;
}

}  // namespace

Value open_file(Interp& in, Value path, Str* mode, const TextFormat& text) {
    if (is_int(path)) return open_number(in, path, mode, text);
    path = KRAIT_TRY(plain_path(in, path));
    Place place;
    KRAIT_TRY(find_place(in, KRAIT_TRY(path_text(in, path)), place));
    switch (place.kind) {
        case Place::Kind::Board: return open_board_file(in, place.path, path, mode, text);
        case Place::Kind::Root: return raise_driver_error(in, error::kEISDIR);
        case Place::Kind::Nowhere: return raise_driver_error(in, error::kENOENT);
        case Place::Kind::Mounted: break;
    }
    const Value file =
        KRAIT_TRY(call_filesystem(in, place.filesystem, "open"_sym, place.path, mode));
    // Files of our own drivers know what else was asked for; users' filesystems take the mode only.
    if (File* own = as_if<File>(file)) apply_text_format(in, own, text);
    return file;
}

}  // namespace krait
