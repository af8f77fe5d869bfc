// The heap's memory: the layout of the region, growth, allocation, release, resizing.
//
// The region is laid out as: mark stack, suspects, page records, free words, pages. Records and
// free words have room for all pages that the reservation can hold, so that a page's record is
// found by one index however far the heap grows; what is not usable at start is committed together
// with the pages it belongs to. Growth goes in steps of at most kGrowthStep, since a new page's
// record must be written. growth_target_ is how far the heap grows before it collects: three times
// what lived after the last cycle, which keeps the collector's share of the time bounded.
#include "core/heap.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace krait {

namespace {

constexpr usize kCommitUnit = 64 * 1024;
constexpr usize kGrowthStep = 4 * 1024 * 1024;
constexpr usize kMinGrayCapacity = 16, kMaxGrayCapacity = 4096;

usize round_up(usize n, usize unit) { return (n + unit - 1) / unit * unit; }

unsigned class_for(usize bytes) {
    return HeapGeometry::kTables
        .class_of[(bytes + HeapGeometry::kGranule - 1) >> HeapGeometry::kGranuleShift];
}

usize pages_for(usize bytes) {
    return (bytes >> HeapGeometry::kPageShift) + ((bytes & (HeapGeometry::kPage - 1)) != 0);
}

}  // namespace

Heap::Heap(void* region, usize size, usize reserved, HeapOwner& owner, u32 (*now_us)())
    : owner_(owner), now_us_(now_us), region_(static_cast<u8*>(region)), usable_(size) {
    const bool grows = reserved > size;
    reserved = std::max(reserved, size);
    gray_capacity_ = static_cast<u32>(
        grows ? kMaxGrayCapacity
              : std::clamp(size / 128 / sizeof(Gray), kMinGrayCapacity, kMaxGrayCapacity));
    gray_room_ = gray_capacity_;
    gray_ = reinterpret_cast<Gray*>(region_);
    suspects_ = reinterpret_cast<Object**>(gray_ + gray_capacity_);
    const usize control =
        round_up(gray_capacity_ * sizeof(Gray) + kSuspects * sizeof(Object*), sizeof(u64));
    if (reserved < control) __builtin_trap();

    const usize room = reserved - control - 2 * sizeof(u64) - Pages::kGranule;
    reserved_pages_ =
        std::min(room * 8 / ((Pages::kPage + sizeof(Pages::Page)) * 8 + 1), Pages::kMaxPages);
    records_ = reinterpret_cast<Pages::Page*>(region_ + control);
    free_words_ = reinterpret_cast<Pages::Bits*>(records_ + reserved_pages_);
    first_page_ =
        region_ + round_up(control + Pages::record_bytes(reserved_pages_), Pages::kGranule);
    pages_.init(first_page_, records_, free_words_);
    const usize first_pages =
        grows ? std::min(size / Pages::kPage, reserved_pages_) : reserved_pages_;
    if (!commit_range(region_, region_ + control) || !extend(first_pages)) __builtin_trap();
    growth_target_ = pages_.pages() * Pages::kPage;
    arm(static_cast<isize>(automatic_threshold()));
}

Heap::~Heap() {
    const auto finalize = [](Object* o) {
        if (auto slot = find_slot<&Slots::finalize>(o->type())) slot(o);
    };
    for (usize i = 0; i < registered_count_; ++i) finalize(registered_object(i));
    for (usize i = 0; i < pending_count_; ++i) finalize(finalizers()[finalizer_capacity_ - 1 - i]);
}

bool Heap::commit_range(const void* from, const void* to) {
    const usize first =
        std::max(static_cast<usize>(static_cast<const u8*>(from) - region_), usable_);
    const usize last = static_cast<usize>(static_cast<const u8*>(to) - region_);
    if (last <= first) return true;
    const usize start = first / kCommitUnit * kCommitUnit;
    const usize end = static_cast<usize>(first_page_ - region_) + reserved_pages_ * Pages::kPage;
    return owner_.commit(region_ + start, std::min(round_up(last, kCommitUnit), end) - start);
}

bool Heap::extend(usize pages) {
    const usize now = pages_.pages();
    pages = std::min(pages, reserved_pages_ - now);
    if (pages == 0) return false;
    const u8* data = first_page_ + now * Pages::kPage;
    const Pages::Bits* words = free_words_ + Pages::words_for(now);
    if (!commit_range(records_ + now, records_ + now + pages) ||
        !commit_range(words, free_words_ + Pages::words_for(now + pages)) ||
        !commit_range(data, data + pages * Pages::kPage))
        return false;
    pages_.extend(pages);
    return true;
}

// Extends by a step, or by what `bytes` need if that is more.
bool Heap::grow_for(usize bytes) {
    const usize total = pages_.pages() * Pages::kPage;
    const usize step = std::clamp(total / 4, kCommitUnit, kGrowthStep);
    return extend(std::max(pages_for(bytes), step / Pages::kPage));
}

Object* Heap::allocate(const Shape* shape, usize bytes) {
    if (Object* o = allocate_quickly(shape, bytes)) [[likely]]
        return o;
    const bool is_small = bytes <= Pages::kMaxSmall;
    credit_ -=
        static_cast<isize>(is_small ? HeapGeometry::size_of(class_for(bytes)) * Pages::kGranule
                                    : std::min(bytes, reserved_pages_ * Pages::kPage));
    return allocate_slowly(shape, bytes);
}

