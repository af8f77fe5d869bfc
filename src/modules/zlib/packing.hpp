// Packers and unpackers of base/deflate.hpp and base/inflate.hpp in cells of the heap, for objects
// that own them.
#pragma once

#include "base/deflate.hpp"
#include "base/inflate.hpp"
#include "core/interp.hpp"

namespace krait {

// The state stands in one cell and its memory in another, which is made when it is needed.
struct Unpacking : Object {
    static const BuiltinType kType;
    Inflate state;
    ByteArray* window;  // null: not asked for yet
};
Result<Unpacking*> new_unpacking(Interp&, ZipFormat format, unsigned window_bits);
Result<Unpacking*> copy_of(Interp&, const Unpacking*);
// Goes on as Inflate::run does; makes the window when that is asked for.
Status unpack(Interp&, Unpacking*, Bytes& input, MutableBytes& room, Inflate::Step& step);

struct Packing : Object {
    static const BuiltinType kType;
    Deflate state;
    ByteArray* memory;
};
Result<Packing*> new_packing(Interp&, ZipFormat format, unsigned window_bits, unsigned effort,
                             bool one_block);
Result<Packing*> copy_of(Interp&, const Packing*);

}  // namespace krait
