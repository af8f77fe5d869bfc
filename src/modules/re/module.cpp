// The module re: patterns and the functions that make them as needed.
#include <cstring>

#include "base/utf8.hpp"
#include "core/class.hpp"
#include "core/exception_type.hpp"
#include "core/str_builder.hpp"
#include "modules/modules.hpp"
#include "modules/re/compiler.hpp"
#include "modules/re/re.hpp"
#include "objects/bytes.hpp"
#include "objects/iterators.hpp"

namespace krait {
namespace re {

// --- errors --------------------------------------------------------------------------------------

namespace {

// Line and column, from 1, of a place in a pattern.
struct LineColumn {
    isize place, line, column;  // place: in characters
};

LineColumn locate(std::string_view text, usize position, bool is_str) {
    const std::string_view before = text.substr(0, position);
    const usize newline = before.rfind('\n');
    const std::string_view line = newline == before.npos ? before : before.substr(newline + 1);
    const auto characters = [&](std::string_view s) {
        return static_cast<isize>(is_str ? utf8::count(s) : s.size());
    };
    return {characters(before), std::ranges::count(before, '\n') + 1, characters(line) + 1};
}

}  // namespace

Raised raise_error(Interp& in, std::string_view message, Value pattern, usize position) {
    const bool is_str = is<Str>(pattern);
    HeldBuffer held;
    if (!is_str && !get_buffer(in, pattern, held)) return {};
    const std::string_view text = is_str ? as<Str>(pattern)->view() : as_text(held.bytes());
    const bool has_place = position != kNoPlace;
    const LineColumn at = locate(text, has_place ? position : 0, is_str);
    Result<Str*> plain = new_str(in, message);
    if (!plain) return {};
    StrBuilder whole(in);
    if (!whole.append(plain.take())) return {};
    if (has_place && (!whole.append(" at position ") || !whole.append_int(at.place))) return {};
    if (has_place && text.find('\n') != text.npos &&
        (!whole.append(" (line ") || !whole.append_int(at.line) || !whole.append(", column ") ||
         !whole.append_int(at.column) || !whole.append(")")))
        return {};
    const Result<Str*> full = whole.finish();
    if (!full) return {};
    const Value args[] = {Value(full.take())};
    const Result<Exception*> error = new_exception(in, kReError, args);
    if (!error) return {};
    const Value e = error.take();
    const auto number = [&](isize n) { return has_place ? Value::from_int(n) : none(); };
    const bool set = set_attr(in, e, "msg"_sym, plain.take()) &&
                     set_attr(in, e, "pattern"_sym, has_place ? pattern : none()) &&
                     set_attr(in, e, "pos"_sym, number(at.place)) &&
                     set_attr(in, e, "lineno"_sym, number(at.line)) &&
                     set_attr(in, e, "colno"_sym, number(at.column));
    if (!set) return {};
    return raise_value(in, e);
}

namespace {

// error(msg, pattern=None, pos=None), as Python code may make it.
Status error_init(Interp& in, Value self, const CallArgs& args) {
    Value message, pattern, pos;
    KRAIT_TRY((
        parse_args<"(msg, pattern=None, pos=None)">(in, "error"_sym, args, message, pattern, pos)));
    KRAIT_TRY(set_attr(in, self, "msg"_sym, message));
    KRAIT_TRY(set_attr(in, self, "pattern"_sym, pattern));
    KRAIT_TRY(set_attr(in, self, "pos"_sym, pos));
    KRAIT_TRY(set_attr(in, self, "lineno"_sym, none()));
    return set_attr(in, self, "colno"_sym, none());
}

constexpr Slots kErrorSlots{.init = error_init};
constexpr Row kErrorRows[] = {constant<"__module__">("re"_sym)};

}  // namespace

constinit const BuiltinType kReError{
    exception_type("error"_sym, kException, kErrorRows, kErrorSlots)};

// --- making patterns -----------------------------------------------------------------------------

static Status check_flags(Interp& in, bool is_bytes, u32 flags) {
    if (!is_bytes && flags & kLocale)
        return raise(in, kValueError, "cannot use LOCALE flag with a str pattern");
    if (is_bytes && flags & kUnicode)
        return raise(in, kValueError, "cannot use UNICODE flag with a bytes pattern");
    if (flags & kAscii && flags & kUnicode)
        return raise(in, kValueError, "ASCII and UNICODE flags are incompatible");
    return kOk;
}

Result<Pattern*> compile(Interp& in, Value source, u32 flags) {
    KRAIT_TRY(check_flags(in, !is<Str>(source), flags));
    if (const Str* text = as_if<Str>(source))
        return Compiler(in, source, text->view(), flags).compile();
    if (!find_slot<&Slots::get_buffer>(type_of(source)))
        return raise(in, kTypeError, "first argument must be string or compiled pattern");
    if (!is_exact<BytesObject>(source)) {
        HeldBuffer held;
        KRAIT_TRY(get_buffer(in, source, held));
        source = KRAIT_TRY(new_bytes(in, held.bytes()));
    }
    return Compiler(in, source, as_text(as<BytesObject>(source)->bytes()), flags).compile();
}

namespace {

constexpr usize kMostRemembered = 32;

// Patterns that were compiled lately, by their text if they have no flags.
Result<Dict*> cache_of(Interp& in) {
    if (const Value cache = in.module_state(kReModule)) return as<Dict>(cache);
    Dict* fresh = KRAIT_TRY(new_dict(in));
    KRAIT_TRY(in.set_module_state(kReModule, fresh));
    return fresh;
}

Result<Pattern*> pattern_of(Interp& in, Value source, isize flags) {
    if (auto* pattern = as_if<Pattern>(source)) {
        if (flags)
            return raise(in, kValueError, "cannot process flags argument with a compiled pattern");
        return pattern;
    }
    const u32 bits = static_cast<u32>(flags);
    if (!is_exact<Str>(source) && !is_exact<BytesObject>(source)) return compile(in, source, bits);
    Value key = source;
    if (bits) {
        const Value pair[] = {source, Value::from_int(flags)};
        key = KRAIT_TRY(new_tuple(in, pair));
    }
    Dict* cache = KRAIT_TRY(cache_of(in));
    const Value known = KRAIT_TRY(dict_get(in, cache, key));
    if (!is_done(known)) return as<Pattern>(known);
    Pattern* pattern = KRAIT_TRY(compile(in, source, bits));
    if (cache->size() >= kMostRemembered) dict_clear(in, cache);
    KRAIT_TRY(dict_set(in, cache, key, pattern));
    return pattern;
}

// --- what patterns do ----------------------------------------------------------------------------

constexpr isize kToTheEnd = std::numeric_limits<isize>::max();

Value find_in(Interp& in, Pattern* pattern, Value string, isize pos, isize endpos, Mode mode) {
    Text text;
    KRAIT_TRY(text.open(in, pattern, string, pos, endpos));
    return find_match(in, pattern, text, text.start(), mode);
}

// What findall() gives of a match: the match, its only group, or a tuple of its groups.
Value findall_item(Interp& in, Value found) {
    const Match* match = as<Match>(found);
    const u32 groups = match->pattern->groups;
    const Value empty = match->pattern->is_bytes() ? Value(empty_bytes()) : Value(empty_str());
    if (groups <= 1) return group_text(in, match, groups, empty);
    Tuple* tuple = KRAIT_TRY(new_tuple(in, groups));
    for (u32 i = 1; i <= groups; ++i) {
        const Value text = KRAIT_TRY(group_text(in, match, i, empty));
        in.heap().write(tuple->begin()[i - 1], text);
    }
    return tuple;
}

Value find_all(Interp& in, Pattern* pattern, Value string, isize pos, isize endpos) {
    Text text;
    KRAIT_TRY(text.open(in, pattern, string, pos, endpos));
    List* list = KRAIT_TRY(new_list(in));
    Scan scan(pattern, text);
    while (true) {
        const Value found = KRAIT_TRY(scan.next(in));
        if (is_none(found)) return list;
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(findall_item(in, found))));
    }
}

Value split(Interp& in, Pattern* pattern, Value string, isize maxsplit) {
    Text text;
    KRAIT_TRY(text.open(in, pattern, string));
    List* list = KRAIT_TRY(new_list(in));
    Scan scan(pattern, text);
    u32 done = 0;
    for (isize n = 0; maxsplit <= 0 || n < maxsplit; ++n) {
        const Value found = KRAIT_TRY(scan.next(in));
        if (is_none(found)) break;
        const Match* match = as<Match>(found);
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(text.piece(in, done, match->slots[0]))));
        for (u32 i = 1; i <= pattern->groups; ++i)
            KRAIT_TRY(list_append(in, list, KRAIT_TRY(group_text(in, match, i, none()))));
        done = match->slots[1];
    }
    const u32 end = static_cast<u32>(text.view().size());
    KRAIT_TRY(list_append(in, list, KRAIT_TRY(text.piece(in, done, end))));
    return list;
}

