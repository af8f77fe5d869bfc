#include "repl/line_editor.hpp"

#include <algorithm>

namespace krait {

namespace {

constexpr u8 ctrl(char c) { return c & 31; }
constexpr u8 kEscape = 27, kDelete = 127;

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<u8>(c) >= 128;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == text.npos; }

}  // namespace

// Half of the memory is for the history, a quarter each for the line and for what was cut out.
LineEditor::LineEditor(std::span<char> memory, Screen& screen)
    : screen_(screen),
      text_(memory.subspan(0, memory.size() / 4)),
      killed_(memory.subspan(memory.size() / 4, memory.size() / 4)),
      history_(memory.subspan(memory.size() / 2)) {}

// --- lines ---------------------------------------------------------------------------------------

void LineEditor::begin(std::string_view prompt, usize columns) {
    prompt_ = prompt;
    columns_ = columns;
    size_ = cursor_ = recalled_ = pending_size_ = 0;
    state_ = State::Plain;
    is_indent_ = false;
    history_.drop_draft();
    changed_ = kUnchanged;
    shown_ = shown_cursor_ = hidden_ = 0;
    screen_.write(prompt);
}

void LineEditor::begin_statement(std::string_view prompt, usize columns) {
    is_first_ = indents_ = true;
    blank_lines_ = 0;
    last_indent_ = 0;
    begin(prompt, columns);
}

// As the line before, and more behind a colon. After two blank lines the block is taken to end.
void LineEditor::begin_next_line(std::string_view prompt, usize columns) {
    const std::string_view last = line();
    if (is_blank(last)) {
        ++blank_lines_;
    } else {
        blank_lines_ = 0;
        const usize end = last.find_last_not_of(" \t");
        last_indent_ = last.find_first_not_of(' ') + (last[end] == ':' ? kIndent : 0);
    }
    is_first_ = false;
    begin(prompt, columns);
    if (!indents_ || blank_lines_ >= 2) return;
    for (usize i = 0; i < last_indent_; ++i) (void)put(" ");
    is_indent_ = size_ > 0;
    draw();
}

LineEditor::Event LineEditor::end_line(Event event) {
    if (event == Event::Line) history_.add(line());
    screen_.write("\n");
    return event;
}

// --- the text ------------------------------------------------------------------------------------

bool LineEditor::put(std::string_view text) {
    if (text.size() > text_.size() - size_) {
        screen_.write("\a");
        return false;
    }
    char* at = text_.data() + cursor_;
    std::copy_backward(at, text_.data() + size_, text_.data() + size_ + text.size());
    std::copy(text.begin(), text.end(), at);
    changed(cursor_);
    size_ += text.size();
    cursor_ += text.size();
    return true;
}

void LineEditor::erase(usize from, usize to) {
    cursor_ = from;
    if (from == to) return;
    std::copy(text_.data() + to, text_.data() + size_, text_.data() + from);
    size_ -= to - from;
    changed(from);
}

void LineEditor::kill(usize from, usize to) {
    if (from == to) return;
    killed_size_ = to - from;
    std::copy(text_.data() + from, text_.data() + to, killed_.data());
    erase(from, to);
}

// The whole line becomes the text; what both begin with stays on the screen.
void LineEditor::replace(std::string_view text) {
    const usize most = std::min({text.size(), size_, text_.size()});
    usize same = 0;
    while (same < most && text[same] == text_[same]) ++same;
    while (same > 0 && same < text.size() && utf8::is_continuation(text[same])) --same;
    erase(same, size_);
    if (same < text.size()) (void)put({text.data() + same, text.size() - same});
}

usize LineEditor::left() const {
    if (cursor_ == 0) return 0;
    return static_cast<usize>(utf8::previous(text_.data() + cursor_) - text_.data());
}
usize LineEditor::right() const {
    if (cursor_ == size_) return size_;
    return static_cast<usize>(utf8::next(text_.data() + cursor_) - text_.data());
}
usize LineEditor::word_left() const {
    usize at = cursor_;
    while (at > 0 && !is_word(text_[at - 1])) --at;
    while (at > 0 && is_word(text_[at - 1])) --at;
    return at;
}
usize LineEditor::word_right() const {
    usize at = cursor_;
    while (at < size_ && !is_word(text_[at])) ++at;
    while (at < size_ && is_word(text_[at])) ++at;
    return at;
}

