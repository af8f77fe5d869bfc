// os.dupterm(): a stream beside the console. What is written to the console goes to it too, and
// what can be read from it is read as if it came from the console.
#pragma once

#include "core/interp.hpp"

namespace krait {

// Whether there is one. Costs nothing until os.dupterm() is called first.
bool has_terminal(Interp&);
// Gives what was written to the console to the stream. One that raises is taken away, which is
// reported; KeyboardInterrupt and the like go on.
Status write_terminal(Interp&, Bytes data);
// Reads what is there, of the console first; kStreamAgain if there is nothing.
Result<isize> read_terminal(Interp&, MutableBytes into);
// Whether read_terminal() has something to give.
Result<bool> poll_terminal(Interp&);

// The functions of os.
Value os_dupterm(Interp&, Value stream, isize index);
Status os_dupterm_notify(Interp&, Value stream);

}  // namespace krait
