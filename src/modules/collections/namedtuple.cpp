// collections.namedtuple: makes classes of tuples whose items have names.
//
// The class that namedtuple() makes is an ordinary heap class below NamedTuple, a built-in type
// between it and tuple (Differs: CPython's have tuple itself as base). NamedTuple's methods find
// the names in the class attribute `_fields` and the defaults in `_field_defaults`; the class also
// has a FieldGetter for each name.
#include "modules/collections/namedtuple.hpp"

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "core/class.hpp"
#include "core/str_builder.hpp"
#include "objects/generic.hpp"
#include "objects/sequence.hpp"

namespace krait {

namespace {

// The type; its instances are Tuples.
struct NamedTuple {
    static const BuiltinType kType;
};

// --- field getters -------------------------------------------------------------------------------

struct FieldGetter : Object {
    static const BuiltinType kType;
    isize index;
};

Value getter_get(Interp& in, Value self, Value instance, const Type*) {
    const isize index = as<FieldGetter>(self)->index;
    if (!instance) return self;
    const Tuple* tuple = as_if<Tuple>(instance);
    if (!tuple)
        return raise(in, kTypeError,
                     "descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object",
                     index, TextArg::type_name(instance));
    if (static_cast<usize>(index) >= tuple->size())
        return raise(in, kIndexError, "tuple index out of range");
    return (*tuple)[index];
}

Status getter_set(Interp& in, Value, Value, Value value) {
    return raise(in, kAttributeError,
                 std::string_view(value ? "can't set attribute" : "can't delete attribute"));
}

Value getter_repr(Interp& in, Value self) {
    const isize index = as<FieldGetter>(self)->index;
    return KRAIT_TRY(format_str(in, "_tuplegetter({}, 'Alias for field number {}')", index, index));
}

constexpr Slots kGetterSlots = {
    .repr = getter_repr, .descr_get = getter_get, .descr_set = getter_set};

// --- what a class knows --------------------------------------------------------------------------

Result<Tuple*> fields_of(Interp& in, const Type* cls) {
    const Value fields = KRAIT_TRY(type_lookup(in, cls, "_fields"_sym));
    if (Tuple* names = as_if<Tuple>(fields)) return names;
    return raise(in, kTypeError, "'{}' has no tuple of _fields", cls);
}

// The default of a field; done() if it has none.
Value default_of(Interp& in, const Type* cls, Value name) {
    const Value defaults = KRAIT_TRY(type_lookup(in, cls, "_field_defaults"_sym));
    Dict* dict = is_done(defaults) ? nullptr : as_if<Dict>(defaults);
    return dict ? dict_get(in, dict, name) : done();
}

Result<Tuple*> new_instance_of(Interp& in, const Type* cls, std::span<const Value> items) {
    const usize bytes = sizeof(Tuple) + items.size() * sizeof(Value);
    Tuple* made = KRAIT_TRY(make_instance<Tuple>(in, cls, bytes));
    made->size_ = items.size();
    std::ranges::copy(items, made->begin());
    in.heap().shade_all(made->begin(), made->size());
    return made;
}

// --- construction --------------------------------------------------------------------------------

isize field_index(const Tuple* fields, Value name) {
    for (usize i = 0; i < fields->size(); ++i)
        if ((*fields)[i] == name) return static_cast<isize>(i);
    return -1;
}

// "'x', 'y', and 'z'"
Status append_names(StrBuilder& out, std::span<const Value> names) {
    for (usize i = 0; i < names.size(); ++i) {
        const bool last = i + 1 == names.size();
        if (i > 0) KRAIT_TRY(out.append(names.size() > 2 ? (last ? ", and " : ", ") : " and "));
        KRAIT_TRY(out.append_repr(names[i]));
    }
    return kOk;
}

Status raise_missing(Interp& in, const Type* cls, std::span<const Value> names) {
    StrBuilder list(in);
    KRAIT_TRY(append_names(list, names));
    return raise(in, kTypeError, "{}.__new__() missing {} required positional argument{}: {}", cls,
                 names.size(), names.size() == 1 ? "" : "s", list.view());
}

Status take_keywords(Interp& in, const Type* cls, const Tuple* fields, const CallArgs& args,
                     Tuple* items) {
    for (u32 i = 0; i < args.named; ++i) {
        const isize at = field_index(fields, args.names[i]);
        if (at < 0)
            return raise(in, kTypeError, "{}.__new__() got an unexpected keyword argument {}", cls,
                         args.names[i]);
        if ((*items)[at])
            return raise(in, kTypeError, "{}.__new__() got multiple values for argument {}", cls,
                         args.names[i]);
        in.heap().write(items->items_[at], args.values[args.positional + i]);
    }
    return kOk;
}

// Gives the fields that have no value yet their defaults.
Status take_defaults(Interp& in, const Type* cls, const Tuple* fields, Tuple* items) {
    List* missing = KRAIT_TRY(new_list(in));
    for (usize i = 0; i < items->size(); ++i) {
        if ((*items)[i]) continue;
        const Value value = KRAIT_TRY(default_of(in, cls, (*fields)[i]));
        if (is_done(value))
            KRAIT_TRY(list_append(in, missing, (*fields)[i]));
        else
            in.heap().write(items->items_[i], value);
    }
    return missing->size() ? raise_missing(in, cls, missing->span()) : Status(kOk);
}

Value named_construct(Interp& in, const Type* cls, const CallArgs& args) {
    const Tuple* fields = KRAIT_TRY(fields_of(in, cls));
    const usize count = fields->size();
    if (args.positional == count && !args.named)
        return KRAIT_TRY(new_instance_of(in, cls, {args.values, count}));
    if (args.positional > count)
        return raise(in, kTypeError,
                     "{}.__new__() takes {} positional argument{} but {} were given", cls,
                     count + 1, count == 0 ? "" : "s", args.positional + 1);
    Tuple* items = KRAIT_TRY(new_tuple(in, count));
    for (u32 i = 0; i < args.positional; ++i) in.heap().write(items->items_[i], args.values[i]);
    KRAIT_TRY(take_keywords(in, cls, fields, args, items));
    KRAIT_TRY(take_defaults(in, cls, fields, items));
    return KRAIT_TRY(new_instance_of(in, cls, items->span()));
}

Value named_repr_slot(Interp& in, Value self) {
    if (!in.check_stack()) return {};
    ReprGuard guard(in, self);
    if (guard.is_inner()) return KRAIT_TRY(new_str(in, "(...)"));
    const Tuple* tuple = as<Tuple>(self);
    const Tuple* fields = KRAIT_TRY(fields_of(in, type_of(self)));
    StrBuilder out(in);
    KRAIT_TRY(out.append(type_of(self)->name));
    KRAIT_TRY(out.append("("));
    for (usize i = 0; i < tuple->size() && i < fields->size(); ++i) {
        if (i) KRAIT_TRY(out.append(", "));
        KRAIT_TRY(out.append_str((*fields)[i]));
        KRAIT_TRY(out.append("="));
        KRAIT_TRY(out.append_repr((*tuple)[i]));
    }
    KRAIT_TRY(out.append(")"));
    return KRAIT_TRY(out.finish());
}

constexpr Slots kNamedSlots = {.repr = named_repr_slot, .construct = named_construct};

// --- methods -------------------------------------------------------------------------------------

Value make_from(Interp& in, const Type* cls, Value iterable) {
    const Tuple* fields = KRAIT_TRY(fields_of(in, cls));
    Tuple* items = KRAIT_TRY(tuple_from(in, iterable));
    if (items->size() != fields->size())
        return raise(in, kTypeError, "Expected {} argument{}, got {}", fields->size(),
                     fields->size() == 1 ? "" : "s", items->size());
    return KRAIT_TRY(new_instance_of(in, cls, items->span()));
}

Value method_make(Interp& in, const Type* cls, Value iterable) {
    return make_from(in, cls, iterable);
}

Value method_replace(Interp& in, Of<NamedTuple> receiver, Kwargs changes) {
    const Tuple* self = as<Tuple>(receiver);
    const Tuple* fields = KRAIT_TRY(fields_of(in, self->type()));
    List* items = KRAIT_TRY(new_list(in, self->span()));
    List* unknown = KRAIT_TRY(new_list(in));
    usize position = 0;
    Str* name;
    Value value;
    while (changes.next(position, name, value)) {
        const isize at = field_index(fields, name);
        if (at >= 0 && static_cast<usize>(at) < items->size())
            in.heap().write(items->begin()[at], value);
        else
            KRAIT_TRY(list_append(in, unknown, name));
    }
    if (unknown->size())
        return raise(in, kValueError, "Got unexpected field names: {}", Value(unknown));
    return make_from(in, self->type(), items);
}

Result<Dict*> method_asdict(Interp& in, Of<NamedTuple> receiver) {
    const Tuple* self = as<Tuple>(receiver);
    const Tuple* fields = KRAIT_TRY(fields_of(in, self->type()));
    Dict* dict = KRAIT_TRY(new_dict(in, self->size()));
    for (usize i = 0; i < self->size() && i < fields->size(); ++i)
        KRAIT_TRY(dict_set(in, dict, (*fields)[i], (*self)[i]));
    return dict;
}

Result<Tuple*> method_getnewargs(Interp& in, Of<NamedTuple> receiver) {
    return new_tuple(in, as<Tuple>(receiver)->span());
}

constexpr Row kNamedRows[] = {
    def_class<"_make(cls, iterable, /)", method_make>,
    def<"_replace(self, /, **kwargs)", method_replace>,
    def<"_asdict(self, /)", method_asdict>,
    def<"__getnewargs__(self, /)", method_getnewargs>,
};

// --- namedtuple() --------------------------------------------------------------------------------

constexpr std::string_view kKeywords[] = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};

bool is_keyword(const Str* name) {
    return std::ranges::find(kKeywords, name->view()) != std::end(kKeywords);
}

bool is_identifier(std::string_view text) {
    const char *at = text.data(), *end = at + text.size();
    if (at == end || !unicode::is_identifier_start(utf8::take(at))) return false;
    while (at < end)
        if (!unicode::is_identifier_part(utf8::take(at))) return false;
    return true;
}

// What is wrong with a name, as a message's format; null: nothing.
const char* fault_of(const Str* name) {
    if (!is_identifier(name->view()))
        return "Type names and field names must be valid identifiers: {}";
    if (is_keyword(name)) return "Type names and field names cannot be a keyword: {}";
    return nullptr;
}

// The names as given: a text with commas or spaces between, or an iterable.
Result<List*> split_names(Interp& in, Value given) {
    if (!is<Str>(given)) return list_from(in, given);
    const Value comma[] = {","_sym, " "_sym};
    const Value text = KRAIT_TRY(call_method(in, given, "replace"_sym, comma));
    return list_from(in, KRAIT_TRY(call_method(in, text, "split"_sym)));
}

Result<bool> occurs_before(Interp& in, List* names, usize index) {
    const isize at = KRAIT_TRY(find_item(in, names, names->begin()[index]));
    return static_cast<usize>(at) < index;
}

// Checks (or, with `rename`, mends) the i-th name, and interns it.
Status settle_name(Interp& in, List* names, usize i, bool rename) {
    Str* name = KRAIT_TRY(to_str(in, names->begin()[i]));
    name = KRAIT_TRY(intern(in, name));
    in.heap().write(names->begin()[i], Value(name));
    const char* fault = fault_of(name);
    if (!fault && name->view().starts_with('_'))
        fault = "Field names cannot start with an underscore: {}";
    if (!fault && KRAIT_TRY(occurs_before(in, names, i)))
        fault = "Encountered duplicate field name: {}";
    if (!fault) return kOk;
    if (!rename) return raise(in, kValueError, fault, Value(name));
    name = KRAIT_TRY(format_str(in, "_{}", i));
    in.heap().write(names->begin()[i], Value(KRAIT_TRY(intern(in, name))));
    return kOk;
}

// {name: default} for the last fields.
Result<Dict*> match_defaults(Interp& in, List* names, Value defaults) {
    Dict* matched = KRAIT_TRY(new_dict(in));
    if (is_none(defaults)) return matched;
    Tuple* values = KRAIT_TRY(tuple_from(in, defaults));
    if (values->size() > names->size())
        return raise(in, kTypeError, "Got more default values than field names");
    const usize skipped = names->size() - values->size();
    for (usize i = 0; i < values->size(); ++i)
        KRAIT_TRY(dict_set(in, matched, names->begin()[skipped + i], (*values)[i]));
    return matched;
}

// "Point(x, y)"
Result<Str*> describe(Interp& in, Str* type_name, List* names) {
    StrBuilder out(in);
    KRAIT_TRY(out.append(type_name));
    KRAIT_TRY(out.append("("));
    for (usize i = 0; i < names->size(); ++i) {
        if (i) KRAIT_TRY(out.append(", "));
        KRAIT_TRY(out.append_str(names->begin()[i]));
    }
    KRAIT_TRY(out.append(")"));
    return out.finish();
}

// The attributes of the class.
Result<Dict*> make_namespace(Interp& in, Str* type_name, List* names, Value defaults) {
    Dict* ns = KRAIT_TRY(new_dict(in));
    Tuple* fields = KRAIT_TRY(new_tuple(in, names->span()));
    KRAIT_TRY(dict_set(in, ns, "__doc__"_sym, KRAIT_TRY(describe(in, type_name, names))));
    KRAIT_TRY(dict_set(in, ns, "__slots__"_sym, empty_tuple()));
    KRAIT_TRY(dict_set(in, ns, "_fields"_sym, fields));
    KRAIT_TRY(dict_set(in, ns, "__match_args__"_sym, fields));
    KRAIT_TRY(
        dict_set(in, ns, "_field_defaults"_sym, KRAIT_TRY(match_defaults(in, names, defaults))));
    for (usize i = 0; i < names->size(); ++i) {
        FieldGetter* getter = KRAIT_TRY(in.make<FieldGetter>());
        getter->index = static_cast<isize>(i);
        KRAIT_TRY(dict_set(in, ns, names->begin()[i], getter));
    }
    return ns;
}

}  // namespace

