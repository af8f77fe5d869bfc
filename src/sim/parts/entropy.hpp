// Random bytes: the host's under real time; under virtual time a seeded sequence, so that runs
// repeat.
#pragma once

#include "hal/entropy.hpp"
#include "sim/random.hpp"
#include "sim/timeline.hpp"

namespace krait::sim {

class SimEntropy final : public hal::Entropy {
  public:
    SimEntropy(TimeMode mode, u64 seed) : mode_(mode), random_(seed) {}
    hal::IoResult fill(MutableBytes into) override;

  private:
    TimeMode mode_;
    Random random_;
};

}  // namespace krait::sim
