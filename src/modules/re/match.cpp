// Matches, and finding them.
#include "base/utf8.hpp"
#include "core/arrays.hpp"
#include "core/str_builder.hpp"
#include "modules/re/re.hpp"
#include "objects/bytes.hpp"

namespace krait::re {

// --- texts ---------------------------------------------------------------------------------------

Status Text::open(Interp& in, Pattern* pattern, Value text, isize pos, isize endpos) {
    value_ = text;
    const Str* str = as_if<Str>(text);
    if (str && pattern->is_bytes())
        return raise(in, kTypeError, "cannot use a bytes pattern on a string-like object");
    if (str) {
        view_ = str->view();
        subject_.narrow = str->is_ascii();
    } else {
        if (!find_slot<&Slots::get_buffer>(type_of(text)))
            return raise(in, kTypeError, "expected string or bytes-like object, got '{}'",
                         TextArg::type_name(text));
        if (!pattern->is_bytes())
            return raise(in, kTypeError, "cannot use a string pattern on a bytes-like object");
        KRAIT_TRY(get_buffer(in, text, held_));
        view_ = as_text(held_.bytes());
        subject_.narrow = true;
    }
    if (view_.size() > std::numeric_limits<i32>::max()) return raise_memory_error(in);
    const isize length = static_cast<isize>(str ? str_length(str) : view_.size());
    const isize from = std::clamp<isize>(pos, 0, length);
    const isize to = std::clamp<isize>(endpos, 0, length);
    const auto place = [&](isize n) {
        return static_cast<u32>(str ? str_offset(str, static_cast<usize>(n)) : n);
    };
    start_ = place(from);
    subject_.data = view_.data();
    subject_.end = place(to);
    return kOk;
}

Value piece_of(Interp& in, Value text, u32 from, u32 to) {
    if (Str* str = as_if<Str>(text)) return str_slice_bytes(in, str, from, to).take();
    if (auto* bytes = as_if<BytesObject>(text); bytes && is_exact<BytesObject>(text)) {
        if (from == 0 && to == bytes->size()) return text;
    }
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, text, held));
    const usize size = held.size;  // may have changed since the match
    const usize start = std::min<usize>(from, size);
    return new_bytes(in, held.bytes().subspan(start, std::min<usize>(to, size) - start));
}

Value Text::piece(Interp& in, u32 from, u32 to) const { return piece_of(in, value_, from, to); }

// --- finding -------------------------------------------------------------------------------------

Value find_match(Interp& in, Pattern* pattern, const Text& text, u32 start, Mode mode,
                 bool not_empty) {
    constexpr usize kOwnSlots = 21;
    u32 own[kOwnSlots];
    u32* slots = own;
    const usize count = pattern->slot_count();
    if (count > kOwnSlots) {
        ByteArray* cell = KRAIT_TRY(new_byte_array(in, count * sizeof(u32)));
        slots = reinterpret_cast<u32*>(cell->data);
    }
    if (!KRAIT_TRY(run(in, pattern, text.subject(), start, mode, not_empty, slots))) return none();
    Match* match = KRAIT_TRY(in.make<Match>(sizeof(Match) + count * sizeof(u32)));
    match->pattern = pattern;
    match->text = text.value();
    match->start = text.start();
    match->end = text.subject().end;
    match->narrow = text.subject().narrow;
    std::copy_n(slots, count, match->slots);
    return match;
}

Value Scan::next(Interp& in) {
    if (place_ == kNoPlace) return none();
    const Value found =
        KRAIT_TRY(find_match(in, pattern_, text_, place_, Mode::Search, not_empty_));
    if (is_none(found)) {
        place_ = kNoPlace;
        return found;
    }
    const Match* match = as<Match>(found);
    not_empty_ = match->slots[0] == match->slots[1];
    place_ = match->slots[1];
    return found;
}

// --- groups --------------------------------------------------------------------------------------

Value group_text(Interp& in, const Match* match, u32 group, Value missing) {
    if (!has_group(match, group)) return missing;
    return piece_of(in, match->text, match->slots[2 * group], match->slots[2 * group + 1]);
}

Result<isize> group_of(Interp& in, const Match* match, Value name) {
    if (!name) return 0;
    if (is_int(name) || !is_done(find_special(type_of(name), "__index__"_sym))) {
        const isize number = KRAIT_TRY(to_index_clamped(in, name));
        if (number >= 0 && number <= static_cast<isize>(match->pattern->groups)) return number;
    } else if (is<Str>(name)) {
        const Value number = dict_get(match->pattern->group_index, as<Str>(name));
        if (number) return number.as_int();
    }
    return raise(in, kIndexError, "no such group");
}

