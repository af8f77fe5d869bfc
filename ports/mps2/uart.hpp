// The console at the board's first UART, for whoever starts the firmware without a script.
//
// Reception runs by interrupt into a ring. What arrives while the ring is full is lost, as on any
// UART without flow control; raw paste has its own (src/repl/raw.hpp), for which the ring is large
// enough.
#pragma once

#include <atomic>

#include "hal/console.hpp"
#include "hal/events.hpp"

namespace krait::mps2 {

class UartConsole final : public hal::Console {
  public:
    void start();
    // From the interrupt.
    void receive();
    void set_sink(hal::EventSink* sink) { sink_ = sink; }
    bool has_input() const { return taken_ != received_; }

    hal::IoResult read(MutableBytes into) override;
    hal::IoResult write(Bytes text) override;
    hal::IoResult write_error(Bytes text) override { return write(text); }
    void set_raw(bool) override {}
    void set_interrupt_char(i32 byte) override { interrupt_char_ = byte; }
    bool is_interactive() override { return true; }
    u16 columns() override { return 0; }
    bool needs_returns() override { return true; }

  private:
    static constexpr u32 kRing = 512;

    hal::EventSink* volatile sink_ = nullptr;
    std::atomic<i32> interrupt_char_ = 3;
    std::atomic<u32> received_ = 0, taken_ = 0;  // bytes so far
    u8 ring_[kRing] = {};
};

}  // namespace krait::mps2
