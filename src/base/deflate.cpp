#include "base/deflate.hpp"

#include <algorithm>

namespace krait {

namespace {

constexpr unsigned kMaxHashBits = 13;

// The code of a length or distance: the last one whose base is not above it.
template <usize Size>
usize code_of(const std::array<ZipCode, Size>& codes, usize value) {
    const auto above = std::upper_bound(codes.begin(), codes.end(), value,
                                        [](usize v, const ZipCode& c) { return v < c.base; });
    return static_cast<usize>(above - codes.begin()) - 1;
}

void put_byte(MutableBytes& room, u8 byte) {
    room[0] = byte;
    room = room.subspan(1);
}

}  // namespace

Deflate::Deflate(ZipFormat format, unsigned window_bits, unsigned effort, bool one_block)
    : format_(format),
      window_bits_(static_cast<u8>(window_bits)),
      hash_bits_(static_cast<u8>(std::min(window_bits, kMaxHashBits))),
      one_block_(one_block),
      effort_(static_cast<u16>(effort)),
      checksum_(first_checksum(format)) {}

usize Deflate::memory_size() const {
    return (heads() + window_size()) * sizeof(u16) + window_size();
}

void Deflate::set_memory(u8* memory) {
    heads_ = reinterpret_cast<u16*>(memory);
    chain_ = heads_ + heads();
    window_ = reinterpret_cast<u8*>(chain_ + window_size());
}

// --- output --------------------------------------------------------------------------------------

// Requires: count <= 16.
void Deflate::put_bits(MutableBytes& room, u32 bits, unsigned count) {
    bits_ |= bits << bit_count_;
    for (bit_count_ = static_cast<u8>(bit_count_ + count); bit_count_ >= 8; bits_ >>= 8) {
        put_byte(room, static_cast<u8>(bits_));
        bit_count_ = static_cast<u8>(bit_count_ - 8);
    }
}

void Deflate::put_code(MutableBytes& room, u32 code, unsigned count) {
    u32 reversed = 0;
    for (unsigned i = 0; i < count; ++i) reversed |= (code >> i & 1) << (count - 1 - i);
    put_bits(room, reversed, count);
}

// The fixed codes.
void Deflate::put_symbol(MutableBytes& room, u32 symbol) {
    if (symbol < 144)
        put_code(room, 0x30 + symbol, 8);
    else if (symbol < 256)
        put_code(room, 0x190 + symbol - 144, 9);
    else if (symbol < 280)
        put_code(room, symbol - 256, 7);
    else
        put_code(room, 0xc0 + symbol - 280, 8);
}

void Deflate::put_match(MutableBytes& room, const Match& match) {
    const usize length = code_of(kLengthCodes, match.length);
    put_symbol(room, static_cast<u32>(kEndOfBlock + 1 + length));
    put_bits(room, static_cast<u32>(match.length - kLengthCodes[length].base),
             kLengthCodes[length].extra_bits);
    const usize distance = code_of(kDistanceCodes, match.distance);
    put_code(room, static_cast<u32>(distance), 5);
    put_bits(room, match.distance - kDistanceCodes[distance].base,
             kDistanceCodes[distance].extra_bits);
}

void Deflate::open_block(MutableBytes& room, bool is_last) {
    if (in_block_) return;
    put_bits(room, is_last ? 0b011 : 0b010, 3);
    in_block_ = true;
}

void Deflate::start(MutableBytes& room) {
    if (format_ == ZipFormat::Zlib) {
        // Some programs cannot read the smallest window that the format has.
        const u32 method = (std::max<u32>(window_bits_, 9) - 8) << 4 | 8;
        const u32 level = 2 << 6;
        put_byte(room, static_cast<u8>(method));
        put_byte(room, static_cast<u8>(level + 31 - (method << 8 | level) % 31));
    } else if (format_ == ZipFormat::Gzip) {
        // No name, no time; packed fast, on Unix.
        for (const u8 byte : {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 3}) put_byte(room, byte);
    }
}

void Deflate::end_block(MutableBytes& room) {
    // What the blocks so far were not, an empty one is: the last.
    if (!one_block_ && in_block_) {
        put_symbol(room, kEndOfBlock);
        in_block_ = false;
    }
    open_block(room, true);
    put_symbol(room, kEndOfBlock);
    in_block_ = false;
}

void Deflate::pad(MutableBytes& room) {
    if (bit_count_) put_bits(room, 0, 8u - bit_count_);
}

// An empty stored block ends at a whole byte.
void Deflate::flush(MutableBytes& room) {
    if (in_block_) put_symbol(room, kEndOfBlock);
    in_block_ = false;
    put_bits(room, 0, 3);
    pad(room);
    put_bits(room, 0, 16);
    put_bits(room, 0xffff, 16);
}

void Deflate::trailer(MutableBytes& room) {
    if (format_ == ZipFormat::Zlib)
        for (int shift = 24; shift >= 0; shift -= 8)
            put_byte(room, static_cast<u8>(checksum_ >> shift));
    if (format_ != ZipFormat::Gzip) return;
    for (const u32 word : {checksum_, size_})
        for (int shift = 0; shift < 32; shift += 8) put_byte(room, static_cast<u8>(word >> shift));
}

// --- matching ------------------------------------------------------------------------------------

usize Deflate::hash(u8 a, u8 b, u8 c) const {
    const u32 bytes = u32{a} << 16 | u32{b} << 8 | c;
    return (bytes * 2654435761u) >> (32 - hash_bits_);
}

// How many bytes of the input repeat what was `distance` bytes before. They may overlap.
usize Deflate::match_length(Bytes input, u32 distance, usize limit) const {
    const usize mask = window_size() - 1;
    usize length = 0;
    while (length < limit) {
        const u8 before = length < distance ? window_[(at_ - distance + length) & mask]
                                            : input[length - distance];
        if (before != input[length]) break;
        ++length;
    }
    return length;
}

void Deflate::consider(Bytes input, u32 distance, usize limit, Match& best) const {
    if (distance > filled_) return;
    const usize length = match_length(input, distance, limit);
    if (length >= kMinMatch && length > best.length) best = {length, distance};
}

Deflate::Match Deflate::find_match(Bytes input) const {
    Match best;
    const usize limit = std::min(input.size(), kMaxMatch);
    if (limit < kMinMatch || effort_ == 0) return best;
    // The last two places are not in the chains yet: their three bytes were not there.
    consider(input, 1, limit, best);
    consider(input, 2, limit, best);
    u32 place = heads_[hash(input[0], input[1], input[2])], last = 0;
    for (unsigned i = 0; i < effort_ && best.length < limit; ++i) {
        const u32 distance = (at_ - place) & 0xffff;
        if (distance <= last || distance > filled_) break;
        consider(input, distance, limit, best);
        last = distance;
        place = chain_[place & (window_size() - 1)];
    }
    return best;
}

void Deflate::advance(Bytes bytes) {
    const u32 mask = static_cast<u32>(window_size() - 1);
    for (u8 byte : bytes) {
        window_[at_++ & mask] = byte;
        if (filled_ <= mask) ++filled_;
        if (filled_ < kMinMatch) continue;
        const u32 first = at_ - kMinMatch;
        u16& head = heads_[hash(window_[first & mask], window_[(first + 1) & mask], byte)];
        chain_[first & mask] = head;
        head = static_cast<u16>(first);
    }
}

void Deflate::run(Bytes& input, MutableBytes& room) {
    const Bytes whole = input;
    while (!input.empty() && room.size() >= kMinRoom) {
        open_block(room, one_block_);
        const Match match = find_match(input);
        if (match.length)
            put_match(room, match);
        else
            put_symbol(room, input[0]);
        const usize used = std::max<usize>(match.length, 1);
        advance(input.first(used));
        input = input.subspan(used);
    }
    const Bytes done = whole.first(whole.size() - input.size());
    checksum_ = checksum(format_, done, checksum_);
    size_ += static_cast<u32>(done.size());
}

}  // namespace krait
