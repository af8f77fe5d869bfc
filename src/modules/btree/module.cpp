// The module btree: a database in a stream, as MicroPython documents it. The format of the file is
// our own.
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "modules/btree/tree.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

constexpr u32 kDefaultPage = kIs64 ? 4096 : 512;
constexpr u32 kDefaultNodes = kIs64 ? 64 : 8, kFewestNodes = 4;
enum Flags : isize { kDescending = 1, kInclusive = 2 };
// What seq() is asked for.
enum Seek : isize { kAtKey = 1, kFirst = 3, kLast = 6, kNext = 7, kPrevious = 9 };

// One use of the database. Between uses the cache is cut to its size.
class Use {
  public:
    explicit Use(Btree* db) : db_(db) {}
    Use(const Use&) = delete;
    ~Use() {
        if (entered_) db_->busy = false;
    }
    Status enter(Interp& in) {
        if (!db_->stream) return raise(in, kValueError, "database closed");
        if (db_->busy) return raise_driver_error(in, error::kEBUSY);
        db_->busy = entered_ = true;
        return trim_cache(in, db_);
    }

  private:
    Btree* db_;
    bool entered_ = false;
};

// A key or value as bytes that do not change.
Value bytes_of(Interp& in, Value v) {
    if (is_exact<BytesObject>(v)) return v;
    if (Str* text = as_if<Str>(v)) return new_bytes(in, text->bytes());
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, v, held));
    return new_bytes(in, held.bytes());
}
Bytes view_of(Value bytes) { return as<BytesObject>(bytes)->bytes(); }

// --- the dictionary's methods --------------------------------------------------------------------

Value lookup(Interp& in, Btree* self, Value key) {
    const Value bytes = KRAIT_TRY(bytes_of(in, key));
    Use use(self);
    KRAIT_TRY(use.enter(in));
    return btree_find(in, self, view_of(bytes));
}

Value btree_getitem(Interp& in, Value self, Value key) {
    const Value found = KRAIT_TRY(lookup(in, as<Btree>(self), key));
    return is_done(found) ? Value(raise_key_error(in, key)) : found;
}
Value btree_get(Interp& in, Btree* self, Value key, Value fallback) {
    const Value found = KRAIT_TRY(lookup(in, self, key));
    return is_done(found) ? fallback : found;
}
Result<bool> btree_contains(Interp& in, Value self, Value key) {
    return !is_done(KRAIT_TRY(lookup(in, as<Btree>(self), key)));
}

Status btree_put(Interp& in, Btree* self, Value key, Value value) {
    const Value bytes = KRAIT_TRY(bytes_of(in, key));
    const Value content = KRAIT_TRY(bytes_of(in, value));
    Use use(self);
    KRAIT_TRY(use.enter(in));
    return btree_insert(in, self, bytes, content);
}
Status btree_setitem(Interp& in, Value self, Value key, Value value) {
    auto* db = as<Btree>(self);
    if (value) return btree_put(in, db, key, value);
    const Value bytes = KRAIT_TRY(bytes_of(in, key));
    Use use(db);
    KRAIT_TRY(use.enter(in));
    if (!KRAIT_TRY(btree_remove(in, db, view_of(bytes)))) return raise_key_error(in, key);
    return kOk;
}

// --- in order ------------------------------------------------------------------------------------

enum class Part : u8 { Keys, Values, Items };

struct BtreeIterator : Object {
    static const BuiltinType kType;
    Btree* db;
    Value at, end;  // bytes, or None
    u8 flags;
    Part part;
    bool has_begun, is_finished;
};

Value iterator_of(Interp& in, Btree* db, Part part, Value start, Value end, isize flags) {
    if (!db->stream) return raise(in, kValueError, "database closed");
    auto* it = KRAIT_TRY(in.make<BtreeIterator>());
    it->db = db;
    it->at = is_none(start) ? none() : KRAIT_TRY(bytes_of(in, start));
    it->end = is_none(end) ? none() : KRAIT_TRY(bytes_of(in, end));
    it->flags = static_cast<u8>(flags);
    it->part = part;
    return it;
}

// Whether the key lies before the end of the range.
bool is_within(const BtreeIterator* it, Bytes key) {
    if (is_none(it->end)) return true;
    const Bytes end = view_of(it->end);
    const std::string_view a = as_text(key), b = as_text(end);
    const int order = a.compare(b);  // by unsigned bytes
    if (order == 0) return it->flags & kInclusive;
    return it->flags & kDescending ? order > 0 : order < 0;
}

Value iterator_next(Interp& in, Value v) {
    auto* it = as<BtreeIterator>(v);
    if (it->is_finished) return done();
    Value entry;
    {
        Use use(it->db);
        KRAIT_TRY(use.enter(in));
        const bool has_key = !is_none(it->at);
        entry = KRAIT_TRY(btree_step(in, it->db,
                                     {.key = has_key ? view_of(it->at) : Bytes(),
                                      .has_key = has_key,
                                      .inclusive = !it->has_begun,
                                      .backwards = bool(it->flags & kDescending)}));
    }
    it->has_begun = true;
    const Tuple* pair = is_done(entry) ? nullptr : as<Tuple>(entry);
    if (!pair || !is_within(it, view_of((*pair)[0]))) {
        it->is_finished = true;
        return done();
    }
    in.heap().write(it->at, (*pair)[0]);
    return it->part == Part::Items ? entry : (*pair)[it->part == Part::Keys ? 0 : 1];
}
Value iterator_iter(Interp&, Value self) { return self; }

void iterator_trace(Object* o, Marker& m) {
    auto* it = static_cast<BtreeIterator*>(o);
    m.object(it->db);
    m.value(it->at);
    m.value(it->end);
}
constexpr Slots kIteratorSlots{
    .iter = iterator_iter, .next = iterator_next, .trace = iterator_trace};
