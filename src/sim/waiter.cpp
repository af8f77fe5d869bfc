#include "sim/waiter.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <ctime>

namespace krait::sim {

using hal::PollEntry;
using hal::PollKind;

namespace {

constexpr u64 kBlockedAfter = 2 * kNsPerSecond;  // a wait at least that long has nothing else to do
constexpr u64 kResolvePatience = 5 * kNsPerSecond;
constexpr u64 kConsolePatience = 100 * kNsPerMs;

}  // namespace

// What the board itself knows: I2S buses.
bool SimWaiter::look_inside(PollEntry& entry) {
    if (entry.kind != PollKind::I2s) return false;
    u8 both = hal::kPollIn | hal::kPollOut;
    bool is_ready = i2s_ != nullptr && i2s_->ready_bytes(static_cast<u8>(entry.handle)) > 0;
    if (is_ready) entry.ready = entry.interest & both;
    return true;
}

// Adds what the host must be asked about; false when the answer is known, in entry.ready.
bool SimWaiter::add_outside(PollEntry& entry) {
    pollfd descriptor = {-1, POLLIN, 0};
    switch (entry.kind) {
        case PollKind::Socket:
            if (!net_.prepare(entry.handle, entry.interest, descriptor, entry.ready)) return false;
            break;
        case PollKind::Resolve:
            if (net_.resolver().is_done(entry.handle)) {
                entry.ready = hal::kPollIn;
                return false;
            }
            descriptor.fd = net_.resolver().descriptor(entry.handle);
            break;
        case PollKind::Console: descriptor.fd = console_.descriptor(); break;
        case PollKind::File:
            descriptor.fd = entry.handle;
            descriptor.events =
                static_cast<short>(((entry.interest & hal::kPollIn) ? POLLIN : 0) |
                                   ((entry.interest & hal::kPollOut) ? POLLOUT : 0));
            break;
        case PollKind::I2s: return false;
    }
    descriptors_.push_back(descriptor);
    return true;
}

// Looks at all entries, waiting for the outside ones up to real_ns (kNever: without limit) unless
// something is ready already. Answers how many are.
u32 SimWaiter::look(std::span<PollEntry> set, u64 real_ns) {
    descriptors_.clear();
    entry_of_.clear();
    u32 ready = 0;
    for (usize i = 0; i < set.size(); i++) {
        set[i].ready = 0;
        if (!look_inside(set[i]) && add_outside(set[i])) entry_of_.push_back(i);
        if (set[i].ready != 0) ready++;
    }
    if (ready != 0) real_ns = 0;
    if (descriptors_.empty() && real_ns == 0) return ready;

    descriptors_.push_back({wiring_.interrupts.wake_descriptor(), POLLIN, 0});
    timespec limit = {static_cast<time_t>(real_ns / kNsPerSecond),
                      static_cast<long>(real_ns % kNsPerSecond)};
    int n = ::ppoll(descriptors_.data(), descriptors_.size(), real_ns == kNever ? nullptr : &limit,
                    nullptr);
    if (n <= 0) return ready;
    if (descriptors_.back().revents != 0) wiring_.interrupts.drain_wake();
    for (usize i = 0; i < entry_of_.size(); i++) {
        short seen = descriptors_[i].revents;
        PollEntry& entry = set[entry_of_[i]];
        if ((seen & POLLIN) != 0) entry.ready |= hal::kPollIn;
        if ((seen & POLLOUT) != 0) entry.ready |= hal::kPollOut;
        if ((seen & POLLERR) != 0) entry.ready |= hal::kPollError;
        if ((seen & POLLNVAL) != 0) entry.ready |= hal::kPollInvalid;
        if ((seen & POLLHUP) != 0) entry.ready |= hal::kPollHangUp;
        if (entry.ready != 0) ready++;
        if (entry.ready != 0 && entry.kind == PollKind::Console) console_expects_ = true;
    }
    return ready;
}

// The host looks at no more than it may have open files.
usize SimWaiter::most_entries() const {
    rlimit files{};
    constexpr rlim_t kOwn = 1;
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return ~usize{0};
    return static_cast<usize>(files.rlim_cur - std::min(files.rlim_cur, kOwn));
}

u32 SimWaiter::poll(std::span<PollEntry> set) {
    wiring_.time.touch();
    return look(set, 0);
}

u32 SimWaiter::wait_until(u64 deadline_us, std::span<PollEntry> set) {
    return wait(wiring_.moment_of(deadline_us), set);
}

u32 SimWaiter::wait(u64 moment, std::span<PollEntry> set) {
    wiring_.time.touch();
    bool is_virtual = wiring_.time.mode() == TimeMode::Virtual;
    if (!is_virtual) pacer_.rest();
    u32 ready = look(set, 0);
    while (ready == 0 && !wiring_.interrupts.has_pending() && wiring_.time.now() < moment) {
        ready = is_virtual ? step_virtual(moment, set) : step_real(moment, set);
    }
    if (!is_virtual) pacer_.resume();
    return ready;
}

u32 SimWaiter::step_real(u64 moment, std::span<PollEntry> set) {
    u64 next = std::min(moment, wiring_.time.next_due());
    u64 now = wiring_.time.now();
    u64 pause = next == kNever ? kNever : next - std::min(next, now);
    u32 ready = look(set, pause);
    wiring_.time.catch_up();
    // An action may have filled a bus.
    return ready != 0 ? ready : look(set, 0);
}

u32 SimWaiter::step_virtual(u64 moment, std::span<PollEntry> set) {
    u64 next = std::min(moment, wiring_.time.next_due());
    u64 interval = next == kNever ? kNever : next - wiring_.time.now();
    bool is_blocked = moment == kNever || moment - wiring_.time.now() >= kBlockedAfter;
    u64 limit = next == kNever ? kNever : patience(set, interval, is_blocked);
    if (limit != 0) {
        u32 ready = look(set, limit);
        if (ready != 0 || wiring_.interrupts.has_pending()) return ready;
        waited_in_vain(set);
    }
    if (next != kNever) wiring_.time.advance_to(next);
    return look(set, 0);
}

// How long, in real time, it is worth to stand still for the outside entries.
u64 SimWaiter::patience(std::span<const PollEntry> set, u64 interval, bool is_blocked) {
    u64 most = 0;
    for (const PollEntry& entry : set) {
        u64 worth = 0;
        if (entry.kind == PollKind::Socket) {
            worth = net_.patience(entry.handle, is_blocked);
            if (!is_blocked) worth = std::min(worth, interval);
        }
        if (entry.kind == PollKind::Resolve) worth = kResolvePatience;
        if (entry.kind == PollKind::Console && console_.is_interactive()) worth = interval;
        if (entry.kind == PollKind::Console && console_expects_) {
            worth = std::max(worth, std::min(interval, kConsolePatience));
        }
        most = std::max(most, worth);
    }
    return most;
}

void SimWaiter::waited_in_vain(std::span<const PollEntry> set) {
    for (const PollEntry& entry : set) {
        if (entry.kind == PollKind::Socket) net_.waited_in_vain(entry.handle);
        if (entry.kind == PollKind::Console) console_expects_ = false;
    }
}

void SimWaiter::sleep_until(u64 moment, const std::function<bool()>& is_woken) {
    Interrupts& interrupts = wiring_.interrupts;
    bool is_virtual = wiring_.time.mode() == TimeMode::Virtual;
    interrupts.take_interrupted();
    pacer_.rest();
    while (wiring_.time.now() < moment && !is_woken() && interrupts.run_end() != RunEnd::Stop &&
           !interrupts.take_interrupted()) {
        u64 next = std::min(moment, wiring_.time.next_due());
        if (is_virtual && next != kNever) {
            wiring_.time.advance_to(next);
        } else {
            step_real(moment, {});
        }
    }
    pacer_.resume();
}

}  // namespace krait::sim
