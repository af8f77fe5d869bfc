// The verifier: refuses code that could do what the compiler's code never does.
//
// The interpreter's loop trusts its code: it reads registers without looking whether there is
// something in them, and takes a cell for a cell. For code that comes from outside (marshal, files)
// that trust has to be earned first. The verifier runs the code abstractly: for each place that is
// jumped to it knows what each register may hold, as a set of kinds, and looks at each instruction
// until nothing new is learnt.
#pragma once

#include "bytecode/code.hpp"

namespace krait {

// ValueError "bad bytecode: ... at N in NAME" if the code cannot be trusted; MemoryError. Looks at
// this code alone; the code objects among its constants must have been verified before.
// Requires: names, local_names, constants and filename are filled in; names are interned.
Status verify(Interp&, const Code*);

}  // namespace krait
