#include "sim/devices/microphone.hpp"

#include <cmath>
#include <cstdlib>
#include <numbers>

#include "sim/audio/resample.hpp"
#include "sim/audio/wav.hpp"
#include "sim/random.hpp"

namespace krait::sim {
namespace {

constexpr double kDefaultLevel = 0.5;
constexpr double kFullScale = 2147483647.0;

class Silence final : public AudioSource {
  public:
    void set_rate(u32) override {}
    void read(std::span<Frame> out) override {
        for (Frame& frame : out) frame = {};
    }
    void skip(u64) override {}
};

class Tone final : public AudioSource {
  public:
    Tone(double hz, double level) : hz_(hz), level_(level) {}
    // The phase goes on where it was, in seconds.
    void set_rate(u32 rate_hz) override {
        if (rate_hz_ != 0) position_ = position_ * rate_hz / rate_hz_;
        rate_hz_ = rate_hz;
    }
    void read(std::span<Frame> out) override {
        for (Frame& frame : out) {
            double turns = std::fmod(static_cast<double>(position_++) * hz_ / rate_hz_, 1.0);
            double value = std::sin(2 * std::numbers::pi * turns) * level_ * kFullScale;
            frame.left = frame.right = static_cast<i32>(value);
        }
    }
    void skip(u64 frames) override { position_ += frames; }

  private:
    double hz_;
    double level_;
    u32 rate_hz_ = 0;
    u64 position_ = 0;
};

class Noise final : public AudioSource {
  public:
    Noise(double level, u64 seed) : level_(level), random_(seed) {}
    void set_rate(u32) override {}
    void read(std::span<Frame> out) override {
        for (Frame& frame : out) {
            auto sample = static_cast<i32>(random_.next() >> 32);
            frame.left = frame.right = static_cast<i32>(sample * level_);
        }
    }
    void skip(u64) override {}

  private:
    double level_;
    Random random_;
};

class Recording final : public AudioSource {
  public:
    Recording(Wav wav, bool is_loop) : wav_(std::move(wav)), is_loop_(is_loop) {}

    void set_rate(u32 rate_hz) override {
        if (rate_hz == rate_hz_) return;
        if (rate_hz_ != 0) position_ = position_ * rate_hz / rate_hz_;
        rate_hz_ = rate_hz;
        frames_ = resample(wav_.frames, wav_.rate_hz, rate_hz, is_loop_);
    }
    void read(std::span<Frame> out) override {
        for (Frame& frame : out) {
            if (position_ >= frames_.size() && is_loop_) position_ %= frames_.size();
            frame = position_ < frames_.size() ? frames_[position_] : Frame{};
            position_++;
        }
    }
    void skip(u64 frames) override { position_ += frames; }

  private:
    Wav wav_;
    bool is_loop_;
    u32 rate_hz_ = 0;
    u64 position_ = 0;
    std::vector<Frame> frames_;  // wav_ at rate_hz_
};

// A number that takes up all of the text.
bool parse_number(std::string_view text, double& out) {
    std::string copy(text);
    char* end = nullptr;
    out = std::strtod(copy.c_str(), &end);
    return !copy.empty() && *end == '\0' && std::isfinite(out);
}

bool parse_level(std::string_view text, double& level) {
    if (!parse_number(text, level) || level > 1) return false;
    if (level < 0) level = std::pow(10, level / 20);  // decibels below full scale
    return true;
}

std::unique_ptr<AudioSource> make_tone(std::string_view text, std::string& error) {
    usize colon = text.find(':');
    double hz = 0;
    double level = kDefaultLevel;
    bool has_level = colon != std::string_view::npos;
    if (!parse_number(text.substr(0, colon), hz) || hz <= 0 ||
        (has_level && !parse_level(text.substr(colon + 1), level))) {
        error = "microphone 'tone:" + std::string(text) +
                "': expected tone:HZ[:LEVEL] with LEVEL 0..1 or decibels (-20)";
        return nullptr;
    }
    return std::make_unique<Tone>(hz, level);
}

std::unique_ptr<AudioSource> make_noise(std::string_view text, u64 seed, std::string& error) {
    double level = kDefaultLevel;
    if (!text.empty() && !parse_level(text.substr(1), level)) {
        error = "microphone 'noise" + std::string(text) +
                "': expected noise[:LEVEL] with LEVEL 0..1 or decibels (-20)";
        return nullptr;
    }
    return std::make_unique<Noise>(level, seed);
}

}  // namespace

std::unique_ptr<AudioSource> make_microphone(const MicrophoneChoice& choice, std::string& error) {
    std::string_view source = choice.source;
    if (source.empty() || source == "silence") return std::make_unique<Silence>();
    if (source.starts_with("tone:")) return make_tone(source.substr(5), error);
    if (source == "noise" || source.starts_with("noise:")) {
        return make_noise(source.substr(5), choice.seed, error);
    }
    if (source == "device" || source.starts_with("device:")) {
        if (!choice.is_real_time) {
            error = "microphone 'device' needs real time; it cannot follow --time virtual";
            return nullptr;
        }
        return make_alsa_source(source == "device" ? "default" : std::string(source.substr(7)),
                                error);
    }
    Wav wav = read_wav(std::string(source), error);
    if (!error.empty()) {
        error = "microphone " + error;
        return nullptr;
    }
    return std::make_unique<Recording>(std::move(wav), choice.is_loop);
}

}  // namespace krait::sim
