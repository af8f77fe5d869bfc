// The marks under a line of source in a traceback: `~~~~^~~~` shows an expression and, in it, the
// operator or the brackets that failed.
//
// The position table has the range of the expression; which part of it to point at is found in the
// source text, by the kind of the instruction that failed.
#pragma once

#include "bytecode/code.hpp"
#include "core/str_builder.hpp"

namespace krait {

// The part of a range that is marked by `^`, in bytes of it; from == to: none in particular.
struct Anchor {
    usize from = 0, to = 0;
    explicit operator bool() const { return to > from; }
};

// `segment`: the text of the expression whose instruction at `offset` (any byte of it) failed.
Anchor find_anchor(std::string_view segment, const Code* code, u32 offset);

// Columns that the text takes on a terminal: East Asian wide characters take two.
usize display_width(std::string_view text);

// Writes the line of marks for an instruction whose source line is `line` (its indentation of
// `indent` bytes is not shown, `margin` is put before it); nothing where the marks say no more than
// the line does.
Status append_marks(StrBuilder& out, std::string_view line, usize indent, const Code* code,
                    u32 offset);

}  // namespace krait
