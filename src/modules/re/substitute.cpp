// Replacement: templates such as r"\2-\g<name>", and sub().
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "core/str_builder.hpp"
#include "modules/re/re.hpp"
#include "objects/bytes.hpp"

namespace krait::re {

namespace {

// Reads a template and appends what it says of a match. Texts and bytes alike are made in a
// StrBuilder, as bytes.
class Template {
  public:
    Template(Interp& in, Pattern* pattern, Value source, std::string_view text)
        : in_(in), pattern_(pattern), source_(source), text_(text) {}

    // Requires: check() has succeeded, if `match` is null nothing is appended.
    Status append(StrBuilder& out, const Match* match);

  private:
    Status escape(StrBuilder& out, const Match* match);
    Status number(StrBuilder& out, const Match* match);
    Status named(StrBuilder& out, const Match* match);
    Status group(StrBuilder& out, const Match* match, u64 number, usize at);
    Status put(StrBuilder& out, const Match* match, u32 c);
    Raised error(std::string_view before, std::string_view what, usize at) const {
        StrBuilder message(in_);
        if (!message.append(before, what)) return {};
        return raise_error(in_, message.view(), source_, at);
    }
    bool done() const { return at_ == text_.size(); }
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static bool is_octal(char c) { return c >= '0' && c <= '7'; }

    Interp& in_;
    Pattern* pattern_;
    Value source_;
    std::string_view text_;
    usize at_ = 0;
};

Status Template::put(StrBuilder& out, const Match* match, u32 c) {
    if (!match) return kOk;
    return pattern_->is_bytes() ? out.append_char(static_cast<char>(c)) : out.append_code_point(c);
}

Status Template::append(StrBuilder& out, const Match* match) {
    at_ = 0;
    while (!done()) {
        const usize stop = std::min(text_.find('\\', at_), text_.size());
        if (match) KRAIT_TRY(out.append(text_.substr(at_, stop - at_)));
        at_ = stop;
        if (!done()) KRAIT_TRY(escape(out, match));
    }
    return kOk;
}

Status Template::group(StrBuilder& out, const Match* match, u64 number, usize at) {
    if (number > pattern_->groups) {
        StrBuilder digits(in_);
        KRAIT_TRY(digits.append_unsigned(number));
        return error("invalid group reference ", digits.view(), at);
    }
    const u32 group = static_cast<u32>(number);
    if (!match || !has_group(match, group)) return kOk;
    const u32 from = match->slots[2 * group], to = match->slots[2 * group + 1];
    if (const Str* str = as_if<Str>(match->text))
        return out.append(str->view().substr(from, to - from));
    const Value piece = KRAIT_TRY(piece_of(in_, match->text, from, to));
    return out.append(as_text(as<BytesObject>(piece)->bytes()));
}

// \g<name> or \g<number>
Status Template::named(StrBuilder& out, const Match* match) {
    if (done() || text_[at_] != '<') return error("missing <", "", at_);
    const usize name_at = ++at_;
    const usize stop = text_.find('>', at_);
    if (stop == name_at || done()) return error("missing group name", "", name_at);
    if (stop == text_.npos) return error("missing >, unterminated name", "", name_at);
    const std::string_view name = text_.substr(name_at, stop - name_at);
    at_ = stop + 1;
    if (std::ranges::all_of(name, is_digit)) {
        u64 number = 0;
        for (char c : name)
            number = std::min<u64>(number * 10 + static_cast<u64>(c - '0'), 1 << 30);
        return group(out, match, number, name_at);
    }
    Str* key = KRAIT_TRY(intern(in_, name));
    if (const Value number = dict_get(pattern_->group_index, key))
        return group(out, match, static_cast<u64>(number.as_int()), name_at);
    bool good = !is_digit(name[0]);
    for (const char* at = name.data(); at < name.data() + name.size() && good;) {
        const u32 c = pattern_->is_bytes() ? static_cast<u8>(*at++) : utf8::take(at);
        good = c == '_' || unicode::is_identifier_part(c);
    }
    if (good) return raise(in_, kIndexError, "unknown group name {}", Value(key));
    Str* shown = KRAIT_TRY(repr(in_, key));
    return error("bad character in group name ", shown->view(), name_at);
}

// \1 to \99, or octal digits.
Status Template::number(StrBuilder& out, const Match* match) {
    const usize start = at_ - 1;
    usize octal = 0;
    while (octal < 3 && at_ + octal < text_.size() && is_octal(text_[at_ + octal])) ++octal;
    if (text_[at_] != '0' && octal < 3) {
        u64 number = static_cast<u64>(text_[at_++] - '0');
        if (!done() && is_digit(text_[at_]))
            number = number * 10 + static_cast<u64>(text_[at_++] - '0');
        return group(out, match, number, start + 1);
    }
    u32 value = 0;
    for (usize i = 0; i < octal; ++i) value = value * 8 + static_cast<u32>(text_[at_++] - '0');
    if (value <= 0377) return put(out, match, value);
    StrBuilder message(in_);
    KRAIT_TRY(message.append(text_.substr(start, at_ - start)));
    KRAIT_TRY(message.append(" outside of range 0-0o377"));
    return error("octal escape value ", message.view(), start);
}

Status Template::escape(StrBuilder& out, const Match* match) {
    const usize start = at_++;
    if (done()) return error("bad escape (end of pattern)", "", start);
    if (is_digit(text_[at_])) return number(out, match);
    const char c = text_[at_++];
    constexpr std::string_view kLetters = "abfnrtv\\", kMeanings = "\a\b\f\n\r\t\v\\";
    if (c == 'g') return named(out, match);
    if (const usize at = kLetters.find(c); at != kLetters.npos)
        return put(out, match, static_cast<u8>(kMeanings[at]));
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_letter) return error("bad escape ", text_.substr(start, 2), start);
    return match ? out.append(text_.substr(start, 2)) : kOk;
}

// The bytes of a template: of a str, or bytes-like.
Status take_template(Interp& in, Value replacement, HeldBuffer& held, std::string_view& out) {
    if (const Str* text = as_if<Str>(replacement)) {
        out = text->view();
        return kOk;
    }
    if (!find_slot<&Slots::get_buffer>(type_of(replacement)))
        return raise(in, kTypeError, "decoding to str: need a bytes-like object, {} found",
                     TextArg::type_name(replacement));
    KRAIT_TRY(get_buffer(in, replacement, held));
    out = as_text(held.bytes());
    return kOk;
}

Status check_kind(Interp& in, Pattern* pattern, Value v, usize index) {
    const bool good =
        pattern->is_bytes() ? !is<Str>(v) && find_slot<&Slots::get_buffer>(type_of(v)) : is<Str>(v);
    if (good) return kOk;
    return raise(in, kTypeError, "sequence item {}: expected {}, {} found", index,
                 pattern->is_bytes() ? "a bytes-like object" : "str instance",
                 TextArg::type_name(v));
}

// What a callable gave: text to be put in place, or None for nothing.
Status append_result(Interp& in, StrBuilder& out, Pattern* pattern, Value v) {
    if (is_none(v)) return kOk;
    KRAIT_TRY(check_kind(in, pattern, v, 0));
    if (const Str* text = as_if<Str>(v)) return out.append(text);
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, v, held));
    return out.append(as_text(held.bytes()));
}

