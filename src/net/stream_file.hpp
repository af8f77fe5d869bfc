// What makefile() of a socket gives: a file over the same connection, of bytes or of text.
//
// In MicroPython it is the socket itself, and scripts rely on that: close() ends the connection,
// closing the socket closes the file, and what a file has no method for is the socket's. In CPython
// it has a life of its own: so `with` closes the file and leaves the connection to the socket.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct StreamFile : Object {
    static const BuiltinType kType;
    Value stream;  // empty: closed
    bool is_text;  // str instead of bytes, in UTF-8
    bool reads, writes;
};

// ValueError for a mode other than r, w, rw with or without b.
Result<StreamFile*> new_stream_file(Interp&, Value stream, Value mode);

}  // namespace krait
