#include "modules/console.hpp"

#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/str_builder.hpp"
#include "core/stream.hpp"
#include "hal/board.hpp"
#include "modules/terminal.hpp"
#include "objects/codec.hpp"

namespace krait {

namespace {

constexpr ConsoleStream kStdinBytes{ConsoleStream::kBinaryType, ConsoleEnd::Input};
constexpr ConsoleStream kStdoutBytes{ConsoleStream::kBinaryType, ConsoleEnd::Output};
constexpr ConsoleStream kStderrBytes{ConsoleStream::kBinaryType, ConsoleEnd::Error};

hal::Console& console_of(Interp& in) { return in.board()->console(); }

Result<isize> console_read(Interp& in, Value self, MutableBytes into) {
    if (as<ConsoleStream>(self)->end != ConsoleEnd::Input) return raise_os_error(in, error::kEBADF);
    if (has_terminal(in)) return read_terminal(in, into);
    const hal::IoResult n = console_of(in).read(into);
    if (n.is(hal::Errno::Again)) return kStreamAgain;
    if (!n.is_ok()) return raise_os_error(in, static_cast<int>(n.error()));
    return static_cast<isize>(n.count());
}

Result<isize> console_write_bytes(Interp& in, Value self, Bytes data) {
    const ConsoleEnd end = as<ConsoleStream>(self)->end;
    if (end == ConsoleEnd::Input) return raise_os_error(in, error::kEBADF);
    hal::Console& console = console_of(in);
    const hal::IoResult n =
        end == ConsoleEnd::Error ? console.write_error(data) : console.write(data);
    if (!n.is_ok()) return raise_os_error(in, static_cast<int>(n.error()));
    if (has_terminal(in)) KRAIT_TRY(write_terminal(in, data));
    return static_cast<isize>(data.size());
}

Status console_poll(Interp& in, Value self, StreamPoll& question) {
    if (as<ConsoleStream>(self)->end != ConsoleEnd::Input) {
        question.ready = question.interest & hal::kPollOut;
        return kOk;
    }
    if (has_terminal(in)) {
        if (KRAIT_TRY(poll_terminal(in))) question.ready = question.interest & hal::kPollIn;
        return kOk;
    }
    question.has_entry = true;
    question.entry = {hal::PollKind::Console, question.interest, 0, 0};
    return kOk;
}

constexpr StreamOps kConsoleOps{
    .read = console_read, .write = console_write_bytes, .poll = console_poll};

// --- methods -------------------------------------------------------------------------------------

// The text of bytes read.
Result<Str*> as_text(Interp& in, Value bytes) {
    if (is_none(bytes)) return empty_str();
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, bytes, held));
    return decode_text(in, held.bytes(), nullptr, mutable_name("replace"_sym));
}

Value text_read(Interp& in, ConsoleStream* self, Value size) {
    return as_text(in, KRAIT_TRY(stream_read(in, self, size))).take();
}
Value text_readline(Interp& in, ConsoleStream* self, isize size) {
    return as_text(in, KRAIT_TRY(stream_readline(in, self, size))).take();
}
Value text_readlines(Interp& in, ConsoleStream* self) {
    List* lines = KRAIT_TRY(new_list(in));
    for (;;) {
        Str* line = KRAIT_TRY(as_text(in, KRAIT_TRY(stream_readline(in, self, -1))));
        if (line->size() == 0) return lines;
        KRAIT_TRY(list_append(in, lines, line));
    }
}
Value text_write(Interp& in, ConsoleStream* self, Str* text) {
    KRAIT_TRY(console_write(in, self->end, text->view()));
    return Value::from_int(static_cast<isize>(str_length(text)));
}
Value text_buffer(ConsoleStream* self) {
    if (self->end == ConsoleEnd::Input) return &kStdinBytes;
    return self->end == ConsoleEnd::Output ? &kStdoutBytes : &kStderrBytes;
}

Value bytes_read(Interp& in, ConsoleStream* self, Value size) {
    return stream_read(in, self, size);
}
Value bytes_readline(Interp& in, ConsoleStream* self, isize size) {
    return stream_readline(in, self, size);
}
Value bytes_readlines(Interp& in, ConsoleStream* self) { return stream_readlines(in, self); }
Value bytes_readinto(Interp& in, ConsoleStream* self, MutableBuffer into, isize size) {
    return stream_readinto(in, self, into, size);
}
Value bytes_write(Interp& in, ConsoleStream* self, Value data, Args range) {
    return stream_write(in, self, data, range);
}

