#include "machine/i2s.hpp"

#include "core/bind.hpp"
#include "core/shape.hpp"
#include "core/stream.hpp"
#include "machine/pin.hpp"

namespace krait {

namespace {

using Waits = I2sBus::Waits;

constexpr int kRx = 9, kTx = 5;  // MicroPython's numbers on an ESP32
constexpr int kMono = 0, kStereo = 1;
constexpr isize kMostBuffer = 1 << 24;

hal::I2s& hardware(Interp& in) { return *in.board()->i2s(); }

// --- opening and closing -------------------------------------------------------------------------

struct Settings {
    Value sck, ws, sd, mck;
    isize mode, bits, format, rate, ibuf;
};

Result<isize> line_number(Interp& in, Value pin) { return pin_number(in, pin); }

Status read_settings(Interp& in, const Settings& s, hal::I2sConfig& out) {
    out.sck = static_cast<u16>(KRAIT_TRY(line_number(in, s.sck)));
    out.ws = static_cast<u16>(KRAIT_TRY(line_number(in, s.ws)));
    out.sd = static_cast<u16>(KRAIT_TRY(line_number(in, s.sd)));
    if (!is_left_out(s.mck)) out.mck = static_cast<i16>(KRAIT_TRY(line_number(in, s.mck)));
    if (s.mode != kRx && s.mode != kTx) return raise(in, kValueError, "invalid mode");
    if (s.bits != 16 && s.bits != 32) return raise(in, kValueError, "invalid bits");
    if (s.format != kMono && s.format != kStereo) return raise(in, kValueError, "invalid format");
    if (s.rate <= 0 || s.rate > kMostBuffer) return raise(in, kValueError, "invalid rate");
    if (s.ibuf <= 0 || s.ibuf > kMostBuffer) return raise(in, kValueError, "invalid ibuf");
    out.mode = s.mode == kRx ? hal::I2sMode::Rx : hal::I2sMode::Tx;
    out.format = s.format == kStereo ? hal::I2sFormat::Stereo : hal::I2sFormat::Mono;
    out.bits = static_cast<u8>(s.bits);
    out.rate_hz = static_cast<u32>(s.rate);
    out.buffer_bytes = static_cast<u32>(s.ibuf);
    return kOk;
}

void end_transfer(I2sBus* self) {
    release_buffer(self->pending);
    self->pending = {};
    self->moved = 0;
}

void i2s_close(Interp& in, I2sBus* self) {
    if (!self->is_open) return;
    self->is_open = false;
    hardware(in).set_notify(self->number, false);
    hardware(in).close(self->number);
    end_transfer(self);
}

Status i2s_open(Interp& in, I2sBus* self, const Settings& settings) {
    hal::I2sConfig config;
    KRAIT_TRY(read_settings(in, settings, config));
    MachineState* state = KRAIT_TRY(machine_state(in));
    // A bus belongs to who asked for it last.
    if (I2sBus* before = as_if<I2sBus>(state->buses->items[self->number])) i2s_close(in, before);
    const hal::IoResult opened = hardware(in).open(self->number, config);
    if (opened.is(hal::Errno::InvalidArgument))
        return raise(in, kValueError, "this rate or ibuf is not possible");
    KRAIT_TRY(check(in, opened));
    self->is_open = true;
    self->is_rx = config.mode == hal::I2sMode::Rx;
    self->frame_bytes = static_cast<u8>(config.frame_bytes());
    self->waits = Waits::Blocking;
    in.heap().write(self->handler, none());
    in.heap().write(state->buses->items[self->number], Value(self));
    return kOk;
}

Value i2s_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize id;
    Settings s;
    KRAIT_TRY((parse_args<"(id, *, sck, ws, sd, mck=None, mode, bits, format, rate, ibuf)">(
        in, "I2S"_sym, args, id, s.sck, s.ws, s.sd, s.mck, s.mode, s.bits, s.format, s.rate,
        s.ibuf)));
    hal::I2s& i2s = *KRAIT_TRY(need_part(in, in.board()->i2s(), "I2S"));
    if (id < 0 || id >= i2s.count()) return raise(in, kValueError, "invalid id");
    I2sBus* self = KRAIT_TRY(make_instance<I2sBus>(in, cls));
    self->number = static_cast<u8>(id);
    self->handler = none();
    KRAIT_TRY(i2s_open(in, self, s));
    return self;
}

Status i2s_init(Interp& in, I2sBus* self, Value sck, Value ws, Value sd, Value mck, isize mode,
                isize bits, isize format, isize rate, isize ibuf) {
    return i2s_open(in, self, {sck, ws, sd, mck, mode, bits, format, rate, ibuf});
}

void i2s_deinit(Interp& in, I2sBus* self) { i2s_close(in, self); }

// --- moving samples ------------------------------------------------------------------------------

// Moves what can be moved now; the bytes, 0 when there are none.
Result<isize> move_some(Interp& in, I2sBus* self, MutableBytes samples) {
    if (!self->is_open) return raise_os_error(in, error::kEBADF);
    const hal::IoResult moved = self->is_rx ? hardware(in).read(self->number, samples)
                                            : hardware(in).write(self->number, samples);
    KRAIT_TRY(check(in, moved));
    return moved.count();
}

hal::PollEntry poll_entry(const I2sBus* self) {
    return {hal::PollKind::I2s, self->is_rx ? hal::kPollIn : hal::kPollOut, 0, self->number};
}

Value move_all(Interp& in, I2sBus* self, MutableBytes samples) {
    usize done = 0;
    for (const bool is_rx = self->is_rx;;) {
        // A callback may have opened it the other way; the buffer may be read-only.
        if (self->is_rx != is_rx) return raise_os_error(in, error::kEBADF);
        done += static_cast<usize>(KRAIT_TRY(move_some(in, self, samples.subspan(done))));
        if (done == samples.size()) return Value::from_int(static_cast<isize>(done));
        hal::PollEntry entry = poll_entry(self);
        // Callbacks may close the bus meanwhile, so each of them ends the wait.
        (void)KRAIT_TRY(in.scheduler()->wait_once(hal::kForever, {&entry, 1}));
    }
}

// Moves more of the buffer under way; when all is done, the handler is to be called.
Result<bool> move_pending(Interp& in, I2sBus* self) {
    const MutableBytes samples(self->pending.data,
                               self->pending.size - self->pending.size % self->frame_bytes);
    self->moved += static_cast<usize>(KRAIT_TRY(move_some(in, self, samples.subspan(self->moved))));
    if (self->moved < samples.size()) return false;
    end_transfer(self);
    return true;
}

Value begin_transfer(Interp& in, I2sBus* self, Value buffer) {
    end_transfer(self);
    KRAIT_TRY(get_buffer(in, buffer, self->pending, self->is_rx));
    in.heap().shade_all(&self->pending.exporter, 1);
    const auto size = static_cast<isize>(self->pending.size);
    if (KRAIT_TRY(move_pending(in, self))) KRAIT_TRY(in.scheduler()->schedule(self->handler, self));
    return Value::from_int(size);
}

Value transfer(Interp& in, I2sBus* self, Value buffer, bool is_rx) {
    if (!self->is_open) return raise_os_error(in, error::kEBADF);
    if (self->is_rx != is_rx) return raise_os_error(in, error::kEPERM);
    if (self->waits == Waits::Callback) return begin_transfer(in, self, buffer);
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, buffer, held, is_rx));
    const MutableBytes samples(held.data, held.size - held.size % self->frame_bytes);
    if (self->waits == Waits::Blocking) return move_all(in, self, samples);
    const isize moved = KRAIT_TRY(move_some(in, self, samples));
    return moved == 0 && !samples.empty() ? none() : Value::from_int(moved);
}

