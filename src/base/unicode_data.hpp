// What of Unicode only ports with much memory have; the others compile without it.
#pragma once

#include "base/types.hpp"

namespace krait {

struct UnicodeData {
    // The NFKC form of a text has at most so many times its bytes.
    static constexpr usize kMostGrowth = 12;

    // The character that \N{name} means, in whatever case of letters; -1: there is none.
    i32 (*find_name)(std::string_view name);
    // The NFKC form of an identifier, written into `out` (as long as kMostGrowth says); empty if
    // that is the text itself.
    std::string_view (*normalize)(std::string_view text, std::span<char> out);
};

}  // namespace krait
