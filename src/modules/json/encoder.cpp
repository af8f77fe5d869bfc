// Python objects to JSON text.
//
// Containers recurse on the C stack, which is checked; each level knows the one around it, so a
// container that contains itself is found without a table: all ancestors are compared down to a
// depth of 64, and deeper, where a cycle comes by again and again, only at powers of two.
#include "base/float_text.hpp"
#include "base/utf8.hpp"
#include "core/interp.hpp"
#include "modules/json/json.hpp"
#include "objects/bytes.hpp"
#include "objects/codec.hpp"
#include "objects/iteration.hpp"

namespace krait::json {

namespace {

constexpr usize kFlushAt = 512;

struct Level {
    const Level* outer;
    Value container;
    usize depth;   // levels around it and itself
    usize indent;  // the same, without objects that default() stood in for
};

class Encoder {
  public:
    Encoder(Interp& in, const EncodeOptions& options, StrBuilder& out, Value stream)
        : in_(in), options_(options), out_(out), stream_(stream) {}

    Status write(Value v, const Level* outer);
    Status flush();

  private:
    Status container(Value v, const Level* outer);
    Status items(Value sequence, const Level& level);
    Status pairs(Value dict, const Level& level);
    Status sorted_pairs(Dict* dict, bool& first, const Level& level);
    Status pair(Value key, Value item, bool& first, const Level& level);
    Value key_text(Value key);
    Result<bool> scalar(Value v);
    Status number(Float f);
    Status other(Value v, const Level* outer);
    Status unknown(Value v);
    Status separate(bool& first, const Level& level);
    Status new_line(usize indent);
    Status check_cycle(const Level& level);

    Interp& in_;
    const EncodeOptions& options_;
    StrBuilder& out_;
    Value stream_;
};

bool is_sequence(Value v) { return is<List>(v) || is<Tuple>(v); }

bool is_bytes(Value v) { return is<BytesObject>(v) || is<BytearrayObject>(v); }

// Bytes as the text that they are.
Value bytes_text(Interp& in, Value v) {
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, v, held));
    return Value(decode_text(in, held.bytes(), nullptr, "replace"_sym).take());
}

// The item, or empty where the sequence ends; a list may change meanwhile.
Value item_at(Value sequence, usize i) {
    if (List* list = as_if<List>(sequence))
        return i < list->size() ? list->items_->items[i] : Value();
    Tuple* tuple = as<Tuple>(sequence);
    return i < tuple->size() ? (*tuple)[i] : Value();
}

Status Encoder::write(Value v, const Level* outer) {
    if (KRAIT_TRY(scalar(v))) return kOk;
    if (!in_.check_stack()) return {};
    if (is_sequence(v) || is<Dict>(v)) return container(v, outer);
    return other(v, outer);
}

// Writes strings, numbers and constants; false: it is something else.
Result<bool> Encoder::scalar(Value v) {
    if (v.is_int()) {
        KRAIT_TRY(out_.append_int(v.as_int()));
    } else if (v.is_inline_float()) {
        KRAIT_TRY(number(v.as_inline_float()));
    } else if (const Str* text = as_if<Str>(v)) {
        KRAIT_TRY(encode_text(out_, text, options_.ensure_ascii));
    } else if (is_none(v)) {
        KRAIT_TRY(out_.append("null"));
    } else if (is_bool(v)) {
        KRAIT_TRY(out_.append(v == true_() ? "true" : "false"));
    } else if (is_int(v)) {  // a large one, or of a subclass, whose own repr does not count
        const Value plain = KRAIT_TRY(call(in_, Value(&IntType::kType), v));
        KRAIT_TRY(out_.append_repr(plain));
    } else if (is_float(v)) {
        KRAIT_TRY(number(float_of(v)));
    } else {
        return false;
    }
    return true;
}

Status Encoder::number(Float f) {
    char text[kFloatReprSize];
    const usize size = float_repr(f, text);
    if (f - f == 0) return out_.append({text, size});
    if (!options_.allow_nan)
        return raise(in_, kValueError, "Out of range float values are not JSON compliant: {}",
                     std::string_view(text, size));
    return out_.append(f != f ? "NaN" : f > 0 ? "Infinity" : "-Infinity");
}

Status Encoder::container(Value v, const Level* outer) {
    const Level level{outer, v, outer ? outer->depth + 1 : 1, outer ? outer->indent + 1 : 1};
    if (options_.check_circular) KRAIT_TRY(check_cycle(level));
    return is_sequence(v) ? items(v, level) : pairs(v, level);
}

Status Encoder::check_cycle(const Level& level) {
    if (level.depth > 64 && (level.depth & (level.depth - 1)) != 0) return kOk;
    for (const Level* l = level.outer; l; l = l->outer)
        if (l->container == level.container)
            return raise(in_, kValueError, "Circular reference detected");
    return kOk;
}

Status Encoder::items(Value sequence, const Level& level) {
    KRAIT_TRY(out_.append("["));
    bool first = true;
    for (usize i = 0;; ++i) {
        const Value item = item_at(sequence, i);
        if (!item) break;
        KRAIT_TRY(separate(first, level));
        KRAIT_TRY(write(item, &level));
        KRAIT_TRY(flush());
    }
    if (!first) KRAIT_TRY(new_line(level.indent - 1));
    return out_.append("]");
}

