// The command line of krait.
#pragma once

#include <string>
#include <vector>

#include "compiler/ast.hpp"
#include "sim/options.hpp"

namespace krait::host {

struct Options {
    enum class Program : u8 { None, Script, Command, Module, StandardInput };
    Program program = Program::None;
    std::string text;                    // the script's path, the command, or the module's name
    std::vector<std::string> arguments;  // sys.argv
    bool inspect = false;                // -i: a prompt after the program
    u8 optimization = 0;                 // -O
    CodeStyle style = CodeStyle::Bytecode;
    bool compiles_only = false;   // compile the program, do not run it
    bool shows_bytecode = false;  // show the compiled program, do not run it
    usize heap_bytes = 0;         // 0: as the board has it
    bool gc_stress = false, heap_verify = false;
    long long fail_allocation = 0;  // the n-th; 0: none
    bool verify_tls = true;
    bool strict = false;  // CPython's way where MicroPython is lax
    bool shows_help = false, shows_version = false;
    sim::SimOptions board;
};

// Answers "" or what is wrong, in one line.
std::string parse_options(int count, const char* const* arguments, Options& out);
std::string help_text();

}  // namespace krait::host
