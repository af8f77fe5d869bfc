#include "net/tls_config.hpp"

#include <mbedtls/platform.h>
#include <psa/crypto.h>

#include "hal/board.hpp"
#include "net/tls_errors.hpp"

namespace krait {

namespace {

constexpr int kTls12Version = 0x303, kTls13Version = 0x304;
constexpr std::string_view kPemMark = "-----BEGIN ";

bool is_pem(Bytes bytes) {
    return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size())
               .find(kPemMark) != std::string_view::npos;
}

// mbedTLS wants the NUL behind a PEM text to be counted: a copy that has one. DER stays as it is.
class Terminated {
  public:
    explicit Terminated(Bytes bytes) : bytes_(bytes) {
        if (!is_pem(bytes) || bytes.back() == 0) return;
        copy_ = static_cast<u8*>(mbedtls_calloc(bytes.size() + 1, 1));
        if (copy_) std::copy_n(bytes.data(), bytes.size(), copy_);
        bytes_ = {copy_, copy_ ? bytes.size() + 1 : 0};
    }
    Terminated(const Terminated&) = delete;
    ~Terminated() { mbedtls_free(copy_); }
    const u8* data() const { return bytes_.data(); }
    usize size() const { return bytes_.size(); }

  private:
    Bytes bytes_;
    u8* copy_ = nullptr;
};

}  // namespace

// --- roots ---------------------------------------------------------------------------------------

TlsRoots* TlsRoots::create() {
    auto* roots = static_cast<TlsRoots*>(mbedtls_calloc(1, sizeof(TlsRoots)));
    if (!roots) return nullptr;
    mbedtls_x509_crt_init(&roots->chain);
    roots->users = 1;
    return roots;
}

void TlsRoots::drop() {
    if (--users) return;
    mbedtls_x509_crt_free(&chain);
    mbedtls_free(this);
}

int TlsRoots::add(Bytes certificates) {
    const Terminated text(certificates);
    const bool had_some = chain.raw.p != nullptr;
    const int result = mbedtls_x509_crt_parse(&chain, text.data(), text.size());
    if (result <= 0) return result;
    return had_some || chain.raw.p ? 0 : MBEDTLS_ERR_X509_INVALID_FORMAT;
}

TlsRoots* default_tls_roots(Interp& in) {
    TlsRoots* roots = TlsRoots::create();
    if (!roots) {
        (void)raise_memory_error(in);
        return nullptr;
    }
    const Bytes given = in.config().tls_roots;
    const int result = given.empty() ? 0 : roots->add(given);
    if (result == 0) return roots;
    roots->drop();
    (void)raise_tls_error(in, result);
    return nullptr;
}

// --- the configuration ---------------------------------------------------------------------------

int tls_random(void* board, unsigned char* out, size_t size) {
    const bool filled = static_cast<hal::Board*>(board)->entropy().fill({out, size}).is_ok();
    return filled ? 0 : MBEDTLS_ERR_SSL_HW_ACCEL_FAILED;
}

TlsConfig* TlsConfig::create(Interp& in, bool is_server, bool is_datagram) {
    if (psa_crypto_init() != PSA_SUCCESS) {
        (void)raise(in, kSslError, "this board has no random numbers for TLS");
        return nullptr;
    }
    auto* config = static_cast<TlsConfig*>(mbedtls_calloc(1, sizeof(TlsConfig)));
    if (!config) {
        (void)raise_memory_error(in);
        return nullptr;
    }
    config->users_ = 1;
    config->board_ = in.board();
    config->is_server_ = is_server;
    config->is_datagram_ = is_datagram;
    config->lowest_version_ = kTls12Version;
    config->highest_version_ = is_datagram ? kTls12Version : kTls13Version;
    mbedtls_ssl_config_init(&config->config_);
    mbedtls_x509_crt_init(&config->certificate_);
    mbedtls_pk_init(&config->key_);
    const int result = mbedtls_ssl_config_defaults(
        &config->config_, is_server ? MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT,
        is_datagram ? MBEDTLS_SSL_TRANSPORT_DATAGRAM : MBEDTLS_SSL_TRANSPORT_STREAM,
        MBEDTLS_SSL_PRESET_DEFAULT);
    if (result != 0) {
        config->drop();
        (void)raise_tls_error(in, result);
        return nullptr;
    }
    mbedtls_ssl_conf_rng(&config->config_, tls_random, in.board());
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &config->config_, MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
    config->set_verify(is_server ? TlsVerify::None : TlsVerify::Required);
    return config;
}

