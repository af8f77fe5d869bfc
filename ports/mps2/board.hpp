// The board that firmware under QEMU runs on: a clock, a UART, and by semihosting the host's
// console, files and random numbers. No pins, audio or radio.
#pragma once

#include "hal/board.hpp"
#include "uart.hpp"

namespace krait::mps2 {

// A 25 MHz counter widened to 64 bits; the wall clock is the host's at start plus that.
class BoardClock final : public hal::Clock {
  public:
    void start();
    // Notices each wrap of the counter; called at least once in 171 s (from SysTick).
    u64 ticks();

    u64 ticks_us() override;
    u32 ticks_cpu() override;
    i64 epoch_ns() override;
    void set_epoch_ns(i64 now) override;
    bool is_set() override { return true; }

  private:
    u32 wraps_ = 0;
    u32 last_ = 0;
    i64 epoch_offset_ns_ = 0;  // wall clock minus ticks
};

class SemihostedConsole final : public hal::Console {
  public:
    void start();
    hal::IoResult read(MutableBytes into) override;
    hal::IoResult write(Bytes text) override;
    hal::IoResult write_error(Bytes text) override;
    void set_raw(bool) override {}
    void set_interrupt_char(i32) override {}
    bool is_interactive() override { return false; }
    u16 columns() override { return 0; }

  private:
    i32 in_ = 0, out_ = 1, error_ = 2;
};

// Waiting sleeps until the next interrupt; SysTick comes every millisecond.
class SleepingWaiter final : public hal::Waiter {
  public:
    constexpr SleepingWaiter(BoardClock& clock, UartConsole& uart) : clock_(clock), uart_(uart) {}
    void set_sink(hal::EventSink* sink) { sink_ = sink; }
    // The console is the UART.
    void watch_uart() { watches_uart_ = true; }
    u32 wait_until(u64 deadline_us, std::span<hal::PollEntry> set) override;
    u32 poll(std::span<hal::PollEntry> set) override;
    void spend(u32) override {}
    void service() override {}

  private:
    BoardClock& clock_;
    UartConsole& uart_;
    hal::EventSink* sink_ = nullptr;
    bool watches_uart_ = false;
};

// The host's generator.
class SemihostedEntropy final : public hal::Entropy {
  public:
    hal::IoResult fill(MutableBytes into) override;
};

// The host's files. Semihosting knows no directories: they can be entered, not made or listed.
class SemihostedStorage final : public hal::Storage {
  public:
    hal::IoResult open(std::string_view path, u8 flags) override;
    hal::IoResult close(i32 file) override;
    hal::IoResult read(i32 file, MutableBytes into) override;
    hal::IoResult write(i32 file, Bytes data) override;
    hal::IoResult64 seek(i32 file, i64 offset, hal::SeekFrom from) override;
    hal::IoResult truncate(i32 file, u64 size) override;
    hal::IoResult flush(i32 file) override;
    hal::IoResult stat(std::string_view path, hal::FileStat& out) override;
    hal::IoResult stat_filesystem(std::string_view path, hal::FilesystemStat& out) override;
    hal::IoResult make_directory(std::string_view path) override;
    hal::IoResult remove_file(std::string_view path) override;
    hal::IoResult remove_directory(std::string_view path) override;
    hal::IoResult rename(std::string_view from, std::string_view to) override;
    hal::IoResult open_directory(std::string_view path) override;
    hal::IoResult next_entry(i32 listing, hal::DirectoryEntry& out) override;
    void close_directory(i32) override {}
    hal::IoResult change_directory(std::string_view path) override;
    hal::IoResult current_directory(MutableBytes into) override;
    hal::IoResult sync() override { return 0; }

  private:
    // Semihosting has no "where am I", so each open file's position is kept here.
    struct OpenFile {
        i32 host = 0;  // the host's handle; 0: free
        u32 position = 0;
        bool appends = false;
    };
    static constexpr usize kFiles = 16;
    static constexpr usize kPath = 256;

    // Within the current directory; empty if the result is too long.
    std::string_view resolve(std::string_view path, std::span<char> into) const;
    OpenFile* find(i32 file);

    OpenFile files_[kFiles];
    char directory_[kPath] = {};
    usize directory_size_ = 0;
};

class Mps2Board final : public hal::Board {
  public:
    void start();
    // From now on the console is the UART instead of the host's.
    void use_uart_console();
    BoardClock& board_clock() { return clock_; }
    UartConsole& uart_console() { return uart_; }

    const hal::BoardInfo& info() const override;
    hal::Clock& clock() override { return clock_; }
    hal::Console& console() override { return *console_; }
    hal::Waiter& waiter() override { return waiter_; }
    hal::Entropy& entropy() override { return entropy_; }
    hal::Storage& storage() override { return storage_; }
    hal::Pins* pins() override { return nullptr; }
    hal::I2s* i2s() override { return nullptr; }
    hal::Timers* timers() override { return nullptr; }
    hal::Watchdog* watchdog() override { return nullptr; }
    hal::Rtc* rtc() override { return nullptr; }
    hal::Power* power() override { return nullptr; }
    hal::Radio* radio() override { return nullptr; }
    hal::NetStack* net() override { return nullptr; }
    void set_sink(hal::EventSink* sink) override;

  private:
    BoardClock clock_;
    SemihostedConsole host_console_;
    UartConsole uart_;
    hal::Console* console_ = &host_console_;
    SleepingWaiter waiter_{clock_, uart_};
    SemihostedEntropy entropy_;
    SemihostedStorage storage_;
};

// The one board there is; lies in .bss and .data.
Mps2Board& board();

}  // namespace krait::mps2
