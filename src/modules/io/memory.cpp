// io.BytesIO and io.StringIO: files in memory.
//
// Both keep bytes in a growing cell. StringIO's are UTF-8; its position is a byte offset at a
// character's start, and is told to Python in characters. What a BytesIO is made of is not copied
// before the first write.
#include <cstring>

#include "base/utf8.hpp"
#include "core/arrays.hpp"
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/interp.hpp"
#include "core/shape.hpp"
#include "core/str_builder.hpp"
#include "core/stream.hpp"
#include "modules/io/io.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

struct MemoryFile : Object {
    ByteArray* cell;          // null: nothing was written yet
    const BytesObject* lent;  // what stands for it until then; null: empty
    usize size, position;
    bool closed;
    bool translates;  // StringIO(newline=None): \r\n becomes \n when written

    Bytes content() const { return {cell ? cell->data : lent ? lent->data_ : nullptr, size}; }
    Bytes rest() const { return content().subspan(std::min(position, size)); }
};
struct BytesIo : MemoryFile {
    static constexpr const BuiltinType& kType = kBytesIoType;
};
struct StringIo : MemoryFile {
    static constexpr const BuiltinType& kType = kStringIoType;
};

Status check_open(Interp& in, const MemoryFile* f) {
    if (!f->closed) return kOk;
    const bool is_text = is<StringIo>(Value(f));
    return raise(in, kValueError,
                 is_text ? "I/O operation on closed file" : "I/O operation on closed file.");
}

Status reserve(Interp& in, MemoryFile* f, usize size) {
    if (f->cell && f->cell->capacity >= size) return kOk;
    const usize capacity = std::max(size, f->cell ? f->cell->capacity * 2 : usize{64});
    ByteArray* bigger = KRAIT_TRY(new_byte_array(in, capacity));
    std::ranges::copy(f->content(), bigger->data);
    ByteArray* old = f->cell;
    in.heap().write(f->cell, bigger);
    f->lent = nullptr;
    if (old) in.heap().release(old);
    return kOk;
}

// Replaces `removed` bytes at the position by `data`; the gap up to there becomes zeros. `data`
// lies in no cell that the collector may free.
Status splice(Interp& in, MemoryFile* f, usize removed, Bytes data) {
    if (f->position > std::numeric_limits<usize>::max() / 2 - data.size())
        return raise_memory_error(in);
    const usize tail_from = std::min(f->size, f->position + removed);
    const usize tail = f->size - std::min(f->size, tail_from);
    const usize needed = f->position + data.size() + tail;
    KRAIT_TRY(reserve(in, f, needed));
    u8* bytes = f->cell->data;
    if (f->position > f->size) std::fill(bytes + f->size, bytes + f->position, u8{0});
    std::memmove(bytes + f->position + data.size(), bytes + tail_from, tail);
    std::copy(data.begin(), data.end(), bytes + f->position);
    f->position += data.size();
    f->size = needed;
    return kOk;
}

// Filled by __init__, whose arguments a subclass chooses.
template <class T>
Value empty_file(Interp& in, const Type* cls, const CallArgs&) {
    return KRAIT_TRY(make_instance<T>(in, cls));
}

void forget_content(MemoryFile* f) {
    f->cell = nullptr;
    f->lent = nullptr;
    f->size = f->position = 0;
    f->closed = false;
}

// The bytes up to the end of the line, at most `limit`.
Bytes line_of(Bytes rest, usize limit) {
    const u8* end = std::find(rest.data(), rest.data() + rest.size(), u8{'\n'});
    const usize size = static_cast<usize>(end - rest.data()) + (end != rest.data() + rest.size());
    return rest.first(std::min(size, limit));
}

constexpr usize kAll = std::numeric_limits<usize>::max();
Result<isize> read_limit(Interp& in, Value size) {
    return is_none(size) ? Result<isize>(-1) : to_index(in, size);
}
usize limit_of(isize n) { return n < 0 ? kAll : static_cast<usize>(n); }

// --- BytesIO -------------------------------------------------------------------------------------

