// The friendly prompt: lines are edited, make statements, and are run; values are shown.
#pragma once

#include "bytecode/compiler.hpp"
#include "core/str_builder.hpp"
#include "repl/link.hpp"

namespace krait {

// What a session at the prompt ended with; other ends are exceptions.
enum class SessionEnd : u8 {
    NoInput,   // the input ended
    Reset,     // Ctrl-D
    Raw,       // Ctrl-A: the other mode is wanted
    Friendly,  // Ctrl-B
};

class FriendlySession : private RootSource {
  public:
    // `memory` is for editing and the history (LineEditor).
    FriendlySession(Interp& in, Link& link, Dict* globals, ByteArray* memory);
    ~FriendlySession();
    FriendlySession(const FriendlySession&) = delete;

    // Says hello, and serves until something else is wanted.
    Status run(SessionEnd& end);

  private:
    using Event = LineEditor::Event;

    void trace_roots(Marker&) override;
    Status greet();
    Result<const Str*> prompt(const Str* name, const Str* otherwise);
    Status read_line(bool is_first, Event& event);
    Status read_statement(Event& event);
    Status read_paste(Event& event);
    Result<bool> wants_more(std::string_view source);
    Status complete();
    void show_choices(std::span<const Value> choices);
    Status run_text(CompileMode mode);

    Interp& in_;
    Link& link_;
    Dict* globals_;
    ByteArray* memory_;
    LineEditor editor_;
    StrBuilder source_;
    const Str* prompt_ = nullptr;
    Str* plain_line_ = nullptr;  // of an input that is no terminal
};

}  // namespace krait
