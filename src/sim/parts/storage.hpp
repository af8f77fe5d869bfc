// Files of the host as the board's filesystem.
//
// With a root (`--fs DIR`) the board's "/" is that folder and ".." cannot leave it; without one,
// paths are the host's and relative ones start where the program was started. The current directory
// is the board's own, so many boards in one process do not disturb each other.
//
// A size limit (`--fs-size`) and the fault "disk full" make writes fail with ENOSPC where a flash
// would.
#pragma once

#include <dirent.h>

#include <string>
#include <vector>

#include "hal/storage.hpp"

namespace krait::sim {

class HostStorage final : public hal::Storage {
  public:
    // `root` empty: the host's own paths. `limit` in bytes, 0: none; counted under the root only.
    HostStorage(std::string root, u64 limit);
    ~HostStorage();
    HostStorage(const HostStorage&) = delete;
    HostStorage& operator=(const HostStorage&) = delete;

    hal::IoResult open(std::string_view path, u8 flags) override;
    hal::IoResult close(i32 file) override;
    hal::IoResult read(i32 file, MutableBytes into) override;
    hal::IoResult write(i32 file, Bytes data) override;
    hal::IoResult64 seek(i32 file, i64 offset, hal::SeekFrom from) override;
    hal::IoResult truncate(i32 file, u64 size) override;
    hal::IoResult flush(i32 file) override;
    hal::IoResult stat(std::string_view path, hal::FileStat& out) override;
    hal::IoResult stat_file(i32 file, hal::FileStat& out) override;
    hal::IoResult stat_link(std::string_view path, hal::FileStat& out) override;
    hal::IoResult read_link(std::string_view path, MutableBytes into) override;
    hal::IoResult make_link(std::string_view target, std::string_view path) override;
    hal::IoResult stat_filesystem(std::string_view path, hal::FilesystemStat& out) override;
    hal::IoResult make_directory(std::string_view path) override;
    hal::IoResult remove_file(std::string_view path) override;
    hal::IoResult remove_directory(std::string_view path) override;
    hal::IoResult rename(std::string_view from, std::string_view to) override;
    hal::IoResult open_directory(std::string_view path) override;
    hal::IoResult next_entry(i32 listing, hal::DirectoryEntry& out) override;
    void close_directory(i32 listing) override;
    hal::IoResult change_directory(std::string_view path) override;
    hal::IoResult current_directory(MutableBytes into) override;
    hal::IoResult sync() override;

    // The path on the host, for what is no file; as short as it was where it can be.
    std::string path_on_host(std::string_view path) const {
        return root_.empty() && current_ == start_ ? std::string(path) : on_host(path);
    }

    // The fault.
    void set_full(bool full) { is_full_ = full; }
    // The board restarts: handles are gone, the current directory is the first again.
    void reset();

  private:
    struct Listing {
        DIR* stream = nullptr;
        std::string path;  // on the host, ends with '/'
    };
    std::string absolute(std::string_view path) const;
    std::string on_host(std::string_view path) const;
    i32 descriptor(i32 file) const;
    u64 room_for(i32 descriptor, u64 bytes, u64& growth) const;

    std::string root_;
    u64 limit_;
    u64 used_ = 0;
    bool is_full_ = false;
    std::string start_;
    std::string current_;
    std::vector<i32> files_;  // -1: free
    std::vector<Listing> listings_;
};

}  // namespace krait::sim
