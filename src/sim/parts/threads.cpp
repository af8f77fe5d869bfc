#include "sim/parts/threads.hpp"

#include <signal.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

namespace krait::sim {

using hal::Errno;
using hal::FlowId;
using hal::IoResult;

namespace {

constexpr usize kDefaultStack = 1 << 20, kLeastStack = 128 << 10;

// Signals stay with the thread that the program was started on.
class SignalsHeld {
  public:
    SignalsHeld() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_;
};

void stand_on(sem_t& semaphore) {
    while (::sem_wait(&semaphore) != 0) {  // a signal
    }
}

}  // namespace

SimThreads::SimThreads(Wiring& wiring) : wiring_(wiring) {
    flows_.push_back(std::make_unique<Flow>());
    ::sem_init(&flows_[0]->turn, 0, 0);
    flows_[0]->is_used = true;
}

SimThreads::~SimThreads() {
    for (usize i = 0; i < flows_.size(); ++i) {
        if (i != 0 && flows_[i]->is_used) ::pthread_join(flows_[i]->thread, nullptr);
        ::sem_destroy(&flows_[i]->turn);
    }
    if (!slices_.joinable()) return;
    quit_ = true;
    slice_us_ = 1;
    slice_us_.notify_one();
    slices_.join();
}

// A place whose flow has ended, or a new one.
FlowId SimThreads::free_place() {
    for (usize i = 1; i < flows_.size(); ++i) {
        Flow& flow = *flows_[i];
        if (flow.is_used && flow.has_ended) {
            ::pthread_join(flow.thread, nullptr);
            flow.is_used = false;
        }
        if (!flow.is_used) return static_cast<FlowId>(i);
    }
    flows_.push_back(std::make_unique<Flow>());
    ::sem_init(&flows_.back()->turn, 0, 0);
    return static_cast<FlowId>(flows_.size() - 1);
}

IoResult SimThreads::create(Entry entry, void* argument, usize stack_bytes) {
    const FlowId id = free_place();
    Flow& flow = *flows_[static_cast<usize>(id)];
    flow.owner = this;
    flow.entry = entry;
    flow.argument = argument;
    flow.has_ended = false;
    pthread_attr_t attributes;
    ::pthread_attr_init(&attributes);
    ::pthread_attr_setstacksize(&attributes, std::max(stack_bytes, least_stack()));
    SignalsHeld held;
    const int error = ::pthread_create(&flow.thread, &attributes, run, &flow);
    ::pthread_attr_destroy(&attributes);
    if (error != 0) return error == EAGAIN ? Errno::Again : Errno::InvalidArgument;
    flow.is_used = true;
    return id;
}

void* SimThreads::run(void* argument) {
    Flow& flow = *static_cast<Flow*>(argument);
    stand_on(flow.turn);
    SimThreads& owner = *flow.owner;
    const FlowId next = flow.entry(flow.argument);
    sem_t& turn = owner.flows_[static_cast<usize>(next)]->turn;
    flow.has_ended = true;
    ::sem_post(&turn);
    return nullptr;
}

void SimThreads::hand_over(FlowId from, FlowId to) {
    sem_t& own = flows_[static_cast<usize>(from)]->turn;
    ::sem_post(&flows_[static_cast<usize>(to)]->turn);
    stand_on(own);
}

usize SimThreads::default_stack() const { return kDefaultStack; }
usize SimThreads::least_stack() const { return kLeastStack; }

void SimThreads::start_slice(u32 us) {
    if (wiring_.time.mode() == TimeMode::Virtual) {
        wiring_.time.cancel(slice_end_);
        slice_end_ = wiring_.time.at(wiring_.time.now() + us * kNsPerUs,
                                     [this] { wiring_.interrupts.end_slice(); });
        return;
    }
    if (!slices_.joinable()) {
        SignalsHeld held;
        slices_ = std::thread([this] { keep_slices(); });
    }
    slice_us_ = us;
    slice_us_.notify_one();
}

void SimThreads::keep_slices() {
    for (;;) {
        slice_us_.wait(0);
        if (quit_) return;
        std::this_thread::sleep_for(std::chrono::microseconds(slice_us_.exchange(0)));
        wiring_.interrupts.end_slice();
    }
}

}  // namespace krait::sim
