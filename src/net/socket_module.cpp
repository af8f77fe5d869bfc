// The socket module: the class, names, and constants (with Linux's values).
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"
#include "net/address.hpp"
#include "net/resolve.hpp"
#include "net/socket.hpp"

namespace krait {

namespace {

// The number and words of getaddrinfo().
Raised raise_no_service(Interp& in) {
    const Value args[] = {Value::from_int(-8), "Servname not supported for ai_socktype"_sym};
    return raise_args(in, kOSError, args);
}

Result<isize> read_port(Interp& in, Value port) {
    if (is_none(port)) return 0;
    isize number = 0;
    if (const Str* text = as_if<Str>(port)) {
        for (char c : text->view()) {
            if (c < '0' || c > '9' || number > 65535) return raise_no_service(in);
            number = number * 10 + (c - '0');
        }
    } else {
        number = KRAIT_TRY(to_index(in, port));
    }
    if (number < 0 || number > 65535) return raise(in, kOverflowError, "port must be 0-65535.");
    return number;
}

Result<Str*> read_host(Interp& in, Value host) {
    if (is_none(host)) return mutable_name(""_sym);
    if (Str* text = as_if<Str>(host)) return text;
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, host, held));
    return new_str(in, {reinterpret_cast<const char*>(held.data), held.size});
}

// Services that scripts name.
Value find_service(Value port) {
    constexpr struct {
        std::string_view name;
        isize port;
    } kServices[] = {{"http", 80}, {"https", 443}, {"mqtt", 1883}, {"secure-mqtt", 8883},
                     {"ntp", 123}, {"domain", 53}, {"ftp", 21},    {"telnet", 23}};
    const Str* text = as_if<Str>(port);
    for (const auto& service : kServices)
        if (text && text->view() == service.name) return Value::from_int(service.port);
    return port;
}

Value socket_getaddrinfo(Interp& in, Value host, Value port, isize family, isize type, isize,
                         isize flags) {
    constexpr isize kPassive = 1;
    // Nobody in particular: for binding any address, for connecting this machine.
    if (is_none(host) && !(flags & kPassive)) host = "127.0.0.1"_sym;
    port = find_service(port);
    Str* name = KRAIT_TRY(read_host(in, host));
    const auto number = static_cast<u16>(KRAIT_TRY(read_port(in, port)));
    hal::NetAddress found[kMaxAddresses];
    const isize count = KRAIT_TRY(resolve_name(in, name->view(), number, found));
    usize kept = 0;
    for (isize i = 0; i < count; ++i) {
        const int of = found[i].family == hal::NetFamily::V4 ? kAfInet : kAfInet6;
        if (family == 0 || family == of) found[kept++] = found[i];
    }
    if (kept == 0) return raise_hal(in, hal::Errno::NameNotFound);
    return KRAIT_TRY(
        address_list(in, {found, kept}, Value::from_int(type ? type : isize{kSockStream})));
}

// As getaddrinfo(), without waiting: an object to wait for with select or asyncio, whose result()
// is the list.
Value socket_resolve(Interp& in, Value host, Value port, isize type) {
    Str* name = KRAIT_TRY(read_host(in, host));
    const auto number = static_cast<u16>(KRAIT_TRY(read_port(in, port)));
    return start_resolve(in, name, number, Value::from_int(type));
}

Value socket_gethostbyname(Interp& in, Str* name) {
    hal::NetAddress found;
    (void)KRAIT_TRY(resolve_name(in, name->view(), 0, {&found, 1}));
    char text[kAddressText];
    return new_str(in, {text, format_ip(found, text)}).take();
}

// Connects to the first address of the host that answers; the timeout holds for looking up the name
// and for each address.
Value socket_create_connection(Interp& in, Value address, Value timeout) {
    const Tuple* parts = as_if<Tuple>(address);
    if (!parts || parts->size() < 2) return raise(in, kTypeError, "address must be (host, port)");
    Str* name = KRAIT_TRY(read_host(in, (*parts)[0]));
    const auto port = static_cast<u16>(KRAIT_TRY(read_port(in, (*parts)[1])));
    u64 timeout_us = hal::kForever;
    if (timeout) KRAIT_TRY(read_timeout(in, timeout, timeout_us));
    hal::NetAddress found[kMaxAddresses];
    const u64 deadline = in.scheduler()->deadline_in(timeout_us);
    const isize count = KRAIT_TRY(resolve_name(in, name->view(), port, found, deadline));
    for (isize i = 0;; ++i) {
        Socket* socket = KRAIT_TRY(new_socket(in, found[i].family, hal::NetType::Stream));
        socket->timeout_us = timeout_us;
        if (connect_socket(in, socket, found[i])) return socket;
        const Value pending = in.take_pending();
        (void)call_method(in, socket, "close"_sym);
        if (i + 1 < count && is_instance(pending, &kOSError)) continue;
        in.set_pending(pending);
        return {};
    }
}

