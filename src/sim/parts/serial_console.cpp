#include "sim/parts/serial_console.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace krait::sim {

using hal::Errno;
using hal::IoResult;

namespace {

// A reader that takes nothing for so long is gone.
constexpr int kPatienceMs = 500;

}  // namespace

std::string SerialConsole::open() {
    auto failed = [] { return std::string("pseudo-terminal: ") + std::strerror(errno); };
    line_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    char name[128];
    if (line_ < 0 || ::grantpt(line_) != 0 || ::unlockpt(line_) != 0 ||
        ::ptsname_r(line_, name, sizeof name) != 0)
        return failed();
    device_ = name;
    other_side_ = ::open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    termios settings = {};
    if (other_side_ < 0 || ::tcgetattr(other_side_, &settings) != 0) return failed();
    ::cfmakeraw(&settings);
    int ends[2];
    if (::tcsetattr(other_side_, TCSANOW, &settings) != 0 ||
        ::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return failed();
    received_ = ends[0];
    receiver_ = ends[1];
    quit_ = ::eventfd(0, EFD_CLOEXEC);
    if (quit_ < 0) return failed();
    thread_ = std::thread([this] { receive(); });
    return "";
}

SerialConsole::~SerialConsole() {
    const u64 one = 1;
    if (thread_.joinable() && ::write(quit_, &one, sizeof one) == sizeof one) thread_.join();
    for (i32 descriptor : {line_, other_side_, received_, receiver_, quit_})
        if (descriptor != kNone) ::close(descriptor);
}

void SerialConsole::receive() {
    u8 bytes[256];
    while (true) {
        pollfd set[] = {{line_, POLLIN, 0}, {quit_, POLLIN, 0}};
        if (::poll(set, 2, -1) < 0 && errno != EINTR) return;
        if (set[1].revents != 0) return;
        if ((set[0].revents & POLLIN) == 0) continue;
        const isize n = ::read(line_, bytes, sizeof bytes);
        if (n > 0) take({bytes, static_cast<usize>(n)});
    }
}

// What was received before the interrupt character is not worth reading any more.
void SerialConsole::take(Bytes bytes) {
    const i32 wanted = interrupt_char_;
    const auto found = std::find(bytes.begin(), bytes.end(), wanted);
    if (wanted < 0 || found == bytes.end()) {
        (void)!::write(receiver_, bytes.data(), bytes.size());
        return;
    }
    interrupts_.interrupt_from_thread();
    take(bytes.subspan(static_cast<usize>(found - bytes.begin()) + 1));
}

IoResult SerialConsole::read(MutableBytes into) {
    const isize n = ::read(received_, into.data(), into.size());
    if (n < 0) return static_cast<Errno>(errno == EINTR ? EAGAIN : errno);
    return static_cast<i32>(n);
}

IoResult SerialConsole::write(Bytes text) {
    for (usize done = 0; done < text.size();) {
        const isize n = ::write(line_, text.data() + done, text.size() - done);
        if (n > 0) {
            done += static_cast<usize>(n);
            is_deserted_ = false;
        } else if (errno != EINTR) {
            pollfd room = {line_, POLLOUT, 0};
            if (errno != EAGAIN) return static_cast<Errno>(errno);
            if (is_deserted_ || ::poll(&room, 1, kPatienceMs) == 0) {
                is_deserted_ = true;
                break;
            }
        }
    }
    return static_cast<i32>(text.size());
}

}  // namespace krait::sim
