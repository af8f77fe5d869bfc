#include "modules/vfs/driver.hpp"

#include "core/arrays.hpp"
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/str_builder.hpp"
#include "core/text.hpp"
#include "hal/board.hpp"
#include "modules/io/file.hpp"
#include "modules/vfs/board_files.hpp"
#include "modules/vfs/mounts.hpp"
#include "objects/bytes.hpp"
#include "objects/codec.hpp"

namespace krait {

namespace {

// --- entering the library ------------------------------------------------------------------------

void unlink(Driver* driver, Handle* handle) {
    Handle** at = &driver->handles;
    while (*at && *at != handle) at = &(*at)->next;
    if (*at) *at = handle->next;
    handle->next = nullptr;
    handle->is_open = handle->abandoned = false;
}

// Closes in the library and takes the handle out of the list.
int close_now(Handle* handle) {
    int result = 0;
    if (handle->is_listing)
        handle->driver->ops->close_directory(handle);
    else
        result = handle->driver->ops->close(handle);
    unlink(handle->driver, handle);
    return result;
}

// One use of the library. Its end closes what was abandoned meanwhile.
class LibraryCall {
  public:
    LibraryCall(Interp& in, Driver* driver) : in_(in), driver_(driver) {}
    LibraryCall(const LibraryCall&) = delete;
    ~LibraryCall() {
        if (!entered_) return;
        close_abandoned();
        driver_->busy = false;
    }
    Status enter() {
        if (!driver_->mounted) return raise_driver_error(in_, error::kENODEV);
        return enter_unmounted();
    }
    Status enter_unmounted() {
        if (driver_->busy) return raise_driver_error(in_, error::kEBUSY);
        driver_->busy = entered_ = true;
        return kOk;
    }
    Status enter_to_write() {
        KRAIT_TRY(enter());
        return driver_->readonly ? Status(raise_driver_error(in_, error::kEROFS)) : Status(kOk);
    }
    // What the library answered, or the exception that a callback had.
    template <class Int>
    Result<isize> check(Int result) {
        const bool failed = result < 0 || driver_->device.error;
        if (failed && driver_->ops->forget) driver_->ops->forget(driver_);
        KRAIT_TRY(raise_device_error(driver_->device));
        if (result < 0) return raise_driver_error(in_, static_cast<int>(-result));
        return static_cast<isize>(result);
    }