Status Encoder::pairs(Value v, const Level& level) {
    Dict* dict = as<Dict>(v);
    if (dict->size() == 0) return out_.append("{}");
    KRAIT_TRY(out_.append("{"));
    bool first = true;
    if (options_.sort_keys) {
        KRAIT_TRY(sorted_pairs(dict, first, level));
    } else {
        usize position = 0;
        Value key, item;
        while (dict_next(dict, position, key, item)) KRAIT_TRY(pair(key, item, first, level));
    }
    if (!first) KRAIT_TRY(new_line(level.indent - 1));
    return out_.append("}");
}

Status Encoder::sorted_pairs(Dict* dict, bool& first, const Level& level) {
    List* keys = KRAIT_TRY(sorted(in_, Value(dict), none(), false));
    for (usize i = 0; i < keys->size(); ++i) {
        const Value key = keys->items_->items[i];
        const Value item = KRAIT_TRY(dict_get(in_, dict, key));
        if (!is_done(item)) KRAIT_TRY(pair(key, item, first, level));
    }
    return kOk;
}

Status Encoder::pair(Value key, Value item, bool& first, const Level& level) {
    if (!is<Str>(key)) key = KRAIT_TRY(key_text(key));
    if (is_done(key)) return kOk;
    KRAIT_TRY(separate(first, level));
    KRAIT_TRY(encode_text(out_, as<Str>(key), options_.ensure_ascii));
    KRAIT_TRY(out_.append(options_.key_separator));
    KRAIT_TRY(write(item, &level));
    return flush();
}

// The text that stands for a key that is no string; done(): leave the pair out.
Value Encoder::key_text(Value key) {
    StrBuilder text(in_);
    Encoder writer(in_, options_, text, {});
    if (KRAIT_TRY(writer.scalar(key))) return KRAIT_TRY(text.finish());
    if (options_.skip_keys) return done();
    if (options_.strict)
        return raise(in_, kTypeError, "keys must be str, int, float, bool or None, not {}",
                     TextArg::type_name(key));
    if (is_bytes(key)) return bytes_text(in_, key);
    KRAIT_TRY(writer.write(key, nullptr));
    return KRAIT_TRY(text.finish());
}

// What JSON has no form for.
Status Encoder::other(Value v, const Level* outer) {
    if (is_none(options_.fallback)) return unknown(v);
    const Level level{outer, v, outer ? outer->depth + 1 : 1, outer ? outer->indent : 0};
    if (options_.check_circular) KRAIT_TRY(check_cycle(level));
    const Value stand_in = KRAIT_TRY(call(in_, options_.fallback, v));
    return write(stand_in, &level);
}

// Differs: bytes are written as the text that they are, anything else as its str (see json.hpp).
Status Encoder::unknown(Value v) {
    if (options_.strict)
        return raise(in_, kTypeError, "Object of type {} is not JSON serializable",
                     TextArg::type_name(v));
    if (!is_bytes(v)) return out_.append_str(v);
    const Value text = KRAIT_TRY(bytes_text(in_, v));
    return encode_text(out_, as<Str>(text), options_.ensure_ascii);
}

Status Encoder::separate(bool& first, const Level& level) {
    if (!first) KRAIT_TRY(out_.append(options_.item_separator));
    first = false;
    return new_line(level.indent);
}

Status Encoder::new_line(usize indent) {
    if (!options_.indented) return kOk;
    KRAIT_TRY(out_.append("\n"));
    return out_.append_repeated(options_.indent, indent);
}

Status Encoder::flush() {
    if (!stream_ || out_.size() < kFlushAt) return kOk;
    const Value text = KRAIT_TRY(out_.finish());
    KRAIT_TRY(call_method(in_, stream_, "write"_sym, {&text, 1}));
    return kOk;
}

constexpr char kHexDigits[] = "0123456789abcdef";

Status append_unit(StrBuilder& out, u32 unit) {
    const char text[] = {'\\',
                         'u',
                         kHexDigits[unit >> 12],
                         kHexDigits[unit >> 8 & 15],
                         kHexDigits[unit >> 4 & 15],
                         kHexDigits[unit & 15]};
    return out.append({text, sizeof text});
}

Status append_escaped(StrBuilder& out, u32 code_point) {
    switch (code_point) {
        case '"': return out.append("\\\"");
        case '\\': return out.append("\\\\");
        case '\n': return out.append("\\n");
        case '\r': return out.append("\\r");
        case '\t': return out.append("\\t");
        case '\b': return out.append("\\b");
        case '\f': return out.append("\\f");
        default: break;
    }
    if (code_point < 0x10000) return append_unit(out, code_point);
    KRAIT_TRY(append_unit(out, 0xD7C0 + (code_point >> 10)));
    return append_unit(out, 0xDC00 + (code_point & 0x3FF));
}

bool needs_escape(char c, bool ensure_ascii) {
    const u8 byte = static_cast<u8>(c);
    return byte < 0x20 || c == '"' || c == '\\' || (ensure_ascii && byte >= 0x7F);
}

}  // namespace

Status encode_text(StrBuilder& out, const Str* text, bool ensure_ascii) {
    KRAIT_TRY(out.append("\""));
    const char *at = text->data(), *const end = at + text->size();
    while (at != end) {
        const char* run = at;
        while (at != end && !needs_escape(*at, ensure_ascii)) ++at;
        KRAIT_TRY(out.append({run, static_cast<usize>(at - run)}));
        if (at != end) KRAIT_TRY(append_escaped(out, utf8::take(at)));
    }
    return out.append("\"");
}

Status encode(Interp& in, const EncodeOptions& options, Value v, StrBuilder& out, Value stream) {
    return Encoder(in, options, out, stream).write(v, nullptr);
}

}  // namespace krait::json
