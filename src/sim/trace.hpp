// The record of a run: one line for each thing that happened, with its board time.
//
//     0.001000 pin 2 1
//     1.204000 wlan sta got-ip
//
// Under virtual time the same inputs give the same bytes, so a test may compare two files. Lines
// hold board times only, never the host's dates, descriptors or port numbers.
#pragma once

#include <cstdio>
#include <string>

#include "sim/timeline.hpp"

namespace krait::sim {

class Trace {
  public:
    explicit Trace(const Timeline& time) : time_(time) {}
    ~Trace();
    Trace(const Trace&) = delete;
    Trace& operator=(const Trace&) = delete;

    // Writes to this file from now on. False when it cannot be created (errno says why).
    bool open(const std::string& path);
    bool is_on() const { return file_ != nullptr; }
    // One line, printf style, without the newline. Costs a test when off.
    [[gnu::format(printf, 2, 3)]] void line(const char* format, ...);

  private:
    const Timeline& time_;
    std::FILE* file_ = nullptr;
};

}  // namespace krait::sim
