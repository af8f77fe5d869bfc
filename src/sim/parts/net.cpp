#include "sim/parts/net.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "sim/parts/address.hpp"
#include "sim/parts/radio.hpp"

namespace krait::sim {

using hal::Errno;
using hal::IoResult;
using hal::NetAddress;
using hal::NetFamily;
using hal::NetOption;

namespace {

constexpr u64 kFirstPatience = kNsPerSecond;
constexpr u64 kLeastPatience = 200 * kNsPerUs;
constexpr u64 kBlockedPatience = 2 * kNsPerSecond;

// The host's numbers are the HAL's.
IoResult failure() { return static_cast<Errno>(errno == EWOULDBLOCK ? EAGAIN : errno); }
IoResult answer(isize n) { return n < 0 ? failure() : IoResult(static_cast<i32>(n)); }

struct OptionName {
    int level;
    int name;
};

OptionName host_option(NetOption option) {
    switch (option) {
        case NetOption::ReuseAddress: return {SOL_SOCKET, SO_REUSEADDR};
        case NetOption::Broadcast: return {SOL_SOCKET, SO_BROADCAST};
        case NetOption::KeepAlive: return {SOL_SOCKET, SO_KEEPALIVE};
        case NetOption::NoDelay: return {IPPROTO_TCP, TCP_NODELAY};
        case NetOption::ReceiveBuffer: return {SOL_SOCKET, SO_RCVBUF};
        case NetOption::SendBuffer: return {SOL_SOCKET, SO_SNDBUF};
        case NetOption::MulticastTtl: return {IPPROTO_IP, IP_MULTICAST_TTL};
        case NetOption::MulticastLoop: return {IPPROTO_IP, IP_MULTICAST_LOOP};
        case NetOption::MulticastInterface: return {IPPROTO_IP, IP_MULTICAST_IF};
        case NetOption::ReusePort: return {SOL_SOCKET, SO_REUSEPORT};
        case NetOption::Linger: return {SOL_SOCKET, SO_LINGER};
        case NetOption::Ttl: return {IPPROTO_IP, IP_TTL};
        case NetOption::TypeOfService: return {IPPROTO_IP, IP_TOS};
        case NetOption::KeepIdle: return {IPPROTO_TCP, TCP_KEEPIDLE};
        case NetOption::KeepInterval: return {IPPROTO_TCP, TCP_KEEPINTVL};
        case NetOption::KeepCount: return {IPPROTO_TCP, TCP_KEEPCNT};
        case NetOption::V6Only: return {IPPROTO_IPV6, IPV6_V6ONLY};
    }
    return {-1, -1};
}

int host_type(hal::NetType type) {
    return (type == hal::NetType::Stream ? SOCK_STREAM : SOCK_DGRAM) | SOCK_NONBLOCK | SOCK_CLOEXEC;
}

}  // namespace

SimNet::SimNet(Wiring& wiring, SimRadio* radio, NetSettings settings)
    : wiring_(wiring),
      radio_(radio),
      settings_(std::move(settings)),
      resolver_(settings_.resolve) {}

SimNet::~SimNet() { reset(); }

bool SimNet::has_link() const { return radio_ == nullptr || radio_->has_link(); }

const SimNet::Socket* SimNet::find(i32 handle) const {
    if (handle < 0 || static_cast<usize>(handle) >= sockets_.size()) return nullptr;
    const Socket& socket = sockets_[static_cast<usize>(handle)];
    return socket.descriptor < 0 && !socket.is_dead ? nullptr : &socket;
}

SimNet::Socket* SimNet::find(i32 handle) {
    return const_cast<Socket*>(static_cast<const SimNet*>(this)->find(handle));
}

IoResult SimNet::adopt(i32 descriptor, bool is_stream, bool is_connection) {
    usize handle = 0;
    while (handle < sockets_.size() && find(static_cast<i32>(handle)) != nullptr) handle++;
    if (handle == sockets_.size()) sockets_.emplace_back();
    sockets_[handle] = {.descriptor = descriptor,
                        .is_stream = is_stream,
                        .is_connection = is_connection,
                        .patience = kFirstPatience,
                        .sender = {}};
    return static_cast<i32>(handle);
}

IoResult SimNet::open(NetFamily family, hal::NetType type) {
    wiring_.time.touch();
    bool is_stream = type == hal::NetType::Stream;
    const bool is_local = family == NetFamily::Local;
    if (is_local && radio_ != nullptr) return Errno::FamilyNotSupported;
    const int domain = is_local ? AF_UNIX : family == NetFamily::V4 ? AF_INET : AF_INET6;
    int descriptor = ::socket(domain, host_type(type), 0);
    if (descriptor < 0) return failure();
    IoResult handle = adopt(descriptor, is_stream, false);
    sockets_[static_cast<usize>(handle.count())].is_local = is_local;
    wiring_.trace.line("socket %d open %s", handle.count(), is_stream ? "tcp" : "udp");
    return handle;
}

IoResult SimNet::close(i32 handle) {
    wiring_.time.touch();
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->descriptor >= 0) ::close(socket->descriptor);
    *socket = {};
    wiring_.trace.line("socket %d close", handle);
    return 0;
}

