#include "objects/percent_format.hpp"

#include "base/utf8.hpp"
#include "core/special.hpp"
#include "objects/bytes_like.hpp"
#include "objects/int.hpp"
#include "objects/number_format.hpp"

namespace krait {
namespace {

// One use of the operator.
struct Percent {
    Interp& in;
    std::string_view format;
    bool is_bytes;
    Value values;
    StrBuilder out;  // of bytes, too

    const char* at = format.data();
    const char* const end = at + format.size();
    const Tuple* tuple = as_if<Tuple>(values);
    usize used = 0;    // values of the tuple, or 1 if the only value was used
    Value keyed = {};  // what %(key) found; the next conversion takes it

    Status run();
    Status conversion();
    Status take_key();
    Status take_flags(PercentSpec& spec);
    Status take_number(isize& number, std::string_view what);
    Value next_value();
    bool is_mapping() const;
    Status append(const PercentSpec& spec, Value v);
    Status append_int(const PercentSpec& spec, Value v);
    Status append_float(const PercentSpec& spec, Value v);
    Status append_character(const PercentSpec& spec, Value v);
    Status append_object(const PercentSpec& spec, Value v);
    Status append_padded(const PercentSpec& spec, std::string_view text);
    Value integer(const PercentSpec& spec, Value v);
    Raised unsupported() const;
};

// --- the specification ---------------------------------------------------------------------------

bool Percent::is_mapping() const {
    const bool is_text = is<Str>(values) || (is_bytes && is<BytesObject>(values));
    return !tuple && !is_text && has_special(type_of(values), "__getitem__"_sym);
}

Value Percent::next_value() {
    if (keyed) return std::exchange(keyed, Value());
    if (tuple && used < tuple->size()) return (*tuple)[used++];
    if (!tuple && used++ == 0) return values;
    return raise(in, kTypeError, "not enough arguments for format string");
}

// What stands in the parentheses; they may be nested.
Status Percent::take_key() {
    if (!is_mapping()) return raise(in, kTypeError, "format requires a mapping");
    const char* const start = ++at;
    for (int open = 1; at < end; ++at) {
        if (*at == '(') ++open;
        if (*at == ')' && --open == 0) break;
    }
    if (at == end) return raise(in, kValueError, "incomplete format key");
    const std::string_view name(start, static_cast<usize>(at++ - start));
    const Value key = is_bytes ? new_bytes(in, as_bytes(name)) : Value(new_str(in, name).take());
    if (!key) return {};
    keyed = KRAIT_TRY(get_item(in, values, key));
    used = 1;  // a plain conversion behind it finds no value
    return kOk;
}

// Digits, or a star that takes a value, which may be negative; leaves `number` if neither is there.
Status Percent::take_number(isize& number, std::string_view what) {
    if (at < end && *at == '*') {
        ++at;
        const Value value = KRAIT_TRY(next_value());
        if (!is_int(value)) return raise(in, kTypeError, "* wants int");
        number = KRAIT_TRY(to_index(in, value));
        return kOk;
    }
    for (; at < end && *at >= '0' && *at <= '9'; ++at) {
        number = std::max<isize>(number, 0) * 10 + (*at - '0');
        if (number > std::numeric_limits<i32>::max())
            return raise(in, kValueError, "{} too big", what);
    }
    return kOk;
}

Status Percent::take_flags(PercentSpec& spec) {
    for (; at < end; ++at) {
        switch (*at) {
            case '-': spec.left = true; break;
            case '+': spec.plus = true; break;
            case ' ': spec.space = true; break;
            case '#': spec.alternate = true; break;
            case '0': spec.zero = true; break;
            default: return kOk;
        }
    }
    return kOk;
}

Raised Percent::unsupported() const {
    const usize index = is_bytes
                            ? static_cast<usize>(at - format.data())
                            : utf8::count({format.data(), static_cast<usize>(at - format.data())});
    const u32 c = is_bytes ? static_cast<u8>(*at) : utf8::decode(at);
    char shown[] = {c > 31 && c < 128 ? *at : '?', '\0'};
    StrBuilder hex(in);
    if (!hex.append_unsigned(c, 16)) return {};
    return raise(in, kValueError, "unsupported format character '{}' (0x{}) at index {}", shown,
                 hex.view(), index);
}

// From behind the % on.
Status Percent::conversion() {
    PercentSpec spec;
    if (at < end && *at == '(') KRAIT_TRY(take_key());
    KRAIT_TRY(take_flags(spec));
    isize width = 0;
    KRAIT_TRY(take_number(width, "width"));
    spec.left |= width < 0;
    spec.width = width < 0 ? -width : width;
    if (at < end && *at == '.') {
        ++at;
        isize precision = 0;
        KRAIT_TRY(take_number(precision, "precision"));
        spec.precision = std::max<isize>(precision, 0);
    }
    if (at < end && (*at == 'h' || *at == 'l' || *at == 'L')) ++at;
    if (at == end) return raise(in, kValueError, "incomplete format");
    spec.type = *at;
    if (spec.type == '%') {
        ++at;
        return out.append("%");
    }
    if (std::string_view("diuoxXeEfFgGcrsab").find(spec.type) == std::string_view::npos ||
        (spec.type == 'b' && !is_bytes))
        return unsupported();
    const Value value = KRAIT_TRY(next_value());
    ++at;
    return append(spec, value);
}

// --- output --------------------------------------------------------------------------------------

Status Percent::append_padded(const PercentSpec& spec, std::string_view text) {
    const usize size = is_bytes ? text.size() : utf8::count(text);
    const usize width = spec.width < 0 ? 0 : static_cast<usize>(spec.width);
    const usize missing = width > size ? width - size : 0;
    if (!spec.left) KRAIT_TRY(out.append_repeated(" ", missing));
    KRAIT_TRY(out.append(text));
    return spec.left ? out.append_repeated(" ", missing) : kOk;
}

Value Percent::integer(const PercentSpec& spec, Value v) {
    if (is_int(v)) return v;
    const bool decimal = spec.type == 'd' || spec.type == 'i' || spec.type == 'u';
    if (decimal && is_float(v)) return int_from_float(in, float_of(v));
    Value whole = KRAIT_TRY(call_special(in, v, "__index__"_sym));
    if (is_done(whole) && decimal) whole = KRAIT_TRY(call_special(in, v, "__int__"_sym));
    if (is_int(whole)) return whole;
    const char letter[] = {spec.type, '\0'};
    return raise(in, kTypeError, "%{} format: {} is required, not {}", letter,
                 decimal ? "a real number" : "an integer", TextArg::type_name(v));
}

Status Percent::append_int(const PercentSpec& spec, Value v) {
    return append_percent_int(in, out, KRAIT_TRY(integer(spec, v)), spec);
}

Status Percent::append_float(const PercentSpec& spec, Value v) {
    Float number;
    if (is_bytes && !is_float(v) && !has_special(type_of(v), "__float__"_sym) &&
        !has_special(type_of(v), "__index__"_sym))
        return raise(in, kTypeError, "float argument required, not {}", TextArg::type_name(v));
    KRAIT_TRY(to_float(in, v, number));
    return append_percent_float(in, out, number, spec);
}

Status Percent::append_character(const PercentSpec& spec, Value v) {
    const char* const wanted = is_bytes ? "%c requires an integer in range(256) or a single byte"
                                        : "%c requires int or char";
    if (is_bytes && (is<BytesObject>(v) || is<BytearrayObject>(v))) {
        if (bytes_of(v).size() != 1) return raise(in, kTypeError, wanted);
        return append_padded(spec, as_text(bytes_of(v)));
    }
    if (const Str* text = as_if<Str>(v); text && !is_bytes) {
        if (str_length(text) != 1) return raise(in, kTypeError, wanted);
        return append_padded(spec, text->view());
    }
    if (!is_int(v) && is_done(find_special(type_of(v), "__index__"_sym)))
        return raise(in, kTypeError, wanted);
    const Value whole = KRAIT_TRY(to_int_object(in, v));
    i64 c = -1;
    if (!int_to_i64(in, whole, c)) in.set_pending({});
    const i64 limit = is_bytes ? 256 : 0x110000;
    if (c < 0 || c >= limit)
        return raise(in, kOverflowError, "%c arg not in range({})", is_bytes ? "256" : "0x110000");
    char encoded[utf8::kMaxSize] = {static_cast<char>(c)};
    const usize size = is_bytes ? 1 : utf8::encode(static_cast<u32>(c), encoded);
    return append_padded(spec, {encoded, size});
}

// The bytes that %s and %b of bytes take.
Status bytes_operand(Interp& in, char type, Value v, HeldBuffer& held) {
    if (!find_slot<&Slots::get_buffer>(type_of(v))) {
        Value converted = KRAIT_TRY(call_special(in, v, "__bytes__"_sym));
        // MicroPython's %s takes any object, and its drivers rely on it: b"%s: %s" % ("Age", 5).
        if (is_done(converted) && type == 's')
            converted = new_bytes(in, KRAIT_TRY(to_str(in, v))->bytes());
        if (!converted) return {};
        if (!is<BytesObject>(converted))
            return raise(in, kTypeError,
                         "%b requires a bytes-like object, or an object that implements __bytes__, "
                         "not '{}'",
                         TextArg::type_name(v));
        v = converted;
    }
    return get_buffer(in, v, held);
}

// %s, %r, %a, %b
Status Percent::append_object(const PercentSpec& spec, Value v) {
    HeldBuffer held;
    std::string_view text;
    Str* shown = nullptr;
    if (is_bytes && (spec.type == 's' || spec.type == 'b')) {
        KRAIT_TRY(bytes_operand(in, spec.type, v, held));
        text = as_text(held.bytes());
    } else {
        shown = KRAIT_TRY(spec.type == 's'                ? to_str(in, v)
                          : spec.type == 'r' && !is_bytes ? repr(in, v)
                                                          : ascii(in, v));
        text = shown->view();
    }
    if (spec.precision >= 0) {
        const usize most = static_cast<usize>(spec.precision);
        text = text.substr(0, is_bytes ? most : utf8::offset_of(text, most));
    }
    return append_padded(spec, text);
}

Status Percent::append(const PercentSpec& spec, Value v) {
    switch (spec.type) {
        case 'd':
        case 'i':
        case 'u':
        case 'o':
        case 'x':
        case 'X': return append_int(spec, v);
        case 'c': return append_character(spec, v);
        case 's':
        case 'r':
        case 'a':
        case 'b': return append_object(spec, v);
        default: return append_float(spec, v);
    }
}

Status Percent::run() {
    while (at < end) {
        const std::string_view rest(at, static_cast<usize>(end - at));
        const usize plain = std::min(rest.find('%'), rest.size());
        KRAIT_TRY(out.append(rest.substr(0, plain)));
        at += plain;
        if (at == end) break;
        ++at;
        KRAIT_TRY(conversion());
    }
    const bool all_used = tuple ? used == tuple->size() : used > 0 || is_mapping();
    if (all_used) return kOk;
    return raise(in, kTypeError, "not all arguments converted during {} formatting",
                 is_bytes ? "bytes" : "string");
}

}  // namespace

Value percent_str(Interp& in, std::string_view format, Value values) {
    Percent percent{in, format, false, values, StrBuilder(in)};
    KRAIT_TRY(percent.run());
    return percent.out.finish().take();
}

Value percent_bytes(Interp& in, Bytes format, Value values) {
    Percent percent{in, as_text(format), true, values, StrBuilder(in)};
    KRAIT_TRY(percent.run());
    return new_bytes(in, as_bytes(percent.out.view()));
}

}  // namespace krait
