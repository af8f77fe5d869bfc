// The program's own terminal, or whatever its standard streams are.
//
// When the terminal is in raw mode without an interrupt character, Ctrl-C is a byte like any other
// (the REPL edits with it); otherwise the terminal makes it SIGINT, whose handler belongs to the
// program (it calls SimBoard::interrupt). The terminal's settings are put back when the console
// goes.
#pragma once

#include <termios.h>

#include "hal/console.hpp"

namespace krait::sim {

class HostConsole final : public hal::Console {
  public:
    HostConsole();
    ~HostConsole();
    HostConsole(const HostConsole&) = delete;
    HostConsole& operator=(const HostConsole&) = delete;

    hal::IoResult read(MutableBytes into) override;
    hal::IoResult write(Bytes text) override;
    hal::IoResult write_error(Bytes text) override;
    void set_raw(bool raw) override;
    void set_interrupt_char(i32 byte) override;
    bool is_interactive() override { return is_terminal_; }
    u16 columns() override;

    // Whether read would answer at once.
    bool is_ready() const;
    i32 descriptor() const { return 0; }

  private:
    void apply();

    bool is_terminal_;
    bool is_raw_ = false;
    bool is_changed_ = false;
    i32 interrupt_char_ = 3;
    termios original_ = {};
};

}  // namespace krait::sim
