// The module array: numbers of one kind, packed.
//
// Items are kept in a ByteStore as the machine has them, so that an array is a buffer of its own
// kind. Converting an item may run Python, which may change the array: it is done before the array
// is looked at.
#include <array>
#include <cstring>

#include "core/bind.hpp"
#include "core/shape.hpp"
#include "core/str_builder.hpp"
#include "modules/modules.hpp"
#include "objects/bytes.hpp"
#include "objects/int.hpp"
#include "objects/item_format.hpp"
#include "objects/iterators.hpp"
#include "objects/sequence.hpp"

namespace krait {
namespace {

struct ArrayObject : ByteStore {
    static const BuiltinType kType;
    char typecode;

    ItemType item_type() const { return native_item(typecode); }
    usize item_size() const { return item_type().size; }
    usize count() const { return size_ / item_size(); }
    u8* at(usize index) { return data() + index * item_size(); }
};

struct ArrayIterator : Object {
    static const BuiltinType kType;
    ArrayObject* source;  // null at the end
    usize index;
};

// --- items ---------------------------------------------------------------------------------------

// What items of a type are called where they do not fit.
const char* range_name(char typecode) {
    switch (typecode) {
        case 'b': return "signed char";
        case 'B': return "unsigned byte integer";
        case 'h': return "signed short integer";
        case 'H': return "unsigned short";
        case 'i': return "signed integer";
        default: return "unsigned int";
    }
}

Raised raise_range(Interp& in, char typecode, Value v) {
    const Result<bool> negative = compare_bool(in, CompareOp::Lt, v, Value::from_int(0));
    if (!negative) return {};
    const bool is_negative = negative.take();
    if (typecode == 'q' || typecode == 'Q')
        return raise(in, kOverflowError,
                     is_negative && typecode == 'Q' ? "can't convert negative int to unsigned"
                                                    : "int too big to convert");
    if (is_negative && (typecode == 'I' || typecode == 'L'))
        return raise(in, kOverflowError, "can't convert negative value to unsigned int");
    if (typecode == 'l' || typecode == 'L')
        return raise(in, kOverflowError, "Python int too large to convert to C {}long",
                     typecode == 'L' ? "unsigned " : "");
    return raise(in, kOverflowError, "{} is {} {}imum", range_name(typecode),
                 is_negative ? "less than" : "greater than", is_negative ? "min" : "max");
}

using Item = std::array<u8, 8>;

// Differs: unless the interpreter is strict, an int that does not fit loses its upper bits, as in
// MicroPython.
Status take_low_bits(Interp& in, ItemType type, Value v, Item& out) {
    u64 bits;
    KRAIT_TRY(to_low_bits(in, v, bits));
    const Value low = KRAIT_TRY(new_int_unsigned(in, bits & ~u64{0} >> (64 - 8 * type.size)));
    const StoreFault fault = store_item(in, {ItemKind::Unsigned, type.size}, low, out.data());
    return fault == StoreFault::None ? Status(kOk) : Status();
}

Status take_item(Interp& in, char typecode, Value v, Item& out) {
    const ItemType type = native_item(typecode);
    switch (store_item(in, type, v, out.data())) {
        case StoreFault::None: return kOk;
        case StoreFault::Raised: return {};
        case StoreFault::Range:
            if (!in.config().strict) return take_low_bits(in, type, v, out);
            return raise_range(in, typecode, v);
        case StoreFault::Large: {
            Float number;
            KRAIT_TRY(to_float(in, v, number));
            const float infinite = number < 0 ? -std::numeric_limits<float>::infinity()
                                              : std::numeric_limits<float>::infinity();
            std::memcpy(out.data(), &infinite, sizeof infinite);
            return kOk;
        }
        default: break;
    }
    if (type.kind == ItemKind::Float)
        return raise(in, kTypeError, "must be real number, not {}", TextArg::type_name(v));
    return raise(in, kTypeError, "'{}' object cannot be interpreted as an integer",
                 TextArg::type_name(v));
}

Value item_of(Interp& in, ArrayObject* self, usize index) {
    return load_item(in, self->item_type(), self->at(index));
}

Status append_item(Interp& in, ArrayObject* self, Value v) {
    Item item;
    KRAIT_TRY(take_item(in, self->typecode, v, item));
    return store_splice(in, self, self->size_, self->size_, {item.data(), self->item_size()});
}

Status append_bytes(Interp& in, ArrayObject* self, Bytes bytes) {
    if (bytes.size() % self->item_size())
        return raise(in, kValueError, "bytes length not a multiple of item size");
    return store_splice(in, self, self->size_, self->size_, bytes);
}

Status append_buffer(Interp& in, ArrayObject* self, Value buffer) {
    if (buffer == Value(self)) return store_repeat(in, self, 2);
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, buffer, held));
    return append_bytes(in, self, held.bytes());
}

