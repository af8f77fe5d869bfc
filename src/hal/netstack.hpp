// TCP, UDP and names, without ever waiting.
//
// Each call answers at once: `Again` or `InProgress` mean that a poll entry of kind Socket (or
// Resolve) for that handle tells when to come back. Blocking sockets, timeouts and TLS are built
// above from this.
//
// Porting: lwIP's raw API fits directly (its callbacks fill small queues here and poll reads them);
// so does a host's non-blocking BSD sockets. Handles are small integers of 0 or more.
#pragma once

#include <span>
#include <string_view>

#include "hal/result.hpp"

namespace krait::hal {

enum class NetFamily : u8 { V4, V6, Local };
enum class LocalEnd : u8 { Own, Peer, Sender };
enum class NetType : u8 { Stream, Datagram };

struct NetAddress {
    NetFamily family = NetFamily::V4;
    u16 port = 0;
    u32 scope = 0;      // V6 only
    u8 bytes[16] = {};  // network order; V4 uses the first 4; Local uses paths instead

    constexpr usize size() const { return family == NetFamily::V4 ? 4 : 16; }
};

enum class NetOption : u8 {
    ReuseAddress,
    Broadcast,
    KeepAlive,
    NoDelay,
    ReceiveBuffer,
    SendBuffer,
    MulticastTtl,
    MulticastLoop,
    MulticastInterface,  // the interface's V4 address, its four bytes in memory order
    ReusePort,
    Linger,  // seconds that close() waits for what was sent; 0: it resets; -1: it does not wait
    Ttl,
    TypeOfService,
    KeepIdle,      // seconds of silence before the first probe
    KeepInterval,  // seconds between probes
    KeepCount,     // probes without an answer that end the connection
    V6Only,
};

enum class NetShutdown : u8 { Read, Write, Both };

class NetStack {
  public:
    // A socket handle.
    virtual IoResult open(NetFamily family, NetType type) = 0;
    virtual IoResult close(i32 socket) = 0;

    virtual IoResult bind(i32 socket, const NetAddress& address) = 0;
    virtual IoResult listen(i32 socket, u32 backlog) = 0;
    // A new socket handle; `peer` is who called.
    virtual IoResult accept(i32 socket, NetAddress& peer) = 0;
    // InProgress for a stream: it is done when the socket becomes writable; `take_error` says how
    // it ended.
    virtual IoResult connect(i32 socket, const NetAddress& address) = 0;
    // The socket's pending error, which is cleared: 0 or a failure.
    virtual IoResult take_error(i32 socket) = 0;

    // May take less than all. BrokenPipe or ConnectionReset when the peer is gone.
    virtual IoResult send(i32 socket, Bytes data) = 0;
    // 0: the peer has closed its side.
    virtual IoResult receive(i32 socket, MutableBytes into) = 0;
    // As receive, but leaves the bytes there; `from` is written for datagrams.
    virtual IoResult peek(i32 socket, MutableBytes into, NetAddress& from) = 0;
    virtual IoResult send_to(i32 socket, Bytes data, const NetAddress& to) = 0;
    virtual IoResult receive_from(i32 socket, MutableBytes into, NetAddress& from) = 0;
    virtual IoResult shutdown(i32 socket, NetShutdown how) = 0;

    virtual IoResult set_option(i32 socket, NetOption option, i32 value) = 0;
    virtual IoResult get_option(i32 socket, NetOption option) = 0;
    // Joins or leaves a V4 multicast group; `local` of zeros: any interface.
    virtual IoResult set_membership(i32 socket, const NetAddress& group, const NetAddress& local,
                                    bool joined) = 0;
    // The number by which the operating system knows the socket; where there is none, the handle.
    virtual i32 descriptor(i32 socket) const = 0;
    virtual IoResult local_address(i32 socket, NetAddress& out) = 0;
    virtual IoResult peer_address(i32 socket, NetAddress& out) = 0;

    // Of the family Local: paths of the operating system, where it has such sockets. `path_of`
    // writes what the socket, its peer, or the sender of the last datagram is bound to, and answers
    // the length; 0: it is not bound.
    virtual IoResult bind_path(i32, std::string_view) { return Errno::FamilyNotSupported; }
    virtual IoResult connect_path(i32, std::string_view) { return Errno::FamilyNotSupported; }
    virtual IoResult send_to_path(i32, Bytes, std::string_view) {
        return Errno::FamilyNotSupported;
    }
    virtual IoResult path_of(i32, LocalEnd, MutableBytes) { return Errno::FamilyNotSupported; }
    // Two sockets of that family that are connected with each other; answers the first.
    virtual IoResult open_pair(NetType, i32&) { return Errno::FamilyNotSupported; }

    // Starts to look up a name or the text of an address; an empty name is the wildcard address.
    // Answers a query handle, which `resolved` ends: InProgress, or the number of addresses written
    // (with `port`, in the order to try them), or NameNotFound. `cancel` ends one that nobody waits
    // for any more.
    virtual IoResult resolve(std::string_view name, u16 port) = 0;
    virtual IoResult resolved(i32 query, std::span<NetAddress> out) = 0;
    virtual void cancel(i32 query) = 0;

  protected:
    ~NetStack() = default;
};

}  // namespace krait::hal
