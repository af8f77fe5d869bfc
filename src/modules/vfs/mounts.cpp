#include "modules/vfs/mounts.hpp"

#include "core/arrays.hpp"
#include "core/errno.hpp"
#include "core/files.hpp"
#include "core/str_builder.hpp"
#include "hal/board.hpp"
#include "modules/io/any_stream.hpp"
#include "modules/vfs/board_files.hpp"
#include "modules/vfs/posix.hpp"
#include "objects/bytes.hpp"
#include "objects/codec.hpp"
#include "vm/import.hpp"

namespace krait {

namespace {

constexpr int kKindMask = 0xF000;
constexpr usize kNativeRead = 512, kMostBytes = 1 << 30;
constexpr isize kLongestRead = 255;  // of files in Python, whatever buffer size they name

// The key under which an interpreter keeps its table.
constinit const ModuleDef kTableState{"mounts"_sym, {}};

void table_trace(Object* o, Marker& m) { m.object(static_cast<MountTable*>(o)->entries); }
constexpr Slots kTableSlots{.trace = table_trace};

// --- the import system's view --------------------------------------------------------------------

// Takes a pending OSError away; false if something else is pending.
bool forgive_os_error(Interp& in) {
    if (!is_instance(in.pending(), &kOSError)) return false;
    (void)in.take_pending();
    return true;
}

Result<isize> kind_of_path(Interp& in, std::string_view text) {
    constexpr auto answer = [](PathKind kind) { return static_cast<isize>(kind); };
    Place place;
    KRAIT_TRY(find_place(in, KRAIT_TRY(new_str(in, text)), place));
    if (place.kind == Place::Kind::Board) {
        hal::FileStat stat;
        if (!in.board()->storage().stat(place.path->view(), stat).is_ok())
            return answer(PathKind::Nothing);
        if (stat.kind == hal::FileKind::Directory) return answer(PathKind::Folder);
        return answer(stat.kind == hal::FileKind::File ? PathKind::File : PathKind::Nothing);
    }
    if (place.kind == Place::Kind::Root) return answer(PathKind::Folder);
    if (place.kind == Place::Kind::Nowhere) return answer(PathKind::Nothing);
    const Value stat = call_filesystem(in, place.filesystem, "stat"_sym, place.path);
    if (!stat)
        return forgive_os_error(in) ? Result<isize>(answer(PathKind::Nothing)) : Result<isize>();
    const isize mode = KRAIT_TRY(to_index(in, KRAIT_TRY(get_item(in, stat, Value::from_int(0)))));
    return answer((mode & kKindMask) == kDirectoryMode ? PathKind::Folder : PathKind::File);
}

// How many bytes to ask for at once.
Result<isize> read_size(Interp& in, Value file) {
    if (stream_of(file)) return kNativeRead;
    const Value ioctl = KRAIT_TRY(find_attr(in, file, "ioctl"_sym));
    if (is_done(ioctl)) return kLongestRead;
    const Value wanted =
        KRAIT_TRY(call(in, ioctl, Value::from_int(kIoctlBufferSize), Value::from_int(0)));
    const isize size = is_int(wanted) ? KRAIT_TRY(to_index(in, wanted)) : 0;
    return size > 0 ? std::min(size, kLongestRead) : kLongestRead;
}

Status read_all(Interp& in, Value file, BytesBuilder& out) {
    const auto size = static_cast<usize>(KRAIT_TRY(read_size(in, file)));
    for (;;) {
        u8* room = KRAIT_TRY(out.reserve(size));
        const isize n = KRAIT_TRY(read_from(in, file, {room, size}));
        if (n <= 0) return kOk;
        out.advance(static_cast<usize>(n));
        if (out.size() > kMostBytes) return raise_driver_error(in, error::kEFBIG);
    }
}

Result<ByteArray*> read_path(Interp& in, std::string_view text) {
    Place place;
    Str* path = KRAIT_TRY(new_str(in, text));
    KRAIT_TRY(find_place(in, path, place));
    if (place.kind == Place::Kind::Board) return read_board_file(in, place.path->view());
    if (place.kind != Place::Kind::Mounted) return raise_os_error(in, error::kENOENT, path);
    const Value file =
        KRAIT_TRY(call_filesystem(in, place.filesystem, "open"_sym, place.path, "rb"_sym));
    BytesBuilder content(in);
    const bool is_read = bool(read_all(in, file, content));
    const Value problem = in.take_pending();
    const bool is_closed = bool(close_by_ioctl(in, file));
    if (!is_read) return in.set_pending(problem), Result<ByteArray*>();
    if (!is_closed) return {};
    const Bytes bytes = content.bytes();
    ByteArray* cell = KRAIT_TRY(new_byte_array(in, bytes.size()));
    std::ranges::copy(bytes, cell->data);
    return cell;
}

constexpr FileAccess kMountedFiles{.kind = kind_of_path, .read = read_path};

// --- paths ---------------------------------------------------------------------------------------

// Whether `path` is the mount point or below it; `rest` is what the filesystem there sees.
bool is_below(std::string_view path, std::string_view point, std::string_view& rest) {
    if (point == "/") return rest = path, true;
    if (!path.starts_with(point)) return false;
    rest = path.substr(point.size());
    if (rest.empty()) return rest = "/", true;
    return rest[0] == '/';
}

Status place_in(Interp& in, MountTable* table, isize entry, std::string_view rest, Place& out) {
    out.entry = entry;
    out.filesystem = table->filesystem(entry);
    out.kind = is_board_storage(out.filesystem) ? Place::Kind::Board : Place::Kind::Mounted;
    out.path = KRAIT_TRY(new_str(in, rest));
    return kOk;
}

}  // namespace

constinit const BuiltinType MountTable::kType{
    {.name = "mount_table"_sym, .slots = &kTableSlots, .size = sizeof(MountTable)}};

MountTable* existing_mount_table(Interp& in) {
    if (!in.files()) return nullptr;
    return as<MountTable>(in.module_state(kTableState));
}

Result<MountTable*> mount_table(Interp& in) {
    if (MountTable* table = existing_mount_table(in)) return table;
    MountTable* table = KRAIT_TRY(in.make<MountTable>());
    table->entries = KRAIT_TRY(new_list(in));
    KRAIT_TRY(list_append(in, table->entries, KRAIT_TRY(new_board_filesystem(in))));
    KRAIT_TRY(list_append(in, table->entries, KRAIT_TRY(new_str(in, "/"))));
    KRAIT_TRY(in.set_module_state(kTableState, table));
    in.set_files(&kMountedFiles);
    return table;
}

Status find_place(Interp& in, Str* path, Place& out) {
    MountTable* table = existing_mount_table(in);
    out = {};
    out.path = path;
    if (!table) return out.kind = Place::Kind::Board, kOk;
    const std::string_view text = path->view();
    const bool is_absolute = text.starts_with('/');
    if (!is_absolute && table->current != MountTable::kRoot)
        return place_in(in, table, table->current, text, out);
    Str* full = is_absolute ? path : KRAIT_TRY(format_str(in, "/{}", path));
    isize found = MountTable::kRoot;
    std::string_view rest, of_found;
    for (isize i = 0; i < table->count(); ++i) {
        if (!is_below(full->view(), table->point(i)->view(), rest)) continue;
        const bool is_longer = found < 0 || table->point(i)->size() > table->point(found)->size();
        if (is_longer) found = i, of_found = rest;
    }
    const bool at_top = found < 0 || table->point(found)->view() == "/";
    const bool is_root = full->view().find_first_not_of('/') == std::string_view::npos;
    if (at_top && is_root) {
        out.kind = Place::Kind::Root;
        out.entry = found;
        if (found >= 0) out.filesystem = table->filesystem(found);
        return kOk;
    }
    if (found < 0) return kOk;
    // In the root, a filesystem at "/" sees relative paths as they are. The board, whose current
    // directory may be elsewhere, does not.
    if (at_top && !is_board_storage(table->filesystem(found))) of_found = text;
    return place_in(in, table, found, of_found, out);
}

Value plain_path(Interp& in, Value path) {
    if (is<Str>(path) || find_slot<&Slots::get_buffer>(type_of(path))) return path;
    const Value spoken = KRAIT_TRY(call_special(in, path, "__fspath__"_sym));
    if (is_done(spoken))
        return raise(in, kTypeError, "expected str, bytes or os.PathLike object, not {}",
                     TextArg::type_name(path));
    if (is<Str>(spoken) || is<BytesObject>(spoken)) return spoken;
    return raise(in, kTypeError, "expected {}.__fspath__() to return str or bytes, not {}",
                 TextArg::type_name(path), TextArg::type_name(spoken));
}

Result<Str*> path_text(Interp& in, Value path) {
    const Value plain = KRAIT_TRY(plain_path(in, path));
    Str* text = as_if<Str>(plain);
    if (!text) {
        HeldBuffer held;
        KRAIT_TRY(get_buffer(in, plain, held));
        text = KRAIT_TRY(decode_text(in, held.bytes(), nullptr, nullptr));
    }
    if (text->view().find('\0') != std::string_view::npos)
        return raise(in, kValueError, "embedded null byte");
    return text;
}

}  // namespace krait