// What finditer() gives; it opens the text anew for each match.
struct FindIterator : Object {
    static const BuiltinType kType;
    Pattern* pattern;
    Value string;  // empty at the end
    isize endpos;
    u32 pos, place;  // pos: in characters
    bool not_empty, started;
};

Value find_iter(Interp& in, Pattern* pattern, Value string, isize pos, isize endpos) {
    Text text;  // for its errors
    KRAIT_TRY(text.open(in, pattern, string, pos, endpos));
    FindIterator* it = KRAIT_TRY(in.make<FindIterator>());
    it->pattern = pattern;
    it->string = string;
    it->endpos = endpos;
    it->pos = static_cast<u32>(std::clamp<isize>(pos, 0, std::numeric_limits<i32>::max()));
    it->place = text.start();
    return it;
}

Value iterator_next(Interp& in, Value self) {
    auto* it = as<FindIterator>(self);
    if (!it->string) return done();
    Text text;
    KRAIT_TRY(text.open(in, it->pattern, it->string, it->pos, it->endpos));
    const Value found =
        KRAIT_TRY(find_match(in, it->pattern, text, it->place, Mode::Search, it->not_empty));
    if (is_none(found)) {
        it->string = {};
        return done();
    }
    const Match* match = as<Match>(found);
    it->not_empty = match->slots[0] == match->slots[1];
    it->place = match->slots[1];
    return found;
}

