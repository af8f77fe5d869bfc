// Slow paths of operators, names, attributes and containers.
#include "vm/slow.hpp"

#include "core/attributes.hpp"
#include "core/bound_method.hpp"
#include "objects/complex.hpp"
#include "objects/set.hpp"
#include "vm/messages.hpp"

namespace krait {
namespace slow {

namespace {

u16 read_u16(const u8* p) { return static_cast<u16>(p[0] | p[1] << 8); }
Opcode opcode(const u8* pc) { return static_cast<Opcode>(*pc); }

BinaryOp binary_op(const u8* pc) {
    switch (opcode(pc)) {
        case Opcode::Add:
        case Opcode::AddInt:
        case Opcode::InplaceAdd:
        case Opcode::InplaceAddInt: return BinaryOp::Add;
        case Opcode::Sub:
        case Opcode::SubInt:
        case Opcode::InplaceSub:
        case Opcode::InplaceSubInt: return BinaryOp::Sub;
        case Opcode::Mul:
        case Opcode::InplaceMul: return BinaryOp::Mul;
        case Opcode::TrueDiv: return BinaryOp::TrueDiv;
        case Opcode::FloorDiv: return BinaryOp::FloorDiv;
        case Opcode::Mod: return BinaryOp::Mod;
        case Opcode::And: return BinaryOp::And;
        case Opcode::Or: return BinaryOp::Or;
        case Opcode::Xor: return BinaryOp::Xor;
        case Opcode::LShift: return BinaryOp::LShift;
        case Opcode::RShift: return BinaryOp::RShift;
        default: return static_cast<BinaryOp>(pc[4]);
    }
}

bool is_inplace(Opcode op) { return op >= Opcode::InplaceAdd && op <= Opcode::InplaceSubInt; }

bool store(Value* regs, u8 dst, Value v) {
    if (!v) return false;
    regs[dst] = v;
    return true;
}

InlineCache& cache_at(Frame* frame, const u8* at) {
    return frame->function->caches->items[read_u16(at)];
}
Str* name_at(Frame* frame, const u8* at) { return frame->code()->name_at(read_u16(at)); }

void fill_cache(Interp& in, InlineCache& cache, const AttrLocation& where) {
    if (where.kind == AttrLocation::Kind::None) return;
    Value target = where.kind == AttrLocation::Kind::Add ? Value(where.next) : where.value;
    if (in.heap().is_marking()) {
        Value held[] = {Value(where.shape), target};
        in.heap().shade_all(held, 2);
    }
    cache.key = where.shape;
    cache.target_bits = target.bits();
    cache.version = where.version;
    cache.offset = static_cast<u16>(where.offset);
    cache.kind = static_cast<u16>(where.kind);
}

}  // namespace

bool binary(Interp& in, Value* regs, const u8* pc) {
    BinaryOp op = binary_op(pc);
    if (is_exact<Complex>(regs[pc[2]]) && op <= BinaryOp::Pow) {
        const Value v = KRAIT_TRY(complex_binary(in, op, regs[pc[2]], regs[pc[3]]));
        if (!(v == not_implemented())) return store(regs, pc[1], v);
    }
    Value v = is_inplace(opcode(pc)) ? inplace(in, op, regs[pc[2]], regs[pc[3]])
                                     : krait::binary(in, op, regs[pc[2]], regs[pc[3]]);
    return store(regs, pc[1], v);
}

bool binary_int(Interp& in, Value* regs, const u8* pc) {
    Value rhs = Value::from_int(static_cast<i8>(pc[3]));
    Value v = is_inplace(opcode(pc)) ? inplace(in, binary_op(pc), regs[pc[2]], rhs)
                                     : krait::binary(in, binary_op(pc), regs[pc[2]], rhs);
    return store(regs, pc[1], v);
}

bool unary(Interp& in, Value* regs, const u8* pc) {
    Value v = regs[pc[2]];
    switch (opcode(pc)) {
        case Opcode::Not: {
            auto t = truth(in, v);
            return t && store(regs, pc[1], from_bool(!t.take()));
        }
        case Opcode::Neg: return store(regs, pc[1], krait::unary(in, UnaryOp::Neg, v));
        case Opcode::Pos: return store(regs, pc[1], krait::unary(in, UnaryOp::Pos, v));
        default: return store(regs, pc[1], krait::unary(in, UnaryOp::Invert, v));
    }
}

namespace {

// Whether it is Eq or Ne of two strings; then `same` says whether they are equal.
bool compares_texts(CompareOp op, Value a, Value b, bool& same) {
    if (op != CompareOp::Eq && op != CompareOp::Ne) return false;
    if (!is_exact<Str>(a) || !is_exact<Str>(b)) return false;
    const Str *x = as<Str>(a), *y = as<Str>(b);
    same = x == y || (!(x->is_interned() && y->is_interned()) && x->hash() == y->hash() &&
                      x->view() == y->view());
    return true;
}

}  // namespace

bool compare(Interp& in, Value* regs, const u8* pc) {
    auto op = static_cast<CompareOp>(*pc - static_cast<u8>(Opcode::Lt));
    if (bool same; compares_texts(op, regs[pc[2]], regs[pc[3]], same))
        return store(regs, pc[1], from_bool(same == (op == CompareOp::Eq)));
    return store(regs, pc[1], krait::compare(in, op, regs[pc[2]], regs[pc[3]]));
}

int compare_jump(Interp& in, CompareOp op, Value a, Value b) {
    if (bool same; compares_texts(op, a, b, same)) return same == (op == CompareOp::Eq);
    auto r = compare_bool(in, op, a, b);
    return r ? r.take() : -1;
}

int truth_jump(Interp& in, Value v) {
    auto r = truth(in, v);
    return r ? r.take() : -1;
}

// --- names -----------------------------------------------------------------------------------

namespace {

// A built-in name: what the program put there, else the read-only one. Empty: there is none.
Value find_builtin(Interp& in, Str* name, bool& constant) {
    constant = false;
    if (Dict* overlay = in.builtins())
        if (Value* v = dict_find(overlay, name)) return *v;
    constant = true;
    const ModuleDef* def = in.find_builtin_module("builtins"_sym);
    const Row* row = def ? find_row(*def, name) : nullptr;
    if (row) return row->value;
    // Classes made where the globals have no name, as in exec(source, {}).
    return name == "__name__"_sym ? Value(mutable_name("builtins"_sym)) : Value();
}

bool raise_name_error(Interp& in, Str* name) {
    (void)raise_undefined_name(in, name);
    return false;
}

Value find_global(Interp& in, Dict* globals, Str* name) {
    if (Value* v = dict_find(globals, name)) return *v;
    bool constant;
    return find_builtin(in, name, constant);
}

// What an unset variable of the closure is called.
Str* free_name(const Code* code, u32 index) {
    return static_cast<Str*>(code->local_names->items_[code->local_count + index].object());
}

}  // namespace

bool load_global(Interp& in, Frame* frame, const u8* pc) {
    Dict* globals = frame->function->globals;
    Str* name = name_at(frame, pc + 2);
    InlineCache& cache = cache_at(frame, pc + 2);
    Value v;
    if (Value* cell = dict_find(globals, name)) {
        v = *cell;
        cache.kind = InlineCache::kGlobalCell;
        cache.cell = cell;
        cache.key = globals;
        cache.version = globals->version;
    } else {
        bool constant;
        v = find_builtin(in, name, constant);
        if (!v) return raise_name_error(in, name);
        cache.key = nullptr;
        if (constant) {
            cache.kind = InlineCache::kGlobalConstant;
            cache.target_bits = v.bits();
            cache.key = globals;
            cache.version = globals->version;
        }
    }
    Value held(globals);
    in.heap().shade_all(&held, 1);
    frame->registers[pc[1]] = v;
    return true;
}

bool store_global(Interp& in, Frame* frame, const u8* pc) {
    Dict* globals = frame->function->globals;
    Str* name = name_at(frame, pc + 1);
    if (!dict_set(in, globals, name, frame->registers[pc[3]])) return false;
    InlineCache& cache = cache_at(frame, pc + 1);
    cache.kind = InlineCache::kGlobalCell;
    cache.cell = dict_find(globals, name);
    cache.key = globals;
    cache.version = globals->version;
    Value held(globals);
    in.heap().shade_all(&held, 1);
    return true;
}

bool delete_global(Interp& in, Frame* frame, const u8* pc) {
    Str* name = name_at(frame, pc + 1);
    return dict_remove(frame->function->globals, name) || raise_name_error(in, name);
}

namespace {

// done(): the namespace has no such name.
Value namespace_get(Interp& in, Value space, Str* name) {
    if (is_exact<Dict>(space)) {
        Value* v = dict_find(as<Dict>(space), name);
        return v ? *v : done();
    }
    Value v = get_item(in, space, name);
    if (v || !is_instance(in.pending(), &kKeyError)) return v;
    (void)in.take_pending();
    return done();
}

}  // namespace

bool load_name(Interp& in, Frame* frame, const u8* pc) {
    Str* name = name_at(frame, pc + 2);
    Value v = namespace_get(in, frame->registers[0], name);
    if (!v) return false;
    if (is_done(v)) v = find_global(in, frame->function->globals, name);
    return v ? store(frame->registers, pc[1], v) : raise_name_error(in, name);
}

bool store_name(Interp& in, Frame* frame, const u8* pc) {
    Value space = frame->registers[0], v = frame->registers[pc[3]];
    Str* name = name_at(frame, pc + 1);
    if (is_exact<Dict>(space)) return bool(dict_set(in, as<Dict>(space), name, v));
    return bool(set_item(in, space, name, v));
}

bool delete_name(Interp& in, Frame* frame, const u8* pc) {
    Value space = frame->registers[0];
    Str* name = name_at(frame, pc + 1);
    if (is_exact<Dict>(space))
        return dict_remove(as<Dict>(space), name) || raise_name_error(in, name);
    if (set_item(in, space, name, Value())) return true;
    if (!is_instance(in.pending(), &kKeyError)) return false;
    (void)in.take_pending();
    return raise_name_error(in, name);
}

bool load_name_or_free(Interp& in, Frame* frame, const u8* pc) {
    Value v = namespace_get(in, frame->registers[0], name_at(frame, pc + 2));
    if (is_done(v)) {
        v = static_cast<Cell*>(frame->function->closure->items_[pc[4]].object())->value;
        if (!v) return unbound(in, frame, pc);
    }
    return store(frame->registers, pc[1], v);
}

bool unbound(Interp& in, Frame* frame, const u8* pc) {
    const Code* code = frame->code();
    constexpr std::string_view kFree =
        "cannot access free variable '{}' where it is not associated with a value in enclosing "
        "scope";
    constexpr std::string_view kLocal =
        "cannot access local variable '{}' where it is not associated with a value";
    switch (opcode(pc)) {
        case Opcode::LoadFree:
            (void)raise(in, kNameError, kFree, free_name(code, pc[2]));
            return false;
        case Opcode::ClearFree:
            (void)raise(in, kNameError, kFree, free_name(code, pc[1]));
            return false;
        case Opcode::LoadNameOrFree:
            (void)raise(in, kNameError, kFree, name_at(frame, pc + 2));
            return false;
        case Opcode::LoadCell:
            (void)raise(in, kUnboundLocalError, kLocal, name_at(frame, pc + 3));
            return false;
        default: (void)raise(in, kUnboundLocalError, kLocal, name_at(frame, pc + 2)); return false;
    }
}

// --- attributes ------------------------------------------------------------------------------

namespace {

// Where the attribute is, by the cache of the VM or by looking. kind None: not to be cached. False:
// an exception is pending.
bool locate(Interp& in, Value object, Str* name, AttrLocation& where) {
    Object* o = object.object();
    AttrCache::Attr& known = in.vm().attr_cache().attr(o->shape, name);
    if (known.where.shape == o->shape && known.name == name &&
        known.where.version == o->type()->version) {
        where = known.where;
        return true;
    }
    locate_for_load(in, object, name, where);
    if (in.has_pending()) return false;
    if (where.kind == AttrLocation::Kind::Spilled) where.value = Value::from_int(where.index);
    if (where.kind != AttrLocation::Kind::None) known = {name, where};
    return true;
}

Value value_at(const Object* o, u32 offset) {
    return *reinterpret_cast<const Value*>(reinterpret_cast<const u8*>(o) + offset);
}

}  // namespace

}  // namespace slow

Value* instance_slot(Interp& in, Value object, Str* name) {
    using Kind = AttrLocation::Kind;
    if (!object.is_object() || object.object()->type()->has(kCustomSet) ||
        is_dictionary_shape(object.object()->shape))
        return nullptr;
    AttrLocation where;
    if (!slow::locate(in, object, name, where)) {
        in.set_pending(Value());
        return nullptr;
    }
    auto* at = reinterpret_cast<Value*>(reinterpret_cast<u8*>(object.object()) + where.offset);
    if (where.kind == Kind::Inline) return at;
    if (where.kind != Kind::Spilled) return nullptr;
    return static_cast<ValueArray*>(at->object())->items + where.value.as_int();
}

namespace slow {

namespace {

// What a module itself has; done(): not there. The cache's key is then the module (which no
// object's shape is) and its version that of the module's dict.
Value module_attr(Interp& in, InlineCache& cache, Module* m, Str* name) {
    const u32 version = m->dict ? m->dict->version : 0;
    if (cache.key == m && cache.version == version)
        return cache.kind == InlineCache::kGlobalCell ? *cache.cell : cache.target();
    Value* cell = m->dict ? dict_find(m->dict, name) : nullptr;
    const Value v = cell ? *cell : module_get(m, name);
    if (is_done(v)) return v;
    if (cell) {
        cache.kind = InlineCache::kGlobalCell;
        cache.cell = cell;
    } else {
        cache.kind = InlineCache::kGlobalConstant;
        cache.target_bits = v.bits();
    }
    cache.key = m;
    cache.version = version;
    const Value held(m);
    in.heap().shade_all(&held, 1);
    return v;
}

}  // namespace

Outcome load_attr(Interp& in, Frame* frame, const u8* pc) {
    using Kind = AttrLocation::Kind;
    Value object = frame->registers[pc[2]], v;
    Str* name = name_at(frame, pc + 3);
    if (is_exact<Module>(object)) {
        v = module_attr(in, cache_at(frame, pc + 3), as<Module>(object), name);
        if (!is_done(v)) {
            frame->registers[pc[1]] = v;
            return Outcome::Returned;
        }
        v = Value();
    }
    AttrLocation where;
    if (object.is_object()) {
        if (!locate(in, object, name, where)) return Outcome::Failed;
        fill_cache(in, cache_at(frame, pc + 3), where);
    }
    switch (where.kind) {
        case Kind::Inline: v = value_at(object.object(), where.offset); break;
        case Kind::Member:
            v = value_at(object.object(), where.offset);
            if (!v) v = get_attr(in, object, name);  // which raises
            break;
        case Kind::Spilled:
            v = static_cast<ValueArray*>(value_at(object.object(), where.offset).object())
                    ->items[where.value.as_int()];
            break;
        case Kind::Constant: v = where.value; break;
        case Kind::Property:
            if (is_exact<Function>(where.value)) {
                Function* getter = as<Function>(where.value);
                if (getter->code->has(kSimpleCall) && getter->code->positional == 1) {
                    Frame* pushed = in.vm().push_frame(getter, 1);
                    if (!pushed) return Outcome::Failed;
                    pushed->registers[0] = object;
                    return Outcome::Pushed;
                }
            }
            [[fallthrough]];
        default: v = get_attr(in, object, name);
    }
    if (!v) return Outcome::Failed;
    frame->registers[pc[1]] = v;
    return Outcome::Returned;
}

bool store_attr(Interp& in, Frame* frame, const u8* pc) {
    Value object = frame->registers[pc[1]];
    Str* name = name_at(frame, pc + 2);
    AttrLocation where;
    if (object.is_object()) {
        locate_for_store(in, object, name, where);
        if (in.has_pending()) return false;
    }
    if (!set_attr(in, object, name, frame->registers[pc[4]])) return false;
    using Kind = AttrLocation::Kind;
    if (where.kind == Kind::Inline || where.kind == Kind::Member || where.kind == Kind::Add)
        fill_cache(in, cache_at(frame, pc + 2), where);
    return true;
}

bool load_method(Interp& in, Frame* frame, const u8* pc) {
    Value object = frame->registers[pc[2]];
    Value* out = frame->registers + pc[1];
    Str* name = name_at(frame, pc + 3);
    if (is_exact<Module>(object)) {
        const Value v = module_attr(in, cache_at(frame, pc + 3), as<Module>(object), name);
        if (!is_done(v)) {
            out[0] = v;
            out[1] = Value();
            return true;
        }
    }
    if (object.is_object()) {
        AttrLocation where;
        if (!locate(in, object, name, where)) return false;
        if (where.kind == AttrLocation::Kind::Method) {
            fill_cache(in, cache_at(frame, pc + 3), where);
            out[0] = where.value;
            out[1] = object;
            return true;
        }
    }
    Value self;
    Value function = find_method(in, object, name, self);
    if (!function) return false;
    out[0] = function;
    out[1] = self;
    return true;
}

namespace {

// super().name, where base holds super, the class and the first argument.
Value super_method(Interp& in, const Value* base, Str* name, Value& self) {
    self = Value();
    if (base[0] == Value(&Super::kType) && is_type(base[1]) && base[2])
        return super_find_method(in, base[1], base[2], name, self);
    Value proxy = call_super(in, base);
    return proxy ? get_attr(in, proxy, name) : Value();
}

}  // namespace

// A call of super without arguments. Another function of that name gets none.
Value call_super(Interp& in, const Value* base) {
    if (!(base[0] == Value(&Super::kType))) return call(in, base[0]);
    if (!base[2]) return raise(in, kRuntimeError, "super(): arg[0] deleted");
    if (base[1] && is_none(base[1]))
        return raise(in, kRuntimeError, "super(): __class__ cell not found");
    return new_super(in, base[1], base[2]);
}

bool load_super_attr(Interp& in, Frame* frame, const u8* pc) {
    const Value* base = frame->registers + pc[2];
    Value self;
    Value v = super_method(in, base, name_at(frame, pc + 3), self);
    if (v && self) {
        auto bound = new_bound_method(in, v, self);
        v = bound ? Value(bound.take()) : Value();
    }
    return store(frame->registers, pc[1], v);
}

bool load_super_method(Interp& in, Frame* frame, const u8* pc) {
    Value* base = frame->registers + pc[1];
    Value self;
    Value v = super_method(in, base, name_at(frame, pc + 2), self);
    if (!v) return false;
    base[0] = v;
    base[1] = self;
    return true;
}

// --- containers ------------------------------------------------------------------------------

bool unpack(Interp& in, Value* regs, const u8* pc) {
    usize wanted = pc[3];
    Value source = regs[pc[2]];
    if (is_exact<List>(source) && as<List>(source)->size_ == wanted) {
        std::copy_n(as<List>(source)->begin(), wanted, regs + pc[1]);
        return true;
    }
    Value iterator = iterate(in, source);
    if (!iterator) {
        if (is_instance(in.pending(), &kTypeError)) {
            (void)in.take_pending();
            (void)raise(in, kTypeError, "cannot unpack non-iterable {} object",
                        TextArg::type_name(source));
        }
        return false;
    }
    for (usize i = 0; i < wanted; ++i) {
        Value item = next(in, iterator);
        if (!item) return false;
        if (is_done(item)) {
            (void)raise(in, kValueError, "not enough values to unpack (expected {}, got {})",
                        wanted, i);
            return false;
        }
        regs[pc[1] + i] = item;
    }
    Value more = next(in, iterator);
    if (!more) return false;
    if (is_done(more)) return true;
    (void)raise(in, kValueError, "too many values to unpack (expected {})", wanted);
    return false;
}

namespace {

// All items of what is unpacked; null: an exception is pending.
List* unpacked_items(Interp& in, Value source) {
    auto all = list_from(in, source);
    if (all) return all.take();
    if (is_instance(in.pending(), &kTypeError) && !find_slot<&Slots::iter>(type_of(source))) {
        (void)in.take_pending();
        (void)raise(in, kTypeError, "cannot unpack non-iterable {} object",
                    TextArg::type_name(source));
    }
    return nullptr;
}

// The items between the first `before` and the last `after`; null: there are too few.
List* middle_items(Interp& in, List* items, usize before, usize after) {
    if (items->size() < before + after) {
        (void)raise(in, kValueError, "not enough values to unpack (expected at least {}, got {})",
                    before + after, items->size());
        return nullptr;
    }
    const usize middle = items->size() - before - after;
    auto rest = new_list(in, std::span<const Value>(items->begin() + before, middle));
    return rest ? rest.take() : nullptr;
}

}  // namespace

bool unpack_starred(Interp& in, Value* regs, const u8* pc) {
    const usize before = pc[3], after = pc[4];
    List* items = unpacked_items(in, regs[pc[2]]);
    List* rest = items ? middle_items(in, items, before, after) : nullptr;
    if (!rest) return false;
    Value* out = regs + pc[1];
    std::copy_n(items->begin(), before, out);
    out[before] = rest;
    std::copy_n(items->begin() + items->size() - after, after, out + before + 1);
    return true;
}

bool unpack_list(Interp& in, Value* regs, const u8* pc) {
    const usize before = read_u16(pc + 3), after = read_u16(pc + 5);
    List* items = unpacked_items(in, regs[pc[2]]);
    if (!items) return false;
    if (after != 0xffff) {
        List* rest = middle_items(in, items, before, after);
        auto all = rest ? new_list(in, items->span().first(before)) : Result<List*>();
        if (!all || !list_append(in, all.take(), rest)) return false;
        for (Value v : items->span().last(after))
            if (!list_append(in, all.take(), v)) return false;
        items = all.take();
    } else if (items->size() != before) {
        const bool is_short = items->size() < before;
        if (is_short)
            (void)raise(in, kValueError, "not enough values to unpack (expected {}, got {})",
                        before, items->size());
        else
            (void)raise(in, kValueError, "too many values to unpack (expected {})", before);
        return false;
    }
    return store(regs, pc[1], items);
}

namespace {

bool build_dict(Interp& in, Value* regs, const u8* pc) {
    auto dict = new_dict(in, pc[3]);
    if (!dict) return false;
    const Value* pair = regs + pc[2];
    for (u8 i = 0; i < pc[3]; ++i, pair += 2)
        if (!dict_set(in, dict.take(), pair[0], pair[1])) return false;
    regs[pc[1]] = dict.take();
    return true;
}

bool build_set(Interp& in, Value* regs, const u8* pc) {
    auto set = new_set(in);
    if (!set) return false;
    for (u8 i = 0; i < pc[3]; ++i)
        if (!set_add(in, set.take(), regs[pc[2] + i])) return false;
    regs[pc[1]] = set.take();
    return true;
}

bool build_string(Interp& in, Value* regs, const u8* pc) {
    auto joined = join_strings(in, {regs + pc[2], pc[3]});
    return joined && store(regs, pc[1], joined.take());
}

bool set_update(Interp& in, Value set, Value iterable) {
    Value iterator = iterate(in, iterable);
    if (!iterator) return false;
    for (;;) {
        Value item = next(in, iterator);
        if (!item) return false;
        if (is_done(item)) return true;
        if (!set_add(in, as<Set>(set), item)) return false;
    }
}

bool is_spreadable(Value v) {
    const Type* type = type_of(v);
    return find_slot<&Slots::iter>(type) || find_slot<&Slots::get_item>(type);
}

// f(*iterable).
bool spread_argument(Interp& in, Value* regs, const u8* pc) {
    Value v = regs[pc[2]];
    if (is_spreadable(v)) return bool(extend(in, as<List>(regs[pc[1]]), v));
    auto name = callable_name(in, regs[pc[3]]);
    if (name)
        (void)raise(in, kTypeError, "{} argument after * must be an iterable, not {}", name.take(),
                    TextArg::type_name(v));
    return false;
}

// {**mapping}, and f(**mapping) where `callee` is given: duplicates are then errors.
bool dict_merge(Interp& in, Dict* dict, Value mapping, Value callee) {
    Value keys = find_attr(in, mapping, "keys"_sym);
    if (!keys) return false;
    if (is_done(keys)) {
        if (callee) {
            auto name = callable_name(in, callee);
            if (name)
                (void)raise(in, kTypeError, "{} argument after ** must be a mapping, not {}",
                            name.take(), TextArg::type_name(mapping));
        } else {
            (void)raise(in, kTypeError, "'{}' object is not a mapping",
                        TextArg::type_name(mapping));
        }
        return false;
    }
    Value all = call(in, keys);
    Value iterator = all ? iterate(in, all) : Value();
    if (!iterator) return false;
    for (;;) {
        Value key = next(in, iterator);
        if (!key) return false;
        if (is_done(key)) return true;
        if (callee) {
            if (!is<Str>(key)) {
                (void)raise(in, kTypeError, "keywords must be strings");
                return false;
            }
            Value there = dict_get(in, dict, key);
            if (!there) return false;
            if (!is_done(there)) {
                auto name = callable_name(in, callee);
                if (name)
                    (void)raise(in, kTypeError, "{} got multiple values for keyword argument '{}'",
                                name.take(), as<Str>(key));
                return false;
            }
        }
        Value v = krait::get_item(in, mapping, key);
        if (!v || !dict_set(in, dict, key, v)) return false;
    }
}

}  // namespace

bool build(Interp& in, Value* regs, const u8* pc) {
    switch (opcode(pc)) {
        case Opcode::BuildTuple: {
            auto tuple = new_tuple(in, std::span<const Value>(regs + pc[2], pc[3]));
            return tuple && store(regs, pc[1], tuple.take());
        }
        case Opcode::BuildList: {
            auto list = new_list(in, std::span<const Value>(regs + pc[2], pc[3]));
            return list && store(regs, pc[1], list.take());
        }
        case Opcode::BuildSet: return build_set(in, regs, pc);
        case Opcode::BuildDict: return build_dict(in, regs, pc);
        case Opcode::BuildString: return build_string(in, regs, pc);
        case Opcode::BuildSlice: {
            const Value* parts = regs + pc[2];
            auto slice = new_slice(in, parts[0], parts[1], parts[2]);
            return slice && store(regs, pc[1], slice.take());
        }
        case Opcode::ListExtend: {
            Value v = regs[pc[2]];
            if (is_spreadable(v)) return bool(extend(in, as<List>(regs[pc[1]]), v));
            (void)raise(in, kTypeError, "Value after * must be an iterable, not {}",
                        TextArg::type_name(v));
            return false;
        }
        case Opcode::SpreadArgument: return spread_argument(in, regs, pc);
        case Opcode::ListToTuple: {
            auto tuple = new_tuple(in, as<List>(regs[pc[2]])->span());
            return tuple && store(regs, pc[1], tuple.take());
        }
        case Opcode::SetAdd: return bool(set_add(in, as<Set>(regs[pc[1]]), regs[pc[2]]));
        case Opcode::SetUpdate: return set_update(in, regs[pc[1]], regs[pc[2]]);
        case Opcode::DictAdd:
            return bool(dict_set(in, as<Dict>(regs[pc[1]]), regs[pc[2]], regs[pc[3]]));
        case Opcode::DictUpdate: return dict_merge(in, as<Dict>(regs[pc[1]]), regs[pc[2]], Value());
        default: return dict_merge(in, as<Dict>(regs[pc[1]]), regs[pc[2]], regs[pc[3]]);
    }
}

bool format_value(Interp& in, Value* regs, const u8* pc) {
    const Value* base = regs + pc[2];
    Value v = base[0];
    Result<Str*> text;
    switch (pc[3] & 3) {
        case 1: text = to_str(in, v); break;
        case 2: text = repr(in, v); break;
        case 3: text = krait::ascii(in, v); break;
        default: break;
    }
    if (pc[3] & 3) {
        if (!text) return false;
        v = text.take();
    }
    if (pc[3] & 4) {
        text = krait::format(in, v, as<Str>(base[1]));
    } else if (is_exact<Str>(v)) {
        text = as<Str>(v);
    } else {
        text = krait::format(in, v, mutable_name(""_sym));
    }
    return text && store(regs, pc[1], text.take());
}

}  // namespace slow
}  // namespace krait
