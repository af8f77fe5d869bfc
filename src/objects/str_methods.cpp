// The methods of str that search, cut, join and fill, and the table of them all.
#include <array>
#include <cstring>

#include "base/utf8.hpp"
#include "objects/codec.hpp"
#include "objects/iterators.hpp"
#include "objects/pieces.hpp"
#include "objects/str_parts.hpp"

namespace krait {
namespace {

using pieces::TextUnits;

// A piece of `self` as a string: `self` itself if that is all of it.
Result<Str*> piece_of(Interp& in, Str* self, std::string_view text) {
    if (text.size() == self->size() && is_exact<Str>(self)) return self;
    return new_str(in, text);
}

struct PieceList {
    Interp& in;
    Str* self;
    List* list;
    Status operator()(std::string_view text) {
        Str* piece = KRAIT_TRY(piece_of(in, self, text));
        return list_append(in, list, piece);
    }
    Value reversed() {
        std::reverse(list->begin(), list->end());
        in.heap().shade_all(list->begin(), list->size());
        return list;
    }
};

Result<Str*> take_str(Interp& in, Value v) {
    if (Str* s = as_if<Str>(v)) return s;
    return raise(in, kTypeError, "must be str, not {}", TextArg::type_name(v));
}

// --- searching -----------------------------------------------------------------------------------

enum class Side : bool { Left, Right };

// The part of a text that a start and an end mean.
struct Part {
    std::string_view text;
    isize start = 0;     // characters before it
    bool valid = false;  // false: it starts behind the end
};

Part part_of(const Str* s, isize start, isize stop) {
    Part part{s->view(), 0, true};
    if (start == 0 && stop == ClampedIndex::kEnd) return part;
    part.valid = pieces::fit_range(start, stop, str_length(s));
    if (!part.valid) return part;
    part.start = start;
    const usize from = str_offset(s, static_cast<usize>(start));
    part.text = part.text.substr(from);
    const usize count = static_cast<usize>(stop - start);
    part.text = part.text.substr(0, s->is_ascii() ? count : utf8::offset_of(part.text, count));
    return part;
}

template <Side S>
isize find_in(const Str* self, const Str* sub, isize start, isize stop) {
    const Part part = part_of(self, start, stop);
    if (!part.valid) return -1;
    const usize at = S == Side::Left ? part.text.find(sub->view()) : part.text.rfind(sub->view());
    if (at == part.text.npos) return -1;
    const usize before = self->is_ascii() ? at : utf8::count(part.text.substr(0, at));
    return part.start + static_cast<isize>(before);
}

template <Side S>
Result<isize> method_find(Interp& in, Str* self, Value sub, ClampedIndex start, ClampedIndex end) {
    const Str* wanted = KRAIT_TRY(take_str(in, sub));
    return find_in<S>(self, wanted, start, end);
}

template <Side S>
Result<isize> method_index(Interp& in, Str* self, Value sub, ClampedIndex start, ClampedIndex end) {
    const Str* wanted = KRAIT_TRY(take_str(in, sub));
    const isize at = find_in<S>(self, wanted, start, end);
    if (at < 0) return raise(in, kValueError, "substring not found");
    return at;
}

Result<isize> method_count(Interp& in, Str* self, Value sub, ClampedIndex start, ClampedIndex end) {
    const Str* wanted = KRAIT_TRY(take_str(in, sub));
    const Part part = part_of(self, start, end);
    if (!part.valid) return 0;
    if (!wanted->size()) return static_cast<isize>(utf8::count(part.text)) + 1;
    return static_cast<isize>(pieces::count(part.text, wanted->view()));
}

template <Side S>
bool has_affix(const Part& part, const Str* affix) {
    if (!part.valid) return false;
    return S == Side::Left ? part.text.starts_with(affix->view())
                           : part.text.ends_with(affix->view());
}

template <Side S>
Result<bool> method_with(Interp& in, Str* self, Value affix, ClampedIndex start, ClampedIndex end) {
    constexpr const char* kName = S == Side::Left ? "startswith" : "endswith";
    const Part part = part_of(self, start, end);
    if (const Str* one = as_if<Str>(affix)) return has_affix<S>(part, one);
    const Tuple* several = as_if<Tuple>(affix);
    if (!several)
        return raise(in, kTypeError, "{} first arg must be str or a tuple of str, not {}", kName,
                     TextArg::type_name(affix));
    for (Value item : several->span()) {
        const Str* one = as_if<Str>(item);
        if (!one)
            return raise(in, kTypeError, "tuple for {} must only contain str, not {}", kName,
                         TextArg::type_name(item));
        if (has_affix<S>(part, one)) return true;
    }
    return false;
}

// --- cutting -------------------------------------------------------------------------------------

// A separator: null for None. ValueError if it is empty.
Status take_separator(Interp& in, Value sep, Str*& out) {
    out = as_if<Str>(sep);
    if (!out && !is_none(sep))
        return raise(in, kTypeError, "must be str or None, not {}", TextArg::type_name(sep));
    if (out && !out->size()) return raise(in, kValueError, "empty separator");
    return kOk;
}

Value method_split(Interp& in, Str* self, Value sep, isize maxsplit) {
    Str* separator;
    KRAIT_TRY(take_separator(in, sep, separator));
    PieceList out{in, self, KRAIT_TRY(new_list(in))};
    if (separator)
        KRAIT_TRY(pieces::split(self->view(), separator->view(), maxsplit, out));
    else
        KRAIT_TRY(pieces::split_words<TextUnits>(self->view(), maxsplit, out));
    return out.list;
}

Value method_rsplit(Interp& in, Str* self, Value sep, isize maxsplit) {
    Str* separator;
    KRAIT_TRY(take_separator(in, sep, separator));
    PieceList out{in, self, KRAIT_TRY(new_list(in))};
    if (separator)
        KRAIT_TRY(pieces::split_back(self->view(), separator->view(), maxsplit, out));
    else
        KRAIT_TRY(pieces::split_words_back<TextUnits>(self->view(), maxsplit, out));
    return out.reversed();
}

Value method_splitlines(Interp& in, Str* self, bool keepends) {
    PieceList out{in, self, KRAIT_TRY(new_list(in))};
    KRAIT_TRY(pieces::split_lines<TextUnits>(self->view(), keepends, out));
    return out.list;
}

template <Side S>
Value method_partition(Interp& in, Str* self, Value sep) {
    Str* separator = KRAIT_TRY(take_str(in, sep));
    if (!separator->size()) return raise(in, kValueError, "empty separator");
    const std::string_view text = self->view();
    const usize at = S == Side::Left ? text.find(separator->view()) : text.rfind(separator->view());
    if (at == text.npos) {
        Str* all = KRAIT_TRY(piece_of(in, self, text));
        const Value parts[] = {all, empty_str(), empty_str()};
        const Value parts_back[] = {empty_str(), empty_str(), all};
        return new_tuple(in, S == Side::Left ? parts : parts_back).take();
    }
    Str* before = KRAIT_TRY(new_str(in, text.substr(0, at)));
    Str* after = KRAIT_TRY(new_str(in, text.substr(at + separator->size())));
    const Value parts[] = {before, separator, after};
    return new_tuple(in, parts).take();
}

// Whether one of the characters of `set` is this one.
bool has_character(std::string_view set, const char* at) {
    return set.find({at, utf8::size_from_lead(*at)}) != set.npos;
}

template <bool Left, bool Right>
Result<Str*> method_strip(Interp& in, Str* self, Value chars) {
    const char* start = self->data();
    const char* end = start + self->size();
    if (is_none(chars)) {
        if (Left) start = pieces::skip_spaces<TextUnits>(start, end);
        if (Right) end = pieces::skip_spaces_back<TextUnits>(start, end);
    } else {
        const Str* unwanted = as_if<Str>(chars);
        if (!unwanted)
            return raise(in, kTypeError, "{}strip arg must be None or str",
                         Left && Right ? ""
                         : Left        ? "l"
                                       : "r");
        while (Left && start < end && has_character(unwanted->view(), start))
            start = utf8::next(start);
        while (Right && start < end && has_character(unwanted->view(), utf8::previous(end)))
            end = utf8::previous(end);
    }
    return piece_of(in, self, pieces::between(start, end));
}

Result<Str*> method_removeprefix(Interp& in, Str* self, Str* prefix) {
    const bool has = self->view().starts_with(prefix->view());
    return piece_of(in, self, self->view().substr(has ? prefix->size() : 0));
}

Result<Str*> method_removesuffix(Interp& in, Str* self, Str* suffix) {
    const bool has = self->view().ends_with(suffix->view());
    return piece_of(in, self, self->view().substr(0, self->size() - (has ? suffix->size() : 0)));
}

// --- replacing -----------------------------------------------------------------------------------

Result<Str*> method_replace(Interp& in, Str* self, Str* old, Str* new_, isize count) {
    const usize most = pieces::split_limit(count);
    const bool none_found = old->size() && self->view().find(old->view()) == std::string_view::npos;
    if (none_found || !most) return piece_of(in, self, self->view());
    StrBuilder out(in);
    if (old->size())
        KRAIT_TRY(pieces::replace(out, self->view(), old->view(), new_->view(), most));
    else
        KRAIT_TRY(pieces::insert_between<TextUnits>(out, self->view(), new_->view(), most));
    return out.finish();
}

Result<Str*> method_expandtabs(Interp& in, Str* self, isize tabsize) {
    StrBuilder out(in);
    const usize size = tabsize < 0 ? 0 : static_cast<usize>(tabsize);
    KRAIT_TRY(pieces::expand_tabs<TextUnits>(out, self->view(), size));
    return out.finish();
}

// What the table has for a character: done() if it has nothing.
Value translation_of(Interp& in, Value table, u32 c) {
    const Value key = Value::from_int(static_cast<isize>(c));
    if (is_exact<Dict>(table)) return dict_get(in, as<Dict>(table), key);
    const Value found = get_item(in, table, key);
    if (found || !is_instance(in.pending(), &kLookupError)) return found;
    in.set_pending({});
    return done();
}

Status append_translation(Interp& in, StrBuilder& out, Value to) {
    if (is_none(to)) return kOk;
    if (const Str* text = as_if<Str>(to)) return out.append(text);
    if (!is_int(to))
        return raise(in, kTypeError, "character mapping must return integer, None or str");
    i64 c = -1;
    const bool fits = bool(int_to_i64(in, to, c));
    if (!fits) in.set_pending({});
    if (!fits || c < 0 || c > i64{utf8::kMaxCodePoint})
        return raise(in, kValueError, "character mapping must be in range(0x110000)");
    return out.append_code_point(static_cast<u32>(c));
}

Result<Str*> method_translate(Interp& in, Str* self, Value table) {
    StrBuilder out(in);
    const char* const end = self->data() + self->size();
    for (const char* at = self->data(); at < end;) {
        const char* const start = at;
        const Value to = KRAIT_TRY(translation_of(in, table, utf8::take(at)));
        KRAIT_TRY(is_done(to) ? out.append(pieces::between(start, at))
                              : append_translation(in, out, to));
    }
    return out.finish();
}

// A dict with characters or ints as keys, as translate() wants it.
Value table_from_dict(Interp& in, Value x) {
    Dict* from = as_if<Dict>(x);
    if (!from)
        return raise(in, kTypeError,
                     "if you give only one argument to maketrans it must be a dict");
    Dict* table = KRAIT_TRY(new_dict(in));
    Value key, value;
    for (usize position = 0; dict_next(from, position, key, value);) {
        if (const Str* text = as_if<Str>(key)) {
            if (str_length(text) != 1)
                return raise(in, kValueError, "string keys in translate table must be of length 1");
            key = Value::from_int(static_cast<isize>(utf8::decode(text->data())));
        } else if (!is_int(key)) {
            return raise(in, kTypeError, "keys in translate table must be strings or integers");
        }
        KRAIT_TRY(dict_set(in, table, key, value));
    }
    return table;
}

Value static_maketrans(Interp& in, Value x, Value y, Str* z) {
    if (!y) return table_from_dict(in, x);
    const Str *from = as_if<Str>(x), *to = as_if<Str>(y);
    if (!from)
        return raise(in, kTypeError,
                     "first maketrans argument must be a string if there is a second argument");
    if (!to)
        return raise(in, kTypeError, "maketrans() argument 2 must be str, not {}",
                     TextArg::type_name(y));
    if (str_length(from) != str_length(to))
        return raise(in, kValueError, "the first two maketrans arguments must have equal length");
    Dict* table = KRAIT_TRY(new_dict(in));
    const auto put = [&](u32 key, Value value) {
        return dict_set(in, table, Value::from_int(static_cast<isize>(key)), value);
    };
    const char* b = to->data();
    for (const char* a = from->data(); a < from->data() + from->size();) {
        const u32 key = utf8::take(a);
        KRAIT_TRY(put(key, Value::from_int(static_cast<isize>(utf8::take(b)))));
    }
    if (z) {
        for (const char* a = z->data(); a < z->data() + z->size();)
            KRAIT_TRY(put(utf8::take(a), none()));
    }
    return table;
}

// --- filling -------------------------------------------------------------------------------------

enum class Place : u8 { Left, Center, Right };

template <Place P>
Result<Str*> method_pad(Interp& in, Str* self, isize width, Value fillchar) {
    const Str* fill = as_if<Str>(fillchar);
    if (!fill)
        return raise(in, kTypeError, "The fill character must be a unicode character, not {}",
                     TextArg::type_name(fillchar));
    if (str_length(fill) != 1)
        return raise(in, kTypeError, "The fill character must be exactly one character long");
    const isize size = static_cast<isize>(str_length(self));
    if (width <= size) return piece_of(in, self, self->view());
    const usize missing = static_cast<usize>(width - size);
    usize left = 0;
    if (P == Place::Right) left = missing;
    if (P == Place::Center) left = missing / 2 + (missing & static_cast<usize>(width) & 1);
    StrBuilder out(in);
    KRAIT_TRY(out.append_repeated(fill->view(), left));
    KRAIT_TRY(out.append(self));
    KRAIT_TRY(out.append_repeated(fill->view(), missing - left));
    return out.finish();
}

Result<Str*> method_zfill(Interp& in, Str* self, isize width) {
    const isize size = static_cast<isize>(str_length(self));
    if (width <= size) return piece_of(in, self, self->view());
    const std::string_view text = self->view();
    const bool has_sign = !text.empty() && (text[0] == '+' || text[0] == '-');
    StrBuilder out(in);
    KRAIT_TRY(out.append(text.substr(0, has_sign)));
    KRAIT_TRY(out.append_repeated("0", static_cast<usize>(width - size)));
    KRAIT_TRY(out.append(text.substr(has_sign)));
    return out.finish();
}

// --- the rest ------------------------------------------------------------------------------------

Result<Str*> method_join(Interp& in, Str* self, Value iterable) {
    if (!is<List>(iterable) && !is_iterable(iterable))
        return raise(in, kTypeError, "can only join an iterable");
    return str_join(in, self, iterable);
}

Value method_encode(Interp& in, Str* self, Str* encoding, Str* errors) {
    return encode_text(in, self, encoding, errors);
}

Value method_getnewargs(Interp& in, Str* self) {
    const Value copy = KRAIT_TRY(new_str(in, self->view()));
    return new_tuple(in, {&copy, 1}).take();
}

constexpr Row kStrRows[] = {
    def<"capitalize(self, /)", str_capitalize>,
    def<"casefold(self, /)", str_casefold>,
    def<"center(self, width, fillchar=' ', /)", method_pad<Place::Center>>,
    def<"count(self, sub, start=0, end=None, /)", method_count>,
    def<"encode(self, encoding='utf-8', errors='strict')", method_encode>,
    def<"endswith(self, suffix, start=0, end=None, /)", method_with<Side::Right>>,
    def<"expandtabs(self, tabsize=8)", method_expandtabs>,
    def<"find(self, sub, start=0, end=None, /)", method_find<Side::Left>>,
    def<"format(self, /, *args, **kwargs)", str_format>,
    def<"format_map(self, mapping, /)", str_format_map>,
    def<"index(self, sub, start=0, end=None, /)", method_index<Side::Left>>,
    def<"isalnum(self, /)", str_isalnum>,
    def<"isalpha(self, /)", str_isalpha>,
    def<"isascii(self, /)", str_isascii>,
    def<"isdecimal(self, /)", str_isdecimal>,
    def<"isdigit(self, /)", str_isdigit>,
    def<"isidentifier(self, /)", str_isidentifier>,
    def<"islower(self, /)", str_islower>,
    def<"isnumeric(self, /)", str_isnumeric>,
    def<"isprintable(self, /)", str_isprintable>,
    def<"isspace(self, /)", str_isspace>,
    def<"istitle(self, /)", str_istitle>,
    def<"isupper(self, /)", str_isupper>,
    def<"join(self, iterable, /)", method_join>,
    def<"ljust(self, width, fillchar=' ', /)", method_pad<Place::Left>>,
    def<"lower(self, /)", str_lower>,
    def<"lstrip(self, chars=None, /)", method_strip<true, false>>,
    def_static<"maketrans(x, y=..., z=..., /)", static_maketrans>,
    def<"partition(self, sep, /)", method_partition<Side::Left>>,
    def<"removeprefix(self, prefix, /)", method_removeprefix>,
    def<"removesuffix(self, suffix, /)", method_removesuffix>,
    def<"replace(self, old, new, count=-1, /)", method_replace>,
    def<"rfind(self, sub, start=0, end=None, /)", method_find<Side::Right>>,
    def<"rindex(self, sub, start=0, end=None, /)", method_index<Side::Right>>,
    def<"rjust(self, width, fillchar=' ', /)", method_pad<Place::Right>>,
    def<"rpartition(self, sep, /)", method_partition<Side::Right>>,
    def<"rsplit(self, sep=None, maxsplit=-1)", method_rsplit>,
    def<"rstrip(self, chars=None, /)", method_strip<false, true>>,
    def<"split(self, sep=None, maxsplit=-1)", method_split>,
    def<"splitlines(self, keepends=False)", method_splitlines>,
    def<"startswith(self, prefix, start=0, end=None, /)", method_with<Side::Left>>,
    def<"strip(self, chars=None, /)", method_strip<true, true>>,
    def<"swapcase(self, /)", str_swapcase>,
    def<"title(self, /)", str_title>,
    def<"translate(self, table, /)", method_translate>,
    def<"upper(self, /)", str_upper>,
    def<"zfill(self, width, /)", method_zfill>,
    def<"__getnewargs__(self, /)", method_getnewargs>,
};

}  // namespace

constinit const BuiltinType Str::kType{
    {.name = "str"_sym, .slots = &kStrSlots, .rows = kStrRows, .size = sizeof(Str)}};

}  // namespace krait