namespace {

// A place in the text in characters; -1: none.
isize character_of(const Match* match, u32 place) {
    if (place == kNoPlace) return -1;
    if (match->narrow) return place;
    return static_cast<isize>(utf8::count({as<Str>(match->text)->data(), place}));
}

Value method_group(Interp& in, Match* self, Args groups) {
    if (groups.empty()) return group_text(in, self, 0, none());
    Tuple* tuple = groups.size() == 1 ? nullptr : KRAIT_TRY(new_tuple(in, groups.size()));
    for (usize i = 0; i < groups.size(); ++i) {
        const isize group = KRAIT_TRY(group_of(in, self, groups[i]));
        const Value text = KRAIT_TRY(group_text(in, self, static_cast<u32>(group), none()));
        if (!tuple) return text;
        in.heap().write(tuple->begin()[i], text);
    }
    return tuple;
}

Value method_groups(Interp& in, Match* self, Value missing) {
    Tuple* tuple = KRAIT_TRY(new_tuple(in, self->pattern->groups));
    for (u32 i = 1; i <= self->pattern->groups; ++i) {
        const Value text = KRAIT_TRY(group_text(in, self, i, missing));
        in.heap().write(tuple->begin()[i - 1], text);
    }
    return tuple;
}

Value method_groupdict(Interp& in, Match* self, Value missing) {
    Dict* dict = KRAIT_TRY(new_dict(in));
    Value name, number;
    for (usize position = 0; dict_next(self->pattern->group_index, position, name, number);) {
        const u32 group = static_cast<u32>(number.as_int());
        KRAIT_TRY(dict_set(in, dict, name, KRAIT_TRY(group_text(in, self, group, missing))));
    }
    return dict;
}

template <int Which>
Result<isize> method_place(Interp& in, Match* self, Value group) {
    const isize number = KRAIT_TRY(group_of(in, self, group));
    if (!has_group(self, static_cast<u32>(number))) return -1;
    return character_of(self, self->slots[2 * number + Which]);
}

Value span_of(Interp& in, const Match* match, u32 group) {
    const bool has = has_group(match, group);
    const Value pair[] = {
        Value::from_int(has ? character_of(match, match->slots[2 * group]) : -1),
        Value::from_int(has ? character_of(match, match->slots[2 * group + 1]) : -1)};
    return new_tuple(in, pair).take();
}

Value method_span(Interp& in, Match* self, Value group) {
    const isize number = KRAIT_TRY(group_of(in, self, group));
    return span_of(in, self, static_cast<u32>(number));
}

Value method_expand(Interp& in, Match* self, Value replacement) {
    return expand(in, self, replacement);
}

Value method_copy(Match* self) { return self; }
Value method_deepcopy(Match* self, Value) { return self; }

Value match_get_item(Interp& in, Value self, Value key) {
    const isize number = KRAIT_TRY(group_of(in, as<Match>(self), key));
    return group_text(in, as<Match>(self), static_cast<u32>(number), none());
}

Value match_repr(Interp& in, Value self) {
    Match* match = as<Match>(self);
    const Value span = KRAIT_TRY(span_of(in, match, 0));
    const Value text = KRAIT_TRY(group_text(in, match, 0, none()));
    return format_str(in, "<re.Match object; span={}, match={}>", span, text).take();
}

Value get_string(Match* self) { return self->text; }
Value get_re(Match* self) { return self->pattern; }
isize get_pos(Match* self) { return character_of(self, self->start); }
isize get_endpos(Match* self) { return character_of(self, self->end); }
Value get_lastindex(Match* self) {
    const u32 last = self->last_group();
    return last ? Value::from_int(static_cast<isize>(last)) : none();
}
Value get_lastgroup(Match* self) {
    Value name, number;
    for (usize position = 0; dict_next(self->pattern->group_index, position, name, number);)
        if (number == Value::from_int(static_cast<isize>(self->last_group()))) return name;
    return none();
}
Value get_regs(Interp& in, Match* self) {
    Tuple* tuple = KRAIT_TRY(new_tuple(in, self->pattern->groups + 1));
    for (u32 i = 0; i <= self->pattern->groups; ++i) {
        const Value span = KRAIT_TRY(span_of(in, self, i));
        in.heap().write(tuple->begin()[i], span);
    }
    return tuple;
}

void match_trace(Object* self, Marker& m) {
    m.object(static_cast<Match*>(self)->pattern);
    m.value(static_cast<Match*>(self)->text);
}

constexpr Slots kMatchSlots{.repr = match_repr, .get_item = match_get_item, .trace = match_trace};
constexpr Row kMatchRows[] = {
    constant<"__module__">("re"_sym),
    def<"group(self, /, *groups)", method_group>,
    def<"groups(self, /, default=None)", method_groups>,
    def<"groupdict(self, /, default=None)", method_groupdict>,
    def<"start(self, group=..., /)", method_place<0>>,
    def<"end(self, group=..., /)", method_place<1>>,
    def<"span(self, group=..., /)", method_span>,
    def<"expand(self, /, template)", method_expand>,
    def<"__copy__(self, /)", method_copy>,
    def<"__deepcopy__(self, memo, /)", method_deepcopy>,
    getter<"string", get_string>,
    getter<"re", get_re>,
    getter<"pos", get_pos>,
    getter<"endpos", get_endpos>,
    getter<"lastindex", get_lastindex>,
    getter<"lastgroup", get_lastgroup>,
    getter<"regs", get_regs>,
};

}  // namespace

constinit const BuiltinType Match::kType{{.name = "Match"_sym,
                                          .slots = &kMatchSlots,
                                          .rows = kMatchRows,
                                          .flags = kFinal | kAbstractBase,
                                          .size = sizeof(Match)}};

}  // namespace krait::re
