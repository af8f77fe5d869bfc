// A DS18B20 thermometer at a 1-Wire bus, from its data sheet.
#pragma once

#include <cmath>

#include "sim/parts/onewire.hpp"

namespace krait::sim {

class Ds18b20 final : public OneWireDevice {
  public:
    // `number` distinguishes the devices of a board.
    Ds18b20(Wiring& wiring, u8 number, double celsius) : wiring_(wiring), celsius_(celsius) {
        rom_[0] = 0x28;  // the family
        rom_[1] = number;
        rom_[7] = crc({rom_, 7});
    }

    void reset() override {
        state_ = State::RomCommand;
        bits_ = byte_ = 0;
    }

    bool read_bit() override {
        switch (state_) {
            case State::Search: return search_read();
            case State::SendRom: return next_bit({rom_, sizeof rom_});
            case State::SendScratch: return next_bit({scratch_, sizeof scratch_});
            case State::Converting: return wiring_.time.now() >= ready_at_;
            default: return true;
        }
    }

    void write_bit(bool bit) override {
        if (state_ == State::Search) return search_write(bit);
        if (state_ == State::Idle) return;
        byte_ = static_cast<u8>(byte_ | bit << (bits_ % 8));
        if (++bits_ % 8 != 0) return;
        take_byte(std::exchange(byte_, u8{0}));
    }

  private:
    enum class State : u8 {
        Idle,
        RomCommand,
        MatchRom,
        Search,
        SendRom,
        Command,
        TakeScratch,
        SendScratch,
        Converting,
    };

    static u8 crc(Bytes data) {
        u8 sum = 0;
        for (u8 byte : data)
            for (int bit = 0; bit < 8; ++bit, byte = static_cast<u8>(byte >> 1))
                sum = static_cast<u8>((sum ^ byte) & 1 ? (sum >> 1) ^ 0x8c : sum >> 1);
        return sum;
    }

    bool next_bit(Bytes data) {
        if (bits_ >= 8 * data.size()) return true;
        const bool bit = data[bits_ / 8] >> (bits_ % 8) & 1;
        ++bits_;
        return bit;
    }

    void enter(State state) {
        state_ = state;
        bits_ = 0;
    }

    void take_byte(u8 byte) {
        if (state_ == State::RomCommand) return take_rom_command(byte);
        if (state_ == State::Command) return take_command(byte);
        const usize place = bits_ / 8 - 1;
        if (state_ == State::MatchRom) {
            if (byte != rom_[place]) return enter(State::Idle);
            if (place == 7) enter(State::Command);
        } else if (state_ == State::TakeScratch) {
            scratch_[2 + place] = byte;
            if (place == 2) enter(State::Idle);
            scratch_[8] = crc({scratch_, 8});
        }
    }

    void take_rom_command(u8 command) {
        switch (command) {
            case 0xf0: return enter(State::Search);
            case 0x33: return enter(State::SendRom);
            case 0x55: return enter(State::MatchRom);
            case 0xcc: return enter(State::Command);
            default: return enter(State::Idle);
        }
    }

    void take_command(u8 command) {
        if (command == 0x44) {
            constexpr u64 kConversion = 94 * kNsPerMs;  // of 9 bits; twice that for each more
            const int resolution = scratch_[4] >> 5 & 3;
            ready_at_ = wiring_.time.now() + (kConversion << resolution);
            const auto sixteenths = static_cast<i16>(std::lround(celsius_ * 16));
            const auto measured = static_cast<u16>(sixteenths & ~((1 << (3 - resolution)) - 1));
            scratch_[0] = static_cast<u8>(measured);
            scratch_[1] = static_cast<u8>(measured >> 8);
            scratch_[8] = crc({scratch_, 8});
            return enter(State::Converting);
        }
        enter(command == 0xbe   ? State::SendScratch
              : command == 0x4e ? State::TakeScratch
                                : State::Idle);
    }

    // Two reads, the bit and its complement, and a write: devices with another bit drop out.
    bool search_read() {
        const bool bit = rom_[bits_ / 8] >> (bits_ % 8) & 1;
        is_complement_ = !is_complement_;
        return is_complement_ ? bit : !bit;
    }
    void search_write(bool bit) {
        const bool own = rom_[bits_ / 8] >> (bits_ % 8) & 1;
        if (bit != own) return enter(State::Idle);
        if (++bits_ == 64) enter(State::Command);
    }

    Wiring& wiring_;
    double celsius_;
    u8 rom_[8] = {};
    // 85 degrees until the first conversion; alarms, 12 bits.
    u8 scratch_[9] = {0x50, 0x05, 0x4b, 0x46, 0x7f, 0xff, 0x0c, 0x10, 0x1c};
    State state_ = State::Idle;
    usize bits_ = 0;
    u8 byte_ = 0;
    bool is_complement_ = false;
    u64 ready_at_ = 0;
};

}  // namespace krait::sim
