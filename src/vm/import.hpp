// The import system.
#pragma once

#include "core/class.hpp"
#include "core/interp.hpp"

namespace krait {

// The module of that absolute dotted name, imported if need be; parents are imported first.
Value import_module(Interp&, Str* name);
// What `__import__(name, globals, ..., fromlist, level)` does: the top package, or with a fromlist
// the module itself (whose submodules of these names are imported too).
Value import_name(Interp&, Str* name, Dict* globals, Value fromlist, u32 level);
Value import_from(Interp&, Value module, Str* name);
// Runs the module (of a package, its __main__) as the program: `krait -m name`.
Value run_as_main(Interp&, Str* name);

// sys.path: a list made at first use from the port's search path.
Result<List*> search_path(Interp&);
// The text of a file, as bytes in a ByteArray whose `capacity` is the file's size. OSError.
Result<ByteArray*> read_file(Interp&, std::string_view path);
// The same of the board's storage, whatever is mounted.
Result<ByteArray*> read_board_file(Interp&, std::string_view path);

}  // namespace krait
