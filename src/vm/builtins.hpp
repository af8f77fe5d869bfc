// What the VM shares with the built-in functions that reach into it.
#pragma once

#include "bytecode/compiler.hpp"
#include "vm/vm.hpp"

namespace krait {

// The function behind `class` statements.
Value build_class_function();

// Compiles and runs source text as the body of a module with these globals.
Value run_source(Interp&, std::string_view source, Str* filename, Dict* globals,
                 CompileMode mode = CompileMode::Module);
Result<Code*> compile_source(Interp&, std::string_view source, Str* filename, CompileMode mode,
                             bool namespaced = false);
// The dict of locals of a frame: its namespace in modules and classes, else a fresh dict.
// `complete`: all registers of variables are known to be the frame's own.
Result<Dict*> frame_locals(Interp&, const Frame* frame, bool complete = false);

// Rows of the functions that belong to the VM: exec, eval, compile, execfile, globals, locals,
// __import__, __template__, __build_class__. The builtins module takes them in.
extern const std::span<const Row> kVmBuiltins, kAsyncBuiltins;

}  // namespace krait
