#include "sim/audio/resample.hpp"

#include <cmath>
#include <numbers>

namespace krait::sim {
namespace {

constexpr usize kZeroCrossings = 16;
constexpr usize kSteps = 512;  // of the kernel's table, a crossing

i32 saturate(double sample) {
    if (sample >= 2147483647.0) return INT32_MAX;
    if (sample <= -2147483648.0) return INT32_MIN;
    return static_cast<i32>(std::lround(sample));
}

// sinc(x) under a Hann window that reaches zero at kZeroCrossings; even, so one half is kept.
class Kernel {
  public:
    Kernel() : table_(kZeroCrossings * kSteps + 2) {
        table_[0] = 1;
        for (usize i = 1; i < kZeroCrossings * kSteps; i++) {
            double t = std::numbers::pi * static_cast<double>(i) / kSteps;
            table_[i] = std::sin(t) / t * (0.5 + 0.5 * std::cos(t / kZeroCrossings));
        }
    }
    double at(double x) const {
        double position = std::abs(x) * kSteps;
        auto index = static_cast<usize>(position);
        if (index >= kZeroCrossings * kSteps) return 0;
        double part = position - static_cast<double>(index);
        return table_[index] + part * (table_[index + 1] - table_[index]);
    }

  private:
    std::vector<double> table_;
};

struct Filter {
    std::span<const Frame> in;
    double scale;  // of the kernel: below 1 when the rate goes down
    bool is_loop;
    Kernel kernel = {};

    Frame at(double position) const {
        double reach = static_cast<double>(kZeroCrossings) / scale;
        auto first = static_cast<i64>(std::ceil(position - reach));
        auto last = static_cast<i64>(std::floor(position + reach));
        auto size = static_cast<i64>(in.size());
        double left = 0;
        double right = 0;
        double weight = 0;
        for (i64 i = first; i <= last; i++) {
            double k = kernel.at((static_cast<double>(i) - position) * scale);
            weight += k;
            i64 index = is_loop ? ((i % size) + size) % size : i;
            if (index < 0 || index >= size) continue;
            left += k * in[static_cast<usize>(index)].left;
            right += k * in[static_cast<usize>(index)].right;
        }
        return {saturate(left / weight), saturate(right / weight)};
    }
};

}  // namespace

std::vector<Frame> resample(std::span<const Frame> in, u32 from_hz, u32 to_hz, bool is_loop) {
    if (from_hz == to_hz || in.empty()) return {in.begin(), in.end()};
    usize count = static_cast<usize>(static_cast<u64>(in.size()) * to_hz / from_hz);
    if (count == 0) count = 1;
    double ratio = static_cast<double>(from_hz) / to_hz;
    Filter filter{in, ratio > 1 ? 1 / ratio : 1, is_loop};
    std::vector<Frame> out(count);
    for (usize i = 0; i < count; i++) out[i] = filter.at(static_cast<double>(i) * ratio);
    return out;
}

}  // namespace krait::sim
