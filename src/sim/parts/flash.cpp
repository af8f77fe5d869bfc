#include "sim/parts/flash.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace krait::sim {

using hal::Errno;
using hal::IoResult;
using hal::PartitionType;

namespace {

constexpr u32 kFlashBytes = 8 << 20;
// Subtypes as Espressif counts them: data 0 ota, 1 phy, 2 nvs, 0x81 fat; applications 0x10 and up.
constexpr hal::Partition kPartitions[] = {
    {PartitionType::Data, 2, 0x9000, 0x5000, "nvs"},
    {PartitionType::Data, 0, 0xe000, 0x2000, "otadata"},
    {PartitionType::Data, 1, 0x1f000, 0x1000, "phy_init"},
    {PartitionType::App, 0x10, 0x20000, 0x1f0000, "ota_0"},
    {PartitionType::App, 0x11, 0x210000, 0x1f0000, "ota_1"},
    {PartitionType::Data, 0x81, 0x400000, 0x400000, "vfs"},
};
// Of a typical chip: a sector is erased in 45 ms, a page of 256 bytes written in 0.7 ms.
constexpr u64 kEraseTime = 45 * kNsPerMs, kPageTime = 700 * kNsPerUs;
constexpr u32 kPage = 256;

}  // namespace

std::span<const hal::Partition> SimFlash::partitions() const { return kPartitions; }

bool SimFlash::open(const std::string& file) {
    if (file.empty()) return true;
    file_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    return file_ >= 0;
}

// Most runs never look at the flash, so it takes memory only when it is used.
IoResult SimFlash::load() {
    if (!bytes_.empty()) return 0;
    bytes_.assign(kFlashBytes, 0xff);
    if (file_ < 0) return 0;
    const isize size = ::pread(file_, bytes_.data(), bytes_.size(), 0);
    if (size < 0) return Errno::InputOutput;
    return static_cast<usize>(size) == bytes_.size() ? IoResult(0) : keep(0, bytes_.size());
}

SimFlash::~SimFlash() {
    if (file_ >= 0) ::close(file_);
}

IoResult SimFlash::keep(u32 address, usize size) {
    if (file_ < 0) return 0;
    const isize n = ::pwrite(file_, bytes_.data() + address, size, address);
    return n == static_cast<isize>(size) ? IoResult(0) : IoResult(Errno::InputOutput);
}

IoResult SimFlash::read(u32 address, MutableBytes into) {
    wiring_.time.touch();
    if (const IoResult loaded = load(); !loaded.is_ok()) return loaded;
    std::copy_n(bytes_.begin() + address, into.size(), into.begin());
    return 0;
}

IoResult SimFlash::write(u32 address, Bytes data) {
    if (const IoResult loaded = load(); !loaded.is_ok()) return loaded;
    wiring_.time.spend((data.size() + kPage - 1) / kPage * kPageTime);
    for (usize i = 0; i < data.size(); i++) bytes_[address + i] &= data[i];
    wiring_.trace.line("flash write %#x %zu bytes", address, data.size());
    return keep(address, data.size());
}

IoResult SimFlash::erase(u32 address, u32 size) {
    if (const IoResult loaded = load(); !loaded.is_ok()) return loaded;
    wiring_.time.spend(size / sector_bytes() * kEraseTime);
    std::fill_n(bytes_.begin() + address, size, 0xff);
    wiring_.trace.line("flash erase %#x %u bytes", address, size);
    return keep(address, size);
}

IoResult SimFlash::set_boot(u32 partition) {
    if (kPartitions[partition].type != PartitionType::App) return Errno::InvalidArgument;
    boot_ = partition;
    return 0;
}

}  // namespace krait::sim
