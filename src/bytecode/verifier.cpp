#include "bytecode/verifier.hpp"

#include <algorithm>

#include "bytecode/viper.hpp"
#include "core/arrays.hpp"
#include "core/text.hpp"

namespace krait {

namespace {

// What a register may hold: a union of these. The high bits count the cells of a closure.
using Kinds = u32;
enum Kind : Kinds {
    kEmpty = 1,  // nothing: an unbound variable, or no `self`
    kOther = 2,  // any object that is none of the following, or may be one
    kList = 4,   // a list that the code itself made, and so on
    kTuple = 8,
    kNames = 16,  // a constant tuple of interned names
    kDict = 32,
    kSet = 64,
    kStr = 128,
    kCell = 256,
    kClosure = 512,  // a tuple of as many cells as the high bits say
    kLoop = 1024,    // the three registers of a loop (objects/loop.cpp)
    kLoop1 = 2048,
    kLoop2 = 4096,
    kSaved = 8192,  // what EnterHandler saved: an exception or nothing
    kLost = 16384,  // anything, perhaps no object that lives
    kException = 1 << 15,
    kNone = 1 << 16,
};
constexpr Kinds kTuples = kTuple | kNames | kClosure;
constexpr Kinds kValue =
    kOther | kList | kTuples | kDict | kSet | kStr | kCell | kException | kNone;
constexpr Kinds kKindBits = (1 << 17) - 1;
constexpr u32 kBinaryOpCount = static_cast<u32>(BinaryOp::DivMod) + 1;
constexpr u32 kCountShift = 20;

constexpr Kinds closure_of(u32 cells) { return kClosure | cells << kCountShift; }

Kinds join(Kinds a, Kinds b) {
    if (a == b || !b) return a;
    if (!a) return b;
    const Kinds kinds = (a | b) & kKindBits;
    // Closures of different sizes, or a closure and something else, are just tuples.
    return kinds & kClosure ? (kinds & ~kClosure) | kTuple : kinds;
}

// A place that is jumped to, and what the registers hold there.
struct Places final {
    ByteArray* index = nullptr;    // u16 for each offset: 0, or the number of the place
    ByteArray* states = nullptr;   // `registers` Kinds for each place
    ByteArray* todo = nullptr;     // for each place: 0 never reached, 1 to be looked at, 2 done
    ByteArray* offsets = nullptr;  // u32 for each place: where it is
    u32 count = 0;

    u16& number_at(u32 offset) { return reinterpret_cast<u16*>(index->data)[offset]; }
};
constexpr u16 kInstruction = 0xffff;  // in the index: begins an instruction, is no place (yet)

class Verifier {
  public:
    Verifier(Interp& in, const Code* code) : in_(in), code_(code) {}

    Status run() {
        KRAIT_TRY(check_header());
        KRAIT_TRY(find_places());
        KRAIT_TRY(check_positions());
        KRAIT_TRY(make_room());
        enter();
        // Each round looks at places about which something new was learnt. What a register may
        // hold only grows, so this ends; the limit is for code made to take long.
        for (u32 rounds = 0; step(); ++rounds)
            if (rounds > kMostRounds) return bad("too complex");
        return failed_ ? Status() : kOk;
    }

  private:
    static constexpr u32 kMostRounds = 100'000;

    Status bad(std::string_view what) {
        failed_ = true;
        return raise(in_, kValueError, "bad bytecode: {} at {} in {}", what, at_, code_->qualname);
    }
    Status require(bool condition, std::string_view what) {
        if (condition) return kOk;
        return bad(what);
    }

    // --- what does not depend on flow ------------------------------------------------------------

