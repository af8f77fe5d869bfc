#include "sim/parts/storage.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace krait::sim {

using hal::Errno;
using hal::FileKind;
using hal::IoResult;
using hal::IoResult64;

namespace {

constexpr u32 kBlockBytes = 4096;

IoResult failure() { return static_cast<Errno>(errno); }
IoResult answer(isize n) { return n < 0 ? failure() : IoResult(static_cast<i32>(n)); }

FileKind kind_of(mode_t mode) {
    if (S_ISREG(mode)) return FileKind::File;
    if (S_ISLNK(mode)) return FileKind::Link;
    return S_ISDIR(mode) ? FileKind::Directory : FileKind::Other;
}

// Resolves "." and ".." by name and never climbs above "/".
std::string normal(std::string_view path) {
    std::vector<std::string_view> names;
    while (!path.empty()) {
        usize slash = std::min(path.find('/'), path.size());
        std::string_view name = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (name.empty() || name == ".") continue;
        if (name != "..") {
            names.push_back(name);
        } else if (!names.empty()) {
            names.pop_back();
        }
    }
    std::string out;
    for (std::string_view name : names) out.append("/").append(name);
    return out.empty() ? "/" : out;
}

u64 bytes_under(const std::string& root) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    u64 sum = 0;
    auto walk = fs::recursive_directory_iterator(root, ignored);
    for (auto end = fs::end(walk); walk != end; walk.increment(ignored)) {
        if (walk->is_regular_file(ignored)) sum += walk->file_size(ignored);
    }
    return sum;
}

int host_flags(u8 flags) {
    bool writes = (flags & hal::kOpenWrite) != 0;
    bool reads = (flags & hal::kOpenRead) != 0;
    int out = O_CLOEXEC | (writes ? (reads ? O_RDWR : O_WRONLY) : O_RDONLY);
    if ((flags & hal::kOpenCreate) != 0) out |= O_CREAT;
    if ((flags & hal::kOpenTruncate) != 0) out |= O_TRUNC;
    if ((flags & hal::kOpenAppend) != 0) out |= O_APPEND;
    if ((flags & hal::kOpenExclusive) != 0) out |= O_EXCL;
    return out;
}

u64 size_of_path(const std::string& path) {
    struct stat info = {};
    bool is_file = ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
    return is_file ? static_cast<u64>(info.st_size) : 0;
}

}  // namespace

HostStorage::HostStorage(std::string root, u64 limit)
    : root_(std::move(root)), limit_(root_.empty() ? 0 : limit) {
    if (root_.empty()) {
        std::error_code ignored;
        start_ = std::filesystem::current_path(ignored).string();
    } else {
        start_ = "/";
        if (root_.back() == '/') root_.pop_back();
        if (limit_ != 0) used_ = bytes_under(root_);
    }
    current_ = start_;
}

HostStorage::~HostStorage() { reset(); }

void HostStorage::reset() {
    for (i32 descriptor : files_) {
        if (descriptor >= 0) ::close(descriptor);
    }
    files_.clear();
    for (const Listing& listing : listings_) {
        if (listing.stream != nullptr) ::closedir(listing.stream);
    }
    listings_.clear();
    current_ = start_;
}

// The board's path. The host's own paths keep their "..", whose meaning depends on symbolic links.
std::string HostStorage::absolute(std::string_view path) const {
    std::string out(path);
    if (!path.starts_with('/')) out = current_ + (current_.ends_with('/') ? "" : "/") + out;
    return root_.empty() ? out : normal(out);
}

std::string HostStorage::on_host(std::string_view path) const {
    if (path.empty()) return "";  // no file has this name, on any system
    return root_ + absolute(path);
}

i32 HostStorage::descriptor(i32 file) const {
    bool is_valid = file >= 0 && static_cast<usize>(file) < files_.size();
    return is_valid ? files_[static_cast<usize>(file)] : -1;
}

IoResult HostStorage::open(std::string_view path, u8 flags) {
    std::string host = on_host(path);
    bool may_create = (flags & hal::kOpenCreate) != 0;
    if (may_create && is_full_ && ::access(host.c_str(), F_OK) != 0) return Errno::NoSpace;
    u64 truncated = (flags & hal::kOpenTruncate) != 0 && limit_ != 0 ? size_of_path(host) : 0;
    int opened = ::open(host.c_str(), host_flags(flags), flags & hal::kOpenPrivate ? 0600 : 0666);
    if (opened < 0) return failure();
    struct stat info = {};
    if (::fstat(opened, &info) == 0 && S_ISDIR(info.st_mode)) {
        ::close(opened);
        return Errno::IsDirectory;
    }
    used_ -= std::min(used_, truncated);
    auto free = std::find(files_.begin(), files_.end(), -1);
    if (free == files_.end()) free = files_.insert(free, -1);
    *free = opened;
    return static_cast<i32>(free - files_.begin());
}

