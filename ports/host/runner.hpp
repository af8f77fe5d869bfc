// One life of the interpreter on its board: from boot to the end of the program, or to a reset.
#pragma once

#include "options.hpp"
#include "sim/board.hpp"

namespace krait::host {

constexpr int kExitFailure = 1, kExitUsage = 2, kExitInterrupted = 130;

// Runs the program once; `source` is its text, if it is a script or a command. The exit status,
// which has no meaning if the board is to restart.
int run_program(const Options& options, std::string_view source, sim::SimBoard& board);

}  // namespace krait::host
