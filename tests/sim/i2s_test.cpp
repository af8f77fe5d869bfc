// The DMA model: what arrives when, what is lost when nobody reads, what is played when nobody
// writes.
#include "fixture.hpp"
#include "sim/audio/wav.hpp"

namespace krait::sim {
namespace {

using hal::Errno;
using hal::I2sConfig;
using hal::I2sFormat;
using hal::I2sMode;

// Counts frames: sample n is n.
class Counter final : public AudioSource {
  public:
    void set_rate(u32) override {}
    void read(std::span<Frame> out) override {
        for (Frame& frame : out) {
            frame.left = static_cast<i32>(n_ << 16);
            frame.right = static_cast<i32>((n_ + 1000) << 16);
            n_++;
        }
    }
    void skip(u64 frames) override { n_ += static_cast<u32>(frames); }
    void rewind() { n_ = 0; }

  private:
    u32 n_ = 0;
};

class Collector final : public AudioSink {
  public:
    void set_rate(u32) override {}
    void write(std::span<const Frame> frames) override {
        heard.insert(heard.end(), frames.begin(), frames.end());
    }
    std::vector<Frame> heard;
};

constexpr I2sConfig kSeed = {.sck = 5, .ws = 25, .sd = 26, .rate_hz = 16000, .buffer_bytes = 1024};

struct I2sTest : testing::Test {
    std::unique_ptr<SimBoard> board = must_make(virtual_s3());
    Counter counter;
    Collector collector;
    hal::I2s& i2s = *board->i2s();

