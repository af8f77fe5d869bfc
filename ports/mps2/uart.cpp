#include "uart.hpp"

#include "board.hpp"
#include "chip.hpp"

namespace krait::mps2 {

using hal::Errno;
using hal::IoResult;

namespace {

constexpr u32 kSendFull = 1, kReceivedFull = 2;                       // uart_state
constexpr u32 kSends = 1, kReceives = 2, kInterruptsOnReception = 8;  // uart_control
constexpr u32 kReception = 2;                                         // uart_interrupts
constexpr u32 kBaud = 115200;

}  // namespace

extern "C" void uart_handler() { board().uart_console().receive(); }

void UartConsole::start() {
    chip::uart_divider = chip::kClockHz / kBaud;
    chip::uart_control = kSends | kReceives | kInterruptsOnReception;
    chip::interrupt_enable = 1;
}

void UartConsole::receive() {
    chip::uart_interrupts = kReception;
    while (chip::uart_state & kReceivedFull) {
        const u8 byte = static_cast<u8>(chip::uart_data);
        if (byte == interrupt_char_) {
            taken_ = received_.load();  // what came before it is not worth reading any more
            if (hal::EventSink* sink = sink_) sink->post({hal::EventKind::KeyboardInterrupt}, 0);
        } else if (received_ - taken_ < kRing) {
            ring_[received_ % kRing] = byte;
            received_ = received_ + 1;
        }
    }
}

IoResult UartConsole::read(MutableBytes into) {
    usize count = 0;
    const u32 state = chip::mask_interrupts();
    while (count < into.size() && has_input()) {
        into[count++] = ring_[taken_ % kRing];
        taken_ = taken_ + 1;
    }
    chip::restore_interrupts(state);
    return count ? IoResult(static_cast<i32>(count)) : IoResult(Errno::Again);
}

IoResult UartConsole::write(Bytes text) {
    for (u8 byte : text) {
        while (chip::uart_state & kSendFull) {
        }
        chip::uart_data = byte;
    }
    return static_cast<i32>(text.size());
}

}  // namespace krait::mps2
