// The stream under a database: positions, pages, the header and the list of free pages.
#include <cstring>

#include "base/little_endian.hpp"
#include "core/errno.hpp"
#include "core/stream.hpp"
#include "modules/btree/tree.hpp"

namespace krait {

namespace {

constexpr u8 kMark[] = {'K', 'r', 'a', 'i', 't', 'B', 'T', '1'};
constexpr usize kHeaderSize = 24;
constexpr u64 kUnknown = ~u64{0};
constexpr u32 kSmallestPage = 512, kLargestPage = 65536;
constexpr u32 kMostPages = 1 << 29;  // their numbers are small ints everywhere

u32 read_number(const u8* from) { return static_cast<u32>(get_little_endian({from, kNumber})); }
void write_number(u8* to, u32 value) { put_little_endian({to, kNumber}, value); }

// The number that a stream's method answered; negative ones are errors.
Result<isize> checked(Interp& in, Value answer) {
    if (is_none(answer)) return 0;
    const isize n = KRAIT_TRY(to_index(in, answer));
    if (n < 0) return raise_driver_error(in, static_cast<int>(-n));
    return n;
}

// What ioctl(2) of MicroPython's streams gets the address of.
struct SeekRequest {
    isize offset;
    int whence;
};

Status seek(Interp& in, Btree* db, u64 position) {
    if (db->position == position) return kOk;
    if (position > static_cast<u64>(std::numeric_limits<isize>::max())) return raise_corrupt(in);
    db->position = kUnknown;
    Value answer;
    if (db->by_ioctl) {
        SeekRequest request{static_cast<isize>(position), 0};
        const Value address =
            KRAIT_TRY(new_int_unsigned(in, reinterpret_cast<std::uintptr_t>(&request)));
        const Value args[] = {Value::from_int(kIoctlSeek), address};
        answer = call_method(in, db->stream, "ioctl"_sym, args);
    } else {
        const Value args[] = {KRAIT_TRY(new_int_unsigned(in, position))};
        answer = call_method(in, db->stream, "seek"_sym, args);
    }
    (void)KRAIT_TRY(checked(in, KRAIT_TRY(answer)));
    db->position = position;
    return kOk;
}

// As much as there is.
Result<isize> read_at(Interp& in, Btree* db, u64 position, MutableBytes into) {
    KRAIT_TRY(seek(in, db, position));
    usize done = 0;
    while (done < into.size()) {
        BytesObject* zeros = KRAIT_TRY(allocate_bytes(in, into.size() - done));
        BytearrayObject* part = KRAIT_TRY(new_bytearray(in, zeros->bytes()));
        const Value argument(part);
        db->position = kUnknown;
        const Value answer = KRAIT_TRY(call_method(in, db->stream, "readinto"_sym, {&argument, 1}));
        const isize n = KRAIT_TRY(checked(in, answer));
        if (static_cast<usize>(n) > std::min(part->size(), into.size() - done))
            return raise_driver_error(in, error::kEINVAL);
        if (n == 0) break;
        std::memcpy(into.data() + done, part->data(), static_cast<usize>(n));
        done += static_cast<usize>(n);
        db->position = position + done;
    }
    return static_cast<isize>(done);
}

Status write_at(Interp& in, Btree* db, u64 position, Bytes data) {
    while (!data.empty()) {
        KRAIT_TRY(seek(in, db, position));
        const Value bytes = KRAIT_TRY(new_bytes(in, data));
        db->position = kUnknown;
        const Value answer = KRAIT_TRY(call_method(in, db->stream, "write"_sym, {&bytes, 1}));
        const isize n = KRAIT_TRY(checked(in, answer));
        if (n == 0 || static_cast<usize>(n) > data.size())
            return raise_driver_error(in, error::kENOSPC);
        position += static_cast<usize>(n);
        data = data.subspan(static_cast<usize>(n));
        db->position = position;
    }
    return kOk;
}

Status check_page(Interp& in, const Btree* db, u32 number) {
    return number > 0 && number < db->page_count ? Status(kOk) : Status(raise_corrupt(in));
}

}  // namespace

Raised raise_corrupt(Interp& in) { return raise_driver_error(in, error::kEINVAL); }

Status open_pages(Interp& in, Btree* db) {
    if (db->page_size < kSmallestPage || db->page_size > kLargestPage) return raise_corrupt(in);
    const Value method = KRAIT_TRY(find_attr(in, db->stream, "seek"_sym));
    db->by_ioctl = is_done(method);
    db->position = db->by_ioctl ? 0 : kUnknown;
    u8 header[kHeaderSize];
    const isize size = KRAIT_TRY(read_at(in, db, 0, header));
    if (size == 0) {
        db->page_count = 1;
        return write_header(in, db);
    }
    if (size != kHeaderSize || std::memcmp(header, kMark, sizeof kMark) != 0)
        return raise_corrupt(in);
    db->page_size = read_number(header + 8);
    db->root = read_number(header + 12);
    db->page_count = read_number(header + 16);
    db->free_page = read_number(header + 20);
    const bool is_sound = db->page_size >= kSmallestPage && db->page_size <= kLargestPage &&
                          db->page_count > 0 && db->page_count <= kMostPages &&
                          db->root < db->page_count && db->free_page < db->page_count;
    return is_sound ? Status(kOk) : Status(raise_corrupt(in));
}

Status write_header(Interp& in, Btree* db) {
    u8 header[kHeaderSize];
    std::memcpy(header, kMark, sizeof kMark);
    write_number(header + 8, db->page_size);
    write_number(header + 12, db->root);
    write_number(header + 16, db->page_count);
    write_number(header + 20, db->free_page);
    KRAIT_TRY(write_at(in, db, 0, header));
    db->is_changed = false;
    return kOk;
}

// A page that was never written, at the end of the file, is zeros.
Status read_page(Interp& in, Btree* db, u32 number, MutableBytes into) {
    KRAIT_TRY(check_page(in, db, number));
    std::memset(into.data(), 0, into.size());
    (void)KRAIT_TRY(read_at(in, db, u64{number} * db->page_size, into));
    return kOk;
}

Status write_page(Interp& in, Btree* db, u32 number, Bytes data) {
    return write_at(in, db, u64{number} * db->page_size, data);
}

Result<isize> take_page(Interp& in, Btree* db) {
    const u32 number = db->free_page;
    if (number == 0) {
        if (db->page_count >= kMostPages) return raise_driver_error(in, error::kEFBIG);
        db->is_changed = true;
        return static_cast<isize>(db->page_count++);
    }
    u8 next[kNumber];
    KRAIT_TRY(read_page(in, db, number, next));
    const u32 after = read_number(next);
    if (after >= db->page_count) return raise_corrupt(in);
    db->free_page = after;
    db->is_changed = true;
    return static_cast<isize>(number);
}

Status free_page(Interp& in, Btree* db, u32 number) {
    u8 next[kNumber];
    write_number(next, db->free_page);
    KRAIT_TRY(write_page(in, db, number, next));
    db->free_page = number;
    db->is_changed = true;
    return kOk;
}

Status flush_stream(Interp& in, Btree* db) {
    const Value method = KRAIT_TRY(find_attr(in, db->stream, "flush"_sym));
    if (!is_done(method)) (void)KRAIT_TRY(call(in, method));
    return kOk;
}

}  // namespace krait
