// A loudspeaker that writes what it plays to a WAV file. When the board changes the sample rate, a
// new file is begun with a number before the suffix (out.wav, out-2.wav, …).
#pragma once

#include <string>

#include "sim/audio/wav.hpp"

namespace krait::sim {

class Speaker final : public AudioSink {
  public:
    explicit Speaker(std::string path) : path_(std::move(path)) {}
    void set_rate(u32 rate_hz) override;
    void write(std::span<const Frame> frames) override { writer_.write(frames); }

  private:
    std::string path_;
    u32 rate_hz_ = 0;
    u32 files_ = 0;
    WavWriter writer_;
};

}  // namespace krait::sim
