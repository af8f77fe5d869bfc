// machine.UART, as MicroPython's ESP32 port has it; its interrupts are in uart_irq.cpp.
//
// read() and its like wait `timeout` ms for the first byte and `timeout_char` ms for each next one,
// at least as long as two bytes take, so that what comes without a gap is read together. They give
// None when nothing came. write() waits for room.
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "core/stream.hpp"
#include "machine/buses.hpp"
#include "machine/pin.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

constexpr isize kMostBuffer = 1 << 20;
constexpr usize kAll = std::numeric_limits<usize>::max();

hal::Uart& uart_of(Interp& in) { return *in.board()->uart(); }

// What init() sets; what is None stays as it is.
struct Settings {
    Value baudrate, bits, parity, stop, tx, rx, rxbuf, txbuf, timeout, timeout_char;
};

Status take_number(Interp& in, Value v, isize least, isize most, std::string_view what, u32& out) {
    if (is_left_out(v)) return kOk;
    const isize number = KRAIT_TRY(to_index(in, v));
    if (number < least || number > most) return raise(in, kValueError, "invalid {}", what);
    out = static_cast<u32>(number);
    return kOk;
}

Status take_pins(Interp& in, const Settings& s, hal::UartConfig& config) {
    if (!is_left_out(s.tx)) config.tx = static_cast<i16>(KRAIT_TRY(pin_number(in, s.tx)));
    if (!is_left_out(s.rx)) config.rx = static_cast<i16>(KRAIT_TRY(pin_number(in, s.rx)));
    return kOk;
}

Status configure(Interp& in, UartPort* self, const Settings& s) {
    hal::UartConfig config = self->config;
    u32 bits = config.data_bits, stop = config.stop_bits;
    u32 parity = config.parity == hal::UartParity::Odd;
    constexpr isize kMostMs = std::numeric_limits<i32>::max();
    KRAIT_TRY(take_number(in, s.baudrate, 1, kMostMs, "baudrate", config.baud_rate));
    KRAIT_TRY(take_number(in, s.bits, 5, 8, "bits", bits));
    KRAIT_TRY(take_number(in, s.stop, 1, 2, "stop", stop));
    KRAIT_TRY(take_number(in, s.parity, 0, 1, "parity", parity));
    KRAIT_TRY(take_number(in, s.rxbuf, 1, kMostBuffer, "rxbuf", config.receive_bytes));
    KRAIT_TRY(take_number(in, s.txbuf, 1, kMostBuffer, "txbuf", config.send_bytes));
    KRAIT_TRY(take_number(in, s.timeout, 0, kMostMs, "timeout", self->timeout_ms));
    KRAIT_TRY(take_number(in, s.timeout_char, 0, kMostMs, "timeout_char", self->char_timeout_ms));
    KRAIT_TRY(take_pins(in, s, config));
    config.data_bits = static_cast<u8>(bits);
    config.stop_bits = static_cast<u8>(stop);
    // None is a choice here; only -1 leaves the parity as it is.
    if (is_none(s.parity))
        config.parity = hal::UartParity::None;
    else if (!is_left_out(s.parity))
        config.parity = parity ? hal::UartParity::Odd : hal::UartParity::Even;
    if (!uart_of(in).open(self->unit, config).is_ok())
        return raise(in, kValueError, "invalid baudrate or pins");
    self->config = config;
    self->is_open = true;
    return kOk;
}

Value uart_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize id;
    Settings s;
    KRAIT_TRY((parse_args<"(id, baudrate=None, bits=None, parity=None, stop=None, *, tx=None, "
                          "rx=None, rxbuf=None, txbuf=None, timeout=None, timeout_char=None)">(
        in, "UART"_sym, args, id, s.baudrate, s.bits, s.parity, s.stop, s.tx, s.rx, s.rxbuf,
        s.txbuf, s.timeout, s.timeout_char)));
    hal::Uart& uart = *KRAIT_TRY(need_part(in, in.board()->uart(), "UART"));
    if (id < 0 || id >= uart.count()) return raise(in, kValueError, "UART({}) doesn't exist", id);
    UartPort* self = KRAIT_TRY(make_instance<UartPort>(in, cls));
    self->unit = static_cast<u8>(id);
    self->config = hal::UartConfig();
    KRAIT_TRY(configure(in, self, s));
    return self;
}

