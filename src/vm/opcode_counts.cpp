#include "vm/opcode_counts.hpp"

#ifdef KRAIT_COUNT_OPCODES
namespace krait {

OpcodeCounts& opcode_counts() {
    static constinit OpcodeCounts counts{};
    return counts;
}

}  // namespace krait
#endif
