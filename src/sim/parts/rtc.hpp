// What keeps its power: the RTC's memory and its alarm.
#pragma once

#include <vector>

#include "hal/rtc.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class SimRtc final : public hal::Rtc {
  public:
    SimRtc(Wiring& wiring, usize capacity) : wiring_(wiring), capacity_(capacity) {}

    usize memory_capacity() const override { return capacity_; }
    Bytes memory() override { return memory_; }
    hal::IoResult set_memory(Bytes content) override;
    MutableBytes backup() override { return backup_; }
    hal::IoResult set_alarm(u64 at_us, u64 period_us) override;
    void cancel_alarm() override { wiring_.time.cancel(ticket_); }
    u64 alarm_left_us() override;
    // Any reset: the alarm is gone, the memory stays.
    void reset() { cancel_alarm(); }

  private:
    void arm(u64 moment, u64 period);

    Wiring& wiring_;
    usize capacity_;
    std::vector<u8> memory_;
    u8 backup_[128] = {};
    Timeline::Ticket ticket_;
};

}  // namespace krait::sim
