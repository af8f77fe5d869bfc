// ssl.SSLSocket: a stream over a stream.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"
#include "core/text.hpp"
#include "modules/modules.hpp"
#include "modules/ssl/ssl.hpp"
#include "modules/ssl/stream_below.hpp"
#include "net/stream_file.hpp"
#include "net/tls_errors.hpp"

namespace krait::ssl {

namespace {

using Io = TlsSession::Io;

// The session with the stream below, or OSError: EBADF once it is closed, EBUSY while another call
// of it runs.
struct Opened {
    TlsSession* session;
    Io io;
};
Result<TlsSession*> session_of(Interp& in, Socket* s) {
    if (!s->session) return raise_os_error(in, error::kEBADF);
    if (s->session->is_busy()) return raise_os_error(in, error::kEBUSY);
    return s->session;
}
Io io_of(Interp& in, Socket* s) {
    const Context* c = s->context;
    return {in, s->stream, stream_below(s->stream), c->psk_keys ? c->psk_keys : none(),
            c->verify_callback ? c->verify_callback : none()};
}

// Says once that certificates are not checked, when the first such connection stands.
Status warn_unverified(Interp& in, Socket* s) {
    if (!s->is_unverified || !s->session->is_ready()) return kOk;
    s->is_unverified = false;
    if (in.module_state(kSslModule)) return kOk;
    const bool by_option = !in.config().tls_verify;
    const Str* name = as_if<Str>(s->host);
    const std::string_view host = name ? name->view() : "";
    KRAIT_TRY(in.set_module_state(kSslModule, true_()));
    Str* text = KRAIT_TRY(format_str(in, "warning: TLS without checking certificates ({}{}{})\n",
                                     host, host.empty() ? "" : ", ",
                                     by_option ? "-X tls=noverify" : "CERT_NONE"));
    (void)in.board()->console().write_error(text->bytes());
    return kOk;
}

// --- the stream ----------------------------------------------------------------------------------

Result<isize> socket_stream_read(Interp& in, Value self, MutableBytes into) {
    auto* s = as<Socket>(self);
    TlsSession* session = KRAIT_TRY(session_of(in, s));
    const isize n = KRAIT_TRY(session->read(io_of(in, s), into));
    KRAIT_TRY(warn_unverified(in, s));
    return n;
}

Result<isize> socket_stream_write(Interp& in, Value self, Bytes data) {
    auto* s = as<Socket>(self);
    TlsSession* session = KRAIT_TRY(session_of(in, s));
    const isize n = KRAIT_TRY(session->write(io_of(in, s), data));
    KRAIT_TRY(warn_unverified(in, s));
    return n;
}

Status socket_poll(Interp& in, Value self, StreamPoll& question) {
    auto* s = as<Socket>(self);
    if (!s->session) {
        question.ready = hal::kPollInvalid;
        return kOk;
    }
    if (s->session->is_busy()) return kOk;
    return s->session->poll(io_of(in, s), question);
}

Status socket_close(Interp& in, Value self) {
    auto* s = as<Socket>(self);
    TlsSession* session = s->session;
    if (!session) return kOk;
    if (session->is_busy()) return raise_os_error(in, error::kEBUSY);
    s->session = nullptr;
    session->shut(io_of(in, s));
    session->destroy();
    const StreamOps* below = stream_below(s->stream);
    return below->close ? below->close(in, s->stream) : Status(kOk);
}

u64 socket_timeout_us(Value self) {
    const Value stream = as<Socket>(self)->stream;
    const StreamOps* ops = stream_below(stream);
    return ops->timeout_us ? ops->timeout_us(stream) : hal::kForever;
}

Str* socket_peer_name(Value self) {
    const Value stream = as<Socket>(self)->stream;
    const StreamOps* ops = stream_below(stream);
    return ops->peer_name ? ops->peer_name(stream) : nullptr;
}

constexpr StreamOps kStreamOps = {
    .read = socket_stream_read,
    .write = socket_stream_write,
    .poll = socket_poll,
    .close = socket_close,
    .timeout_us = socket_timeout_us,
    .peer_name = socket_peer_name,
};

// --- slots ---------------------------------------------------------------------------------------

void socket_trace(Object* self, Marker& m) {
    auto* s = static_cast<Socket*>(self);
    m.value(s->stream);
    m.object(s->context);
    m.value(s->host);
}

void socket_finalize(Object* self) {
    auto* s = static_cast<Socket*>(self);
    if (s->session) s->session->destroy();
}

// What is not here is the socket's below: getpeername, setsockopt, ...
Value socket_get_attr(Interp& in, Value self, Str* name) {
    const Value own = KRAIT_TRY(generic_find_attr(in, self, name));
    if (!is_done(own)) return own;
    if (name->view().starts_with("__")) return raise_no_attribute(in, self, name);
    const Value below = KRAIT_TRY(find_attr(in, as<Socket>(self)->stream, name));
    return is_done(below) ? Value(raise_no_attribute(in, self, name)) : below;
}

Value socket_repr(Interp& in, Value) { return new_str(in, "<SSLSocket>").take(); }

constexpr Slots kSlots = {
    .repr = socket_repr,
    .get_attr = socket_get_attr,
    .trace = socket_trace,
    .finalize = socket_finalize,
    .stream = &kStreamOps,
};

// --- methods -------------------------------------------------------------------------------------

// Handshakes, waiting as long as the stream below does; false if that never waits.
Result<bool> handshake(Interp& in, Socket* s) {
    const u64 timeout = socket_timeout_us(s);
    const u64 deadline = timeout ? in.scheduler()->deadline_in(timeout) : 0;
    for (;;) {
        TlsSession* session = KRAIT_TRY(session_of(in, s));
        if (KRAIT_TRY(session->handshake(io_of(in, s)))) {
            KRAIT_TRY(warn_unverified(in, s));
            return true;
        }
        if (timeout == 0) return false;
        const u64 retry = session->retry_at_us();
        if (!KRAIT_TRY(
                wait_stream(in, s, hal::kPollIn | hal::kPollOut, std::min(deadline, retry))) &&
            deadline <= retry)
            return raise_os_error(in, error::kETIMEDOUT);
    }
}

Status socket_do_handshake(Interp& in, Socket* self) {
    if (KRAIT_TRY(handshake(in, self))) return kOk;
    const Value args[] = {Value::from_int(error::kEAGAIN),
                          Value("The operation did not complete (read)"_sym)};
    return raise_args(in, kSslWantReadError, args);
}

// One step of a handshake for those who wait elsewhere (asyncio): 0: it is done; else what to wait
// for, 1: to read, 2: to write.
Result<isize> socket_handshake_step(Interp& in, Socket* self) {
    TlsSession* session = KRAIT_TRY(session_of(in, self));
    if (KRAIT_TRY(session->handshake(io_of(in, self)))) {
        KRAIT_TRY(warn_unverified(in, self));
        return 0;
    }
    return session->wants() == hal::kPollOut ? 2 : 1;
}

Value socket_read(Interp& in, Socket* self, Value size, Value buffer) {
    if (is_none(buffer)) return stream_read(in, self, size);
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, buffer, held, true));
    return stream_readinto(in, self, MutableBuffer(&held),
                           is_none(size) ? -1 : KRAIT_TRY(to_index(in, size)));
}
Value socket_readinto(Interp& in, Socket* self, MutableBuffer buffer, isize nbytes) {
    return stream_readinto(in, self, buffer, nbytes);
}
Value socket_readline(Interp& in, Socket* self, isize size) {
    return stream_readline(in, self, size);
}
Value socket_readlines(Interp& in, Socket* self) { return stream_readlines(in, self); }
Value socket_recv(Interp& in, Socket* self, isize size, Value) {
    return stream_read_once(in, self, size);
}
Value socket_recv_into(Interp& in, Socket* self, MutableBuffer buffer, isize nbytes, Value) {
    MutableBytes room = buffer.bytes();
    if (nbytes > 0 && static_cast<usize>(nbytes) < room.size()) room = room.first(nbytes);
    const isize n = KRAIT_TRY(stream_read_some(in, self, room));
    if (n == kStreamAgain) return raise_os_error(in, error::kEAGAIN);
    return Value::from_int(n);
}
Value socket_write(Interp& in, Socket* self, Value data, Args range) {
    return stream_write(in, self, data, range);
}
Value socket_send(Interp& in, Socket* self, Value data, Value) {
    const Value n = KRAIT_TRY(stream_write(in, self, data));
    if (is_none(n)) return raise_os_error(in, error::kEAGAIN);
    return n;
}
Status socket_sendall(Interp& in, Socket* self, Value data, Value) {
    (void)KRAIT_TRY(socket_send(in, self, data, none()));
    return kOk;
}
Status socket_close_method(Interp& in, Socket* self) { return socket_close(in, self); }

