// Sockets between programs of one machine, whose addresses are paths (AF_UNIX).
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"
#include "core/text.hpp"
#include "net/resolve.hpp"
#include "net/socket_methods.hpp"

namespace krait {

namespace {

constexpr usize kLongestPath = 128;

// The text of a path, held as long as the value is: str, or bytes-like.
Status read_path(Interp& in, Value path, HeldBuffer& held, std::string_view& out) {
    if (const Str* text = as_if<Str>(path)) {
        out = text->view();
        return kOk;
    }
    if (!find_slot<&Slots::get_buffer>(type_of(path)))
        return raise(in, kTypeError, "a path is str or bytes-like, not {}",
                     TextArg::type_name(path));
    KRAIT_TRY(get_buffer(in, path, held));
    out = {reinterpret_cast<const char*>(held.data), held.size};
    return kOk;
}

Raised raise_too_long(Interp& in) { return raise(in, kOSError, "AF_UNIX path too long"); }

}  // namespace

Status bind_local(Interp& in, Socket* self, Value path) {
    HeldBuffer held;
    std::string_view text;
    KRAIT_TRY(read_path(in, path, held, text));
    const hal::IoResult done = self->net->bind_path(self->handle, text);
    if (done.is(hal::Errno::NameTooLong)) return raise_too_long(in);
    (void)KRAIT_TRY(take_count(in, done));
    return kOk;
}

Status connect_local(Interp& in, Socket* self, Value path) {
    HeldBuffer held;
    std::string_view text;
    KRAIT_TRY(read_path(in, path, held, text));
    for (;;) {
        KRAIT_TRY(check_open(in, self));
        const hal::IoResult done = self->net->connect_path(self->handle, text);
        if (done.is(hal::Errno::NameTooLong)) return raise_too_long(in);
        // The listener's queue is full: there is nothing to wait for but time.
        if (!done.is(hal::Errno::Again) || self->timeout_us == 0) {
            (void)KRAIT_TRY(take_count(in, done));
            return kOk;
        }
        constexpr u64 kPauseUs = 1000;
        (void)KRAIT_TRY(in.scheduler()->wait_until(in.scheduler()->deadline_in(kPauseUs)));
    }
}

Result<isize> send_to_local(Interp& in, Socket* self, Bytes data, Value path, bool waits) {
    HeldBuffer held;
    std::string_view text;
    KRAIT_TRY(read_path(in, path, held, text));
    for (;;) {
        KRAIT_TRY(check_open(in, self));
        const hal::IoResult n = self->net->send_to_path(self->handle, data, text);
        if (n.is(hal::Errno::NameTooLong)) return raise_too_long(in);
        if (!n.is(hal::Errno::Again) || !waits) return take_count(in, n);
        KRAIT_TRY(wait_ready(in, self, hal::kPollOut));
    }
}

Value local_name(Interp& in, Socket* self, hal::LocalEnd end, Value unbound) {
    u8 path[kLongestPath];
    const isize size = KRAIT_TRY(take_count(in, self->net->path_of(self->handle, end, path)));
    if (size == 0) return unbound;
    const Bytes name{path, static_cast<usize>(size)};
    if (path[0] == 0) return new_bytes(in, name);
    return Value(KRAIT_TRY(new_str(in, {reinterpret_cast<const char*>(path), name.size()})));
}

Value local_pair(Interp& in, hal::NetType type) {
    hal::NetStack* net = KRAIT_TRY(need_net(in));
    Socket* ends[2];
    for (Socket*& end : ends) {
        end = KRAIT_TRY(in.make<Socket>());
        end->net = net;
        end->handle = -1;
        end->family = hal::NetFamily::Local;
        end->type = type;
        end->timeout_us = hal::kForever;
    }
    i32 second = -1;
    ends[0]->handle = static_cast<i32>(KRAIT_TRY(take_count(in, net->open_pair(type, second))));
    ends[1]->handle = second;
    const Value pair[] = {ends[0], ends[1]};
    return KRAIT_TRY(new_tuple(in, pair));
}

}  // namespace krait
