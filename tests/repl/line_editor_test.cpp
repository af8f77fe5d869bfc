#include "repl/line_editor.hpp"

#include <gtest/gtest.h>

#include <string>

namespace krait {
namespace {

using Event = LineEditor::Event;

// What is sent to it, and what a terminal would show of that in its last line.
class FakeTerminal final : public Screen {
  public:
    void write(std::string_view text) override {
        sent += text;
        for (char c : text) show(c);
    }
    std::string take_sent() { return std::exchange(sent, ""); }

    std::string sent, line;
    usize column = 0;

  private:
    void show(char c) {
        if (!escape_.empty() || c == '\x1b') return show_escape(c);
        switch (c) {
            case '\b': --column; return;
            case '\r': column = 0; return;
            case '\n':
                column = 0;
                line.clear();
                return;
            case '\a': return;
            default: break;
        }
        if (line.size() <= column) line.resize(column + 1, ' ');
        line[column++] = c;
    }
    void show_escape(char c) {
        escape_ += c;
        if (escape_.size() < 3 || (c >= '0' && c <= '9')) return;
        const usize n = escape_.size() > 3 ? std::stoul(escape_.substr(2)) : 1;
        if (c == 'C') column += n;
        if (c == 'D') column -= n;
        if (c == 'J' || c == 'H') {
            column = 0;
            line.clear();
        }
        if (c == 'K') line.resize(std::min(line.size(), column));
        escape_.clear();
    }
    std::string escape_;
};

class LineEditorTest : public ::testing::Test {
  protected:
    LineEditorTest() { start(); }

    void start() { editor.begin_statement(">>> ", columns); }
    Event type(std::string_view keys) {
        Event event = Event::None;
        for (char c : keys) event = editor.feed(static_cast<u8>(c));
        return event;
    }
    // Types lines, each of which is to end with Enter.
    void type_statement(std::initializer_list<std::string_view> lines) {
        start();
        for (std::string_view line : lines) {
            EXPECT_EQ(type(std::string(line) + "\r"), Event::Line);
            editor.begin_next_line("... ", columns);
        }
    }
    // What the keys make of an empty line.
    std::string edited(std::string_view keys) {
        start();
        type(keys);
        return std::string(editor.line());
    }
    // What is sent for the last keys.
    std::string redraw(std::string_view before, std::string_view keys) {
        start();
        type(before);
        terminal.take_sent();
        type(keys);
        return terminal.take_sent();
    }

