// A DHT11 or DHT22 at a pin: after the chip has held the line low for a millisecond and let go, it
// answers with forty bits, as pulses that are longer for a one.
#pragma once

#include <array>
#include <cmath>

#include "sim/parts/pins.hpp"

namespace krait::sim {

class DhtSensor {
  public:
    enum class Model : u8 { Dht11, Dht22 };

    DhtSensor(Wiring& wiring, SimPins& pins, u16 pin, Model model, double celsius, double humidity)
        : wiring_(wiring), pins_(pins), pin_(pin), bytes_(encode(model, celsius, humidity)) {
        pins_.drive(pin, true);  // its pull-up
        pins_.watch(pin, [this](bool level) { changed(level); });
    }

  private:
    static std::array<u8, 5> encode(Model model, double celsius, double humidity) {
        std::array<u8, 5> out{};
        auto put = [&](usize at, double value) {
            const auto tenths = static_cast<u32>(std::lround(std::abs(value) * 10));
            out[at] = static_cast<u8>(model == Model::Dht11 ? tenths / 10 : tenths >> 8);
            out[at + 1] = static_cast<u8>(model == Model::Dht11 ? tenths % 10 : tenths);
        };
        put(0, humidity);
        put(2, celsius);
        if (celsius < 0) out[2] |= 0x80;
        for (int i = 0; i < 4; ++i) out[4] = static_cast<u8>(out[4] + out[i]);
        return out;
    }

    void changed(bool level) {
        if (is_answering_) return;
        const u64 now = wiring_.time.now();
        if (!level)
            low_since_ = now;
        else if (low_since_ != 0 && now - low_since_ >= kNsPerMs)
            answer(now);
    }

    void answer(u64 now) {
        is_answering_ = true;
        u64 at = now;
        auto then = [&](u32 us, bool level) {
            at += us * kNsPerUs;
            wiring_.time.at(at, [this, level] { pins_.drive(pin_, level); });
        };
        then(30, false);
        then(80, true);
        then(80, false);
        for (u8 byte : bytes_)
            for (int bit = 7; bit >= 0; --bit) {
                then(50, true);
                then(byte >> bit & 1 ? 70 : 26, false);
            }
        then(50, true);
        wiring_.time.at(at, [this] {
            is_answering_ = false;
            low_since_ = 0;
        });
    }

    Wiring& wiring_;
    SimPins& pins_;
    u16 pin_;
    std::array<u8, 5> bytes_;
    u64 low_since_ = 0;
    bool is_answering_ = false;
};

}  // namespace krait::sim
