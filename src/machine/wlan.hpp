// network.WLAN: a Wi-Fi interface of the board, as a station or as an access point.
#pragma once

#include "core/signature.hpp"
#include "machine/parts.hpp"

namespace krait {

struct Wlan : Object {
    static const BuiltinType kType;
    hal::WlanInterface interface;

    bool is_station() const { return interface == hal::WlanInterface::Station; }
};

// What WLAN.status() gives; MicroPython's numbers on an ESP32.
namespace wlan_status {
constexpr int kIdle = 1000, kConnecting = 1001, kGotIp = 1010, kWrongPassword = 202,
              kNoApFound = 201, kAssociationFailed = 203, kBeaconTimeout = 200,
              kHandshakeTimeout = 204;
}

inline Result<hal::Radio*> need_radio(Interp& in) {
    return need_part(in, in.board()->radio(), "radio");
}
inline hal::Radio& radio_of(Interp& in) { return *in.board()->radio(); }

// WLAN.config() (wlan_config.cpp): the value of one parameter, or none after setting some.
Value wlan_config(Interp&, Wlan* self, Args names, Kwargs values);
// The addresses of an interface (wlan_ip.cpp).
Value wlan_ifconfig(Interp&, Wlan* self, Value config);
Value wlan_ipconfig(Interp&, Wlan* self, Str* name, Kwargs values);

}  // namespace krait
