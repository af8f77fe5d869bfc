#include "core/suggest.hpp"

#include "core/attributes.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"

namespace krait {

// Distances are counted in halves: a change of case is 1, everything else 2.
constexpr u32 kEdit = 2;

static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

static u32 change_cost(char a, char b) {
    if (a == b) return 0;
    return lower(a) == lower(b) ? 1 : kEdit;
}

// About a third of the letters may be wrong.
NearestName::NearestName(std::string_view wanted)
    : wanted_(wanted), limit_(static_cast<u32>(wanted.size() + 3) * kEdit / 3) {
    if (wanted.size() > kMaxSize) limit_ = 0;
}

// The optimal string alignment distance, row by row; only three rows are kept.
u32 NearestName::distance(std::string_view name) const {
    u8 rows[3][kMaxSize + 1];
    u8 *before = rows[0], *last = rows[1], *row = rows[2];
    const usize size = wanted_.size();
    for (usize j = 0; j <= size; ++j) last[j] = static_cast<u8>(j * kEdit);
    for (usize i = 1; i <= name.size(); ++i) {
        row[0] = static_cast<u8>(i * kEdit);
        for (usize j = 1; j <= size; ++j) {
            const char a = name[i - 1], b = wanted_[j - 1];
            u32 best = last[j - 1] + change_cost(a, b);
            best = std::min<u32>(best, std::min(last[j], row[j - 1]) + kEdit);
            if (i > 1 && j > 1 && a == wanted_[j - 2] && name[i - 2] == b)
                best = std::min<u32>(best, before[j - 2] + kEdit);
            row[j] = static_cast<u8>(best);
        }
        u8* const oldest = before;
        before = last, last = row, row = oldest;
    }
    return last[size];
}

void NearestName::consider(const Str* name) {
    if (!name->size() || name->size() > kMaxSize || wanted_.size() > kMaxSize) return;
    const u32 d = distance(name->view());
    if (d == 0 || d >= limit_) return;
    limit_ = d;
    best_ = name;
}

void NearestName::consider_keys(const Dict* dict) {
    if (!dict) return;
    usize position = 0;
    Value key, value;
    while (dict_next(dict, position, key, value))
        if (const Str* name = as_if<Str>(key)) consider(name);
}

void NearestName::consider_rows(std::span<const Row> rows) {
    for (const Row& row : rows) consider(row.name);
}

void NearestName::consider_rows(const ModuleDef& def) {
    consider_rows(def.rows);
    for (const std::span<const Row>* part : def.parts) consider_rows(*part);
}

static void consider_type(NearestName& nearest, const Type* type) {
    for (MroWalk walk(type); walk.get(); walk.next()) {
        nearest.consider_rows(rows_of(walk.get()));
        nearest.consider_keys(walk.get()->dict);
    }
}

Value suggest_attribute(Interp& in, Value object, const Str* name) {
    NearestName nearest(name->view());
    if (const Module* module = as_if<Module>(object)) {
        if (module->def) nearest.consider_rows(*module->def);
        nearest.consider_keys(module->dict);
    } else if (is_type(object)) {
        consider_type(nearest, as_type(object));
    } else if (object.is_object() && has_attributes(type_of(object))) {
        nearest.consider_keys(KRAIT_TRY(own_attrs_copy(in, object.object())));
    }
    consider_type(nearest, type_of(object));
    return nearest.best() ? Value(nearest.best()) : done();
}

}  // namespace krait
