// A growing array in an arena. What it outgrows stays in the arena until that dies.
#pragma once

#include <cstring>

#include "base/arena.hpp"

namespace krait {

template <class T>
class ArenaVector {
  public:
    explicit ArenaVector(Arena& arena) : arena_(arena) {}

    // False: the arena is full (it then says failed()).
    bool push(const T& item) {
        if (size_ == capacity_ && !grow(size_ + 1)) return false;
        data_[size_++] = item;
        return true;
    }
    // Opens a gap of `count` items at the front.
    bool shift(u32 count) {
        if (size_ + count > capacity_ && !grow(size_ + count)) return false;
        if (size_) std::memmove(data_ + count, data_, size_ * sizeof(T));
        size_ += count;
        return true;
    }
    void clear() { size_ = 0; }
    void truncate(u32 size) { size_ = size; }
    u32 size() const { return size_; }
    T& operator[](u32 i) { return data_[i]; }
    const T& operator[](u32 i) const { return data_[i]; }
    T* begin() { return data_; }
    T* end() { return data_ + size_; }
    T& back() { return data_[size_ - 1]; }

  private:
    bool grow(u32 least) {
        u32 capacity = std::max(capacity_ * 2, std::max<u32>(least, 16));
        T* fresh = arena_.array<T>(capacity);
        if (!fresh) return false;
        if (size_) std::memcpy(fresh, data_, size_ * sizeof(T));
        data_ = fresh;
        capacity_ = capacity;
        return true;
    }

    Arena& arena_;
    T* data_ = nullptr;
    u32 size_ = 0;
    u32 capacity_ = 0;
};

}  // namespace krait
