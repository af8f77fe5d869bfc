// machine.Pin, as the other classes use it.
#pragma once

#include "machine/parts.hpp"

namespace krait {

// A pin by its number. There is one Pin a number, as long as its class is Pin itself.
struct Pin : Object {
    static const BuiltinType kType;
    isize number;
};

// What Pin.irq() gives: the handler of a pin and what triggers it.
struct PinIrq : Object {
    static const BuiltinType kType;
    Pin* pin;
    Value handler;  // None: none
    isize trigger;
    bool is_hard;
};

struct Signal : Object {
    static const BuiltinType kType;
    Value pin;  // a Pin, or any object with a method `value`
    bool inverted;
};

// The number of a pin that is named by a Pin, an int or a text ("GPIO5", or a name of the board's).
// ValueError("invalid pin").
Result<isize> pin_number(Interp&, Value id);
// What Pin(*args) gives.
Value pin_construct(Interp&, const Type* cls, const CallArgs& args);

}  // namespace krait
