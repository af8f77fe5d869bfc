// The heap against a shadow model, and its promises one by one.
#include "core/heap.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <random>
#include <unordered_map>
#include <vector>

#include "core/collections.hpp"

namespace krait {

namespace {

// A cell with references and a number that only its maker and the model know.
struct Node : Object {
    static const BuiltinType kType, kFinalizedType, kPythonType;
    u64 id;
    u32 count;
    ValueArray* array;
    Value links[];
};

int finalized = 0;

void trace_node(Object* self, Marker& marker) {
    Node* node = static_cast<Node*>(self);
    marker.object(node->array);
    marker.values(node->links, node->count);
}
void finalize_node(Object*) { ++finalized; }

constexpr Slots kNodeSlots{.trace = trace_node};
constexpr Slots kFinalizedSlots{.trace = trace_node, .finalize = finalize_node};
constinit const BuiltinType Node::kType{{.name = "node"_sym, .slots = &kNodeSlots}};
constinit const BuiltinType Node::kFinalizedType{{.name = "node"_sym, .slots = &kFinalizedSlots}};
constinit const BuiltinType Node::kPythonType{{.name = "node"_sym, .slots = &kNodeSlots}};

u32 now_us() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<u32>(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

// A region from the host's allocator, roots in a vector.
class World final : public HeapOwner {
  public:
    explicit World(usize size, usize reserved = 0)
        : memory_(static_cast<u8*>(std::aligned_alloc(65536, round(std::max(size, reserved))))),
          size_(size),
          reserved_(std::max(size, reserved)),
          heap(std::in_place, memory_.get(), size, std::max(size, reserved), *this, now_us) {}

    void trace_roots(Marker& marker) override {
        marker.values(roots.data(), roots.size());
        marker.maybe_values(maybe.data(), maybe.size());
    }
    bool commit(void* from, usize bytes) override {
        const usize offset = static_cast<usize>(static_cast<u8*>(from) - memory_.get());
        EXPECT_LE(offset + bytes, round(reserved_));
        committed += bytes;
        return bytes <= commit_limit;
    }
    void drop_dead() override {
        if (watched && !heap->is_marked(watched)) watched = nullptr;
    }
    bool wants_python_finalizer(Object* o) override {
        return o->shape == Node::kPythonType.shape();
    }

    Node* node(u32 count, usize extra = 0, const BuiltinType& type = Node::kType) {
        const usize bytes = sizeof(Node) + count * sizeof(Value) + extra;
        Node* n = static_cast<Node*>(heap->allocate(type.shape(), bytes));
        if (!n) return nullptr;
        EXPECT_EQ(n->id, 0u);
        EXPECT_GE(heap->cell_size(n), bytes);
        n->count = count;
        n->id = next_id++;
        return n;
    }

  private:
    static usize round(usize n) { return (n + 65535) / 65536 * 65536; }
    struct Free {
        void operator()(u8* p) const { std::free(p); }
    };
    std::unique_ptr<u8, Free> memory_;
    usize size_, reserved_;

  public:
    std::vector<Value> roots, maybe;
    Object* watched = nullptr;  // what a weak table refers to
    usize committed = 0, commit_limit = ~usize{0};
    u64 next_id = 1;
    std::optional<Heap> heap;
};

TEST(Heap, GivesZeroedCellsOfEverySize) {
    World world(1 << 20);
    for (usize bytes = sizeof(Node); bytes < 20000; bytes += bytes < 600 ? 8 : 777) {
        Node* n = world.node(0, bytes - sizeof(Node));
        ASSERT_NE(n, nullptr);
        u8* data = reinterpret_cast<u8*>(n) + sizeof(Node);
        for (usize i = sizeof(Node); i < bytes; ++i) ASSERT_EQ(data[i - sizeof(Node)], 0);
        std::memset(data, 0xaa, world.heap->cell_size(n) - sizeof(Node));
    }
    world.heap->verify();
    world.heap->collect();
    world.heap->verify();
    EXPECT_EQ(world.heap->stats().used, 0u);
}

ValueArray* new_array(World& world, usize capacity) {
    Object* o = world.heap->allocate(ValueArray::kType.shape(),
                                     sizeof(ValueArray) + capacity * sizeof(Value));
    if (o) static_cast<ValueArray*>(o)->capacity = capacity;
    return static_cast<ValueArray*>(o);
}

// What the graph should look like, by node ids.
struct ModelNode {
    Node* node;
    std::vector<u64> links, items;
};

class Shadow {
  public:
    Shadow(World& world, u32 seed, u32 max_items)
        : world_(world), random_(seed), max_items_(max_items) {
        world_.roots.resize(16);
        root_ids_.resize(16);
    }

    void step() {
        const u32 choice = pick(100);
        if (choice < 35)
            add_node();
        else if (choice < 70)
            link();
        else if (choice < 80)
            drop_root();
        else if (choice < 88)
            replace_array();
        else if (choice < 97)
            move_items();
        else
            resize_array();
    }

    // Everything that the model can reach is as it should be; `exact`: and nothing else lives.
    void check(bool exact) {
        std::vector<u64> todo;
        std::unordered_map<u64, ModelNode> reached;
        const auto reach = [&](u64 id, Value v) {
            ASSERT_EQ(id == 0, v.is_empty());
            if (!id) return;
            ASSERT_TRUE(v.is_object());
            ASSERT_EQ(v.object(), model_[id].node);
            ASSERT_TRUE(world_.heap->contains(v.object()));
            ASSERT_EQ(model_[id].node->id, id);
            if (reached.emplace(id, model_[id]).second) todo.push_back(id);
        };
        for (usize i = 0; i < root_ids_.size(); ++i) reach(root_ids_[i], world_.roots[i]);
        usize used = 0;
        while (!todo.empty()) {
            const ModelNode& m = reached[todo.back()];
            todo.pop_back();
            used += world_.heap->cell_size(m.node);
            ASSERT_EQ(m.node->count, m.links.size());
            for (usize i = 0; i < m.links.size(); ++i) reach(m.links[i], m.node->links[i]);
            ASSERT_EQ(m.node->array ? m.node->array->capacity : 0, m.items.size());
            if (m.node->array) used += world_.heap->cell_size(m.node->array);
            for (usize i = 0; i < m.items.size(); ++i) reach(m.items[i], m.node->array->items[i]);
        }
        if (exact) {
            EXPECT_EQ(world_.heap->stats().used, used);
        }
        model_ = std::move(reached);
    }
    usize reachable() const { return model_.size(); }

  private:
    u32 pick(u32 n) { return n ? static_cast<u32>(random_() % n) : 0; }

    // A node that is reached by a random walk from the roots; 0 if the walk ends nowhere.
    u64 any() {
        u64 id = root_ids_[pick(static_cast<u32>(root_ids_.size()))];
        for (u32 steps = pick(8); id && steps > 0; --steps) {
            const ModelNode& m = model_[id];
            const auto& next = pick(2) ? m.links : m.items;
            if (next.empty()) break;
            if (const u64 to = next[pick(static_cast<u32>(next.size()))]) id = to;
        }
        return id;
    }
    Value value_of(u64 id) { return id ? Value(model_[id].node) : Value(); }

    void add_node() {
        Node* n = world_.node(pick(6), pick(20) ? pick(64) : pick(4000));
        if (!n) return;
        model_[n->id] = {n, std::vector<u64>(n->count), {}};
        const u32 root = pick(16);
        root_ids_[root] = n->id;
        const Value old = world_.roots[root];
        world_.roots[root] = Value(n);
        if (old && pick(4) && n->count) {  // mostly chained, so that the graph grows
            const u64 old_id = static_cast<Node*>(old.object())->id;
            world_.heap->write(n->links[0], old);
            model_[n->id].links[0] = old_id;
        }
    }
    void link() {
        const u64 from = any(), to = any();
        if (!from) return;
        ModelNode& m = model_[from];
        const bool in_array = !m.items.empty() && pick(2);
        auto& ids = in_array ? m.items : m.links;
        if (ids.empty()) return;
        const u32 at = pick(static_cast<u32>(ids.size()));
        ids[at] = to;
        world_.heap->write((in_array ? m.node->array->items : m.node->links)[at], value_of(to));
    }
    void drop_root() {
        const u32 root = pick(16);
        const u64 id = pick(3) ? any() : 0;
        root_ids_[root] = id;
        world_.roots[root] = value_of(id);
    }
    void replace_array() {
        const u64 id = any();
        if (!id) return;
        ValueArray* array = new_array(world_, 1 + pick(pick(4) ? 8 : max_items_));
        if (!array) return;
        ModelNode& m = model_[id];
        const usize kept = std::min(m.items.size(), array->capacity);
        for (usize i = 0; i < kept; ++i) array->items[i] = m.node->array->items[i];
        m.items.resize(array->capacity);
        ValueArray* old = m.node->array;
        world_.heap->write(m.node->array, array);
        if (old && pick(2)) world_.heap->release(old);
        for (usize i = kept; i < m.items.size(); ++i) {
            m.items[i] = any();
            world_.heap->write(array->items[i], value_of(m.items[i]));
        }
    }
    void move_items() {
        const u64 id = any();
        if (!id || model_[id].items.empty()) return;
        ModelNode& m = model_[id];
        const u32 size = static_cast<u32>(m.items.size());
        const u32 from = pick(size), to = pick(size), count = pick(size - std::max(from, to) + 1);
        Value* items = m.node->array->items;
        if (pick(2)) {
            world_.heap->move(items + to, items + from, count);
        } else {
            std::memmove(static_cast<void*>(items + to), items + from, count * sizeof(Value));
            world_.heap->shade_all(items + to, count);
        }
        std::memmove(m.items.data() + to, m.items.data() + from, count * sizeof(u64));
    }
    void resize_array() {
        const u64 id = any();
        if (!id || !model_[id].node->array) return;
        ModelNode& m = model_[id];
        const usize capacity = 1 + pick(2 * static_cast<u32>(m.items.size()));
        ValueArray* array = m.node->array;
        if (!world_.heap->resize(array, sizeof(ValueArray) + capacity * sizeof(Value))) return;
        array->capacity = capacity;
        m.items.resize(capacity);
    }

    World& world_;
    std::mt19937_64 random_;
    u32 max_items_;
    std::vector<u64> root_ids_;
    std::unordered_map<u64, ModelNode> model_;
};

struct ShadowCase {
    u32 seed, stack_limit, slice_units, steps, verify_each;
    usize size;
};

class HeapShadow : public testing::TestWithParam<ShadowCase> {};

TEST_P(HeapShadow, KeepsWhatIsReachableAndFreesTheRest) {
    const ShadowCase& c = GetParam();
    World world(c.size);
    Shadow shadow(world, c.seed, 500);
    HeapStress& stress = world.heap->stress();
    stress.mark_stack_limit = c.stack_limit;
    stress.slice_units = c.slice_units;
    stress.slice_always = true;
    for (u32 i = 0; i < c.steps; ++i) {
        shadow.step();
        if (i % c.verify_each == 0) {
            world.heap->verify();
            shadow.check(false);
        }
        if (i % 5000 == 4999) {
            world.heap->collect();
            shadow.check(true);
            world.heap->verify();
        }
        if (HasFatalFailure() || HasNonfatalFailure()) return;
    }
    EXPECT_GT(world.heap->stats().collections, 4u);
}

INSTANTIATE_TEST_SUITE_P(Grid, HeapShadow,
                         testing::Values(ShadowCase{1, 0, 1, 20000, 29, 1 << 20},
                                         ShadowCase{2, 4, 2, 20000, 29, 1 << 20},
                                         ShadowCase{3, 16, 5, 20000, 29, 1 << 20},
                                         ShadowCase{4, 64, 20, 20000, 29, 1 << 20},
                                         ShadowCase{5, 4, 50, 20000, 29, 200000},  // often full
                                         ShadowCase{6, 0, 300, 20000, 29, 64 << 10},
                                         ShadowCase{7, 5, 1, 20000, 23, 100000}));

// Without stress modes: pacing by allocation alone.
TEST(Heap, KeepsTheGraphUnderItsOwnPacing) {
    for (const usize size : {usize{48} << 10, usize{512} << 10, usize{4} << 20}) {
        World world(size);
        Shadow shadow(world, 99, 2000);
        for (int i = 0; i < 200000; ++i) {
            shadow.step();
            if (i % 997 == 0) shadow.check(false);
        }
        world.heap->collect();
        shadow.check(true);
        world.heap->verify();
        const HeapStats stats = world.heap->stats();
        EXPECT_GT(stats.collections, 3u);
        EXPECT_GT(stats.slices, 10u);
    }
}

// Keeps a pointer from the optimizer and in this frame.
template <class T>
[[gnu::noinline]] T* hide(T* p) {
    asm volatile("" : "+r"(p));
    return p;
}

TEST(Heap, TheCStackKeepsCellsAndInteriorPointersDo) {
    World world(1 << 20);
    world.heap->set_stack_base(__builtin_frame_address(0));
    Node* plain = hide(world.node(3));
    char* inside = hide(reinterpret_cast<char*>(world.node(40)) + 300);
    char* in_run = hide(reinterpret_cast<char*>(world.node(0, 300000)) + 200001);
    Value boxed(world.node(1));
    asm volatile("" : "+m"(boxed));
    world.heap->collect();
    EXPECT_TRUE(world.heap->contains(plain));
    EXPECT_TRUE(world.heap->contains(inside));
    EXPECT_TRUE(world.heap->contains(in_run));
    EXPECT_TRUE(world.heap->contains(boxed.object()));
    EXPECT_GE(world.heap->stats().used, 300000u);
    asm volatile("" : : "r"(plain), "r"(inside), "r"(in_run), "m"(boxed));
}

// Objects under construction, known to the C stack only, over many slices and repeated final scans.
TEST(Heap, ObjectsUnderConstructionNeedNoBarrier) {
    World world(4 << 20);
    world.heap->set_stack_base(__builtin_frame_address(0));
    HeapStress& stress = world.heap->stress();
    stress.slice_always = true;
    for (const u32 units : {1u, 3u, 10u, 100u}) {
        stress.slice_units = units;
        for (int round = 0; round < 40; ++round) {
            Node* volatile parent = world.node(60);
            for (u32 i = 0; i < 60; ++i) {
                Node* child = world.node(2);
                parent->links[i] = Value(child);  // a first store
                Node* grandchild = world.node(0);
                world.heap->write(child->links[0], Value(grandchild));
                if (i % 7 == 0) world.heap->verify();
            }
            for (u32 i = 0; i < 60; ++i) {
                Node* child = static_cast<Node*>(parent->links[i].object());
                ASSERT_TRUE(world.heap->contains(child));
                ASSERT_EQ(child->count, 2u);
                ASSERT_EQ(child->links[0].object()->shape, Node::kType.shape());
            }
        }
    }
}

TEST(Heap, StaleWordsAreValidated) {
    World world(1 << 20);
    Node* kept = world.node(1);
    Node* dead = world.node(1);
    Node* dead_run = world.node(1, 100000);
    world.maybe = {Value(kept), Value::from_int(12345), Value(),
                   Value::from_bits(reinterpret_cast<Word>(kept) & ~Word{4095})};
    world.heap->collect();
    EXPECT_TRUE(world.heap->contains(kept));
    EXPECT_FALSE(world.heap->contains(dead));
    EXPECT_FALSE(world.heap->contains(dead_run));
    world.maybe.push_back(Value(dead));
    world.maybe.push_back(Value(dead_run));
    world.heap->collect();
    EXPECT_EQ(world.heap->stats().used, world.heap->cell_size(kept));
}

TEST(Heap, RunsResizeWhereTheyStand) {
    World world(1 << 20);
    Object* run = world.heap->allocate(ByteArray::kType.shape(), 100000);
    ASSERT_NE(run, nullptr);
    world.roots = {Value(run)};
    const usize size = world.heap->cell_size(run);
    EXPECT_TRUE(world.heap->resize(run, 5000));
    EXPECT_LT(world.heap->cell_size(run), 8192u);
    EXPECT_GE(world.heap->cell_size(run), 5000u);
    EXPECT_TRUE(world.heap->resize(run, size));
    EXPECT_EQ(world.heap->cell_size(run), size);
    for (usize i = 5000; i < size; ++i) ASSERT_EQ(reinterpret_cast<u8*>(run)[i], 0);
    EXPECT_FALSE(world.heap->resize(run, 64 << 20));
    EXPECT_FALSE(world.heap->resize(run, ~usize{0} - 5));
    world.heap->verify();
    world.heap->release(run);
    world.roots.clear();
    EXPECT_EQ(world.heap->stats().used, 0u);
    world.heap->verify();
}

TEST(Heap, WhatIsReleasedWhileMarkedRefersToNothing) {
    World world(1 << 20);
    ValueArray* outgrown = new_array(world, 4);
    Object* part = world.heap->allocate(ByteArray::kType.shape(), 20000);
    outgrown->items[0] = Value(part);
    world.roots = {Value(outgrown)};
    world.heap->stress().slice_always = true;
    while (!world.heap->is_marking()) ASSERT_NE(world.node(0), nullptr);
    ASSERT_TRUE(world.heap->is_marked(outgrown));
    ASSERT_FALSE(world.heap->is_marked(part));
    world.roots.clear();
    world.heap->release(outgrown);
    world.heap->release(part);
    EXPECT_FALSE(world.heap->contains(part));
    EXPECT_FALSE(outgrown->items[0]);
    // A stale word brings the array back, in this cycle and in the next.
    world.maybe = {Value(outgrown)};
    for (int i = 0; i < 2; ++i) {
        world.heap->collect();
        world.heap->verify();
    }
}

TEST(Heap, AbsurdSizesFailAndLeaveItUsable) {
    World world(1 << 20, 16 << 20);
    for (const usize bytes : {~usize{0}, ~usize{0} - 15, ~usize{0} - 1023, ~usize{0} - 1024,
                              ~usize{0} / 2, usize{1} << 40, usize{17} << 20})
        EXPECT_EQ(world.heap->allocate(ByteArray::kType.shape(), bytes), nullptr);
    EXPECT_NE(world.node(5), nullptr);
    world.heap->verify();
}

TEST(Heap, MemoryExhaustedIsRecoverable) {
    World world(128 << 10);
    int rounds = 0;
    for (; rounds < 5; ++rounds) {
        world.roots.clear();
        int count = 0;
        while (Node* n = world.node(2)) {
            if (!world.roots.empty()) world.heap->write(n->links[0], world.roots[0]);
            world.roots = {Value(n)};
            ++count;
        }
        EXPECT_GT(count, (128 << 10) * 8 / 10 / 48);
        EXPECT_EQ(world.node(2), nullptr);
        EXPECT_EQ(world.node(0, 5000), nullptr);
    }
    world.roots.clear();
    EXPECT_NE(world.node(0, 100000), nullptr);
    world.heap->enable(false);
    for (int i = 0; i < 1000; ++i) EXPECT_NE(world.node(0, 10000), nullptr);
}

TEST(Heap, GrowsIntoItsReservation) {
    World world(256 << 10, 64 << 20);
    const usize before = world.heap->stats().total;
    EXPECT_LE(before, usize{256} << 10);
    world.roots.resize(300);
    for (usize i = 0; i < 300; ++i) {
        Node* n = world.node(0, 100000);
        ASSERT_NE(n, nullptr);
        world.roots[i] = Value(n);
    }
    EXPECT_GE(world.heap->stats().total, usize{30} << 20);
    ASSERT_NE(world.node(0, 20 << 20), nullptr);
    world.heap->verify();
    world.roots.clear();
    world.heap->collect();
    // Garbage alone does not make it grow.
    const usize total = world.heap->stats().total;
    for (int i = 0; i < 200000; ++i) ASSERT_NE(world.node(4), nullptr);
    EXPECT_EQ(world.heap->stats().total, total);
    world.heap->verify();
}

TEST(Heap, GarbageStaysInProportionToWhatLives) {
    World world(256 << 10, 64 << 20);
    world.roots.resize(2000);
    for (int i = 0; i < 400000; ++i) {
        Node* n = world.node(4, 500);
        ASSERT_NE(n, nullptr);
        world.roots[static_cast<usize>(i) % 2000] = Value(n);  // 2 MB live: a page each
    }
    EXPECT_LT(world.heap->stats().total, usize{9} << 20);
}

TEST(Heap, RefusedGrowthIsMemoryExhausted) {
    World world(256 << 10, 64 << 20);
    world.commit_limit = 0;
    std::vector<Object*> all;
    world.roots.resize(100000);
    usize count = 0;
    while (Node* n = world.node(4)) world.roots[count++] = Value(n);
    EXPECT_GT(count, 2000u);
    world.commit_limit = ~usize{0};
    EXPECT_NE(world.node(4), nullptr);
    world.heap->verify();
}

TEST(Heap, TheNthAllocationFailsWhenAsked) {
    World world(1 << 20);
    world.heap->stress().fail_after = 3;
    for (int i = 0; i < 3; ++i) EXPECT_NE(world.node(1), nullptr);
    EXPECT_EQ(world.node(1), nullptr);
    EXPECT_NE(world.node(1), nullptr);
    world.heap->stress().fail_after = 0;
    world.heap->stress().fail_forever = true;
    EXPECT_EQ(world.node(1), nullptr);
    EXPECT_EQ(world.node(1), nullptr);
}

TEST(Heap, CollectAlwaysFreesAtOnce) {
    World world(1 << 20);
    world.heap->stress().collect_always = true;
    world.heap->stress().verify = true;
    for (int i = 0; i < 500; ++i) {
        Node* n = world.node(3);
        EXPECT_EQ(world.heap->stats().used, world.heap->cell_size(n));
    }
}

TEST(Heap, ALockedHeapFailsAndCollectsNothing) {
    World world(1 << 20);
    Node* n = world.node(1);
    world.heap->lock();
    world.heap->lock();
    EXPECT_EQ(world.node(1), nullptr);
    world.heap->unlock();
    EXPECT_EQ(world.node(0, 5000), nullptr);
    world.heap->collect();
    EXPECT_TRUE(world.heap->contains(n));
    world.heap->unlock();
    EXPECT_NE(world.node(1), nullptr);
    world.heap->verify();
}

TEST(Heap, NativeFinalizersRunOnceAndAtTheEnd) {
    finalized = 0;
    {
        World world(1 << 20);
        for (int i = 0; i < 100; ++i) {
            Node* n = world.node(1, 0, Node::kFinalizedType);
            world.roots.push_back(Value(n));
            ASSERT_TRUE(world.heap->register_finalizer(n));
        }
        world.roots.resize(40);
        world.heap->collect();
        EXPECT_EQ(finalized, 60);
        world.heap->collect();
        EXPECT_EQ(finalized, 60);
        EXPECT_FALSE(world.heap->has_pending());
        world.heap->verify();
    }
    EXPECT_EQ(finalized, 100);
}

TEST(Heap, PythonFinalizersAreHandedOutOnce) {
    World world(1 << 20);
    Node* a = world.node(1, 0, Node::kPythonType);
    Node* b = world.node(1, 0, Node::kPythonType);
    Node* c = world.node(1);
    a->links[0] = Value(b);
    b->links[0] = Value(a);
    b->array = nullptr;
    world.heap->write(a->links[0], Value(b));
    ASSERT_TRUE(world.heap->register_finalizer(a));
    ASSERT_TRUE(world.heap->register_finalizer(b));
    world.heap->collect();
    EXPECT_FALSE(world.heap->contains(c));
    EXPECT_TRUE(world.heap->has_pending());
    world.heap->collect();  // what waits is kept
    std::vector<Object*> taken;
    while (Value v = world.heap->take_pending_finalizer()) taken.push_back(v.object());
    EXPECT_EQ(taken.size(), 2u);  // both of the cycle
    EXPECT_TRUE(world.heap->contains(a) && world.heap->contains(b));
    EXPECT_FALSE(world.heap->has_pending());
    world.heap->collect();
    EXPECT_FALSE(world.heap->contains(a) || world.heap->contains(b));
    EXPECT_FALSE(world.heap->has_pending());
}

WeakCell* weak(World& world, Object* target, Value callback) {
    auto* cell =
        static_cast<WeakCell*>(world.heap->allocate(WeakCell::kType.shape(), sizeof(WeakCell)));
    cell->target = target;
    cell->callback = callback;
    world.heap->add_weak(cell);
    return cell;
}

TEST(Heap, WeakCellsLoseDeadTargets) {
    World world(1 << 20);
    Node* live = world.node(1);
    Node* dead = world.node(1);
    WeakCell* to_live = weak(world, live, {});
    WeakCell* to_dead = weak(world, dead, {});
    WeakCell* called = weak(world, dead, Value::from_int(7));
    WeakCell* dropped = weak(world, dead, Value::from_int(8));
    world.roots = {Value(live), Value(to_live), Value(to_dead), Value(called)};
    world.watched = dead;
    world.heap->collect();
    EXPECT_EQ(world.watched, nullptr);
    EXPECT_EQ(to_live->target, live);
    EXPECT_EQ(to_dead->target, nullptr);
    EXPECT_EQ(called->target, nullptr);
    EXPECT_FALSE(world.heap->contains(dropped));
    ASSERT_TRUE(world.heap->has_pending());
    EXPECT_EQ(world.heap->take_pending_finalizer(), Value(called));
    EXPECT_FALSE(world.heap->has_pending());
    EXPECT_EQ(world.heap->weak_list(), to_live);
    world.roots = {Value(to_live)};
    world.heap->collect();
    EXPECT_EQ(to_live->target, nullptr);
}

// A front removed again and again while its array is being scanned in parts.
void rotate_while_scanned(bool by_move) {
    World world(16 << 20);
    HeapStress& stress = world.heap->stress();
    stress.slice_always = true;
    stress.slice_units = 20;
    constexpr usize kItems = 5000;
    ValueArray* array = new_array(world, kItems);
    world.roots = {Value(array)};
    for (usize i = 0; i < kItems; ++i) world.heap->write(array->items[i], Value(world.node(0)));
    for (usize round = 0; round + 1000 < kItems; ++round) {
        const usize distance = 1 + round % 3;
        Value lost[3];
        std::copy_n(array->items, distance, lost);
        if (by_move) {
            world.heap->move(array->items, array->items + distance, kItems - distance);
        } else {
            std::memmove(static_cast<void*>(array->items), array->items + distance,
                         (kItems - distance) * sizeof(Value));
            world.heap->shade_all(array->items, kItems - distance);
        }
        for (usize i = 0; i < distance; ++i) {
            world.heap->write(array->items[kItems - 1 - i], lost[i]);
            lost[i] = Value();
        }
        world.node(0);
        if (round % 50 == 0) world.heap->verify();
    }
    world.heap->collect();
    for (usize i = 0; i < kItems; ++i) ASSERT_TRUE(world.heap->contains(array->items[i].object()));
}

TEST(Heap, MovingItemsWhileTheyAreScannedLosesNone) { rotate_while_scanned(true); }
TEST(Heap, ShadingMovedItemsWhileTheyAreScannedLosesNone) { rotate_while_scanned(false); }

TEST(Heap, PausesAreCountedAndBounded) {
    World world(64 << 20);
    world.roots.resize(1000);
    std::mt19937 random(5);
    for (int i = 0; i < 1500000; ++i) {
        Node* n = world.node(3, 16);
        ASSERT_NE(n, nullptr);
        Value& root = world.roots[random() % 1000];
        if (random() % 400) world.heap->write(n->links[0], root);  // chains of some hundreds
        root = Value(n);
    }
    const HeapStats stats = world.heap->stats();
    u64 counted = 0;
    for (u32 n : stats.pauses) counted += n;
    EXPECT_GT(counted, 1000u);
    EXPECT_GE(stats.slices, counted);
    EXPECT_GT(stats.collections, 1u);
    u64 short_ones = 0;
    for (int i = 0; i < 6; ++i) short_ones += stats.pauses[i];  // under 256 us
    EXPECT_GT(short_ones, counted * 98 / 100);
}

}  // namespace
}  // namespace krait
