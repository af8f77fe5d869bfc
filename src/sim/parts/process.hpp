// The host's environment and shell as the board's.
#pragma once

#include <string>
#include <vector>

#include "hal/process.hpp"

namespace krait::sim {

class HostProcess final : public hal::Process {
  public:
    HostProcess();
    std::string_view variable(std::string_view name) override;
    std::string_view entry(usize index) override;
    void set_variable(std::string_view name, std::string_view value) override;
    void remove_variable(std::string_view name) override;
    hal::IoResult run(std::string_view command) override;
    i32 identifier() override;

  private:
    std::vector<std::string> entries_;  // "name=value"
};

}  // namespace krait::sim
