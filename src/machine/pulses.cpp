// Pulses at a pin whose lengths mean something: bits sent to LEDs, and the answers of DHT sensors.
// (machine.time_pulse_us is in power.cpp.)
#include "core/bind.hpp"
#include "machine/parts.hpp"
#include "machine/pin.hpp"

namespace krait {

namespace {

constexpr usize kTimings = 4;

// The only encoding is 0: `timing` is (high, low) of a 0 and of a 1, in ns.
Status machine_bitstream(Interp& in, Value pin, isize encoding, Value timing, Buffer data) {
    const auto number = static_cast<u16>(KRAIT_TRY(pin_number(in, pin)));
    if (encoding != 0) return raise(in, kValueError, "invalid encoding");
    Tuple* given = KRAIT_TRY(tuple_from(in, timing));
    if (given->size() != kTimings) return raise(in, kValueError, "timing must have 4 items");
    u32 ns[kTimings];
    for (usize i = 0; i < kTimings; ++i) {
        const isize length = KRAIT_TRY(to_index(in, (*given)[i]));
        if (length < 0 || length > 1'000'000) return raise(in, kValueError, "invalid timing");
        ns[i] = static_cast<u32>(length);
    }
    hal::Pins& pins = *in.board()->pins();
    hal::PinConfig output;
    output.mode = hal::PinMode::Out;
    output.value = 0;
    KRAIT_TRY(check(in, pins.configure(number, output)));
    return check(in, pins.send_bits(number, ns, data.bytes()));
}

// The sensor is called by a low level, 18 ms for a DHT11, and answers with a pulse and 40 bits.
Status machine_dht_readinto(Interp& in, Value pin, MutableBuffer into) {
    constexpr usize kBytes = 5, kBefore = 3, kChanges = kBefore + 16 * kBytes + 1;
    constexpr u32 kPatienceUs = 1000, kOneUs = 48;
    constexpr u64 kCallUs = 18'000;
    const auto number = static_cast<u16>(KRAIT_TRY(pin_number(in, pin)));
    if (into.size() < kBytes) return raise(in, kValueError, "buffer too small");
    hal::Pins& pins = *in.board()->pins();
    hal::PinConfig line;
    line.mode = hal::PinMode::OpenDrain;
    line.value = 0;
    KRAIT_TRY(check(in, pins.configure(number, line)));
    (void)KRAIT_TRY(in.scheduler()->wait_until(in.scheduler()->deadline_in(kCallUs)));
    pins.write(number, true);
    u32 us[kChanges];
    const isize changes = KRAIT_TRY(take_count(in, pins.record(number, us, kPatienceUs)));
    if (static_cast<usize>(changes) < kChanges) return raise_os_error(in, error::kETIMEDOUT);
    for (usize byte = 0; byte < kBytes; ++byte) {
        u8 value = 0;
        for (usize bit = 0; bit < 8; ++bit)
            value = static_cast<u8>(value << 1 | (us[kBefore + 2 * (8 * byte + bit) + 1] > kOneUs));
        into.data()[byte] = value;
    }
    return kOk;
}

constexpr Row kRows[] = {
    def<"bitstream(pin, encoding, timing, data, /)", machine_bitstream>,
    def<"dht_readinto(pin, buf, /)", machine_dht_readinto>,
};

}  // namespace

constinit const std::span<const Row> kPulseRows = kRows;

}  // namespace krait
