// Between the HAL's addresses, the host's, and text.
#pragma once

#include <sys/socket.h>

#include <string>

#include "hal/netstack.hpp"

namespace krait::sim {

// The host's form; answers its length.
socklen_t to_host(const hal::NetAddress& address, sockaddr_storage& out);
hal::NetAddress from_host(const sockaddr_storage& address);

// "127.0.0.1", "::1"; false when the text is no address.
bool parse_address(std::string_view text, hal::NetAddress& out);
// "127.0.0.1:80", "[::1]:80"; the port may be missing (then 0) if `port_optional`.
bool parse_endpoint(std::string_view text, bool port_optional, hal::NetAddress& out);
bool parse_port(std::string_view text, u16& out);
// "127.0.0.1:80".
std::string to_text(const hal::NetAddress& address);

}  // namespace krait::sim
