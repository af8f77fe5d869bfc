#include "modules/terminal.hpp"

#include <cstring>

#include "core/errno.hpp"
#include "hal/board.hpp"
#include "modules/io/any_stream.hpp"

namespace krait {

namespace {

constexpr usize kAhead = 64;
constexpr u8 kInterruptCharacter = 3;

struct Terminal : Object {
    static const BuiltinType kType;
    Value stream;  // empty: none
    bool busy;     // the stream's own code runs, which may print
    usize start, end;
    u8 ahead[kAhead];  // input that was taken to see whether there is some
};

void terminal_trace(Object* o, Marker& m) { m.value(static_cast<Terminal*>(o)->stream); }
constexpr Slots kSlots{.trace = terminal_trace};
constinit const BuiltinType Terminal::kType{
    {.name = "terminal"_sym, .slots = &kSlots, .size = sizeof(Terminal)}};

constinit const ModuleDef kTerminalState{"terminal"_sym, {}};

Terminal* active(Interp& in) {
    const Value state = in.module_state(kTerminalState);
    return state && as<Terminal>(state)->stream ? as<Terminal>(state) : nullptr;
}

// Takes the pending exception away with the stream that raised it.
Status detach(Interp& in, Terminal* terminal) {
    if (!is_instance(in.pending(), &kException)) return {};
    const Value stream = terminal->stream;
    terminal->stream = Value();
    in.report_unraisable(stream);
    return kOk;
}

// The console's input, or else the stream's, into the empty buffer.
Status look_ahead(Interp& in, Terminal* terminal) {
    if (terminal->start < terminal->end) return kOk;
    terminal->start = terminal->end = 0;
    const hal::IoResult typed = in.board()->console().read(terminal->ahead);
    if (typed.is_ok() && typed.count() > 0) {
        terminal->end = static_cast<usize>(typed.count());
        return kOk;
    }
    if (terminal->busy) return kOk;
    terminal->busy = true;
    u8 input[kAhead];
    const Result<isize> n = read_from(in, terminal->stream, input);
    terminal->busy = false;
    if (!n) return detach(in, terminal);
    terminal->end = static_cast<usize>(std::max<isize>(n.take(), 0));
    std::memcpy(terminal->ahead, input, terminal->end);
    return kOk;
}

}  // namespace

bool has_terminal(Interp& in) { return active(in) != nullptr; }

Status write_terminal(Interp& in, Bytes data) {
    Terminal* terminal = active(in);
    if (!terminal || terminal->busy) return kOk;
    const Value bytes = KRAIT_TRY(new_bytes(in, data));
    terminal->busy = true;
    const bool is_ok = bool(call_method(in, terminal->stream, "write"_sym, {&bytes, 1}));
    terminal->busy = false;
    return is_ok ? Status(kOk) : detach(in, terminal);
}

Result<isize> read_terminal(Interp& in, MutableBytes into) {
    Terminal* terminal = active(in);
    if (!terminal) return kStreamAgain;
    KRAIT_TRY(look_ahead(in, terminal));
    const usize n = std::min(into.size(), terminal->end - terminal->start);
    if (n == 0) return kStreamAgain;
    std::memcpy(into.data(), terminal->ahead + terminal->start, n);
    terminal->start += n;
    return static_cast<isize>(n);
}

Result<bool> poll_terminal(Interp& in) {
    Terminal* terminal = active(in);
    if (!terminal) return false;
    KRAIT_TRY(look_ahead(in, terminal));
    return terminal->start < terminal->end;
}

Value os_dupterm(Interp& in, Value stream, isize index) {
    if (index != 0) return raise(in, kValueError, "invalid dupterm index");
    if (!is_none(stream))
        for (const Str* method : {"readinto"_sym, "write"_sym})
            (void)KRAIT_TRY(get_attr(in, stream, method));
    if (!in.module_state(kTerminalState))
        KRAIT_TRY(in.set_module_state(kTerminalState, KRAIT_TRY(in.make<Terminal>())));
    auto* terminal = as<Terminal>(in.module_state(kTerminalState));
    const Value before = terminal->stream;
    in.heap().write(terminal->stream, is_none(stream) ? Value() : stream);
    return before ? before : none();
}

Status os_dupterm_notify(Interp& in, Value) {
    Terminal* terminal = active(in);
    if (!terminal) return kOk;
    KRAIT_TRY(look_ahead(in, terminal));
    const u8* first = terminal->ahead + terminal->start;
    const u8* last = terminal->ahead + terminal->end;
    const u8* found = std::find(first, last, kInterruptCharacter);
    if (found == last) return kOk;
    terminal->start = static_cast<usize>(found + 1 - terminal->ahead);
    in.request(kReasonInterrupt);
    return kOk;
}

}  // namespace krait
