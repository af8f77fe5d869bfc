// Groups, alternatives and repeats; characters and sets are in compiler_atoms.cpp.
#include "modules/re/compiler.hpp"

#include <cstring>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "core/str_builder.hpp"

namespace krait::re {

Status WordBuffer::insert(u32 place, u32 count, const u32* words) {
    constexpr u32 kMost = 1 << 24;
    if (size_ + count > kMost) return raise_memory_error(in_);
    const usize needed = (size_ + count) * sizeof(u32);
    if (!cell_ || cell_->capacity < needed) {
        ByteArray* larger = KRAIT_TRY(new_byte_array(in_, needed * 2 + 64));
        if (cell_) {
            std::memcpy(larger->data, cell_->data, size_ * sizeof(u32));
            in_.heap().release(cell_);
        }
        cell_ = larger;
    }
    u32* at = data() + place;
    std::memmove(at + count, at, (size_ - place) * sizeof(u32));
    if (words)
        std::copy_n(words, count, at);
    else
        std::fill_n(at, count, 0);
    size_ += count;
    return kOk;
}

static u32 sum(u32 a, u32 b) { return a > kUnlimited - b ? kUnlimited : a + b; }
static u32 product(u32 a, u32 b) {
    const u64 wide = u64{a} * b;
    return wide > kUnlimited ? kUnlimited : static_cast<u32>(wide);
}

Compiler::Compiler(Interp& in, Value source, std::string_view text, u32 flags)
    : in_(in),
      source_(source),
      text_(text),
      at_(text.data()),
      end_(at_ + text.size()),
      is_bytes_(!is<Str>(source)),
      flags_(flags),
      code_(in),
      groups_(in) {}

u32 Compiler::take_char() { return is_bytes_ ? static_cast<u8>(*at_++) : utf8::take(at_); }

// --- the whole -----------------------------------------------------------------------------------

Result<Pattern*> Compiler::compile() {
    names_ = KRAIT_TRY(new_dict(in_));
    KRAIT_TRY(global_flags());
    Width width;
    KRAIT_TRY(alternatives(flags_, width));
    if (!done()) return error("unbalanced parenthesis", offset());
    if (highest_condition_ > group_count()) {
        StrBuilder message(in_);
        KRAIT_TRY(message.append("invalid group reference "));
        KRAIT_TRY(message.append_int(highest_condition_));
        return error(message.view(), condition_at_);
    }
    KRAIT_TRY(code_.append(instruction(Op::Match)));
    Pattern* pattern = KRAIT_TRY(in_.make<Pattern>());
    pattern->source = source_;
    pattern->flags = flags_ | (is_bytes_ || (flags_ & kAscii) ? 0 : kUnicode);
    pattern->groups = group_count();
    pattern->counters = counters_;
    pattern->code = code_.cell();
    pattern->group_index = names_;
    return pattern;
}

// (?aims) at the very start.
Status Compiler::global_flags() {
    while (text_.substr(offset()).starts_with("(?")) {
        const u32 open = offset();
        usize stop = open + 2;
        while (stop < text_.size() && std::string_view("aiLmsux").find(text_[stop]) != text_.npos)
            ++stop;
        if (stop == open + 2 || stop >= text_.size() || text_[stop] != ')') return kOk;
        at_ += 2;
        u32 on = 0, off = 0;
        KRAIT_TRY(take_flag_letters(on, off));
        flags_ |= on;
        ++at_;
        if (flags_ & kAscii && flags_ & kUnicode)
            return raise(in_, kValueError, "ASCII and UNICODE flags are incompatible");
    }
    return kOk;
}

void Compiler::skip_verbose(u32 flags) {
    while (flags & kVerbose && !done()) {
        if (*at_ == '#')
            while (!done() && *at_ != '\n') ++at_;
        else if (*at_ == ' ' || (*at_ >= '\t' && *at_ <= '\r'))
            ++at_;
        else
            return;
    }
}

Status Compiler::alternatives(u32 flags, Width& width) {
    if (!in_.check_stack()) return {};
    u32 start = code_.size(), jumps = kUnlimited;  // a chain of jumps to the end
    KRAIT_TRY(sequence(flags, width));
    while (take('|')) {
        KRAIT_TRY(code_.insert(start, 2));
        KRAIT_TRY(code_.append(instruction(Op::Jump)));
        KRAIT_TRY(code_.append(jumps));
        jumps = code_.size() - 2;
        code_[start] = instruction(Op::Split);
        code_[start + 1] = code_.size() - start;
        start = code_.size();
        Width other;
        KRAIT_TRY(sequence(flags, other));
        width = {std::min(width.least, other.least), std::max(width.most, other.most)};
    }
    while (jumps != kUnlimited) {
        const u32 before = code_[jumps + 1];
        code_[jumps + 1] = code_.size() - jumps;
        jumps = before;
    }
    return kOk;
}

// --- sequences -----------------------------------------------------------------------------------

static bool is_place(Op op) { return op >= Op::Start && op <= Op::NotWordBoundary; }

Status Compiler::sequence(u32 flags, Width& width) {
    width = {};
    bool has_atom = false, was_repeated = false, is_bare_place = false;
    u32 start = code_.size();
    Width last;
    while (true) {
        skip_verbose(flags);
        if (done() || *at_ == '|' || *at_ == ')') break;
        const u32 here = offset();
        Repeat how;
        bool found = false;
        KRAIT_TRY(take_repeat(found, how));
        if (found) {
            if (!has_atom || is_bare_place) return error("nothing to repeat", here);
            if (was_repeated) return error("multiple repeat", here);
            KRAIT_TRY(repeat(start, how, last));
            was_repeated = true;
            continue;
        }
        if (text_.substr(here).starts_with("(?#")) {
            KRAIT_TRY(comment(here));
            continue;
        }
        width = {sum(width.least, last.least), sum(width.most, last.most)};
        last = {};
        start = code_.size();
        KRAIT_TRY(atom(flags, last));
        is_bare_place = text_[here] != '(' && is_place(op_of(code_[start]));
        has_atom = true;
        was_repeated = false;
    }
    width = {sum(width.least, last.least), sum(width.most, last.most)};
    return kOk;
}

Status Compiler::atom(u32 flags, Width& width) {
    width = {1, 1};
    switch (*at_) {
        case '.': ++at_; return code_.append(instruction(flags & kDotAll ? Op::AnyAll : Op::Any));
        case '^':
            ++at_;
            width = {};
            return code_.append(instruction(flags & kMultiLine ? Op::LineStart : Op::Start));
        case '$':
            ++at_;
            width = {};
            return code_.append(instruction(flags & kMultiLine ? Op::LineEnd : Op::LastLineEnd));
        case '(': return group(flags, width);
        case '[': return set(flags);
        case '\\': return escape_atom(flags, width);
        default: return literal(take_char(), flags);
    }
}

// --- repeats -------------------------------------------------------------------------------------

// {m}, {m,}, {,n}, {m,n}; anything else is text.
Status Compiler::take_braces(bool& found, Repeat& repeat) {
    const char* const start = at_++;
    const auto number = [&](u32& value) {
        u64 n = 0;
        const char* const first = at_;
        for (; at_ < end_ && *at_ >= '0' && *at_ <= '9'; ++at_)
            n = std::min<u64>(n * 10 + static_cast<u64>(*at_ - '0'), kUnlimited);
        if (at_ > first) value = static_cast<u32>(n);
        return at_ > first;
    };
    u32 least = 0, most = kUnlimited;
    const bool has_least = number(least);
    bool has_most = false;
    if (take(','))
        has_most = number(most);
    else
        most = least;
    const bool has_comma = at_[-1] == ',' || has_most;
    if ((!has_least && !has_comma) || !take('}')) {
        at_ = start;
        return kOk;
    }
    if (least == kUnlimited || (has_most && most == kUnlimited))
        return raise(in_, kOverflowError, "the repetition number is too large");
    if (most < least)
        return error("min repeat greater than max repeat",
                     static_cast<u32>(start + 1 - text_.data()));
    repeat.least = least;
    repeat.most = most;
    found = true;
    return kOk;
}

Status Compiler::take_repeat(bool& found, Repeat& repeat) {
    switch (*at_) {
        case '*': repeat.least = 0, repeat.most = kUnlimited; break;
        case '+': repeat.least = 1, repeat.most = kUnlimited; break;
        case '?': repeat.least = 0, repeat.most = 1; break;
        case '{':
            KRAIT_TRY(take_braces(found, repeat));
            if (!found) return kOk;
            --at_;
            break;
        default: return kOk;
    }
    ++at_;
    found = true;
    repeat.lazy = take('?');
    repeat.possessive = !repeat.lazy && take('+');
    return kOk;
}

Status Compiler::repeat(u32 start, const Repeat& how, Width& width) {
    width = {product(width.least, how.least), product(width.most, how.most)};
    if (how.most == 0) {
        code_.truncate(start);
        return kOk;
    }
    if (how.least == 1 && how.most == 1) return kOk;
    if (code_.size() == start) return kOk;  // an empty group
    const bool is_one = op_of(code_[start]) >= Op::Char && op_of(code_[start]) <= Op::Set &&
                        start + size_of_one(&code_[start]) == code_.size();
    if (is_one) {
        const u32 flags = (how.lazy ? kRepeatLazy : 0) | (how.possessive ? kRepeatPossessive : 0);
        const u32 words[] = {instruction(Op::RepeatOne, flags), how.least, how.most};
        return code_.insert(start, 3, words);
    }
    if (!how.possessive) return repeat_group(start, how);
    KRAIT_TRY(code_.insert(start, 3));
    KRAIT_TRY(repeat_group(start + 3, how));
    code_[start] = instruction(Op::Look, kLookAtomic);
    return close_look(start, 0);
}

Status Compiler::repeat_group(u32 start, const Repeat& how) {
    if (how.least == 0 && how.most == 1) {
        const u32 words[] = {instruction(how.lazy ? Op::SplitLazy : Op::Split),
                             code_.size() - start + 2};
        return code_.insert(start, 2, words);
    }
    if (counters_ > 0xFFFF) return raise_memory_error(in_);
    const u32 counter = counters_++, loop = start + 1;
    const u32 words[] = {
        instruction(Op::RepeatStart, counter),
        instruction(Op::RepeatLoop, counter << 8 | (how.lazy ? kRepeatLazy : 0)),
        how.least,
        how.most,
        0,
        instruction(Op::RepeatEnter, counter),
    };
    KRAIT_TRY(code_.insert(start, 6, words));
    KRAIT_TRY(code_.append(instruction(Op::Jump)));
    KRAIT_TRY(code_.append(loop - (code_.size() - 1)));
    code_[loop + 3] = code_.size() - loop;
    return kOk;
}

// --- groups --------------------------------------------------------------------------------------

Status Compiler::close(u32 open) {
    if (take(')')) return kOk;
    return error("missing ), unterminated subpattern", open);
}

Status Compiler::group(u32 flags, Width& width) {
    const u32 open = offset();
    ++at_;
    if (take('?')) return extension(flags, width, open);
    return capture(flags, width, open, {}, 0);
}

Status Compiler::capture(u32 flags, Width& width, u32 open, std::string_view name, u32 name_at) {
    const u32 number = group_count() + 1;
    constexpr u32 kOpen[kGroupWords] = {};
    KRAIT_TRY(groups_.insert(groups_.size(), kGroupWords, kOpen));
    if (!name.empty()) KRAIT_TRY(add_name(name, number, name_at));
    KRAIT_TRY(code_.append(instruction(Op::Save, 2 * number)));
    KRAIT_TRY(alternatives(flags, width));
    KRAIT_TRY(close(open));
    group_at(number) = {1, width};
    return code_.append(instruction(Op::Save, 2 * number + 1));
}

Status Compiler::extension(u32 flags, Width& width, u32 open) {
    if (done()) return error("unexpected end of pattern", offset());
    switch (*at_++) {
        case ':': KRAIT_TRY(alternatives(flags, width)); return close(open);
        case '=': width = {}; return look(flags, 0, open);
        case '!': width = {}; return look(flags, kLookNegated, open);
        case '>': return atomic(flags, width, open);
        case '(': return conditional(flags, width, open);
        case '<':
            width = {};
            if (done()) return error("unexpected end of pattern", offset());
            if (take('=')) return look(flags, kLookBehind, open);
            if (take('!')) return look(flags, kLookBehind | kLookNegated, open);
            break;
        case 'P': {
            if (done()) return error("unexpected end of pattern", offset());
            if (take('=')) return named_reference(flags, width);
            if (!take('<')) break;
            std::string_view name;
            u32 name_at = 0;
            KRAIT_TRY(take_name('>', name, name_at));
            KRAIT_TRY(check_name(name, name_at));
            return capture(flags, width, open, name, name_at);
        }
        default: --at_; return scoped_flags(flags, width, open);
    }
    StrBuilder message(in_);
    KRAIT_TRY(message.append("unknown extension "));
    if (!done()) take_char();
    KRAIT_TRY(message.append(between(open + 1, offset())));
    return error(message.view(), open + 1);
}

Status Compiler::comment(u32 open) {
    while (!done() && *at_ != ')') ++at_;
    if (take(')')) return kOk;
    return error("missing ), unterminated comment", open);
}

// A Look's first words; close_look() completes them behind the body.
Status Compiler::open_look(u32 kind, u32& start) {
    start = code_.size();
    const u32 words[] = {instruction(Op::Look, kind), 0, 0};
    return code_.insert(start, 3, words);
}
Status Compiler::close_look(u32 start, u32 back) {
    KRAIT_TRY(code_.append(instruction(Op::LookEnd)));
    code_[start + 1] = back;
    code_[start + 2] = code_.size() - start;
    return kOk;
}

Status Compiler::look(u32 flags, u32 kind, u32 open) {
    u32 start;
    KRAIT_TRY(open_look(kind, start));
    Width width;
    KRAIT_TRY(alternatives(flags, width));
    KRAIT_TRY(close(open));
    const bool behind = kind & kLookBehind;
    if (behind && width.least != width.most)
        return error("look-behind requires fixed-width pattern", kNoPlace);
    return close_look(start, behind ? width.least : 0);
}

Status Compiler::atomic(u32 flags, Width& width, u32 open) {
    u32 start;
    KRAIT_TRY(open_look(kLookAtomic, start));
    KRAIT_TRY(alternatives(flags, width));
    KRAIT_TRY(close(open));
    return close_look(start, 0);
}

// The group that (?(...) asks for.
Status Compiler::condition_group(u32& number) {
    std::string_view name;
    u32 name_at = 0;
    KRAIT_TRY(take_name(')', name, name_at));
    const bool digits = std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) {
        KRAIT_TRY(check_name(name, name_at));
        number = static_cast<u32>(KRAIT_TRY(group_number(name, name_at)));
        return kOk;
    }
    u64 n = 0;
    for (char c : name) n = std::min<u64>(n * 10 + static_cast<u64>(c - '0'), 1 << 20);
    number = static_cast<u32>(n);
    if (!number) return error("bad group number", name_at);
    if (number > highest_condition_) {
        highest_condition_ = number;
        condition_at_ = name_at;
    }
    return kOk;
}

