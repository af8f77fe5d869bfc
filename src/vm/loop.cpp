// The interpreter loop (ENGINE.md has the measurements behind its form).
//
// Registers, pc and constants are locals; the frame is re-read only when it changes. Every handler
// is a few lines; what is not fast goes to slow.cpp, which decodes the operands again. `frame->pc`
// is written before a callee's frame is pushed and whenever C++ might look at it.
#include "objects/loop.hpp"

#include "core/arith.hpp"
#include "core/bind.hpp"
#include "core/bound_method.hpp"
#include "vm/fast.hpp"
#include "vm/native.hpp"
#include "vm/opcode_counts.hpp"
#include "vm/slow.hpp"
#include "vm/viper.hpp"

namespace krait {

namespace {

inline u16 read_u16(const u8* p) { return static_cast<u16>(p[0] | p[1] << 8); }
inline i16 read_i16(const u8* p) { return static_cast<i16>(read_u16(p)); }
inline i32 read_i32(const u8* p) {
    return static_cast<i32>(read_u16(p) | static_cast<u32>(read_u16(p + 2)) << 16);
}

inline bool cache_hit(const InlineCache& cache, const Object* o) {
    return cache.key == o->shape && o->shape->of->version == cache.version;
}

template <class Ints, class Floats>
inline int compare_fast(Value a, Value b, Ints ints, Floats floats) {
    if (Value::both_ints(a, b)) [[likely]]
        return ints(a.as_int(), b.as_int());
    Float x, y;
    if (fast::to_float(a, x) && fast::to_float(b, y) && !a.is_int() && !b.is_int())
        return floats(x, y);
    return -1;
}

}  // namespace

// Runs from `frame` until the frame `entry` returns. `throwing`: the pending exception is raised
// where the frame stands.
// NOLINTNEXTLINE(readability-function-size): the loop is one function
Value Vm::run(Frame* entry, bool throwing) {
    // NOLINTBEGIN(readability-identifier-naming): tables, constant like those outside
    static const void* const kLabels[] = {
#define OP(name, ...) &&L_##name,
#include "bytecode/opcodes.def"
#undef OP
    };
    static const void* const kTracedLabels[] = {
#define OP(...) &&L_traced,
#include "bytecode/opcodes.def"
#undef OP
    };
#ifdef KRAIT_COUNT_OPCODES
    static const void* const kCountedLabels[] = {
#define OP(...) &&L_counted,
#include "bytecode/opcodes.def"
#undef OP
    };
    const void* const* const plain_labels = kCountedLabels;
#else
    const void* const* const plain_labels = kLabels;
#endif
#if KRAIT_HAS_NATIVE
    // Where machine code may be entered; and what follows one instruction that it left to the loop.
    static const void* const kNativeLabels[] = {
#define OP(name, ...)                                                                          \
    Opcode::name == Opcode::Loop                                           ? &&L_native_loop   \
    : Opcode::name == Opcode::Call || Opcode::name == Opcode::CallMethod   ? &&L_native_call   \
    : Opcode::name == Opcode::Return || Opcode::name == Opcode::ReturnNone ? &&L_native_return \
                                                                           : &&L_##name,
#include "bytecode/opcodes.def"
#undef OP
    };
    static const void* const kStepLabels[] = {
#define OP(...) &&L_native_step,
#include "bytecode/opcodes.def"
#undef OP
    };
    // NOLINTEND(readability-identifier-naming)
    tables_[2] = kNativeLabels;
#endif
    if (!labels_) [[unlikely]] {
        tables_[0] = plain_labels;
        tables_[1] = kTracedLabels;
        labels_ = tables_[plain_table_];
    }
    // The table in use is looked up again wherever a call of C++ may have changed it.
    const void* const* labels = labels_;
    Interp& in = in_;
    entry->flags |= kEntryFrame;
    Frame* frame = entry;
    Value* regs;
    const u8* pc;
    const Value* consts;
    InlineCache* caches;
    Value result;
    Value callee;
    Value* window;
    u32 argc;

#define LOAD_FRAME()                                  \
    regs = frame->registers;                          \
    pc = frame->pc;                                   \
    consts = frame->function->code->constants->items; \
    caches = frame->function->caches->items
#define DISPATCH() goto* labels[*pc]
#define NEXT(size)  \
    do {            \
        pc += size; \
        DISPATCH(); \
    } while (0)
#define R(i) regs[pc[i]]
#define CACHE(i) caches[read_u16(pc + (i))]
#define SLOW(call, size)         \
    do {                         \
        frame->pc = pc + (size); \
        if (!(call)) goto error; \
        NEXT(size);              \
    } while (0)
#define SLOW_VALUE(call, size)              \
    do {                                    \
        frame->pc = pc + (size);            \
        if (!(result = (call))) goto error; \
        R(1) = result;                      \
        NEXT(size);                         \
    } while (0)
#define JUMP(at, size) pc += (size) + read_i16(pc + (at))
#if KRAIT_HAS_NATIVE
#define ENTER_NATIVE()                                 \
    do {                                               \
        if (labels_ == kNativeLabels) goto try_native; \
        DISPATCH();                                    \
    } while (0)
#else
#define ENTER_NATIVE() DISPATCH()
#endif

    LOAD_FRAME();
    if (throwing) goto throw_here;
    ENTER_NATIVE();

#if KRAIT_HAS_NATIVE
L_native_loop:
    if (in.safe_point().load(std::memory_order_relaxed)) [[unlikely]]
        goto L_Loop;
    JUMP(1, 3);
    goto try_native;
L_native_step:
    labels = labels_;
    goto try_native;
L_native_call : {
    Value* base = regs + pc[2];
    CallArgs args{base + 1, pc[3], 0, nullptr};
    if (!is_exact<Function>(*base) || !as<Function>(*base)->code->native) goto* kLabels[*pc];
    if (*pc == static_cast<u8>(Opcode::CallMethod)) {
        args.values = base[1] ? base + 1 : base + 2;
        args.positional += bool(base[1]);
    }
    frame->pc = pc + 4;
    switch (slow::call(in, frame, *base, args, result)) {
        case slow::Outcome::Failed: goto error;
        case slow::Outcome::Returned:
            R(1) = result;
            labels = labels_;
            NEXT(4);
        case slow::Outcome::Pushed: goto pushed;
    }
}
L_native_return : {
    if (frame->flags) goto* kLabels[*pc];
    result = *pc == static_cast<u8>(Opcode::Return) ? R(1) : none();
    u8 dst = frame->result;
    in.thread().frame = frame = frame->caller;
    LOAD_FRAME();
    regs[dst] = result;
    goto try_native;
}
try_native:
    labels = labels_;
    if (NativeCode* native = frame->code()->native; native && labels == kNativeLabels) {
        if (const u8* entry = native->entry(frame->offset_of(pc))) {
            frame->pc = pc;
            const NativeEngine::Exit exit = native->engine->run(frame, entry);
            frame = in.thread().frame;
            LOAD_FRAME();
            labels = labels_;
            if (exit == NativeEngine::Exit::Error) goto error;
            if (labels == kTracedLabels) goto L_traced;
            if (exit == NativeEngine::Exit::Step) labels = kStepLabels;
            goto* kLabels[*pc];
        }
    }
    DISPATCH();
#endif

#ifdef KRAIT_COUNT_OPCODES
L_counted:
    opcode_counts().add(*pc);
    goto* kLabels[*pc];
#endif

L_traced:
    frame->pc = pc + 1;
    if (!tracer_.instruction(frame, pc)) goto error;
    labels = labels_;
    goto* kLabels[*pc];

L_Move:
    R(1) = R(2);
    NEXT(3);
L_LoadConst:
    R(1) = consts[pc[2]];
    NEXT(3);
L_LoadConstWide:
    R(1) = consts[read_u16(pc + 2)];
    NEXT(4);
L_LoadInt:
    R(1) = Value::from_int(static_cast<i8>(pc[2]));
    NEXT(3);
L_LoadNone:
    R(1) = none();
    NEXT(2);
L_LoadTrue:
    R(1) = true_();
    NEXT(2);
L_LoadFalse:
    R(1) = false_();
    NEXT(2);
L_LoadFar:
    R(1) = regs[read_u16(pc + 2)];
    NEXT(4);
L_StoreFar:
    regs[read_u16(pc + 1)] = R(3);
    NEXT(4);
L_ClearLocals:
    for (u8 i = 0; i < pc[2]; ++i) regs[pc[1] + i] = Value();
    NEXT(3);
L_ClearFar:
    regs[read_u16(pc + 1)] = Value();
    NEXT(3);
L_CheckLocal:
    if (!R(1)) [[unlikely]]
        SLOW(slow::unbound(in, frame, pc), 4);
    NEXT(4);

L_MakeCell : {
    frame->pc = pc + 3;
    auto cell = new_cell(in, pc[2] ? R(1) : Value());
    if (!cell) goto error;
    R(1) = cell.take();
    NEXT(3);
}
L_LoadCell : {
    Value v = static_cast<Cell*>(R(2).object())->value;
    if (!v) [[unlikely]]
        SLOW(slow::unbound(in, frame, pc), 5);
    R(1) = v;
    NEXT(5);
}
L_StoreCell:
    in.heap().write(static_cast<Cell*>(R(1).object())->value, R(2));
    NEXT(3);
L_ClearCell : {
    Cell* cell = static_cast<Cell*>(R(1).object());
    if (!cell->value) [[unlikely]]
        SLOW(slow::unbound(in, frame, pc), 4);
    cell->value = Value();
    NEXT(4);
}
L_LoadFree : {
    Value v = static_cast<Cell*>(frame->function->closure->items_[pc[2]].object())->value;
    if (!v) [[unlikely]]
        SLOW(slow::unbound(in, frame, pc), 3);
    R(1) = v;
    NEXT(3);
}
L_StoreFree:
    in.heap().write(static_cast<Cell*>(frame->function->closure->items_[pc[1]].object())->value,
                    R(2));
    NEXT(3);
L_ClearFree : {
    Cell* cell = static_cast<Cell*>(frame->function->closure->items_[pc[1]].object());
    if (!cell->value) [[unlikely]]
        SLOW(slow::unbound(in, frame, pc), 2);
    cell->value = Value();
    NEXT(2);
}
L_LoadFreeCell:
    R(1) = frame->function->closure->items_[read_u16(pc + 2)];
    NEXT(4);

L_LoadGlobal : {
    const InlineCache& cache = CACHE(2);
    const Dict* globals = frame->function->globals;
    if (cache.key == globals && cache.version == globals->version) [[likely]] {
        R(1) = cache.kind == InlineCache::kGlobalCell ? *cache.cell : cache.target();
        NEXT(4);
    }
    SLOW(slow::load_global(in, frame, pc), 4);
}
L_StoreGlobal : {
    const InlineCache& cache = CACHE(1);
    Dict* globals = frame->function->globals;
    if (cache.key == globals && cache.version == globals->version &&
        cache.kind == InlineCache::kGlobalCell) [[likely]] {
        in.heap().write(*cache.cell, R(3));
        NEXT(4);
    }
    SLOW(slow::store_global(in, frame, pc), 4);
}
L_DeleteGlobal:
    SLOW(slow::delete_global(in, frame, pc), 3);
L_LoadName:
    SLOW(slow::load_name(in, frame, pc), 4);
L_StoreName:
    SLOW(slow::store_name(in, frame, pc), 4);
L_DeleteName:
    SLOW(slow::delete_name(in, frame, pc), 3);
L_LoadNameOrFree:
    SLOW(slow::load_name_or_free(in, frame, pc), 5);

L_LoadAttr : {
    Value v = R(2);
    if (v.is_object()) [[likely]] {
        const InlineCache& cache = CACHE(3);
        Object* o = v.object();
        if (cache_hit(cache, o)) [[likely]] {
            using Kind = AttrLocation::Kind;
            if (cache.kind == static_cast<u16>(Kind::Inline)) {
                R(1) = *reinterpret_cast<Value*>(reinterpret_cast<u8*>(o) + cache.offset);
                NEXT(5);
            }
            if (cache.kind == static_cast<u16>(Kind::Constant)) {
                R(1) = cache.target();
                NEXT(5);
            }
            if (cache.kind == static_cast<u16>(Kind::Member)) {
                Value member = *reinterpret_cast<Value*>(reinterpret_cast<u8*>(o) + cache.offset);
                if (member) {
                    R(1) = member;
                    NEXT(5);
                }
            }
        }
    }
    frame->pc = pc + 5;
    switch (slow::load_attr(in, frame, pc)) {
        case slow::Outcome::Failed: goto error;
        case slow::Outcome::Returned: NEXT(5);
        case slow::Outcome::Pushed: goto pushed;
    }
}
L_StoreAttr : {
    Value v = R(1);
    if (v.is_object()) [[likely]] {
        const InlineCache& cache = CACHE(2);
        Object* o = v.object();
        if (cache_hit(cache, o)) [[likely]] {
            using Kind = AttrLocation::Kind;
            Value& slot = *reinterpret_cast<Value*>(reinterpret_cast<u8*>(o) + cache.offset);
            if (cache.kind <= static_cast<u16>(Kind::Member)) {
                in.heap().write(slot, R(4));
                NEXT(5);
            }
            if (cache.kind == static_cast<u16>(Kind::Add)) {
                in.heap().write(slot, R(4));
                in.heap().write(o->shape, static_cast<const Shape*>(cache.target().object()));
                NEXT(5);
            }
        }
    }
    SLOW(slow::store_attr(in, frame, pc), 5);
}
L_DeleteAttr:
    SLOW(bool(set_attr(in, R(1), frame->code()->name_at(read_u16(pc + 2)), Value())), 4);
L_LoadMethod : {
    Value v = R(2);
    if (v.is_object()) [[likely]] {
        const InlineCache& cache = CACHE(3);
        if (cache_hit(cache, v.object()) &&
            cache.kind == static_cast<u16>(AttrLocation::Kind::Method)) [[likely]] {
            regs[pc[1]] = cache.target();
            regs[pc[1] + 1] = v;
            NEXT(5);
        }
    }
    SLOW(slow::load_method(in, frame, pc), 5);
}
L_LoadSuperAttr:
    SLOW(slow::load_super_attr(in, frame, pc), 5);
L_LoadSuperMethod:
    SLOW(slow::load_super_method(in, frame, pc), 4);

L_GetItem : {
    Value key = R(3);
    if (key.is_int() && fast::item_at(R(2), key.as_int(), R(1))) [[likely]]
        NEXT(4);
    SLOW(slow::get_item(in, regs, pc), 4);
}
L_GetItemInt:
    if (fast::item_at(R(2), static_cast<i8>(pc[3]), R(1))) [[likely]]
        NEXT(4);
    SLOW(slow::get_item(in, regs, pc), 4);
L_SetItem : {
    Value container = R(1), key = R(2);
    if (key.is_int() && is_exact<List>(container)) [[likely]] {
        List* list = as<List>(container);
        isize i = key.as_int();
        if (i < 0) i += static_cast<isize>(list->size_);
        if (static_cast<usize>(i) < list->size_) [[likely]] {
            in.heap().write(list->items_->items[i], R(3));
            NEXT(4);
        }
    }
    if (fast::set_byte(container, key, R(3))) NEXT(4);
    SLOW(slow::set_item(in, regs, pc), 4);
}
L_DeleteItem:
    SLOW(bool(set_item(in, R(1), R(2), Value())), 3);
L_BuildSlice:
    SLOW(slow::build(in, regs, pc), 3);
L_GetSlice:
L_SetSlice:
    SLOW(slow::slice_item(in, regs, pc), 4);

L_Call:
    window = regs + pc[2] + 1;
    argc = pc[3];
    callee = R(2);
    goto call_values;
L_CallMethod:
    window = regs + pc[2] + 2;
    argc = pc[3];
    callee = R(2);
    if (window[-1]) {
        --window;
        ++argc;
    }
call_values:  // an instruction of 4 bytes calls `callee` with what stands in `window`
    frame->pc = pc + 4;
    if (is_exact<Function>(callee)) [[likely]] {
        Function* function = as<Function>(callee);
        Code* code = function->code;
        Frame* next = frame - 1;
        Value* top = window + code->registers;
        if (code->has(kSimpleCall) && !(frame->flags & kNoWindow) &&
            reinterpret_cast<Value*>(next) >= top && frame->depth < max_depth_ &&
            !in.safe_point().load(std::memory_order_relaxed) &&
            (code->positional == argc || slow::complete_window(function, window, argc)))
            [[likely]] {
            u8 dst = pc[1];
            next->caller = frame;
            next->registers = regs = window;
            next->top = top;
            next->function = function;
            next->depth = frame->depth + 1;
            next->result = dst;
            next->flags = 0;
            next->owner = nullptr;
            in.thread().frame = frame = next;
            pc = code->start;
            consts = code->constants->items;
            caches = function->caches->items;
            DISPATCH();
        }
    } else if (is_builtin(callee) &&
               !(in.safe_point().load(std::memory_order_relaxed) & kReasonStop)) [[likely]] {
        result = call_builtin(in, as<Builtin>(callee), window, argc);
        if (!result) goto error;
        R(1) = result;
        labels = labels_;
        NEXT(4);
    }
    switch (slow::call(in, frame, callee, {window, argc, 0, nullptr}, result)) {
        case slow::Outcome::Failed: goto error;
        case slow::Outcome::Returned:
            R(1) = result;
            labels = labels_;
            NEXT(4);
        case slow::Outcome::Pushed: goto pushed;
    }
L_CallKw : {
    Tuple* names = static_cast<Tuple*>(consts[read_u16(pc + 4)].object());
    u32 named = static_cast<u32>(names->size());
    frame->pc = pc + 6;
    CallArgs args{regs + pc[2] + 1, pc[3] - named, named, names->items_};
    switch (slow::call(in, frame, R(2), args, result)) {
        case slow::Outcome::Failed: goto error;
        case slow::Outcome::Returned: R(1) = result; NEXT(6);
        case slow::Outcome::Pushed: goto pushed;
    }
}
L_CallMethodKw : {
    Tuple* names = static_cast<Tuple*>(consts[read_u16(pc + 4)].object());
    u32 named = static_cast<u32>(names->size());
    frame->pc = pc + 6;
    CallArgs args{regs + pc[2] + 2, pc[3] - named, named, names->items_};
    if (regs[pc[2] + 1]) {
        --args.values;
        ++args.positional;
    }
    switch (slow::call(in, frame, R(2), args, result)) {
        case slow::Outcome::Failed: goto error;
        case slow::Outcome::Returned: R(1) = result; NEXT(6);
        case slow::Outcome::Pushed: goto pushed;
    }
}
L_CallSpread:
    frame->pc = pc + 3;
    switch (slow::call_spread(in, frame, pc, result)) {
        case slow::Outcome::Failed: goto error;
        case slow::Outcome::Returned: R(1) = result; NEXT(3);
        case slow::Outcome::Pushed: goto pushed;
    }
pushed : {
    u8 dst = pc[1];
    labels = labels_;
    frame = in.thread().frame;
    frame->result = dst;
    LOAD_FRAME();
    ENTER_NATIVE();
}

L_Return:
    result = R(1);
    goto do_return;
L_ReturnNone:
    result = none();
do_return : {
    const Frame* done_with = frame;
    if (done_with->flags) [[unlikely]]
        goto special_return;
    in.thread().frame = frame = done_with->caller;
    LOAD_FRAME();
    regs[done_with->result] = result;
    DISPATCH();
}
special_return : {
    u8 flags = frame->flags, dst = frame->result;
    if (flags & kInitFrame) {
        if (!is_none(result)) {
            (void)raise(in, kTypeError, "__init__() should return None, not '{}'",
                        TextArg::type_name(result));
            goto error;
        }
        result = frame->owner;
    }
    if (flags & kGeneratorFrame) {
        frame->generator()->state = GeneratorState::Finished;
        std::fill_n(frame->registers, frame->generator()->count, Value());
    }
    pop_frame();
    if (flags & kEntryFrame) return result;
    frame = in.thread().frame;
    LOAD_FRAME();
    if (flags & kForIterFrame) {
        pc += read_i16(pc - 2);  // the jump of the ForIter instruction just before
        DISPATCH();
    }
    regs[dst] = result;
    ENTER_NATIVE();
}

#define ARITHMETIC(name, f)                       \
    L_##name : {                                  \
        if (fast::f(R(2), R(3), R(1))) [[likely]] \
            NEXT(4);                              \
        SLOW(slow::binary(in, regs, pc), 4);      \
    }
    ARITHMETIC(Add, add)
    ARITHMETIC(Sub, sub)
    ARITHMETIC(Mul, mul)
    ARITHMETIC(TrueDiv, true_div)
    ARITHMETIC(FloorDiv, floor_div)
    ARITHMETIC(Mod, mod)
    ARITHMETIC(And, bit_and)
    ARITHMETIC(Or, bit_or)
    ARITHMETIC(Xor, bit_xor)
    ARITHMETIC(LShift, left_shift)
    ARITHMETIC(RShift, right_shift)
    ARITHMETIC(InplaceAdd, add)
    ARITHMETIC(InplaceSub, sub)
    ARITHMETIC(InplaceMul, mul)
L_Binary:
    SLOW(slow::binary(in, regs, pc), 5);
L_Inplace : {
    using enum BinaryOp;
    bool fast_done = false;
    switch (static_cast<BinaryOp>(pc[4])) {
        case TrueDiv: fast_done = fast::true_div(R(2), R(3), R(1)); break;
        case FloorDiv: fast_done = fast::floor_div(R(2), R(3), R(1)); break;
        case Mod: fast_done = fast::mod(R(2), R(3), R(1)); break;
        case And: fast_done = fast::bit_and(R(2), R(3), R(1)); break;
        case Or: fast_done = fast::bit_or(R(2), R(3), R(1)); break;
        case Xor: fast_done = fast::bit_xor(R(2), R(3), R(1)); break;
        case LShift: fast_done = fast::left_shift(R(2), R(3), R(1)); break;
        case RShift: fast_done = fast::right_shift(R(2), R(3), R(1)); break;
        default: break;
    }
    if (fast_done) NEXT(5);
    SLOW(slow::binary(in, regs, pc), 5);
}
#define ARITHMETIC_INT(name, f)                                                                   \
    L_##name : {                                                                                  \
        if (R(2).is_int() && fast::f##_ints(R(2), Value::from_int(static_cast<i8>(pc[3])), R(1))) \
            [[likely]]                                                                            \
            NEXT(4);                                                                              \
        SLOW(slow::binary_int(in, regs, pc), 4);                                                  \
    }
    ARITHMETIC_INT(AddInt, add)
    ARITHMETIC_INT(SubInt, sub)
    ARITHMETIC_INT(InplaceAddInt, add)
    ARITHMETIC_INT(InplaceSubInt, sub)
L_Neg : {
    Value v = R(2);
    if (v.is_inline_float() && fast::store_float(-v.as_inline_float(), R(1))) NEXT(3);
    if (v.is_int() && Value::fits_int(-static_cast<i64>(v.as_int()))) {
        R(1) = Value::from_int(-v.as_int());
        NEXT(3);
    }
    SLOW(slow::unary(in, regs, pc), 3);
}
L_Pos:
L_Invert:
    SLOW(slow::unary(in, regs, pc), 3);
L_Not : {
    Value v = R(2);
    if (v == true_() || v == false_()) [[likely]] {
        R(1) = from_bool(v == false_());
        NEXT(3);
    }
    SLOW(slow::unary(in, regs, pc), 3);
}

L_ViperConvert : {
    const auto to = static_cast<ViperType>(pc[3]);
    if (viper::fast_convert(to, R(2), R(1))) [[likely]]
        NEXT(4);
    SLOW_VALUE(viper::convert(in, to, R(2)), 4);
}
L_ViperAddress:
    SLOW_VALUE(viper::address(in, R(2)), 3);
L_ViperBinary:
    if (viper::fast_binary(pc[4], R(2), R(3), R(1))) [[likely]]
        NEXT(5);
    SLOW_VALUE(viper::binary(in, pc[4], R(2), R(3)), 5);
L_ViperUnary:
    SLOW_VALUE(viper::unary(in, pc[3], R(2)), 4);
L_ViperLoad:
    if (viper::fast_load(R(2), R(3), pc[4] & 3, R(1))) [[likely]]
        NEXT(5);
    SLOW_VALUE(viper::load(in, R(2), R(3), pc[4] & 3), 5);
L_ViperStore:
    if (viper::fast_store(R(1), R(2), pc[4] & 3, R(3))) [[likely]]
        NEXT(5);
    SLOW(bool(viper::store(in, R(1), R(2), pc[4] & 3, R(3))), 5);

#define COMPARE(name, op)                                             \
    L_##name : {                                                      \
        int c = compare_fast(                                         \
            R(2), R(3), [](isize x, isize y) { return int(x op y); }, \
            [](Float x, Float y) { return int(x op y); });            \
        if (c >= 0) [[likely]] {                                      \
            R(1) = from_bool(c);                                      \
            NEXT(4);                                                  \
        }                                                             \
        SLOW(slow::compare(in, regs, pc), 4);                         \
    }
    COMPARE(Lt, <)
    COMPARE(Le, <=)
    COMPARE(Eq, ==)
    COMPARE(Ne, !=)
    COMPARE(Gt, >)
    COMPARE(Ge, >=)