// The address on the host's side of the simulated network.
NetAddress SimNet::outside(const NetAddress& address, bool is_bind) const {
    NetAddress out = address;
    if (out.family != NetFamily::V4) return out;
    const u8 bytes[4] = {out.bytes[0], out.bytes[1], out.bytes[2], out.bytes[3]};
    if (radio_ != nullptr && radio_->is_own_address(bytes)) {
        static constexpr u8 kLoopback[4] = {127, 0, 0, 1};
        static constexpr u8 kAny[4] = {};
        std::memcpy(out.bytes, is_bind ? kAny : kLoopback, 4);
    }
    if (!is_bind) return out;
    for (const PortMapping& mapping : settings_.listen) {
        if (mapping.board == out.port) out.port = mapping.host;
    }
    return out;
}

IoResult SimNet::bind(i32 handle, const NetAddress& address) {
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::ConnectionReset;
    sockaddr_storage host;
    socklen_t size = to_host(outside(address, true), host);
    if (::bind(socket->descriptor, reinterpret_cast<sockaddr*>(&host), size) < 0) return failure();
    wiring_.trace.line("socket %d bind port %u", handle, address.port);
    return 0;
}

IoResult SimNet::listen(i32 handle, u32 backlog) {
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::ConnectionReset;
    if (::listen(socket->descriptor, static_cast<int>(backlog)) < 0) return failure();
    expect(*socket);
    wiring_.trace.line("socket %d listen", handle);
    return 0;
}

IoResult SimNet::accept(i32 handle, NetAddress& peer) {
    wiring_.time.touch();
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    sockaddr_storage host = {};
    socklen_t size = sizeof host;
    int descriptor = ::accept4(socket->descriptor, reinterpret_cast<sockaddr*>(&host), &size,
                               SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0) return failure();
    if (!has_link()) {  // nobody could have called
        ::close(descriptor);
        return Errno::Again;
    }
    const bool is_local = socket->is_local;
    if (!is_local) peer = from_host(host);
    expect(*socket);
    IoResult accepted = adopt(descriptor, true, true);
    sockets_[static_cast<usize>(accepted.count())].is_local = is_local;
    expect(sockets_[static_cast<usize>(accepted.count())]);
    wiring_.trace.line("socket %d accept %d", handle, accepted.count());
    return accepted;
}

IoResult SimNet::connect(i32 handle, const NetAddress& address) {
    wiring_.time.touch();
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::ConnectionReset;
    wiring_.trace.line("socket %d connect %s", handle, resolver_.name_of(address).c_str());
    if (!has_link()) return Errno::HostUnreachable;
    sockaddr_storage host;
    socklen_t size = to_host(outside(address, false), host);
    socket->is_connection = socket->is_stream;
    wiring_.stats.connecting();
    expect(*socket);
    return answer(::connect(socket->descriptor, reinterpret_cast<sockaddr*>(&host), size));
}

IoResult SimNet::take_error(i32 handle) {
    wiring_.time.touch();
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) {
        if (std::exchange(socket->error_told, true)) return 0;
        return Errno::ConnectionReset;
    }
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(socket->descriptor, SOL_SOCKET, SO_ERROR, &error, &size) < 0) return failure();
    if (error == 0) return 0;
    wiring_.trace.line("socket %d error %d", handle, error);
    return static_cast<Errno>(error);
}

