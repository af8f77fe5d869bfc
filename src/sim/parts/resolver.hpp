// Names to addresses without waiting.
//
// First the table that `--resolve` fills (`name:port=address:port`, or `name=address` for all
// ports), then the text of an address, then the host's resolver, which may take seconds and
// therefore runs in a thread of its own; the query's descriptor becomes readable when it is done.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "hal/netstack.hpp"
#include "sim/timeline.hpp"

namespace krait::sim {

struct ResolveRow {
    std::string name;
    u16 port = 0;  // 0: any
    hal::NetAddress target;
    // A target without a port keeps the one asked for.
};

// "broker.hivemq.com:8883=127.0.0.1:18883"; false when it is not of that form.
bool parse_resolve_row(std::string_view text, ResolveRow& out);

class Resolver {
  public:
    explicit Resolver(std::vector<ResolveRow> table) : table_(std::move(table)) {}
    ~Resolver();

    // `is_online`: whether anything beyond addresses and the table can be asked for.
    hal::IoResult start(std::string_view name, u16 port, bool is_online);
    hal::IoResult result(i32 query, std::span<hal::NetAddress> out);
    void cancel(i32 query);

    bool is_done(i32 query) const;
    // Readable when done; -1 when there is nothing to wait for.
    i32 descriptor(i32 query) const;
    // The name that a script used for this address, for traces; else the address.
    std::string name_of(const hal::NetAddress& address) const;

  private:
    struct Query;
    std::shared_ptr<Query> find(i32 query) const;
    bool look_up_table(std::string_view name, u16 port, hal::NetAddress& out) const;

    std::vector<ResolveRow> table_;
    std::vector<std::shared_ptr<Query>> queries_;
};

}  // namespace krait::sim
