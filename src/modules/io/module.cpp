// The io module, and open(), which is a builtin too.
#include "core/bind.hpp"
#include "core/byte_buffer.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/exception_type.hpp"
#include "core/shape.hpp"
#include "modules/builtins.hpp"
#include "modules/io/file.hpp"
#include "modules/io/io.hpp"
#include "modules/modules.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

Value io_open(Interp& in, Value file, Str* mode, Value, Str* encoding, Str* errors, Str* newline,
              Value, Value) {
    return open_file(in, file, mode, {encoding, errors, newline});
}

constexpr Row kOpenRow =
    def<"open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, "
        "closefd=True, opener=None)",
        io_open>;
constexpr Row kOpenRows[] = {kOpenRow};

// --- IOBase: what streams written in Python derive from ------------------------------------------

struct IoBase : Object {
    [[maybe_unused]] static constexpr const BuiltinType& kType = kIoBaseType;
};

Value io_base_construct(Interp& in, const Type* cls, const CallArgs&) {
    return KRAIT_TRY(make_instance<IoBase>(in, cls));
}
Status io_base_init(Interp&, Value, const CallArgs&) { return kOk; }

Value io_base_iter(Interp&, Value self) { return self; }
Value io_base_next(Interp& in, Value self) {
    const Value line = KRAIT_TRY(call_method(in, self, "readline"_sym));
    return KRAIT_TRY(length(in, line)) ? line : done();
}

Value io_base_readlines(Interp& in, Value self, Value) { return list_from(in, self).take(); }
Status io_base_writelines(Interp& in, Value self, Value lines) {
    const Value iterator = KRAIT_TRY(iterate(in, lines));
    for (;;) {
        const Value line = KRAIT_TRY(next(in, iterator));
        if (is_done(line)) return kOk;
        (void)KRAIT_TRY(call_method(in, self, "write"_sym, {&line, 1}));
    }
}
Value io_base_enter(Value self) { return self; }
Status io_base_exit(Interp& in, Value self, Args) {
    (void)KRAIT_TRY(call_method(in, self, "close"_sym));
    return kOk;
}
// read() of a class that only has MicroPython's readinto(): up to `size` bytes, or all. It asks for
// one byte and then for ever more, so that a short stream is not kept waiting for a full buffer.
Value io_base_read(Interp& in, Value self, isize size) {
    constexpr usize kLongest = 256;
    usize chunk = 1;
    const auto limit = size < 0 ? std::numeric_limits<usize>::max() : static_cast<usize>(size);
    ByteBuffer out(in);
    while (out.size() < limit) {
        const usize room = std::min(chunk, limit - out.size());
        chunk = std::min(chunk * 2, kLongest);
        KRAIT_TRY(out.reserve(room));
        const MutableBytes zeros = out.room().first(room);
        std::ranges::fill(zeros, u8{0});
        const Value buffer = KRAIT_TRY(new_bytearray(in, zeros));
        const Value count = KRAIT_TRY(call_method(in, self, "readinto"_sym, {&buffer, 1}));
        const isize n = is_none(count) ? 0 : KRAIT_TRY(to_index(in, count));
        if (n < 0 || static_cast<usize>(n) > room) return raise_os_error(in, error::kEIO);
        if (n == 0) break;
        HeldBuffer held;
        KRAIT_TRY(get_buffer(in, buffer, held));
        KRAIT_TRY(out.append(held.bytes().first(std::min(held.size, static_cast<usize>(n)))));
    }
    return out.to_bytes();
}
void io_base_nothing(Value) {}
bool io_base_no(Value) { return false; }

constexpr Row kIoBaseRows[] = {
    def<"read(self, size=-1, /)", io_base_read>,
    def<"readlines(self, hint=None, /)", io_base_readlines>,
    def<"writelines(self, lines, /)", io_base_writelines>,
    def<"flush(self, /)", io_base_nothing>,
    def<"close(self, /)", io_base_nothing>,
    def<"readable(self, /)", io_base_no>,
    def<"writable(self, /)", io_base_no>,
    def<"seekable(self, /)", io_base_no>,
    def<"isatty(self, /)", io_base_no>,
    def<"__enter__(self, /)", io_base_enter>,
    def<"__exit__(self, /, *args)", io_base_exit>,
};
constexpr Slots kIoBaseSlots{.iter = io_base_iter,
                             .next = io_base_next,
                             .construct = io_base_construct,
                             .init = io_base_init};

constexpr Row kRows[] = {
    kOpenRow,
    constant<"BufferedWriter">(&kBufferedWriterType),
    constant<"BytesIO">(&kBytesIoType),
    constant<"FileIO">(&File::kBinaryType),
    constant<"IOBase">(&kIoBaseType),
    constant<"StringIO">(&kStringIoType),
    constant<"TextIOWrapper">(&File::kTextType),
    constant<"UnsupportedOperation">(&kUnsupportedOperation),
    constant<"DEFAULT_BUFFER_SIZE">(static_cast<int>(kFileBuffer)),
    constant<"SEEK_SET">(0),
    constant<"SEEK_CUR">(1),
    constant<"SEEK_END">(2),
};

}  // namespace

constinit const BuiltinType kIoBaseType{
    {.name = "IOBase"_sym, .slots = &kIoBaseSlots, .rows = kIoBaseRows, .size = sizeof(IoBase)}};
constinit const BuiltinType kUnsupportedOperation{
    exception_type("UnsupportedOperation"_sym, kOSError)};
constinit const std::span<const Row> kOpenBuiltins{kOpenRows};
constinit const ModuleDef kIoModule{.name = "io"_sym, .rows = kRows};

}  // namespace krait
