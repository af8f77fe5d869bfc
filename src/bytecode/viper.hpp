// The native types of viper functions, as compiler and interpreter know them.
#pragma once

#include "base/types.hpp"

namespace krait {

// What is known of a value when compiling. Object: any Python object.
enum class ViperType : u8 { Object, Bool, Int, Uint, Ptr, Ptr8, Ptr16, Ptr32 };

inline constexpr std::string_view kViperTypeNames[] = {"object", "bool", "int",   "uint",
                                                       "ptr",    "ptr8", "ptr16", "ptr32"};

constexpr std::string_view name_of(ViperType t) { return kViperTypeNames[static_cast<u8>(t)]; }
constexpr bool is_word(ViperType t) { return t == ViperType::Int || t == ViperType::Uint; }
constexpr bool is_pointer(ViperType t) { return t >= ViperType::Ptr; }
// Of what the pointer points to: log2 of the bytes. Requires: one of ptr8, ptr16, ptr32.
constexpr u8 width_of(ViperType t) {
    return static_cast<u8>(static_cast<u8>(t) - static_cast<u8>(ViperType::Ptr8));
}

// In the Flags of ViperBinary and ViperUnary, beside the operator.
constexpr u8 kViperUnsigned = 128;

}  // namespace krait
