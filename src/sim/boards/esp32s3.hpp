// Espressif ESP32-S3, from its data sheet: GPIO0-21 and 26-48 (22-25 do not exist), strapping pins
// 0, 3, 45 and 46, USB on 19 and 20, ADC on 1-20, two I2S units, four general timers. GPIO26-32
// carry the flash and PSRAM on most modules; the chip has them, so they are accepted.
#pragma once

#include "sim/chip.hpp"

namespace krait::sim::boards::esp32s3 {

inline constexpr PinRange kPins[] = {{0, 21}, {26, 48}};
inline constexpr PinRange kMissingPins[] = {{22, 25}};
inline constexpr PinRange kAdcPins[] = {{1, 20}};
inline constexpr PinRange kUsbPins[] = {{19, 20}};
inline constexpr u16 kStrappingPins[] = {0, 3, 45, 46};
// Channel n of the first converter is GPIO n + 1, of the second GPIO n + 11.
inline constexpr PinName kPinNames[] = {
    {"ADC1_CH0", 1},  {"ADC1_CH1", 2},  {"ADC1_CH2", 3},  {"ADC1_CH3", 4},  {"ADC1_CH4", 5},
    {"ADC1_CH5", 6},  {"ADC1_CH6", 7},  {"ADC1_CH7", 8},  {"ADC1_CH8", 9},  {"ADC1_CH9", 10},
    {"ADC2_CH0", 11}, {"ADC2_CH1", 12}, {"ADC2_CH2", 13}, {"ADC2_CH3", 14}, {"ADC2_CH4", 15},
    {"ADC2_CH5", 16}, {"ADC2_CH6", 17}, {"ADC2_CH7", 18}, {"ADC2_CH8", 19}, {"ADC2_CH9", 20},
};
inline constexpr u32 kFrequencies[] = {20'000'000, 40'000'000, 80'000'000, 160'000'000,
                                       240'000'000};

inline constexpr Chip kChip = {
    .name = "esp32s3",
    .about = "ESP32-S3: 45 pins, I2S, I2C, SPI, ADC, PWM, timers, watchdog, RTC, Wi-Fi",
    .platform = "esp32",
    .machine = "Generic ESP32S3 module with ESP32S3",
    .chip = "ESP32S3",
    .epoch_year = 2000,
    .pins = kPins,
    .missing_pins = kMissingPins,
    .input_only_pins = {},
    .adc_pins = kAdcPins,
    .usb_pins = kUsbPins,
    .strapping_pins = kStrappingPins,
    .pin_names = kPinNames,
    .i2s_buses = 2,
    .i2c_buses = 2,
    .spi_buses = 2,
    .uarts = 3,
    .counters = 4,
    .hardware_timers = 4,
    .timers = 32,
    .rtc_memory_bytes = 2048,
    .has_radio = true,
    .frequencies_hz = kFrequencies,
    .frequency_hz = 160'000'000,
    .unique_id = {0x7c, 0xdf, 0xa1, 0x00, 0x53, 0x03},
};

}  // namespace krait::sim::boards::esp32s3
