// machine.ADC, as MicroPython's ESP32 port has it.
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

Value adc_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value pin, attenuation;
    KRAIT_TRY((parse_args<"(pin, *, atten=None)">(in, "ADC"_sym, args, pin, attenuation)));
    hal::Adc& adc = *KRAIT_TRY(need_part(in, in.board()->adc(), "ADC"));
    const isize number = KRAIT_TRY(pin_number(in, pin));
    if (!adc.open(static_cast<u16>(number)).is_ok()) return raise(in, kValueError, "invalid pin");
    AdcPin* self = KRAIT_TRY(make_instance<AdcPin>(in, cls));
    self->pin = number;
    self->bits = kMostBits;
    KRAIT_TRY(set_attenuation(in, self, attenuation));
    return self;
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

}  // namespace

constinit const BuiltinType AdcPin::kType{
    {.name = "ADC"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(AdcPin)}};

}  // namespace krait
