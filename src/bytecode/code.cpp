// Code objects: the type, the position table, and the text form.
#include "bytecode/code.hpp"

#include "core/bind.hpp"
#include "core/interp.hpp"
#include "core/str_builder.hpp"

namespace krait {

namespace {

void code_trace(Object* o, Marker& m) {
    auto* c = static_cast<Code*>(o);
    for (const Object* held : std::initializer_list<const Object*>{
             c->name, c->qualname, c->filename, c->bytes, c->constants, c->names, c->caches,
             c->handlers, c->positions, c->local_names, c->doc})
        m.object(held);
    const NativeCode* native = c->native;
    m.object(reinterpret_cast<const Object*>(native));
}

void caches_trace(Object* o, Marker& m) {
    auto* caches = static_cast<CacheArray*>(o);
    for (usize i = 0; i < caches->count; ++i) {
        const InlineCache& cache = caches->items[i];
        m.object(cache.key);
        if (cache.key && cache.kind != InlineCache::kGlobalCell) m.value(cache.target());
    }
}

Code* self_of(Value v) { return as<Code>(v); }

Value code_repr(Interp& in, Value self) {
    const Code* c = self_of(self);
    return format_str(in, "<code object {} at {}, file \"{}\", line {}>", c->name,
                      TextArg::address(c), c->filename, c->first_line)
        .take();
}

Value get_name(Interp&, Value self) { return self_of(self)->name; }
Value get_qualname(Interp&, Value self) { return self_of(self)->qualname; }
Value get_filename(Interp&, Value self) { return self_of(self)->filename; }
Value get_first_line(Interp& in, Value self) { return new_int(in, self_of(self)->first_line); }
Value get_argcount(Interp&, Value self) { return Value::from_int(self_of(self)->positional); }
Value get_kwonly(Interp&, Value self) { return Value::from_int(self_of(self)->keyword_only); }
Value get_posonly(Interp&, Value self) { return Value::from_int(self_of(self)->positional_only); }
Value get_nlocals(Interp&, Value self) { return Value::from_int(self_of(self)->local_count); }
Value get_code_bytes(Interp& in, Value self) {
    return new_bytes(in, Bytes(self_of(self)->start, self_of(self)->size));
}
Value get_consts(Interp& in, Value self) {
    const Code* c = self_of(self);
    const usize count = c->constants ? c->constants->capacity : 0;
    Tuple* out = KRAIT_TRY(new_tuple(in, count + 1));  // the first is the docstring, or None
    out->items_[0] = c->doc ? Value(c->doc) : none();
    for (usize i = 0; i < count; ++i) out->items_[i + 1] = c->constants->items[i];
    return out;
}
Value get_names(Interp& in, Value self) {
    const Code* c = self_of(self);
    if (!c->names) return empty_tuple();
    return KRAIT_TRY(new_tuple(in, std::span<const Value>(c->names->items, c->name_count)));
}
Value get_varnames(Interp& in, Value self) {
    const Code* c = self_of(self);
    return KRAIT_TRY(new_tuple(in, c->local_names->span().first(c->local_count)));
}
Value get_freevars(Interp& in, Value self) {
    const Code* c = self_of(self);
    return KRAIT_TRY(new_tuple(in, c->local_names->span().subspan(c->local_count, c->free_count)));
}
// The variables that inner functions use: those that are made cells.
Value get_cellvars(Interp& in, Value self) {
    const Code* c = self_of(self);
    List* names = KRAIT_TRY(new_list(in));
    for (u32 at = 0; at < c->size; at += info_of(static_cast<Opcode>(c->start[at])).size) {
        if (static_cast<Opcode>(c->start[at]) != Opcode::MakeCell) continue;
        const u32 variable = c->start[at + 1];
        if (variable < c->local_count)
            KRAIT_TRY(list_append(in, names, c->local_names->items_[variable]));
    }
    return KRAIT_TRY(new_tuple(in, names->span()));
}
Value get_stacksize(Interp&, Value self) {
    const Code* c = self_of(self);
    return Value::from_int(c->registers - std::min(c->registers, c->local_count));
}
// The deprecated table: pairs of bytes, how far on in the code and in the lines.
Value get_lnotab(Interp& in, Value self) {
    const Code* c = self_of(self);
    StrBuilder out(in);
    u32 from = 0, line = c->first_line;
    for (u32 at = 0; at < c->size; at += info_of(static_cast<Opcode>(c->start[at])).size) {
        const u32 here = position_at(c, at).line;
        if (here == line) continue;
        auto on = static_cast<i32>(here - line);
        for (u32 bytes = at - from; bytes > 0 || on != 0;) {
            const u32 step = std::min(bytes, u32{255});
            const i32 lines = bytes > 255 ? 0 : std::clamp<i32>(on, -128, 127);
            const char pair[] = {static_cast<char>(step), static_cast<char>(lines)};
            KRAIT_TRY(out.append({pair, 2}));
            bytes -= step;
            on -= lines;
        }
        from = at;
        line = here;
    }
    const std::string_view text = out.view();
    return new_bytes(in, {reinterpret_cast<const u8*>(text.data()), text.size()});
}
// co_positions(): line, end line, column and end column of each instruction; None: unknown.
static Result<List*> code_positions(Interp& in, Code* self) {
    List* out = KRAIT_TRY(new_list(in));
    const auto column = [](i32 n) { return n < 0 ? none() : Value::from_int(n); };
    for (u32 at = 0; at < self->size; at += info_of(static_cast<Opcode>(self->start[at])).size) {
        const SourcePosition p = position_at(self, at);
        const Value parts[] = {new_int(in, p.line), new_int(in, p.end_line), column(p.column),
                               column(p.end_column)};
        KRAIT_TRY(list_append(in, out, KRAIT_TRY(new_tuple(in, parts))));
    }
    return out;
}

Status replace_text(Interp& in, Str*& slot, Value v, const char* what) {
    if (!v) return kOk;
    if (!is<Str>(v))
        return raise(in, kTypeError, "replace() argument '{}' must be str, not {}", what,
                     TextArg::type_name(v));
    slot = as<Str>(v);
    return kOk;
}

// replace(): a copy with other names or another first line. What the instructions are made for
// cannot be replaced.
Value code_replace(Interp& in, Code* self, Value name, Value qualname, Value filename,
                   Value first_line) {
    Code* copy = KRAIT_TRY(in.make<Code>());
    const Shape* shape = copy->shape;
    *copy = *self;
    copy->shape = shape;
    copy->caches = nullptr;
    copy->native = nullptr;
    KRAIT_TRY(replace_text(in, copy->name, name, "co_name"));
    KRAIT_TRY(replace_text(in, copy->qualname, qualname, "co_qualname"));
    KRAIT_TRY(replace_text(in, copy->filename, filename, "co_filename"));
    if (first_line) {
        const isize line = KRAIT_TRY(to_index(in, first_line));
        if (line < 0 || line > std::numeric_limits<i32>::max())
            return raise(in, kValueError, "co_firstlineno must be a positive integer");
        copy->first_line = static_cast<u32>(line);
    }
    return copy;
}

Value get_flags(Interp&, Value self) {
    const Code* c = self_of(self);
    int flags = (c->has(kVarArgs) ? 4 : 0) | (c->has(kVarKeywords) ? 8 : 0);
    if (c->has(kGenerator) && c->has(kCoroutine))
        flags |= 0x200;
    else if (c->has(kGenerator))
        flags |= 0x20;
    else if (c->has(kCoroutine))
        flags |= 0x80;
    return Value::from_int(flags);
}

// co_lines(): (start, end, line) of each run of instructions on one line.
static Result<List*> code_lines(Interp& in, Code* self) {
    List* out = KRAIT_TRY(new_list(in));
    u32 from = 0, line = 0;
    auto flush = [&](u32 to) -> Status {
        if (to == from) return kOk;
        Value run[] = {new_int(in, from), new_int(in, to), line ? new_int(in, line) : none()};
        return list_append(in, out, KRAIT_TRY(new_tuple(in, run)));
    };
    for (u32 at = 0; at < self->size; at += info_of(static_cast<Opcode>(self->start[at])).size) {
        u32 here = position_at(self, at).line;
        if (here == line) continue;
        KRAIT_TRY(flush(at));
        from = at;
        line = here;
    }
    KRAIT_TRY(flush(self->size));
    return out;
}

constexpr Slots kCodeSlots{.repr = code_repr, .trace = code_trace};
constexpr Slots kCacheSlots{.trace = caches_trace};
constexpr Row kCodeRows[] = {
    getter<"co_name", get_name>,
    getter<"co_qualname", get_qualname>,
    getter<"co_filename", get_filename>,
    getter<"co_firstlineno", get_first_line>,
    getter<"co_argcount", get_argcount>,
    getter<"co_kwonlyargcount", get_kwonly>,
    getter<"co_posonlyargcount", get_posonly>,
    getter<"co_nlocals", get_nlocals>,
    getter<"co_code", get_code_bytes>,
    getter<"co_consts", get_consts>,
    getter<"co_names", get_names>,
    getter<"co_varnames", get_varnames>,
    getter<"co_freevars", get_freevars>,
    getter<"co_flags", get_flags>,
    getter<"co_cellvars", get_cellvars>,
    getter<"co_stacksize", get_stacksize>,
    getter<"co_lnotab", get_lnotab>,
    def<"co_lines(self, /)", code_lines>,
    def<"co_positions(self, /)", code_positions>,
    def<"replace(self, /, *, co_name=..., co_qualname=..., co_filename=..., co_firstlineno=...)",
        code_replace>,
};

}  // namespace

constinit const BuiltinType Code::kType{{.name = "code"_sym,
                                         .slots = &kCodeSlots,
                                         .rows = kCodeRows,
                                         .flags = kFinal | kAbstractBase,
                                         .size = sizeof(Code)}};
constinit const BuiltinType CacheArray::kType{
    {.name = "cache_array"_sym, .slots = &kCacheSlots, .size = sizeof(CacheArray)}};

Result<CacheArray*> code_caches(Interp& in, Code* code) {
    if (!code->caches) {
        auto* caches = KRAIT_TRY(
            in.make<CacheArray>(sizeof(CacheArray) + code->name_count * sizeof(InlineCache)));
        caches->count = code->name_count;
        in.heap().write(code->caches, caches);
    }
    return static_cast<CacheArray*>(code->caches);
}

void forget_cached_builtins(Interp& in) {
    in.heap().for_each(
        [](Object* o, void*) {
            if (o->shape != CacheArray::kType.shape()) return;
            auto* caches = static_cast<CacheArray*>(o);
            for (usize i = 0; i < caches->count; ++i)
                if (caches->items[i].kind == InlineCache::kGlobalConstant)
                    caches->items[i].key = nullptr;
        },
        nullptr);
}

// --- the position table --------------------------------------------------------------------------

namespace {

usize write_number(u8* out, u32 n) {
    usize size = 0;
    for (; n >= 128; n >>= 7) out[size++] = static_cast<u8>(n | 128);
    out[size++] = static_cast<u8>(n);
    return size;
}

u32 read_number(const u8*& p) {
    u32 n = 0;
    for (int shift = 0;; shift += 7) {
        n |= u32{*p & 127u} << shift;
        if (!(*p++ & 128)) return n;
    }
}

u32 zigzag(i32 n) { return static_cast<u32>(n) << 1 ^ static_cast<u32>(n >> 31); }
i32 unzigzag(u32 n) { return static_cast<i32>(n >> 1) ^ -static_cast<i32>(n & 1); }

}  // namespace

// An entry: bytes of instructions, change of line, lines spanned, column + 1, end column + 1.
usize PositionWriter::write(u8* out, u32 instruction_bytes, const SourcePosition& position) {
    u8* p = out;
    p += write_number(p, instruction_bytes);
    p += write_number(p, zigzag(static_cast<i32>(position.line) - static_cast<i32>(last_line_)));
    p +=
        write_number(p, position.end_line >= position.line ? position.end_line - position.line : 0);
    p += write_number(p, static_cast<u32>(position.column + 1));
    p += write_number(p, static_cast<u32>(position.end_column + 1));
    last_line_ = position.line;
    return static_cast<usize>(p - out);
}

SourcePosition position_at(const Code* code, u32 offset) {
    SourcePosition position{.line = code->first_line, .end_line = code->first_line};
    if (!code->positions) return position;
    const u8* p = code->positions->data;
    const u8* end = p + code->positions->capacity;
    u32 at = 0, line = 0;
    while (p < end) {
        at += read_number(p);
        line += static_cast<u32>(unzigzag(read_number(p)));
        const u32 span = read_number(p);
        if (line) {  // what belongs to no line is shown at the last one
            position.line = line;
            position.end_line = line + span;
        }
        position.column = static_cast<i32>(read_number(p)) - 1;
        position.end_column = static_cast<i32>(read_number(p)) - 1;
        if (offset < at) break;
    }
    return position;
}

LineEntry line_entry_at(const Code* code, u32 offset) {
    LineEntry entry{.line = code->first_line};
    if (!code->positions) return entry;
    const u8* p = code->positions->data;
    const u8* end = p + code->positions->capacity;
    u32 at = 0, line = 0;
    while (p < end) {
        const u32 bytes = read_number(p);
        line += static_cast<u32>(unzigzag(read_number(p)));
        read_number(p);
        const u32 column = read_number(p);
        read_number(p);
        if (bytes == 0) {
            if (entry.mark_count < LineEntry::kMostMarks)
                entry.marks[entry.mark_count++] = {line, column == 0};
            continue;
        }
        entry.start = at;
        entry.line = line;
        entry.ends = column == 0 && line != 0;
        at += bytes;
        if (offset < at) break;
        entry.mark_count = 0;
    }
    return entry;
}

// --- as text -------------------------------------------------------------------------------------

namespace {

template <class... Args>
Status put(Interp& in, StrBuilder& out, std::string_view format, const Args&... args) {
    return out.append(KRAIT_TRY(format_str(in, format, args...)));
}

u32 read_operand(const u8* p, Operand kind) {
    u32 n = p[0];
    if (operand_size(kind) > 1) n |= u32{p[1]} << 8;
    if (operand_size(kind) > 2) n |= u32{p[2]} << 16 | u32{p[3]} << 24;
    return n;
}

Status append_operand(Interp& in, const Code* code, const u8* next, Operand kind, u32 n,
                      StrBuilder& out) {
    switch (kind) {
        case Operand::Dst:
        case Operand::Src:
        case Operand::Base: return put(in, out, " r{}", n);
        case Operand::Name: return put(in, out, " {}", code->name_at(n));
        case Operand::Imm: return put(in, out, " {}", static_cast<i8>(n));
        case Operand::Jump:
        case Operand::Jump32: {
            i32 delta = kind == Operand::Jump ? static_cast<i16>(n) : static_cast<i32>(n);
            return put(in, out, " ->{}", next - code->start + delta);
        }
        case Operand::Const:
        case Operand::Const16: {
            Value v = code->constants->items[n];
            if (is<Code>(v)) return put(in, out, " <code {}>", as<Code>(v)->name);
            return put(in, out, " {}", v);
        }
        default: return put(in, out, " {}", n);
    }
}

Status append_instruction(Interp& in, const Code* code, u32 at, u32& line, StrBuilder& out) {
    const u8* p = code->start + at;
    const OpInfo& info = info_of(static_cast<Opcode>(*p));
    u32 here = position_at(code, at).line;
    if (here && here != line) KRAIT_TRY(put(in, out, "line {}\n", here));
    line = here;
    KRAIT_TRY(put(in, out, "  {} {}", at, info.name));
    const u8* operand = p + 1;
    for (int i = 0; i < info.operand_count; ++i) {
        Operand kind = info.operands[i];
        KRAIT_TRY(append_operand(in, code, p + info.size, kind, read_operand(operand, kind), out));
        operand += operand_size(kind);
    }
    return put(in, out, "\n");
}

}  // namespace

Status disassemble(Interp& in, const Code* code, StrBuilder& out) {
    KRAIT_TRY(put(in, out, "code {}: {} registers, {} bytes\n", code->qualname,
                  u32{code->registers}, code->size));
    u32 line = 0;
    for (u32 at = 0; at < code->size; at += info_of(static_cast<Opcode>(code->start[at])).size)
        KRAIT_TRY(append_instruction(in, code, at, line, out));
    for (const Handler& h : code->handler_table())
        KRAIT_TRY(
            put(in, out, "  handler [{}, {}) ->{} r{}\n", h.start, h.end, h.target, h.exception));
    if (!code->constants) return kOk;
    for (usize i = 0; i < code->constants->capacity; ++i) {
        Value v = code->constants->items[i];
        if (v && is<Code>(v)) KRAIT_TRY(disassemble(in, as<Code>(v), out));
    }
    return kOk;
}

}  // namespace krait
