// Sockets with paths: those of the host, for a board without a radio.
#include <sys/un.h>

#include <cerrno>
#include <cstring>

#include "sim/parts/address.hpp"
#include "sim/parts/net.hpp"

namespace krait::sim {

using hal::Errno;
using hal::IoResult;

namespace {

IoResult failure() { return static_cast<Errno>(errno == EWOULDBLOCK ? EAGAIN : errno); }

// The path in a host's address; empty: it is not bound. One that begins with NUL is abstract.
std::string_view path_in(const sockaddr_storage& host, socklen_t size) {
    constexpr usize kBefore = offsetof(sockaddr_un, sun_path);
    if (host.ss_family != AF_UNIX || size <= kBefore) return {};
    const char* path = reinterpret_cast<const sockaddr_un&>(host).sun_path;
    const usize length = size - kBefore;
    return path[0] == 0 ? std::string_view(path, length)
                        : std::string_view(path, ::strnlen(path, length));
}

}  // namespace

// Answers whether there is such a socket and room for the path.
IoResult SimNet::host_path(i32 handle, std::string_view path, sockaddr_storage& out,
                           socklen_t& size) {
    wiring_.time.touch();
    if (find(handle) == nullptr) return Errno::BadHandle;
    const bool is_abstract = path.empty() || path[0] == 0;
    const std::string there = is_abstract ? std::string(path) : on_host(path);
    auto& local = reinterpret_cast<sockaddr_un&>(out);
    out = {};
    local.sun_family = AF_UNIX;
    if (there.size() >= sizeof local.sun_path) return Errno::NameTooLong;
    std::memcpy(local.sun_path, there.data(), there.size());
    size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + there.size() + !is_abstract);
    return 0;
}

IoResult SimNet::bind_path(i32 handle, std::string_view path) {
    sockaddr_storage host;
    socklen_t size = 0;
    const IoResult named = host_path(handle, path, host, size);
    if (!named.is_ok()) return named;
    const int done = ::bind(find(handle)->descriptor, reinterpret_cast<sockaddr*>(&host), size);
    return done < 0 ? failure() : IoResult(0);
}

IoResult SimNet::connect_path(i32 handle, std::string_view path) {
    sockaddr_storage host;
    socklen_t size = 0;
    const IoResult named = host_path(handle, path, host, size);
    if (!named.is_ok()) return named;
    Socket& socket = *find(handle);
    socket.is_connection = socket.is_stream;
    expect(socket);
    wiring_.trace.line("socket %d connect local", handle);
    const int done = ::connect(socket.descriptor, reinterpret_cast<sockaddr*>(&host), size);
    return done < 0 ? failure() : IoResult(0);
}

IoResult SimNet::send_to_path(i32 handle, Bytes data, std::string_view path) {
    sockaddr_storage host;
    socklen_t size = 0;
    const IoResult named = host_path(handle, path, host, size);
    if (!named.is_ok()) return named;
    return finish_send(handle, ::sendto(find(handle)->descriptor, data.data(), data.size(),
                                        MSG_NOSIGNAL, reinterpret_cast<sockaddr*>(&host), size));
}

void SimNet::note_sender(Socket& socket, const sockaddr_storage& host, socklen_t size,
                         hal::NetAddress& from) {
    if (socket.is_local)
        socket.sender = path_in(host, size);
    else
        from = from_host(host);
}

IoResult SimNet::path_of(i32 handle, hal::LocalEnd end, MutableBytes into) {
    const Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    sockaddr_storage host = {};
    auto* address = reinterpret_cast<sockaddr*>(&host);
    socklen_t size = sizeof host;
    std::string_view path = socket->sender;
    if (end != hal::LocalEnd::Sender) {
        const int done = end == hal::LocalEnd::Own
                             ? ::getsockname(socket->descriptor, address, &size)
                             : ::getpeername(socket->descriptor, address, &size);
        if (done < 0) return failure();
        path = path_in(host, size);
    }
    if (path.size() > into.size()) return Errno::Overflow;
    std::memcpy(into.data(), path.data(), path.size());
    return static_cast<i32>(path.size());
}

IoResult SimNet::open_pair(hal::NetType type, i32& second) {
    if (radio_ != nullptr) return Errno::FamilyNotSupported;
    const bool is_stream = type == hal::NetType::Stream;
    const int kind = (is_stream ? SOCK_STREAM : SOCK_DGRAM) | SOCK_NONBLOCK | SOCK_CLOEXEC;
    int descriptors[2];
    if (::socketpair(AF_UNIX, kind, 0, descriptors) != 0) return failure();
    i32 handles[2];
    for (int i = 0; i < 2; ++i) {
        handles[i] = adopt(descriptors[i], is_stream, is_stream).count();
        Socket& socket = sockets_[static_cast<usize>(handles[i])];
        socket.is_local = true;
        expect(socket);
    }
    second = handles[1];
    return handles[0];
}

}  // namespace krait::sim
