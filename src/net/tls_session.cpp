#include "net/tls_session.hpp"

#include <mbedtls/platform.h>

#include "core/errno.hpp"
#include "hal/board.hpp"
#include "net/tls_errors.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

// More than this is refused before mbedTLS copies it.
constexpr usize kLongestHost = 255;

bool would_wait(int result) {
    return result == MBEDTLS_ERR_SSL_WANT_READ || result == MBEDTLS_ERR_SSL_WANT_WRITE;
}

// What mbedTLS says for things that are no failures: try again at once.
bool is_news(int result) { return result == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET; }

// What a datagram carries everywhere without being cut.
constexpr u16 kDatagramBytes = 1280;

}  // namespace

TlsTicket* TlsTicket::create(TlsConfig* config) {
    auto* ticket = static_cast<TlsTicket*>(mbedtls_calloc(1, sizeof(TlsTicket)));
    if (!ticket) return nullptr;
    mbedtls_ssl_session_init(&ticket->session);
    ticket->config = config->hold();
    ticket->users = 1;
    ticket->was_verified = config->verify() != TlsVerify::None;
    return ticket;
}

void TlsTicket::drop() {
    if (--users) return;
    mbedtls_ssl_session_free(&session);
    config->drop();
    mbedtls_free(this);
}

TlsSession* TlsSession::create(Interp& in, TlsConfig* config, std::string_view host,
                               bool checks_host) {
    char name[kLongestHost + 1] = {};
    if (host.size() > kLongestHost || host.find('\0') != std::string_view::npos) {
        (void)raise(in, kValueError, "server_hostname cannot be that");
        return nullptr;
    }
    std::copy_n(host.data(), host.size(), name);
    auto* session = static_cast<TlsSession*>(mbedtls_calloc(1, sizeof(TlsSession)));
    if (!session) {
        (void)raise_memory_error(in);
        return nullptr;
    }
    session->config_ = config->hold();
    session->any_host_ = !checks_host;
    mbedtls_ssl_context* ssl = &session->ssl_;
    mbedtls_ssl_init(ssl);
    int result = mbedtls_ssl_setup(ssl, config->native());
    if (result == 0 && !config->is_server())
        result = mbedtls_ssl_set_hostname(ssl, host.empty() ? nullptr : name);
    if (result != 0) {
        session->destroy();
        (void)raise_tls_error(in, result);
        return nullptr;
    }
    mbedtls_ssl_set_bio(ssl, session, send, receive, nullptr);
    mbedtls_ssl_set_verify(ssl, check, session);
    mbedtls_ssl_set_user_data_p(ssl, session);
    mbedtls_ssl_set_timer_cb(ssl, session, set_timer, get_timer);
    if (config->is_datagram()) mbedtls_ssl_set_mtu(ssl, kDatagramBytes);
    return session;
}

void TlsSession::destroy() {
    mbedtls_ssl_free(&ssl_);
    if (ticket_) ticket_->drop();
    config_->drop();
    mbedtls_free(this);
}

// --- what mbedTLS calls --------------------------------------------------------------------------

int TlsSession::send(void* self, const unsigned char* data, size_t size) {
    const Io& io = *static_cast<TlsSession*>(self)->io_;
    const auto sent = io.ops->write(io.in, io.stream, {data, size});
    if (!sent) return MBEDTLS_ERR_SSL_INTERNAL_ERROR;  // an exception is pending and goes first
    if (sent.take() == kStreamAgain) return MBEDTLS_ERR_SSL_WANT_WRITE;
    return static_cast<int>(sent.take());
}

int TlsSession::receive(void* self, unsigned char* into, size_t size) {
    const Io& io = *static_cast<TlsSession*>(self)->io_;
    const auto got = io.ops->read(io.in, io.stream, {into, size});
    if (!got) return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
    if (got.take() == kStreamAgain) return MBEDTLS_ERR_SSL_WANT_READ;
    return static_cast<int>(got.take());
}

int TlsSession::check(void* self, mbedtls_x509_crt* certificate, int depth, uint32_t* flags) {
    auto* session = static_cast<TlsSession*>(self);
    if (session->any_host_) *flags &= ~uint32_t{MBEDTLS_X509_BADCERT_CN_MISMATCH};
    const char* host = mbedtls_ssl_get_hostname(&session->ssl_);
    session->report_.note(*certificate, depth, *flags, session->io_->in.board()->clock(),
                          host ? host : "");
    return is_none(session->io_->verify_callback)
               ? 0
               : session->ask_callback(certificate, depth, flags);
}

