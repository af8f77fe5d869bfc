// A B+ tree of bytes in a stream that can be positioned: the database of the module btree.
//
// The file is a row of pages. The first has the header: mark, page size, root, number of pages,
// head of the list of free pages. A node's text (node.cpp) stands in a chain of pages, mostly one:
// each begins with the number of the next. So keys and values may be longer than a page.
//
// Nodes are kept in memory as lists and written when they are pushed out of the cache, or by
// flush(). They are pushed out between operations only: a node in use is the only one of its
// number. A node that gets longer than a page is split if both parts keep `minimum` keys; one that
// gets empty is taken out of its parent. (Nodes are not merged: in a database that shrinks they
// stay as they are until they are empty.)
//
// What a file says is not trusted: numbers of pages, lengths and the order of levels are checked as
// they are read, and what makes no sense is OSError(EINVAL). An operation that fails leaves a whole
// tree in memory; pages may be lost to the file. The file is whole after each flush().
#pragma once

#include "core/interp.hpp"
#include "objects/bytes.hpp"

namespace krait {

constexpr usize kNumber = 4;  // bytes of a length or of a page's number

struct Btree : Object {
    static const BuiltinType kType;
    static constexpr usize kDeepest = 24;

    Value stream;  // empty: closed
    Dict* nodes;   // the cache, by number
    u64 uses;      // of nodes so far
    u32 page_size, root, page_count, free_page;
    u32 minimum;      // keys of a node that splitting leaves at least
    u32 most_nodes;   // in the cache
    bool is_changed;  // the header
    bool by_ioctl;    // the stream is positioned by ioctl(2) alone
    bool busy;        // an operation runs
    u64 position;     // of the stream; kUnknown: it must be set
    Value cursor;     // the key that seq() was at last
};

struct BtreeNode : Object {
    static const BuiltinType kType;
    u32 number;
    bool is_leaf, is_changed;
    u64 used;      // when: Btree::uses of then
    usize size;    // of its text
    List* keys;    // bytes, ascending
    List* values;  // of a leaf: bytes. Else numbers of nodes, one more than keys
    List* pages;   // behind the first, whose number is the node's
};

// --- pages.cpp -----------------------------------------------------------------------------------

Status open_pages(Interp&, Btree*);  // reads the header, or writes that of an empty database
Status write_header(Interp&, Btree*);
Status read_page(Interp&, Btree*, u32 number, MutableBytes into);
Status write_page(Interp&, Btree*, u32 number, Bytes data);
Result<isize> take_page(Interp&, Btree*);  // a free one, or one more
Status free_page(Interp&, Btree*, u32 number);
Status flush_stream(Interp&, Btree*);
Raised raise_corrupt(Interp&);

// --- node.cpp ------------------------------------------------------------------------------------

Result<BtreeNode*> new_node(Interp&, Btree*, bool is_leaf);  // in the cache, changed
Result<BtreeNode*> get_node(Interp&, Btree*, u32 number);    // of the cache, or read
Status drop_node(Interp&, Btree*, BtreeNode*);               // its pages are free then
Status write_nodes(Interp&, Btree*);                         // those that were changed
Status trim_cache(Interp&, Btree*);                          // pushes out what is too many
usize entry_size(Bytes key, usize value_size);
// Bytes of a node's text that fit into one page, behind the number of the next page.
inline usize page_room(const Btree* db) { return db->page_size - kNumber; }

inline Bytes key_of(const BtreeNode* node, usize i) {
    return as<BytesObject>(node->keys->begin()[i])->bytes();
}

// --- tree.cpp ------------------------------------------------------------------------------------

Value btree_find(Interp&, Btree*, Bytes key);  // done(): it is not there
Status btree_insert(Interp&, Btree*, Value key, Value value);
Result<bool> btree_remove(Interp&, Btree*, Bytes key);
// The entry (key, value) that comes first at or behind `key` (null data: the first of all), or last
// at or before it (null data: the last). done(): there is none. Without `inclusive` not `key`
// itself.
struct BtreeStep {
    Bytes key;
    bool has_key, inclusive, backwards;
};
Value btree_step(Interp&, Btree*, const BtreeStep& step);

}  // namespace krait
