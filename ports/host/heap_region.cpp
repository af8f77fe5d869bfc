#include "heap_region.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace krait::host {

HeapRegion::HeapRegion(usize bytes, usize usable) : mapped_(bytes + kAlign), size_(bytes) {
    mapping_ =
        ::mmap(nullptr, mapped_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapping_ == MAP_FAILED) return;
    auto address = reinterpret_cast<std::uintptr_t>(mapping_);
    auto* start = reinterpret_cast<u8*>((address + kAlign - 1) / kAlign * kAlign);
    if (commit(start, usable)) start_ = start;
}

HeapRegion::~HeapRegion() {
    if (mapping_ != MAP_FAILED) ::munmap(mapping_, mapped_);
}

bool HeapRegion::commit(void* from, usize bytes) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto address = reinterpret_cast<std::uintptr_t>(from);
    const std::uintptr_t low = address / page * page;
    const std::uintptr_t high = (address + bytes + page - 1) / page * page;
    return ::mprotect(reinterpret_cast<void*>(low), high - low, PROT_READ | PROT_WRITE) == 0;
}

}  // namespace krait::host
