// A thermometer at the I2C bus, as LM75: register 0 is the temperature in 1/256 degrees.
#pragma once

#include "sim/parts/buses.hpp"

namespace krait::sim {

class Thermometer final : public I2cDevice {
  public:
    explicit Thermometer(double celsius) {
        const auto units = static_cast<i16>(celsius * 256);
        registers_[0] = static_cast<u16>(units & 0xffe0);
        registers_[2] = 75 << 8;
        registers_[3] = 80 << 8;
    }
    usize write(Bytes bytes) override {
        if (!bytes.empty()) pointer_ = bytes[0] & 3;
        if (bytes.size() == 3 && pointer_ >= 2)
            registers_[pointer_] = static_cast<u16>(bytes[1] << 8 | bytes[2]);
        return bytes.size();
    }
    void read(MutableBytes into) override {
        for (usize i = 0; i < into.size(); i++)
            into[i] = static_cast<u8>(registers_[pointer_] >> (i % 2 == 0 ? 8 : 0));
    }

  private:
    u16 registers_[4] = {};
    u8 pointer_ = 0;
};

}  // namespace krait::sim
