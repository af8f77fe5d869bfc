// machine.SPI and machine.SoftSPI.
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "machine/buses.hpp"
#include "machine/pin.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

constexpr int kMsb = 0, kLsb = 1;

Result<hal::Spi*> need_spi(Interp& in) { return need_part(in, in.board()->spi(), "SPI"); }

// What init() sets; what is None stays as it is.
struct Settings {
    Value baudrate, polarity, phase, bits, firstbit, sck, mosi, miso;
};

Status take_choice(Interp& in, Value v, isize most, std::string_view what, u8& out) {
    if (is_none(v)) return kOk;
    const isize number = KRAIT_TRY(to_index(in, v));
    if (number < 0 || number > most) return raise(in, kValueError, "invalid {}", what);
    out = static_cast<u8>(number);
    return kOk;
}

Status take_pin(Interp& in, Value v, i16& out) {
    if (!is_left_out(v)) out = static_cast<i16>(KRAIT_TRY(pin_number(in, v)));
    return kOk;
}

Status configure(Interp& in, SpiBus* self, isize number, const Settings& s) {
    hal::SpiConfig config = self->config;
    if (!is_none(s.baudrate)) {
        const isize rate = KRAIT_TRY(to_index(in, s.baudrate));
        if (rate <= 0 || rate > std::numeric_limits<i32>::max())
            return raise(in, kValueError, "invalid baudrate");
        config.rate_hz = static_cast<u32>(rate);
    }
    KRAIT_TRY(take_choice(in, s.polarity, 1, "polarity", config.polarity));
    KRAIT_TRY(take_choice(in, s.phase, 1, "phase", config.phase));
    u8 first = config.lsb_first ? kLsb : kMsb;
    KRAIT_TRY(take_choice(in, s.firstbit, kLsb, "firstbit", first));
    config.lsb_first = first == kLsb;
    if (!is_none(s.bits) && KRAIT_TRY(to_index(in, s.bits)) != 8)
        return raise(in, kValueError, "bits must be 8");
    KRAIT_TRY(take_pin(in, s.sck, config.sck));
    KRAIT_TRY(take_pin(in, s.mosi, config.mosi));
    KRAIT_TRY(take_pin(in, s.miso, config.miso));
    const hal::IoResult rate = KRAIT_TRY(need_spi(in))->open(static_cast<u8>(number), config);
    if (!rate.is_ok()) return raise(in, kValueError, "invalid baudrate");
    config.rate_hz = static_cast<u32>(rate.count());
    self->config = config;
    self->number = number;
    return kOk;
}

Result<SpiBus*> make_bus(Interp& in, const Type* cls, isize number, bool is_soft,
                         const Settings& settings) {
    SpiBus* self = KRAIT_TRY(make_instance<SpiBus>(in, cls));
    self->config = hal::SpiConfig();
    self->is_soft = is_soft;
    KRAIT_TRY(configure(in, self, number, settings));
    return self;
}

Value spi_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize id;
    Settings s;
    KRAIT_TRY((parse_args<"(id, baudrate=None, *, polarity=None, phase=None, bits=None, "
                          "firstbit=None, sck=None, mosi=None, miso=None)">(
        in, "SPI"_sym, args, id, s.baudrate, s.polarity, s.phase, s.bits, s.firstbit, s.sck, s.mosi,
        s.miso)));
    const hal::Spi& spi = *KRAIT_TRY(need_spi(in));
    if (id < spi.first() || id > spi.last())
        return raise(in, kValueError, "SPI({}) doesn't exist", id);
    return make_bus(in, cls, id, false, s).take();
}

Value soft_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Settings s;
    KRAIT_TRY((parse_args<"(baudrate=None, *, polarity=None, phase=None, bits=None, "
                          "firstbit=None, sck, mosi, miso)">(in, "SoftSPI"_sym, args, s.baudrate,
                                                             s.polarity, s.phase, s.bits,
                                                             s.firstbit, s.sck, s.mosi, s.miso)));
    return make_bus(in, cls, KRAIT_TRY(need_spi(in))->last() + 1, true, s).take();
}

