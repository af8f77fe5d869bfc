// The module ssl: what its files share. context.cpp has SSLContext, ciphers.cpp the names of
// ciphers, psk.cpp its keys known beforehand, socket.cpp the wrapped socket, session.cpp what a
// session is resumed with, module.cpp the functions, peer_certificate.cpp what getpeercert() tells.
//
// Certificates are checked by default, whatever form a script asks for TLS in; CERT_NONE or
// `-X tls=noverify` turn that off, with one line of warning. Where a script gives no
// server_hostname, the name that it connected the socket by is the one that is checked.
#pragma once

#include "net/tls_session.hpp"

namespace krait::ssl {

enum : int {
    kProtocolClient = 0,
    kProtocolServer = 1,
    kProtocolDatagramClient = 2,
    kProtocolDatagramServer = 3,
};
enum : int { kCertNone = 0, kCertOptional = 1, kCertRequired = 2 };
enum : int { kTls12 = 0x303, kTls13 = 0x304 };

// Bits of SSLContext.options, with OpenSSL's values. The first three and the last always hold.
enum : int {
    kNoSsl3 = 1 << 25,
    kNoTls10 = 1 << 26,
    kNoTls11 = 1 << 28,
    kNoCompression = 1 << 17,
    kNoTls12 = 1 << 27,
    kNoTls13 = 1 << 29,
    kAlwaysOn = kNoSsl3 | kNoTls10 | kNoTls11 | kNoCompression,
};

struct Context : Object {
    static const BuiltinType kType;
    TlsConfig* config;
    isize options;
    i32 protocol, lowest_version, highest_version;
    bool check_hostname;
    // As the script gave them; None or empty if it did not.
    Value psk_identity, psk_key, psk_keys, verify_callback;

    // Both sides know a key, so that no certificate is asked for.
    bool has_psk() const;
};
// The same class for the module tls, which wants to be told the protocol.
extern const BuiltinType kTlsContextType;

// What `session` of a socket gives, to be given to wrap_socket().
struct Session : Object {
    static const BuiltinType kType;
    TlsTicket* ticket;
};
// None without one.
Value session_of_ticket(Interp&, TlsTicket* ticket);

struct Socket : Object {
    static const BuiltinType kType;
    TlsSession* session;  // null: closed
    Value stream;         // what it runs over
    Context* context;
    Value host;          // server_hostname or None
    bool is_unverified;  // no certificate is asked for, which was not yet told
};

// How to wrap.
struct WrapOptions {
    bool server_side = false, handshake = true;
    Value host = none();       // server_hostname
    Value session = none();    // to resume
    Value client_id = none();  // DTLS server: whom it talks to
};

// The keys known beforehand (psk.cpp), as attributes of a context.
Value context_psk_identity(Context* c);
Status set_psk_identity(Interp&, Context* c, Value v);
Value context_psk_key(Context* c);
Status set_psk_key(Interp&, Context* c, Value v);
Value context_psk_keys(Context* c);
Status set_psk_keys(Interp&, Context* c, Value v);

// The ciphers' names (ciphers.cpp).
Result<List*> context_get_ciphers(Interp&, Context* c);
Status context_set_ciphers(Interp&, Context* c, Value ciphers);

Result<Context*> new_context(Interp&, isize protocol);
// The bytes of a certificate or key: given as bytes, or by the name of a file.
Value load_bytes(Interp&, Value given);
Status load_identity(Interp&, Context* context, Value certificate, Value key, Value password);
Status load_roots(Interp&, Context* context, Value given);
// All certificates in a folder; what is no certificate is skipped.
Status load_folder(Interp&, Context* context, Value folder);
// A certificate as a dict (peer_certificate.cpp).
Value describe_certificate(Interp&, const mbedtls_x509_crt& certificate);
Value wrap(Interp&, Context* context, Value stream, const WrapOptions& options);

}  // namespace krait::ssl
