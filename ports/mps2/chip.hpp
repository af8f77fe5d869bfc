// The registers of the chip that this port uses: ARM's own (SysTick, MPU, interrupts, faults), a
// timer and a UART of the MPS2 board. All clocks are 25 MHz.
#pragma once

#include "base/types.hpp"

namespace krait::mps2::chip {

inline constexpr u32 kClockHz = 25'000'000;

// A register at a fixed address.
template <u32 kAddress>
struct Register {
    operator u32() const { return *reinterpret_cast<volatile u32*>(kAddress); }
    const Register& operator=(u32 value) const {
        *reinterpret_cast<volatile u32*>(kAddress) = value;
        return *this;
    }
};

inline constexpr Register<0xE000E010> systick_control;
inline constexpr Register<0xE000E014> systick_reload;
inline constexpr Register<0xE000E018> systick_value;

// A bit each; the UART's reception is bit 0.
inline constexpr Register<0xE000E100> interrupt_enable;

inline constexpr Register<0xE000ED24> shcsr;
inline constexpr Register<0xE000ED28> cfsr;
inline constexpr Register<0xE000ED38> bfar;
inline constexpr Register<0xE000ED94> mpu_ctrl;
inline constexpr Register<0xE000ED98> mpu_rnr;
inline constexpr Register<0xE000ED9C> mpu_rbar;
inline constexpr Register<0xE000EDA0> mpu_rasr;

// Timer 1 counts down; with the greatest reload value it runs freely.
inline constexpr Register<0x40001000> timer_control;
inline constexpr Register<0x40001004> timer_value;
inline constexpr Register<0x40001008> timer_reload;

inline constexpr Register<0x40004000> uart_data;
inline constexpr Register<0x40004004> uart_state;
inline constexpr Register<0x40004008> uart_control;
inline constexpr Register<0x4000400C> uart_interrupts;  // which there are; writing ends them
inline constexpr Register<0x40004010> uart_divider;

inline u32 mask_interrupts() {
    u32 state;
    asm volatile("mrs %0, primask\n cpsid i" : "=r"(state)::"memory");
    return state;
}
inline void restore_interrupts(u32 state) {
    asm volatile("msr primask, %0" ::"r"(state) : "memory");
}
inline void wait_for_interrupt() { asm volatile("dsb\n wfi" ::: "memory"); }

}  // namespace krait::mps2::chip
