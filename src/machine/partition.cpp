#include "machine/partition.hpp"

#include "core/bind.hpp"
#include "core/shape.hpp"

namespace krait {

namespace {

constexpr isize kApp = 0, kData = 1, kBoot = 0, kRunning = 1, kAnySubtype = 0xff;
constexpr isize kFirstOta = 0x10, kLastOta = 0x1f;
// Requests of the block device protocol.
constexpr isize kInit = 1, kDeinit = 2, kSync = 3, kBlockCount = 4, kBlockSize = 5, kEraseBlock = 6;

Result<hal::Flash*> need_flash(Interp& in) { return need_part(in, in.board()->flash(), "flash"); }
hal::Flash& flash_of(Interp& in) { return *in.board()->flash(); }
const hal::Partition& row_of(Interp& in, const FlashPartition* self) {
    return flash_of(in).partitions()[self->place];
}

Result<FlashPartition*> new_partition(Interp& in, const Type* cls, usize place, isize block) {
    const isize sector = static_cast<isize>(flash_of(in).sector_bytes());
    const bool fits = block >= 256 && (block % sector == 0 || sector % block == 0);
    if (!fits || block > static_cast<isize>(flash_of(in).partitions()[place].size))
        return raise(in, kValueError, "invalid block_size");
    FlashPartition* self = KRAIT_TRY(make_instance<FlashPartition>(in, cls));
    self->place = static_cast<u32>(place);
    self->block_bytes = static_cast<u32>(block);
    return self;
}

// By its label, or BOOT or RUNNING.
Value partition_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value id;
    isize block;
    KRAIT_TRY((parse_args<"(id, block_size=4096)">(in, "Partition"_sym, args, id, block)));
    hal::Flash& flash = *KRAIT_TRY(need_flash(in));
    const auto rows = flash.partitions();
    usize place = 0;
    if (const Str* label = as_if<Str>(id)) {
        while (place < rows.size() && rows[place].label != label->view()) ++place;
    } else {
        const isize number = KRAIT_TRY(to_index(in, id));
        if (number != kBoot && number != kRunning) return raise(in, kValueError, "invalid id");
        place = number == kBoot ? flash.boot() : flash.running();
    }
    if (place == rows.size()) return raise_os_error(in, error::kENOENT);
    return KRAIT_TRY(new_partition(in, cls, place, block));
}

Result<List*> partition_find(Interp& in, const Type* cls, isize type, isize subtype, Str* label,
                             isize block) {
    hal::Flash& flash = *KRAIT_TRY(need_flash(in));
    List* found = KRAIT_TRY(new_list(in));
    for (usize i = 0; i < flash.partitions().size(); ++i) {
        const hal::Partition& row = flash.partitions()[i];
        if (static_cast<isize>(row.type) != type) continue;
        if (subtype != kAnySubtype && subtype != row.subtype) continue;
        if (label && label->view() != row.label) continue;
        KRAIT_TRY(list_append(in, found, Value(KRAIT_TRY(new_partition(in, cls, i, block)))));
    }
    return found;
}

// (type, subtype, address, size, label, encrypted)
Value partition_info(Interp& in, FlashPartition* self) {
    const hal::Partition& row = row_of(in, self);
    const Value facts[] = {Value::from_int(static_cast<isize>(row.type)),
                           Value::from_int(row.subtype),
                           KRAIT_TRY(new_int_unsigned(in, row.address)),
                           KRAIT_TRY(new_int_unsigned(in, row.size)),
                           KRAIT_TRY(new_str(in, row.label)),
                           row.is_encrypted ? true_() : false_()};
    return KRAIT_TRY(new_tuple(in, facts));
}

// --- the block device ----------------------------------------------------------------------------

// Where the range begins in the flash. OSError(EINVAL) if it is not within the partition.
Result<isize> address_of(Interp& in, const FlashPartition* self, isize block, isize offset,
                         usize size) {
    const hal::Partition& row = row_of(in, self);
    const i64 at = i64{block} * self->block_bytes + offset;
    const bool is_inside = block >= 0 && offset >= 0 && at + static_cast<i64>(size) <= row.size;
    if (!is_inside) return raise_os_error(in, error::kEINVAL);
    return static_cast<isize>(row.address + at);
}

// To ones. What shares a sector with the range is written back.
Status erase(Interp& in, u32 address, u32 size) {
    hal::Flash& flash = flash_of(in);
    const u32 sector = flash.sector_bytes();
    while (size > 0) {
        const u32 base = address - address % sector;
        const u32 within = address - base;
        const u32 count = std::min(size, sector - within);
        if (count == sector) {
            KRAIT_TRY(check(in, flash.erase(base, sector)));
        } else {
            auto* cell = KRAIT_TRY(in.make<ByteArray>(sizeof(ByteArray) + sector));
            const MutableBytes all{cell->data, sector};
            KRAIT_TRY(check(in, flash.read(base, all)));
            std::fill_n(all.begin() + within, count, u8{0xff});
            KRAIT_TRY(check(in, flash.erase(base, sector)));
            KRAIT_TRY(check(in, flash.write(base, all)));
            in.heap().release(cell);
        }
        address += count;
        size -= count;
    }
    return kOk;
}

Status partition_readblocks(Interp& in, FlashPartition* self, isize block, MutableBuffer into,
                            isize offset) {
    const auto address =
        static_cast<u32>(KRAIT_TRY(address_of(in, self, block, offset, into.size())));
    return check(in, flash_of(in).read(address, into.bytes()));
}

// Without an offset the blocks are erased before.
Status partition_writeblocks(Interp& in, FlashPartition* self, isize block, Buffer data,
                             Value offset) {
    const isize by = offset ? KRAIT_TRY(to_index(in, offset)) : 0;
    const auto address = static_cast<u32>(KRAIT_TRY(address_of(in, self, block, by, data.size())));
    if (!offset) KRAIT_TRY(erase(in, address, static_cast<u32>(data.size())));
    return check(in, flash_of(in).write(address, data.bytes()));
}

Value partition_ioctl(Interp& in, FlashPartition* self, isize request, isize argument) {
    switch (request) {
        case kInit:
        case kDeinit:
        case kSync: return Value::from_int(0);
        case kBlockCount: return Value::from_int(row_of(in, self).size / self->block_bytes);
        case kBlockSize: return Value::from_int(self->block_bytes);
        case kEraseBlock: {
            const isize at = KRAIT_TRY(address_of(in, self, argument, 0, self->block_bytes));
            KRAIT_TRY(erase(in, static_cast<u32>(at), self->block_bytes));
            return Value::from_int(0);
        }
        default: return none();
    }
}

// --- starting ------------------------------------------------------------------------------------

Status partition_set_boot(Interp& in, FlashPartition* self) {
    return check(in, flash_of(in).set_boot(self->place));
}

// The next slot for an update, in turn.
Result<FlashPartition*> partition_get_next_update(Interp& in, FlashPartition* self) {
    const auto rows = flash_of(in).partitions();
    for (usize step = 1; step <= rows.size(); ++step) {
        const usize place = (flash_of(in).running() + step) % rows.size();
        const isize subtype = rows[place].subtype;
        const bool is_slot = static_cast<isize>(rows[place].type) == kApp && subtype >= kFirstOta &&
                             subtype <= kLastOta;
        if (is_slot && place != flash_of(in).running())
            return new_partition(in, &FlashPartition::kType, place, self->block_bytes);
    }
    return raise_os_error(in, error::kENOENT);
}

// The start does not go back to the slot before by itself, so there is nothing to cancel.
Status partition_mark_app_valid(Interp&, const Type*) { return kOk; }

Value partition_repr(Interp& in, Value value) {
    const auto* self = as<FlashPartition>(value);
    const hal::Partition& row = row_of(in, self);
    return KRAIT_TRY(
        format_str(in,
                   "<Partition type={}, subtype={}, address={}, size={}, label={}, encrypted={}, "
                   "block_size={}>",
                   static_cast<isize>(row.type), row.subtype, row.address, row.size, row.label,
                   isize{row.is_encrypted}, self->block_bytes));
}

constexpr Row kRows[] = {
    def_class<"find(cls, type=0, subtype=255, label=None, block_size=4096)", partition_find>,
    def<"info(self)", partition_info>,
    def<"readblocks(self, block_num, buf, offset=0, /)", partition_readblocks>,
    def<"writeblocks(self, block_num, buf, offset=..., /)", partition_writeblocks>,
    def<"ioctl(self, cmd, arg, /)", partition_ioctl>,
    def<"set_boot(self)", partition_set_boot>,
    def<"get_next_update(self)", partition_get_next_update>,
    def_class<"mark_app_valid_cancel_rollback(cls)", partition_mark_app_valid>,
    constant<"BOOT">(kBoot),
    constant<"RUNNING">(kRunning),
    constant<"TYPE_APP">(kApp),
    constant<"TYPE_DATA">(kData),
};
constexpr Slots kSlots{.repr = partition_repr, .construct = partition_construct};

}  // namespace

constinit const BuiltinType FlashPartition::kType{{.name = "Partition"_sym,
                                                   .slots = &kSlots,
                                                   .rows = kRows,
                                                   .flags = kFinal,
                                                   .size = sizeof(FlashPartition)}};

}  // namespace krait
