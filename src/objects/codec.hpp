// Text to bytes and back: utf-8, ascii, latin-1, utf-16 and utf-32, under the names that Python
// gives them.
#pragma once

#include "core/str_builder.hpp"

namespace krait {

// The text that the bytes are in that encoding (null: utf-8); errors (null: "strict") says what
// becomes of faults: strict, ignore, replace, backslashreplace, surrogateescape, surrogatepass, or
// in encoding xmlcharrefreplace. LookupError for unknown names, UnicodeDecodeError for faults. The
// bytes must stay where they are (a held buffer).
Result<Str*> decode_text(Interp&, Bytes bytes, const Str* encoding, const Str* errors);

// The bytes of the text; UnicodeEncodeError for what cannot be encoded.
Value encode_text(Interp&, Str* text, const Str* encoding, const Str* errors);

}  // namespace krait
