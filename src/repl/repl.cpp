#include "repl/repl.hpp"

#include <algorithm>

#include "core/class.hpp"
#include "core/scheduler.hpp"
#include "repl/friendly.hpp"
#include "repl/raw.hpp"
#include "vm/import.hpp"

namespace krait {

namespace {

constexpr usize kLeastMemory = 1024, kMostMemory = 256 * 1024, kShareOfHeap = 64;

// The prompts are in sys only where there is somebody to see them.
Status set_prompts(Interp& in) {
    const Value sys = KRAIT_TRY(import_module(in, mutable_name("sys"_sym)));
    const std::pair<const Str*, const Str*> prompts[] = {{"ps1"_sym, ">>> "_sym},
                                                         {"ps2"_sym, "... "_sym}};
    for (auto [name, text] : prompts)
        if (is_done(KRAIT_TRY(find_attr(in, sys, name)))) KRAIT_TRY(set_attr(in, sys, name, text));
    return kOk;
}

Result<bool> run_sessions(Interp& in, Link& link, Dict* globals, ReplMode& mode,
                          ByteArray* memory) {
    FriendlySession friendly(in, link, globals, memory);
    RawSession raw(in, link, globals);
    while (true) {
        SessionEnd end = SessionEnd::NoInput;
        KRAIT_TRY(mode == ReplMode::Raw ? raw.run(end) : friendly.run(end));
        if (end == SessionEnd::NoInput) return false;
        if (end == SessionEnd::Reset) return true;
        mode = end == SessionEnd::Raw ? ReplMode::Raw : ReplMode::Friendly;
    }
}

}  // namespace

Result<bool> run_repl(Interp& in, Dict* globals, ReplMode& mode) {
    const usize size =
        std::clamp(in.heap().stats().total / kShareOfHeap, kLeastMemory, kMostMemory);
    ByteArray* memory = KRAIT_TRY(in.make<ByteArray>(sizeof(ByteArray) + size));
    memory->capacity = size;
    Link link(in);
    if (link.is_interactive()) KRAIT_TRY(set_prompts(in));
    auto end = run_sessions(in, link, globals, mode, memory);
    link.leave();
    return end;
}

Status run_board_repl(Interp& in, Dict* globals, ReplMode& mode) {
    const auto ended = run_repl(in, globals, mode);
    if (!ended) {
        if (in.scheduler()->is_stopping() || !is_instance(in.pending(), &kSystemExit)) return {};
        (void)in.take_pending();
    }
    if (!ended || ended.take()) in.scheduler()->begin_soft_reset();
    return kOk;
}

void announce_soft_reset(Interp& in) {
    if (!console_write(in, ConsoleEnd::Output, "MPY: soft reboot\n")) (void)in.take_pending();
}

}  // namespace krait
