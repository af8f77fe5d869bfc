// Numbers as text in a given form: for format(), f-strings and the % operator.
#pragma once

#include "objects/complex.hpp"
#include "objects/format_spec.hpp"

namespace krait {

// format(number, text). Requires: is_int(v), is_float(v), is<Complex>(v).
Result<Str*> format_int(Interp&, Value v, std::string_view spec);
Result<Str*> format_float_value(Interp&, Value v, std::string_view spec);
Result<Str*> format_complex(Interp&, Value v, std::string_view spec);

// A conversion of the % operator: '%-05.1f'.
struct PercentSpec {
    bool left = false;       // -
    bool plus = false;       // +
    bool space = false;      // blank
    bool alternate = false;  // #
    bool zero = false;       // 0
    isize width = -1;
    isize precision = -1;
    char type = 0;
};
// Appends the number in one of d i u o x X. Requires: is_int(v).
Status append_percent_int(Interp&, StrBuilder& out, Value v, const PercentSpec& spec);
// In one of e E f F g G.
Status append_percent_float(Interp&, StrBuilder& out, Float f, const PercentSpec& spec);

}  // namespace krait
