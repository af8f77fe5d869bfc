// The process that a host's board runs in: its environment and its shell. A chip has none.
//
// The environment is the board's own copy, made when the board is, so that many boards in one
// process do not disturb each other; what `run` starts gets it.
#pragma once

#include <string_view>

#include "hal/result.hpp"

namespace krait::hal {

class Process {
  public:
    // The value, valid until the environment changes; null data: there is no such variable.
    virtual std::string_view variable(std::string_view name) = 0;
    // The n-th variable as "name=value", likewise.
    virtual std::string_view entry(usize index) = 0;
    // Requires: the name is not empty and has no '='.
    virtual void set_variable(std::string_view name, std::string_view value) = 0;
    virtual void remove_variable(std::string_view name) = 0;

    // Runs a command by the host's shell and waits for it: its wait status, as POSIX encodes it.
    virtual IoResult run(std::string_view command) = 0;
    virtual i32 identifier() = 0;

  protected:
    ~Process() = default;
};

}  // namespace krait::hal
