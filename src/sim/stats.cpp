#include "sim/stats.hpp"

namespace krait::sim {
namespace {

constexpr u64 kPeriod = kNsPerSecond;
constexpr u64 kBurst = 2 * kNsPerMs;

}  // namespace

Stats::~Stats() {
    if (file_ != nullptr) std::fclose(file_);
}

bool Stats::open(const std::string& path, std::function<Audio()> audio) {
    file_ = std::fopen(path.c_str(), "we");
    if (file_ == nullptr) return false;
    audio_ = std::move(audio);
    time_.at(time_.now() + kPeriod, [this] { tick(); });
    return true;
}

void Stats::tick() {
    write();
    time_.at(time_.now() + kPeriod, [this] { tick(); });
}

void Stats::heard(u64 arrival) {
    finish_message();
    arrival_ = arrival;
}

void Stats::sent() {
    if (arrival_ == 0) return;
    u64 now = time_.now();
    if (sent_ == 0 || now - sent_ <= kBurst) sent_ = now;
}

void Stats::connecting() { finish_message(); }

void Stats::finish_message() {
    if (arrival_ != 0 && sent_ > arrival_ && file_ != nullptr) {
        latencies_ms_.push_back(static_cast<double>(sent_ - arrival_) / 1e6);
    }
    arrival_ = sent_ = 0;
}

void Stats::write() {
    if (file_ == nullptr) return;
    std::fprintf(file_, "{\"t\": %.3f", static_cast<double>(time_.now()) / 1e9);
    if (heap_) {
        Heap heap = heap_();
        std::fprintf(file_, ", \"heap_used\": %llu, \"heap_live\": %llu",
                     static_cast<unsigned long long>(heap.used),
                     static_cast<unsigned long long>(heap.live));
    }
    Audio audio = audio_ ? audio_() : Audio{};
    std::fprintf(file_, ", \"overruns\": %u, \"underruns\": %u, \"latency_ms\": [", audio.overruns,
                 audio.underruns);
    const char* separator = "";
    for (double ms : latencies_ms_) {
        std::fprintf(file_, "%s%.3f", separator, ms);
        separator = ", ";
    }
    latencies_ms_.clear();
    std::fputs("]}\n", file_);
    std::fflush(file_);
}

}  // namespace krait::sim