Value forward(Interp& in, Socket* s, const Str* method, std::span<const Value> args = {}) {
    return call_method(in, s->stream, method, args);
}
Value socket_setblocking(Interp& in, Socket* self, Value flag) {
    return forward(in, self, "setblocking"_sym, {&flag, 1});
}
Value socket_settimeout(Interp& in, Socket* self, Value value) {
    return forward(in, self, "settimeout"_sym, {&value, 1});
}
Value socket_fileno(Interp& in, Socket* self) { return forward(in, self, "fileno"_sym); }
Value socket_makefile(Interp& in, Socket* self, Value mode, Value) {
    return KRAIT_TRY(new_stream_file(in, self, mode));
}

// Ends TLS and gives back the socket below.
Value socket_unwrap(Interp& in, Socket* self) {
    TlsSession* session = KRAIT_TRY(session_of(in, self));
    session->shut(io_of(in, self));
    session->destroy();
    self->session = nullptr;
    return self->stream;
}

Value socket_getpeercert(Interp& in, Socket* self, bool binary_form) {
    TlsSession* session = KRAIT_TRY(session_of(in, self));
    const Bytes der = session->peer_certificate();
    if (der.empty()) return none();
    if (binary_form) return new_bytes(in, der);
    // One that was not checked tells nothing, as in CPython.
    if (self->context->config->verify() == TlsVerify::None) return KRAIT_TRY(new_dict(in));
    return describe_certificate(in, *session->peer());
}

