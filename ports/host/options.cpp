#include "options.hpp"

#include <algorithm>
#include <charconv>

namespace krait::host {

namespace {

using Program = Options::Program;

constexpr const char* kUsage =
    "usage: krait [options] [SCRIPT | -c COMMAND | -m MODULE | -] [arguments]\n\n"
    "Without a script: a prompt; on a board, its boot.py and main.py first.\n\n"
    "  -c COMMAND                            run the text\n"
    "  -m MODULE                             run a module as the program\n"
    "  -i                                    a prompt after the program\n"
    "  -O, -O2, -O3                          without assertions; docstrings; line numbers\n"
    "  -X heapsize=N[k|M]                    the most memory that objects may take\n"
    "  -X dis                                show the compiled program instead of running it\n"
    "  -X compile-only                       compile the program, do not run it\n"
    "  -X emit=bytecode|native|viper         how functions are compiled that do not choose\n"
    "  -X tls=noverify                       accept any certificate\n"
    "  -X strict                             CPython's way where MicroPython is lax\n"
    "  -X gcstress | heapverify | failalloc=N\n"
    "                                        stress modes for tests\n"
    "  --version, --help\n\n"
    "The board:\n";

// "512k", "8M", "100000".
bool parse_size(std::string_view text, usize& out) {
    u64 number = 0;
    auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    std::string_view unit(end, static_cast<usize>(text.data() + text.size() - end));
    u64 scale = 1;
    if (unit == "k" || unit == "K") scale = 1024;
    if (unit == "m" || unit == "M") scale = 1024 * 1024;
    if (failure != std::errc() || (scale == 1 && !unit.empty())) return false;
    if (number > (u64{1} << 40) / scale) return false;
    out = static_cast<usize>(number * scale);
    return true;
}

std::string unknown_option(std::string_view word) {
    return "unknown option " + std::string(word) + " (krait --help lists them)";
}

std::string take_x_option(std::string_view text, Options& out) {
    constexpr usize kLeastHeap = 16 * 1024;
    const usize equals = text.find('=');
    const std::string_view name = text.substr(0, equals);
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1);
    if (name == "heapsize") {
        if (parse_size(value, out.heap_bytes) && out.heap_bytes >= kLeastHeap) return "";
        return "-X " + std::string(text) + ": expected a size of at least 16k";
    }
    if (name == "failalloc") {
        auto end = value.data() + value.size();
        auto [at, failure] = std::from_chars(value.data(), end, out.fail_allocation);
        if (failure == std::errc() && at == end && out.fail_allocation > 0) return "";
        return "-X " + std::string(text) + ": expected a number from 1";
    }
    if (text == "dis") return out.shows_bytecode = true, "";
    if (text == "emit=bytecode") return out.style = CodeStyle::Bytecode, "";
    if (text == "emit=native") return out.style = CodeStyle::Native, "";
    if (text == "emit=viper") return out.style = CodeStyle::Viper, "";
    if (text == "compile-only") return out.compiles_only = true, "";
    if (text == "tls=noverify") return out.verify_tls = false, "";
    if (text == "strict") return out.strict = true, "";
    if (text == "gcstress") return out.gc_stress = true, "";
    if (text == "heapverify") return out.heap_verify = true, "";
    return unknown_option("-X " + std::string(text));
}

// "", "O", "OO" (one more each), or the level.
bool take_optimization(std::string_view text, Options& out) {
    if (text.size() == 1 && text[0] >= '0' && text[0] <= '3') {
        out.optimization = static_cast<u8>(text[0] - '0');
        return true;
    }
    if (text.find_first_not_of('O') != std::string_view::npos) return false;
    out.optimization = static_cast<u8>(std::min<usize>(out.optimization + text.size() + 1, 3));
    return true;
}

}  // namespace

std::string parse_options(int count, const char* const* arguments, Options& out) {
    std::span<const char* const> rest(arguments + 1, static_cast<usize>(count - 1));
    while (!rest.empty() && out.program == Program::None) {
        const std::string_view word = rest[0];
        const bool takes_value = word == "-c" || word == "-m" || word == "-X";
        if (takes_value && rest.size() < 2) {
            return "option " + std::string(word) + ": expected an argument";
        }
        usize taken = takes_value ? 2 : 1;
        if (word == "-c") {
            out.program = Program::Command;
            out.text = rest[1];
            out.arguments.push_back("-c");
        } else if (word == "-m") {
            out.program = Program::Module;
            out.text = rest[1];
            out.arguments.push_back(out.text);
        } else if (word == "-X") {
            std::string error = take_x_option(rest[1], out);
            if (!error.empty()) return error;
        } else if (word.starts_with("-O") && word.size() <= 4) {
            if (!take_optimization(word.substr(2), out)) return unknown_option(word);
        } else if (word == "-i") {
            out.inspect = true;
        } else if (word == "--help" || word == "-h") {
            out.shows_help = true;
        } else if (word == "--version" || word == "-V") {
            out.shows_version = true;
        } else if (word == "-") {
            out.program = Program::StandardInput;
            out.arguments.push_back("-");
        } else if (word.starts_with('-')) {
            sim::OptionOutcome outcome = sim::take_option(rest, out.board);
            if (!outcome.error.empty()) return outcome.error;
            if (outcome.taken == 0) return unknown_option(word);
            taken = outcome.taken;
        } else {
            out.program = Program::Script;
            out.text = word;
            out.arguments.push_back(out.text);
        }
        rest = rest.subspan(taken);
    }
    for (const char* argument : rest) out.arguments.push_back(argument);
    if (out.arguments.empty()) out.arguments.push_back("");
    return "";
}

std::string help_text() { return kUsage + sim::option_help(); }

}  // namespace krait::host
