#include "sim/parts/code_memory.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace krait::sim {

usize HostCodeMemory::page_size() const { return static_cast<usize>(::sysconf(_SC_PAGESIZE)); }

u8* HostCodeMemory::acquire(usize bytes) {
    void* pages =
        ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return pages == MAP_FAILED ? nullptr : static_cast<u8*>(pages);
}

bool HostCodeMemory::set_executable(u8* pages, usize bytes, bool executable) {
    return ::mprotect(pages, bytes, PROT_READ | (executable ? PROT_EXEC : PROT_WRITE)) == 0;
}

void HostCodeMemory::release(u8* pages, usize bytes) { ::munmap(pages, bytes); }

}  // namespace krait::sim
