// The module _onewire: bits and bytes of a 1-Wire bus at a pin. lib/onewire.py has the protocol.
#include "core/bind.hpp"
#include "machine/modules.hpp"
#include "machine/parts.hpp"
#include "machine/pin.hpp"

namespace krait {

namespace {

struct Line {
    hal::OneWire* bus;
    u16 pin;
};
Status open_line(Interp& in, Value pin, Line& out) {
    out.bus = KRAIT_TRY(need_part(in, in.board()->one_wire(), "1-Wire bus"));
    out.pin = static_cast<u16>(KRAIT_TRY(pin_number(in, pin)));
    return kOk;
}

Result<bool> onewire_reset(Interp& in, Value pin) {
    Line line;
    KRAIT_TRY(open_line(in, pin, line));
    return KRAIT_TRY(take_count(in, line.bus->reset(line.pin))) != 0;
}

Result<isize> onewire_readbit(Interp& in, Value pin) {
    Line line;
    KRAIT_TRY(open_line(in, pin, line));
    return isize{line.bus->read_bit(line.pin)};
}

Status onewire_writebit(Interp& in, Value pin, bool bit) {
    Line line;
    KRAIT_TRY(open_line(in, pin, line));
    line.bus->write_bit(line.pin, bit);
    return kOk;
}

// The lowest bit is the first.
Result<isize> onewire_readbyte(Interp& in, Value pin) {
    Line line;
    KRAIT_TRY(open_line(in, pin, line));
    isize byte = 0;
    for (int bit = 0; bit < 8; ++bit) byte |= isize{line.bus->read_bit(line.pin)} << bit;
    return byte;
}

Status onewire_writebyte(Interp& in, Value pin, isize byte) {
    Line line;
    KRAIT_TRY(open_line(in, pin, line));
    for (int bit = 0; bit < 8; ++bit) line.bus->write_bit(line.pin, byte >> bit & 1);
    return kOk;
}

// Of x**8 + x**5 + x**4 + 1, the lowest bit first.
isize onewire_crc8(Buffer data) {
    u8 sum = 0;
    for (u8 byte : data.bytes())
        for (int bit = 0; bit < 8; ++bit, byte = static_cast<u8>(byte >> 1))
            sum = static_cast<u8>((sum ^ byte) & 1 ? (sum >> 1) ^ 0x8c : sum >> 1);
    return sum;
}

constexpr Row kRows[] = {
    def<"reset(pin, /)", onewire_reset>,
    def<"readbit(pin, /)", onewire_readbit>,
    def<"writebit(pin, bit, /)", onewire_writebit>,
    def<"readbyte(pin, /)", onewire_readbyte>,
    def<"writebyte(pin, byte, /)", onewire_writebyte>,
    def<"crc8(data, /)", onewire_crc8>,
};

}  // namespace

constinit const ModuleDef kOneWireModule{.name = "_onewire"_sym, .rows = kRows};

}  // namespace krait