IoResult HostStorage::close(i32 file) {
    i32 opened = descriptor(file);
    if (opened < 0) return Errno::BadHandle;
    files_[static_cast<usize>(file)] = -1;
    return answer(::close(opened));
}

IoResult HostStorage::read(i32 file, MutableBytes into) {
    i32 opened = descriptor(file);
    if (opened < 0) return Errno::BadHandle;
    return answer(::read(opened, into.data(), std::min<usize>(into.size(), INT32_MAX)));
}

// How many of `bytes` fit, and by how much the file grows with them.
u64 HostStorage::room_for(i32 opened, u64 bytes, u64& growth) const {
    growth = 0;
    if (is_full_) return 0;
    if (limit_ == 0) return bytes;
    struct stat info = {};
    if (::fstat(opened, &info) != 0) return bytes;
    bool appends = (::fcntl(opened, F_GETFL) & O_APPEND) != 0;
    auto size = static_cast<u64>(info.st_size);
    u64 at = appends ? size : static_cast<u64>(std::max<off_t>(0, ::lseek(opened, 0, SEEK_CUR)));
    u64 free = limit_ - std::min(limit_, used_);
    u64 end = std::min(at + bytes, size + free);
    if (end <= at) return 0;
    growth = end > size ? end - size : 0;
    return end - at;
}

IoResult HostStorage::write(i32 file, Bytes data) {
    i32 opened = descriptor(file);
    if (opened < 0) return Errno::BadHandle;
    if (data.empty()) return 0;
    u64 growth = 0;
    u64 room = room_for(opened, std::min<usize>(data.size(), INT32_MAX), growth);
    if (room == 0) return Errno::NoSpace;
    isize n = ::write(opened, data.data(), room);
    if (n < 0) return failure();
    used_ += static_cast<u64>(n) == room ? growth : std::min(growth, static_cast<u64>(n));
    return static_cast<i32>(n);
}

IoResult64 HostStorage::seek(i32 file, i64 offset, hal::SeekFrom from) {
    i32 opened = descriptor(file);
    if (opened < 0) return Errno::BadHandle;
    static constexpr int kFrom[] = {SEEK_SET, SEEK_CUR, SEEK_END};
    off_t position = ::lseek(opened, offset, kFrom[static_cast<usize>(from)]);
    if (position < 0) return static_cast<Errno>(errno);
    return position;
}

IoResult HostStorage::truncate(i32 file, u64 size) {
    i32 opened = descriptor(file);
    if (opened < 0) return Errno::BadHandle;
    struct stat info = {};
    if (::fstat(opened, &info) != 0) return failure();
    auto before = static_cast<u64>(info.st_size);
    u64 growth = size > before ? size - before : 0;
    if (growth != 0 && (is_full_ || (limit_ != 0 && used_ + growth > limit_))) {
        return Errno::NoSpace;
    }
    if (::ftruncate(opened, static_cast<off_t>(size)) != 0) return failure();
    used_ += growth;
    if (size < before) used_ -= std::min(used_, before - size);
    return 0;
}

// Writes go to the host at once; only `sync` makes them survive the host's own loss of power.
IoResult HostStorage::flush(i32 file) {
    if (descriptor(file) < 0) return Errno::BadHandle;
    return 0;
}

namespace {

hal::FileStat facts_of(const struct stat& info) {
    return {.kind = kind_of(info.st_mode),
            .size = static_cast<u64>(info.st_size),
            .modified_s = info.st_mtime,
            .accessed_s = info.st_atime,
            .changed_s = info.st_ctime,
            .permissions = info.st_mode & 07777,
            .inode = info.st_ino};
}

}  // namespace

IoResult HostStorage::stat(std::string_view path, hal::FileStat& out) {
    struct stat info = {};
    if (::stat(on_host(path).c_str(), &info) != 0) return failure();
    out = facts_of(info);
    return 0;
}

IoResult HostStorage::stat_file(i32 file, hal::FileStat& out) {
    struct stat info = {};
    if (descriptor(file) < 0) return Errno::BadHandle;
    if (::fstat(descriptor(file), &info) != 0) return failure();
    out = facts_of(info);
    return 0;
}

// Of the path without its last link.
IoResult HostStorage::stat_link(std::string_view path, hal::FileStat& out) {
    struct stat info = {};
    if (::lstat(on_host(path).c_str(), &info) != 0) return failure();
    out = facts_of(info);
    return 0;
}

IoResult HostStorage::read_link(std::string_view path, MutableBytes into) {
    const isize n =
        ::readlink(on_host(path).c_str(), reinterpret_cast<char*>(into.data()), into.size());
    return answer(n);
}

