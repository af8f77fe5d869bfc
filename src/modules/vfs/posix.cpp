// VfsPosix. Absolute paths start at its root; relative ones at the storage's current directory,
// which all objects of this type share, as programs of one process do on POSIX.
#include "modules/vfs/posix.hpp"

#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/errno.hpp"
#include "core/text.hpp"
#include "hal/board.hpp"
#include "modules/io/file.hpp"
#include "modules/vfs/board_files.hpp"
#include "modules/vfs/mounts.hpp"

namespace krait {

namespace {

// The storage's path.
Result<Str*> under_root(Interp& in, VfsPosix* self, Value path) {
    Str* text = KRAIT_TRY(path_text(in, path));
    if (!text->view().starts_with('/') || self->root->size() == 0) return text;
    return format_str(in, "{}{}", self->root, text);
}

Status check_writable(Interp& in, VfsPosix* self) {
    if (!self->readonly) return kOk;
    return raise_driver_error(in, error::kEROFS);
}

Value posix_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value root;
    KRAIT_TRY((parse_args<"(root=None, /)">(in, "VfsPosix"_sym, args, root)));
    auto* self = KRAIT_TRY(make_instance<VfsPosix>(in, cls));
    self->root = empty_str();
    if (is_none(root)) return self;
    Str* text = KRAIT_TRY(path_text(in, root));
    if (!text->view().starts_with('/'))
        text = KRAIT_TRY(format_str(in, "{}/{}", KRAIT_TRY(board_getcwd(in)), text));
    std::string_view view = text->view();
    while (view.ends_with('/')) view.remove_suffix(1);
    in.heap().write(self->root, KRAIT_TRY(new_str(in, view)));
    return self;
}

void posix_mount(VfsPosix* self, bool readonly, bool) { self->readonly = readonly; }
void posix_umount(VfsPosix*) {}

Value posix_open(Interp& in, VfsPosix* self, Value path, Str* mode) {
    FileMode how;
    KRAIT_TRY(read_file_mode(in, mode, how, true));
    if (how.flags & hal::kOpenWrite) KRAIT_TRY(check_writable(in, self));
    Str* place = KRAIT_TRY(under_root(in, self, path));
    const bool has_way = mode->view().find_first_of("rwax") != std::string_view::npos;
    if (!has_way) mode = KRAIT_TRY(format_str(in, "r{}", mode));
    return open_board_file(in, place, path, mode, {});
}

Value posix_ilistdir(Interp& in, VfsPosix* self, Value path) {
    Str* place = path ? KRAIT_TRY(under_root(in, self, path)) : empty_str();
    return iterate(in, KRAIT_TRY(board_listdir(in, place, path, false)));
}
Status posix_mkdir(Interp& in, VfsPosix* self, Value path) {
    KRAIT_TRY(check_writable(in, self));
    return board_mkdir(in, KRAIT_TRY(under_root(in, self, path)), path);
}
Status posix_rmdir(Interp& in, VfsPosix* self, Value path) {
    KRAIT_TRY(check_writable(in, self));
    return board_rmdir(in, KRAIT_TRY(under_root(in, self, path)), path);
}
Status posix_remove(Interp& in, VfsPosix* self, Value path) {
    KRAIT_TRY(check_writable(in, self));
    return board_remove(in, KRAIT_TRY(under_root(in, self, path)), path);
}
Status posix_rename(Interp& in, VfsPosix* self, Value from, Value to) {
    KRAIT_TRY(check_writable(in, self));
    Str* source = KRAIT_TRY(under_root(in, self, from));
    return board_rename(in, source, KRAIT_TRY(under_root(in, self, to)), from, to);
}
Status posix_chdir(Interp& in, VfsPosix* self, Value path) {
    return board_chdir(in, KRAIT_TRY(under_root(in, self, path)), path);
}
// The current directory as seen from the root; as it is where it lies outside.
Result<Str*> posix_getcwd(Interp& in, VfsPosix* self) {
    Str* current = KRAIT_TRY(board_getcwd(in));
    const std::string_view root = self->root->view(), text = current->view();
    if (root.empty() || !text.starts_with(root)) return current;
    const std::string_view rest = text.substr(root.size());
    if (!rest.empty() && rest[0] != '/') return current;
    return new_str(in, rest.empty() ? "/" : rest);
}
Result<Tuple*> posix_stat(Interp& in, VfsPosix* self, Value path) {
    return board_stat(in, KRAIT_TRY(under_root(in, self, path)), path);
}
Result<Tuple*> posix_statvfs(Interp& in, VfsPosix* self, Value path) {
    return board_statvfs(in, KRAIT_TRY(under_root(in, self, path)), path);
}

void posix_trace(Object* o, Marker& m) { m.object(static_cast<VfsPosix*>(o)->root); }

constexpr Row kRows[] = {
    def<"mount(self, readonly, mkfs, /)", posix_mount>,
    def<"umount(self, /)", posix_umount>,
    def<"open(self, path, mode='r', /)", posix_open>,
    def<"ilistdir(self, path=..., /)", posix_ilistdir>,
    def<"mkdir(self, path, /)", posix_mkdir>,
    def<"rmdir(self, path, /)", posix_rmdir>,
    def<"remove(self, path, /)", posix_remove>,
    def<"rename(self, old_path, new_path, /)", posix_rename>,
    def<"chdir(self, path, /)", posix_chdir>,
    def<"getcwd(self, /)", posix_getcwd>,
    def<"stat(self, path, /)", posix_stat>,
    def<"statvfs(self, path, /)", posix_statvfs>,
};
constexpr Slots kSlots{.construct = posix_construct, .trace = posix_trace};

}  // namespace

constinit const BuiltinType VfsPosix::kType{
    {.name = "VfsPosix"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(VfsPosix)}};

Result<VfsPosix*> new_board_filesystem(Interp& in) {
    auto* self = KRAIT_TRY(in.make<VfsPosix>());
    self->root = empty_str();
    return self;
}

bool is_board_storage(Value filesystem) {
    const auto* self = as_if<VfsPosix>(filesystem);
    return self && self->root->size() == 0 && !self->readonly;
}

}  // namespace krait