L_Is:
    R(1) = from_bool(R(2) == R(3));
    NEXT(4);
L_IsNot:
    R(1) = from_bool(!(R(2) == R(3)));
    NEXT(4);
L_Contains:
L_NotContains : {
    frame->pc = pc + 4;
    auto found = contains(in, R(3), R(2));
    if (!found) goto error;
    R(1) = from_bool(found.take() == (*pc == static_cast<u8>(Opcode::Contains)));
    NEXT(4);
}

L_Jump:
    JUMP(1, 3);
    DISPATCH();
L_JumpWide:
    pc += 5 + read_i32(pc + 1);
    DISPATCH();
L_Loop:
    if (in.safe_point().load(std::memory_order_relaxed)) [[unlikely]] {
        frame->pc = pc + 3;
        if (!in.serve_safe_point()) goto error;
    }
    JUMP(1, 3);
    DISPATCH();
L_LoopWide:
    if (in.safe_point().load(std::memory_order_relaxed)) [[unlikely]] {
        frame->pc = pc + 5;
        if (!in.serve_safe_point()) goto error;
    }
    pc += 5 + read_i32(pc + 1);
    DISPATCH();
#define JUMP_TRUTH(name, wanted)                   \
    L_##name : {                                   \
        Value v = R(1);                            \
        int truth;                                 \
        if (v == true_()) {                        \
            truth = 1;                             \
        } else if (v == false_() || v == none()) { \
            truth = 0;                             \
        } else if (v.is_int()) {                   \
            truth = v.as_int() != 0;               \
        } else {                                   \
            frame->pc = pc + 4;                    \
            truth = slow::truth_jump(in, v);       \
            if (truth < 0) goto error;             \
        }                                          \
        if (truth == wanted)                       \
            JUMP(2, 4);                            \
        else                                       \
            pc += 4;                               \
        DISPATCH();                                \
    }
    JUMP_TRUTH(JumpIfTrue, 1)
    JUMP_TRUTH(JumpIfFalse, 0)
