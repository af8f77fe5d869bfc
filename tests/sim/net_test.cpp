// Names and sockets, over loopback only.
#include <cstring>

#include "fixture.hpp"
#include "sim/parts/address.hpp"

namespace krait::sim {
namespace {

using hal::Errno;
using hal::IoResult;
using hal::NetAddress;
using hal::NetFamily;
using hal::NetType;
using hal::PollEntry;
using hal::PollKind;

Bytes bytes_of(std::string_view text) {
    return {reinterpret_cast<const u8*>(text.data()), text.size()};
}

struct NetTest : testing::TestWithParam<TimeMode> {
    std::unique_ptr<SimBoard> board;
    hal::NetStack* net = nullptr;

    void start(SimOptions options, bool joins) {
        options.time = GetParam();
        options.radio.connect_delay = kNsPerMs;
        board = must_make(options);
        net = board->net();
        if (!joins) return;
        hal::Radio& radio = *board->radio();
        radio.set_active(hal::WlanInterface::Station, true).is_ok();
        radio.connect("net", "", nullptr).is_ok();
        while (!radio.is_connected(hal::WlanInterface::Station)) pass(*board, 1000);
    }
    void SetUp() override { start(virtual_s3(), true); }

    u8 wait(PollKind kind, i32 handle, u8 interest) {
        PollEntry entry = {kind, interest, 0, handle};
        board->waiter().wait_until(board->clock().ticks_us() + 5'000'000, {&entry, 1});
        return entry.ready;
    }
    std::vector<NetAddress> look_up(std::string_view name, u16 port) {
        i32 query = net->resolve(name, port).count();
        EXPECT_NE(wait(PollKind::Resolve, query, hal::kPollIn), 0);
        std::vector<NetAddress> out(8);
        IoResult n = net->resolved(query, out);
        out.resize(n.is_ok() ? static_cast<usize>(n.count()) : 0);
        return out;
    }
    i32 open() { return net->open(NetFamily::V4, NetType::Stream).count(); }
    // A listening socket on a free port of loopback.
    i32 listen(NetAddress& address) {
        i32 server = open();
        EXPECT_TRUE(parse_endpoint("127.0.0.1", true, address));
        EXPECT_TRUE(net->bind(server, address).is_ok());
        EXPECT_TRUE(net->listen(server, 4).is_ok());
        EXPECT_TRUE(net->local_address(server, address).is_ok());
        return server;
    }
    i32 connect(const NetAddress& address) {
        i32 client = open();
        IoResult result = net->connect(client, address);
        EXPECT_TRUE(result.is_ok() || result.is(Errno::InProgress));
        EXPECT_NE(wait(PollKind::Socket, client, hal::kPollOut) & hal::kPollOut, 0);
        EXPECT_TRUE(net->take_error(client).is_ok());
        return client;
    }
    std::string receive(i32 socket) {
        EXPECT_NE(wait(PollKind::Socket, socket, hal::kPollIn), 0);
        u8 buffer[100];
        IoResult n = net->receive(socket, buffer);
        EXPECT_TRUE(n.is_ok());
        return n.is_ok() ? std::string(buffer, buffer + n.count()) : "";
    }
};

TEST_P(NetTest, the_table_comes_first) {
    SimOptions options = virtual_s3();
    for (const char* text : {"broker.hivemq.com:8883=127.0.0.1:18883", "any.example=127.0.0.9"}) {
        ResolveRow row;
        ASSERT_TRUE(parse_resolve_row(text, row));
        options.net.resolve.push_back(row);
    }
    start(options, true);
    std::vector<NetAddress> broker = look_up("broker.hivemq.com", 8883);
    ASSERT_EQ(broker.size(), 1u);
    EXPECT_EQ(to_text(broker[0]), "127.0.0.1:18883");
    EXPECT_EQ(to_text(look_up("any.example", 80)[0]), "127.0.0.9:80");
}

TEST_P(NetTest, texts_of_addresses_and_the_wildcard) {
    EXPECT_EQ(to_text(look_up("10.1.2.3", 80)[0]), "10.1.2.3:80");
    EXPECT_EQ(to_text(look_up("", 80)[0]), "0.0.0.0:80");
    EXPECT_EQ(to_text(look_up("::1", 80)[0]), "[::1]:80");
}

TEST_P(NetTest, the_hosts_resolver_is_asked_beside) {
    std::vector<NetAddress> found = look_up("localhost", 80);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(to_text(found[0]), "127.0.0.1:80");
    i32 query = net->resolve("localhost", 80).count();
    net->cancel(query);
    NetAddress out[1];
    EXPECT_TRUE(net->resolved(query, out).is(Errno::BadHandle));
}

TEST_P(NetTest, bytes_go_both_ways) {
    NetAddress address;
    i32 server = listen(address);
    i32 client = connect(address);
    EXPECT_NE(wait(PollKind::Socket, server, hal::kPollIn), 0);
    NetAddress peer;
    i32 accepted = net->accept(server, peer).count();
    EXPECT_EQ(net->send(client, bytes_of("hello")).count(), 5);
    u8 peeked[3];
    EXPECT_NE(wait(PollKind::Socket, accepted, hal::kPollIn), 0);
    hal::NetAddress unused;
    EXPECT_EQ(net->peek(accepted, peeked, unused).count(), 3);
    EXPECT_EQ(receive(accepted), "hello");
    EXPECT_EQ(net->send(accepted, bytes_of("there")).count(), 5);
    EXPECT_EQ(receive(client), "there");
    u8 none[4];
    EXPECT_TRUE(net->receive(client, none).is(Errno::Again));
    ASSERT_TRUE(net->close(accepted).is_ok());
    EXPECT_EQ(receive(client), "");
    EXPECT_TRUE(net->close(accepted).is(Errno::BadHandle));
}

TEST_P(NetTest, nobody_listens) {
    NetAddress address;
    i32 server = listen(address);
    net->close(server).is_ok();
    i32 client = open();
    IoResult result = net->connect(client, address);
    if (result.is(Errno::InProgress)) {
        EXPECT_NE(wait(PollKind::Socket, client, hal::kPollOut), 0);
        result = net->take_error(client);
    }
    EXPECT_TRUE(result.is(Errno::ConnectionRefused));
}

TEST_P(NetTest, datagrams) {
    NetAddress address;
    ASSERT_TRUE(parse_endpoint("127.0.0.1", true, address));
    i32 server = net->open(NetFamily::V4, NetType::Datagram).count();
    ASSERT_TRUE(net->bind(server, address).is_ok());
    ASSERT_TRUE(net->local_address(server, address).is_ok());
    i32 client = net->open(NetFamily::V4, NetType::Datagram).count();
    EXPECT_EQ(net->send_to(client, bytes_of("ping"), address).count(), 4);
    EXPECT_NE(wait(PollKind::Socket, server, hal::kPollIn), 0);
    u8 buffer[10];
    NetAddress from;
    EXPECT_EQ(net->receive_from(server, buffer, from).count(), 4);
    EXPECT_EQ(from.bytes[0], 127);
}

TEST_P(NetTest, nothing_goes_without_a_link) {
    start(virtual_s3(), false);
    NetAddress address;
    ASSERT_TRUE(parse_endpoint("127.0.0.1:9", false, address));
    EXPECT_TRUE(net->connect(open(), address).is(Errno::HostUnreachable));
    EXPECT_TRUE(look_up("localhost", 80).empty());
    EXPECT_EQ(look_up("127.0.0.1", 80).size(), 1u);
}

TEST_P(NetTest, a_lost_link_resets_connections) {
    SimOptions options = virtual_s3();
    options.faults.push_back({FaultKind::WifiDown, {500 * kNsPerMs, 100 * kNsPerMs}});
    start(options, true);
    NetAddress address;
    i32 server = listen(address);
    i32 client = connect(address);
    while (board->timeline().now() < 510 * kNsPerMs) {
        board->waiter().wait_until(520'000, {});
    }
    EXPECT_TRUE(net->send(client, bytes_of("x")).is(Errno::ConnectionReset));
    u8 buffer[4];
    EXPECT_TRUE(net->receive(client, buffer).is(Errno::ConnectionReset));
    EXPECT_NE(wait(PollKind::Socket, client, hal::kPollIn) & hal::kPollError, 0);
    EXPECT_TRUE(net->connect(open(), address).is(Errno::HostUnreachable));
    board->waiter().wait_until(700'000, {});
    i32 again = connect(address);
    EXPECT_NE(again, client);
    EXPECT_TRUE(net->close(client).is_ok());
    EXPECT_TRUE(net->close(server).is_ok());
}

TEST_P(NetTest, own_address_and_mapped_ports) {
    SimOptions options = virtual_s3();
    options.net.listen.push_back({80, 0});  // the host picks a free one
    start(options, true);
    hal::IpConfig ip = board->radio()->ip_config(hal::WlanInterface::Station);
    NetAddress own;
    std::memcpy(own.bytes, ip.address, 4);
    own.port = 80;
    i32 server = open();
    ASSERT_TRUE(net->bind(server, own).is_ok());
    ASSERT_TRUE(net->listen(server, 1).is_ok());
    NetAddress bound;
    ASSERT_TRUE(net->local_address(server, bound).is_ok());
    EXPECT_NE(bound.port, 80);
    own.port = bound.port;
    connect(own);
}

TEST_P(NetTest, bad_handles) {
    u8 byte = 0;
    for (i32 handle : {-1, 0, 99}) {
        EXPECT_TRUE(net->send(handle, {&byte, 1}).is(Errno::BadHandle));
        EXPECT_TRUE(net->close(handle).is(Errno::BadHandle));
        EXPECT_TRUE(net->listen(handle, 1).is(Errno::BadHandle));
    }
    NetAddress out[1];
    EXPECT_TRUE(net->resolved(3, out).is(Errno::BadHandle));
}

INSTANTIATE_TEST_SUITE_P(Clock, NetTest, testing::Values(TimeMode::Real, TimeMode::Virtual),
                         [](const auto& info) {
                             return info.param == TimeMode::Real ? "real" : "jumping";
                         });

struct PatienceTest : NetTest {};

TEST_P(PatienceTest, a_silent_peer_costs_little_real_time) {
    NetAddress address;
    i32 server = listen(address);
    i32 client = connect(address);
    NetAddress peer;
    EXPECT_NE(wait(PollKind::Socket, server, hal::kPollIn), 0);
    i32 accepted = net->accept(server, peer).count();
    Timeline host(TimeMode::Real);
    for (int i = 0; i < 1000; i++) {  // 100 s of publishing ten times a second to a silent peer
        net->send(client, bytes_of("x")).is_ok();
        u8 buffer[16];
        if (i % 10 == 0) net->receive(accepted, buffer).is_ok();
        PollEntry entry = {PollKind::Socket, hal::kPollIn, 0, client};
        board->waiter().wait_until(board->clock().ticks_us() + 100'000, {&entry, 1});
    }
    EXPECT_GE(board->timeline().now(), 100 * kNsPerSecond);
    EXPECT_LT(host.now(), 10 * kNsPerSecond);
}

INSTANTIATE_TEST_SUITE_P(Clock, PatienceTest, testing::Values(TimeMode::Virtual),
                         [](const auto&) { return "jumping"; });

}  // namespace
}  // namespace krait::sim
