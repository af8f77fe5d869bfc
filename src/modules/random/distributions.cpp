// Random numbers of the usual distributions.
//   normal     Box and Muller's transform, both numbers of a pair used
//   gamma      Marsaglia and Tsang, "A simple method for generating gamma variables" (2000)
//   von Mises  Best and Fisher, "Efficient simulation of the von Mises distribution" (1979)
//   binomial   waiting times where few successes are expected, else Hoermann's BTRS (1993)
#include <cmath>
#include <numbers>

#include "modules/random/generator.hpp"

namespace krait {

namespace {

constexpr Float kPi = std::numbers::pi_v<Float>;

// Few successes are expected: counts how many waiting times fit into n trials.
i64 binomial_by_waiting(Xoshiro& g, i64 n, Float p) {
    const Float step = std::log1p(-p);
    i64 successes = 0;
    Float trials = 0;
    for (;;) {
        trials += std::floor(std::log(g.positive()) / step) + 1;
        if (trials > static_cast<Float>(n)) return successes;
        ++successes;
    }
}

i64 binomial_by_rejection(Xoshiro& g, i64 trials, Float p) {
    const auto n = static_cast<Float>(trials);
    const Float deviation = std::sqrt(n * p * (1 - p));
    const Float b = Float(1.15) + Float(2.53) * deviation;
    const Float a = Float(-0.0873) + Float(0.0248) * b + Float(0.01) * p;
    const Float c = n * p + Float(0.5);
    const Float alpha = (Float(2.83) + Float(5.1) / b) * deviation;
    const Float odds = std::log(p / (1 - p)), mode = std::floor((n + 1) * p);
    const Float h = std::lgamma(mode + 1) + std::lgamma(n - mode + 1);
    for (;;) {
        const Float u = g.uniform() - Float(0.5), us = Float(0.5) - std::fabs(u);
        const Float k = std::floor((2 * a / us + b) * u + c);
        if (!(k >= 0 && k <= n)) continue;
        Float v = g.positive();
        if (us >= Float(0.07) && v <= Float(0.92) - Float(4.2) / b) return static_cast<i64>(k);
        v *= alpha / (a / (us * us) + b);
        if (std::log(v) <= h - std::lgamma(k + 1) - std::lgamma(n - k + 1) + (k - mode) * odds)
            return static_cast<i64>(k);
    }
}

}  // namespace

Float normal(Xoshiro& g, Float mu, Float sigma) {
    Float z;
    if (!g.take_spare(z)) {
        const Float angle = 2 * kPi * g.uniform();
        const Float radius = std::sqrt(-2 * std::log(g.positive()));
        z = std::cos(angle) * radius;
        g.set_spare(std::sin(angle) * radius);
    }
    return mu + z * sigma;
}

Float exponential(Xoshiro& g, Float lambda) { return -std::log(g.positive()) / lambda; }

Float gamma_distributed(Xoshiro& g, Float alpha, Float beta) {
    if (alpha < 1) {
        const Float boost = std::pow(g.positive(), 1 / alpha);
        return gamma_distributed(g, alpha + 1, beta) * boost;
    }
    const Float d = alpha - Float(1) / 3, c = 1 / std::sqrt(9 * d);
    for (;;) {
        const Float x = normal(g, 0, 1), root = 1 + c * x;
        if (root <= 0) continue;
        const Float v = root * root * root;
        if (std::log(g.positive()) < x * x / 2 + d - d * v + d * std::log(v)) return d * v * beta;
    }
}

Float beta_distributed(Xoshiro& g, Float alpha, Float beta) {
    const Float y = gamma_distributed(g, alpha, 1);
    return y == 0 ? 0 : y / (y + gamma_distributed(g, beta, 1));
}

Float von_mises(Xoshiro& g, Float mu, Float kappa) {
    if (kappa <= Float(1e-6)) return 2 * kPi * g.uniform();
    const Float s = Float(0.5) / kappa, r = s + std::sqrt(1 + s * s);
    for (;;) {
        const Float z = std::cos(kPi * g.uniform()), d = z / (r + z), u = g.uniform();
        if (u >= 1 - d * d && u > (1 - d) * std::exp(d)) continue;
        const Float q = 1 / r, f = (q + z) / (1 + q * z);
        const Float angle = std::acos(f > 1 ? 1 : f < -1 ? -1 : f);
        const Float turned = g.bits(1) ? mu + angle : mu - angle;
        const Float wrapped = std::fmod(turned, 2 * kPi);
        return wrapped < 0 ? wrapped + 2 * kPi : wrapped;
    }
}

Float triangular(Xoshiro& g, Float low, Float high, Float mode) {
    if (low == high) return low;
    Float u = g.uniform(), c = (mode - low) / (high - low);
    if (u <= c) return low + (high - low) * std::sqrt(u * c);
    return high - (high - low) * std::sqrt((1 - u) * (1 - c));
}

i64 binomial(Xoshiro& g, i64 n, Float p) {
    if (p > Float(0.5)) return n - binomial(g, n, 1 - p);
    if (n == 0 || p == 0) return 0;
    if (static_cast<Float>(n) * p < 10) return binomial_by_waiting(g, n, p);
    return binomial_by_rejection(g, n, p);
}

}  // namespace krait
