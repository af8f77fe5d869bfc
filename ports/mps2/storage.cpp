// The host's files by semihosting: open, read, write, seek by absolute position, length, remove,
// rename. What semihosting cannot do (directories, truncation) answers NotSupported.
#include <algorithm>
#include <cstring>

#include "board.hpp"
#include "semihosting.hpp"

namespace krait::mps2 {

using hal::Errno;
using hal::IoResult;
using hal::IoResult64;

namespace {

// QEMU passes the host's numbers on, which are those of hal::Errno.
Errno host_error() {
    const i32 number = semihosting::last_error();
    return number > 0 ? static_cast<Errno>(number) : Errno::InputOutput;
}

semihosting::Mode mode_of(u8 flags) {
    using semihosting::Mode;
    const bool reads = flags & hal::kOpenRead;
    if (!(flags & hal::kOpenWrite)) return Mode::Read;
    if (flags & hal::kOpenAppend) return reads ? Mode::AppendRead : Mode::Append;
    if (flags & hal::kOpenTruncate) return reads ? Mode::WriteRead : Mode::Write;
    return Mode::ReadWrite;
}

// Opens for reading and closes again: the length, or the error. A directory opens like a file, but
// nothing can be read from it.
IoResult64 length_of(std::string_view path, bool& is_directory) {
    const i32 file = semihosting::open(path, semihosting::Mode::Read);
    if (file < 0) return host_error();
    const i32 size = semihosting::length(file);
    u8 probe;
    is_directory = size > 0 && semihosting::read(file, {&probe, 1}) <= 0;
    semihosting::close(file);
    if (is_directory) return 0;
    return size < 0 ? IoResult64(Errno::InputOutput) : IoResult64(size);
}

}  // namespace

std::string_view SemihostedStorage::resolve(std::string_view path, std::span<char> into) const {
    const bool is_absolute = path.starts_with('/') || directory_size_ == 0;
    const usize prefix = is_absolute ? 0 : directory_size_ + 1;
    if (prefix + path.size() > into.size()) return {};
    if (prefix) {
        std::memcpy(into.data(), directory_, directory_size_);
        into[directory_size_] = '/';
    }
    std::memcpy(into.data() + prefix, path.data(), path.size());
    return {into.data(), prefix + path.size()};
}

SemihostedStorage::OpenFile* SemihostedStorage::find(i32 file) {
    const bool is_known = file >= 0 && file < static_cast<i32>(kFiles) && files_[file].host;
    return is_known ? &files_[file] : nullptr;
}

IoResult SemihostedStorage::open(std::string_view path, u8 flags) {
    char buffer[2 * kPath];
    const std::string_view full = resolve(path, buffer);
    if (full.empty()) return path.empty() ? Errno::NoEntry : Errno::NameTooLong;
    bool is_directory = false;
    const IoResult64 existing = length_of(full, is_directory);
    if (is_directory) return Errno::IsDirectory;
    if (existing.is_ok() && flags & hal::kOpenExclusive) return Errno::Exists;
    if (!existing.is_ok() && !(flags & hal::kOpenCreate)) return existing.error();
    if (!existing.is_ok()) flags |= hal::kOpenTruncate;  // "r+b" does not create

    for (OpenFile& file : files_) {
        if (file.host) continue;
        const i32 host = semihosting::open(full, mode_of(flags));
        if (host < 0) return host_error();
        file = {.host = host, .position = 0, .appends = bool(flags & hal::kOpenAppend)};
        return static_cast<i32>(&file - files_);
    }
    return Errno::TooManyFiles;
}

IoResult SemihostedStorage::close(i32 file) {
    OpenFile* open = find(file);
    if (!open) return Errno::BadHandle;
    semihosting::close(open->host);
    *open = {};
    return 0;
}

IoResult SemihostedStorage::read(i32 file, MutableBytes into) {
    OpenFile* open = find(file);
    if (!open) return Errno::BadHandle;
    const i32 count = semihosting::read(open->host, into);
    if (count < 0) return host_error();
    open->position += static_cast<u32>(count);
    return count;
}

IoResult SemihostedStorage::write(i32 file, Bytes data) {
    OpenFile* open = find(file);
    if (!open) return Errno::BadHandle;
    if (open->appends) open->position = static_cast<u32>(semihosting::length(open->host));
    const i32 count = semihosting::write(open->host, data);
    if (count < 0) return host_error();
    open->position += static_cast<u32>(count);
    return count;
}

IoResult64 SemihostedStorage::seek(i32 file, i64 offset, hal::SeekFrom from) {
    OpenFile* open = find(file);
    if (!open) return Errno::BadHandle;
    i64 base = 0;
    if (from == hal::SeekFrom::Current) base = open->position;
    if (from == hal::SeekFrom::End) base = semihosting::length(open->host);
    const i64 target = base + offset;
    if (target < 0 || target > 0x7FFFFFFF) return Errno::InvalidArgument;
    if (semihosting::seek(open->host, static_cast<u32>(target)) != 0) return host_error();
    open->position = static_cast<u32>(target);
    return target;
}

IoResult SemihostedStorage::truncate(i32, u64) { return Errno::NotSupported; }

IoResult SemihostedStorage::flush(i32 file) { return find(file) ? IoResult(0) : Errno::BadHandle; }

IoResult SemihostedStorage::stat(std::string_view path, hal::FileStat& out) {
    char buffer[2 * kPath];
    const std::string_view full = resolve(path, buffer);
    if (full.empty()) return Errno::NoEntry;
    bool is_directory = false;
    const IoResult64 size = length_of(full, is_directory);
    if (!size.is_ok()) return size.error();
    out = {};
    out.kind = is_directory ? hal::FileKind::Directory : hal::FileKind::File;
    out.size = static_cast<u64>(size.count());
    return 0;
}

IoResult SemihostedStorage::stat_filesystem(std::string_view, hal::FilesystemStat& out) {
    out = {.block_size = 4096, .blocks = 0, .blocks_free = 0, .name_max = 255};
    return 0;
}

IoResult SemihostedStorage::make_directory(std::string_view) { return Errno::NotSupported; }

IoResult SemihostedStorage::remove_file(std::string_view path) {
    char buffer[2 * kPath];
    const std::string_view full = resolve(path, buffer);
    return semihosting::remove(full) < 0 ? IoResult(host_error()) : IoResult(0);
}

IoResult SemihostedStorage::remove_directory(std::string_view) { return Errno::NotSupported; }

IoResult SemihostedStorage::rename(std::string_view from, std::string_view to) {
    char from_buffer[2 * kPath], to_buffer[2 * kPath];
    const std::string_view from_full = resolve(from, from_buffer), to_full = resolve(to, to_buffer);
    return semihosting::rename(from_full, to_full) < 0 ? IoResult(host_error()) : IoResult(0);
}

IoResult SemihostedStorage::open_directory(std::string_view) { return Errno::NotSupported; }
IoResult SemihostedStorage::next_entry(i32, hal::DirectoryEntry&) { return Errno::BadHandle; }

IoResult SemihostedStorage::change_directory(std::string_view path) {
    char buffer[2 * kPath];
    const std::string_view full = resolve(path, buffer);
    if (full.size() > kPath) return Errno::NameTooLong;
    bool is_directory = false;
    const IoResult64 size = length_of(full, is_directory);
    if (!size.is_ok()) return size.error();
    if (!is_directory) return Errno::NotDirectory;
    std::memcpy(directory_, full.data(), full.size());
    directory_size_ = full.size();
    return 0;
}

IoResult SemihostedStorage::current_directory(MutableBytes into) {
    const std::string_view shown =
        directory_size_ ? std::string_view(directory_, directory_size_) : std::string_view("/");
    if (shown.size() > into.size()) return Errno::Overflow;
    std::memcpy(into.data(), shown.data(), shown.size());
    return static_cast<i32>(shown.size());
}

}  // namespace krait::mps2
