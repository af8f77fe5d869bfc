// TlsConfig: what TLS connections of one kind share: the side, whom to trust, the own certificate.
//
// It lies in memory of mbedTLS's allocator (the port's) and is counted: connections outlive the
// Python object that made it. A connection refers to it, so settings made later hold for the next
// connection only if they are read at its start; lists are only added to.
#pragma once

#include <mbedtls/ssl.h>
#include <mbedtls/ssl_cookie.h>
#include <mbedtls/ssl_ticket.h>

#include "core/interp.hpp"

namespace krait {

enum class TlsVerify : u8 { None, Optional, Required };

// Trusted certificates; counted.
struct TlsRoots {
    mbedtls_x509_crt chain;
    u32 users;

    // Null: no memory.
    static TlsRoots* create();
    TlsRoots* hold() {
        ++users;
        return this;
    }
    void drop();
    // Adds PEM or DER certificates; 0 or mbedTLS's error. Those of a long PEM text that cannot be
    // read are skipped, as long as there is one that can.
    int add(Bytes certificates);
};

class TlsConfig {
  public:
    static constexpr usize kMaxSuites = 80;

    // With `is_datagram`: DTLS. Null: an exception is pending.
    static TlsConfig* create(Interp&, bool is_server, bool is_datagram = false);
    TlsConfig* hold() {
        ++users_;
        return this;
    }
    void drop();

    bool is_server() const { return is_server_; }
    bool is_datagram() const { return is_datagram_; }
    hal::Board* board() const { return board_; }
    TlsVerify verify() const { return verify_; }
    void set_verify(TlsVerify verify);
    // The roots to trust from now on; held.
    void set_roots(TlsRoots* roots);
    bool has_roots() const { return roots_ != nullptr; }
    TlsRoots* own_roots();  // to add to; null: no memory
    // The own certificate (with those between it and the root) and its key, PEM or DER. 0 or
    // mbedTLS's error.
    int set_identity(Bytes certificate, Bytes key, Bytes password);
    // Whether the bytes are a private key, PEM or DER.
    bool is_key(Bytes key) const;
    // By mbedTLS's numbers, best first. Requires: at most kMaxSuites.
    void set_suites(std::span<const int> suites);
    // 0x303: TLS 1.2, 0x304: TLS 1.3.
    void set_versions(int lowest, int highest);

    // What follows answers 0 or mbedTLS's error (tls_options.cpp).

    // Protocols to offer or to accept, best first, each of 1 to 255 bytes without NUL.
    int set_protocols(std::span<const Bytes> names);
    // The key that both sides know, and the name that a client tells for it. From then on nothing
    // else is accepted: no certificate takes the key's place.
    int set_psk(Bytes key, Bytes identity);
    // A server's keys are found by `find` (mbedtls_ssl_conf_psk_cb), likewise.
    using FindPsk = int(void*, mbedtls_ssl_context*, const unsigned char*, size_t);
    void set_psk_finder(FindPsk* find);
    // A server's tickets, by which clients resume sessions. Needed before its first connection.
    int offer_tickets();
    // DTLS: clients prove that they can be answered at their address before anything is kept of
    // them.
    int demand_cookies();

    mbedtls_ssl_config* native() { return &config_; }

  private:
    void accept_only_psk();
    void apply_versions();
    void drop_options();

    mbedtls_ssl_config config_;
    mbedtls_x509_crt certificate_;
    mbedtls_pk_context key_;
    TlsRoots* roots_;
    hal::Board* board_;
    const char** protocols_;  // a null-terminated list, its texts behind it
    mbedtls_ssl_ticket_context tickets_;
    mbedtls_ssl_cookie_ctx cookies_;
    int suites_[kMaxSuites + 1];  // ends with 0; none: mbedTLS's
    int lowest_version_, highest_version_;
    u32 users_;
    bool is_server_, is_datagram_, own_roots_, has_tickets_, has_cookies_;
    TlsVerify verify_;
};

// Random numbers of the board, for mbedTLS; `board` is a hal::Board.
int tls_random(void* board, unsigned char* out, size_t size);

// The roots that the port offers (InterpConfig::tls_roots), read at first use. Null: an exception
// is pending. To be dropped by the caller.
TlsRoots* default_tls_roots(Interp&);

}  // namespace krait
