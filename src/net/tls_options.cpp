// What a TlsConfig offers beyond certificates: protocols (ALPN), keys known beforehand (PSK),
// tickets, and the cookies of DTLS.
#include <mbedtls/platform.h>
#include <mbedtls/ssl_ciphersuites.h>

#include <string_view>

#include "net/tls_config.hpp"

namespace krait {

namespace {

constexpr u32 kTicketSeconds = 24 * 3600;

bool is_for_psk(int suite) {
    const std::string_view name = mbedtls_ssl_get_ciphersuite_name(suite);
    return name.find("-PSK-") != std::string_view::npos || name.starts_with("TLS1-3-");
}

}  // namespace

int TlsConfig::set_protocols(std::span<const Bytes> names) {
    usize size = (names.size() + 1) * sizeof(const char*);
    const usize first_text = size;
    for (const Bytes name : names) {
        if (name.empty() || name.size() > 255) return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        size += name.size() + 1;
    }
    auto* block = static_cast<char*>(mbedtls_calloc(1, size));
    if (!block) return MBEDTLS_ERR_SSL_ALLOC_FAILED;
    auto** list = reinterpret_cast<const char**>(block);
    char* text = block + first_text;
    for (usize i = 0; i < names.size(); ++i) {
        list[i] = text;
        std::copy_n(names[i].data(), names[i].size(), text);
        text += names[i].size() + 1;
    }
    int result = 0;
    if (names.empty())
        config_.MBEDTLS_PRIVATE(alpn_list) = nullptr;  // mbedTLS has no way to take it back
    else
        result = mbedtls_ssl_conf_alpn_protocols(&config_, list);
    mbedtls_free(result == 0 ? protocols_ : list);
    if (result == 0) protocols_ = list;
    return result;
}

void TlsConfig::accept_only_psk() {
    usize count = 0;
    for (const int* suite = mbedtls_ssl_list_ciphersuites(); *suite; ++suite)
        if (is_for_psk(*suite) && count < kMaxSuites) suites_[count++] = *suite;
    suites_[count] = 0;
    mbedtls_ssl_conf_ciphersuites(&config_, suites_);
    mbedtls_ssl_conf_tls13_key_exchange_modes(&config_,
                                              MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL);
}

int TlsConfig::set_psk(Bytes key, Bytes identity) {
    if (key.size() > MBEDTLS_PSK_MAX_LEN) return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    // mbedTLS does not take a second one.
    mbedtls_free(config_.MBEDTLS_PRIVATE(psk));
    mbedtls_free(config_.MBEDTLS_PRIVATE(psk_identity));
    config_.MBEDTLS_PRIVATE(psk) = config_.MBEDTLS_PRIVATE(psk_identity) = nullptr;
    config_.MBEDTLS_PRIVATE(psk_len) = config_.MBEDTLS_PRIVATE(psk_identity_len) = 0;
    accept_only_psk();
    return mbedtls_ssl_conf_psk(&config_, key.data(), key.size(), identity.data(), identity.size());
}

void TlsConfig::set_psk_finder(FindPsk* find) {
    accept_only_psk();
    mbedtls_ssl_conf_psk_cb(&config_, find, this);
}

int TlsConfig::offer_tickets() {
    if (has_tickets_ || !is_server_ || is_datagram_) return 0;
    mbedtls_ssl_ticket_init(&tickets_);
    has_tickets_ = true;
    const int result = mbedtls_ssl_ticket_setup(&tickets_, tls_random, board_,
                                                MBEDTLS_CIPHER_AES_256_GCM, kTicketSeconds);
    if (result != 0) return result;
    mbedtls_ssl_conf_session_tickets_cb(&config_, mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse, &tickets_);
    return 0;
}

int TlsConfig::demand_cookies() {
    if (has_cookies_) return 0;
    mbedtls_ssl_cookie_init(&cookies_);
    has_cookies_ = true;
    const int result = mbedtls_ssl_cookie_setup(&cookies_, tls_random, board_);
    if (result != 0) return result;
    mbedtls_ssl_conf_dtls_cookies(&config_, mbedtls_ssl_cookie_write, mbedtls_ssl_cookie_check,
                                  &cookies_);
    return 0;
}

void TlsConfig::drop_options() {
    if (has_tickets_) mbedtls_ssl_ticket_free(&tickets_);
    if (has_cookies_) mbedtls_ssl_cookie_free(&cookies_);
    mbedtls_free(protocols_);
}

}  // namespace krait