  private:
    void close_abandoned() {
        for (Handle* h = driver_->handles; h;) {
            if (!h->abandoned) {
                h = h->next;
                continue;
            }
            const Value pending = in_.take_pending();
            const bool is_ok = bool(check(close_now(h)));
            if (!is_ok) in_.report_unraisable(Value(h));
            in_.set_pending(pending);
            h = driver_->handles;  // closing may have run Python and changed the list
        }
    }
    Interp& in_;
    Driver* driver_;
    bool entered_ = false;
};

// --- paths ---------------------------------------------------------------------------------------

// Absolute, without "." and "..", with no slash at the end; "/" itself.
Result<Str*> full_path(Interp& in, Driver* driver, Value path) {
    Str* given = path ? KRAIT_TRY(path_text(in, path)) : empty_str();
    const bool is_absolute = given->view().starts_with('/');
    Str* whole = is_absolute ? given : KRAIT_TRY(format_str(in, "{}/{}", driver->directory, given));
    Str* out = KRAIT_TRY(allocate_str(in, whole->size() + 1));
    char* text = out->data();
    usize size = 0;
    std::string_view rest = whole->view();
    while (!rest.empty()) {
        const usize slash = std::min(rest.find('/'), rest.size());
        const std::string_view name = rest.substr(0, slash);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
        if (name == "..") {
            while (size > 0 && text[--size] != '/') {
            }
        } else if (!name.empty() && name != ".") {
            text[size++] = '/';
            size += name.copy(text + size, name.size());
        }
    }
    return new_str(in, size ? std::string_view(text, size) : std::string_view("/"));
}

bool is_top(const Str* path) { return path->size() == 1; }

// What stands there. Requires: the library is entered.
Result<isize> facts_of(LibraryCall& call, Driver* driver, Str* path, EntryFacts& out) {
    out = {.is_directory = true, .size = 0, .time_s = 0};
    if (is_top(path)) return 0;
    return call.check(driver->ops->stat(driver, path->data(), out));
}

// --- files ---------------------------------------------------------------------------------------

Result<Handle*> new_handle(Interp& in, Driver* driver, bool is_listing, usize bytes) {
    auto* handle = KRAIT_TRY(in.make<Handle>());
    handle->driver = driver;
    handle->is_listing = is_listing;
    handle->memory = KRAIT_TRY(new_byte_array(in, bytes));
    return handle;
}

void link(Interp& in, Handle* handle) {
    handle->is_open = true;
    in.heap().write(handle->next, handle->driver->handles);
    in.heap().write(handle->driver->handles, handle);
}

Handle* handle_of(const File* f) { return static_cast<Handle*>(f->driver); }

// A use of the file's library; a file whose filesystem was unmounted is as good as closed.
class FileCall : public LibraryCall {
  public:
    FileCall(Interp& in, const File* f)
        : LibraryCall(in, handle_of(f)->driver), in_(in), file_(f) {}
    Status enter() {
        if (!handle_of(file_)->is_open) return raise_driver_error(in_, error::kEINVAL);
        return LibraryCall::enter();
    }

