// JSON: what the module's files share. encoder.cpp writes, decoder.cpp reads, module.cpp binds.
//
// Text and errors are CPython's. Differs: what JSON cannot express (an instance, a set, bytes) is
// written as MicroPython does, by its str or repr and without an error, unless the interpreter is
// strict (InterpConfig::strict) or there is a `default` function; and loads() takes what dumps()
// never writes only where CPython does.
#pragma once

#include "core/str_builder.hpp"

namespace krait::json {

// How to write. The texts are borrowed from objects that `keep` or the caller's frame hold.
struct EncodeOptions {
    std::string_view item_separator = ", ", key_separator = ": ";
    std::string_view indent;  // of one level
    bool indented = false;
    bool skip_keys = false, ensure_ascii = true, check_circular = true, allow_nan = true;
    bool sort_keys = false;
    bool strict = false;
    Value fallback = none();  // `default`
};

// Appends the JSON text of `v`. With a `stream`, what has been written so far goes to its write()
// from time to time, and the builder keeps only the rest.
Status encode(Interp&, const EncodeOptions& options, Value v, StrBuilder& out, Value stream = {});
// Appends a string with its quotes.
Status encode_text(StrBuilder& out, const Str* text, bool ensure_ascii);

// How to read; None: the plain object.
struct DecodeOptions {
    Value object_hook = none(), object_pairs_hook = none();
    Value parse_float = none(), parse_int = none(), parse_constant = none();
    bool strict = true;  // control characters in strings are errors
};

// The value of the whole text. JSONDecodeError.
Value decode(Interp&, const DecodeOptions& options, Str* text);
// The value that starts at byte `at`, which is moved behind it.
Value decode_prefix(Interp&, const DecodeOptions& options, Str* text, usize& at);

// The classes JSONEncoder and JSONDecoder (coders.cpp).
struct JsonEncoder : Object {
    static const BuiltinType kType;
    Value indent, separators, fallback;
    bool skip_keys, ensure_ascii, check_circular, allow_nan, sort_keys;
};
struct JsonDecoder : Object {
    static const BuiltinType kType;
    Value object_hook, object_pairs_hook, parse_float, parse_int, parse_constant;
    bool strict;
};

// What dumps() and JSONEncoder() are told, as they are told it.
struct WriteSettings {
    Value indent = none(), separators = none(), fallback = none();
    bool skip_keys = false, ensure_ascii = true, check_circular = true, allow_nan = true;
    bool sort_keys = false;
};
// Fills in the options; `keep` holds what they borrow from.
Status make_options(Interp&, const WriteSettings& settings, EncodeOptions& options, Value& keep);

// The text of a str or of UTF-8 in bytes. TypeError, UnicodeDecodeError.
Result<Str*> document_text(Interp&, Value v);

struct DecodeError {
    static const BuiltinType kType;
};
// Raises JSONDecodeError(msg, doc, position of that byte).
Raised raise_decode_error(Interp&, std::string_view message, Str* document, usize at);

}  // namespace krait::json
