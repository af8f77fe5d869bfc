// Digital pins, by the number that the chip's data sheet gives them (`Pin(5)` is GPIO5 on an
// ESP32-S3).
//
// Porting: configure, read, write are a few register accesses each; the interrupt routine posts
// `EventKind::Pin` with the edge that it saw. A pin number that comes from a script must pass
// `check` first: all other functions require it.
#pragma once

#include <span>
#include <string_view>

#include "hal/result.hpp"

namespace krait::hal {

enum class PinMode : u8 { Unset, In, Out, OpenDrain, Analog };
enum class PinPull : u8 { None, Up, Down };

enum PinTrigger : u8 {
    kPinRising = 1,
    kPinFalling = 2,
    kPinLowLevel = 4,
    kPinHighLevel = 8,
};

struct PinConfig {
    PinMode mode = PinMode::Unset;  // Unset: leave the direction as it is
    PinPull pull = PinPull::None;
    bool has_pull = false;  // false: leave the pull as it is
    i8 value = -1;          // 0 or 1 is driven before the pin becomes an output; -1: keep
    i8 drive = -1;          // strength 0..3; -1: keep
    i8 hold = -1;           // keep the pad through deep sleep: 0, 1; -1: leave
};

class Pins {
  public:
    // One more than the greatest pin number.
    virtual u16 count() const = 0;
    // InvalidArgument when there is no such pin on this board.
    virtual IoResult check(i32 pin) = 0;
    // The pin with this name on the board ("LED"), or NoEntry.
    virtual IoResult find(std::string_view name) = 0;

    // InvalidArgument when the pin cannot do that (an input-only pin as an output).
    virtual IoResult configure(u16 pin, const PinConfig& config) = 0;
    virtual PinMode mode(u16 pin) = 0;
    virtual PinPull pull(u16 pin) = 0;
    // The level at the pad. An open pin without a pull reads low.
    virtual bool read(u16 pin) = 0;
    // Sets the output latch; it shows at the pad when the pin is an output.
    virtual void write(u16 pin, bool level) = 0;
    // The output latch.
    virtual bool latch(u16 pin) = 0;

    // Posts on these triggers (a sum of PinTrigger; 0: none any more). `is_hard` is handed on in
    // the event.
    virtual IoResult set_irq(u16 pin, u8 triggers, bool is_hard) = 0;
    // Lets the level wake the chip: triggers kPinLowLevel or kPinHighLevel, 0 to forget.
    virtual IoResult set_wake(u16 pin, u8 triggers, bool also_from_deep_sleep) = 0;
    // Sends bits, the highest of each byte first, as pulses: timing is how many nanoseconds the pin
    // is high and then low for a 0, and high and then low for a 1. Takes as long as they take.
    virtual IoResult send_bits(u16, const u32 (&)[4], Bytes) { return Errno::NotSupported; }
    // Waits for a change of level, over and over, and notes in `us` how long the level before each
    // lasted (the first: since the call). Answers how many changes there were until `us` is full or
    // the level stayed for `limit_us`.
    virtual IoResult record(u16, std::span<u32>, u32) { return Errno::NotSupported; }

    // Triggers seen and not yet asked for.
    virtual u8 take_irq_flags(u16 pin) = 0;

  protected:
    ~Pins() = default;
};

}  // namespace krait::hal