    void SetUp() override {
        board->buses()->connect(&counter);
        board->buses()->connect(&collector);
    }
    std::vector<i16> read(usize frames) {
        std::vector<i16> out(frames);
        hal::IoResult n = i2s.read(0, {reinterpret_cast<u8*>(out.data()), frames * 2});
        out.resize(static_cast<usize>(n.count()) / 2);
        return out;
    }
};

TEST_F(I2sTest, samples_arrive_descriptor_by_descriptor) {
    ASSERT_TRUE(i2s.open(0, kSeed).is_ok());  // 8 descriptors of 64 frames, 4 ms each
    u64 opened = board->timeline().now();
    pass(*board, 3990);
    EXPECT_EQ(i2s.ready_bytes(0), 0u);
    board->timeline().advance_to(opened + 4 * kNsPerMs);
    EXPECT_EQ(i2s.ready_bytes(0), 128u);
    std::vector<i16> heard = read(1000);
    ASSERT_EQ(heard.size(), 64u);
    for (usize i = 0; i < 64; i++) EXPECT_EQ(heard[i], static_cast<i16>(i));
    EXPECT_EQ(i2s.stats(0).last_arrival_us, opened / kNsPerUs + 4000);
    EXPECT_EQ(i2s.stats(0).overruns, 0u);
}

TEST_F(I2sTest, an_unread_ring_drops_the_oldest) {
    ASSERT_TRUE(i2s.open(0, kSeed).is_ok());
    board->timeline().advance_to(board->timeline().now() + 100 * kNsPerMs);  // 25 descriptors
    hal::I2sStats stats = i2s.stats(0);
    EXPECT_EQ(stats.frames, 25u * 64);
    EXPECT_EQ(stats.overruns, 17u);
    EXPECT_EQ(stats.frames_lost, 17u * 64);
    std::vector<i16> heard = read(1000);
    ASSERT_EQ(heard.size(), 512u);
    EXPECT_EQ(heard.front(), 17 * 64);
    EXPECT_EQ(heard.back(), 25 * 64 - 1);
}

TEST_F(I2sTest, a_half_read_descriptor_loses_its_rest_only) {
    ASSERT_TRUE(i2s.open(0, kSeed).is_ok());
    board->timeline().advance_to(board->timeline().now() + 32 * kNsPerMs);  // just full
    EXPECT_EQ(read(10).size(), 10u);
    board->timeline().advance_to(board->timeline().now() + 4 * kNsPerMs);
    EXPECT_EQ(i2s.stats(0).frames_lost, 54u);
    std::vector<i16> heard = read(1000);
    EXPECT_EQ(heard.front(), 64);
    EXPECT_EQ(heard.back(), 9 * 64 - 1);
}

TEST_F(I2sTest, reading_in_time_loses_nothing_for_an_hour) {
    ASSERT_TRUE(i2s.open(0, kSeed).is_ok());
    u64 total = 0;
    while (board->timeline().now() < 3600 * kNsPerSecond) {
        hal::PollEntry entry = {hal::PollKind::I2s, hal::kPollIn, 0, 0};
        board->waiter().wait_until(hal::kForever, {&entry, 1});
        total += read(512).size();
    }
    EXPECT_EQ(i2s.stats(0).overruns, 0u);
    EXPECT_NEAR(static_cast<double>(total), 3600.0 * 16000, 64);
}

TEST_F(I2sTest, widths_and_channels) {
    struct Case {
        u8 bits;
        I2sFormat format;
        std::vector<u8> first_frames;
    };
    const Case cases[] = {
        {16, I2sFormat::Mono, {0, 0, 1, 0}},
        {16, I2sFormat::Stereo, {0, 0, 0xe8, 3, 1, 0, 0xe9, 3}},
        {32, I2sFormat::Mono, {0, 0, 0, 0, 0, 0, 1, 0}},
        {32, I2sFormat::Stereo, {0, 0, 0, 0, 0, 0, 0xe8, 3, 0, 0, 1, 0, 0, 0, 0xe9, 3}},
    };
    for (const Case& c : cases) {
        I2sConfig config = kSeed;
        config.bits = c.bits;
        config.format = c.format;
        config.buffer_bytes = 8192;
        Counter fresh;
        board->buses()->connect(&fresh);
        ASSERT_TRUE(i2s.open(0, config).is_ok());
        fresh.rewind();
        pass(*board, 20'000);
        std::vector<u8> heard(c.first_frames.size());
        EXPECT_EQ(i2s.read(0, heard).count(), static_cast<i32>(heard.size()));
        EXPECT_EQ(heard, c.first_frames);
        i2s.close(0);
    }
}

TEST_F(I2sTest, playing_and_running_dry) {
    I2sConfig config = kSeed;
    config.mode = I2sMode::Tx;
    ASSERT_TRUE(i2s.open(0, config).is_ok());
    std::vector<i16> samples(100);
    for (usize i = 0; i < 100; i++) samples[i] = static_cast<i16>(i + 1);
    Bytes bytes{reinterpret_cast<const u8*>(samples.data()), 200};
    EXPECT_EQ(i2s.write(0, bytes).count(), 200);
    board->timeline().advance_to(board->timeline().now() + 12 * kNsPerMs);  // 3 descriptors
    ASSERT_EQ(collector.heard.size(), 192u);
    EXPECT_EQ(collector.heard[99].left, 100 << 16);
    EXPECT_EQ(collector.heard[100].left, 0);
    EXPECT_EQ(i2s.stats(0).underruns, 1u);
    EXPECT_EQ(i2s.stats(0).frames_silent, 92u);
    EXPECT_EQ(i2s.write(0, bytes).count(), 200);
    pass(*board, 20'000);
    EXPECT_EQ(i2s.stats(0).underruns, 2u);
}

TEST_F(I2sTest, a_full_ring_takes_what_fits) {
    I2sConfig config = kSeed;
    config.mode = I2sMode::Tx;
    ASSERT_TRUE(i2s.open(0, config).is_ok());
    std::vector<u8> samples(3000, 1);
    EXPECT_EQ(i2s.write(0, samples).count(), 1024);
    EXPECT_EQ(i2s.write(0, samples).count(), 0);
    hal::PollEntry entry = {hal::PollKind::I2s, hal::kPollOut, 0, 0};
    EXPECT_EQ(board->waiter().wait_until(hal::kForever, {&entry, 1}), 1u);
    EXPECT_EQ(i2s.write(0, samples).count(), 128);
}

TEST_F(I2sTest, notifies_each_descriptor_when_asked) {
    RecordingSink sink;
    sink.wants_wake = false;
    board->set_sink(&sink);
    ASSERT_TRUE(i2s.open(1, kSeed).is_ok());
    pass(*board, 10'000);
    EXPECT_TRUE(sink.events.empty());
    i2s.set_notify(1, true);
    pass(*board, 8'000);
    EXPECT_EQ(sink.count(hal::EventKind::I2s), 2u);
    EXPECT_EQ(sink.events[0].unit, 1);
}

TEST_F(I2sTest, impossible_configurations) {
    auto with = [](auto change) {
        I2sConfig config = kSeed;
        change(config);
        return config;
    };
    EXPECT_TRUE(i2s.open(0, with([](auto& c) { c.bits = 24; })).is(Errno::InvalidArgument));
    EXPECT_TRUE(i2s.open(0, with([](auto& c) { c.rate_hz = 0; })).is(Errno::InvalidArgument));
    EXPECT_TRUE(i2s.open(0, with([](auto& c) { c.buffer_bytes = 1; })).is(Errno::InvalidArgument));
    EXPECT_TRUE(i2s.open(0, with([](auto& c) { c.buffer_bytes = 1 << 30; })).is(Errno::NoMemory));
    ASSERT_TRUE(i2s.open(0, kSeed).is_ok());
    EXPECT_TRUE(i2s.open(0, kSeed).is(Errno::Busy));
    u8 byte = 0;
    EXPECT_TRUE(i2s.write(0, {&byte, 1}).is(Errno::BadHandle));
    i2s.close(0);
    EXPECT_TRUE(i2s.read(0, {&byte, 1}).is(Errno::BadHandle));
    EXPECT_TRUE(i2s.open(0, kSeed).is_ok());
}

TEST(I2sFile, equal_rates_pass_bit_for_bit) {
    std::string path = scratch("exact.wav");
    std::vector<Frame> frames(1000);
    for (usize i = 0; i < 1000; i++)
        frames[i].left = frames[i].right = static_cast<i32>(i * 7919u << 16);
    {
        WavWriter writer;
        ASSERT_TRUE(writer.open(path, 16000));
        writer.write(frames);
    }
    SimOptions options = virtual_s3();
    options.microphone = path;
    auto board = must_make(options);
    ASSERT_TRUE(board->i2s()->open(0, kSeed).is_ok());
    std::vector<i16> heard;
    while (heard.size() < 960) {
        hal::PollEntry entry = {hal::PollKind::I2s, hal::kPollIn, 0, 0};
        board->waiter().wait_until(hal::kForever, {&entry, 1});
        i16 block[64];
        i32 n = board->i2s()->read(0, {reinterpret_cast<u8*>(block), sizeof block}).count();
        heard.insert(heard.end(), block, block + n / 2);
    }
    for (usize i = 0; i < 960; i++) EXPECT_EQ(heard[i], static_cast<i16>(i * 7919));
}

}  // namespace
}  // namespace krait::sim
