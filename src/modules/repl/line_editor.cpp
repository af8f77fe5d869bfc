#include "modules/repl/line_editor.hpp"

#include "base/utf8.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"
#include "core/stream.hpp"
#include "modules/console.hpp"
#include "modules/terminal.hpp"

namespace krait {

namespace {

constexpr int ctrl(char c) { return c & 31; }
constexpr int kEscape = 27, kDelete = 127, kEnd = -1;
// What edit() and key() answer, beside "go on".
constexpr isize kGoOn = -1;
constexpr isize outcome(LineEditor::Outcome o) { return static_cast<isize>(o); }

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<u8>(c) >= 128;
}

}  // namespace

LineEditor::LineEditor(Interp& in, Completer completer) : in_(in), completer_(completer) {
    in.add_roots(*this);
}

LineEditor::~LineEditor() { in_.remove_roots(*this); }

void LineEditor::trace_roots(Marker& m) {
    m.object(text_);
    m.object(history_);
    m.object(typed_);
    m.object(killed_);
}

// --- the text ------------------------------------------------------------------------------------

Status LineEditor::insert(std::string_view text) {
    if (!text_ || text_->capacity - size_ < text.size()) {
        const usize capacity = std::max<usize>(2 * (size_ + text.size()), 128);
        auto* bigger = KRAIT_TRY(in_.make<ByteArray>(sizeof(ByteArray) + capacity));
        bigger->capacity = capacity;
        if (text_) std::copy_n(text_->data, size_, reinterpret_cast<char*>(bigger->data));
        text_ = reinterpret_cast<Text*>(bigger);
    }
    std::copy_backward(text_->data + cursor_, text_->data + size_,
                       text_->data + size_ + text.size());
    std::copy(text.begin(), text.end(), text_->data + cursor_);
    size_ += text.size();
    cursor_ += text.size();
    return kOk;
}

void LineEditor::erase(usize from, usize to) {
    std::copy(text_->data + to, text_->data + size_, text_->data + from);
    size_ -= to - from;
    cursor_ = from;
}

usize LineEditor::left() const {
    if (cursor_ == 0) return 0;
    return static_cast<usize>(utf8::previous(text_->data + cursor_) - text_->data);
}
usize LineEditor::right() const {
    if (cursor_ == size_) return size_;
    return static_cast<usize>(utf8::next(text_->data + cursor_) - text_->data);
}
usize LineEditor::word_left() const {
    usize at = cursor_;
    while (at > 0 && !is_word(text_->data[at - 1])) --at;
    while (at > 0 && is_word(text_->data[at - 1])) --at;
    return at;
}
usize LineEditor::word_right() const {
    usize at = cursor_;
    while (at < size_ && !is_word(text_->data[at])) ++at;
    while (at < size_ && is_word(text_->data[at])) ++at;
    return at;
}

// --- drawing -------------------------------------------------------------------------------------

void LineEditor::write(std::string_view text) {
    const Bytes bytes{reinterpret_cast<const u8*>(text.data()), text.size()};
    (void)in_.board()->console().write(bytes);
    if (has_terminal(in_) && !write_terminal(in_, bytes)) in_.report_unraisable(none());
}

// Draws prompt and line anew, and puts the cursor where it belongs.
void LineEditor::draw() {
    const std::string_view all = line();
    const usize columns = in_.board()->console().columns();
    const usize room = columns > prompt_.size() + 8 ? columns - prompt_.size() - 1 : 8;
    const usize before = utf8::count({all.data(), cursor_});
    const usize hidden = before > room ? before - room : 0;
    const usize from = utf8::offset_of(all, hidden), to = utf8::offset_of(all, hidden + room);
    write("\r");
    write(prompt_);
    write({all.data() + from, to - from});
    write("\x1b[K\r");
    char move[16];
    usize right = prompt_.size() + before - hidden, n = sizeof move;
    if (right == 0) return;
    move[--n] = 'C';
    for (; right; right /= 10) move[--n] = static_cast<char>('0' + right % 10);
    move[--n] = '[';
    move[--n] = '\x1b';
    write({move + n, sizeof move - n});
}

// --- history -------------------------------------------------------------------------------------