Status bytes_io_init(Interp& in, Value object, const CallArgs& args) {
    Value initial;
    KRAIT_TRY((parse_args<"(initial_bytes=None)">(in, "BytesIO"_sym, args, initial)));
    auto* self = as<BytesIo>(object);
    forget_content(self);
    if (is_none(initial)) return kOk;
    if (initial.is_int()) {  // a size to begin with, in MicroPython
        if (initial.as_int() < 0) return raise(in, kValueError, "negative size");
        return reserve(in, self, static_cast<usize>(initial.as_int()));
    }
    if (is_exact<BytesObject>(initial)) {
        in.heap().write(self->lent, as<BytesObject>(initial));
        self->size = self->lent->size();
        return kOk;
    }
    HeldBuffer held;
    KRAIT_TRY(lend_bytes(in, initial, held));
    KRAIT_TRY(splice(in, self, 0, held.bytes()));
    self->position = 0;
    return kOk;
}

Value take_bytes(Interp& in, BytesIo* self, Bytes bytes) {
    const Value out = KRAIT_TRY(new_bytes(in, bytes));
    self->position += bytes.size();
    return out;
}

Value bytes_io_read(Interp& in, BytesIo* self, Value size) {
    KRAIT_TRY(check_open(in, self));
    const usize limit = limit_of(KRAIT_TRY(read_limit(in, size)));
    const Bytes rest = self->rest();
    return take_bytes(in, self, rest.first(std::min(rest.size(), limit)));
}

Value bytes_io_readline(Interp& in, BytesIo* self, Value size) {
    KRAIT_TRY(check_open(in, self));
    const usize limit = limit_of(KRAIT_TRY(read_limit(in, size)));
    return take_bytes(in, self, line_of(self->rest(), limit));
}

Result<isize> bytes_io_readinto(Interp& in, BytesIo* self, MutableBuffer buffer) {
    KRAIT_TRY(check_open(in, self));
    const Bytes rest = self->rest();
    const usize n = std::min(rest.size(), buffer.size());
    std::memmove(buffer.data(), rest.data(), n);
    self->position += n;
    return static_cast<isize>(n);
}

Result<isize> bytes_io_write(Interp& in, BytesIo* self, Value data, Args range) {
    KRAIT_TRY(check_open(in, self));
    HeldBuffer held;
    KRAIT_TRY(lend_bytes(in, data, held));
    Bytes part = held.bytes();
    KRAIT_TRY(write_part(in, range, part));
    if (!splice(in, self, part.size(), part)) return {};
    return static_cast<isize>(part.size());
}

Value bytes_io_getvalue(Interp& in, BytesIo* self) {
    KRAIT_TRY(check_open(in, self));
    return new_bytes(in, self->content());
}

// --- StringIO ------------------------------------------------------------------------------------

Status write_text(Interp& in, StringIo* self, const Str* text) {
    std::string_view from = text->view();
    if (!self->translates || from.find('\r') == std::string_view::npos) {
        const std::string_view rest = as_text(self->rest());
        const usize removed = utf8::offset_of(rest, str_length(text));
        return splice(in, self, removed, text->bytes());
    }
    while (!from.empty()) {
        const usize n = std::min(from.find('\r'), from.size());
        Str* part = KRAIT_TRY(
            format_str(in, "{}{}", std::string_view(from.data(), n), n < from.size() ? "\n" : ""));
        const usize removed = utf8::offset_of(as_text(self->rest()), str_length(part));
        KRAIT_TRY(splice(in, self, removed, part->bytes()));
        from.remove_prefix(n);
        if (from.starts_with('\r')) from.remove_prefix(from.starts_with("\r\n") ? 2 : 1);
    }
    return kOk;
}

