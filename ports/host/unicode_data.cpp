// Tables that tools/make_unicode_names.py writes, and how they are read.
//
// Names are sequences of words. All words stand in kWords, the frequent ones first; the number of a
// word is one byte if it is below kFrequentWords, else two. kNames has the names in order: a byte
// with how many words are those of the name before (upper half) and how many follow, these words,
// and the code point in three bytes. It is read from its start; that takes a fraction of a
// millisecond, and only source text with \N{...} asks. Names that are a prefix and the number of
// the character (kNumbered) and those of Korean syllables are not in it.
//
// NFKC is made as the standard says: every character is decomposed, marks are put in order, and
// what can be composed is.
#include "unicode_data.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.hpp"

namespace krait::host {

namespace {

struct NumberedNames {
    u32 first, last;
    std::string_view prefix;
};
struct Decomposition {
    u32 code;
    u16 at;  // in kParts
    u8 size;
};
struct CombiningClass {
    u32 code;
    u8 value;
};
struct Composition {
    u32 first, second, whole;
};

#include "generated/unicode_names.inc"

constexpr u32 kHangulFirst = 0xAC00, kHangulLast = 0xD7A3;
constexpr u32 kLeadFirst = 0x1100, kVowelFirst = 0x1161, kTailBefore = 0x11A7;
constexpr u32 kVowelCount = std::size(kVowels), kTailCount = std::size(kTails);

// --- names ---------------------------------------------------------------------------------------

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    for (usize start = 0; start <= text.size();) {
        const usize end = std::min(text.find(' ', start), text.size());
        words.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

// The numbers of the words; none if one is in no name.
std::optional<std::vector<u32>> numbers_of(std::string_view name) {
    const std::vector<std::string_view> words = split(name);
    std::vector<u32> numbers(words.size(), ~0u);
    u32 number = 0;
    for (std::string_view known : split({kWords, std::size(kWords) - 1})) {
        for (usize i = 0; i < words.size(); ++i)
            if (words[i] == known) numbers[i] = number;
        ++number;
    }
    if (std::ranges::find(numbers, ~0u) != numbers.end()) return std::nullopt;
    return numbers;
}

i32 find_listed(std::string_view name) {
    const auto wanted = numbers_of(name);
    if (!wanted) return -1;
    std::vector<u32> current;
    const auto* at = reinterpret_cast<const u8*>(kNames);
    const u8* const end = at + std::size(kNames) - 1;
    while (at < end) {
        const u8 counts = *at++;
        current.resize(counts >> 4);
        for (int i = counts & 15; i > 0; --i) {
            u32 number = *at++;
            if (number >= kFrequentWords) number = (number - kFrequentWords) << 8 | *at++;
            current.push_back(number);
        }
        if (current == *wanted) return at[0] | at[1] << 8 | at[2] << 16;
        at += 3;
    }
    return -1;
}

i32 find_numbered(std::string_view name) {
    for (const NumberedNames& range : kNumbered) {
        if (!name.starts_with(range.prefix)) continue;
        u32 code = 0;
        const std::string_view digits = name.substr(range.prefix.size());
        if (digits.size() < 4 || digits.size() > 5) return -1;
        for (char c : digits) {
            const bool is_decimal = c >= '0' && c <= '9';
            if (!is_decimal && (c < 'A' || c > 'F')) return -1;
            code = code << 4 | static_cast<u32>(is_decimal ? c - '0' : c - 'A' + 10);
        }
        if (code >= range.first && code <= range.last) return static_cast<i32>(code);
    }
    return -1;
}

i32 find_hangul(std::string_view name) {
    constexpr std::string_view kPrefix = "HANGUL SYLLABLE ";
    if (!name.starts_with(kPrefix)) return -1;
    for (u32 code = kHangulFirst; code <= kHangulLast; ++code) {
        const u32 place = code - kHangulFirst;
        std::string_view rest = name.substr(kPrefix.size());
        for (std::string_view part : {kLeads[place / kTailCount / kVowelCount],
                                      kVowels[place / kTailCount % kVowelCount]}) {
            if (!rest.starts_with(part)) {
                rest = "?";
                break;
            }
            rest.remove_prefix(part.size());
        }
        if (rest == kTails[place % kTailCount]) return static_cast<i32>(code);
    }
    return -1;
}

i32 find_name(std::string_view given) {
    std::string name(given);
    for (char& c : name)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    i32 found = find_numbered(name);
    if (found < 0) found = find_hangul(name);
    return found < 0 ? find_listed(name) : found;
}

// --- normal forms --------------------------------------------------------------------------------

template <class Row, usize Size>
const Row* find_row(const Row (&rows)[Size], u32 code) {
    const Row* row = std::ranges::lower_bound(rows, code, {}, &Row::code);
    return row != std::end(rows) && row->code == code ? row : nullptr;
}

u8 class_of(u32 code) {
    const CombiningClass* row = find_row(kCombining, code);
    return row ? row->value : 0;
}

void decompose(u32 code, std::u32string& out) {
    if (code >= kHangulFirst && code <= kHangulLast) {
        const u32 place = code - kHangulFirst;
        out += static_cast<char32_t>(kLeadFirst + place / kTailCount / kVowelCount);
        out += static_cast<char32_t>(kVowelFirst + place / kTailCount % kVowelCount);
        if (place % kTailCount) out += static_cast<char32_t>(kTailBefore + place % kTailCount);
    } else if (const Decomposition* row = find_row(kDecompositions, code)) {
        out.append(kParts + row->at, row->size);
    } else {
        out += static_cast<char32_t>(code);
    }
}

// Each run of marks in the order of their classes.
void put_in_order(std::u32string& text) {
    for (usize start = 0; start < text.size(); ++start) {
        usize end = start;
        while (end < text.size() && class_of(text[end])) ++end;
        std::stable_sort(text.begin() + static_cast<isize>(start),
                         text.begin() + static_cast<isize>(end),
                         [](u32 a, u32 b) { return class_of(a) < class_of(b); });
        start = end;
    }
}

// What the two are together; 0: they stay apart.
u32 composed(u32 first, u32 second) {
    const u32 lead = first - kLeadFirst, vowel = second - kVowelFirst;
    if (lead < std::size(kLeads) && vowel < kVowelCount)
        return kHangulFirst + (lead * kVowelCount + vowel) * kTailCount;
    const bool is_open =
        first >= kHangulFirst && first <= kHangulLast && (first - kHangulFirst) % kTailCount == 0;
    if (is_open && second > kTailBefore && second < kTailBefore + kTailCount)
        return first + second - kTailBefore;
    const Composition* row = std::ranges::find_if(kCompositions, [&](const Composition& c) {
        return c.first == first && c.second == second;
    });
    return row == std::end(kCompositions) ? 0 : row->whole;
}

std::u32string compose(const std::u32string& text) {
    std::u32string out;
    usize starter = text.npos;  // in `out`
    u8 last_class = 0;          // of what follows it there
    for (char32_t c : text) {
        const u8 mark = class_of(c);
        const bool reaches =
            starter != text.npos && (starter + 1 == out.size() || last_class < mark);
        const u32 whole = reaches ? composed(out[starter], c) : 0;
        if (whole) {
            out[starter] = whole;
            continue;
        }
        if (!mark) starter = out.size();
        last_class = mark;
        out += c;
    }
    return out;
}

std::string_view normalize(std::string_view text, std::span<char> out) {
    std::u32string parts;
    for (const char* at = text.data(); at < text.data() + text.size();)
        decompose(utf8::take(at), parts);
    put_in_order(parts);
    char* end = out.data();
    for (char32_t c : compose(parts)) end += utf8::encode(c, end);
    const std::string_view normal(out.data(), static_cast<usize>(end - out.data()));
    return normal == text ? std::string_view() : normal;
}

}  // namespace

const UnicodeData kUnicodeData{.find_name = find_name, .normalize = normalize};

}  // namespace krait::host
