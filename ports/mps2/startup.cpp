// From reset to firmware_main, the vector table, and what happens at a fault: one line that says
// where, and the end of the emulator with status 139, as a crashed program of a host ends.
#include <cstring>
#include <iterator>

#include "chip.hpp"
#include "semihosting.hpp"
#include "stack.hpp"

extern "C" {
extern krait::u32 data_start[], data_end[], data_load[], bss_start[], bss_end[], stack_bottom[],
    stack_top[];
int firmware_main();
[[noreturn]] void reset_handler();
}

namespace krait::mps2 {

namespace {

constexpr i32 kFaultStatus = 139;
constexpr i32 kConsoleError = 2;
constexpr u32 kPaint = 0x5AFE5AFE;

void say(std::string_view text) {
    const i32 console = semihosting::open(":tt", semihosting::Mode::ConsoleError);
    auto* bytes = reinterpret_cast<const u8*>(text.data());
    semihosting::write(console < 0 ? kConsoleError : console, {bytes, text.size()});
}

void say_hex(std::string_view label, u32 value) {
    char text[10] = {'0', 'x'};
    for (u32 i = 0; i < 8; ++i) text[2 + i] = "0123456789abcdef"[value >> (28 - 4 * i) & 15];
    say(label);
    say({text, sizeof text});
}

// All of the stack but what is in use here, at its top.
void paint_stack() {
    u32 here;
    for (u32* word = stack_bottom; word < &here; ++word) *word = kPaint;
}

// The first page is code, but no program of ours reads or writes there through a pointer: with it
// closed to writing, a null pointer faults instead of overwriting the vectors.
void protect_null_page() {
    chip::mpu_rnr = 0;
    chip::mpu_rbar = 0;
    chip::mpu_rasr = (6u << 24) | (21u << 1) | 1;  // read-only, 4 MB from 0
    chip::mpu_ctrl = 5;                            // on, with the default map behind it
    chip::shcsr = chip::shcsr | (1u << 16);        // memory faults have their own handler
    asm volatile("dsb\n isb");
}

}  // namespace

usize stack_used() {
    const u32* word = stack_bottom;
    while (word < stack_top && *word == kPaint) ++word;
    return static_cast<usize>(stack_top - word) * sizeof(u32);
}

// `frame` is what the exception pushed: r0 to r3, r12, lr, pc, psr.
extern "C" [[noreturn, gnu::used]] void report_fault(const u32* frame) {
    say_hex("fault: pc ", frame[6]);
    say_hex(", called from ", frame[5]);
    say_hex(", CFSR ", chip::cfsr);
    say_hex(", address ", chip::bfar);
    say("\n");
    semihosting::exit(kFaultStatus);
}

extern "C" [[gnu::naked]] void fault_handler() { asm("mrs r0, msp\n b report_fault"); }

extern "C" void systick_handler();
extern "C" void uart_handler();

using Vector = void (*)();

struct VectorTable {
    u32* stack;
    Vector handlers[15];
    Vector uart_reception;
};

[[gnu::section(".vectors"), gnu::used]] constinit const VectorTable kVectors = {
    stack_top,
    {reset_handler, fault_handler, fault_handler, fault_handler, fault_handler, fault_handler,
     nullptr, nullptr, nullptr, nullptr, fault_handler, fault_handler, nullptr, fault_handler,
     systick_handler},
    uart_handler};

}  // namespace krait::mps2

extern "C" void reset_handler() {
    using namespace krait;
    std::memcpy(data_start, data_load, static_cast<usize>(data_end - data_start) * sizeof(u32));
    std::memset(bss_start, 0, static_cast<usize>(bss_end - bss_start) * sizeof(u32));
    mps2::paint_stack();
    mps2::protect_null_page();
    mps2::semihosting::exit(firmware_main());
}
