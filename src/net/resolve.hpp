// Names to addresses: waiting through the scheduler, or as a stream that tells when it is done.
#pragma once

#include "core/interp.hpp"
#include "hal/netstack.hpp"

namespace krait {

constexpr usize kMaxAddresses = 8;

// Looks up a name or the text of an address; how many addresses were written. Callbacks run
// meanwhile. OSError(-2) for an unknown name, OSError(ETIMEDOUT) at the deadline.
Result<isize> resolve_name(Interp&, std::string_view name, u16 port, std::span<hal::NetAddress> out,
                           u64 deadline_us = ~u64{0});
// An object that is ready for reading when the answer is there; its result() gives the list that
// getaddrinfo() gives.
Value start_resolve(Interp&, Str* name, u16 port, Value type);
// The list that getaddrinfo() gives.
Result<List*> address_list(Interp&, std::span<const hal::NetAddress> addresses, Value type);

// The network of the board, or OSError(ENODEV).
Result<hal::NetStack*> need_net(Interp&);

}  // namespace krait
