// A block device: any object with readblocks(), writeblocks() and ioctl(), called from below a C
// library.
//
// The library cannot pass a Python exception on. So the first one that a call raises is kept here,
// the library is told EIO, every further call answers EIO at once, and when the library has
// returned, whoever called it takes the exception and raises it. Nothing is thrown or jumped over.
//
// Python code gets a view of a buffer of ours and never of the library's memory, so what it keeps
// or does with that cannot reach the library.
#pragma once

#include "core/interp.hpp"

namespace krait {

struct MemoryView;
struct BytearrayObject;

struct BlockDevice {
    Interp* interp;
    Value object;
    Value readblocks, writeblocks, ioctl;  // bound methods; empty: it has none
    Value error;                           // the exception that waits to be raised
    BytearrayObject* scratch;              // what Python reads into and writes from
    MemoryView* view;                      // of the scratch
    u32 block_size, block_count;

    bool is_writable() const { return bool(writeblocks); }
    void trace(Marker& m) const;
};

// Looks the methods up and initialises the device.
Status open_device(Interp&, Value object, BlockDevice& device);

// What the callbacks of the libraries do. 0, or a number that is not 0: what the device answered,
// which is -EIO if it raised. `by_byte`: the extended interface, with an offset.
struct BlockRange {
    u32 block, offset;
    bool by_byte;
};
int device_read(BlockDevice&, const BlockRange& from, MutableBytes into);
int device_write(BlockDevice&, const BlockRange& to, Bytes data);
int device_erase(BlockDevice&, u32 block);
int device_sync(BlockDevice&);

// Raises what waits, if anything does.
Status raise_device_error(BlockDevice&);

}  // namespace krait
