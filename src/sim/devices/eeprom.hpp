// A memory at the I2C bus, as AT24C32: two bytes of address, then data.
#pragma once

#include "sim/parts/buses.hpp"

namespace krait::sim {

class Eeprom final : public I2cDevice {
  public:
    usize write(Bytes bytes) override {
        if (bytes.size() >= 2) at_ = static_cast<usize>(bytes[0]) << 8 | bytes[1];
        for (usize i = 2; i < bytes.size(); i++) memory_[at_++ % memory_.size()] = bytes[i];
        return bytes.size();
    }
    void read(MutableBytes into) override {
        for (u8& byte : into) byte = memory_[at_++ % memory_.size()];
    }

  private:
    std::vector<u8> memory_ = std::vector<u8>(4096, 0xff);
    usize at_ = 0;
};

}  // namespace krait::sim