void iterator_trace(Object* self, Marker& m) {
    m.object(static_cast<FindIterator*>(self)->pattern);
    m.value(static_cast<FindIterator*>(self)->string);
}

constexpr Slots kIteratorSlots{
    .iter = iterator_self, .next = iterator_next, .trace = iterator_trace};
constinit const BuiltinType FindIterator::kType{{.name = "callable_iterator"_sym,
                                                 .slots = &kIteratorSlots,
                                                 .flags = kFinal | kAbstractBase,
                                                 .size = sizeof(FindIterator)}};

Value substitute_pair(Interp& in, Pattern* pattern, Value repl, Value string, isize count) {
    isize replaced = 0;
    const Value text = KRAIT_TRY(substitute(in, pattern, repl, string, count, replaced));
    const Value pair[] = {text, Value::from_int(replaced)};
    return new_tuple(in, pair).take();
}

Value substitute_text(Interp& in, Pattern* pattern, Value repl, Value string, isize count) {
    isize replaced = 0;
    return substitute(in, pattern, repl, string, count, replaced);
}

// --- the type Pattern ----------------------------------------------------------------------------

template <Mode M>
Value method_find(Interp& in, Pattern* self, Value string, ClampedIndex pos, ClampedIndex endpos) {
    return find_in(in, self, string, pos, endpos, M);
}
Value method_findall(Interp& in, Pattern* self, Value string, ClampedIndex pos,
                     ClampedIndex endpos) {
    return find_all(in, self, string, pos, endpos);
}
Value method_finditer(Interp& in, Pattern* self, Value string, ClampedIndex pos,
                      ClampedIndex endpos) {
    return find_iter(in, self, string, pos, endpos);
}