// (name, version, bits of the key)
Value socket_cipher(Interp& in, Socket* self) {
    TlsSession* session = KRAIT_TRY(session_of(in, self));
    if (!session->suite()) return none();
    Str* name = KRAIT_TRY(new_str(in, session->suite()));
    Str* version = KRAIT_TRY(new_str(in, session->version()));
    const bool is_128 = name->view().find("128") != std::string_view::npos;
    const Value parts[] = {Value(name), Value(version), Value::from_int(is_128 ? 128 : 256)};
    return KRAIT_TRY(new_tuple(in, parts));
}

Value socket_version(Interp& in, Socket* self) {
    TlsSession* session = KRAIT_TRY(session_of(in, self));
    if (!session->version()) return none();
    return KRAIT_TRY(new_str(in, session->version()));
}

Value socket_selected_alpn_protocol(Interp& in, Socket* self) {
    TlsSession* session = KRAIT_TRY(session_of(in, self));
    if (!session->protocol()) return none();
    return KRAIT_TRY(new_str(in, session->protocol()));
}

Value socket_session(Interp& in, Socket* self) {
    TlsSession* session = KRAIT_TRY(session_of(in, self));
    return session_of_ticket(in, session->ticket());
}
Result<bool> socket_session_reused(Interp& in, Socket* self) {
    TlsSession* session = KRAIT_TRY(session_of(in, self));
    return session->was_resumed();
}

Result<isize> socket_ioctl(Interp& in, Socket* self, isize request, isize argument) {
    return stream_ioctl(in, self, request, argument);
}

Result<isize> socket_pending(Interp& in, Socket* self) {
    TlsSession* session = KRAIT_TRY(session_of(in, self));
    return static_cast<isize>(session->pending());
}

Value socket_enter(Socket* self) { return self; }
Status socket_exit(Interp& in, Socket* self, Value, Value, Value) { return socket_close(in, self); }
Value socket_context(Socket* self) { return self->context; }
Value socket_host(Socket* self) { return self->host; }
bool socket_is_server(Socket* self) { return self->context->config->is_server(); }

constexpr Row kRows[] = {
    def<"do_handshake(self)", socket_do_handshake>,
    def<"handshake_step(self)", socket_handshake_step>,
    def<"read(self, size=None, buffer=None)", socket_read>,
    def<"readinto(self, buffer, nbytes=-1, /)", socket_readinto>,
    def<"readline(self, size=-1, /)", socket_readline>,
    def<"readlines(self)", socket_readlines>,
    def<"recv(self, buflen=1024, flags=0)", socket_recv>,
    def<"recv_into(self, buffer, nbytes=0, flags=0)", socket_recv_into>,
    def<"write(self, data, /, *range)", socket_write>,
    def<"send(self, data, flags=0)", socket_send>,
    def<"sendall(self, data, flags=0)", socket_sendall>,
    def<"close(self)", socket_close_method>,
    def<"setblocking(self, flag, /)", socket_setblocking>,
    def<"settimeout(self, value, /)", socket_settimeout>,
    def<"fileno(self)", socket_fileno>,
    def<"makefile(self, mode='rb', buffering=None)", socket_makefile>,
    def<"unwrap(self)", socket_unwrap>,
    def<"getpeercert(self, binary_form=False)", socket_getpeercert>,
    def<"cipher(self)", socket_cipher>,
    def<"version(self)", socket_version>,
    def<"pending(self)", socket_pending>,
    def<"selected_alpn_protocol(self)", socket_selected_alpn_protocol>,
    def<"ioctl(self, request, argument, /)", socket_ioctl>,
    def<"__enter__(self)", socket_enter>,
    def<"__exit__(self, kind, value, traceback, /)", socket_exit>,
    getter<"context", socket_context>,
    getter<"session", socket_session>,
    getter<"session_reused", socket_session_reused>,
    getter<"server_hostname", socket_host>,
    getter<"server_side", socket_is_server>,
};