Status Compiler::conditional(u32 flags, Width& width, u32 open) {
    u32 number = 0;
    KRAIT_TRY(condition_group(number));
    const u32 start = code_.size();
    const u32 words[] = {instruction(Op::IfGroup, number), 0};
    KRAIT_TRY(code_.insert(start, 2, words));
    KRAIT_TRY(sequence(flags, width));
    if (take('|')) {
        const u32 jump = code_.size();
        const u32 jump_words[] = {instruction(Op::Jump), 0};
        KRAIT_TRY(code_.insert(jump, 2, jump_words));
        code_[start + 1] = code_.size() - start;
        Width other;
        KRAIT_TRY(sequence(flags, other));
        if (next_is('|')) return error("conditional backref with more than two branches", offset());
        code_[jump + 1] = code_.size() - jump;
        width = {std::min(width.least, other.least), std::max(width.most, other.most)};
    } else {
        code_[start + 1] = code_.size() - start;
        width.least = 0;
    }
    return close(open);
}

// --- flags ---------------------------------------------------------------------------------------

static u32 flag_of(char c) {
    switch (c) {
        case 'i': return kIgnoreCase;
        case 'L': return kLocale;
        case 'm': return kMultiLine;
        case 's': return kDotAll;
        case 'x': return kVerbose;
        case 'a': return kAscii;
        case 'u': return kUnicode;
        default: return 0;
    }
}

