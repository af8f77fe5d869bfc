// The matcher: it tries what a program allows, and goes back to the last choice when it fails.
//
// Choices, and what is to be undone on the way back to them, lie on a stack that moves to the heap
// when it outgrows the C stack; so a match of any length takes bounded C stack, and one without end
// runs out of memory or is interrupted: safe points are served as it goes.
//
// A Look opens a barrier: what its body leaves on the stack is dropped when the body has matched,
// except what undoes its effects.
#include <cstring>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "core/arrays.hpp"
#include "modules/re/program.hpp"

namespace krait::re {

// --- characters ----------------------------------------------------------------------------------

u32 lower_of(u32 c, bool ascii) {
    if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (ascii) return c;
    const unicode::CaseMapping mapping = unicode::to_lower(c);
    return mapping.count == 1 ? mapping.code_points[0] : c;
}

u32 upper_of(u32 c, bool ascii) {
    if (c < 128) return c >= 'a' && c <= 'z' ? c - 32 : c;
    if (ascii) return c;
    const unicode::CaseMapping mapping = unicode::to_upper(c);
    return mapping.count == 1 ? mapping.code_points[0] : c;
}

static bool is_word(u32 c, bool ascii) {
    if (c < 128 || !ascii) return c == '_' || unicode::is_alnum(c);
    return false;
}

bool in_class(u32 char_class, u32 c) {
    const bool ascii = char_class & kClassAscii;
    bool in = false;
    if (c < 128 || !ascii) {
        switch (char_class & kClassKind) {
            case kDigit: in = unicode::is_decimal(c); break;
            // The separators U+001C to U+001F are spaces of str alone.
            case kSpace: in = unicode::is_space(c) && !(ascii && c >= 0x1C && c < 0x20); break;
            default: in = is_word(c, ascii); break;
        }
    }
    return in != bool(char_class & kClassNegated);
}

namespace {

bool has_item(const u32* items, usize count, u32 c) {
    for (; count > 0; --count, items += 2) {
        if (items[0] & kClassItem ? in_class(items[0] & ~kClassItem, c)
                                  : c >= items[0] && c <= items[1])
            return true;
    }
    return false;
}

bool in_set(const u32* at, u32 c) {
    const u32 a = operand_of(*at);
    if (c < 128) return at[1 + c / 32] >> (c % 32) & 1;
    const u32* items = at + 5;
    const usize count = a >> 8;
    bool in = has_item(items, count, c);
    if (!in && a & kSetFold) {
        const bool ascii = a & kSetAscii;
        in = has_item(items, count, lower_of(c, ascii)) ||
             has_item(items, count, upper_of(c, ascii));
    }
    return in != bool(a & kSetNegated);
}

// --- the stack -----------------------------------------------------------------------------------

enum class Kind : u32 {
    Branch,        // a: place in the program, b: in the text
    RestoreSlot,   // a: slot, b: what it held
    RestoreCount,  // a: counter, b and c: what it held
    Shrink,        // a: place in the program, b: least end, c: end that failed
    Stretch,       // a: place of the RepeatOne, b: end that failed, c: repeats so far
    Barrier,       // a: place of the Look, b: in the text, c: the barrier outside
};

struct Entry {
    Kind kind;
    u32 a, b, c;
};

constexpr u32 kNoBarrier = 0xFFFF'FFFF;

class Matcher {
  public:
    Matcher(Interp& in, Pattern* pattern, const Subject& subject, Mode mode, u32* slots)
        : in_(in),
          pattern_(pattern),
          code_(pattern->words()),
          subject_(subject),
          mode_(mode),
          slots_(slots),
          ascii_(pattern->is_bytes() || (pattern->flags & kAscii)) {}
    Matcher(const Matcher&) = delete;

    Status prepare();
    // Whether the pattern matches at `start`.
    Result<bool> at(u32 start, bool not_empty);

  private:
    struct Counter {
        u32 count, place;
    };
    static constexpr usize kOwnEntries = 24, kOwnCounters = 8;
    static constexpr u32 kStepsBetweenSafePoints = 4096;