constinit const BuiltinType BtreeIterator::kType{{.name = "btree_iterator"_sym,
                                                  .slots = &kIteratorSlots,
                                                  .flags = kFinal | kAbstractBase,
                                                  .size = sizeof(BtreeIterator)}};

Value btree_keys(Interp& in, Btree* self, Value start, Value end, isize flags) {
    return iterator_of(in, self, Part::Keys, start, end, flags);
}
Value btree_values(Interp& in, Btree* self, Value start, Value end, isize flags) {
    return iterator_of(in, self, Part::Values, start, end, flags);
}
Value btree_items(Interp& in, Btree* self, Value start, Value end, isize flags) {
    return iterator_of(in, self, Part::Items, start, end, flags);
}
Value btree_iter(Interp& in, Value self) {
    return iterator_of(in, as<Btree>(self), Part::Keys, none(), none(), 0);
}

// seq(how[, key]): an entry by its place; None: there is none.
Value btree_seq(Interp& in, Btree* self, Value how, Value key) {
    const isize seek = is_int(how) ? KRAIT_TRY(to_index(in, how)) : 0;
    const bool moves = seek == kNext || seek == kPrevious;
    const bool is_known = moves || seek == kFirst || seek == kLast || (seek == kAtKey && key);
    if (!is_known) return raise_driver_error(in, error::kEINVAL);
    const Value from = seek == kAtKey ? KRAIT_TRY(bytes_of(in, key))
                       : moves        ? self->cursor
                                      : Value();
    Use use(self);
    KRAIT_TRY(use.enter(in));
    const Value entry = KRAIT_TRY(btree_step(in, self,
                                             {.key = from ? view_of(from) : Bytes(),
                                              .has_key = bool(from),
                                              .inclusive = !moves,
                                              .backwards = seek == kLast || seek == kPrevious}));
    if (is_done(entry)) return none();
    in.heap().write(self->cursor, (*as<Tuple>(entry))[0]);
    return entry;
}

// --- life ----------------------------------------------------------------------------------------

Status flush_all(Interp& in, Btree* self) {
    KRAIT_TRY(write_nodes(in, self));
    if (self->is_changed) KRAIT_TRY(write_header(in, self));
    return flush_stream(in, self);
}

Status btree_flush(Interp& in, Btree* self) {
    Use use(self);
    KRAIT_TRY(use.enter(in));
    return flush_all(in, self);
}

// The database is closed also when writing fails.
Status btree_close(Interp& in, Btree* self) {
    if (!self->stream) return kOk;
    Use use(self);
    KRAIT_TRY(use.enter(in));
    const Status written = flush_all(in, self);
    self->stream = self->cursor = Value();
    self->nodes = nullptr;
    return written;
}

Value btree_repr(Interp& in, Value v) {
    auto* self = as<Btree>(v);
    if (!self->stream) return "<btree 0>"_sym;
    return format_str(in, "<btree {}>", TextArg::address(self)).take();
}

void btree_trace(Object* o, Marker& m) {
    auto* self = static_cast<Btree*>(o);
    m.value(self->stream);
    m.object(self->nodes);
    m.value(self->cursor);
}

Value btree_open(Interp& in, Value stream, isize, isize page_size, isize cache_size,
                 isize least_keys) {
    constexpr isize kMost = 1 << 20;
    if (page_size < 0 || cache_size < 0 || least_keys < 0 || page_size > kMost)
        return raise_driver_error(in, error::kEINVAL);
    auto* db = KRAIT_TRY(in.make<Btree>());
    db->stream = stream;
    db->nodes = KRAIT_TRY(new_dict(in));
    db->page_size = page_size ? static_cast<u32>(page_size) : kDefaultPage;
    db->minimum = static_cast<u32>(std::clamp<isize>(least_keys / 2, 1, kMost));
    KRAIT_TRY(open_pages(in, db));
    const usize wanted = static_cast<usize>(cache_size) / db->page_size;
    db->most_nodes = cache_size ? static_cast<u32>(std::clamp<usize>(wanted, kFewestNodes, kMost))
                                : kDefaultNodes;
    return db;
}

constexpr Row kBtreeRows[] = {
    def<"close(self, /)", btree_close>,
    def<"flush(self, /)", btree_flush>,
    def<"get(self, key, default=None, /)", btree_get>,
    def<"put(self, key, value, /)", btree_put>,
    def<"seq(self, flags, key=..., /)", btree_seq>,
    def<"keys(self, start_key=None, end_key=None, flags=0, /)", btree_keys>,
    def<"values(self, start_key=None, end_key=None, flags=0, /)", btree_values>,
    def<"items(self, start_key=None, end_key=None, flags=0, /)", btree_items>,
};
constexpr Slots kBtreeSlots{.repr = btree_repr,
                            .get_item = btree_getitem,
                            .set_item = btree_setitem,
                            .contains = btree_contains,
                            .iter = btree_iter,
                            .trace = btree_trace};

constexpr Row kRows[] = {
    def<"open(stream, /, *, flags=0, pagesize=0, cachesize=0, minkeypage=0)", btree_open>,
    constant<"INCL">(static_cast<int>(kInclusive)),
    constant<"DESC">(static_cast<int>(kDescending)),
};

}  // namespace

constinit const BuiltinType Btree::kType{{.name = "btree"_sym,
                                          .slots = &kBtreeSlots,
                                          .rows = kBtreeRows,
                                          .flags = kFinal | kAbstractBase,
                                          .size = sizeof(Btree)}};
constinit const ModuleDef kBtreeModule{.name = "btree"_sym, .rows = kRows};

}  // namespace krait