Status append_iterable(Interp& in, ArrayObject* self, Value iterable) {
    const Value iterator = KRAIT_TRY(iterate(in, iterable));
    while (true) {
        const Value item = KRAIT_TRY(next(in, iterator));
        if (is_done(item)) return kOk;
        KRAIT_TRY(append_item(in, self, item));
    }
}

// The items of another array, or of any iterable.
Status extend_with(Interp& in, ArrayObject* self, Value items) {
    const auto* other = as_if<ArrayObject>(items);
    if (!other) return append_iterable(in, self, items);
    if (other->typecode != self->typecode)
        return raise(in, kTypeError, "can only extend with array of same kind");
    return append_buffer(in, self, items);
}

Result<ArrayObject*> new_array(Interp& in, char typecode, Bytes bytes) {
    ArrayObject* array = KRAIT_TRY(in.make<ArrayObject>());
    array->typecode = typecode;
    KRAIT_TRY(store_resize(in, array, bytes.size()));
    std::ranges::copy(bytes, array->data());
    return array;
}

// --- slots ---------------------------------------------------------------------------------------

Value array_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value code, initializer;
    KRAIT_TRY(
        (parse_args<"(typecode, initializer=..., /)">(in, "array"_sym, args, code, initializer)));
    const Str* letter = as_if<Str>(code);
    if (!letter || letter->size() != 1)
        return raise(in, kTypeError, "array() argument 1 must be a unicode character, not {}",
                     TextArg::type_name(code));
    const char typecode = letter->data()[0];
    if (std::string_view("bBhHiIlLqQfd").find(typecode) == std::string_view::npos)
        return raise(in, kValueError,
                     "bad typecode (must be b, B, h, H, i, I, l, L, q, Q, f or d)");
    ArrayObject* array = KRAIT_TRY(make_instance<ArrayObject>(in, cls));
    array->typecode = typecode;
    if (!initializer) return array;
    if (is<Str>(initializer))
        return raise(in, kTypeError, "cannot use a str to initialize an array with typecode '{}'",
                     letter);
    if (is<BytesObject>(initializer) || is<BytearrayObject>(initializer))
        KRAIT_TRY(append_buffer(in, array, initializer));
    else
        KRAIT_TRY(append_iterable(in, array, initializer));
    return array;
}

Value array_repr(Interp& in, Value self) {
    auto* array = as<ArrayObject>(self);
    StrBuilder out(in);
    KRAIT_TRY(out.append(type_of(self)->name->view(), "('"));
    KRAIT_TRY(out.append_char(array->typecode));
    KRAIT_TRY(out.append("'"));
    for (usize i = 0; i < array->count(); ++i) {
        KRAIT_TRY(out.append(i ? ", " : ", ["));
        KRAIT_TRY(out.append_repr(KRAIT_TRY(item_of(in, array, i))));
    }
    KRAIT_TRY(out.append(array->count() ? "])" : ")"));
    return out.finish().take();
}

Result<isize> array_length(Interp&, Value self) {
    return static_cast<isize>(as<ArrayObject>(self)->count());
}

Result<isize> index_key(Interp& in, Value key) {
    if (!is_int(key) && is_done(find_special(type_of(key), "__index__"_sym)))
        return raise(in, kTypeError, "array indices must be integers");
    return item_index(in, key, "array");
}

Value array_slice(Interp& in, ArrayObject* self, const Slice* slice) {
    SliceRange range;
    KRAIT_TRY(slice_parts(in, slice, range));
    fit_slice(range, self->count());
    const usize size = self->item_size();
    ArrayObject* part = KRAIT_TRY(new_array(in, self->typecode, {}));
    KRAIT_TRY(store_resize(in, part, range.count * size));
    if (range.count && range.step == 1)
        std::memcpy(part->data(), self->at(range.start), range.count * size);
    else
        for (usize i = 0; i < range.count; ++i)
            std::memcpy(part->at(i), self->at(range.start + static_cast<isize>(i) * range.step),
                        size);
    return part;
}

Value array_get_item(Interp& in, Value self, Value key) {
    auto* array = as<ArrayObject>(self);
    if (const Slice* slice = as_if<Slice>(key)) return array_slice(in, array, slice);
    const isize at = fit_index(KRAIT_TRY(index_key(in, key)), array->count());
    if (at < 0) return raise(in, kIndexError, "array index out of range");
    return item_of(in, array, at);
}