    Status push(Kind kind, u32 a, u32 b, u32 c = 0) {
        if (size_ == capacity_) KRAIT_TRY(grow());
        entries_[size_++] = {kind, a, b, c};
        return kOk;
    }
    Status grow();
    Status set_slot(u32 slot, u32 value) {
        KRAIT_TRY(push(Kind::RestoreSlot, slot, slots_[slot]));
        slots_[slot] = value;
        return kOk;
    }
    Status set_count(u32 counter, u32 count, u32 place) {
        KRAIT_TRY(
            push(Kind::RestoreCount, counter, counters_[counter].count, counters_[counter].place));
        counters_[counter] = {count, place};
        return kOk;
    }

    u32 char_at(u32 place, u32& next) const;
    u32 before(u32 place) const;
    bool one(const u32* at, u32& place) const;
    bool is_boundary(u32 place, bool ascii) const;
    bool same_group(u32 group, u32& place, bool fold, bool ascii) const;
    bool stands(const u32* at) const;

    Status step(bool& failed, bool& matched);
    Status save(u32 slot);
    Status repeat_one(bool& failed);
    Status repeat_loop(const u32* at);
    Status look(bool& failed);
    void end_look(bool& failed);
    Status go_back(bool& exhausted);
    Status shrink(const Entry& e, bool& found);
    Status stretch(const Entry& e, bool& found);
    void undo(const Entry& e);

    Interp& in_;
    Pattern* pattern_;
    const u32* code_;
    const Subject& subject_;
    Mode mode_;
    u32* slots_;
    bool ascii_;  // case is one of ASCII letters alone
    u32 pc_ = 0, place_ = 0, start_ = 0;
    bool not_empty_ = false;
    u32 barrier_ = kNoBarrier;  // the innermost one on the stack
    u32 steps_ = 0;

