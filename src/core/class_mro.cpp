// The method resolution order: the C3 merge of the bases' orders and of the list of bases.
#include "core/class_parts.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"

namespace krait {

namespace {

constexpr usize kMaxBases = 32;
constexpr usize kMaxOrder = 256;  // bounds the recursion of class_changed()

// What is left of each base's order, and of the list of bases itself.
struct Merge {
    const Tuple* bases;
    MroWalk orders[kMaxBases];
    usize count;
    usize first_base = 0;  // in `bases`: those before it are taken

    template <usize... I>
    Merge(const Tuple* b, std::index_sequence<I...>)
        : bases(b),
          orders{MroWalk(I < b->size() ? as_type((*b)[I]) : as_type((*b)[0]))...},
          count(b->size()) {}
    explicit Merge(const Tuple* b) : Merge(b, std::make_index_sequence<kMaxBases>()) {}

    bool is_in_a_tail(const Type* t) const {
        for (usize i = 0; i < count; ++i) {
            MroWalk rest = orders[i];
            if (!rest.get()) continue;
            for (rest.next(); rest.get(); rest.next())
                if (rest.get() == t) return true;
        }
        for (usize i = first_base + 1; i < bases->size(); ++i)
            if ((*bases)[i] == Value(t)) return true;
        return false;
    }
    bool at_end() const {
        for (usize i = 0; i < count; ++i)
            if (orders[i].get()) return false;
        return true;
    }
    // The next type of the order; null if the orders contradict each other.
    const Type* take() {
        for (usize i = 0; i < count; ++i) {
            const Type* head = orders[i].get();
            if (!head || is_in_a_tail(head)) continue;
            for (usize j = 0; j < count; ++j)
                if (orders[j].get() == head) orders[j].next();
            if (first_base < bases->size() && (*bases)[first_base] == Value(head)) ++first_base;
            return head;
        }
        return nullptr;
    }
};

// Names the types that stand first in what could not be merged.
Status raise_inconsistent(Interp& in, const Merge& merge) {
    StrBuilder names(in);
    for (usize i = 0; i < merge.count; ++i) {
        const Type* head = merge.orders[i].get();
        bool named = !head;
        for (usize j = 0; j < i; ++j) named = named || merge.orders[j].get() == head;
        if (named) continue;
        if (!names.view().empty()) KRAIT_TRY(names.append(", "));
        KRAIT_TRY(names.append(head->name));
    }
    return raise(in, kTypeError,
                 "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                 names.view());
}

Status check_bases(Interp& in, const Tuple* bases) {
    if (bases->size() > kMaxBases) return raise(in, kTypeError, "a class with too many bases");
    for (usize i = 0; i < bases->size(); ++i)
        for (usize j = 0; j < i; ++j)
            if ((*bases)[i] == (*bases)[j])
                return raise(in, kTypeError, "duplicate base class {}", as_type((*bases)[i]));
    return kOk;
}

}  // namespace

Result<Tuple*> compute_mro(Interp& in, const Type* cls, const Tuple* bases) {
    KRAIT_TRY(check_bases(in, bases));
    List* order = KRAIT_TRY(new_list(in, 4));
    KRAIT_TRY(list_append(in, order, Value(cls)));
    for (Merge merge(bases); !merge.at_end();) {
        const Type* next = merge.take();
        if (!next) KRAIT_TRY(raise_inconsistent(in, merge));
        if (order->size() == kMaxOrder) return raise(in, kTypeError, "too deep a class hierarchy");
        KRAIT_TRY(list_append(in, order, Value(next)));
    }
    return new_tuple(in, order->span());
}

}  // namespace krait
