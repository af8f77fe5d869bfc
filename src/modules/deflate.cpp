// The module deflate: a stream that packs what is written to another stream, and unpacks what is
// read from it.
//
// Nothing is read of the other stream before it is needed, byte by byte, so that what stands behind
// the packed data is still there. Packers and unpackers are made at the first write and read.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/shape.hpp"
#include "modules/io/any_stream.hpp"
#include "modules/modules.hpp"
#include "modules/zlib/packing.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

constexpr usize kChunk = 256;

struct DeflateIo : Object {
    static const BuiltinType kType;
    Value stream;
    Unpacking* unpacking;  // null: nothing was read yet
    Packing* packing;      // null: nothing was written yet
    ZipFormat format;
    u8 window_bits;
    bool closes, closed, at_end;
};

Value construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value stream;
    isize format, window_bits;
    bool closes;
    KRAIT_TRY((parse_args<"(stream, format=0, wbits=0, close=False, /)">(
        in, "DeflateIO"_sym, args, stream, format, window_bits, closes)));
    if (format < 0 || format > static_cast<isize>(ZipFormat::Gzip))
        return raise(in, kValueError, "bad format");
    if (window_bits != 0 &&
        (window_bits < isize{kMinWindowBits} || window_bits > isize{kMaxWindowBits}))
        return raise(in, kValueError, "wbits must be 0 or {} to {}", kMinWindowBits,
                     kMaxWindowBits);
    auto* self = KRAIT_TRY(make_instance<DeflateIo>(in, cls));
    self->stream = stream;
    self->format = static_cast<ZipFormat>(format);
    self->window_bits = static_cast<u8>(window_bits);
    self->closes = closes;
    return self;
}

Status check_open(Interp& in, const DeflateIo* d) {
    return d->closed ? Status(raise_os_error(in, error::kEINVAL)) : Status(kOk);
}

// --- reading -------------------------------------------------------------------------------------

// The next byte of the other stream; kStreamAgain.
Result<isize> next_byte(Interp& in, DeflateIo* d, u8& byte) {
    const isize n = KRAIT_TRY(read_from(in, d->stream, {&byte, 1}));
    if (n == 0) return raise(in, kEOFError, "the packed data has no end");
    return n;
}

Result<isize> read(Interp& in, Value self, MutableBytes into) {
    auto* d = as<DeflateIo>(self);
    KRAIT_TRY(check_open(in, d));
    if (d->at_end) return 0;
    if (!d->unpacking) {
        Unpacking* u = KRAIT_TRY(new_unpacking(in, d->format, d->window_bits));
        in.heap().write(d->unpacking, u);
    }
    MutableBytes room = into;
    u8 byte;
    Bytes input;
    while (!room.empty()) {
        Inflate::Step step;
        KRAIT_TRY(unpack(in, d->unpacking, input, room, step));
        if (step == Inflate::Step::Bad) return raise_os_error(in, error::kEINVAL);
        if (step == Inflate::Step::Done) {
            d->at_end = true;
            break;
        }
        if (step != Inflate::Step::NeedInput) continue;
        const isize n = KRAIT_TRY(next_byte(in, d, byte));
        if (n == kStreamAgain)
            return room.size() == into.size() ? kStreamAgain
                                              : static_cast<isize>(into.size() - room.size());
        input = {&byte, 1};
    }
    return static_cast<isize>(into.size() - room.size());
}

// --- writing -------------------------------------------------------------------------------------

// Lets one of the packer's functions append to a piece of room, and writes that.
template <class Step>
Status emit(Interp& in, DeflateIo* d, Step step) {
    u8 piece[kChunk];
    MutableBytes room(piece);
    step(d->packing->state, room);
    return write_all_to(in, d->stream, {piece, sizeof piece - room.size()});
}

