#include "runner.hpp"

#include <time.h>
#include <unistd.h>

#include <cstdlib>
#include <vector>

#include "compiler/compiler.hpp"
#include "core/scheduler.hpp"
#include "core/str_builder.hpp"
#include "core/threads.hpp"
#include "heap_region.hpp"
#include "modules.hpp"
#include "modules/console.hpp"
#include "modules/frozen.hpp"
#include "modules/program.hpp"
#if KRAIT_HAS_NATIVE
#include "native/engine.hpp"
#endif
#include "repl/repl.hpp"
#include "unicode_data.hpp"
#include "vm/builtins.hpp"
#include "vm/import.hpp"
#include "vm/traceback.hpp"

namespace krait::host {

namespace {

using Kind = Options::Program;

constexpr usize kHostHeap = usize{4} << 30, kBoardHeap = 8 << 20, kHeapAtStart = 1 << 20;
constexpr usize kStackBytes = 4 << 20;
// What a call or a turn of a loop costs a virtual board's CPU, under virtual time.
constexpr u32 kSafePointNs = 1000;

u32 now_us() {
    timespec now;
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<u32>(now.tv_sec) * 1'000'000u + static_cast<u32>(now.tv_nsec / 1000);
}

bool is_plain_host(const Options& options) { return options.board.board == "host"; }

usize heap_bytes(const Options& options) {
    if (options.heap_bytes) return options.heap_bytes;
    return is_plain_host(options) ? kHostHeap : kBoardHeap;
}

// What sys.path begins with: the script's folder, $MICROPYPATH or its default, the frozen modules.
std::vector<std::string> search_path(const Options& options) {
    std::vector<std::string> path;
    if (options.program == Kind::Script) {
        const usize slash = options.text.rfind('/');
        path.push_back(slash == std::string::npos ? ""
                                                  : options.text.substr(0, slash + (slash == 0)));
    } else {
        path.push_back("");
    }
    path.push_back(".frozen");
    if (const char* given = std::getenv("MICROPYPATH")) {
        path.pop_back();
        std::string_view rest = given;
        while (!rest.empty()) {
            const usize colon = std::min(rest.find(':'), rest.size());
            path.emplace_back(rest.substr(0, colon));
            rest.remove_prefix(std::min(colon + 1, rest.size()));
        }
    } else if (is_plain_host(options)) {
        const char* home = std::getenv("HOME");
        if (home) path.push_back(std::string(home) + "/.micropython/lib");
        path.push_back("/usr/lib/micropython");
    } else {
        path.push_back("/lib");
    }
    return path;
}

std::vector<std::string_view> views(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
}

class Life {
  public:
    Life(Interp& in, const Options& options, std::string_view source, sim::SimBoard& board,
         ReplMode& mode)
        : in_(in), options_(options), source_(source), board_(board), mode_(mode) {}

    int run() {
        const int status = run_exit_functions(in_, run_program_text());
        run_last_finalizers(in_);
        if (in_.scheduler()->is_soft_reset() && wants_prompt()) announce_soft_reset(in_);
        return status;
    }

  private:
    int run_program_text() {
        if (!execute()) {
            const int status = finish_with_exception(in_);
            if (!wants_prompt() || in_.scheduler()->is_stopping()) return status;
        }
        if (wants_prompt() && !prompt()) return finish_with_exception(in_);
        // The callbacks of a board go on, as long as it was asked to run.
        if (options_.board.run_for != sim::kNever && !wait_for_end())
            return finish_with_exception(in_);
        return 0;
    }

    // With -i, and where the environment asks for it, which the program itself may have changed.
    bool wants_inspection() {
        return options_.inspect || !board_.process()->variable("MICROPYINSPECT").empty();
    }
    // Then; and where a person sits and gave no program.
    bool wants_prompt() {
        if (wants_inspection()) return true;
        return options_.program == Kind::None && board_.console().is_interactive();
    }

    // At our own terminal Ctrl-D ends the program of a host and resets a board, which sys.exit()
    // leaves; a serial line has nowhere else to go to.
    Status prompt() {
        Dict* globals = KRAIT_TRY(main_globals(in_));
        if (!board_.console().device().empty()) return run_board_repl(in_, globals, mode_);
        const bool is_reset = KRAIT_TRY(run_repl(in_, globals, mode_));
        if (is_reset && !is_plain_host(options_)) in_.scheduler()->begin_soft_reset();
        return kOk;
    }

