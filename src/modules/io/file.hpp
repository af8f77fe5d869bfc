// Files: something that can be read, written and positioned, with a buffer before it.
//
// What is behind the buffer is told by FileOps: a handle of the board's storage, or a file of a
// filesystem driver (modules/vfs), which may run Python to reach its block device.
//
// The buffer holds bytes read ahead. Writing goes straight through: storage and drivers have caches
// of their own, and an object that is never closed may die late, and what it wrote should be seen
// before. Text files count characters and translate newlines; their positions are bytes.
#pragma once

#include "core/interp.hpp"
#include "hal/storage.hpp"

namespace krait {

constexpr usize kFileBuffer = kIs64 ? 4096 : 512;

constexpr isize kFirstFileNumber = 3;  // fileno() of the storage's first file

struct File;
// Requires of all: the file is open. They may run Python, unless said otherwise.
struct FileOps {
    Result<isize> (*read)(Interp&, File*, MutableBytes into);  // 0: the end
    Result<isize> (*write)(Interp&, File*, Bytes data);        // 0: the medium is full
    // `position`: the offset, and then where the file stands.
    Status (*seek)(Interp&, File*, i64& position, hal::SeekFrom from);
    Status (*truncate)(Interp&, File*, u64 size);
    Status (*flush)(Interp&, File*);
    Status (*close)(Interp&, File*);  // it is closed then, also when this fails
    // Closes when the object dies, without Python; null: close() does it, called as __del__.
    void (*finalize)(File*) = nullptr;
    // The whole content where it lies in memory; null: it does not.
    Bytes (*content)(const File*) = nullptr;
    // Files of drivers are as MicroPython has them: binary ones take str too, the mode may leave
    // out the `r`, and using a closed one is OSError(EINVAL).
    bool is_driver = true;
    bool can_poll = true;
};

struct File : Object {
    static const BuiltinType kBinaryType, kTextType;
    static constexpr const BuiltinType& kType = kBinaryType;  // base of the other

    const FileOps* ops;
    Object* driver;  // what a driver keeps of the file; null: the board's
    hal::Storage* storage;
    ByteArray* buffer;  // null: nothing read yet
    Value name, mode;
    Str *encoding, *errors;  // of text; null: utf-8, strict
    i32 handle;              // of the storage
    u32 start, end;          // of the bytes read ahead in the buffer
    bool open;
    bool readable, writable;
    bool translates;       // reading: any newline becomes \n
    bool carriage_return;  // writing: \n becomes \r\n

    bool is_text() const { return shape == kTextType.shape(); }
};

// What a mode such as "r+b" asks for.
struct FileMode {
    u8 flags = 0;  // of hal::OpenFlags
    bool text = true;
};
// ValueError; `lax`: a mode without r, w, a or x is one with r.
Status read_file_mode(Interp&, Str* mode, FileMode& out, bool lax = false);
// A file that is not open yet: who calls sets `open` when it is.
Result<File*> new_file(Interp&, const FileOps& ops, const FileMode& how, Value name, Value mode);

// What open() says of text; null: the defaults.
struct TextFormat {
    Str *encoding, *errors, *newline;
};
void apply_text_format(Interp&, File* file, const TextFormat& text);
// open() for a path that the board's storage has.
Value open_board_file(Interp&, Str* path, Value name, Str* mode, const TextFormat& text);
// A file for what is open in the board's storage already.
Result<File*> wrap_board_file(Interp&, i32 handle, Value name, Str* mode, const TextFormat& text);
// open(), by path through the mounted filesystems or by the number of a standard stream.
Value open_file(Interp&, Value path, Str* mode, const TextFormat& text);

}  // namespace krait
