// Str: immutable UTF-8 text with its hash. A name is a Str that is interned: two equal names are
// the same object, so comparing them is comparing two words.
//
// Names used by C++ code are written where they are used, as "find"_sym. Each is a record in
// read-only memory that the linker collects into one table sorted by size and hash (symbols.ld);
// symbols.hpp finds a record by its text. A record is a Str like any other.
#pragma once

#include <algorithm>

#include "base/hash.hpp"
#include "base/types.hpp"
#include "core/object.hpp"

namespace krait {

struct Str : Object {
    static const BuiltinType kType;
    static constexpr u32 kInternedFlag = 1, kAsciiFlag = 2, kHashShift = 2;

    u32 size_;   // bytes of text, the closing NUL not counted
    u32 state_;  // hash (30 bits) and the two flags above

    constexpr Str(u32 size, u32 state) : Object(Str::kType.shape()), size_(size), state_(state) {}

    usize size() const { return size_; }
    u32 hash() const { return state_ >> kHashShift; }
    bool is_interned() const { return state_ & kInternedFlag; }
    bool is_ascii() const { return state_ & kAsciiFlag; }
    char* data() { return reinterpret_cast<char*>(this) + kTextOffset; }
    const char* data() const { return reinterpret_cast<const char*>(this) + kTextOffset; }
    std::string_view view() const { return {data(), size_}; }
    Bytes bytes() const { return {reinterpret_cast<const u8*>(data()), size_}; }

    // The text follows the two fields; said as a number because tail padding may be reused.
    static constexpr usize kTextOffset = sizeof(Word) + 8;
    // The state of a text: its hash and whether it is ASCII.
    static constexpr u32 state_of(std::string_view text) {
        bool ascii = std::ranges::all_of(text, [](char c) { return static_cast<u8>(c) < 128; });
        return hash_text(text) << kHashShift | (ascii ? kAsciiFlag : 0);
    }
};

// Text as a template argument.
template <usize N>
struct FixedString {
    char text[N]{};
    consteval FixedString(const char (&s)[N]) {  // NOLINT(google-explicit-constructor)
        std::copy_n(s, N, text);
    }
    consteval FixedString(const char* s, usize size) { std::copy_n(s, size, text); }
    constexpr usize size() const { return N - 1; }
    constexpr std::string_view view() const { return {text, N - 1}; }
};

// A name in read-only memory. `Words` (10 + record size in 8-byte units) and `Key` (100000 + the
// hash's upper 16 bits) come first and have a fixed number of digits, so that the mangled names,
// which the linker sorts, are in numeric order.
template <usize Words, u32 Key, FixedString Text>
struct SymbolRecord {
    struct Record : Str {
        char text[(Words - 10) * 8 - Str::kTextOffset]{};
        constexpr Record() : Str(Text.size(), Str::state_of(Text.view()) | Str::kInternedFlag) {
            std::copy_n(Text.text, Text.size(), text);
        }
    };
    static constinit const Record kSymbol;
};
template <usize Words, u32 Key, FixedString Text>
constinit const typename SymbolRecord<Words, Key, Text>::Record
    SymbolRecord<Words, Key, Text>::kSymbol{};

constexpr usize symbol_words(usize size) { return (Str::kTextOffset + size + 1 + 7) / 8; }
constexpr usize kMinSymbolWords = 2, kMaxSymbolWords = 17;  // symbols.ld has a line for each
// The part of the hash that records are sorted by.
constexpr u32 symbol_sort_hash(u32 hash) { return hash >> 14; }
constexpr u32 symbol_key(std::string_view text) {
    return 100000 + symbol_sort_hash(Str::state_of(text) >> Str::kHashShift);
}

template <FixedString Text>
requires(symbol_words(Text.size()) <= kMaxSymbolWords) constexpr const Str* symbol =
    &SymbolRecord<10 + symbol_words(Text.size()), symbol_key(Text.view()), Text>::kSymbol;

template <FixedString Text>
constexpr const Str* operator""_sym() {
    return symbol<Text>;
}

// A read-only Str as the type that functions take. Str has no public mutators, so this is safe.
inline Str* mutable_name(const Str* s) { return const_cast<Str*>(s); }

}  // namespace krait
