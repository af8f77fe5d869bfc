// The generator behind `random`: xoshiro256** 1.0 of Blackman and Vigna (period 2^256 - 1), seeded
// through splitmix64. The same seed gives the same sequence on every target, but for the fewer
// digits of floats on 32 bits. Not for keys: those come from the board's entropy (os.urandom).
#pragma once

#include <bit>

#include "core/value.hpp"

namespace krait {

class Xoshiro {
  public:
    void seed(u64 number) {
        for (u64& word : state_) word = split_mix(number);
        has_spare_ = false;
    }
    // Any bytes as a seed.
    void seed(Bytes bytes) {
        u64 number = bytes.size();
        for (u8 byte : bytes) {
            number ^= byte;
            number = split_mix(number);
        }
        seed(number);
    }

    u64 next() {
        const u64 result = std::rotl(state_[1] * 5, 7) * 9, t = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= t;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }
    // Requires: 1 <= count <= 64.
    u64 bits(unsigned count) { return next() >> (64 - count); }
    // Below `limit`, each equally likely. Requires: limit > 0.
    u64 below(u64 limit) {
        if (limit == 1) return 0;
        const auto count = static_cast<unsigned>(std::bit_width(limit - 1));
        u64 n = bits(count);
        while (n >= limit) n = bits(count);
        return n;
    }
    // In [0, 1).
    Float uniform() {
        constexpr int kDigits = std::numeric_limits<Float>::digits;
        return static_cast<Float>(next() >> (64 - kDigits)) / static_cast<Float>(u64{1} << kDigits);
    }
    // In (0, 1], for logarithms.
    Float positive() { return 1 - uniform(); }

    u64 word(usize i) const { return state_[i]; }
    void set_word(usize i, u64 word) { state_[i] = word; }
    // The second of a pair of normal numbers, if it waits to be used.
    bool take_spare(Float& out) {
        out = spare_;
        const bool has = has_spare_;
        has_spare_ = false;
        return has;
    }
    bool has_spare() const { return has_spare_; }
    Float spare() const { return spare_; }
    void set_spare(Float number) {
        spare_ = number;
        has_spare_ = true;
    }
    void drop_spare() { has_spare_ = false; }

  private:
    static u64 split_mix(u64& number) {
        u64 z = number += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    u64 state_[4];
    Float spare_;
    bool has_spare_;
};

// --- distributions (distributions.cpp) -----------------------------------------------------------

Float normal(Xoshiro&, Float mu, Float sigma);
Float exponential(Xoshiro&, Float lambda);
Float gamma_distributed(Xoshiro&, Float alpha, Float beta);  // Requires: both above 0
Float beta_distributed(Xoshiro&, Float alpha, Float beta);
Float von_mises(Xoshiro&, Float mu, Float kappa);
Float triangular(Xoshiro&, Float low, Float high, Float mode);
i64 binomial(Xoshiro&, i64 n, Float p);  // Requires: n >= 0, 0 <= p <= 1

}  // namespace krait
