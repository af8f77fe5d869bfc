// PageSpace: the heap's memory as pages of equal cells, without any idea of what is in the cells.
//
// The memory is cut into pages of 32 or 64 granules. A page holds cells of one size class; larger
// cells take a run of whole pages. Beside the pages, never in them, each page has a record: bitmaps
// of allocated and of marked cells (one bit at a cell's first granule), a link and a kind. So
// sweeping a page is `alloc = mark`, finding a free cell is a count of zeros, and neither touches
// the page. Single pages are taken from the low end of the memory and runs from the high end, so
// that both kinds find room longer.
//
// Starting a sweep is constant work: it turns the epoch, and a page whose epoch is the old one
// still awaits its sweep. Until then the truth about its cells is in `mark`, afterwards in `alloc`.
// The pages are swept in order by sweep(), and ahead of need by refill(). A dead run is freed page
// by page, its next page becoming the head of what is left, so that no step depends on its length.
//
// Invariants: a free page has its bit in free_words_ and no cells; the lists partial_ hold exactly
// the swept pages that are flagged kListed, which have room; the current page of a class is flagged
// kCurrent and its `free` bits are those not yet handed out; a page of neither kind is full.
// Tried and rejected: first fit (unbounded searches), free lists inside the cells (sweeping touches
// the pages), 12 classes on pages of 32 granules (two of them give no more cells than the next).
#pragma once

#include <bit>
#include <type_traits>

#include "base/types.hpp"

namespace krait {

// Granules of a cell of each class: the sizes that put more cells into a page than the next one.
inline constexpr u8 kCellSizes64[12] = {1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 21, 32};
inline constexpr u8 kCellSizes32[9] = {1, 2, 3, 4, 5, 6, 8, 10, 16};

// The shape of the pages: a granule of 8 or 16 bytes, 32 or 64 of them in a page.
template <usize GranuleBytes, unsigned Granules>
struct PageGeometry {
    static_assert(std::has_single_bit(GranuleBytes) && (Granules == 32 || Granules == 64));
    static constexpr usize kGranule = GranuleBytes, kPage = GranuleBytes * Granules;
    static constexpr unsigned kGranules = Granules;
    static constexpr int kGranuleShift = std::countr_zero(kGranule);
    static constexpr int kPageShift = std::countr_zero(kPage);
    using Bits = std::conditional_t<Granules == 32, u32, u64>;
    using Link = std::conditional_t<Granules == 32, u16, u32>;

    static constexpr unsigned kClasses = Granules == 32 ? sizeof kCellSizes32 : sizeof kCellSizes64;
    static constexpr unsigned size_of(unsigned cls) {
        return Granules == 32 ? kCellSizes32[cls] : kCellSizes64[cls];
    }
    static constexpr usize kMaxSmall = size_of(kClasses - 1) * kGranule;

    struct Tables {
        u8 class_of[kMaxSmall / kGranule + 1]{};  // by granules
        Bits full[kClasses]{};                    // first granules of all cells
        constexpr Tables() {
            for (unsigned cls = kClasses; cls-- > 0;)
                for (unsigned n = 0; n <= size_of(cls); ++n) class_of[n] = static_cast<u8>(cls);
            for (unsigned cls = 0; cls < kClasses; ++cls)
                for (unsigned at = 0; at + size_of(cls) <= Granules; at += size_of(cls))
                    full[cls] |= Bits{1} << at;
        }
    };
    static constexpr Tables kTables{};
};

template <class Geometry>
class PageSpace {
  public:
    using Bits = typename Geometry::Bits;
    using Link = typename Geometry::Link;
    static constexpr usize kGranule = Geometry::kGranule, kPage = Geometry::kPage;
    static constexpr usize kMaxSmall = Geometry::kMaxSmall;
    static constexpr unsigned kClasses = Geometry::kClasses, kWordBits = 8 * sizeof(Bits);
    static constexpr usize kNoPage = ~usize{0};
    static constexpr usize kMaxPages = static_cast<Link>(~Link{0});

    // Kinds of pages besides the classes.
    static constexpr u8 kFree = 0xfd, kRun = 0xfe, kRest = 0xff;
    // Flags of pages.
    static constexpr u8 kEpoch = 1, kListed = 2, kCurrent = 4, kOverflow = 8;

    struct Page {
        Bits alloc, mark;
        Link link;  // listed: the next page + 1; run: its pages; rest of a run: pages to its head
        u8 kind, flags;
    };
    // Where a cell is. No page: it is none.
    struct Cell {
        usize page = kNoPage;
        unsigned slot = 0;  // its first granule
        explicit operator bool() const { return page != kNoPage; }
    };