// The script's own check can only add an objection.
int TlsSession::ask_callback(mbedtls_x509_crt* certificate, int depth, uint32_t* flags) {
    Interp& in = io_->in;
    const auto ask = [&]() -> Result<bool> {
        const Value der = KRAIT_TRY(new_bytes(in, {certificate->raw.p, certificate->raw.len}));
        const Value view = KRAIT_TRY(call(in, Value(&MemoryView::kType), der));
        return truth(in, KRAIT_TRY(call(in, io_->verify_callback, view, Value::from_int(depth))));
    };
    const auto refused = ask();
    if (!refused) return MBEDTLS_ERR_SSL_INTERNAL_ERROR;  // an exception is pending and goes first
    if (refused.take()) {
        *flags |= MBEDTLS_X509_BADCERT_OTHER;
        report_.note_refused(*certificate);
    }
    return 0;
}

// The key that the script has for the identity that a client tells.
int TlsSession::find_psk(void*, mbedtls_ssl_context* ssl, const unsigned char* name, size_t size) {
    const Io& io = *static_cast<TlsSession*>(mbedtls_ssl_get_user_data_p(ssl))->io_;
    if (is_none(io.psk_keys)) return MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY;
    const Value identity = new_bytes(io.in, {name, size});
    if (!identity) return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
    const Value key = call_method(io.in, io.psk_keys, "get"_sym, {&identity, 1});
    if (!key) return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
    if (is_none(key)) return MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY;
    HeldBuffer held;
    if (get_buffer(io.in, key, held)) return mbedtls_ssl_set_hs_psk(ssl, held.data, held.size);
    (void)io.in.take_pending();  // what is not bytes is no key
    return MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY;
}

// --- the time of datagrams -----------------------------------------------------------------------

void TlsSession::set_timer(void* self, uint32_t middle_ms, uint32_t final_ms) {
    auto* session = static_cast<TlsSession*>(self);
    session->timer_middle_ms_ = middle_ms;
    session->timer_final_ms_ = final_ms;
    session->timer_began_us_ = session->config_->board()->clock().ticks_us();
}

// -1: not set; else how many of the two moments have passed.
int TlsSession::get_timer(void* self) {
    const auto* session = static_cast<TlsSession*>(self);
    if (session->timer_final_ms_ == 0) return -1;
    const u64 now_us = session->config_->board()->clock().ticks_us();
    const u64 passed_ms = (now_us - session->timer_began_us_) / 1000;
    return (passed_ms >= session->timer_middle_ms_) + (passed_ms >= session->timer_final_ms_);
}

u64 TlsSession::retry_at_us() const {
    if (ready_ || timer_final_ms_ == 0) return hal::kForever;
    return timer_began_us_ + u64{timer_final_ms_} * 1000;
}

// --- resuming ------------------------------------------------------------------------------------

int TlsSession::resume(const TlsTicket& ticket) {
    // What was not checked then must be checked now.
    if (!ticket.was_verified && config_->verify() != TlsVerify::None) return 0;
    return mbedtls_ssl_set_session(&ssl_, &ticket.session);
}

int TlsSession::set_client(Bytes id) {
    return mbedtls_ssl_set_client_transport_id(&ssl_, id.data(), id.size());
}

// Copies the session as it is now; each can be had from mbedTLS once.
void TlsSession::take_ticket() {
    TlsTicket* fresh = TlsTicket::create(config_);
    if (!fresh) return;
    if (mbedtls_ssl_get_session(&ssl_, &fresh->session) != 0) {
        fresh->drop();
        return;
    }
    if (ticket_) ticket_->drop();
    ticket_ = fresh;
}

TlsTicket* TlsSession::ticket() {
    // TLS 1.3 sends tickets after the handshake, and only they can be resumed with.
    const bool is_old =
        ready_ && mbedtls_ssl_get_version_number(&ssl_) == MBEDTLS_SSL_VERSION_TLS1_2;
    if (!ticket_ && is_old && !config_->is_server()) take_ticket();
    return ticket_;
}

// --- the calls -----------------------------------------------------------------------------------

template <class Step>
int TlsSession::run(const Io& io, u8 own, Step step) {
    io_ = &io;
    int result;
    while (is_news(result = step())) take_ticket();
    io_ = nullptr;
    wants_ = result == MBEDTLS_ERR_SSL_WANT_WRITE ? hal::kPollOut : hal::kPollIn;
    translated_ = would_wait(result) && own != wants_ ? wants_ : 0;
    return result;
}

Result<bool> TlsSession::stopped(const Io& io, int result) {
    if (would_wait(result)) return false;
    if (!failure_) failure_ = result;
    if (io.in.has_pending()) return {};
    if (result == MBEDTLS_ERR_X509_CERT_VERIFY_FAILED && report_.failed())
        return raise_certificate_error(io.in, result, report_.text());
    const bool is_alert = result == MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE;
    return raise_tls_error(io.in, result, is_alert ? ssl_.MBEDTLS_PRIVATE(in_msg)[1] : -1);
}

