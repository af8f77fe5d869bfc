// The one wait of the virtual board.
//
// Real time: the host's poll(2) over the sockets, queries and console that were asked about, until
// the first of them, the deadline, or the next action of the hardware; then the hardware acts, and
// again.
//
// Virtual time: if nothing is ready, time jumps to the next action or the deadline. Before it jumps
// over an interval while the outside world may still answer (a socket that expects something, a
// name being looked up, a person at the console), the board stands still and really waits: at most
// as long as the interval itself, at most as long as experience says that it is worth
// (parts/net.hpp, Patience), and when the program has nothing else to do at all, up to two seconds.
// After that time goes on without waiting until the board next addresses that socket.
#pragma once

#include <poll.h>

#include <functional>
#include <vector>

#include "hal/events.hpp"
#include "sim/pacer.hpp"
#include "sim/parts/console.hpp"
#include "sim/parts/i2s.hpp"
#include "sim/parts/net.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class SimWaiter final : public hal::Waiter {
  public:
    SimWaiter(Wiring& wiring, Pacer& pacer, HostConsole& console, SimNet& net, SimI2s* i2s)
        : wiring_(wiring), pacer_(pacer), console_(console), net_(net), i2s_(i2s) {}

    u32 wait_until(u64 deadline_us, std::span<hal::PollEntry> set) override;
    u32 poll(std::span<hal::PollEntry> set) override;
    usize most_entries() const override;
    void spend(u32 ns) override { wiring_.time.spend(ns); }
    void service() override { wiring_.time.catch_up(); }

    // As wait_until, to a moment of the timeline.
    u32 wait(u64 moment, std::span<hal::PollEntry> set);
    // The CPU sleeps: nothing but `is_woken`, Ctrl-C or the end of the run ends it before the
    // moment.
    void sleep_until(u64 moment, const std::function<bool()>& is_woken);

  private:
    u32 look(std::span<hal::PollEntry> set, u64 real_ns);
    bool look_inside(hal::PollEntry& entry);
    bool add_outside(hal::PollEntry& entry);
    u64 patience(std::span<const hal::PollEntry> set, u64 interval, bool is_blocked);
    void waited_in_vain(std::span<const hal::PollEntry> set);
    u32 step_virtual(u64 moment, std::span<hal::PollEntry> set);
    u32 step_real(u64 moment, std::span<hal::PollEntry> set);

    Wiring& wiring_;
    Pacer& pacer_;
    HostConsole& console_;
    SimNet& net_;
    SimI2s* i2s_;
    bool console_expects_ = true;  // more may be typed, or come through the pipe
    std::vector<pollfd> descriptors_;
    std::vector<usize> entry_of_;  // which entry of the set each descriptor belongs to
};

}  // namespace krait::sim
