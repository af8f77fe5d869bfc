// Loops over built-in containers without an iterator object (loop.cpp): what `for` statements and
// the built-in functions that look at each item use.
#pragma once

#include "core/interp.hpp"

namespace krait {

// The three values that stand for a loop under way. TypeError if it cannot be iterated over.
Status begin_loop(Interp&, Value* state, Value iterable);
// The same for range(...), from the values of a call: the callee and `count` (1 to 3) arguments.
// False if the callee is not range or the numbers are none for this form; then nothing was done.
bool begin_range_loop(Value* state, const Value* callee, u32 count);
// The next item; as next().
Value next_in_loop(Interp&, Value* state);

// For loops with two variables, `for i, x in enumerate(...)`: the next pair of an enumerate, a zip
// of two or a dict's items into out[0] and out[1], without a tuple.
enum class PairStep { Failed, Ended, Made, Other };  // Other: no such iterator; nothing was done
PairStep next_pair(Interp&, Value iterator, Value* out);

class Loop {
  public:
    Status begin(Interp& in, Value iterable) { return begin_loop(in, state_, iterable); }
    Value next(Interp& in) { return next_in_loop(in, state_); }

  private:
    Value state_[3];
};

}  // namespace krait
