// The raw REPL, for programs at the other end: nothing is echoed, and where output, errors and the
// whole end is marked. Works as MicroPython documents its own:
//
//     Ctrl-A            (at the prompt) "raw REPL; CTRL-B to exit", newline, ">"
//     text, Ctrl-D      "OK", output, 04, traceback if any, 04, ">"
//     Ctrl-C            forgets the text
//     Ctrl-D            without a text: a soft reset
//     Ctrl-B            back to the friendly prompt
//     Ctrl-E "A" Ctrl-A raw paste: "R" 01, the window as two bytes; then the text, of which the
//                       sender may have only so much under way as windows were granted (01 grants
//                       another), and Ctrl-D, which is answered by 04; output and so on as above
#pragma once

#include <optional>

#include "core/str_builder.hpp"
#include "repl/friendly.hpp"

namespace krait {

class RawSession {
  public:
    RawSession(Interp& in, Link& link, Dict* globals) : in_(in), link_(link), globals_(globals) {}

    // Serves until something else is wanted.
    Status run(SessionEnd& end);

  private:
    void greet();
    void forget();
    Status receive(u8 byte);
    Result<bool> read_paste();
    Status run_text();

    Interp& in_;
    Link& link_;
    Dict* globals_;
    std::optional<StrBuilder> source_;  // one for each text, as a long one takes much
    bool is_lost_ = false;              // there was no memory for the text
};

}  // namespace krait
