// WAV files: RIFF with linear PCM of 8, 16, 24 or 32 bits, or 32-bit float, any rate, any number of
// channels of which the first two count. Read whole; written as 16-bit stereo with the sizes
// brought up to date at the end.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "sim/audio/frame.hpp"

namespace krait::sim {

struct Wav {
    u32 rate_hz = 0;
    u16 channels = 0;
    u16 bits = 0;
    std::vector<Frame> frames;  // mono: the same on both sides
};

// Reads a file; on failure `error` says what is wrong with it and the result is empty.
Wav read_wav(const std::string& path, std::string& error);
// The same from bytes that are in memory.
Wav parse_wav(Bytes file, std::string& error);

class WavWriter {
  public:
    ~WavWriter() { close(); }
    WavWriter() = default;
    WavWriter(const WavWriter&) = delete;
    WavWriter& operator=(const WavWriter&) = delete;

    bool open(const std::string& path, u32 rate_hz);
    void write(std::span<const Frame> frames);
    // Completes the header.
    void close();

  private:
    void write_header();
    std::FILE* file_ = nullptr;
    u32 rate_hz_ = 0;
    u32 data_bytes_ = 0;
};

}  // namespace krait::sim
