// machine.I2S: a bus for audio. How it is read (or written) depends on how the script waits:
//
//     Blocking  readinto() and write() return when all of the buffer is done; other callbacks run
//               meanwhile. This is where a bus starts.
//     Callback  (after irq(handler)) they return at once; the DMA's events move the samples, and
//               the handler is called when the buffer is done.
//     Stream    (after the first select.poll, which asyncio's streams use) they move what can be
//               moved now and return how much that was.
//
// None of the three allocates.
#pragma once

#include "machine/parts.hpp"

namespace krait {

struct I2sBus : Object {
    static const BuiltinType kType;
    enum class Waits : u8 { Blocking, Callback, Stream };

    u8 number;
    bool is_open;
    bool is_rx;
    Waits waits;
    u8 frame_bytes;
    Value handler;       // of Callback
    BufferView pending;  // the buffer under way; no exporter: none
    usize moved;         // of it
};

}  // namespace krait