    static constexpr usize words_for(usize pages) { return (pages + kWordBits - 1) / kWordBits; }
    // Bytes of records that `pages` pages need, free words included.
    static constexpr usize record_bytes(usize pages) {
        return pages * sizeof(Page) + words_for(pages) * sizeof(Bits);
    }

    // Memory for the pages and their records. Nothing is usable before extend().
    void init(u8* base, Page* records, Bits* free_words) {
        base_ = base;
        records_ = records;
        free_words_ = free_words;
    }
    // `pages` more pages, whose records and free words can be written now.
    void extend(usize pages);

    // A cell of the class from its current page; null if that is used up (then refill).
    void* take(unsigned cls) {
        Current& current = current_[cls];
        if (!current.free) [[unlikely]]
            return nullptr;
        const int slot = std::countr_zero(current.free);
        current.free &= current.free - 1;
        current.page->alloc |= Bits{1} << slot;
        return current.base + (static_cast<usize>(slot) << Geometry::kGranuleShift);
    }
    // Gives the class a current page with room; sweeps ahead for it. False: there is none.
    bool refill(unsigned cls);
    // A cell of whole pages; null if there is no such run. Not zeroed.
    void* take_run(usize pages);

    Cell locate(const void* p) const {  // Requires: p is the start of a cell.
        const usize offset = static_cast<usize>(static_cast<const u8*>(p) - base_);
        return {offset >> Geometry::kPageShift,
                static_cast<unsigned>((offset & (kPage - 1)) >> Geometry::kGranuleShift)};
    }
    // The live cell that p points to or into.
    Cell find(const void* p) const;
    void* address(Cell cell) const {
        return base_ + (cell.page << Geometry::kPageShift) +
               (static_cast<usize>(cell.slot) << Geometry::kGranuleShift);
    }
    usize cell_bytes(Cell cell) const { return bytes_of(records_[cell.page]); }
    bool is_inside(const void* p) const {
        return reinterpret_cast<std::uintptr_t>(p) - reinterpret_cast<std::uintptr_t>(base_) <
               bytes_;
    }
    bool is_live(Cell cell) const {
        const Page& page = records_[cell.page];
        return (is_swept(page) ? page.alloc : page.mark) >> cell.slot & 1;
    }
    bool is_marked(Cell cell) const { return records_[cell.page].mark >> cell.slot & 1; }
    // True if it was not marked before.
    bool mark(Cell cell) {
        Page& page = records_[cell.page];
        const Bits bit = Bits{1} << cell.slot;
        if (page.mark & bit) return false;
        page.mark |= bit;
        return true;
    }
    void clear_marks();

    void release(Cell cell);
    // Changes the number of pages of a run where it stands; false if the pages behind are taken.
    bool resize_run(Cell cell, usize pages);

    // Requires: the last sweep is complete. What is not marked now is dead.
    void begin_sweep();
    // Looks at up to `pages` pages; true when all are swept.
    bool sweep(usize pages);
    bool is_sweeping() const { return sweep_at_ < pages_; }

    Page& record(usize page) { return records_[page]; }
    const Page& record(usize page) const { return records_[page]; }
    usize pages() const { return pages_; }
    usize used_bytes() const;  // in cells, dead ones that are not swept yet included
    usize largest_free() const;
    // The first inconsistency found, or null.
    const char* check() const;

  private:
    struct Current {
        Bits free = 0;
        Page* page = nullptr;
        u8* base = nullptr;
    };
    struct List {
        Link head = 0, tail = 0;  // page + 1
    };

    bool is_swept(const Page& page) const { return (page.flags & kEpoch) == epoch_; }
    static usize class_bytes(unsigned cls) { return Geometry::size_of(cls) * kGranule; }
    static usize bytes_of(const Page& page) {
        return page.kind < kClasses ? class_bytes(page.kind) : usize{page.link} * kPage;
    }
    bool is_free(usize page) const {
        return free_words_[page / kWordBits] >> (page % kWordBits) & 1;
    }
    void free_page(usize page);
    void claim_page(usize page, u8 kind, usize link);
    void append(usize page);
    bool pop_partial(unsigned cls);
    void make_current(unsigned cls, usize page);
    bool take_free_page(unsigned cls);
    usize find_free_run(usize pages) const;
    void sweep_page(usize page);

    u8* base_ = nullptr;
    usize bytes_ = 0;
    Page* records_ = nullptr;
    Bits* free_words_ = nullptr;
    usize pages_ = 0, free_count_ = 0;
    usize low_word_ = 0;        // no free page lies in the words before
    usize sweep_at_ = 0;        // the next page to be swept
    usize used_ = 0;            // the unused cells of current pages count as used here
    bool in_dead_run_ = false;  // the sweep stands within a run that is dead
    u8 epoch_ = 0;
    List partial_[kClasses];
    Current current_[kClasses];
};

}  // namespace krait
