// A board: what is on it, in one object that its interpreter is given at start.
//
// Clock, console, waiter, entropy and storage are always there. The rest is nullptr where a board
// has none, and the Python modules above then lack the class (or say so when it is used). To port
// Krait to a board, implement the interfaces that it has, one file each, and hand them out here.
#pragma once

#include "hal/adc.hpp"
#include "hal/clock.hpp"
#include "hal/code_memory.hpp"
#include "hal/console.hpp"
#include "hal/counter.hpp"
#include "hal/entropy.hpp"
#include "hal/events.hpp"
#include "hal/flash.hpp"
#include "hal/i2c.hpp"
#include "hal/i2s.hpp"
#include "hal/netstack.hpp"
#include "hal/onewire.hpp"
#include "hal/pins.hpp"
#include "hal/power.hpp"
#include "hal/pwm.hpp"
#include "hal/radio.hpp"
#include "hal/rtc.hpp"
#include "hal/spi.hpp"
#include "hal/storage.hpp"
#include "hal/threads.hpp"
#include "hal/timer.hpp"
#include "hal/uart.hpp"
#include "hal/watchdog.hpp"

namespace krait::hal {

class Process;  // hal/process.hpp; only boards of hosts have one

struct BoardInfo {
    std::string_view platform;  // sys.platform: "esp32", "linux"
    std::string_view machine;   // os.uname().machine: "Generic ESP32S3 module with ESP32S3"
    std::string_view chip;      // "ESP32S3"
    std::string_view name;      // what selects it: "esp32s3"
    u16 epoch_year = 1970;      // what time.time() counts from: 2000 on an ESP32
};

class Board {
  public:
    virtual const BoardInfo& info() const = 0;

    virtual Clock& clock() = 0;
    virtual Console& console() = 0;
    virtual Waiter& waiter() = 0;
    virtual Entropy& entropy() = 0;
    virtual Storage& storage() = 0;

    virtual Pins* pins() = 0;
    virtual I2s* i2s() = 0;
    virtual Timers* timers() = 0;
    virtual Watchdog* watchdog() = 0;
    virtual Rtc* rtc() = 0;
    virtual Power* power() = 0;
    virtual Radio* radio() = 0;
    virtual NetStack* net() = 0;
    virtual I2c* i2c() { return nullptr; }
    virtual Spi* spi() { return nullptr; }
    virtual Adc* adc() { return nullptr; }
    virtual Pwm* pwm() { return nullptr; }
    virtual Uart* uart() { return nullptr; }
    virtual OneWire* one_wire() { return nullptr; }
    virtual Counters* counters() { return nullptr; }
    virtual Flash* flash() { return nullptr; }
    virtual Threads* threads() { return nullptr; }
    virtual Process* process() { return nullptr; }
    virtual CodeMemory* code_memory() { return nullptr; }

    // Where events go from now on; nullptr while no interpreter runs. What happens then is lost,
    // except a reset that is due.
    virtual void set_sink(EventSink* sink) = 0;

  protected:
    ~Board() = default;
};

}  // namespace krait::hal
