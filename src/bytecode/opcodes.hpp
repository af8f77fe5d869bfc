// Opcodes and their operands, derived from opcodes.def.
#pragma once

#include "base/types.hpp"

namespace krait {

enum class Opcode : u8 {
#define OP(name, ...) name,
#include "bytecode/opcodes.def"
#undef OP
};

enum class Intrinsic : u8 {
#define INTRINSIC(name) name,
#include "bytecode/intrinsics.def"
#undef INTRINSIC
};

inline constexpr int kIntrinsicCount = 0
#define INTRINSIC(name) +1
#include "bytecode/intrinsics.def"
#undef INTRINSIC
    ;

enum class Operand : u8 {
    Dst,
    Src,
    Base,
    Const,
    Const16,
    Name,
    Imm,
    Count,
    Flags,
    Count16,
    Jump,
    Jump32
};

enum OpEffect : u8 { None = 0, MayRaise = 1, MayCall = 2, EndsBlock = 4 };

constexpr u8 operand_size(Operand o) {
    switch (o) {
        case Operand::Const16:
        case Operand::Name:
        case Operand::Count16:
        case Operand::Jump: return 2;
        case Operand::Jump32: return 4;
        default: return 1;
    }
}

struct OpInfo {
    std::string_view name;
    u8 effects;
    u8 operand_count;
    u8 size;  // of the whole instruction
    Operand operands[5];
};

namespace detail {
template <class... Operands>
constexpr OpInfo op_info(std::string_view name, u8 effects, Operands... operands) {
    OpInfo info{name, effects, sizeof...(operands), 1, {operands...}};
    for (int i = 0; i < info.operand_count; ++i) info.size += operand_size(info.operands[i]);
    return info;
}
}  // namespace detail

inline constexpr OpInfo kOpInfo[] = {
#define OP(name, effects, ...)                                             \
    [] {                                                                   \
        using enum OpEffect;                                               \
        using enum Operand;                                                \
        return detail::op_info(#name, effects __VA_OPT__(, ) __VA_ARGS__); \
    }(),
#include "bytecode/opcodes.def"
#undef OP
};
inline constexpr int kOpcodeCount = sizeof(kOpInfo) / sizeof(kOpInfo[0]);
static_assert(kOpcodeCount <= 256);

constexpr const OpInfo& info_of(Opcode op) { return kOpInfo[static_cast<u8>(op)]; }

}  // namespace krait
