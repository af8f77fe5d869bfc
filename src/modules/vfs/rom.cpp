// VfsRom: a read-only filesystem in memory, in the ROMFS format that MicroPython documents.
//
// The image is a record: kind, length of the payload, payload; kind and length are big-endian
// numbers of 7 bits a byte. The payload holds records, those of folders and files hold a name and
// further records. Nothing is trusted: the image may be a bytearray that changes at any time, so
// each step of each look-up stays within the bytes of the record that it is in.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/text.hpp"
#include "modules/io/file.hpp"
#include "modules/vfs/board_files.hpp"
#include "modules/vfs/mounts.hpp"
#include "modules/vfs/types.hpp"
#include "objects/bytes.hpp"
#include "objects/codec.hpp"

namespace krait {

namespace {

enum Kind : u32 { kVerbatim = 2, kPointer = 3, kFolder = 4, kFile = 5, kImage = 0x14A6B1 };
constexpr usize kLongestName = 32767;

struct VfsRom : Object {
    static constexpr const BuiltinType& kType = kVfsRomType;
    MemoryView* view;  // holds the image
    usize start;       // of the payload
    usize size;

    Bytes payload() const { return {view->data + start, size}; }
};

// --- records -------------------------------------------------------------------------------------

// Takes things off the front of some bytes; `failed` once something does not fit.
struct Reader {
    Bytes rest;
    bool failed = false;

