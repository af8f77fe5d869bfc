#include "modules/io/file.hpp"

#include "base/utf8.hpp"
#include "core/bind.hpp"
#include "core/byte_buffer.hpp"
#include "core/errno.hpp"
#include "core/str_builder.hpp"
#include "core/stream.hpp"
#include "hal/board.hpp"
#include "modules/io/io.hpp"
#include "objects/codec.hpp"

namespace krait {

namespace {

constexpr usize kMostAtOnce = 1 << 30;  // what one call to the storage can count

Status check_open(Interp& in, const File* f) {
    if (f->open) return kOk;
    if (f->ops->is_driver) return raise_driver_error(in, error::kEINVAL);
    return raise(in, kValueError, "I/O operation on closed file.");
}

Raised raise_unsupported(Interp& in, const char* what) {
    return raise(in, kUnsupportedOperation, "{}", what);
}

// --- the buffer ----------------------------------------------------------------------------------

// Makes the position behind the buffer that of the file: bytes read ahead are given back.
Status settle(Interp& in, File* f) {
    i64 position = i64{f->start} - i64{f->end};
    f->start = f->end = 0;
    return position == 0 ? Status(kOk) : f->ops->seek(in, f, position, hal::SeekFrom::Current);
}

Status need_buffer(Interp& in, File* f) {
    if (f->buffer) return kOk;
    in.heap().write(f->buffer, KRAIT_TRY(new_byte_array(in, kFileBuffer)));
    return kOk;
}

// Reads ahead if nothing is left; false at the end of the file.
Result<bool> fill(Interp& in, File* f) {
    if (f->start < f->end) return true;
    KRAIT_TRY(need_buffer(in, f));
    const isize n = KRAIT_TRY(f->ops->read(in, f, {f->buffer->data, kFileBuffer}));
    f->start = 0;
    f->end = static_cast<u32>(n);
    return n > 0;
}

Bytes ahead(const File* f) { return {f->buffer->data + f->start, f->end - f->start}; }

Status check_readable(Interp& in, const File* f) {
    KRAIT_TRY(check_open(in, f));
    return f->readable ? Status(kOk)
                       : Status(raise_unsupported(in, f->is_text() ? "not readable" : "read"));
}

Status check_writable(Interp& in, const File* f) {
    KRAIT_TRY(check_open(in, f));
    return f->writable ? Status(kOk)
                       : Status(raise_unsupported(in, f->is_text() ? "not writable" : "write"));
}

Result<isize> read_some(Interp& in, File* f, MutableBytes into) {
    KRAIT_TRY(check_readable(in, f));
    if (f->start == f->end && into.size() >= kFileBuffer) return f->ops->read(in, f, into);
    if (!KRAIT_TRY(fill(in, f))) return 0;
    const usize n = std::min(into.size(), ahead(f).size());
    std::copy_n(ahead(f).data(), n, into.data());
    f->start += static_cast<u32>(n);
    return static_cast<isize>(n);
}

Result<isize> write_all(Interp& in, File* f, Bytes data) {
    KRAIT_TRY(check_writable(in, f));
    KRAIT_TRY(settle(in, f));
    usize done = 0;
    while (done < data.size()) {
        const Bytes rest = data.subspan(done, std::min(data.size() - done, kMostAtOnce));
        const isize n = KRAIT_TRY(f->ops->write(in, f, rest));
        if (n == 0)
            return f->ops->is_driver ? raise_driver_error(in, error::kENOSPC)
                                     : raise_os_error(in, error::kENOSPC);
        done += static_cast<usize>(n);
    }
    return static_cast<isize>(done);
}

// --- reading -------------------------------------------------------------------------------------

constexpr usize kAll = std::numeric_limits<usize>::max();

Value read_bytes(Interp& in, File* f, usize limit) {
    ByteBuffer out(in);
    while (out.size() < limit) {
        const usize wanted = std::min(limit - out.size(), std::max(out.size(), kFileBuffer));
        KRAIT_TRY(out.reserve(wanted));
        const isize n = KRAIT_TRY(read_some(in, f, out.room().first(wanted)));
        if (n == 0) break;
        out.advance(static_cast<usize>(n));
    }
    return out.to_bytes();
}

// Appends one byte of the file as text has it; newlines are translated. False at the end.
Result<bool> take_text_byte(Interp& in, File* f, ByteBuffer& out) {
    if (!KRAIT_TRY(fill(in, f))) return false;
    u8 byte = ahead(f)[0];
    ++f->start;
    if (byte == '\r' && f->translates) {
        byte = '\n';
        if (KRAIT_TRY(fill(in, f)) && ahead(f)[0] == '\n') ++f->start;
    }
    KRAIT_TRY(out.append(byte));
    return true;
}

// Text until `limit` characters or, if `line`, the end of the line.
Value read_text(Interp& in, File* f, usize limit, bool line) {
    ByteBuffer out(in);
    usize characters = 0;
    const bool is_utf8 = !f->encoding;
    while (KRAIT_TRY(fill(in, f))) {
        const u8 first = ahead(f)[0];
        const bool begins = !is_utf8 || !utf8::is_continuation(static_cast<char>(first));
        if (begins && characters == limit) break;
        characters += begins;
        (void)KRAIT_TRY(take_text_byte(in, f, out));
        if (line && out.last() == '\n') break;
    }
    auto text = decode_text(in, out.bytes(), f->encoding, f->errors);
    out.drop();
    return text.take();
}

Value file_read(Interp& in, File* self, Value size) {
    KRAIT_TRY(check_readable(in, self));
    const isize n = is_none(size) ? -1 : KRAIT_TRY(to_index(in, size));
    const usize limit = n < 0 ? kAll : static_cast<usize>(n);
    return self->is_text() ? read_text(in, self, limit, false) : read_bytes(in, self, limit);
}

Value file_readline(Interp& in, File* self, isize size) {
    KRAIT_TRY(check_readable(in, self));
    const usize limit = size < 0 ? kAll : static_cast<usize>(size);
    if (self->is_text()) return read_text(in, self, limit, true);
    ByteBuffer out(in);
    while (out.size() < limit && KRAIT_TRY(fill(in, self))) {
        Bytes there = ahead(self);
        if (there.size() > limit - out.size()) there = there.first(limit - out.size());
        const u8* end = std::find(there.data(), there.data() + there.size(), u8{'\n'});
        const bool found = end != there.data() + there.size();
        const usize n = static_cast<usize>(end - there.data()) + found;
        KRAIT_TRY(out.append(there.first(n)));
        self->start += static_cast<u32>(n);
        if (found) break;
    }
    return out.to_bytes();
}

Value file_readlines(Interp& in, File* self, Value hint) {
    const isize limit = is_none(hint) ? -1 : KRAIT_TRY(to_index(in, hint));
    List* lines = KRAIT_TRY(new_list(in));
    isize total = 0;
    for (;;) {
        const Value line = KRAIT_TRY(file_readline(in, self, -1));
        const isize size = KRAIT_TRY(length(in, line));
        if (size == 0) return lines;
        KRAIT_TRY(list_append(in, lines, line));
        total += size;
        if (limit > 0 && total >= limit) return lines;
    }
}

// Differs: takes a size too, as in MicroPython.
Result<isize> file_readinto(Interp& in, File* self, MutableBuffer buffer, isize size) {
    const usize wanted = size < 0 ? buffer.size() : std::min(buffer.size(), usize(size));
    usize done = 0;
    while (done < wanted) {
        const isize n = KRAIT_TRY(read_some(in, self, buffer.bytes().first(wanted).subspan(done)));
        if (n == 0) break;
        done += static_cast<usize>(n);
    }
    return static_cast<isize>(done);
}

// --- writing -------------------------------------------------------------------------------------

Status write_text(Interp& in, File* f, Str* text) {
    HeldBuffer held;
    Bytes bytes = text->bytes();
    if (f->encoding) {
        KRAIT_TRY(get_buffer(in, KRAIT_TRY(encode_text(in, text, f->encoding, f->errors)), held));
        bytes = held.bytes();
    }
    if (!f->carriage_return) {
        (void)KRAIT_TRY(write_all(in, f, bytes));
        return kOk;
    }
    while (!bytes.empty()) {
        const u8* end = std::find(bytes.data(), bytes.data() + bytes.size(), u8{'\n'});
        const auto n = static_cast<usize>(end - bytes.data());
        (void)KRAIT_TRY(write_all(in, f, bytes.first(n)));
        if (n == bytes.size()) break;
        constexpr u8 kNewline[] = {'\r', '\n'};
        (void)KRAIT_TRY(write_all(in, f, kNewline));
        bytes = bytes.subspan(n + 1);
    }
    return kOk;
}

Value file_write(Interp& in, File* self, Value data, Args range) {
    KRAIT_TRY(check_writable(in, self));
    if (self->is_text()) {
        if (!range.empty())
            return raise(in, kTypeError, "write() of a part needs a file opened in binary mode");
        Str* text = as_if<Str>(data);
        if (!text)
            return raise(in, kTypeError, "write() argument must be str, not {}",
                         TextArg::type_name(data));
        KRAIT_TRY(write_text(in, self, text));
        return Value::from_int(static_cast<isize>(str_length(text)));
    }
    HeldBuffer held;
    KRAIT_TRY(lend_bytes(in, data, held));
    Bytes part = held.bytes();
    KRAIT_TRY(write_part(in, range, part));
    auto n = write_all(in, self, part);
    return n ? new_int(in, n.take()) : Value();
}

Status file_writelines(Interp& in, File* self, Value lines) {
    const Value iterator = KRAIT_TRY(iterate(in, lines));
    for (;;) {
        const Value line = KRAIT_TRY(next(in, iterator));
        if (is_done(line)) return kOk;
        (void)KRAIT_TRY(file_write(in, self, line, {}));
    }
}

// --- positions and life --------------------------------------------------------------------------

Value file_seek(Interp& in, File* self, i64 offset, isize whence) {
    KRAIT_TRY(check_open(in, self));
    if (whence < 0 || whence > 2)
        return raise(in, kValueError,
                     self->is_text() ? "invalid whence ({}, should be 0, 1 or 2)"
                                     : "whence value {} unsupported",
                     whence);
    KRAIT_TRY(settle(in, self));
    KRAIT_TRY(self->ops->seek(in, self, offset, static_cast<hal::SeekFrom>(whence)));
    return new_int(in, offset);
}

Value file_tell(Interp& in, File* self) {
    KRAIT_TRY(check_open(in, self));
    i64 position = 0;
    KRAIT_TRY(self->ops->seek(in, self, position, hal::SeekFrom::Current));
    return new_int(in, position + i64{self->start} - i64{self->end});
}

Value file_truncate(Interp& in, File* self, Value size) {
    KRAIT_TRY(check_writable(in, self));
    KRAIT_TRY(settle(in, self));
    const Value wanted = is_none(size) ? KRAIT_TRY(file_tell(in, self)) : size;
    const isize n = KRAIT_TRY(to_index(in, wanted));
    if (n < 0) return raise_os_error(in, error::kEINVAL);
    KRAIT_TRY(self->ops->truncate(in, self, static_cast<u64>(n)));
    return wanted;
}

Status file_flush(Interp& in, File* self) {
    KRAIT_TRY(check_open(in, self));
    return self->ops->flush(in, self);
}

Status file_close(Interp& in, File* self) {
    if (!self->open) return kOk;
    self->open = false;
    return self->ops->close(in, self);
}

void file_finalize(Object* o) {
    auto* self = static_cast<File*>(o);
    if (!self->open || !self->ops->finalize) return;
    self->open = false;
    self->ops->finalize(self);
}

Value file_enter(Interp& in, File* self) {
    KRAIT_TRY(check_open(in, self));
    return self;
}
Status file_exit(Interp& in, File* self, Args) { return file_close(in, self); }
Value file_iter(Interp&, Value self) { return self; }
Value file_next(Interp& in, Value self) {
    const Value line = KRAIT_TRY(file_readline(in, as<File>(self), -1));
    return KRAIT_TRY(length(in, line)) ? line : done();
}

bool file_closed(File* self) { return !self->open; }
bool file_readable(File* self) { return self->readable; }
bool file_writable(File* self) { return self->writable; }
bool file_seekable(File*) { return true; }
bool file_isatty(File*) { return false; }
Result<isize> file_fileno(Interp& in, File* self) {
    KRAIT_TRY(check_open(in, self));
    if (self->ops->is_driver) return raise_unsupported(in, "fileno");
    return self->handle + kFirstFileNumber;
}
Value file_name(File* self) { return self->name; }
Value file_mode(File* self) { return self->mode; }
Value file_encoding(File* self) {
    return self->encoding ? Value(self->encoding) : Value("utf-8"_sym);
}

// --- the type ------------------------------------------------------------------------------------

Result<isize> file_stream_read(Interp& in, Value self, MutableBytes into) {
    return read_some(in, as<File>(self), into);
}
Result<isize> file_stream_write(Interp& in, Value self, Bytes data) {
    return write_all(in, as<File>(self), data);
}
Status file_stream_poll(Interp& in, Value self, StreamPoll& question) {
    if (!as<File>(self)->ops->can_poll) return raise_driver_error(in, error::kEINVAL);
    question.ready = question.interest & (hal::kPollIn | hal::kPollOut);
    return kOk;
}
Status file_stream_close(Interp& in, Value self) { return file_close(in, as<File>(self)); }
// A file of the board's is closed by its native finalizer.
bool file_dies_in_python(const Object* o) {
    const auto* self = static_cast<const File*>(o);
    return self->open && !self->ops->finalize;
}
constexpr StreamOps kFileStream{.read = file_stream_read,
                                .write = file_stream_write,
                                .poll = file_stream_poll,
                                .close = file_stream_close};

Status file_get_buffer(Interp& in, Value v, BufferView& view, bool writable) {
    File* self = as<File>(v);
    if (!self->open || !self->ops->content || writable || self->is_text())
        return raise(in, kTypeError, "a bytes-like object is required, not '{}'", type_of(v));
    const Bytes content = self->ops->content(self);
    view.data = const_cast<u8*>(content.data());
    view.size = content.size();
    view.exporter = v;
    return kOk;
}

Value file_repr(Interp& in, Value v) {
    const File* self = as<File>(v);
    if (self->ops->is_driver) return format_str(in, "<io.{}>", type_of(v)).take();
    if (is_int(self->name)) return format_str(in, "<io.{} {}>", type_of(v), self->name).take();
    return format_str(in, "<_io.{} name={} mode={}>", type_of(v), self->name, self->mode).take();
}

void file_trace(Object* o, Marker& m) {
    auto* self = static_cast<File*>(o);
    m.object(self->driver);
    m.object(self->buffer);
    m.value(self->name);
    m.value(self->mode);
    m.object(self->encoding);
    m.object(self->errors);
}

constexpr Row kRows[] = {
    def<"read(self, size=-1, /)", file_read>,
    def<"readline(self, size=-1, /)", file_readline>,
    def<"readlines(self, hint=None, /)", file_readlines>,
    def<"readinto(self, buffer, size=-1, /)", file_readinto>,
    def<"write(self, data, /, *range)", file_write>,
    def<"writelines(self, lines, /)", file_writelines>,
    def<"seek(self, offset, whence=0, /)", file_seek>,
    def<"tell(self, /)", file_tell>,
    def<"truncate(self, size=None, /)", file_truncate>,
    def<"flush(self, /)", file_flush>,
    def<"close(self, /)", file_close>,
    def<"readable(self, /)", file_readable>,
    def<"writable(self, /)", file_writable>,
    def<"seekable(self, /)", file_seekable>,
    def<"isatty(self, /)", file_isatty>,
    def<"fileno(self, /)", file_fileno>,
    def<"__enter__(self, /)", file_enter>,
    def<"__exit__(self, /, *args)", file_exit>,
    def<"__del__(self, /)", file_close>,
    getter<"closed", file_closed>,
    getter<"name", file_name>,
    getter<"mode", file_mode>,
};
constexpr Row kTextRows[] = {getter<"encoding", file_encoding>};

constexpr Slots kSlots{.repr = file_repr,
                       .iter = file_iter,
                       .next = file_next,
                       .get_buffer = file_get_buffer,
                       .trace = file_trace,
                       .finalize = file_finalize,
                       .dies_in_python = file_dies_in_python,
                       .stream = &kFileStream};

// --- files of the board --------------------------------------------------------------------------

Result<isize> board_read(Interp& in, File* f, MutableBytes into) {
    return take_count(in, f->storage->read(f->handle, into));
}
Result<isize> board_write(Interp& in, File* f, Bytes data) {
    return take_count(in, f->storage->write(f->handle, data));
}
Status board_seek(Interp& in, File* f, i64& position, hal::SeekFrom from) {
    const auto moved = f->storage->seek(f->handle, position, from);
    if (!moved.is_ok()) return raise_hal(in, moved.error());
    position = moved.count();
    return kOk;
}
Status board_truncate(Interp& in, File* f, u64 size) {
    (void)KRAIT_TRY(take_count(in, f->storage->truncate(f->handle, size)));
    return kOk;
}
Status board_flush(Interp& in, File* f) {
    (void)KRAIT_TRY(take_count(in, f->storage->flush(f->handle)));
    return kOk;
}
Status board_close(Interp& in, File* f) {
    (void)KRAIT_TRY(take_count(in, f->storage->close(f->handle)));
    return kOk;
}
void board_finalize(File* f) { (void)f->storage->close(f->handle); }

constexpr FileOps kBoardFile{.read = board_read,
                             .write = board_write,
                             .seek = board_seek,
                             .truncate = board_truncate,
                             .flush = board_flush,
                             .close = board_close,
                             .finalize = board_finalize,
                             .is_driver = false};

bool is_utf8_name(const Str* encoding) {
    const std::string_view name = encoding ? encoding->view() : "utf-8";
    return name == "utf-8" || name == "utf8" || name == "UTF-8";
}

}  // namespace

Status read_file_mode(Interp& in, Str* mode, FileMode& out, bool lax) {
    int ways = 0, kinds = 0;
    bool plus = false;
    for (char c : mode->view()) {
        switch (c) {
            case 'r':
                ++ways;
                out.flags |= hal::kOpenRead;
                break;
            case 'w':
                ++ways;
                out.flags |= hal::kOpenWrite | hal::kOpenCreate | hal::kOpenTruncate;
                break;
            case 'a':
                ++ways;
                out.flags |= hal::kOpenWrite | hal::kOpenCreate | hal::kOpenAppend;
                break;
            case 'x':
                ++ways;
                out.flags |= hal::kOpenWrite | hal::kOpenCreate | hal::kOpenExclusive;
                break;
            case 'b':
                ++kinds;
                out.text = false;
                break;
            case 't': ++kinds; break;
            case '+': plus = true; break;
            default: return raise(in, kValueError, "invalid mode: {}", Value(mode));
        }
    }
    if (kinds > 1) return raise(in, kValueError, "can't have text and binary mode at once");
    if (ways == 0 && lax) ++ways, out.flags |= hal::kOpenRead;
    if (ways != 1)
        return raise(in, kValueError, "must have exactly one of create/read/write/append mode");
    if (plus) out.flags |= hal::kOpenRead | hal::kOpenWrite;
    return kOk;
}

Result<File*> new_file(Interp& in, const FileOps& ops, const FileMode& how, Value name,
                       Value mode) {
    File* file = KRAIT_TRY(
        in.make_with_shape<File>(how.text ? File::kTextType.shape() : File::kBinaryType.shape()));
    file->ops = &ops;
    file->name = name;
    file->mode = mode;
    file->readable = how.flags & hal::kOpenRead;
    file->writable = how.flags & hal::kOpenWrite;
    return file;
}

void apply_text_format(Interp& in, File* file, const TextFormat& text) {
    if (!file->is_text()) return;
    if (!is_utf8_name(text.encoding)) in.heap().write(file->encoding, text.encoding);
    in.heap().write(file->errors, text.errors);
    file->translates = !text.newline;
    file->carriage_return = text.newline && text.newline->view() == "\r\n";
}

namespace {

Result<File*> new_board_file(Interp& in, const FileMode& how, Value name, Str* mode,
                             const TextFormat& text) {
    if (!how.text && text.encoding)
        return raise(in, kValueError, "binary mode doesn't take an encoding argument");
    File* file = KRAIT_TRY(new_file(in, kBoardFile, how, name, mode));
    file->storage = &in.board()->storage();
    apply_text_format(in, file, text);
    return file;
}

}  // namespace

Value open_board_file(Interp& in, Str* path, Value name, Str* mode, const TextFormat& text) {
    FileMode how;
    KRAIT_TRY(read_file_mode(in, mode, how));
    hal::FileStat stat;
    hal::Storage& storage = in.board()->storage();
    if (storage.stat(path->view(), stat).is_ok() && stat.kind == hal::FileKind::Directory)
        return raise_os_error(in, error::kEISDIR, name);
    File* file = KRAIT_TRY(new_board_file(in, how, name, mode, text));
    const hal::IoResult handle = storage.open(path->view(), how.flags);
    if (!handle.is_ok()) return raise_hal(in, handle.error(), name);
    file->handle = handle.count();
    file->open = true;
    return file;
}

Result<File*> wrap_board_file(Interp& in, i32 handle, Value name, Str* mode,
                              const TextFormat& text) {
    FileMode how;
    KRAIT_TRY(read_file_mode(in, mode, how));
    hal::FileStat stat;
    const hal::IoResult there = in.board()->storage().stat_file(handle, stat);
    if (!there.is_ok()) return raise_os_error(in, error::kEBADF);
    File* file = KRAIT_TRY(new_board_file(in, how, name, mode, text));
    file->handle = handle;
    file->open = true;
    return file;
}

constinit const BuiltinType File::kBinaryType{{.name = "FileIO"_sym,
                                               .slots = &kSlots,
                                               .rows = kRows,
                                               .flags = kAbstractBase | kHasFinalizer,
                                               .size = sizeof(File)}};
constinit const BuiltinType File::kTextType{{.name = "TextIOWrapper"_sym,
                                             .base = &File::kBinaryType,
                                             .slots = &kSlots,
                                             .rows = kTextRows,
                                             .flags = kFinal | kAbstractBase | kHasFinalizer,
                                             .size = sizeof(File)}};

}  // namespace krait