// A listening socket.
Value socket_create_server(Interp& in, Value address, isize family, Value backlog, bool reuse_port,
                           bool) {
    hal::NetAddress at;
    KRAIT_TRY(read_address(in, address, at));
    at.family = family == kAfInet6 ? hal::NetFamily::V6 : at.family;
    Socket* socket = KRAIT_TRY(new_socket(in, at.family, hal::NetType::Stream));
    hal::NetStack& net = *socket->net;
    (void)KRAIT_TRY(
        take_count(in, net.set_option(socket->handle, hal::NetOption::ReuseAddress, 1)));
    if (reuse_port)
        (void)KRAIT_TRY(
            take_count(in, net.set_option(socket->handle, hal::NetOption::ReusePort, 1)));
    (void)KRAIT_TRY(take_count(in, net.bind(socket->handle, at)));
    const isize size = is_none(backlog) ? 128 : KRAIT_TRY(to_index(in, backlog));
    const u32 clamped = static_cast<u32>(std::clamp<isize>(size, 0, 128));
    (void)KRAIT_TRY(take_count(in, net.listen(socket->handle, clamped)));
    return socket;
}

// Two sockets that are connected with each other: without a network where the board can, else over
// loopback.
Value socket_socketpair(Interp& in, Value family, isize type, isize) {
    const bool is_stream = type == kSockStream;
    if (!is_stream && type != kSockDgram) return raise_os_error(in, error::kEINVAL);
    const bool is_any = is_none(family);
    const isize wanted = is_any ? isize{kAfUnix} : KRAIT_TRY(to_index(in, family));
    if (wanted == kAfUnix) {
        const Value pair =
            local_pair(in, is_stream ? hal::NetType::Stream : hal::NetType::Datagram);
        if (pair || !is_any || !is_instance(in.pending(), &kOSError)) return pair;
        (void)in.take_pending();
    }
    if (!is_stream) return raise_os_error(in, error::kEOPNOTSUPP);
    const Value host = "127.0.0.1"_sym;
    const Value where[] = {host, Value::from_int(0)};
    const Value address = KRAIT_TRY(new_tuple(in, where));
    const Value listener =
        KRAIT_TRY(socket_create_server(in, address, kAfInet, Value::from_int(1), false, false));
    const Value bound = KRAIT_TRY(call_method(in, listener, "getsockname"_sym));
    const Value one = KRAIT_TRY(socket_create_connection(in, bound, Value()));
    const Value accepted = KRAIT_TRY(call_method(in, listener, "accept"_sym));
    (void)KRAIT_TRY(call_method(in, listener, "close"_sym));
    const Value pair[] = {one, (*as<Tuple>(accepted))[0]};
    return KRAIT_TRY(new_tuple(in, pair));
}

hal::NetFamily family_of(isize family) {
    return family == kAfInet6 ? hal::NetFamily::V6 : hal::NetFamily::V4;
}

Value socket_inet_pton(Interp& in, isize family, Str* text) {
    hal::NetAddress address;
    if (!parse_ip(text->view(), address) || address.family != family_of(family))
        return raise(in, kOSError, "illegal IP address string passed to inet_pton");
    return new_bytes(in, {address.bytes, address.size()});
}

Value socket_inet_ntop(Interp& in, isize family, Buffer packed) {
    hal::NetAddress address;
    address.family = family_of(family);
    if (packed.size() != address.size())
        return raise(in, kValueError, "invalid length of packed IP address string");
    std::copy_n(packed.data(), packed.size(), address.bytes);
    char text[kAddressText];
    return new_str(in, {text, format_ip(address, text)}).take();
}

Value socket_inet_aton(Interp& in, Str* text) {
    hal::NetAddress address;
    if (!parse_ip(text->view(), address) || address.family != hal::NetFamily::V4)
        return raise(in, kOSError, "illegal IP address string passed to inet_aton");
    return new_bytes(in, {address.bytes, 4});
}

Value socket_inet_ntoa(Interp& in, Buffer packed) {
    if (packed.size() != 4) return raise(in, kOSError, "packed IP wrong length");
    return socket_inet_ntop(in, kAfInet, packed);
}

