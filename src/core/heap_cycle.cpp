// When the collector works: credit, slices, the states of a cycle, full collections.
//
// Allocation pays from credit_. While it lasts, allocating costs one subtraction; when it is used
// up, a step is due: in state Idle the next cycle starts, otherwise a slice of slice_units_ is done
// and step_bytes_ of credit are given. plan_slices() chooses both so that a cycle is complete
// before the room it has runs out.
//
// While the heap is locked or stressed, credit_ is held at -1 (the true one is in held_credit_), so
// that every allocation takes the slow path without another test in the fast one.
#include <algorithm>

#include "core/heap.hpp"

namespace krait {

namespace {

constexpr isize kAll = std::numeric_limits<isize>::max();
constexpr usize kMinStep = kIs64 ? 1024 : 256, kMaxStep = kIs64 ? 4096 : 1024;
// Long allocations pay more slices, in proportion to the time that zeroing them takes anyway.
constexpr usize kBytesPerExtraSlice = 64 * 1024;

}  // namespace

// Credit only ever falls between two calls of this: by what was allocated.
void Heap::set_credit(isize credit) {
    spent_ += static_cast<usize>(armed_ - credit_);
    credit_ = armed_ = credit;
}

void Heap::arm(isize credit) {
    if (is_gated()) held_credit_ = credit;
    set_credit(is_gated() ? -1 : credit);
}

void Heap::spend_credit(usize bytes) {
    isize credit = credit_;
    if (is_gated()) {
        credit += held_credit_ + 1;
        if (credit >= 0) return arm(credit);
    }
    if (!enabled_) return arm(static_cast<isize>(automatic_threshold()));
    const usize most = 2 + bytes / kBytesPerExtraSlice;
    const u32 start = now_us_ ? now_us_() : 0;
    for (usize done = 0; done < most && credit < 0; ++done) {
        slice();
        if (phase_ == Phase::Idle) break;
        credit += static_cast<isize>(step_bytes_);
    }
    if (now_us_) note_pause(now_us_() - start);
    arm(phase_ == Phase::Idle ? static_cast<isize>(automatic_threshold())
                              : std::max(credit, static_cast<isize>(step_bytes_ / 2)));
}

void Heap::slice() {
    ++slices_;
    switch (phase_) {
        case Phase::Idle: start_cycle(); break;
        case Phase::Mark: {
            const isize units = slice_budget();
            if (drain(units) && units_ > units / 2) final_scan();
            break;
        }
        case Phase::Sweep:
            if (pages_.sweep(static_cast<usize>(slice_budget()))) phase_ = Phase::Idle;
            break;
    }
}

// Until this many more bytes are allocated, no cycle starts: half more than what lives, so that the
// work of a cycle is spread over that, but no more than the room that is left allows.
usize Heap::automatic_threshold() const {
    if (threshold_ >= 0) return static_cast<usize>(threshold_);
    const usize total = pages_.pages() * Pages::kPage;
    const usize used = pages_.used_bytes();
    const usize room = growth_target_ > used ? growth_target_ - used : 0;
    return std::min(std::max(lived_ + lived_ / 2, total / 4), room / 4 * 3);
}

void Heap::plan_slices() {
    const usize used = pages_.used_bytes();
    const usize room = growth_target_ > used ? growth_target_ - used : 0;
    const usize allowance = std::max(room / 2, kMinStep);
    const usize work = std::max(cycle_units_, used / 64) + pages_.pages();
    const usize slices = work / static_cast<usize>(kSliceUnits) + 1;
    step_bytes_ = std::clamp(allowance / slices, kMinStep, kMaxStep);
    // Too little room for small slices: larger ones.
    const usize needed = work / (allowance / step_bytes_);
    slice_units_ = std::clamp(static_cast<isize>(needed), kSliceUnits, 8 * kSliceUnits);
    cycle_units_ = 0;
}

void Heap::start_cycle() {
    peak_ = std::max(peak_, pages_.used_bytes());
    plan_slices();
    phase_ = Phase::Mark;
    marking_ = true;
    live_ = 0;
    attempts_ = 0;
    suspect_count_ = 0;
    suspects_overflow_ = false;
    scan_roots(Scan::Roots);
}

// The scan that may end the marking. What it finds is traced at once if that is little, else in
// further slices, and the scan is repeated.
void Heap::final_scan() {
    ++attempts_;
    scan_roots(Scan::Final);
    const bool must_end = attempts_ >= kFinalAttempts || suspects_overflow_;
    if (drain(must_end ? kAll : 2 * slice_budget())) finish_marking();
}

void Heap::finish_marking() {
    peak_ = std::max(peak_, pages_.used_bytes());
    settle_deaths();
    marking_ = false;
    pages_.begin_sweep();
    phase_ = Phase::Sweep;
    ++collections_;
    lived_ = live_;
    growth_target_ = std::min(std::max(3 * lived_, pages_.pages() * Pages::kPage),
                              reserved_pages_ * Pages::kPage);
}

void Heap::forget_marks() {
    pages_.clear_marks();
    gray_count_ = 0;
    overflow_low_ = rescan_page_ = Pages::kNoPage;
    overflow_high_ = 0;
    marking_ = false;
    phase_ = Phase::Idle;
}

void Heap::collect(const void* stack) {
    if (locks_ > 0) return;
    stack_from_ = stack;
    // A cycle on its way would keep what has died since it began.
    if (phase_ == Phase::Mark) forget_marks();
    pages_.sweep(pages_.pages());
    start_cycle();
    drain(kAll);
    attempts_ = kFinalAttempts;
    final_scan();
    stack_from_ = nullptr;
    pages_.sweep(pages_.pages());
    phase_ = Phase::Idle;
    arm(static_cast<isize>(automatic_threshold()));
}

void Heap::enable(bool on) {
    enabled_ = on;
    if (on) arm(phase_ == Phase::Idle ? static_cast<isize>(automatic_threshold()) : 0);
}

void Heap::set_threshold(isize bytes) {
    threshold_ = bytes;
    if (phase_ == Phase::Idle) arm(static_cast<isize>(automatic_threshold()));
}

HeapStress& Heap::stress() {
    if (!is_gated()) {
        held_credit_ = credit_;
        set_credit(-1);
    }
    is_stressed_ = true;
    verify_ = &Heap::verify;
    return stress_;
}

void Heap::lock() {
    if (!is_gated()) {
        held_credit_ = credit_;
        set_credit(-1);
    }
    ++locks_;
}

void Heap::unlock() {
    --locks_;
    if (!is_gated()) set_credit(held_credit_);
}

void Heap::set_locks(u16 locks) {
    while (locks_ < locks) lock();
    while (locks_ > locks) unlock();
}

void Heap::note_pause(u32 us) {
    pause_last_us_ = us;
    pause_max_us_ = std::max(pause_max_us_, us);
    int bucket = 0;
    for (u32 bound = 8; us >= bound && bucket < HeapStats::kBuckets - 1; bound *= 2) ++bucket;
    ++pauses_[bucket];
}

}  // namespace krait
