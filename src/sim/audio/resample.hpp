// Changing the sample rate of a recording.
//
// A windowed sinc (Hann, 16 zero crossings a side) at the lower of the two rates: flat in the band
// that both rates share, so that levels measured behind it are those of the recording, and no
// aliasing. Equal rates pass through untouched, bit for bit.
#pragma once

#include <vector>

#include "sim/audio/frame.hpp"

namespace krait::sim {

// `is_loop`: the recording is played round and round, so the filter looks across its ends.
std::vector<Frame> resample(std::span<const Frame> in, u32 from_hz, u32 to_hz, bool is_loop);

}  // namespace krait::sim