    Status check_header() {
        const Code* c = code_;
        constexpr u16 kKnown = kVarArgs | kVarKeywords | kGenerator | kCoroutine | kClassBody |
                               kUsesLocals | kSimpleCall | kModuleBody | kNative | kViper;
        const u32 parameters = c->parameter_count();
        const bool is_body = c->has(kClassBody) || c->has(kModuleBody);
        KRAIT_TRY(require(c->size > 0 && c->size < kMostBytes, "size"));
        KRAIT_TRY(require(!(c->flags & ~kKnown), "flags"));
        KRAIT_TRY(require(parameters <= c->registers && c->positional_only <= c->positional,
                          "parameters"));
        KRAIT_TRY(require(!is_body || parameters == 0, "parameters of a module or class"));
        KRAIT_TRY(require(!c->has(kClassBody) || c->registers > 0, "no namespace"));
        const bool is_simple = !c->has(kClassBody) && !c->has(kVarArgs) && !c->has(kVarKeywords) &&
                               !c->has(kGenerator) && !c->has(kCoroutine) && !c->keyword_only &&
                               c->registers <= kNearRegisters;
        KRAIT_TRY(require(!c->has(kSimpleCall) || is_simple, "kind of call"));
        KRAIT_TRY(require(parameters <= c->local_count, "names of parameters"));
        return check_local_names();
    }

    Status check_local_names() {
        const auto names = code_->local_names->span();
        const usize plain = usize{code_->local_count} + code_->free_count;
        KRAIT_TRY(require(code_->local_count <= code_->registers, "number of locals"));
        KRAIT_TRY(require(names.size() >= plain && (names.size() - plain) % 2 == 0, "names"));
        for (usize i = 0; i < names.size(); ++i) {
            if (i >= plain && (i - plain) % 2) {
                const bool fits = names[i].is_int() && names[i].as_int() >= 0 &&
                                  names[i].as_int() < code_->registers;
                KRAIT_TRY(require(fits, "register of a name"));
            } else {
                KRAIT_TRY(require(is_exact<Str>(names[i]), "name of a variable"));
            }
        }
        return kOk;
    }

    // Entries as position_at() reads them, to the last byte.
    Status check_positions() {
        if (!code_->positions) return kOk;
        const u8* p = code_->positions->data;
        const u8* const end = p + code_->positions->capacity;
        while (p < end) {
            for (int number = 0; number < 5; ++number) {
                int bytes = 0;
                for (; p < end && *p & 128; ++p) ++bytes;
                KRAIT_TRY(require(p < end && bytes < 5, "table of positions"));
                ++p;
            }
        }
        return kOk;
    }

    u32 number(const u8* p, Operand kind) const {
        u32 n = p[0];
        if (operand_size(kind) > 1) n |= u32{p[1]} << 8;
        if (operand_size(kind) > 2) n |= u32{p[2]} << 16 | u32{p[3]} << 24;
        return n;
    }

    // Where a jump leads; the code's size or more: nowhere.
    u32 target(u32 next, Operand kind, u32 n) const {
        const i64 distance = kind == Operand::Jump ? static_cast<i16>(n) : static_cast<i32>(n);
        const i64 to = static_cast<i64>(next) + distance;
        return to < 0 || to > code_->size ? code_->size : static_cast<u32>(to);
    }

    // Marks where instructions begin, then which of them are jumped to.
    Status find_places() {
        places_.index = KRAIT_TRY(bytes(code_->size * sizeof(u16)));
        for (at_ = 0; at_ < code_->size;) {
            KRAIT_TRY(require(code_->start[at_] < kOpcodeCount, "no instruction"));
            const OpInfo& info = info_of(static_cast<Opcode>(code_->start[at_]));
            KRAIT_TRY(require(at_ + info.size <= code_->size, "cut instruction"));
            places_.number_at(at_) = kInstruction;
            last_ = at_;
            at_ += info.size;
        }
        at_ = last_;
        const OpInfo& info = info_of(static_cast<Opcode>(code_->start[last_]));
        KRAIT_TRY(require(info.effects & EndsBlock, "no end"));
        KRAIT_TRY(add_place(0));
        for (at_ = 0; at_ < code_->size; at_ += size_at(at_)) KRAIT_TRY(add_targets());
        at_ = 0;
        for (const Handler& h : code_->handler_table()) {
            // A handler lies behind what it guards: each way back has a safe point.
            KRAIT_TRY(require(h.start <= h.end && h.end <= h.target, "range of a handler"));
            KRAIT_TRY(require(h.exception < code_->registers, "register of a handler"));
            KRAIT_TRY(add_place(h.target));
        }
        return kOk;
    }

    u32 size_at(u32 offset) const {
        return info_of(static_cast<Opcode>(code_->start[offset])).size;
    }