struct FlagName {
    u32 flag;
    const char* name;
};
constexpr FlagName kFlagNames[] = {
    {kIgnoreCase, "re.IGNORECASE"}, {kLocale, "re.LOCALE"},   {kMultiLine, "re.MULTILINE"},
    {kDotAll, "re.DOTALL"},         {kVerbose, "re.VERBOSE"}, {kDebug, "re.DEBUG"},
    {kAscii, "re.ASCII"},
};

Value pattern_repr(Interp& in, Value self) {
    const Pattern* pattern = as<Pattern>(self);
    StrBuilder out(in);
    KRAIT_TRY(out.append("re.compile("));
    Str* source = KRAIT_TRY(repr(in, pattern->source));
    const usize most = 200;
    KRAIT_TRY(out.append(source->view().substr(0, utf8::offset_of(source->view(), most))));
    const char* separator = ", ";
    for (const FlagName& f : kFlagNames) {
        if (!(pattern->flags & f.flag)) continue;
        KRAIT_TRY(out.append(separator, f.name));
        separator = "|";
    }
    KRAIT_TRY(out.append(")"));
    return out.finish().take();
}

Value pattern_compare(Interp& in, CompareOp op, Value lhs, Value rhs) {
    const Pattern *a = as<Pattern>(lhs), *b = as_if<Pattern>(rhs);
    if (!b || (op != CompareOp::Eq && op != CompareOp::Ne)) return not_implemented();
    const bool same = a->flags == b->flags && a->is_bytes() == b->is_bytes() &&
                      KRAIT_TRY(equal(in, a->source, b->source));
    return from_bool(same == (op == CompareOp::Eq));
}

Result<isize> pattern_hash(Interp& in, Value self) { return hash(in, as<Pattern>(self)->source); }

void pattern_trace(Object* self, Marker& m) {
    auto* pattern = static_cast<Pattern*>(self);
    m.value(pattern->source);
    m.object(pattern->code);
    m.object(pattern->group_index);
}

Value get_pattern(Pattern* self) { return self->source; }
isize get_flags(Pattern* self) { return static_cast<isize>(self->flags); }
isize get_groups(Pattern* self) { return static_cast<isize>(self->groups); }
Value get_groupindex(Interp& in, Pattern* self) { return dict_copy(in, self->group_index).take(); }
Value method_copy(Pattern* self) { return self; }
Value method_deepcopy(Pattern* self, Value) { return self; }

constexpr Slots kPatternSlots{
    .repr = pattern_repr, .hash = pattern_hash, .compare = pattern_compare, .trace = pattern_trace};
constexpr Row kPatternRows[] = {
    constant<"__module__">("re"_sym),
    def<"match(self, /, string, pos=0, endpos=None)", method_find<Mode::Match>>,
    def<"fullmatch(self, /, string, pos=0, endpos=None)", method_find<Mode::FullMatch>>,
    def<"search(self, /, string, pos=0, endpos=None)", method_find<Mode::Search>>,
    def<"findall(self, /, string, pos=0, endpos=None)", method_findall>,
    def<"finditer(self, /, string, pos=0, endpos=None)", method_finditer>,
    def<"split(self, /, string, maxsplit=0)", split>,
    def<"sub(self, /, repl, string, count=0)", substitute_text>,
    def<"subn(self, /, repl, string, count=0)", substitute_pair>,
    def<"__copy__(self, /)", method_copy>,
    def<"__deepcopy__(self, memo, /)", method_deepcopy>,
    getter<"pattern", get_pattern>,
    getter<"flags", get_flags>,
    getter<"groups", get_groups>,
    getter<"groupindex", get_groupindex>,
};

}  // namespace

constinit const BuiltinType Pattern::kType{{.name = "Pattern"_sym,
                                            .slots = &kPatternSlots,
                                            .rows = kPatternRows,
                                            .flags = kFinal | kAbstractBase,
                                            .size = sizeof(Pattern)}};

// --- the functions -------------------------------------------------------------------------------

