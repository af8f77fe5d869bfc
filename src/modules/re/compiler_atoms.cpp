// Characters, escapes and sets.
#include "base/utf8.hpp"
#include "core/str_builder.hpp"
#include "modules/re/compiler.hpp"

namespace krait::re {

Status Compiler::literal(u32 c, u32 flags) {
    const bool ascii = is_ascii(flags);
    const bool has_cases = c > 127 ? !ascii : lower_of(c, ascii) != upper_of(c, ascii);
    const bool fold = flags & kIgnoreCase && has_cases;
    return code_.append(fold ? instruction(Op::CharFold, lower_of(c, ascii))
                             : instruction(Op::Char, c));
}

// --- escapes -------------------------------------------------------------------------------------

static bool is_octal(char c) { return c >= '0' && c <= '7'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

Status Compiler::take_hex(u32 digits, u32 start, u32& out) {
    u32 value = 0, n = 0;
    for (; n < digits && !done() && hex_value(*at_) >= 0; ++n, ++at_)
        value = value << 4 | static_cast<u32>(hex_value(*at_));
    const bool too_large = value > utf8::kMaxCodePoint;
    if (n == digits && !too_large) {
        out = value;
        return kOk;
    }
    StrBuilder message(in_);
    KRAIT_TRY(message.append(too_large ? "bad escape " : "incomplete escape "));
    KRAIT_TRY(message.append(between(start, offset())));
    return error(message.view(), start);
}

// Behind a backslash and a digit: a group's number, or octal digits.
Status Compiler::take_number(bool in_set, u32 start, Escape& out) {
    const char* const first = at_;
    usize octal = 0;
    while (octal < 3 && first + octal < end_ && is_octal(first[octal])) ++octal;
    const bool is_char = in_set ? octal > 0 : *first == '0' || octal == 3;
    if (is_char) {
        out.value = 0;
        for (usize i = 0; i < octal; ++i)
            out.value = out.value * 8 + static_cast<u32>(*at_++ - '0');
        if (out.value <= 0377) return kOk;
        StrBuilder message(in_);
        KRAIT_TRY(message.append("octal escape value "));
        KRAIT_TRY(message.append(between(start, offset())));
        KRAIT_TRY(message.append(" outside of range 0-0o377"));
        return error(message.view(), start);
    }
    if (in_set) {
        ++at_;
        StrBuilder message(in_);
        KRAIT_TRY(message.append("bad escape "));
        KRAIT_TRY(message.append(between(start, offset())));
        return error(message.view(), start);
    }
    out.kind = Escape::Kind::Group;
    out.value = static_cast<u32>(*at_++ - '0');
    if (!done() && is_digit(*at_)) out.value = out.value * 10 + static_cast<u32>(*at_++ - '0');
    return kOk;
}

Status Compiler::take_escape(bool in_set, Escape& out) {
    const u32 start = offset();
    ++at_;
    if (done()) return error("bad escape (end of pattern)", start);
    if (is_digit(*at_)) return take_number(in_set, start, out);
    const u32 c = take_char();
    const auto give = [&](Escape::Kind kind, u32 value) {
        out = {kind, value};
        return kOk;
    };
    using Kind = Escape::Kind;
    switch (c) {
        case 'a': return give(Kind::Char, '\a');
        case 'f': return give(Kind::Char, '\f');
        case 'n': return give(Kind::Char, '\n');
        case 'r': return give(Kind::Char, '\r');
        case 't': return give(Kind::Char, '\t');
        case 'v': return give(Kind::Char, '\v');
        case 'd': return give(Kind::Class, kDigit);
        case 'D': return give(Kind::Class, kDigit | kClassNegated);
        case 's': return give(Kind::Class, kSpace);
        case 'S': return give(Kind::Class, kSpace | kClassNegated);
        case 'w': return give(Kind::Class, kWord);
        case 'W': return give(Kind::Class, kWord | kClassNegated);
        case 'x': return take_hex(2, start, out.value);
        default: break;
    }
    if (!is_bytes_ && (c == 'u' || c == 'U')) return take_hex(c == 'u' ? 4 : 8, start, out.value);
    if (c == 'b' && in_set) return give(Kind::Char, '\b');
    if (!in_set) {
        if (c == 'A') return give(Kind::Place, static_cast<u32>(Op::Start));
        if (c == 'Z') return give(Kind::Place, static_cast<u32>(Op::End));
        if (c == 'b') return give(Kind::Place, static_cast<u32>(Op::WordBoundary));
        if (c == 'B') return give(Kind::Place, static_cast<u32>(Op::NotWordBoundary));
    }
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!is_letter) return give(Kind::Char, c);
    StrBuilder message(in_);
    KRAIT_TRY(message.append("bad escape "));
    KRAIT_TRY(message.append(between(start, offset())));
    return error(message.view(), start);
}

Status Compiler::char_class(u32 char_class, u32 flags) {
    const u32 at = code_.size();
    KRAIT_TRY(code_.insert(at, 5));
    KRAIT_TRY(append_item({Escape::Kind::Class, char_class}, flags));
    return finish_set(at, false, flags & ~kIgnoreCase);
}

Status Compiler::escape_atom(u32 flags, Width& width) {
    const u32 start = offset();
    Escape escape;
    KRAIT_TRY(take_escape(false, escape));
    switch (escape.kind) {
        case Escape::Kind::Char: return literal(escape.value, flags);
        case Escape::Kind::Class: return char_class(escape.value, flags);
        case Escape::Kind::Group: {
            const u32 number = escape.value;
            const bool is_open = number <= group_count() && !group_at(number).is_closed;
            return reference(flags, number, start + !is_open, width);
        }
        default: break;
    }
    width = {};
    const Op op = static_cast<Op>(escape.value);
    const bool boundary = op == Op::WordBoundary || op == Op::NotWordBoundary;
    return code_.append(instruction(op, boundary && is_ascii(flags) ? 1 : 0));
}

// --- sets ----------------------------------------------------------------------------------------

Status Compiler::set_member(u32 start, Escape& out) {
    out = {};
    if (done()) return error("unterminated character set", start);
    if (*at_ == '\\') return take_escape(true, out);
    out.value = take_char();
    return kOk;
}

Status Compiler::append_item(const Escape& member, u32 flags) {
    if (member.kind != Escape::Kind::Class) {
        KRAIT_TRY(code_.append(member.value));
        return code_.append(member.value);
    }
    KRAIT_TRY(code_.append(kClassItem | member.value | (is_ascii(flags) ? kClassAscii : 0)));
    return code_.append(0);
}

Status Compiler::set(u32 flags) {
    const u32 start = offset(), at = code_.size();
    ++at_;
    const bool negated = take('^');
    KRAIT_TRY(code_.insert(at, 5));
    for (bool first = true; first || !next_is(']'); first = false) {
        const u32 member_at = offset();
        Escape low, high;
        KRAIT_TRY(set_member(start, low));
        const bool is_range = next_is('-') && at_ + 1 < end_ && at_[1] != ']';
        if (!is_range) {
            if (next_is('-') && at_ + 1 == end_) return error("unterminated character set", start);
            KRAIT_TRY(append_item(low, flags));
            continue;
        }
        ++at_;
        KRAIT_TRY(set_member(start, high));
        const bool chars = low.kind == Escape::Kind::Char && high.kind == Escape::Kind::Char;
        if (!chars || high.value < low.value) {
            StrBuilder message(in_);
            KRAIT_TRY(message.append("bad character range "));
            KRAIT_TRY(message.append(between(member_at, offset())));
            return error(message.view(), member_at);
        }
        KRAIT_TRY(code_.append(low.value));
        KRAIT_TRY(code_.append(high.value));
    }
    ++at_;
    return finish_set(at, negated, flags);
}

// Completes the set at `at`, whose items stand behind it.
Status Compiler::finish_set(u32 at, bool negated, u32 flags) {
    const u32 count = (code_.size() - at - 5) / 2;
    if (count > 0xFFFF) return raise_memory_error(in_);
    const bool fold = flags & kIgnoreCase;
    u32* words = code_.data() + at;
    const u32* items = words + 5;
    const auto has = [&](u32 c) {
        for (u32 i = 0; i < count; ++i) {
            const u32 low = items[2 * i], high = items[2 * i + 1];
            if (low & kClassItem ? in_class(low & ~kClassItem, c) : c >= low && c <= high)
                return true;
        }
        return false;
    };
    for (u32 c = 0; c < 128; ++c) {
        const bool in = has(c) || (fold && (has(lower_of(c, true)) || has(upper_of(c, true))));
        if (in != negated) words[1 + c / 32] |= u32{1} << (c % 32);
    }
    const u32 a =
        (negated ? kSetNegated : 0) | (fold ? kSetFold : 0) | (is_ascii(flags) ? kSetAscii : 0);
    words[0] = instruction(Op::Set, a | count << 8);
    return kOk;
}

}  // namespace krait::re