Status spi_init(Interp& in, SpiBus* self, Value baudrate, Value polarity, Value phase, Value bits,
                Value firstbit, Value sck, Value mosi, Value miso) {
    if (self->number < 0) return raise(in, kValueError, "the bus is closed");
    return configure(in, self, self->number,
                     {baudrate, polarity, phase, bits, firstbit, sck, mosi, miso});
}

Status spi_deinit(Interp& in, SpiBus* self) {
    if (self->number >= 0) KRAIT_TRY(need_spi(in))->close(static_cast<u8>(self->number));
    self->number = -1;
    return kOk;
}

Status transfer(Interp& in, SpiBus* self, Bytes out, MutableBytes into, isize fill) {
    if (self->number < 0) return raise(in, kValueError, "the bus is closed");
    return check(in,
                 KRAIT_TRY(need_spi(in))
                     ->transfer(static_cast<u8>(self->number), out, into, static_cast<u8>(fill)));
}

Value spi_read(Interp& in, SpiBus* self, isize size, isize fill) {
    if (size < 0) return raise(in, kValueError, "negative size");
    BytesObject* bytes = KRAIT_TRY(allocate_bytes(in, static_cast<usize>(size)));
    KRAIT_TRY(transfer(in, self, {}, {bytes->data(), bytes->size()}, fill));
    return bytes;
}
Status spi_readinto(Interp& in, SpiBus* self, MutableBuffer into, isize fill) {
    return transfer(in, self, {}, into, fill);
}
Status spi_write(Interp& in, SpiBus* self, Payload data) { return transfer(in, self, data, {}, 0); }
Status spi_write_readinto(Interp& in, SpiBus* self, Payload data, MutableBuffer into) {
    if (data.size() != into.size())
        return raise(in, kValueError, "buffers must be the same length");
    return transfer(in, self, data, into, 0);
}

Value spi_repr(Interp& in, Value value) {
    const auto* self = as<SpiBus>(value);
    const hal::SpiConfig& c = self->config;
    Str* head = self->is_soft ? KRAIT_TRY(format_str(in, "SoftSPI("))
                              : KRAIT_TRY(format_str(in, "SPI(id={}, ", self->number));
    return KRAIT_TRY(format_str(
        in, "{}baudrate={}, polarity={}, phase={}, bits=8, firstbit={}, sck={}, mosi={}, miso={})",
        head, c.rate_hz, c.polarity, c.phase, c.lsb_first ? kLsb : kMsb, c.sck, c.mosi, c.miso));
}

constexpr Row kRows[] = {
    def<"init(self, baudrate=None, *, polarity=None, phase=None, bits=None, firstbit=None, "
        "sck=None, mosi=None, miso=None)",
        spi_init>,
    def<"deinit(self)", spi_deinit>,
    def<"read(self, nbytes, write=0, /)", spi_read>,
    def<"readinto(self, buf, write=0, /)", spi_readinto>,
    def<"write(self, buf, /)", spi_write>,
    def<"write_readinto(self, write_buf, read_buf, /)", spi_write_readinto>,
    constant<"MSB">(kMsb),
    constant<"LSB">(kLsb),
};
constexpr Slots kSlots{.repr = spi_repr, .construct = spi_construct};
constexpr Slots kSoftSlots{.repr = spi_repr, .construct = soft_construct};

}  // namespace

constinit const BuiltinType SpiBus::kType{
    {.name = "SPI"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(SpiBus)}};
constinit const BuiltinType SpiBus::kSoftType{{.name = "SoftSPI"_sym,
                                               .base = &SpiBus::kType,
                                               .slots = &kSoftSlots,
                                               .size = sizeof(SpiBus),
                                               .layout = &SpiBus::kType}};

}  // namespace krait