// Letters, and behind a minus those to be turned off; what follows is `)` or `:`.
Status Compiler::take_flag_letters(u32& on, u32& off) {
    const auto is_letter = [&] { return unicode::is_alpha(static_cast<u8>(*at_)); };
    u32* flags = &on;
    while (!done() && *at_ != ')' && *at_ != ':') {
        if (*at_ == '-' && flags == &on) {
            flags = &off;
            ++at_;
            if (done()) return error("missing flag", offset());
            if (!flag_of(*at_))
                return error(is_letter() ? "unknown flag" : "missing flag", offset());
            continue;
        }
        const u32 flag = flag_of(*at_);
        if (!flag) {
            return error(is_letter()    ? "unknown flag"
                         : flags == &on ? "missing -, : or )"
                                        : "missing :",
                         offset());
        }
        if (flag == kLocale && !is_bytes_)
            return error("bad inline flags: cannot use 'L' flag with a str pattern", offset() + 1);
        if (flag == kUnicode && is_bytes_)
            return error("bad inline flags: cannot use 'u' flag with a bytes pattern",
                         offset() + 1);
        *flags |= flag;
        ++at_;
        if ((on & (kAscii | kUnicode)) == (kAscii | kUnicode))
            return error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", offset());
    }
    if (done()) return error(flags == &on ? "missing -, : or )" : "missing :", offset());
    if (on & off) return error("bad inline flags: flag turned on and off", offset());
    if (*at_ == ')' && (off || flags == &off)) return error("missing :", offset());
    return kOk;
}

