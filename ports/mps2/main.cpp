// The firmware's program: reads the command line that the emulator was given, runs the script that
// it names, and ends the emulator with the script's exit status. Without a script it is what a
// board is after its reset: boot.py and main.py run, then there is the prompt, at the UART.
//
//     krait [-X heapsize=BYTES] [-X memory] [-X stack] [-X gcstress] [-X heapverify]
//           [-X failalloc=N] [SCRIPT [ARGUMENT...]]
#include <array>
#include <cstring>
#include <new>

#include "board.hpp"
#include "compiler/compiler.hpp"
#include "core/scheduler.hpp"
#include "core/str_builder.hpp"
#include "modules.hpp"
#include "modules/frozen.hpp"
#include "modules/program.hpp"
#include "repl/repl.hpp"
#include "semihosting.hpp"
#include "stack.hpp"
#include "vm/import.hpp"
#include "vm/traceback.hpp"

namespace krait::mps2 {

namespace {

constexpr usize kHeapBytes = 3 << 20, kDefaultHeap = kHeapBytes, kLeastHeap = 16 * 1024;
constexpr usize kStackBytes = 48 * 1024;
constexpr usize kWords = 16;

// The heap of the one interpreter; .bss.
alignas(16) constinit u8 heap_region[kHeapBytes];

// Room in .bss for an object that is made and ended within a scope.
template <class T>
struct Room {
    alignas(T) u8 bytes[sizeof(T)];
};
template <class T>
class Placed {
  public:
    template <class... Args>
    explicit Placed(Room<T>& room, Args&&... args) : object_(new (room.bytes) T(args...)) {}
    Placed(const Placed&) = delete;
    ~Placed() { object_->~T(); }
    T& operator*() const { return *object_; }

