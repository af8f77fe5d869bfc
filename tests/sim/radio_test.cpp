// The Wi-Fi state machine.
#include "fixture.hpp"

namespace krait::sim {
namespace {

using hal::Errno;
using hal::WlanInterface;
using hal::WlanStatus;

constexpr WlanInterface kSta = WlanInterface::Station;

struct RadioTest : testing::Test {
    std::unique_ptr<SimBoard> board;
    hal::Radio* radio = nullptr;

    void start(const SimOptions& options) {
        board = must_make(options);
        radio = board->radio();
    }
    void SetUp() override { start(virtual_s3()); }
    void use_network(const char* ssid, const char* password) {
        SimOptions options = virtual_s3();
        options.radio.networks.push_back({ssid, password});
        start(options);
        ASSERT_TRUE(radio->set_active(kSta, true).is_ok());
    }
    WlanStatus outcome(const char* ssid, const char* password) {
        EXPECT_TRUE(radio->connect(ssid, password, nullptr).is_ok());
        EXPECT_EQ(radio->status(kSta), WlanStatus::Connecting);
        pass(*board, 1'100'000);
        return radio->status(kSta);
    }
};

TEST_F(RadioTest, joins_any_network_after_a_delay) {
    EXPECT_TRUE(radio->connect("x", "y", nullptr).is(Errno::NotPermitted));
    ASSERT_TRUE(radio->set_active(kSta, true).is_ok());
    EXPECT_EQ(radio->status(kSta), WlanStatus::Idle);
    u64 start = board->clock().ticks_us();
    ASSERT_TRUE(radio->connect("your_ssid", "your_password", nullptr).is_ok());
    EXPECT_EQ(radio->ip_config(kSta).address[0], 0);
    while (!radio->is_connected(kSta)) {
    }
    EXPECT_NEAR(static_cast<double>(board->clock().ticks_us() - start), 1e6, 10);
    EXPECT_EQ(radio->status(kSta), WlanStatus::GotIp);
    EXPECT_EQ(radio->ip_config(kSta).address[0], 192);
    hal::WlanNetwork network;
    ASSERT_TRUE(radio->joined(network).is_ok());
    EXPECT_EQ(std::string_view(network.ssid, network.ssid_size), "your_ssid");
    ASSERT_TRUE(radio->disconnect().is_ok());
    EXPECT_FALSE(radio->is_connected(kSta));
}

TEST_F(RadioTest, outcomes) {
    use_network("home", "secret");
    EXPECT_EQ(outcome("home", "wrong"), WlanStatus::WrongPassword);
    EXPECT_EQ(outcome("other", "secret"), WlanStatus::NoApFound);
    EXPECT_EQ(outcome("home", "secret"), WlanStatus::GotIp);
    EXPECT_TRUE(radio->connect("", "", nullptr).is(Errno::InvalidArgument));
}

TEST_F(RadioTest, scan) {
    use_network("home", "secret");
    EXPECT_TRUE(radio->scan_result().is(Errno::InvalidArgument));
    ASSERT_TRUE(radio->start_scan().is_ok());
    EXPECT_TRUE(radio->scan_result().is(Errno::Again));
    pass(*board, 1'600'000);
    EXPECT_EQ(radio->scan_result().count(), 1);
    hal::WlanNetwork network;
    ASSERT_TRUE(radio->scan_entry(0, network).is_ok());
    EXPECT_EQ(std::string_view(network.ssid, network.ssid_size), "home");
    EXPECT_EQ(network.security, hal::WlanSecurity::Wpa2Psk);
    EXPECT_TRUE(radio->scan_entry(1, network).is(Errno::NoEntry));
}

TEST_F(RadioTest, a_lost_network_is_rejoined) {
    SimOptions options = virtual_s3();
    options.faults.push_back({FaultKind::WifiDown, {30 * kNsPerSecond, 5 * kNsPerSecond}});
    start(options);
    radio->set_active(kSta, true).is_ok();
    EXPECT_EQ(outcome("net", ""), WlanStatus::GotIp);
    auto reach = [this](u64 ms) { board->timeline().advance_to(ms * kNsPerMs); };
    reach(29'900);
    EXPECT_TRUE(radio->is_connected(kSta));
    reach(30'100);
    EXPECT_FALSE(radio->is_connected(kSta));
    EXPECT_EQ(radio->status(kSta), WlanStatus::BeaconTimeout);
    EXPECT_EQ(outcome("net", ""), WlanStatus::NoApFound);
    reach(35'100);
    EXPECT_EQ(radio->status(kSta), WlanStatus::Connecting);
    reach(36'100);
    EXPECT_TRUE(radio->is_connected(kSta));
}

TEST_F(RadioTest, not_rejoined_when_the_script_forbids) {
    SimOptions options = virtual_s3();
    options.faults.push_back({FaultKind::WifiDown, {3 * kNsPerSecond, kNsPerSecond}});
    start(options);
    radio->set_active(kSta, true).is_ok();
    radio->set_reconnects(0);
    EXPECT_EQ(outcome("net", ""), WlanStatus::GotIp);
    pass(*board, 10'000'000);
    EXPECT_FALSE(radio->is_connected(kSta));
}

TEST_F(RadioTest, settings) {
    EXPECT_EQ(radio->hostname(), "mpy-esp32s3");
    EXPECT_TRUE(radio->set_hostname("monitor").is_ok());
    EXPECT_EQ(radio->hostname(), "monitor");
    EXPECT_FALSE(radio->set_hostname("").is_ok());
    EXPECT_FALSE(radio->set_country("DEU").is_ok());
    EXPECT_FALSE(radio->set_power_save(3).is_ok());
    u8 station[6];
    u8 ap[6];
    radio->mac(kSta, station);
    radio->mac(WlanInterface::AccessPoint, ap);
    EXPECT_NE(station[5], ap[5]);
    hal::ApConfig config = radio->ap_config();
    config.security = hal::WlanSecurity::Wpa2Psk;
    config.password_size = 4;
    EXPECT_TRUE(radio->set_ap_config(config).is(Errno::InvalidArgument));
}

}  // namespace
}  // namespace krait::sim
