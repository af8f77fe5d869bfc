#include "net/stream_file.hpp"

#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/stream.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

Status check_usable(Interp& in, const StreamFile* self, bool allowed, std::string_view what) {
    if (!self->stream) return raise(in, kValueError, "I/O operation on closed file.");
    if (!allowed) return raise(in, kOSError, "not {}", what);
    return kOk;
}

Value decoded(Interp& in, const StreamFile* self, Value bytes) {
    if (!self->is_text || is_none(bytes)) return bytes;
    return call_method(in, bytes, "decode"_sym);
}

// How many bytes a character has that begins so.
usize length_of_character(u8 first) {
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

// So many characters, one by one, since what is behind them is not ours to take.
Value read_characters(Interp& in, StreamFile* self, isize count) {
    BytesBuilder out(in);
    for (isize i = 0; i < count; ++i) {
        u8 bytes[4];
        isize n = KRAIT_TRY(stream_read_all(in, self->stream, {bytes, 1}));
        if (n <= 0) break;
        const usize more = length_of_character(bytes[0]) - 1;
        n = KRAIT_TRY(stream_read_all(in, self->stream, {bytes + 1, more}));
        KRAIT_TRY(out.append(Bytes(bytes, 1 + static_cast<usize>(std::max<isize>(n, 0)))));
    }
    return decoded(in, self, KRAIT_TRY(out.finish()));
}

Value file_read(Interp& in, StreamFile* self, Value size) {
    KRAIT_TRY(check_usable(in, self, self->reads, "readable"));
    const isize count = is_none(size) ? -1 : KRAIT_TRY(to_index(in, size));
    if (self->is_text && count >= 0) return read_characters(in, self, count);
    return decoded(in, self, KRAIT_TRY(stream_read(in, self->stream, size)));
}

Value file_readinto(Interp& in, StreamFile* self, MutableBuffer buffer, isize nbytes) {
    KRAIT_TRY(check_usable(in, self, self->reads && !self->is_text, "readable as bytes"));
    return stream_readinto(in, self->stream, buffer, nbytes);
}

Value file_readline(Interp& in, StreamFile* self, Value size) {
    KRAIT_TRY(check_usable(in, self, self->reads, "readable"));
    const Value line =
        KRAIT_TRY(call_method(in, self->stream, "readline"_sym, {&size, is_none(size) ? 0u : 1u}));
    return decoded(in, self, line);
}

Value file_next(Interp& in, Value v) {
    const Value line = KRAIT_TRY(file_readline(in, as<StreamFile>(v), none()));
    if (is_none(line)) return raise_os_error(in, error::kEAGAIN);
    return KRAIT_TRY(truth(in, line)) ? line : done();
}
Value file_iter(Interp&, Value v) { return v; }

Value file_readlines(Interp& in, StreamFile* self, Value) {
    return KRAIT_TRY(list_from(in, Value(self)));
}

Value file_write(Interp& in, StreamFile* self, Value data) {
    KRAIT_TRY(check_usable(in, self, self->writes, "writable"));
    const Str* text = as_if<Str>(data);
    if (self->is_text && !text)
        return raise(in, kTypeError, "write() argument must be str, not {}",
                     TextArg::type_name(data));
    // MicroPython's scripts write text to binary files too.
    const Value written = KRAIT_TRY(stream_write(in, self->stream, data));
    if (!self->is_text || is_none(written)) return written;
    return Value::from_int(KRAIT_TRY(length(in, data)));  // characters
}

Status file_writelines(Interp& in, StreamFile* self, Value lines) {
    List* list = KRAIT_TRY(list_from(in, lines));
    for (usize i = 0; i < list->size(); ++i)
        (void)KRAIT_TRY(file_write(in, self, list->begin()[i]));
    return kOk;
}

Status file_flush(Interp& in, StreamFile* self) { return check_usable(in, self, true, ""); }

Status file_close(Interp& in, StreamFile* self) {
    const Value stream = self->stream;
    self->stream = {};
    return stream ? stream_close(in, stream) : Status(kOk);
}

StreamFile* file_enter(StreamFile* self) { return self; }
void file_exit(StreamFile* self, Args) { self->stream = {}; }
bool file_closed(StreamFile* self) { return !self->stream; }
bool file_readable(StreamFile* self) { return self->reads; }
bool file_writable(StreamFile* self) { return self->writes; }

Value file_get_attr(Interp& in, Value self, Str* name) {
    const Value own = KRAIT_TRY(generic_find_attr(in, self, name));
    if (!is_done(own)) return own;
    const Value stream = as<StreamFile>(self)->stream;
    if (name->view().starts_with("__") || !stream) return raise_no_attribute(in, self, name);
    const Value below = KRAIT_TRY(find_attr(in, stream, name));
    return is_done(below) ? Value(raise_no_attribute(in, self, name)) : below;
}

Status file_poll(Interp& in, Value self, StreamPoll& question) {
    const Value stream = as<StreamFile>(self)->stream;
    if (stream) return poll_stream(in, stream, question);
    question.ready = hal::kPollInvalid;
    return kOk;
}

void file_trace(Object* o, Marker& m) { m.value(static_cast<StreamFile*>(o)->stream); }

constexpr Row kRows[] = {
    def<"read(self, size=-1, /)", file_read>,
    def<"readinto(self, buffer, nbytes=-1, /)", file_readinto>,
    def<"readline(self, size=None, /)", file_readline>,
    def<"readlines(self, hint=None, /)", file_readlines>,
    def<"write(self, data, /)", file_write>,
    def<"writelines(self, lines, /)", file_writelines>,
    def<"flush(self, /)", file_flush>,
    def<"close(self, /)", file_close>,
    def<"readable(self, /)", file_readable>,
    def<"writable(self, /)", file_writable>,
    def<"__enter__(self, /)", file_enter>,
    def<"__exit__(self, /, *args)", file_exit>,
    getter<"closed", file_closed>,
};
constexpr StreamOps kStream{.poll = file_poll};
constexpr Slots kSlots{.get_attr = file_get_attr,
                       .iter = file_iter,
                       .next = file_next,
                       .trace = file_trace,
                       .stream = &kStream};

}  // namespace

constinit const BuiltinType StreamFile::kType{{.name = "SocketFile"_sym,
                                               .slots = &kSlots,
                                               .rows = kRows,
                                               .flags = kFinal | kAbstractBase,
                                               .size = sizeof(StreamFile)}};

Result<StreamFile*> new_stream_file(Interp& in, Value stream, Value mode) {
    const Str* text = as_if<Str>(mode);
    if (!text) return raise(in, kTypeError, "mode must be str, not {}", TextArg::type_name(mode));
    bool reads = false, writes = false, is_binary = false;
    for (const char c : text->view()) {
        bool& flag = c == 'r' ? reads : c == 'w' ? writes : is_binary;
        if (flag || (c != 'r' && c != 'w' && c != 'b'))
            return raise(in, kValueError, "invalid mode {} (only r, w, b allowed)", mode);
        flag = true;
    }
    StreamFile* file = KRAIT_TRY(in.make<StreamFile>());
    file->stream = stream;
    file->is_text = !is_binary;
    file->reads = reads || !writes;
    file->writes = writes;
    return file;
}

}  // namespace krait
