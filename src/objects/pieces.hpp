// Searching text and bytes and cutting them into pieces, the same for str (UTF-8) and for bytes.
//
// A search for a string is one for its bytes in both. What asks for the kind of a character goes by
// units: a unit is a code point of text (TextUnits), or a byte (ByteUnits). Pieces are given, in
// order, to a callable that takes a std::string_view of the text and returns a Status.
#pragma once

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "core/interp.hpp"

namespace krait::pieces {

struct ByteUnits {
    static u32 take(const char*& at) { return static_cast<u8>(*at++); }
    static u32 take_back(const char*& at) { return static_cast<u8>(*--at); }
    static bool is_space(u32 c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
    static bool ends_line(u32 c) { return c == '\n' || c == '\r'; }
};

struct TextUnits {
    static u32 take(const char*& at) { return utf8::take(at); }
    static u32 take_back(const char*& at) { return utf8::decode(at = utf8::previous(at)); }
    static bool is_space(u32 c) { return unicode::is_space(c); }
    static bool ends_line(u32 c) {
        return (c >= '\n' && c <= '\r') || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
               c == 0x2029;
    }
};

inline std::string_view between(const char* start, const char* stop) {
    return {start, static_cast<usize>(stop - start)};
}

// The range [start, stop) of a slice, fitted to `size`; false: start lies behind the end.
inline bool fit_range(isize& start, isize& stop, usize size) {
    const isize length = static_cast<isize>(size);
    if (start < 0) start = std::max<isize>(start + length, 0);
    if (stop < 0) stop = std::max<isize>(stop + length, 0);
    stop = std::min(stop, length);
    return start <= stop;
}

// How often `sub`, which is not empty, occurs without overlaps, up to `most` times.
inline usize count(std::string_view text, std::string_view sub,
                   usize most = std::numeric_limits<usize>::max()) {
    usize n = 0;
    for (usize at = 0; n < most && (at = text.find(sub, at)) != text.npos; at += sub.size()) ++n;
    return n;
}

// --- splitting -----------------------------------------------------------------------------------

// A negative maxsplit is no limit.
inline usize split_limit(isize maxsplit) {
    return maxsplit < 0 ? std::numeric_limits<usize>::max() : static_cast<usize>(maxsplit);
}

template <class Piece>
Status split(std::string_view text, std::string_view separator, isize maxsplit, Piece piece) {
    usize at = 0;
    for (usize left = split_limit(maxsplit); left > 0; --left) {
        const usize found = text.find(separator, at);
        if (found == text.npos) break;
        KRAIT_TRY(piece(text.substr(at, found - at)));
        at = found + separator.size();
    }
    return piece(text.substr(at));
}

// From the end; the pieces come last first.
template <class Piece>
Status split_back(std::string_view text, std::string_view separator, isize maxsplit, Piece piece) {
    for (usize left = split_limit(maxsplit); left > 0; --left) {
        const usize found = text.rfind(separator);
        if (found == text.npos) break;
        KRAIT_TRY(piece(text.substr(found + separator.size())));
        text = text.substr(0, found);
    }
    return piece(text);
}

template <class Units>
const char* skip_spaces(const char* at, const char* end) {
    for (const char* next = at; at < end; at = next)
        if (!Units::is_space(Units::take(next))) break;
    return at;
}
template <class Units>
const char* skip_spaces_back(const char* start, const char* at) {
    for (const char* before = at; at > start; at = before)
        if (!Units::is_space(Units::take_back(before))) break;
    return at;
}

template <class Units, class Piece>
Status split_words(std::string_view text, isize maxsplit, Piece piece) {
    const char* const end = text.data() + text.size();
    const char* at = skip_spaces<Units>(text.data(), end);
    for (usize left = split_limit(maxsplit); at < end; --left) {
        if (left == 0) return piece(between(at, end));
        const char* stop = at;
        for (const char* next = stop; stop < end; stop = next)
            if (Units::is_space(Units::take(next))) break;
        KRAIT_TRY(piece(between(at, stop)));
        at = skip_spaces<Units>(stop, end);
    }
    return kOk;
}

template <class Units, class Piece>
Status split_words_back(std::string_view text, isize maxsplit, Piece piece) {
    const char* const start = text.data();
    const char* at = skip_spaces_back<Units>(start, start + text.size());
    for (usize left = split_limit(maxsplit); at > start; --left) {
        if (left == 0) return piece(between(start, at));
        const char* stop = at;
        for (const char* before = stop; stop > start; stop = before)
            if (Units::is_space(Units::take_back(before))) break;
        KRAIT_TRY(piece(between(stop, at)));
        at = skip_spaces_back<Units>(start, stop);
    }
    return kOk;
}

template <class Units, class Piece>
Status split_lines(std::string_view text, bool keepends, Piece piece) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        const char *stop = at, *next = at;
        u32 c = 0;
        for (; stop < end; stop = next)
            if (Units::ends_line(c = Units::take(next))) break;
        if (c == '\r' && next < end && *next == '\n') ++next;
        KRAIT_TRY(piece(between(at, keepends ? next : stop)));
        at = next;
    }
    return kOk;
}

// --- replacing and tabs --------------------------------------------------------------------------

// Appends `text` to `out` with up to `most` places of `from`, which is not empty, replaced.
template <class Builder>
Status replace(Builder& out, std::string_view text, std::string_view from, std::string_view to,
               usize most) {
    usize at = 0;
    for (; most > 0; --most) {
        const usize found = text.find(from, at);
        if (found == text.npos) break;
        KRAIT_TRY(out.append(text.substr(at, found - at)));
        KRAIT_TRY(out.append(to));
        at = found + from.size();
    }
    return out.append(text.substr(at));
}

// The same with an empty `from`: `to` before each unit and at the end.
template <class Units, class Builder>
Status insert_between(Builder& out, std::string_view text, std::string_view to, usize most) {
    const char* at = text.data();
    const char* const end = at + text.size();
    for (; most > 0; --most) {
        KRAIT_TRY(out.append(to));
        if (at == end) return kOk;
        const char* const start = at;
        Units::take(at);
        KRAIT_TRY(out.append(between(start, at)));
    }
    return out.append(between(at, end));
}

template <class Units, class Builder>
Status expand_tabs(Builder& out, std::string_view text, usize tabsize) {
    const char* at = text.data();
    const char* const end = at + text.size();
    usize column = 0;
    while (at < end) {
        const char* const start = at;
        const u32 c = Units::take(at);
        if (c == '\t') {
            const usize spaces = tabsize ? tabsize - column % tabsize : 0;
            for (usize i = 0; i < spaces; ++i) KRAIT_TRY(out.append(std::string_view(" ")));
            column += spaces;
        } else {
            KRAIT_TRY(out.append(between(start, at)));
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return kOk;
}

}  // namespace krait::pieces
