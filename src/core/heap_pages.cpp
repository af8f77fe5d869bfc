// The slower parts of PageSpace: everything but the paths of allocating and marking.
#include "core/heap_pages.hpp"

#include <algorithm>

#include "core/heap.hpp"

namespace krait {

template <class G>
void PageSpace<G>::extend(usize pages) {
    const usize first = pages_;
    for (usize word = words_for(first); word < words_for(first + pages); ++word)
        free_words_[word] = 0;
    const bool was_sweeping = is_sweeping();
    pages_ += pages;
    bytes_ = pages_ << G::kPageShift;
    for (usize page = first; page < pages_; ++page) free_page(page);
    if (!was_sweeping) sweep_at_ = pages_;
}

template <class G>
void PageSpace<G>::free_page(usize page) {
    records_[page] = Page{0, 0, 0, kFree, epoch_};
    free_words_[page / kWordBits] |= Bits{1} << (page % kWordBits);
    low_word_ = std::min(low_word_, page / kWordBits);
    ++free_count_;
}

template <class G>
void PageSpace<G>::claim_page(usize page, u8 kind, usize link) {
    records_[page] = Page{0, 0, static_cast<Link>(link), kind, epoch_};
    free_words_[page / kWordBits] &= ~(Bits{1} << (page % kWordBits));
    --free_count_;
}

// Pages join at the tail, so that a sweep leaves them in order of address and low ones fill first.
template <class G>
void PageSpace<G>::append(usize page) {
    List& list = partial_[records_[page].kind];
    records_[page].flags |= kListed;
    records_[page].link = 0;
    const Link number = static_cast<Link>(page + 1);
    (list.tail ? records_[list.tail - 1].link : list.head) = number;
    list.tail = number;
}

template <class G>
void PageSpace<G>::make_current(unsigned cls, usize page) {
    Page& record = records_[page];
    record.flags = static_cast<u8>((record.flags & ~kListed) | kCurrent);
    const Bits free = G::kTables.full[cls] & ~record.alloc;
    used_ += static_cast<usize>(std::popcount(free)) * class_bytes(cls);
    current_[cls] = {free, &record, base_ + (page << G::kPageShift)};
}

template <class G>
bool PageSpace<G>::pop_partial(unsigned cls) {
    List& list = partial_[cls];
    if (!list.head) return false;
    const usize page = list.head - usize{1};
    list.head = records_[page].link;
    if (!list.head) list.tail = 0;
    make_current(cls, page);
    return true;
}

template <class G>
bool PageSpace<G>::take_free_page(unsigned cls) {
    if (!free_count_) return false;
    while (!free_words_[low_word_]) ++low_word_;
    const usize page =
        low_word_ * kWordBits + static_cast<usize>(std::countr_zero(free_words_[low_word_]));
    claim_page(page, static_cast<u8>(cls), 0);
    make_current(cls, page);
    return true;
}

template <class G>
bool PageSpace<G>::refill(unsigned cls) {
    constexpr int kSweepAhead = 32;
    if (current_[cls].page) {
        current_[cls].page->flags &= static_cast<u8>(~kCurrent);
        current_[cls].page = nullptr;
    }
    if (pop_partial(cls)) return true;
    for (int i = 0; i < kSweepAhead && is_sweeping(); ++i) {
        sweep(1);
        if (pop_partial(cls)) return true;
    }
    while (!take_free_page(cls)) {
        if (!is_sweeping()) return false;
        sweep(1);
        if (pop_partial(cls)) return true;
    }
    return true;
}

// The highest run of free pages. Whole words are skipped or counted at once.
template <class G>
usize PageSpace<G>::find_free_run(usize pages) const {
    usize run = 0;
    for (usize word = words_for(pages_); word-- > low_word_;) {
        const Bits bits = free_words_[word];
        if (bits == 0) {
            run = 0;
            continue;
        }
        for (unsigned bit = kWordBits; bit-- > 0;) {
            run = bits >> bit & 1 ? run + 1 : 0;
            if (run == pages) return word * kWordBits + bit;
        }
    }
    return kNoPage;
}

template <class G>
void* PageSpace<G>::take_run(usize pages) {
    usize first = pages <= free_count_ ? find_free_run(pages) : kNoPage;
    if (first == kNoPage && is_sweeping()) {
        sweep(pages_);
        first = pages <= free_count_ ? find_free_run(pages) : kNoPage;
    }
    if (first == kNoPage) return nullptr;
    claim_page(first, kRun, pages);
    records_[first].alloc = 1;
    for (usize i = 1; i < pages; ++i) claim_page(first + i, kRest, i);
    used_ += pages * kPage;
    return base_ + (first << G::kPageShift);
}

template <class G>
typename PageSpace<G>::Cell PageSpace<G>::find(const void* p) const {
    if (!is_inside(p)) return {};
    const usize offset = static_cast<usize>(static_cast<const u8*>(p) - base_);
    Cell cell{offset >> G::kPageShift, 0};
    const Page& page = records_[cell.page];
    if (page.kind == kFree) return {};
    if (page.kind == kRest) {
        cell.page -= page.link;
        const Page& head = records_[cell.page];
        if (head.kind != kRun || head.link <= page.link) return {};  // its head is swept away
    } else if (page.kind != kRun) {
        const unsigned granule = static_cast<unsigned>((offset & (kPage - 1)) >> G::kGranuleShift);
        cell.slot = granule - granule % G::size_of(page.kind);
    }
    return is_live(cell) ? cell : Cell{};
}

template <class G>
void PageSpace<G>::clear_marks() {
    for (usize page = 0; page < pages_; ++page) {
        records_[page].mark = 0;
        records_[page].flags &= static_cast<u8>(~kOverflow);
    }
}

template <class G>
void PageSpace<G>::release(Cell cell) {
    Page& page = records_[cell.page];
    used_ -= bytes_of(page);
    if (page.kind == kRun) {
        for (usize i = page.link; i-- > 0;) free_page(cell.page + i);
        return;
    }
    const Bits bit = Bits{1} << cell.slot;
    page.alloc &= ~bit;
    page.mark &= ~bit;
    if (!is_swept(page)) return;  // its sweep will see to it
    if (page.flags & kCurrent) {
        current_[page.kind].free |= bit;
        used_ += bytes_of(page);
    } else if (!(page.flags & kListed)) {
        append(cell.page);
    }
}

template <class G>
bool PageSpace<G>::resize_run(Cell cell, usize pages) {
    const usize now = records_[cell.page].link;
    for (usize i = now; i < pages; ++i)
        if (cell.page + i >= pages_ || !is_free(cell.page + i)) return false;
    for (usize i = now; i < pages; ++i) claim_page(cell.page + i, kRest, i);
    for (usize i = pages; i < now; ++i) free_page(cell.page + i);
    records_[cell.page].link = static_cast<Link>(pages);
    used_ = used_ - now * kPage + pages * kPage;
    return true;
}

template <class G>
void PageSpace<G>::begin_sweep() {
    for (unsigned cls = 0; cls < kClasses; ++cls) {
        used_ -= static_cast<usize>(std::popcount(current_[cls].free)) * class_bytes(cls);
        current_[cls] = {};
        partial_[cls] = {};
    }
    epoch_ ^= kEpoch;
    sweep_at_ = 0;
    in_dead_run_ = false;
}

template <class G>
bool PageSpace<G>::sweep(usize pages) {
    for (; pages > 0 && sweep_at_ < pages_; --pages) {
        if (sweep_at_ % kWordBits == 0 && free_words_[sweep_at_ / kWordBits] == ~Bits{0}) {
            sweep_at_ += kWordBits;
            continue;
        }
        sweep_page(sweep_at_++);
    }
    return !is_sweeping();
}

template <class G>
void PageSpace<G>::sweep_page(usize index) {
    Page& page = records_[index];
    if (page.kind == kRest) {
        if (in_dead_run_ && !is_swept(page)) {
            used_ -= kPage;
            free_page(index);
        } else {
            page.flags = epoch_;
        }
        return;
    }
    in_dead_run_ = false;
    if (page.kind == kFree || is_swept(page)) {
        page.flags = static_cast<u8>((page.flags & ~kEpoch) | epoch_);
        return;
    }
    const bool is_run = page.kind == kRun;
    const Bits dead = page.alloc & ~page.mark;
    used_ -= static_cast<usize>(std::popcount(dead)) * (is_run ? kPage : class_bytes(page.kind));
    page.alloc = page.mark;
    page.mark = 0;
    page.flags = epoch_;
    if (!page.alloc) {
        in_dead_run_ = is_run;
        free_page(index);
    } else if (!is_run && page.alloc != G::kTables.full[page.kind]) {
        append(index);
    }
}

template <class G>
usize PageSpace<G>::used_bytes() const {
    usize used = used_;
    for (unsigned cls = 0; cls < kClasses; ++cls)
        used -= static_cast<usize>(std::popcount(current_[cls].free)) * class_bytes(cls);
    return used;
}

template <class G>
usize PageSpace<G>::largest_free() const {
    usize best = 0, run = 0;
    for (usize page = 0; page < pages_; ++page) {
        run = is_free(page) ? run + 1 : 0;
        best = std::max(best, run);
    }
    if (best) return best * kPage;
    for (unsigned cls = kClasses; cls-- > 0;)
        if (partial_[cls].head || current_[cls].free) return class_bytes(cls);
    return 0;
}

template <class G>
const char* PageSpace<G>::check() const {
    usize used = 0, free_count = 0, run_rest = 0, head = 0;
    for (usize i = 0; i < pages_; ++i) {
        const Page& page = records_[i];
        const bool is_rest = page.kind == kRest;
        const bool awaits = !is_swept(page) && is_sweeping();
        if (is_free(i) != (page.kind == kFree)) return "free word against kind";
        if (page.kind == kFree && i / kWordBits < low_word_) return "free page below the low word";
        if (page.kind != kFree && !is_sweeping() && !is_swept(page)) return "page missed by sweep";
        if (is_rest && run_rest == 0 && !in_dead_run_) return "rest of no run";
        if (is_rest && run_rest && page.link != i - head) return "rest with a wrong distance";
        if (!is_rest && run_rest) return "run cut short";
        free_count += page.kind == kFree;
        run_rest -= run_rest > 0;
        if (page.kind == kRun) {
            if (page.alloc != 1 || page.mark > 1 || page.link == 0) return "bad run";
            head = i;
            run_rest = page.link - usize{1};
        }
        if (page.kind < kClasses) {
            const Bits full = G::kTables.full[page.kind];
            if ((page.alloc | page.mark) & ~full) return "bits between cells";
            if (page.mark & ~page.alloc) return "marked cell that is not allocated";
            const bool has_room = page.alloc != full;
            if (!awaits && has_room && !(page.flags & (kListed | kCurrent))) return "lost room";
            used += static_cast<usize>(std::popcount(page.alloc)) * class_bytes(page.kind);
        } else if (page.kind != kFree) {
            used += kPage;
        }
    }
    if (free_count != free_count_) return "count of free pages";
    if (used != used_bytes()) return "count of used bytes";
    return nullptr;
}

template class PageSpace<PageGeometry<8, 32>>;
template class PageSpace<PageGeometry<8, 64>>;
template class PageSpace<PageGeometry<16, 64>>;

}  // namespace krait
