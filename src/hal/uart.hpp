// Serial lines.
//
// Both directions have a buffer. Porting: reception runs by interrupt into a ring, and what finds
// it full is lost; transmission empties its ring by interrupt.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

enum class UartParity : u8 { None, Even, Odd };

struct UartConfig {
    i16 tx = -1, rx = -1;  // -1: the unit's own pins
    u32 baud_rate = 115'200;
    u8 data_bits = 8;  // 5 to 8
    u8 stop_bits = 1;  // 1 or 2
    UartParity parity = UartParity::None;
    u32 receive_bytes = 256, send_bytes = 256;  // of the buffers

    constexpr u32 bits_per_byte() const {
        return 1u + data_bits + stop_bits + (parity == UartParity::None ? 0u : 1u);
    }
};

enum UartTrigger : u8 {
    kUartReceived = 1,     // something arrived
    kUartReceiveIdle = 2,  // something arrived, then nothing for as long as a byte takes
    kUartSendIdle = 4,     // the last bit of all that was written is out
    kUartBreak = 8,        // the line was held for longer than a byte
};

class Uart {
  public:
    virtual u8 count() const = 0;
    // Starts or restarts the unit with empty buffers. InvalidArgument: not with this configuration.
    virtual IoResult open(u8 unit, const UartConfig& config) = 0;
    virtual void close(u8 unit) = 0;
    // What was received, 0 when nothing; what there is room for. Neither waits.
    virtual IoResult read(u8 unit, MutableBytes into) = 0;
    virtual IoResult write(u8 unit, Bytes data) = 0;
    virtual u32 readable(u8 unit) = 0;
    virtual u32 writable(u8 unit) = 0;
    // When the last bit of what was written is out (of Clock::ticks_us); in the past: it is.
    virtual u64 sent_at_us(u8 unit) = 0;
    // Holds the line for longer than a byte, after what was written.
    virtual IoResult send_break(u8) { return Errno::NotSupported; }
    // Posts EventKind::Uart on these triggers (a sum of UartTrigger; 0: none any more). `is_hard`
    // is handed on in the event.
    virtual IoResult set_irq(u8, u8 triggers, bool) {
        return triggers ? IoResult(Errno::NotSupported) : IoResult(0);
    }
    // Triggers that happened and were not yet asked for.
    virtual u8 take_irq_flags(u8) { return 0; }

  protected:
    ~Uart() = default;
};

}  // namespace krait::hal
