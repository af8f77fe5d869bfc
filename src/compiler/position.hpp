// A place in the source, one word: line in the upper 20 bits, column in the lower 12.
//
// Lines count from 1; columns are bytes of UTF-8 from 0. Both saturate: in a line of more than 4095
// bytes or a file of more than a million lines the place becomes inexact and nothing else.
#pragma once

#include "base/types.hpp"

namespace krait {

class Position {
  public:
    static constexpr u32 kMaxLine = (1u << 20) - 1;
    static constexpr u32 kMaxColumn = (1u << 12) - 1;

    constexpr Position() = default;
    constexpr Position(u32 line, u32 column)
        : bits_((line < kMaxLine ? line : kMaxLine) << 12 |
                (column < kMaxColumn ? column : kMaxColumn)) {}

    constexpr u32 line() const { return bits_ >> 12; }
    constexpr u32 column() const { return bits_ & kMaxColumn; }

    friend constexpr bool operator==(Position, Position) = default;
    friend constexpr auto operator<=>(Position, Position) = default;

  private:
    u32 bits_ = 0;
};

struct Span {
    Position start;
    Position end;
};

}  // namespace krait
