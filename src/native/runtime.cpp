#include "native/runtime.hpp"

#include "core/bind.hpp"
#include "objects/int.hpp"
#include "objects/loop.hpp"
#include "vm/native.hpp"
#include "vm/slow.hpp"
#include "vm/viper.hpp"

namespace krait::native::runtime {

namespace {

u16 wide(const u8* p) { return static_cast<u16>(p[0] | p[1] << 8); }

bool put(Value* regs, u8 dst, Value v) {
    if (!v) return false;
    regs[dst] = v;
    return true;
}

bool viper_step(Interp& in, Value* regs, const u8* pc) {
    using namespace viper;
    switch (static_cast<Opcode>(*pc)) {
        case Opcode::ViperConvert:
            return put(regs, pc[1], convert(in, static_cast<ViperType>(pc[3]), regs[pc[2]]));
        case Opcode::ViperAddress: return put(regs, pc[1], address(in, regs[pc[2]]));
        case Opcode::ViperBinary:
            return put(regs, pc[1], binary(in, pc[4], regs[pc[2]], regs[pc[3]]));
        case Opcode::ViperUnary: return put(regs, pc[1], unary(in, pc[3], regs[pc[2]]));
        case Opcode::ViperLoad:
            if (fast_load(regs[pc[2]], regs[pc[3]], pc[4] & 3, regs[pc[1]])) return true;
            return put(regs, pc[1], load(in, regs[pc[2]], regs[pc[3]], pc[4] & 3));
        default:
            if (fast_store(regs[pc[1]], regs[pc[2]], pc[4] & 3, regs[pc[3]])) return true;
            return bool(store(in, regs[pc[1]], regs[pc[2]], pc[4] & 3, regs[pc[3]]));
    }
}

// Calls Python or a C++ function with what stands at the base, as Call and CallMethod do.
slow::Outcome call_base(Interp& in, Frame* frame, const u8* pc, Value& result) {
    Value* base = frame->registers + pc[2];
    const auto op = static_cast<Opcode>(*pc);
    if (op == Opcode::CallSpread) return slow::call_spread(in, frame, pc, result);
    CallArgs args{base + 1, pc[3], 0, nullptr};
    if (op == Opcode::CallKw || op == Opcode::CallMethodKw) {
        const Value names = frame->code()->constants->items[wide(pc + 4)];
        args.named = static_cast<u32>(as<Tuple>(names)->size());
        args.names = as<Tuple>(names)->items_;
        args.positional -= args.named;
    }
    if (op == Opcode::CallMethod || op == Opcode::CallMethodKw) {
        args.values = base[1] ? base + 1 : base + 2;
        args.positional += bool(base[1]);
    }
    return slow::call(in, frame, *base, args, result);
}

// The frame of a plain call, whose registers begin at its arguments. Null: not that simple.
Frame* push_plainly(Interp& in, Frame* frame, Value* window, u32 argc, Value callee) {
    if (!is_exact<Function>(callee)) return nullptr;
    Function* function = as<Function>(callee);
    Code* code = function->code;
    if (!code->has(kSimpleCall)) return nullptr;
    Frame* next = frame - 1;
    Value* top = window + code->registers;
    if (frame->flags & kNoWindow || reinterpret_cast<Value*>(next) < top ||
        frame->depth >= in.vm().max_depth() || in.safe_point().load(std::memory_order_relaxed) ||
        (code->positional != argc && !slow::complete_window(function, window, argc)))
        return nullptr;
    next->caller = frame;
    next->pc = code->start;
    next->registers = window;
    next->top = top;
    next->function = function;
    next->depth = frame->depth + 1;
    next->flags = 0;
    next->owner = nullptr;
    return in.thread().frame = next;
}

u64 enter(Interp& in, u8 dst) {
    Frame* callee = in.thread().frame;
    callee->result = dst;
    const Code* code = callee->code();
    if (!code->native || in.vm().traces_instructions()) return kLeave;
    const u8* machine = code->native->entry(0);
    return machine ? reinterpret_cast<u64>(machine) : u64{kLeave};
}

u64 attribute(Interp& in, Frame* frame, const u8* pc) {
    switch (slow::load_attr(in, frame, pc)) {
        case slow::Outcome::Failed: return kFailed;
        case slow::Outcome::Returned: return kDone;
        default: return enter(in, pc[1]);  // the getter of a property
    }
}

}  // namespace

static u64 finish_call(Interp& in, Frame* frame, const u8* pc, Value result) {
    if (!result) return kFailed;
    frame->registers[pc[1]] = result;
    return in.vm().traces_instructions() ? kLeave : kDone;
}

bool is_call(Opcode op) {
    using enum Opcode;
    return op == Call || op == CallMethod || op == CallKw || op == CallMethodKw || op == CallSpread;
}

bool knows(Opcode op) {
    using enum Opcode;
    switch (op) {
        case LoadFar:
        case StoreFar:
        case ClearLocals:
        case ClearFar:
        case CheckLocal:
        case MakeCell:
        case LoadCell:
        case StoreCell:
        case ClearCell:
        case LoadFree:
        case StoreFree:
        case ClearFree:
        case LoadFreeCell:
        case LoadGlobal:
        case StoreGlobal:
        case DeleteGlobal:
        case LoadAttr:
        case StoreAttr:
        case DeleteAttr:
        case LoadMethod:
        case LoadSuperAttr:
        case LoadSuperMethod:
        case GetItem:
        case GetItemInt:
        case SetItem:
        case DeleteItem:
        case BuildSlice:
        case GetSlice:
        case SetSlice:
        case Add:
        case Sub:
        case Mul:
        case TrueDiv:
        case FloorDiv:
        case Mod:
        case And:
        case Or:
        case Xor:
        case LShift:
        case RShift:
        case Binary:
        case AddInt:
        case SubInt:
        case InplaceAdd:
        case InplaceSub:
        case InplaceMul:
        case Inplace:
        case InplaceAddInt:
        case InplaceSubInt:
        case Neg:
        case Pos:
        case Invert:
        case Not:
        case ViperConvert:
        case ViperAddress:
        case ViperBinary:
        case ViperUnary:
        case ViperLoad:
        case ViperStore:
        case Lt:
        case Le:
        case Eq:
        case Ne:
        case Gt:
        case Ge:
        case Contains:
        case NotContains:
        case GetIter:
        case BeginFor:
        case UnpackSequence:
        case UnpackStarred:
        case UnpackList:
        case BuildTuple:
        case BuildList:
        case BuildSet:
        case BuildDict:
        case BuildString:
        case ListAppend:
        case ListExtend:
        case ListToTuple:
        case SetAdd:
        case SetUpdate:
        case DictUpdate:
        case DictAdd:
        case DictMerge:
        case SpreadArgument:
        case FormatValue:
        case MakeFunction:
        case LoadBuildClass:
        case ImportName:
        case ImportFrom:
        case ImportStar:
        case Intrinsic:
        case MatchException:
        case MatchKeys:
        case MatchRest:
        case MatchClass:
        case WithEnter:
        case WithExit:
        case EnterHandler:
        case LeaveHandler: return true;
        default: return false;
    }
}

u64 step(Interp& in, Frame* frame, const u8* pc) {
    using enum Opcode;
    Value* regs = frame->registers;
    const auto op = static_cast<Opcode>(*pc);
    frame->pc = pc + info_of(op).size;
    const auto cell_of = [&](u8 i) {
        return static_cast<Cell*>(frame->function->closure->items_[i].object());
    };
    switch (op) {
        case LoadFar: regs[pc[1]] = regs[wide(pc + 2)]; return kDone;
        case StoreFar: regs[wide(pc + 1)] = regs[pc[3]]; return kDone;
        case ClearLocals:
            for (u8 i = 0; i < pc[2]; ++i) regs[pc[1] + i] = Value();
            return kDone;
        case ClearFar: regs[wide(pc + 1)] = Value(); return kDone;
        case CheckLocal: return regs[pc[1]] ? true : slow::unbound(in, frame, pc);
        case MakeCell: {
            auto cell = new_cell(in, pc[2] ? regs[pc[1]] : Value());
            return put(regs, pc[1], cell.take());
        }
        case LoadCell: {
            const Value v = static_cast<Cell*>(regs[pc[2]].object())->value;
            return v ? put(regs, pc[1], v) : slow::unbound(in, frame, pc);
        }
        case StoreCell:
            in.heap().write(static_cast<Cell*>(regs[pc[1]].object())->value, regs[pc[2]]);
            return kDone;
        case ClearCell: {
            Cell* cell = static_cast<Cell*>(regs[pc[1]].object());
            if (!cell->value) return slow::unbound(in, frame, pc);
            cell->value = Value();
            return kDone;
        }
        case LoadFree: {
            const Value v = cell_of(pc[2])->value;
            return v ? put(regs, pc[1], v) : slow::unbound(in, frame, pc);
        }
        case StoreFree: in.heap().write(cell_of(pc[1])->value, regs[pc[2]]); return kDone;
        case ClearFree:
            if (!cell_of(pc[1])->value) return slow::unbound(in, frame, pc);
            cell_of(pc[1])->value = Value();
            return kDone;
        case LoadFreeCell:
            regs[pc[1]] = frame->function->closure->items_[wide(pc + 2)];
            return kDone;
        case LoadGlobal: return slow::load_global(in, frame, pc);
        case StoreGlobal: return slow::store_global(in, frame, pc);
        case DeleteGlobal: return slow::delete_global(in, frame, pc);
        case LoadAttr: return attribute(in, frame, pc);
        case StoreAttr: return slow::store_attr(in, frame, pc);
        case DeleteAttr:
            return bool(set_attr(in, regs[pc[1]], frame->code()->name_at(wide(pc + 2)), Value()));
        case LoadMethod: return slow::load_method(in, frame, pc);
        case LoadSuperAttr: return slow::load_super_attr(in, frame, pc);
        case LoadSuperMethod: return slow::load_super_method(in, frame, pc);
        case GetItem:
        case GetItemInt: return slow::get_item(in, regs, pc);
        case SetItem: return bool(set_item(in, regs[pc[1]], regs[pc[2]], regs[pc[3]]));
        case DeleteItem: return bool(set_item(in, regs[pc[1]], regs[pc[2]], Value()));
        case GetSlice:
        case SetSlice: return slow::slice_item(in, regs, pc);
        case AddInt:
        case SubInt:
        case InplaceAddInt:
        case InplaceSubInt: return slow::binary_int(in, regs, pc);
        case Neg:
        case Pos:
        case Invert:
        case Not: return slow::unary(in, regs, pc);
        case ViperConvert:
        case ViperAddress:
        case ViperBinary:
        case ViperUnary:
        case ViperLoad:
        case ViperStore: return viper_step(in, regs, pc);
        case Lt:
        case Le:
        case Eq:
        case Ne:
        case Gt:
        case Ge: return slow::compare(in, regs, pc);
        case Contains:
        case NotContains: {
            auto found = contains(in, regs[pc[3]], regs[pc[2]]);
            return found && put(regs, pc[1], from_bool(found.take() == (op == Contains)));
        }
        case GetIter: return put(regs, pc[1], iterate(in, regs[pc[2]]));
        case BeginFor: return bool(begin_loop(in, regs + pc[1], regs[pc[2]]));
        case UnpackSequence: return slow::unpack(in, regs, pc);
        case UnpackStarred: return slow::unpack_starred(in, regs, pc);
        case UnpackList: return slow::unpack_list(in, regs, pc);
        case BuildSlice:
        case BuildTuple:
        case BuildList:
        case BuildSet:
        case BuildDict:
        case BuildString:
        case ListExtend:
        case ListToTuple:
        case SetAdd:
        case SetUpdate:
        case DictUpdate:
        case DictAdd:
        case DictMerge:
        case SpreadArgument: return slow::build(in, regs, pc);
        case ListAppend: return bool(list_append(in, as<List>(regs[pc[1]]), regs[pc[2]]));
        case FormatValue: return slow::format_value(in, regs, pc);
        case MakeFunction:
        case LoadBuildClass: return slow::make_function(in, frame, pc);
        case ImportName:
        case ImportFrom:
        case ImportStar: return slow::import(in, frame, pc);
        case Intrinsic: return slow::intrinsic(in, frame, pc);
        case MatchKeys:
        case MatchRest:
        case MatchClass: return slow::match(in, frame, pc);
        case WithEnter:
        case WithExit: return slow::with(in, frame, pc);
        case MatchException: return slow::exception(in, regs, pc);
        case EnterHandler: regs[pc[1]] = in.vm().enter_handler(regs[pc[2]]); return kDone;
        case LeaveHandler: in.vm().leave_handler(regs[pc[1]]); return kDone;
        default: return slow::binary(in, regs, pc);
    }
}

u64 call(Interp& in, Frame* frame, const u8* pc) {
    const auto op = static_cast<Opcode>(*pc);
    frame->pc = pc + info_of(op).size;
    Value* base = frame->registers + pc[2];
    Value result;
    if (op == Opcode::Call || op == Opcode::CallMethod) {
        const bool has_self = op == Opcode::CallMethod && base[1];
        Value* window = base + (op == Opcode::CallMethod && !has_self ? 2 : 1);
        const u32 argc = pc[3] + has_self;
        if (push_plainly(in, frame, window, argc, *base)) return enter(in, pc[1]);
        if (is_builtin(*base) && !(in.safe_point().load(std::memory_order_relaxed) & kReasonStop)) {
            result = call_builtin(in, as<Builtin>(*base), window, argc);
            return finish_call(in, frame, pc, result);
        }
    }
    switch (call_base(in, frame, pc, result)) {
        case slow::Outcome::Failed: return kFailed;
        case slow::Outcome::Returned: return finish_call(in, frame, pc, result);
        default: return enter(in, pc[1]);
    }
}

u64 truth_of(Interp& in, Frame* frame, const u8* pc) {
    frame->pc = pc + 4;
    const int truth = slow::truth_jump(in, frame->registers[pc[1]]);
    return truth < 0 ? kUnanswered : truth ? kYes : kNo;
}

namespace {
CompareOp compare_op(const u8* pc) {
    const auto first = static_cast<u8>(Opcode::JumpIfLt);
    return static_cast<CompareOp>((*pc - first) % 6);
}
}  // namespace

int compare(Interp& in, Frame* frame, const u8* pc) {
    frame->pc = pc + 5;
    return slow::compare_jump(in, compare_op(pc), frame->registers[pc[1]], frame->registers[pc[2]]);
}

int compare_int(Interp& in, Frame* frame, const u8* pc) {
    frame->pc = pc + 5;
    return slow::compare_jump(in, compare_op(pc), frame->registers[pc[1]],
                              Value::from_int(static_cast<i8>(pc[2])));
}

int for_iter(Interp& in, Frame* frame, const u8* pc) {
    Value* state = frame->registers + pc[2];
    const Value iterator = state[0];
    if (iterator.is_object()) {
        const Shape* shape = iterator.object()->shape;
        if (shape == List::kType.shape()) {
            auto* list = as<List>(iterator);
            auto at = static_cast<usize>(state[1].as_int());
            if (at >= list->size_) return 0;
            state[1] = Value::from_int(static_cast<isize>(at + 1));
            frame->registers[pc[1]] = list->items_->items[at];
            return 1;
        }
        if (shape == Generator::kType.shape()) return 2;
    }
    frame->pc = pc + 5;
    const Value item = next_in_loop(in, state);
    if (!item) return -1;
    if (is_done(item)) return 0;
    frame->registers[pc[1]] = item;
    return 1;
}

bool begin_range(Value* state, const Value* callee, u32 count) {
    return begin_range_loop(state, callee, count);
}

Word box_signed(Interp& in, Frame*, Word word) {
    return new_int(in, static_cast<std::make_signed_t<Word>>(word)).bits();
}

Word box_unsigned(Interp& in, Frame*, Word word) { return new_int_unsigned(in, word).bits(); }

}  // namespace krait::native::runtime
