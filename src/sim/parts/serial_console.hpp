// A console at the end of a line: a pseudo-terminal, at whose other side a terminal program or
// mpremote sits as at a board's USB or UART.
//
// Nothing is between the two: bytes go through as they are, so text lines end with \r\n. A thread
// stands for the reception interrupt of a chip: it takes what arrives into a pipe, from which the
// board reads, and finds the interrupt character while the program is busy. As on a board, what
// nobody takes is lost in the end: the output when nobody reads it, the input when the pipe is
// full.
#pragma once

#include <atomic>
#include <string>
#include <thread>

#include "sim/interrupts.hpp"
#include "sim/parts/console.hpp"

namespace krait::sim {

class SerialConsole final : public HostConsole {
  public:
    explicit SerialConsole(Interrupts& interrupts) : interrupts_(interrupts) {}
    ~SerialConsole() override;
    SerialConsole(const SerialConsole&) = delete;
    SerialConsole& operator=(const SerialConsole&) = delete;

    // Answers "" or what is wrong.
    std::string open() override;
    std::string device() const override { return device_; }

    hal::IoResult read(MutableBytes into) override;
    hal::IoResult write(Bytes text) override;
    hal::IoResult write_error(Bytes text) override { return write(text); }
    void set_raw(bool) override {}
    void set_interrupt_char(i32 byte) override { interrupt_char_ = byte; }
    bool is_interactive() override { return true; }
    u16 columns() override { return 0; }
    bool needs_returns() override { return true; }
    i32 descriptor() const override { return received_; }

  private:
    static constexpr i32 kNone = -1;

    void receive();
    void take(Bytes bytes);

    Interrupts& interrupts_;
    std::string device_;
    // The line's two sides; ours of the other keeps the line alive while nobody sits there.
    i32 line_ = kNone, other_side_ = kNone;
    i32 received_ = kNone, receiver_ = kNone;  // the pipe's ends
    i32 quit_ = kNone;
    std::atomic<i32> interrupt_char_ = 3;
    bool is_deserted_ = false;  // the last output was not taken
    std::thread thread_;
};

}  // namespace krait::sim
