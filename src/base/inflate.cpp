#include "base/inflate.hpp"

#include <algorithm>

namespace krait {

namespace {

enum GzipFlag : u8 { kHeaderCheck = 2, kExtra = 4, kName = 8, kComment = 16, kReserved = 0xe0 };

// The order in which the lengths of the codes of code lengths come.
constexpr u8 kOrder[] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
constexpr usize kOrderSize = std::size(kOrder);
// Codes of code lengths that say: as before, 0, and 0 for longer.
constexpr u32 kRepeatLast = 16, kRepeatZero = 17;

}  // namespace

// False: the lengths are those of no set of codes. One code of one bit alone is allowed.
template <usize Size>
bool Inflate::Codes<Size>::build(const u8* lengths, usize size) {
    std::fill(std::begin(count), std::end(count), u16{0});
    for (usize i = 0; i < size; ++i) ++count[lengths[i]];
    const usize used = size - count[0];
    count[0] = 0;
    int left = 1;
    u16 start[kLongestCode + 2] = {};
    for (usize length = 1; length <= kLongestCode; ++length) {
        left = left * 2 - count[length];
        if (left < 0) return false;
        start[length + 1] = static_cast<u16>(start[length] + count[length]);
    }
    for (usize i = 0; i < size; ++i)
        if (lengths[i]) symbol[start[lengths[i]]++] = static_cast<u16>(i);
    return left == 0 || used <= 1;
}

Inflate::Inflate(ZipFormat format, unsigned window_bits)
    : format_(format), window_bits_(static_cast<u8>(window_bits)) {
    if (format != ZipFormat::Raw) return;
    if (!window_bits) window_bits_ = kSmallWindowBits;
    state_ = State::Window;
}

bool Inflate::has_bits(Bytes& input, unsigned bits) {
    while (bit_count_ < bits) {
        if (input.empty()) return false;
        bits_ |= u32{input[0]} << bit_count_;
        bit_count_ = static_cast<u8>(bit_count_ + 8);
        input = input.subspan(1);
    }
    return true;
}

u32 Inflate::take_bits(unsigned bits) {
    const u32 taken = bits_ & ((u32{1} << bits) - 1);
    bits_ >>= bits;
    bit_count_ = static_cast<u8>(bit_count_ - bits);
    return taken;
}

template <usize Size>
int Inflate::decode(const Codes<Size>& codes, Bytes& input) {
    u32 code = 0, first = 0, index = 0;
    for (unsigned length = 1; length <= kLongestCode; ++length) {
        if (!has_bits(input, length)) return kWait;
        code = code << 1 | (bits_ >> (length - 1) & 1);
        const u32 count = codes.count[length];
        if (code - first < count) {
            static_cast<void>(take_bits(length));
            return codes.symbol[index + code - first];
        }
        index += count;
        first = (first + count) << 1;
    }
    return kNoCode;
}

bool Inflate::fail(const char* why) {
    fault_ = why;
    state_ = State::Bad;
    return true;
}

Inflate::Step Inflate::run(Bytes& input, MutableBytes& room) {
    const MutableBytes whole = room;
    Step result = Step::NeedInput;
    for (;;) {
        if (state_ == State::Window && !window_) {
            result = Step::NeedWindow;
            break;
        }
        if (state_ == State::Trailer || state_ == State::Done) {
            // The bytes of this call belong to the checksum that comes now.
            const Bytes made = whole.first(whole.size() - room.size());
            checksum_ = checksum(format_, made, checksum_);
            size_ += static_cast<u32>(made.size());
            while (state_ == State::Trailer)
                if (!step_trailer(input)) return Step::NeedInput;
            return state_ == State::Done ? Step::Done : Step::Bad;
        }
        if (state_ == State::Bad) return Step::Bad;
        if (room.empty() && needs_room()) {
            result = Step::NeedRoom;
            break;
        }
        if (!step(input, room)) break;
    }
    const Bytes made = whole.first(whole.size() - room.size());
    checksum_ = checksum(format_, made, checksum_);
    size_ += static_cast<u32>(made.size());
    return result;
}

// A literal needs room too, but that it is one is not known before it is read: so no symbol is
// read without room.
bool Inflate::needs_room() const {
    return state_ == State::Stored || state_ == State::Copy || state_ == State::Symbol;
}

bool Inflate::step(Bytes& input, MutableBytes& room) {
    switch (state_) {
        case State::Window: state_ = State::BlockStart; return true;
        case State::BlockStart:
        case State::StoredSize:
        case State::StoredCheck: return step_block(input);
        case State::Stored: {
            if (left_ && input.empty()) return false;
            copy_stored(input, room);
            return true;
        }
        case State::Counts:
        case State::OrderLengths:
        case State::CodeLengths:
        case State::Repeat: return step_tables(input);
        case State::Symbol: return step_symbol(input, room);
        case State::LengthBits:
        case State::DistanceSymbol:
        case State::DistanceBits: return step_distance(input);
        case State::Copy: copy_match(room); return true;
        default: return step_header(input);
    }
}

// --- headers -------------------------------------------------------------------------------------

void Inflate::start_zlib(u32 method) {
    const u32 bits = (method >> 4) + 8;
    if ((method & 15) != 8 || bits > kMaxWindowBits) {
        fail(bits > kMaxWindowBits ? "invalid window size" : "incorrect header check");
        return;
    }
    format_ = ZipFormat::Zlib;
    code_ = method;
    window_bits_ = static_cast<u8>(window_bits_ ? std::min<u32>(window_bits_, bits) : bits);
    state_ = State::ZlibFlags;
}

void Inflate::start_gzip() {
    format_ = ZipFormat::Gzip;
    if (!window_bits_) window_bits_ = kMaxWindowBits;
    left_ = 9;  // more bytes of the fixed part
    state_ = State::GzipFixed;
}

// To the first part behind this one that the flags say is there.
void Inflate::end_gzip_part(State part) {
    if (part < State::GzipExtraSize && gzip_flags_ & kExtra)
        state_ = State::GzipExtraSize;
    else if (part < State::GzipName && gzip_flags_ & kName)
        state_ = State::GzipName;
    else if (part < State::GzipComment && gzip_flags_ & kComment)
        state_ = State::GzipComment;
    else if (part < State::GzipHeaderCheck && gzip_flags_ & kHeaderCheck)
        state_ = State::GzipHeaderCheck;
    else
        state_ = State::Window;
}

bool Inflate::step_header(Bytes& input) {
    constexpr u8 kMagic = 0x1f, kMagic2 = 0x8b, kDeflate = 8;
    const bool is_wide = state_ == State::GzipExtraSize || state_ == State::GzipHeaderCheck;
    if (state_ == State::GzipExtra && left_ == 0) {
        end_gzip_part(State::GzipExtra);
        return true;
    }
    if (!has_bits(input, is_wide ? 16 : 8)) return false;
    const u32 bits = take_bits(is_wide ? 16 : 8);
    switch (state_) {
        case State::Start:
            if (bits == kMagic && format_ != ZipFormat::Zlib)
                start_gzip();
            else if (format_ == ZipFormat::Gzip)
                return fail("incorrect header check");
            else
                start_zlib(bits);
            checksum_ = first_checksum(format_);
            return true;
        case State::ZlibFlags:
            if ((code_ << 8 | bits) % 31) return fail("incorrect header check");
            if (bits & 0x20) return fail("a dictionary is needed");
            state_ = State::Window;
            return true;
        case State::GzipFixed:
            if (left_ == 9 && bits != kMagic2) return fail("incorrect header check");
            if (left_ == 8 && bits != kDeflate) return fail("unknown compression method");
            if (left_ == 7) gzip_flags_ = static_cast<u8>(bits);
            if (gzip_flags_ & kReserved) return fail("unknown header flags set");
            if (--left_ == 0) end_gzip_part(State::GzipFixed);
            return true;
        case State::GzipExtraSize:
            left_ = bits;
            state_ = State::GzipExtra;
            return true;
        case State::GzipExtra: --left_; return true;
        case State::GzipName:
        case State::GzipComment:
            if (bits == 0) end_gzip_part(state_);
            return true;
        default: state_ = State::Window; return true;
    }
}

bool Inflate::step_trailer(Bytes& input) {
    if (format_ == ZipFormat::Raw) {
        state_ = State::Done;
        return true;
    }
    if (!has_bits(input, 8)) return false;
    const u32 byte = take_bits(8);
    const unsigned size = format_ == ZipFormat::Zlib ? 4 : 8;
    const unsigned at = static_cast<unsigned>(left_++);
    u32 expected;
    if (format_ == ZipFormat::Zlib)
        expected = checksum_ >> (24 - 8 * at);
    else
        expected = (at < 4 ? checksum_ : size_) >> 8 * (at & 3);
    if (byte != (expected & 0xff))
        return fail(at < 4 ? "incorrect data check" : "incorrect length check");
    if (left_ == size) state_ = State::Done;
    return true;
}

// --- blocks --------------------------------------------------------------------------------------

void Inflate::end_block() {
    state_ = State::BlockStart;
    if (!is_last_) return;
    static_cast<void>(take_bits(bit_count_ & 7));
    left_ = 0;
    state_ = State::Trailer;
}

void Inflate::start_fixed() {
    std::fill_n(lengths_, 144, u8{8});
    std::fill_n(lengths_ + 144, 112, u8{9});
    std::fill_n(lengths_ + 256, 24, u8{7});
    std::fill_n(lengths_ + 280, 8, u8{8});
    static_cast<void>(literals_.build(lengths_, kLiterals));
    std::fill_n(lengths_, kDistances, u8{5});
    static_cast<void>(distances_.build(lengths_, kDistances));
    state_ = State::Symbol;
}

void Inflate::start_block(u32 header) {
    is_last_ = header & 1;
    switch (header >> 1) {
        case 0:
            static_cast<void>(take_bits(bit_count_ & 7));
            state_ = State::StoredSize;
            return;
        case 1: start_fixed(); return;
        case 2: state_ = State::Counts; return;
        default: fail("invalid block type");
    }
}

bool Inflate::step_block(Bytes& input) {
    if (state_ == State::BlockStart) {
        if (!has_bits(input, 3)) return false;
        start_block(take_bits(3));
        return true;
    }
    if (!has_bits(input, 16)) return false;
    const u32 bits = take_bits(16);
    if (state_ == State::StoredSize) {
        left_ = bits;
        state_ = State::StoredCheck;
        return true;
    }
    if (bits != (left_ ^ 0xffff)) return fail("invalid stored block lengths");
    state_ = State::Stored;
    if (left_ == 0) end_block();
    return true;
}

// The lengths of codes, packed by codes of their own, whose lengths come first.
bool Inflate::step_tables(Bytes& input) {
    if (state_ == State::Counts) {
        if (!has_bits(input, 14)) return false;
        literal_count_ = static_cast<u16>(take_bits(5) + 257);
        distance_count_ = static_cast<u16>(take_bits(5) + 1);
        order_count_ = static_cast<u16>(take_bits(4) + 4);
        if (literal_count_ > 286 || distance_count_ > 30)
            return fail("too many length or distance symbols");
        length_at_ = 0;
        std::fill_n(lengths_, kOrderSize, u8{0});
        state_ = State::OrderLengths;
        return true;
    }
    if (state_ != State::OrderLengths) return take_code_length(input);
    if (!has_bits(input, 3)) return false;
    lengths_[kOrder[length_at_++]] = static_cast<u8>(take_bits(3));
    if (length_at_ < order_count_) return true;
    if (!distances_.build(lengths_, kOrderSize)) return fail("invalid code lengths set");
    length_at_ = 0;
    state_ = State::CodeLengths;
    return true;
}

// The length of the next code, or that of the last ones again.
bool Inflate::take_code_length(Bytes& input) {
    u32 times = 1;
    u8 length = 0;
    if (state_ == State::CodeLengths) {
        const int symbol = decode(distances_, input);
        if (symbol == kWait) return false;
        if (symbol < 0) return fail("invalid code lengths set");
        code_ = static_cast<u32>(symbol);
        if (code_ >= kRepeatLast) {
            state_ = State::Repeat;
            return true;
        }
        length = static_cast<u8>(symbol);
    } else {
        const unsigned bits = code_ == kRepeatLast ? 2 : code_ == kRepeatZero ? 3 : 7;
        if (!has_bits(input, bits)) return false;
        times = take_bits(bits) + (code_ > kRepeatZero ? 11 : 3);
        if (code_ == kRepeatLast) {
            if (length_at_ == 0) return fail("invalid bit length repeat");
            length = lengths_[length_at_ - 1];
        }
        state_ = State::CodeLengths;
    }
    if (length_at_ + times > u32{literal_count_} + distance_count_)
        return fail("invalid bit length repeat");
    std::fill_n(lengths_ + length_at_, times, length);
    length_at_ = static_cast<u16>(length_at_ + times);
    if (length_at_ == literal_count_ + distance_count_) build_tables();
    return true;
}

void Inflate::build_tables() {
    state_ = State::Symbol;
    if (lengths_[kEndOfBlock] == 0)
        fail("invalid code -- missing end-of-block");
    else if (!literals_.build(lengths_, literal_count_))
        fail("invalid literal/lengths set");
    else if (!distances_.build(lengths_ + literal_count_, distance_count_))
        fail("invalid distances set");
}

// --- data ----------------------------------------------------------------------------------------

// Requires: there is room.
void Inflate::put(MutableBytes& room, u8 byte) {
    const u32 mask = static_cast<u32>(window_size() - 1);
    window_[window_at_] = byte;
    window_at_ = (window_at_ + 1) & mask;
    if (window_used_ <= mask) ++window_used_;
    room[0] = byte;
    room = room.subspan(1);
}

bool Inflate::step_symbol(Bytes& input, MutableBytes& room) {
    const int symbol = decode(literals_, input);
    if (symbol == kWait) return false;
    if (symbol < 0) return fail("invalid literal/length code");
    if (symbol < static_cast<int>(kEndOfBlock)) {
        put(room, static_cast<u8>(symbol));
        return true;
    }
    code_ = static_cast<u32>(symbol) - kEndOfBlock - 1;
    if (symbol == static_cast<int>(kEndOfBlock))
        end_block();
    else if (code_ >= kLengthCodes.size())
        return fail("invalid literal/length code");
    else
        state_ = State::LengthBits;
    return true;
}

bool Inflate::step_distance(Bytes& input) {
    if (state_ == State::LengthBits) {
        if (!has_bits(input, kLengthCodes[code_].extra_bits)) return false;
        left_ = kLengthCodes[code_].base + take_bits(kLengthCodes[code_].extra_bits);
        state_ = State::DistanceSymbol;
        return true;
    }
    if (state_ == State::DistanceSymbol) {
        const int symbol = decode(distances_, input);
        if (symbol == kWait) return false;
        code_ = static_cast<u32>(symbol);
        if (symbol < 0 || code_ >= kDistanceCodes.size()) return fail("invalid distance code");
        state_ = State::DistanceBits;
        return true;
    }
    if (!has_bits(input, kDistanceCodes[code_].extra_bits)) return false;
    distance_ = kDistanceCodes[code_].base + take_bits(kDistanceCodes[code_].extra_bits);
    if (distance_ > window_used_) return fail("invalid distance too far back");
    state_ = State::Copy;
    return true;
}

void Inflate::copy_match(MutableBytes& room) {
    const u32 mask = static_cast<u32>(window_size() - 1);
    for (; left_ && !room.empty(); --left_) put(room, window_[(window_at_ - distance_) & mask]);
    if (left_ == 0) state_ = State::Symbol;
}

void Inflate::copy_stored(Bytes& input, MutableBytes& room) {
    const usize size = std::min({input.size(), room.size(), usize{left_}});
    for (u8 byte : input.first(size)) put(room, byte);
    input = input.subspan(size);
    left_ -= static_cast<u32>(size);
    if (left_ == 0) end_block();
}

}  // namespace krait
