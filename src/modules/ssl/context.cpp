// ssl.SSLContext
#include "core/bind.hpp"
#include "core/class.hpp"
#include "modules/ssl/ssl.hpp"
#include "net/tls_errors.hpp"
#include "vm/import.hpp"

namespace krait::ssl {

namespace {

Value make_context(Interp& in, const Type* cls, isize protocol) {
    if (protocol < kProtocolClient || protocol > kProtocolDatagramServer)
        return raise(in, kValueError, "invalid or unsupported protocol version");
    Context* context = KRAIT_TRY(make_instance<Context>(in, cls));
    const bool is_server = protocol == kProtocolServer || protocol == kProtocolDatagramServer;
    const bool is_datagram = protocol >= kProtocolDatagramClient;
    context->config = TlsConfig::create(in, is_server, is_datagram);
    if (!context->config) return {};
    context->protocol = static_cast<i32>(protocol);
    context->lowest_version = kTls12;
    context->highest_version = kTls13;
    context->check_hostname = !is_server;
    return context;
}

Value context_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize protocol;
    KRAIT_TRY((parse_args<"(protocol=0)">(in, "SSLContext"_sym, args, protocol)));
    return make_context(in, cls, protocol);
}

Value tls_context_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize protocol;
    KRAIT_TRY((parse_args<"(protocol)">(in, "SSLContext"_sym, args, protocol)));
    return make_context(in, cls, protocol);
}

// Arguments are what construct took.
Status context_init(Interp&, Value, const CallArgs&) { return kOk; }

void context_finalize(Object* self) {
    if (TlsConfig* config = static_cast<Context*>(self)->config) config->drop();
}

void context_trace(Object* self, Marker& m) {
    const auto* c = static_cast<Context*>(self);
    for (const Value v : {c->psk_identity, c->psk_key, c->psk_keys, c->verify_callback}) m.value(v);
}

constexpr Slots kSlots = {.construct = context_construct,
                          .init = context_init,
                          .trace = context_trace,
                          .finalize = context_finalize};
constexpr Slots kTlsSlots = {.construct = tls_context_construct,
                             .init = context_init,
                             .trace = context_trace,
                             .finalize = context_finalize};

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

Value context_verify_callback(Context* c) {
    return c->verify_callback ? c->verify_callback : none();
}
Status set_verify_callback(Interp& in, Context* c, Value v) {
    if (v && !is_none(v) && !is_callable(v))
        return raise(in, kTypeError, "verify_callback must be callable or None");
    in.heap().write(c->verify_callback, v ? v : none());
    return kOk;
}

// The versions that minimum_version, maximum_version and options leave.
void apply_versions(Context* c) {
    const int lowest = c->options & kNoTls12 ? kTls13 : kTls12;
    const int highest = c->options & kNoTls13 ? kTls12 : kTls13;
    c->config->set_versions(std::max(lowest, int{c->lowest_version}),
                            std::min(highest, int{c->highest_version}));
}

isize context_options(Context* c) { return c->options | kAlwaysOn; }
Status set_options(Interp& in, Context* c, Value v) {
    c->options = v ? KRAIT_TRY(to_index(in, v)) : 0;
    apply_versions(c);
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
    apply_versions(c);
    return kOk;
}
Status set_maximum(Interp& in, Context* c, Value v) {
    c->highest_version = static_cast<i32>(KRAIT_TRY(version_number(in, v)));
    apply_versions(c);
    return kOk;
}

// --- methods -------------------------------------------------------------------------------------

Status context_load_cert_chain(Interp& in, Context* self, Value certfile, Value keyfile,
                               Value password) {
    return load_identity(in, self, certfile, is_none(keyfile) ? certfile : keyfile, password);
}

Status context_load_verify_locations(Interp& in, Context* self, Value cafile, Value cadata,
                                     Value capath) {
    if (is_none(cafile) && is_none(cadata) && is_none(capath))
        return raise(in, kTypeError, "cafile, capath and cadata cannot be all omitted");
    if (!is_none(cafile)) KRAIT_TRY(load_roots(in, self, cafile));
    if (!is_none(capath)) KRAIT_TRY(load_folder(in, self, capath));
    if (is_none(cadata)) return kOk;
    // Text here is PEM, not the name of a file.
    if (Str* text = as_if<Str>(cadata)) cadata = KRAIT_TRY(new_bytes(in, text->bytes()));
    return load_roots(in, self, cadata);
}

