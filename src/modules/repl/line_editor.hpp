// LineEditor: one line typed at a terminal, with the usual keys, a history and completion.
//
// It talks to the board's console in raw mode and draws the line itself; of a line that is longer
// than the terminal is wide, the part around the cursor is shown. Waiting for keys is a wait like
// any other, so callbacks run meanwhile. Lives on the C stack; lines stand in the heap.
#pragma once

#include "core/interp.hpp"

namespace krait {

class LineEditor : private RootSource {
  public:
    enum class Outcome : u8 { Line, Interrupted, EndOfInput };
    // What may stand at the place of the word before the cursor; see completion.hpp.
    using Completer = Value (*)(Interp&, std::string_view text_before_cursor);

    LineEditor(Interp& in, Completer completer);
    ~LineEditor();
    LineEditor(const LineEditor&) = delete;

    // Edits a line that begins with `indent` blanks; the text is in line() afterwards. Empty: an
    // exception other than Ctrl-C is pending (the run ends).
    Result<isize> edit(std::string_view prompt, usize indent);
    std::string_view line() const { return {text_->data, size_}; }
    // Keeps the line for later edits.
    Status remember();

  private:
    static constexpr usize kHistory = 100, kIndent = 4;
    struct Text : Object {  // a ByteArray seen as characters
        usize capacity;
        char data[];
    };

    void trace_roots(Marker&) override;
    Result<isize> next_byte();  // -1: the end of the input
    Result<isize> key(int byte);
    Status escape_sequence();
    Status insert(std::string_view text);
    void erase(usize from, usize to);
    void move_to(usize place) { cursor_ = place; }
    usize left() const;
    usize right() const;
    usize word_left() const;
    usize word_right() const;
    Status recall(isize step);
    Status complete();
    Status show_choices(List* choices);
    void draw();
    void write(std::string_view text);

    Interp& in_;
    Completer completer_;
    Text* text_ = nullptr;
    usize size_ = 0, cursor_ = 0;
    List* history_ = nullptr;
    usize recalled_ = 0;    // place in the history; its size: the line being typed
    Str* typed_ = nullptr;  // that line, while another one is shown
    std::string_view prompt_;
    Str* killed_ = nullptr;  // what Ctrl-K, Ctrl-U or Ctrl-W took
    u8 pending_[64];
    usize pending_size_ = 0, pending_at_ = 0;
};

}  // namespace krait