namespace {

Value re_compile(Interp& in, Value pattern, isize flags) {
    return pattern_of(in, pattern, flags).take();
}

template <Mode M>
Value re_find(Interp& in, Value pattern, Value string, isize flags) {
    return find_in(in, KRAIT_TRY(pattern_of(in, pattern, flags)), string, 0, kToTheEnd, M);
}
Value re_findall(Interp& in, Value pattern, Value string, isize flags) {
    return find_all(in, KRAIT_TRY(pattern_of(in, pattern, flags)), string, 0, kToTheEnd);
}
Value re_finditer(Interp& in, Value pattern, Value string, isize flags) {
    return find_iter(in, KRAIT_TRY(pattern_of(in, pattern, flags)), string, 0, kToTheEnd);
}
Value re_split(Interp& in, Value pattern, Value string, isize maxsplit, isize flags) {
    return split(in, KRAIT_TRY(pattern_of(in, pattern, flags)), string, maxsplit);
}
Value re_sub(Interp& in, Value pattern, Value repl, Value string, isize count, isize flags) {
    return substitute_text(in, KRAIT_TRY(pattern_of(in, pattern, flags)), repl, string, count);
}
Value re_subn(Interp& in, Value pattern, Value repl, Value string, isize count, isize flags) {
    return substitute_pair(in, KRAIT_TRY(pattern_of(in, pattern, flags)), repl, string, count);
}

Value re_escape(Interp& in, Value pattern) {
    const Str* str = as_if<Str>(pattern);
    HeldBuffer held;
    if (!str) KRAIT_TRY(get_buffer(in, pattern, held));
    constexpr std::string_view kSpecial("()[]{}?*+-|^$\\.&~# \t\n\r\v\f");
    StrBuilder out(in);
    for (char c : str ? str->view() : as_text(held.bytes())) {
        if (kSpecial.find(c) != kSpecial.npos) KRAIT_TRY(out.append("\\"));
        KRAIT_TRY(out.append_char(c));
    }
    return str ? Value(out.finish().take()) : new_bytes(in, as_bytes(out.view()));
}

Status re_purge(Interp& in) {
    dict_clear(in, KRAIT_TRY(cache_of(in)));
    return kOk;
}

constexpr Row kRows[] = {
    def<"compile(pattern, flags=0)", re_compile>,
    def<"escape(pattern)", re_escape>,
    def<"findall(pattern, string, flags=0)", re_findall>,
    def<"finditer(pattern, string, flags=0)", re_finditer>,
    def<"fullmatch(pattern, string, flags=0)", re_find<Mode::FullMatch>>,
    def<"match(pattern, string, flags=0)", re_find<Mode::Match>>,
    def<"purge()", re_purge>,
    def<"search(pattern, string, flags=0)", re_find<Mode::Search>>,
    def<"split(pattern, string, maxsplit=0, flags=0)", re_split>,
    def<"sub(pattern, repl, string, count=0, flags=0)", re_sub>,
    def<"subn(pattern, repl, string, count=0, flags=0)", re_subn>,
    constant<"Match">(&Match::kType),
    constant<"Pattern">(&Pattern::kType),
    constant<"error">(&kReError),
    constant<"A">(static_cast<int>(kAscii)),
    constant<"ASCII">(static_cast<int>(kAscii)),
    constant<"DEBUG">(static_cast<int>(kDebug)),
    constant<"DOTALL">(static_cast<int>(kDotAll)),
    constant<"I">(static_cast<int>(kIgnoreCase)),
    constant<"IGNORECASE">(static_cast<int>(kIgnoreCase)),
    constant<"L">(static_cast<int>(kLocale)),
    constant<"LOCALE">(static_cast<int>(kLocale)),
    constant<"M">(static_cast<int>(kMultiLine)),
    constant<"MULTILINE">(static_cast<int>(kMultiLine)),
    constant<"NOFLAG">(0),
    constant<"S">(static_cast<int>(kDotAll)),
    constant<"U">(static_cast<int>(kUnicode)),
    constant<"UNICODE">(static_cast<int>(kUnicode)),
    constant<"VERBOSE">(static_cast<int>(kVerbose)),
    constant<"X">(static_cast<int>(kVerbose)),
};

}  // namespace
}  // namespace re

constinit const ModuleDef kReModule{.name = "re"_sym, .rows = re::kRows};

}  // namespace krait
