// One life of the interpreter on its board: from boot to the end of the program, or to a reset.
#pragma once

#include "options.hpp"
#include "repl/repl.hpp"
#include "sim/board.hpp"

namespace krait::host {

struct Program {
    std::string source;                    // of a script or a command
    std::span<const unsigned char> roots;  // certificates that TLS trusts (PEM)
};

struct Outcome {
    int status;       // of the process, unless the board is to restart
    bool soft_reset;  // the interpreter is to start anew
};

// Runs the program once. `mode`: of its prompt; the same object for all lives of a board.
Outcome run_program(const Options& options, const Program& program, sim::SimBoard& board,
                    ReplMode& mode);

}  // namespace krait::host
