// Bytes as values and code objects. Each count is held against what is left before it is believed.
#include <bit>

#include "base/little_endian.hpp"
#include "base/utf8.hpp"
#include "bytecode/verifier.hpp"
#include "core/arrays.hpp"
#include "modules/marshal/marshal.hpp"
#include "objects/bytes.hpp"
#include "objects/complex.hpp"
#include "objects/int.hpp"
#include "objects/set.hpp"

namespace krait::marshal {

namespace {

class Reader {
    auto bad(std::string_view what) {
        return raise(in_, kValueError, "bad marshal data ({})", what);
    }

  public:
    Reader(Interp& in, Bytes bytes) : in_(in), at_(bytes.data()), end_(at_ + bytes.size()) {}

    Value run() {
        Bytes head;
        KRAIT_TRY(take(sizeof kMagic, head));
        if (!std::equal(head.begin(), head.end(), kMagic)) return bad("not made by marshal");
        u32 version;
        KRAIT_TRY(word(version));
        trusts_code_ = version == fingerprint();
        return value(0);
    }

  private:
    // Too short: EOFError, as CPython has it.
    Status take(usize size, Bytes& out) {
        if (size > left()) return raise(in_, kEOFError, "marshal data too short");
        out = Bytes(at_, size);
        at_ += size;
        return kOk;
    }
    Status byte(u8& out) {
        Bytes one;
        KRAIT_TRY(take(1, one));
        out = one[0];
        return kOk;
    }
    usize left() const { return static_cast<usize>(end_ - at_); }

    Status number(u64& n) {
        n = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            u8 part;
            KRAIT_TRY(byte(part));
            n |= u64{part & 127u} << shift;
            if (!(part & 128)) return kOk;
        }
        return bad("number");
    }
    template <class T>
    Status small(T& out) {
        u64 n;
        KRAIT_TRY(number(n));
        if (n > static_cast<T>(-1)) return bad("number");
        out = static_cast<T>(n);
        return kOk;
    }
    // A count of what takes at least a byte each: more than is left cannot be.
    Status count(usize& out) {
        u64 n;
        KRAIT_TRY(number(n));
        if (n > left()) return raise(in_, kEOFError, "marshal data too short");
        out = static_cast<usize>(n);
        return kOk;
    }
    Status word(u32& out) {
        Bytes b;
        KRAIT_TRY(take(4, b));
        out = static_cast<u32>(get_little_endian(b));
        return kOk;
    }
    Status real(Float& out) {
        u32 low, high;
        KRAIT_TRY(word(low));
        KRAIT_TRY(word(high));
        out = static_cast<Float>(std::bit_cast<double>(u64{low} | u64{high} << 32));
        return kOk;
    }
    Status data(Bytes& out) {
        usize size;
        KRAIT_TRY(count(size));
        return take(size, out);
    }
    // UTF-8, in which lone surrogates are allowed as in any str.
    static bool is_text(Bytes bytes) {
        for (usize at = 0;;) {
            const utf8::Check check = utf8::check(bytes, at);
            if (check.ok()) return true;
            const Bytes rest = bytes.subspan(check.start);
            if (rest.size() < 3 || rest[0] != 0xed || (rest[1] & 0xe0) != 0xa0 ||
                (rest[2] & 0xc0) != 0x80)
                return false;
            at = check.start + 3;
        }
    }
    Result<Str*> text(bool is_name) {
        Bytes bytes;
        KRAIT_TRY(data(bytes));
        if (!is_text(bytes)) return bad("text");
        const std::string_view view = as_text(bytes);
        return is_name ? intern(in_, view) : new_str(in_, view);
    }

    Value value(int depth) {
        if (depth++ > kMostDepth || !in_.check_stack()) {
            if (in_.has_pending()) return {};
            return bad("depth");
        }
        u8 tag;
        KRAIT_TRY(byte(tag));
        switch (tag) {
            case kTagNone: return none();
            case kTagTrue: return true_();
            case kTagFalse: return false_();
            case kTagEllipsis: return ellipsis();
            case kTagInt: {
                u64 n;
                KRAIT_TRY(number(n));
                return new_int(in_, static_cast<i64>(n >> 1) ^ -static_cast<i64>(n & 1));
            }
            case kTagBigInt: return big_int();
            case kTagFloat: {
                Float f;
                KRAIT_TRY(real(f));
                return new_float(in_, f);
            }
            case kTagComplex: {
                ComplexParts parts;
                KRAIT_TRY(real(parts.real));
                KRAIT_TRY(real(parts.imag));
                return new_complex(in_, parts);
            }
            case kTagStr:
            case kTagName: return KRAIT_TRY(text(tag == kTagName));
            case kTagBytes: {
                Bytes bytes;
                KRAIT_TRY(data(bytes));
                return new_bytes(in_, bytes);
            }
            case kTagBuiltin: return builtin();
            case kTagTuple: return KRAIT_TRY(tuple(depth));
            case kTagList: return KRAIT_TRY(list(depth));
            case kTagDict: return dict(depth);
            case kTagSet: return set(KRAIT_TRY(new_set(in_)), depth);
            case kTagFrozenSet: return set(KRAIT_TRY(new_frozenset(in_)), depth);
            case kTagCode: return KRAIT_TRY(code(depth));
            default: return bad("unknown type code");
        }
    }

    Value big_int() {
        Bytes bytes;
        KRAIT_TRY(data(bytes));
        std::string_view digits = as_text(bytes);
        const bool negative = digits.starts_with('-');
        if (negative) digits.remove_prefix(1);
        if (digits.empty() || !utf8::is_ascii(digits)) return bad("int");
        const Value v = KRAIT_TRY(int_from_digits(in_, digits, 16));
        return negative ? unary(in_, UnaryOp::Neg, v) : v;
    }

