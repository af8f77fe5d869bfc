// What Unicode says about a code point, as Python's str methods and identifiers ask it.
//
// The tables are read-only, in a compact form that unicode.cpp explains, and come from the script
// tools/make_unicode_tables.py. ASCII has a short cut. Any u32 may be asked; what lies beyond
// U+10FFFF has no property and maps to itself.
#pragma once

#include "base/types.hpp"

namespace krait::unicode {

bool is_alpha(u32 code_point);
bool is_decimal(u32 code_point);
bool is_digit(u32 code_point);
bool is_numeric(u32 code_point);
bool is_space(u32 code_point);
bool is_upper(u32 code_point);
bool is_lower(u32 code_point);
bool is_title(u32 code_point);  // one character with a capital first letter, such as U+01C5
bool is_printable(u32 code_point);

inline bool is_cased(u32 code_point) {
    return is_upper(code_point) || is_lower(code_point) || is_title(code_point);
}
inline bool is_alnum(u32 code_point) { return is_alpha(code_point) || is_numeric(code_point); }

// Whether an identifier may start or go on with it ('_' may do both).
bool is_identifier_start(u32 code_point);
bool is_identifier_part(u32 code_point);

// The value of a decimal digit of any script (int("٣") is 3), or -1.
int decimal_value(u32 code_point);

// A case mapping may give up to three characters: "ß".upper() is "SS".
struct CaseMapping {
    u32 code_points[3];
    u32 count;
};

CaseMapping to_upper(u32 code_point);
CaseMapping to_lower(u32 code_point);
CaseMapping to_title(u32 code_point);
CaseMapping to_casefold(u32 code_point);

// Whether it is passed over when the form of a final sigma is decided: U+03A3 becomes U+03C2 where
// a cased character stands before it and none after it, disregarding these.
bool is_case_ignorable(u32 code_point);

}  // namespace krait::unicode
