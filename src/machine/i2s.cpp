// machine.I2S: audio in and out.
//
// The bus runs by itself (hal/i2s.hpp); readinto() and write() move what it has. There are three
// ways to use it, as MicroPython documents them:
// - blocking: the call returns when the whole buffer is filled or taken, and callbacks run
//   meanwhile;
// - with irq(handler): the call returns at once, the handler is called when the buffer is done;
// - asyncio: once something has polled the object it never waits, and StreamReader and StreamWriter
//   do the waiting.
// No call on the stream path allocates.
#include "core/stream.hpp"
#include "machine/state.hpp"
#include "machine/types.hpp"

namespace krait {

namespace {

constinit const ModuleDef kI2sTable{"machine.I2S"_sym, {}};
constexpr int kRx = 1, kTx = 2, kMono = 0, kStereo = 1;

enum class Style : u8 { Blocking, Callback, Polled };

struct I2s : Object {
    static constexpr const BuiltinType& kType = kI2sType;
    u8 bus;
    bool open;
    Style style;
    hal::I2sConfig config;
    Value handler;    // called when a buffer is done
    BufferView view;  // of the buffer under way, with a handler; exporter empty: none
    usize done;       // bytes of it
};

hal::I2s& buses_of(Interp& in) { return *in.board()->i2s(); }

// --- setting up ----------------------------------------------------------------------------------

struct Arguments {
    Value sck, ws, sd, mck;
    isize mode, bits, format, rate, ibuf;
};

Status read_pins(Interp& in, const Arguments& a, hal::I2sConfig& out) {
    out.sck = static_cast<u16>(KRAIT_TRY(pin_number(in, a.sck)));
    out.ws = static_cast<u16>(KRAIT_TRY(pin_number(in, a.ws)));
    out.sd = static_cast<u16>(KRAIT_TRY(pin_number(in, a.sd)));
    if (!is_none(a.mck)) out.mck = static_cast<i16>(KRAIT_TRY(pin_number(in, a.mck)));
    return kOk;
}

Status read_config(Interp& in, const Arguments& a, hal::I2sConfig& out) {
    KRAIT_TRY(read_pins(in, a, out));
    if (a.mode != kRx && a.mode != kTx) return raise(in, kValueError, "invalid mode");
    if (a.bits != 16 && a.bits != 32) return raise(in, kValueError, "invalid bits");
    if (a.format != kMono && a.format != kStereo) return raise(in, kValueError, "invalid format");
    if (a.rate <= 0 || a.rate > 1'000'000) return raise(in, kValueError, "invalid rate");
    if (a.ibuf <= 0 || a.ibuf > (1 << 24)) return raise(in, kValueError, "invalid ibuf");
    out.mode = a.mode == kRx ? hal::I2sMode::Rx : hal::I2sMode::Tx;
    out.bits = static_cast<u8>(a.bits);
    out.format = a.format == kMono ? hal::I2sFormat::Mono : hal::I2sFormat::Stereo;
    out.rate_hz = static_cast<u32>(a.rate);
    out.buffer_bytes = static_cast<u32>(a.ibuf);
    return kOk;
}

void drop_buffer(I2s* self) {
    if (self->view.exporter) release_buffer(self->view);
    self->view = {};
    self->done = 0;
}

void close(Interp& in, I2s* self) {
    if (self->open) buses_of(in).close(self->bus);
    self->open = false;
    drop_buffer(self);
}

Status open(Interp& in, I2s* self, const Arguments& arguments) {
    hal::I2sConfig config{};
    KRAIT_TRY(read_config(in, arguments, config));
    close(in, self);
    const hal::IoResult opened = buses_of(in).open(self->bus, config);
    if (opened.is(hal::Errno::InvalidArgument))
        return raise(in, kValueError, "invalid I2S configuration");
    (void)KRAIT_TRY(take_count(in, opened));
    self->config = config;
    self->open = true;
    self->style = Style::Blocking;
    self->handler = Value();
    return kOk;
}

Value i2s_construct(Interp& in, const Type*, const CallArgs& args) {
    isize id = 0;
    Arguments a{};
    KRAIT_TRY((parse_args<"(id, *, sck, ws, sd, mck=None, mode, bits, format, rate, ibuf)">(
        in, "I2S"_sym, args, id, a.sck, a.ws, a.sd, a.mck, a.mode, a.bits, a.format, a.rate,
        a.ibuf)));
    hal::I2s* buses = KRAIT_TRY(need_part(in, in.board()->i2s()));
    if (id < 0 || id >= buses->count()) return raise(in, kValueError, "invalid I2S id");
    ValueArray* table = KRAIT_TRY(object_table(in, kI2sTable, buses->count()));
    if (!table->items[id]) {
        auto* fresh = KRAIT_TRY(in.make<I2s>());
        fresh->bus = static_cast<u8>(id);
        in.heap().write(table->items[id], Value(fresh));
    }
    KRAIT_TRY(open(in, as<I2s>(table->items[id]), a));
    return table->items[id];
}

Status i2s_init(Interp& in, I2s* self, Value sck, Value ws, Value sd, Value mck, isize mode,
                isize bits, isize format, isize rate, isize ibuf) {
    return open(in, self, {sck, ws, sd, mck, mode, bits, format, rate, ibuf});
}

void i2s_deinit(Interp& in, I2s* self) { close(in, self); }

// --- moving samples ------------------------------------------------------------------------------

bool is_rx(const I2s* self) { return self->config.mode == hal::I2sMode::Rx; }

// Moves what can be moved now between the bus and the rest of the buffer; how much.
Result<isize> move(Interp& in, I2s* self, MutableBytes rest) {
    hal::I2s& buses = buses_of(in);
    return take_count(in, is_rx(self) ? buses.read(self->bus, rest) : buses.write(self->bus, rest));
}

// Whether the buffer has no room (or nothing) for another frame.
bool is_complete(const I2s* self, usize size, usize done) {
    return size - done < self->config.frame_bytes();
}

Result<isize> move_all(Interp& in, I2s* self, MutableBytes buffer) {
    usize done = 0;
    const u8 interest = is_rx(self) ? hal::kPollIn : hal::kPollOut;
    for (;;) {
        done += static_cast<usize>(KRAIT_TRY(move(in, self, buffer.subspan(done))));
        if (is_complete(self, buffer.size(), done)) return static_cast<isize>(done);
        hal::PollEntry entry{hal::PollKind::I2s, interest, 0, self->bus};
        (void)KRAIT_TRY(in.scheduler()->wait_until(hal::kForever, {&entry, 1}));
        if (!self->open) return raise_os_error(in, error::kEBADF);  // a callback closed it
    }
}

// The buffer under way, with a handler: goes on with it; calls the handler when it is done.
Status go_on(Interp& in, I2s* self) {
    if (!self->view.exporter) return kOk;
    MutableBytes buffer{self->view.data, self->view.size};
    self->done += static_cast<usize>(KRAIT_TRY(move(in, self, buffer.subspan(self->done))));
    if (!is_complete(self, buffer.size(), self->done)) return kOk;
    drop_buffer(self);
    return self->handler ? in.scheduler()->run_callback(self->handler, self) : Status(kOk);
}

Status serve_i2s(Interp& in, hal::EventId source, u32) {
    const Value v = object_in_table(in, kI2sTable, source.unit);
    return v && as<I2s>(v)->open ? go_on(in, as<I2s>(v)) : Status(kOk);
}

// Begins with a buffer that the handler is told of when it is done.
Result<isize> begin(Interp& in, I2s* self, Value buffer) {
    if (self->view.exporter) return raise_os_error(in, error::kEBUSY);
    BufferView view;
    KRAIT_TRY(get_buffer(in, buffer, view, is_rx(self)));
    self->view = view;
    in.heap().write(self->view.exporter, view.exporter);
    self->done = 0;
    // What is there already must not wait for the next interrupt.
    if (buses_of(in).ready_bytes(self->bus))
        in.scheduler()->post({hal::EventKind::I2s, self->bus}, 0);
    return static_cast<isize>(view.size);
}

Result<isize> transfer(Interp& in, I2s* self, Value buffer, bool reading) {
    if (!self->open) return raise_os_error(in, error::kEBADF);
    if (is_rx(self) != reading) return raise_os_error(in, error::kEPERM);
    if (self->style == Style::Callback) return begin(in, self, buffer);
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, buffer, held, reading));
    MutableBytes bytes{held.data, held.size};
    return self->style == Style::Polled ? move(in, self, bytes) : move_all(in, self, bytes);
}

