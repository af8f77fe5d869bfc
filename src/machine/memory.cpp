// machine.mem8, mem16 and mem32, mem_backup(), and PinBase.
//
// Differs: on a host an address reaches the bytes of live objects only (objects/memory.hpp);
// others are a ValueError, where a chip has its registers.
#include "objects/memory.hpp"

#include "base/little_endian.hpp"
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "machine/buses.hpp"
#include "machine/pin.hpp"
#include "objects/bytes.hpp"
#include "objects/int.hpp"
#include "objects/item_format.hpp"

namespace krait {

namespace {

Result<u8*> place_of(Interp& in, const Memory* self, Value key, bool writable) {
    if (!is_int(key))
        return raise(in, kTypeError, "an address must be an int, not '{}'",
                     TextArg::type_name(key));
    i64 address;
    KRAIT_TRY(int_to_i64(in, key, address));
    if (address & static_cast<i64>(self->size - 1))
        return raise(in, kValueError, "address is not aligned to {} bytes", self->size);
    u8* at;
    KRAIT_TRY(memory_at(in, static_cast<Word>(address), 0, self->size, writable, at));
    return at;
}

Value mem_get(Interp& in, Value self, Value key) {
    const auto* memory = as<Memory>(self);
    const u8* at = KRAIT_TRY(place_of(in, memory, key, false));
    return load_item(in, {ItemKind::Unsigned, static_cast<u8>(memory->size)}, at);
}

Status mem_set(Interp& in, Value self, Value key, Value value) {
    const auto* memory = as<Memory>(self);
    if (!value) return raise(in, kTypeError, "memory cannot be deleted");
    u64 number;
    KRAIT_TRY(to_low_bits(in, value, number));
    u8* at = KRAIT_TRY(place_of(in, memory, key, true));  // now, as __index__ may have run
    put_little_endian({at, memory->size}, number);
    return kOk;
}

Value mem_repr(Interp& in, Value self) {
    return KRAIT_TRY(format_str(in, "<{}-bit memory>", as<Memory>(self)->size * 8));
}

constexpr Slots kMemorySlots{.repr = mem_repr, .get_item = mem_get, .set_item = mem_set};

// What memoryviews of the backup memory are views of.
struct Backup : Object {
    static const BuiltinType kType;
};
Status backup_buffer(Interp& in, Value, BufferView& view, bool) {
    const MutableBytes bytes = in.board()->rtc()->backup();
    view.data = bytes.data();
    view.size = bytes.size();
    view.readonly = false;
    return kOk;
}
constexpr Slots kBackupSlots{.get_buffer = backup_buffer};
constinit const BuiltinType Backup::kType{{.name = "backup"_sym,
                                           .slots = &kBackupSlots,
                                           .flags = kFinal | kAbstractBase,
                                           .size = sizeof(Backup)}};

// A view of the only region, or of all (-1) a tuple.
Value machine_mem_backup(Interp& in, isize region) {
    hal::Rtc& rtc = *KRAIT_TRY(need_part(in, in.board()->rtc(), "backup memory"));
    if (rtc.backup().empty() || region < -1 || region > 0)
        return raise(in, kValueError, "invalid region");
    Backup* backup = KRAIT_TRY(in.make<Backup>());
    const Value view = Value(KRAIT_TRY(new_memoryview(in, Value(backup))));
    if (region == 0) return view;
    return KRAIT_TRY(new_tuple(in, {&view, 1}));
}

Value base_construct(Interp& in, const Type* cls, const CallArgs&) {
    return KRAIT_TRY(make_instance<PinBase>(in, cls));
}
Status base_init(Interp&, Value, const CallArgs&) { return kOk; }
Value base_call(Interp& in, Value self, const CallArgs& args) {
    return call(in, KRAIT_TRY(get_attr(in, self, "value"_sym)), args);
}
constexpr Slots kBaseSlots{.call = base_call, .construct = base_construct, .init = base_init};

constexpr Row kRows[] = {
    constant<"mem8">(&kMem8),
    constant<"mem16">(&kMem16),
    constant<"mem32">(&kMem32),
    def<"mem_backup(region=0, /)", machine_mem_backup>,
};

}  // namespace

constinit const BuiltinType Memory::kType{{.name = "mem"_sym,
                                           .slots = &kMemorySlots,
                                           .flags = kFinal | kAbstractBase,
                                           .size = sizeof(Memory)}};
constinit const Memory kMem8{1}, kMem16{2}, kMem32{4};
constinit const BuiltinType PinBase::kType{
    {.name = "PinBase"_sym, .slots = &kBaseSlots, .size = sizeof(PinBase)}};
constinit const std::span<const Row> kMemoryRows = kRows;

Result<isize> optional_pin(Interp& in, Value id) {
    return is_left_out(id) ? Result<isize>(-1) : pin_number(in, id);
}

}  // namespace krait
