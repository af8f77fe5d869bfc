// The virtual board: a chip's data, the parts that it has, the devices wired to them, one timeline.
//
// One class serves all boards, the plain host included, since they differ in data only. A board
// belongs to one thread. Life of a run, as a port's main loop sees it:
//
//     std::string error;
//     std::unique_ptr<SimBoard> board = make_board(options, error);
//     do {
//         board->set_sink(&interpreter);  // a fresh one
//         …run boot.py, main.py or the script; it unwinds when run_end() is not None…
//         board->set_sink(nullptr);
//     } while (board->run_end() == RunEnd::Restart && board->restart());
//     print(board->report());
#pragma once

#include <memory>
#include <string>

#include "hal/board.hpp"
#include "sim/chip.hpp"
#include "sim/devices/dht.hpp"
#include "sim/options.hpp"
#include "sim/pacer.hpp"
#include "sim/parts/analog.hpp"
#include "sim/parts/buses.hpp"
#include "sim/parts/clock.hpp"
#include "sim/parts/code_memory.hpp"
#include "sim/parts/counters.hpp"
#include "sim/parts/entropy.hpp"
#include "sim/parts/flash.hpp"
#include "sim/parts/i2s.hpp"
#include "sim/parts/onewire.hpp"
#include "sim/parts/pins.hpp"
#include "sim/parts/power.hpp"
#include "sim/parts/process.hpp"
#include "sim/parts/rtc.hpp"
#include "sim/parts/serial_console.hpp"
#include "sim/parts/storage.hpp"
#include "sim/parts/threads.hpp"
#include "sim/parts/timers.hpp"
#include "sim/parts/uart.hpp"
#include "sim/parts/watchdog.hpp"
#include "sim/waiter.hpp"

namespace krait::sim {

class SimBoard final : public hal::Board {
  public:
    SimBoard(const Chip& chip, const SimOptions& options);
    ~SimBoard();
    SimBoard(const SimBoard&) = delete;
    SimBoard& operator=(const SimBoard&) = delete;

    // Connects trace, microphone, loudspeaker and the scripted devices, and starts. On failure
    // answers what is wrong, in one line. make_board calls it.
    std::string prepare(const SimOptions& options);

    const hal::BoardInfo& info() const override { return info_; }
    hal::Clock& clock() override { return clock_; }
    HostConsole& console() override { return *console_; }
    hal::Waiter& waiter() override { return waiter_; }
    hal::Entropy& entropy() override { return entropy_; }
    hal::Storage& storage() override { return storage_; }
    hal::Process* process() override { return &process_; }
    hal::Pins* pins() override { return pins_.get(); }
    hal::I2s* i2s() override { return i2s_.get(); }
    hal::I2c* i2c() override { return i2c_.get(); }
    hal::Spi* spi() override { return spi_.get(); }
    hal::Adc* adc() override { return adc_.get(); }
    hal::Pwm* pwm() override { return pwm_.get(); }
    hal::Uart* uart() override { return uart_.get(); }
    hal::OneWire* one_wire() override { return one_wire_.get(); }
    hal::Counters* counters() override { return counters_.get(); }
    hal::Flash* flash() override { return flash_.get(); }
    hal::Timers* timers() override { return timers_.get(); }
    hal::Watchdog* watchdog() override { return watchdog_.get(); }
    hal::Rtc* rtc() override { return rtc_.get(); }
    hal::Power* power() override { return power_.get(); }
    hal::Radio* radio() override { return radio_.get(); }
    hal::NetStack* net() override { return &net_; }
    hal::Threads* threads() override { return &threads_; }
    hal::CodeMemory* code_memory() override { return &code_memory_; }
    void set_sink(hal::EventSink* sink) override;

    // Why the interpreter must unwind, or None.
    RunEnd run_end() const { return interrupts_.run_end(); }
    // Carries out the reset that is due (and sleeps through a deep sleep). False: the run is over
    // instead.
    bool restart();
    // Ctrl-C, and the end of the run; both callable from a signal handler.
    void interrupt() { interrupts_.interrupt(); }
    void stop() { interrupts_.stop(); }

    Timeline& timeline() { return timeline_; }
    Trace& trace() { return trace_; }
    // The port tells it about the interpreter's heap.
    Stats& stats() { return stats_; }
    // For tests and tools that wire their own devices; nullptr on a plain host.
    SimPins* pads() { return pins_.get(); }
    SimI2s* buses() { return i2s_.get(); }
    // What the run lost, one line each; empty when nothing.
    std::string report() const;

  private:
    void add_parts(const SimOptions& options);
    std::string add_devices(const SimOptions& options);
    std::string add_sensors(const SimOptions& options);
    void schedule(const SimOptions& options);
    void stop_peripherals(bool into_deep_sleep);
    hal::WakeReason light_sleep(u64 until);

    const Chip& chip_;
    hal::BoardInfo info_;
    Timeline timeline_;
    Trace trace_;
    Stats stats_;
    Interrupts interrupts_;
    Wiring wiring_;
    Pacer pacer_;
    std::unique_ptr<AudioSource> microphone_;
    std::unique_ptr<AudioSink> speaker_;
    SimClock clock_;
    std::unique_ptr<HostConsole> console_;
    SimEntropy entropy_;
    HostStorage storage_;
    HostProcess process_;
    HostCodeMemory code_memory_;
    std::unique_ptr<SimPins> pins_;
    std::unique_ptr<SimI2s> i2s_;
    std::unique_ptr<SimI2c> i2c_;
    std::unique_ptr<SimSpi> spi_;
    std::unique_ptr<SimAdc> adc_;
    std::unique_ptr<SimPwm> pwm_;
    std::unique_ptr<SimUart> uart_;
    std::unique_ptr<SimOneWire> one_wire_;
    std::unique_ptr<SimCounters> counters_;
    std::unique_ptr<SimFlash> flash_;
    std::vector<std::unique_ptr<DhtSensor>> dhts_;
    std::unique_ptr<SimTimers> timers_;
    std::unique_ptr<SimPower> power_;
    std::unique_ptr<SimWatchdog> watchdog_;
    std::unique_ptr<SimRtc> rtc_;
    std::unique_ptr<SimRadio> radio_;
    SimNet net_;
    SimThreads threads_;
    SimWaiter waiter_;
};

// nullptr when it cannot be had; `error` says why, in one line.
std::unique_ptr<SimBoard> make_board(const SimOptions& options, std::string& error);

}  // namespace krait::sim
