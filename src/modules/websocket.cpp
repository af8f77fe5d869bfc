// The module websocket: messages over a stream, framed as RFC 6455 says, after the handshake.
//
// websocket(stream, blocking=False) reads the payload of data frames, unmasked, as one stream of
// bytes; frames it writes are whole messages, not masked, as servers send them. A ping is passed
// over and a close is answered by one; read() gives b'' then. Frames whose length needs more than
// 16 bits are refused: OSError(EIO) when read, OSError(ENOBUFS) when written.
//
// The header of a frame may come in parts from a stream that never waits, so it is gathered in the
// object; payload is read straight into the reader's buffer.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/shape.hpp"
#include "modules/io/any_stream.hpp"
#include "modules/modules.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

enum Opcode : u8 { kContinuation = 0, kText = 1, kBinary = 2, kClose = 8, kPing = 9, kPong = 10 };
constexpr u8 kFinal = 0x80, kMasked = 0x80, kOpcodeMask = 0x0f, kLengthMask = 0x7f;
constexpr u8 kLength16 = 126, kLength64 = 127;

// Requests of ioctl() beside those of all streams.
enum Request : int { kGetDataOpts = 8, kSetDataOpts = 9 };

struct Websocket : Object {
    static const BuiltinType kType;
    Value stream;
    u8 header[8];      // of the frame that comes: two bytes, length, mask
    u8 header_size;    // bytes of it that are here
    u8 header_needed;  // 0: the header is complete
    u8 mask_at;        // the next byte of the mask; the mask is header[header_size - 4 ...]
    bool is_masked, is_closed;
    u8 write_opcode;  // of the frames that are written
    u32 left;         // payload that is still to come

    u8 opcode() const { return header[0] & kOpcodeMask; }
};

void expect_frame(Websocket* ws) {
    ws->header_size = 0;
    ws->header_needed = 2;
    ws->mask_at = 0;
    ws->is_masked = false;
}

Value construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value stream;
    bool blocking;
    KRAIT_TRY(
        (parse_args<"(stream, blocking=False, /)">(in, "websocket"_sym, args, stream, blocking)));
    auto* ws = KRAIT_TRY(make_instance<Websocket>(in, cls));
    ws->stream = stream;
    ws->write_opcode = kText;
    expect_frame(ws);
    return ws;
}

// How long the header is, as far as can be said from the bytes that are here.
Status look_at_header(Interp& in, Websocket* ws) {
    const u8 length = ws->header[1] & kLengthMask;
    if (length == kLength64) return raise_os_error(in, error::kEIO);
    ws->is_masked = (ws->header[1] & kMasked) != 0;
    const u8 whole = static_cast<u8>(2 + (length == kLength16 ? 2 : 0) + (ws->is_masked ? 4 : 0));
    if (ws->header_size < whole) {
        ws->header_needed = whole;
        return kOk;
    }
    ws->header_needed = 0;
    ws->left = length == kLength16 ? u32{ws->header[2]} << 8 | ws->header[3] : length;
    return kOk;
}

u8 unmask(Websocket* ws, u8 byte) {
    if (!ws->is_masked) return byte;
    return byte ^ ws->header[ws->header_size - 4 + (ws->mask_at++ & 3)];
}

// Reads what is missing of the header: more than 0 when something came.
Result<isize> read_header(Interp& in, Websocket* ws) {
    u8 fresh[sizeof ws->header];
    const usize missing = ws->header_needed - ws->header_size;
    const isize n = KRAIT_TRY(read_from(in, ws->stream, {fresh, missing}));
    if (n <= 0) return n;
    std::copy_n(fresh, n, ws->header + ws->header_size);
    ws->header_size = static_cast<u8>(ws->header_size + n);
    if (ws->header_size == ws->header_needed) KRAIT_TRY(look_at_header(in, ws));
    return n;
}

// Passes over the payload of a control frame.
Result<isize> skip_payload(Interp& in, Websocket* ws) {
    u8 dropped[32];
    const usize most = std::min<usize>(sizeof dropped, ws->left);
    const isize n = KRAIT_TRY(read_from(in, ws->stream, {dropped, most}));
    if (n > 0) ws->left -= static_cast<u32>(n);
    return n;
}

Status write_frame(Interp& in, Websocket* ws, u8 opcode, Bytes payload) {
    if (payload.size() > 0xffff) return raise_os_error(in, error::kENOBUFS);
    const bool is_long = payload.size() >= kLength16;
    const auto size = static_cast<u16>(payload.size());
    const u8 header[4] = {static_cast<u8>(kFinal | opcode),
                          static_cast<u8>(is_long ? kLength16 : size), static_cast<u8>(size >> 8),
                          static_cast<u8>(size)};
    KRAIT_TRY(write_all_to(in, ws->stream, {header, is_long ? usize{4} : usize{2}}));
    return write_all_to(in, ws->stream, payload);
}