Status string_io_init(Interp& in, Value object, const CallArgs& args) {
    Value initial, newline;
    KRAIT_TRY((parse_args<"(initial_value='', newline='\n')">(in, "StringIO"_sym, args, initial,
                                                              newline)));
    auto* self = as<StringIo>(object);
    forget_content(self);
    self->translates = is_none(newline);
    if (is_none(initial) || initial.is_int()) return kOk;
    const Str* text = as_if<Str>(initial);
    if (!text)
        return raise(in, kTypeError, "initial_value must be str or None, not {}",
                     TextArg::type_name(initial));
    KRAIT_TRY(write_text(in, self, text));
    self->position = 0;
    return kOk;
}

Value take_text(Interp& in, StringIo* self, Bytes bytes) {
    Str* out = KRAIT_TRY(new_str(in, as_text(bytes)));
    self->position += bytes.size();
    return out;
}

Value string_io_read(Interp& in, StringIo* self, Value size) {
    KRAIT_TRY(check_open(in, self));
    const usize limit = limit_of(KRAIT_TRY(read_limit(in, size)));
    const Bytes rest = self->rest();
    return take_text(in, self, rest.first(utf8::offset_of(as_text(rest), limit)));
}

Value string_io_readline(Interp& in, StringIo* self, Value size) {
    KRAIT_TRY(check_open(in, self));
    const usize limit = limit_of(KRAIT_TRY(read_limit(in, size)));
    const Bytes line = line_of(self->rest(), kAll);
    return take_text(in, self, line.first(utf8::offset_of(as_text(line), limit)));
}

Result<isize> string_io_write(Interp& in, StringIo* self, Value data) {
    KRAIT_TRY(check_open(in, self));
    const Str* text = as_if<Str>(data);
    if (!text)
        return raise(in, kTypeError, "string argument expected, got '{}'",
                     TextArg::type_name(data));
    KRAIT_TRY(write_text(in, self, text));
    return static_cast<isize>(str_length(text));
}

Value string_io_getvalue(Interp& in, StringIo* self) {
    KRAIT_TRY(check_open(in, self));
    return new_str(in, as_text(self->content())).take();
}

// --- both ----------------------------------------------------------------------------------------

MemoryFile* file_of(Value v) { return static_cast<MemoryFile*>(v.object()); }
bool is_text(const MemoryFile* f) { return is<StringIo>(Value(f)); }

// A position as Python counts it.
isize position_of(const MemoryFile* f) {
    if (!is_text(f)) return static_cast<isize>(f->position);
    return static_cast<isize>(
        utf8::count(as_text(f->content().first(std::min(f->position, f->size)))));
}

Result<isize> seek(Interp& in, MemoryFile* f, isize offset, isize whence) {
    KRAIT_TRY(check_open(in, f));
    if (whence < 0 || whence > 2)
        return raise(in, kValueError, "invalid whence ({}, should be 0, 1 or 2)", whence);
    if (is_text(f) && whence != 0 && offset != 0)
        return raise(in, kOSError, "Can't do nonzero cur-relative seeks");
    isize base = 0;
    if (whence == 1) base = static_cast<isize>(f->position);
    if (whence == 2) base = static_cast<isize>(f->size);
    if (whence == 0 && offset < 0)
        return raise(in, kValueError,
                     is_text(f) ? "Negative seek position {}" : "negative seek value {}", offset);
    if (is_text(f) && whence == 0) {
        const auto text = as_text(f->content());
        f->position = utf8::offset_of(text, static_cast<usize>(offset));
    } else {
        isize place;
        if (__builtin_add_overflow(base, offset, &place))
            return raise(in, kOverflowError, "new position too large");
        f->position = static_cast<usize>(std::max<isize>(0, place));
    }
    return position_of(f);
}

Result<isize> bytes_io_seek(Interp& in, BytesIo* self, isize offset, isize whence) {
    return seek(in, self, offset, whence);
}
Result<isize> string_io_seek(Interp& in, StringIo* self, isize offset, isize whence) {
    return seek(in, self, offset, whence);
}
Result<isize> bytes_io_tell(Interp& in, BytesIo* self) {
    KRAIT_TRY(check_open(in, self));
    return position_of(self);
}
Result<isize> string_io_tell(Interp& in, StringIo* self) {
    KRAIT_TRY(check_open(in, self));
    return position_of(self);
}

