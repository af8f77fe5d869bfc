// The compiler of regular expressions: one pass over the pattern, emitting as it reads.
//
// What is repeated or is one of several alternatives gets its instruction put before it when that
// becomes known; distances within the piece that moves stay right (program.hpp). Each piece of
// pattern returns how many characters it may match: a look-behind needs to know.
#pragma once

#include "core/arrays.hpp"
#include "modules/re/program.hpp"

namespace krait::re {

// Words that grow.
class WordBuffer {
  public:
    explicit WordBuffer(Interp& in) : in_(in) {}
    WordBuffer(const WordBuffer&) = delete;

    u32 size() const { return size_; }
    u32* data() { return reinterpret_cast<u32*>(cell_->data); }
    u32& operator[](u32 i) { return data()[i]; }
    Status append(u32 word) { return insert(size_, 1, &word); }
    // Puts words before the one at `place`; null: they are zero.
    Status insert(u32 place, u32 count, const u32* words = nullptr);
    void truncate(u32 size) { size_ = size; }
    ByteArray* cell() { return cell_; }

  private:
    Interp& in_;
    ByteArray* cell_ = nullptr;
    u32 size_ = 0;
};

// How many characters a piece may match.
struct Width {
    u32 least = 0, most = 0;
};

class Compiler {
  public:
    Compiler(Interp& in, Value source, std::string_view text, u32 flags);
    Result<Pattern*> compile();

  private:
    // What is known of a group: open until its end is read.
    struct Group {
        u32 is_closed;
        Width width;
    };
    struct Repeat {
        u32 least = 1, most = 1;
        bool lazy = false, possessive = false;
    };
    // An escape is one of these.
    struct Escape {
        enum class Kind : u8 { Char, Class, Place, Group } kind = Kind::Char;
        u32 value = 0;  // a code point, a CharClass, an Op, or a group's number
    };

    // Groups and repeats (compiler.cpp).
    Status global_flags();
    Status alternatives(u32 flags, Width& width);
    Status sequence(u32 flags, Width& width);
    Status atom(u32 flags, Width& width);
    Status group(u32 flags, Width& width);
    Status extension(u32 flags, Width& width, u32 open);
    Status capture(u32 flags, Width& width, u32 open, std::string_view name, u32 name_at);
    Status scoped_flags(u32 flags, Width& width, u32 open);
    Status take_flag_letters(u32& on, u32& off);
    Status look(u32 flags, u32 kind, u32 open);
    Status atomic(u32 flags, Width& width, u32 open);
    Status conditional(u32 flags, Width& width, u32 open);
    Status condition_group(u32& number);
    Status named_reference(u32 flags, Width& width);
    Status comment(u32 open);
    Status close(u32 open);
    Status take_name(char terminator, std::string_view& name, u32& name_at);
    Status check_name(std::string_view name, u32 name_at);
    Status add_name(std::string_view name, u32 number, u32 name_at);
    Result<isize> group_number(std::string_view name, u32 name_at);
    Status reference(u32 flags, u32 number, u32 at, Width& width);
    Status take_repeat(bool& found, Repeat& repeat);
    Status take_braces(bool& found, Repeat& repeat);
    Status repeat(u32 start, const Repeat& repeat, Width& width);
    Status repeat_group(u32 start, const Repeat& repeat);
    Status open_look(u32 kind, u32& start);
    Status close_look(u32 start, u32 back);
    void skip_verbose(u32 flags);

    // Characters, escapes and sets (compiler_atoms.cpp).
    Status literal(u32 c, u32 flags);
    Status char_class(u32 char_class, u32 flags);
    Status escape_atom(u32 flags, Width& width);
    Status take_escape(bool in_set, Escape& out);
    Status take_hex(u32 digits, u32 start, u32& out);
    Status take_number(bool in_set, u32 start, Escape& out);
    Status set(u32 flags);
    Status set_member(u32 start, Escape& out);
    Status append_item(const Escape& member, u32 flags);
    Status finish_set(u32 at, bool negated, u32 flags);

    bool done() const { return at_ == end_; }
    bool next_is(char c) const { return at_ < end_ && *at_ == c; }
    bool take(char c) {
        if (!next_is(c)) return false;
        ++at_;
        return true;
    }
    u32 take_char();
    u32 offset() const { return static_cast<u32>(at_ - text_.data()); }
    std::string_view between(u32 start, u32 stop) const {
        return text_.substr(start, stop - start);
    }
    Raised error(std::string_view message, u32 at) const {
        return raise_error(in_, message, source_, at);
    }
    bool is_ascii(u32 flags) const { return is_bytes_ || (flags & kAscii); }
    Group& group_at(u32 number) {
        return *reinterpret_cast<Group*>(groups_.data() + (number - 1) * kGroupWords);
    }
    static constexpr u32 kGroupWords = sizeof(Group) / sizeof(u32);
    u32 group_count() const { return groups_.size() / kGroupWords; }

    Interp& in_;
    Value source_;
    std::string_view text_;
    const char *at_, *end_;
    bool is_bytes_;
    u32 flags_;
    u32 counters_ = 0;
    u32 highest_condition_ = 0, condition_at_ = 0;
    WordBuffer code_, groups_;
    Dict* names_ = nullptr;
};

}  // namespace krait::re
