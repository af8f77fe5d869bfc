// The module json.
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "modules/json/json.hpp"

namespace krait {

namespace {

using json::DecodeOptions;
using json::EncodeOptions;
using json::WriteSettings;

// Calls cls(**named, **others).method(argument), as is done when `cls` is given.
Value call_coder(Interp& in, Value cls, std::span<const Row> named, const Kwargs& others,
                 const Str* method, Value argument) {
    List *names = KRAIT_TRY(new_list(in)), *values = KRAIT_TRY(new_list(in));
    for (const Row& row : named) {
        KRAIT_TRY(list_append(in, names, Value(row.name)));
        KRAIT_TRY(list_append(in, values, row.value));
    }
    usize position = 0;
    Str* name;
    Value value;
    while (others.next(position, name, value)) {
        KRAIT_TRY(list_append(in, names, Value(name)));
        KRAIT_TRY(list_append(in, values, value));
    }
    const u32 count = static_cast<u32>(names->size());
    const Value coder =
        KRAIT_TRY(call(in, cls, CallArgs{values->begin(), 0, count, names->begin()}));
    return call_method(in, coder, method, {&argument, 1});
}

Value dump_with(Interp& in, Value cls, const WriteSettings& s, const Kwargs& others, Value object) {
    const Row named[] = {
        {"skipkeys"_sym, from_bool(s.skip_keys)},
        {"ensure_ascii"_sym, from_bool(s.ensure_ascii)},
        {"check_circular"_sym, from_bool(s.check_circular)},
        {"allow_nan"_sym, from_bool(s.allow_nan)},
        {"indent"_sym, s.indent},
        {"separators"_sym, s.separators},
        {"default"_sym, s.fallback},
        {"sort_keys"_sym, from_bool(s.sort_keys)},
    };
    return call_coder(in, cls, named, others, "encode"_sym, object);
}

Status refuse_keywords(Interp& in, const Kwargs& others) {
    usize position = 0;
    Str* name;
    Value value;
    if (!others.next(position, name, value)) return kOk;
    return raise(in, kTypeError, "an unexpected keyword argument '{}'", name);
}

// Appends the text to `out`, or in part to the stream.
Status write(Interp& in, const WriteSettings& settings, Value object, StrBuilder& out,
             Value stream = {}) {
    EncodeOptions options;
    Value keep;
    KRAIT_TRY(json::make_options(in, settings, options, keep));
    return json::encode(in, options, object, out, stream);
}

Value json_dumps(Interp& in, Value obj, Value separators, bool skipkeys, bool ensure_ascii,
                 bool check_circular, bool allow_nan, Value cls, Value indent, Value fallback,
                 bool sort_keys, Kwargs others) {
    const WriteSettings settings{indent,       separators,     fallback,  skipkeys,
                                 ensure_ascii, check_circular, allow_nan, sort_keys};
    if (!is_none(cls)) return dump_with(in, cls, settings, others, obj);
    KRAIT_TRY(refuse_keywords(in, others));
    StrBuilder out(in);
    KRAIT_TRY(write(in, settings, obj, out));
    return KRAIT_TRY(out.finish());
}

Status json_dump(Interp& in, Value obj, Value fp, Value separators, bool skipkeys,
                 bool ensure_ascii, bool check_circular, bool allow_nan, Value cls, Value indent,
                 Value fallback, bool sort_keys, Kwargs others) {
    const WriteSettings settings{indent,       separators,     fallback,  skipkeys,
                                 ensure_ascii, check_circular, allow_nan, sort_keys};
    Value rest;
    if (!is_none(cls)) {
        rest = KRAIT_TRY(dump_with(in, cls, settings, others, obj));
    } else {
        KRAIT_TRY(refuse_keywords(in, others));
        StrBuilder out(in);
        KRAIT_TRY(write(in, settings, obj, out, fp));
        rest = KRAIT_TRY(out.finish());
    }
    KRAIT_TRY(call_method(in, fp, "write"_sym, {&rest, 1}));
    return kOk;
}

Value json_loads(Interp& in, Value s, Value cls, Value object_hook, Value parse_float,
                 Value parse_int, Value parse_constant, Value object_pairs_hook, bool strict,
                 Kwargs others) {
    Str* text = KRAIT_TRY(json::document_text(in, s));
    if (is_none(cls)) {
        KRAIT_TRY(refuse_keywords(in, others));
        const DecodeOptions options{object_hook, object_pairs_hook, parse_float,
                                    parse_int,   parse_constant,    strict};
        return json::decode(in, options, text);
    }
    const Row named[] = {
        {"object_hook"_sym, object_hook},  {"parse_float"_sym, parse_float},
        {"parse_int"_sym, parse_int},      {"parse_constant"_sym, parse_constant},
        {"strict"_sym, from_bool(strict)}, {"object_pairs_hook"_sym, object_pairs_hook},
    };
    return call_coder(in, cls, named, others, "decode"_sym, Value(text));
}

Value json_load(Interp& in, Value fp, Value cls, Value object_hook, Value parse_float,
                Value parse_int, Value parse_constant, Value object_pairs_hook, bool strict,
                Kwargs others) {
    const Value text = KRAIT_TRY(call_method(in, fp, "read"_sym));
    return json_loads(in, text, cls, object_hook, parse_float, parse_int, parse_constant,
                      object_pairs_hook, strict, others);
}

// Differs: `separators` may come by position, as in MicroPython.
constexpr Row kRows[] = {
    def<"dumps(obj, separators=None, *, skipkeys=False, ensure_ascii=True, check_circular=True, "
        "allow_nan=True, cls=None, indent=None, default=None, sort_keys=False, **kw)",
        json_dumps>,
    def<"dump(obj, fp, separators=None, *, skipkeys=False, ensure_ascii=True, "
        "check_circular=True, allow_nan=True, cls=None, indent=None, default=None, "
        "sort_keys=False, **kw)",
        json_dump>,
    def<"loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, "
        "parse_constant=None, object_pairs_hook=None, strict=True, **kw)",
        json_loads>,
    def<"load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, "
        "parse_constant=None, object_pairs_hook=None, strict=True, **kw)",
        json_load>,
    constant<"JSONDecodeError">(&json::DecodeError::kType),
    constant<"JSONDecoder">(&json::JsonDecoder::kType),
    constant<"JSONEncoder">(&json::JsonEncoder::kType),
};

}  // namespace

extern constinit const ModuleDef kJsonModule{.name = "json"_sym, .rows = kRows};

}  // namespace krait
