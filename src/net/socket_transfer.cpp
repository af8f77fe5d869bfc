// Sockets' own ways of moving data: flags, datagrams with their senders, and lines.
#include "core/arrays.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"
#include "core/stream.hpp"
#include "net/address.hpp"
#include "net/socket_methods.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

constexpr usize kMostAtOnce = 1 << 20;
constexpr usize kLineChunk = 256;

bool never_waits(const Socket* self, isize flags) {
    return self->timeout_us == 0 || (flags & kMsgDontWait);
}

// Receives once. `from` is the sender of a datagram, or null.
Result<isize> receive(Interp& in, Socket* self, MutableBytes into, isize flags,
                      hal::NetAddress* from) {
    hal::NetAddress unused;
    for (;;) {
        KRAIT_TRY(check_open(in, self));
        const hal::IoResult n = flags & kMsgPeek
                                    ? self->net->peek(self->handle, into, from ? *from : unused)
                                : from ? self->net->receive_from(self->handle, into, *from)
                                       : self->net->receive(self->handle, into);
        if (!n.is(hal::Errno::Again) || never_waits(self, flags)) return take_count(in, n);
        KRAIT_TRY(wait_ready(in, self, hal::kPollIn));
    }
}

// Into new bytes of at most `size`.
Value receive_bytes(Interp& in, Socket* self, isize size, isize flags, hal::NetAddress* from,
                    std::string_view name) {
    if (size < 0) return raise(in, kValueError, "negative buffersize in {}", name);
    const usize room = std::min(static_cast<usize>(size), kMostAtOnce);
    ByteArray* cell = KRAIT_TRY(new_byte_array(in, room));
    const isize count = KRAIT_TRY(receive(in, self, {cell->data, room}, flags, from));
    const Value bytes = KRAIT_TRY(new_bytes(in, {cell->data, static_cast<usize>(count)}));
    in.heap().release(cell);
    return bytes;
}

Result<isize> receive_into(Interp& in, Socket* self, MutableBuffer buffer, isize size, isize flags,
                           hal::NetAddress* from) {
    MutableBytes room = buffer.bytes();
    if (size < 0) return raise(in, kValueError, "negative buffersize");
    if (static_cast<usize>(size) > room.size())
        return raise(in, kValueError, "nbytes is greater than the length of the buffer");
    if (size > 0) room = room.first(static_cast<usize>(size));
    return receive(in, self, room, flags, from);
}

// Who sent the datagram: an address, or a path or None.
Value sender(Interp& in, Socket* self, const hal::NetAddress& from) {
    if (self->family != hal::NetFamily::Local) return address_tuple(in, from).take();
    return local_name(in, self, hal::LocalEnd::Sender, none());
}

}  // namespace

Result<isize> socket_send(Interp& in, Socket* self, Payload data, isize flags) {
    if (flags & kMsgDontWait) {
        KRAIT_TRY(check_open(in, self));
        return take_count(in, self->net->send(self->handle, data.bytes()));
    }
    const isize n = KRAIT_TRY(stream_write_some(in, self, data.bytes()));
    return n == kStreamAgain ? Result<isize>(raise_os_error(in, error::kEAGAIN)) : n;
}

Status socket_sendall(Interp& in, Socket* self, Payload data, isize) {
    const isize n = KRAIT_TRY(stream_write_all(in, self, data.bytes()));
    if (n == static_cast<isize>(data.size())) return kOk;
    return raise_os_error(in, error::kEAGAIN);
}

// sendto(data, address) or sendto(data, flags, address)
Result<isize> socket_sendto(Interp& in, Socket* self, Payload data, Value flags, Value address) {
    isize bits = 0;
    if (address)
        bits = KRAIT_TRY(to_index(in, flags));
    else
        address = flags;
    if (self->family == hal::NetFamily::Local)
        return send_to_local(in, self, data.bytes(), address, !never_waits(self, bits));
    hal::NetAddress to;
    KRAIT_TRY(read_address(in, address, to));
    for (;;) {
        KRAIT_TRY(check_open(in, self));
        const hal::IoResult n = self->net->send_to(self->handle, data.bytes(), to);
        if (!n.is(hal::Errno::Again) || never_waits(self, bits)) return take_count(in, n);
        KRAIT_TRY(wait_ready(in, self, hal::kPollOut));
    }
}

Value socket_recv(Interp& in, Socket* self, isize size, isize flags) {
    if (size >= 0 && (flags & kMsgWaitAll)) return stream_read(in, self, Value::from_int(size));
    return receive_bytes(in, self, size, flags, nullptr, "recv");
}

Result<isize> socket_recv_into(Interp& in, Socket* self, MutableBuffer buffer, isize size,
                               isize flags) {
    return receive_into(in, self, buffer, size, flags, nullptr);
}

Value socket_recvfrom(Interp& in, Socket* self, isize size, isize flags) {
    hal::NetAddress from;
    const Value bytes = KRAIT_TRY(receive_bytes(in, self, size, flags, &from, "recvfrom"));
    const Value pair[] = {bytes, KRAIT_TRY(sender(in, self, from))};
    return KRAIT_TRY(new_tuple(in, pair));
}

Value socket_recvfrom_into(Interp& in, Socket* self, MutableBuffer buffer, isize size,
                           isize flags) {
    hal::NetAddress from;
    const isize n = KRAIT_TRY(receive_into(in, self, buffer, size, flags, &from));
    const Value pair[] = {Value::from_int(n), KRAIT_TRY(sender(in, self, from))};
    return KRAIT_TRY(new_tuple(in, pair));
}

// Looks at what has come before it takes it, so that what is behind the newline stays.
Value socket_readline(Interp& in, Socket* self, isize size) {
    if (self->type != hal::NetType::Stream) return stream_readline(in, self, size);
    BytesBuilder line(in);
    usize most = size < 0 ? std::numeric_limits<usize>::max() : static_cast<usize>(size);
    u8 chunk[kLineChunk];
    while (line.size() < most) {
        const MutableBytes room{chunk, std::min(most - line.size(), sizeof chunk)};
        hal::NetAddress unused;
        KRAIT_TRY(check_open(in, self));
        const hal::IoResult there = self->net->peek(self->handle, room, unused);
        if (there.is(hal::Errno::Again) && self->timeout_us == 0) {
            if (line.size() == 0) return none();
            break;
        }
        if (there.is(hal::Errno::Again)) {
            KRAIT_TRY(wait_ready(in, self, hal::kPollIn));
            continue;
        }
        const auto count = static_cast<usize>(KRAIT_TRY(take_count(in, there)));
        const u8* end = std::find(chunk, chunk + count, '\n');
        const bool is_line = end != chunk + count;
        const usize wanted = static_cast<usize>(end - chunk) + is_line;
        const isize n =
            KRAIT_TRY(take_count(in, self->net->receive(self->handle, room.first(wanted))));
        if (n == 0) break;
        KRAIT_TRY(line.append(Bytes(chunk, static_cast<usize>(n))));
        if (is_line) break;
    }
    return KRAIT_TRY(line.finish());
}

}  // namespace krait