Status Compiler::scoped_flags(u32 flags, Width& width, u32 open) {
    if (!flag_of(*at_) && *at_ != '-') {
        take_char();
        StrBuilder message(in_);
        KRAIT_TRY(message.append("unknown extension "));
        KRAIT_TRY(message.append(between(open + 1, offset())));
        return error(message.view(), open + 1);
    }
    u32 on = 0, off = 0;
    KRAIT_TRY(take_flag_letters(on, off));
    if (*at_++ == ')') return error("global flags not at the start of the expression", open);
    if (on & kUnicode) flags &= ~kAscii;
    KRAIT_TRY(alternatives((flags | on) & ~off, width));
    return close(open);
}

// --- names and references ------------------------------------------------------------------------

Status Compiler::take_name(char terminator, std::string_view& name, u32& name_at) {
    name_at = offset();
    while (!done() && *at_ != terminator) ++at_;
    name = between(name_at, offset());
    if (name.empty()) return error("missing group name", name_at);
    if (take(terminator)) return kOk;
    const char shown[] = {terminator, '\0'};
    StrBuilder message(in_);
    KRAIT_TRY(message.append("missing ", shown));
    KRAIT_TRY(message.append(", unterminated name"));
    return error(message.view(), name_at);
}

Status Compiler::check_name(std::string_view name, u32 name_at) {
    bool good = true;
    for (const char* at = name.data(); at < name.data() + name.size() && good;) {
        const bool first = at == name.data();
        const u32 c = is_bytes_ ? static_cast<u8>(*at++) : utf8::take(at);
        const bool letter = is_bytes_ && c > 127 ? false
                            : first              ? unicode::is_identifier_start(c)
                                                 : unicode::is_identifier_part(c);
        good = c == '_' || letter;
    }
    if (good) return kOk;
    StrBuilder message(in_);
    KRAIT_TRY(message.append("bad character in group name "));
    const Value shown =
        is_bytes_ ? new_bytes(in_, {reinterpret_cast<const u8*>(name.data()), name.size()})
                  : Value(new_str(in_, name).take());
    KRAIT_TRY(shown);
    KRAIT_TRY(message.append_repr(shown));
    return error(message.view(), name_at);
}

