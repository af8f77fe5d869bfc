#include "modules/vfs/block_device.hpp"

#include <cstring>

#include "core/errno.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

// Requests of a block device's ioctl().
enum : int { kInit = 1, kSync = 3, kBlockCount = 4, kBlockSize = 5, kErase = 6 };
constexpr isize kDefaultBlockSize = 512, kLargestBlock = 1 << 24;
constexpr int kInputOutput = -error::kEIO;

// ioctl(request, argument); done() where the device is of the old kind, without ioctl().
Value ask(Interp& in, const BlockDevice& device, int request, u32 argument = 0) {
    if (!device.ioctl) return done();
    return call(in, device.ioctl, Value::from_int(request),
                KRAIT_TRY(new_int_unsigned(in, argument)));
}

Result<isize> ask_count(Interp& in, const BlockDevice& device) {
    Value count = KRAIT_TRY(ask(in, device, kBlockCount));
    if (is_done(count)) count = KRAIT_TRY(call_method(in, device.object, "count"_sym));
    return to_index(in, count);
}

Result<isize> ask_size(Interp& in, const BlockDevice& device) {
    const Value size = KRAIT_TRY(ask(in, device, kBlockSize));
    return is_done(size) || is_none(size) ? Result<isize>(kDefaultBlockSize) : to_index(in, size);
}

// The number that an answer stands for: None is success.
Result<isize> to_answer(Interp& in, Value answer) {
    if (is_none(answer) || is_done(answer)) return 0;
    if (!is_int(answer))
        return raise(in, kTypeError, "can't convert {} to int", TextArg::type_name(answer));
    return to_index(in, answer);
}

// A view of `size` bytes of scratch, the same one as before if that fits.
Result<MemoryView*> scratch_view(Interp& in, BlockDevice& device, usize size) {
    const bool fits = device.view && device.view->exporter && device.view->count == size &&
                      device.scratch->size() == size;
    if (fits) return device.view;
    BytesObject* zeros = KRAIT_TRY(allocate_bytes(in, size));
    in.heap().write(device.scratch, KRAIT_TRY(new_bytearray(in, zeros->bytes())));
    in.heap().write(device.view, KRAIT_TRY(new_memoryview(in, device.scratch)));
    return device.view;
}

// Calls readblocks or writeblocks on the scratch.
Result<isize> transfer(Interp& in, BlockDevice& device, Value method, const BlockRange& range) {
    const Value args[] = {KRAIT_TRY(new_int_unsigned(in, range.block)), device.view,
                          KRAIT_TRY(new_int_unsigned(in, range.offset))};
    return to_answer(in, KRAIT_TRY(call(in, method, std::span(args).first(range.by_byte ? 3 : 2))));
}

Result<isize> read(Interp& in, BlockDevice& device, const BlockRange& from, MutableBytes into) {
    (void)KRAIT_TRY(scratch_view(in, device, into.size()));
    const isize answer = KRAIT_TRY(transfer(in, device, device.readblocks, from));
    // The program may have released the view and changed the bytearray's size.
    if (device.scratch->size() != into.size())
        return raise(in, kValueError, "the block's buffer was resized");
    std::memcpy(into.data(), device.scratch->data(), into.size());
    return answer;
}

Result<isize> write(Interp& in, BlockDevice& device, const BlockRange& to, Bytes data) {
    if (!device.is_writable()) return -error::kEROFS;
    (void)KRAIT_TRY(scratch_view(in, device, data.size()));
    std::memcpy(device.scratch->data(), data.data(), data.size());
    return transfer(in, device, device.writeblocks, to);
}

// Runs one call for the library, which cannot see exceptions.
template <class Step>
int guarded(BlockDevice& device, Step step) {
    Interp& in = *device.interp;
    if (device.error) return kInputOutput;
    Result<isize> answer;
    if (in.check_stack()) answer = step(in);
    if (answer) return static_cast<int>(answer.take());
    in.heap().write(device.error, in.take_pending());
    return kInputOutput;
}

}  // namespace

void BlockDevice::trace(Marker& m) const {
    m.value(object);
    m.value(readblocks);
    m.value(writeblocks);
    m.value(ioctl);
    m.value(error);
    m.object(scratch);
    m.object(view);
}

Status open_device(Interp& in, Value object, BlockDevice& device) {
    auto keep = [&](Value& slot, const Str* name) -> Status {
        const Value method = KRAIT_TRY(find_attr(in, object, name));
        in.heap().write(slot, is_done(method) ? Value() : method);
        return kOk;
    };
    device.interp = &in;
    in.heap().write(device.object, object);
    KRAIT_TRY(keep(device.readblocks, "readblocks"_sym));
    KRAIT_TRY(keep(device.writeblocks, "writeblocks"_sym));
    KRAIT_TRY(keep(device.ioctl, "ioctl"_sym));
    if (!device.readblocks) return raise_no_attribute(in, object, "readblocks"_sym);
    const Value initialised = KRAIT_TRY(ask(in, device, kInit));
    if (const isize problem = KRAIT_TRY(to_answer(in, initialised)))
        return raise_driver_error(in, static_cast<int>(problem < 0 ? -problem : problem));
    const isize size = KRAIT_TRY(ask_size(in, device));
    const isize count = KRAIT_TRY(ask_count(in, device));
    if (size <= 0 || size > kLargestBlock || count <= 0 || static_cast<u64>(count) > 0xFFFFFFFF)
        return raise_driver_error(in, error::kEINVAL);
    device.block_size = static_cast<u32>(size);
    device.block_count = static_cast<u32>(count);
    return kOk;
}

int device_read(BlockDevice& device, const BlockRange& from, MutableBytes into) {
    return guarded(device, [&](Interp& in) { return read(in, device, from, into); });
}

int device_write(BlockDevice& device, const BlockRange& to, Bytes data) {
    return guarded(device, [&](Interp& in) { return write(in, device, to, data); });
}

int device_erase(BlockDevice& device, u32 block) {
    return guarded(device, [&](Interp& in) -> Result<isize> {
        return to_answer(in, KRAIT_TRY(ask(in, device, kErase, block)));
    });
}

int device_sync(BlockDevice& device) {
    return guarded(device, [&](Interp& in) -> Result<isize> {
        if (device.ioctl) return to_answer(in, KRAIT_TRY(ask(in, device, kSync)));
        const Value method = KRAIT_TRY(find_attr(in, device.object, "sync"_sym));
        if (is_done(method)) return 0;
        return to_answer(in, KRAIT_TRY(call(in, method)));
    });
}

Status raise_device_error(BlockDevice& device) {
    const Value error = device.error;
    if (!error) return kOk;
    device.error = Value();
    device.interp->set_pending(error);
    return {};
}

}  // namespace krait
