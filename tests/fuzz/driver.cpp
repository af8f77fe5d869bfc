// The coverage-guided fuzzer: libFuzzer's inputs go to the function `one(data)` of a Python script
// (tests/fuzz/NAME.py, named by $KRAIT_FUZZ), inside an interpreter that lives for some thousands
// of them. A finding is what a sanitizer reports, a hang, or an exception that leaves one(): the
// scripts catch those that are right. tools/fuzz.sh builds and runs it.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "../../ports/host/heap_region.hpp"
#include "../../ports/host/modules.hpp"
#include "compiler/compiler.hpp"
#include "core/protocols.hpp"
#include "core/scheduler.hpp"
#include "modules/frozen.hpp"
#include "modules/program.hpp"
#include "sim/board.hpp"
#include "vm/traceback.hpp"

namespace krait::fuzz {

namespace {

constexpr usize kHeapBytes = 16 << 20;
constexpr int kInputsOfALife = 5000;
// An input that runs a loop without end is stopped after one or two of these.
constexpr auto kPatience = std::chrono::milliseconds(50);
constexpr std::string_view kSearchPath[] = {".frozen"};

[[noreturn]] void give_up(const char* what) {
    std::fprintf(stderr, "fuzz: %s\n", what);
    std::abort();
}

std::string read_script() {
    const char* path = std::getenv("KRAIT_FUZZ");
    std::ifstream file(path ? path : "");
    if (!file) give_up("KRAIT_FUZZ does not name a script that can be read");
    return {std::istreambuf_iterator<char>(file), {}};
}

// One interpreter that has run the script.
class Life {
  public:
    Life(const std::string& script, sim::SimBoard& board)
        : region_(kHeapBytes, kHeapBytes), in_(config(board)), vm_(in_), scheduler_(in_) {
        Interp::Entry entry(in_);
        in_.set_unraisable_hook(report_unraisable);
        scheduler_.set_error_hook(print_exception);
        if (!run_main(in_, script, std::getenv("KRAIT_FUZZ"), true)) fail();
        one_ = dict_get(main_globals(in_).take(), "one"_sym);
        if (!one_) give_up("the script defines no one(data)");
    }

    // False when this interpreter should not be used again.
    bool run(Bytes input) {
        Interp::Entry entry(in_);
        const Value data = new_bytes(in_, input);
        if (data && call(in_, one_, data)) return true;
        const Value e = in_.pending();
        if (!is_instance(e, &kMemoryError) && !in_.thread().is_killed) fail();
        in_.set_pending(Value());
        return false;
    }

    void stop() { in_.request(kReasonStop); }

  private:
    InterpConfig config(sim::SimBoard& board) {
        InterpConfig c;
        c.heap_region = region_.data();
        c.heap_size = c.heap_reserved = kHeapBytes;
        c.commit = host::HeapRegion::commit;
        c.board = &board;
        c.c_stack_bytes = 2 << 20;
        c.modules = host::kModules;
        c.frozen = frozen_modules();
        c.search_path = kSearchPath;
        c.compiler = &compiler_;
        return c;
    }

    [[noreturn]] void fail() {
        const Value e = in_.take_pending();
        std::fprintf(stderr, "%s\n", std::string(type_of(e)->name->view()).c_str());
        print_exception(in_, e);
        give_up("an exception that one() did not expect");
    }

    host::HeapRegion region_;
    SourceCompiler compiler_;
    Interp in_;
    Vm vm_;
    Scheduler scheduler_;
    Value one_;
};

class Fuzzer {
  public:
    Fuzzer() {
        std::string error;
        board_ = sim::make_board({}, error);
        if (!board_) give_up(error.c_str());
        std::thread([this] { watch(); }).detach();
    }

    void run(Bytes input) {
        if (!life_ || inputs_ % (2 * kInputsOfALife) == 0) renew();
        ++inputs_;
        if (!life_->run(input)) renew();
        ++inputs_;
    }

  private:
    void renew() {
        std::unique_ptr<Life> old;
        const std::lock_guard guard(lock_);
        life_.reset();
        life_ = std::make_unique<Life>(script_, *board_);
    }

    // The count is odd while an input runs.
    void watch() {
        for (u64 seen = 0;;) {
            std::this_thread::sleep_for(kPatience);
            const u64 now = inputs_;
            const std::lock_guard guard(lock_);
            if (now % 2 && now == seen && life_) life_->stop();
            seen = now;
        }
    }

    const std::string script_ = read_script();
    std::unique_ptr<sim::SimBoard> board_;
    std::unique_ptr<Life> life_;
    std::mutex lock_;  // of life_, which the watching thread uses
    std::atomic<u64> inputs_ = 0;
};

}  // namespace

}  // namespace krait::fuzz

extern "C" int LLVMFuzzerTestOneInput(const krait::u8* data, size_t size) {
    static auto* fuzzer = new krait::fuzz::Fuzzer;  // lives as long as its watching thread
    fuzzer->run({data, size});
    return 0;
}
