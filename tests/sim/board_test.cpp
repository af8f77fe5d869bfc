// The board as a whole: time, pins, timers, watchdog, resets, sleep, and that runs repeat.
#include "fixture.hpp"

namespace krait::sim {
namespace {

using hal::Errno;
using hal::EventKind;
using hal::PinMode;
using hal::PinPull;
using hal::ResetCause;
using hal::WakeReason;

struct BoardTest : testing::Test {
    std::unique_ptr<SimBoard> board = must_make(virtual_s3());
    RecordingSink sink;
    void SetUp() override { board->set_sink(&sink); }
    void TearDown() override { board->set_sink(nullptr); }
};

TEST_F(BoardTest, identity) {
    EXPECT_EQ(board->info().platform, "esp32");
    EXPECT_NE(board->info().machine.find("ESP32"), std::string_view::npos);
    EXPECT_EQ(board->power()->unique_id().size(), 6u);
    EXPECT_EQ(board->power()->reset_cause(), ResetCause::PowerOn);
}

TEST_F(BoardTest, reading_the_clock_moves_it) {
    u64 first = board->clock().ticks_us();
    EXPECT_EQ(board->clock().ticks_us(), first + 1);
    i64 wall = board->clock().epoch_ns();
    EXPECT_EQ(wall / 1'000'000'000, 1'700'000'000);
    board->clock().set_epoch_ns(5'000'000'000);
    EXPECT_EQ(board->clock().epoch_ns() / 1'000'000'000, 5);
}

TEST_F(BoardTest, an_idle_board_jumps) {
    u64 before = board->clock().ticks_us();
    board->waiter().wait_until(before + 30ull * 86400 * 1'000'000, {});
    EXPECT_NEAR(static_cast<double>(board->clock().ticks_us() - before), 30.0 * 86400e6, 10);
}

TEST_F(BoardTest, pins_that_exist) {
    hal::Pins& pins = *board->pins();
    for (i32 pin : {0, 5, 21, 26, 48}) EXPECT_TRUE(pins.check(pin).is_ok()) << pin;
    for (i32 pin : {-1, 49, 1000}) EXPECT_TRUE(pins.check(pin).is(Errno::InvalidArgument)) << pin;
    testing::internal::CaptureStderr();
    for (i32 pin : {25, 25}) EXPECT_TRUE(pins.check(pin).is_ok());
    std::string warning = testing::internal::GetCapturedStderr();
    EXPECT_NE(warning.find("GPIO25 does not exist on an ESP32S3"), std::string::npos);
    EXPECT_EQ(std::count(warning.begin(), warning.end(), '\n'), 1);
    SimOptions options = virtual_s3();
    options.strict_pins = true;
    EXPECT_TRUE(must_make(options)->pins()->check(25).is(Errno::InvalidArgument));
}

TEST_F(BoardTest, pin_levels) {
    hal::Pins& pins = *board->pins();
    ASSERT_TRUE(pins.configure(4, {.mode = PinMode::In}).is_ok());
    EXPECT_FALSE(pins.read(4));
    ASSERT_TRUE(pins.configure(4, {.pull = PinPull::Up, .has_pull = true}).is_ok());
    EXPECT_TRUE(pins.read(4));
    board->pads()->drive(4, false);
    EXPECT_FALSE(pins.read(4));
    board->pads()->drive(4, std::nullopt);
    EXPECT_TRUE(pins.read(4));
    ASSERT_TRUE(pins.configure(4, {.mode = PinMode::OpenDrain, .value = 0}).is_ok());
    EXPECT_FALSE(pins.read(4));
    pins.write(4, true);
    EXPECT_TRUE(pins.read(4));
    ASSERT_TRUE(pins.configure(4, {.mode = PinMode::Out, .value = 0}).is_ok());
    EXPECT_FALSE(pins.read(4));
    EXPECT_FALSE(pins.latch(4));
}

TEST_F(BoardTest, pin_interrupts) {
    hal::Pins& pins = *board->pins();
    pins.configure(4, {.mode = PinMode::In, .pull = PinPull::Up, .has_pull = true}).is_ok();
    ASSERT_TRUE(pins.set_irq(4, hal::kPinFalling, false).is_ok());
    board->pads()->drive(4, false);
    board->pads()->drive(4, std::nullopt);
    EXPECT_EQ(sink.events,
              (std::vector<RecordingSink::Event>{{EventKind::Pin, 4, hal::kPinFalling}}));
    EXPECT_EQ(pins.take_irq_flags(4), hal::kPinFalling);
    EXPECT_EQ(pins.take_irq_flags(4), 0);
}

TEST_F(BoardTest, a_button_is_pressed_on_time) {
    SimOptions options = virtual_s3();
    options.presses.push_back({0, {2 * kNsPerSecond, 100 * kNsPerMs}});
    auto pressed = must_make(options);
    pressed->set_sink(&sink);
    pressed->pins()
        ->configure(0, {.mode = PinMode::In, .pull = PinPull::Up, .has_pull = true})
        .is_ok();
    pressed->pins()->set_irq(0, hal::kPinFalling | hal::kPinRising, false).is_ok();
    pressed->waiter().wait_until(hal::kForever, {});
    EXPECT_EQ(pressed->timeline().now(), 2 * kNsPerSecond);
    EXPECT_FALSE(pressed->pins()->read(0));
    sink.events.clear();
    pressed->waiter().wait_until(hal::kForever, {});
    EXPECT_EQ(pressed->timeline().now(), 2100 * kNsPerMs);
    EXPECT_EQ(sink.events[0].argument, u32{hal::kPinRising});
}

TEST_F(BoardTest, masked_interrupts_arrive_later) {
    hal::Power& power = *board->power();
    u32 outer = power.mask_interrupts();
    u32 inner = power.mask_interrupts();
    ASSERT_TRUE(board->timers()->start(0, 1000, false, false).is_ok());
    pass(*board, 2000);
    power.restore_interrupts(inner);
    EXPECT_TRUE(sink.events.empty());
    power.restore_interrupts(outer);
    EXPECT_EQ(sink.count(EventKind::Timer), 1u);
}

TEST_F(BoardTest, timers_do_not_drift) {
    sink.wants_wake = false;
    u64 start = board->timeline().now();
    ASSERT_TRUE(board->timers()->start(1, 777, true, false).is_ok());
    board->timeline().advance_to(start + kNsPerSecond);
    EXPECT_EQ(sink.count(EventKind::Timer), 1'000'000u / 777);
    board->timers()->stop(1);
    EXPECT_FALSE(board->timers()->is_running(1));
    pass(*board, 10'000);
    EXPECT_EQ(sink.count(EventKind::Timer), 1'000'000u / 777);
    EXPECT_TRUE(board->timers()->start(1, 0, true, false).is(Errno::InvalidArgument));
}

TEST_F(BoardTest, a_busy_loop_meets_its_timer) {
    ASSERT_TRUE(board->timers()->start(0, 5000, false, false).is_ok());
    u32 loops = 0;
    while (sink.events.empty()) {
        board->waiter().spend(100);
        loops++;
    }
    EXPECT_NEAR(loops, 50'000, 1);
}

TEST_F(BoardTest, the_watchdog_bites_and_the_board_restarts) {
    hal::Watchdog& watchdog = *board->watchdog();
    ASSERT_TRUE(watchdog.start(5000).is_ok());
    for (int i = 0; i < 5; i++) {
        pass(*board, 4'000'000);
        watchdog.feed();
    }
    EXPECT_EQ(board->run_end(), RunEnd::None);
    pass(*board, 60'000'000);
    EXPECT_EQ(board->run_end(), RunEnd::Restart);
    EXPECT_EQ(sink.count(EventKind::Reset), 1u);
    EXPECT_NEAR(static_cast<double>(board->timeline().now()), 25e9, 1e5);
    ASSERT_TRUE(board->restart());
    EXPECT_EQ(board->power()->reset_cause(), ResetCause::Watchdog);
    EXPECT_LT(board->clock().ticks_us(), 10u);
    EXPECT_FALSE(watchdog.is_running());
}

TEST_F(BoardTest, a_paused_watchdog_waits) {
    ASSERT_TRUE(board->watchdog()->start(1000).is_ok());
    pass(*board, 400'000);
    ASSERT_TRUE(board->watchdog()->pause(true).is_ok());
    pass(*board, 9'000'000);
    EXPECT_EQ(board->run_end(), RunEnd::None);
    ASSERT_TRUE(board->watchdog()->pause(false).is_ok());
    pass(*board, 590'000);
    EXPECT_EQ(board->run_end(), RunEnd::None);
    pass(*board, 20'000);
    EXPECT_EQ(board->run_end(), RunEnd::Restart);
}

TEST_F(BoardTest, reset_returns_all_to_power_on_but_rtc_memory) {
    u8 kept[] = {1, 2, 3};
    ASSERT_TRUE(board->rtc()->set_memory(kept).is_ok());
    board->pins()->configure(4, {.mode = PinMode::Out, .value = 1}).is_ok();
    board->timers()->start(0, 1000, true, false).is_ok();
    board->i2s()->open(0, {.sck = 1, .ws = 2, .sd = 3}).is_ok();
    board->power()->set_frequency_hz(240'000'000).is_ok();
    board->power()->reset();
    EXPECT_EQ(board->run_end(), RunEnd::Restart);
    ASSERT_TRUE(board->restart());
    EXPECT_EQ(board->power()->reset_cause(), ResetCause::Hard);
    EXPECT_EQ(board->pins()->mode(4), PinMode::Unset);
    EXPECT_FALSE(board->pins()->read(4));
    EXPECT_FALSE(board->timers()->is_running(0));
    EXPECT_EQ(board->power()->frequency_hz(), 160'000'000u);
    Bytes memory = board->rtc()->memory();
    EXPECT_EQ(std::vector<u8>(memory.begin(), memory.end()), (std::vector<u8>{1, 2, 3}));
    EXPECT_TRUE(board->i2s()->open(0, {.sck = 1, .ws = 2, .sd = 3}).is_ok());
}

TEST_F(BoardTest, deep_sleep_ends_the_run_and_boots_later) {
    pass(*board, 1'000'000);
    board->power()->deep_sleep(10'000'000);
    EXPECT_EQ(board->run_end(), RunEnd::Restart);
    ASSERT_TRUE(board->restart());
    EXPECT_NEAR(static_cast<double>(board->timeline().now()), 11e9, 1e5);
    EXPECT_EQ(board->power()->reset_cause(), ResetCause::DeepSleep);
    EXPECT_EQ(board->power()->wake_reason(), WakeReason::Timer);
}

TEST_F(BoardTest, a_pin_ends_deep_sleep) {
    SimOptions options = virtual_s3();
    options.presses.push_back({4, {2 * kNsPerSecond}});
    auto sleeper = must_make(options);
    auto is_low = [&] { return sleeper->pins()->set_wake(4, hal::kPinLowLevel, true).is_ok(); };
    sleeper->pins()
        ->configure(4, {.mode = PinMode::In, .pull = PinPull::Up, .has_pull = true, .hold = 1})
        .is_ok();
    ASSERT_TRUE(is_low());
    sleeper->power()->deep_sleep(hal::kForever);
    ASSERT_TRUE(sleeper->restart());
    EXPECT_EQ(sleeper->timeline().now(), 2 * kNsPerSecond);
    EXPECT_EQ(sleeper->power()->wake_reason(), WakeReason::Pin);
}

TEST_F(BoardTest, light_sleep_stops_the_audio_clock) {
    board->i2s()->open(0, {.sck = 1, .ws = 2, .sd = 3}).is_ok();
    pass(*board, 100'000);
    u64 frames = board->i2s()->stats(0).frames;
    EXPECT_EQ(board->power()->light_sleep(board->clock().ticks_us() + 5'000'000),
              WakeReason::Timer);
    EXPECT_EQ(board->i2s()->stats(0).frames, frames);
    pass(*board, 100'000);
    EXPECT_GT(board->i2s()->stats(0).frames, frames);
}

TEST_F(BoardTest, soft_reset_keeps_the_watchdog) {
    ASSERT_TRUE(board->watchdog()->start(1000).is_ok());
    board->timers()->start(0, 1000, true, false).is_ok();
    board->power()->soft_reset();
    EXPECT_EQ(board->power()->reset_cause(), ResetCause::Soft);
    EXPECT_FALSE(board->timers()->is_running(0));
    EXPECT_TRUE(board->watchdog()->is_running());
    EXPECT_EQ(board->run_end(), RunEnd::None);
}

TEST_F(BoardTest, the_alarm_rings) {
    ASSERT_TRUE(board->rtc()->set_alarm(5'000'000, 1'000'000).is_ok());
    EXPECT_GT(board->rtc()->alarm_left_us(), 4'900'000u);
    board->waiter().wait_until(hal::kForever, {});
    EXPECT_EQ(board->timeline().now(), 5 * kNsPerSecond);
    sink.events.clear();
    board->waiter().wait_until(hal::kForever, {});
    EXPECT_EQ(board->timeline().now(), 6 * kNsPerSecond);
    board->rtc()->cancel_alarm();
    EXPECT_EQ(board->rtc()->alarm_left_us(), 0u);
}

TEST_F(BoardTest, ctrl_c_ends_a_wait) {
    board->interrupt();
    board->waiter().wait_until(hal::kForever, {});
    EXPECT_EQ(sink.count(EventKind::KeyboardInterrupt), 1u);
}

TEST(Board, for_seconds_ends_the_run_and_any_restart) {
    SimOptions options = virtual_s3();
    options.run_for = 3 * kNsPerSecond;
    auto board = must_make(options);
    RecordingSink sink;
    board->set_sink(&sink);
    board->waiter().wait_until(hal::kForever, {});
    EXPECT_EQ(board->run_end(), RunEnd::Stop);
    EXPECT_EQ(board->timeline().now(), 3 * kNsPerSecond);
    EXPECT_EQ(sink.count(EventKind::Stop), 1u);
    EXPECT_FALSE(board->restart());
    board->set_sink(nullptr);

    auto sleeper = must_make(options);
    sleeper->power()->deep_sleep(10'000'000);
    EXPECT_FALSE(sleeper->restart());
}

TEST(Board, the_host_has_no_hardware) {
    SimOptions options;
    auto board = must_make(options);
    EXPECT_EQ(board->pins(), nullptr);
    EXPECT_EQ(board->power(), nullptr);
    EXPECT_EQ(board->radio(), nullptr);
    EXPECT_NE(board->net(), nullptr);
    u64 start = board->clock().ticks_us();
    board->waiter().wait_until(start + 5000, {});
    EXPECT_GE(board->clock().ticks_us(), start + 5000);
}

TEST(Board, real_time_asks_a_busy_interpreter_for_service) {
    SimOptions options;
    options.board = "esp32s3";
    auto board = must_make(options);
    RecordingSink sink;
    board->set_sink(&sink);
    ASSERT_TRUE(board->timers()->start(0, 2000, false, false).is_ok());
    u64 give_up = board->timeline().host_now() + 10 * kNsPerSecond;
    while (!sink.service_requested && board->timeline().host_now() < give_up) {
    }
    EXPECT_TRUE(sink.service_requested);
    board->waiter().service();
    EXPECT_EQ(sink.count(EventKind::Timer), 1u);
    board->set_sink(nullptr);
}

TEST(Board, real_time_waits_for_its_timer) {
    SimOptions options;
    options.board = "esp32s3";
    auto board = must_make(options);
    RecordingSink sink;
    board->set_sink(&sink);
    u64 start = board->timeline().host_now();
    ASSERT_TRUE(board->timers()->start(0, 20'000, false, false).is_ok());
    board->waiter().wait_until(hal::kForever, {});
    EXPECT_EQ(sink.count(EventKind::Timer), 1u);
    EXPECT_GE(board->timeline().host_now() - start, 20 * kNsPerMs);
    board->set_sink(nullptr);
}

TEST(Board, missing_things_are_said_in_words) {
    auto refusal = [](auto change) {
        SimOptions options = virtual_s3();
        change(options);
        std::string error;
        EXPECT_EQ(make_board(options, error), nullptr);
        return error;
    };
    EXPECT_EQ(refusal([](auto& o) { o.board = "pico"; }),
              "unknown board 'pico'; there are: esp32s3, host");
    EXPECT_EQ(refusal([](auto& o) { o.filesystem = "/nonexistent"; }),
              "filesystem folder /nonexistent: there is no such folder");
    EXPECT_EQ(refusal([](auto& o) { o.trace_file = "/nonexistent/t"; }),
              "trace file /nonexistent/t: No such file or directory");
    EXPECT_EQ(refusal([](auto& o) { o.microphone = "/nonexistent/m.wav"; }),
              "microphone /nonexistent/m.wav: No such file or directory");
    EXPECT_EQ(refusal([](auto& o) { o.leds.push_back(99); }), "led: no pin 99");
}

// A program that uses most of the board.
void exercise(SimBoard& board) {
    RecordingSink sink;
    sink.wants_wake = false;
    board.set_sink(&sink);
    hal::Radio& radio = *board.radio();
    radio.set_active(hal::WlanInterface::Station, true).is_ok();
    radio.connect("net", "secret", nullptr).is_ok();
    while (!radio.is_connected(hal::WlanInterface::Station)) board.waiter().spend(500);
    board.pins()->configure(2, {.mode = PinMode::Out, .value = 0}).is_ok();
    board.timers()->start(0, 250'000, true, false).is_ok();
    board.watchdog()->start(5000).is_ok();
    board.i2s()->open(0, {.sck = 5, .ws = 25, .sd = 26, .buffer_bytes = 1024}).is_ok();
    u8 random[1];
    u8 buffer[1024];
    while (board.run_end() == RunEnd::None) {
        board.entropy().fill(random).is_ok();
        pass(board, 50'000 + random[0] * 100);
        board.pins()->write(2, (random[0] & 1) != 0);
        board.i2s()->read(0, buffer).is_ok();
        bool hangs = board.timeline().now() >= 20 * kNsPerSecond &&
                     board.power()->reset_cause() == ResetCause::PowerOn;
        if (!hangs) board.watchdog()->feed();
    }
    board.set_sink(nullptr);
}

TEST(Board, runs_repeat_byte_for_byte) {
    std::string traces[2];
    for (int run = 0; run < 2; run++) {
        SimOptions options = virtual_s3();
        options.start_epoch_s.reset();
        options.trace_file = scratch("trace");
        options.run_for = 40 * kNsPerSecond;
        options.faults.push_back({FaultKind::WifiDown, {10 * kNsPerSecond, 5 * kNsPerSecond}});
        options.microphone = "noise";
        {
            auto board = must_make(options);
            exercise(*board);
            EXPECT_TRUE(board->restart());
            exercise(*board);
            EXPECT_EQ(board->run_end(), RunEnd::Stop);
            EXPECT_NE(board->report().find("overruns"), std::string::npos);
        }
        traces[run] = content_of(options.trace_file);
    }
    EXPECT_GT(traces[0].size(), 10'000u);
    EXPECT_EQ(traces[0], traces[1]);
    for (const char* expected : {"0.000000 boot esp32s3 power-on", "wlan sta got-ip", "wdt fire",
                                 "10.000000 air lost", "boot esp32s3 cause 3", "40.000000 stop"}) {
        EXPECT_NE(traces[0].find(expected), std::string::npos) << expected;
    }
}

TEST(Board, figures_of_a_run) {
    SimOptions options = virtual_s3();
    options.stats_file = scratch("stats");
    options.microphone = "tone:440";
    {
        auto board = must_make(options);
        RecordingSink sink;
        board->set_sink(&sink);
        board->stats().set_heap_probe([] { return Stats::Heap{4000, 3000}; });
        board->i2s()->open(0, {.sck = 1, .ws = 2, .sd = 3, .buffer_bytes = 1024}).is_ok();
        u8 buffer[1024];
        pass(*board, 100'000);
        board->i2s()->read(0, buffer).is_ok();
        u64 arrival = board->i2s()->stats(0).last_arrival_us * kNsPerUs;
        // Two sends of one burst, and one for another matter.
        for (u64 ms : {3, 4, 40}) {
            board->timeline().advance_to(arrival + ms * kNsPerMs + kNsPerUs);
            board->stats().sent();
        }
        board->i2s()->read(0, buffer).is_ok();
        pass(*board, 1'000'000);
        board->set_sink(nullptr);
    }
    std::string text = content_of(options.stats_file);
    EXPECT_TRUE(text.starts_with("{\"t\": 1.000, \"heap_used\": 4000, \"heap_live\": 3000, "));
    EXPECT_NE(text.find("\"latency_ms\": [4.00"), std::string::npos) << text;
}

TEST(Board, many_boards_in_one_process) {
    std::vector<std::unique_ptr<SimBoard>> boards;
    for (int i = 0; i < 300; i++) boards.push_back(must_make(virtual_s3()));
    for (usize i = 0; i < boards.size(); i++) pass(*boards[i], i * 1000);
    for (usize i = 0; i < boards.size(); i++) {
        EXPECT_NEAR(static_cast<double>(boards[i]->clock().ticks_us()), i * 1000.0, 10);
    }
}

}  // namespace
}  // namespace krait::sim
