// Repeatable random numbers (SplitMix64: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
// Generators", 2014). For noise and for virtual time's entropy; not secret.
#pragma once

#include "base/types.hpp"

namespace krait::sim {

class Random {
  public:
    explicit constexpr Random(u64 seed) : state_(seed) {}
    constexpr u64 next() {
        state_ += 0x9e3779b97f4a7c15;
        u64 z = state_;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

  private:
    u64 state_;
};

}  // namespace krait::sim
