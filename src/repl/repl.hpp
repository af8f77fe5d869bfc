// The REPL: what a board does when it has nothing else to do, and a host when a person sits there.
//
//     repl.cpp         which mode it is in
//     friendly.cpp     the prompt for people; line_editor.cpp, history.cpp, completion.cpp
//     raw.cpp          the protocol for programs (mpremote and others)
//     link.cpp         keys in, text out
//     execute.cpp      running what came
#pragma once

#include "core/interp.hpp"

namespace krait {

enum class ReplMode : u8 { Friendly, Raw };

// Runs until Ctrl-D at the prompt (true), which starts a board anew and ends a host's program, or
// until the input ends (false); or until an exception that ends the run is pending: SystemExit, a
// reset. The mode is that to begin in and then the last one: it outlives a reset. `globals`: of
// __main__.
Result<bool> run_repl(Interp&, Dict* globals, ReplMode& mode);

// The same for a board whose prompt is all there is: Ctrl-D and SystemExit reset it (softly: that
// is begun then).
Status run_board_repl(Interp&, Dict* globals, ReplMode& mode);

// Tells a soft reset as tools expect to read it.
void announce_soft_reset(Interp&);

}  // namespace krait