    u32 number() {
        u32 value = 0;
        for (usize i = 0; i < rest.size() && i < 5; ++i) {
            value = value << 7 | (rest[i] & 0x7F);
            if (rest[i] & 0x80) continue;
            rest = rest.subspan(i + 1);
            return value;
        }
        failed = true;
        return 0;
    }
    Bytes bytes(usize count) {
        failed |= count > rest.size();
        if (failed) return {};
        const Bytes out = rest.first(count);
        rest = rest.subspan(count);
        return out;
    }
};

struct Record {
    u32 kind = 0;
    Bytes payload;
};
// False at the end, and at what is no record.
bool next_record(Reader& reader, Record& out) {
    if (reader.rest.empty()) return false;
    out.kind = reader.number();
    const u32 size = reader.number();
    out.payload = reader.bytes(size);
    return !reader.failed && out.kind != 0;
}

// A folder's or file's entry: its name, and its content (of a folder: its records).
struct Entry {
    bool is_folder = false, is_whole = false;
    std::string_view name;
    Bytes content;
};

void read_content(const VfsRom* rom, Reader records, Entry& out) {
    for (Record record; next_record(records, record);) {
        if (record.kind == kVerbatim) {
            out.content = record.payload;
            out.is_whole = true;
        } else if (record.kind == kPointer) {
            Reader reader{record.payload};
            const u32 size = reader.number(), offset = reader.number();
            const Bytes all = rom->payload();
            if (reader.failed || offset > all.size() || size > all.size() - offset) continue;
            out.content = all.subspan(offset, size);
            out.is_whole = true;
        }
    }
}

// The next entry of a folder's records.
bool next_entry(const VfsRom* rom, Reader& records, Entry& out) {
    for (Record record; next_record(records, record);) {
        if (record.kind != kFolder && record.kind != kFile) continue;
        Reader reader{record.payload};
        out = {};
        out.is_folder = record.kind == kFolder;
        out.name = as_text(reader.bytes(reader.number()));
        if (reader.failed) continue;
        if (out.is_folder) {
            out.content = reader.rest;
            out.is_whole = true;
        } else {
            read_content(rom, reader, out);
        }
        return true;
    }
    return false;
}

// Follows the path from the root. False: there is no such entry.
bool find(const VfsRom* rom, std::string_view path, Entry& out) {
    out = {.is_folder = true, .is_whole = true, .name = {}, .content = rom->payload()};
    while (!path.empty()) {
        const usize slash = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (name.empty()) continue;
        if (!out.is_folder) return false;
        Reader records{out.content};
        bool found = false;
        while (!found && next_entry(rom, records, out)) found = out.name == name;
        if (!found) return false;
    }
    return true;
}

Status need(Interp& in, const VfsRom* self, Value path, Entry& out) {
    Str* text = path ? KRAIT_TRY(path_text(in, path)) : empty_str();
    if (!find(self, text->view(), out)) return raise_driver_error(in, error::kENOENT);
    return out.is_whole ? Status(kOk) : Status(raise_driver_error(in, error::kEIO));
}

// --- files ---------------------------------------------------------------------------------------

// Where the content lies; `rom` keeps it there.
struct RomFile : Object {
    static const BuiltinType kType;
    VfsRom* rom;
    Bytes content;
    usize position;
};
RomFile* rom_file(const File* f) { return static_cast<RomFile*>(f->driver); }

Result<isize> file_read(Interp&, File* f, MutableBytes into) {
    RomFile* self = rom_file(f);
    const usize n = std::min(into.size(), self->content.size() - self->position);
    std::copy_n(self->content.data() + self->position, n, into.data());
    self->position += n;
    return static_cast<isize>(n);
}
Result<isize> file_write(Interp& in, File*, Bytes) { return raise_driver_error(in, error::kEROFS); }
Status file_seek(Interp& in, File* f, i64& position, hal::SeekFrom from) {
    RomFile* self = rom_file(f);
    const auto size = static_cast<i64>(self->content.size());
    const i64 base = from == hal::SeekFrom::Start     ? 0
                     : from == hal::SeekFrom::Current ? static_cast<i64>(self->position)
                                                      : size;
    // Behind the end is the end; the offset is compared first, so that the sum cannot overflow.
    const i64 target = position > size ? size : base + std::max(position, -size - 1);
    if (target < 0) return raise_driver_error(in, error::kEINVAL);
    position = std::min(target, size);
    self->position = static_cast<usize>(position);
    return kOk;
}
Status file_truncate(Interp& in, File*, u64) { return raise_driver_error(in, error::kEROFS); }
Status file_nothing(Interp&, File*) { return kOk; }
void file_finalize(File*) {}
Bytes file_content(const File* f) { return rom_file(f)->content; }

constexpr FileOps kRomFileOps{.read = file_read,
                              .write = file_write,
                              .seek = file_seek,
                              .truncate = file_truncate,
                              .flush = file_nothing,
                              .close = file_nothing,
                              .finalize = file_finalize,
                              .content = file_content,
                              .can_poll = false};

Value rom_open(Interp& in, VfsRom* self, Value path, Str* mode) {
    FileMode how;
    KRAIT_TRY(read_file_mode(in, mode, how, true));
    if (how.flags & hal::kOpenWrite) return raise_driver_error(in, error::kEROFS);
    Entry entry;
    KRAIT_TRY(need(in, self, path, entry));
    if (entry.is_folder) return raise_driver_error(in, error::kEISDIR);
    auto* content = KRAIT_TRY(in.make<RomFile>());
    content->rom = self;
    content->content = entry.content;
    File* file = KRAIT_TRY(new_file(in, kRomFileOps, how, path, mode));
    file->driver = content;
    file->open = true;
    return file;
}

// --- the filesystem ------------------------------------------------------------------------------

Value rom_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value image;
    KRAIT_TRY((parse_args<"(buffer, /)">(in, "VfsRom"_sym, args, image)));
    auto* self = KRAIT_TRY(make_instance<VfsRom>(in, cls));
    self->view = KRAIT_TRY(new_memoryview(in, image));
    if (!self->view->is_contiguous()) return raise_driver_error(in, error::kENODEV);
    const Bytes all{self->view->data, self->view->bytes()};
    Reader reader{all};
    const u32 kind = reader.number();
    const u32 size = reader.number();
    const Bytes payload = reader.bytes(size);
    if (reader.failed || kind != kImage) return raise_driver_error(in, error::kENODEV);
    self->start = all.size() - reader.rest.size() - payload.size();
    self->size = payload.size();
    return self;
}

Status rom_mount(Interp& in, VfsRom*, bool, bool mkfs) {
    return mkfs ? Status(raise_driver_error(in, error::kEPERM)) : Status(kOk);
}
void rom_umount(VfsRom*) {}

// The entries are taken at once: they are small, and the image may change.
Value rom_ilistdir(Interp& in, VfsRom* self, Value path) {
    Entry folder;
    KRAIT_TRY(need(in, self, path, folder));
    if (!folder.is_folder) return raise_driver_error(in, error::kENOTDIR);
    List* list = KRAIT_TRY(new_list(in));
    Reader records{folder.content};
    for (Entry entry; next_entry(self, records, entry);) {
        if (!entry.is_whole) continue;
        Str* text = KRAIT_TRY(decode_text(in, as_bytes(entry.name), nullptr, "replace"_sym));
        const Value parts[] = {KRAIT_TRY(name_like(in, path, text)),
                               Value::from_int(entry.is_folder ? kDirectoryMode : kFileMode),
                               Value::from_int(0),
                               KRAIT_TRY(new_int_unsigned(in, entry.content.size()))};
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(new_tuple(in, parts))));
    }
    return iterate(in, list);
}