Result<isize> truncate(Interp& in, MemoryFile* f, Value size) {
    KRAIT_TRY(check_open(in, f));
    const isize wanted = is_none(size) ? position_of(f) : KRAIT_TRY(to_index(in, size));
    if (wanted < 0)
        return raise(in, kValueError,
                     is_text(f) ? "Negative size value {}" : "negative size value {}", wanted);
    usize bytes = static_cast<usize>(wanted);
    if (is_text(f)) bytes = utf8::offset_of(as_text(f->content()), bytes);
    f->size = std::min(f->size, bytes);
    return wanted;
}
Result<isize> bytes_io_truncate(Interp& in, BytesIo* self, Value size) {
    return truncate(in, self, size);
}
Result<isize> string_io_truncate(Interp& in, StringIo* self, Value size) {
    return truncate(in, self, size);
}

Value read_lines(Interp& in, Value self) {
    List* lines = KRAIT_TRY(new_list(in));
    for (;;) {
        const Value line = is<StringIo>(self) ? string_io_readline(in, as<StringIo>(self), none())
                                              : bytes_io_readline(in, as<BytesIo>(self), none());
        if (KRAIT_TRY(length(in, KRAIT_TRY(line))) == 0) return lines;
        KRAIT_TRY(list_append(in, lines, line));
    }
}
Value bytes_io_readlines(Interp& in, BytesIo* self, Value) { return read_lines(in, self); }
Value string_io_readlines(Interp& in, StringIo* self, Value) { return read_lines(in, self); }

Status write_lines(Interp& in, Value self, Value lines) {
    const Value iterator = KRAIT_TRY(iterate(in, lines));
    for (;;) {
        const Value line = KRAIT_TRY(next(in, iterator));
        if (is_done(line)) return kOk;
        const bool ok = is<StringIo>(self) ? bool(string_io_write(in, as<StringIo>(self), line))
                                           : bool(bytes_io_write(in, as<BytesIo>(self), line, {}));
        if (!ok) return {};
    }
}
Status bytes_io_writelines(Interp& in, BytesIo* self, Value lines) {
    return write_lines(in, self, lines);
}
Status string_io_writelines(Interp& in, StringIo* self, Value lines) {
    return write_lines(in, self, lines);
}

void close(MemoryFile* f) {
    f->closed = true;
    f->cell = nullptr;
    f->lent = nullptr;
    f->size = f->position = 0;
}
void bytes_io_close(BytesIo* self) { close(self); }
void string_io_close(StringIo* self) { close(self); }
void bytes_io_exit(BytesIo* self, Args) { close(self); }
void string_io_exit(StringIo* self, Args) { close(self); }
Value bytes_io_enter(BytesIo* self) { return self; }
Value string_io_enter(StringIo* self) { return self; }
void bytes_io_flush(BytesIo*) {}
void string_io_flush(StringIo*) {}
bool bytes_io_yes(BytesIo*) { return true; }
bool string_io_yes(StringIo*) { return true; }
bool bytes_io_closed(BytesIo* self) { return self->closed; }
bool string_io_closed(StringIo* self) { return self->closed; }

Value memory_iter(Interp& in, Value self) {
    KRAIT_TRY(check_open(in, file_of(self)));
    return self;
}
Value memory_next(Interp& in, Value self) {
    const Value line =
        KRAIT_TRY(is<StringIo>(self) ? string_io_readline(in, as<StringIo>(self), none())
                                     : bytes_io_readline(in, as<BytesIo>(self), none()));
    return KRAIT_TRY(length(in, line)) ? line : done();
}
void memory_trace(Object* o, Marker& m) {
    m.object(static_cast<MemoryFile*>(o)->cell);
    m.object(static_cast<MemoryFile*>(o)->lent);
}