  private:
    T* object_;
};
constinit Room<Interp> interp_room = {};
constinit Room<Vm> vm_room = {};

struct Options {
    std::string_view script;
    std::array<std::string_view, kWords> arguments;  // the script and what follows it
    usize argument_count = 0;
    usize heap_bytes = kDefaultHeap;
    u32 fail_allocation = 0;
    bool gc_stress = false, heap_verify = false, shows_memory = false, shows_stack = false;
    std::string_view wrong;  // the word that is not understood
};

u32 parse_number(std::string_view text) {
    u32 number = 0;
    for (char c : text) number = number * 10 + static_cast<u32>(c - '0');
    return number;
}

void take_x_option(std::string_view text, Options& out) {
    constexpr std::string_view kHeapSize = "heapsize=", kFail = "failalloc=";
    if (text.starts_with(kHeapSize)) {
        const usize wanted = parse_number(text.substr(kHeapSize.size()));
        out.heap_bytes = std::min(std::max(wanted, kLeastHeap), kHeapBytes);
    } else if (text.starts_with(kFail)) {
        out.fail_allocation = parse_number(text.substr(kFail.size()));
    } else if (text == "memory") {
        out.shows_memory = true;
    } else if (text == "stack") {
        out.shows_stack = true;
    } else if (text == "gcstress") {
        out.gc_stress = true;
    } else if (text == "heapverify") {
        out.heap_verify = true;
    } else {
        out.wrong = text;
    }
}

std::string_view next_word(std::string_view& line) {
    while (line.starts_with(' ')) line.remove_prefix(1);
    const std::string_view word = line.substr(0, std::min(line.find(' '), line.size()));
    line.remove_prefix(word.size());
    return word;
}

void parse_options(std::string_view line, Options& out) {
    (void)next_word(line);  // the program's name
    for (std::string_view word = next_word(line); !word.empty(); word = next_word(line)) {
        if (out.script.empty() && word == "-X") {
            take_x_option(next_word(line), out);
        } else {
            if (out.script.empty()) out.script = word;
            if (out.argument_count < kWords) out.arguments[out.argument_count++] = word;
        }
    }
}

void say(std::string_view text) {
    (void)board().console().write_error({reinterpret_cast<const u8*>(text.data()), text.size()});
}

u32 now_us() { return static_cast<u32>(board().clock().ticks_us()); }

Status print_memory(Interp& in) {
    const HeapStats stats = in.heap().stats();
    StrBuilder out(in);
    KRAIT_TRY(out.append("heap in use after start: "));
    KRAIT_TRY(out.append_int(static_cast<i64>(stats.used)));
    KRAIT_TRY(out.append(" bytes\n"));
    const std::string_view text = out.view();
    (void)board().console().write({reinterpret_cast<const u8*>(text.data()), text.size()});
    return kOk;
}

void print_stack() {
    char text[] = "C stack used: 000000 bytes\n";
    char* digit = text + std::string_view(text).rfind('0');
    for (usize used = stack_used(); used; used /= 10) *digit-- = static_cast<char>('0' + used % 10);
    say(text);
}

Status run_script(Interp& in, std::string_view path) {
    ByteArray* text = KRAIT_TRY(read_file(in, path));
    return run_main(in, {reinterpret_cast<char*>(text->data), text->capacity}, path, true);
}

// boot.py and main.py, then the prompt. Whoever reset the board from the raw REPL wants it for
// himself, so then main.py does not run.
Status run_board(Interp& in, ReplMode& mode) {
    for (std::string_view name : {"boot.py", "main.py"}) {
        hal::FileStat stat;
        if (name == "main.py" && mode == ReplMode::Raw) break;
        if (!board().storage().stat(name, stat).is_ok() || run_script(in, name)) continue;
        if (in.scheduler()->is_stopping()) return {};
        print_exception(in, in.take_pending());
    }
    return run_board_repl(in, KRAIT_TRY(main_globals(in)), mode);
}

// One life of the interpreter. `is_reset`: another one is to follow.
int run(const Options& options, ReplMode& mode, bool& is_reset) {
    const usize slash = options.script.rfind('/');
    const std::string_view folder =
        slash == std::string_view::npos ? "" : options.script.substr(0, slash + (slash == 0));
    const std::string_view path[] = {folder, ".frozen"};
    SourceCompiler compiler;
    InterpConfig config;
    config.heap_region = heap_region;
    config.heap_size = config.heap_reserved = options.heap_bytes;
    config.board = &board();
    config.c_stack_bytes = kStackBytes;
    config.now_us = now_us;
    config.modules = modules();
    config.frozen = frozen_modules();
    config.search_path = path;
    config.arguments = {options.arguments.data(), options.argument_count};
    config.compiler = &compiler;

    const Placed<Interp> interp(interp_room, config);
    Interp& in = *interp;
    Interp::Entry entry(in);
    const Placed<Vm> vm(vm_room, in);
    Scheduler scheduler(in);
    in.set_unraisable_hook(report_unraisable);
    scheduler.set_error_hook(print_exception);
    board().set_sink(&scheduler);
    if (options.shows_memory && !print_memory(in)) return finish_with_exception(in);
    HeapStress& stress = in.heap().stress();
    stress.collect_always = options.gc_stress;
    stress.verify = options.heap_verify;
    if (options.fail_allocation) stress.fail_after = options.fail_allocation - 1;
    const bool is_board = options.script.empty();
    const Status ran = is_board ? run_board(in, mode) : run_script(in, options.script);
    const int status = run_exit_functions(in, ran ? kExitSuccess : finish_with_exception(in));
    run_last_finalizers(in);
    is_reset = is_board && scheduler.is_soft_reset();
    if (is_reset) announce_soft_reset(in);
    board().set_sink(nullptr);
    return status;
}

}  // namespace

extern "C" int firmware_main() {
    static constinit char line[1024] = {};
    board().start();
    Options options;
    parse_options(semihosting::command_line(line), options);
    if (!options.wrong.empty()) {
        say("krait: unknown option -X ");
        say(options.wrong);
        say("\n");
        return kExitUsage;
    }
    if (options.script.empty()) board().use_uart_console();
    ReplMode mode = ReplMode::Friendly;
    bool is_reset = false;
    int status = run(options, mode, is_reset);
    while (is_reset) {
        std::memset(heap_region, 0, sizeof heap_region);
        status = run(options, mode, is_reset);
    }
    if (options.shows_stack) print_stack();
    return status;
}

}  // namespace krait::mps2