Object* Heap::place(const Shape* shape, usize bytes) {
    void* cell;
    usize size;
    if (bytes <= Pages::kMaxSmall) {
        const unsigned cls = class_for(bytes);
        size = HeapGeometry::size_of(cls) * Pages::kGranule;
        cell = pages_.take(cls);
        if (!cell && pages_.refill(cls)) cell = pages_.take(cls);
    } else {
        size = pages_for(bytes) * Pages::kPage;
        cell = pages_.take_run(pages_for(bytes));
    }
    if (!cell) return nullptr;
    clear_cell(cell, size);
    return ::new (cell) Object(shape);
}

bool Heap::is_failure_due() {
    if (stress_.fail_after < 0) return false;
    if (stress_.fail_after > 0) {
        --stress_.fail_after;
        return false;
    }
    if (!stress_.fail_forever) stress_.fail_after = -1;
    return true;
}

Object* Heap::allocate_slowly(const Shape* shape, usize bytes) {
    if (locks_ > 0) {
        credit_ = -1;
        return nullptr;
    }
    if (is_stressed_) {
        if (is_failure_due()) return nullptr;
        if (stress_.collect_always)
            collect();
        else if (stress_.slice_always)
            slice();
    }
    if (credit_ < 0) spend_credit(bytes);
    Object* o = place(shape, bytes);
    if (!o) o = allocate_hard(shape, bytes);
    if (stress_.verify) (this->*verify_)();
    return o;
}

// When there is no room: grow if the heap may; else collect, and grow if even then it must.
Object* Heap::allocate_hard(const Shape* shape, usize bytes) {
    if (pages_for(bytes) > reserved_pages_) return nullptr;
    const usize total = pages_.pages() * Pages::kPage;
    // While a cycle is on its way there is some leeway, so that the pause stays short.
    const usize target = std::max(growth_target_, enabled_ ? 6 * lived_ : usize{0});
    if (total < target && pages_.pages() < reserved_pages_) {
        if (enabled_ && total >= growth_target_ && phase_ == Phase::Idle) arm(0);
        if (grow_for(bytes))
            if (Object* o = place(shape, bytes)) return o;
    }
    if (pages_for(bytes) <= pages_.pages()) {
        const u32 start = now_us_ ? now_us_() : 0;
        collect();
        if (now_us_) note_pause(now_us_() - start);
        if (Object* o = place(shape, bytes)) return o;
    }
    if (!grow_for(bytes)) return nullptr;
    return place(shape, bytes);
}

void Heap::release(Object* o) {
    const Cell cell = pages_.locate(o);
    if (!marking_ || !pages_.is_marked(cell)) return pages_.release(cell);
    // The mark stack may refer to it, so its memory stays until the next cycle. By then a stale
    // word on the C stack may find it, and what it refers to may have been released after it.
    if (find_slot<&Slots::trace>(o->type()))
        std::memset(static_cast<void*>(o + 1), 0, cell_size(o) - sizeof(Object));
}

usize Heap::cell_size(const Object* o) const { return pages_.cell_bytes(pages_.locate(o)); }

bool Heap::resize(Object* o, usize bytes) {
    const Cell cell = pages_.locate(o);
    const usize size = pages_.cell_bytes(cell);
    u8* start = reinterpret_cast<u8*>(o);
    if (bytes <= size) {
        std::memset(start + bytes, 0, size - bytes);
        const bool is_in_use = marking_ && pages_.is_marked(cell);
        if (size > Pages::kMaxSmall && pages_for(bytes) * Pages::kPage < size && !is_in_use)
            pages_.resize_run(cell, std::max(pages_for(bytes), usize{1}));
        return true;
    }
    if (size <= Pages::kMaxSmall || is_stressed_) return false;  // stress: move at each growth
    const usize pages = pages_for(bytes);
    if (pages > pages_.pages() || !pages_.resize_run(cell, pages)) return false;
    std::memset(start + size, 0, pages * Pages::kPage - size);
    credit_ -= static_cast<isize>(pages * Pages::kPage - size);
    return true;
}

Object* Heap::reuse(Object* o, const Shape* shape) {
    std::memset(static_cast<void*>(o), 0, cell_size(o));
    Object* fresh = ::new (o) Object(shape);
    // If it is black already, what is stored into it has to be found.
    if (marking_ && pages_.is_marked(pages_.locate(o))) push(fresh, 0);
    return fresh;
}

void Heap::for_each(void (*visit)(Object*, void*), void* context) {
    for (usize page = 0; page < pages_.pages(); ++page) {
        const Pages::Page& record = pages_.record(page);
        if (record.kind == Pages::kFree || record.kind == Pages::kRest) continue;
        for (Pages::Bits bits = record.alloc; bits; bits &= bits - 1) {
            const Cell cell{page, static_cast<unsigned>(std::countr_zero(bits))};
            if (pages_.is_live(cell)) visit(static_cast<Object*>(pages_.address(cell)), context);
        }
    }
}

HeapStats Heap::stats() const {
    HeapStats stats{};
    stats.total = pages_.pages() * Pages::kPage;
    stats.used = pages_.used_bytes();
    stats.free = stats.total - stats.used;
    stats.largest_free = pages_.largest_free();
    stats.live = lived_;
    stats.peak = std::max(peak_, stats.used);
    stats.allocated = spent_ + static_cast<usize>(armed_ - credit_);
    stats.collections = collections_;
    stats.slices = slices_;
    stats.pause_max_us = pause_max_us_;
    stats.pause_last_us = pause_last_us_;
    std::ranges::copy(pauses_, stats.pauses);
    return stats;
}

}  // namespace krait
