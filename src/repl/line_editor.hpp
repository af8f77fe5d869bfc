// LineEditor: a line being typed at a terminal, as a machine from bytes (keys) to bytes (redraw).
//
// It knows no console and no interpreter: what was typed goes into feed(), what the terminal is to
// be sent comes out of the Screen, and what is more than editing (the line is complete, names are
// wanted, another mode) is feed()'s answer. All memory is given at the start and never grows; what
// does not fit rings the bell.
//
// Drawing is minimal, as lines are slow: only what changed is sent, from there to the line's end.
// Two figures say what the terminal shows: the column of its cursor, and how many columns are in
// use. Of a line that is longer than the terminal is wide, the part around the cursor is shown; of
// a terminal whose width is unknown (a UART) it is hoped that it wraps.
//
// Indentation is typed by the editor where a block goes on. Whoever types blanks there means his
// own indentation (a paste, most likely), which takes the place of the editor's; then no more is
// added until the statement ends.
#pragma once

#include "base/utf8.hpp"
#include "repl/history.hpp"

namespace krait {

class Screen {
  public:
    virtual void write(std::string_view text) = 0;

  protected:
    ~Screen() = default;
};

class LineEditor {
  public:
    enum class Event : u8 {
        None,       // go on
        Line,       // Enter: line() is complete
        Complete,   // Tab: insert() or redraw() is expected
        Interrupt,  // Ctrl-C
        End,        // Ctrl-D on an empty line
        Raw,        // Ctrl-A; this and the following only where a statement may begin
        Friendly,   // Ctrl-B
        Paste,      // Ctrl-E
        NoInput,    // not from here: there are no more keys
    };

    // Requires: at least 128 bytes of memory.
    LineEditor(std::span<char> memory, Screen& screen);

    // Begins a statement's first line, or its next one, and draws it. `columns`: how wide the
    // terminal is, 0 if that is unknown. `prompt` must live until the line ends.
    void begin_statement(std::string_view prompt, usize columns);
    void begin_next_line(std::string_view prompt, usize columns);
    // Takes a byte that was typed.
    Event feed(u8 byte);
    // The line; valid until the next begin.
    std::string_view line() const { return {text_.data(), size_}; }
    std::string_view before_cursor() const { return {text_.data(), cursor_}; }
    // Types text, and draws.
    void insert(std::string_view text);
    // Draws everything anew, on a fresh line: after something else was written.
    void redraw();

  private:
    enum class State : u8 { Plain, Escape, Sequence, Shifted };
    static constexpr usize kIndent = 4, kUnchanged = ~usize{0};

    void begin(std::string_view prompt, usize columns);
    Event control(u8 byte);
    Event end_line(Event event);
    void after_escape(u8 byte);
    void sequence(u8 byte);
    void numbered_key();
    void type(u8 byte);
    void backspace();
    void tab();
    bool replaces_indent();

    bool put(std::string_view text);
    void erase(usize from, usize to);
    void kill(usize from, usize to);
    void recall(isize step);
    void replace(std::string_view text);
    usize left() const;
    usize right() const;
    usize word_left() const;
    usize word_right() const;

    usize columns_of(usize offset) const { return utf8::count({text_.data(), offset}); }
    void changed(usize offset) { changed_ = offset < changed_ ? offset : changed_; }
    bool scrolls(usize total) const;
    void draw();
    void draw_change(usize total);
    void draw_part();
    void move(usize from, usize to);

    Screen& screen_;
    std::span<char> text_, killed_;
    History history_;
    usize size_ = 0, cursor_ = 0, killed_size_ = 0;
    std::string_view prompt_;
    usize columns_ = 0;
    usize recalled_ = 0;  // place in the history, counted from the newest; 0: the line itself
    State state_ = State::Plain;
    u8 number_ = 0;                 // of the escape sequence: the first one
    bool is_modified_ = false;      // it has a second one
    char pending_[utf8::kMaxSize];  // a character that has come in part
    usize pending_size_ = 0;
    usize last_indent_ = 0;   // of the line before
    u8 blank_lines_ = 0;      // in a row
    bool is_first_ = true;    // line of its statement
    bool indents_ = true;     // the statement is indented by the editor
    bool is_indent_ = false;  // the line holds what the editor typed, and the cursor is behind it
    usize changed_ = kUnchanged;  // the first byte that the terminal does not show as it is
    usize shown_ = 0, shown_cursor_ = 0, hidden_ = 0;  // columns
};

}  // namespace krait
