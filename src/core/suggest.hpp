// "Did you mean: 'append'?" The name that is nearest to one that was not found.
#pragma once

#include "core/protocols.hpp"
#include "core/rom.hpp"

namespace krait {

// Holds the nearest of the names it is shown: fewest insertions, deletions, changes (of case: half
// as bad) and swaps of neighbours; none if all are too far off.
class NearestName {
  public:
    explicit NearestName(std::string_view wanted);
    void consider(const Str* name);
    void consider_keys(const Dict* dict);  // may be null
    void consider_rows(std::span<const Row> rows);
    void consider_rows(const ModuleDef& def);
    const Str* best() const { return best_; }

  private:
    static constexpr usize kMaxSize = 32;  // longer names are not compared
    u32 distance(std::string_view name) const;

    std::string_view wanted_;
    const Str* best_ = nullptr;
    u32 limit_;  // distances below this are near
};

// The attribute of `object` that is nearest to `name`; done() if none is near.
Value suggest_attribute(Interp&, Value object, const Str* name);

}  // namespace krait
