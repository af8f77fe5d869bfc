#include "repl/friendly.hpp"

#include <algorithm>

#include "core/class.hpp"
#include "hal/board.hpp"
#include "repl/completion.hpp"
#include "repl/execute.hpp"
#include "vm/builtins.hpp"

namespace krait {

FriendlySession::FriendlySession(Interp& in, Link& link, Dict* globals, ByteArray* memory)
    : in_(in),
      link_(link),
      globals_(globals),
      memory_(memory),
      editor_({reinterpret_cast<char*>(memory->data), memory->capacity}, link),
      source_(in) {
    in.add_roots(*this);
}

FriendlySession::~FriendlySession() { in_.remove_roots(*this); }

void FriendlySession::trace_roots(Marker& m) {
    m.object(globals_);
    m.object(memory_);
    m.object(prompt_);
    m.object(plain_line_);
}

Status FriendlySession::greet() {
    if (!link_.is_interactive()) return kOk;
    // Tools know a board by the first word.
    Str* hello =
        KRAIT_TRY(format_str(in_, "MicroPython compatible Krait (Python 3.12); {} version\n",
                             in_.board()->info().machine));
    link_.write(hello->view());
    link_.write("Type \"help()\" for more information.\n");
    return kOk;
}

Status FriendlySession::run(SessionEnd& end) {
    KRAIT_TRY(greet());
    while (true) {
        Event event = Event::None;
        link_.take();
        KRAIT_TRY(read_statement(event));
        if (event == Event::Line) KRAIT_TRY(run_text(CompileMode::Interactive));
        if (event == Event::Paste) {
            KRAIT_TRY(read_paste(event));
            if (event == Event::Line) KRAIT_TRY(run_text(CompileMode::Module));
        }
        switch (event) {
            case Event::End: return end = SessionEnd::Reset, kOk;
            case Event::Raw: return end = SessionEnd::Raw, kOk;
            case Event::Friendly: return end = SessionEnd::Friendly, kOk;
            case Event::NoInput: return end = SessionEnd::NoInput, kOk;
            default: break;
        }
    }
}

Status FriendlySession::run_text(CompileMode mode) {
    link_.leave();
    const Status ran = execute(in_, globals_, source_.view(), mode);
    unlock_heap(in_);
    if (ran) return kOk;
    return is_last_exception(in_) ? ran : show_exception(in_);
}

// --- lines ---------------------------------------------------------------------------------------

// sys.ps1 or sys.ps2.
Result<const Str*> FriendlySession::prompt(const Str* name, const Str* otherwise) {
    const Value sys = dict_get(in_.modules(), "sys"_sym);
    const bool is_module = sys && is_exact<Module>(sys);
    const Value set = is_module ? module_get(as<Module>(sys), name) : Value(done());
    prompt_ = is_done(set) ? otherwise : KRAIT_TRY(to_str(in_, set));
    return prompt_;
}

// A line as the terminal's user edits it, or of a pipe as it comes.
Status FriendlySession::read_line(bool is_first, Event& event) {
    if (!link_.is_interactive()) {
        plain_line_ = KRAIT_TRY(krait::read_line(in_, current_stream(in_, "stdin"_sym, kStdin)));
        event = plain_line_->size() ? Event::Line : Event::NoInput;
        return kOk;
    }
    if (is_first)
        editor_.begin_statement(KRAIT_TRY(prompt("ps1"_sym, ">>> "_sym))->view(), link_.columns());
    else
        editor_.begin_next_line(KRAIT_TRY(prompt("ps2"_sym, "... "_sym))->view(), link_.columns());
    do {
        const isize byte = KRAIT_TRY(link_.next());
        event = byte == Link::kEnd ? Event::NoInput : editor_.feed(static_cast<u8>(byte));
        if (event == Event::Complete) KRAIT_TRY(complete());
    } while (event == Event::None || event == Event::Complete);
    return kOk;
}

// Lines until they make a statement, or an error. A line of blanks within a block is no end of it,
// an empty one is.
Status FriendlySession::read_statement(Event& event) {
    source_.truncate(0);
    for (bool is_first = true;; is_first = false) {
        KRAIT_TRY(read_line(is_first, event));
        const bool is_over = event == Event::NoInput || event == Event::End;
        if (is_over && !is_first) {  // what there is of the block is run
            event = Event::Line;
            return source_.append_char('\n');
        }
        if (event != Event::Line) return kOk;
        std::string_view line = link_.is_interactive() ? editor_.line() : plain_line_->view();
        if (line.ends_with('\n')) line.remove_suffix(1);
        if (!is_first) KRAIT_TRY(source_.append_char('\n'));
        KRAIT_TRY(source_.append(line));
        const bool is_blank = line.find_first_not_of(" \t") == line.npos;
        if (!is_first && is_blank && !line.empty()) continue;
        if (!KRAIT_TRY(wants_more(source_.view()))) return kOk;
    }
}

Result<bool> FriendlySession::wants_more(std::string_view source) {
    Str* name = mutable_name("<stdin>"_sym);
    if (compile_source(in_, source, name, CompileMode::Interactive)) return false;
    if (is_last_exception(in_)) return {};
    const Value e = in_.take_pending();
    if (!is_instance(e, &kSyntaxError)) return false;  // running it says what is wrong
    return KRAIT_TRY(get_attr_or(in_, e, "_incomplete"_sym, false_())) == true_();
}

// Text up to Ctrl-D, as it comes.
Status FriendlySession::read_paste(Event& event) {
    constexpr u8 kCtrlD = 4, kBackspace = 8, kDelete = 127;
    constexpr std::string_view kPrompt = "=== ";
    link_.write("paste mode; Ctrl-C to cancel, Ctrl-D to finish\n");
    link_.write(kPrompt);
    source_.truncate(0);
    while (true) {
        const isize byte = KRAIT_TRY(link_.next());
        if (byte == Link::kEnd) return event = Event::NoInput, kOk;
        if (byte == Link::kCtrlC || byte == kCtrlD) {
            link_.write("\n");
            event = byte == kCtrlD ? Event::Line : Event::Interrupt;
            return kOk;
        }
        const char c = byte == '\r' ? '\n' : static_cast<char>(byte);
        if (byte == kBackspace || byte == kDelete) {
            if (source_.size() == 0 || source_.view().back() == '\n') continue;
            source_.truncate(source_.size() - 1);
            link_.write("\b \b");
        } else {
            KRAIT_TRY(source_.append_char(c));
            link_.write({&c, 1});
            if (c == '\n') link_.write(kPrompt);
        }
    }
}

// --- completion ----------------------------------------------------------------------------------

// The text that all choices begin with.
static std::string_view common_start(std::span<const Value> choices) {
    std::string_view common = as<Str>(choices[0])->view();
    for (Value v : choices) {
        const std::string_view other = as<Str>(v)->view();
        const auto ends = std::mismatch(common.begin(), common.end(), other.begin(), other.end());
        common = {common.data(), static_cast<usize>(ends.first - common.begin())};
    }
    return common;
}

// What all choices begin with goes in; if that adds nothing, they are shown.
Status FriendlySession::complete() {
    usize typed = 0;
    const Value found = complete_names(in_, editor_.before_cursor(), typed);
    if (!found) {
        if (is_last_exception(in_)) return {};
        (void)in_.take_pending();
        return kOk;
    }
    const std::span<const Value> choices = as<List>(found)->span();
    if (choices.empty()) return kOk;
    const std::string_view common = common_start(choices);
    if (common.size() > typed) {
        editor_.insert(common.substr(typed));
    } else if (choices.size() > 1) {
        show_choices(choices);
        editor_.redraw();
    }
    return kOk;
}

void FriendlySession::show_choices(std::span<const Value> choices) {
    constexpr usize kStop = 8, kUsualColumns = 80;
    usize widest = 0;
    for (Value v : choices) widest = std::max(widest, as<Str>(v)->size());
    const usize column = (widest + kStop) / kStop * kStop;
    const usize width = link_.columns() ? link_.columns() : kUsualColumns;
    const usize per_line = std::max<usize>(1, width / column);
    for (usize i = 0; i < choices.size(); ++i) {
        const std::string_view text = as<Str>(choices[i])->view();
        link_.write(i % per_line == 0 ? "\n" : "");
        link_.write(text);
        const bool is_last = (i + 1) % per_line == 0 || i + 1 == choices.size();
        for (usize pad = text.size(); !is_last && pad < column; ++pad) link_.write(" ");
    }
    link_.write("\n");
}

}  // namespace krait
