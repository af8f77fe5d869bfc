// Two kinds of tables, some nine kilobytes together.
//
// Flags. Code points with the same flags form a class, of which there are 32. The classes are
// stored as one stream of runs over all of Unicode. A run is a byte, class << 3 | code: codes 0 to
// 4 are lengths of 1 to 5, with 5 and 6 the length is in the next byte or two, and with 7 the run
// alternates between two classes (as large and small letters do): a byte with the other class and
// one with the length follow. kBlocks has the place in the stream for every 512th code point, as
// far as there is variety; runs are cut there, so that a search begins at its block. Runs of
// decimal digits begin with a zero.
//
// Case. kCasePairs has the small letters whose capital leads back to them, as ranges with a common
// distance, and so serves both directions; kCasePairsByUpper is its order by capitals. What is not
// such a pair is in ranges of its own. Mappings to several characters are listed one by one. Title
// case and case folding follow from upper case (the first character of it, or all of it, made small
// again) except for what is listed.

#include "base/unicode.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace krait::unicode {
namespace {

// Bits of kClassFlags.
enum Flag : u32 {
    kAlpha = 1 << 0,
    kDecimal = 1 << 1,
    kDigit = 1 << 2,
    kNumeric = 1 << 3,
    kSpace = 1 << 4,
    kUpper = 1 << 5,
    kLower = 1 << 6,
    kTitle = 1 << 7,
    kPrintable = 1 << 8,
    kIdentifierStart = 1 << 9,
    kIdentifierPart = 1 << 10,
    kCaseIgnorable = 1 << 11,
};

// `count` code points, `stride` (1 or 2) apart, that each map to one `delta` away.
struct CaseRange {
    u32 packed;  // start in 21 bits, stride - 1 in one, count in ten
    i32 delta;

    constexpr u32 start() const { return packed & 0x1FFFFF; }
    constexpr u32 stride() const { return 1 + (packed >> 21 & 1); }
    constexpr u32 count() const { return packed >> 22; }
};

struct SpecialCase {
    u16 code_point;
    u16 mapped[3];  // 0 where there are fewer
};

#include "base/unicode_tables.inc"

constexpr u32 kLimit = 0x110000;

struct Run {
    u32 start;
    u32 flags;
};

// Requires: code_point < kLimit.
Run find_run(u32 code_point) {
    constexpr u32 kLastBlock = std::size(kBlocks) - 1;
    const u32 block = code_point / kBlockSize < kLastBlock ? code_point / kBlockSize : kLastBlock;
    const u8* at = kRuns + kBlocks[block];
    u32 start = block * kBlockSize;
    for (;;) {
        const u32 first = *at >> 3;
        u32 other = first;
        u32 length = (*at++ & 7) + 1u;
        if (length == 8) other = *at++;
        if (length == 7) {
            length = at[0] | u32{at[1]} << 8;
            at += 2;
        } else if (length > 5) {
            length = *at++;
        }
        const u32 offset = code_point - start;
        if (offset < length) return {start, kClassFlags[offset & 1 ? other : first]};
        start += length;
    }
}

u32 flags_of(u32 code_point) {
    if (code_point < std::size(kAsciiClasses)) return kClassFlags[kAsciiClasses[code_point]];
    return code_point < kLimit ? find_run(code_point).flags : 0;
}

bool has(u32 code_point, Flag flag) { return (flags_of(code_point) & flag) != 0; }

// --- case ----------------------------------------------------------------------------------------

// The range that has the code point, of those at(0) ... at(count - 1), which are ordered by start;
// first(range) is where it starts on the side that is looked up.
template <typename At, typename First>
const CaseRange* find_range(u32 code_point, usize count, At at, First first) {
    usize low = 0;
    usize high = count;
    while (low < high) {
        const usize middle = (low + high) / 2;
        if (first(at(middle)) <= code_point)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0) return nullptr;
    const CaseRange& range = at(low - 1);
    const u32 offset = code_point - first(range);
    const bool is_inside = offset % range.stride() == 0 && offset / range.stride() < range.count();
    return is_inside ? &range : nullptr;
}

const CaseRange* find_range(u32 code_point, std::span<const CaseRange> ranges) {
    return find_range(
        code_point, ranges.size(), [&](usize i) -> const CaseRange& { return ranges[i]; },
        [](const CaseRange& range) { return range.start(); });
}

const CaseRange* find_capital(u32 code_point) {
    return find_range(
        code_point, std::size(kCasePairs),
        [](usize i) -> const CaseRange& { return kCasePairs[kCasePairsByUpper[i]]; },
        [](const CaseRange& range) { return range.start() + static_cast<u32>(range.delta); });
}

u32 moved(u32 code_point, i32 delta) { return code_point + static_cast<u32>(delta); }

CaseMapping one(u32 code_point) { return {{code_point}, 1}; }

const SpecialCase* find_special(u32 code_point, std::span<const SpecialCase> cases) {
    const auto at = std::lower_bound(
        cases.begin(), cases.end(), code_point,
        [](const SpecialCase& special, u32 wanted) { return special.code_point < wanted; });
    return at != cases.end() && at->code_point == code_point ? &*at : nullptr;
}

CaseMapping mapping_of(const SpecialCase& special) {
    CaseMapping mapping{{}, 0};
    for (u32 code_point : special.mapped)
        if (code_point != 0) mapping.code_points[mapping.count++] = code_point;
    return mapping;
}

u32 to_upper_ascii(u32 code_point) { return code_point - 'a' < 26 ? code_point - 32 : code_point; }

u32 to_lower_one(u32 code_point) {
    if (code_point < 0x80) return code_point - 'A' < 26 ? code_point + 32 : code_point;
    if (const CaseRange* range = find_capital(code_point)) return moved(code_point, -range->delta);
    if (const CaseRange* range = find_range(code_point, kLowerOnly))
        return moved(code_point, range->delta);
    return code_point;
}

}  // namespace

