// What the readers of numbers share.
#pragma once

#include "core/str_builder.hpp"

namespace krait {

// The text without white space (of any kind that Unicode knows) around it.
std::string_view strip_number(std::string_view text);
// Appends the text with digits of all scripts as ASCII ones, and what is not ASCII otherwise as
// something that no number contains.
Status plain_digits(StrBuilder& out, std::string_view text);

}  // namespace krait
