// machine.I2C and machine.SoftI2C.
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "machine/buses.hpp"
#include "machine/pin.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

constexpr isize kFirstAddress = 0x08, kLastAddress = 0x77;  // those that are not reserved
constexpr usize kMostMemoryAddress = 4;

Result<hal::I2c*> need_i2c(Interp& in) { return need_part(in, in.board()->i2c(), "I2C"); }

Status open(Interp& in, I2cBus* self, isize number, Value scl, Value sda, isize frequency) {
    const auto clock = static_cast<i16>(KRAIT_TRY(optional_pin(in, scl)));
    const auto data = static_cast<i16>(KRAIT_TRY(optional_pin(in, sda)));
    if (frequency <= 0 || frequency > std::numeric_limits<i32>::max())
        return raise(in, kValueError, "invalid freq");
    const hal::I2cConfig config{clock, data, static_cast<u32>(frequency)};
    if (!KRAIT_TRY(need_i2c(in))->open(static_cast<u8>(number), config).is_ok())
        return raise(in, kValueError, "invalid freq");
    self->number = number;
    self->frequency_hz = config.frequency_hz;
    self->scl = clock;
    self->sda = data;
    return kOk;
}

Value i2c_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value scl, sda;
    isize id, frequency, timeout;
    KRAIT_TRY((parse_args<"(id=0, *, scl=None, sda=None, freq=400000, timeout=50000)">(
        in, "I2C"_sym, args, id, scl, sda, frequency, timeout)));
    if (id < 0 || id >= KRAIT_TRY(need_i2c(in))->count())
        return raise(in, kValueError, "I2C({}) doesn't exist", id);
    I2cBus* self = KRAIT_TRY(make_instance<I2cBus>(in, cls));
    KRAIT_TRY(open(in, self, id, scl, sda, frequency));
    return self;
}

Value soft_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value scl, sda;
    isize frequency, timeout;
    KRAIT_TRY((parse_args<"(scl, sda, *, freq=400000, timeout=50000)">(in, "SoftI2C"_sym, args, scl,
                                                                       sda, frequency, timeout)));
    I2cBus* self = KRAIT_TRY(make_instance<I2cBus>(in, cls));
    KRAIT_TRY(open(in, self, KRAIT_TRY(need_i2c(in))->count(), scl, sda, frequency));
    return self;
}

Status i2c_init(Interp& in, I2cBus* self, Value scl, Value sda, isize frequency) {
    if (self->number < 0) return raise(in, kValueError, "the bus is closed");
    return open(in, self, self->number, scl, sda, frequency);
}

Status i2c_deinit(Interp& in, I2cBus* self) {
    if (self->number >= 0) KRAIT_TRY(need_i2c(in))->close(static_cast<u8>(self->number));
    self->number = -1;
    return kOk;
}

// The bytes that the device took.
Result<isize> transfer(Interp& in, I2cBus* self, isize address, Bytes out, MutableBytes into,
                       bool stops) {
    if (self->number < 0) return raise(in, kValueError, "the bus is closed");
    if (address < 0 || address > 0x7f) return raise(in, kValueError, "invalid address");
    return take_count(in, KRAIT_TRY(need_i2c(in))
                              ->transfer(static_cast<u8>(self->number), static_cast<u8>(address),
                                         out, into, stops));
}

Value i2c_scan(Interp& in, I2cBus* self) {
    if (self->number < 0) return raise(in, kValueError, "the bus is closed");
    hal::I2c& bus = *KRAIT_TRY(need_i2c(in));
    List* found = KRAIT_TRY(new_list(in));
    for (isize address = kFirstAddress; address <= kLastAddress; ++address)
        if (bus.transfer(static_cast<u8>(self->number), static_cast<u8>(address), {}, {}, true)
                .is_ok())
            KRAIT_TRY(list_append(in, found, Value::from_int(address)));
    return found;
}

Result<BytesObject*> room_for(Interp& in, isize size) {
    if (size < 0) return raise(in, kValueError, "negative size");
    return allocate_bytes(in, static_cast<usize>(size));
}

Value i2c_readfrom(Interp& in, I2cBus* self, isize address, isize size, bool stops) {
    BytesObject* bytes = KRAIT_TRY(room_for(in, size));
    (void)KRAIT_TRY(transfer(in, self, address, {}, {bytes->data(), bytes->size()}, stops));
    return bytes;
}
Status i2c_readfrom_into(Interp& in, I2cBus* self, isize address, MutableBuffer into, bool stops) {
    (void)KRAIT_TRY(transfer(in, self, address, {}, into, stops));
    return kOk;
}
Result<isize> i2c_writeto(Interp& in, I2cBus* self, isize address, Payload data, bool stops) {
    return transfer(in, self, address, data, {}, stops);
}