void console_flush(ConsoleStream*) {}
bool console_isatty(Interp& in, ConsoleStream*) { return console_of(in).is_interactive(); }
isize console_fileno(ConsoleStream* self) { return static_cast<isize>(self->end); }
Value console_enter(ConsoleStream* self) { return self; }
void console_exit(ConsoleStream*, Value, Value, Value) {}
const Str* console_name(ConsoleStream* self) {
    if (self->end == ConsoleEnd::Input) return "<stdin>"_sym;
    return self->end == ConsoleEnd::Output ? "<stdout>"_sym : "<stderr>"_sym;
}
const Str* console_encoding(ConsoleStream*) { return "utf-8"_sym; }

Value console_iter(Interp&, Value self) { return self; }
Value console_next(Interp& in, Value self) {
    const Value line = KRAIT_TRY(stream_readline(in, self, -1));
    if (self.object()->shape != ConsoleStream::kTextType.shape())
        return KRAIT_TRY(length(in, line)) ? line : done();
    Str* text = KRAIT_TRY(as_text(in, line));
    return text->size() ? Value(text) : done();
}
Value console_repr(Interp& in, Value self) {
    return format_str(in, "<io.{} name='{}'>", type_of(self), console_name(as<ConsoleStream>(self)))
        .take();
}

constexpr Row kCommonRows[] = {
    def<"readinto(self, buffer, size=-1, /)", bytes_readinto>,
    def<"read(self, size=-1, /)", bytes_read>,
    def<"readline(self, size=-1, /)", bytes_readline>,
    def<"readlines(self, /)", bytes_readlines>,
    def<"write(self, data, /, *range)", bytes_write>,
    def<"flush(self, /)", console_flush>,
    def<"close(self, /)", console_flush>,
    def<"isatty(self, /)", console_isatty>,
    def<"fileno(self, /)", console_fileno>,
    def<"__enter__(self, /)", console_enter>,
    def<"__exit__(self, type, value, traceback, /)", console_exit>,
    getter<"name", console_name>,
};

constexpr Row kTextRows[] = {
    def<"read(self, size=-1, /)", text_read>,
    def<"readline(self, size=-1, /)", text_readline>,
    def<"readlines(self, /)", text_readlines>,
    def<"write(self, text, /)", text_write>,
    getter<"buffer", text_buffer>,
    getter<"encoding", console_encoding>,
};

constexpr Slots kConsoleSlots{
    .repr = console_repr, .iter = console_iter, .next = console_next, .stream = &kConsoleOps};

}  // namespace

constinit const BuiltinType ConsoleStream::kBinaryType{{.name = "FileIO"_sym,
                                                        .slots = &kConsoleSlots,
                                                        .rows = kCommonRows,
                                                        .flags = kAbstractBase,
                                                        .size = sizeof(ConsoleStream)}};
constinit const BuiltinType ConsoleStream::kTextType{{.name = "TextIOWrapper"_sym,
                                                      .base = &ConsoleStream::kBinaryType,
                                                      .slots = &kConsoleSlots,
                                                      .rows = kTextRows,
                                                      .flags = kFinal | kAbstractBase,
                                                      .size = sizeof(ConsoleStream)}};
constinit const ConsoleStream kStdin{ConsoleStream::kTextType, ConsoleEnd::Input};
constinit const ConsoleStream kStdout{ConsoleStream::kTextType, ConsoleEnd::Output};
constinit const ConsoleStream kStderr{ConsoleStream::kTextType, ConsoleEnd::Error};

Value current_stream(Interp& in, const Str* name, const ConsoleStream& fallback) {
    const Value sys = dict_get(in.modules(), "sys"_sym);
    if (!sys || !is_exact<Module>(sys)) return &fallback;
    const Value now = module_get(as<Module>(sys), name);
    return is_done(now) ? Value(&fallback) : now;
}

Status console_write(Interp& in, ConsoleEnd end, std::string_view text) {
    const hal::IoResult n = hal::write_text(console_of(in), text, end == ConsoleEnd::Error);
    if (!n.is_ok()) return raise_os_error(in, static_cast<int>(n.error()));
    if (!has_terminal(in)) return kOk;
    return write_terminal(in, {reinterpret_cast<const u8*>(text.data()), text.size()});
}

Status write_text(Interp& in, Value stream, Str* text) {
    if (is_none(stream)) return kOk;
    if (stream.is_object() && stream.object()->shape == ConsoleStream::kTextType.shape())
        return console_write(in, as<ConsoleStream>(stream)->end, text->view());
    const Value argument = text;
    const Value written = KRAIT_TRY(call_method(in, stream, "write"_sym, {&argument, 1}));
    // No stream takes more than it was given.
    if (written.is_int() && written.as_int() > static_cast<isize>(text->size()))
        return raise_os_error(in, error::kEIO);
    return kOk;
}

Result<Str*> read_line(Interp& in, Value stream) {
    const Value line = KRAIT_TRY(call_method(in, stream, "readline"_sym));
    if (is<Str>(line)) return as<Str>(line);
    return as_text(in, line);
}

}  // namespace krait
