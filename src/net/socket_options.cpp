// setsockopt() and getsockopt(): from levels and names to the options of the network stack.
#include "base/little_endian.hpp"
#include "core/errno.hpp"
#include "net/socket_methods.hpp"

namespace krait {

namespace {

bool find_option(isize level, isize name, hal::NetOption& out) {
    constexpr struct {
        int level, name;
        hal::NetOption option;
    } kOptions[] = {
        {kSolSocket, kSoReuseAddr, hal::NetOption::ReuseAddress},
        {kSolSocket, kSoReusePort, hal::NetOption::ReusePort},
        {kSolSocket, kSoBroadcast, hal::NetOption::Broadcast},
        {kSolSocket, kSoKeepAlive, hal::NetOption::KeepAlive},
        {kSolSocket, kSoLinger, hal::NetOption::Linger},
        {kSolSocket, kSoRcvBuf, hal::NetOption::ReceiveBuffer},
        {kSolSocket, kSoSndBuf, hal::NetOption::SendBuffer},
        {kIpprotoTcp, kTcpNoDelay, hal::NetOption::NoDelay},
        {kIpprotoTcp, kTcpKeepIdle, hal::NetOption::KeepIdle},
        {kIpprotoTcp, kTcpKeepInterval, hal::NetOption::KeepInterval},
        {kIpprotoTcp, kTcpKeepCount, hal::NetOption::KeepCount},
        {kIpprotoIp, kIpTos, hal::NetOption::TypeOfService},
        {kIpprotoIp, kIpTtl, hal::NetOption::Ttl},
        {kIpprotoIp, kIpMulticastInterface, hal::NetOption::MulticastInterface},
        {kIpprotoIp, kIpMulticastTtl, hal::NetOption::MulticastTtl},
        {kIpprotoIp, kIpMulticastLoop, hal::NetOption::MulticastLoop},
        {kIpprotoIpv6, kIpv6V6Only, hal::NetOption::V6Only},
    };
    for (const auto& row : kOptions) {
        if (row.level != level || row.name != name) continue;
        out = row.option;
        return true;
    }
    return false;
}

// Eight bytes, the group and the interface; or twelve, with the interface's number, which must be
// 0.
Status set_membership(Interp& in, Socket* self, Value value, bool joined) {
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, value, held));
    if (held.size != 8 && held.size != 12)
        return raise(in, kValueError, "expected the bytes of two addresses");
    for (usize i = 8; i < held.size; ++i)
        if (held.data[i] != 0) return raise_os_error(in, error::kENODEV);
    hal::NetAddress group, local;
    std::copy_n(held.data, 4, group.bytes);
    std::copy_n(held.data + 4, 4, local.bytes);
    (void)KRAIT_TRY(take_count(in, self->net->set_membership(self->handle, group, local, joined)));
    return kOk;
}

isize read_number(const u8* bytes, usize size) {
    isize number = 0;
    for (usize i = 0; i < std::min<usize>(size, 4); ++i) number |= isize{bytes[i]} << (8 * i);
    return static_cast<i32>(number);
}

// The value as a number. SO_LINGER is a struct of two: whether, and how many seconds.
Result<isize> option_value(Interp& in, Value value, hal::NetOption option) {
    if (is_int(value)) return to_index(in, value);
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, value, held));
    if (option != hal::NetOption::Linger) return read_number(held.data, held.size);
    if (held.size != 8) return raise_os_error(in, error::kEINVAL);
    return read_number(held.data, 4) ? read_number(held.data + 4, 4) : isize{-1};
}

Result<isize> option_of(Interp& in, Socket* self, isize level, isize name) {
    if (level == kSolSocket && name == kSoError) {
        const hal::IoResult e = self->net->take_error(self->handle);
        return e.is_ok() ? isize{0} : static_cast<isize>(e.error());
    }
    if (level == kSolSocket && name == kSoType)
        return self->type == hal::NetType::Stream ? isize{kSockStream} : isize{kSockDgram};
    hal::NetOption option;
    if (!find_option(level, name, option)) return raise_os_error(in, error::kEOPNOTSUPP);
    return take_count(in, self->net->get_option(self->handle, option));
}

void put_number(u8* out, isize number) { put_little_endian({out, 4}, static_cast<u64>(number)); }

}  // namespace

Status socket_setsockopt(Interp& in, Socket* self, isize level, isize name, Value value) {
    KRAIT_TRY(check_open(in, self));
    if (level == kIpprotoIp && (name == kIpAddMembership || name == kIpDropMembership))
        return set_membership(in, self, value, name == kIpAddMembership);
    hal::NetOption option;
    if (!find_option(level, name, option)) return raise_os_error(in, error::kEOPNOTSUPP);
    const isize number = KRAIT_TRY(option_value(in, value, option));
    (void)KRAIT_TRY(
        take_count(in, self->net->set_option(self->handle, option, static_cast<i32>(number))));
    return kOk;
}

Value socket_getsockopt(Interp& in, Socket* self, isize level, isize name, isize size) {
    KRAIT_TRY(check_open(in, self));
    const bool is_linger = level == kSolSocket && name == kSoLinger;
    if (size < 0 || size > 1024) return raise_os_error(in, error::kEINVAL);
    isize number = 0;
    if (is_linger) {  // the one whose number may be negative
        const hal::IoResult linger = self->net->get_option(self->handle, hal::NetOption::Linger);
        number = linger.is_ok() ? linger.count() : -1;
    } else {
        number = KRAIT_TRY(option_of(in, self, level, name));
    }
    u8 bytes[8] = {};
    put_number(bytes, is_linger ? number >= 0 : number);
    put_number(bytes + 4, is_linger ? std::max<isize>(number, 0) : 0);
    if (size == 0) return Value::from_int(is_linger ? isize{number >= 0} : number);
    return new_bytes(in, {bytes, std::min<usize>(static_cast<usize>(size), is_linger ? 8 : 4)});
}

}  // namespace krait
