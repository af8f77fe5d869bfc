// What the readers of numbers share.
#pragma once

#include "base/utf8.hpp"
#include "core/protocols.hpp"
#include "core/str_builder.hpp"

namespace krait {

// The text without white space (of any kind that Unicode knows) around it.
std::string_view strip_number(std::string_view text);
// Appends the text with digits of all scripts as ASCII ones, and what is not ASCII otherwise as
// something that no number contains.
Status plain_digits(StrBuilder& out, std::string_view text);

// What a buffer says, which is ASCII or no number (and then not even UTF-8, perhaps).
inline std::string_view number_in(const HeldBuffer& buffer) {
    const std::string_view text(reinterpret_cast<const char*>(buffer.data), buffer.size);
    return utf8::is_ascii(text) ? text : "?";
}

}  // namespace krait
