// marshal: objects and compiled code as bytes, the same for every port.
//
//     "krt" and the number of the format    4 bytes
//     the fingerprint of the opcode table   4 bytes, only where there is code
//     one value: a letter and what it needs; lengths and small ints are variable-length numbers
//
// Code is trusted only after the verifier has seen it; all else is checked as it is read. Shared
// and cyclic references are not kept: each place gets its own copy, and a cycle is refused for its
// depth.
#pragma once

#include "bytecode/code.hpp"

namespace krait::marshal {

inline constexpr u8 kMagic[] = {'k', 'r', 't', 1};
inline constexpr int kMostDepth = 200;

// Values: the letter that says what follows.
enum Tag : u8 {
    kTagNone = 'N',
    kTagTrue = 'T',
    kTagFalse = 'F',
    kTagEllipsis = '.',
    kTagInt = 'i',      // number, zigzag
    kTagBigInt = 'l',   // str: hexadecimal, with sign
    kTagFloat = 'g',    // 8 bytes, a double
    kTagComplex = 'y',  // two of them
    kTagStr = 'u',      // length, UTF-8
    kTagName = 't',     // the same, interned
    kTagBytes = 's',
    kTagBuiltin = 'b',  // a type that the code names, such as AssertionError: length, name
    kTagTuple = '(',
    kTagList = '[',
    kTagDict = '{',  // count, pairs
    kTagSet = '<',
    kTagFrozenSet = '>',
    kTagCode = 'c',
};

// Changes whenever the meaning of bytecode does: names, operands and order of all opcodes.
constexpr u32 fingerprint() {
    u32 hash = 2166136261u;
    const auto mix = [&](u32 n) { hash = (hash ^ n) * 16777619u; };
    for (const OpInfo& info : kOpInfo) {
        for (char c : info.name) mix(static_cast<u8>(c));
        for (int i = 0; i < info.operand_count; ++i) mix(static_cast<u32>(info.operands[i]));
    }
    return hash;
}

// bytes; ValueError for what cannot be written.
Value dump(Interp&, Value);
// What the bytes say; ValueError, EOFError, TypeError where they are not dump()'s.
Value load(Interp&, Bytes);

}  // namespace krait::marshal
