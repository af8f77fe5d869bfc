// Memory of the interpreter's heap for an Arena.
#pragma once

#include "base/arena.hpp"
#include "core/collections.hpp"
#include "core/interp.hpp"

namespace krait {

// Chunks of the interpreter's heap. They are kept alive by the list, which stands on the C stack.
class HeapChunks final : public ChunkSource {
  public:
    explicit HeapChunks(Interp& in) : in_(in) {}

    void* acquire(usize size) override {
        if (!chunks_) {
            auto list = new_list(in_);
            if (!list) return forget();
            chunks_ = list.take();
        }
        auto chunk = in_.make<ByteArray>(kHeader + size);
        if (!chunk || !list_append(in_, chunks_, chunk.take())) return forget();
        chunk.take()->capacity = size;
        return reinterpret_cast<u8*>(chunk.take()) + kHeader;
    }
    void release(void* chunk, usize) override {
        auto* cell = reinterpret_cast<Object*>(static_cast<u8*>(chunk) - kHeader);
        // Chunks go back newest first or oldest first: either way the list forgets them.
        for (usize i = chunks_->size(); i > 0; --i)
            if (chunks_->begin()[i - 1] == Value(cell)) {
                chunks_->begin()[i - 1] = chunks_->begin()[chunks_->size() - 1];
                list_truncate(chunks_, chunks_->size() - 1);
                break;
            }
        in_.heap().release(cell);
    }

  private:
    static constexpr usize kAlign = alignof(std::max_align_t);
    static constexpr usize kHeader = (sizeof(ByteArray) + kAlign - 1) / kAlign * kAlign;

    // The arena reports the failure in its own way.
    void* forget() {
        (void)in_.take_pending();
        return nullptr;
    }

    Interp& in_;
    List* chunks_ = nullptr;
};

}  // namespace krait
