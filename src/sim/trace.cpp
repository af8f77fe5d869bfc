#include "sim/trace.hpp"

#include <cstdarg>

namespace krait::sim {

Trace::~Trace() {
    if (file_ != nullptr) std::fclose(file_);
}

bool Trace::open(const std::string& path) {
    file_ = std::fopen(path.c_str(), "we");
    if (file_ == nullptr) return false;
    // Someone may be watching a run in real time; a virtual run wants speed.
    if (time_.mode() == TimeMode::Real) std::setvbuf(file_, nullptr, _IOLBF, 0);
    return true;
}

void Trace::line(const char* format, ...) {
    if (file_ == nullptr) return;
    u64 us = time_.now() / kNsPerUs;
    std::fprintf(file_, "%llu.%06llu ", static_cast<unsigned long long>(us / 1'000'000),
                 static_cast<unsigned long long>(us % 1'000'000));
    va_list arguments;
    va_start(arguments, format);
    std::vfprintf(file_, format, arguments);
    va_end(arguments);
    std::fputc('\n', file_);
}

}  // namespace krait::sim