Result<isize> memory_stream_read(Interp& in, Value self, MutableBytes into) {
    MemoryFile* f = file_of(self);
    KRAIT_TRY(check_open(in, f));
    const Bytes rest = f->rest();
    const usize n = std::min(rest.size(), into.size());
    std::copy_n(rest.data(), n, into.data());
    f->position += n;
    return static_cast<isize>(n);
}
Result<isize> memory_stream_write(Interp& in, Value self, Bytes data) {
    KRAIT_TRY(check_open(in, file_of(self)));
    KRAIT_TRY(splice(in, file_of(self), data.size(), data));
    return static_cast<isize>(data.size());
}
Status memory_stream_poll(Interp&, Value, StreamPoll& question) {
    question.ready = question.interest & (hal::kPollIn | hal::kPollOut);
    return kOk;
}
constexpr StreamOps kMemoryStream{
    .read = memory_stream_read, .write = memory_stream_write, .poll = memory_stream_poll};

constexpr Row kBytesRows[] = {
    constant<"__module__">("_io"_sym),
    def<"read(self, size=-1, /)", bytes_io_read>,
    def<"read1(self, size=-1, /)", bytes_io_read>,
    def<"readline(self, size=-1, /)", bytes_io_readline>,
    def<"readlines(self, hint=None, /)", bytes_io_readlines>,
    def<"readinto(self, buffer, /)", bytes_io_readinto>,
    def<"write(self, b, /, *range)", bytes_io_write>,
    def<"writelines(self, lines, /)", bytes_io_writelines>,
    def<"getvalue(self, /)", bytes_io_getvalue>,
    def<"seek(self, pos, whence=0, /)", bytes_io_seek>,
    def<"tell(self, /)", bytes_io_tell>,
    def<"truncate(self, size=None, /)", bytes_io_truncate>,
    def<"flush(self, /)", bytes_io_flush>,
    def<"close(self, /)", bytes_io_close>,
    def<"readable(self, /)", bytes_io_yes>,
    def<"writable(self, /)", bytes_io_yes>,
    def<"seekable(self, /)", bytes_io_yes>,
    def<"__enter__(self, /)", bytes_io_enter>,
    def<"__exit__(self, /, *args)", bytes_io_exit>,
    getter<"closed", bytes_io_closed>,
};
constexpr Row kStringRows[] = {
    constant<"__module__">("_io"_sym),
    def<"read(self, size=-1, /)", string_io_read>,
    def<"readline(self, size=-1, /)", string_io_readline>,
    def<"readlines(self, hint=None, /)", string_io_readlines>,
    def<"write(self, s, /)", string_io_write>,
    def<"writelines(self, lines, /)", string_io_writelines>,
    def<"getvalue(self, /)", string_io_getvalue>,
    def<"seek(self, pos, whence=0, /)", string_io_seek>,
    def<"tell(self, /)", string_io_tell>,
    def<"truncate(self, size=None, /)", string_io_truncate>,
    def<"flush(self, /)", string_io_flush>,
    def<"close(self, /)", string_io_close>,
    def<"readable(self, /)", string_io_yes>,
    def<"writable(self, /)", string_io_yes>,
    def<"seekable(self, /)", string_io_yes>,
    def<"__enter__(self, /)", string_io_enter>,
    def<"__exit__(self, /, *args)", string_io_exit>,
    getter<"closed", string_io_closed>,
};
constexpr Slots kBytesSlots{.iter = memory_iter,
                            .next = memory_next,
                            .construct = empty_file<BytesIo>,
                            .init = bytes_io_init,
                            .trace = memory_trace,
                            .stream = &kMemoryStream};
constexpr Slots kStringSlots{.iter = memory_iter,
                             .next = memory_next,
                             .construct = empty_file<StringIo>,
                             .init = string_io_init,
                             .trace = memory_trace,
                             .stream = &kMemoryStream};

}  // namespace

constinit const BuiltinType kBytesIoType{
    {.name = "BytesIO"_sym, .slots = &kBytesSlots, .rows = kBytesRows, .size = sizeof(BytesIo)}};
constinit const BuiltinType kStringIoType{{.name = "StringIO"_sym,
                                           .slots = &kStringSlots,
                                           .rows = kStringRows,
                                           .size = sizeof(StringIo)}};

}  // namespace krait
