// Running what was typed, in __main__.
#pragma once

#include "bytecode/compiler.hpp"
#include "core/interp.hpp"

namespace krait {

// Where what was typed comes from, in tracebacks.
constexpr std::string_view kTypedName = "<stdin>";

// Compiles and runs the text. An exception stays pending.
Status execute(Interp&, Dict* globals, std::string_view source, CompileMode mode);
// Whether the pending exception ends the REPL and not only the text that raised it: SystemExit, a
// reset.
bool is_last_exception(Interp&);
// Takes the pending exception and prints it to the console, as briefly as it is done on boards.
Status show_exception(Interp&);
// Forces the heap open that a text left locked.
void unlock_heap(Interp&);

}  // namespace krait