// The bytes of an array that is to be put in place of a slice; of `self` itself, a copy.
Status items_to_assign(Interp& in, ArrayObject* self, Value value, ArrayObject*& out) {
    out = as_if<ArrayObject>(value);
    if (!out)
        return raise(in, kTypeError, "can only assign array (not \"{}\") to array slice",
                     TextArg::type_name(value));
    if (out->typecode != self->typecode)
        return raise(in, kTypeError, "bad argument type for built-in operation");
    if (out == self) out = KRAIT_TRY(new_array(in, self->typecode, self->bytes()));
    return kOk;
}

Status set_slice(Interp& in, ArrayObject* self, const Slice* slice, Value value) {
    ArrayObject* items = nullptr;
    if (value) KRAIT_TRY(items_to_assign(in, self, value, items));
    SliceRange range;
    KRAIT_TRY(slice_parts(in, slice, range));
    fit_slice(range, self->count());
    const usize size = self->item_size();
    if (range.step == 1) {
        const usize start = static_cast<usize>(range.start) * size;
        return store_splice(in, self, start, start + range.count * size,
                            items ? items->bytes() : Bytes());
    }
    if (!items) return store_remove(in, self, range.start, range.step, range.count, size);
    if (items->count() != range.count)
        return raise(in, kValueError,
                     "attempt to assign array of size {} to extended slice of size {}",
                     items->count(), range.count);
    for (usize i = 0; i < range.count; ++i)
        std::memcpy(self->at(range.start + static_cast<isize>(i) * range.step), items->at(i), size);
    return kOk;
}

Status array_set_item(Interp& in, Value self, Value key, Value value) {
    auto* array = as<ArrayObject>(self);
    if (const Slice* slice = as_if<Slice>(key)) return set_slice(in, array, slice, value);
    const isize index = KRAIT_TRY(index_key(in, key));
    Item item{};
    const usize size = array->item_size();
    if (value && fit_index(index, array->count()) >= 0)
        KRAIT_TRY(take_item(in, array->typecode, value, item));
    const isize at = fit_index(index, array->count());
    if (at < 0) return raise(in, kIndexError, "array assignment index out of range");
    if (!value) return store_splice(in, array, at * size, (at + 1) * size, {});
    std::memcpy(array->at(at), item.data(), size);
    return kOk;
}

// The place of the first equal item in [start, stop), or -1.
Result<isize> find_value(Interp& in, ArrayObject* self, Value v, isize start = 0,
                         isize stop = std::numeric_limits<isize>::max()) {
    for (isize i = start; i < stop && i < static_cast<isize>(self->count()); ++i)
        if (KRAIT_TRY(equal(in, KRAIT_TRY(item_of(in, self, i)), v))) return i;
    return -1;
}

Result<bool> array_contains(Interp& in, Value self, Value v) {
    return KRAIT_TRY(find_value(in, as<ArrayObject>(self), v)) >= 0;
}

Value array_concat(Interp& in, Value lhs, Value rhs) {
    auto *a = as_if<ArrayObject>(lhs), *b = as_if<ArrayObject>(rhs);
    if (!a || (!b && type_of(rhs)->has(kHeapType))) return not_implemented();
    if (!b)
        return raise(in, kTypeError, "can only append array (not \"{}\") to array",
                     TextArg::type_name(rhs));
    if (a->typecode != b->typecode)
        return raise(in, kTypeError, "bad argument type for built-in operation");
    ArrayObject* sum = KRAIT_TRY(new_array(in, a->typecode, a->bytes()));
    KRAIT_TRY(store_splice(in, sum, sum->size_, sum->size_, b->bytes()));
    return sum;
}

Value array_repeat(Interp& in, ArrayObject* self, Value times) {
    const isize count = KRAIT_TRY(repeat_count(in, times, self->size_));
    if (count < 0) return refuse_repeat(in, times);
    ArrayObject* product = KRAIT_TRY(new_array(in, self->typecode, self->bytes()));
    KRAIT_TRY(store_repeat(in, product, static_cast<usize>(count)));
    return product;
}

Value array_binary(Interp& in, BinaryOp op, Value lhs, Value rhs) {
    if (op == BinaryOp::Add) return array_concat(in, lhs, rhs);
    if (op != BinaryOp::Mul) return not_implemented();
    if (auto* array = as_if<ArrayObject>(lhs)) return array_repeat(in, array, rhs);
    return array_repeat(in, as<ArrayObject>(rhs), lhs);
}

