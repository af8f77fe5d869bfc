// The socket class. Reading and writing are those of all streams (core/stream.hpp); what remains is
// addresses, connecting, options, and datagrams.
#include "net/socket.hpp"

#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"
#include "core/stream.hpp"
#include "net/address.hpp"
#include "net/host_names.hpp"
#include "net/resolve.hpp"
#include "net/socket_methods.hpp"
#include "net/stream_file.hpp"

namespace krait {

Status read_timeout(Interp& in, Value seconds, u64& out_us) {
    if (is_none(seconds)) {
        out_us = hal::kForever;
        return kOk;
    }
    Float s = 0;
    KRAIT_TRY(to_float(in, seconds, s));
    if (!(s >= 0)) return raise(in, kValueError, "Timeout value out of range");
    out_us = static_cast<u64>(std::min(s, Float(1e10)) * Float(1e6));
    return kOk;
}

Status read_address(Interp& in, Value address, hal::NetAddress& out) {
    const Tuple* parts = as_if<Tuple>(address);
    if (!parts && is<List>(address)) parts = KRAIT_TRY(tuple_from(in, address));
    if (!parts || parts->size() < 2) return raise(in, kTypeError, "address must be (host, port)");
    const isize port = KRAIT_TRY(to_index(in, (*parts)[1]));
    if (port < 0 || port > 65535) return raise(in, kOverflowError, "port must be 0-65535.");
    std::string_view host;
    HeldBuffer held;
    if (const Str* text = as_if<Str>((*parts)[0])) {
        host = text->view();
    } else {
        KRAIT_TRY(get_buffer(in, (*parts)[0], held));
        host = {reinterpret_cast<const char*>(held.data), held.size};
    }
    out = {};
    if (host.empty() || parse_ip(host, out)) {
        out.port = static_cast<u16>(port);
        if (parts->size() > 3) out.scope = static_cast<u32>(KRAIT_TRY(to_index(in, (*parts)[3])));
        return kOk;
    }
    (void)KRAIT_TRY(resolve_name(in, host, static_cast<u16>(port), {&out, 1}));
    return kOk;
}

Result<Socket*> new_socket(Interp& in, hal::NetFamily family, hal::NetType type) {
    hal::NetStack* net = KRAIT_TRY(need_net(in));
    Socket* socket = KRAIT_TRY(in.make<Socket>());
    socket->net = net;
    socket->handle = -1;
    socket->family = family;
    socket->type = type;
    socket->timeout_us = hal::kForever;
    socket->handle = static_cast<i32>(KRAIT_TRY(take_count(in, net->open(family, type))));
    return socket;
}

Status check_open(Interp& in, const Socket* self) {
    if (self->handle >= 0) return kOk;
    return raise_os_error(in, error::kEBADF);
}

Status wait_ready(Interp& in, Socket* self, u8 interest) {
    const u64 deadline = in.scheduler()->deadline_in(self->timeout_us);
    if (KRAIT_TRY(wait_stream(in, self, interest, deadline))) return kOk;
    return raise_os_error(in, error::kETIMEDOUT);
}

namespace {

// --- as a stream ---------------------------------------------------------------------------------

Result<isize> moved(Interp& in, hal::IoResult n) {
    if (n.is(hal::Errno::Again)) return kStreamAgain;
    return take_count(in, n);
}

constexpr usize kMostAtOnce = 1 << 20;

Result<isize> socket_stream_read(Interp& in, Value v, MutableBytes into) {
    const Socket* self = as<Socket>(v);
    KRAIT_TRY(check_open(in, self));
    return moved(in,
                 self->net->receive(self->handle, into.first(std::min(into.size(), kMostAtOnce))));
}

Result<isize> socket_stream_write(Interp& in, Value v, Bytes data) {
    const Socket* self = as<Socket>(v);
    KRAIT_TRY(check_open(in, self));
    return moved(in, self->net->send(self->handle, data.first(std::min(data.size(), kMostAtOnce))));
}

Status socket_stream_poll(Interp&, Value v, StreamPoll& question) {
    const Socket* self = as<Socket>(v);
    if (self->handle < 0) {
        question.ready = hal::kPollInvalid;
        return kOk;
    }
    question.has_entry = true;
    question.entry = {hal::PollKind::Socket, question.interest, 0, self->handle};
    return kOk;
}

Status socket_stream_close(Interp&, Value v) {
    Socket* self = as<Socket>(v);
    if (self->handle >= 0) (void)self->net->close(self->handle);
    self->handle = -1;
    return kOk;
}

u64 socket_timeout(Value v) { return as<Socket>(v)->timeout_us; }
Str* socket_peer_name(Value v) { return as<Socket>(v)->peer_name; }

constexpr StreamOps kSocketStream{.read = socket_stream_read,
                                  .write = socket_stream_write,
                                  .poll = socket_stream_poll,
                                  .close = socket_stream_close,
                                  .timeout_us = socket_timeout,
                                  .peer_name = socket_peer_name};

// --- making and connecting -----------------------------------------------------------------------

Value socket_construct(Interp& in, const Type*, const CallArgs& args) {
    isize family = 0, type = 0, proto = 0;
    KRAIT_TRY(
        (parse_args<"(family=2, type=1, proto=0)">(in, "socket"_sym, args, family, type, proto)));
    if (family != kAfInet && family != kAfInet6 && family != kAfUnix)
        return raise_os_error(in, error::kEAFNOSUPPORT);
    if (type != kSockStream && type != kSockDgram)
        return raise_os_error(in, type == kSockRaw ? error::kEPERM : error::kEINVAL);
    const auto of = family == kAfInet    ? hal::NetFamily::V4
                    : family == kAfInet6 ? hal::NetFamily::V6
                                         : hal::NetFamily::Local;
    return KRAIT_TRY(
        new_socket(in, of, type == kSockStream ? hal::NetType::Stream : hal::NetType::Datagram));
}

// How the host was named that has this address; else the address's text.
Result<Str*> host_name_of(Interp& in, const hal::NetAddress& address) {
    if (Str* name = host_of(in, address)) return name;
    char text[kAddressText];
    return new_str(in, {text, format_ip(address, text)});
}

}  // namespace

Status connect_socket(Interp& in, Socket* self, const hal::NetAddress& address) {
    KRAIT_TRY(check_open(in, self));
    Str* host = KRAIT_TRY(host_name_of(in, address));
    in.heap().write(self->peer_name, host);
    const hal::IoResult begun = self->net->connect(self->handle, address);
    if (!begun.is(hal::Errno::InProgress)) {
        (void)KRAIT_TRY(take_count(in, begun));
        return kOk;
    }
    if (self->timeout_us == 0) return raise_os_error(in, error::kEINPROGRESS);
    KRAIT_TRY(wait_ready(in, self, hal::kPollOut));
    KRAIT_TRY(check_open(in, self));
    (void)KRAIT_TRY(take_count(in, self->net->take_error(self->handle)));
    return kOk;
}

namespace {

bool is_local(const Socket* self) { return self->family == hal::NetFamily::Local; }

Status socket_connect(Interp& in, Socket* self, Value address) {
    if (is_local(self)) return connect_local(in, self, address);
    hal::NetAddress to;
    KRAIT_TRY(read_address(in, address, to));
    return connect_socket(in, self, to);
}

Result<isize> socket_connect_ex(Interp& in, Socket* self, Value address) {
    if (socket_connect(in, self, address)) return 0;
    if (!is_instance(in.pending(), &kOSError)) return {};
    const Value e = in.take_pending();
    return to_index(in, KRAIT_TRY(get_attr(in, e, "errno"_sym)));
}

Status socket_bind(Interp& in, Socket* self, Value address) {
    KRAIT_TRY(check_open(in, self));
    if (is_local(self)) return bind_local(in, self, address);
    hal::NetAddress to;
    KRAIT_TRY(read_address(in, address, to));
    if (self->family == hal::NetFamily::V6) to.family = hal::NetFamily::V6;
    (void)KRAIT_TRY(take_count(in, self->net->bind(self->handle, to)));
    return kOk;
}

Status socket_listen(Interp& in, Socket* self, isize backlog) {
    KRAIT_TRY(check_open(in, self));
    const u32 size = static_cast<u32>(std::clamp<isize>(backlog, 0, 128));
    (void)KRAIT_TRY(take_count(in, self->net->listen(self->handle, size)));
    return kOk;
}

Value socket_accept(Interp& in, Socket* self) {
    Socket* fresh = KRAIT_TRY(in.make<Socket>());
    fresh->handle = -1;
    fresh->net = self->net;
    fresh->family = self->family;
    fresh->type = self->type;
    fresh->timeout_us = hal::kForever;
    hal::NetAddress peer;
    for (;;) {
        KRAIT_TRY(check_open(in, self));
        const hal::IoResult handle = self->net->accept(self->handle, peer);
        if (!handle.is(hal::Errno::Again)) {
            fresh->handle = static_cast<i32>(KRAIT_TRY(take_count(in, handle)));
            break;
        }
        if (self->timeout_us == 0) return raise_os_error(in, error::kEAGAIN);
        KRAIT_TRY(wait_ready(in, self, hal::kPollIn));
    }
    const Value caller = is_local(self) ? local_name(in, fresh, hal::LocalEnd::Peer, Value(""_sym))
                                        : Value(address_tuple(in, peer).take());
    const Value pair[] = {fresh, KRAIT_TRY(caller)};
    return KRAIT_TRY(new_tuple(in, pair));
}

// --- settings ------------------------------------------------------------------------------------

Status socket_settimeout(Interp& in, Socket* self, Value seconds) {
    return read_timeout(in, seconds, self->timeout_us);
}
void socket_setblocking(Socket* self, bool flag) { self->timeout_us = flag ? hal::kForever : 0; }
bool socket_getblocking(Socket* self) { return self->timeout_us != 0; }
Value socket_gettimeout(Interp& in, Socket* self) {
    if (self->timeout_us == hal::kForever) return none();
    return new_float(in, static_cast<Float>(self->timeout_us) / Float(1e6));
}
isize socket_family(Socket* self) {
    if (is_local(self)) return kAfUnix;
    return self->family == hal::NetFamily::V4 ? kAfInet : kAfInet6;
}
isize socket_type(Socket* self) {
    return self->type == hal::NetType::Stream ? kSockStream : kSockDgram;
}
isize socket_proto(Socket*) { return 0; }

Status socket_shutdown(Interp& in, Socket* self, isize how) {
    KRAIT_TRY(check_open(in, self));
    if (how < 0 || how > 2) return raise_os_error(in, error::kEINVAL);
    (void)KRAIT_TRY(
        take_count(in, self->net->shutdown(self->handle, static_cast<hal::NetShutdown>(how))));
    return kOk;
}

Value socket_getsockname(Interp& in, Socket* self) {
    KRAIT_TRY(check_open(in, self));
    if (is_local(self)) return local_name(in, self, hal::LocalEnd::Own, Value(""_sym));
    hal::NetAddress address;
    (void)KRAIT_TRY(take_count(in, self->net->local_address(self->handle, address)));
    return KRAIT_TRY(address_tuple(in, address));
}
Value socket_getpeername(Interp& in, Socket* self) {
    KRAIT_TRY(check_open(in, self));
    if (is_local(self)) return local_name(in, self, hal::LocalEnd::Peer, Value(""_sym));
    hal::NetAddress address;
    (void)KRAIT_TRY(take_count(in, self->net->peer_address(self->handle, address)));
    return KRAIT_TRY(address_tuple(in, address));
}

isize socket_fileno(Socket* self) {
    return self->handle < 0 ? -1 : self->net->descriptor(self->handle);
}
Status socket_close(Interp& in, Socket* self) { return socket_stream_close(in, self); }
Value socket_makefile(Interp& in, Socket* self, Value mode, Value) {
    return KRAIT_TRY(new_stream_file(in, self, mode));
}
Value socket_enter(Socket* self) { return self; }
Status socket_exit(Interp& in, Socket* self, Args) { return socket_stream_close(in, self); }

Value socket_read(Interp& in, Socket* self, Value size) { return stream_read(in, self, size); }
Value socket_readinto(Interp& in, Socket* self, MutableBuffer buf, isize nbytes) {
    return stream_readinto(in, self, buf, nbytes);
}
Value socket_write(Interp& in, Socket* self, Value buf, Args range) {
    return stream_write(in, self, buf, range);
}

Value socket_repr(Interp& in, Value v) {
    return format_str(in, "<socket {}>", as<Socket>(v)->handle).take();
}
void socket_finalize(Object* o) {
    auto* self = static_cast<Socket*>(o);
    if (self->handle >= 0) (void)self->net->close(self->handle);
    self->handle = -1;
}

constexpr Row kRows[] = {
    def<"connect(self, address, /)", socket_connect>,
    def<"connect_ex(self, address, /)", socket_connect_ex>,
    def<"bind(self, address, /)", socket_bind>,
    def<"listen(self, backlog=2, /)", socket_listen>,
    def<"accept(self, /)", socket_accept>,
    def<"send(self, bytes, flags=0, /)", socket_send>,
    def<"sendall(self, bytes, flags=0, /)", socket_sendall>,
    def<"sendto(self, bytes, flags, address=..., /)", socket_sendto>,
    def<"recv(self, bufsize, flags=0, /)", socket_recv>,
    def<"recv_into(self, buffer, nbytes=0, flags=0)", socket_recv_into>,
    def<"recvfrom(self, bufsize, flags=0, /)", socket_recvfrom>,
    def<"recvfrom_into(self, buffer, nbytes=0, flags=0)", socket_recvfrom_into>,
    def<"read(self, size=-1, /)", socket_read>,
    def<"readinto(self, buf, nbytes=-1, /)", socket_readinto>,
    def<"readline(self, size=-1, /)", socket_readline>,
    def<"write(self, buf, /, *range)", socket_write>,
    def<"close(self, /)", socket_close>,
    def<"shutdown(self, how, /)", socket_shutdown>,
    def<"settimeout(self, value, /)", socket_settimeout>,
    def<"gettimeout(self, /)", socket_gettimeout>,
    def<"setblocking(self, flag, /)", socket_setblocking>,
    def<"getblocking(self, /)", socket_getblocking>,
    getter<"family", socket_family>,
    getter<"type", socket_type>,
    getter<"proto", socket_proto>,
    def<"setsockopt(self, level, optname, value, /)", socket_setsockopt>,
    def<"getsockopt(self, level, optname, buflen=0, /)", socket_getsockopt>,
    def<"getsockname(self, /)", socket_getsockname>,
    def<"getpeername(self, /)", socket_getpeername>,
    def<"makefile(self, mode='rb', buffering=None)", socket_makefile>,
    def<"fileno(self, /)", socket_fileno>,
    def<"__enter__(self, /)", socket_enter>,
    def<"__exit__(self, /, *args)", socket_exit>,
};
void socket_trace(Object* o, Marker& m) { m.object(static_cast<Socket*>(o)->peer_name); }

constexpr Slots kSlots{.repr = socket_repr,
                       .construct = socket_construct,
                       .trace = socket_trace,
                       .finalize = socket_finalize,
                       .stream = &kSocketStream};

}  // namespace

constinit const BuiltinType Socket::kType{{.name = "socket"_sym,
                                           .slots = &kSlots,
                                           .rows = kRows,
                                           .flags = kFinal | kHasFinalizer,
                                           .size = sizeof(Socket)}};

}  // namespace krait
