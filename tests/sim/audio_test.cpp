// Recordings: the formats that are read, the broken files that are refused, changing the rate.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <numbers>

#include "fixture.hpp"
#include "sim/audio/resample.hpp"
#include "sim/audio/wav.hpp"
#include "sim/devices/microphone.hpp"
#include "sim/devices/speaker.hpp"

namespace krait::sim {
namespace {

struct WavSpec {
    u16 format = 1;
    u16 channels = 1;
    u32 rate = 16000;
    u16 bits = 16;
};

void put(std::vector<u8>& out, u32 word, int size) {
    for (int i = 0; i < size; i++) out.push_back(static_cast<u8>(word >> (8 * i)));
}

void put(std::vector<u8>& out, const char* tag) { out.insert(out.end(), tag, tag + 4); }

std::vector<u8> wav_bytes(const WavSpec& spec, const std::vector<u8>& data) {
    std::vector<u8> out;
    put(out, "RIFF");
    put(out, static_cast<u32>(36 + data.size()), 4);
    put(out, "WAVE");
    put(out, "fmt ");
    put(out, 16, 4);
    put(out, spec.format, 2);
    put(out, spec.channels, 2);
    put(out, spec.rate, 4);
    put(out, spec.rate * spec.channels * spec.bits / 8, 4);
    put(out, spec.channels * spec.bits / 8u, 2);
    put(out, spec.bits, 2);
    put(out, "data");
    put(out, static_cast<u32>(data.size()), 4);
    out.insert(out.end(), data.begin(), data.end());
    return out;
}

std::string refusal(const std::vector<u8>& file) {
    std::string error;
    Wav wav = parse_wav(file, error);
    EXPECT_TRUE(wav.frames.empty());
    return error;
}

TEST(Wav, widths_are_left_justified) {
    struct Case {
        WavSpec spec;
        std::vector<u8> data;
        i32 expected;
    };
    const Case cases[] = {
        {{.bits = 8}, {0xff}, 0x7f000000},
        {{.bits = 8}, {0x00}, INT32_MIN},
        {{.bits = 16}, {0x34, 0x12}, 0x12340000},
        {{.bits = 16}, {0xff, 0xff}, -65536},
        {{.bits = 24}, {0x56, 0x34, 0x12}, 0x12345600},
        {{.bits = 32}, {0x78, 0x56, 0x34, 0x12}, 0x12345678},
        {{.format = 3, .bits = 32}, {0, 0, 0, 0x3f}, 0x40000000},
        {{.format = 3, .bits = 32}, {0, 0, 0x80, 0x3f}, INT32_MAX},
    };
    for (const Case& c : cases) {
        std::string error;
        Wav wav = parse_wav(wav_bytes(c.spec, c.data), error);
        EXPECT_EQ(error, "");
        ASSERT_EQ(wav.frames.size(), 1u);
        EXPECT_EQ(wav.frames[0].left, c.expected) << c.spec.bits;
        EXPECT_EQ(wav.frames[0].right, c.expected);
    }
}

TEST(Wav, stereo_and_more_channels) {
    std::string error;
    Wav stereo = parse_wav(wav_bytes({.channels = 2}, {1, 0, 2, 0, 3, 0, 4, 0}), error);
    ASSERT_EQ(stereo.frames.size(), 2u);
    EXPECT_EQ(stereo.frames[1], (Frame{3 << 16, 4 << 16}));
    Wav three = parse_wav(wav_bytes({.channels = 3}, {1, 0, 2, 0, 3, 0}), error);
    ASSERT_EQ(three.frames.size(), 1u);
    EXPECT_EQ(three.frames[0], (Frame{1 << 16, 2 << 16}));
}

TEST(Wav, extensible_and_foreign_chunks) {
    std::vector<u8> data = {1, 0};
    std::vector<u8> file;
    put(file, "RIFF");
    put(file, 0, 4);
    put(file, "WAVE");
    put(file, "LIST");
    put(file, 3, 4);
    file.insert(file.end(), {'a', 'b', 'c', 0});  // odd sizes are padded
    put(file, "fmt ");
    put(file, 40, 4);
    for (u32 word : {0xfffeu, 1u}) put(file, word, 2);
    put(file, 16000, 4);
    put(file, 32000, 4);
    for (u32 word : {2u, 16u, 22u, 16u}) put(file, word, 2);
    put(file, 0, 4);
    put(file, 1, 2);
    file.insert(file.end(), 14, 0);
    put(file, "data");
    put(file, 2, 4);
    file.insert(file.end(), data.begin(), data.end());
    std::string error;
    Wav wav = parse_wav(file, error);
    EXPECT_EQ(error, "");
    ASSERT_EQ(wav.frames.size(), 1u);
    EXPECT_EQ(wav.frames[0].left, 1 << 16);
}

TEST(Wav, broken_files_are_refused_in_words) {
    std::vector<u8> good = wav_bytes({}, {1, 0, 2, 0});
    EXPECT_EQ(refusal({}), "not a WAV file");
    EXPECT_EQ(refusal({'R', 'I', 'F', 'F'}), "not a WAV file");
    EXPECT_EQ(refusal(wav_bytes({}, {})), "WAV file holds no sound");
    EXPECT_EQ(refusal({good.begin(), good.begin() + 12}), "WAV file has no format chunk");
    EXPECT_EQ(refusal({good.begin(), good.begin() + 30}), "WAV file is cut off");
    EXPECT_EQ(refusal({good.begin(), good.begin() + 36}), "WAV file has no data chunk");
    EXPECT_EQ(refusal(wav_bytes({.format = 85}, {1, 0})),
              "WAV encoding 85 is not supported; use PCM");
    EXPECT_EQ(refusal(wav_bytes({.bits = 12}, {1, 0})), "WAV samples of 12 bits are not supported");
    EXPECT_EQ(refusal(wav_bytes({.channels = 0}, {1, 0})), "WAV file has no channels");
    EXPECT_EQ(refusal(wav_bytes({.rate = 0}, {1, 0})), "WAV sample rate of 0 Hz is impossible");
}

TEST(Wav, every_cut_of_a_file_is_read_or_refused) {
    std::vector<u8> good = wav_bytes({.channels = 2, .bits = 24}, std::vector<u8>(60, 7));
    for (usize size = 0; size <= good.size(); size++) {
        std::string error;
        Wav wav = parse_wav(Bytes(good).first(size), error);
        EXPECT_EQ(wav.frames.empty(), !error.empty()) << size;
    }
}

TEST(Wav, missing_file) {
    std::string error;
    read_wav("/nonexistent/x.wav", error);
    EXPECT_EQ(error, "/nonexistent/x.wav: No such file or directory");
}

TEST(Wav, writer_and_reader_agree) {
    std::string path = scratch("writer.wav");
    std::vector<Frame> frames = {{1 << 16, -(2 << 16)}, {INT32_MIN, 0x7fff0000}};
    {
        WavWriter writer;
        ASSERT_TRUE(writer.open(path, 8000));
        writer.write(frames);
    }
    std::string error;
    Wav wav = read_wav(path, error);
    EXPECT_EQ(error, "");
    EXPECT_EQ(wav.rate_hz, 8000u);
    EXPECT_EQ(wav.frames, frames);
}

std::vector<Frame> sine(double hz, u32 rate, usize count) {
    std::vector<Frame> out(count);
    for (usize i = 0; i < count; i++) {
        double turns = hz * static_cast<double>(i) / rate;
        auto sample = static_cast<i32>(std::sin(2 * std::numbers::pi * turns) * 1e9);
        out[i] = {sample, -sample};
    }
    return out;
}

double rms(std::span<const Frame> frames) {
    double sum = 0;
    for (const Frame& f : frames) sum += static_cast<double>(f.left) * f.left;
    return std::sqrt(sum / static_cast<double>(frames.size()));
}

TEST(Resample, equal_rates_are_the_identity) {
    std::vector<Frame> in = sine(440, 16000, 1000);
    EXPECT_EQ(resample(in, 16000, 16000, false), in);
}

TEST(Resample, keeps_what_both_rates_can_hold) {
    for (u32 from : {8000u, 22050u, 44100u, 48000u}) {
        std::vector<Frame> out = resample(sine(1000, from, from), from, 16000, false);
        ASSERT_EQ(out.size(), 16000u);
        std::vector<Frame> ideal = sine(1000, 16000, 16000);
        double worst = 0;
        for (usize i = 200; i < 15800; i++) {
            worst = std::max(worst, std::abs(static_cast<double>(out[i].left) - ideal[i].left));
            EXPECT_NEAR(out[i].right, -out[i].left, 2);
        }
        EXPECT_LT(worst, 1e9 * 0.002) << from;
    }
}

TEST(Resample, removes_what_the_lower_rate_cannot_hold) {
    std::vector<Frame> out = resample(sine(15000, 48000, 48000), 48000, 16000, false);
    EXPECT_LT(rms(std::span(out).subspan(200, 15600)), 1e9 * 0.01);
}

TEST(Resample, loops_without_a_seam) {
    std::vector<Frame> out = resample(sine(1000, 48000, 480), 48000, 16000, true);
    std::vector<Frame> ideal = sine(1000, 16000, 160);
    ASSERT_EQ(out.size(), ideal.size());
    for (usize i = 0; i < out.size(); i++) EXPECT_NEAR(out[i].left, ideal[i].left, 2e6);
}

TEST(Microphone, recording_then_silence_or_again) {
    std::string path = scratch("mic.wav");
    {
        WavWriter writer;
        writer.open(path, 16000);
        writer.write(std::vector<Frame>{{1 << 16, 1 << 16}, {2 << 16, 2 << 16}});
    }
    for (bool is_loop : {false, true}) {
        std::string error;
        auto mic = make_microphone({path, is_loop}, error);
        ASSERT_NE(mic, nullptr) << error;
        mic->set_rate(16000);
        std::vector<Frame> heard(5);
        mic->read(heard);
        EXPECT_EQ(heard[1].left, 2 << 16);
        EXPECT_EQ(heard[2].left, is_loop ? 1 << 16 : 0);
        EXPECT_EQ(heard[4].left, is_loop ? 1 << 16 : 0);
    }
}

TEST(Microphone, tone_has_its_level) {
    std::string error;
    for (const char* text : {"tone:1000:0.5", "tone:1000:-6.0206"}) {
        auto mic = make_microphone({text}, error);
        ASSERT_NE(mic, nullptr) << error;
        mic->set_rate(16000);
        std::vector<Frame> heard(16000);
        mic->read(heard);
        EXPECT_NEAR(rms(heard) / 2147483648.0, 0.5 / std::numbers::sqrt2, 1e-4);
    }
}

TEST(Microphone, noise_repeats_with_its_seed) {
    std::string error;
    std::vector<Frame> first(100);
    std::vector<Frame> again(100);
    std::vector<Frame> other(100);
    make_microphone({"noise", false, 7}, error)->read(first);
    make_microphone({"noise", false, 7}, error)->read(again);
    make_microphone({"noise", false, 8}, error)->read(other);
    EXPECT_EQ(first, again);
    EXPECT_NE(first, other);
}

TEST(Microphone, wrong_sources_are_refused_in_words) {
    for (const char* text : {"tone:", "tone:x", "tone:-5", "tone:440:2", "tone:440:", "noise:x",
                             "noise:", "nosuch.wav", "/"}) {
        std::string error;
        EXPECT_EQ(make_microphone({text}, error), nullptr) << text;
        EXPECT_NE(error, "") << text;
    }
    std::string error;
    EXPECT_EQ(make_microphone({.source = "device", .is_real_time = false}, error), nullptr);
    EXPECT_EQ(error, "microphone 'device' needs real time; it cannot follow --time virtual");
}

TEST(Speaker, a_new_rate_begins_a_new_file) {
    std::string path = scratch("speaker.wav");
    {
        Speaker speaker(path);
        std::vector<Frame> frames(10, Frame{1 << 16, 1 << 16});
        speaker.set_rate(16000);
        speaker.write(frames);
        speaker.set_rate(8000);
        speaker.write(frames);
    }
    std::string error;
    EXPECT_EQ(read_wav(path, error).rate_hz, 16000u);
    EXPECT_EQ(read_wav(scratch("speaker-2.wav"), error).rate_hz, 8000u);
    EXPECT_EQ(error, "");
}

}  // namespace
}  // namespace krait::sim
