#include "sim/parts/entropy.hpp"

#include <sys/random.h>

namespace krait::sim {

hal::IoResult SimEntropy::fill(MutableBytes into) {
    if (mode_ == TimeMode::Virtual) {
        for (u8& byte : into) byte = static_cast<u8>(random_.next() >> 56);
        return static_cast<i32>(into.size());
    }
    for (usize done = 0; done < into.size();) {
        ssize_t n = getrandom(into.data() + done, into.size() - done, 0);
        if (n < 0) return hal::Errno::InputOutput;
        done += static_cast<usize>(n);
    }
    return static_cast<i32>(into.size());
}

}  // namespace krait::sim
