// Packing of data as deflate has it, raw or in zlib's or gzip's wrapping, piece by piece.
//
// run() takes all of its input as long as there is room for output: nothing is held back to look
// further ahead, so what one call is given is packed with what came before, but not with what comes
// later. Repetitions are found by a hash of three bytes, whose earlier places in the window are
// chained, the nearest first; of the longest ones the nearest is taken, at once. Codes are the
// fixed ones of the format: no tables, no second pass, and at most an eighth more than the input.
//
// The memory, which the caller gives, is the window and the chains: memory_size() bytes, 1.3 KB for
// 256 bytes of window, 112 KB for 32 KB. Places are numbers of 16 bits; old ones that have become
// wrong do no harm, since the bytes themselves are always compared.
#pragma once

#include "base/zip_format.hpp"

namespace krait {

class Deflate {
  public:
    // run() stops when less room is left: a step never needs more.
    static constexpr usize kMinRoom = 16;

    // `effort`: how many earlier places are looked at; 0: none, nothing is packed.
    // `one_block`: all of it is one block, so that flush() cannot be had.
    explicit Deflate(ZipFormat format = ZipFormat::Raw, unsigned window_bits = kSmallWindowBits,
                     unsigned effort = 32, bool one_block = true);

    usize memory_size() const;
    // Aligned for u16, staying where it is, zeroed or with what it had in it before.
    void set_memory(u8* memory);

    // All of these append to `room`, which loses what is used of it; kMinRoom is enough for each.
    // They belong in this order: start, run and flush any number of times, end_block, pad, trailer.
    void start(MutableBytes& room);
    void run(Bytes& input, MutableBytes& room);
    void flush(MutableBytes& room);  // what was packed so far can be unpacked
    void end_block(MutableBytes& room);
    void pad(MutableBytes& room);
    void trailer(MutableBytes& room);

  private:
    struct Match {
        usize length = 0;
        u32 distance = 0;
    };
    usize window_size() const { return usize{1} << window_bits_; }
    usize heads() const { return usize{1} << hash_bits_; }
    usize hash(u8 a, u8 b, u8 c) const;
    usize match_length(Bytes input, u32 distance, usize limit) const;
    void consider(Bytes input, u32 distance, usize limit, Match& best) const;
    Match find_match(Bytes input) const;
    void advance(Bytes bytes);
    void put_bits(MutableBytes& room, u32 bits, unsigned count);
    void put_code(MutableBytes& room, u32 code, unsigned count);  // the highest bit first
    void put_symbol(MutableBytes& room, u32 symbol);
    void put_match(MutableBytes& room, const Match& match);
    void open_block(MutableBytes& room, bool is_last);

    ZipFormat format_;
    u8 window_bits_, hash_bits_;
    bool one_block_;
    u8 bit_count_ = 0;
    bool in_block_ = false;
    u16 effort_;
    u32 bits_ = 0;
    u32 at_ = 0;      // place of the next byte: bytes so far
    u32 filled_ = 0;  // of the window
    u32 checksum_, size_ = 0;
    u16 *heads_ = nullptr, *chain_ = nullptr;
    u8* window_ = nullptr;
};

}  // namespace krait