L_JumpIfNone:
    if (R(1) == none())
        JUMP(2, 4);
    else
        pc += 4;
    DISPATCH();
L_JumpIfNotNone:
    if (R(1) == none())
        pc += 4;
    else
        JUMP(2, 4);
    DISPATCH();

#define COMPARE_JUMP(name, compare_op, op, wanted)                                  \
    L_##name : {                                                                    \
        Value a = R(1), b = R(2);                                                   \
        bool hit;                                                                   \
        if (Value::both_ints(a, b)) [[likely]] {                                    \
            hit = (a.as_int() op b.as_int()) == wanted;                             \
        } else if (fast::both_floats(a, b)) {                                       \
            hit = (a.as_inline_float() op b.as_inline_float()) == wanted;           \
        } else {                                                                    \
            frame->pc = pc + 5;                                                     \
            int c = slow::compare_jump(in, CompareOp::compare_op, a, b);            \
            if (c < 0) goto error;                                                  \
            hit = bool(c) == wanted;                                                \
        }                                                                           \
        if (hit)                                                                    \
            JUMP(3, 5);                                                             \
        else                                                                        \
            pc += 5;                                                                \
        DISPATCH();                                                                 \
    }                                                                               \
    L_##name##Int : {                                                               \
        Value a = R(1);                                                             \
        bool hit;                                                                   \
        if (a.is_int()) [[likely]] {                                                \
            hit = (a.as_int() op static_cast<i8>(pc[2])) == wanted;                 \
        } else if (a.is_inline_float()) {                                           \
            hit = (a.as_inline_float() op Float(static_cast<i8>(pc[2]))) == wanted; \
        } else {                                                                    \
            frame->pc = pc + 5;                                                     \
            int c = slow::compare_jump(in, CompareOp::compare_op, a,                \
                                       Value::from_int(static_cast<i8>(pc[2])));    \
            if (c < 0) goto error;                                                  \
            hit = bool(c) == wanted;                                                \
        }                                                                           \
        if (hit)                                                                    \
            JUMP(3, 5);                                                             \
        else                                                                        \
            pc += 5;                                                                \
        DISPATCH();                                                                 \
    }
