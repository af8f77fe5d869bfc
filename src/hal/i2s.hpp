// I2S buses: audio in and out by DMA.
//
// The bus runs by itself from `open` to `close`: the DMA fills (or empties) a ring of descriptors
// at the sample rate, whether or not anyone reads (or writes). A receiver that is not read in time
// loses its oldest descriptor; a transmitter that is not fed plays silence. Both are counted, never
// hidden.
//
// Sample format in memory, little endian: 16-bit samples take 2 bytes; 32-bit samples take 4 with
// the converter's most significant bit at bit 31 (a 24-bit microphone fills bits 31..8). Mono is
// the left channel, stereo is left, right, left, right.
//
// Porting: when a descriptor is done, the interrupt routine moves it to the ready list, keeps
// Clock::ticks_us() with it, and posts EventKind::I2s if asked to. Chips whose DMA only does stereo
// drop or double the second channel in `read` and `write`.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

enum class I2sMode : u8 { Rx, Tx };
enum class I2sFormat : u8 { Mono, Stereo };

struct I2sConfig {
    u16 sck;
    u16 ws;
    u16 sd;
    i16 mck = -1;  // -1: no master clock output
    I2sMode mode = I2sMode::Rx;
    I2sFormat format = I2sFormat::Mono;
    u8 bits = 16;  // 16 or 32
    u32 rate_hz = 16000;
    u32 buffer_bytes = 4096;  // what the descriptors hold together, in the format above

    constexpr u32 channels() const { return format == I2sFormat::Stereo ? 2 : 1; }
    constexpr u32 frame_bytes() const { return channels() * (bits / 8u); }
};

struct I2sStats {
    u64 frames;           // moved by the DMA since `open`
    u64 frames_lost;      // RX: overwritten before they were read
    u64 frames_silent;    // TX: played as silence because nothing was there
    u32 overruns;         // RX: times a descriptor was dropped
    u32 underruns;        // TX: times a descriptor found nothing to play
    u64 last_arrival_us;  // RX: when the last frame handed out by `read` had been received
};

class I2s {
  public:
    // Number of buses.
    virtual u8 count() const = 0;
    // Starts the bus. InvalidArgument: the configuration is not possible; Busy: it is open already;
    // NoMemory: the ring does not fit.
    virtual IoResult open(u8 bus, const I2sConfig& config) = 0;
    virtual void close(u8 bus) = 0;

    // RX: moves whole frames that are ready, at most into.size() bytes; 0 when none are. Never
    // waits.
    virtual IoResult read(u8 bus, MutableBytes into) = 0;
    // TX: takes as many whole frames as there is room for; 0 when there is none. Never waits.
    virtual IoResult write(u8 bus, Bytes samples) = 0;
    // Bytes that `read` would give, or that `write` would take, now.
    virtual u32 ready_bytes(u8 bus) = 0;
    // Whether EventKind::I2s is posted at each finished descriptor. (Waiting with a poll entry
    // needs no event.)
    virtual void set_notify(u8 bus, bool on) = 0;
    virtual I2sStats stats(u8 bus) = 0;

  protected:
    ~I2s() = default;
};

}  // namespace krait::hal
