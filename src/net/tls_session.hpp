// TlsSession: one TLS connection over any stream, without ever waiting.
//
// Each call does what can be done now and says kStreamAgain (or false) when the stream below has to
// become ready first; poll() then says for what. So handshake, reading and writing go on step by
// step while other tasks run, and whoever wants to block does so by the stream protocol.
//
// mbedTLS seals a whole record before it is sent. When the stream below does not take all of it,
// the record waits in mbedTLS and is sent by the next call, whatever that is (flush()). To a caller
// that waits, the bytes count as written when the record has gone; it comes again with the same
// bytes. To one that never waits they count at once.
//
// A session lies in memory of mbedTLS's allocator and knows no Python object but those it is given
// for the time of a call. After a failure it stays failed.
#pragma once

#include "core/stream.hpp"
#include "net/tls_config.hpp"
#include "net/tls_report.hpp"

namespace krait {

class TlsSession {
  public:
    // `host`: the name told to the server; with `checks_host`, whose certificate is expected too.
    // Empty: any. Null: an exception is pending.
    static TlsSession* create(Interp&, TlsConfig* config, std::string_view host,
                              bool checks_host = true);
    void destroy();

    // A stream below, and the interpreter, for the time of a call.
    struct Io {
        Interp& in;
        Value stream;
        const StreamOps* ops;
    };

    // True: done. False: the stream below has to become ready.
    Result<bool> handshake(const Io& io);
    // What the stream below has to be ready for, after a call that could not go on.
    u8 wants() const { return wants_; }
    Result<isize> read(const Io& io, MutableBytes into);
    Result<isize> write(const Io& io, Bytes data);
    Status poll(const Io& io, StreamPoll& question);
    // Says goodbye to the peer, as far as it goes without waiting; errors do not matter any more.
    void shut(const Io& io);

    // Decrypted bytes that wait to be read.
    usize pending() const { return mbedtls_ssl_get_bytes_avail(&ssl_); }
    // "TLSv1.3" and the suite's name; null before the handshake is done.
    const char* version() const { return ready_ ? mbedtls_ssl_get_version(&ssl_) : nullptr; }
    const char* suite() const { return ready_ ? mbedtls_ssl_get_ciphersuite(&ssl_) : nullptr; }
    // The peer's certificate as DER; empty if there is none.
    Bytes peer_certificate() const;
    const mbedtls_x509_crt* peer() const { return mbedtls_ssl_get_peer_cert(&ssl_); }

  private:
    static int send(void* self, const unsigned char* data, size_t size);
    static int receive(void* self, unsigned char* into, size_t size);
    static int check(void* self, mbedtls_x509_crt* certificate, int depth, uint32_t* flags);

    // Runs `step`, a call of mbedTLS, with the stream below at hand.
    template <class Step>
    int run(const Io& io, Step step);
    // What a result below 0 means: false: wait; else an exception is pending.
    Result<bool> stopped(const Io& io, int result);
    Raised refuse(const Io& io);
    Result<bool> flush(const Io& io);
    bool has_input() const { return ready_ && (pending() || mbedtls_ssl_check_pending(&ssl_)); }

    mbedtls_ssl_context ssl_;
    TlsConfig* config_;
    const Io* io_;    // while a call runs
    int failure_;     // of an earlier call
    u8 wants_;        // what the stream below has to be ready for (hal::PollBits)
    bool ready_;      // the handshake is done
    bool any_host_;   // whatever host the certificate is for
    bool at_end_;     // the peer said goodbye
    usize unsent_;    // bytes of a record that waits in mbedTLS
    const u8* held_;  // the data that this record holds, if the caller will come again with it
    TlsReport report_;
};

}  // namespace krait