  private:
    Interp& in_;
    const File* file_;
};

Result<isize> file_read(Interp& in, File* f, MutableBytes into) {
    FileCall call(in, f);
    KRAIT_TRY(call.enter());
    return call.check(handle_of(f)->driver->ops->read(handle_of(f), into));
}
Result<isize> file_write(Interp& in, File* f, Bytes data) {
    FileCall call(in, f);
    KRAIT_TRY(call.enter());
    return call.check(handle_of(f)->driver->ops->write(handle_of(f), data));
}
Status file_seek(Interp& in, File* f, i64& position, hal::SeekFrom from) {
    FileCall call(in, f);
    KRAIT_TRY(call.enter());
    const i64 place =
        handle_of(f)->driver->ops->seek(handle_of(f), position, static_cast<int>(from));
    (void)KRAIT_TRY(call.check(place < 0 ? place : 0));
    position = place;
    return kOk;
}
Status file_truncate(Interp& in, File* f, u64 size) {
    FileCall call(in, f);
    KRAIT_TRY(call.enter());
    if (size > 0x7FFFFFFF) return raise_driver_error(in, error::kEFBIG);
    (void)KRAIT_TRY(
        call.check(handle_of(f)->driver->ops->truncate(handle_of(f), static_cast<u32>(size))));
    return kOk;
}
Status file_flush(Interp& in, File* f) {
    FileCall call(in, f);
    KRAIT_TRY(call.enter());
    (void)KRAIT_TRY(call.check(handle_of(f)->driver->ops->sync(handle_of(f))));
    return kOk;
}
Status file_close(Interp& in, File* f) {
    Handle* handle = handle_of(f);
    if (!handle->is_open) return kOk;
    if (handle->driver->busy) return handle->abandoned = true, kOk;
    FileCall call(in, f);
    KRAIT_TRY(call.enter());
    (void)KRAIT_TRY(call.check(close_now(handle)));
    return kOk;
}

constexpr FileOps kDriverFile{.read = file_read,
                              .write = file_write,
                              .seek = file_seek,
                              .truncate = file_truncate,
                              .flush = file_flush,
                              .close = file_close};

Value driver_open(Interp& in, Driver* self, Value path, Str* mode) {
    FileMode how;
    KRAIT_TRY(read_file_mode(in, mode, how, true));
    Str* text = KRAIT_TRY(full_path(in, self, path));
    File* file = KRAIT_TRY(new_file(in, kDriverFile, how, path, mode));
    Handle* handle = KRAIT_TRY(new_handle(in, self, false, self->ops->file_memory(self)));
    handle->flags = how.flags;
    file->driver = handle;
    LibraryCall call(in, self);
    KRAIT_TRY(how.flags & hal::kOpenWrite ? call.enter_to_write() : call.enter());
    if (is_top(text)) return raise_driver_error(in, error::kEISDIR);
    const int result = self->ops->open(handle, text->data());
    if (result >= 0) link(in, handle);
    // Opened, though a callback raised: not to be kept.
    if (result >= 0 && self->device.error) handle->abandoned = true;
    (void)KRAIT_TRY(call.check(result));
    file->open = true;
    return file;
}

// --- listings ------------------------------------------------------------------------------------

struct Listing : Object {
    static const BuiltinType kType;
    Handle* handle;
    Value path;  // as it was given: names are of its type
};

Value listing_iter(Interp&, Value self) { return self; }

Value listing_next(Interp& in, Value v) {
    auto* self = as<Listing>(v);
    if (!self->handle->is_open) return done();
    Driver* driver = self->handle->driver;
    ListedEntry entry;
    {
        LibraryCall call(in, driver);
        KRAIT_TRY(call.enter());
        const isize found = KRAIT_TRY(call.check(driver->ops->next_entry(self->handle, entry)));
        if (found == 0) return close_now(self->handle), done();
    }
    Str* text = KRAIT_TRY(decode_text(in, as_bytes(entry.name), nullptr, "replace"_sym));
    const Value parts[] = {KRAIT_TRY(name_like(in, self->path, text)),
                           Value::from_int(entry.facts.is_directory ? kDirectoryMode : kFileMode),
                           Value::from_int(0), KRAIT_TRY(new_int_unsigned(in, entry.facts.size))};
    return KRAIT_TRY(new_tuple(in, parts));
}

void listing_trace(Object* o, Marker& m) {
    m.object(static_cast<Listing*>(o)->handle);
    m.value(static_cast<Listing*>(o)->path);
}

void listing_finalize(Object* o) {
    Handle* handle = static_cast<Listing*>(o)->handle;
    if (!handle || !handle->is_open) return;
    if (handle->driver->busy)
        handle->abandoned = true;
    else
        close_now(handle);
}

constexpr Slots kListingSlots{.iter = listing_iter,
                              .next = listing_next,
                              .trace = listing_trace,
                              .finalize = listing_finalize};

Value driver_ilistdir(Interp& in, Driver* self, Value path) {
    Str* text = KRAIT_TRY(full_path(in, self, path));
    Handle* handle = KRAIT_TRY(new_handle(in, self, true, self->ops->listing_memory));
    auto* listing = KRAIT_TRY(in.make<Listing>());
    listing->handle = handle;
    listing->path = path;
    LibraryCall call(in, self);
    KRAIT_TRY(call.enter());
    const int result = self->ops->open_directory(handle, text->data());
    if (result >= 0) link(in, handle);
    (void)KRAIT_TRY(call.check(result));
    return listing;
}

// --- folders and names ---------------------------------------------------------------------------

Status driver_mkdir(Interp& in, Driver* self, Value path) {
    Str* text = KRAIT_TRY(full_path(in, self, path));
    LibraryCall call(in, self);
    KRAIT_TRY(call.enter_to_write());
    if (is_top(text)) return raise_driver_error(in, error::kEEXIST);
    (void)KRAIT_TRY(call.check(self->ops->make_directory(self, text->data())));
    return kOk;
}

Status remove_entry(Interp& in, Driver* self, Value path, bool is_directory) {
    Str* text = KRAIT_TRY(full_path(in, self, path));
    LibraryCall call(in, self);
    KRAIT_TRY(call.enter_to_write());
    EntryFacts facts;
    (void)KRAIT_TRY(facts_of(call, self, text, facts));
    if (facts.is_directory != is_directory)
        return raise_driver_error(in, is_directory ? error::kENOTDIR : error::kEISDIR);
    if (is_top(text)) return raise_driver_error(in, error::kEPERM);
    (void)KRAIT_TRY(call.check(self->ops->remove(self, text->data())));
    return kOk;
}
Status driver_rmdir(Interp& in, Driver* self, Value path) {
    return remove_entry(in, self, path, true);
}
Status driver_remove(Interp& in, Driver* self, Value path) {
    return remove_entry(in, self, path, false);
}

Status driver_rename(Interp& in, Driver* self, Value from, Value to) {
    Str* source = KRAIT_TRY(full_path(in, self, from));
    Str* target = KRAIT_TRY(full_path(in, self, to));
    LibraryCall call(in, self);
    KRAIT_TRY(call.enter_to_write());
    if (is_top(source) || is_top(target)) return raise_driver_error(in, error::kEPERM);
    // A folder cannot move into itself.
    const std::string_view below = target->view();
    if (below.size() > source->size() && below.starts_with(source->view()) &&
        below[source->size()] == '/')
        return raise_driver_error(in, error::kEINVAL);
    (void)KRAIT_TRY(call.check(self->ops->rename(self, source->data(), target->data())));
    return kOk;
}

Status driver_chdir(Interp& in, Driver* self, Value path) {
    Str* text = KRAIT_TRY(full_path(in, self, path));
    LibraryCall call(in, self);
    KRAIT_TRY(call.enter());
    EntryFacts facts;
    (void)KRAIT_TRY(facts_of(call, self, text, facts));
    if (!facts.is_directory) return raise_driver_error(in, error::kENOENT);
    in.heap().write(self->directory, text);
    return kOk;
}
Result<Str*> driver_getcwd(Interp&, Driver* self) { return self->directory; }

Result<Tuple*> driver_stat(Interp& in, Driver* self, Value path) {
    Str* text = KRAIT_TRY(full_path(in, self, path));
    EntryFacts facts;
    {
        LibraryCall call(in, self);
        KRAIT_TRY(call.enter());
        (void)KRAIT_TRY(facts_of(call, self, text, facts));
    }
    return stat_tuple(in, facts.is_directory ? kDirectoryMode : kFileMode, facts.size,
                      facts.time_s);
}

Result<Tuple*> driver_statvfs(Interp& in, Driver* self, Value) {
    VolumeFacts facts = {};
    {
        LibraryCall call(in, self);
        KRAIT_TRY(call.enter());
        (void)KRAIT_TRY(call.check(self->ops->statvfs(self, facts)));
    }
    return statvfs_tuple(in, facts.block_size, facts.blocks, facts.blocks_free, facts.longest_name);
}

// --- mounting ------------------------------------------------------------------------------------

Status mount_now(Interp& in, Driver* self) {
    LibraryCall call(in, self);
    KRAIT_TRY(call.enter_unmounted());
    (void)KRAIT_TRY(call.check(self->ops->mount(self)));
    self->mounted = true;
    return kOk;
}

Status format_now(Interp& in, Driver* self) {
    LibraryCall call(in, self);
    KRAIT_TRY(call.enter_unmounted());
    (void)KRAIT_TRY(call.check(self->ops->format(self)));
    return kOk;
}

// Files that are open are cut off: what they hold of the library's is forgotten.
Status driver_umount(Interp& in, Driver* self) {
    if (!self->mounted) return kOk;
    LibraryCall call(in, self);
    KRAIT_TRY(call.enter());
    while (self->handles) unlink(self, self->handles);
    self->mounted = false;
    (void)KRAIT_TRY(call.check(self->ops->unmount(self)));
    return kOk;
}

Status driver_mount(Interp& in, Driver* self, bool readonly, bool mkfs) {
    if (mkfs) {
        KRAIT_TRY(driver_umount(in, self));
        KRAIT_TRY(format_now(in, self));
    }
    if (!self->mounted) KRAIT_TRY(mount_now(in, self));
    self->readonly = readonly;
    return kOk;
}

Status fill(Interp& in, Driver* driver, const DriverOps& ops, const DriverOptions& how) {
    constexpr isize kMost = 1 << 24;
    for (const isize size : {how.read_size, how.program_size})
        if (size < 1 || size > kMost)
            return raise(in, kValueError, "a size of {} bytes is out of range", size);
    driver->ops = &ops;
    driver->directory = mutable_name("/"_sym);
    driver->read_size = static_cast<u32>(how.read_size);
    driver->program_size = static_cast<u32>(how.program_size);
    driver->lookahead = static_cast<u32>(std::clamp<isize>(how.lookahead, 0, kMost));
    driver->keeps_times = how.keeps_times;
    KRAIT_TRY(open_device(in, how.device, driver->device));
    return ops.prepare(in, driver);
}

void driver_trace(Object* o, Marker& m) {
    auto* self = static_cast<Driver*>(o);
    self->device.trace(m);
    m.object(self->memory);
    m.object(self->directory);
    m.object(self->handles);
}
void handle_trace(Object* o, Marker& m) {
    auto* self = static_cast<Handle*>(o);
    m.object(self->driver);
    m.object(self->next);
    m.object(self->memory);
}

constexpr Row kRows[] = {
    def<"mount(self, readonly, mkfs, /)", driver_mount>,
    def<"umount(self, /)", driver_umount>,
    def<"open(self, path, mode='r', /)", driver_open>,
    def<"ilistdir(self, path=..., /)", driver_ilistdir>,
    def<"mkdir(self, path, /)", driver_mkdir>,
    def<"rmdir(self, path, /)", driver_rmdir>,
    def<"remove(self, path, /)", driver_remove>,
    def<"rename(self, old_path, new_path, /)", driver_rename>,
    def<"chdir(self, path, /)", driver_chdir>,
    def<"getcwd(self, /)", driver_getcwd>,
    def<"stat(self, path, /)", driver_stat>,
    def<"statvfs(self, path, /)", driver_statvfs>,
};
constexpr Slots kDriverSlots{.trace = driver_trace};
constexpr Slots kHandleSlots{.trace = handle_trace};

constinit const BuiltinType Listing::kType{{.name = "ilistdir"_sym,
                                            .slots = &kListingSlots,
                                            .flags = kFinal | kHasFinalizer,
                                            .size = sizeof(Listing)}};

}  // namespace

constinit const BuiltinType Driver::kType{{.name = "VfsDriver"_sym,
                                           .slots = &kDriverSlots,
                                           .rows = kRows,
                                           .flags = kAbstractBase,
                                           .size = sizeof(Driver)}};
constinit const BuiltinType Handle::kType{
    {.name = "handle"_sym, .slots = &kHandleSlots, .size = sizeof(Handle)}};

Value construct_driver(Interp& in, const Type* cls, const DriverOps& ops,
                       const DriverOptions& how) {
    auto* driver = KRAIT_TRY(make_instance<Driver>(in, cls));
    KRAIT_TRY(fill(in, driver, ops, how));
    KRAIT_TRY(mount_now(in, driver));
    return driver;
}

Status format_device(Interp& in, const BuiltinType& type, const DriverOps& ops,
                     const DriverOptions& how) {
    auto* driver = KRAIT_TRY(in.make_with_shape<Driver>(type.shape(), sizeof(Driver)));
    KRAIT_TRY(fill(in, driver, ops, how));
    return format_now(in, driver);
}

i64 driver_time_ns(const Driver* driver) {
    return driver->device.interp->board()->clock().epoch_ns();
}

}  // namespace krait
