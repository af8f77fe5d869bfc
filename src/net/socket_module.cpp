// The socket module: the class, names, and constants (with Linux's values).
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "net/address.hpp"
#include "net/resolve.hpp"
#include "net/socket.hpp"

namespace krait {

namespace {

Result<isize> read_port(Interp& in, Value port) {
    if (is_none(port)) return 0;
    isize number = 0;
    if (const Str* text = as_if<Str>(port)) {
        for (char c : text->view()) {
            if (c < '0' || c > '9' || number > 65535)
                return raise(in, kValueError, "unknown service '{}'", text);
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

Value socket_getaddrinfo(Interp& in, Value host, Value port, isize family, isize type, isize,
                         isize) {
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

Value socket_create_connection(Interp& in, Value address, Value timeout) {
    hal::NetAddress to;
    KRAIT_TRY(read_address(in, address, to));
    Socket* socket = KRAIT_TRY(new_socket(in, to.family, hal::NetType::Stream));
    if (timeout) KRAIT_TRY(read_timeout(in, timeout, socket->timeout_us));
    if (connect_socket(in, socket, to)) return socket;
    const Value pending = in.take_pending();
    (void)call_method(in, socket, "close"_sym);
    in.set_pending(pending);
    return {};
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

constexpr Row kRows[] = {
    constant<"socket">(&Socket::kType),
    def<"getaddrinfo(host, port, family=0, type=0, proto=0, flags=0, /)", socket_getaddrinfo>,
    def<"resolve(host, port, type=1, /)", socket_resolve>,
    def<"gethostbyname(hostname, /)", socket_gethostbyname>,
    def<"create_connection(address, timeout=...)", socket_create_connection>,
    def<"inet_pton(af, txt_addr, /)", socket_inet_pton>,
    def<"inet_ntop(af, bin_addr, /)", socket_inet_ntop>,
    constant<"error">(&kOSError),
    constant<"timeout">(&kTimeoutError),
    constant<"AF_INET">(kAfInet),
    constant<"AF_INET6">(kAfInet6),
    constant<"SOCK_STREAM">(kSockStream),
    constant<"SOCK_DGRAM">(kSockDgram),
    constant<"SOL_SOCKET">(kSolSocket),
    constant<"IPPROTO_IP">(kIpprotoIp),
    constant<"IPPROTO_TCP">(kIpprotoTcp),
    constant<"IPPROTO_UDP">(kIpprotoUdp),
    constant<"SO_REUSEADDR">(kSoReuseAddr),
    constant<"SO_BROADCAST">(kSoBroadcast),
    constant<"SO_KEEPALIVE">(kSoKeepAlive),
    constant<"SO_SNDBUF">(kSoSndBuf),
    constant<"SO_RCVBUF">(kSoRcvBuf),
    constant<"SO_ERROR">(kSoError),
    constant<"TCP_NODELAY">(kTcpNoDelay),
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
