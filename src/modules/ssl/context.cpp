// ssl.SSLContext
#include <mbedtls/ssl_ciphersuites.h>

#include "core/bind.hpp"
#include "core/class.hpp"
#include "modules/ssl/ssl.hpp"
#include "net/tls_errors.hpp"
#include "vm/import.hpp"

namespace krait::ssl {

namespace {

Value context_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize protocol;
    KRAIT_TRY((parse_args<"(protocol=0)">(in, "SSLContext"_sym, args, protocol)));
    if (protocol != kProtocolClient && protocol != kProtocolServer)
        return raise(in, kValueError, "invalid or unsupported protocol version");
    Context* context = KRAIT_TRY(make_instance<Context>(in, cls));
    context->config = TlsConfig::create(in, protocol == kProtocolServer);
    if (!context->config) return {};
    context->protocol = static_cast<i32>(protocol);
    context->lowest_version = kTls12;
    context->highest_version = kTls13;
    context->check_hostname = protocol == kProtocolClient;
    return context;
}

// Arguments are what construct took.
Status context_init(Interp&, Value, const CallArgs&) { return kOk; }

void context_finalize(Object* self) {
    if (TlsConfig* config = static_cast<Context*>(self)->config) config->drop();
}

constexpr Slots kSlots = {
    .construct = context_construct, .init = context_init, .finalize = context_finalize};

// --- attributes ----------------------------------------------------------------------------------

isize context_protocol(Context* c) { return c->protocol; }
isize context_verify_mode(Context* c) { return static_cast<isize>(c->config->verify()); }
Status set_verify_mode(Interp& in, Context* c, Value v) {
    const isize mode = v ? KRAIT_TRY(to_index(in, v)) : -1;
    if (mode < kCertNone || mode > kCertRequired)
        return raise(in, kValueError, "invalid value for verify_mode");
    c->config->set_verify(static_cast<TlsVerify>(mode));
    return kOk;
}
bool context_check_hostname(Context* c) { return c->check_hostname; }
Status set_check_hostname(Interp& in, Context* c, Value v) {
    c->check_hostname = v ? KRAIT_TRY(truth(in, v)) : false;
    return kOk;
}

isize context_minimum(Context* c) { return c->lowest_version; }
isize context_maximum(Context* c) { return c->highest_version; }
Result<isize> version_number(Interp& in, Value v) {
    const isize version = v ? KRAIT_TRY(to_index(in, v)) : 0;
    if (version == -2) return kTls12;  // MINIMUM_SUPPORTED
    if (version == -1) return kTls13;
    if (version != kTls12 && version != kTls13)
        return raise(in, kValueError, "unsupported protocol version {}", version);
    return version;
}
Status set_minimum(Interp& in, Context* c, Value v) {
    c->lowest_version = static_cast<i32>(KRAIT_TRY(version_number(in, v)));
    c->config->set_versions(c->lowest_version, c->highest_version);
    return kOk;
}
Status set_maximum(Interp& in, Context* c, Value v) {
    c->highest_version = static_cast<i32>(KRAIT_TRY(version_number(in, v)));
    c->config->set_versions(c->lowest_version, c->highest_version);
    return kOk;
}

// --- methods -------------------------------------------------------------------------------------

Status context_load_cert_chain(Interp& in, Context* self, Value certfile, Value keyfile,
                               Value password) {
    return load_identity(in, self, certfile, is_none(keyfile) ? certfile : keyfile, password);
}

Status context_load_verify_locations(Interp& in, Context* self, Value cafile, Value cadata,
                                     Value capath) {
    if (!is_none(capath)) return raise(in, kValueError, "capath is not supported: use cafile");
    if (is_none(cafile) && is_none(cadata))
        return raise(in, kTypeError, "cafile, capath and cadata cannot be all omitted");
    if (!is_none(cafile)) KRAIT_TRY(load_roots(in, self, cafile));
    if (is_none(cadata)) return kOk;
    // Text here is PEM, not the name of a file.
    if (Str* text = as_if<Str>(cadata)) cadata = KRAIT_TRY(new_bytes(in, text->bytes()));
    return load_roots(in, self, cadata);
}

Status use_default_roots(Interp& in, Context* self) {
    TlsRoots* roots = default_tls_roots(in);
    if (!roots) return {};
    self->config->set_roots(roots);
    roots->drop();
    return kOk;
}

Status context_load_default_certs(Interp& in, Context* self, Value) {
    return use_default_roots(in, self);
}

Result<List*> context_get_ciphers(Interp& in, Context*) {
    List* names = KRAIT_TRY(new_list(in));
    for (const int* suite = mbedtls_ssl_list_ciphersuites(); *suite; ++suite) {
        Str* name = KRAIT_TRY(new_str(in, mbedtls_ssl_get_ciphersuite_name(*suite)));
        KRAIT_TRY(list_append(in, names, Value(name)));
    }
    return names;
}

// A list of names, or one text with colons between them, as mbedTLS has them.
Status context_set_ciphers(Interp& in, Context* self, Value ciphers) {
    if (is<Str>(ciphers)) {
        const Value colon = Value(":"_sym);
        ciphers = KRAIT_TRY(call_method(in, ciphers, "split"_sym, {&colon, 1}));
    }
    List* names = KRAIT_TRY(list_from(in, ciphers));
    int suites[TlsConfig::kMaxSuites];
    usize count = 0;
    for (const Value name : names->span()) {
        if (!is<Str>(name)) return raise(in, kTypeError, "a cipher's name must be str");
        const int suite = mbedtls_ssl_get_ciphersuite_id(as<Str>(name)->data());
        if (suite == 0) return raise(in, kValueError, "unknown cipher {}", name);
        if (count == TlsConfig::kMaxSuites) return raise(in, kValueError, "too many ciphers");
        suites[count++] = suite;
    }
    if (count == 0) return raise(in, kValueError, "no ciphers");
    self->config->set_suites({suites, count});
    return kOk;
}

Value context_wrap_socket(Interp& in, Context* self, Value sock, bool server_side,
                          bool do_handshake_on_connect, bool, Value server_hostname) {
    WrapOptions options;
    options.server_side = server_side || self->config->is_server();
    options.handshake = do_handshake_on_connect;
    options.host = server_hostname;
    return wrap(in, self, sock, options);
}

constexpr Row kRows[] = {
    getter<"protocol", context_protocol>,
    getter<"verify_mode", context_verify_mode, set_verify_mode>,
    getter<"check_hostname", context_check_hostname, set_check_hostname>,
    getter<"minimum_version", context_minimum, set_minimum>,
    getter<"maximum_version", context_maximum, set_maximum>,
    def<"load_cert_chain(self, certfile, keyfile=None, password=None)", context_load_cert_chain>,
    def<"load_verify_locations(self, cafile=None, cadata=None, *, capath=None)",
        context_load_verify_locations>,
    def<"load_default_certs(self, purpose=None)", context_load_default_certs>,
    def<"get_ciphers(self)", context_get_ciphers>,
    def<"set_ciphers(self, ciphers)", context_set_ciphers>,
    def<"wrap_socket(self, sock, *, server_side=False, do_handshake_on_connect=True, "
        "suppress_ragged_eofs=True, server_hostname=None)",
        context_wrap_socket>,
};

}  // namespace

