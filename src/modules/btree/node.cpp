// Nodes: their text, the cache, and which pages they stand in.
//
// A node's text: its length, kind and number of keys; then of a leaf the keys and values, each with
// its length before it; else the first child and the pairs of key and child. Numbers have four
// bytes.
#include "base/little_endian.hpp"
#include "modules/btree/tree.hpp"

namespace krait {

namespace {

constexpr usize kHead = 3 * kNumber;
constexpr u32 kLeaf = 1, kInner = 2;
constexpr u32 kLongestText = 1 << 30;

// Takes numbers and bytes off the front of a text that may be anything.
struct TextReader {
    Bytes rest;
    bool failed = false;

    Bytes bytes(usize count) {
        failed |= count > rest.size();
        if (failed) return {};
        const Bytes out = rest.first(count);
        rest = rest.subspan(count);
        return out;
    }
    u32 number() { return static_cast<u32>(get_little_endian(bytes(kNumber))); }
};

Status append_number(BytesBuilder& out, usize value) {
    u8 bytes[kNumber];
    put_little_endian(bytes, value);
    return out.append(Bytes(bytes));
}
Status append_counted(BytesBuilder& out, Bytes bytes) {
    KRAIT_TRY(append_number(out, bytes.size()));
    return out.append(bytes);
}

Value number_value(Interp& in, u32 n) { return new_int_unsigned(in, n); }
u32 page_at(const List* list, usize i) {
    return static_cast<u32>(const_cast<List*>(list)->begin()[i].as_int());
}

Result<BtreeNode*> empty_node(Interp& in, u32 number, bool is_leaf) {
    auto* node = KRAIT_TRY(in.make<BtreeNode>());
    node->number = number;
    node->is_leaf = is_leaf;
    node->size = kHead + (is_leaf ? 0 : kNumber);
    node->keys = KRAIT_TRY(new_list(in));
    node->values = KRAIT_TRY(new_list(in));
    node->pages = KRAIT_TRY(new_list(in));
    return node;
}

// --- reading -------------------------------------------------------------------------------------

// The text out of its chain of pages, whose numbers go to `pages`.
Status read_text(Interp& in, Btree* db, u32 number, BytesBuilder& out, List* pages) {
    usize size = kHead, steps = 0;
    // A page of a while ago: in a chain that goes round it comes again.
    u32 mark = 0;
    for (u32 page = number; out.size() < size;) {
        if (page == 0 || page == mark) return raise_corrupt(in);
        ++steps;
        if ((steps & (steps - 1)) == 0) mark = page;
        BytesObject* cell = KRAIT_TRY(allocate_bytes(in, db->page_size));
        KRAIT_TRY(read_page(in, db, page, {cell->data(), cell->size()}));
        if (page != number) KRAIT_TRY(list_append(in, pages, KRAIT_TRY(number_value(in, page))));
        TextReader reader{cell->bytes()};
        page = reader.number();
        if (out.size() == 0) {
            TextReader head{reader.rest};
            size = head.number();
            if (size < kHead || size > kLongestText) return raise_corrupt(in);
        }
        KRAIT_TRY(out.append(reader.rest.first(std::min(reader.rest.size(), size - out.size()))));
    }
    return kOk;
}

Status append_bytes(Interp& in, List* list, Bytes bytes) {
    return list_append(in, list, KRAIT_TRY(new_bytes(in, bytes)));
}

Status parse(Interp& in, Btree* db, BtreeNode* node, Bytes text) {
    TextReader reader{text};
    node->size = reader.number();
    const u32 kind = reader.number(), count = reader.number();
    if (kind != kLeaf && kind != kInner) return raise_corrupt(in);
    node->is_leaf = kind == kLeaf;
    for (u64 i = 0; i < u64{count} + !node->is_leaf; ++i) {
        if (node->is_leaf || i > 0) {
            const Bytes key = reader.bytes(reader.number());
            if (reader.failed) return raise_corrupt(in);
            KRAIT_TRY(append_bytes(in, node->keys, key));
        }
        if (node->is_leaf) {
            const Bytes value = reader.bytes(reader.number());
            if (reader.failed) return raise_corrupt(in);
            KRAIT_TRY(append_bytes(in, node->values, value));
        } else {
            const u32 child = reader.number();
            if (reader.failed || child == 0 || child >= db->page_count) return raise_corrupt(in);
            KRAIT_TRY(list_append(in, node->values, KRAIT_TRY(number_value(in, child))));
        }
    }
    return reader.rest.empty() ? Status(kOk) : Status(raise_corrupt(in));
}

// --- writing -------------------------------------------------------------------------------------

Status text_of(const BtreeNode* node, BytesBuilder& out) {
    KRAIT_TRY(append_number(out, node->size));
    KRAIT_TRY(append_number(out, node->is_leaf ? kLeaf : kInner));
    KRAIT_TRY(append_number(out, node->keys->size()));
    if (!node->is_leaf) KRAIT_TRY(append_number(out, page_at(node->values, 0)));
    for (usize i = 0; i < node->keys->size(); ++i) {
        KRAIT_TRY(append_counted(out, key_of(node, i)));
        if (node->is_leaf)
            KRAIT_TRY(append_counted(out, as<BytesObject>(node->values->begin()[i])->bytes()));
        else
            KRAIT_TRY(append_number(out, page_at(node->values, i + 1)));
    }
    return kOk;
}

// Makes the chain as long as the text needs.
Status fit_pages(Interp& in, Btree* db, BtreeNode* node, usize text_size) {
    const usize wanted = (text_size + page_room(db) - 1) / page_room(db) - 1;
    KRAIT_TRY(list_reserve(in, node->pages, wanted));
    while (node->pages->size() < wanted) {
        const isize page = KRAIT_TRY(take_page(in, db));
        KRAIT_TRY(list_append(in, node->pages, Value::from_int(page)));
    }
    while (node->pages->size() > wanted) {
        const u32 last = page_at(node->pages, node->pages->size() - 1);
        KRAIT_TRY(free_page(in, db, last));
        list_truncate(node->pages, node->pages->size() - 1);
    }
    return kOk;
}

Status write_node(Interp& in, Btree* db, BtreeNode* node) {
    BytesBuilder text(in);
    KRAIT_TRY(text_of(node, text));
    KRAIT_TRY(fit_pages(in, db, node, text.size()));
    Bytes rest = text.bytes();
    for (usize i = 0; i <= node->pages->size(); ++i) {
        const u32 page = i == 0 ? node->number : page_at(node->pages, i - 1);
        const u32 next = i == node->pages->size() ? 0 : page_at(node->pages, i);
        const Bytes part = rest.first(std::min(rest.size(), page_room(db)));
        rest = rest.subspan(part.size());
        BytesBuilder out(in);
        KRAIT_TRY(append_number(out, next));
        KRAIT_TRY(out.append(part));
        KRAIT_TRY(write_page(in, db, page, out.bytes()));
    }
    node->is_changed = false;
    return kOk;
}

void node_trace(Object* o, Marker& m) {
    auto* node = static_cast<BtreeNode*>(o);
    m.object(node->keys);
    m.object(node->values);
    m.object(node->pages);
}
constexpr Slots kNodeSlots{.trace = node_trace};

}  // namespace

constinit const BuiltinType BtreeNode::kType{
    {.name = "btree_node"_sym, .slots = &kNodeSlots, .size = sizeof(BtreeNode)}};

usize entry_size(Bytes key, usize value_size) { return kNumber + key.size() + value_size; }

Result<BtreeNode*> new_node(Interp& in, Btree* db, bool is_leaf) {
    const auto number = static_cast<u32>(KRAIT_TRY(take_page(in, db)));
    BtreeNode* node = KRAIT_TRY(empty_node(in, number, is_leaf));
    node->is_changed = true;
    node->used = ++db->uses;
    KRAIT_TRY(dict_set(in, db->nodes, KRAIT_TRY(number_value(in, number)), Value(node)));
    return node;
}

Result<BtreeNode*> get_node(Interp& in, Btree* db, u32 number) {
    const Value key = KRAIT_TRY(number_value(in, number));
    const Value there = KRAIT_TRY(dict_get(in, db->nodes, key));
    BtreeNode* node = is_done(there) ? nullptr : as<BtreeNode>(there);
    if (!node) {
        node = KRAIT_TRY(empty_node(in, number, true));
        BytesBuilder text(in);
        KRAIT_TRY(read_text(in, db, number, text, node->pages));
        KRAIT_TRY(parse(in, db, node, text.bytes()));
        KRAIT_TRY(dict_set(in, db->nodes, key, Value(node)));
    }
    node->used = ++db->uses;
    return node;
}

Status drop_node(Interp& in, Btree* db, BtreeNode* node) {
    (void)KRAIT_TRY(dict_remove(in, db->nodes, KRAIT_TRY(number_value(in, node->number))));
    for (usize i = 0; i < node->pages->size(); ++i)
        KRAIT_TRY(free_page(in, db, page_at(node->pages, i)));
    return free_page(in, db, node->number);
}

Status write_nodes(Interp& in, Btree* db) {
    List* numbers = KRAIT_TRY(list_from(in, db->nodes));
    for (usize i = 0; i < numbers->size(); ++i) {
        auto* node = as<BtreeNode>(KRAIT_TRY(dict_get(in, db->nodes, numbers->begin()[i])));
        if (node->is_changed) KRAIT_TRY(write_node(in, db, node));
    }
    return kOk;
}

Status trim_cache(Interp& in, Btree* db) {
    while (db->nodes->size() > db->most_nodes) {
        BtreeNode* oldest = nullptr;
        usize position = 0;
        Value number, v;
        while (dict_next(db->nodes, position, number, v))
            if (!oldest || as<BtreeNode>(v)->used < oldest->used) oldest = as<BtreeNode>(v);
        if (oldest->is_changed) KRAIT_TRY(write_node(in, db, oldest));
        const Value key = KRAIT_TRY(number_value(in, oldest->number));
        (void)KRAIT_TRY(dict_remove(in, db->nodes, key));
    }
    return kOk;
}

}  // namespace krait
