// The module ssl: what its files share. context.cpp has SSLContext, socket.cpp the wrapped socket,
// module.cpp the functions, peer_certificate.cpp what
// getpeercert() tells.
//
// Certificates are checked by default, whatever form a script asks for TLS in; CERT_NONE or
// `-X tls=noverify` turn that off, with one line of warning. Where a script gives no
// server_hostname, the name that it connected the socket by is the one that is checked.
#pragma once

#include "net/tls_session.hpp"

namespace krait::ssl {

enum : int { kProtocolClient = 0, kProtocolServer = 1 };
enum : int { kCertNone = 0, kCertOptional = 1, kCertRequired = 2 };
enum : int { kTls12 = 0x303, kTls13 = 0x304 };

struct Context : Object {
    static const BuiltinType kType;
    TlsConfig* config;
    i32 protocol, lowest_version, highest_version;
    bool check_hostname;
};

struct Socket : Object {
    static const BuiltinType kType;
    TlsSession* session;  // null: closed
    Value stream;         // what it runs over
    Context* context;
    Value host;  // server_hostname or None
};

// How to wrap.
struct WrapOptions {
    bool server_side = false, handshake = true;
    Value host = none();  // server_hostname
};

Result<Context*> new_context(Interp&, isize protocol);
// The bytes of a certificate or key: given as bytes, or by the name of a file.
Value load_bytes(Interp&, Value given);
Status load_identity(Interp&, Context* context, Value certificate, Value key, Value password);
Status load_roots(Interp&, Context* context, Value given);
// A certificate as a dict (peer_certificate.cpp).
Value describe_certificate(Interp&, const mbedtls_x509_crt& certificate);
Value wrap(Interp&, Context* context, Value stream, const WrapOptions& options);

}  // namespace krait::ssl