// The end of a frame that carries no data for the reader.
Status end_control_frame(Interp& in, Websocket* ws) {
    const bool closes = ws->opcode() == kClose;
    expect_frame(ws);
    if (!closes) return kOk;
    ws->is_closed = true;
    return write_frame(in, ws, kClose, {});
}

Result<isize> read(Interp& in, Value self, MutableBytes into) {
    auto* ws = as<Websocket>(self);
    while (!ws->is_closed) {
        if (ws->header_needed) {
            const isize n = KRAIT_TRY(read_header(in, ws));
            if (n <= 0) return n;
        } else if (ws->opcode() >= kClose) {
            const isize n = ws->left ? KRAIT_TRY(skip_payload(in, ws)) : 1;
            if (n <= 0) return n;
            if (ws->left == 0) KRAIT_TRY(end_control_frame(in, ws));
        } else if (ws->left == 0) {
            expect_frame(ws);
        } else {
            const usize most = std::min<usize>(ws->left, into.size());
            const isize n = KRAIT_TRY(read_from(in, ws->stream, into.first(most)));
            if (n <= 0) return n;
            for (u8& byte : into.first(static_cast<usize>(n))) byte = unmask(ws, byte);
            ws->left -= static_cast<u32>(n);
            return n;
        }
    }
    return 0;
}

Result<isize> write(Interp& in, Value self, Bytes data) {
    auto* ws = as<Websocket>(self);
    KRAIT_TRY(write_frame(in, ws, ws->write_opcode, data));
    return static_cast<isize>(data.size());
}

Status poll(Interp& in, Value self, StreamPoll& question) {
    return poll_stream(in, as<Websocket>(self)->stream, question);
}

// The stream below waits, as long as it may.
u64 timeout(Value) { return 0; }

Status close(Interp& in, Value self) {
    auto* ws = as<Websocket>(self);
    if (!ws->is_closed) KRAIT_TRY(write_frame(in, ws, kClose, {}));
    ws->is_closed = true;
    return close_stream(in, ws->stream);
}

Value websocket_read(Interp& in, Websocket* self, Value size) {
    return stream_read(in, self, size);
}
Value websocket_readinto(Interp& in, Websocket* self, MutableBuffer into, isize size) {
    return stream_readinto(in, self, into, size);
}
Value websocket_readline(Interp& in, Websocket* self, isize limit) {
    return stream_readline(in, self, limit);
}
// Also of nothing: an empty message is one.
Result<isize> websocket_write(Interp& in, Websocket* self, Value data) {
    HeldBuffer held;
    KRAIT_TRY(lend_bytes(in, data, held));
    return write(in, self, held.bytes());
}
Status websocket_close(Interp& in, Websocket* self) { return close(in, self); }

Value websocket_ioctl(Interp& in, Websocket* self, isize request, Value argument) {
    const u8 before = self->write_opcode;
    switch (request) {
        case kGetDataOpts: return Value::from_int(self->opcode());  // of the frame read last
        case kSetDataOpts:
            if (argument)
                self->write_opcode =
                    static_cast<u8>(KRAIT_TRY(to_index(in, argument)) & kOpcodeMask);
            return Value::from_int(before);
        default: {
            const isize number = argument ? KRAIT_TRY(to_index(in, argument)) : 0;
            return Value::from_int(KRAIT_TRY(stream_ioctl(in, self, request, number)));
        }
    }
}

void trace(Object* o, Marker& m) { m.value(static_cast<Websocket*>(o)->stream); }

constexpr StreamOps kStream{
    .read = read, .write = write, .poll = poll, .close = close, .timeout_us = timeout};
constexpr Slots kSlots{.construct = construct, .trace = trace, .stream = &kStream};
constexpr Row kWebsocketRows[] = {
    def<"read(self, size=-1, /)", websocket_read>,
    def<"readinto(self, buf, nbytes=-1, /)", websocket_readinto>,
    def<"readline(self, size=-1, /)", websocket_readline>,
    def<"write(self, buf, /)", websocket_write>,
    def<"ioctl(self, request, arg=..., /)", websocket_ioctl>,
    def<"close(self, /)", websocket_close>,
};

constinit const BuiltinType Websocket::kType{
    {.name = "websocket"_sym, .slots = &kSlots, .rows = kWebsocketRows, .size = sizeof(Websocket)}};

constexpr Row kRows[] = {
    constant<"websocket">(&Websocket::kType),
};

}  // namespace

constinit const ModuleDef kWebsocketModule{.name = "websocket"_sym, .rows = kRows};

}  // namespace krait
