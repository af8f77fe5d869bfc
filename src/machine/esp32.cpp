// The esp32 module: what only Espressif's chips have.
#include "core/bind.hpp"
#include "machine/modules.hpp"
#include "machine/pin.hpp"

namespace krait {

namespace {

// A pin whose level wakes the chip, also from deep sleep; None: no pin any more.
Status wake_on(Interp& in, Value pin, bool level) {
    const u16 number = static_cast<u16>(KRAIT_TRY(pin_number(in, pin)));
    const u8 trigger = level ? hal::kPinHighLevel : hal::kPinLowLevel;
    return check(in, in.board()->pins()->set_wake(number, trigger, true));
}

Status esp32_wake_on_ext0(Interp& in, Value pin, bool level) {
    if (is_none(pin)) return kOk;
    return wake_on(in, pin, level);
}

Status esp32_wake_on_ext1(Interp& in, Value pins, bool level) {
    if (is_none(pins)) return kOk;
    Tuple* all = KRAIT_TRY(tuple_from(in, pins));
    for (Value pin : all->span()) KRAIT_TRY(wake_on(in, pin, level));
    return kOk;
}

constexpr Row kRows[] = {
    def<"wake_on_ext0(pin=None, level=False)", esp32_wake_on_ext0>,
    def<"wake_on_ext1(pins=None, level=False)", esp32_wake_on_ext1>,
    constant<"WAKEUP_ALL_LOW">(false_()),
    constant<"WAKEUP_ANY_HIGH">(true_()),
};

}  // namespace

constinit const ModuleDef kEsp32Module{.name = "esp32"_sym, .rows = kRows};

}  // namespace krait
