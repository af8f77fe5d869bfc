// JSONEncoder and JSONDecoder: the classes behind dumps(cls=) and loads(cls=), for subclasses that
// override default(), encode() or decode().
#include "base/utf8.hpp"
#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "modules/json/json.hpp"
#include "objects/codec.hpp"

namespace krait::json {

namespace {

// --- JSONEncoder ---------------------------------------------------------------------------------

Value encoder_construct(Interp& in, const Type* cls, const CallArgs&) {
    JsonEncoder* e = KRAIT_TRY(make_instance<JsonEncoder>(in, cls));
    e->indent = e->separators = e->fallback = none();
    e->ensure_ascii = e->check_circular = e->allow_nan = true;
    return e;
}

Status encoder_init(Interp& in, Value self, const CallArgs& args) {
    JsonEncoder* e = as<JsonEncoder>(self);
    Value indent, separators, fallback;
    KRAIT_TRY((parse_args<"(*, skipkeys=False, ensure_ascii=True, check_circular=True, "
                          "allow_nan=True, sort_keys=False, indent=None, separators=None, "
                          "default=None)">(in, "JSONEncoder"_sym, args, e->skip_keys,
                                           e->ensure_ascii, e->check_circular, e->allow_nan,
                                           e->sort_keys, indent, separators, fallback)));
    in.heap().write(e->indent, indent);
    in.heap().write(e->separators, separators);
    in.heap().write(e->fallback, fallback);
    return kOk;
}

void encoder_trace(Object* self, Marker& m) {
    auto* e = static_cast<JsonEncoder*>(self);
    m.value(e->indent);
    m.value(e->separators);
    m.value(e->fallback);
}

constexpr Slots kEncoderSlots = {
    .construct = encoder_construct, .init = encoder_init, .trace = encoder_trace};

Value encoder_default(Interp& in, JsonEncoder* self, Value o) {
    if (!is_none(self->fallback)) return call(in, self->fallback, o);
    return raise(in, kTypeError, "Object of type {} is not JSON serializable",
                 TextArg::type_name(o));
}

Result<Str*> encoder_encode(Interp& in, JsonEncoder* self, Value o) {
    const Value fallback = KRAIT_TRY(get_attr(in, self, "default"_sym));
    const WriteSettings settings{self->indent,    self->separators,   fallback,
                                 self->skip_keys, self->ensure_ascii, self->check_circular,
                                 self->allow_nan, self->sort_keys};
    EncodeOptions options;
    Value keep;
    KRAIT_TRY(make_options(in, settings, options, keep));
    StrBuilder out(in);
    KRAIT_TRY(encode(in, options, o, out));
    return out.finish();
}

Value encoder_iterencode(Interp& in, JsonEncoder* self, Value o) {
    const Value text = KRAIT_TRY(call_method(in, self, "encode"_sym, {&o, 1}));
    Tuple* chunks = KRAIT_TRY(new_tuple(in, {&text, 1}));
    return iterate(in, chunks);
}

constexpr Row kEncoderRows[] = {
    def<"default(self, o)", encoder_default>,
    def<"encode(self, o)", encoder_encode>,
    def<"iterencode(self, o)", encoder_iterencode>,
};

// --- JSONDecoder ---------------------------------------------------------------------------------

Value decoder_construct(Interp& in, const Type* cls, const CallArgs&) {
    JsonDecoder* d = KRAIT_TRY(make_instance<JsonDecoder>(in, cls));
    d->object_hook = d->object_pairs_hook = none();
    d->parse_float = d->parse_int = d->parse_constant = none();
    d->strict = true;
    return d;
}

Status decoder_init(Interp& in, Value self, const CallArgs& args) {
    JsonDecoder* d = as<JsonDecoder>(self);
    Value object_hook, parse_float, parse_int, parse_constant, object_pairs_hook;
    KRAIT_TRY((parse_args<"(*, object_hook=None, parse_float=None, parse_int=None, "
                          "parse_constant=None, strict=True, object_pairs_hook=None)">(
        in, "JSONDecoder"_sym, args, object_hook, parse_float, parse_int, parse_constant, d->strict,
        object_pairs_hook)));
    in.heap().write(d->object_hook, object_hook);
    in.heap().write(d->object_pairs_hook, object_pairs_hook);
    in.heap().write(d->parse_float, parse_float);
    in.heap().write(d->parse_int, parse_int);
    in.heap().write(d->parse_constant, parse_constant);
    return kOk;
}

void decoder_trace(Object* self, Marker& m) {
    auto* d = static_cast<JsonDecoder*>(self);
    m.value(d->object_hook);
    m.value(d->object_pairs_hook);
    m.value(d->parse_float);
    m.value(d->parse_int);
    m.value(d->parse_constant);
}

constexpr Slots kDecoderSlots = {
    .construct = decoder_construct, .init = decoder_init, .trace = decoder_trace};

DecodeOptions options_of(const JsonDecoder* d) {
    return {d->object_hook, d->object_pairs_hook, d->parse_float,
            d->parse_int,   d->parse_constant,    d->strict};
}

Value decoder_decode(Interp& in, JsonDecoder* self, Str* s) {
    return decode(in, options_of(self), s);
}

Value decoder_raw_decode(Interp& in, JsonDecoder* self, Str* s, isize idx) {
    if (idx < 0) return raise(in, kValueError, "idx cannot be negative");
    usize at = str_offset(s, static_cast<usize>(idx));
    const Value v = KRAIT_TRY(decode_prefix(in, options_of(self), s, at));
    const auto end = static_cast<i64>(utf8::count({s->data(), at}));
    const Value both[] = {v, KRAIT_TRY(new_int(in, end))};
    return KRAIT_TRY(new_tuple(in, both));
}

constexpr Row kDecoderRows[] = {
    def<"decode(self, s)", decoder_decode>,
    def<"raw_decode(self, s, idx=0)", decoder_raw_decode>,
};

}  // namespace

constinit const BuiltinType JsonEncoder::kType{{.name = "JSONEncoder"_sym,
                                                .slots = &kEncoderSlots,
                                                .rows = kEncoderRows,
                                                .size = sizeof(JsonEncoder)}};
constinit const BuiltinType JsonDecoder::kType{{.name = "JSONDecoder"_sym,
                                                .slots = &kDecoderSlots,
                                                .rows = kDecoderRows,
                                                .size = sizeof(JsonDecoder)}};

// Fills in the texts between items and keys: `indent` is None, a text or a number of spaces;
// `separators` None or a pair of texts.
Status make_options(Interp& in, const WriteSettings& settings, EncodeOptions& options,
                    Value& keep) {
    options.skip_keys = settings.skip_keys;
    options.ensure_ascii = settings.ensure_ascii;
    options.check_circular = settings.check_circular;
    options.allow_nan = settings.allow_nan;
    options.sort_keys = settings.sort_keys;
    options.fallback = settings.fallback;
    options.strict = in.config().strict;
    Str* indent = as_if<Str>(settings.indent);
    if (!is_none(settings.indent)) {
        if (!indent) {
            const isize width = KRAIT_TRY(to_index(in, settings.indent));
            indent = KRAIT_TRY(str_repeat(in, char_str(' '), width));
        }
        options.indented = true;
        options.indent = indent->view();
        options.item_separator = ",";
    }
    keep = Value(indent);
    if (is_none(settings.separators)) return kOk;
    Tuple* pair = KRAIT_TRY(tuple_from(in, settings.separators));
    if (pair->size() != 2)
        return raise(in, kValueError, "separators must be a pair, not {} items", pair->size());
    if (!is<Str>((*pair)[0]) || !is<Str>((*pair)[1]))
        return raise(in, kTypeError, "separators must be a pair of str");
    options.item_separator = as<Str>((*pair)[0])->view();
    options.key_separator = as<Str>((*pair)[1])->view();
    const Value both[] = {Value(pair), keep ? keep : none()};
    keep = Value(KRAIT_TRY(new_tuple(in, both)));
    return kOk;
}

Result<Str*> document_text(Interp& in, Value v) {
    if (Str* text = as_if<Str>(v)) return text;
    if (!find_slot<&Slots::get_buffer>(type_of(v)))
        return raise(in, kTypeError, "the JSON object must be str, bytes or bytearray, not {}",
                     TextArg::type_name(v));
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, v, held));
    Bytes bytes = held.bytes();
    if (bytes.size() >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
        bytes = bytes.subspan(3);
    return decode_text(in, bytes, nullptr, nullptr);
}

}  // namespace krait::json