// Goes so far back in the history. The line that was being typed is kept as its newest.
void LineEditor::recall(isize step) {
    const isize wanted = static_cast<isize>(recalled_) + step;
    if (wanted < 0) return;
    if (recalled_ == 0) history_.keep_draft(line());
    const auto place = static_cast<usize>(wanted);
    if (place < history_.count()) {
        replace(history_.newest(place));
        recalled_ = place;
    }
    if (recalled_ == 0) history_.drop_draft();
}

// --- keys ----------------------------------------------------------------------------------------

void LineEditor::insert(std::string_view text) {
    (void)put(text);
    is_indent_ = false;
    draw();
}

LineEditor::Event LineEditor::feed(u8 byte) {
    Event event = Event::None;
    switch (state_) {
        case State::Plain:
            if (byte >= 32 && byte != kDelete)
                type(byte);
            else
                event = control(byte);
            break;
        case State::Escape: after_escape(byte); break;
        case State::Sequence: sequence(byte); break;
        case State::Shifted:
            state_ = State::Plain;
            sequence(byte);
            break;
    }
    if (event == Event::None) draw();
    return event;
}

// A character may come in several bytes; it is typed when it is whole.
void LineEditor::type(u8 byte) {
    if (byte == ' ' && replaces_indent()) {
        // The blanks that are left behind look like nothing, so they need not be erased.
        move(shown_cursor_, 1);
        size_ = cursor_ = shown_ = shown_cursor_ = 1;
        return;
    }
    is_indent_ = false;
    const char c = static_cast<char>(byte);
    if (!utf8::is_continuation(c)) pending_size_ = 0;
    if (utf8::is_continuation(c) && pending_size_ == 0) return;  // of no character
    pending_[pending_size_++] = c;
    if (pending_size_ < utf8::size_from_lead(pending_[0])) return;
    const std::string_view whole(pending_, pending_size_);
    pending_size_ = 0;
    if (utf8::check({reinterpret_cast<const u8*>(whole.data()), whole.size()}).ok())
        (void)put(whole);
}

// Whether blanks that are typed now take the place of the indentation.
bool LineEditor::replaces_indent() {
    if (!is_indent_ || cursor_ != size_) return false;
    is_indent_ = indents_ = false;
    return true;
}

void LineEditor::backspace() {
    const bool is_step = is_blank(before_cursor()) && cursor_ > 0 && cursor_ % kIndent == 0;
    erase(is_step ? cursor_ - kIndent : left(), cursor_);
}

void LineEditor::tab() {
    if (!replaces_indent()) (void)put("    ");
}

LineEditor::Event LineEditor::control(u8 byte) {
    const bool is_empty = size_ == 0, is_fresh = is_empty && is_first_;
    switch (byte) {
        case '\r':
        case '\n': return end_line(Event::Line);
        case ctrl('C'): return end_line(Event::Interrupt);
        case ctrl('I'):
            if (!is_blank(before_cursor())) return Event::Complete;
            tab();
            return Event::None;
        case ctrl('A'):
            if (is_fresh) return end_line(Event::Raw);
            cursor_ = 0;
            break;
        case ctrl('B'):
            if (is_fresh) return end_line(Event::Friendly);
            cursor_ = left();
            break;
        case ctrl('D'):
            if (is_empty) return end_line(Event::End);
            erase(cursor_, right());
            break;
        case ctrl('E'):
            if (is_fresh) return end_line(Event::Paste);
            cursor_ = size_;
            break;
        case ctrl('F'): cursor_ = right(); break;
        case ctrl('H'):
        case kDelete: backspace(); break;
        case ctrl('K'): kill(cursor_, size_); break;
        case ctrl('L'):
            screen_.write("\x1b[H\x1b[2J");
            redraw();
            break;
        case ctrl('N'): recall(-1); break;
        case ctrl('P'): recall(1); break;
        case ctrl('U'): kill(0, cursor_); break;
        case ctrl('W'): kill(word_left(), cursor_); break;
        case ctrl('Y'): (void)put({killed_.data(), killed_size_}); break;
        case kEscape: state_ = State::Escape; return Event::None;
        default: return Event::None;
    }
    is_indent_ = false;
    return Event::None;
}