void TlsConfig::drop() {
    if (--users_) return;
    mbedtls_ssl_config_free(&config_);
    mbedtls_x509_crt_free(&certificate_);
    mbedtls_pk_free(&key_);
    drop_options();
    if (roots_) roots_->drop();
    mbedtls_free(this);
}

void TlsConfig::set_verify(TlsVerify verify) {
    verify_ = verify;
    // For a client, optional is required, as in CPython.
    const bool required =
        verify == TlsVerify::Required || (verify != TlsVerify::None && !is_server_);
    mbedtls_ssl_conf_authmode(&config_, required                    ? MBEDTLS_SSL_VERIFY_REQUIRED
                                        : verify == TlsVerify::None ? MBEDTLS_SSL_VERIFY_NONE
                                                                    : MBEDTLS_SSL_VERIFY_OPTIONAL);
}

void TlsConfig::set_roots(TlsRoots* roots) {
    roots->hold();
    if (roots_) roots_->drop();
    roots_ = roots;
    own_roots_ = false;
    mbedtls_ssl_conf_ca_chain(&config_, &roots->chain, nullptr);
}

TlsRoots* TlsConfig::own_roots() {
    if (roots_ && own_roots_) return roots_;
    TlsRoots* fresh = TlsRoots::create();
    if (!fresh) return nullptr;
    set_roots(fresh);
    fresh->drop();
    own_roots_ = true;
    return roots_;
}

int TlsConfig::set_identity(Bytes certificate, Bytes key, Bytes password) {
    const Terminated certificate_text(certificate), key_text(key);
    int result =
        mbedtls_x509_crt_parse(&certificate_, certificate_text.data(), certificate_text.size());
    if (result > 0) result = MBEDTLS_ERR_X509_INVALID_FORMAT;
    if (result != 0) return result;
    mbedtls_pk_free(&key_);
    mbedtls_pk_init(&key_);
    result = mbedtls_pk_parse_key(&key_, key_text.data(), key_text.size(), password.data(),
                                  password.size(), tls_random, board_);
    if (result != 0) return result;
    if (mbedtls_pk_check_pair(&certificate_.pk, &key_, tls_random, board_) != 0)
        return MBEDTLS_ERR_PK_TYPE_MISMATCH;
    return mbedtls_ssl_conf_own_cert(&config_, &certificate_, &key_);
}

bool TlsConfig::is_key(Bytes key) const {
    const Terminated text(key);
    mbedtls_pk_context parsed;
    mbedtls_pk_init(&parsed);
    const int result =
        mbedtls_pk_parse_key(&parsed, text.data(), text.size(), nullptr, 0, tls_random, board_);
    mbedtls_pk_free(&parsed);
    return result == 0;
}

void TlsConfig::set_suites(std::span<const int> suites) {
    std::copy(suites.begin(), suites.end(), suites_);
    suites_[suites.size()] = 0;
    mbedtls_ssl_conf_ciphersuites(&config_, suites_);
    apply_versions();
}

void TlsConfig::set_versions(int lowest, int highest) {
    lowest_version_ = lowest;
    highest_version_ = highest;
    apply_versions();
}

// A version that none of the chosen suites is for is not offered, as the peer might take it.
void TlsConfig::apply_versions() {
    constexpr int kFirstOfTls13 = MBEDTLS_TLS1_3_AES_128_GCM_SHA256;
    constexpr int kLastOfTls13 = MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256;
    bool old = suites_[0] == 0, fresh = suites_[0] == 0;
    for (const int* suite = suites_; *suite; ++suite)
        (*suite >= kFirstOfTls13 && *suite <= kLastOfTls13 ? fresh : old) = true;
    const int lowest = old ? lowest_version_ : kTls13Version;
    const int highest = fresh ? highest_version_ : kTls12Version;
    const auto version = [](int v) { return static_cast<mbedtls_ssl_protocol_version>(v); };
    mbedtls_ssl_conf_min_tls_version(&config_, version(std::max(lowest, lowest_version_)));
    mbedtls_ssl_conf_max_tls_version(&config_, version(std::min(highest, highest_version_)));
}

}  // namespace krait
