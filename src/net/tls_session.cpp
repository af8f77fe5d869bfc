#include "net/tls_session.hpp"

#include <mbedtls/platform.h>

#include "core/errno.hpp"
#include "hal/board.hpp"
#include "net/tls_errors.hpp"

namespace krait {

namespace {

// More than this is refused before mbedTLS copies it.
constexpr usize kLongestHost = 255;

bool would_wait(int result) {
    return result == MBEDTLS_ERR_SSL_WANT_READ || result == MBEDTLS_ERR_SSL_WANT_WRITE;
}

// What mbedTLS says for things that are no failures: try again at once.
bool is_news(int result) { return result == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET; }

}  // namespace

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
    return session;
}

void TlsSession::destroy() {
    mbedtls_ssl_free(&ssl_);
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
    return 0;
}

// --- the calls -----------------------------------------------------------------------------------

template <class Step>
int TlsSession::run(const Io& io, Step step) {
    io_ = &io;
    int result;
    do result = step();
    while (is_news(result));
    io_ = nullptr;
    wants_ = result == MBEDTLS_ERR_SSL_WANT_WRITE ? hal::kPollOut : hal::kPollIn;
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

Result<bool> TlsSession::handshake(const Io& io) {
    if (ready_) return true;
    if (failure_) return refuse(io);
    const int result = run(io, [&] { return mbedtls_ssl_handshake(&ssl_); });
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
    const int result = run(io, [&] { return mbedtls_ssl_write(&ssl_, held_, unsent_); });
    if (result < 0) return stopped(io, result);
    unsent_ = 0;
    return true;
}

Result<isize> TlsSession::read(const Io& io, MutableBytes into) {
    if (!KRAIT_TRY(handshake(io))) return kStreamAgain;
    if (at_end_) return 0;
    if (failure_) return refuse(io);
    (void)KRAIT_TRY(flush(io));
    const int result = run(io, [&] { return mbedtls_ssl_read(&ssl_, into.data(), into.size()); });
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
    if (!KRAIT_TRY(handshake(io))) return kStreamAgain;
    if (failure_) return refuse(io);
    if (data.empty()) return 0;
    const usize held = unsent_;
    const bool comes_again = held && held_ == data.data() && held <= data.size();
    if (!KRAIT_TRY(flush(io))) return kStreamAgain;
    if (comes_again) {
        held_ = nullptr;
        return static_cast<isize>(held);
    }
    const int result = run(io, [&] { return mbedtls_ssl_write(&ssl_, data.data(), data.size()); });
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
    if (failure_ || at_end_ || ((question.interest & hal::kPollIn) && has_input())) {
        question.ready = question.interest;
        return kOk;
    }
    // While the handshake goes on, whatever is asked waits for what the handshake waits for; later
    // a record that has to be sent goes along.
    if (!ready_ && !wants_) {  // not begun
        question.ready = question.interest;
        return kOk;
    }
    StreamPoll below;
    below.interest = !ready_ ? wants_ : question.interest;
    if (unsent_) below.interest |= hal::kPollOut;
    KRAIT_TRY(poll_stream(io.in, io.stream, below));
    question.has_entry = below.has_entry;
    question.entry = below.entry;
    const u8 ready = below.ready;
    if (!ready) return kOk;
    question.ready = !ready_ ? question.interest
                             : ready & (question.interest | hal::kPollError | hal::kPollHangUp);
    return kOk;
}

void TlsSession::shut(const Io& io) {
    if (!ready_ || failure_) return;
    (void)run(io, [&] { return mbedtls_ssl_close_notify(&ssl_); });
    if (io.in.has_pending()) (void)io.in.take_pending();
}

Bytes TlsSession::peer_certificate() const {
    const mbedtls_x509_crt* c = peer();
    return c ? Bytes(c->raw.p, c->raw.len) : Bytes();
}

}  // namespace krait
