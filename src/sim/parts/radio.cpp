#include "sim/parts/radio.hpp"

#include <algorithm>
#include <cstring>

namespace krait::sim {

using hal::Errno;
using hal::IoResult;
using hal::WlanInterface;
using hal::WlanStatus;

namespace {

constexpr usize kMaxSsid = 32;
constexpr usize kMaxPassword = 64;
constexpr usize kMaxHostname = 32;
constexpr i8 kRssi = -48;
constexpr const char* kStatusNames[] = {
    "idle",  "connecting",         "got-ip",         "wrong-password",
    "no-ap", "association-failed", "beacon-timeout", "handshake-timeout"};

constexpr hal::IpConfig kStationIp = {
    {192, 168, 1, 100}, {255, 255, 255, 0}, {192, 168, 1, 1}, {192, 168, 1, 1}, true};
constexpr hal::IpConfig kAccessPointIp = {
    {192, 168, 4, 1}, {255, 255, 255, 0}, {192, 168, 4, 1}, {0, 0, 0, 0}, false};

usize index_of(WlanInterface interface) { return static_cast<usize>(interface); }

hal::ApConfig default_ap() {
    hal::ApConfig config = {};
    static constexpr std::string_view kName = "ESP_530300";
    std::copy(kName.begin(), kName.end(), config.ssid);
    config.ssid_size = static_cast<u8>(kName.size());
    config.channel = 1;
    config.max_clients = 4;
    config.security = hal::WlanSecurity::Open;
    return config;
}

}  // namespace

SimRadio::SimRadio(Wiring& wiring, const Chip& chip, RadioSettings settings)
    : wiring_(wiring), chip_(chip), settings_(std::move(settings)) {
    reset();
}

void SimRadio::reset() {
    bool before = has_link();
    wiring_.time.cancel(join_);
    active_[0] = active_[1] = false;
    status_ = WlanStatus::Idle;
    ssid_.clear();
    password_.clear();
    reconnects_ = -1;
    scan_done_at_ = 0;
    ip_[0] = kStationIp;
    ip_[1] = kAccessPointIp;
    ap_ = default_ap();
    hostname_ = "mpy-" + std::string(chip_.name);
    country_ = "XX";
    power_save_ = 1;
    tx_power_ = 80;
    tell_link(before);
}

void SimRadio::tell_link(bool before) {
    if (has_link() != before && on_link) on_link(!before);
}

void SimRadio::set_status(WlanStatus status) {
    if (status == status_) return;
    bool before = has_link();
    status_ = status;
    wiring_.trace.line("wlan sta %s", kStatusNames[static_cast<usize>(status)]);
    tell_link(before);
    wiring_.interrupts.post({hal::EventKind::Wlan, 0}, static_cast<u32>(status));
}

IoResult SimRadio::set_active(WlanInterface interface, bool active) {
    wiring_.time.touch();
    usize index = index_of(interface);
    if (active_[index] == active) return 0;
    bool before = has_link();
    active_[index] = active;
    wiring_.trace.line("wlan %s %s", index == 0 ? "sta" : "ap", active ? "on" : "off");
    tell_link(before);
    if (index == 0 && !active) return disconnect();
    return 0;
}

bool SimRadio::is_active(WlanInterface interface) {
    wiring_.time.touch();
    return active_[index_of(interface)];
}

IoResult SimRadio::connect(std::string_view ssid, std::string_view password, const u8*) {
    wiring_.time.touch();
    if (!active_[0]) return Errno::NotPermitted;
    if (ssid.empty() || ssid.size() > kMaxSsid || password.size() > kMaxPassword) {
        return Errno::InvalidArgument;
    }
    ssid_ = ssid;
    password_ = password;
    rejoins_ = 0;
    if (status_ == WlanStatus::GotIp) set_status(WlanStatus::Idle);
    begin_join();
    return 0;
}

void SimRadio::begin_join() {
    wiring_.time.cancel(join_);
    set_status(WlanStatus::Connecting);
    join_ =
        wiring_.time.at(wiring_.time.now() + settings_.connect_delay, [this] { finish_join(); });
}

void SimRadio::finish_join() {
    join_ = {};
    const WifiNetwork* network = find(ssid_);
    bool is_there = air_ && (network != nullptr || settings_.networks.empty());
    if (!is_there) {
        set_status(WlanStatus::NoApFound);
    } else if (network != nullptr && !network->password.empty() && network->password != password_) {
        set_status(WlanStatus::WrongPassword);
    } else {
        set_status(WlanStatus::GotIp);
    }
}

IoResult SimRadio::disconnect() {
    wiring_.time.touch();
    wiring_.time.cancel(join_);
    ssid_.clear();
    set_status(WlanStatus::Idle);
    return 0;
}

void SimRadio::set_air(bool present) {
    if (air_ == present) return;
    air_ = present;
    wiring_.trace.line("air %s", present ? "back" : "lost");
    if (!present) {
        if (status_ == WlanStatus::GotIp) set_status(WlanStatus::BeaconTimeout);
        return;
    }
    bool is_lost = status_ == WlanStatus::BeaconTimeout || status_ == WlanStatus::NoApFound;
    if (!is_lost || ssid_.empty()) return;
    if (reconnects_ >= 0 && rejoins_ >= reconnects_) return;
    rejoins_++;
    begin_join();
}

WlanStatus SimRadio::status(WlanInterface interface) {
    wiring_.time.touch();
    return interface == WlanInterface::Station ? status_ : WlanStatus::Idle;
}

bool SimRadio::is_connected(WlanInterface interface) {
    wiring_.time.touch();
    return interface == WlanInterface::Station && status_ == WlanStatus::GotIp;
}

const WifiNetwork* SimRadio::find(std::string_view ssid) const {
    for (const WifiNetwork& network : settings_.networks) {
        if (network.ssid == ssid) return &network;
    }
    return nullptr;
}

IoResult SimRadio::start_scan() {
    wiring_.time.touch();
    if (!active_[0]) return Errno::NotPermitted;
    scan_done_at_ = wiring_.time.now() + settings_.scan_delay;
    // An action, so that a wait ends when the scan does.
    wiring_.time.at(scan_done_at_, [this] {
        wiring_.interrupts.post({hal::EventKind::Wlan, 0}, static_cast<u32>(status_));
    });
    return 0;
}

IoResult SimRadio::scan_result() {
    wiring_.time.touch();
    if (scan_done_at_ == 0) return Errno::InvalidArgument;
    if (wiring_.time.now() < scan_done_at_) return Errno::Again;
    if (!air_) return 0;
    return std::max<i32>(1, static_cast<i32>(settings_.networks.size()));
}

hal::WlanNetwork SimRadio::describe(const std::string& ssid, bool is_open, usize index) const {
    hal::WlanNetwork out = {};
    std::copy(ssid.begin(), ssid.end(), out.ssid);
    out.ssid_size = static_cast<u8>(ssid.size());
    const u8 bssid[6] = {0x02, 0x4b, 0x52, 0x41, 0x49, static_cast<u8>(index)};
    std::copy(bssid, bssid + 6, out.bssid);
    out.channel = 6;
    out.rssi = static_cast<i8>(kRssi - 6 * static_cast<i32>(std::min<usize>(index, 8)));
    out.security = is_open ? hal::WlanSecurity::Open : hal::WlanSecurity::Wpa2Psk;
    return out;
}

IoResult SimRadio::scan_entry(u16 index, hal::WlanNetwork& out) {
    if (settings_.networks.empty() && index == 0) {
        out = describe(ssid_.empty() ? "krait" : ssid_, false, 0);
        return 1;
    }
    if (index >= settings_.networks.size()) return Errno::NoEntry;
    const WifiNetwork& network = settings_.networks[index];
    out = describe(network.ssid, network.password.empty(), index);
    return 1;
}

IoResult SimRadio::joined(hal::WlanNetwork& out) {
    if (status_ != WlanStatus::GotIp) return Errno::NotConnected;
    const WifiNetwork* network = find(ssid_);
    usize index = network == nullptr ? 0 : static_cast<usize>(network - settings_.networks.data());
    out = describe(ssid_, network != nullptr && network->password.empty(), index);
    return 1;
}

hal::IpConfig SimRadio::ip_config(WlanInterface interface) {
    wiring_.time.touch();
    hal::IpConfig config = ip_[index_of(interface)];
    bool is_waiting = interface == WlanInterface::Station && status_ != WlanStatus::GotIp;
    if (is_waiting && config.is_dhcp) config = {{}, {}, {}, {}, true};
    return config;
}

IoResult SimRadio::set_ip_config(WlanInterface interface, const hal::IpConfig& config) {
    hal::IpConfig& ip = ip_[index_of(interface)];
    ip = config.is_dhcp ? kStationIp : config;
    return 0;
}

bool SimRadio::is_own_address(const u8 (&address)[4]) const {
    return std::memcmp(address, ip_[0].address, 4) == 0 ||
           std::memcmp(address, ip_[1].address, 4) == 0;
}

IoResult SimRadio::set_ap_config(const hal::ApConfig& config) {
    if (config.ssid_size > kMaxSsid || config.password_size > kMaxPassword) {
        return Errno::InvalidArgument;
    }
    if (config.security != hal::WlanSecurity::Open && config.password_size < 8) {
        return Errno::InvalidArgument;  // WPA's lower limit
    }
    ap_ = config;
    return 0;
}

void SimRadio::mac(WlanInterface interface, u8 (&out)[6]) {
    std::copy(chip_.unique_id, chip_.unique_id + 6, out);
    out[5] = static_cast<u8>(out[5] + index_of(interface));
}

IoResult SimRadio::set_hostname(std::string_view name) {
    if (name.empty() || name.size() > kMaxHostname) return Errno::InvalidArgument;
    hostname_ = name;
    return 0;
}

IoResult SimRadio::set_country(std::string_view code) {
    if (code.size() != 2) return Errno::InvalidArgument;
    country_ = code;
    return 0;
}

IoResult SimRadio::set_power_save(u8 level) {
    if (level > 2) return Errno::InvalidArgument;
    power_save_ = level;
    return 0;
}

IoResult SimRadio::set_tx_power(i8 quarters) {
    if (quarters < 8 || quarters > 84) return Errno::InvalidArgument;
    tx_power_ = quarters;
    return 0;
}

}  // namespace krait::sim
