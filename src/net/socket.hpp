// Socket objects over the board's network stack.
#pragma once

#include "core/interp.hpp"
#include "hal/netstack.hpp"

namespace krait {

constexpr int kAfUnix = 1, kAfInet = 2, kAfInet6 = 10, kSockStream = 1, kSockDgram = 2,
              kSockRaw = 3;
constexpr int kSolSocket = 1, kIpprotoIp = 0, kIpprotoIcmp = 1, kIpprotoTcp = 6, kIpprotoUdp = 17,
              kIpprotoIpv6 = 41;
constexpr int kSoReuseAddr = 2, kSoType = 3, kSoError = 4, kSoBroadcast = 6, kSoSndBuf = 7,
              kSoRcvBuf = 8, kSoKeepAlive = 9, kSoLinger = 13, kSoReusePort = 15;
constexpr int kTcpNoDelay = 1, kTcpKeepIdle = 4, kTcpKeepInterval = 5, kTcpKeepCount = 6;
constexpr int kIpTos = 1, kIpTtl = 2, kIpMulticastInterface = 32, kIpMulticastTtl = 33,
              kIpMulticastLoop = 34, kIpAddMembership = 35, kIpDropMembership = 36,
              kIpv6V6Only = 26;
constexpr int kMsgPeek = 2, kMsgDontWait = 0x40, kMsgWaitAll = 0x100;

struct Socket : Object {
    static const BuiltinType kType;
    hal::NetStack* net;
    i32 handle;  // -1: closed
    hal::NetFamily family;
    hal::NetType type;
    u64 timeout_us;  // hal::kForever: blocks; 0: never waits
    Str* peer_name;  // the host that it connects to, as it was named; null: not connected
};

// Sockets with paths (local_socket.cpp). Requires of all but the pair: of the family Local, open.
Status connect_local(Interp&, Socket*, Value path);
Status bind_local(Interp&, Socket*, Value path);
Result<isize> send_to_local(Interp&, Socket*, Bytes data, Value path, bool waits);
// The path as str (bytes: an abstract name), `unbound` if there is none.
Value local_name(Interp&, Socket*, hal::LocalEnd end, Value unbound);
// (one, other)
Value local_pair(Interp&, hal::NetType type);

Result<Socket*> new_socket(Interp&, hal::NetFamily family, hal::NetType type);
// What `connect` does; the address as Python gives it.
Status connect_socket(Interp&, Socket*, const hal::NetAddress& address);
// The address that a tuple (host, port) means. A name is looked up.
Status read_address(Interp&, Value address, hal::NetAddress& out);
// What settimeout() takes: None, or seconds.
Status read_timeout(Interp&, Value seconds, u64& out_us);

}  // namespace krait
