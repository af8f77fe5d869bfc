// The addresses of a Wi-Fi interface: WLAN.ifconfig() and WLAN.ipconfig().
#include "core/bind.hpp"
#include "machine/wlan.hpp"
#include "net/address.hpp"

namespace krait {

namespace {

using Address = u8[4];

Value address_text(Interp& in, const Address& address) {
    char text[kAddressText];
    return KRAIT_TRY(new_str(in, {text, format_ipv4(address, text)}));
}

Status parse_address(Interp& in, std::string_view text, Address& out) {
    hal::NetAddress address;
    if (!parse_ip(text, address) || address.family != hal::NetFamily::V4)
        return raise(in, kValueError, "invalid IP address");
    std::copy_n(address.bytes, 4, out);
    return kOk;
}

Status read_address(Interp& in, Value v, Address& out) {
    const Str* text = as_if<Str>(v);
    if (!text) return raise(in, kTypeError, "an address must be a str");
    return parse_address(in, text->view(), out);
}

// The first `bits` bits set.
void mask_of_prefix(u32 bits, Address& out) {
    const u32 mask = bits == 0 ? 0 : ~u32{0} << (32 - bits);
    for (usize i = 0; i < 4; ++i) out[i] = static_cast<u8>(mask >> (24 - 8 * i));
}

Status store(Interp& in, Wlan* self, hal::IpConfig& config) {
    return check(in, radio_of(in).set_ip_config(self->interface, config));
}

// What stands behind the slash of "192.168.1.2/24".
Status read_prefix(Interp& in, std::string_view digits, Address& mask) {
    u32 bits = 0;
    bool ok = !digits.empty() && digits.size() <= 2;
    for (char c : digits) {
        ok = ok && c >= '0' && c <= '9';
        bits = bits * 10 + static_cast<u32>(c - '0');
    }
    if (!ok || bits > 32) return raise(in, kValueError, "invalid IP address");
    mask_of_prefix(bits, mask);
    return kOk;
}

// (address, netmask), "address/bits", or "address" with the mask left as it is.
Status read_addr4(Interp& in, Value v, hal::IpConfig& config) {
    config.is_dhcp = false;
    if (const Str* text = as_if<Str>(v)) {
        std::string_view address = text->view();
        const usize slash = address.find('/');
        if (slash != std::string_view::npos) {
            KRAIT_TRY(read_prefix(in, address.substr(slash + 1), config.netmask));
            address = address.substr(0, slash);
        }
        return parse_address(in, address, config.address);
    }
    Tuple* both = KRAIT_TRY(tuple_from(in, v));
    if (both->size() != 2) return raise(in, kValueError, "expected (address, netmask)");
    KRAIT_TRY(read_address(in, (*both)[0], config.address));
    return read_address(in, (*both)[1], config.netmask);
}

Status set_ip_value(Interp& in, Wlan* self, std::string_view name, Value value) {
    hal::IpConfig config = radio_of(in).ip_config(self->interface);
    if (name == "dhcp4") {
        config.is_dhcp = KRAIT_TRY(truth(in, value));
    } else if (name == "addr4") {
        KRAIT_TRY(read_addr4(in, value, config));
    } else if (name == "gw4") {
        KRAIT_TRY(read_address(in, value, config.gateway));
        config.is_dhcp = false;
    } else if (name == "dns") {
        KRAIT_TRY(read_address(in, value, config.dns));
    } else {
        return raise(in, kValueError, "unknown config param");
    }
    return store(in, self, config);
}

Value get_ip_value(Interp& in, Wlan* self, std::string_view name) {
    const hal::IpConfig config = radio_of(in).ip_config(self->interface);
    if (name == "dhcp4") return from_bool(config.is_dhcp);
    if (name == "has_dhcp4")
        return from_bool(config.is_dhcp && radio_of(in).is_connected(self->interface));
    if (name == "gw4") return address_text(in, config.gateway);
    if (name == "dns") return address_text(in, config.dns);
    if (name == "addr6") return KRAIT_TRY(new_list(in));
    if (name != "addr4") return raise(in, kValueError, "unknown config param");
    const Value both[] = {KRAIT_TRY(address_text(in, config.address)),
                          KRAIT_TRY(address_text(in, config.netmask))};
    return KRAIT_TRY(new_tuple(in, both));
}

}  // namespace

Value wlan_ifconfig(Interp& in, Wlan* self, Value given) {
    hal::IpConfig config = radio_of(in).ip_config(self->interface);
    if (!given) {
        const Value fields[] = {KRAIT_TRY(address_text(in, config.address)),
                                KRAIT_TRY(address_text(in, config.netmask)),
                                KRAIT_TRY(address_text(in, config.gateway)),
                                KRAIT_TRY(address_text(in, config.dns))};
        return KRAIT_TRY(new_tuple(in, fields));
    }
    if (const Str* text = as_if<Str>(given)) {
        if (text->view() != "dhcp") return raise(in, kValueError, "invalid arguments");
        config.is_dhcp = true;
    } else {
        Tuple* fields = KRAIT_TRY(tuple_from(in, given));
        if (fields->size() != 4)
            return raise(in, kValueError, "expected (address, netmask, gateway, dns)");
        KRAIT_TRY(read_address(in, (*fields)[0], config.address));
        KRAIT_TRY(read_address(in, (*fields)[1], config.netmask));
        KRAIT_TRY(read_address(in, (*fields)[2], config.gateway));
        KRAIT_TRY(read_address(in, (*fields)[3], config.dns));
        config.is_dhcp = false;
    }
    KRAIT_TRY(store(in, self, config));
    return none();
}

Value wlan_ipconfig(Interp& in, Wlan* self, Str* name, Kwargs values) {
    if (name && !values.empty())
        return raise(in, kTypeError, "either a name or keywords, not both");
    if (name) return get_ip_value(in, self, name->view());
    usize position = 0;
    Str* key = nullptr;
    Value value;
    while (values.next(position, key, value)) KRAIT_TRY(set_ip_value(in, self, key->view(), value));
    return none();
}

}  // namespace krait