Status uart_init(Interp& in, UartPort* self, Value baudrate, Value bits, Value parity, Value stop,
                 Value tx, Value rx, Value rxbuf, Value txbuf, Value timeout, Value timeout_char) {
    return configure(in, self,
                     {baudrate, bits, parity, stop, tx, rx, rxbuf, txbuf, timeout, timeout_char});
}

void uart_deinit(Interp& in, UartPort* self) {
    if (self->is_open) {
        drop_uart_irq(in, self->unit);
        uart_of(in).close(self->unit);
    }
    self->is_open = false;
}

Status check_open(Interp& in, const UartPort* self) {
    return self->is_open ? Status(kOk) : Status(raise(in, kValueError, "the UART is closed"));
}

// --- streams -------------------------------------------------------------------------------------

Result<isize> read(Interp& in, Value value, MutableBytes into) {
    const auto* self = as<UartPort>(value);
    KRAIT_TRY(check_open(in, self));
    const isize n = KRAIT_TRY(take_count(in, uart_of(in).read(self->unit, into)));
    return n == 0 ? kStreamAgain : n;
}

Result<isize> write(Interp& in, Value value, Bytes data) {
    const auto* self = as<UartPort>(value);
    KRAIT_TRY(check_open(in, self));
    const isize n = KRAIT_TRY(take_count(in, uart_of(in).write(self->unit, data)));
    return n == 0 && !data.empty() ? kStreamAgain : n;
}

Status poll(Interp& in, Value value, StreamPoll& question) {
    const auto* self = as<UartPort>(value);
    KRAIT_TRY(check_open(in, self));
    if (uart_of(in).readable(self->unit)) question.ready |= question.interest & hal::kPollIn;
    if (uart_of(in).writable(self->unit)) question.ready |= question.interest & hal::kPollOut;
    return kOk;
}

u64 timeout(Value) { return hal::kForever; }

u64 char_patience_us(const UartPort* self) {
    const u64 two_bytes = 2 * u64{self->config.bits_per_byte()} * 1'000'000;
    return std::max(u64{self->char_timeout_ms} * 1000, two_bytes / self->config.baud_rate + 1);
}

// Reads up to `most` bytes, as long as they come in time, each kept by `keep(byte)`, which says
// whether to go on.
template <class Keep>
Status receive(Interp& in, UartPort* self, usize most, Keep keep) {
    u64 patience_us = u64{self->timeout_ms} * 1000;
    for (usize count = 0; count < most;) {
        u8 byte;
        const isize n = KRAIT_TRY(read(in, self, {&byte, 1}));
        if (n == 1) {
            ++count;
            patience_us = char_patience_us(self);
            if (!KRAIT_TRY(keep(byte))) return kOk;
            continue;
        }
        const u64 deadline = in.scheduler()->deadline_in(patience_us);
        if (patience_us == 0 || !KRAIT_TRY(wait_stream(in, self, hal::kPollIn, deadline)))
            return kOk;
    }
    return kOk;
}

usize limit_of(isize size) { return size < 0 ? kAll : static_cast<usize>(size); }

Value received(BytesBuilder& bytes) {
    if (bytes.size() == 0) return none();
    return KRAIT_TRY(bytes.finish());
}

Value uart_read(Interp& in, UartPort* self, isize size) {
    BytesBuilder bytes(in);
    KRAIT_TRY(receive(in, self, limit_of(size), [&](u8 byte) -> Result<bool> {
        KRAIT_TRY(bytes.append(byte));
        return true;
    }));
    return received(bytes);
}