    FakeTerminal terminal;
    char memory[512] = {};
    usize columns = 0;
    LineEditor editor{memory, terminal};
};

TEST_F(LineEditorTest, EchoesWhatIsTyped) {
    EXPECT_EQ(terminal.take_sent(), ">>> ");
    EXPECT_EQ(type("x=1"), Event::None);
    EXPECT_EQ(terminal.take_sent(), "x=1");
    EXPECT_EQ(type("\r"), Event::Line);
    EXPECT_EQ(terminal.sent, "\n");
    EXPECT_EQ(editor.line(), "x=1");
}

TEST_F(LineEditorTest, SendsOnlyWhatChanged) {
    EXPECT_EQ(redraw("abc", "\x7f"), "\b\x1b[K");
    EXPECT_EQ(redraw("abc\x02", "X"), "Xc\b");
    EXPECT_EQ(redraw("abc\x02\x02", "\x04"), "c\x1b[K\b");
    EXPECT_EQ(redraw("abc", "\x01"), "\b\b\b");
    EXPECT_EQ(redraw("abcdef", "\x01"), "\x1b[6D");
    EXPECT_EQ(redraw("abc\x01", "\x06"), "\x1b[1C");
    EXPECT_EQ(redraw("abc", "\x05"), "");
    EXPECT_EQ(redraw("", "\x7f\x06\x0b\x15\x17"), "");
}

TEST_F(LineEditorTest, MovesAndErases) {
    EXPECT_EQ(edited("bc\x01"
                     "a"),
              "abc");
    EXPECT_EQ(edited("ac\x1b[Db"), "abc");
    EXPECT_EQ(edited("ab\x1b[H\x1b[C-"), "a-b");
    EXPECT_EQ(edited("ab\x1b[1~x\x1b[4~y"), "xaby");
    EXPECT_EQ(edited("ab\x1bOHx\x1bOFy"), "xaby");
    EXPECT_EQ(edited("abc\x1b[H\x1b[3~"), "bc");
    EXPECT_EQ(edited("abc\x01\x04\x04"), "c");
    EXPECT_EQ(edited("\x1b[D\x1b[C\x1b[3~\x7f"), "");
}

TEST_F(LineEditorTest, MovesByWords) {
    EXPECT_EQ(edited("one two\x1b"
                     "b-"),
              "one -two");
    EXPECT_EQ(edited("one two  \x1b[1;5D-"), "one -two  ");
    EXPECT_EQ(edited("one two\x01\x1b"
                     "f-"),
              "one- two");
    EXPECT_EQ(edited("one two\x01\x1b[1;3C-"), "one- two");
}

TEST_F(LineEditorTest, CutsAndPastes) {
    EXPECT_EQ(edited("one two\x17"), "one ");
    EXPECT_EQ(edited("one two\x1b\x7f"), "one ");
    EXPECT_EQ(edited("one two\x01\x1b"
                     "d"),
              " two");
    EXPECT_EQ(edited("one two\x1b"
                     "b\x0b"),
              "one ");
    EXPECT_EQ(edited("one two\x1b"
                     "b\x15"),
              "two");
    EXPECT_EQ(edited("one two\x17\x01\x19-"), "two-one ");
    EXPECT_EQ(edited("one\x15\x0b\x19\x19"), "oneone");  // cutting nothing keeps what was cut
}

TEST_F(LineEditorTest, UnknownKeysDoNothing) {
    EXPECT_EQ(edited("a\x1bz\x1b[5~\x1b[15;2~\x1b[Z\x07\x1c"
                     "b"),
              "ab");
}

TEST_F(LineEditorTest, CharactersOfSeveralBytesAreWhole) {
    EXPECT_EQ(redraw("", "\xc3"), "");
    EXPECT_EQ(redraw("", "\xc3\xa4"), "\xc3\xa4");
    EXPECT_EQ(redraw("\xe2\x82\xac"
                     "b\x01",
                     "\x06\x7f"),
              "\x1b[1C\bb\x1b[K\b");
    EXPECT_EQ(edited("\xa4x\xffy\xc3z"), "xyz");
}

TEST_F(LineEditorTest, HistoryGoesBackAndForth) {
    type_statement({"one"});
    type_statement({"two"});
    EXPECT_EQ(edited("\x10"), "two");
    EXPECT_EQ(edited("\x10\x10\x10"), "one");
    EXPECT_EQ(edited("new\x10\x10\x0e\x0e!"), "new!");
    EXPECT_EQ(edited("\x1b[A\x1b[A\x1b[B"), "two");
    EXPECT_EQ(edited("\x0e"), "");
}

TEST_F(LineEditorTest, HistoryRedrawsFromTheFirstDifference) {
    type_statement({"print(1)"});
    type_statement({"print(23)"});
    EXPECT_EQ(redraw("\x10", "\x10"), "\b\b\b1)\x1b[K");
}

TEST_F(LineEditorTest, HistoryKeepsNoBlankAndNoRepeatedLine) {
    type_statement({"one"});
    type_statement({"two"});
    type_statement({"two"});
    start();
    EXPECT_EQ(type("   \r"), Event::Line);
    EXPECT_EQ(edited("\x10\x10"), "one");
}

TEST_F(LineEditorTest, OldestHistoryGivesWay) {
    for (char c = 'a'; c <= 'z'; ++c) type_statement({std::string(50, c)});
    start();
    for (int i = 0; i < 40; ++i) type("\x10");
    EXPECT_EQ(editor.line(), std::string(50, 'v'));  // 256 bytes hold five of them
}

TEST_F(LineEditorTest, WhatDoesNotFitRingsTheBell) {
    const std::string longest(128, 'x');
    EXPECT_EQ(redraw(longest, "y"), "\a");
    EXPECT_EQ(editor.line(), longest);
}

TEST_F(LineEditorTest, ModesAreAskedForWhereAStatementBegins) {
    EXPECT_EQ(type("\x01"), Event::Raw);
    EXPECT_EQ(type("\x02"), Event::Friendly);
    EXPECT_EQ(type("\x05"), Event::Paste);
    EXPECT_EQ(type("\x04"), Event::End);
    EXPECT_EQ(type("\x03"), Event::Interrupt);
    type_statement({"if x:"});
    EXPECT_EQ(type("\x7f\x01\x02\x05"), Event::None);
    EXPECT_EQ(type("\x04"), Event::End);
}

TEST_F(LineEditorTest, TabAsksForNames) {
    EXPECT_EQ(type("a\t"), Event::Complete);
    EXPECT_EQ(editor.before_cursor(), "a");
    terminal.take_sent();
    editor.insert("bc");
    EXPECT_EQ(terminal.take_sent(), "bc");
    editor.redraw();
    EXPECT_EQ(terminal.sent, ">>> abc");
}

TEST_F(LineEditorTest, TabIndentsAnEmptyLine) { EXPECT_EQ(edited("\tx"), "    x"); }

TEST_F(LineEditorTest, BlocksAreIndented) {
    type_statement({"def f():"});
    EXPECT_EQ(editor.line(), "    ");
    type_statement({"def f():", "if x:"});
    EXPECT_EQ(editor.line(), "        ");
    type_statement({"def f():", "if x:", "y"});
    EXPECT_EQ(editor.line(), "        ");
    type_statement({"def f():", "if x:", "\x7fy"});
    EXPECT_EQ(editor.line(), "    ");
    type_statement({"f(1,"});
    EXPECT_EQ(editor.line(), "");
}

TEST_F(LineEditorTest, TwoBlankLinesEndTheIndentation) {
    type_statement({"if x:", "y", ""});
    EXPECT_EQ(editor.line(), "    ");
    type_statement({"if x:", "y", "", ""});
    EXPECT_EQ(editor.line(), "");
}

TEST_F(LineEditorTest, BackspaceTakesALevelAway) {
    type_statement({"if x:", "if y:"});
    terminal.take_sent();
    type("\x7f");
    EXPECT_EQ(terminal.take_sent(), "\b\b\b\b\x1b[K");
    EXPECT_EQ(editor.line(), "    ");
}

TEST_F(LineEditorTest, OwnIndentationTakesThePlaceOfTheEditors) {
    type_statement({"if x:"});
    terminal.take_sent();
    type("  y");
    EXPECT_EQ(terminal.take_sent(), "\b\b\b y");
    EXPECT_EQ(editor.line(), "  y");
    type("\r");
    editor.begin_next_line("... ", columns);
    EXPECT_EQ(editor.line(), "");
    type_statement({"if x:"});
    type("\ty");
    EXPECT_EQ(editor.line(), "    y");
}

TEST_F(LineEditorTest, ALongLineShowsThePartAroundTheCursor) {
    columns = 20;
    start();
    type("abcdefghijklmnopqrstuvwxyz");
    EXPECT_EQ(terminal.line, ">>> lmnopqrstuvwxyz");
    EXPECT_EQ(terminal.column, 19u);
    type("\x01");
    EXPECT_EQ(terminal.line, ">>> abcdefghijklmno");
    EXPECT_EQ(terminal.column, 4u);
    type(
        "\x1b"
        "d123");
    EXPECT_EQ(terminal.line, ">>> 123");
    EXPECT_EQ(terminal.column, 7u);
}

// Whatever is typed, the terminal shows the line (or the part around the cursor), with its cursor
// where the editor's is.
TEST_F(LineEditorTest, TheTerminalShowsWhatTheEditorHolds) {
    constexpr std::string_view kKeys[] = {"a",
                                          "b",
                                          " ",
                                          "x.y",
                                          "\x01",
                                          "\x02",
                                          "\x04",
                                          "\x05",
                                          "\x06",
                                          "\x0b",
                                          "\x0e",
                                          "\x10",
                                          "\x15",
                                          "\x17",
                                          "\x19",
                                          "\x7f",
                                          "\x7f",
                                          "\x1b"
                                          "b",
                                          "\x1b"
                                          "f",
                                          "\x1b"
                                          "d",
                                          "\x1b[A",
                                          "\x1b[B",
                                          "\t",
                                          "\x0c",
                                          "\x1b[1;5C",
                                          "\x1b[3~",
                                          "long word"};
    u32 random = 1;
    for (columns = 0; columns <= 24; columns += 12) {
        type_statement({"if x:"});
        for (int i = 0; i < 20000; ++i) {
            random = random * 1664525 + 1013904223;
            std::string_view key = kKeys[(random >> 8) % std::size(kKeys)];
            if (editor.line().empty() && key[0] < 32 && key[0] != '\x10') key = "q";
            if (type(key) == Event::Complete) continue;
            const usize cursor = editor.before_cursor().size();
            if (columns == 0) {
                ASSERT_EQ(terminal.line, "... " + std::string(editor.line())) << i;
                ASSERT_EQ(terminal.column, 4 + cursor) << i;
            } else {
                ASSERT_LE(terminal.line.size(), columns - 1 + 8) << i;
                const std::string before = terminal.line.substr(4, terminal.column - 4);
                ASSERT_TRUE(editor.before_cursor().ends_with(before)) << i;
                const std::string after = terminal.line.substr(terminal.column);
                ASSERT_TRUE(editor.line().substr(cursor).starts_with(after)) << i;
            }
        }
    }
}

TEST_F(LineEditorTest, ATerminalOfUnknownWidthWrapsByItself) {
    const std::string text(100, 'x');
    type(text);
    EXPECT_EQ(terminal.line, ">>> " + text);
}

}  // namespace
}  // namespace krait
