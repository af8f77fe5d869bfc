// Operations on Str that C++ code shares: making, cutting, joining and comparing. Indexes count
// code points; where the text is ASCII they are byte offsets, and everything here that says O(1) is
// that then. The empty string and the one-character ASCII strings are records in read-only memory.
#pragma once

#include "core/protocols.hpp"

namespace krait {

inline Str* empty_str() { return mutable_name(""_sym); }
// The string of one ASCII character. Requires: c < 128.
Str* char_str(u8 c);
Result<Str*> str_of_code_point(Interp&, u32 code_point);

// A string of `size` bytes to be filled by the caller, who then calls finish_str before anybody
// else sees it. MemoryError, also for impossible sizes.
Result<Str*> allocate_str(Interp&, usize size);
// Writes the closing NUL, the hash and the flags.
void finish_str(Str* s);
// A fresh string, never shared: what interning and subclasses of str need.
Result<Str*> copy_str(Interp&, std::string_view text);

// Characters (code points) of the text; O(1) if ASCII.
usize str_length(const Str* s);
// The byte offset of the n-th character; the size if there are n or fewer.
usize str_offset(const Str* s, usize n);

Result<Str*> str_at(Interp&, Str* s, usize index);  // Requires: index < str_length(s)
// The characters from start to stop. Requires: start <= stop <= str_length(s).
Result<Str*> str_slice(Interp&, Str* s, usize start, usize stop);
// The same by byte offsets, which are character boundaries.
Result<Str*> str_slice_bytes(Interp&, Str* s, usize start, usize stop);
Result<Str*> str_concat(Interp&, Str* a, Str* b);
Result<Str*> str_repeat(Interp&, Str* s, isize count);

inline bool str_equal(const Str* a, const Str* b) {
    return a == b || (a->hash() == b->hash() && a->view() == b->view());
}
// Below, equal to or above 0. (The order of UTF-8 bytes is that of code points.)
int str_compare(const Str* a, const Str* b);

}  // namespace krait