Status LineEditor::remember() {
    if (!history_) history_ = KRAIT_TRY(new_list(in_));
    const std::string_view text = line();
    if (text.find_first_not_of(" \t") == std::string_view::npos) return kOk;
    const usize count = history_->size();
    if (count && as<Str>(history_->begin()[count - 1])->view() == text) return kOk;
    if (count == kHistory) list_close(in_, history_, 0, 1);
    return list_append(in_, history_, KRAIT_TRY(new_str(in_, text)));
}

Status LineEditor::recall(isize step) {
    const usize count = history_ ? history_->size() : 0;
    const isize wanted = static_cast<isize>(recalled_) + step;
    if (wanted < 0 || wanted > static_cast<isize>(count)) return kOk;
    if (recalled_ == count) typed_ = KRAIT_TRY(new_str(in_, line()));
    recalled_ = static_cast<usize>(wanted);
    const Str* text = recalled_ == count ? typed_ : as<Str>(history_->begin()[recalled_]);
    size_ = cursor_ = 0;
    return insert(text->view());
}

// --- completion ----------------------------------------------------------------------------------

Status LineEditor::show_choices(List* choices) {
    usize widest = 0;
    for (Value v : choices->span()) widest = std::max(widest, as<Str>(v)->size());
    const usize per_line = std::max<usize>(1, in_.board()->console().columns() / (widest + 2));
    write("\r\n");
    for (usize i = 0; i < choices->size(); ++i) {
        const Str* text = as<Str>(choices->begin()[i]);
        write(text->view());
        const bool last = (i + 1) % per_line == 0 || i + 1 == choices->size();
        if (last) write("\r\n");
        for (usize pad = text->size(); !last && pad < widest + 2; ++pad) write(" ");
    }
    return kOk;
}

// The longest text that all choices begin with goes in; if that adds nothing, they are shown.
Status LineEditor::complete() {
    const std::string_view before = line().substr(0, cursor_);
    if (before.find_first_not_of(" \t") == std::string_view::npos) return insert("    ");
    usize start = cursor_;
    while (start > 0 && is_word(text_->data[start - 1])) --start;
    const Value found = completer_(in_, before);
    if (!found) {
        if (!is_instance(in_.pending(), &kException)) return {};
        (void)in_.take_pending();
        return kOk;
    }
    List* choices = as<List>(found);
    if (choices->size() == 0) return kOk;
    std::string_view common = as<Str>(choices->begin()[0])->view();
    for (Value v : choices->span()) {
        const std::string_view other = as<Str>(v)->view();
        usize same = 0;
        while (same < std::min(common.size(), other.size()) && common[same] == other[same]) ++same;
        common = {common.data(), same};
    }
    const usize typed = cursor_ - start;
    if (common.size() > typed) return insert({common.data() + typed, common.size() - typed});
    return choices->size() > 1 ? show_choices(choices) : Status(kOk);
}

// --- keys ----------------------------------------------------------------------------------------

Result<isize> LineEditor::next_byte() {
    if (pending_at_ < pending_size_) return isize{pending_[pending_at_++]};
    if (has_terminal(in_)) {
        const isize n = KRAIT_TRY(stream_read_some(in_, &kStdin, pending_));
        pending_size_ = static_cast<usize>(n);
        pending_at_ = 1;
        return n == 0 ? isize{kEnd} : isize{pending_[0]};
    }
    for (;;) {
        const hal::IoResult n = in_.board()->console().read(pending_);
        if (n.is_ok()) {
            pending_size_ = static_cast<usize>(n.count());
            pending_at_ = 1;
            return n.count() == 0 ? isize{kEnd} : isize{pending_[0]};
        }
        if (!n.is(hal::Errno::Again)) return raise_hal(in_, n.error());
        hal::PollEntry entry{hal::PollKind::Console, hal::kPollIn, 0, 0};
        (void)KRAIT_TRY(in_.scheduler()->wait_once(hal::kForever, {&entry, 1}));
    }
}

