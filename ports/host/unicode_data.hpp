// The names and normal forms of all characters.
#pragma once

#include "base/unicode_data.hpp"

namespace krait::host {

extern const UnicodeData kUnicodeData;

}  // namespace krait::host
