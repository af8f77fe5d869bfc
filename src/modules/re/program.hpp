// Regular expressions as programs: what the compiler makes of a pattern and the matcher runs.
//
// A program is an array of words. The lowest eight bits of an instruction's first word are its Op,
// the others its operand `a`; further words follow as said below. Places of other instructions are
// given as distances from the instruction that names them, so a piece of a program can be moved
// when something is put before it.
#pragma once

#include "core/collections.hpp"
#include "core/interp.hpp"

namespace krait::re {

enum class Op : u8 {
    Match,
    // One character.
    Char,      // a: the code point
    CharFold,  // a: the code point in lower case
    Any,       // but a newline
    AnyAll,
    Set,  // a: kSet bits, items << 8; four words of bits for ASCII; items of two words each
    // Between characters.
    Start,
    End,
    LineStart,
    LineEnd,
    LastLineEnd,      // at the end or before the newline there
    WordBoundary,     // a: 1 if by ASCII alone
    NotWordBoundary,  // the same
    // Control.
    Save,         // a: the slot that takes the place
    Split,        // goes on; if that fails, at [1]
    SplitLazy,    // goes on at [1]; if that fails, behind itself
    Jump,         // to [1]
    Backref,      // a: group
    BackrefFold,  // a: group << 1, 1 if by ASCII alone
    IfGroup,      // a: group; to [1] if it has not matched
    RepeatOne,    // a: kRepeat bits; [1] least, [2] most; repeats the one character op behind it
    RepeatStart,  // a: counter
    RepeatLoop,   // a: counter << 8 | kRepeat bits; [1] least, [2] most, [3] exit
    RepeatEnter,  // a: counter; stands behind each RepeatLoop
    Look,         // a: kLook bits; [1] characters to go back, [2] where to go on; the body follows
    LookEnd,
};

// Bits of a Set, a repeat, a Look.
constexpr u32 kSetNegated = 1, kSetFold = 2, kSetAscii = 4;
constexpr u32 kRepeatLazy = 1, kRepeatPossessive = 2;
constexpr u32 kLookNegated = 1, kLookBehind = 2, kLookAtomic = 4;

constexpr u32 kUnlimited = 0xFFFF'FFFF;

// A set's item: a range of code points, or kClassItem | the class (its kind and bits), and nothing.
constexpr u32 kClassItem = 0x8000'0000;
constexpr u32 kDigit = 0, kSpace = 1, kWord = 2, kClassKind = 3, kClassNegated = 4, kClassAscii = 8;
bool in_class(u32 char_class, u32 c);

constexpr u32 instruction(Op op, u32 a = 0) { return static_cast<u32>(op) | a << 8; }
constexpr Op op_of(u32 word) { return static_cast<Op>(word & 0xFF); }
constexpr u32 operand_of(u32 word) { return word >> 8; }
// Words of an instruction that matches one character.
constexpr usize size_of_one(const u32* at) {
    return op_of(*at) == Op::Set ? 5 + 2 * (operand_of(*at) >> 8) : 1;
}

u32 lower_of(u32 c, bool ascii);
u32 upper_of(u32 c, bool ascii);

// What re.compile() takes.
constexpr u32 kIgnoreCase = 2, kLocale = 4, kMultiLine = 8, kDotAll = 16, kUnicode = 32,
              kVerbose = 64, kDebug = 128, kAscii = 256;

// A compiled pattern.
struct Pattern : Object {
    static const BuiltinType kType;
    Value source;  // str or bytes
    u32 flags;
    u32 groups;    // the whole match not counted
    u32 counters;  // of repeats
    ByteArray* code;
    Dict* group_index;

    bool is_bytes() const { return !is<Str>(source); }
    const u32* words() const { return reinterpret_cast<const u32*>(code->data); }
    // Places that a match fills: start and end of each group, and the last group.
    usize slot_count() const { return 2 * (groups + usize{1}) + 1; }
};

extern const BuiltinType kReError;

// Compiles; `source` is a str or a bytes-like object. re.error.
Result<Pattern*> compile(Interp&, Value source, u32 flags);
// Raises re.error(message, pattern, position), the position being a byte's.
Raised raise_error(Interp&, std::string_view message, Value pattern, usize position);

// --- matching ------------------------------------------------------------------------------------

constexpr u32 kNoPlace = 0xFFFF'FFFF;

enum class Mode : u8 { Match, FullMatch, Search };

// The text that is searched, up to `end`.
struct Subject {
    const char* data;
    u32 end;
    bool narrow;  // one byte a character
};

// Looks for a match that starts at `start` (or, searching, behind it) and fills the pattern's
// slots. `not_empty`: an empty match at `start` does not count. The subject must stay in place.
Result<bool> run(Interp&, Pattern*, const Subject& subject, u32 start, Mode mode, bool not_empty,
                 u32* slots);

}  // namespace krait::re
