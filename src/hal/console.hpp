// The terminal: what `print`, `input` and the REPL talk to (a UART, USB-CDC, or the host's
// stdin/stdout).
//
// Porting: reception runs by interrupt into a small ring; when the received byte equals the
// interrupt character the port posts `EventKind::KeyboardInterrupt` instead of storing it. Nothing
// here blocks but `write`, which may wait for room on a slow line (a console that lost its host
// drops the bytes).
#pragma once

#include <string_view>

#include "hal/result.hpp"

namespace krait::hal {

class Console {
  public:
    // Takes up to into.size() received bytes. 0 means end of input (a closed pipe); `Again` means
    // none yet: wait with a poll entry of kind Console.
    virtual IoResult read(MutableBytes into) = 0;
    // Writes all of it.
    virtual IoResult write(Bytes text) = 0;
    // Error output; the same line where a board has one line only.
    virtual IoResult write_error(Bytes text) = 0;
    // True: bytes arrive as keys are pressed, without echo or editing (the REPL does both itself).
    // False: whatever the terminal does by itself, a line at a time on a host.
    virtual void set_raw(bool raw) = 0;
    // The byte that interrupts (3 is Ctrl-C); -1: none, all bytes are data.
    virtual void set_interrupt_char(i32 byte) = 0;
    // True when a person sits at it, so that a REPL shows prompts and edits lines.
    virtual bool is_interactive() = 0;
    // Columns of the terminal; 0 when unknown.
    virtual u16 columns() = 0;
    // True: on this line a line of text ends with \r\n, as on a UART. write_text() sees to that.
    virtual bool needs_returns() { return false; }

  protected:
    ~Console() = default;
};

// Writes text, whose lines end with \n, as the console wants it.
inline IoResult write_text(Console& console, std::string_view text, bool is_error = false) {
    const usize size = text.size();
    auto put = [&](std::string_view part) {
        const Bytes bytes{reinterpret_cast<const u8*>(part.data()), part.size()};
        return is_error ? console.write_error(bytes) : console.write(bytes);
    };
    while (console.needs_returns()) {
        const usize end = text.find('\n');
        if (end == text.npos) break;
        const IoResult line = put({text.data(), end});
        const IoResult ending = put("\r\n");
        if (!line.is_ok() || !ending.is_ok()) return line.is_ok() ? ending : line;
        text.remove_prefix(end + 1);
    }
    const IoResult rest = text.empty() && size ? IoResult(0) : put(text);
    return rest.is_ok() ? IoResult(static_cast<i32>(size)) : rest;
}

}  // namespace krait::hal
