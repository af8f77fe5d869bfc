// Marking: the mark stack, its overflow, the scan of roots and of the C stack, the barrier.
//
// A cell is white (not marked), gray (marked, on the mark stack) or black (marked and traced). When
// the mark stack is full, a newly marked cell's page is flagged instead; once the stack is empty,
// the marked cells of flagged pages are traced again, one by one, each followed by what it pushes.
// A page is flagged only when a cell turns from white to marked (or a long array finds no room), so
// this ends however small the stack is.
#include <algorithm>

#include "core/heap.hpp"

namespace krait {

void Heap::visit_cell(const Object* o) {
    const Cell cell = pages_.locate(o);
    if (pages_.is_marked(cell)) return;
    if (checked_) [[unlikely]]
        return check_child(o);
    pages_.mark(cell);
    live_ += pages_.cell_bytes(cell);
    push(o, 0);
}

void Heap::push(const void* at, usize count) {
    --units_;
    __builtin_prefetch(at);  // halves the time of marking: most objects are out of the cache
    if (gray_count_ < gray_room_) [[likely]] {
        gray_[gray_count_++] = {at, count};
        return;
    }
    const usize page = pages_.find(at).page;
    pages_.record(page).flags |= Pages::kOverflow;
    overflow_low_ = std::min(overflow_low_, page);
    overflow_high_ = std::max(overflow_high_, page);
}

void Heap::visit_values(const Value* first, usize count) {
    if (count > kSplit && scan_ == Scan::None && !checked_) return push(first, count);
    units_ -= static_cast<isize>(count / 8);
    for (usize i = 0; i < count; ++i)
        if (first[i].is_object()) visit(first[i].object());
}

void Heap::trace(Object* o) {
    --units_;
    visit(o->shape);
    Marker marker(*this);
    if (auto slot = find_slot<&Slots::trace>(o->type())) slot(o, marker);
}

bool Heap::drain(isize units) {
    units_ = units;
    bool is_done = false;
    while (units_ > 0 && !is_done) {
        if (gray_count_ == 0) {
            is_done = !rescan_next();
            continue;
        }
        const Gray gray = gray_[--gray_count_];
        if (gray.count == 0) {
            trace(static_cast<Object*>(const_cast<void*>(gray.at)));
            continue;
        }
        const Value* first = static_cast<const Value*>(gray.at);
        const usize part = std::min(gray.count, kSplit);
        if (gray.count > part) gray_[gray_count_++] = {first + part, gray.count - part};
        visit_values(first, part);
    }
    cycle_units_ += static_cast<usize>(units - units_);
    return is_done;
}

// Traces one more cell of the flagged pages. False: there is none. Requires: an empty mark stack.
bool Heap::rescan_next() {
    while (rescan_page_ == Pages::kNoPage) {
        if (overflow_low_ > overflow_high_) {
            overflow_low_ = Pages::kNoPage;
            overflow_high_ = 0;
            return false;
        }
        Pages::Page& page = pages_.record(overflow_low_);
        if (page.flags & Pages::kOverflow) {
            page.flags &= static_cast<u8>(~Pages::kOverflow);
            rescan_page_ = overflow_low_;
            rescan_slot_ = 0;
        }
        ++overflow_low_;
    }
    const Pages::Bits rest = rescan_slot_ < HeapGeometry::kGranules
                                 ? pages_.record(rescan_page_).mark >> rescan_slot_
                                 : Pages::Bits{0};
    if (!rest) {
        rescan_page_ = Pages::kNoPage;
        return true;
    }
    rescan_slot_ += static_cast<unsigned>(std::countr_zero(rest));
    const Cell cell{rescan_page_, rescan_slot_++};
    trace(static_cast<Object*>(pages_.address(cell)));
    return true;
}

void Heap::scan_roots(Scan scan) {
    scan_ = scan;
    if (scan == Scan::Final) {
        for (u32 i = 0, earlier = suspect_count_; i < earlier; ++i) push(suspects_[i], 0);
        if (stack_base_) scan_stack();  // first: what it finds white are the suspects
    }
    Marker marker(*this);
    owner_.trace_roots(marker);
    trace_own_roots();
    scan_ = Scan::None;
}

// The cell that the word points to or into, if there is one and it is white.
Object* Heap::find_white(Word word) const {
    const Cell cell = pages_.find(reinterpret_cast<const void*>(word));
    if (!cell || pages_.is_marked(cell)) return nullptr;
    return static_cast<Object*>(pages_.address(cell));
}

void Marker::maybe_values(const Value* first, usize count) {
    if (heap_.scan_ == Heap::Scan::Roots) return;
    for (usize i = 0; i < count; ++i)
        if (first[i].is_object()) heap_.visit(heap_.find_white(first[i].bits()));
}

void Marker::bytes_at(Word address) {
    Object* o = heap_.find_white(address);
    if (o && !find_slot<&Slots::trace>(o->type())) heap_.visit(o);
}

// Spills the registers that callees save into this frame, which scan_stack_words() then sees.
[[gnu::noinline]] void Heap::scan_stack() {
    __builtin_unwind_init();
    scan_stack_words();
    asm volatile("" ::: "memory");  // the call above must not replace this frame
}

[[gnu::noinline]] void Heap::scan_stack_words() {
    const Word here =
        reinterpret_cast<Word>(stack_from_ ? stack_from_ : __builtin_frame_address(0));
    scan_words(reinterpret_cast<const Word*>(here & ~(sizeof(Word) - 1)), stack_base_);
    for (const ParkedStack* s = parked_stacks_; s; s = s->next) scan_words(s->low, s->high);
}

__attribute__((noinline, no_sanitize("address"))) void Heap::scan_words(const Word* from,
                                                                        const Word* to) {
    for (const Word* word = from; word < to; ++word) {
        Object* o = find_white(*word);
        if (!o) continue;
        if (suspect_count_ < kSuspects)
            suspects_[suspect_count_++] = o;
        else
            suspects_overflow_ = true;
        visit_cell(o);
    }
}

void Heap::shade(Value v) {
    if (v.is_object()) visit(v.object());
}

// The array of `first` is gray again from there, if it has been marked at all.
void Heap::shade_run(const Value* first, usize count) {
    const Cell cell = pages_.find(first);
    if (cell && pages_.is_marked(cell)) visit_values(first, count);
}

// Values that would move out of a part which is still to be scanned are told.
void Heap::before_move(Value* to, const Value* from, usize count) {
    const isize distance = to - from;
    for (u32 i = 0, entries = gray_count_; i < entries; ++i) {
        const Gray gray = gray_[i];
        const Value* first = std::max(from, static_cast<const Value*>(gray.at));
        const Value* last = std::min(from + count, static_cast<const Value*>(gray.at) + gray.count);
        if (gray.count == 0 || first >= last) continue;
        if (distance < 0)
            last = std::min(last, static_cast<const Value*>(gray.at) - distance);
        else
            first = std::max(first, static_cast<const Value*>(gray.at) + gray.count - distance);
        if (first >= last) continue;
        const usize moving = static_cast<usize>(last - first);
        if (moving > kSplit)
            push(first + distance, moving);  // where they will be
        else
            visit_values(first, moving);
    }
}

}  // namespace krait
