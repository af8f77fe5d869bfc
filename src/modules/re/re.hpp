// What the parts of the module re share: matches, and the texts that are searched.
#pragma once

#include "core/bind.hpp"
#include "modules/re/program.hpp"

namespace krait::re {

// The result of a match: where each group begins and ends, in bytes of the text.
struct Match : Object {
    static const BuiltinType kType;
    Pattern* pattern;
    Value text;      // what was searched
    u32 start, end;  // the part of it
    bool narrow;     // one byte a character
    u32 slots[];     // Pattern::slot_count()

    // The number of the last group that ended; 0: none.
    u32 last_group() const {
        const u32 last = slots[2 * (pattern->groups + 1)];
        return last == kNoPlace ? 0 : last;
    }
};

// A text that is being searched; it is held meanwhile.
class Text {
  public:
    // TypeError unless it is of the pattern's kind. `pos` and `endpos` count characters.
    Status open(Interp&, Pattern*, Value text, isize pos = 0,
                isize endpos = std::numeric_limits<isize>::max());

    Value value() const { return value_; }
    const Subject& subject() const { return subject_; }
    u32 start() const { return start_; }
    std::string_view view() const { return view_; }
    // A piece of it, of the same kind (bytes for bytes-like ones).
    Value piece(Interp&, u32 from, u32 to) const;

  private:
    Value value_;
    HeldBuffer held_;
    std::string_view view_;
    Subject subject_{};
    u32 start_ = 0;
};

// A piece of the text of a match.
Value piece_of(Interp&, Value text, u32 from, u32 to);

// Searches as run() does: the match, or None.
Value find_match(Interp&, Pattern*, const Text& text, u32 start, Mode mode, bool not_empty = false);

// All matches in a text, one after the other, as findall(), split() and sub() take them.
class Scan {
  public:
    Scan(Pattern* pattern, const Text& text)
        : pattern_(pattern), text_(text), place_(text.start()) {}
    // The next match, or None.
    Value next(Interp&);

  private:
    Pattern* pattern_;
    const Text& text_;
    u32 place_;
    bool not_empty_ = false;
};

// What a group matched; `missing` if it did not.
Value group_text(Interp&, const Match*, u32 group, Value missing);
// The number of the group that a name or an int names. IndexError.
Result<isize> group_of(Interp&, const Match*, Value name);
inline bool has_group(const Match* m, u32 group) {
    return m->slots[2 * group] != kNoPlace && m->slots[2 * group + 1] != kNoPlace;
}

// Pattern.subn(): the new text, and how many places were replaced.
Value substitute(Interp&, Pattern*, Value replacement, Value text, isize count, isize& replaced);
// match.expand(template).
Value expand(Interp&, const Match*, Value replacement);

}  // namespace krait::re