#define COMPARE_JUMPS(op_name, op)                   \
    COMPARE_JUMP(JumpIf##op_name, op_name, op, true) \
    COMPARE_JUMP(JumpUnless##op_name, op_name, op, false)
    COMPARE_JUMPS(Lt, <)
    COMPARE_JUMPS(Le, <=)
    COMPARE_JUMPS(Eq, ==)
    COMPARE_JUMPS(Ne, !=)
    COMPARE_JUMPS(Gt, >)
    COMPARE_JUMPS(Ge, >=)

L_GetIter : {
    frame->pc = pc + 3;
    Value iterator = iterate(in, R(2));
    if (!iterator) goto error;
    R(1) = iterator;
    NEXT(3);
}
L_BeginFor : {
    Value* state = regs + pc[1];
    Value v = R(2);
    if (is_exact<List>(v)) [[likely]] {
        state[0] = v;
        state[1] = Value::from_int(0);
        NEXT(3);
    }
    SLOW(bool(begin_loop(in, state, v)), 3);
}
L_BeginRange:
    if (begin_range_loop(regs + pc[1], regs + pc[2], pc[3]))
        JUMP(4, 6);
    else
        pc += 6;
    DISPATCH();
L_ForIter : {
    Value* state = regs + pc[2];
    Value iterator = state[0];
    if (iterator.is_int()) {
        isize left = state[1].as_int();
        if (left == 0) {
            JUMP(3, 5);
            DISPATCH();
        }
        R(1) = iterator;
        state[1] = Value::from_int(left - 1);
        if (left > 1) state[0] = Value::from_int(iterator.as_int() + state[2].as_int());
        NEXT(5);
    }
    const Shape* shape = iterator.object()->shape;
    if (shape == List::kType.shape()) {
        auto* list = as<List>(iterator);
        auto at = static_cast<usize>(state[1].as_int());
        if (at < list->size_) [[likely]] {
            state[1] = Value::from_int(static_cast<isize>(at + 1));
            R(1) = list->items_->items[at];
            NEXT(5);
        }
        JUMP(3, 5);
        DISPATCH();
    }
    if (shape == Tuple::kType.shape()) {
        auto* tuple = as<Tuple>(iterator);
        auto at = static_cast<usize>(state[1].as_int());
        if (at < tuple->size_) {
            state[1] = Value::from_int(static_cast<isize>(at + 1));
            R(1) = tuple->items_[at];
            NEXT(5);
        }
        JUMP(3, 5);
        DISPATCH();
    }
    if (shape == Generator::kType.shape()) {
        auto* generator = as<Generator>(iterator);
        if (generator->state <= GeneratorState::Suspended) [[likely]] {
            bool created = generator->state == GeneratorState::Created;
            u8 dst = pc[1];
            frame->pc = pc + 5;
            if (!push_generator(generator)) goto error;
            generator->state = GeneratorState::Running;
            frame = in.thread().frame;
            frame->flags |= kForIterFrame;
            frame->result = dst;
            LOAD_FRAME();
            if (!created) {
                R(1) = none();
                if (*pc == static_cast<u8>(Opcode::Yield)) pc += 3;
            }
            DISPATCH();
        }
    }
    frame->pc = pc + 5;
    if (fast::unpacks_pair(frame->code(), pc) && (labels == plain_labels || labels == tables_[2])) {
        const PairStep step = next_pair(in, iterator, regs + pc[6]);
        if (step == PairStep::Made) NEXT(9);
        if (step == PairStep::Failed) goto error;
        if (step == PairStep::Ended) {
            JUMP(3, 5);
            DISPATCH();
        }
    }
    Value item = next_in_loop(in, state);
    if (!item) goto error;
    if (is_done(item)) {
        JUMP(3, 5);
        DISPATCH();
    }
    R(1) = item;
    NEXT(5);
}
L_UnpackSequence : {
    Value v = R(2);
    if (is_exact<Tuple>(v) && as<Tuple>(v)->size_ == pc[3]) [[likely]] {
        std::copy_n(as<Tuple>(v)->items_, pc[3], regs + pc[1]);
        NEXT(4);
    }
    SLOW(slow::unpack(in, regs, pc), 4);
}
L_UnpackStarred:
    SLOW(slow::unpack_starred(in, regs, pc), 5);
L_UnpackList:
    SLOW(slow::unpack_list(in, regs, pc), 7);

L_BuildTuple:
L_BuildList:
L_BuildSet:
L_BuildDict:
L_BuildString:
    SLOW(slow::build(in, regs, pc), 4);
L_ListAppend:
    if (fast::append(in, as<List>(R(1)), R(2))) [[likely]]
        NEXT(3);
    SLOW(bool(list_append(in, as<List>(R(1)), R(2))), 3);
L_ListExtend:
L_ListToTuple:
L_SetAdd:
L_SetUpdate:
L_DictUpdate:
    SLOW(slow::build(in, regs, pc), 3);
L_DictAdd:
L_DictMerge:
L_SpreadArgument:
    SLOW(slow::build(in, regs, pc), 4);
L_FormatValue:
    SLOW(slow::format_value(in, regs, pc), 4);

L_MakeFunction:
    frame->pc = pc + 6;
    if (!slow::make_function(in, frame, pc)) goto error;
    labels = labels_;  // the function may be native
    NEXT(6);
L_LoadBuildClass:
    SLOW(slow::make_function(in, frame, pc), 2);
L_ImportName:
    frame->pc = pc + 6;
    if (!slow::import(in, frame, pc)) goto error;
    labels = labels_;
    NEXT(6);
L_ImportFrom:
    SLOW(slow::import(in, frame, pc), 5);
L_ImportStar:
    SLOW(slow::import(in, frame, pc), 2);
L_Intrinsic:
    SLOW(slow::intrinsic(in, frame, pc), 4);

L_Raise:
    slow::raise(in, R(1), Value(), false);
    goto error;
L_RaiseFrom:
    slow::raise(in, R(1), R(2), true);
    goto error;
L_RaiseAgain:
    if (!slow::raise_again(in)) goto error;
    goto unwind;
L_Reraise:
    in.set_pending(R(1));
    goto unwind;
L_EnterHandler:
    R(1) = enter_handler(R(2));
    NEXT(3);
L_LeaveHandler:
    leave_handler(R(1));
    NEXT(2);
L_MatchException:
L_MatchGroup:
L_RegroupStar:
    SLOW(slow::exception(in, regs, pc), 4);

L_WithEnter:
L_AsyncWithEnter:
    SLOW(slow::with(in, frame, pc), 3);
L_WithExit:
    SLOW(slow::with(in, frame, pc), 4);

L_Yield : {
    result = R(2);
    if (frame->code()->has(kCoroutine)) {  // in an async generator
        frame->pc = pc + 3;
        result = wrap_async_yield(in, result);
        if (!result) goto error;
    }
    goto suspend;
}
L_YieldFrom : {
    Value iterator = R(2);
    if (is_generator(iterator)) {
        auto* generator = as<Generator>(iterator);
        if (generator->state <= GeneratorState::Suspended) [[likely]] {
            bool created = generator->state == GeneratorState::Created;
            Value sent = R(1);
            u8 dst = pc[1];
            frame->pc = pc + 3;
            if (!push_generator(generator)) goto error;
            generator->state = GeneratorState::Running;
            frame = in.thread().frame;
            frame->flags |= kDelegateFrame;
            frame->result = dst;
            LOAD_FRAME();
            if (!created) {
                R(1) = sent;
                if (*pc == static_cast<u8>(Opcode::Yield)) pc += 3;
            }
            DISPATCH();
        }
    }
    frame->pc = pc + 3;
    result = generator_send_any(in, iterator, R(1));
    if (!result) goto error;
    if (is_done(result)) {
        R(1) = take_stop_value();
        NEXT(3);
    }
    if (frame->flags & kHasObject && !tracer_.yielded(frame, result)) [[unlikely]]
        goto error;
    goto suspend;
}
suspend : {
    // `result` goes out of the generator that `frame` runs; pc is the Yield or YieldFrom.
    Generator* generator = frame->generator();
    generator->pc = pc;
    generator->state = GeneratorState::Suspended;
    if (generator->handling) [[unlikely]]
        exchange_handled(generator);
    if (in.heap().is_marking()) in.heap().shade_all(generator->registers(), generator->count);
    u8 flags = frame->flags, dst = frame->result;
    if (flags & (kNewSegment | kHasObject)) [[unlikely]]
        pop_frame();
    else
        in.thread().frame = frame->caller;
    if (flags & kEntryFrame) return result;
    frame = in.thread().frame;
    LOAD_FRAME();
    if (flags & kDelegateFrame) {
        pc -= 3;  // the delegating YieldFrom, to be run again when resumed
        if (frame->flags & kHasObject && !tracer_.yielded(frame, result)) [[unlikely]]
            goto error;
        goto suspend;
    }
    regs[dst] = result;
    ENTER_NATIVE();
}
L_GetYieldFromIter : {
    frame->pc = pc + 3;
    Value iterator = is_generator(R(2)) ? R(2) : iterate(in, R(2));
    if (!iterator) goto error;
    R(1) = iterator;
    NEXT(3);
}
#define ASYNC(name, f)         \
    L_##name : {               \
        frame->pc = pc + 3;    \
        Value v = f(in, R(2)); \
        if (!v) goto error;    \
        R(1) = v;              \
        NEXT(3);               \
    }
    ASYNC(GetAwaitable, get_awaitable)
    ASYNC(GetAsyncIter, get_async_iter)
    ASYNC(GetAsyncNext, get_async_next)

L_MatchSequence:
    R(1) = from_bool(R(2).is_object() && R(2).object()->type()->has(kSequencePattern));
    NEXT(3);
L_MatchMapping:
    R(1) = from_bool(R(2).is_object() && R(2).object()->type()->has(kMappingPattern));
    NEXT(3);
L_MatchKeys:
L_MatchRest:
L_MatchClass:
    SLOW(slow::match(in, frame, pc), 4);
L_GetLen : {
    frame->pc = pc + 3;
    auto n = length(in, R(2));
    if (!n) goto error;
    R(1) = Value::from_int(n.take());
    NEXT(3);
}

throw_here : {
    // The pending exception arrives in the suspended generator that `frame` runs.
    Generator* generator = frame->generator();
    if (generator->handling) link_context(in, in.pending());
    if (*pc != static_cast<u8>(Opcode::YieldFrom)) goto error;
    Value iterator = R(2);
    bool exiting = is_instance(in.pending(), &kGeneratorExit);
    if (!exiting && is_generator(iterator) &&
        as<Generator>(iterator)->state == GeneratorState::Suspended) {
        generator = as<Generator>(iterator);
        u8 dst = pc[1];
        frame->pc = pc + 3;
        if (!push_generator(generator)) goto error;
        generator->state = GeneratorState::Running;
        frame = in.thread().frame;
        frame->flags |= kDelegateFrame;
        frame->result = dst;
        LOAD_FRAME();
        goto throw_here;
    }
    frame->pc = pc + 3;
    result = delegate_throw(in, iterator, in.take_pending());
    if (!result) {
        if (exiting && generator->handling) link_context(in, in.pending());
        goto error;
    }
    if (is_done(result)) {
        R(1) = take_stop_value();
        NEXT(3);
    }
    goto suspend;
}

error:
    if (in.thread().frame != frame) __builtin_trap();
    add_traceback(in, in.pending(), frame->function, frame->offset_of(pc));
    if (frame->flags & kHasObject) [[unlikely]]
        tracer_.exception(frame);
unwind:  // what is raised again has been here before
    for (;;) {
        u32 offset = frame->offset_of(pc);
        const Handler* handler = slow::find_handler(frame->code(), offset);
        if (handler && !in.thread().is_killed) {
            regs[handler->exception] = in.take_pending();
            pc = frame->code()->start + handler->target;
            labels = labels_;
            DISPATCH();
        }
        u8 flags = frame->flags;
        if (flags & kHasObject) [[unlikely]]
            tracer_.unwound(frame);
        if (flags & kGeneratorFrame) {
            frame->generator()->state = GeneratorState::Finished;
            std::fill_n(frame->registers, frame->generator()->count, Value());
            stop_iteration_to_runtime_error(in, frame->code());
        }
        pop_frame();
        if (flags & kEntryFrame) return {};
        frame = in.thread().frame;
        LOAD_FRAME();
        --pc;
        add_traceback(in, in.pending(), frame->function, frame->offset_of(pc));
        if (frame->flags & kHasObject) [[unlikely]]
            tracer_.exception(frame);
    }
}

}  // namespace krait