Value i2s_readinto(Interp& in, I2sBus* self, Value buf) { return transfer(in, self, buf, true); }
Value i2s_write(Interp& in, I2sBus* self, Value buf) { return transfer(in, self, buf, false); }

Status i2s_irq(Interp& in, I2sBus* self, Value handler) {
    if (!is_none(handler) && !is_callable(handler))
        return raise(in, kValueError, "invalid callback");
    if (!self->is_open) return raise_os_error(in, error::kEBADF);
    end_transfer(self);
    in.heap().write(self->handler, handler);
    self->waits = is_none(handler) ? Waits::Blocking : Waits::Callback;
    hardware(in).set_notify(self->number, self->waits == Waits::Callback);
    return kOk;
}

// --- as a stream ---------------------------------------------------------------------------------

Result<isize> stream_move(Interp& in, Value value, MutableBytes samples, bool is_rx) {
    auto* self = as<I2sBus>(value);
    if (self->is_rx != is_rx) return raise_os_error(in, error::kEPERM);
    const usize odd = self->is_open ? samples.size() % self->frame_bytes : 0;
    const isize moved = KRAIT_TRY(move_some(in, self, samples.first(samples.size() - odd)));
    return moved ? moved : kStreamAgain;
}
Result<isize> stream_read_op(Interp& in, Value self, MutableBytes into) {
    return stream_move(in, self, into, true);
}
Result<isize> stream_write_op(Interp& in, Value self, Bytes samples) {
    return stream_move(in, self, {const_cast<u8*>(samples.data()), samples.size()}, false);
}