Status context_set_alpn_protocols(Interp& in, Context* self, Value protocols) {
    constexpr usize kMost = 16;
    List* names = KRAIT_TRY(list_from(in, protocols));
    if (names->size() > kMost) return raise(in, kValueError, "more than {} protocols", kMost);
    Bytes texts[kMost];
    for (usize i = 0; i < names->size(); ++i) {
        const Str* name = as_if<Str>(names->begin()[i]);
        if (!name) return raise(in, kTypeError, "a protocol's name must be str");
        texts[i] = name->bytes();
        if (name->size() == 0 || name->size() > 255 ||
            name->view().find('\0') != std::string_view::npos)
            return raise(in, kSslError, "ALPN protocols must be 1-255 bytes in length");
    }
    const int result = self->config->set_protocols({texts, names->size()});
    if (result != 0) return raise_tls_error(in, result);
    return kOk;
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

Value context_wrap_socket(Interp& in, Context* self, Value sock, bool server_side,
                          bool do_handshake_on_connect, bool, Value server_hostname, Value session,
                          Value client_id) {
    WrapOptions options;
    options.server_side = server_side || self->config->is_server();
    options.handshake = do_handshake_on_connect;
    options.host = server_hostname;
    options.session = session;
    options.client_id = client_id;
    return wrap(in, self, sock, options);
}

constexpr Row kRows[] = {
    getter<"protocol", context_protocol>,
    getter<"verify_mode", context_verify_mode, set_verify_mode>,
    getter<"check_hostname", context_check_hostname, set_check_hostname>,
    getter<"verify_callback", context_verify_callback, set_verify_callback>,
    getter<"psk_identity", context_psk_identity, set_psk_identity>,
    getter<"psk_key", context_psk_key, set_psk_key>,
    getter<"server_psk_keys", context_psk_keys, set_psk_keys>,
    getter<"options", context_options, set_options>,
    getter<"minimum_version", context_minimum, set_minimum>,
    getter<"maximum_version", context_maximum, set_maximum>,
    def<"load_cert_chain(self, certfile, keyfile=None, password=None)", context_load_cert_chain>,
    def<"load_verify_locations(self, cafile=None, cadata=None, *, capath=None)",
        context_load_verify_locations>,
    def<"load_default_certs(self, purpose=None)", context_load_default_certs>,
    def<"set_alpn_protocols(self, alpn_protocols)", context_set_alpn_protocols>,
    def<"set_default_verify_paths(self)", use_default_roots>,
    def<"get_ciphers(self)", context_get_ciphers>,
    def<"set_ciphers(self, ciphers)", context_set_ciphers>,
    def<"wrap_socket(self, sock, *, server_side=False, do_handshake_on_connect=True, "
        "suppress_ragged_eofs=True, server_hostname=None, session=None, client_id=None)",
        context_wrap_socket>,
};

}  // namespace

constinit const BuiltinType Context::kType{{.name = "SSLContext"_sym,
                                            .slots = &kSlots,
                                            .rows = kRows,
                                            .flags = kHasFinalizer,
                                            .size = sizeof(Context)}};
constinit const BuiltinType kTlsContextType{{.name = "SSLContext"_sym,
                                             .base = &Context::kType,
                                             .slots = &kTlsSlots,
                                             .flags = kHasFinalizer,
                                             .size = sizeof(Context),
                                             .layout = &Context::kType}};

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

Status load_folder(Interp& in, Context* context, Value folder) {
    if (!is<Str>(folder)) return raise(in, kTypeError, "capath must be the name of a folder");
    const Value os = KRAIT_TRY(import_module(in, mutable_name("os"_sym)));
    const Value names = KRAIT_TRY(call_method(in, os, "listdir"_sym, {&folder, 1}));
    List* sorted = KRAIT_TRY(list_from(in, names));
    for (usize i = 0; i < sorted->size(); ++i) {
        Str* name = as<Str>(sorted->begin()[i]);
        Str* path = KRAIT_TRY(format_str(in, "{}/{}", as<Str>(folder)->view(), name->view()));
        if (load_roots(in, context, path)) continue;
        // What is no certificate may lie there too.
        if (!is_instance(in.pending(), &kOSError)) return {};
        (void)in.take_pending();
    }
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
