// Link: where the REPL reads keys and writes to: the board's console, and the stream of
// os.dupterm() beside it.
//
// Nothing is read ahead, as the next byte may be for the program that the last one started.
#pragma once

#include "core/interp.hpp"
#include "hal/board.hpp"
#include "modules/console.hpp"
#include "repl/line_editor.hpp"

namespace krait {

class Link final : public Screen {
  public:
    static constexpr isize kEnd = -1;
    static constexpr u8 kCtrlC = 3;

    explicit Link(Interp& in);
    Link(const Link&) = delete;

    // Takes the terminal for the REPL: keys arrive one by one, Ctrl-C among them; or leaves it to
    // programs, which Ctrl-C interrupts.
    void take();
    void leave();
    // The next byte, kEnd at the end of the input. Callbacks run meanwhile. An interrupt that comes
    // while nothing runs is a Ctrl-C.
    Result<isize> next();
    // What fails here makes the following next() fail.
    void write(std::string_view text) override;

    bool is_interactive() { return console_.is_interactive(); }
    usize columns() { return console_.columns(); }

  private:
    Result<isize> read();

    Interp& in_;
    hal::Console& console_;
    bool has_failed_ = false;
};

}  // namespace krait