Value finished(Interp& in, StrBuilder& out, const Pattern* pattern) {
    if (!pattern->is_bytes()) return out.finish().take();
    return new_bytes(in, as_bytes(out.view()));
}

}  // namespace

Value expand(Interp& in, const Match* match, Value replacement) {
    HeldBuffer held;
    std::string_view text;
    KRAIT_TRY(take_template(in, replacement, held, text));
    StrBuilder out(in);
    Template form(in, match->pattern, replacement, text);
    KRAIT_TRY(form.append(out, match));
    return finished(in, out, match->pattern);
}

Value substitute(Interp& in, Pattern* pattern, Value replacement, Value subject, isize count,
                 isize& replaced) {
    const bool calls = is_callable(replacement);
    HeldBuffer held;
    std::string_view form_text;
    if (!calls) KRAIT_TRY(take_template(in, replacement, held, form_text));
    Template form(in, pattern, replacement, form_text);
    StrBuilder out(in);
    KRAIT_TRY(form.append(out, nullptr));  // its errors show without a match
    Text text;
    KRAIT_TRY(text.open(in, pattern, subject));
    Scan scan(pattern, text);
    u32 done = 0;
    replaced = 0;
    while (count <= 0 || replaced < count) {
        const Value found = KRAIT_TRY(scan.next(in));
        if (is_none(found)) break;
        const Match* match = as<Match>(found);
        if (!calls && replaced == 0)
            KRAIT_TRY(check_kind(in, pattern, replacement, match->slots[0] > 0));
        KRAIT_TRY(out.append(text.view().substr(done, match->slots[0] - done)));
        done = match->slots[1];
        if (calls)
            KRAIT_TRY(append_result(in, out, pattern, KRAIT_TRY(call(in, replacement, found))));
        else
            KRAIT_TRY(form.append(out, match));
        ++replaced;
    }
    if (replaced == 0) return text.piece(in, 0, static_cast<u32>(text.view().size()));
    KRAIT_TRY(out.append(text.view().substr(done)));
    return finished(in, out, pattern);
}

}  // namespace krait::re