// Alt with a key, or the start of a longer sequence.
void LineEditor::after_escape(u8 byte) {
    state_ = State::Plain;
    number_ = 0;
    is_modified_ = false;
    switch (byte) {
        case '[': state_ = State::Sequence; break;
        case 'O': state_ = State::Shifted; break;
        case 'b': cursor_ = word_left(); break;
        case 'f': cursor_ = word_right(); break;
        case 'd': kill(cursor_, word_right()); break;
        case ctrl('H'):
        case kDelete: kill(word_left(), cursor_); break;
        default: break;
    }
    is_indent_ = false;
}

// In ESC [ 1 ; 5 C the 5 says that Ctrl is held; Alt and Shift count as much.
void LineEditor::sequence(u8 byte) {
    if (byte >= '0' && byte <= '9') {
        if (!is_modified_) number_ = static_cast<u8>(number_ * 10 + (byte - '0'));
        return;
    }
    if (byte == ';') {
        is_modified_ = true;
        return;
    }
    state_ = State::Plain;
    switch (byte) {
        case 'A': recall(1); break;
        case 'B': recall(-1); break;
        case 'C': cursor_ = is_modified_ ? word_right() : right(); break;
        case 'D': cursor_ = is_modified_ ? word_left() : left(); break;
        case 'H': cursor_ = 0; break;
        case 'F': cursor_ = size_; break;
        case '~': numbered_key(); break;
        default: break;
    }
}

void LineEditor::numbered_key() {
    switch (number_) {
        case 1:
        case 7: cursor_ = 0; break;
        case 4:
        case 8: cursor_ = size_; break;
        case 3:
            if (is_modified_)
                kill(cursor_, word_right());
            else
                erase(cursor_, right());
            break;
        default: break;
    }
}

// --- drawing -------------------------------------------------------------------------------------

void LineEditor::redraw() {
    shown_ = shown_cursor_ = hidden_ = 0;
    changed_ = 0;
    screen_.write(prompt_);
    draw();
}

void LineEditor::move(usize from, usize to) {
    constexpr usize kShort = 4;
    const bool is_left = to < from;
    usize distance = is_left ? from - to : to - from;
    if (is_left && distance <= kShort) screen_.write({"\b\b\b\b", distance});
    if (distance == 0 || (is_left && distance <= kShort)) return;
    char text[16];
    usize at = sizeof text;
    text[--at] = is_left ? 'D' : 'C';
    for (; distance; distance /= 10) text[--at] = static_cast<char>('0' + distance % 10);
    text[--at] = '[';
    text[--at] = kEscape;
    screen_.write({text + at, sizeof text - at});
}

// Whether the line does not fit between the prompt and the terminal's last column, which stays
// free, as terminals differ in where the cursor is behind it.
bool LineEditor::scrolls(usize total) const {
    return columns_ != 0 && utf8::count(prompt_) + total + 1 > columns_;
}

void LineEditor::draw() {
    const usize total = columns_of(size_);
    if (scrolls(total)) return draw_part();
    if (hidden_) {
        screen_.write("\r\x1b[K");
        return redraw();
    }
    draw_change(total);
}

void LineEditor::draw_change(usize total) {
    if (changed_ < size_ || (changed_ != kUnchanged && total < shown_)) {
        move(shown_cursor_, columns_of(changed_));
        screen_.write({text_.data() + changed_, size_ - changed_});
        if (total < shown_) screen_.write("\x1b[K");
        shown_cursor_ = shown_ = total;
    }
    changed_ = kUnchanged;
    const usize wanted = columns_of(cursor_);
    move(shown_cursor_, wanted);
    shown_cursor_ = wanted;
}

// The part of the line around the cursor.
void LineEditor::draw_part() {
    constexpr usize kLeast = 8;
    const usize used = utf8::count(prompt_) + 1;
    const usize room = columns_ > used + kLeast ? columns_ - used : kLeast;
    const usize wanted = columns_of(cursor_);
    if (wanted < hidden_) hidden_ = wanted;
    if (wanted > hidden_ + room) hidden_ = wanted - room;
    const usize from = utf8::offset_of(line(), hidden_);
    const usize to = utf8::offset_of(line(), hidden_ + room);
    screen_.write("\r");
    screen_.write(prompt_);
    screen_.write({text_.data() + from, to - from});
    screen_.write("\x1b[K");
    shown_ = columns_of(to) - hidden_;
    shown_cursor_ = wanted - hidden_;
    move(shown_, shown_cursor_);
    changed_ = kUnchanged;
}

}  // namespace krait