// Numbers in network order, which is the other one on every board.
Value swapped(Interp& in, i64 number, int bytes, std::string_view name) {
    if (number < 0 || number >= i64{1} << (8 * bytes))
        return raise(in, kOverflowError, "{}: Python int does not fit in {} bytes", name, bytes);
    i64 out = 0;
    for (int i = 0; i < bytes; ++i) out |= (number >> (8 * i) & 0xFF) << (8 * (bytes - 1 - i));
    return new_int(in, out);
}
Value socket_htons(Interp& in, i64 x) { return swapped(in, x, 2, "htons"); }
Value socket_htonl(Interp& in, i64 x) { return swapped(in, x, 4, "htonl"); }

constexpr Row kRows[] = {
    constant<"socket">(&Socket::kType),
    constant<"SocketType">(&Socket::kType),
    def<"getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)", socket_getaddrinfo>,
    def<"resolve(host, port, type=1, /)", socket_resolve>,
    def<"gethostbyname(hostname, /)", socket_gethostbyname>,
    def<"create_connection(address, timeout=...)", socket_create_connection>,
    def<"create_server(address, *, family=2, backlog=None, reuse_port=False, "
        "dualstack_ipv6=False)",
        socket_create_server>,
    def<"socketpair(family=None, type=1, proto=0, /)", socket_socketpair>,
    def<"inet_aton(ip_addr, /)", socket_inet_aton>,
    def<"inet_ntoa(packed_ip, /)", socket_inet_ntoa>,
    def<"htons(x, /)", socket_htons>,
    def<"ntohs(x, /)", socket_htons>,
    def<"htonl(x, /)", socket_htonl>,
    def<"ntohl(x, /)", socket_htonl>,
    def<"inet_pton(af, txt_addr, /)", socket_inet_pton>,
    def<"inet_ntop(af, bin_addr, /)", socket_inet_ntop>,
    constant<"error">(&kOSError),
    constant<"gaierror">(&kOSError),
    constant<"herror">(&kOSError),
    constant<"has_ipv6">(true_()),
    constant<"timeout">(&kTimeoutError),
    constant<"AF_UNIX">(kAfUnix),
    constant<"AF_INET">(kAfInet),
    constant<"AF_INET6">(kAfInet6),
    constant<"SOCK_STREAM">(kSockStream),
    constant<"SOCK_DGRAM">(kSockDgram),
    constant<"SOCK_RAW">(kSockRaw),
    constant<"SOMAXCONN">(128),
    constant<"AI_PASSIVE">(1),
    constant<"AI_CANONNAME">(2),
    constant<"AI_NUMERICHOST">(4),
    constant<"INADDR_ANY">(0),
    constant<"MSG_PEEK">(kMsgPeek),
    constant<"MSG_DONTWAIT">(kMsgDontWait),
    constant<"MSG_WAITALL">(kMsgWaitAll),
    constant<"SOL_SOCKET">(kSolSocket),
    constant<"IPPROTO_IP">(kIpprotoIp),
    constant<"IPPROTO_ICMP">(kIpprotoIcmp),
    constant<"IPPROTO_IPV6">(kIpprotoIpv6),
    constant<"IPPROTO_TCP">(kIpprotoTcp),
    constant<"IPPROTO_UDP">(kIpprotoUdp),
    constant<"SO_REUSEADDR">(kSoReuseAddr),
    constant<"SO_BROADCAST">(kSoBroadcast),
    constant<"SO_KEEPALIVE">(kSoKeepAlive),
    constant<"SO_SNDBUF">(kSoSndBuf),
    constant<"SO_RCVBUF">(kSoRcvBuf),
    constant<"SO_ERROR">(kSoError),
    constant<"SO_TYPE">(kSoType),
    constant<"SO_LINGER">(kSoLinger),
    constant<"SO_REUSEPORT">(kSoReusePort),
    constant<"TCP_NODELAY">(kTcpNoDelay),
    constant<"TCP_KEEPIDLE">(kTcpKeepIdle),
    constant<"TCP_KEEPINTVL">(kTcpKeepInterval),
    constant<"TCP_KEEPCNT">(kTcpKeepCount),
    constant<"IP_TOS">(kIpTos),
    constant<"IP_TTL">(kIpTtl),
    constant<"IPV6_V6ONLY">(kIpv6V6Only),
    constant<"IP_MULTICAST_IF">(kIpMulticastInterface),
    constant<"IP_MULTICAST_TTL">(kIpMulticastTtl),
    constant<"IP_MULTICAST_LOOP">(kIpMulticastLoop),
    constant<"IP_ADD_MEMBERSHIP">(kIpAddMembership),
    constant<"IP_DROP_MEMBERSHIP">(kIpDropMembership),
    constant<"SHUT_RD">(0),
    constant<"SHUT_WR">(1),
    constant<"SHUT_RDWR">(2),
};

}  // namespace

extern constinit const ModuleDef kSocketModule{.name = "socket"_sym, .rows = kRows};

}  // namespace krait
