// The network module: Wi-Fi interfaces, and what all interfaces share.
#include "core/bind.hpp"
#include "machine/modules.hpp"
#include "machine/wlan.hpp"

namespace krait {

namespace {

Value network_hostname(Interp& in, Str* name) {
    hal::Radio& radio = *KRAIT_TRY(need_radio(in));
    if (!name) return KRAIT_TRY(new_str(in, radio.hostname()));
    if (!radio.set_hostname(name->view()).is_ok())
        return raise(in, kValueError, "hostname must have 1 to 32 characters");
    return none();
}

Value network_country(Interp& in, Str* code) {
    hal::Radio& radio = *KRAIT_TRY(need_radio(in));
    if (!code) return KRAIT_TRY(new_str(in, radio.country()));
    if (!radio.set_country(code->view()).is_ok())
        return raise(in, kValueError, "country must have 2 letters");
    return none();
}

// ipconfig() of the station, which is the way out.
Value network_ipconfig(Interp& in, Str* name, Kwargs values) {
    (void)KRAIT_TRY(need_radio(in));
    Wlan* station = KRAIT_TRY(in.make<Wlan>());
    return wlan_ipconfig(in, station, name, values);
}

constexpr Row kRows[] = {
    constant<"WLAN">(&Wlan::kType),
    def<"hostname(name=..., /)", network_hostname>,
    def<"country(code=..., /)", network_country>,
    def<"ipconfig(param=..., /, **values)", network_ipconfig>,
    constant<"STA_IF">(static_cast<int>(hal::WlanInterface::Station)),
    constant<"AP_IF">(static_cast<int>(hal::WlanInterface::AccessPoint)),
    constant<"STAT_IDLE">(wlan_status::kIdle),
    constant<"STAT_CONNECTING">(wlan_status::kConnecting),
    constant<"STAT_GOT_IP">(wlan_status::kGotIp),
    constant<"STAT_WRONG_PASSWORD">(wlan_status::kWrongPassword),
    constant<"STAT_NO_AP_FOUND">(wlan_status::kNoApFound),
    constant<"STAT_ASSOC_FAIL">(wlan_status::kAssociationFailed),
    constant<"STAT_CONNECT_FAIL">(wlan_status::kAssociationFailed),
    constant<"STAT_BEACON_TIMEOUT">(wlan_status::kBeaconTimeout),
    constant<"STAT_HANDSHAKE_TIMEOUT">(wlan_status::kHandshakeTimeout),
    constant<"AUTH_OPEN">(static_cast<int>(hal::WlanSecurity::Open)),
    constant<"AUTH_WEP">(static_cast<int>(hal::WlanSecurity::Wep)),
    constant<"AUTH_WPA_PSK">(static_cast<int>(hal::WlanSecurity::WpaPsk)),
    constant<"AUTH_WPA2_PSK">(static_cast<int>(hal::WlanSecurity::Wpa2Psk)),
    constant<"AUTH_WPA_WPA2_PSK">(static_cast<int>(hal::WlanSecurity::WpaWpa2Psk)),
    constant<"AUTH_WPA3_PSK">(static_cast<int>(hal::WlanSecurity::Wpa3Psk)),
    constant<"MODE_11B">(1),
    constant<"MODE_11G">(2),
    constant<"MODE_11N">(4),
};

}  // namespace

constinit const ModuleDef kNetworkModule{.name = "network"_sym, .rows = kRows};

}  // namespace krait
