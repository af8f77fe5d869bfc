// Format specifications: what stands behind the colon in f"{x:>10,.2f}".
#pragma once

#include "core/str_builder.hpp"

namespace krait {

// [[fill]align][sign][z][#][0][width][grouping][.precision][type]
struct FormatSpec {
    std::string_view fill = " ";  // one character
    char align = 0;               // < > = ^; 0: not given
    char sign = '-';              // - + or a space
    bool has_sign = false;
    bool no_negative_zero = false;
    bool alternate = false;
    char grouping = 0;  // , or _; 0: none
    u32 type = 0;       // a code point; 0: none
    isize width = -1;   // characters; -1: not given
    isize precision = -1;
};

// Reads the text. `default_type` is the type that messages speak of where none is given, and
// `subject` the object to be formatted. ValueError.
Status parse_format_spec(Interp&, std::string_view text, char default_type, Value subject,
                         FormatSpec& out);
// ValueError "Unknown format code 'y' for object of type 'int'".
Raised raise_unknown_format(Interp&, const FormatSpec& spec, Value subject);

// Appends `characters` of fill shared out as the alignment says: first the part before the text,
// then the part behind. `=` counts as `>`.
struct Padding {
    usize before = 0, after = 0;
};
Padding padding_for(const FormatSpec& spec, char default_align, usize characters);
Status append_fill(StrBuilder& out, const FormatSpec& spec, usize count);

// format(text, spec): width, precision and alignment.
Result<Str*> format_str(Interp&, Str* text, std::string_view spec);

}  // namespace krait
