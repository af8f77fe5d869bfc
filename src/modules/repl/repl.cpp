#include "modules/repl/repl.hpp"

#include "core/scheduler.hpp"
#include "core/str_builder.hpp"
#include "modules/console.hpp"
#include "modules/repl/completion.hpp"
#include "modules/repl/line_editor.hpp"
#include "vm/builtins.hpp"
#include "vm/traceback.hpp"

namespace krait {

namespace {

using Outcome = LineEditor::Outcome;

class Repl {
  public:
    Repl(Interp& in, Dict* globals) : in_(in), globals_(globals), editor_(in, complete_names) {}

    Result<bool> run() {
        while (true) {
            StrBuilder source(in_);
            const isize outcome = KRAIT_TRY(read_statement(source));
            if (outcome == static_cast<isize>(Outcome::EndOfInput)) return true;
            if (outcome == static_cast<isize>(Outcome::Line)) KRAIT_TRY(run_source(source.view()));
        }
    }

  private:
    bool is_interactive() { return in_.board()->console().is_interactive(); }

    // A line, without its newline, into `line_`.
    Result<isize> read_line(std::string_view prompt, usize indent) {
        if (is_interactive()) {
            const isize outcome = KRAIT_TRY(editor_.edit(prompt, indent));
            if (outcome == static_cast<isize>(Outcome::Line)) KRAIT_TRY(editor_.remember());
            line_ = KRAIT_TRY(new_str(in_, editor_.line()));
            return outcome;
        }
        line_ = KRAIT_TRY(krait::read_line(in_, current_stream(in_, "stdin"_sym, kStdin)));
        std::string_view text = line_->view();
        if (text.empty()) return static_cast<isize>(Outcome::EndOfInput);
        if (text.ends_with('\n')) text.remove_suffix(1);
        line_ = KRAIT_TRY(new_str(in_, text));
        return static_cast<isize>(Outcome::Line);
    }

    // How far the next line of a block is indented: as this one, and more behind a colon.
    static usize next_indent(std::string_view line) {
        usize indent = std::min(line.find_first_not_of(' '), line.size());
        const usize last = line.find_last_not_of(" \t");
        if (last != std::string_view::npos && line[last] == ':') indent += 4;
        return indent;
    }

    // Lines until they make a statement (or an error).
    Result<isize> read_statement(StrBuilder& source) {
        std::string_view prompt = ">>> ";
        usize indent = 0;
        for (bool first = true;; first = false) {
            const isize outcome = KRAIT_TRY(read_line(prompt, indent));
            const bool ended = outcome == static_cast<isize>(Outcome::EndOfInput);
            if (ended && !first) {  // what there is of the block is run
                KRAIT_TRY(source.append_char('\n'));
                return static_cast<isize>(Outcome::Line);
            }
            if (outcome != static_cast<isize>(Outcome::Line)) return outcome;
            std::string_view line = line_->view();
            if (line.find_first_not_of(" \t") == std::string_view::npos) line = {};
            if (!first) KRAIT_TRY(source.append_char('\n'));
            KRAIT_TRY(source.append(line));
            if (!KRAIT_TRY(is_incomplete(source.view()))) return outcome;
            prompt = "... ";
            indent = next_indent(line);
        }
    }

    Result<bool> is_incomplete(std::string_view source) {
        Str* filename = mutable_name("<stdin>"_sym);
        if (compile_source(in_, source, filename, CompileMode::Interactive)) return false;
        if (!is_instance(in_.pending(), &kSyntaxError)) {
            if (!is_instance(in_.pending(), &kException)) return {};
            (void)in_.take_pending();
            return false;  // running it says what is wrong
        }
        const Value e = in_.take_pending();
        const Value flag = KRAIT_TRY(get_attr_or(in_, e, "_incomplete"_sym, false_()));
        return flag == true_();
    }

    // Runs the statement; its exceptions are shown, but for those that end the run.
    Status run_source(std::string_view source) {
        Str* filename = mutable_name("<stdin>"_sym);
        auto code = compile_source(in_, source, filename, CompileMode::Interactive);
        if (code && in_.vm().run_code(code.take(), globals_, Value())) return kOk;
        if (is_instance(in_.pending(), &kSystemExit)) return {};
        print_exception(in_, in_.take_pending());
        return kOk;
    }

    Interp& in_;
    Dict* globals_;
    LineEditor editor_;
    Str* line_ = nullptr;
};

}  // namespace

Result<bool> run_repl(Interp& in, Dict* globals) {
    Repl repl(in, globals);
    for (;;) {
        auto ended = repl.run();
        if (ended || !is_instance(in.pending(), &kKeyboardInterrupt)) return ended;
        (void)in.take_pending();  // Ctrl-C while nothing ran
        KRAIT_TRY(console_write(in, ConsoleEnd::Output, "\nKeyboardInterrupt\n"));
    }
}

}  // namespace krait