// --- wrapping ------------------------------------------------------------------------------------

// The host that the certificate has to be for: what was given, or the name that the stream below
// was connected by. Null: none.
Result<Str*> expected_host(Interp& in, Value stream, Value given) {
    if (Str* name = as_if<Str>(given)) return name;
    if (is_none(given)) {
        const StreamOps* ops = stream_below(stream);
        Str* name = ops->peer_name ? ops->peer_name(stream) : nullptr;
        return name ? name : empty_str();
    }
    HeldBuffer held;  // some scripts give bytes
    KRAIT_TRY(get_buffer(in, given, held));
    return new_str(in, {reinterpret_cast<const char*>(held.data), held.size});
}

// Whom the session is with, once it is known whether that is to be checked. With -X tls=noverify
// the client's context is told.
Result<Str*> prepare_client(Interp& in, Context* context, Value stream, Value given) {
    Str* host = KRAIT_TRY(expected_host(in, stream, given));
    TlsConfig* config = context->config;
    const bool by_option = !in.config().tls_verify && config->verify() != TlsVerify::None;
    if (by_option) config->set_verify(TlsVerify::None);
    if (config->verify() == TlsVerify::None || context->has_psk()) return host;
    if (context->check_hostname && host->size() == 0)
        return raise(in, kValueError, "check_hostname requires server_hostname");
    if (config->has_roots()) return host;
    TlsRoots* roots = default_tls_roots(in);
    if (!roots) return {};
    config->set_roots(roots);
    roots->drop();
    return host;
}

// What the session is told before the handshake.
Status prepare(Interp& in, Socket* s, const WrapOptions& options) {
    TlsConfig* config = s->context->config;
    int result = config->offer_tickets();
    if (result == 0 && !is_none(options.client_id)) {
        HeldBuffer id;
        // MicroPython has OSError here.
        if (!is<Str>(options.client_id) && !get_buffer(in, options.client_id, id)) {
            (void)in.take_pending();
            return raise_os_error(in, error::kEINVAL);
        }
        const Str* text = as_if<Str>(options.client_id);
        result = config->demand_cookies();
        if (result == 0) result = s->session->set_client(text ? text->bytes() : id.bytes());
    }
    if (result == 0 && !is_none(options.session)) {
        const Session* session = as_if<Session>(options.session);
        if (!session) return raise(in, kTypeError, "Value is not a SSLSession.");
        if (session->ticket->config != config)
            return raise(in, kValueError, "Session refers to a different SSLContext.");
        result = s->session->resume(*session->ticket);
    }
    if (result != 0) return raise_tls_error(in, result);
    return kOk;
}

}  // namespace

constinit const BuiltinType Socket::kType{{.name = "SSLSocket"_sym,
                                           .slots = &kSlots,
                                           .rows = kRows,
                                           .flags = kHasFinalizer | kAbstractBase,
                                           .size = sizeof(Socket)}};

Value wrap(Interp& in, Context* context, Value stream, const WrapOptions& options) {
    KRAIT_TRY(check_stream_below(in, stream));
    const bool is_server = context->config->is_server();
    if (options.server_side != is_server)
        return raise(in, kValueError, "server_side and the context's protocol disagree");
    Str* host =
        is_server ? empty_str() : KRAIT_TRY(prepare_client(in, context, stream, options.host));
    Socket* s = KRAIT_TRY(in.make<Socket>());
    s->stream = stream;
    s->context = context;
    s->host = host->size() ? Value(host) : none();
    s->session = TlsSession::create(in, context->config, host->view(), context->check_hostname);
    if (!s->session) return {};
    s->is_unverified =
        !is_server && !context->has_psk() && context->config->verify() == TlsVerify::None;
    KRAIT_TRY(prepare(in, s, options));
    if (!options.handshake) return s;
    if (auto done = handshake(in, s)) return s;
    // The certificate was refused or the like: the connection is of no use. An object of the
    // script's own is left open, and so is a socket for datagrams, which has no connection.
    const Value failure = in.take_pending();
    if (stream_of(stream) && !context->config->is_datagram() && !socket_close(in, s))
        (void)in.take_pending();
    in.set_pending(failure);
    return {};
}

}  // namespace krait::ssl