Value array_inplace(Interp& in, BinaryOp op, Value self, Value other) {
    auto* array = as<ArrayObject>(self);
    if (op == BinaryOp::Add) {
        if (!is<ArrayObject>(other))
            return raise(in, kTypeError, "can only extend array with array (not \"{}\")",
                         TextArg::type_name(other));
        KRAIT_TRY(extend_with(in, array, other));
        return self;
    }
    if (op != BinaryOp::Mul) return not_implemented();
    const isize count = KRAIT_TRY(repeat_count(in, other, array->size_));
    if (count < 0) return refuse_repeat(in, other);
    KRAIT_TRY(store_repeat(in, array, static_cast<usize>(count)));
    return self;
}

bool compare_counts(CompareOp op, usize a, usize b) {
    switch (op) {
        case CompareOp::Lt: return a < b;
        case CompareOp::Le: return a <= b;
        case CompareOp::Eq: return a == b;
        case CompareOp::Ne: return a != b;
        case CompareOp::Gt: return a > b;
        default: return a >= b;
    }
}

Value array_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    auto *a = as<ArrayObject>(lhs), *b = as_if<ArrayObject>(rhs);
    if (!b) return not_implemented();
    const bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
    if (equality && a->count() != b->count()) return from_bool(op == CompareOp::Ne);
    for (usize i = 0; i < a->count() && i < b->count(); ++i) {
        const Value x = KRAIT_TRY(item_of(in, a, i)), y = KRAIT_TRY(item_of(in, b, i));
        if (KRAIT_TRY(compare_bool(in, CompareOp::Eq, x, y))) continue;
        return equality ? from_bool(op == CompareOp::Ne) : compare(in, op, x, y);
    }
    return from_bool(compare_counts(op, a->count(), b->count()));
}

Status array_get_buffer(Interp&, Value self, BufferView& view, bool) {
    auto* array = as<ArrayObject>(self);
    ++array->views_;
    view.data = array->data();
    view.size = array->size_;
    view.format = array->typecode;
    view.item_size = static_cast<u8>(array->item_size());
    view.readonly = false;
    return kOk;
}

Value array_iter(Interp& in, Value self) {
    ArrayIterator* it = KRAIT_TRY(in.make<ArrayIterator>());
    it->source = as<ArrayObject>(self);
    return it;
}

Value iterator_next(Interp& in, Value self) {
    auto* it = as<ArrayIterator>(self);
    if (it->source && it->index < it->source->count()) return item_of(in, it->source, it->index++);
    it->source = nullptr;
    return done();
}

void iterator_trace(Object* self, Marker& m) {
    m.object(static_cast<ArrayIterator*>(self)->source);
}

constexpr Slots kArraySlots{
    .repr = array_repr,
    .length = array_length,
    .get_item = array_get_item,
    .set_item = array_set_item,
    .contains = array_contains,
    .iter = array_iter,
    .binary = array_binary,
    .inplace = array_inplace,
    .compare = array_compare,
    .get_buffer = array_get_buffer,
    .release_buffer = store_release_buffer,
    .construct = array_construct,
    .trace = store_trace,
};

// --- methods -------------------------------------------------------------------------------------

Value method_buffer_info(Interp& in, ArrayObject* self) {
    const Value address = KRAIT_TRY(new_int_unsigned(in, reinterpret_cast<Word>(self->data())));
    const Value pair[] = {address, Value::from_int(static_cast<isize>(self->count()))};
    return new_tuple(in, pair).take();
}

void method_byteswap(ArrayObject* self) {
    const usize size = self->item_size();
    for (usize i = 0; i < self->count(); ++i) std::reverse(self->at(i), self->at(i) + size);
}

Result<isize> method_count(Interp& in, ArrayObject* self, Value v) {
    isize n = 0;
    for (usize i = 0; i < self->count(); ++i)
        n += KRAIT_TRY(equal(in, KRAIT_TRY(item_of(in, self, i)), v));
    return n;
}

// On failure the array is as it was.
Status method_fromlist(Interp& in, ArrayObject* self, Value list) {
    if (!is<List>(list)) return raise(in, kTypeError, "arg must be list");
    const usize before = self->size_;
    const Status status = append_iterable(in, self, list);
    if (!status) {
        const Value pending = in.take_pending();
        KRAIT_TRY(store_resize(in, self, before));
        in.set_pending(pending);
    }
    return status;
}

Result<isize> method_index(Interp& in, ArrayObject* self, Value v, ClampedIndex first,
                           ClampedIndex last) {
    isize start = first, stop = last;
    const isize size = static_cast<isize>(self->count());
    if (start < 0) start = std::max<isize>(start + size, 0);
    if (stop < 0) stop += size;
    const isize at = KRAIT_TRY(find_value(in, self, v, start, stop));
    if (at < 0) return raise(in, kValueError, "array.index(x): x not in array");
    return at;
}

