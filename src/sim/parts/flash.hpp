// The flash of a virtual board: in memory, or in a file that outlives the run (`--flash FILE`).
//
// It is divided as a module of 8 MB is for updates over the air. Scripts' files are not in it: they
// are the host's (storage.hpp).
#pragma once

#include <string>
#include <vector>

#include "hal/flash.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class SimFlash final : public hal::Flash {
  public:
    explicit SimFlash(Wiring& wiring) : wiring_(wiring) {}
    ~SimFlash();
    SimFlash(const SimFlash&) = delete;
    SimFlash& operator=(const SimFlash&) = delete;
    // False: the file cannot be had. An empty name: memory only.
    bool open(const std::string& file);

    u32 sector_bytes() const override { return 4096; }
    std::span<const hal::Partition> partitions() const override;
    hal::IoResult read(u32 address, MutableBytes into) override;
    hal::IoResult write(u32 address, Bytes data) override;
    hal::IoResult erase(u32 address, u32 size) override;
    u32 running() const override { return running_; }
    u32 boot() const override { return boot_; }
    hal::IoResult set_boot(u32 partition) override;
    // The board starts: what is chosen runs.
    void restart() { running_ = boot_; }

  private:
    hal::IoResult load();
    hal::IoResult keep(u32 address, usize size);

    Wiring& wiring_;
    std::vector<u8> bytes_;
    int file_ = -1;
    u32 running_ = kFirstApp, boot_ = kFirstApp;
    static constexpr u32 kFirstApp = 3;  // its place in the table
};

}  // namespace krait::sim
