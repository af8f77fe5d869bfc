// The pieces that the type str is put together of, in str_methods.cpp.
#pragma once

#include "core/bind.hpp"
#include "objects/str.hpp"

namespace krait {

extern const Slots kStrSlots;

// Letters (str_case.cpp).
Result<Str*> str_capitalize(Interp&, Str* self);
Result<Str*> str_casefold(Interp&, Str* self);
Result<Str*> str_lower(Interp&, Str* self);
Result<Str*> str_swapcase(Interp&, Str* self);
Result<Str*> str_title(Interp&, Str* self);
Result<Str*> str_upper(Interp&, Str* self);
bool str_isalnum(Str* self);
bool str_isalpha(Str* self);
bool str_isascii(Str* self);
bool str_isdecimal(Str* self);
bool str_isdigit(Str* self);
bool str_isidentifier(Str* self);
bool str_islower(Str* self);
bool str_isnumeric(Str* self);
bool str_isprintable(Str* self);
bool str_isspace(Str* self);
bool str_istitle(Str* self);
bool str_isupper(Str* self);

// Formatting (str_format.cpp).
Result<Str*> str_format(Interp&, Str* self, Args args, Kwargs kwargs);
Result<Str*> str_format_map(Interp&, Str* self, Value mapping);

}  // namespace krait
