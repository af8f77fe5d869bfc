// What goes wrong in TLS, in words.
//
// ssl.SSLError is an OSError whose errno is mbedTLS's (negative) number, as MicroPython has it, and
// whose text says what happened; SSLCertVerificationError is for certificates that were refused.
#pragma once

#include "core/exceptions.hpp"

namespace krait {

extern const BuiltinType kSslError, kSslCertVerificationError, kSslWantReadError,
    kSslWantWriteError, kSslEofError;
// Names of CPython's that nothing raises here.
extern const BuiltinType kSslZeroReturnError, kSslSyscallError;

// The alerts that a peer ends a connection with.
std::string_view tls_alert_name(int alert);
// Raises SSLError for mbedTLS's code (below 0). `alert`: what the peer sent, for the code that says
// that it did.
Raised raise_tls_error(Interp&, int code, int alert = -1);
// Raises SSLCertVerificationError with the text.
Raised raise_certificate_error(Interp&, int code, std::string_view text);

}  // namespace krait
