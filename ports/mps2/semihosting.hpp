// Semihosting: the debugger's (here QEMU's) services for a program on the chip, called by a
// breakpoint with an operation number in r0 and a block of arguments in r1. Started without it, the
// first call locks the CPU up, so only firmware for the emulator contains this.
#pragma once

#include <span>
#include <string_view>

#include "base/types.hpp"

namespace krait::mps2::semihosting {

enum class Mode : u32 {
    Read = 1,         // fopen's "rb"
    ReadWrite = 3,    // "r+b"
    Write = 5,        // "wb"
    WriteRead = 7,    // "w+b"
    Append = 9,       // "ab"
    AppendRead = 11,  // "a+b"
    ConsoleIn = 0,    // these three with the name ":tt"
    ConsoleOut = 4,
    ConsoleError = 8,
};

// All of these answer -1 for failure; last_error() then has the host's errno.
i32 open(std::string_view path, Mode mode);
i32 close(i32 file);
// How many bytes were read, 0 at the end.
i32 read(i32 file, MutableBytes into);
// How many bytes were written.
i32 write(i32 file, Bytes data);
i32 seek(i32 file, u32 position);
i32 length(i32 file);
i32 remove(std::string_view path);
i32 rename(std::string_view from, std::string_view to);
i32 last_error();

// Seconds since 1970 on the host.
u32 time();
// The words after -semihosting-config arg=, joined by blanks; empty on failure.
std::string_view command_line(std::span<char> buffer);
// Ends the emulator with this exit status.
[[noreturn]] void exit(i32 status);

}  // namespace krait::mps2::semihosting
