// The consoles that a board on a host may have: this one, the program's own terminal, and the
// serial line of serial_console.hpp.
//
// StandardConsole: the terminal, or whatever the standard streams are. When the terminal is in raw
// mode without an interrupt character, Ctrl-C is a byte like any other (the REPL edits with it);
// otherwise the terminal makes it SIGINT, whose handler belongs to the program (it calls
// SimBoard::interrupt). The terminal's settings are put back when the console goes.
#pragma once

#include <termios.h>

#include <string>

#include "hal/console.hpp"

namespace krait::sim {

class HostConsole : public hal::Console {
  public:
    virtual ~HostConsole() = default;
    // Answers "" or what is wrong.
    virtual std::string open() { return ""; }
    // Where the other end is to be found; empty: at the program's own terminal.
    virtual std::string device() const { return ""; }
    // Readable when read() has something to give.
    virtual i32 descriptor() const = 0;
};

class StandardConsole final : public HostConsole {
  public:
    StandardConsole();
    ~StandardConsole() override;
    StandardConsole(const StandardConsole&) = delete;
    StandardConsole& operator=(const StandardConsole&) = delete;

    hal::IoResult read(MutableBytes into) override;
    hal::IoResult write(Bytes text) override;
    hal::IoResult write_error(Bytes text) override;
    void set_raw(bool raw) override;
    void set_interrupt_char(i32 byte) override;
    bool is_interactive() override { return is_terminal_; }
    u16 columns() override;
    i32 descriptor() const override { return 0; }

  private:
    bool is_ready() const;
    void apply();

    bool is_terminal_;
    bool is_raw_ = false;
    bool is_changed_ = false;
    i32 interrupt_char_ = 3;
    termios original_ = {};
};

}  // namespace krait::sim