Result<bool> TlsSession::handshake(const Io& io, u8 own) {
    if (ready_) return true;
    if (failure_) return refuse(io);
    const int result = run(io, own, [&] {
        while (!mbedtls_ssl_is_handshake_over(&ssl_)) {
            saw_certificates_ |= ssl_.MBEDTLS_PRIVATE(state) == MBEDTLS_SSL_SERVER_CERTIFICATE;
            if (const int stop = mbedtls_ssl_handshake_step(&ssl_)) return stop;
        }
        return 0;
    });
    if (result != 0) return stopped(io, result);
    ready_ = true;
    return true;
}

// The failure again that an earlier call met.
Raised TlsSession::refuse(const Io& io) {
    (void)stopped(io, failure_);
    return {};
}

// Sends what is left of a record.
Result<bool> TlsSession::flush(const Io& io) {
    if (!unsent_) return true;
    // With a record in its buffer mbedTLS sends that and does not look at the data.
    const int result =
        run(io, hal::kPollOut, [&] { return mbedtls_ssl_write(&ssl_, held_, unsent_); });
    if (result < 0) return stopped(io, result);
    unsent_ = 0;
    return true;
}

Result<isize> TlsSession::read(const Io& io, MutableBytes into) {
    if (!KRAIT_TRY(handshake(io, hal::kPollIn))) return kStreamAgain;
    if (at_end_) return 0;
    if (failure_) return refuse(io);
    (void)KRAIT_TRY(flush(io));
    const int result =
        run(io, hal::kPollIn, [&] { return mbedtls_ssl_read(&ssl_, into.data(), into.size()); });
    if (result > 0) return result;
    if (result == 0 || result == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY ||
        result == MBEDTLS_ERR_SSL_CONN_EOF) {
        if (io.in.has_pending()) return {};
        at_end_ = true;
        return 0;
    }
    (void)KRAIT_TRY(stopped(io, result));
    return kStreamAgain;
}

Result<isize> TlsSession::write(const Io& io, Bytes data) {
    if (!KRAIT_TRY(handshake(io, hal::kPollOut))) return kStreamAgain;
    if (failure_) return refuse(io);
    if (data.empty()) return 0;
    const usize held = unsent_;
    const bool comes_again = held && held_ == data.data() && held <= data.size();
    if (!KRAIT_TRY(flush(io))) return kStreamAgain;
    if (comes_again) {
        held_ = nullptr;
        return static_cast<isize>(held);
    }
    const int result =
        run(io, hal::kPollOut, [&] { return mbedtls_ssl_write(&ssl_, data.data(), data.size()); });
    held_ = nullptr;
    if (result >= 0) return result;
    (void)KRAIT_TRY(stopped(io, result));
    const int most = mbedtls_ssl_get_max_out_record_payload(&ssl_);
    unsent_ = std::min(data.size(), static_cast<usize>(std::max(most, 1)));
    if (io.ops->timeout_us && io.ops->timeout_us(io.stream) == 0)
        return static_cast<isize>(unsent_);
    held_ = data.data();
    return kStreamAgain;
}

Status TlsSession::poll(const Io& io, StreamPoll& question) {
    if (ready_ && unsent_) (void)KRAIT_TRY(flush(io));
    if (failure_) {
        question.ready = hal::kPollInvalid;
        return kOk;
    }
    if (at_end_ || ((question.interest & hal::kPollIn) && has_input())) {
        question.ready = question.interest;
        return kOk;
    }
    // A call that met something else to wait for than what it is about has said so; a record that
    // has to be sent goes along.
    StreamPoll below;
    below.interest = translated_ ? translated_ : question.interest;
    // Before the handshake has begun it is the client who has to speak.
    const bool has_to_begin = !ready_ && !wants_ && !config_->is_server();
    if (unsent_ || has_to_begin) below.interest |= hal::kPollOut;
    io_ = &io;
    const bool is_asked = bool(poll_stream(io.in, io.stream, below));
    io_ = nullptr;
    if (!is_asked) return {};
    question.has_entry = below.has_entry;
    question.entry = below.entry;
    const bool can_begin = has_to_begin && (below.ready & hal::kPollOut);
    if (can_begin || (below.ready && translated_))
        question.ready = question.interest;
    else
        question.ready = below.ready & (question.interest | hal::kPollError | hal::kPollHangUp |
                                        hal::kPollInvalid);
    return kOk;
}

void TlsSession::shut(const Io& io) {
    if (!ready_ || failure_) return;
    (void)run(io, hal::kPollOut, [&] { return mbedtls_ssl_close_notify(&ssl_); });
    if (io.in.has_pending()) (void)io.in.take_pending();
}

Bytes TlsSession::peer_certificate() const {
    const mbedtls_x509_crt* c = peer();
    return c ? Bytes(c->raw.p, c->raw.len) : Bytes();
}

}  // namespace krait
