// A bump allocator for work that ends all at once: a syntax tree, a scope table, a parse of a file.
//
// Memory comes in chunks from a ChunkSource that the owner passes in (the interpreter's heap, or a
// host's allocator in tests) and goes back to it when the arena dies; nothing is freed before. So
// only trivially destructible types can live here: no destructor ever runs.
//
// Failure is sticky. When the source has no chunk to give, the allocation answers nullptr and
// failed() stays true until reset(); a caller that builds a tree may therefore check at few places,
// provided that it never writes through a null result.
#pragma once

#include <cstring>
#include <limits>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/types.hpp"

namespace krait {

// Where an arena gets its chunks. acquire answers memory aligned for std::max_align_t, or nullptr;
// release gets exactly the pointer and the size of an earlier acquire.
class ChunkSource {
  public:
    virtual void* acquire(usize size) = 0;
    virtual void release(void* chunk, usize size) = 0;

  protected:
    ~ChunkSource() = default;
};

class Arena {
  public:
    static constexpr usize kDefaultChunkSize = 1024;

    // Takes no memory before the first allocation. chunk_size is what an ordinary chunk measures,
    // its header included; a larger request gets a chunk of its own.
    explicit Arena(ChunkSource& source, usize chunk_size = kDefaultChunkSize)
        : source_(source),
          chunk_size_(chunk_size < kLeastChunkSize ? kLeastChunkSize : chunk_size) {}
    ~Arena() { release_all(); }
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    // Requires: alignment is a power of two, at most alignof(std::max_align_t).
    [[nodiscard]] void* allocate(usize size, usize alignment) {
        const usize padding =
            (usize{0} - reinterpret_cast<std::uintptr_t>(next_)) & (alignment - 1);
        const usize room = static_cast<usize>(end_ - next_);
        if (padding > room || size >= room - padding) [[unlikely]]  // also 0 bytes of no chunk
            return allocate_in_new_chunk(size);
        u8* place = next_ + padding;
        next_ = place + size;
        return place;
    }

    // A T built from the arguments (parentheses or, for aggregates, braces); nullptr on failure.
    template <typename T, typename... Args>
    [[nodiscard]] T* make(Args&&... args) {
        check_type<T>();
        void* place = allocate(sizeof(T), alignof(T));
        if (!place) return nullptr;
        if constexpr (std::is_constructible_v<T, Args...>)
            return ::new (place) T(std::forward<Args>(args)...);
        else
            return ::new (place) T{std::forward<Args>(args)...};
    }

    // count value-initialised Ts; nullptr on failure. With count 0 a pointer that is not null, and
    // not to be read.
    template <typename T>
    [[nodiscard]] T* array(usize count) {
        check_type<T>();
        if (count > std::numeric_limits<usize>::max() / 2 / sizeof(T)) return fail<T>();
        void* place = allocate(count * sizeof(T), alignof(T));
        if (!place) return nullptr;
        T* first = static_cast<T*>(place);
        for (usize i = 0; i < count; ++i) ::new (static_cast<void*>(first + i)) T();
        return first;
    }

    // A copy of the elements; an empty span on failure (then failed() holds).
    template <typename T>
    [[nodiscard]] std::span<T> copy(std::span<const T> elements) {
        static_assert(std::is_trivially_copyable_v<T>);
        T* first = array<T>(elements.size());
        if (!first) return {};
        if (!elements.empty()) std::memcpy(first, elements.data(), elements.size_bytes());
        return {first, elements.size()};
    }

    // A copy of the text, not terminated; an empty view on failure (then failed() holds).
    [[nodiscard]] std::string_view copy(std::string_view text) {
        char* place = static_cast<char*>(allocate(text.size(), 1));
        if (!place) return {};
        if (!text.empty()) std::memcpy(place, text.data(), text.size());
        return {place, text.size()};
    }

    bool failed() const { return failed_; }

    // Bytes taken from the source and not yet given back.
    usize footprint() const { return footprint_; }

    // Gives every chunk back and forgets the failure: all that was allocated is gone.
    void reset() {
        release_all();
        failed_ = false;
    }

  private:
    struct alignas(std::max_align_t) Chunk {
        Chunk* previous;
        usize size;
    };
    static constexpr usize kLeastChunkSize = sizeof(Chunk) + 64;

    template <typename T>
    static constexpr void check_type() {
        static_assert(std::is_trivially_destructible_v<T>, "an arena runs no destructors");
        static_assert(alignof(T) <= alignof(std::max_align_t), "an arena cannot align that much");
    }

    template <typename T = void>
    T* fail() {
        failed_ = true;
        return nullptr;
    }

    // A large request leaves the current chunk current, so that its rest is still used.
    void* allocate_in_new_chunk(usize size) {
        if (size > std::numeric_limits<usize>::max() / 2) return fail();
        const bool is_large = size > (chunk_size_ - sizeof(Chunk)) / 2;
        const usize chunk_size = is_large ? sizeof(Chunk) + size : chunk_size_;
        void* memory = source_.acquire(chunk_size);
        if (!memory) return fail();
        chunks_ = ::new (memory) Chunk{chunks_, chunk_size};
        footprint_ += chunk_size;
        u8* first = static_cast<u8*>(memory) + sizeof(Chunk);
        if (!is_large) {
            next_ = first + size;
            end_ = static_cast<u8*>(memory) + chunk_size;
        }
        return first;
    }

    void release_all() {
        while (chunks_) {
            Chunk* chunk = chunks_;
            chunks_ = chunk->previous;
            source_.release(chunk, chunk->size);
        }
        next_ = end_ = nullptr;
        footprint_ = 0;
    }

    ChunkSource& source_;
    usize chunk_size_;
    Chunk* chunks_ = nullptr;
    u8* next_ = nullptr;
    u8* end_ = nullptr;
    usize footprint_ = 0;
    bool failed_ = false;
};

}  // namespace krait