    Status add_place(u32 offset) {
        KRAIT_TRY(require(offset < code_->size && places_.number_at(offset), "jump"));
        u16& number = places_.number_at(offset);
        if (number != kInstruction) return kOk;
        KRAIT_TRY(require(places_.count + 1 < kInstruction, "number of jumps"));
        number = static_cast<u16>(++places_.count);
        return kOk;
    }

    // The jumps of the instruction, and its indexes into the tables.
    Status add_targets() {
        const OpInfo& info = info_of(static_cast<Opcode>(code_->start[at_]));
        const u8* p = code_->start + at_ + 1;
        for (int i = 0; i < info.operand_count; ++i) {
            const Operand kind = info.operands[i];
            const u32 n = number(p, kind);
            p += operand_size(kind);
            switch (kind) {
                case Operand::Jump:
                case Operand::Jump32: {
                    const u32 to = target(at_ + info.size, kind, n);
                    KRAIT_TRY(require(to > at_ || is(Opcode::Loop) || is(Opcode::LoopWide),
                                      "jump back without a safe point"));
                    KRAIT_TRY(add_place(to));
                    break;
                }
                case Operand::Name: KRAIT_TRY(require(n < code_->name_count, "name")); break;
                case Operand::Const:
                case Operand::Const16:
                    KRAIT_TRY(require(n < code_->constants->capacity, "constant"));
                    break;
                case Operand::Dst:
                case Operand::Src: KRAIT_TRY(require(n < code_->registers, "register")); break;
                default: break;
            }
        }
        return kOk;
    }

    Result<ByteArray*> bytes(usize size) {
        ByteArray* array = KRAIT_TRY(new_byte_array(in_, size));
        std::fill_n(array->data, size, u8{0});
        return array;
    }

    Status make_room() {
        const usize row = std::max<usize>(code_->registers, 1) * sizeof(Kinds);
        KRAIT_TRY(require(row < kMostState / (places_.count + 1), "too many registers and jumps"));
        places_.states = KRAIT_TRY(bytes(row * (places_.count + 1)));
        places_.todo = KRAIT_TRY(bytes(places_.count + 1));
        places_.offsets = KRAIT_TRY(bytes((places_.count + 1) * sizeof(u32)));
        for (u32 at = 0; at < code_->size; ++at)
            if (const u16 n = places_.number_at(at); n && n != kInstruction)
                reinterpret_cast<u32*>(places_.offsets->data)[n] = at;
        now_ = reinterpret_cast<Kinds*>(places_.states->data);  // place 0: the state being run
        return kOk;
    }

    // --- flow ------------------------------------------------------------------------------------

    Kinds* state_of(u16 place) { return now_ + usize{place} * code_->registers; }

    void enter() {
        Kinds* entry = state_of(places_.number_at(0));
        for (u32 r = 0; r < code_->registers; ++r)
            entry[r] = r < code_->parameter_count() ? kOther : kLost;
        if (code_->has(kClassBody)) entry[0] = kOther;
        places_.todo->data[places_.number_at(0)] = 1;
    }

    // What the registers hold now is what they may hold there.
    void flow_to(u32 offset) {
        const u16 place = places_.number_at(offset);
        Kinds* there = state_of(place);
        bool changed = false;
        for (u32 r = 0; r < code_->registers; ++r) {
            const Kinds both = join(there[r], now_[r]);
            changed = changed || both != there[r];
            there[r] = both;
        }
        if (changed || !places_.todo->data[place]) places_.todo->data[place] = 1;
    }

    // Runs from one place that is to be looked at; false: there is none left, or the code is bad.
    bool step() {
        const u8* todo = places_.todo->data;
        const auto place = static_cast<u16>(std::find(todo, todo + places_.count + 1, 1) - todo);
        if (place > places_.count) return false;
        places_.todo->data[place] = 2;
        std::copy_n(state_of(place), code_->registers, now_);
        for (at_ = reinterpret_cast<u32*>(places_.offsets->data)[place];;) {
            const OpInfo& info = info_of(static_cast<Opcode>(code_->start[at_]));
            if (!instruction(info)) return false;
            if (info.effects & EndsBlock) return true;
            at_ += info.size;
            const u16 next = places_.number_at(at_);
            if (next != kInstruction) return flow_to(at_), true;
        }
    }

