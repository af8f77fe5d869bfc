// What the files of the module itertools share. Each iterator is a type of its own; one that has
// come to its end drops what it iterated over and stays at its end. The callables and iterators it
// asks may run Python, which may ask it in turn: so no address within an object is kept over that.
#pragma once

#include "core/bind.hpp"
#include "objects/iterators.hpp"

namespace krait::itertools {

// A trace slot from the list of fields.
inline void mark(Marker& m, Value v) { m.value(v); }
inline void mark(Marker& m, const Object* o) { m.object(o); }
template <class Owner, auto... Fields>
void trace_fields(Object* o, Marker& m) {
    (mark(m, static_cast<Owner*>(o)->*Fields), ...);
}

// Of all types here.
inline constexpr Row kModuleRow = constant<"__module__">("itertools"_sym);
inline constexpr Row kIteratorRows[] = {kModuleRow};

// Parts of the module's table.
extern const std::span<const Row> kSourceRows, kFilterRows, kGroupRows, kCombinatoricRows;

}  // namespace krait::itertools
