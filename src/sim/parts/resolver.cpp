#include "sim/parts/resolver.hpp"

#include <netdb.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <thread>

#include "sim/parts/address.hpp"

namespace krait::sim {

using hal::Errno;
using hal::IoResult;
using hal::NetAddress;
using hal::NetFamily;

// Shared between the board and the thread that asks; whoever is last frees it.
struct Resolver::Query {
    std::string name;
    u16 port = 0;
    i32 descriptor = -1;
    std::mutex lock;
    bool is_done = false;
    std::vector<NetAddress> found;

    ~Query() {
        if (descriptor >= 0) ::close(descriptor);
    }
    void ask_host();
};

void Resolver::Query::ask_host() {
    addrinfo hints = {};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    std::vector<NetAddress> all;
    if (getaddrinfo(name.c_str(), nullptr, &hints, &list) == 0) {
        for (addrinfo* row = list; row != nullptr; row = row->ai_next) {
            sockaddr_storage storage = {};
            std::memcpy(&storage, row->ai_addr, row->ai_addrlen);
            all.push_back(from_host(storage));
            all.back().port = port;
        }
        freeaddrinfo(list);
    } else if (NetAddress loopback; name == "localhost" && parse_address("127.0.0.1", loopback)) {
        // A bare system may have no file that says so.
        loopback.port = port;
        all.push_back(loopback);
    }
    // Boards know IPv4 first.
    std::stable_partition(all.begin(), all.end(),
                          [](const NetAddress& a) { return a.family == NetFamily::V4; });
    std::lock_guard guard(lock);
    found = std::move(all);
    is_done = true;
    u64 one = 1;
    if (::write(descriptor, &one, sizeof one) < 0) return;  // cannot be full
}

bool parse_resolve_row(std::string_view text, ResolveRow& out) {
    usize equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) return false;
    std::string_view name = text.substr(0, equals);
    out.port = 0;
    usize colon = name.rfind(':');
    if (colon != std::string_view::npos && name.find(':') == colon) {
        if (!parse_port(name.substr(colon + 1), out.port)) return false;
        name = name.substr(0, colon);
    }
    out.name = name;
    out.target = {};
    return !name.empty() && parse_endpoint(text.substr(equals + 1), true, out.target);
}

Resolver::~Resolver() = default;

bool Resolver::look_up_table(std::string_view name, u16 port, NetAddress& out) const {
    for (const ResolveRow& row : table_) {
        if (row.name != name || (row.port != 0 && row.port != port)) continue;
        out = row.target;
        if (out.port == 0) out.port = port;
        return true;
    }
    return false;
}

IoResult Resolver::start(std::string_view name, u16 port, bool is_online) {
    auto query = std::make_shared<Query>();
    query->name = name;
    query->port = port;
    NetAddress address;
    bool is_known = is_online && look_up_table(name, port, address);
    if (!is_known) {
        address.port = port;
        is_known = name.empty() || parse_address(name, address);
    }
    if (is_known) query->found.push_back(address);
    query->is_done = is_known || !is_online;
    if (!query->is_done) {
        query->descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        sigset_t all;
        sigset_t before;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        std::thread([query] { query->ask_host(); }).detach();
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
    }
    auto free = std::find(queries_.begin(), queries_.end(), nullptr);
    if (free == queries_.end()) free = queries_.insert(free, nullptr);
    *free = std::move(query);
    return static_cast<i32>(free - queries_.begin());
}

std::shared_ptr<Resolver::Query> Resolver::find(i32 query) const {
    bool is_valid = query >= 0 && static_cast<usize>(query) < queries_.size();
    return is_valid ? queries_[static_cast<usize>(query)] : nullptr;
}

IoResult Resolver::result(i32 handle, std::span<NetAddress> out) {
    std::shared_ptr<Query> query = find(handle);
    if (query == nullptr) return Errno::BadHandle;
    std::lock_guard guard(query->lock);
    if (!query->is_done) return Errno::InProgress;
    queries_[static_cast<usize>(handle)] = nullptr;
    if (query->found.empty()) return Errno::NameNotFound;
    usize count = std::min(out.size(), query->found.size());
    std::copy_n(query->found.begin(), count, out.begin());
    return static_cast<i32>(count);
}

void Resolver::cancel(i32 handle) {
    if (find(handle) != nullptr) queries_[static_cast<usize>(handle)] = nullptr;
}

bool Resolver::is_done(i32 handle) const {
    std::shared_ptr<Query> query = find(handle);
    if (query == nullptr) return true;
    std::lock_guard guard(query->lock);
    return query->is_done;
}

i32 Resolver::descriptor(i32 handle) const {
    std::shared_ptr<Query> query = find(handle);
    return query == nullptr ? -1 : query->descriptor;
}

std::string Resolver::name_of(const NetAddress& address) const {
    for (const ResolveRow& row : table_) {
        NetAddress target = row.target;
        if (target.port == 0) target.port = address.port;
        if (std::memcmp(target.bytes, address.bytes, target.size()) != 0) continue;
        if (target.family != address.family || target.port != address.port) continue;
        return row.name + ":" + std::to_string(row.port == 0 ? address.port : row.port);
    }
    return to_text(address);
}

}  // namespace krait::sim
