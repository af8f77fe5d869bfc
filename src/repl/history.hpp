// History: the lines typed before, in a fixed piece of memory; the oldest give way.
//
// The lines lie in it one after the other, oldest first, each ended by a zero, so that nothing is
// allocated while somebody types.
#pragma once

#include "base/types.hpp"

namespace krait {

class History {
  public:
    explicit History(std::span<char> memory) : memory_(memory) {}

    // Keeps a line, unless it is blank, the same as the last one, or longer than all of the memory.
    // There is no draft then.
    void add(std::string_view line);
    usize count() const { return count_; }
    // The n-th newest, from 0. Requires: n < count().
    std::string_view newest(usize n) const;

    // A line that is being typed may be kept while others are looked at. It is the newest then.
    void keep_draft(std::string_view line);
    void drop_draft();

  private:
    bool append(std::string_view line);
    void drop_oldest();

    std::span<char> memory_;
    usize size_ = 0, count_ = 0;
    bool has_draft_ = false;
};

}  // namespace krait
