#include "board.hpp"

#include "chip.hpp"
#include "semihosting.hpp"

namespace krait::mps2 {

using hal::Errno;
using hal::IoResult;

namespace {

constexpr u32 kTicksPerUs = chip::kClockHz / 1'000'000;
constexpr i64 kNsPerS = 1'000'000'000;
constexpr u32 kSysTickHz = 1000;

constinit Mps2Board the_board;

}  // namespace

Mps2Board& board() { return the_board; }

extern "C" void systick_handler() { the_board.board_clock().ticks(); }

void Mps2Board::start() {
    clock_.start();
    host_console_.start();
}

void Mps2Board::use_uart_console() {
    uart_.start();
    waiter_.watch_uart();
    console_ = &uart_;
}

void Mps2Board::set_sink(hal::EventSink* sink) {
    waiter_.set_sink(sink);
    uart_.set_sink(sink);
}

const hal::BoardInfo& Mps2Board::info() const {
    static constexpr hal::BoardInfo kInfo = {.platform = "mps2",
                                             .machine = "MPS2 AN385 with Cortex-M3",
                                             .chip = "CMSDK_CM3",
                                             .name = "mps2"};
    return kInfo;
}

void BoardClock::start() {
    chip::timer_reload = ~0u;
    chip::timer_value = ~0u;
    chip::timer_control = 1;
    chip::systick_reload = chip::kClockHz / kSysTickHz - 1;
    chip::systick_value = 0;
    chip::systick_control = 7;  // on, with interrupt, from the processor's clock
    epoch_offset_ns_ = static_cast<i64>(semihosting::time()) * kNsPerS;
}

u64 BoardClock::ticks() {
    const u32 state = chip::mask_interrupts();
    const u32 now = ~u32{chip::timer_value};
    if (now < last_) ++wraps_;
    last_ = now;
    const u64 all = u64{wraps_} << 32 | now;
    chip::restore_interrupts(state);
    return all;
}

u64 BoardClock::ticks_us() { return ticks() / kTicksPerUs; }
u32 BoardClock::ticks_cpu() { return ~u32{chip::timer_value}; }
i64 BoardClock::epoch_ns() { return static_cast<i64>(ticks_us()) * 1000 + epoch_offset_ns_; }
void BoardClock::set_epoch_ns(i64 now) {
    epoch_offset_ns_ = now - static_cast<i64>(ticks_us()) * 1000;
}

void SemihostedConsole::start() {
    in_ = semihosting::open(":tt", semihosting::Mode::ConsoleIn);
    out_ = semihosting::open(":tt", semihosting::Mode::ConsoleOut);
    error_ = semihosting::open(":tt", semihosting::Mode::ConsoleError);
}

IoResult SemihostedConsole::read(MutableBytes into) {
    const i32 count = semihosting::read(in_, into);
    return count < 0 ? IoResult(Errno::InputOutput) : IoResult(count);
}

IoResult SemihostedConsole::write(Bytes text) {
    const i32 count = semihosting::write(out_, text);
    return count < 0 ? IoResult(Errno::InputOutput) : IoResult(count);
}

IoResult SemihostedConsole::write_error(Bytes text) {
    const i32 count = semihosting::write(error_, text);
    return count < 0 ? IoResult(Errno::InputOutput) : IoResult(count);
}

u32 SleepingWaiter::poll(std::span<hal::PollEntry> set) {
    u32 ready = 0;
    for (hal::PollEntry& entry : set) {
        entry.ready = hal::kPollError;
        if (entry.kind == hal::PollKind::Console) {
            // The host's console is always readable: reading waits.
            const bool is_readable = !watches_uart_ || uart_.has_input();
            entry.ready = static_cast<u8>(entry.interest & (is_readable ? ~0 : ~hal::kPollIn));
        }
        if (entry.ready) ++ready;
    }
    return ready;
}

u32 SleepingWaiter::wait_until(u64 deadline_us, std::span<hal::PollEntry> set) {
    while (true) {
        const u32 state = chip::mask_interrupts();
        const u32 ready = poll(set);
        const bool is_over =
            ready || (sink_ && sink_->has_pending()) || clock_.ticks_us() >= deadline_us;
        if (!is_over) chip::wait_for_interrupt();
        chip::restore_interrupts(state);
        if (is_over) return ready;
    }
}

IoResult SemihostedEntropy::fill(MutableBytes into) {
    const i32 source = semihosting::open("/dev/urandom", semihosting::Mode::Read);
    if (source < 0) return Errno::NoDevice;
    const i32 count = semihosting::read(source, into);
    semihosting::close(source);
    if (count != static_cast<i32>(into.size())) return Errno::InputOutput;
    return count;
}

}  // namespace krait::mps2
