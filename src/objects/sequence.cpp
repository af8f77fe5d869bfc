#include "objects/sequence.hpp"

#include "core/arrays.hpp"
#include "core/slicing.hpp"
#include "core/str_builder.hpp"

namespace krait {

namespace {

// The first place where the two differ; the size of the shorter if there is none.
Result<isize> first_difference(Interp& in, SequenceRef a, SequenceRef b) {
    usize i = 0;
    for (; i < a.size() && i < b.size(); ++i)
        if (!KRAIT_TRY(equal(in, a[i], b[i]))) break;
    return static_cast<isize>(i);
}

bool compare_sizes(CompareOp op, usize a, usize b) {
    switch (op) {
        case CompareOp::Lt: return a < b;
        case CompareOp::Le: return a <= b;
        case CompareOp::Eq: return a == b;
        case CompareOp::Ne: return a != b;
        case CompareOp::Gt: return a > b;
        default: return a >= b;
    }
}

}  // namespace

Value compare_sequences(Interp& in, CompareOp op, SequenceRef a, SequenceRef b) {
    if (!in.check_stack()) return {};
    const bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
    if (equality && a.size() != b.size()) return from_bool(op == CompareOp::Ne);
    const auto at = static_cast<usize>(KRAIT_TRY(first_difference(in, a, b)));
    if (at >= a.size() || at >= b.size()) return from_bool(compare_sizes(op, a.size(), b.size()));
    if (equality) return from_bool(op == CompareOp::Ne);
    return compare(in, op, a[at], b[at]);
}

Result<isize> find_item(Interp& in, SequenceRef items, Value item, isize start, isize stop) {
    if (start < 0) start = std::max<isize>(start + static_cast<isize>(items.size()), 0);
    if (stop < 0) stop += static_cast<isize>(items.size());
    for (isize i = start; i < stop && i < static_cast<isize>(items.size()); ++i)
        if (KRAIT_TRY(equal(in, items[i], item))) return i;
    return -1;
}

Result<isize> count_item(Interp& in, SequenceRef items, Value item) {
    isize count = 0;
    for (usize i = 0; i < items.size(); ++i) count += KRAIT_TRY(equal(in, items[i], item));
    return count;
}

Result<isize> index_of_item(Interp& in, SequenceRef items, Value item, isize start, isize stop,
                            std::string_view missing_format) {
    const isize at = KRAIT_TRY(find_item(in, items, item, start, stop));
    if (at < 0) return raise(in, kValueError, missing_format, item);
    return at;
}

Value refuse_concat(Interp& in, Value lhs, Value rhs) {
    if (type_of(rhs)->has(kHeapType)) return not_implemented();
    return raise(in, kTypeError, "can only concatenate {} (not \"{}\") to {}",
                 TextArg::type_name(lhs), TextArg::type_name(rhs), TextArg::type_name(lhs));
}

Value refuse_repeat(Interp& in, Value other) {
    if (type_of(other)->has(kHeapType)) return not_implemented();
    return raise(in, kTypeError, "can't multiply sequence by non-int of type '{}'",
                 TextArg::type_name(other));
}

Result<isize> repeat_count(Interp& in, Value times, usize size) {
    if (!has_index(times)) return -1;
    const isize count = std::max<isize>(KRAIT_TRY(to_index(in, times)), 0);
    if (size && static_cast<usize>(count) > kMaxItems / size) return raise_memory_error(in);
    return count;
}

void repeat_into(std::span<Value> to, std::span<const Value> from) {
    for (usize at = 0; at < to.size(); at += from.size())
        std::copy(from.begin(), from.end(), to.begin() + static_cast<isize>(at));
}

ReprGuard::ReprGuard(Interp& in, Value object)
    : in_(in), object_(object), outer_(in.thread().repr_guard) {
    for (const ReprGuard* guard = outer_; guard; guard = guard->outer_)
        if (guard->object_ == object) inner_ = true;
    in.thread().repr_guard = this;
}

ReprGuard::~ReprGuard() { in_.thread().repr_guard = outer_; }

Value repr_items(Interp& in, Value self, SequenceRef items, const ReprForm& form) {
    if (!in.check_stack()) return {};
    ReprGuard guard(in, self);
    if (guard.is_inner()) return KRAIT_TRY(new_str(in, form.inner));
    StrBuilder out(in);
    KRAIT_TRY(out.append(form.open));
    for (usize i = 0; i < items.size(); ++i) {
        if (i) KRAIT_TRY(out.append(", "));
        KRAIT_TRY(out.append_repr(items[i]));
    }
    KRAIT_TRY(out.append(form.close));
    return KRAIT_TRY(out.finish());
}

}  // namespace krait
