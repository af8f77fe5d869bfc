// Addresses as text and as Python's tuples.
#pragma once

#include "core/interp.hpp"
#include "hal/netstack.hpp"

namespace krait {

// The longest text of an address, with the closing NUL that is not written.
constexpr usize kAddressText = 46;

// Reads "192.168.1.2" or "fe80::1" into family and bytes. False: it is no address.
bool parse_ip(std::string_view text, hal::NetAddress& out);
// Writes the address without its port; the size.
usize format_ip(const hal::NetAddress& address, char (&out)[kAddressText]);
// V4 alone, as radios have it.
usize format_ipv4(const u8 (&address)[4], char (&out)[kAddressText]);

// ('192.168.1.2', 80), or with flow and scope for V6.
Result<Tuple*> address_tuple(Interp&, const hal::NetAddress& address);

}  // namespace krait
