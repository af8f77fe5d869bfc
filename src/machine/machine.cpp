// The machine module: the hardware of the board it runs on, with MicroPython's names.
//
// Everything here stands above the interfaces of src/hal. On a board that lacks a part the names
// exist, and using them says what is missing.
#include "core/bind.hpp"
#include "machine/i2s.hpp"
#include "machine/modules.hpp"
#include "machine/pin.hpp"
#include "machine/rtc.hpp"
#include "machine/timer.hpp"
#include "machine/wdt.hpp"

namespace krait {

namespace {

constexpr Row kRows[] = {
    constant<"I2S">(&I2sBus::kType),  constant<"Pin">(&Pin::kType),
    constant<"RTC">(&Rtc::kType),     constant<"Signal">(&Signal::kType),
    constant<"Timer">(&Timer::kType), constant<"WDT">(&Wdt::kType),
};
constexpr const std::span<const Row>* kParts[] = {&kPowerRows};

}  // namespace

constinit const ModuleDef kMachineModule{.name = "machine"_sym, .rows = kRows, .parts = kParts};

}  // namespace krait
