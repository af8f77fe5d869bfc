// The classes of machine for buses and analogue pins.
#pragma once

#include "machine/parts.hpp"

namespace krait {

// An I2C or SPI bus by its number; SoftI2C and SoftSPI are the number behind the last.
struct I2cBus : Object {
    static const BuiltinType kType, kSoftType;
    isize number;  // -1: closed
    u32 frequency_hz;
    i16 scl, sda;
};

struct SpiBus : Object {
    static const BuiltinType kType, kSoftType;
    isize number;  // -1: closed
    bool is_soft;
    hal::SpiConfig config;
};

struct UartPort : Object {
    static const BuiltinType kType;
    u8 unit;
    bool is_open;
    u32 timeout_ms, char_timeout_ms;
    hal::UartConfig config;
};

// What UART.irq() gives: the handler of a unit and what triggers it (uart_irq.cpp).
struct UartIrq : Object {
    static const BuiltinType kType;
    UartPort* port;
    Value handler;  // None: none
    u8 triggers;
    u8 flags;  // of the last event
    bool is_hard;
};
Result<UartIrq*> uart_irq(Interp&, UartPort*, Value handler, Value trigger, bool hard);
// Forgets the handler of a unit that is closed.
void drop_uart_irq(Interp&, u8 unit);

struct AdcPin : Object {
    static const BuiltinType kType;
    isize pin;
    u8 attenuation, bits;
};

struct AdcBlock : Object {
    static const BuiltinType kType;
    isize id;
    u8 bits;
};

struct PwmPin : Object {
    static const BuiltinType kType;
    isize pin;
    u32 frequency_hz;
    u16 duty;
    bool is_on;
};

// Counter and Encoder (counter.cpp).
struct EdgeCounter : Object {
    static const BuiltinType kType, kCounterType, kEncoderType;
    u8 unit;
    bool is_on;
};

// mem8, mem16 and mem32: memory by its address.
struct Memory : Object {
    static const BuiltinType kType;
    usize size;  // of an item
    constexpr explicit Memory(usize bytes) : Object(kType.shape()), size(bytes) {}
};
extern constinit const Memory kMem8, kMem16, kMem32;

// What classes derive from that are pins of their own kind: they define value().
struct PinBase : Object {
    static const BuiltinType kType;
};

// The pin of an argument that may be None or -1: left out.
Result<isize> optional_pin(Interp&, Value id);

}  // namespace krait
