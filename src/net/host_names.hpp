// Which name an address was looked up by.
//
// Scripts look a host's name up, connect to the address that they got, and often give TLS no name:
// then the name that the address was found by is the one whose certificate is expected. Names are
// remembered per interpreter, for the last addresses that were looked up.
#pragma once

#include "core/interp.hpp"
#include "hal/netstack.hpp"

namespace krait {

Status remember_host(Interp&, const hal::NetAddress& address, Str* name);
// The name that was last looked up with this address (and port, else with no port) as the answer;
// null: none.
Str* host_of(Interp&, const hal::NetAddress& address);

}  // namespace krait