Status method_insert(Interp& in, ArrayObject* self, isize index, Value v) {
    Item item;
    KRAIT_TRY(take_item(in, self->typecode, v, item));
    const isize count = static_cast<isize>(self->count());
    if (index < 0) index += count;
    const usize size = self->item_size();
    const usize at = static_cast<usize>(std::clamp<isize>(index, 0, count)) * size;
    return store_splice(in, self, at, at, {item.data(), size});
}

Status remove_at(Interp& in, ArrayObject* self, isize index) {
    const usize size = self->item_size(), at = static_cast<usize>(index) * size;
    return store_splice(in, self, at, at + size, {});
}

Value method_pop(Interp& in, ArrayObject* self, isize index) {
    if (!self->count()) return raise(in, kIndexError, "pop from empty array");
    const isize at = fit_index(index, self->count());
    if (at < 0) return raise(in, kIndexError, "pop index out of range");
    const Value item = KRAIT_TRY(item_of(in, self, at));
    KRAIT_TRY(remove_at(in, self, at));
    return item;
}

Status method_remove(Interp& in, ArrayObject* self, Value v) {
    const isize at = KRAIT_TRY(find_value(in, self, v));
    if (at < 0) return raise(in, kValueError, "array.remove(x): x not in array");
    return remove_at(in, self, at);
}

void method_reverse(ArrayObject* self) {
    const usize size = self->item_size();
    for (usize i = 0, j = self->count(); i + 1 < j; ++i)
        std::swap_ranges(self->at(i), self->at(i) + size, self->at(--j));
}

Value method_tobytes(Interp& in, ArrayObject* self) { return new_bytes(in, self->bytes()); }

Value method_tolist(Interp& in, ArrayObject* self) {
    List* list = KRAIT_TRY(new_list(in, self->count()));
    for (usize i = 0; i < self->count(); ++i)
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(item_of(in, self, i))));
    return list;
}

Result<ArrayObject*> method_copy(Interp& in, ArrayObject* self) {
    return new_array(in, self->typecode, self->bytes());
}
Result<ArrayObject*> method_deepcopy(Interp& in, ArrayObject* self, Value) {
    return method_copy(in, self);
}

Value get_typecode(ArrayObject* self) { return char_str(static_cast<u8>(self->typecode)); }
isize get_itemsize(ArrayObject* self) { return static_cast<isize>(self->item_size()); }

constexpr Row kArrayRows[] = {
    constant<"__module__">("array"_sym),
    def<"append(self, v, /)", append_item>,
    def<"buffer_info(self, /)", method_buffer_info>,
    def<"byteswap(self, /)", method_byteswap>,
    def<"count(self, v, /)", method_count>,
    def<"extend(self, bb, /)", extend_with>,
    def<"frombytes(self, buffer, /)", append_buffer>,
    def<"fromlist(self, list, /)", method_fromlist>,
    def<"index(self, v, start=0, stop=None, /)", method_index>,
    def<"insert(self, i, v, /)", method_insert>,
    def<"pop(self, i=-1, /)", method_pop>,
    def<"remove(self, v, /)", method_remove>,
    def<"reverse(self, /)", method_reverse>,
    def<"tobytes(self, /)", method_tobytes>,
    def<"tolist(self, /)", method_tolist>,
    def<"__copy__(self, /)", method_copy>,
    def<"__deepcopy__(self, memo, /)", method_deepcopy>,
    getter<"typecode", get_typecode>,
    getter<"itemsize", get_itemsize>,
};

constexpr Slots kIteratorSlots{
    .iter = iterator_self, .next = iterator_next, .trace = iterator_trace};

constinit const BuiltinType ArrayObject::kType{{.name = "array"_sym,
                                                .slots = &kArraySlots,
                                                .rows = kArrayRows,
                                                .flags = kUnhashable | kSequencePattern,
                                                .size = sizeof(ArrayObject)}};
constinit const BuiltinType ArrayIterator::kType{{.name = "arrayiterator"_sym,
                                                  .slots = &kIteratorSlots,
                                                  .flags = kFinal | kAbstractBase,
                                                  .size = sizeof(ArrayIterator)}};

constexpr Row kRows[] = {
    constant<"array">(&ArrayObject::kType),
    constant<"ArrayType">(&ArrayObject::kType),
    constant<"typecodes">("bBhHiIlLqQfd"_sym),
};

}  // namespace

constinit const ModuleDef kArrayModule{.name = "array"_sym, .rows = kRows};

}  // namespace krait