Result<isize> i2s_readinto(Interp& in, I2s* self, Value buffer) {
    return transfer(in, self, buffer, true);
}
Result<isize> i2s_write(Interp& in, I2s* self, Value buffer) {
    return transfer(in, self, buffer, false);
}

Status i2s_irq(Interp& in, I2s* self, Value handler) {
    if (!self->open) return raise_os_error(in, error::kEBADF);
    const bool on = !is_none(handler);
    if (on && !is_callable(handler))
        return raise(in, kTypeError, "handler must be None or callable");
    in.scheduler()->set_handler(hal::EventKind::I2s, serve_i2s);
    in.heap().write(self->handler, on ? handler : Value());
    self->style = on ? Style::Callback : Style::Blocking;
    buses_of(in).set_notify(self->bus, on);
    return kOk;
}

// --- asyncio and select --------------------------------------------------------------------------

Result<isize> stream_read_i2s(Interp& in, Value v, MutableBytes into) {
    I2s* self = as<I2s>(v);
    if (!self->open || !is_rx(self)) return raise_os_error(in, error::kEBADF);
    const isize n = KRAIT_TRY(move(in, self, into));
    return n == 0 ? kStreamAgain : n;
}

Result<isize> stream_write_i2s(Interp& in, Value v, Bytes data) {
    I2s* self = as<I2s>(v);
    if (!self->open || is_rx(self)) return raise_os_error(in, error::kEBADF);
    const isize n = KRAIT_TRY(move(in, self, {const_cast<u8*>(data.data()), data.size()}));
    return n == 0 ? kStreamAgain : n;
}

