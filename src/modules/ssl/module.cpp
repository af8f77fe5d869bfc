// The modules ssl and tls (and ussl).
#include <mbedtls/build_info.h>

#include <array>

#include "core/bind.hpp"
#include "core/class.hpp"
#include "modules/modules.hpp"
#include "modules/ssl/ssl.hpp"
#include "net/tls_errors.hpp"

namespace krait {

namespace {

using namespace ssl;

// The errors that MicroPython's wrap_socket() has for what cannot be read at all.
Status check_certificate(Interp& in, Value certificate) {
    HeldBuffer bytes;
    const Value object = KRAIT_TRY(load_bytes(in, certificate));
    KRAIT_TRY(get_buffer(in, object, bytes));
    TlsRoots* parsed = TlsRoots::create();
    if (!parsed) return raise_memory_error(in);
    const int result = parsed->add(bytes.bytes());
    parsed->drop();
    if (result != 0) return raise(in, kValueError, "invalid cert");
    return kOk;
}

Status check_identity(Interp& in, Context* context, Value key, Value certificate) {
    if (!is_none(key)) {
        HeldBuffer bytes;
        const Value object = KRAIT_TRY(load_bytes(in, key));
        KRAIT_TRY(get_buffer(in, object, bytes));
        if (!context->config->is_key(bytes.bytes())) return raise(in, kValueError, "invalid key");
        if (is_none(certificate)) return raise(in, kTypeError, "a key needs its certificate: cert");
    }
    return is_none(certificate) ? Status(kOk) : check_certificate(in, certificate);
}

// The form of old scripts. Differs: certificates are checked, unless cert_reqs is CERT_NONE.
Value ssl_wrap_socket(Interp& in, Value sock, bool server_side, Value key, Value cert,
                      Value cert_reqs, Value cadata, Value server_hostname, bool do_handshake,
                      Value ca_certs) {
    Context* context = KRAIT_TRY(new_context(in, server_side ? kProtocolServer : kProtocolClient));
    KRAIT_TRY(check_identity(in, context, key, cert));
    if (!is_none(cert))
        KRAIT_TRY(load_identity(in, context, cert, is_none(key) ? cert : key, none()));
    if (!is_none(cadata)) KRAIT_TRY(check_certificate(in, cadata));
    if (!is_none(cadata)) KRAIT_TRY(load_roots(in, context, cadata));
    if (!is_none(ca_certs)) KRAIT_TRY(load_roots(in, context, ca_certs));
    if (!is_none(cert_reqs)) KRAIT_TRY(set_attr(in, context, "verify_mode"_sym, cert_reqs));
    WrapOptions options;
    options.server_side = server_side;
    options.handshake = do_handshake;
    options.host = server_hostname;
    return wrap(in, context, sock, options);
}

Value ssl_create_default_context(Interp& in, Value purpose, Value cafile, Value capath,
                                 Value cadata) {
    const bool is_server = purpose == Value("1.3.6.1.5.5.7.3.2"_sym);
    Context* context = KRAIT_TRY(new_context(in, is_server ? kProtocolServer : kProtocolClient));
    if (!is_none(capath)) KRAIT_TRY(load_folder(in, context, capath));
    if (!is_none(cafile)) KRAIT_TRY(load_roots(in, context, cafile));
    if (const Str* text = as_if<Str>(cadata)) cadata = KRAIT_TRY(new_bytes(in, text->bytes()));
    if (!is_none(cadata)) KRAIT_TRY(load_roots(in, context, cadata));
    return context;
}

// Names of versions and purposes, as attributes of a class.
constexpr Slots kNoOperations = {};
constexpr Row kVersionRows[] = {
    constant<"MINIMUM_SUPPORTED">(-2),
    constant<"MAXIMUM_SUPPORTED">(-1),
    constant<"TLSv1_2">(kTls12),
    constant<"TLSv1_3">(kTls13),
};
constexpr Row kPurposeRows[] = {
    constant<"SERVER_AUTH">("1.3.6.1.5.5.7.3.1"_sym),
    constant<"CLIENT_AUTH">("1.3.6.1.5.5.7.3.2"_sym),
};
constinit const BuiltinType kVersionType{{.name = "TLSVersion"_sym,
                                          .slots = &kNoOperations,
                                          .rows = kVersionRows,
                                          .flags = kAbstractBase | kFinal}};
constinit const BuiltinType kPurposeType{{.name = "Purpose"_sym,
                                          .slots = &kNoOperations,
                                          .rows = kPurposeRows,
                                          .flags = kAbstractBase | kFinal}};

constexpr Row kRows[] = {
    constant<"SSLContext">(&Context::kType),
    constant<"SSLSocket">(&Socket::kType),
    constant<"SSLSession">(&Session::kType),
    constant<"SSLError">(&kSslError),
    constant<"SSLCertVerificationError">(&kSslCertVerificationError),
    constant<"CertificateError">(&kSslCertVerificationError),
    constant<"SSLWantReadError">(&kSslWantReadError),
    constant<"SSLWantWriteError">(&kSslWantWriteError),
    constant<"SSLEOFError">(&kSslEofError),
    constant<"SSLZeroReturnError">(&kSslZeroReturnError),
    constant<"SSLSyscallError">(&kSslSyscallError),
    constant<"TLSVersion">(&kVersionType),
    constant<"Purpose">(&kPurposeType),
    constant<"PROTOCOL_TLS_CLIENT">(kProtocolClient),
    constant<"PROTOCOL_TLS_SERVER">(kProtocolServer),
    constant<"PROTOCOL_TLS">(kProtocolClient),
    constant<"PROTOCOL_DTLS_CLIENT">(kProtocolDatagramClient),
    constant<"PROTOCOL_DTLS_SERVER">(kProtocolDatagramServer),
    constant<"CERT_NONE">(kCertNone),
    constant<"CERT_OPTIONAL">(kCertOptional),
    constant<"CERT_REQUIRED">(kCertRequired),
    constant<"MBEDTLS_VERSION">("Mbed TLS " MBEDTLS_VERSION_STRING ""_sym),
    constant<"OPENSSL_VERSION">("Mbed TLS " MBEDTLS_VERSION_STRING ""_sym),
    constant<"OP_ALL">(0),
    constant<"OP_NO_SSLv2">(0),
    constant<"OP_NO_SSLv3">(kNoSsl3),
    constant<"OP_NO_TLSv1">(kNoTls10),
    constant<"OP_NO_TLSv1_1">(kNoTls11),
    constant<"OP_NO_TLSv1_2">(kNoTls12),
    constant<"OP_NO_TLSv1_3">(kNoTls13),
    constant<"OP_NO_COMPRESSION">(kNoCompression),
    constant<"HAS_SNI">(true_()),
    constant<"HAS_ALPN">(true_()),
    constant<"HAS_PSK">(true_()),
    constant<"HAS_TLSv1_2">(true_()),
    constant<"HAS_TLSv1_3">(true_()),
    def<"wrap_socket(sock, server_side=False, key=None, cert=None, cert_reqs=None, cadata=None, "
        "server_hostname=None, do_handshake=True, *, ca_certs=None)",
        ssl_wrap_socket>,
    def<"create_default_context(purpose=None, *, cafile=None, capath=None, cadata=None)",
        ssl_create_default_context>,
};

// The same with another class in the first row.
template <usize Count>
constexpr std::array<Row, Count> rows_of_tls(const Row (&rows)[Count]) {
    std::array<Row, Count> out = std::to_array(rows);
    out[0] = constant<"SSLContext">(&kTlsContextType);
    return out;
}
constexpr auto kTlsRows = rows_of_tls(kRows);

}  // namespace

constinit const ModuleDef kSslModule{.name = "ssl"_sym, .rows = kRows};
constinit const ModuleDef kTlsModule{.name = "tls"_sym, .rows = kTlsRows};

}  // namespace krait
