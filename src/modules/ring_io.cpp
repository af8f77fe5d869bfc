// micropython.RingIO: a queue of bytes in a buffer of fixed size, as a stream that never waits.
//
// One place of the buffer stays empty, so that `first == last` means that nothing is in it. Who
// reads moves `first` only and who writes moves `last` only: one side may be an interrupt's
// handler.
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "core/stream.hpp"
#include "modules/modules.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

constexpr usize kMostBytes = 0xffff;

struct RingIo : Object {
    static constexpr const BuiltinType& kType = kRingIoType;
    MemoryView* view;  // of bytes
    usize first, last;

    usize size() const { return view->bytes(); }
    u8& at(usize index) { return view->data[index % size()]; }
    usize any() const { return (last + size() - first) % size(); }
};

Value ring_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value source;
    KRAIT_TRY((parse_args<"(buffer, /)">(in, "RingIO"_sym, args, source)));
    auto* self = KRAIT_TRY(make_instance<RingIo>(in, cls));
    if (is_int(source)) {
        const isize size = KRAIT_TRY(to_index(in, source));
        if (size < 1 || static_cast<usize>(size) >= kMostBytes)
            return raise(in, kValueError, "size must be in 1..{}", kMostBytes - 1);
        source = KRAIT_TRY(new_bytearray(in, {}));
        KRAIT_TRY(store_resize(in, as<BytearrayObject>(source), static_cast<usize>(size) + 1));
    }
    MemoryView* view = KRAIT_TRY(new_memoryview(in, source));
    if (view->readonly) return raise(in, kTypeError, "the buffer must be writable");
    if (view->bytes() < 2 || view->bytes() > kMostBytes)
        return raise(in, kValueError, "the buffer must have 2..{} bytes", kMostBytes);
    in.heap().write(self->view, view);
    return self;
}

Value ring_repr(Interp& in, Value) { return KRAIT_TRY(new_str(in, "<RingIO>")); }

Result<isize> take(Interp&, Value self, MutableBytes into) {
    auto* ring = as<RingIo>(self);
    const usize n = std::min(ring->any(), into.size());
    for (usize i = 0; i < n; ++i) {
        into[i] = ring->at(ring->first);
        ring->first = (ring->first + 1) % ring->size();
    }
    return static_cast<isize>(n);
}

Result<isize> put(Interp&, Value self, Bytes data) {
    auto* ring = as<RingIo>(self);
    const usize n = std::min(ring->size() - 1 - ring->any(), data.size());
    for (usize i = 0; i < n; ++i) {
        ring->at(ring->last) = data[i];
        ring->last = (ring->last + 1) % ring->size();
    }
    return static_cast<isize>(n);
}

Status poll(Interp&, Value self, StreamPoll& question) {
    const auto* ring = as<RingIo>(self);
    if (ring->any() > 0) question.ready |= question.interest & hal::kPollIn;
    if (ring->any() + 1 < ring->size()) question.ready |= question.interest & hal::kPollOut;
    return kOk;
}

Status close(Interp&, Value) { return kOk; }
u64 no_timeout(Value) { return 0; }

isize ring_any(RingIo* self) { return static_cast<isize>(self->any()); }

Value take_bytes(Interp& in, RingIo* self, usize most) {
    BytesObject* bytes = KRAIT_TRY(allocate_bytes(in, std::min(most, self->any())));
    (void)KRAIT_TRY(take(in, self, {bytes->data(), bytes->size()}));
    return bytes;
}
usize limit_of(isize size) {
    return size < 0 ? std::numeric_limits<usize>::max() : static_cast<usize>(size);
}
Value ring_read(Interp& in, RingIo* self, isize size) {
    return take_bytes(in, self, limit_of(size));
}

Value ring_readline(Interp& in, RingIo* self, isize size) {
    const usize most = std::min(self->any(), limit_of(size));
    for (usize i = 0; i < most; ++i)
        if (self->at(self->first + i) == '\n') return take_bytes(in, self, i + 1);
    return take_bytes(in, self, most);
}

Result<isize> ring_readinto(Interp& in, RingIo* self, MutableBuffer buffer, isize size) {
    return take(in, self, buffer.bytes().first(std::min(buffer.size(), limit_of(size))));
}
Result<isize> ring_write(Interp& in, RingIo* self, Payload data) { return put(in, self, data); }
void ring_close(RingIo*) {}

void trace(Object* o, Marker& m) { m.object(static_cast<RingIo*>(o)->view); }

constexpr StreamOps kStream{
    .read = take, .write = put, .poll = poll, .close = close, .timeout_us = no_timeout};
constexpr Slots kSlots{
    .repr = ring_repr, .construct = ring_construct, .trace = trace, .stream = &kStream};
constexpr Row kRows[] = {
    def<"any(self, /)", ring_any>,
    def<"read(self, nbytes=-1, /)", ring_read>,
    def<"readline(self, nbytes=-1, /)", ring_readline>,
    def<"readinto(self, buf, nbytes=-1, /)", ring_readinto>,
    def<"write(self, buf, /)", ring_write>,
    def<"close(self, /)", ring_close>,
};

}  // namespace

constinit const BuiltinType kRingIoType{
    {.name = "RingIO"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(RingIo)}};

}  // namespace krait
