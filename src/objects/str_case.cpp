// The methods of str about letters: changing their case, and asking what all of them are.
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "objects/str_parts.hpp"

namespace krait {

using unicode::CaseMapping;

// --- changing case -------------------------------------------------------------------------------

// A capital sigma becomes a final one if a cased letter stands before it and none behind it.
static bool is_final_sigma(std::string_view text, const char* at) {
    const char* const start = text.data();
    const char* const end = start + text.size();
    const char* before = at;
    u32 c = 0;
    bool cased_before = false;
    while (before > start && !cased_before) {
        before = utf8::previous(before);
        c = utf8::decode(before);
        if (unicode::is_case_ignorable(c)) continue;
        if (!unicode::is_cased(c)) return false;
        cased_before = true;
    }
    if (!cased_before) return false;
    for (const char* after = utf8::next(at); after < end;) {
        c = utf8::take(after);
        if (!unicode::is_case_ignorable(c)) return !unicode::is_cased(c);
    }
    return true;
}

// The lower case of the character at `at`.
static CaseMapping lower_at(std::string_view text, const char* at) {
    constexpr u32 kCapitalSigma = 0x3A3, kFinalSigma = 0x3C2;
    const u32 c = utf8::decode(at);
    if (c == kCapitalSigma && is_final_sigma(text, at)) return {{kFinalSigma}, 1};
    return unicode::to_lower(c);
}

// Each character replaced by what `map` gives for where it stands. With ASCII text, which stays
// ASCII, `map_ascii` does it byte by byte.
template <class Map, class MapAscii>
static Result<Str*> mapped(Interp& in, Str* self, Map map, MapAscii map_ascii) {
    const std::string_view text = self->view();
    if (self->is_ascii()) {
        if (text.size() <= 1 && text.empty()) return empty_str();
        Str* out = KRAIT_TRY(allocate_str(in, text.size()));
        for (usize i = 0; i < text.size(); ++i) out->data()[i] = map_ascii(text[i]);
        finish_str(out);
        return out;
    }
    StrBuilder out(in);
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at < end; at = utf8::next(at)) {
        const CaseMapping mapping = map(at);
        for (u32 i = 0; i < mapping.count; ++i)
            KRAIT_TRY(out.append_code_point(mapping.code_points[i]));
    }
    return out.finish();
}

static bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
static bool is_ascii_letter(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
static char ascii_lower(char c) { return static_cast<char>(is_ascii_upper(c) ? c + 32 : c); }
static char ascii_upper(char c) { return static_cast<char>(is_ascii_lower(c) ? c - 32 : c); }

Result<Str*> str_lower(Interp& in, Str* self) {
    return mapped(
        in, self, [&](const char* at) { return lower_at(self->view(), at); }, ascii_lower);
}

Result<Str*> str_upper(Interp& in, Str* self) {
    return mapped(
        in, self, [](const char* at) { return unicode::to_upper(utf8::decode(at)); }, ascii_upper);
}

Result<Str*> str_casefold(Interp& in, Str* self) {
    return mapped(
        in, self, [](const char* at) { return unicode::to_casefold(utf8::decode(at)); },
        ascii_lower);
}

Result<Str*> str_swapcase(Interp& in, Str* self) {
    const auto swap = [&](const char* at) -> CaseMapping {
        const u32 c = utf8::decode(at);
        if (unicode::is_upper(c)) return lower_at(self->view(), at);
        if (unicode::is_lower(c)) return unicode::to_upper(c);
        return {{c}, 1};
    };
    return mapped(in, self, swap,
                  [](char c) { return is_ascii_upper(c) ? ascii_lower(c) : ascii_upper(c); });
}

Result<Str*> str_capitalize(Interp& in, Str* self) {
    const char* const first = self->data();
    const auto map = [&](const char* at) {
        return at == first ? unicode::to_title(utf8::decode(at)) : lower_at(self->view(), at);
    };
    bool is_first = true;
    return mapped(in, self, map, [&](char c) {
        return std::exchange(is_first, false) ? ascii_upper(c) : ascii_lower(c);
    });
}

Result<Str*> str_title(Interp& in, Str* self) {
    bool within = false;  // a word
    const auto map = [&](const char* at) {
        const u32 c = utf8::decode(at);
        const bool was_within = std::exchange(within, unicode::is_cased(c));
        return was_within ? lower_at(self->view(), at) : unicode::to_title(c);
    };
    return mapped(in, self, map, [&](char c) {
        return std::exchange(within, is_ascii_letter(c)) ? ascii_lower(c) : ascii_upper(c);
    });
}

// --- asking --------------------------------------------------------------------------------------

template <class Test>
static bool all_characters(const Str* s, Test test) {
    const char* const end = s->data() + s->size();
    for (const char* at = s->data(); at < end;)
        if (!test(utf8::take(at))) return false;
    return true;
}

template <class Test>
static bool some_and_all(const Str* s, Test test) {
    return s->size() && all_characters(s, test);
}

bool str_isalnum(Str* self) { return some_and_all(self, unicode::is_alnum); }
bool str_isalpha(Str* self) { return some_and_all(self, unicode::is_alpha); }
bool str_isascii(Str* self) { return self->is_ascii(); }
bool str_isdecimal(Str* self) { return some_and_all(self, unicode::is_decimal); }
bool str_isdigit(Str* self) { return some_and_all(self, unicode::is_digit); }
bool str_isnumeric(Str* self) { return some_and_all(self, unicode::is_numeric); }
bool str_isspace(Str* self) { return some_and_all(self, unicode::is_space); }
bool str_isprintable(Str* self) { return all_characters(self, unicode::is_printable); }

bool str_isidentifier(Str* self) {
    const char* const first = self->data();
    if (!self->size()) return false;
    const u32 start = utf8::decode(first);
    if (start != '_' && !unicode::is_identifier_start(start)) return false;
    return all_characters(self, [](u32 c) { return c == '_' || unicode::is_identifier_part(c); });
}

bool str_islower(Str* self) {
    bool found = false;
    return all_characters(self,
                          [&](u32 c) {
                              found |= unicode::is_lower(c);
                              return !unicode::is_upper(c) && !unicode::is_title(c);
                          }) &&
           found;
}

bool str_isupper(Str* self) {
    bool found = false;
    return all_characters(self,
                          [&](u32 c) {
                              found |= unicode::is_upper(c);
                              return !unicode::is_lower(c) && !unicode::is_title(c);
                          }) &&
           found;
}

bool str_istitle(Str* self) {
    bool within = false, found = false;
    return all_characters(self,
                          [&](u32 c) {
                              const bool capital = unicode::is_upper(c) || unicode::is_title(c);
                              const bool small = unicode::is_lower(c);
                              if (capital ? within : small && !within) return false;
                              within = capital || small;
                              found |= within;
                              return true;
                          }) &&
           found;
}

}  // namespace krait
