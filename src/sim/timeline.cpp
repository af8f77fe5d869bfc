#include "sim/timeline.hpp"

#include <chrono>

namespace krait::sim {
namespace {

u64 host_clock() {
    auto since_boot = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<u64>(
        std::chrono::duration_cast<std::chrono::nanoseconds>(since_boot).count());
}

}  // namespace

Timeline::Timeline(TimeMode mode)
    : mode_(mode), origin_(mode == TimeMode::Real ? host_clock() : 0) {}

u64 Timeline::host_now() const { return host_clock() - origin_; }

u64 Timeline::now() const { return acting_ ? now_ : clock(); }

Timeline::Ticket Timeline::at(u64 time, Action action) {
    Ticket ticket{time, next_sequence_++};
    queue_.emplace(Key{ticket.time, ticket.sequence}, std::move(action));
    publish();
    return ticket;
}

void Timeline::cancel(Ticket& ticket) {
    if (ticket.sequence != 0) queue_.erase(Key{ticket.time, ticket.sequence});
    ticket = {};
    publish();
}

void Timeline::run_until(u64 time) {
    acting_ = true;
    while (!queue_.empty() && queue_.begin()->first.first <= time) {
        auto node = queue_.extract(queue_.begin());
        // An action asked for in the past happens now, never before what has happened already.
        if (node.key().first > now_) now_ = node.key().first;
        node.mapped()();
    }
    acting_ = false;
    publish();
}

void Timeline::spend(u64 ns) {
    if (mode_ == TimeMode::Virtual) {
        advance_to(now_ + ns);
    } else {
        catch_up();
    }
}

void Timeline::catch_up() { advance_to(clock()); }

void Timeline::advance_to(u64 time) {
    if (acting_) return;
    if (mode_ == TimeMode::Real) time = clock();
    if (next_due() <= time) run_until(time);
    if (time > now_) now_ = time;
}

}  // namespace krait::sim