    // effect() has said what flows to the target of these.
    bool jumps_itself() const {
        return is(Opcode::BeginRange) || is(Opcode::ForIter) || is(Opcode::JumpIfNone) ||
               is(Opcode::JumpIfNotNone);
    }
    bool is(Opcode op) const { return code_->start[at_] == static_cast<u8>(op); }
    u32 operand(int offset) const { return code_->start[at_ + offset]; }

    Status need(u32 reg, Kinds allowed) {
        KRAIT_TRY(require(reg < code_->registers, "register"));
        const Kinds kinds = now_[reg] & kKindBits;
        return require(kinds && !(kinds & ~allowed), "what a register holds");
    }
    Status need_run(u32 reg, u32 count, Kinds allowed = kValue) {
        for (u32 i = 0; i < count; ++i) KRAIT_TRY(need(reg + i, allowed));
        return kOk;
    }
    void set(u32 reg, Kinds kinds) { now_[reg] = kinds; }
    Status set_run(u32 reg, u32 count, Kinds kinds = kOther) {
        KRAIT_TRY(require(reg + count <= code_->registers, "register"));
        std::fill_n(now_ + reg, count, kinds);
        return kOk;
    }
    // The frame of a callee lies over the registers behind it.
    void lose_behind(u32 reg) {
        for (u32 r = reg + 1; r < std::min<u32>(code_->registers, kNearRegisters); ++r)
            set(r, kLost);
    }

    // What is seen of a frame from outside (locals(), debuggers) must be there.
    Status check_visible() {
        const u32 seen = code_->has(kUsesLocals) ? code_->local_count : code_->parameter_count();
        for (u32 r = 0; r < seen; ++r) KRAIT_TRY(require(!(now_[r] & kLost), "lost variable"));
        return kOk;
    }

    // Where an exception goes that is raised here, with the registers as they are now.
    void flow_to_handler() {
        for (const Handler& h : code_->handler_table()) {
            if (at_ < h.start || at_ >= h.end) continue;
            const Kinds before = now_[h.exception];
            set(h.exception, kException);
            flow_to(h.target);
            set(h.exception, before);
            return;
        }
    }

    Status instruction(const OpInfo& info) {
        if (info.effects & MayCall) KRAIT_TRY(check_visible());
        if (info.effects & MayRaise) flow_to_handler();
        KRAIT_TRY(effect(info));
        // Some of the registers of a run may have been written when it raised.
        if (info.effects & MayRaise) flow_to_handler();
        const u8* p = code_->start + at_ + 1;
        for (int i = 0; i < info.operand_count; ++i) {
            const Operand kind = info.operands[i];
            if (kind == Operand::Jump || kind == Operand::Jump32) {
                if (!jumps_itself()) flow_to(target(at_ + info.size, kind, number(p, kind)));
            }
            p += operand_size(kind);
        }
        return kOk;
    }

    // The rule: sources hold values, destinations get one.
    Status plain(const OpInfo& info, Kinds made = kOther) {
        for (int i = 0; i < info.operand_count; ++i) {
            const u32 reg = operand(operand_offset(info, i));
            if (info.operands[i] == Operand::Src) KRAIT_TRY(need(reg, kValue));
            if (info.operands[i] == Operand::Base) return bad("instruction");
        }
        if (info.operand_count && info.operands[0] == Operand::Dst) set(operand(1), made);
        return kOk;
    }
    static int operand_offset(const OpInfo& info, int i) {
        int offset = 1;
        for (int k = 0; k < i; ++k) offset += operand_size(info.operands[k]);
        return offset;
    }

    Status effect(const OpInfo& info);
    Status variables(const OpInfo& info);
    Status handling(const OpInfo& info);
    Status runs(const OpInfo& info);
    Status loops(const OpInfo& info);
    Status call(u32 base, u32 own, u32 count);
    Status named_call(u32 own);
    Status build(Opcode op);
    Status make_function();
    Status none_jump(const OpInfo& info);
    Status flags(const OpInfo& info);
    Kinds kind_of_constant(u32 index) const;

    static constexpr u32 kMostBytes = 1 << 20;
    static constexpr usize kMostState = 64 << 20;

