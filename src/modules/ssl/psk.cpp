// Keys known beforehand. A client has one, with the name that it tells for it; a server has an
// object whose get(identity) gives the key or None.
#include "core/class.hpp"
#include "modules/ssl/ssl.hpp"
#include "net/tls_errors.hpp"

namespace krait::ssl {

namespace {

Value or_none(Value v) { return v ? v : none(); }

// Tells the configuration once both are there, in whatever order they came.
Status apply(Interp& in, Context* c) {
    if (is_none(or_none(c->psk_identity)) || is_none(or_none(c->psk_key))) return kOk;
    HeldBuffer identity, key;
    KRAIT_TRY(get_buffer(in, c->psk_identity, identity));
    KRAIT_TRY(get_buffer(in, c->psk_key, key));
    const int result = c->config->set_psk(key.bytes(), identity.bytes());
    if (result != 0) return raise_tls_error(in, result);
    return kOk;
}

// Bytes, or text that stands for its UTF-8.
Value as_bytes(Interp& in, Value v) {
    if (is_none(or_none(v))) return none();
    if (const Str* text = as_if<Str>(v)) return new_bytes(in, text->bytes());
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, v, held));
    return new_bytes(in, held.bytes());
}

}  // namespace

bool Context::has_psk() const {
    const bool has_keys = !is_none(or_none(psk_keys));
    return has_keys || (!is_none(or_none(psk_identity)) && !is_none(or_none(psk_key)));
}

Value context_psk_identity(Context* c) { return or_none(c->psk_identity); }
Status set_psk_identity(Interp& in, Context* c, Value v) {
    in.heap().write(c->psk_identity, KRAIT_TRY(as_bytes(in, v)));
    return apply(in, c);
}

Value context_psk_key(Context* c) { return or_none(c->psk_key); }
Status set_psk_key(Interp& in, Context* c, Value v) {
    in.heap().write(c->psk_key, KRAIT_TRY(as_bytes(in, v)));
    return apply(in, c);
}

Value context_psk_keys(Context* c) { return or_none(c->psk_keys); }
Status set_psk_keys(Interp& in, Context* c, Value v) {
    const bool was_set = !is_none(or_none(c->psk_keys)), is_set = !is_none(or_none(v));
    in.heap().write(c->psk_keys, or_none(v));
    if (was_set || is_set) TlsSession::use_psk_keys(c->config, is_set);
    return kOk;
}

}  // namespace krait::ssl