    Status execute() {
        switch (options_.program) {
            case Kind::Module: {
                Str* name = KRAIT_TRY(intern(in_, options_.text));
                (void)KRAIT_TRY(run_as_main(in_, name));
                return kOk;
            }
            case Kind::None: return boot();
            case Kind::Script: return run_text(source_, options_.text, true);
            case Kind::Command: return run_text(source_, "<string>", false);
            case Kind::StandardInput: return run_text(source_, "<stdin>", false);
        }
        return kOk;
    }

    Status run_text(std::string_view text, std::string_view filename, bool is_file) {
        if (!options_.shows_bytecode && !options_.compiles_only)
            return run_main(in_, text, filename, is_file);
        Str* name = KRAIT_TRY(new_str(in_, filename));
        Code* code = KRAIT_TRY(compile_source(in_, text, name, CompileMode::Module));
        return options_.shows_bytecode ? show(code) : kOk;
    }

    // A board's own programs; both run in __main__. Whoever reset it from the raw REPL wants it for
    // himself, so then the second one does not run.
    Status boot() {
        if (is_plain_host(options_)) return kOk;
        for (std::string_view name : {"boot.py", "main.py"}) {
            if (name == "main.py" && mode_ == ReplMode::Raw) break;
            hal::FileStat stat;
            if (!board_.storage().stat(name, stat).is_ok()) continue;
            ByteArray* text = KRAIT_TRY(read_file(in_, name));
            KRAIT_TRY(run_text({reinterpret_cast<char*>(text->data), text->capacity}, name, true));
        }
        return kOk;
    }

    // The instructions of the code and of the functions in it.
    Status show(const Code* code) {
        StrBuilder out(in_);
        KRAIT_TRY(disassemble(in_, code, out));
        return console_write(in_, ConsoleEnd::Output, out.view());
    }

    Status wait_for_end() {
        (void)KRAIT_TRY(in_.scheduler()->wait_until(hal::kForever));
        return kOk;
    }

    Interp& in_;
    const Options& options_;
    std::string_view source_;
    sim::SimBoard& board_;
    ReplMode& mode_;
};

void set_stress(Heap& heap, const Options& options) {
    if (options.gc_stress) heap.stress().collect_always = true;
    if (options.heap_verify) heap.stress().verify = true;
    if (options.fail_allocation) heap.stress().fail_after = options.fail_allocation - 1;
}

}  // namespace

Outcome run_program(const Options& options, const Program& program, sim::SimBoard& board,
                    ReplMode& mode) {
    const usize reserved = heap_bytes(options);
    HeapRegion region(reserved, std::min(reserved, kHeapAtStart));
    if (!region.data()) {
        (void)::write(STDERR_FILENO, "krait: no memory for the heap\n", 30);
        return {kExitFailure, false};
    }
    const std::vector<std::string> path = search_path(options);
    const std::vector<std::string_view> path_views = views(path),
                                        argument_views = views(options.arguments);
    SourceCompiler compiler;
    compiler.style = options.style;
    compiler.unicode = &kUnicodeData;
    InterpConfig config;
    config.heap_region = region.data();
    config.heap_size = std::min(reserved, kHeapAtStart);
    config.heap_reserved = reserved;
    config.commit = HeapRegion::commit;
    config.board = &board;
    config.c_stack_bytes = kStackBytes;
    config.now_us = now_us;
    config.modules = kModules;
    config.frozen = frozen_modules();
    config.search_path = path_views;
    config.arguments = argument_views;
    config.compiler = &compiler;
    config.strict = options.strict;
    config.optimization = options.optimization;
    config.tls_verify = options.verify_tls;
    config.tls_roots = program.roots;

#if KRAIT_HAS_NATIVE
    native::Engine native_engine;
#endif
    Interp in(config);
    Interp::Entry entry(in);
    Vm vm(in);
#if KRAIT_HAS_NATIVE
    native_engine.attach(in);
#endif
    Scheduler scheduler(in);
    in.set_unraisable_hook(report_unraisable);
    scheduler.set_error_hook(print_exception);
    Threads threads(in);
    if (options.board.time == sim::TimeMode::Virtual) scheduler.charge_safe_points(kSafePointNs);
    board.set_sink(&scheduler);
    board.stats().set_heap_probe([&in] {
        // Told is what lived at the collection that the last line asked for.
        const HeapStats stats = in.heap().stats();
        in.request(kReasonCollect);
        return sim::Stats::Heap{stats.used, stats.live ? stats.live : stats.used};
    });
    set_stress(in.heap(), options);
    const int status = Life(in, options, program.source, board, mode).run();
    wait_for_threads(in);
    board.set_sink(nullptr);
    return {status, scheduler.is_soft_reset()};
}

}  // namespace krait::host
