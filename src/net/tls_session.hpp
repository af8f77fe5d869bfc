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

// What a client needs to take up a session again; counted. It holds good for the configuration that
// it was made under.
struct TlsTicket {
    mbedtls_ssl_session session;
    TlsConfig* config;
    u32 users;
    bool was_verified;  // the server's certificate was checked

    // Null: no memory.
    static TlsTicket* create(TlsConfig* config);
    TlsTicket* hold() {
        ++users;
        return this;
    }
    void drop();
};

class TlsSession {
  public:
    // `host`: the name told to the server; with `checks_host`, whose certificate is expected too.
    // Empty: any. Null: an exception is pending.
    static TlsSession* create(Interp&, TlsConfig* config, std::string_view host,
                              bool checks_host = true);
    void destroy();

    // A stream below, the interpreter, and what the session asks Python code, for the time of a
    // call.
    struct Io {
        Interp& in;
        Value stream;
        const StreamOps* ops;
        Value psk_keys = none();         // a server's: get(identity) gives the key
        Value verify_callback = none();  // gets each certificate and its depth; 0: well
    };

    // A server of `config` finds keys by Io::psk_keys from now on, or not any more.
    static void use_psk_keys(TlsConfig* config, bool on) {
        config->set_psk_finder(on ? find_psk : nullptr);
    }

    // Before the handshake.
    // Takes the session up again, if the server agrees.
    int resume(const TlsTicket& ticket);
    // Whom a DTLS server talks to: bytes that name the client's address. 0 or mbedTLS's error.
    int set_client(Bytes id);

    // True: done. False: the stream below has to become ready.
    Result<bool> handshake(const Io& io, u8 own = 0);
    // What the stream below has to be ready for, after a call that could not go on.
    u8 wants() const { return wants_; }
    // When a handshake over datagrams has to be looked at again, microseconds of
    // hal::Clock::ticks_us; kForever: never.
    u64 retry_at_us() const;
    Result<isize> read(const Io& io, MutableBytes into);
    Result<isize> write(const Io& io, Bytes data);
    Status poll(const Io& io, StreamPoll& question);
    // Says goodbye to the peer, as far as it goes without waiting; errors do not matter any more.
    void shut(const Io& io);

    // True while a call runs. A stream below that is written in Python, or a callback, may come
    // back here or let another thread run; nothing else may be called then.
    bool is_busy() const { return io_ != nullptr; }

    // Decrypted bytes that wait to be read.
    usize pending() const { return mbedtls_ssl_get_bytes_avail(&ssl_); }
    // "TLSv1.3" and the suite's name; null before the handshake is done.
    const char* version() const { return ready_ ? mbedtls_ssl_get_version(&ssl_) : nullptr; }
    const char* suite() const { return ready_ ? mbedtls_ssl_get_ciphersuite(&ssl_) : nullptr; }
    // The protocol agreed on by ALPN; null: none.
    const char* protocol() const { return mbedtls_ssl_get_alpn_protocol(&ssl_); }
    // What to resume the session with later; null: nothing (yet). Not held for the caller.
    TlsTicket* ticket();
    bool was_resumed() const { return ready_ && !saw_certificates_; }
    bool is_ready() const { return ready_; }
    // The peer's certificate as DER; empty if there is none.
    Bytes peer_certificate() const;
    const mbedtls_x509_crt* peer() const { return mbedtls_ssl_get_peer_cert(&ssl_); }

  private:
    static int send(void* self, const unsigned char* data, size_t size);
    static int receive(void* self, unsigned char* into, size_t size);
    static int check(void* self, mbedtls_x509_crt* certificate, int depth, uint32_t* flags);
    static int find_psk(void*, mbedtls_ssl_context* ssl, const unsigned char* name, size_t size);
    static void set_timer(void* self, uint32_t middle_ms, uint32_t final_ms);
    static int get_timer(void* self);
    int ask_callback(mbedtls_x509_crt* certificate, int depth, uint32_t* flags);
    void take_ticket();

    // Runs `step`, a call of mbedTLS, with the stream below at hand.
    // `own` is what the call is about (hal::PollBits; 0: both).
    template <class Step>
    int run(const Io& io, u8 own, Step step);
    // What a result below 0 means: false: wait; else an exception is pending.
    Result<bool> stopped(const Io& io, int result);
    Raised refuse(const Io& io);
    Result<bool> flush(const Io& io);
    bool has_input() const { return ready_ && (pending() || mbedtls_ssl_check_pending(&ssl_)); }

    mbedtls_ssl_context ssl_;
    TlsConfig* config_;
    const Io* io_;  // while a call runs
    int failure_;   // of an earlier call
    TlsTicket* ticket_;
    u64 timer_began_us_;
    u32 timer_middle_ms_, timer_final_ms_;
    u8 wants_;               // what the stream below has to be ready for (hal::PollBits)
    u8 translated_;          // the same, where it is not what the call is about; else 0
    bool saw_certificates_;  // the handshake came to the server's certificate
    bool ready_;             // the handshake is done
    bool any_host_;          // whatever host the certificate is for
    bool at_end_;            // the peer said goodbye
    usize unsent_;           // bytes of a record that waits in mbedTLS
    const u8* held_;  // the data that this record holds, if the caller will come again with it
    TlsReport report_;
};

}  // namespace krait