// What follows an Escape: arrows, Home, End, Delete; Alt-B, Alt-F.
Status LineEditor::escape_sequence() {
    const isize first = KRAIT_TRY(next_byte());
    if (first == 'b') return move_to(word_left()), Status(kOk);
    if (first == 'f') return move_to(word_right()), Status(kOk);
    if (first != '[' && first != 'O') return kOk;
    isize code = KRAIT_TRY(next_byte()), number = 0, modifier = 0;
    while ((code >= '0' && code <= '9') || code == ';') {
        if (code == ';')
            modifier = 1;
        else if (!modifier)
            number = number * 10 + (code - '0');
        code = KRAIT_TRY(next_byte());
    }
    switch (code) {
        case 'A': return recall(-1);
        case 'B': return recall(1);
        case 'C': move_to(modifier ? word_right() : right()); break;
        case 'D': move_to(modifier ? word_left() : left()); break;
        case 'H': move_to(0); break;
        case 'F': move_to(size_); break;
        case '~':
            if (number == 1 || number == 7) move_to(0);
            if (number == 4 || number == 8) move_to(size_);
            if (number == 3 && cursor_ < size_) erase(cursor_, right());
            break;
        default: break;
    }
    return kOk;
}

// Handles a key; an outcome ends the line.
Result<isize> LineEditor::key(int byte) {
    auto kill = [&](usize from, usize to) -> Status {
        killed_ = KRAIT_TRY(new_str(in_, {text_->data + from, to - from}));
        erase(from, to);
        return kOk;
    };
    const bool all_blank =
        line().substr(0, cursor_).find_first_not_of(' ') == std::string_view::npos;
    Status ok = kOk;
    switch (byte) {
        case '\r':
        case '\n': return outcome(Outcome::Line);
        case ctrl('C'): return outcome(Outcome::Interrupted);
        case ctrl('D'):
            if (size_ == 0) return outcome(Outcome::EndOfInput);
            if (cursor_ < size_) erase(cursor_, right());
            break;
        case kDelete:
        case ctrl('H'):
            if (cursor_ && all_blank && cursor_ % kIndent == 0)
                erase(cursor_ - kIndent, cursor_);
            else if (cursor_)
                erase(left(), cursor_);
            break;
        case ctrl('A'): move_to(0); break;
        case ctrl('E'): move_to(size_); break;
        case ctrl('B'): move_to(left()); break;
        case ctrl('F'): move_to(right()); break;
        case ctrl('P'): ok = recall(-1); break;
        case ctrl('N'): ok = recall(1); break;
        case ctrl('K'): ok = kill(cursor_, size_); break;
        case ctrl('U'): ok = kill(0, cursor_); break;
        case ctrl('W'): ok = kill(word_left(), cursor_); break;
        case ctrl('Y'): ok = killed_ ? insert(killed_->view()) : Status(kOk); break;
        case ctrl('L'): write("\x1b[H\x1b[2J"); break;
        case ctrl('I'): ok = complete(); break;
        case kEscape: ok = escape_sequence(); break;
        default: {
            const char c = static_cast<char>(byte);
            if (byte >= 32) ok = insert({&c, 1});
            break;
        }
    }
    if (!ok) return {};
    return kGoOn;
}

Result<isize> LineEditor::edit(std::string_view prompt, usize indent) {
    prompt_ = prompt;
    size_ = cursor_ = 0;
    recalled_ = history_ ? history_->size() : 0;
    for (usize i = 0; i < indent; ++i) KRAIT_TRY(insert(" "));
    KRAIT_TRY(insert(""));
    hal::Console& console = in_.board()->console();
    console.set_raw(true);
    console.set_interrupt_char(-1);
    isize result = kGoOn;
    bool failed = false;
    draw();
    while (result == kGoOn && !failed) {
        auto byte = next_byte();
        auto handled = !byte                 ? Result<isize>()
                       : byte.take() == kEnd ? Result<isize>(outcome(Outcome::EndOfInput))
                                             : key(static_cast<int>(byte.take()));
        failed = !handled;
        if (!failed) result = handled.take();
        // A character that arrives in pieces is drawn when it is whole.
        const bool whole = utf8::check({reinterpret_cast<const u8*>(text_->data), size_}).ok();
        if (result == kGoOn && whole && pending_at_ >= pending_size_) draw();
    }
    console.set_raw(false);
    console.set_interrupt_char(3);
    if (failed) return {};
    cursor_ = size_;
    if (result == outcome(Outcome::Line)) draw();
    write("\r\n");
    return result;
}

}  // namespace krait
