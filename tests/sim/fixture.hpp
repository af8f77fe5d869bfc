// A virtual board on the bench, with a sink that remembers what was posted.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <vector>

#include "sim/board.hpp"

namespace krait::sim {

struct RecordingSink final : hal::EventSink {
    struct Event {
        hal::EventKind kind;
        u8 unit;
        u32 argument;
        friend bool operator==(const Event&, const Event&) = default;
    };
    std::vector<Event> events;
    bool wants_wake = true;

    void post(hal::EventId source, u32 argument) override {
        events.push_back({source.kind, source.unit, argument});
    }
    bool has_pending() const override { return wants_wake && !events.empty(); }
    void request_service() override { service_requested = true; }
    std::atomic<bool> service_requested = false;

    u32 count(hal::EventKind kind) const {
        u32 n = 0;
        for (const Event& event : events) n += event.kind == kind;
        return n;
    }
};

inline SimOptions virtual_s3() {
    SimOptions options;
    options.board = "esp32s3";
    options.time = TimeMode::Virtual;
    options.start_epoch_s = 1'700'000'000;
    return options;
}

inline std::unique_ptr<SimBoard> must_make(const SimOptions& options) {
    std::string error;
    auto board = make_board(options, error);
    EXPECT_EQ(error, "");
    return board;
}

// Lets board time pass, whatever is posted meanwhile.
inline void pass(SimBoard& board, u64 us) {
    u64 end = board.clock().ticks_us() + us;
    while (board.clock().ticks_us() < end && board.run_end() == RunEnd::None) {
        board.waiter().wait_until(end, {});
    }
}

inline std::string scratch(const std::string& name) { return testing::TempDir() + "krait_" + name; }

inline std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace krait::sim
