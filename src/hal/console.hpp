// The terminal: what `print`, `input` and the REPL talk to (a UART, USB-CDC, or the host's
// stdin/stdout).
//
// Porting: reception runs by interrupt into a small ring; when the received byte equals the
// interrupt character the port posts `EventKind::KeyboardInterrupt` instead of storing it. Nothing
// here blocks but `write`, which may wait for room on a slow line (a console that lost its host
// drops the bytes).
#pragma once

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
    // Columns of the terminal; 80 when unknown.
    virtual u16 columns() = 0;

  protected:
    ~Console() = default;
};

}  // namespace krait::hal