Value uart_readline(Interp& in, UartPort* self, isize size) {
    BytesBuilder bytes(in);
    KRAIT_TRY(receive(in, self, limit_of(size), [&](u8 byte) -> Result<bool> {
        KRAIT_TRY(bytes.append(byte));
        return byte != '\n';
    }));
    return received(bytes);
}

Value uart_readinto(Interp& in, UartPort* self, MutableBuffer into, isize size) {
    usize count = 0;
    KRAIT_TRY(receive(in, self, std::min(into.size(), limit_of(size)), [&](u8 byte) {
        into.data()[count++] = byte;
        return Result<bool>(true);
    }));
    return count ? Value::from_int(static_cast<isize>(count)) : none();
}

Value uart_write(Interp& in, UartPort* self, Value data, Args range) {
    KRAIT_TRY(check_open(in, self));
    return stream_write(in, self, data, range);
}

Value uart_any(Interp& in, UartPort* self) {
    KRAIT_TRY(check_open(in, self));
    return new_int(in, uart_of(in).readable(self->unit));
}

Result<bool> uart_txdone(Interp& in, UartPort* self) {
    KRAIT_TRY(check_open(in, self));
    return uart_of(in).sent_at_us(self->unit) <= in.scheduler()->now_us();
}

Status uart_flush(Interp& in, UartPort* self) {
    KRAIT_TRY(check_open(in, self));
    (void)KRAIT_TRY(in.scheduler()->wait_until(uart_of(in).sent_at_us(self->unit)));
    return kOk;
}

Status uart_sendbreak(Interp& in, UartPort* self) {
    KRAIT_TRY(check_open(in, self));
    return check(in, uart_of(in).send_break(self->unit));
}

Status stream_close_uart(Interp& in, Value value) {
    uart_deinit(in, as<UartPort>(value));
    return kOk;
}

Value uart_repr(Interp& in, Value value) {
    const auto* self = as<UartPort>(value);
    const hal::UartConfig& c = self->config;
    const std::string_view parity = c.parity == hal::UartParity::None   ? "None"
                                    : c.parity == hal::UartParity::Even ? "0"
                                                                        : "1";
    return KRAIT_TRY(format_str(
        in,
        "UART({}, baudrate={}, bits={}, parity={}, stop={}, tx={}, rx={}, rxbuf={}, txbuf={}, "
        "timeout={}, timeout_char={})",
        self->unit, c.baud_rate, c.data_bits, parity, c.stop_bits, c.tx, c.rx, c.receive_bytes,
        c.send_bytes, self->timeout_ms, self->char_timeout_ms));
}

constexpr StreamOps kStream{
    .read = read, .write = write, .poll = poll, .close = stream_close_uart, .timeout_us = timeout};
constexpr Slots kSlots{.repr = uart_repr, .construct = uart_construct, .stream = &kStream};
constexpr Row kRows[] = {
    def<"init(self, baudrate=None, bits=None, parity=-1, stop=None, *, tx=None, rx=None, "
        "rxbuf=None, txbuf=None, timeout=None, timeout_char=None)",
        uart_init>,
    def<"deinit(self)", uart_deinit>,
    def<"any(self)", uart_any>,
    def<"read(self, nbytes=-1, /)", uart_read>,
    def<"readinto(self, buf, nbytes=-1, /)", uart_readinto>,
    def<"readline(self, nbytes=-1, /)", uart_readline>,
    def<"write(self, buf, /, *range)", uart_write>,
    def<"txdone(self)", uart_txdone>,
    def<"flush(self)", uart_flush>,
    def<"sendbreak(self)", uart_sendbreak>,
    def<"irq(self, handler=..., trigger=..., hard=False)", uart_irq>,
    constant<"IRQ_RX">(hal::kUartReceived),
    constant<"IRQ_RXIDLE">(hal::kUartReceiveIdle),
    constant<"IRQ_TXIDLE">(hal::kUartSendIdle),
    constant<"IRQ_BREAK">(hal::kUartBreak),
};

}  // namespace

constinit const BuiltinType UartPort::kType{
    {.name = "UART"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(UartPort)}};

}  // namespace krait
