// Making classes: the steps around a class body, and what type.__new__ does.
#include "core/class.hpp"

#include "core/bind.hpp"
#include "core/class_parts.hpp"
#include "core/interp.hpp"
#include "core/special.hpp"

namespace krait {

namespace {

void trace_builder(Object* o, Marker& m) {
    auto* b = static_cast<ClassBuilder*>(o);
    m.object(b->name);
    m.object(b->bases);
    m.object(b->original_bases);
    m.value(b->metaclass);
    m.object(b->keywords);
    m.object(b->keyword_values);
    m.value(b->namespace_);
}

void trace_cell(Object* o, Marker& m) { m.value(static_cast<Cell*>(o)->value); }

Value cell_repr(Interp& in, Value self) {
    Value content = as<Cell>(self)->value;
    if (!content) return format_str(in, "<cell: empty>").take();
    return format_str(in, "<cell: {} object>", type_of(content)).take();
}

constinit const Slots kBuilderSlots{.trace = trace_builder};
constinit const Slots kCellSlots{.repr = cell_repr, .trace = trace_cell};

// Splits the keywords of a class statement into metaclass and the rest.
Status take_keywords(Interp& in, ClassBuilder* b, const CallArgs& args) {
    const Value* values = args.values + args.positional;
    usize rest = args.named;
    for (u32 i = 0; i < args.named; ++i)
        if (args.names[i] == Value("metaclass"_sym)) {
            b->metaclass = values[i];
            --rest;
        }
    b->keywords = KRAIT_TRY(new_tuple(in, rest));
    b->keyword_values = KRAIT_TRY(new_tuple(in, rest));
    for (u32 i = 0, at = 0; i < args.named; ++i) {
        if (args.names[i] == Value("metaclass"_sym)) continue;
        in.heap().write(b->keywords->items_[at], args.names[i]);
        in.heap().write(b->keyword_values->items_[at++], values[i]);
    }
    return kOk;
}

// Calls with name, bases (and the namespace), then the class statement's keywords.
Value call_with_keywords(Interp& in, Value callee, const ClassBuilder* b, Value ns) {
    const usize positional = ns ? 3 : 2, named = b->keywords->size();
    Tuple* values = KRAIT_TRY(new_tuple(in, positional + named));
    values->items_[0] = Value(b->name);
    values->items_[1] = Value(b->bases);
    if (ns) values->items_[2] = ns;
    std::copy_n(b->keyword_values->items_, named, values->items_ + positional);
    return call(in, callee,
                {values->items_, static_cast<u32>(positional), static_cast<u32>(named),
                 b->keywords->items_});
}

Status set_metaclass(Interp& in, ClassBuilder* b) {
    if (!b->metaclass)
        b->metaclass = Value(b->bases->size() ? type_of((*b->bases)[0]) : &Type::kType);
    if (!is_type(b->metaclass)) return kOk;  // any callable will do
    const Type* meta = KRAIT_TRY(calculate_metaclass(in, as_type(b->metaclass), b->bases));
    in.heap().write(b->metaclass, Value(meta));
    return kOk;
}

Status prepare(Interp& in, ClassBuilder* b) {
    Value prepare = done();
    if (b->metaclass != Value(&Type::kType))
        prepare = KRAIT_TRY(find_attr(in, b->metaclass, "__prepare__"_sym));
    Value ns = KRAIT_TRY(is_done(prepare) ? Value(KRAIT_TRY(new_dict(in)))
                                          : call_with_keywords(in, prepare, b, Value()));
    in.heap().write(b->namespace_, ns);
    return kOk;
}

// Functions that are static or class methods by their name.
Status wrap_special_methods(Interp& in, Dict* dict) {
    Value f = dict_get(dict, "__new__"_sym);
    if (f && type_of(f)->has(kMethodLike))
        KRAIT_TRY(dict_set(in, dict, "__new__"_sym, KRAIT_TRY(new_static_method(in, f))));
    for (const Str* name : {"__init_subclass__"_sym, "__class_getitem__"_sym}) {
        f = dict_get(dict, name);
        if (f && type_of(f)->has(kMethodLike))
            KRAIT_TRY(dict_set(in, dict, name, KRAIT_TRY(new_class_method(in, f))));
    }
    return kOk;
}

// The entries that type.__new__ takes out of the namespace or adds to it.
Status settle_namespace(Interp& in, HeapType* cls, Dict* ns) {
    Dict* dict = cls->dict;
    if (Value q = dict_get(dict, "__qualname__"_sym)) {
        if (!is<Str>(q))
            return raise(in, kTypeError, "type __qualname__ must be a str, not {}", type_of(q));
        in.heap().write(cls->qualname, as<Str>(q));
        dict_remove(dict, "__qualname__"_sym);
    }
    if (Value cell = dict_get(dict, "__classcell__"_sym)) {
        if (!is_exact<Cell>(cell))
            return raise(in, kTypeError, "__classcell__ must be a nonlocal cell, not <class '{}'>",
                         type_of(cell));
        in.heap().write(as<Cell>(cell)->value, Value(cls));
        dict_remove(dict, "__classcell__"_sym);
        dict_remove(ns, "__classcell__"_sym);
    }
    if (!dict_find(dict, "__module__"_sym)) {
        Value module = in.running_module_name();
        if (!is_done(module)) KRAIT_TRY(dict_set(in, dict, "__module__"_sym, module));
    }
    if (!dict_find(dict, "__doc__"_sym) && !is_none(type_lookup_plain(cls->base, "__doc__"_sym)))
        KRAIT_TRY(dict_set(in, dict, "__doc__"_sym, none()));
    if (dict_find(dict, "__eq__"_sym) && !dict_find(dict, "__hash__"_sym))
        KRAIT_TRY(dict_set(in, dict, "__hash__"_sym, none()));
    return wrap_special_methods(in, dict);
}

constexpr u32 kInheritedFlags = kExceptionType | kHasFinalizer | kHasDict | kMetaType |
                                kDataDescriptor | kSequencePattern | kMappingPattern |
                                kVariableSize;

u16 inherited_flags(const Tuple* bases, const Type* layout) {
    u32 flags = kHeapType;
    for (Value base : bases->span()) flags |= as_type(base)->flags & kInheritedFlags;
    if (find_slot<&Slots::size>(layout)) flags |= kVariableSize;
    return static_cast<u16>(flags);
}

// Instances start with room for as many attributes as those of the base class.
u16 first_capacity(const HeapType* cls) {
    if (!has_attributes(cls)) return 0;
    if (cls->has(kVariableSize)) return 1;
    const Shape* base_root = cls->base->root_shape;
    return std::clamp<u16>(std::max(base_root->inline_capacity, kDefaultCapacity), 1, kMaxCapacity);
}

// A cell for the class with all that is known before its namespace is looked at.
Result<HeapType*> allocate_class(Interp& in, const Type* meta, Str* name, Tuple* bases, Dict* ns) {
    const Type* base = KRAIT_TRY(best_base(in, bases));
    Object* o = KRAIT_TRY(allocate_instance(in, meta, sizeof(HeapType)));
    auto* cls = static_cast<HeapType*>(o);
    cls->name = name;
    cls->base = base;
    cls->layout = base->layout;
    cls->slots = &kInstanceSlots;
    cls->flags = inherited_flags(bases, base->layout);
    cls->instance_size = base->has(kHeapType) ? base->instance_size : base->layout->instance_size;
    cls->bases = bases;
    cls->qualname = name;
    cls->dict = KRAIT_TRY(dict_copy(in, ns));
    Tuple* mro = KRAIT_TRY(compute_mro(in, cls, bases));  // the class is in it: with barrier now
    in.heap().write(cls->mro, mro);
    return cls;
}

// Tells each base about the class, weakly.
Status join_bases(Interp& in, HeapType* cls) {
    for (Value b : cls->bases->span()) {
        if (!as_type(b)->has(kHeapType)) continue;
        HeapType* base = heap_type(as_type(b));
        if (!base->subclasses) {
            List* list = KRAIT_TRY(new_list(in));
            in.heap().write(base->subclasses, list);
        }
        auto* cell = KRAIT_TRY(in.make<WeakCell>());
        cell->target = cls;
        cell->owner = none();
        in.heap().add_weak(cell);
        List* list = base->subclasses;
        for (usize i = 0; i < list->size(); ++i)
            if (!as<WeakCell>(list->begin()[i])->target) {  // reuse the place of a dead one
                in.heap().write(list->begin()[i], Value(cell));
                cell = nullptr;
                break;
            }
        if (cell) KRAIT_TRY(list_append(in, list, Value(cell)));
    }
    return kOk;
}

Status call_set_names(Interp& in, HeapType* cls, Dict* ns) {
    usize position = 0;
    Value key, value;
    while (dict_next(ns, position, key, value)) {
        Value f = KRAIT_TRY(find_dunder(in, value, "__set_name__"_sym));
        if (is_done(f)) continue;
        const Value args[] = {Value(cls), key};
        if (call_found(in, f, value, args)) continue;
        Value e = in.take_pending();
        KRAIT_TRY(add_note(
            in, e,
            KRAIT_TRY(format_str(in, "Error calling __set_name__ on '{}' instance {} in '{}'",
                                 type_of(value), key, cls))));
        in.set_pending(e);
        return {};
    }
    return kOk;
}

Status call_init_subclass(Interp& in, HeapType* cls, const CallArgs& keywords) {
    Value hook = KRAIT_TRY(type_lookup_after(in, cls, cls, "__init_subclass__"_sym));
    if (is_done(hook)) return kOk;
    Value bound = KRAIT_TRY(bind_attr(in, hook, Value(), cls));
    KRAIT_TRY(call(in, bound, keywords));
    return kOk;
}

Status check_base(Interp& in, Value base) {
    if (!is_type(base)) return raise(in, kTypeError, "bases must be types");
    if (as_type(base)->has(kFinal))
        return raise(in, kTypeError, "type '{}' is not an acceptable base type", as_type(base));
    return kOk;
}

}  // namespace

constinit const BuiltinType ClassBuilder::kType{{.name = "class_builder"_sym,
                                                 .slots = &kBuilderSlots,
                                                 .flags = kFinal,
                                                 .size = sizeof(ClassBuilder)}};
static Value cell_contents(Interp& in, Value self) {
    const Value v = static_cast<Cell*>(self.object())->value;
    return v ? v : Value(raise(in, kValueError, "Cell is empty"));
}
static Status cell_set_contents(Interp& in, Value self, Value v) {
    in.heap().write(static_cast<Cell*>(self.object())->value, v);
    return kOk;
}
static constexpr Row kCellRows[] = {
    getter<"cell_contents", cell_contents, cell_set_contents>,
};

constinit const BuiltinType Cell::kType{{.name = "cell"_sym,
                                         .slots = &kCellSlots,
                                         .rows = kCellRows,
                                         .flags = kFinal,
                                         .size = sizeof(Cell)}};

Result<Cell*> new_cell(Interp& in, Value value) {
    auto* cell = KRAIT_TRY(in.make<Cell>());
    cell->value = value;
    return cell;
}

Result<ClassBuilder*> begin_class(Interp& in, Str* name, const CallArgs& args) {
    auto* b = KRAIT_TRY(in.make<ClassBuilder>());
    b->name = name;
    Tuple* bases = KRAIT_TRY(new_tuple(in, std::span(args.values, args.positional)));
    in.heap().write(b->original_bases, bases);
    bases = KRAIT_TRY(resolve_bases(in, bases));
    in.heap().write(b->bases, bases);
    KRAIT_TRY(take_keywords(in, b, args));
    KRAIT_TRY(set_metaclass(in, b));
    KRAIT_TRY(prepare(in, b));
    return b;
}

Value finish_class(Interp& in, ClassBuilder* b) {
    if (b->original_bases != b->bases)
        KRAIT_TRY(
            set_item(in, b->namespace_, Value("__orig_bases__"_sym), Value(b->original_bases)));
    Value cell = none();
    if (is<Dict>(b->namespace_)) {
        Value found = dict_get(as<Dict>(b->namespace_), "__classcell__"_sym);
        if (found) cell = found;
    }
    Value cls = KRAIT_TRY(call_with_keywords(in, b->metaclass, b, b->namespace_));
    if (is_exact<Cell>(cell) && is_type(cls) && as<Cell>(cell)->value != cls)
        return raise(in, kRuntimeError,
                     "__class__ not set defining '{}' as {}. Was __classcell__ propagated to "
                     "type.__new__?",
                     b->name, cls);
    return cls;
}

Result<Tuple*> resolve_bases(Interp& in, Tuple* bases) {
    bool changed = false;
    for (Value b : bases->span()) changed |= !is_type(b);
    if (!changed) return bases;
    List* resolved = KRAIT_TRY(new_list(in, bases->size()));
    const Value original(bases);
    for (usize i = 0; i < bases->size(); ++i) {
        Value base = (*bases)[i];
        Value entries = done();
        if (!is_type(base)) entries = KRAIT_TRY(find_attr(in, base, "__mro_entries__"_sym));
        if (is_done(entries)) {
            KRAIT_TRY(list_append(in, resolved, base));
            continue;
        }
        Value more = KRAIT_TRY(call(in, entries, original));
        if (!is<Tuple>(more)) return raise(in, kTypeError, "__mro_entries__ must return a tuple");
        KRAIT_TRY(extend(in, resolved, more));
    }
    return new_tuple(in, resolved->span());
}

Result<const Type*> calculate_metaclass(Interp& in, const Type* metaclass, Tuple* bases) {
    const Type* winner = metaclass;
    for (Value b : bases->span()) {
        const Type* meta = type_of(b);
        if (winner->is_subtype_of(meta)) continue;
        if (!meta->is_subtype_of(winner))
            return raise(in, kTypeError,
                         "metaclass conflict: the metaclass of a derived class must be a "
                         "(non-strict) subclass of the metaclasses of all its bases");
        winner = meta;
    }
    return winner;
}

Result<Type*> new_class(Interp& in, const Type* metaclass, Str* name, Tuple* bases, Dict* ns,
                        const CallArgs& keywords) {
    if (!in.check_stack()) return {};
    const Value object_type(&ObjectType::kType);
    if (bases->size() == 0) bases = KRAIT_TRY(new_tuple(in, std::span(&object_type, 1)));
    for (Value b : bases->span()) KRAIT_TRY(check_base(in, b));
    metaclass = KRAIT_TRY(calculate_metaclass(in, metaclass, bases));
    name = KRAIT_TRY(intern(in, name));
    HeapType* cls = KRAIT_TRY(allocate_class(in, metaclass, name, bases, ns));
    KRAIT_TRY(settle_namespace(in, cls, ns));
    KRAIT_TRY(add_slots(in, cls));
    Shape* root = KRAIT_TRY(new_root_shape(in, cls, first_capacity(cls)));
    in.heap().write(cls->root_shape, root);
    KRAIT_TRY(join_bases(in, cls));
    class_changed(in, cls);
    KRAIT_TRY(call_set_names(in, cls, ns));
    KRAIT_TRY(call_init_subclass(in, cls, keywords));
    return cls;
}

}  // namespace krait