bool is_alpha(u32 code_point) { return has(code_point, kAlpha); }
bool is_decimal(u32 code_point) { return has(code_point, kDecimal); }
bool is_digit(u32 code_point) { return has(code_point, kDigit); }
bool is_numeric(u32 code_point) { return has(code_point, kNumeric); }
bool is_space(u32 code_point) { return has(code_point, kSpace); }
bool is_upper(u32 code_point) { return has(code_point, kUpper); }
bool is_lower(u32 code_point) { return has(code_point, kLower); }
bool is_title(u32 code_point) { return has(code_point, kTitle); }
bool is_printable(u32 code_point) { return has(code_point, kPrintable); }
bool is_identifier_start(u32 code_point) { return has(code_point, kIdentifierStart); }
bool is_identifier_part(u32 code_point) { return has(code_point, kIdentifierPart); }
bool is_case_ignorable(u32 code_point) { return has(code_point, kCaseIgnorable); }

int decimal_value(u32 code_point) {
    if (code_point < 0x80) return code_point - '0' < 10 ? static_cast<int>(code_point - '0') : -1;
    if (code_point >= kLimit) return -1;
    const Run run = find_run(code_point);
    return run.flags & kDecimal ? static_cast<int>((code_point - run.start) % 10) : -1;
}

CaseMapping to_upper(u32 code_point) {
    if (code_point < 0x80) return one(to_upper_ascii(code_point));
    if (const CaseRange* range = find_range(code_point, kCasePairs))
        return one(moved(code_point, range->delta));
    if (const SpecialCase* special = find_special(code_point, kUpperSpecial))
        return mapping_of(*special);
    if (const CaseRange* range = find_range(code_point, kUpperOnly))
        return one(moved(code_point, range->delta));
    return one(code_point);
}

CaseMapping to_lower(u32 code_point) {
    if (const SpecialCase* special = find_special(code_point, kLowerSpecial))
        return mapping_of(*special);
    return one(to_lower_one(code_point));
}

CaseMapping to_title(u32 code_point) {
    if (code_point < 0x80) return one(to_upper_ascii(code_point));
    if (const SpecialCase* special = find_special(code_point, kTitleSpecial))
        return mapping_of(*special);
    if (const CaseRange* range = find_range(code_point, kTitleOnly))
        return one(moved(code_point, range->delta));
    CaseMapping mapping = to_upper(code_point);
    for (u32 i = 1; i < mapping.count; ++i)
        mapping.code_points[i] = to_lower_one(mapping.code_points[i]);
    return mapping;
}

CaseMapping to_casefold(u32 code_point) {
    if (const SpecialCase* special = find_special(code_point, kFoldSpecial))
        return mapping_of(*special);
    if (const CaseRange* range = find_range(code_point, kFoldOnly))
        return one(moved(code_point, range->delta));
    CaseMapping mapping = to_upper(code_point);
    for (u32 i = 0; i < mapping.count; ++i)
        mapping.code_points[i] = to_lower_one(mapping.code_points[i]);
    return mapping;
}

}  // namespace krait::unicode