// Under a root an absolute target would mean the host's path, and a relative one could leave it.
IoResult HostStorage::make_link(std::string_view target, std::string_view path) {
    if (!root_.empty()) return Errno::NotSupported;
    if (is_full_) return Errno::NoSpace;
    return answer(::symlink(std::string(target).c_str(), on_host(path).c_str()));
}

IoResult HostStorage::stat_filesystem(std::string_view path, hal::FilesystemStat& out) {
    struct statvfs info = {};
    if (::statvfs(on_host(path).c_str(), &info) != 0) return failure();
    out = {.block_size = static_cast<u32>(info.f_bsize),
           .blocks = info.f_blocks,
           .blocks_free = info.f_bavail,
           .name_max = static_cast<u32>(info.f_namemax)};
    if (limit_ != 0) {
        out.block_size = kBlockBytes;
        out.blocks = limit_ / kBlockBytes;
        out.blocks_free = (limit_ - std::min(limit_, used_)) / kBlockBytes;
    }
    if (is_full_) out.blocks_free = 0;
    return 0;
}

IoResult HostStorage::make_directory(std::string_view path) {
    if (is_full_) return Errno::NoSpace;
    return answer(::mkdir(on_host(path).c_str(), 0777));
}

IoResult HostStorage::remove_file(std::string_view path) {
    std::string host = on_host(path);
    u64 size = limit_ != 0 ? size_of_path(host) : 0;
    if (::unlink(host.c_str()) != 0) return failure();
    used_ -= std::min(used_, size);
    return 0;
}

IoResult HostStorage::remove_directory(std::string_view path) {
    return answer(::rmdir(on_host(path).c_str()));
}

IoResult HostStorage::rename(std::string_view from, std::string_view to) {
    std::string target = on_host(to);
    u64 replaced = limit_ != 0 ? size_of_path(target) : 0;
    if (::rename(on_host(from).c_str(), target.c_str()) != 0) return failure();
    used_ -= std::min(used_, replaced);
    return 0;
}

IoResult HostStorage::open_directory(std::string_view path) {
    std::string host = on_host(path);
    DIR* stream = ::opendir(host.c_str());
    if (stream == nullptr) return failure();
    auto free = std::find_if(listings_.begin(), listings_.end(),
                             [](const Listing& row) { return row.stream == nullptr; });
    if (free == listings_.end()) free = listings_.insert(free, Listing{});
    *free = {stream, host + "/"};
    return static_cast<i32>(free - listings_.begin());
}

IoResult HostStorage::next_entry(i32 handle, hal::DirectoryEntry& out) {
    bool is_valid = handle >= 0 && static_cast<usize>(handle) < listings_.size();
    if (!is_valid || listings_[static_cast<usize>(handle)].stream == nullptr) {
        return Errno::BadHandle;
    }
    Listing& listing = listings_[static_cast<usize>(handle)];
    std::string_view name;
    do {
        dirent* entry = ::readdir(listing.stream);
        if (entry == nullptr) return 0;
        name = entry->d_name;
    } while (name == "." || name == "..");
    out = {};
    out.name_size = static_cast<u16>(std::min(name.size(), sizeof out.name - 1));
    std::copy_n(name.data(), out.name_size, out.name);
    struct stat info = {};
    if (::stat((listing.path + std::string(name)).c_str(), &info) == 0) {
        out.kind = kind_of(info.st_mode);
        out.size = static_cast<u64>(info.st_size);
        out.inode = info.st_ino;
    } else {
        out.kind = FileKind::Other;  // a link to nowhere
    }
    return 1;
}

void HostStorage::close_directory(i32 handle) {
    bool is_valid = handle >= 0 && static_cast<usize>(handle) < listings_.size();
    if (!is_valid || listings_[static_cast<usize>(handle)].stream == nullptr) return;
    ::closedir(listings_[static_cast<usize>(handle)].stream);
    listings_[static_cast<usize>(handle)] = {};
}

IoResult HostStorage::change_directory(std::string_view path) {
    std::string host = on_host(path);
    struct stat info = {};
    if (::stat(host.c_str(), &info) != 0) return failure();
    if (!S_ISDIR(info.st_mode)) return Errno::NotDirectory;
    if (root_.empty()) {
        std::error_code ignored;
        current_ = std::filesystem::canonical(host, ignored).string();
    } else {
        current_ = absolute(path);
    }
    return 0;
}

IoResult HostStorage::current_directory(MutableBytes into) {
    if (::access(on_host(current_).c_str(), F_OK) != 0) return failure();
    if (current_.size() > into.size()) return Errno::Overflow;
    std::copy(current_.begin(), current_.end(), into.begin());
    return static_cast<i32>(current_.size());
}

IoResult HostStorage::sync() {
    for (i32 opened : files_) {
        if (opened >= 0 && ::fsync(opened) != 0 && errno != EINVAL) return failure();
    }
    return 0;
}

}  // namespace krait::sim