    Interp& in_;
    const Code* code_;
    Places places_;
    Kinds* now_ = nullptr;
    u32 at_ = 0, last_ = 0;
    bool failed_ = false;
};

Kinds Verifier::kind_of_constant(u32 index) const {
    const Value v = code_->constants->items[index];
    if (is_exact<Str>(v)) return kStr;
    if (!is_exact<Tuple>(v)) return kOther;
    const bool names = std::ranges::all_of(as<Tuple>(v)->span(), [](Value item) {
        return is_exact<Str>(item) && as<Str>(item)->is_interned();
    });
    return names ? kNames : kTuple;
}

Status Verifier::effect(const OpInfo& info) {
    const auto op = static_cast<Opcode>(code_->start[at_]);
    switch (op) {
        case Opcode::LoadConst: return set(operand(1), kind_of_constant(operand(2))), kOk;
        case Opcode::LoadConstWide:
            return set(operand(1), kind_of_constant(operand(2) | operand(3) << 8)), kOk;
        case Opcode::Move:
        case Opcode::LoadFar:
        case Opcode::StoreFar:
        case Opcode::ClearLocals:
        case Opcode::ClearFar:
        case Opcode::CheckLocal:
        case Opcode::MakeCell:
        case Opcode::LoadCell:
        case Opcode::StoreCell:
        case Opcode::ClearCell:
        case Opcode::LoadFree:
        case Opcode::StoreFree:
        case Opcode::ClearFree:
        case Opcode::LoadFreeCell:
        case Opcode::LoadName:
        case Opcode::StoreName:
        case Opcode::DeleteName:
        case Opcode::LoadNameOrFree: return variables(info);
        case Opcode::BuildTuple:
        case Opcode::BuildList:
        case Opcode::BuildSet:
        case Opcode::BuildDict:
        case Opcode::BuildString:
        case Opcode::ListAppend:
        case Opcode::ListExtend:
        case Opcode::SpreadArgument:
        case Opcode::ListToTuple:
        case Opcode::SetAdd:
        case Opcode::SetUpdate:
        case Opcode::DictAdd:
        case Opcode::DictUpdate:
        case Opcode::DictMerge:
        case Opcode::FormatValue: return build(op);
        case Opcode::Call: return call(operand(2), 1, operand(3));
        case Opcode::CallMethod: return call(operand(2), 2, operand(3));
        case Opcode::CallKw: return named_call(1);
        case Opcode::CallMethodKw: return named_call(2);
        case Opcode::MakeFunction: return make_function();
        case Opcode::YieldFrom: KRAIT_TRY(need(operand(1), kValue)); [[fallthrough]];
        case Opcode::Yield:
            KRAIT_TRY(require(code_->has(kGenerator) || code_->has(kCoroutine), "yield"));
            return plain(info);
        case Opcode::LoadNone: return set(operand(1), kNone), kOk;
        case Opcode::JumpIfNone:
        case Opcode::JumpIfNotNone: return none_jump(info);
        case Opcode::Binary:
        case Opcode::Inplace:
        case Opcode::Intrinsic:
        case Opcode::ViperConvert:
        case Opcode::ViperBinary:
        case Opcode::ViperUnary: return flags(info);
        default: return handling(info);
    }
}

// What handlers begin and end with.
Status Verifier::handling(const OpInfo& info) {
    switch (static_cast<Opcode>(code_->start[at_])) {
        case Opcode::EnterHandler:
            KRAIT_TRY(need(operand(2), kException));
            return set(operand(1), kSaved), kOk;
        case Opcode::LeaveHandler: return need(operand(1), kSaved);
        case Opcode::Reraise: return need(operand(1), kException);
        case Opcode::RegroupStar:
            KRAIT_TRY(need(operand(2), kException));
            KRAIT_TRY(need(operand(3), kList));
            return set(operand(1), kException | kNone), kOk;
        case Opcode::MatchGroup:
            KRAIT_TRY(need(operand(2), kValue));
            KRAIT_TRY(need(operand(3), kValue));
            return set_run(operand(1), 2, kException | kNone);
        default: return runs(info);
    }
}

// Locals, cells, closure variables, and names of a class body.
Status Verifier::variables(const OpInfo& info) {
    const u32 a = operand(1), b = operand(2), wide = operand(2) | operand(3) << 8;
    const auto in_closure = [&](u32 i) -> Status {
        return require(i < code_->free_count, "closure");
    };
    const auto in_class = [&]() -> Status {
        KRAIT_TRY(require(code_->has(kClassBody), "no namespace"));
        return need(0, kValue);
    };
    switch (static_cast<Opcode>(code_->start[at_])) {
        case Opcode::Move: KRAIT_TRY(need(b, kValue | kEmpty)); return set(a, now_[b]), kOk;
        case Opcode::LoadFar:
            KRAIT_TRY(need(wide, kValue | kEmpty));
            return set(a, now_[wide]), kOk;
        case Opcode::StoreFar: {
            const u32 far = a | b << 8;
            KRAIT_TRY(require(far < code_->registers, "register"));
            KRAIT_TRY(need(operand(3), kValue | kEmpty));
            return set(far, now_[operand(3)]), kOk;
        }
        case Opcode::ClearLocals: return set_run(a, b, kEmpty);
        case Opcode::ClearFar: return set_run(a | b << 8, 1, kEmpty);
        case Opcode::CheckLocal:
            KRAIT_TRY(need(a, kValue | kEmpty));
            return set(a, now_[a] & ~kEmpty ? now_[a] & ~kEmpty : Kinds{kOther}), kOk;
        case Opcode::MakeCell:
            if (b) KRAIT_TRY(need(a, kValue | kEmpty));
            return set(a, kCell), kOk;
        case Opcode::LoadCell: KRAIT_TRY(need(b, kCell)); return set(a, kOther), kOk;
        case Opcode::StoreCell: KRAIT_TRY(need(a, kCell)); return need(b, kValue);
        case Opcode::ClearCell: return need(a, kCell);
        case Opcode::LoadFree: KRAIT_TRY(in_closure(b)); return set(a, kOther), kOk;
        case Opcode::StoreFree: KRAIT_TRY(in_closure(a)); return need(b, kValue);
        case Opcode::ClearFree: return in_closure(a);
        case Opcode::LoadFreeCell: KRAIT_TRY(in_closure(wide)); return set(a, kCell), kOk;
        case Opcode::LoadNameOrFree: KRAIT_TRY(in_closure(operand(4))); [[fallthrough]];
        default: KRAIT_TRY(in_class()); return plain(info);
    }
}

// Instructions with runs of registers.
Status Verifier::runs(const OpInfo& info) {
    const u32 a = operand(1), b = info.size > 2 ? operand(2) : 0;
    switch (static_cast<Opcode>(code_->start[at_])) {
        case Opcode::LoadMethod:
            KRAIT_TRY(need(b, kValue));
            KRAIT_TRY(set_run(a, 2));
            return set(a + 1, kOther | kEmpty), kOk;
        case Opcode::LoadSuperAttr:
        case Opcode::LoadSuperMethod: {
            const bool method = is(Opcode::LoadSuperMethod);
            const u32 base = method ? a : b;
            KRAIT_TRY(need(base, kValue));
            KRAIT_TRY(need_run(base + 1, 2, kValue | kEmpty));
            if (!method) return set(a, kOther), kOk;
            set(base, kOther);
            return set(base + 1, kOther | kEmpty), kOk;
        }
        case Opcode::BuildSlice: KRAIT_TRY(need_run(b, 3)); return set(a, kOther), kOk;
        case Opcode::GetSlice:
            KRAIT_TRY(need(b, kValue));
            KRAIT_TRY(need_run(operand(3), 3));
            return set(a, kOther), kOk;
        case Opcode::SetSlice:
            KRAIT_TRY(need(a, kValue));
            KRAIT_TRY(need_run(b, 3));
            return need(operand(3), kValue);
        case Opcode::CallSpread:
            KRAIT_TRY(need(b, kValue));
            KRAIT_TRY(need(b + 1, kList | kTuples));
            KRAIT_TRY(need(b + 2, kDict | kEmpty));
            lose_behind(b);
            return set(a, kOther), kOk;
        case Opcode::UnpackSequence: KRAIT_TRY(need(b, kValue)); return set_run(a, operand(3));
        case Opcode::UnpackStarred:
            KRAIT_TRY(need(b, kValue));
            return set_run(a, operand(3) + operand(4) + 1);
        case Opcode::MatchKeys:
        case Opcode::MatchRest: KRAIT_TRY(need(operand(3), kTuples)); return plain(info);
        case Opcode::MatchClass:
            KRAIT_TRY(need_run(b, 2));
            KRAIT_TRY(need(b + 2, kNames));
            return set(a, kOther), kOk;
        case Opcode::WithEnter:
        case Opcode::AsyncWithEnter: KRAIT_TRY(need(b, kValue)); return set_run(a, 2);
        case Opcode::WithExit:
            KRAIT_TRY(need(b, kValue));
            KRAIT_TRY(need(operand(3), kValue));
            return set(a, kOther), kOk;
        default: return loops(info);
    }
}

Status Verifier::loops(const OpInfo& info) {
    const u32 a = operand(1), b = info.size > 2 ? operand(2) : 0;
    switch (static_cast<Opcode>(code_->start[at_])) {
        case Opcode::BeginFor:
            KRAIT_TRY(need(b, kValue));
            KRAIT_TRY(set_run(a, 3, kLoop));
            set(a + 1, kLoop1);
            return set(a + 2, kLoop2), kOk;
        case Opcode::BeginRange: {
            KRAIT_TRY(need_run(b, operand(3) + 1));
            KRAIT_TRY(require(operand(3) >= 1 && operand(3) <= 3, "range"));
            KRAIT_TRY(require(a + 3 <= code_->registers, "register"));
            Kinds before[3];
            std::copy_n(now_ + a, 3, before);
            set(a, kLoop);
            set(a + 1, kLoop1);
            set(a + 2, kLoop2);
            flow_to(target(at_ + info.size, Operand::Jump, operand(4) | operand(5) << 8));
            std::copy_n(before, 3, now_ + a);
            return kOk;
        }
        case Opcode::ForIter:
            KRAIT_TRY(need(b, kLoop));
            KRAIT_TRY(need(b + 1, kLoop1));
            KRAIT_TRY(need(b + 2, kLoop2));
            KRAIT_TRY(require(a < b || a > b + 2, "register of a loop"));
            flow_to(target(at_ + info.size, Operand::Jump, operand(3) | operand(4) << 8));
            return set(a, kOther), kOk;
        default: return plain(info);
    }
}

// `own`: registers before the arguments, the callee and for methods its self.
Status Verifier::call(u32 base, u32 own, u32 count) {
    KRAIT_TRY(need(base, kValue));
    if (own > 1) KRAIT_TRY(need(base + 1, kValue | kEmpty));
    KRAIT_TRY(need_run(base + own, count));
    lose_behind(base);
    return set(operand(1), kOther), kOk;
}

Status Verifier::named_call(u32 own) {
    const u32 names = operand(4) | operand(5) << 8;
    KRAIT_TRY(require(kind_of_constant(names) == kNames, "names of arguments"));
    const usize named = as<Tuple>(code_->constants->items[names])->size();
    KRAIT_TRY(require(named <= operand(3), "number of arguments"));
    return call(operand(2), own, operand(3));
}

Status Verifier::build(Opcode op) {
    const u32 a = operand(1), b = operand(2), count = operand(3);
    switch (op) {
        case Opcode::BuildTuple: {
            KRAIT_TRY(need_run(b, count));
            bool cells = count > 0;
            for (u32 i = 0; i < count; ++i) cells = cells && now_[b + i] == kCell;
            return set(a, cells ? closure_of(count) : Kinds{kTuple}), kOk;
        }
        case Opcode::BuildList: KRAIT_TRY(need_run(b, count)); return set(a, kList), kOk;
        case Opcode::BuildSet: KRAIT_TRY(need_run(b, count)); return set(a, kSet), kOk;
        case Opcode::BuildDict: KRAIT_TRY(need_run(b, 2 * count)); return set(a, kDict), kOk;
        case Opcode::BuildString: KRAIT_TRY(need_run(b, count, kStr)); return set(a, kStr), kOk;
        case Opcode::ListToTuple: KRAIT_TRY(need(b, kList)); return set(a, kTuple), kOk;
        case Opcode::FormatValue:
            KRAIT_TRY(require(count < 8, "flags"));
            KRAIT_TRY(need(b, kValue));
            if (count & 4) KRAIT_TRY(need(b + 1, kStr));
            return set(a, kStr), kOk;
        case Opcode::SetAdd:
        case Opcode::SetUpdate: KRAIT_TRY(need(a, kSet)); return need(b, kValue);
        case Opcode::DictUpdate: KRAIT_TRY(need(a, kDict)); return need(b, kValue);
        case Opcode::DictAdd:
        case Opcode::DictMerge:
            KRAIT_TRY(need(a, kDict));
            KRAIT_TRY(need(b, kValue));
            return need(count, kValue);
        case Opcode::SpreadArgument: KRAIT_TRY(need(count, kValue)); [[fallthrough]];
        default: KRAIT_TRY(need(a, kList)); return need(b, kValue);
    }
}

Status Verifier::make_function() {
    const Value inner = code_->constants->items[operand(3) | operand(4) << 8];
    KRAIT_TRY(require(is_exact<Code>(inner), "code of a function"));
    const u32 parts = operand(5), captured = as<Code>(inner)->free_count;
    constexpr Kinds kParts[] = {kTuples, kDict, kDict, kClosure};
    KRAIT_TRY(require(parts < 16, "flags"));
    u32 reg = operand(2);
    for (u32 i = 0; i < 4; ++i)
        if (parts >> i & 1) KRAIT_TRY(need(reg++, kParts[i]));
    const u32 cells = parts & 8 ? now_[reg - 1] >> kCountShift : 0;
    KRAIT_TRY(require(cells == captured, "closure"));
    return set(operand(1), kOther), kOk;
}

// On one way the register holds None, on the other it does not.
Status Verifier::none_jump(const OpInfo& info) {
    const u32 reg = operand(1);
    KRAIT_TRY(need(reg, kValue));
    const Kinds before = now_[reg];
    const Kinds other = before & ~kNone ? before & ~kNone : Kinds{kOther};
    set(reg, is(Opcode::JumpIfNone) ? Kinds{kNone} : other);
    flow_to(target(at_ + info.size, Operand::Jump, operand(2) | operand(3) << 8));
    set(reg, is(Opcode::JumpIfNone) ? other : Kinds{kNone});
    return kOk;
}

Status Verifier::flags(const OpInfo& info) {
    const u32 f = operand(info.size - 1), plain_f = f & ~u32{kViperUnsigned};
    switch (static_cast<Opcode>(code_->start[at_])) {
        case Opcode::Intrinsic:
            KRAIT_TRY(require(f < kIntrinsicCount, "flags"));
            if (f == static_cast<u8>(Intrinsic::Super)) {
                KRAIT_TRY(need(operand(2), kValue));
                KRAIT_TRY(need_run(operand(2) + 1, 2, kValue | kEmpty));
            } else if (f == static_cast<u8>(Intrinsic::TypeAlias) ||
                       f == static_cast<u8>(Intrinsic::Interpolation)) {
                KRAIT_TRY(need(operand(2), kTuples));
            } else if (f == static_cast<u8>(Intrinsic::Template)) {
                KRAIT_TRY(need(operand(2), kList));
            } else if (f >= static_cast<u8>(Intrinsic::TypeVar) &&
                       f <= static_cast<u8>(Intrinsic::TypeVarTuple)) {
                KRAIT_TRY(need(operand(2), kStr));
            } else if (f == static_cast<u8>(Intrinsic::SetupAnnotations) &&
                       code_->has(kClassBody)) {
                KRAIT_TRY(need(0, kValue));
            }
            // These two look at no register.
            if (f == static_cast<u8>(Intrinsic::SetupAnnotations) ||
                f == static_cast<u8>(Intrinsic::StopAsyncToRuntime))
                return set(operand(1), kOther), kOk;
            if (f != static_cast<u8>(Intrinsic::Super)) break;
            return set(operand(1), kOther), kOk;
        case Opcode::ViperConvert:
            KRAIT_TRY(require(f <= static_cast<u8>(ViperType::Ptr32), "flags"));
            break;
        case Opcode::ViperUnary:
            KRAIT_TRY(require(plain_f <= static_cast<u8>(UnaryOp::Abs), "flags"));
            break;
        case Opcode::ViperBinary: KRAIT_TRY(require(plain_f < kBinaryOpCount, "flags")); break;
        default: KRAIT_TRY(require(f < kBinaryOpCount, "flags")); break;
    }
    return plain(info);
}

}  // namespace

Status verify(Interp& in, const Code* code) { return Verifier(in, code).run(); }

}  // namespace krait