constinit const BuiltinType Context::kType{{.name = "SSLContext"_sym,
                                            .slots = &kSlots,
                                            .rows = kRows,
                                            .flags = kHasFinalizer,
                                            .size = sizeof(Context)}};

Result<Context*> new_context(Interp& in, isize protocol) {
    const Value argument = Value::from_int(protocol);
    return as<Context>(KRAIT_TRY(call(in, Value(&Context::kType), argument)));
}

Value load_bytes(Interp& in, Value given) {
    if (Str* path = as_if<Str>(given)) {
        ByteArray* file = KRAIT_TRY(read_file(in, path->view()));
        return new_bytes(in, {file->data, file->capacity});
    }
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, given, held));
    return new_bytes(in, held.bytes());
}

Status load_identity(Interp& in, Context* context, Value certificate, Value key, Value password) {
    HeldBuffer certificate_bytes, key_bytes, password_bytes;
    const Value certificate_object = KRAIT_TRY(load_bytes(in, certificate));
    KRAIT_TRY(get_buffer(in, certificate_object, certificate_bytes));
    const Value key_object = KRAIT_TRY(load_bytes(in, key));
    KRAIT_TRY(get_buffer(in, key_object, key_bytes));
    if (const Str* text = as_if<Str>(password)) password = KRAIT_TRY(new_bytes(in, text->bytes()));
    if (!is_none(password)) KRAIT_TRY(get_buffer(in, password, password_bytes));
    const int result = context->config->set_identity(certificate_bytes.bytes(), key_bytes.bytes(),
                                                     password_bytes.bytes());
    if (result != 0) return raise_tls_error(in, result);
    return kOk;
}

Status load_roots(Interp& in, Context* context, Value given) {
    HeldBuffer bytes;
    const Value object = KRAIT_TRY(load_bytes(in, given));
    KRAIT_TRY(get_buffer(in, object, bytes));
    TlsRoots* roots = context->config->own_roots();
    if (!roots) return raise_memory_error(in);
    const int result = roots->add(bytes.bytes());
    if (result != 0) return raise_tls_error(in, result);
    return kOk;
}

}  // namespace krait::ssl
