// Counters of edges at pins: of one pin, up or down, or of the two of a quadrature encoder.
//
// Porting: the chip's pulse counters, widened to 64 bits by their overflow interrupts.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

enum class CounterEdges : u8 { Rising = 1, Falling = 2, Both = 3 };

struct CounterConfig {
    u16 pin = 0;
    i32 direction_pin = -1;  // -1: none. High: up, low: down
    bool counts_down = false;
    CounterEdges edges = CounterEdges::Rising;
};

struct EncoderConfig {
    u16 a = 0, b = 0;
    u8 phases = 1;  // how many of the four edges of a cycle count: 1, 2 or 4
};

class Counters {
  public:
    virtual u8 count() const = 0;
    // Starts the unit at 0, whatever it did before.
    virtual IoResult start_counter(u8 unit, const CounterConfig& config) = 0;
    virtual IoResult start_encoder(u8 unit, const EncoderConfig& config) = 0;
    virtual void stop(u8 unit) = 0;
    virtual i64 value(u8 unit) = 0;
    virtual void set_value(u8 unit, i64 value) = 0;

  protected:
    ~Counters() = default;
};

}  // namespace krait::hal