Result<isize> i2c_writevto(Interp& in, I2cBus* self, isize address, Value parts, bool stops) {
    BytesBuilder all(in);
    const Value iterator = KRAIT_TRY(iterate(in, parts));
    for (;;) {
        const Value part = KRAIT_TRY(next(in, iterator));
        if (is_done(part)) break;
        HeldBuffer held;
        KRAIT_TRY(lend_bytes(in, part, held));
        if (!all.append(held.bytes())) return {};
    }
    return transfer(in, self, address, all.bytes(), {}, stops);
}

// A register's number as it goes over the bus, the highest byte first.
struct MemoryAddress {
    u8 bytes[kMostMemoryAddress];
    usize size = 0;
    Bytes span() const { return {bytes, size}; }
};
Status take_address(Interp& in, i64 address, isize bits, MemoryAddress& out) {
    if (bits != 8 && bits != 16 && bits != 24 && bits != 32)
        return raise(in, kValueError, "invalid addrsize");
    out.size = static_cast<usize>(bits / 8);
    for (usize i = 0; i < out.size; ++i)
        out.bytes[i] = static_cast<u8>(address >> 8 * (out.size - 1 - i));
    return kOk;
}

Value i2c_readfrom_mem(Interp& in, I2cBus* self, isize address, i64 memory, isize size,
                       isize addrsize) {
    MemoryAddress at;
    KRAIT_TRY(take_address(in, memory, addrsize, at));
    BytesObject* bytes = KRAIT_TRY(room_for(in, size));
    (void)KRAIT_TRY(transfer(in, self, address, at.span(), {bytes->data(), bytes->size()}, true));
    return bytes;
}
Status i2c_readfrom_mem_into(Interp& in, I2cBus* self, isize address, i64 memory,
                             MutableBuffer into, isize addrsize) {
    MemoryAddress at;
    KRAIT_TRY(take_address(in, memory, addrsize, at));
    (void)KRAIT_TRY(transfer(in, self, address, at.span(), into, true));
    return kOk;
}
Status i2c_writeto_mem(Interp& in, I2cBus* self, isize address, i64 memory, Payload data,
                       isize addrsize) {
    MemoryAddress at;
    KRAIT_TRY(take_address(in, memory, addrsize, at));
    BytesBuilder all(in);
    KRAIT_TRY(all.append(at.span()));
    KRAIT_TRY(all.append(data.bytes()));
    (void)KRAIT_TRY(transfer(in, self, address, all.bytes(), {}, true));
    return kOk;
}

Value i2c_repr(Interp& in, Value value) {
    const auto* self = as<I2cBus>(value);
    const auto scl = static_cast<isize>(self->scl), sda = static_cast<isize>(self->sda);
    if (type_of(value)->is_subtype_of(&I2cBus::kSoftType))
        return KRAIT_TRY(
            format_str(in, "SoftI2C(scl={}, sda={}, freq={})", scl, sda, self->frequency_hz));
    return KRAIT_TRY(format_str(in, "I2C({}, scl={}, sda={}, freq={})", self->number, scl, sda,
                                self->frequency_hz));
}

constexpr Row kRows[] = {
    def<"init(self, *, scl=None, sda=None, freq=400000)", i2c_init>,
    def<"deinit(self)", i2c_deinit>,
    def<"scan(self)", i2c_scan>,
    def<"readfrom(self, addr, nbytes, stop=True, /)", i2c_readfrom>,
    def<"readfrom_into(self, addr, buf, stop=True, /)", i2c_readfrom_into>,
    def<"writeto(self, addr, buf, stop=True, /)", i2c_writeto>,
    def<"writevto(self, addr, vector, stop=True, /)", i2c_writevto>,
    def<"readfrom_mem(self, addr, memaddr, nbytes, *, addrsize=8)", i2c_readfrom_mem>,
    def<"readfrom_mem_into(self, addr, memaddr, buf, *, addrsize=8)", i2c_readfrom_mem_into>,
    def<"writeto_mem(self, addr, memaddr, buf, *, addrsize=8)", i2c_writeto_mem>,
};
constexpr Slots kSlots{.repr = i2c_repr, .construct = i2c_construct};
constexpr Slots kSoftSlots{.repr = i2c_repr, .construct = soft_construct};

}  // namespace

constinit const BuiltinType I2cBus::kType{
    {.name = "I2C"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(I2cBus)}};
constinit const BuiltinType I2cBus::kSoftType{{.name = "SoftI2C"_sym,
                                               .base = &I2cBus::kType,
                                               .slots = &kSoftSlots,
                                               .size = sizeof(I2cBus),
                                               .layout = &I2cBus::kType}};

}  // namespace krait
