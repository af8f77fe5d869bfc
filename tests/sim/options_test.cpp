// The board's part of the command line.
#include "sim/options.hpp"

#include <gtest/gtest.h>

namespace krait::sim {
namespace {

std::string parse(std::vector<const char*> arguments, SimOptions& out) {
    std::span<const char* const> rest = arguments;
    while (!rest.empty()) {
        OptionOutcome outcome = take_option(rest, out);
        if (!outcome.error.empty()) return outcome.error;
        if (outcome.taken == 0) return "not mine: " + std::string(rest[0]);
        rest = rest.subspan(outcome.taken);
    }
    return "";
}

TEST(Options, all_of_them) {
    SimOptions o;
    EXPECT_EQ(parse({"--board",
                     "esp32s3",
                     "--time=virtual",
                     "--for",
                     "2.5",
                     "--trace",
                     "t",
                     "--mic",
                     "tone:440",
                     "--mic-loop",
                     "--resolve",
                     "b:8883=127.0.0.1:18883",
                     "--ca",
                     "ca.pem",
                     "--wifi",
                     "home:se:cret",
                     "--fault",
                     "wifi-down@30:5",
                     "--button",
                     "0@1.5:0.2",
                     "--led",
                     "2",
                     "--seed",
                     "9",
                     "--strict-pins",
                     "--fs-size",
                     "1000",
                     "--listen",
                     "80=8080",
                     "--start-time",
                     "0",
                     "--wifi-delay",
                     "0.1"},
                    o),
              "");
    EXPECT_EQ(o.board, "esp32s3");
    EXPECT_EQ(o.time, TimeMode::Virtual);
    EXPECT_EQ(o.run_for, 2500 * kNsPerMs);
    EXPECT_TRUE(o.microphone_loop);
    EXPECT_EQ(o.net.resolve[0].target.port, 18883);
    EXPECT_EQ(o.radio.networks[0].password, "se:cret");
    EXPECT_EQ(o.faults[0].when.at, 30 * kNsPerSecond);
    EXPECT_EQ(o.faults[0].when.duration, 5 * kNsPerSecond);
    EXPECT_EQ(o.presses[0].when.duration, 200 * kNsPerMs);
    EXPECT_EQ(o.net.listen[0].host, 8080);
    EXPECT_EQ(o.start_epoch_s, 0);
    EXPECT_EQ(o.radio.connect_delay, 100 * kNsPerMs);
}

TEST(Options, wrong_ones_are_said_in_one_line) {
    struct Case {
        std::vector<const char*> arguments;
        const char* error;
    };
    const Case cases[] = {
        {{"--board", "pico"}, "--board pico: unknown board 'pico'; there are: esp32s3, host"},
        {{"--board"}, "--board: expected NAME"},
        {{"--mic-loop=1"}, "--mic-loop: takes no value"},
        {{"--time", "fast"}, "--time fast: expected real or virtual"},
        {{"--for", "x"}, "--for x: expected a number of seconds"},
        {{"--for", "-1"}, "--for -1: expected a number of seconds"},
        {{"--for", "nan"}, "--for nan: expected a number of seconds"},
        {{"--fault", "fire@1"},
         "--fault fire@1: expected wifi-down@SECONDS[:DURATION] or disk-full@SECONDS[:DURATION]"},
        {{"--button", "0"}, "--button 0: expected PIN@SECONDS[:HELD], for instance 0@2.5:0.1"},
        {{"-c"}, "not mine: -c"},
        {{"script.py"}, "not mine: script.py"},
    };
    for (const Case& c : cases) {
        SimOptions o;
        EXPECT_EQ(parse(c.arguments, o), c.error);
    }
    for (const char* text :
         {"", "x", "=1.2.3.4", "x=", "x=y", "x:0=1.2.3.4", "x:99999=1.2.3.4", "x:y=1.2.3.4",
          "x=1.2.3.4:", "x=1.2.3.4:0", "x=:1", "x=[::1", "x=]:1"}) {
        SimOptions o;
        EXPECT_NE(parse({"--resolve", text}, o), "") << text;
    }
}

TEST(Options, help_has_a_line_for_each) {
    std::string help = option_help();
    EXPECT_NE(help.find("--resolve NAME[:PORT]=ADDRESS[:PORT]"), std::string::npos);
    for (usize at = 0; at < help.size(); at = help.find('\n', at) + 1) {
        EXPECT_EQ(help.substr(at, 4), "  --");
    }
}

}  // namespace
}  // namespace krait::sim