Status stream_poll_op(Interp& in, Value value, StreamPoll& question) {
    auto* self = as<I2sBus>(value);
    if (!self->is_open) {
        question.ready = hal::kPollError;
        return kOk;
    }
    if (self->waits == Waits::Blocking) self->waits = Waits::Stream;
    question.entry = poll_entry(self);
    question.entry.interest &= question.interest;
    question.has_entry = true;
    if (hardware(in).ready_bytes(self->number) >= self->frame_bytes)
        question.ready = question.entry.interest;
    return kOk;
}

Status stream_close_op(Interp& in, Value self) {
    i2s_close(in, as<I2sBus>(self));
    return kOk;
}
u64 stream_timeout_op(Value) { return 0; }

constexpr StreamOps kStream{.read = stream_read_op,
                            .write = stream_write_op,
                            .poll = stream_poll_op,
                            .close = stream_close_op,
                            .timeout_us = stream_timeout_op};

// --- shift ---------------------------------------------------------------------------------------

template <class Sample, class Unsigned>
void shift_samples(MutableBytes samples, isize shift) {
    constexpr isize kMost = sizeof(Sample) * 8 - 1;
    for (usize at = 0; at + sizeof(Sample) <= samples.size(); at += sizeof(Sample)) {
        Sample sample;
        __builtin_memcpy(&sample, samples.data() + at, sizeof sample);
        if (shift > kMost) {
            sample = 0;
        } else if (shift >= 0) {
            sample = static_cast<Sample>(static_cast<Unsigned>(sample) << shift);
        } else {
            sample = static_cast<Sample>(sample >> std::min(-shift, kMost));
        }
        __builtin_memcpy(samples.data() + at, &sample, sizeof sample);
    }
}

// Shifts each sample: to the left, or, with its sign, to the right if `shift` is negative.
Status i2s_shift(Interp& in, MutableBuffer buf, isize bits, isize shift) {
    if (bits == 16) {
        shift_samples<i16, u16>(buf.bytes(), shift);
    } else if (bits == 32) {
        shift_samples<i32, u32>(buf.bytes(), shift);
    } else {
        return raise(in, kValueError, "invalid bits");
    }
    return kOk;
}

// --- what was lost -------------------------------------------------------------------------------

hal::I2sStats stats_of(Interp& in, I2sBus* self) {
    return self->is_open ? hardware(in).stats(self->number) : hal::I2sStats{};
}
u32 i2s_overruns(Interp& in, I2sBus* self) { return stats_of(in, self).overruns; }
u32 i2s_underruns(Interp& in, I2sBus* self) { return stats_of(in, self).underruns; }
u64 i2s_frames_lost(Interp& in, I2sBus* self) { return stats_of(in, self).frames_lost; }

void i2s_trace(Object* o, Marker& m) {
    auto* self = static_cast<I2sBus*>(o);
    m.value(self->handler);
    m.value(self->pending.exporter);
}

constexpr Row kRows[] = {
    def<"init(self, *, sck, ws, sd, mck=None, mode, bits, format, rate, ibuf)", i2s_init>,
    def<"deinit(self)", i2s_deinit>,
    def<"readinto(self, buf, /)", i2s_readinto>,
    def<"write(self, buf, /)", i2s_write>,
    def<"irq(self, handler, /)", i2s_irq>,
    def_static<"shift(*, buf, bits, shift)", i2s_shift>,
    def<"close(self)", i2s_deinit>,
    getter<"overruns", i2s_overruns>,
    getter<"underruns", i2s_underruns>,
    getter<"frames_lost", i2s_frames_lost>,
    constant<"RX">(kRx),
    constant<"TX">(kTx),
    constant<"MONO">(kMono),
    constant<"STEREO">(kStereo),
};
constexpr Slots kSlots{.construct = i2s_construct, .trace = i2s_trace, .stream = &kStream};

}  // namespace

constinit const BuiltinType I2sBus::kType{
    {.name = "I2S"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(I2sBus)}};

Status serve_i2s(Interp& in, hal::EventId source, u32) {
    MachineState* state = KRAIT_TRY(machine_state(in));
    I2sBus* self = as_if<I2sBus>(state->buses->items[source.unit]);
    if (!self || !self->is_open || !self->pending.exporter) return kOk;
    if (!KRAIT_TRY(move_pending(in, self))) return kOk;
    return in.scheduler()->run_callback(self->handler, self);
}

}  // namespace krait
