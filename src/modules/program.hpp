// The main program: a text run as __main__, and what its end means to whoever started it. Shared by
// the ports' main loops.
#pragma once

#include "core/interp.hpp"

namespace krait {

enum ExitStatus : int {
    kExitSuccess = 0,
    kExitFailure = 1,
    kExitUsage = 2,
    kExitInterrupted = 130
};

// The globals of __main__, which is made when it is first asked for.
Result<Dict*> main_globals(Interp&);
// Compiles and runs the text in __main__. `is_file`: __file__ is the name.
Status run_main(Interp&, std::string_view text, std::string_view filename, bool is_file);
// Takes the pending exception that ended the program and shows it (by sys.excepthook if that was
// replaced), or obeys it (SystemExit). The program's exit status.
int finish_with_exception(Interp&);
// At the end of a program: waits for the threads that are no daemons, as `threading` tells.
void wait_for_threads(Interp&);
// Calls what was registered with sys.atexit() and the module atexit, and shows what goes wrong
// there. The exit status: `status`, or that of a SystemExit raised there.
int run_exit_functions(Interp&, int status);
// Then: the __del__ of all objects that live, and the ends of generators left in a `try`; unless
// other threads run on, which may use them.
void run_last_finalizers(Interp&);
// "Exception ignored in: ..." on the console; for Interp::set_unraisable_hook.
void report_unraisable(Interp&, Value exception, Value where);

}  // namespace krait