Result<Tuple*> rom_stat(Interp& in, VfsRom* self, Value path) {
    Entry entry;
    KRAIT_TRY(need(in, self, path, entry));
    return stat_tuple(in, entry.is_folder ? kDirectoryMode : kFileMode, entry.content.size(), 0);
}

Result<Tuple*> rom_statvfs(Interp& in, VfsRom* self, Value) {
    const Value zero = Value::from_int(0);
    const Value parts[] = {Value::from_int(1),
                           zero,
                           KRAIT_TRY(new_int_unsigned(in, self->size)),
                           zero,
                           zero,
                           zero,
                           zero,
                           zero,
                           zero,
                           Value::from_int(kLongestName)};
    return new_tuple(in, parts);
}

Status rom_chdir(Interp& in, VfsRom*, Value path) {
    Str* text = KRAIT_TRY(path_text(in, path));
    if (text->view().find_first_not_of('/') == std::string_view::npos) return kOk;
    return raise_driver_error(in, error::kEOPNOTSUPP);
}
Value rom_getcwd(VfsRom*) { return "/"_sym; }

Status rom_readonly(Interp& in, VfsRom*, Args) { return raise_driver_error(in, error::kEROFS); }

void rom_trace(Object* o, Marker& m) { m.object(static_cast<VfsRom*>(o)->view); }
void rom_file_trace(Object* o, Marker& m) { m.object(static_cast<RomFile*>(o)->rom); }

constexpr Row kRows[] = {
    def<"mount(self, readonly, mkfs, /)", rom_mount>,
    def<"umount(self, /)", rom_umount>,
    def<"open(self, path, mode='r', /)", rom_open>,
    def<"ilistdir(self, path=..., /)", rom_ilistdir>,
    def<"stat(self, path, /)", rom_stat>,
    def<"statvfs(self, path, /)", rom_statvfs>,
    def<"chdir(self, path, /)", rom_chdir>,
    def<"getcwd(self, /)", rom_getcwd>,
    def<"mkdir(self, /, *args)", rom_readonly>,
    def<"rmdir(self, /, *args)", rom_readonly>,
    def<"remove(self, /, *args)", rom_readonly>,
    def<"rename(self, /, *args)", rom_readonly>,
};
constexpr Slots kSlots{.construct = rom_construct, .trace = rom_trace};
constexpr Slots kFileSlots{.trace = rom_file_trace};

constinit const BuiltinType RomFile::kType{
    {.name = "rom_file"_sym, .slots = &kFileSlots, .size = sizeof(RomFile)}};

}  // namespace

constinit const BuiltinType kVfsRomType{
    {.name = "VfsRom"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(VfsRom)}};

}  // namespace krait
