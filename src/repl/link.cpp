#include "repl/link.hpp"

#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/scheduler.hpp"
#include "core/stream.hpp"
#include "modules/terminal.hpp"

namespace krait {

Link::Link(Interp& in) : in_(in), console_(in.board()->console()) {}

void Link::take() {
    console_.set_raw(true);
    console_.set_interrupt_char(-1);
}

void Link::leave() {
    console_.set_raw(false);
    console_.set_interrupt_char(kCtrlC);
}

Result<isize> Link::read() {
    u8 byte = 0;
    if (has_terminal(in_)) {
        const isize n = KRAIT_TRY(stream_read_some(in_, &kStdin, {&byte, 1}));
        return n == 0 ? kEnd : isize{byte};
    }
    for (;;) {
        const hal::IoResult n = console_.read({&byte, 1});
        if (n.is_ok()) return n.count() == 0 ? kEnd : isize{byte};
        if (!n.is(hal::Errno::Again)) return raise_hal(in_, n.error());
        hal::PollEntry entry{hal::PollKind::Console, hal::kPollIn, 0, 0};
        (void)KRAIT_TRY(in_.scheduler()->wait_once(hal::kForever, {&entry, 1}));
    }
}

Result<isize> Link::next() {
    if (has_failed_) return {};
    const Result<isize> byte = read();
    if (byte || !is_instance(in_.pending(), &kKeyboardInterrupt)) return byte;
    (void)in_.take_pending();
    return isize{kCtrlC};
}

void Link::write(std::string_view text) {
    if (!has_failed_) has_failed_ = !console_write(in_, ConsoleEnd::Output, text);
}

}  // namespace krait
