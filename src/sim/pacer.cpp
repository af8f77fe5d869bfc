#include "sim/pacer.hpp"

#include <signal.h>

#include <chrono>

namespace krait::sim {
namespace {

constexpr std::chrono::milliseconds kBeat{1};
// After so many beats without work the thread sleeps until it is told.
constexpr u32 kIdleBeats = 100;

}  // namespace

Pacer::~Pacer() {
    if (!thread_.joinable()) return;
    quit_ = true;
    resume();
    thread_.join();
}

// Signals stay with the board's own thread.
void Pacer::start() {
    if (thread_.joinable()) return;
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    thread_ = std::thread([this] { beat(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Pacer::resume() {
    resting_ = false;
    resting_.notify_one();  // no system call unless the thread really sleeps
}

void Pacer::beat() {
    u32 idle_beats = 0;
    while (!quit_) {
        if (resting_) {
            if (++idle_beats > kIdleBeats) resting_.wait(true);
        } else {
            idle_beats = 0;
            if (time_.published_due() <= time_.host_now()) interrupts_.request_service();
        }
        std::this_thread::sleep_for(kBeat);
    }
}

}  // namespace krait::sim
