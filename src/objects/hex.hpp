// Bytes as hexadecimal text and back: bytes.hex(), fromhex(), binascii.
#pragma once

#include "core/str_builder.hpp"
#include "objects/bytes.hpp"

namespace krait {

// What bytes.hex(sep, bytes_per_sep) gives; `sep` may be empty. ValueError if it is not one ASCII
// character.
Result<Str*> hex_with_separator(Interp&, Bytes bytes, Value sep, isize bytes_per_sep);
// The bytes that the text spells; spaces between them are passed over. ValueError if it is none.
Status append_from_hex(Interp&, BytesBuilder& out, const Str* text);
// The value of a digit, or -1.
int hex_digit(char c);

}  // namespace krait
