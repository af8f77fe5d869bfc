// Wi-Fi: joining a network (station) and offering one (access point).
//
// Everything is started and then watched: `connect` and `start_scan` return at once, and `status`
// or EventKind::Wlan tell the outcome. A station that loses its network tries to rejoin by itself,
// as often as `set_reconnects` allows; sockets over the lost link fail (see the port's NetStack).
#pragma once

#include <string_view>

#include "hal/result.hpp"

namespace krait::hal {

enum class WlanInterface : u8 { Station = 0, AccessPoint = 1 };

enum class WlanStatus : u8 {
    Idle,
    Connecting,
    GotIp,
    WrongPassword,
    NoApFound,
    AssociationFailed,
    BeaconTimeout,
    HandshakeTimeout,
};

enum class WlanSecurity : u8 {
    Open = 0,
    Wep = 1,
    WpaPsk = 2,
    Wpa2Psk = 3,
    WpaWpa2Psk = 4,
    Wpa3Psk = 6
};

struct WlanNetwork {
    char ssid[33];
    u8 ssid_size;
    u8 bssid[6];
    u8 channel;
    i8 rssi;
    WlanSecurity security;
    bool is_hidden;
};

struct IpConfig {
    u8 address[4];
    u8 netmask[4];
    u8 gateway[4];
    u8 dns[4];
    bool is_dhcp;  // when set: ask the network for the rest
};

struct ApConfig {
    char ssid[33];
    u8 ssid_size;
    char password[65];
    u8 password_size;
    u8 channel;
    u8 max_clients;
    WlanSecurity security;
    bool is_hidden;
};

class Radio {
  public:
    virtual IoResult set_active(WlanInterface interface, bool active) = 0;
    virtual bool is_active(WlanInterface interface) = 0;

    // Requires an active station, else NotPermitted. An all-zero `bssid` (or nullptr) means any.
    virtual IoResult connect(std::string_view ssid, std::string_view password, const u8* bssid) = 0;
    virtual IoResult disconnect() = 0;
    virtual WlanStatus status(WlanInterface interface) = 0;
    // Station: joined and addressed. Access point: at least one client.
    virtual bool is_connected(WlanInterface interface) = 0;
    // How often a lost station rejoins by itself: -1 for ever, 0 never.
    virtual void set_reconnects(i32 times) = 0;
    virtual i32 reconnects() = 0;

    // Scans; `scan_result` answers Again until done, then the number of networks. Then read them by
    // index.
    virtual IoResult start_scan() = 0;
    virtual IoResult scan_result() = 0;
    virtual IoResult scan_entry(u16 index, WlanNetwork& out) = 0;

    // The network joined. NotConnected when none is.
    virtual IoResult joined(WlanNetwork& out) = 0;
    virtual IpConfig ip_config(WlanInterface interface) = 0;
    virtual IoResult set_ip_config(WlanInterface interface, const IpConfig& config) = 0;
    virtual ApConfig ap_config() = 0;
    virtual IoResult set_ap_config(const ApConfig& config) = 0;
    // Hardware addresses of the access point's clients: the n-th, or NoEntry.
    virtual IoResult ap_client(u16 index, u8 (&mac)[6]) = 0;

    virtual void mac(WlanInterface interface, u8 (&out)[6]) = 0;
    virtual std::string_view hostname() = 0;
    virtual IoResult set_hostname(std::string_view name) = 0;
    // Two letters.
    virtual std::string_view country() = 0;
    virtual IoResult set_country(std::string_view code) = 0;
    // 0 none, 1 at each beacon (the default), 2 the most saving.
    virtual u8 power_save() = 0;
    virtual IoResult set_power_save(u8 level) = 0;
    // In quarters of a dBm.
    virtual i8 tx_power() = 0;
    virtual IoResult set_tx_power(i8 quarters) = 0;

  protected:
    ~Radio() = default;
};

}  // namespace krait::hal
