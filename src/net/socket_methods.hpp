// The methods of sockets that have files of their own: socket_transfer.cpp moves data,
// socket_options.cpp has the settings of setsockopt().
#pragma once

#include "core/bind.hpp"
#include "net/socket.hpp"

namespace krait {

// OSError(EBADF) for one that is closed.
Status check_open(Interp&, const Socket* self);
// Waits as long as the socket's timeout allows. OSError(ETIMEDOUT).
Status wait_ready(Interp&, Socket* self, u8 interest);

// `flags` are kMsgPeek, kMsgWaitAll and kMsgDontWait.
Result<isize> socket_send(Interp&, Socket* self, Payload data, isize flags);
Status socket_sendall(Interp&, Socket* self, Payload data, isize flags);
Result<isize> socket_sendto(Interp&, Socket* self, Payload data, Value flags, Value address);
Value socket_recv(Interp&, Socket* self, isize size, isize flags);
Result<isize> socket_recv_into(Interp&, Socket* self, MutableBuffer buffer, isize size,
                               isize flags);
Value socket_recvfrom(Interp&, Socket* self, isize size, isize flags);
Value socket_recvfrom_into(Interp&, Socket* self, MutableBuffer buffer, isize size, isize flags);
Value socket_readline(Interp&, Socket* self, isize size);

Status socket_setsockopt(Interp&, Socket* self, isize level, isize name, Value value);
// An int; with a size bytes.
Value socket_getsockopt(Interp&, Socket* self, isize level, isize name, isize size);

}  // namespace krait
