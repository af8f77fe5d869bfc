// The module zlib, over the packer and unpacker of src/base.
//
// Differs: what is packed is not what the C library makes of it byte by byte; it packs a little
// less. Dictionaries (zdict) are not taken.
#include <optional>

#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/exception_type.hpp"
#include "modules/modules.hpp"
#include "modules/zlib/packing.hpp"
#include "objects/bytes.hpp"
#include "objects/int.hpp"

namespace krait {

namespace {

constexpr usize kPiece = 512;
constexpr int kDefaultLevel = -1, kBestLevel = 9;
constexpr int kDeflated = 8, kMostMemory = 9, kMostStrategy = 4;  // arguments of compressobj()
enum Flush : int { kNoFlush = 0, kSyncFlush = 2, kFullFlush = 3, kFinish = 4 };

constinit const BuiltinType kZlibError{exception_type("error"_sym, kException)};

// The format and window that `wbits` stands for: 9 to 15 zlib, negative raw, plus 16 gzip, plus 32
// (of the unpacker only) either of the two.
struct Window {
    ZipFormat format = ZipFormat::Zlib;
    unsigned bits = 0;
};
// Nothing: no such window.
std::optional<Window> window_of(isize wbits, bool packs) {
    Window out;
    isize bits = wbits;
    if (wbits < 0) {
        if (wbits < -isize{kMaxWindowBits}) return {};
        out.format = ZipFormat::Raw;
        bits = -wbits;
    } else if (wbits >= 32 && !packs) {
        out.format = ZipFormat::Auto;
        bits -= 32;
    } else if (wbits >= 16) {
        out.format = ZipFormat::Gzip;
        bits -= 16;
    }
    const bool from_header = bits == 0 && !packs && out.format != ZipFormat::Raw;
    if (!from_header && (bits < 8 || bits > isize{kMaxWindowBits})) return {};
    out.bits = static_cast<unsigned>(bits);
    return out;
}

bool is_level(isize level) { return level >= kDefaultLevel && level <= kBestLevel; }
unsigned effort_of(isize level) {
    constexpr u16 kEfforts[] = {0, 4, 6, 8, 16, 24, 32, 64, 256, 1024};
    return kEfforts[level == kDefaultLevel ? 6 : level];
}

Raised raise_bad_option(Interp& in) {
    return raise(in, kValueError, "Invalid initialization option");
}

// --- packing -------------------------------------------------------------------------------------

template <class Step>
Status append(Packing* p, BytesBuilder& out, Step step) {
    u8 piece[kPiece];
    MutableBytes room(piece);
    step(p->state, room);
    return out.append(Bytes(piece, sizeof piece - room.size()));
}

Status append_data(Packing* p, BytesBuilder& out, Bytes data) {
    while (!data.empty())
        KRAIT_TRY(append(p, out, [&](Deflate& s, MutableBytes& room) { s.run(data, room); }));
    return kOk;
}

Status append_end(Packing* p, BytesBuilder& out) {
    return append(p, out, [](Deflate& s, MutableBytes& room) {
        s.end_block(room);
        s.pad(room);
        s.trailer(room);
    });
}

Value zlib_compress(Interp& in, Buffer data, isize level, isize wbits) {
    const auto window = window_of(wbits, true);
    if (!window || !is_level(level)) return raise(in, kZlibError, "Bad compression level");
    Packing* p = KRAIT_TRY(new_packing(in, window->format, window->bits, effort_of(level), true));
    BytesBuilder out(in);
    KRAIT_TRY(append(p, out, [](Deflate& s, MutableBytes& room) { s.start(room); }));
    KRAIT_TRY(append_data(p, out, data));
    KRAIT_TRY(append_end(p, out));
    return KRAIT_TRY(out.finish());
}

struct Compressor : Object {
    static const BuiltinType kType;
    Packing* packing;
    bool started, finished;
};

// How much memory is used and how is searched is the packer's own affair.
Value zlib_compressobj(Interp& in, isize level, isize method, isize wbits, isize memory,
                       isize strategy, Value zdict) {
    const auto window = window_of(wbits, true);
    if (!window || !is_level(level) || method != kDeflated || memory < 1 || memory > kMostMemory ||
        strategy < 0 || strategy > kMostStrategy)
        return raise_bad_option(in);
    if (!is_none(zdict)) return raise(in, kNotImplementedError, "zdict is not supported");
    Compressor* c = KRAIT_TRY(in.make<Compressor>());
    Packing* p = KRAIT_TRY(new_packing(in, window->format, window->bits, effort_of(level), false));
    in.heap().write(c->packing, p);
    return c;
}

Status begin(Interp& in, Compressor* c, BytesBuilder& out) {
    if (c->finished)
        return raise(in, kZlibError, "Error -2 while compressing data: inconsistent stream state");
    if (c->started) return kOk;
    c->started = true;
    return append(c->packing, out, [](Deflate& s, MutableBytes& room) { s.start(room); });
}

Value compressor_compress(Interp& in, Compressor* self, Buffer data) {
    BytesBuilder out(in);
    KRAIT_TRY(begin(in, self, out));
    KRAIT_TRY(append_data(self->packing, out, data));
    return KRAIT_TRY(out.finish());
}

Value compressor_flush(Interp& in, Compressor* self, isize mode) {
    if (mode < kNoFlush || mode > kFinish) return raise(in, kValueError, "invalid flush mode");
    BytesBuilder out(in);
    if (mode == kNoFlush) return KRAIT_TRY(out.finish());
    KRAIT_TRY(begin(in, self, out));
    if (mode == kFinish) {
        self->finished = true;
        KRAIT_TRY(append_end(self->packing, out));
    } else {
        KRAIT_TRY(
            append(self->packing, out, [](Deflate& s, MutableBytes& room) { s.flush(room); }));
    }
    return KRAIT_TRY(out.finish());
}

Value compressor_copy(Interp& in, Compressor* self) {
    Compressor* c = KRAIT_TRY(in.make<Compressor>());
    c->started = self->started;
    c->finished = self->finished;
    Packing* p = KRAIT_TRY(copy_of(in, self->packing));
    in.heap().write(c->packing, p);
    return c;
}

void trace_compressor(Object* o, Marker& m) { m.object(static_cast<Compressor*>(o)->packing); }

constexpr Slots kCompressorSlots{.trace = trace_compressor};
constexpr Row kCompressorRows[] = {
    def<"compress(self, data, /)", compressor_compress>,
    def<"flush(self, mode=4, /)", compressor_flush>,
    def<"copy(self, /)", compressor_copy>,
    def<"__copy__(self, /)", compressor_copy>,
};
constinit const BuiltinType Compressor::kType{{.name = "Compress"_sym,
                                               .slots = &kCompressorSlots,
                                               .rows = kCompressorRows,
                                               .flags = kFinal | kAbstractBase,
                                               .size = sizeof(Compressor)}};

// --- unpacking -----------------------------------------------------------------------------------

Raised raise_fault(Interp& in, const Unpacking* u) {
    return raise(in, kZlibError, "Error -3 while decompressing data: {}", u->state.fault());
}

// Unpacks until input or data end, or `most` bytes are there.
Status unpack_some(Interp& in, Unpacking* u, Bytes& input, usize most, BytesBuilder& out,
                   Inflate::Step& step) {
    usize made = 0;
    for (;;) {
        const usize wanted = std::min(most - made, std::max(kPiece, made));
        u8* at = KRAIT_TRY(out.reserve(wanted));
        MutableBytes room(at, wanted);
        KRAIT_TRY(unpack(in, u, input, room, step));
        out.advance(wanted - room.size());
        made += wanted - room.size();
        if (step == Inflate::Step::Bad) return raise_fault(in, u);
        if (step != Inflate::Step::NeedRoom || made == most) return kOk;
    }
}

constexpr usize kAll = std::numeric_limits<usize>::max() / 4;

Value zlib_decompress(Interp& in, Buffer data, isize wbits, isize bufsize) {
    const auto window = window_of(wbits, false);
    if (!window)
        return raise(in, kZlibError,
                     "Error -2 while preparing to decompress data: inconsistent stream state");
    if (bufsize < 0) return raise(in, kValueError, "bufsize must be non-negative");
    Unpacking* u = KRAIT_TRY(new_unpacking(in, window->format, window->bits));
    BytesBuilder out(in);
    Bytes input = data;
    Inflate::Step step;
    KRAIT_TRY(unpack_some(in, u, input, kAll, out, step));
    if (step != Inflate::Step::Done)
        return raise(in, kZlibError,
                     "Error -5 while decompressing data: incomplete or truncated stream");
    return KRAIT_TRY(out.finish());
}

struct Decompressor : Object {
    static const BuiltinType kType;
    Unpacking* unpacking;
    Value unused, unconsumed;  // bytes
    bool at_end;
};

Value zlib_decompressobj(Interp& in, isize wbits, Value zdict) {
    const auto window = window_of(wbits, false);
    if (!window) return raise_bad_option(in);
    if (!is_none(zdict)) return raise(in, kNotImplementedError, "zdict is not supported");
    Decompressor* d = KRAIT_TRY(in.make<Decompressor>());
    d->unused = d->unconsumed = Value(empty_bytes());
    Unpacking* u = KRAIT_TRY(new_unpacking(in, window->format, window->bits));
    in.heap().write(d->unpacking, u);
    return d;
}

// What is left of the input goes where it belongs.
Status keep_rest(Interp& in, Decompressor* d, Bytes rest) {
    const Value bytes = KRAIT_TRY(new_bytes(in, rest));
    if (!d->at_end) {
        in.heap().write(d->unconsumed, bytes);
        return kOk;
    }
    in.heap().write(d->unconsumed, Value(empty_bytes()));
    const Value all = KRAIT_TRY(binary(in, BinaryOp::Add, d->unused, bytes));
    in.heap().write(d->unused, all);
    return kOk;
}

Value decompress(Interp& in, Decompressor* d, Bytes data, usize most) {
    BytesBuilder out(in);
    if (!d->at_end) {
        Inflate::Step step;
        KRAIT_TRY(unpack_some(in, d->unpacking, data, most, out, step));
        d->at_end = step == Inflate::Step::Done;
    }
    KRAIT_TRY(keep_rest(in, d, data));
    return KRAIT_TRY(out.finish());
}

Value decompressor_decompress(Interp& in, Decompressor* self, Buffer data, isize max_length) {
    if (max_length < 0) return raise(in, kValueError, "max_length must be non-negative");
    return decompress(in, self, data, max_length ? static_cast<usize>(max_length) : kAll);
}

Value decompressor_flush(Interp& in, Decompressor* self, isize length) {
    if (length <= 0) return raise(in, kValueError, "length must be greater than zero");
    BytesObject* left = as<BytesObject>(self->unconsumed);
    return decompress(in, self, left->bytes(), kAll);
}

Value decompressor_copy(Interp& in, Decompressor* self) {
    Decompressor* d = KRAIT_TRY(in.make<Decompressor>());
    d->unused = self->unused;
    d->unconsumed = self->unconsumed;
    d->at_end = self->at_end;
    Unpacking* u = KRAIT_TRY(copy_of(in, self->unpacking));
    in.heap().write(d->unpacking, u);
    return d;
}

Value unused_data(Decompressor* self) { return self->unused; }
Value unconsumed_tail(Decompressor* self) { return self->unconsumed; }
bool is_at_end(Decompressor* self) { return self->at_end; }

void trace_decompressor(Object* o, Marker& m) {
    auto* d = static_cast<Decompressor*>(o);
    m.object(d->unpacking);
    m.value(d->unused);
    m.value(d->unconsumed);
}

constexpr Slots kDecompressorSlots{.trace = trace_decompressor};
constexpr Row kDecompressorRows[] = {
    def<"decompress(self, data, /, max_length=0)", decompressor_decompress>,
    def<"flush(self, length=16384, /)", decompressor_flush>,
    def<"copy(self, /)", decompressor_copy>,
    def<"__copy__(self, /)", decompressor_copy>,
    getter<"unused_data", unused_data>,
    getter<"unconsumed_tail", unconsumed_tail>,
    getter<"eof", is_at_end>,
};
constinit const BuiltinType Decompressor::kType{{.name = "Decompress"_sym,
                                                 .slots = &kDecompressorSlots,
                                                 .rows = kDecompressorRows,
                                                 .flags = kFinal | kAbstractBase,
                                                 .size = sizeof(Decompressor)}};

// --- checksums -----------------------------------------------------------------------------------

Value zlib_crc32(Interp& in, Buffer data, Value value) {
    u64 so_far;
    KRAIT_TRY(to_low_bits(in, value, so_far));
    return new_int_unsigned(in, crc32(data, static_cast<u32>(so_far)));
}
Value zlib_adler32(Interp& in, Buffer data, Value value) {
    u64 so_far;
    KRAIT_TRY(to_low_bits(in, value, so_far));
    return new_int_unsigned(in, adler32(data, static_cast<u32>(so_far)));
}

constexpr Row kRows[] = {
    def<"compress(data, /, level=-1, wbits=15)", zlib_compress>,
    def<"compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)",
        zlib_compressobj>,
    def<"decompress(data, /, wbits=15, bufsize=16384)", zlib_decompress>,
    def<"decompressobj(wbits=15, zdict=None)", zlib_decompressobj>,
    def<"crc32(data, value=0, /)", zlib_crc32>,
    def<"adler32(data, value=1, /)", zlib_adler32>,
    constant<"error">(&kZlibError),
    constant<"DEFLATED">(kDeflated),
    constant<"DEF_BUF_SIZE">(16384),
    constant<"DEF_MEM_LEVEL">(8),
    constant<"MAX_WBITS">(static_cast<int>(kMaxWindowBits)),
    constant<"Z_NO_COMPRESSION">(0),
    constant<"Z_BEST_SPEED">(1),
    constant<"Z_BEST_COMPRESSION">(kBestLevel),
    constant<"Z_DEFAULT_COMPRESSION">(kDefaultLevel),
    constant<"Z_DEFAULT_STRATEGY">(0),
    constant<"Z_FILTERED">(1),
    constant<"Z_HUFFMAN_ONLY">(2),
    constant<"Z_RLE">(3),
    constant<"Z_FIXED">(4),
    constant<"Z_NO_FLUSH">(kNoFlush),
    constant<"Z_PARTIAL_FLUSH">(1),
    constant<"Z_SYNC_FLUSH">(kSyncFlush),
    constant<"Z_FULL_FLUSH">(kFullFlush),
    constant<"Z_FINISH">(kFinish),
};

}  // namespace

constinit const ModuleDef kZlibModule{.name = "zlib"_sym, .rows = kRows};

}  // namespace krait
