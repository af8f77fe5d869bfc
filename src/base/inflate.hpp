// Unpacking of deflated data, raw or in zlib's or gzip's wrapping, piece by piece.
//
// run() takes bytes of input and gives bytes of output, as many as there are and fit, and can stop
// between any two of either: the state is where it stands in the format, at most 24 bits of input
// that are not used up yet, the tables of the block, and the window, the last bytes of output that
// may be referred to. It takes no byte of input before it needs it. Each state either has all the
// bits of its step or waits for more with nothing taken, so a step is never half done.
//
// Huffman codes are canonical: the code lengths alone say what the codes are, and a code is decoded
// bit by bit by counting how many codes of each length there are. That is slower than tables of
// codes and needs 700 bytes instead of several thousand.
//
// No input can do harm: references further back than the window or than what there is end the
// stream, as do tables that name too many codes.
#pragma once

#include "base/zip_format.hpp"

namespace krait {

class Inflate {
  public:
    enum class Step : u8 {
        NeedInput,
        NeedRoom,
        NeedWindow,  // of window_size() bytes, by set_window()
        Done,        // the checksum was right
        Bad,         // fault() says why
    };

    // `window_bits`: 0, or the largest window that may be used.
    explicit Inflate(ZipFormat format = ZipFormat::Auto, unsigned window_bits = 0);

    // Goes on; `input` and `room` lose at their front what is used.
    Step run(Bytes& input, MutableBytes& room);
    usize window_size() const { return usize{1} << window_bits_; }
    // Memory that stays where it is while this goes on, with what a window had in it before.
    void set_window(u8* window) { window_ = window; }
    const char* fault() const { return fault_; }

  private:
    enum class State : u8 {
        Start,
        ZlibFlags,
        GzipFixed,
        GzipExtraSize,
        GzipExtra,
        GzipName,
        GzipComment,
        GzipHeaderCheck,
        Window,
        BlockStart,
        StoredSize,
        StoredCheck,
        Stored,
        Counts,
        OrderLengths,
        CodeLengths,
        Repeat,
        Symbol,
        LengthBits,
        DistanceSymbol,
        DistanceBits,
        Copy,
        Trailer,
        Done,
        Bad,
    };
    static constexpr usize kLiterals = 288, kDistances = 32, kLongestCode = 15;
    static constexpr int kWait = -1, kNoCode = -2;

    template <usize Size>
    struct Codes {
        u16 count[kLongestCode + 1];  // codes of each length
        u16 symbol[Size];             // in the order of their codes
        bool build(const u8* lengths, usize size);
    };

    bool has_bits(Bytes& input, unsigned bits);
    u32 take_bits(unsigned bits);
    template <usize Size>
    int decode(const Codes<Size>& codes, Bytes& input);

    // Each does one step; false: it waits for input.
    bool step(Bytes& input, MutableBytes& room);
    bool step_header(Bytes& input);
    bool step_block(Bytes& input);
    bool step_tables(Bytes& input);
    bool step_symbol(Bytes& input, MutableBytes& room);
    bool step_distance(Bytes& input);
    bool step_trailer(Bytes& input);
    void start_zlib(u32 method);
    void start_gzip();
    void end_gzip_part(State part);
    void start_block(u32 header);
    void start_fixed();
    bool take_code_length(Bytes& input);
    void build_tables();
    void copy_stored(Bytes& input, MutableBytes& room);
    void copy_match(MutableBytes& room);
    void end_block();
    void put(MutableBytes& room, u8 byte);
    bool fail(const char* why);
    bool needs_room() const;

    State state_ = State::Start;
    ZipFormat format_;
    u8 window_bits_;
    bool is_last_ = false;
    u8 gzip_flags_ = 0;
    u8 bit_count_ = 0;
    u32 bits_ = 0;
    u32 left_ = 0;  // bytes of what is being passed or copied
    u32 distance_ = 0, code_ = 0;
    u32 checksum_ = 0, size_ = 0;
    u32 window_at_ = 0, window_used_ = 0;
    u16 literal_count_ = 0, distance_count_ = 0, order_count_ = 0, length_at_ = 0;
    u8* window_ = nullptr;
    const char* fault_ = nullptr;
    Codes<kLiterals> literals_;
    Codes<kDistances> distances_;  // while the tables are read: the codes of code lengths
    u8 lengths_[kLiterals + kDistances];
};

}  // namespace krait
