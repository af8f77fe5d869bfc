// The prompt: reads statements, runs them in __main__, prints what they give.
#pragma once

#include "core/interp.hpp"

namespace krait {

// Runs until the input ends (then the result is true), or until an exception that ends the run is
// pending: SystemExit, a reset. `globals`: of __main__.
Result<bool> run_repl(Interp&, Dict* globals);

}  // namespace krait
