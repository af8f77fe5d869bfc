#include "net/tls_errors.hpp"

#include <mbedtls/error.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>

#include "core/class.hpp"
#include "core/exception_type.hpp"
#include "core/interp.hpp"
#include "objects/exception.hpp"

namespace krait {

namespace {

// The text alone, without "[Errno ...]".
Value ssl_error_str(Interp& in, Value self) {
    const Tuple* args = as<Exception>(self)->args;
    if (args->size() == 2 && is<Str>((*args)[1])) return (*args)[1];
    return exception_str(in, self);
}

constexpr Slots kSlots = {.str = ssl_error_str};

struct Saying {
    int code;
    std::string_view text;
};

// What users meet, in more words than mbedTLS has.
constexpr Saying kSayings[] = {
    {MBEDTLS_ERR_SSL_INVALID_RECORD, "wrong record: does the peer speak TLS on this port?"},
    {MBEDTLS_ERR_SSL_CONN_EOF, "the peer closed the connection during the handshake"},
    {MBEDTLS_ERR_SSL_BAD_PROTOCOL_VERSION, "the peer's protocol version is not supported"},
    {MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE, "handshake failure: no common cipher or version"},
    {MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE, "the peer did not return a certificate"},
    {MBEDTLS_ERR_SSL_CA_CHAIN_REQUIRED, "no certificates to trust were loaded"},
    {MBEDTLS_ERR_SSL_PRIVATE_KEY_REQUIRED, "a server needs load_cert_chain() first"},
    {MBEDTLS_ERR_X509_INVALID_FORMAT, "not a certificate in PEM or DER"},
    {MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, "not a private key in PEM or DER"},
    {MBEDTLS_ERR_PK_PASSWORD_REQUIRED, "the private key needs its password"},
    {MBEDTLS_ERR_PK_PASSWORD_MISMATCH, "wrong password of the private key"},
    {MBEDTLS_ERR_PK_TYPE_MISMATCH, "the private key is not that of the certificate"},
    {MBEDTLS_ERR_SSL_HELLO_VERIFY_REQUIRED, "hello verify required: wrap the socket again"},
    {MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY, "the server has no key of this identity"},
    {MBEDTLS_ERR_SSL_NO_APPLICATION_PROTOCOL, "no protocol in common with the peer (ALPN)"},
    {MBEDTLS_ERR_SSL_INVALID_MAC, "wrong message authentication code"},
    {MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE, "unexpected message: does the peer speak TLS here?"},
};

constexpr Saying kAlerts[] = {
    {0, "close notify"},
    {10, "unexpected message"},
    {20, "bad record mac"},
    {22, "record overflow"},
    {40, "handshake failure"},
    {42, "bad certificate"},
    {43, "unsupported certificate"},
    {44, "certificate revoked"},
    {45, "certificate expired"},
    {46, "certificate unknown"},
    {47, "illegal parameter"},
    {48, "unknown ca"},
    {49, "access denied"},
    {50, "decode error"},
    {51, "decrypt error"},
    {70, "protocol version"},
    {71, "insufficient security"},
    {80, "internal error"},
    {90, "user canceled"},
    {109, "missing extension"},
    {110, "unsupported extension"},
    {112, "unrecognized name"},
    {115, "unknown psk identity"},
    {116, "certificate required"},
    {120, "no application protocol"},
};

Raised raise_with(Interp& in, const BuiltinType& type, int code, std::string_view text) {
    auto message = new_str(in, text);
    if (!message) return {};
    const Value args[] = {Value::from_int(code), Value(message.take())};
    return raise_args(in, type, args);
}

}  // namespace

constinit const BuiltinType kSslError{exception_type("SSLError"_sym, kOSError, {}, kSlots)};
constinit const BuiltinType kSslCertVerificationError{
    exception_type("SSLCertVerificationError"_sym, kSslError)};
constinit const BuiltinType kSslWantReadError{exception_type("SSLWantReadError"_sym, kSslError)};
constinit const BuiltinType kSslWantWriteError{exception_type("SSLWantWriteError"_sym, kSslError)};
constinit const BuiltinType kSslEofError{exception_type("SSLEOFError"_sym, kSslError)};
constinit const BuiltinType kSslZeroReturnError{
    exception_type("SSLZeroReturnError"_sym, kSslError)};
constinit const BuiltinType kSslSyscallError{exception_type("SSLSyscallError"_sym, kSslError)};

std::string_view tls_alert_name(int alert) {
    for (const Saying& s : kAlerts)
        if (s.code == alert) return s.text;
    return "unknown alert";
}

Raised raise_tls_error(Interp& in, int code, int alert) {
    if (code == MBEDTLS_ERR_SSL_ALLOC_FAILED) return raise_memory_error(in);
    if (code == MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE && alert >= 0) {
        auto text = format_str(in, "the peer ended the connection: {} (alert {})",
                               tls_alert_name(alert), alert);
        if (!text) return {};
        return raise_with(in, kSslError, code, text.take()->view());
    }
    const BuiltinType& type = code == MBEDTLS_ERR_SSL_CONN_EOF ? kSslEofError : kSslError;
    for (const Saying& s : kSayings)
        if (s.code == code) return raise_with(in, type, code, s.text);
    char text[128];
    mbedtls_strerror(code, text, sizeof text);
    return raise_with(in, kSslError, code, text);
}

Raised raise_certificate_error(Interp& in, int code, std::string_view text) {
    return raise_with(in, kSslCertVerificationError, code, text);
}

}  // namespace krait