    Value builtin() {
        Str* name = KRAIT_TRY(text(true));
        const Row* row = find_row(*in_.find_builtin_module("builtins"_sym), name);
        if (!row || !is_type(row->value)) return bad("no built-in type");
        return row->value;
    }

    Result<Tuple*> tuple(int depth) { return new_tuple(in_, KRAIT_TRY(list(depth))->span()); }
    Result<List*> list(int depth) {
        usize n;
        KRAIT_TRY(count(n));
        List* items = KRAIT_TRY(new_list(in_));
        for (usize i = 0; i < n; ++i) KRAIT_TRY(list_append(in_, items, KRAIT_TRY(value(depth))));
        return items;
    }
    Value dict(int depth) {
        usize n;
        KRAIT_TRY(count(n));
        Dict* out = KRAIT_TRY(new_dict(in_));
        for (usize i = 0; i < n; ++i) {
            const Value key = KRAIT_TRY(value(depth));
            KRAIT_TRY(dict_set(in_, out, key, KRAIT_TRY(value(depth))));
        }
        return out;
    }
    Value set(Table* out, int depth) {
        usize n;
        KRAIT_TRY(count(n));
        for (usize i = 0; i < n; ++i) KRAIT_TRY(set_add(in_, out, KRAIT_TRY(value(depth))));
        return out;
    }

    // The parts of a code object that are tuples there.
    Result<Tuple*> parts(int depth) {
        u8 tag;
        KRAIT_TRY(byte(tag));
        if (tag != kTagTuple) return bad("code");
        return tuple(depth);
    }
    Result<ValueArray*> array(const Tuple* items) {
        const usize n = items->size();
        ValueArray* out = KRAIT_TRY(new_value_array(in_, n));
        std::copy_n(items->items_, n, out->items);
        return out;
    }
    Result<ByteArray*> bytes(Bytes from) {
        ByteArray* out = KRAIT_TRY(new_byte_array(in_, from.size()));
        std::copy(from.begin(), from.end(), out->data);
        return out;
    }

    Status header(Code* c) {
        for (Str** s : {&c->name, &c->qualname, &c->filename}) {
            Str* read = KRAIT_TRY(text(s == &c->name));
            in_.heap().write(*s, read);
        }
        for (u16* n :
             {&c->flags, &c->registers, &c->positional, &c->positional_only, &c->keyword_only})
            KRAIT_TRY(small(*n));
        KRAIT_TRY(small(c->cell_params));
        for (u16* n : {&c->local_count, &c->free_count, &c->attr_hint}) KRAIT_TRY(small(*n));
        return small(c->first_line);
    }

    Status instructions(Code* c) {
        Bytes text;
        KRAIT_TRY(data(text));
        if (text.size() > u32(-1)) return bad("code");
        ByteArray* all = KRAIT_TRY(bytes(text));
        in_.heap().write(c->bytes, all);
        c->start = all->data;
        c->size = static_cast<u32>(all->capacity);
        return kOk;
    }

    Status names(Code* c, int depth) {
        const Tuple* all = KRAIT_TRY(parts(depth));
        for (Value v : all->span())
            if (!is_exact<Str>(v) || !as<Str>(v)->is_interned()) return bad("name");
        if (all->size() > 0xffff) return bad("number of names");
        ValueArray* names = KRAIT_TRY(array(all));
        in_.heap().write(c->names, names);
        c->name_count = static_cast<u16>(all->size());
        return kOk;
    }

    Status handlers(Code* c) {
        usize n;
        KRAIT_TRY(count(n));
        if (!n) return kOk;
        if (n > left() / 4) return bad("handlers");
        ByteArray* table = KRAIT_TRY(new_byte_array(in_, n * sizeof(Handler)));
        in_.heap().write(c->handlers, table);
        auto* rows = reinterpret_cast<Handler*>(table->data);
        for (usize i = 0; i < n; ++i)
            for (u32* field : {&rows[i].start, &rows[i].end, &rows[i].target, &rows[i].exception})
                KRAIT_TRY(small(*field));
        return kOk;
    }

    Result<Code*> code(int depth) {
        if (!trusts_code_)
            return raise(in_, kValueError, "bad marshal data (bytecode of another version)");
        Code* c = KRAIT_TRY(in_.make<Code>());
        KRAIT_TRY(header(c));
        KRAIT_TRY(instructions(c));
        ValueArray* constants = KRAIT_TRY(array(KRAIT_TRY(parts(depth))));
        in_.heap().write(c->constants, constants);
        KRAIT_TRY(names(c, depth));
        KRAIT_TRY(handlers(c));
        Bytes table;
        KRAIT_TRY(data(table));
        ByteArray* positions = KRAIT_TRY(bytes(table));
        in_.heap().write(c->positions, positions);
        Tuple* locals = KRAIT_TRY(parts(depth));
        in_.heap().write(c->local_names, locals);
        const Value doc = KRAIT_TRY(value(depth));
        if (!is_none(doc) && !is_exact<Str>(doc)) return bad("docstring");
        if (!is_none(doc)) in_.heap().write(c->doc, as<Str>(doc));
        KRAIT_TRY(verify(in_, c));
        return c;
    }

    Interp& in_;
    const u8* at_;
    const u8* const end_;
    bool trusts_code_ = false;
};

}  // namespace

Value load(Interp& in, Bytes bytes) { return Reader(in, bytes).run(); }

}  // namespace krait::marshal
