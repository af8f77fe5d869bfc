// Figures of a run for those who watch it (`--stats FILE`): one line of JSON each second of the
// board.
//
//     {"t": 12.0, "heap_used": 40960, "heap_live": 32768, "overruns": 3, "underruns": 0,
//      "latency_ms": [3.21, 2.95]}
//
// Latency is the way from the microphone to the network: from the arrival of the last frame that
// the script has read from I2S to the last byte that it sends over TCP for it (a burst of sends
// within 2 ms counts as one message). A read that nothing is sent for has none; nor has one that a
// new connection comes after, for what is sent then are greetings.
#pragma once

#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "sim/timeline.hpp"

namespace krait::sim {

class Stats {
  public:
    struct Heap {
        u64 used = 0;  // what the interpreter's heap takes, garbage included
        u64 live = 0;  // what survived its last collection
    };
    struct Audio {
        u32 overruns = 0;
        u32 underruns = 0;
    };

    explicit Stats(Timeline& time) : time_(time) {}
    ~Stats();
    Stats(const Stats&) = delete;
    Stats& operator=(const Stats&) = delete;

    // Writes to this file from now on. False when it cannot be created (errno says why).
    bool open(const std::string& path, std::function<Audio()> audio);
    // Asked at each line while an interpreter runs.
    void set_heap_probe(std::function<Heap()> probe) { heap_ = std::move(probe); }

    // The script has read frames, the last of which arrived then.
    void heard(u64 arrival);
    // The script has sent something over TCP.
    void sent();
    // The script connects: what it sends before it reads again is no message.
    void connecting();
    // A line now; each second there is one anyhow.
    void write();

  private:
    void finish_message();
    void tick();

    Timeline& time_;
    std::FILE* file_ = nullptr;
    std::function<Heap()> heap_;
    std::function<Audio()> audio_;
    u64 arrival_ = 0;  // of the last frame heard; 0: none since the last message
    u64 sent_ = 0;     // the last send for it; 0: none yet
    std::vector<double> latencies_ms_;
};

}  // namespace krait::sim
