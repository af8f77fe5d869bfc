// The krait command: options, the board, and its lives from one reset to the next.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <memory>
#include <string>

#include "modules/program.hpp"
#include "runner.hpp"
#include "vm/opcode_counts.hpp"

namespace {

using krait::host::Options;
using krait::sim::RunEnd;
using Kind = krait::host::Options::Program;

// What a signal handler can reach.
std::atomic<krait::sim::SimBoard*> signalled_board = nullptr;
// The console is elsewhere and has a Ctrl-C of its own; that of our terminal ends the run.
std::atomic<bool> has_serial_line = false;

void on_signal(int number) {
    krait::sim::SimBoard* board = signalled_board;
    if (!board) return;
    if (number == SIGINT && !has_serial_line)
        board->interrupt();
    else
        board->stop();
}

void set_signals() {
    struct sigaction action = {};
    action.sa_handler = on_signal;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
}

int usage_error(const std::string& text) {
    std::fprintf(stderr, "krait: %s\n", text.c_str());
    return krait::kExitUsage;
}

bool read_all(std::FILE* file, std::string& out) {
    char chunk[65536];
    krait::usize n = 0;
    while ((n = std::fread(chunk, 1, sizeof chunk, file)) > 0) out.append(chunk, n);
    return !std::ferror(file);
}

// Answers "" or what is wrong.
std::string read_file(const std::string& path, std::string& out) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                         std::fclose);
    if (file && read_all(file.get(), out)) return "";
    const int error = errno;
    return "can't open file '" + path + "': [Errno " + std::to_string(error) + "] " +
           ::strerror(error);
}

// The file as memory, for as long as the process runs: read when it is looked at, as most programs
// never do. Answers as read_file().
std::string map_file(const std::string& path, std::span<const unsigned char>& out) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info {};
    const bool found = file >= 0 && ::fstat(file, &info) == 0;
    const auto size = static_cast<size_t>(info.st_size);
    void* at = found && size ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : nullptr;
    const int error = errno;
    if (file >= 0) ::close(file);
    if (!found || at == MAP_FAILED)
        return "can't open file '" + path + "': [Errno " + std::to_string(error) + "] " +
               ::strerror(error);
    if (at) out = {static_cast<const unsigned char*>(at), size};
    return "";
}

// The script's text; a folder stands for the __main__.py in it. Answers "" or what is wrong.
std::string read_script(Options& options, std::string& out) {
    struct stat info;
    if (::stat(options.text.c_str(), &info) == 0 && S_ISDIR(info.st_mode))
        options.text += options.text.ends_with('/') ? "__main__.py" : "/__main__.py";
    return read_file(options.text, out);
}

// The text that is to be run, unless it is a module or the board's own.
std::string load_program(Options& options, std::string& out) {
    if (options.program == Kind::Script) return read_script(options, out);
    if (options.program == Kind::Command) out = options.text;
    if (options.program == Kind::StandardInput) read_all(stdin, out);
    return "";
}

// The certificates to trust: those of --ca, else of $SSL_CERT_FILE, else the system's; a system
// without any has none to trust.
std::string load_roots(const Options& options, std::span<const unsigned char>& out) {
    constexpr const char* kSystemRoots = "/etc/ssl/certs/ca-certificates.crt";
    if (!options.board.ca_file.empty()) return map_file(options.board.ca_file, out);
    const char* named = std::getenv("SSL_CERT_FILE");
    (void)map_file(named ? named : kSystemRoots, out);
    return "";
}

// A standard stream that is closed would be the first file or socket that is opened.
void fill_standard_streams() {
    for (int descriptor = 0; descriptor <= 2; ++descriptor)
        if (fcntl(descriptor, F_GETFD) < 0 && open("/dev/null", O_RDWR) < 0) _exit(1);
}

// What tools/opcode_pairs.py reads.
void print_opcode_counts() {
#ifdef KRAIT_COUNT_OPCODES
    const auto name = [](int opcode) { return std::string(krait::kOpInfo[opcode].name); };
    for (int a = 0; a < krait::kOpcodeCount; ++a)
        for (int b = 0; b < krait::kOpcodeCount; ++b)
            if (const auto n = krait::opcode_counts().pairs[a][b])
                std::fprintf(stderr, "opcodes %s %s %llu\n", name(a).c_str(), name(b).c_str(),
                             static_cast<unsigned long long>(n));
#endif
}

}  // namespace

int main(int count, char** arguments) {
    fill_standard_streams();
    Options options;
    std::string error = krait::host::parse_options(count, arguments, options);
    if (!error.empty()) return usage_error(error);
    if (options.shows_help) return std::fputs(krait::host::help_text().c_str(), stdout), 0;
    if (options.shows_version) return std::puts("Krait (Python 3.12)"), 0;

    auto board = krait::sim::make_board(options.board, error);
    if (!board) return usage_error(error);
    if (options.program == Kind::None && !board->console().is_interactive() &&
        options.board.board == "host")
        options.program = Kind::StandardInput;
    krait::host::Program program;
    error = load_program(options, program.source);
    if (error.empty()) error = load_roots(options, program.roots);
    if (!error.empty()) return usage_error(error);

    const std::string device = board->console().device();
    if (!device.empty()) std::printf("krait: the console is %s\n", device.c_str());
    std::fflush(stdout);
    has_serial_line = !device.empty();
    signalled_board = board.get();
    set_signals();
    krait::host::Outcome outcome;
    krait::ReplMode mode = krait::ReplMode::Friendly;
    bool is_restarted = false;
    do {
        if (is_restarted) mode = krait::ReplMode::Friendly;
        outcome = krait::host::run_program(options, program, *board, mode);
        is_restarted = board->restart();
    } while (is_restarted || (outcome.soft_reset && board->run_end() == RunEnd::None));
    signalled_board = nullptr;
    std::fputs(board->report().c_str(), stderr);
    print_opcode_counts();
    return outcome.status;
}
