// Files: a handle of the board's storage with a buffer before it.
//
// The buffer holds bytes read ahead. Writing goes straight to the storage, which has caches of its
// own: an object that is never closed may die late, and what it wrote should be seen before. Text
// files count characters and translate newlines; their positions are bytes.
#pragma once

#include "core/interp.hpp"
#include "hal/storage.hpp"

namespace krait {

constexpr usize kFileBuffer = kIs64 ? 4096 : 512;

struct File : Object {
    static const BuiltinType kBinaryType, kTextType;
    static constexpr const BuiltinType& kType = kBinaryType;  // base of the other

    hal::Storage* storage;
    ByteArray* buffer;  // null: nothing read yet
    Value name, mode;
    Str *encoding, *errors;  // of text; null: utf-8, strict
    i32 handle;              // -1: closed
    u32 start, end;          // of the bytes read ahead in the buffer
    bool readable, writable;
    bool translates;       // reading: any newline becomes \n
    bool carriage_return;  // writing: \n becomes \r\n

    bool is_text() const { return shape == kTextType.shape(); }
};

// open().
Value open_file(Interp&, Value path, Str* mode, Str* encoding, Str* errors, Str* newline);

}  // namespace krait
