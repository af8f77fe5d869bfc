// What list and tuple do alike.
//
// Comparing items can run Python, and Python can change a list meanwhile. So nothing here keeps an
// address or a size of items over such a call: a SequenceRef asks the object again each time.
#pragma once

#include "core/interp.hpp"

namespace krait {

class SequenceRef {
  public:
    SequenceRef(List* list) : list_(list), tuple_(nullptr) {}     // NOLINT
    SequenceRef(Tuple* tuple) : list_(nullptr), tuple_(tuple) {}  // NOLINT
    std::span<const Value> items() const { return list_ ? list_->span() : tuple_->span(); }
    usize size() const { return list_ ? list_->size_ : tuple_->size_; }
    Value operator[](usize i) const { return items()[i]; }

  private:
    List* list_;
    Tuple* tuple_;
};

// Lexicographic comparison.
Value compare_sequences(Interp&, CompareOp op, SequenceRef a, SequenceRef b);
// The place of the first equal item in [start, stop), which are clamped as slices are; -1: none.
Result<isize> find_item(Interp&, SequenceRef items, Value item, isize start = 0,
                        isize stop = std::numeric_limits<isize>::max());
Result<isize> count_item(Interp&, SequenceRef items, Value item);
// What `items.index(item, start, stop)` gives; ValueError with the type's own message.
Result<isize> index_of_item(Interp&, SequenceRef items, Value item, isize start, isize stop,
                            std::string_view missing_format);

// What `lhs + rhs` and `sequence * other` are if the other is of no use: TypeError; NotImplemented
// if it is of a Python class, which may have an operator of its own.
Value refuse_concat(Interp&, Value lhs, Value rhs);
Value refuse_repeat(Interp&, Value other);
// `sequence * times`: -1 if `times` is no index. Negative counts are 0. MemoryError if the product
// with `size` is absurd.
Result<isize> repeat_count(Interp&, Value times, usize size);
// Fills `to` with as many copies of `from` as fit. Requires: from.size() divides to.size().
void repeat_into(std::span<Value> to, std::span<const Value> from);

// Guards against containers that contain themselves: entered twice for the same object, the inner
// guard says so, and the text is "[...]" or the like.
class ReprGuard {
  public:
    ReprGuard(Interp& in, Value object);
    ~ReprGuard();
    ReprGuard(const ReprGuard&) = delete;
    bool is_inner() const { return inner_; }

  private:
    Interp& in_;
    Value object_;
    ReprGuard* outer_;
    bool inner_ = false;
};

// The text of a sequence: its items between the first two, or the third if it contains itself.
struct ReprForm {
    std::string_view open, close, inner;
};
Value repr_items(Interp&, Value self, SequenceRef items, const ReprForm& form);

}  // namespace krait
