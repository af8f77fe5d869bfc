// Random bytes for keys, TLS and the seed of `random`.
//
// Porting: a hardware generator, conditioned. A board without one must say so by `NoDevice` rather
// than offer a fixed sequence: TLS then refuses to start. The virtual board under virtual time
// answers from a seeded generator, so that runs repeat; there alone the bytes are not secret.
#pragma once

#include "hal/result.hpp"

namespace krait::hal {

class Entropy {
  public:
    // Fills all of `into`, or fails.
    virtual IoResult fill(MutableBytes into) = 0;

  protected:
    ~Entropy() = default;
};

}  // namespace krait::hal
