// The heap's check of itself, for the stress tests: page records, headers, references, colours.
//
// Every reference found by the trace slots must lead to the start of a live cell (or out of the
// heap), and while marking no black object may refer to a white one. Each object is traced with
// checked_ set, which makes visit_cell() call check_child() for every child that is not marked.
#include <algorithm>

#include "core/heap.hpp"

namespace krait {

namespace {

[[noreturn]] void broken(const char* why) {
    [[maybe_unused]] const char* volatile reason = why;  // for the debugger
    __builtin_trap();
}

}  // namespace

void Heap::verify() const {
    if (const char* why = pages_.check()) broken(why);
    for (u32 i = 0; i < gray_count_; ++i) {
        const Cell cell = pages_.find(gray_[i].at);
        if (!cell || !pages_.is_marked(cell)) broken("gray entry that is not marked");
    }
    for (usize page = 0; page < pages_.pages(); ++page) {
        const Pages::Page& record = pages_.record(page);
        if (record.kind == Pages::kFree || record.kind == Pages::kRest) continue;
        for (Pages::Bits bits = record.alloc; bits; bits &= bits - 1) {
            const Cell cell{page, static_cast<unsigned>(std::countr_zero(bits))};
            if (pages_.is_live(cell)) check_object(cell);
        }
    }
    checked_ = nullptr;
}

void Heap::check_object(Cell cell) const {
    Object* o = static_cast<Object*>(pages_.address(cell));
    const Shape* shape = o->shape;
    if (!shape) broken("cell without a shape");
    if (pages_.is_inside(shape) && !pages_.find(shape)) broken("shape that is freed");
    if (!shape->of || !shape->of->slots) broken("shape without a type");
    checked_ = o;
    const_cast<Heap*>(this)->trace(o);
}

void Heap::check_child(const Object* child) const {
    const Cell cell = pages_.find(child);
    if (!cell || pages_.address(cell) != child) broken("reference to what is not a cell");
    const Cell parent = pages_.locate(checked_);
    if (!marking_ || !pages_.is_marked(parent)) return;
    if (!is_gray(parent)) broken("black object refers to a white one");
}

bool Heap::is_gray(Cell cell) const {
    const void* o = pages_.address(cell);
    const auto is_of_cell = [&](const Gray& gray) {
        return gray.at == o || (gray.count && pages_.address(pages_.find(gray.at)) == o);
    };
    return std::any_of(gray_, gray_ + gray_count_, is_of_cell) ||
           (pages_.record(cell.page).flags & Pages::kOverflow) ||
           (cell.page == rescan_page_ && cell.slot >= rescan_slot_) ||
           std::find(suspects_, suspects_ + suspect_count_, o) != suspects_ + suspect_count_;
}

}  // namespace krait