Status stream_poll_i2s(Interp& in, Value v, StreamPoll& question) {
    I2s* self = as<I2s>(v);
    if (!self->open) {
        question.ready = hal::kPollError;
        return kOk;
    }
    if (self->style == Style::Blocking) self->style = Style::Polled;
    const u8 mine = question.interest & (is_rx(self) ? hal::kPollIn : hal::kPollOut);
    if (mine && buses_of(in).ready_bytes(self->bus)) question.ready = mine;
    question.has_entry = mine != 0;
    question.entry = {hal::PollKind::I2s, mine, 0, self->bus};
    return kOk;
}

constexpr StreamOps kI2sStream{
    .read = stream_read_i2s, .write = stream_write_i2s, .poll = stream_poll_i2s};

// --- the rest ------------------------------------------------------------------------------------

template <class Sample>
void shift_samples(MutableBytes bytes, isize shift) {
    for (usize at = 0; at + sizeof(Sample) <= bytes.size(); at += sizeof(Sample)) {
        Sample sample;
        __builtin_memcpy(&sample, bytes.data() + at, sizeof sample);
        using Raw = std::make_unsigned_t<Sample>;
        sample = shift >= 0 ? static_cast<Sample>(static_cast<Raw>(sample) << shift)
                            : static_cast<Sample>(sample >> -shift);
        __builtin_memcpy(bytes.data() + at, &sample, sizeof sample);
    }
}

Status i2s_shift(Interp& in, MutableBuffer buf, isize bits, isize shift) {
    if (bits != 16 && bits != 32) return raise(in, kValueError, "invalid bits");
    if (shift <= -bits || shift >= bits) return raise(in, kValueError, "invalid shift");
    if (bits == 16)
        shift_samples<i16>(buf.bytes(), shift);
    else
        shift_samples<i32>(buf.bytes(), shift);
    return kOk;
}

// What the bus has moved and lost since it was opened.
Result<Dict*> i2s_stats(Interp& in, I2s* self) {
    const hal::I2sStats s = buses_of(in).stats(self->bus);
    Dict* out = KRAIT_TRY(new_dict(in, 5));
    auto set = [&](const Str* name, u64 n) -> Status {
        return dict_set(in, out, name, KRAIT_TRY(new_int_unsigned(in, n)));
    };
    KRAIT_TRY(set("frames"_sym, s.frames));
    KRAIT_TRY(set("frames_lost"_sym, s.frames_lost));
    KRAIT_TRY(set("frames_silent"_sym, s.frames_silent));
    KRAIT_TRY(set("overruns"_sym, s.overruns));
    KRAIT_TRY(set("underruns"_sym, s.underruns));
    return out;
}

Value i2s_repr(Interp& in, Value v) {
    const I2s* self = as<I2s>(v);
    const hal::I2sConfig& c = self->config;
    return format_str(in,
                      "I2S(id={}, sck={}, ws={}, sd={}, mode={}, bits={}, format={}, rate={}, "
                      "ibuf={})",
                      self->bus, c.sck, c.ws, c.sd, is_rx(self) ? kRx : kTx, c.bits,
                      c.format == hal::I2sFormat::Mono ? kMono : kStereo, c.rate_hz, c.buffer_bytes)
        .take();
}

void i2s_trace(Object* o, Marker& m) {
    auto* self = static_cast<I2s*>(o);
    m.value(self->handler);
    m.value(self->view.exporter);
}

constexpr Row kRows[] = {
    def<"init(self, *, sck, ws, sd, mck=None, mode, bits, format, rate, ibuf)", i2s_init>,
    def<"deinit(self, /)", i2s_deinit>,
    def<"readinto(self, buf, /)", i2s_readinto>,
    def<"write(self, buf, /)", i2s_write>,
    def<"irq(self, handler, /)", i2s_irq>,
    def<"stats(self, /)", i2s_stats>,
    def_static<"shift(*, buf, bits, shift)", i2s_shift>,
    constant<"RX">(kRx),
    constant<"TX">(kTx),
    constant<"MONO">(kMono),
    constant<"STEREO">(kStereo),
};
constexpr Slots kSlots{
    .repr = i2s_repr, .construct = i2s_construct, .trace = i2s_trace, .stream = &kI2sStream};

}  // namespace

constinit const BuiltinType kI2sType{
    {.name = "I2S"_sym, .slots = &kSlots, .rows = kRows, .flags = kFinal, .size = sizeof(I2s)}};

}  // namespace krait