IoResult SimNet::finish_send(i32 handle, isize n) {
    if (n < 0) {
        IoResult result = failure();
        if (!result.is(Errno::Again)) {
            wiring_.trace.line("socket %d error %d", handle, static_cast<int>(result.error()));
        }
        return result;
    }
    expect(*find(handle));
    if (find(handle)->is_stream) wiring_.stats.sent();
    wiring_.trace.line("socket %d send %d", handle, static_cast<int>(n));
    return static_cast<i32>(n);
}

IoResult SimNet::send(i32 handle, Bytes data) {
    wiring_.time.touch();
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::ConnectionReset;
    return finish_send(handle, ::send(socket->descriptor, data.data(), data.size(), MSG_NOSIGNAL));
}

IoResult SimNet::send_to(i32 handle, Bytes data, const NetAddress& to) {
    wiring_.time.touch();
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::ConnectionReset;
    if (!has_link()) return Errno::HostUnreachable;
    sockaddr_storage host;
    socklen_t size = to_host(outside(to, false), host);
    return finish_send(handle, ::sendto(socket->descriptor, data.data(), data.size(), MSG_NOSIGNAL,
                                        reinterpret_cast<sockaddr*>(&host), size));
}

IoResult SimNet::finish_receive(i32 handle, isize n) {
    Socket& socket = *find(handle);
    if (n < 0) {
        IoResult result = failure();
        if (!result.is(Errno::Again)) {
            wiring_.trace.line("socket %d error %d", handle, static_cast<int>(result.error()));
        }
        return result;
    }
    // What was awaited has come after all: the wait had been too short.
    if (std::exchange(socket.was_vain, false)) {
        socket.patience = std::min(kFirstPatience, socket.patience * 8);
    }
    expect(socket);
    wiring_.trace.line("socket %d receive %d", handle, static_cast<int>(n));
    return static_cast<i32>(n);
}

IoResult SimNet::receive(i32 handle, MutableBytes into) {
    wiring_.time.touch();
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::ConnectionReset;
    return finish_receive(handle, ::recv(socket->descriptor, into.data(), into.size(), 0));
}

IoResult SimNet::peek(i32 handle, MutableBytes into, NetAddress& from) {
    wiring_.time.touch();
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::ConnectionReset;
    sockaddr_storage host = {};
    host.ss_family = AF_INET;
    socklen_t size = sizeof host;
    isize n = ::recvfrom(socket->descriptor, into.data(), into.size(), MSG_PEEK,
                         reinterpret_cast<sockaddr*>(&host), &size);
    note_sender(*socket, host, size, from);
    return answer(n);
}

i32 SimNet::descriptor(i32 handle) const {
    const Socket* socket = find(handle);
    return socket == nullptr ? -1 : socket->descriptor;
}

IoResult SimNet::receive_from(i32 handle, MutableBytes into, NetAddress& from) {
    wiring_.time.touch();
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::ConnectionReset;
    sockaddr_storage host = {};
    host.ss_family = AF_INET;
    socklen_t size = sizeof host;
    isize n = ::recvfrom(socket->descriptor, into.data(), into.size(), 0,
                         reinterpret_cast<sockaddr*>(&host), &size);
    note_sender(*socket, host, size, from);
    return finish_receive(handle, n);
}

IoResult SimNet::shutdown(i32 handle, hal::NetShutdown how) {
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::NotConnected;
    static constexpr int kHow[] = {SHUT_RD, SHUT_WR, SHUT_RDWR};
    return answer(::shutdown(socket->descriptor, kHow[static_cast<usize>(how)]));
}

IoResult SimNet::set_option(i32 handle, NetOption option, i32 value) {
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return 0;
    OptionName name = host_option(option);
    if (option == NetOption::Linger) {
        linger wait = {value >= 0, std::max(value, 0)};
        return answer(::setsockopt(socket->descriptor, name.level, name.name, &wait, sizeof wait));
    }
    return answer(::setsockopt(socket->descriptor, name.level, name.name, &value, sizeof value));
}