    Entry* entries_ = own_entries_;
    usize size_ = 0, capacity_ = kOwnEntries;
    ByteArray* entry_cell_ = nullptr;
    Counter* counters_ = own_counters_;
    ByteArray* counter_cell_ = nullptr;
    Entry own_entries_[kOwnEntries];
    Counter own_counters_[kOwnCounters];
};

Status Matcher::prepare() {
    if (pattern_->counters <= kOwnCounters) return kOk;
    counter_cell_ = KRAIT_TRY(new_byte_array(in_, pattern_->counters * sizeof(Counter)));
    counters_ = reinterpret_cast<Counter*>(counter_cell_->data);
    return kOk;
}

Status Matcher::grow() {
    const usize capacity = 2 * capacity_;
    ByteArray* cell = KRAIT_TRY(new_byte_array(in_, capacity * sizeof(Entry)));
    std::memcpy(cell->data, entries_, size_ * sizeof(Entry));
    if (entry_cell_) in_.heap().release(entry_cell_);
    entry_cell_ = cell;
    entries_ = reinterpret_cast<Entry*>(cell->data);
    capacity_ = capacity;
    return kOk;
}

// --- looking at the text -------------------------------------------------------------------------

u32 Matcher::char_at(u32 place, u32& next) const {
    const char* at = subject_.data + place;
    const u8 byte = static_cast<u8>(*at);
    if (byte < 128 || subject_.narrow) {
        next = place + 1;
        return byte;
    }
    next = place + static_cast<u32>(utf8::size_from_lead(*at));
    return utf8::decode(at);
}

u32 Matcher::before(u32 place) const {
    if (subject_.narrow) return place - 1;
    return static_cast<u32>(utf8::previous(subject_.data + place) - subject_.data);
}

// Whether the instruction matches the character at `place`, which then moves behind it.
bool Matcher::one(const u32* at, u32& place) const {
    if (place >= subject_.end) return false;
    u32 next;
    const u32 c = char_at(place, next);
    bool matches = false;
    switch (op_of(*at)) {
        case Op::Char: matches = c == operand_of(*at); break;
        case Op::CharFold: matches = lower_of(c, ascii_) == operand_of(*at); break;
        case Op::Any: matches = c != '\n'; break;
        case Op::AnyAll: matches = true; break;
        default: matches = in_set(at, c); break;
    }
    if (matches) place = next;
    return matches;
}

bool Matcher::is_boundary(u32 place, bool ascii) const {
    u32 next;
    const bool left = place > 0 && is_word(char_at(before(place), next), ascii);
    const bool right = place < subject_.end && is_word(char_at(place, next), ascii);
    return left != right;
}

// Whether what the group matched stands at `place` again.
bool Matcher::same_group(u32 group, u32& place, bool fold, bool ascii) const {
    const u32 from = slots_[2 * group], to = slots_[2 * group + 1];
    if (from == kNoPlace || to == kNoPlace) return false;
    u32 at = place;
    if (!fold) {
        if (subject_.end - place < to - from) return false;
        if (std::memcmp(subject_.data + from, subject_.data + place, to - from) != 0) return false;
        place += to - from;
        return true;
    }
    for (u32 source = from; source < to;) {
        if (at >= subject_.end) return false;
        const u32 a = char_at(source, source), b = char_at(at, at);
        if (lower_of(a, ascii) != lower_of(b, ascii)) return false;
    }
    place = at;
    return true;
}

// Whether the place is one that the instruction allows.
bool Matcher::stands(const u32* at) const {
    const u32 end = subject_.end;
    const auto newline_at = [&](u32 place) { return subject_.data[place] == '\n'; };
    switch (op_of(*at)) {
        case Op::Start: return place_ == 0;
        case Op::End: return place_ == end;
        case Op::LineStart: return place_ == 0 || newline_at(place_ - 1);
        case Op::LineEnd: return place_ == end || newline_at(place_);
        case Op::LastLineEnd: return place_ == end || (place_ + 1 == end && newline_at(place_));
        case Op::WordBoundary: return is_boundary(place_, operand_of(*at));
        // As in Python up to 3.13, \B does not match in an empty text.
        default: return end > 0 && !is_boundary(place_, operand_of(*at));
    }
}

// --- going on ------------------------------------------------------------------------------------

Status Matcher::save(u32 slot) {
    KRAIT_TRY(set_slot(slot, place_));
    const bool ends_group = slot % 2 == 1 && slot > 1;
    return ends_group ? set_slot(2 * (pattern_->groups + 1), slot / 2) : kOk;
}

Status Matcher::repeat_one(bool& failed) {
    const u32* at = code_ + pc_;
    const u32* what = at + 3;
    const u32 least = at[1], most = at[2], after = pc_ + 3 + static_cast<u32>(size_of_one(what));
    u32 place = place_, count = 0;
    while (count < least && one(what, place)) ++count;
    failed = count < least;
    if (failed) return kOk;
    const u32 least_end = place;
    if (operand_of(*at) & kRepeatLazy) {
        if (count < most) KRAIT_TRY(push(Kind::Stretch, pc_, place, count));
    } else {
        while (count < most && one(what, place)) {
            ++count;
            if (++steps_ % kStepsBetweenSafePoints == 0) KRAIT_TRY(in_.serve_safe_point());
        }
        if (place > least_end && !(operand_of(*at) & kRepeatPossessive))
            KRAIT_TRY(push(Kind::Shrink, after, least_end, place));
    }
    place_ = place;
    pc_ = after;
    return kOk;
}

Status Matcher::repeat_loop(const u32* at) {
    constexpr u32 kEnter = 4;  // words to the RepeatEnter
    const u32 counter = operand_of(*at) >> 8, flags = operand_of(*at) & 0xFF;
    const Counter now = counters_[counter];
    const u32 exit = pc_ + at[3];
    if (now.count < at[1]) {
        pc_ += kEnter;
    } else if (now.count >= at[2] || (now.count > 0 && now.place == place_)) {
        pc_ = exit;  // enough, or a round that matched nothing
    } else if (flags & kRepeatLazy) {
        KRAIT_TRY(push(Kind::Branch, pc_ + kEnter, place_));
        pc_ = exit;
    } else {
        KRAIT_TRY(push(Kind::Branch, exit, place_));
        pc_ += kEnter;
    }
    return kOk;
}

Status Matcher::look(bool& failed) {
    const u32* at = code_ + pc_;
    u32 place = place_;
    u32 back = at[1];
    while (back > 0 && place > 0) place = before(place), --back;
    if (back > 0) {  // there is not so much text
        failed = !(operand_of(*at) & kLookNegated);
        pc_ += at[2];
        return kOk;
    }
    KRAIT_TRY(push(Kind::Barrier, pc_, place_, barrier_));
    barrier_ = static_cast<u32>(size_ - 1);
    place_ = place;
    pc_ += 3;
    return kOk;
}

void Matcher::end_look(bool& failed) {
    const usize base = barrier_;
    const Entry barrier = entries_[base];
    const u32* at = code_ + barrier.a;
    barrier_ = barrier.c;
    if (operand_of(*at) & kLookNegated) {
        while (size_ > base + 1) undo(entries_[--size_]);
        size_ = base;
        failed = true;
        return;
    }
    usize kept = base;
    for (usize i = base + 1; i < size_; ++i) {
        const Kind kind = entries_[i].kind;
        if (kind == Kind::RestoreSlot || kind == Kind::RestoreCount) entries_[kept++] = entries_[i];
    }
    size_ = kept;
    if (!(operand_of(*at) & kLookAtomic)) place_ = barrier.b;
    pc_ = barrier.a + at[2];
}

// Runs one instruction.
Status Matcher::step(bool& failed, bool& matched) {
    const u32* at = code_ + pc_;
    const u32 a = operand_of(*at);
    switch (op_of(*at)) {
        case Op::Char:
        case Op::CharFold:
        case Op::Any:
        case Op::AnyAll:
        case Op::Set:
            failed = !one(at, place_);
            pc_ += static_cast<u32>(size_of_one(at));
            return kOk;
        case Op::Start:
        case Op::End:
        case Op::LineStart:
        case Op::LineEnd:
        case Op::LastLineEnd:
        case Op::WordBoundary:
        case Op::NotWordBoundary:
            failed = !stands(at);
            ++pc_;
            return kOk;
        case Op::Save: ++pc_; return save(a);
        case Op::Split:
            KRAIT_TRY(push(Kind::Branch, pc_ + at[1], place_));
            pc_ += 2;
            return kOk;
        case Op::SplitLazy:
            KRAIT_TRY(push(Kind::Branch, pc_ + 2, place_));
            pc_ += at[1];
            return kOk;
        case Op::Jump: pc_ += at[1]; return kOk;
        case Op::Backref:
            failed = !same_group(a, place_, false, false);
            ++pc_;
            return kOk;
        case Op::BackrefFold:
            failed = !same_group(a >> 1, place_, true, a & 1);
            ++pc_;
            return kOk;
        case Op::IfGroup: pc_ += slots_[2 * a + 1] != kNoPlace ? 2 : at[1]; return kOk;
        case Op::RepeatOne: return repeat_one(failed);
        case Op::RepeatStart: ++pc_; return set_count(a, 0, kNoPlace);
        case Op::RepeatLoop: return repeat_loop(at);
        case Op::RepeatEnter: ++pc_; return set_count(a, counters_[a].count + 1, place_);
        case Op::Look: return look(failed);
        case Op::LookEnd: end_look(failed); return kOk;
        case Op::Match: break;
    }
    failed =
        (mode_ == Mode::FullMatch && place_ != subject_.end) || (not_empty_ && place_ == start_);
    matched = !failed;
    return kOk;
}

// --- going back ----------------------------------------------------------------------------------

void Matcher::undo(const Entry& e) {
    if (e.kind == Kind::RestoreSlot) slots_[e.a] = e.b;
    if (e.kind == Kind::RestoreCount) counters_[e.a] = {e.b, e.c};
    if (e.kind == Kind::Barrier) barrier_ = e.c;
}

Status Matcher::shrink(const Entry& e, bool& found) {
    const u32 place = before(e.c);
    if (place > e.b) KRAIT_TRY(push(Kind::Shrink, e.a, e.b, place));
    pc_ = e.a;
    place_ = place;
    found = true;
    return kOk;
}

Status Matcher::stretch(const Entry& e, bool& found) {
    const u32* at = code_ + e.a;
    u32 place = e.b;
    if (!one(at + 3, place)) return kOk;
    if (e.c + 1 < at[2]) KRAIT_TRY(push(Kind::Stretch, e.a, place, e.c + 1));
    pc_ = e.a + 3 + static_cast<u32>(size_of_one(at + 3));
    place_ = place;
    found = true;
    return kOk;
}

// To the last choice that is left.
Status Matcher::go_back(bool& exhausted) {
    bool found = false;
    while (!found) {
        if (size_ == 0) {
            exhausted = true;
            return kOk;
        }
        const Entry e = entries_[--size_];
        switch (e.kind) {
            case Kind::Branch:
                pc_ = e.a;
                place_ = e.b;
                found = true;
                break;
            case Kind::Shrink: KRAIT_TRY(shrink(e, found)); break;
            case Kind::Stretch: KRAIT_TRY(stretch(e, found)); break;
            case Kind::Barrier: {  // the body has failed
                barrier_ = e.c;
                const u32* at = code_ + e.a;
                if (!(operand_of(*at) & kLookNegated)) break;
                pc_ = e.a + at[2];
                place_ = e.b;
                found = true;
                break;
            }
            default: undo(e); break;
        }
    }
    return kOk;
}

Result<bool> Matcher::at(u32 start, bool not_empty) {
    pc_ = 0;
    place_ = start_ = start;
    not_empty_ = not_empty;
    size_ = 0;
    barrier_ = kNoBarrier;
    std::fill_n(slots_, pattern_->slot_count(), kNoPlace);
    while (true) {
        bool failed = false, matched = false;
        KRAIT_TRY(step(failed, matched));
        if (matched) break;
        if (failed) {
            bool exhausted = false;
            KRAIT_TRY(go_back(exhausted));
            if (exhausted) return false;
        }
        if (++steps_ % kStepsBetweenSafePoints == 0) KRAIT_TRY(in_.serve_safe_point());
    }
    slots_[0] = start;
    slots_[1] = place_;
    return true;
}

// The next place from `start` on where a match can begin; kNoPlace: none.
u32 next_candidate(const u32* code, const Subject& subject, u32 start) {
    const u32* at = code;
    if (op_of(*at) == Op::Start) return start == 0 ? 0 : kNoPlace;
    while (op_of(*at) == Op::Save) ++at;
    const bool is_ascii_char = op_of(*at) == Op::Char && operand_of(*at) < 128;
    if (!is_ascii_char) return start;
    if (start >= subject.end) return kNoPlace;
    const void* found =
        std::memchr(subject.data + start, static_cast<int>(operand_of(*at)), subject.end - start);
    if (!found) return kNoPlace;
    return static_cast<u32>(static_cast<const char*>(found) - subject.data);
}

}  // namespace

Result<bool> run(Interp& in, Pattern* pattern, const Subject& subject, u32 start, Mode mode,
                 bool not_empty, u32* slots) {
    if (start > subject.end) return false;
    Matcher matcher(in, pattern, subject, mode, slots);
    KRAIT_TRY(matcher.prepare());
    if (mode != Mode::Search) return matcher.at(start, not_empty);
    for (u32 place = start; place <= subject.end;) {
        place = next_candidate(pattern->words(), subject, place);
        if (place == kNoPlace) return false;
        if (KRAIT_TRY(matcher.at(place, not_empty && place == start))) return true;
        if (place == subject.end) return false;
        place += subject.narrow ? 1 : static_cast<u32>(utf8::size_from_lead(subject.data[place]));
    }
    return false;
}

}  // namespace krait::re
