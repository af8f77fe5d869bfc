#include "sim/parts/address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <charconv>
#include <cstring>

namespace krait::sim {

using hal::NetAddress;
using hal::NetFamily;

socklen_t to_host(const NetAddress& address, sockaddr_storage& out) {
    out = {};
    if (address.family == NetFamily::V4) {
        sockaddr_in v4 = {};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(address.port);
        std::memcpy(&v4.sin_addr, address.bytes, 4);
        std::memcpy(&out, &v4, sizeof v4);
        return sizeof v4;
    }
    sockaddr_in6 v6 = {};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(address.port);
    v6.sin6_scope_id = address.scope;
    std::memcpy(&v6.sin6_addr, address.bytes, 16);
    std::memcpy(&out, &v6, sizeof v6);
    return sizeof v6;
}

NetAddress from_host(const sockaddr_storage& address) {
    NetAddress out;
    if (address.ss_family == AF_INET6) {
        sockaddr_in6 v6;
        std::memcpy(&v6, &address, sizeof v6);
        out.family = NetFamily::V6;
        out.port = ntohs(v6.sin6_port);
        out.scope = v6.sin6_scope_id;
        std::memcpy(out.bytes, &v6.sin6_addr, 16);
    } else {
        sockaddr_in v4;
        std::memcpy(&v4, &address, sizeof v4);
        out.port = ntohs(v4.sin_port);
        std::memcpy(out.bytes, &v4.sin_addr, 4);
    }
    return out;
}

bool parse_address(std::string_view text, NetAddress& out) {
    std::string copy(text);
    if (inet_pton(AF_INET, copy.c_str(), out.bytes) == 1) {
        out.family = NetFamily::V4;
        return true;
    }
    if (inet_pton(AF_INET6, copy.c_str(), out.bytes) == 1) {
        out.family = NetFamily::V6;
        return true;
    }
    return false;
}

bool parse_port(std::string_view text, u16& out) {
    auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), out);
    return failure == std::errc() && end == text.data() + text.size() && out != 0;
}

bool parse_endpoint(std::string_view text, bool port_optional, NetAddress& out) {
    std::string_view host = text;
    usize colon = text.rfind(':');
    bool is_bracketed = text.starts_with('[');
    bool has_port = colon != std::string_view::npos &&
                    (is_bracketed ? text[colon - 1] == ']' : text.find(':') == colon);
    if (has_port) {
        if (!parse_port(text.substr(colon + 1), out.port)) return false;
        host = text.substr(0, colon);
    } else if (!port_optional) {
        return false;
    }
    if (is_bracketed) {
        if (host.size() < 2 || host.back() != ']') return false;
        host = host.substr(1, host.size() - 2);
    }
    return parse_address(host == "localhost" ? "127.0.0.1" : host, out);
}

std::string to_text(const NetAddress& address) {
    char text[INET6_ADDRSTRLEN] = {};
    bool is_v4 = address.family == NetFamily::V4;
    inet_ntop(is_v4 ? AF_INET : AF_INET6, address.bytes, text, sizeof text);
    std::string host = is_v4 ? text : "[" + std::string(text) + "]";
    return host + ":" + std::to_string(address.port);
}

}  // namespace krait::sim
