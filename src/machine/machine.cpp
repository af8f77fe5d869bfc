// The machine module: the hardware of the board it runs on, with MicroPython's names.
//
// Everything here stands above the interfaces of src/hal. On a board that lacks a part the names
// exist, and using them says what is missing.
#include "core/bind.hpp"
#include "machine/buses.hpp"
#include "machine/i2s.hpp"
#include "machine/modules.hpp"
#include "machine/pin.hpp"
#include "machine/rtc.hpp"
#include "machine/timer.hpp"
#include "machine/wdt.hpp"

namespace krait {

namespace {

constexpr Row kRows[] = {
    constant<"ADC">(&AdcPin::kType),
    constant<"ADCBlock">(&AdcBlock::kType),
    constant<"Counter">(&EdgeCounter::kCounterType),
    constant<"Encoder">(&EdgeCounter::kEncoderType),
    constant<"I2C">(&I2cBus::kType),
    constant<"I2S">(&I2sBus::kType),
    constant<"PWM">(&PwmPin::kType),
    constant<"Pin">(&Pin::kType),
    constant<"PinBase">(&PinBase::kType),
    constant<"RTC">(&Rtc::kType),
    constant<"SPI">(&SpiBus::kType),
    constant<"Signal">(&Signal::kType),
    constant<"SoftI2C">(&I2cBus::kSoftType),
    constant<"SoftSPI">(&SpiBus::kSoftType),
    constant<"Timer">(&Timer::kType),
    constant<"UART">(&UartPort::kType),
    constant<"WDT">(&Wdt::kType),
};
constexpr const std::span<const Row>* kParts[] = {&kPowerRows, &kPulseRows, &kMemoryRows};

}  // namespace

constinit const ModuleDef kMachineModule{.name = "machine"_sym, .rows = kRows, .parts = kParts};

}  // namespace krait
