#include "repl/raw.hpp"

#include "core/class.hpp"
#include "repl/execute.hpp"

namespace krait {

namespace {

constexpr u8 kCtrlA = 1, kCtrlB = 2, kCtrlD = 4;
constexpr std::string_view kPasteCommand{"\x05\x41"};  // Ctrl-E "A"
constexpr std::string_view kGrant = "\x01", kMark = "\x04";
constexpr usize kWindow = 128;

}  // namespace

void RawSession::greet() {
    forget();
    link_.write("raw REPL; CTRL-B to exit\n>");
}

void RawSession::forget() {
    source_.emplace(in_);
    is_lost_ = false;
}

// A text that there is no memory for is received nevertheless, as its sender goes on sending.
Status RawSession::receive(u8 byte) {
    if (is_lost_ || source_->append_char(static_cast<char>(byte))) return kOk;
    if (is_last_exception(in_)) return {};
    (void)in_.take_pending();
    forget();
    is_lost_ = true;
    return kOk;
}

Status RawSession::run(SessionEnd& end) {
    link_.take();
    greet();
    while (true) {
        const isize byte = KRAIT_TRY(link_.next());
        if (byte == Link::kEnd) return end = SessionEnd::NoInput, kOk;
        if (byte == kCtrlA && source_->view() == kPasteCommand) {
            forget();
            if (!KRAIT_TRY(read_paste())) return end = SessionEnd::NoInput, kOk;
        } else if (byte == kCtrlA) {
            greet();
        } else if (byte == kCtrlB) {
            link_.write("\n");
            return end = SessionEnd::Friendly, kOk;
        } else if (byte == Link::kCtrlC) {
            forget();
        } else if (byte == kCtrlD) {
            const bool has_text = source_->size() > 0 || is_lost_;
            link_.write(has_text ? "OK" : "OK\n");
            if (!has_text) return end = SessionEnd::Reset, kOk;
            KRAIT_TRY(run_text());
        } else {
            KRAIT_TRY(receive(static_cast<u8>(byte)));
        }
    }
}

// False: the input ended.
Result<bool> RawSession::read_paste() {
    constexpr char kAnswer[] = {'R', 1, static_cast<char>(kWindow), 0};
    link_.write({kAnswer, sizeof kAnswer});
    link_.write(kGrant);  // two windows under way: no pause between them
    for (usize n = 1;; ++n) {
        const isize byte = KRAIT_TRY(link_.next());
        if (byte == Link::kEnd) return false;
        if (byte == Link::kCtrlC) forget();
        if (byte == Link::kCtrlC || byte == kCtrlD) break;
        KRAIT_TRY(receive(static_cast<u8>(byte)));
        if (n % kWindow == 0) link_.write(kGrant);
    }
    link_.write(kMark);
    KRAIT_TRY(run_text());
    return true;
}

Status RawSession::run_text() {
    link_.leave();
    const Status ran = is_lost_ ? Status(raise_memory_error(in_))
                                : execute(in_, globals_, source_->view(), CompileMode::Module);
    unlock_heap(in_);
    link_.take();  // before anybody can know that it is done
    link_.write(kMark);
    const bool is_last = !ran && is_last_exception(in_);
    if (!ran && !is_last) KRAIT_TRY(show_exception(in_));
    link_.write(kMark);
    link_.write(">");
    forget();
    return is_last ? ran : kOk;
}

}  // namespace krait
