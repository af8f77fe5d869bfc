// Finding, inserting, removing, and going from key to key.
#include "modules/btree/tree.hpp"

#include <cstring>

#include "core/errno.hpp"

namespace krait {

namespace {

int compare(Bytes a, Bytes b) {
    const usize common = std::min(a.size(), b.size());
    const int order = common ? std::memcmp(a.data(), b.data(), common) : 0;
    if (order != 0) return order;
    return a.size() < b.size() ? -1 : a.size() > b.size();
}

// How many keys are below `key`; with `or_equal`, below it or equal.
usize count_below(const BtreeNode* node, Bytes key, bool or_equal) {
    usize low = 0, high = node->keys->size();
    while (low < high) {
        const usize middle = (low + high) / 2;
        const int order = compare(key_of(node, middle), key);
        if (order < 0 || (or_equal && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool is_at(const BtreeNode* leaf, usize i, Bytes key) {
    return i < leaf->keys->size() && compare(key_of(leaf, i), key) == 0;
}

u32 child_at(const BtreeNode* node, usize i) {
    return static_cast<u32>(node->values->begin()[i].as_int());
}
usize value_size(const BtreeNode* node, usize i) {
    // The value's length is written too.
    return kNumber + (node->is_leaf ? as<BytesObject>(node->values->begin()[i])->size() : 0);
}
usize size_at(const BtreeNode* node, usize i) {
    return entry_size(key_of(node, i), value_size(node, i));
}

// The nodes from the root to a leaf; `index` of an inner node is the child that was taken.
struct Path {
    struct Level {
        BtreeNode* node;
        usize index;
    } levels[Btree::kDeepest];
    usize depth = 0;

    Level& leaf() { return levels[depth - 1]; }
    Status push(Interp& in, Btree* db, u32 number) {
        if (depth == Btree::kDeepest) return raise_corrupt(in);
        BtreeNode* node = KRAIT_TRY(get_node(in, db, number));
        // Only a tree of nothing has an empty leaf.
        if (node->is_leaf && depth > 0 && node->keys->size() == 0) return raise_corrupt(in);
        levels[depth++] = {node, 0};
        return kOk;
    }
};

// Goes down to a leaf, `choose` says by which child.
template <class Choose>
Status descend(Interp& in, Btree* db, Path& path, u32 number, Choose choose) {
    KRAIT_TRY(path.push(in, db, number));
    while (!path.leaf().node->is_leaf) {
        const usize index = choose(path.leaf().node);
        path.leaf().index = index;
        KRAIT_TRY(path.push(in, db, child_at(path.leaf().node, index)));
    }
    return kOk;
}

Status descend_to(Interp& in, Btree* db, Path& path, Bytes key) {
    return descend(in, db, path, db->root,
                   [&](const BtreeNode* node) { return count_below(node, key, true); });
}

void set_root(Btree* db, u32 number) {
    db->root = number;
    db->is_changed = true;
}

// --- splitting -----------------------------------------------------------------------------------

// Where a node that is too long is cut: near the middle of its bytes.
usize middle_of(const Btree* db, const BtreeNode* node) {
    const usize count = node->keys->size();
    usize at = 0, bytes = 0;
    while (at < count && bytes < node->size / 2) bytes += size_at(node, at++);
    return std::clamp<usize>(at, db->minimum, count - db->minimum);
}

// Moves what lies behind `at` into `right`, which is empty; the key between them goes up. Nothing
// is taken from `left` yet.
Status fill_right(Interp& in, const BtreeNode* left, BtreeNode* right, usize at) {
    const usize first = left->is_leaf ? at : at + 1;
    for (usize i = first; i < left->keys->size(); ++i) {
        KRAIT_TRY(list_append(in, right->keys, left->keys->begin()[i]));
        right->size += size_at(left, i);
    }
    for (usize i = first; i < left->values->size(); ++i)
        KRAIT_TRY(list_append(in, right->values, left->values->begin()[i]));
    return kOk;
}

void cut_left(BtreeNode* left, usize at) {
    for (usize i = at; i < left->keys->size(); ++i) left->size -= size_at(left, i);
    list_truncate(left->keys, at);
    list_truncate(left->values, left->is_leaf ? at : at + 1);
    left->is_changed = true;
}

// Splits the node at `level`; first all that can fail.
Status split(Interp& in, Btree* db, Path& path, usize level) {
    BtreeNode* left = path.levels[level].node;
    const usize at = middle_of(db, left);
    const Value between = left->keys->begin()[at];
    BtreeNode* parent = nullptr;
    usize index = 0;
    if (level > 0) {
        parent = path.levels[level - 1].node;
        index = path.levels[level - 1].index;
    } else {
        parent = KRAIT_TRY(new_node(in, db, false));
        KRAIT_TRY(list_append(in, parent->values, Value::from_int(left->number)));
    }
    KRAIT_TRY(list_reserve(in, parent->keys, parent->keys->size() + 1));
    KRAIT_TRY(list_reserve(in, parent->values, parent->values->size() + 1));
    BtreeNode* right = KRAIT_TRY(new_node(in, db, left->is_leaf));
    KRAIT_TRY(fill_right(in, left, right, at));

    KRAIT_TRY(list_insert(in, parent->keys, index, between));
    KRAIT_TRY(list_insert(in, parent->values, index + 1, Value::from_int(right->number)));
    parent->size += entry_size(as<BytesObject>(between)->bytes(), kNumber);
    parent->is_changed = true;
    cut_left(left, at);
    if (level == 0) set_root(db, parent->number);
    return kOk;
}

// Only the root of the path may be split by making a new one, so that goes last.
Status split_long_nodes(Interp& in, Btree* db, Path& path) {
    for (usize level = path.depth; level-- > 0;) {
        const BtreeNode* node = path.levels[level].node;
        const usize least = 2 * db->minimum + (node->is_leaf ? 0 : 1);
        if (node->size <= page_room(db) || node->keys->size() < least) return kOk;
        KRAIT_TRY(split(in, db, path, level));
    }
    return kOk;
}

// --- removing nodes ------------------------------------------------------------------------------

// Takes empty nodes out of their parents, and roots with a single child off the tree.
Status remove_empty_nodes(Interp& in, Btree* db, Path& path) {
    for (usize level = path.depth - 1; level > 0; --level) {
        BtreeNode* node = path.levels[level].node;
        if (node->is_leaf ? node->keys->size() > 0 : node->values->size() > 0) break;
        BtreeNode* parent = path.levels[level - 1].node;
        const usize index = path.levels[level - 1].index;
        if (parent->keys->size() > 0) {
            const usize key = index > 0 ? index - 1 : 0;
            parent->size -= entry_size(key_of(parent, key), kNumber);
            list_close(in, parent->keys, key, 1);
        }
        list_close(in, parent->values, index, 1);
        parent->is_changed = true;
        KRAIT_TRY(drop_node(in, db, node));
    }
    for (usize depth = 0; depth < Btree::kDeepest; ++depth) {
        BtreeNode* root = KRAIT_TRY(get_node(in, db, db->root));
        if (root->is_leaf || root->values->size() > 1) return kOk;
        set_root(db, root->values->size() ? child_at(root, 0) : 0);
        KRAIT_TRY(drop_node(in, db, root));
        if (db->root == 0) return kOk;
    }
    return raise_corrupt(in);
}

// --- going on ------------------------------------------------------------------------------------

// The next leaf to the right (or left); false: there is none.
Result<bool> next_leaf(Interp& in, Btree* db, Path& path, bool backwards) {
    while (path.depth > 1) {
        --path.depth;
        Path::Level& level = path.leaf();
        const bool is_last =
            backwards ? level.index == 0 : level.index + 1 >= level.node->values->size();
        if (is_last) continue;
        level.index += backwards ? usize(-1) : 1;
        KRAIT_TRY(descend(
            in, db, path, child_at(level.node, level.index),
            [&](const BtreeNode* node) { return backwards ? node->values->size() - 1 : 0; }));
        return true;
    }
    return false;
}

// Whether a key that was found is where it should be; else the levels of the tree disagree.
bool is_beyond(const BtreeStep& step, Bytes key) {
    if (!step.has_key) return true;
    const int order = compare(key, step.key);
    return order == 0 ? step.inclusive : (order < 0) == step.backwards;
}

Value entry_at(Interp& in, const BtreeNode* leaf, usize i) {
    const Value parts[] = {leaf->keys->begin()[i], leaf->values->begin()[i]};
    return KRAIT_TRY(new_tuple(in, parts));
}

}  // namespace

Value btree_find(Interp& in, Btree* db, Bytes key) {
    if (db->root == 0) return done();
    Path path;
    KRAIT_TRY(descend_to(in, db, path, key));
    const BtreeNode* leaf = path.leaf().node;
    const usize i = count_below(leaf, key, false);
    return is_at(leaf, i, key) ? leaf->values->begin()[i] : done();
}

Status btree_insert(Interp& in, Btree* db, Value key, Value value) {
    const Bytes text = as<BytesObject>(key)->bytes();
    if (db->root == 0) set_root(db, KRAIT_TRY(new_node(in, db, true))->number);
    Path path;
    KRAIT_TRY(descend_to(in, db, path, text));
    BtreeNode* leaf = path.leaf().node;
    const usize i = count_below(leaf, text, false);
    if (is_at(leaf, i, text)) {
        leaf->size -= size_at(leaf, i);
        in.heap().write(leaf->values->begin()[i], value);
    } else {
        KRAIT_TRY(list_reserve(in, leaf->keys, leaf->keys->size() + 1));
        KRAIT_TRY(list_reserve(in, leaf->values, leaf->values->size() + 1));
        KRAIT_TRY(list_insert(in, leaf->keys, i, key));
        KRAIT_TRY(list_insert(in, leaf->values, i, value));
    }
    leaf->size += size_at(leaf, i);
    leaf->is_changed = true;
    return split_long_nodes(in, db, path);
}

Result<bool> btree_remove(Interp& in, Btree* db, Bytes key) {
    if (db->root == 0) return false;
    Path path;
    KRAIT_TRY(descend_to(in, db, path, key));
    BtreeNode* leaf = path.leaf().node;
    const usize i = count_below(leaf, key, false);
    if (!is_at(leaf, i, key)) return false;
    leaf->size -= size_at(leaf, i);
    list_close(in, leaf->keys, i, 1);
    list_close(in, leaf->values, i, 1);
    leaf->is_changed = true;
    if (leaf->keys->size() == 0) KRAIT_TRY(remove_empty_nodes(in, db, path));
    return true;
}

Value btree_step(Interp& in, Btree* db, const BtreeStep& step) {
    if (db->root == 0) return done();
    Path path;
    const bool back = step.backwards;
    KRAIT_TRY(descend(in, db, path, db->root, [&](const BtreeNode* node) {
        if (step.has_key) return count_below(node, step.key, true);
        return back ? node->values->size() - 1 : 0;
    }));
    const BtreeNode* leaf = path.leaf().node;
    // The number of keys before the place to begin at.
    usize at = back ? leaf->keys->size() : 0;
    if (step.has_key) at = count_below(leaf, step.key, back == step.inclusive);
    for (;;) {
        if (back ? at > 0 : at < leaf->keys->size()) {
            const usize i = back ? at - 1 : at;
            if (!is_beyond(step, key_of(leaf, i))) return raise_corrupt(in);
            return entry_at(in, leaf, i);
        }
        if (!KRAIT_TRY(next_leaf(in, db, path, back))) return done();
        leaf = path.leaf().node;
        at = back ? leaf->keys->size() : 0;
    }
}

}  // namespace krait
