// Tracebacks: how exceptions remember their way, and how they are printed.
#pragma once

#include "core/str_builder.hpp"
#include "vm/vm.hpp"

namespace krait {

// An exception's traceback is a list of triples, innermost first: function, offset (int) in its
// code, repetitions (int). A place that repeats (recursion) is kept once with a count; beyond
// kMaxPlaces the places in the middle are dropped.
constexpr usize kTracebackStride = 3, kMaxPlaces = 512;

// Full: as Python prints it, with source lines where the file can be read. Brief: as MicroPython's
// sys.print_exception does, places and message only.
enum class TracebackStyle : u8 { Full, Brief };

// The whole text, causes and contexts first. sys.tracebacklimit bounds the places: those nearest to
// the error are shown, in the brief style those nearest to the program's start.
Status format_exception(Interp&, Value exception, StrBuilder& out,
                        TracebackStyle style = TracebackStyle::Full);
// Makes tracebacks of lists of places and the other way round (traceback_object.cpp).
extern const TracebackHooks kTracebackHooks;

// Prints it to sys.stderr, or to the console if there is none.
void print_exception(Interp&, Value exception);

}  // namespace krait
