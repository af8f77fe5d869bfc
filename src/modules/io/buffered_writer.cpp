// io.BufferedWriter: gathers what is written until the buffer is full.
//
// A buffer that gets full is written out at once, so it never holds as much as it could; what does
// not fit goes through it piece by piece. A stream that takes only a part keeps the rest here.
#include <cstring>

#include "core/arrays.hpp"
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/shape.hpp"
#include "modules/io/any_stream.hpp"
#include "modules/io/io.hpp"

namespace krait {

namespace {

struct BufferedWriter : Object {
    static constexpr const BuiltinType& kType = kBufferedWriterType;
    Value stream;
    ByteArray* buffer;
    usize used;
};

// Differs: a size of 0 or less is a ValueError, as in CPython; the default is 8192 there as here.
Value writer_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value stream;
    isize size;
    KRAIT_TRY(
        (parse_args<"(raw, buffer_size=8192)">(in, "BufferedWriter"_sym, args, stream, size)));
    if (size <= 0) return raise(in, kValueError, "buffer size must be strictly positive");
    auto* self = KRAIT_TRY(make_instance<BufferedWriter>(in, cls));
    self->stream = stream;
    ByteArray* buffer = KRAIT_TRY(new_byte_array(in, static_cast<usize>(size)));
    in.heap().write(self->buffer, buffer);
    return self;
}

Status writer_flush(Interp& in, BufferedWriter* self) {
    while (self->used > 0) {
        const isize n = KRAIT_TRY(write_to(in, self->stream, {self->buffer->data, self->used}));
        if (n <= 0 || static_cast<usize>(n) > self->used) return raise_os_error(in, error::kEIO);
        self->used -= static_cast<usize>(n);
        std::memmove(self->buffer->data, self->buffer->data + n, self->used);
    }
    return kOk;
}

Result<isize> take(Interp& in, Value self_value, Bytes data) {
    auto* self = as<BufferedWriter>(self_value);
    for (Bytes rest = data; !rest.empty();) {
        const usize room = self->buffer->capacity - self->used;
        const usize n = std::min(room, rest.size());
        std::copy_n(rest.data(), n, self->buffer->data + self->used);
        self->used += n;
        rest = rest.subspan(n);
        if (self->used == self->buffer->capacity) KRAIT_TRY(writer_flush(in, self));
    }
    return static_cast<isize>(data.size());
}

Value writer_write(Interp& in, BufferedWriter* self, Value data) {
    return stream_write(in, self, data);
}

Status close(Interp& in, Value self) {
    KRAIT_TRY(writer_flush(in, as<BufferedWriter>(self)));
    return close_stream(in, as<BufferedWriter>(self)->stream);
}
Status writer_close(Interp& in, BufferedWriter* self) { return close(in, self); }

Value writer_enter(BufferedWriter* self) { return self; }
Status writer_exit(Interp& in, BufferedWriter* self, Args) { return close(in, self); }

void trace(Object* o, Marker& m) {
    auto* self = static_cast<BufferedWriter*>(o);
    m.value(self->stream);
    m.object(self->buffer);
}

// The stream below waits, as long as it may.
u64 timeout(Value) { return 0; }

constexpr StreamOps kStream{.write = take, .close = close, .timeout_us = timeout};
constexpr Slots kSlots{.construct = writer_construct, .trace = trace, .stream = &kStream};
constexpr Row kRows[] = {
    def<"write(self, b, /)", writer_write>,       def<"flush(self, /)", writer_flush>,
    def<"close(self, /)", writer_close>,          def<"__enter__(self, /)", writer_enter>,
    def<"__exit__(self, /, *args)", writer_exit>,
};

}  // namespace

constinit const BuiltinType kBufferedWriterType{{.name = "BufferedWriter"_sym,
                                                 .slots = &kSlots,
                                                 .rows = kRows,
                                                 .size = sizeof(BufferedWriter)}};

}  // namespace krait
