#include "sim/devices/speaker.hpp"

#include <cerrno>
#include <cstring>

namespace krait::sim {

void Speaker::set_rate(u32 rate_hz) {
    if (rate_hz == rate_hz_) return;
    rate_hz_ = rate_hz;
    std::string path = path_;
    if (++files_ > 1) {
        usize dot = path.rfind('.');
        usize at = dot == std::string::npos ? path.size() : dot;
        path.insert(at, "-" + std::to_string(files_));
    }
    if (!writer_.open(path, rate_hz)) {
        std::fprintf(stderr, "krait: speaker: %s: %s\n", path.c_str(), std::strerror(errno));
    }
}

}  // namespace krait::sim
