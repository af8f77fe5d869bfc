#include "repl/history.hpp"

#include <algorithm>

namespace krait {

std::string_view History::newest(usize n) const {
    const char* end = memory_.data() + size_ - 1;  // the zero of the line looked at
    for (;; --n) {
        const char* start = end;
        while (start > memory_.data() && start[-1] != '\0') --start;
        if (n == 0) return {start, static_cast<usize>(end - start)};
        end = start - 1;
    }
}

void History::drop_oldest() {
    const char* end = std::find(memory_.data(), memory_.data() + size_, '\0') + 1;
    std::copy(end, static_cast<const char*>(memory_.data() + size_), memory_.data());
    size_ -= static_cast<usize>(end - memory_.data());
    --count_;
}

bool History::append(std::string_view line) {
    if (line.size() + 1 > memory_.size()) return false;
    while (memory_.size() - size_ < line.size() + 1) drop_oldest();
    std::copy(line.begin(), line.end(), memory_.data() + size_);
    size_ += line.size();
    memory_[size_++] = '\0';
    ++count_;
    return true;
}

void History::add(std::string_view line) {
    drop_draft();
    if (line.find_first_not_of(" \t") == std::string_view::npos) return;
    if (count_ == 0 || newest(0) != line) (void)append(line);
}

void History::keep_draft(std::string_view line) { has_draft_ = append(line); }

void History::drop_draft() {
    if (!has_draft_) return;
    has_draft_ = false;
    size_ -= newest(0).size() + 1;
    --count_;
}

}  // namespace krait
