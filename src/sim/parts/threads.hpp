// The board's flows of control: threads of the host, of which one runs at a time.
//
// Each flow stands on a semaphore of its own until it is handed to, so the rest of the board may
// go on as if there were one thread only: what a flow did is seen by the next.
//
// Slices. Under virtual time the timeline ends them, so that switches fall on the same bytecode in
// each run. Under real time a helper thread sleeps for the slice and posts then; it is made when
// the first slice is asked for.
#pragma once

#include <pthread.h>
#include <semaphore.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "hal/threads.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class SimThreads final : public hal::Threads {
  public:
    explicit SimThreads(Wiring& wiring);
    // Requires: all flows but the board's own have ended.
    ~SimThreads();
    SimThreads(const SimThreads&) = delete;
    SimThreads& operator=(const SimThreads&) = delete;

    hal::IoResult create(Entry entry, void* argument, usize stack_bytes) override;
    void hand_over(hal::FlowId from, hal::FlowId to) override;
    void start_slice(u32 us) override;
    usize default_stack() const override;
    usize least_stack() const override;

  private:
    struct Flow {
        SimThreads* owner = nullptr;
        Entry entry = nullptr;
        void* argument = nullptr;
        pthread_t thread = {};
        sem_t turn = {};
        bool is_used = false;  // the thread must be joined before the place is used again
        std::atomic<bool> has_ended = false;
    };
    static void* run(void* flow);
    hal::FlowId free_place();
    void keep_slices();

    Wiring& wiring_;
    std::vector<std::unique_ptr<Flow>> flows_;  // by id
    Timeline::Ticket slice_end_;                // virtual time
    // Real time: how long the slice that was asked for is; 0: none.
    std::atomic<u32> slice_us_ = 0;
    std::atomic<bool> quit_ = false;
    std::thread slices_;
};

}  // namespace krait::sim
