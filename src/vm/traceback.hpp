// Tracebacks: how exceptions remember their way, and how they are printed.
#pragma once

#include "core/str_builder.hpp"
#include "vm/vm.hpp"

namespace krait {

// An exception's traceback is a list of triples, innermost first: function, offset (int) in its
// code, repetitions (int). A place that repeats (recursion) is kept once with a count; beyond
// kMaxPlaces the places in the middle are dropped.
constexpr usize kTracebackStride = 3, kMaxPlaces = 512;

// The whole text as Python prints it, causes and contexts first, with source lines where the file
// can be read.
Status format_exception(Interp&, Value exception, StrBuilder& out);
// Prints it to sys.stderr, or to the console if there is none.
void print_exception(Interp&, Value exception);

}  // namespace krait
