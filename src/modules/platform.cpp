// The module _platform: what the compiler knows of itself. lib/platform.py has the rest.
#include "core/bind.hpp"
#include "modules/modules.hpp"

#if __has_include(<features.h>)
#include <features.h>
#endif

// The text of a number that is a macro.
#define KRAIT_TEXT(x) KRAIT_TEXT_OF(x)
#define KRAIT_TEXT_OF(x) #x

namespace krait {

namespace {

constexpr Row kRows[] = {
#ifdef __clang__
    constant<"compiler">(""_sym
                         "Clang " __clang_version__),
#else
    constant<"compiler">(""_sym
                         "GCC " __VERSION__),
#endif
#ifdef __GLIBC__
    constant<"libc">("glibc"_sym),
    constant<"libc_version">(""_sym KRAIT_TEXT(__GLIBC__) "." KRAIT_TEXT(__GLIBC_MINOR__)),
#else
    constant<"libc">("newlib"_sym),
    constant<"libc_version">(""_sym KRAIT_TEXT(__NEWLIB__) "." KRAIT_TEXT(__NEWLIB_MINOR__)),
#endif
};

}  // namespace

constinit const ModuleDef kPlatformModule{.name = "_platform"_sym, .rows = kRows};

}  // namespace krait
