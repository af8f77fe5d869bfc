#include "sim/parts/console.hpp"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>

namespace krait::sim {

using hal::Errno;
using hal::IoResult;

namespace {

IoResult write_all(int descriptor, Bytes text) {
    for (usize done = 0; done < text.size();) {
        isize n = ::write(descriptor, text.data() + done, text.size() - done);
        if (n >= 0) {
            done += static_cast<usize>(n);
        } else if (errno == EAGAIN) {
            pollfd room = {descriptor, POLLOUT, 0};
            ::poll(&room, 1, -1);
        } else if (errno != EINTR) {
            return static_cast<Errno>(errno);
        }
    }
    return static_cast<i32>(text.size());
}

}  // namespace

StandardConsole::StandardConsole()
    : is_terminal_(::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0) {
    if (is_terminal_ && ::tcgetattr(STDIN_FILENO, &original_) != 0) is_terminal_ = false;
}

StandardConsole::~StandardConsole() {
    if (is_changed_) ::tcsetattr(STDIN_FILENO, TCSADRAIN, &original_);
}

bool StandardConsole::is_ready() const {
    pollfd input = {STDIN_FILENO, POLLIN, 0};
    return ::poll(&input, 1, 0) > 0;
}

IoResult StandardConsole::read(MutableBytes into) {
    if (!is_ready()) return Errno::Again;
    isize n = ::read(STDIN_FILENO, into.data(), into.size());
    if (n < 0) return static_cast<Errno>(errno == EINTR ? EAGAIN : errno);
    return static_cast<i32>(n);
}

IoResult StandardConsole::write(Bytes text) { return write_all(STDOUT_FILENO, text); }

IoResult StandardConsole::write_error(Bytes text) { return write_all(STDERR_FILENO, text); }

void StandardConsole::set_raw(bool raw) {
    if (raw == is_raw_) return;
    is_raw_ = raw;
    apply();
}

void StandardConsole::set_interrupt_char(i32 byte) {
    if (byte == interrupt_char_) return;
    interrupt_char_ = byte;
    apply();
}

void StandardConsole::apply() {
    if (!is_terminal_) return;
    termios settings = original_;
    if (is_raw_) {
        settings.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IXON | BRKINT | ISTRIP);
        settings.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN);
        settings.c_cc[VMIN] = 1;
        settings.c_cc[VTIME] = 0;
    }
    if (interrupt_char_ < 0) {
        settings.c_lflag &= ~static_cast<tcflag_t>(ISIG);
    } else {
        settings.c_cc[VINTR] = static_cast<cc_t>(interrupt_char_);
    }
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
    is_changed_ = true;
}

u16 StandardConsole::columns() {
    winsize size = {};
    bool is_known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0;
    return is_known ? size.ws_col : 0;
}

}  // namespace krait::sim
