// Wi-Fi, as a station sees it.
//
//     Idle -- connect --> Connecting -- after the delay --> GotIp | WrongPassword | NoApFound
//     GotIp -- the network goes --> BeaconTimeout -- it returns, if rejoining is allowed -->
//     Connecting NoApFound -- the network returns, likewise --> Connecting
//
// Which networks there are is given by `--wifi SSID:PASSWORD`; without it any name joins with any
// password, which is what scripts copied from tutorials need. Nothing is transmitted: the host's
// own network is behind it (see net.hpp), and `on_link` tells that part when the link comes and
// goes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "hal/radio.hpp"
#include "sim/chip.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

struct WifiNetwork {
    std::string ssid;
    std::string password;  // empty: open
};

struct RadioSettings {
    std::vector<WifiNetwork> networks;  // empty: any can be joined
    u64 connect_delay = kNsPerSecond;
    u64 scan_delay = 1500 * kNsPerMs;
};

class SimRadio final : public hal::Radio {
  public:
    SimRadio(Wiring& wiring, const Chip& chip, RadioSettings settings);

    hal::IoResult set_active(hal::WlanInterface interface, bool active) override;
    bool is_active(hal::WlanInterface interface) override;
    hal::IoResult connect(std::string_view ssid, std::string_view password,
                          const u8* bssid) override;
    hal::IoResult disconnect() override;
    hal::WlanStatus status(hal::WlanInterface interface) override;
    bool is_connected(hal::WlanInterface interface) override;
    void set_reconnects(i32 times) override { reconnects_ = times; }
    i32 reconnects() override { return reconnects_; }
    hal::IoResult start_scan() override;
    hal::IoResult scan_result() override;
    hal::IoResult scan_entry(u16 index, hal::WlanNetwork& out) override;
    hal::IoResult joined(hal::WlanNetwork& out) override;
    hal::IpConfig ip_config(hal::WlanInterface interface) override;
    hal::IoResult set_ip_config(hal::WlanInterface interface, const hal::IpConfig& config) override;
    hal::ApConfig ap_config() override { return ap_; }
    hal::IoResult set_ap_config(const hal::ApConfig& config) override;
    hal::IoResult ap_client(u16, u8 (&)[6]) override { return hal::Errno::NoEntry; }
    void mac(hal::WlanInterface interface, u8 (&out)[6]) override;
    std::string_view hostname() override { return hostname_; }
    hal::IoResult set_hostname(std::string_view name) override;
    std::string_view country() override { return country_; }
    hal::IoResult set_country(std::string_view code) override;
    u8 power_save() override { return power_save_; }
    hal::IoResult set_power_save(u8 level) override;
    i8 tx_power() override { return tx_power_; }
    hal::IoResult set_tx_power(i8 quarters) override;

    // Called when has_link() changes.
    std::function<void(bool up)> on_link;
    // Whether packets can go anywhere.
    bool has_link() const { return status_ == hal::WlanStatus::GotIp || active_[1]; }
    // Whether an address is one of the board's own.
    bool is_own_address(const u8 (&address)[4]) const;
    // The networks disappear and come back (a fault).
    void set_air(bool present);
    // Power-on state.
    void reset();

  private:
    const WifiNetwork* find(std::string_view ssid) const;
    hal::WlanNetwork describe(const std::string& ssid, bool is_open, usize index) const;
    void set_status(hal::WlanStatus status);
    void begin_join();
    void finish_join();
    void tell_link(bool before);

    Wiring& wiring_;
    const Chip& chip_;
    RadioSettings settings_;
    bool air_ = true;
    bool active_[2] = {};
    hal::WlanStatus status_ = hal::WlanStatus::Idle;
    std::string ssid_;
    std::string password_;
    i32 reconnects_ = -1;
    i32 rejoins_ = 0;
    Timeline::Ticket join_;
    u64 scan_done_at_ = 0;  // 0: no scan was begun
    hal::IpConfig ip_[2];
    hal::ApConfig ap_;
    std::string hostname_;
    std::string country_;
    u8 power_save_ = 1;
    i8 tx_power_ = 80;
};

}  // namespace krait::sim
