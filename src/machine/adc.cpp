// machine.ADC and machine.ADCBlock, as MicroPython's ESP32 port has them.
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "machine/buses.hpp"
#include "machine/pin.hpp"

namespace krait {

namespace {

constexpr u8 kLeastBits = 9, kMostBits = 12;

hal::Adc& adc_of(Interp& in) { return *in.board()->adc(); }

Status set_attenuation(Interp& in, AdcPin* self, Value v) {
    if (!v || is_left_out(v)) return kOk;
    const isize number = KRAIT_TRY(to_index(in, v));
    if (number < 0 || number >= adc_of(in).attenuations())
        return raise(in, kValueError, "invalid atten");
    self->attenuation = static_cast<u8>(number);
    return kOk;
}

Value open_adc(Interp& in, const Type* cls, Value pin, Value attenuation, u8 bits) {
    hal::Adc& adc = *KRAIT_TRY(need_part(in, in.board()->adc(), "ADC"));
    const isize number = KRAIT_TRY(pin_number(in, pin));
    if (!adc.open(static_cast<u16>(number)).is_ok()) return raise(in, kValueError, "invalid pin");
    AdcPin* self = KRAIT_TRY(make_instance<AdcPin>(in, cls));
    self->pin = number;
    self->bits = bits;
    KRAIT_TRY(set_attenuation(in, self, attenuation));
    return self;
}

Value adc_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value pin, attenuation;
    KRAIT_TRY((parse_args<"(pin, *, atten=None)">(in, "ADC"_sym, args, pin, attenuation)));
    return open_adc(in, cls, pin, attenuation, kMostBits);
}

Status adc_init(Interp& in, AdcPin* self, Value attenuation) {
    return set_attenuation(in, self, attenuation);
}
Status adc_atten(Interp& in, AdcPin* self, Value attenuation) {
    return set_attenuation(in, self, attenuation);
}
Status adc_width(Interp& in, AdcPin* self, isize bits) {
    if (bits < kLeastBits || bits > kMostBits) return raise(in, kValueError, "invalid bits");
    self->bits = static_cast<u8>(bits);
    return kOk;
}

isize adc_read_u16(Interp& in, AdcPin* self) {
    return adc_of(in).read(static_cast<u16>(self->pin), self->attenuation);
}
isize adc_read(Interp& in, AdcPin* self) { return adc_read_u16(in, self) >> (16 - self->bits); }
isize adc_read_uv(Interp& in, AdcPin* self) {
    return static_cast<isize>(adc_of(in).read_uv(static_cast<u16>(self->pin), self->attenuation));
}

Value adc_repr(Interp& in, Value value) {
    const auto* self = as<AdcPin>(value);
    return KRAIT_TRY(format_str(in, "ADC(Pin({}), atten={})", self->pin, self->attenuation));
}

constexpr Row kRows[] = {
    def<"init(self, *, atten=None)", adc_init>,
    def<"atten(self, atten, /)", adc_atten>,
    def<"width(self, bits, /)", adc_width>,
    def<"read(self)", adc_read>,
    def<"read_u16(self)", adc_read_u16>,
    def<"read_uv(self)", adc_read_uv>,
    constant<"ATTN_0DB">(0),
    constant<"ATTN_2_5DB">(1),
    constant<"ATTN_6DB">(2),
    constant<"ATTN_11DB">(3),
    constant<"WIDTH_9BIT">(9),
    constant<"WIDTH_10BIT">(10),
    constant<"WIDTH_11BIT">(11),
    constant<"WIDTH_12BIT">(12),
};
constexpr Slots kSlots{.repr = adc_repr, .construct = adc_construct};

// --- ADCBlock ------------------------------------------------------------------------------------

// The pin of a channel has a name on the board, such as ADC1_CH0.
Result<isize> channel_pin(Interp& in, const AdcBlock* self, isize channel) {
    Str* name = KRAIT_TRY(format_str(in, "ADC{}_CH{}", self->id, channel));
    const hal::IoResult pin = in.board()->pins()->find(name->view());
    if (pin.is_ok()) return pin.count();
    return raise(in, kValueError, "no ADC{} channel {}", self->id, channel);
}

Status block_init(Interp& in, AdcBlock* self, isize bits) {
    if (bits < kLeastBits || bits > kMostBits) return raise(in, kValueError, "invalid bits");
    self->bits = static_cast<u8>(bits);
    return kOk;
}

Value block_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize id, bits;
    KRAIT_TRY((parse_args<"(id, *, bits=12)">(in, "ADCBlock"_sym, args, id, bits)));
    (void)KRAIT_TRY(need_part(in, in.board()->adc(), "ADC"));
    AdcBlock* self = KRAIT_TRY(make_instance<AdcBlock>(in, cls));
    self->id = id;
    (void)KRAIT_TRY(channel_pin(in, self, 0));
    KRAIT_TRY(block_init(in, self, bits));
    return self;
}

// connect(channel), connect(pin) or connect(channel, pin)
Value block_connect(Interp& in, AdcBlock* self, Value channel, Value source) {
    Value pin = source ? source : channel;
    if (is_int(channel)) {
        const isize number = KRAIT_TRY(channel_pin(in, self, KRAIT_TRY(to_index(in, channel))));
        if (source && KRAIT_TRY(pin_number(in, source)) != number)
            return raise(in, kValueError, "the pin is not that of the channel");
        pin = Value::from_int(number);
    }
    return open_adc(in, &AdcPin::kType, pin, none(), self->bits);
}

Value block_repr(Interp& in, Value value) {
    const auto* self = as<AdcBlock>(value);
    return KRAIT_TRY(format_str(in, "ADCBlock({}, bits={})", self->id, isize{self->bits}));
}

constexpr Row kBlockRows[] = {
    def<"init(self, *, bits)", block_init>,
    def<"connect(self, channel, source=..., /)", block_connect>,
};
constexpr Slots kBlockSlots{.repr = block_repr, .construct = block_construct};

}  // namespace

constinit const BuiltinType AdcBlock::kType{
    {.name = "ADCBlock"_sym, .slots = &kBlockSlots, .rows = kBlockRows, .size = sizeof(AdcBlock)}};

constinit const BuiltinType AdcPin::kType{
    {.name = "ADC"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(AdcPin)}};

}  // namespace krait
