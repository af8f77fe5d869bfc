// The board's network stack: the host's own sockets, never blocking, reached over the simulated
// radio.
//
// Without a link (Wi-Fi not joined, on boards that have it) nothing beyond the board can be
// reached: connecting fails with EHOSTUNREACH, names are not found. When the link is lost, the
// connections die with it: the host's side is reset at once, and the script sees ECONNRESET at its
// next use of the socket, as on a chip whose stack tears its connections down. Listening and
// datagram sockets survive.
//
// The board's own addresses (those that WLAN.ifconfig() shows) stand for the host's: binding to one
// binds to all, connecting to one reaches loopback. `--listen 80=8080` lets a script that binds
// port 80 run without privileges.
//
// Patience. Under virtual time a board that waits for a reply from the real world must not run
// ahead of it, nor stand still for a reply that will never come. So each socket knows whether it
// expects something (it has just connected, sent or received) and how long, in real time, waiting
// for it has been worth while; a wait in vain shortens that, an arrival lengthens it. The waiter
// stands still accordingly (waiter.cpp).
#pragma once

#include <poll.h>
#include <sys/socket.h>

#include <functional>
#include <vector>

#include "hal/netstack.hpp"
#include "sim/parts/resolver.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class SimRadio;

struct PortMapping {
    u16 board;
    u16 host;
};

struct NetSettings {
    std::vector<ResolveRow> resolve;
    std::vector<PortMapping> listen;
};

class SimNet final : public hal::NetStack {
  public:
    // `radio` is nullptr where the link is always there.
    SimNet(Wiring& wiring, SimRadio* radio, NetSettings settings);
    ~SimNet();
    SimNet(const SimNet&) = delete;
    SimNet& operator=(const SimNet&) = delete;

    hal::IoResult open(hal::NetFamily family, hal::NetType type) override;
    hal::IoResult close(i32 socket) override;
    hal::IoResult bind(i32 socket, const hal::NetAddress& address) override;
    hal::IoResult listen(i32 socket, u32 backlog) override;
    hal::IoResult accept(i32 socket, hal::NetAddress& peer) override;
    hal::IoResult connect(i32 socket, const hal::NetAddress& address) override;
    hal::IoResult take_error(i32 socket) override;
    hal::IoResult send(i32 socket, Bytes data) override;
    hal::IoResult receive(i32 socket, MutableBytes into) override;
    hal::IoResult peek(i32 socket, MutableBytes into, hal::NetAddress& from) override;
    hal::IoResult send_to(i32 socket, Bytes data, const hal::NetAddress& to) override;
    hal::IoResult receive_from(i32 socket, MutableBytes into, hal::NetAddress& from) override;
    hal::IoResult shutdown(i32 socket, hal::NetShutdown how) override;
    hal::IoResult set_option(i32 socket, hal::NetOption option, i32 value) override;
    hal::IoResult get_option(i32 socket, hal::NetOption option) override;
    hal::IoResult set_membership(i32 socket, const hal::NetAddress& group,
                                 const hal::NetAddress& local, bool joined) override;
    i32 descriptor(i32 socket) const override;
    hal::IoResult local_address(i32 socket, hal::NetAddress& out) override;
    hal::IoResult peer_address(i32 socket, hal::NetAddress& out) override;
    hal::IoResult bind_path(i32 socket, std::string_view path) override;
    hal::IoResult connect_path(i32 socket, std::string_view path) override;
    hal::IoResult send_to_path(i32 socket, Bytes data, std::string_view path) override;
    hal::IoResult path_of(i32 socket, hal::LocalEnd end, MutableBytes into) override;
    hal::IoResult open_pair(hal::NetType type, i32& second) override;
    hal::IoResult resolve(std::string_view name, u16 port) override;
    hal::IoResult resolved(i32 query, std::span<hal::NetAddress> out) override;
    void cancel(i32 query) override { resolver_.cancel(query); }

    // What a board's path is on the host, for sockets with paths.
    std::function<std::string(std::string_view path)> on_host;

    // The link went: connections die.
    void link_lost();
    // Closes all.
    void reset();

    // For the waiter: what to poll for a socket; false when it is ready already, with `ready` set.
    bool prepare(i32 socket, u8 interest, pollfd& out, u8& ready) const;
    Resolver& resolver() { return resolver_; }
    // Real nanoseconds that waiting for this socket is worth; `is_blocked`: the program has nothing
    // else to do. See Patience above.
    u64 patience(i32 socket, bool is_blocked) const;
    void waited_in_vain(i32 socket);

  private:
    struct Socket {
        i32 descriptor = -1;
        bool is_stream = false;
        bool is_connection = false;
        bool is_local = false;
        bool is_dead = false;     // the link took it; the descriptor is closed
        bool error_told = false;  // take_error has answered the death
        bool expects = false;     // patience
        bool was_vain = false;
        u64 patience = 0;
        std::string sender;  // the path of the last datagram's, if it has one
    };
    Socket* find(i32 socket);
    const Socket* find(i32 socket) const;
    hal::IoResult adopt(i32 descriptor, bool is_stream, bool is_connection);
    hal::NetAddress outside(const hal::NetAddress& address, bool is_bind) const;
    bool has_link() const;
    hal::IoResult finish_receive(i32 handle, isize n);
    hal::IoResult finish_send(i32 handle, isize n);
    void expect(Socket& socket) { socket.expects = true; }
    static void note_sender(Socket& socket, const sockaddr_storage& host, socklen_t size,
                            hal::NetAddress& from);
    hal::IoResult host_path(i32 handle, std::string_view path, sockaddr_storage& out,
                            socklen_t& size);

    Wiring& wiring_;
    SimRadio* radio_;
    NetSettings settings_;
    Resolver resolver_;
    std::vector<Socket> sockets_;
};

}  // namespace krait::sim
