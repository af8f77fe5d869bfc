// What the parts of str share, and what other objects need of it.
#pragma once

#include "core/str_builder.hpp"

namespace krait {

// Appends the text as repr() shows it, in quotes; only_ascii: as ascii() does.
Status append_quoted(StrBuilder& out, std::string_view text, bool only_ascii = false);

// separator.join(items): any iterable of strings.
Result<Str*> str_join(Interp&, Str* separator, Value items);

}  // namespace krait
