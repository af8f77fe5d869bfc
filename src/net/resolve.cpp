#include "net/resolve.hpp"

#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"
#include "core/stream.hpp"
#include "net/address.hpp"
#include "net/host_names.hpp"
#include "net/socket.hpp"

namespace krait {

namespace {

// That the name has these addresses; the text of an address is no name.
Status remember(Interp& in, std::string_view name, std::span<const hal::NetAddress> addresses) {
    hal::NetAddress numeric;
    if (name.empty() || parse_ip(name, numeric)) return kOk;
    Str* host = KRAIT_TRY(new_str(in, name));
    for (const hal::NetAddress& address : addresses) KRAIT_TRY(remember_host(in, address, host));
    return kOk;
}

struct Resolution : Object {
    static const BuiltinType kType;
    hal::NetStack* net;
    i32 query;  // -1: its answer was taken
    Value type;
    Str* name;
};

Status resolution_poll(Interp&, Value self, StreamPoll& question) {
    const Resolution* r = as<Resolution>(self);
    if (r->query < 0) {
        question.ready = hal::kPollError;
        return kOk;
    }
    question.has_entry = true;
    question.entry = {hal::PollKind::Resolve, hal::kPollIn, 0, r->query};
    return kOk;
}
constexpr StreamOps kResolutionStream{.poll = resolution_poll};

// The list of addresses; BlockingIOError while there is no answer.
Value resolution_result(Interp& in, Resolution* self) {
    if (self->query < 0) return raise_os_error(in, error::kEBADF);
    hal::NetAddress found[kMaxAddresses];
    const hal::IoResult n = self->net->resolved(self->query, found);
    if (n.is(hal::Errno::InProgress)) return raise_os_error(in, error::kEAGAIN);
    self->query = -1;
    const isize count = KRAIT_TRY(take_count(in, n));
    const std::span<const hal::NetAddress> addresses(found, static_cast<usize>(count));
    KRAIT_TRY(remember(in, self->name->view(), addresses));
    return KRAIT_TRY(address_list(in, addresses, self->type));
}

void resolution_finalize(Object* o) {
    auto* self = static_cast<Resolution*>(o);
    if (self->query >= 0) self->net->cancel(self->query);
    self->query = -1;
}
void resolution_trace(Object* o, Marker& m) {
    m.value(static_cast<Resolution*>(o)->type);
    m.object(static_cast<Resolution*>(o)->name);
}

constexpr Row kResolutionRows[] = {def<"result(self, /)", resolution_result>};
constexpr Slots kResolutionSlots{
    .trace = resolution_trace, .finalize = resolution_finalize, .stream = &kResolutionStream};

}  // namespace

constinit const BuiltinType Resolution::kType{{.name = "resolution"_sym,
                                               .slots = &kResolutionSlots,
                                               .rows = kResolutionRows,
                                               .flags = kFinal | kAbstractBase | kHasFinalizer,
                                               .size = sizeof(Resolution)}};

Result<hal::NetStack*> need_net(Interp& in) {
    if (hal::NetStack* net = in.board()->net()) return net;
    return raise_os_error(in, error::kENODEV);
}

Result<isize> resolve_name(Interp& in, std::string_view name, u16 port,
                           std::span<hal::NetAddress> out, u64 deadline_us) {
    hal::NetStack& net = *KRAIT_TRY(need_net(in));
    const isize query = KRAIT_TRY(take_count(in, net.resolve(name, port)));
    const auto handle = static_cast<i32>(query);
    for (;;) {
        const hal::IoResult n = net.resolved(handle, out);
        if (!n.is(hal::Errno::InProgress)) {
            const isize count = KRAIT_TRY(take_count(in, n));
            KRAIT_TRY(remember(in, name, out.first(static_cast<usize>(count))));
            return count;
        }
        hal::PollEntry entry{hal::PollKind::Resolve, hal::kPollIn, 0, handle};
        auto waited = in.scheduler()->wait_until(deadline_us, {&entry, 1});
        if (waited && waited.take() > 0) continue;
        net.cancel(handle);
        if (!waited) return {};
        return raise_os_error(in, error::kETIMEDOUT);
    }
}

Value start_resolve(Interp& in, Str* name, u16 port, Value type) {
    hal::NetStack* net = KRAIT_TRY(need_net(in));
    Resolution* r = KRAIT_TRY(in.make<Resolution>());
    r->net = net;
    r->query = -1;
    r->type = type;
    r->name = name;
    r->query = static_cast<i32>(KRAIT_TRY(take_count(in, net->resolve(name->view(), port))));
    return r;
}

// (family, type, proto, canonname, sockaddr) for each address.
Result<List*> address_list(Interp& in, std::span<const hal::NetAddress> addresses, Value type) {
    List* list = KRAIT_TRY(new_list(in, addresses.size()));
    for (const hal::NetAddress& address : addresses) {
        Tuple* where = KRAIT_TRY(address_tuple(in, address));
        const bool is_v4 = address.family == hal::NetFamily::V4;
        const Value row[] = {Value::from_int(is_v4 ? kAfInet : kAfInet6), type, Value::from_int(0),
                             ""_sym, where};
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(new_tuple(in, row))));
    }
    return list;
}

}  // namespace krait