Status Compiler::add_name(std::string_view name, u32 number, u32 name_at) {
    Str* key = KRAIT_TRY(intern(in_, name));
    if (const Value before = dict_get(names_, key)) {
        StrBuilder message(in_);
        KRAIT_TRY(message.append("redefinition of group name "));
        KRAIT_TRY(message.append_repr(key));
        KRAIT_TRY(message.append(" as group "));
        KRAIT_TRY(message.append_int(number));
        KRAIT_TRY(message.append("; was group "));
        KRAIT_TRY(message.append_int(before.as_int()));
        return error(message.view(), name_at);
    }
    return dict_set(in_, names_, key, Value::from_int(static_cast<isize>(number)));
}

Result<isize> Compiler::group_number(std::string_view name, u32 name_at) {
    Str* key = KRAIT_TRY(intern(in_, name));
    if (const Value number = dict_get(names_, key)) return number.as_int();
    StrBuilder message(in_);
    KRAIT_TRY(message.append("unknown group name "));
    KRAIT_TRY(message.append_repr(key));
    return error(message.view(), name_at);
}

Status Compiler::named_reference(u32 flags, Width& width) {
    std::string_view name;
    u32 name_at = 0;
    KRAIT_TRY(take_name(')', name, name_at));
    KRAIT_TRY(check_name(name, name_at));
    const isize number = KRAIT_TRY(group_number(name, name_at));
    return reference(flags, static_cast<u32>(number), name_at, width);
}

Status Compiler::reference(u32 flags, u32 number, u32 at, Width& width) {
    if (number > group_count()) {
        StrBuilder message(in_);
        KRAIT_TRY(message.append("invalid group reference "));
        KRAIT_TRY(message.append_int(number));
        return error(message.view(), at);
    }
    if (!group_at(number).is_closed) return error("cannot refer to an open group", at);
    width = group_at(number).width;
    if (!(flags & kIgnoreCase)) return code_.append(instruction(Op::Backref, number));
    return code_.append(instruction(Op::BackrefFold, number << 1 | (is_ascii(flags) ? 1 : 0)));
}

}  // namespace krait::re
