// What newlib wants of an operating system. Krait needs its string and mathematics functions only;
// these are here because parts of it that are never reached refer to them.
#include <sys/stat.h>

#include <cerrno>
#include <cmath>

#include "semihosting.hpp"

extern "C" {

void* _sbrk(int) {  // no malloc: all objects live in the interpreter's heap
    errno = ENOMEM;
    return reinterpret_cast<void*>(-1);
}
int _write(int, const char*, int) { return -1; }
int _read(int, char*, int) { return -1; }
int _close(int) { return -1; }
int _lseek(int, int, int) { return -1; }
int _fstat(int, struct stat*) { return -1; }
int _isatty(int) { return 0; }
int _kill(int, int) { return -1; }
int _getpid() { return 1; }
[[noreturn]] void _exit(int status) { krait::mps2::semihosting::exit(status); }
[[noreturn]] void __cxa_pure_virtual() { krait::mps2::semihosting::exit(134); }

// newlib's own answers nan for infinities. The squares of floats are exact in a double.
float hypotf(float x, float y) {
    if (std::isinf(x) || std::isinf(y)) return INFINITY;
    return static_cast<float>(std::sqrt(double{x} * x + double{y} * y));
}

}  // extern "C"

// Destructors of objects on a heap of C++ are compiled, never called.
void operator delete(void*) noexcept { krait::mps2::semihosting::exit(134); }
void operator delete(void*, unsigned) noexcept { krait::mps2::semihosting::exit(134); }
