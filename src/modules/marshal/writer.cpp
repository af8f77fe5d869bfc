// Values and code objects as bytes. Nothing here calls Python, so what is written stands still.
#include <bit>

#include "base/little_endian.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"
#include "modules/marshal/marshal.hpp"
#include "objects/bytes.hpp"
#include "objects/complex.hpp"
#include "objects/float.hpp"
#include "objects/int.hpp"
#include "objects/set.hpp"

namespace krait::marshal {

namespace {

class Writer {
  public:
    explicit Writer(Interp& in) : in_(in), out_(in) {}

    Value run(Value v) {
        KRAIT_TRY(out_.append(Bytes(kMagic)));
        KRAIT_TRY(word(fingerprint()));
        KRAIT_TRY(value(v, 0));
        return KRAIT_TRY(out_.finish());
    }

  private:
    Status tag(Tag t) { return out_.append(static_cast<u8>(t)); }

    Status number(u64 n) {
        u8 text[10];
        usize size = 0;
        for (; n >= 128; n >>= 7) text[size++] = static_cast<u8>(n | 128);
        text[size++] = static_cast<u8>(n);
        return out_.append(Bytes(text, size));
    }
    Status word(u32 n) {
        u8 text[sizeof n];
        put_little_endian(text, n);
        return out_.append(Bytes(text));
    }
    Status real(double d) {
        const u64 bits = std::bit_cast<u64>(d);
        KRAIT_TRY(word(static_cast<u32>(bits)));
        return word(static_cast<u32>(bits >> 32));
    }
    Status data(Bytes bytes) {
        KRAIT_TRY(number(bytes.size()));
        return out_.append(bytes);
    }
    Status text(std::string_view s) { return data(as_bytes(s)); }
    Status optional(const Object* o, int depth) {
        return o ? value(Value(o), depth) : value(none(), depth);
    }
    Status optional_data(const ByteArray* array) {
        return data(array ? Bytes(array->data, array->capacity) : Bytes());
    }

    Status items(Tag t, std::span<const Value> all, int depth) {
        KRAIT_TRY(tag(t));
        KRAIT_TRY(number(all.size()));
        for (Value v : all) KRAIT_TRY(value(v, depth));
        return kOk;
    }
    Status table(Tag t, Table* table, int depth) {
        KRAIT_TRY(tag(t));
        KRAIT_TRY(number(table->used));
        usize position = 0, place;
        while (table_next(table, position, place)) {
            KRAIT_TRY(value(table->key_at(place), depth));
            if (t == kTagDict) KRAIT_TRY(value(table->value_at(place), depth));
        }
        return kOk;
    }

    Status integer(Value v) {
        if (const auto i = int_as_i64(v); i && *i >= -(i64{1} << 40) && *i < i64{1} << 40) {
            KRAIT_TRY(tag(kTagInt));
            return number(static_cast<u64>(*i) << 1 ^ static_cast<u64>(*i >> 63));
        }
        StrBuilder digits(in_);
        KRAIT_TRY(append_int(in_, digits, v, 16));
        KRAIT_TRY(tag(kTagBigInt));
        return text(digits.view());
    }

    Status value(Value v, int depth) {
        if (depth++ > kMostDepth) return raise(in_, kValueError, "object too deeply nested");
        if (is_none(v)) return tag(kTagNone);
        if (v == true_()) return tag(kTagTrue);
        if (v == false_()) return tag(kTagFalse);
        if (v == ellipsis()) return tag(kTagEllipsis);
        if (type_of(v) == &IntType::kType) return integer(v);
        if (type_of(v) == &FloatType::kType) {
            KRAIT_TRY(tag(kTagFloat));
            return real(float_of(v));
        }
        if (auto* c = exact<Complex>(v)) {
            KRAIT_TRY(tag(kTagComplex));
            KRAIT_TRY(real(c->parts.real));
            return real(c->parts.imag);
        }
        if (auto* s = exact<Str>(v)) {
            KRAIT_TRY(tag(s->is_interned() ? kTagName : kTagStr));
            return text(s->view());
        }
        if (auto* tuple = exact<Tuple>(v)) return items(kTagTuple, tuple->span(), depth);
        if (auto* list = exact<List>(v)) return items(kTagList, list->span(), depth);
        if (auto* dict = exact<Dict>(v)) return table(kTagDict, dict, depth);
        if (auto* set = exact<Set>(v)) return table(kTagSet, set, depth);
        if (auto* set = exact<FrozenSet>(v)) return table(kTagFrozenSet, set, depth);
        if (auto* c = exact<Code>(v)) return code(c, depth);
        if (const Row* row = builtin_row(v)) {
            KRAIT_TRY(tag(kTagBuiltin));
            return text(row->name->view());
        }
        if (v.is_object() && find_slot<&Slots::get_buffer>(type_of(v))) {
            HeldBuffer buffer;
            KRAIT_TRY(get_buffer(in_, v, buffer));
            KRAIT_TRY(tag(kTagBytes));
            return data(buffer.bytes());
        }
        return raise(in_, kValueError, "unmarshallable object of type '{}'", TextArg::type_name(v));
    }

    // The compiler's own constants: exception classes and range, inside of code only.
    const Row* builtin_row(Value v) const {
        if (!in_code_ || !is_type(v)) return nullptr;
        const Row* row = find_row(*in_.find_builtin_module("builtins"_sym), as_type(v)->name);
        return row && row->value == v ? row : nullptr;
    }

    template <class T>
    static T* exact(Value v) {
        return is_exact<T>(v) ? as<T>(v) : nullptr;
    }

    Status code(const Code* c, int depth) {
        if (c->has(kNative))
            return raise(in_, kValueError, "functions marked as native cannot be marshalled");
        in_code_ = true;
        KRAIT_TRY(tag(kTagCode));
        for (const Str* s : {c->name, c->qualname, c->filename}) KRAIT_TRY(text(s->view()));
        for (u32 n : {u32{c->flags}, u32{c->registers}, u32{c->positional}, u32{c->positional_only},
                      u32{c->keyword_only}, u32{c->cell_params}, u32{c->local_count},
                      u32{c->free_count}, u32{c->attr_hint}, c->first_line})
            KRAIT_TRY(number(n));
        KRAIT_TRY(data({c->start, c->size}));
        KRAIT_TRY(items(kTagTuple, {c->constants->items, c->constants->capacity}, depth));
        KRAIT_TRY(items(kTagTuple, {c->names->items, c->name_count}, depth));
        KRAIT_TRY(number(c->handler_table().size()));
        for (const Handler& h : c->handler_table())
            for (u32 n : {h.start, h.end, h.target, h.exception}) KRAIT_TRY(number(n));
        KRAIT_TRY(optional_data(c->positions));
        KRAIT_TRY(items(kTagTuple, c->local_names->span(), depth));
        return optional(c->doc, depth);
    }

    Interp& in_;
    BytesBuilder out_;
    bool in_code_ = false;
};

}  // namespace

Value dump(Interp& in, Value v) { return Writer(in).run(v); }

}  // namespace krait::marshal
