// The % operator of str, bytes and bytearray.
#pragma once

#include "core/interp.hpp"

namespace krait {

// What `format % values` is; `format` is the text of a str or the bytes of one of the others, and
// stays where it is meanwhile. The result is a str, or the bytes as a bytes object.
Value percent_str(Interp&, std::string_view format, Value values);
Value percent_bytes(Interp&, Bytes format, Value values);

}  // namespace krait
