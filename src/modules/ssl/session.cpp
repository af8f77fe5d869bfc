// ssl.SSLSession: what a client keeps of a session in order to resume it.
#include <mbedtls/ssl.h>

#include "core/bind.hpp"
#include "core/class.hpp"
#include "modules/ssl/ssl.hpp"

namespace krait::ssl {

namespace {

void session_finalize(Object* self) {
    if (TlsTicket* ticket = static_cast<Session*>(self)->ticket) ticket->drop();
}
constexpr Slots kSlots = {.finalize = session_finalize};

Value session_id(Interp& in, Session* self) {
    const mbedtls_ssl_session& s = self->ticket->session;
    return new_bytes(in, {*mbedtls_ssl_session_get_id(&s), mbedtls_ssl_session_get_id_len(&s)});
}
bool session_has_ticket(Session* self) {
    return self->ticket->session.MBEDTLS_PRIVATE(ticket_len) > 0;
}

constexpr Row kRows[] = {
    getter<"id", session_id>,
    getter<"has_ticket", session_has_ticket>,
};

}  // namespace

constinit const BuiltinType Session::kType{{.name = "SSLSession"_sym,
                                            .slots = &kSlots,
                                            .rows = kRows,
                                            .flags = kHasFinalizer | kAbstractBase | kFinal,
                                            .size = sizeof(Session)}};

Value session_of_ticket(Interp& in, TlsTicket* ticket) {
    if (!ticket) return none();
    Session* session = KRAIT_TRY(in.make<Session>());
    session->ticket = ticket->hold();
    return session;
}

}  // namespace krait::ssl
