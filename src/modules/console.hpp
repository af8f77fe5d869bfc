// sys.stdin, sys.stdout and sys.stderr: the board's console as streams.
//
// The objects live in read-only memory. Text streams take and give str; their `buffer` is the same
// console as bytes. What a script puts in the place of sys.stdout is what print() writes to.
#pragma once

#include "core/interp.hpp"

namespace krait {

enum class ConsoleEnd : u8 { Input, Output, Error };

struct ConsoleStream : Object {
    static const BuiltinType kTextType, kBinaryType;
    static constexpr const BuiltinType& kType = kBinaryType;  // base of the other
    ConsoleEnd end;
    constexpr ConsoleStream(const BuiltinType& type, ConsoleEnd e) : Object(type.shape()), end(e) {}
};

extern const ConsoleStream kStdin, kStdout, kStderr;

// What the script sees as sys.stdout (or stdin, stderr) now.
Value current_stream(Interp&, const Str* name, const ConsoleStream& fallback);
// Writes text to a stream: the console's own directly, others by their `write`. None: nowhere.
Status write_text(Interp&, Value stream, Str* text);
Status console_write(Interp&, ConsoleEnd end, std::string_view text);
// A line from the stream, with its newline; empty at the end.
Result<Str*> read_line(Interp&, Value stream);

}  // namespace krait
