#include "semihosting.hpp"

#include <array>
#include <cstring>

namespace krait::mps2::semihosting {

namespace {

enum class Operation : u32 {
    Open = 0x01,
    Close = 0x02,
    Write = 0x05,
    Read = 0x06,
    Seek = 0x0A,
    Length = 0x0C,
    Remove = 0x0E,
    Rename = 0x0F,
    Time = 0x11,
    Errno = 0x13,
    CommandLine = 0x15,
    ExitExtended = 0x20,
};

constexpr u32 kApplicationExit = 0x20026;
constexpr usize kLongestPath = 512;

u32 word(const void* pointer) { return reinterpret_cast<u32>(pointer); }

i32 call(Operation operation, const void* arguments) {
    register u32 r0 asm("r0") = static_cast<u32>(operation);
    register const void* r1 asm("r1") = arguments;
    asm volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
    return static_cast<i32>(r0);
}

template <typename... Words>
i32 call_with(Operation operation, Words... words) {
    const std::array<u32, sizeof...(Words)> block{static_cast<u32>(words)...};
    return call(operation, block.data());
}

// A path as the host wants it: terminated. Too long ones become the empty path, which does not
// exist.
class TerminatedPath {
  public:
    explicit TerminatedPath(std::string_view path) {
        size_ = path.size() < kLongestPath ? path.size() : 0;
        std::memcpy(text_, path.data(), size_);
        text_[size_] = 0;
    }
    u32 address() const { return word(text_); }
    u32 size() const { return size_; }

  private:
    char text_[kLongestPath];
    usize size_;
};

}  // namespace

i32 open(std::string_view path, Mode mode) {
    const TerminatedPath name(path);
    return call_with(Operation::Open, name.address(), mode, name.size());
}

i32 close(i32 file) { return call_with(Operation::Close, file); }

i32 read(i32 file, MutableBytes into) {
    const i32 left = call_with(Operation::Read, file, word(into.data()), into.size());
    return left < 0 ? -1 : static_cast<i32>(into.size()) - left;
}

i32 write(i32 file, Bytes data) {
    const i32 left = call_with(Operation::Write, file, word(data.data()), data.size());
    return left < 0 ? -1 : static_cast<i32>(data.size()) - left;
}

i32 seek(i32 file, u32 position) { return call_with(Operation::Seek, file, position); }

i32 length(i32 file) { return call_with(Operation::Length, file); }

i32 remove(std::string_view path) {
    const TerminatedPath name(path);
    return call_with(Operation::Remove, name.address(), name.size()) == 0 ? 0 : -1;
}

i32 rename(std::string_view from, std::string_view to) {
    const TerminatedPath old_name(from), new_name(to);
    return call_with(Operation::Rename, old_name.address(), old_name.size(), new_name.address(),
                     new_name.size()) == 0
               ? 0
               : -1;
}

i32 last_error() { return call(Operation::Errno, nullptr); }

u32 time() { return static_cast<u32>(call(Operation::Time, nullptr)); }

std::string_view command_line(std::span<char> buffer) {
    u32 block[] = {word(buffer.data()), static_cast<u32>(buffer.size())};
    if (call(Operation::CommandLine, block) != 0) return {};
    return {buffer.data(), block[1]};
}

void exit(i32 status) {
    while (true) call_with(Operation::ExitExtended, kApplicationExit, status);
}

}  // namespace krait::mps2::semihosting