Status begin_writing(Interp& in, DeflateIo* d) {
    constexpr unsigned kEffort = 128;
    const ZipFormat format = d->format == ZipFormat::Auto ? ZipFormat::Raw : d->format;
    const unsigned window_bits = d->window_bits ? d->window_bits : kSmallWindowBits;
    Packing* p = KRAIT_TRY(new_packing(in, format, window_bits, kEffort, true));
    in.heap().write(d->packing, p);
    return emit(in, d, [](Deflate& s, MutableBytes& room) { s.start(room); });
}

Result<isize> write(Interp& in, Value self, Bytes data) {
    auto* d = as<DeflateIo>(self);
    KRAIT_TRY(check_open(in, d));
    if (!d->packing) KRAIT_TRY(begin_writing(in, d));
    for (Bytes rest = data; !rest.empty();)
        KRAIT_TRY(emit(in, d, [&](Deflate& s, MutableBytes& room) { s.run(rest, room); }));
    return static_cast<isize>(data.size());
}

Status close(Interp& in, Value self) {
    auto* d = as<DeflateIo>(self);
    if (d->closed) return kOk;
    d->closed = true;
    if (d->packing) {
        KRAIT_TRY(emit(in, d, [](Deflate& s, MutableBytes& room) { s.end_block(room); }));
        KRAIT_TRY(emit(in, d, [](Deflate& s, MutableBytes& room) { s.pad(room); }));
        KRAIT_TRY(emit(in, d, [](Deflate& s, MutableBytes& room) { s.trailer(room); }));
    }
    return d->closes ? close_stream(in, d->stream) : Status(kOk);
}

// --- what Python sees ----------------------------------------------------------------------------

u64 timeout(Value) { return 0; }  // the other stream waits, as long as it may

Value method_read(Interp& in, DeflateIo* self, Value size) { return stream_read(in, self, size); }
Value method_readinto(Interp& in, DeflateIo* self, MutableBuffer into, isize size) {
    return stream_readinto(in, self, into, size);
}
Value method_readline(Interp& in, DeflateIo* self, isize limit) {
    return stream_readline(in, self, limit);
}
Value method_write(Interp& in, DeflateIo* self, Value data) {
    KRAIT_TRY(check_open(in, self));
    return stream_write(in, self, data);
}
Status method_close(Interp& in, DeflateIo* self) { return close(in, self); }
Value method_enter(DeflateIo* self) { return self; }
Status method_exit(Interp& in, DeflateIo* self, Args) { return close(in, self); }

void trace(Object* o, Marker& m) {
    auto* d = static_cast<DeflateIo*>(o);
    m.value(d->stream);
    m.object(d->unpacking);
    m.object(d->packing);
}

constexpr StreamOps kStream{.read = read, .write = write, .close = close, .timeout_us = timeout};
constexpr Slots kSlots{.construct = construct, .trace = trace, .stream = &kStream};
constexpr Row kDeflateIoRows[] = {
    def<"read(self, size=-1, /)", method_read>,
    def<"readinto(self, buf, nbytes=-1, /)", method_readinto>,
    def<"readline(self, size=-1, /)", method_readline>,
    def<"write(self, data, /)", method_write>,
    def<"close(self, /)", method_close>,
    def<"__enter__(self, /)", method_enter>,
    def<"__exit__(self, /, *args)", method_exit>,
};

constinit const BuiltinType DeflateIo::kType{
    {.name = "DeflateIO"_sym, .slots = &kSlots, .rows = kDeflateIoRows, .size = sizeof(DeflateIo)}};

constexpr Row kRows[] = {
    constant<"DeflateIO">(&DeflateIo::kType),
    constant<"AUTO">(static_cast<int>(ZipFormat::Auto)),
    constant<"RAW">(static_cast<int>(ZipFormat::Raw)),
    constant<"ZLIB">(static_cast<int>(ZipFormat::Zlib)),
    constant<"GZIP">(static_cast<int>(ZipFormat::Gzip)),
};

}  // namespace

constinit const ModuleDef kDeflateModule{.name = "deflate"_sym, .rows = kRows};

}  // namespace krait
