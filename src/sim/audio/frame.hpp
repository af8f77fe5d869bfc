// One moment of sound on a bus: left and right, full scale 32 bits. Narrower samples are
// left-justified, so that widening and narrowing back is the identity.
#pragma once

#include <span>

#include "base/types.hpp"

namespace krait::sim {

struct Frame {
    i32 left = 0;
    i32 right = 0;
    friend bool operator==(const Frame&, const Frame&) = default;
};

// What a microphone hears. A mono source is heard on both channels.
class AudioSource {
  public:
    virtual ~AudioSource() = default;
    // Frames at this rate are asked for from now on.
    virtual void set_rate(u32 rate_hz) = 0;
    // The next frames.
    virtual void read(std::span<Frame> out) = 0;
    // Time passed during which nobody listened.
    virtual void skip(u64 frames) = 0;
};

// Where a loudspeaker's sound goes.
class AudioSink {
  public:
    virtual ~AudioSink() = default;
    virtual void set_rate(u32 rate_hz) = 0;
    virtual void write(std::span<const Frame> frames) = 0;
};

}  // namespace krait::sim
