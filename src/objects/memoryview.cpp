// The type memoryview: a window on another object's buffer, of one dimension.
//
// A view holds the exporter's buffer until it is released or dies; a slice of a view is a view of
// the same exporter. What it shows cannot move meanwhile, so `data` stays valid. Reading and
// writing an item may run Python, which may release the view: it is asked for afterwards.
#include <cstring>

#include "core/bind.hpp"
#include "core/special.hpp"
#include "core/str_builder.hpp"
#include "objects/bytes.hpp"
#include "objects/hex.hpp"
#include "objects/item_format.hpp"

namespace krait {
namespace {

Status check_open(Interp& in, const MemoryView* self) {
    if (self->exporter) return kOk;
    return raise(in, kValueError, "operation forbidden on released memoryview object");
}

u8* item_at(const MemoryView* self, usize index) {
    return self->data + static_cast<isize>(index) * self->stride;
}

ItemType item_type(const MemoryView* self) { return native_item(self->format); }

void copy_items(const MemoryView* self, u8* to) {
    if (self->is_contiguous()) {
        if (self->count) std::memcpy(to, self->data, self->bytes());
        return;
    }
    for (usize i = 0; i < self->count; ++i, to += self->item_size)
        std::memcpy(to, item_at(self, i), self->item_size);
}

Result<BytesObject*> bytes_of_view(Interp& in, const MemoryView* self) {
    if (self->bytes() == 0) return empty_bytes();
    BytesObject* bytes = KRAIT_TRY(allocate_bytes(in, self->bytes()));
    copy_items(self, bytes->data());
    return bytes;
}

// Another view of the same exporter.
Result<MemoryView*> view_like(Interp& in, const MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    MemoryView* view = KRAIT_TRY(in.make<MemoryView>());
    BufferView buffer;
    KRAIT_TRY(lend_bytes(in, self->exporter, buffer));  // counted; released with the view
    view->exporter = self->exporter;
    view->data = self->data;
    view->count = self->count;
    view->stride = self->stride;
    view->format = self->format;
    view->item_size = self->item_size;
    view->readonly = self->readonly;
    return view;
}

void let_go(MemoryView* self) {
    if (!self->exporter) return;
    if (auto release = find_slot<&Slots::release_buffer>(type_of(self->exporter)))
        release(self->exporter);
    self->exporter = {};
}

// --- slots ---------------------------------------------------------------------------------------

Value view_construct(Interp& in, const Type*, const CallArgs& args) {
    Value object;
    KRAIT_TRY((parse_args<"(object)">(in, "memoryview"_sym, args, object)));
    return new_memoryview(in, object).take();
}

// The exporter may be as dead as the view, but it is still there: finalizers run when marking is
// complete, before any cell is swept, and a view that lives keeps its exporter alive.
void view_finalize(Object* self) { let_go(static_cast<MemoryView*>(self)); }

void view_trace(Object* self, Marker& m) { m.value(static_cast<MemoryView*>(self)->exporter); }

Value view_repr(Interp& in, Value self) {
    auto* view = as<MemoryView>(self);
    return format_str(in, view->exporter ? "<memory at {}>" : "<released memory at {}>",
                      TextArg::address(view))
        .take();
}

Result<isize> view_length(Interp& in, Value self) {
    KRAIT_TRY(check_open(in, as<MemoryView>(self)));
    return static_cast<isize>(as<MemoryView>(self)->count);
}

Result<isize> view_hash(Interp& in, Value self) {
    auto* view = as<MemoryView>(self);
    KRAIT_TRY(check_open(in, view));
    if (!view->readonly) return raise(in, kValueError, "cannot hash writable memoryview object");
    if (view->item_size != 1 || view->format == '?')
        return raise(in, kValueError,
                     "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    BytesObject* bytes = KRAIT_TRY(bytes_of_view(in, view));
    return static_cast<isize>(hash_text(as_text(bytes->bytes())));
}

// The place that the key means: an index, or a tuple of one.
Result<isize> place_of(Interp& in, MemoryView* self, Value key) {
    const Tuple* tuple = as_if<Tuple>(key);
    if (tuple && tuple->size() > 1)
        return raise(in, kTypeError, "cannot index 1-dimension view with {}-element tuple",
                     tuple->size());
    if (tuple && tuple->size() == 1) key = (*tuple)[0];
    if (!is_int(key) && is_done(find_special(type_of(key), "__index__"_sym)))
        return raise(in, kTypeError, "memoryview: invalid slice key");
    const isize index = KRAIT_TRY(item_index(in, key, "memoryview"));
    KRAIT_TRY(check_open(in, self));
    const isize at = fit_index(index, self->count);
    if (at < 0) return raise(in, kIndexError, "index out of bounds on dimension 1");
    return at;
}

Result<MemoryView*> view_slice(Interp& in, MemoryView* self, SliceRange range) {
    MemoryView* part = KRAIT_TRY(view_like(in, self));
    fit_slice(range, self->count);
    if (range.count) part->data = item_at(self, static_cast<usize>(range.start));
    part->count = range.count;
    part->stride = range.count > 1 ? self->stride * range.step : self->stride;
    return part;
}

Value view_get_item(Interp& in, Value self, Value key) {
    auto* view = as<MemoryView>(self);
    KRAIT_TRY(check_open(in, view));
    if (const Slice* slice = as_if<Slice>(key)) {
        SliceRange range;
        KRAIT_TRY(slice_parts(in, slice, range));
        return view_slice(in, view, range).take();
    }
    const isize at = KRAIT_TRY(place_of(in, view, key));
    return load_item(in, item_type(view), item_at(view, static_cast<usize>(at)));
}

Status set_one(Interp& in, MemoryView* self, Value key, Value value) {
    const isize at = KRAIT_TRY(place_of(in, self, key));
    u8 item[8];
    const char letter[] = {self->format, '\0'};
    switch (store_item(in, item_type(self), value, item)) {
        case StoreFault::None: break;
        case StoreFault::Raised: return {};
        case StoreFault::Type:
            return raise(in, kTypeError, "memoryview: invalid type for format '{}'", letter);
        default: return raise(in, kValueError, "memoryview: invalid value for format '{}'", letter);
    }
    KRAIT_TRY(check_open(in, self));
    std::memcpy(item_at(self, static_cast<usize>(at)), item, self->item_size);
    return kOk;
}

Raised raise_structure(Interp& in) {
    return raise(in, kValueError,
                 "memoryview assignment: lvalue and rvalue have different structures");
}

// From bytes that are together to items that are: needs no views made for the moment, so it works
// while the heap is locked.
Status set_plain_slice(Interp& in, MemoryView* self, SliceRange range, Value value) {
    HeldBuffer from;
    KRAIT_TRY(get_buffer(in, value, from));
    KRAIT_TRY(check_open(in, self));
    fit_slice(range, self->count);
    if (from.format != self->format || from.size != range.count * self->item_size)
        return raise_structure(in);
    if (from.size)
        std::memmove(item_at(self, static_cast<usize>(range.start)), from.data, from.size);
    return kOk;
}

Status set_slice(Interp& in, MemoryView* self, const Slice* slice, Value value) {
    if (!find_slot<&Slots::get_buffer>(type_of(value)))
        return raise(in, kTypeError, "a bytes-like object is required, not '{}'",
                     TextArg::type_name(value));
    SliceRange range;
    KRAIT_TRY(slice_parts(in, slice, range));
    KRAIT_TRY(check_open(in, self));
    if (range.step == 1 && self->stride == self->item_size && !is<MemoryView>(value))
        return set_plain_slice(in, self, range, value);
    MemoryView* to = KRAIT_TRY(view_slice(in, self, range));
    MemoryView* from = KRAIT_TRY(new_memoryview(in, value));
    if (from->format != to->format || from->count != to->count) {
        let_go(from), let_go(to);
        return raise_structure(in);
    }
    if (from->is_contiguous() && to->is_contiguous()) {
        if (to->count) std::memmove(to->data, from->data, to->bytes());
    } else {  // they may overlap
        const Result<BytesObject*> bytes = bytes_of_view(in, from);
        if (!bytes) return {};
        for (usize i = 0; i < to->count; ++i)
            std::memcpy(item_at(to, i), bytes.take()->data() + i * to->item_size, to->item_size);
    }
    let_go(from), let_go(to);
    return kOk;
}

Status view_set_item(Interp& in, Value self, Value key, Value value) {
    auto* view = as<MemoryView>(self);
    KRAIT_TRY(check_open(in, view));
    if (view->readonly) return raise(in, kTypeError, "cannot modify read-only memory");
    if (!value) return raise(in, kTypeError, "cannot delete memory");
    if (const Slice* slice = as_if<Slice>(key)) return set_slice(in, view, slice, value);
    return set_one(in, view, key, value);
}

Value view_iter(Interp& in, Value self) {
    KRAIT_TRY(check_open(in, as<MemoryView>(self)));
    return new_sequence_iterator(in, self);
}

Result<bool> equal_views(Interp& in, const MemoryView* a, const MemoryView* b) {
    if (a->count != b->count) return false;
    const bool plain = a->format == b->format && item_type(a).kind != ItemKind::Float;
    if (plain && a->is_contiguous() && b->is_contiguous())
        return a->count == 0 || std::memcmp(a->data, b->data, a->bytes()) == 0;
    for (usize i = 0; i < a->count; ++i) {
        const Value x = KRAIT_TRY(load_item(in, item_type(a), item_at(a, i)));
        const Value y = KRAIT_TRY(load_item(in, item_type(b), item_at(b, i)));
        if (!KRAIT_TRY(compare_bool(in, CompareOp::Eq, x, y))) return false;
    }
    return true;
}

Value view_compare(Interp& in, CompareOp op, Value self, Value other) {
    if (op != CompareOp::Eq && op != CompareOp::Ne) return not_implemented();
    auto* view = as<MemoryView>(self);
    bool equal = self == other;
    if (!equal && view->exporter) {
        if (!find_slot<&Slots::get_buffer>(type_of(other))) return not_implemented();
        MemoryView* b = as_if<MemoryView>(other);
        const bool is_own = b == nullptr;  // a view made for this
        if (is_own) b = KRAIT_TRY(new_memoryview(in, other));
        if (b->exporter) equal = KRAIT_TRY(equal_views(in, view, b));
        if (is_own) let_go(b);
    }
    return from_bool(equal == (op == CompareOp::Eq));
}

Status view_get_buffer(Interp& in, Value self, BufferView& view, bool writable) {
    auto* memory = as<MemoryView>(self);
    KRAIT_TRY(check_open(in, memory));
    if (writable && memory->readonly)
        return raise(in, kTypeError, "read-write bytes-like object expected, not memoryview");
    if (!memory->is_contiguous())
        return raise(in, kBufferError, "memoryview: underlying buffer is not C-contiguous");
    ++memory->views;
    view.data = memory->data;
    view.size = memory->bytes();
    view.format = memory->format;
    view.item_size = memory->item_size;
    view.readonly = memory->readonly;
    return kOk;
}

void view_release_buffer(Value self) { --as<MemoryView>(self)->views; }

constexpr Slots kViewSlots{
    .repr = view_repr,
    .hash = view_hash,
    .length = view_length,
    .get_item = view_get_item,
    .set_item = view_set_item,
    .iter = view_iter,
    .compare = view_compare,
    .get_buffer = view_get_buffer,
    .release_buffer = view_release_buffer,
    .construct = view_construct,
    .trace = view_trace,
    .finalize = view_finalize,
};

// --- methods -------------------------------------------------------------------------------------

Value method_tobytes(Interp& in, MemoryView* self, Value) {
    KRAIT_TRY(check_open(in, self));
    return bytes_of_view(in, self).take();
}

Value method_tolist(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    List* list = KRAIT_TRY(new_list(in, self->count));
    for (usize i = 0; i < self->count; ++i) {
        const Value item = KRAIT_TRY(load_item(in, item_type(self), item_at(self, i)));
        KRAIT_TRY(list_append(in, list, item));
    }
    return list;
}

Result<Str*> method_hex(Interp& in, MemoryView* self, Value sep, isize bytes_per_sep) {
    KRAIT_TRY(check_open(in, self));
    BytesObject* bytes = KRAIT_TRY(bytes_of_view(in, self));
    return hex_with_separator(in, bytes->bytes(), sep, bytes_per_sep);
}

Status method_release(Interp& in, MemoryView* self) {
    if (self->views)
        return raise(in, kBufferError, "memoryview has {} exported buffer{}", self->views,
                     self->views == 1 ? "" : "s");
    let_go(self);
    return kOk;
}

Value method_toreadonly(Interp& in, MemoryView* self) {
    MemoryView* view = KRAIT_TRY(view_like(in, self));
    view->readonly = true;
    return view;
}

bool is_byte_format(char letter) { return letter == 'B' || letter == 'b' || letter == 'c'; }

// The letter of a format that views may have.
Result<isize> take_format(Interp& in, const Str* format) {
    std::string_view text = format->view();
    if (text.size() == 2 && text[0] == '@') text.remove_prefix(1);
    if (text.size() != 1 || native_item(text[0]).kind == ItemKind::None)
        return raise(in, kValueError,
                     "memoryview: destination format must be a native single character format "
                     "prefixed with an optional '@'");
    return text[0];
}

// A shape is taken if it is of one dimension.
Status check_shape(Interp& in, Value shape, usize count) {
    if (!shape) return kOk;
    List* sizes = KRAIT_TRY(list_from(in, shape));
    if (sizes->size() != 1)
        return raise(in, kNotImplementedError, "memoryview: only one dimension is supported");
    if (KRAIT_TRY(to_index(in, sizes->span()[0])) != static_cast<isize>(count))
        return raise(in, kTypeError, "memoryview: product(shape) * itemsize != buffer size");
    return kOk;
}

Value method_cast(Interp& in, MemoryView* self, Str* format, Value shape) {
    KRAIT_TRY(check_open(in, self));
    if (!self->is_contiguous())
        return raise(in, kTypeError, "memoryview: casts are restricted to C-contiguous views");
    const char letter = static_cast<char>(KRAIT_TRY(take_format(in, format)));
    if (!is_byte_format(letter) && !is_byte_format(self->format))
        return raise(in, kTypeError, "memoryview: cannot cast between two non-byte formats");
    const usize size = native_item(letter).size;
    if (self->bytes() % size)
        return raise(in, kTypeError, "memoryview: length is not a multiple of itemsize");
    KRAIT_TRY(check_shape(in, shape, self->bytes() / size));
    MemoryView* view = KRAIT_TRY(view_like(in, self));
    view->count = self->bytes() / size;
    view->format = letter;
    view->item_size = static_cast<u8>(size);
    view->stride = static_cast<isize>(size);
    return view;
}

Value method_enter(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return self;
}
Status method_exit(Interp& in, MemoryView* self, Args) { return method_release(in, self); }

// --- attributes ----------------------------------------------------------------------------------

Value one_tuple(Interp& in, isize item) {
    const Value value = Value::from_int(item);
    return new_tuple(in, {&value, 1}).take();
}

Value get_obj(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return self->exporter;
}
Result<isize> get_nbytes(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return static_cast<isize>(self->bytes());
}
Result<isize> get_itemsize(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return self->item_size;
}
Result<Str*> get_format(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return char_str(static_cast<u8>(self->format));
}
Result<bool> get_readonly(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return self->readonly;
}
Result<isize> get_ndim(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return 1;
}
Value get_shape(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return one_tuple(in, static_cast<isize>(self->count));
}
Value get_strides(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return one_tuple(in, self->stride);
}
Value get_suboffsets(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return empty_tuple();
}
Result<bool> get_contiguous(Interp& in, MemoryView* self) {
    KRAIT_TRY(check_open(in, self));
    return self->is_contiguous();
}

constexpr Row kViewRows[] = {
    def<"tobytes(self, /, order='C')", method_tobytes>,
    def<"tolist(self, /)", method_tolist>,
    def<"hex(self, /, sep=..., bytes_per_sep=1)", method_hex>,
    def<"release(self, /)", method_release>,
    def<"toreadonly(self, /)", method_toreadonly>,
    def<"cast(self, /, format, shape=...)", method_cast>,
    def<"__enter__(self, /)", method_enter>,
    def<"__exit__(self, /, *args)", method_exit>,
    getter<"obj", get_obj>,
    getter<"nbytes", get_nbytes>,
    getter<"itemsize", get_itemsize>,
    getter<"format", get_format>,
    getter<"readonly", get_readonly>,
    getter<"ndim", get_ndim>,
    getter<"shape", get_shape>,
    getter<"strides", get_strides>,
    getter<"suboffsets", get_suboffsets>,
    getter<"c_contiguous", get_contiguous>,
    getter<"f_contiguous", get_contiguous>,
    getter<"contiguous", get_contiguous>,
};

}  // namespace

Result<MemoryView*> new_memoryview(Interp& in, Value object) {
    if (auto* view = as_if<MemoryView>(object)) return view_like(in, view);
    if (!lends_bytes(in, object))
        return raise(in, kTypeError, "memoryview: a bytes-like object is required, not '{}'",
                     TextArg::type_name(object));
    MemoryView* view = KRAIT_TRY(in.make<MemoryView>());
    BufferView buffer;
    KRAIT_TRY(lend_bytes(in, object, buffer));  // counted; released with the view
    view->exporter = object;
    view->data = buffer.data;
    view->count = buffer.size / buffer.item_size;
    view->stride = buffer.item_size;
    view->format = buffer.format;
    view->item_size = buffer.item_size;
    view->readonly = buffer.readonly;
    return view;
}

constinit const BuiltinType MemoryView::kType{{.name = "memoryview"_sym,
                                               .slots = &kViewSlots,
                                               .rows = kViewRows,
                                               .flags = kFinal | kHasFinalizer | kSequencePattern,
                                               .size = sizeof(MemoryView)}};

}  // namespace krait
