// TlsConfig: what TLS connections of one kind share: the side, whom to trust, the own certificate.
//
// It lies in memory of mbedTLS's allocator (the port's) and is counted: connections outlive the
// Python object that made it. A connection refers to it, so settings made later hold for the next
// connection only if they are read at its start; lists are only added to.
#pragma once

#include <mbedtls/ssl.h>

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
    static constexpr usize kMaxSuites = 32;

    // Null: an exception is pending.
    static TlsConfig* create(Interp&, bool is_server);
    TlsConfig* hold() {
        ++users_;
        return this;
    }
    void drop();

    bool is_server() const { return is_server_; }
    TlsVerify verify() const { return verify_; }
    void set_verify(TlsVerify verify);
    // The roots to trust from now on; held.
    void set_roots(TlsRoots* roots);
    bool has_roots() const { return roots_ != nullptr; }
    TlsRoots* own_roots();  // to add to; null: no memory
    // The own certificate (with those between it and the root) and its key, PEM or DER. 0 or
    // mbedTLS's error.
    int set_identity(Bytes certificate, Bytes key, Bytes password);
    // By mbedTLS's numbers, best first. Requires: at most kMaxSuites.
    void set_suites(std::span<const int> suites);
    // 0x303: TLS 1.2, 0x304: TLS 1.3.
    void set_versions(int lowest, int highest);

    mbedtls_ssl_config* native() { return &config_; }

  private:
    mbedtls_ssl_config config_;
    mbedtls_x509_crt certificate_;
    mbedtls_pk_context key_;
    TlsRoots* roots_;
    hal::Board* board_;
    int suites_[kMaxSuites + 1];
    u32 users_;
    bool is_server_, own_roots_;
    TlsVerify verify_;
};

// Random numbers of the board, for mbedTLS; `board` is a hal::Board.
int tls_random(void* board, unsigned char* out, size_t size);

// The roots that the port offers (InterpConfig::tls_roots), read at first use. Null: an exception
// is pending. To be dropped by the caller.
TlsRoots* default_tls_roots(Interp&);

}  // namespace krait