IoResult SimNet::get_option(i32 handle, NetOption option) {
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return 0;
    OptionName name = host_option(option);
    if (option == NetOption::Linger) {
        linger wait = {};
        socklen_t wait_size = sizeof wait;
        if (::getsockopt(socket->descriptor, name.level, name.name, &wait, &wait_size) < 0) {
            return failure();
        }
        return wait.l_onoff != 0 ? wait.l_linger : -1;
    }
    i32 value = 0;
    socklen_t size = sizeof value;
    if (::getsockopt(socket->descriptor, name.level, name.name, &value, &size) < 0) {
        return failure();
    }
    return value;
}

IoResult SimNet::set_membership(i32 handle, const NetAddress& group, const NetAddress& local,
                                bool joined) {
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (group.family != NetFamily::V4) return Errno::FamilyNotSupported;
    if (socket->is_dead) return Errno::ConnectionReset;
    ip_mreq request = {};
    std::memcpy(&request.imr_multiaddr, group.bytes, 4);
    std::memcpy(&request.imr_interface, outside(local, true).bytes, 4);
    return answer(::setsockopt(socket->descriptor, IPPROTO_IP,
                               joined ? IP_ADD_MEMBERSHIP : IP_DROP_MEMBERSHIP, &request,
                               sizeof request));
}

IoResult SimNet::local_address(i32 handle, NetAddress& out) {
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::NotConnected;
    sockaddr_storage host = {};
    socklen_t size = sizeof host;
    if (::getsockname(socket->descriptor, reinterpret_cast<sockaddr*>(&host), &size) < 0) {
        return failure();
    }
    out = from_host(host);
    return 0;
}

IoResult SimNet::peer_address(i32 handle, NetAddress& out) {
    Socket* socket = find(handle);
    if (socket == nullptr) return Errno::BadHandle;
    if (socket->is_dead) return Errno::NotConnected;
    sockaddr_storage host = {};
    socklen_t size = sizeof host;
    if (::getpeername(socket->descriptor, reinterpret_cast<sockaddr*>(&host), &size) < 0) {
        return failure();
    }
    out = from_host(host);
    return 0;
}

IoResult SimNet::resolve(std::string_view name, u16 port) {
    wiring_.time.touch();
    wiring_.trace.line("resolve %.*s", static_cast<int>(name.size()), name.data());
    return resolver_.start(name, port, has_link());
}

IoResult SimNet::resolved(i32 query, std::span<NetAddress> out) {
    wiring_.time.touch();
    return resolver_.result(query, out);
}

void SimNet::link_lost() {
    for (usize handle = 0; handle < sockets_.size(); handle++) {
        Socket& socket = sockets_[handle];
        if (socket.descriptor < 0 || !socket.is_connection) continue;
        linger reset = {1, 0};  // the peer sees a reset, not a farewell
        ::setsockopt(socket.descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
        ::close(socket.descriptor);
        socket.descriptor = -1;
        socket.is_dead = true;
        wiring_.trace.line("socket %d lost", static_cast<int>(handle));
    }
}

void SimNet::reset() {
    for (Socket& socket : sockets_) {
        if (socket.descriptor >= 0) ::close(socket.descriptor);
    }
    sockets_.clear();
}

bool SimNet::prepare(i32 handle, u8 interest, pollfd& out, u8& ready) const {
    const Socket* socket = find(handle);
    if (socket == nullptr || socket->is_dead) {
        ready = static_cast<u8>((interest & (hal::kPollIn | hal::kPollOut)) | hal::kPollError |
                                hal::kPollHangUp);
        return false;
    }
    out.fd = socket->descriptor;
    out.events = static_cast<short>(((interest & hal::kPollIn) != 0 ? POLLIN : 0) |
                                    ((interest & hal::kPollOut) != 0 ? POLLOUT : 0));
    out.revents = 0;
    return true;
}

u64 SimNet::patience(i32 handle, bool is_blocked) const {
    const Socket* socket = find(handle);
    if (socket == nullptr || !socket->expects) return 0;
    return is_blocked ? kBlockedPatience : socket->patience;
}

void SimNet::waited_in_vain(i32 handle) {
    Socket* socket = find(handle);
    if (socket == nullptr || !socket->expects) return;
    socket->expects = false;
    socket->was_vain = true;
    socket->patience = std::max(kLeastPatience, socket->patience / 8);
}

}  // namespace krait::sim