Value make_namedtuple(Interp& in, Value given_name, Value field_names, bool rename, Value defaults,
                      Value module) {
    Str* type_name = KRAIT_TRY(intern(in, KRAIT_TRY(to_str(in, given_name))));
    if (const char* fault = fault_of(type_name))
        return raise(in, kValueError, fault, Value(type_name));
    List* names = KRAIT_TRY(split_names(in, field_names));
    for (usize i = 0; i < names->size(); ++i) KRAIT_TRY(settle_name(in, names, i, rename));
    Dict* ns = KRAIT_TRY(make_namespace(in, type_name, names, defaults));
    if (!is_none(module)) KRAIT_TRY(dict_set(in, ns, "__module__"_sym, module));
    const Value base[] = {Value(&NamedTuple::kType)};
    Tuple* bases = KRAIT_TRY(new_tuple(in, base));
    return KRAIT_TRY(new_class(in, &Type::kType, type_name, bases, ns));
}

constinit const BuiltinType FieldGetter::kType{{.name = "_tuplegetter"_sym,
                                                .slots = &kGetterSlots,
                                                .flags = kFinal | kAbstractBase | kDataDescriptor,
                                                .size = sizeof(FieldGetter)}};
constinit const BuiltinType NamedTuple::kType{{.name = "namedtuple"_sym,
                                               .base = &Tuple::kType,
                                               .slots = &kNamedSlots,
                                               .rows = kNamedRows,
                                               .flags = kSequencePattern,
                                               .size = sizeof(Tuple),
                                               .layout = &Tuple::kType}};

}  // namespace krait
