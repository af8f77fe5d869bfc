// The stack of frames: pushing, popping, growing, and the ways into the loop from C++.
#include "vm/vm.hpp"

#include "vm/frame_object.hpp"
#include "vm/traceback.hpp"

namespace krait {

namespace {
// Values in the first segment, and in the later ones.
constexpr usize kFirstSegment = kIs64 ? 2048 : 192, kNextSegment = kIs64 ? 16384 : 512;
// A level of recursion is allowed for each so many bytes of heap, so that recursion without end is
// a RecursionError and not a MemoryError, also where each level makes a generator.
constexpr usize kBytesPerLevel = kIs64 ? 384 : 192;
constexpr usize kFrameValues = sizeof(Frame) / sizeof(Value);
static_assert(sizeof(Frame) % sizeof(Value) == 0);

void trace_segment(Object*, Marker&) {}  // Vm::trace knows which part is live
constexpr Slots kSegmentSlots{.trace = trace_segment};
}  // namespace

constinit const BuiltinType StackSegment::kType{
    {.name = "stack_segment"_sym, .slots = &kSegmentSlots, .size = sizeof(StackSegment)}};

static Value running_module_name(Interp& in) {
    Dict* globals = in.vm().globals();
    Value name = globals ? dict_get(globals, "__name__"_sym) : Value();
    return name ? name : done();
}

Vm::Vm(Interp& in) : in_(in), tracer_(in) {
    attr_cache_.clear();
    in.set_vm(this);
    in.set_module_name_hook(running_module_name);
    in.set_builtins_hook(forget_cached_builtins);
    in.set_traceback_hooks(&kTracebackHooks);
    in.add_roots(*this);
    spare_slice_ = KRAIT_MUST(new_slice(in, none(), none(), none()), "a fresh heap has room");
    const InterpConfig& config = in.config();
    usize depth = config.max_recursion;
    if (!depth) depth = std::max(config.heap_size, config.heap_reserved) / kBytesPerLevel;
    max_depth_ = static_cast<u32>(std::min<usize>(depth, 10'000'000));
}

Vm::~Vm() {
    in_.set_module_name_hook(nullptr);
    in_.set_builtins_hook(nullptr);
    in_.set_traceback_hooks(nullptr);
    in_.remove_roots(*this);
    in_.set_vm(nullptr);
}

// Makes room for `values` more Values and a Frame, in a new segment. RecursionError when the stack
// has taken half of the memory there is.
bool Vm::grow_stack(usize values) {
    ThreadState& thread = in_.thread();
    usize wanted = values + 2 * kFrameValues;
    if (thread.spare && thread.spare->capacity >= wanted) {
        StackSegment* next = thread.spare;
        thread.spare = nullptr;
        next->previous = thread.segment;
        thread.segment = next;
        return true;
    }
    usize capacity = thread.segment ? kNextSegment : kFirstSegment;
    if (thread.segment) capacity = std::min(thread.segment->capacity * 2, kNextSegment * 16);
    capacity = std::max(capacity, wanted * 2);
    usize limit = std::max(in_.config().heap_size, in_.config().heap_reserved) / sizeof(Value) / 2;
    usize total = capacity;
    for (StackSegment* s = thread.segment; s; s = s->previous) total += s->capacity;
    if (thread.segment && total > limit) {
        (void)raise_recursion_error(in_);
        return false;
    }
    auto fresh = in_.make<StackSegment>(sizeof(StackSegment) + capacity * sizeof(Value));
    if (!fresh) return false;
    fresh.take()->capacity = capacity;
    fresh.take()->previous = thread.segment;
    thread.segment = fresh.take();
    return true;
}

// A frame with room for `values` registers at the top of the stack; in `registers`.
Frame* Vm::make_frame(Function* function, u32 values) {
    const ThreadState& thread = in_.thread();
    Frame* caller = thread.frame;
    Value* top = caller ? caller->top : nullptr;
    u32 depth = caller ? caller->depth + 1 : 1;
    Frame* next = caller ? caller - 1 : nullptr;
    u8 flags = function->code->registers > kNearRegisters ? kFarFrame : 0;
    if (!top || reinterpret_cast<Value*>(next) < top + values) {
        if (depth > max_depth_) return (void)raise_recursion_error(in_), nullptr;
        if (!grow_stack(values)) return nullptr;
        top = thread.segment->items;
        next = thread.segment->frames_end() - 1;
        flags |= kNewSegment;
    }
    if (depth > max_depth_) return (void)raise_recursion_error(in_), nullptr;
    *next = {.caller = caller,
             .pc = function->code->start,
             .registers = top,
             .top = top + values,
             .function = function,
             .owner = nullptr,
             .depth = depth,
             .result = 0,
             .flags = flags};
    return next;
}

Frame* Vm::push_frame(Function* function, u32 count) {
    Frame* frame = make_frame(function, std::max<u32>(function->code->registers, count));
    return frame ? in_.thread().frame = frame : nullptr;
}

Frame* Vm::push_call(Function* function, const CallArgs& args) {
    Code* code = function->code;
    Frame* frame = make_frame(function, std::max<u32>(code->registers, code->parameter_count()));
    if (!frame) return nullptr;
    // Binding may raise and collect, so the frame is linked before its registers are filled.
    std::fill_n(frame->registers, code->parameter_count(), Value());
    in_.thread().frame = frame;
    if (!bind_arguments(in_, function, args, frame->registers)) return pop_frame(), nullptr;
    // The body of a class, taken out of its code and called: it has no other namespace.
    if (code->has(kClassBody)) frame->registers[0] = function->globals;
    return frame;
}

Frame* Vm::push_bound(Function* function, Value self, const CallArgs& args) {
    if (!args.names) {
        // The arguments, with self before them, at the place where the parameters begin.
        u32 count = args.positional + 1;
        Frame* frame = push_frame(function, count);
        if (!frame) return nullptr;
        Value* registers = frame->registers;
        std::copy_backward(args.values, args.values + args.positional, registers + count);
        registers[0] = self;
        Code* code = function->code;
        if (code->has(kSimpleCall) && code->positional == count) return frame;
        pop_frame();
        Tuple* all = nullptr;
        if (auto made = new_tuple(in_, std::span<const Value>(registers, count))) all = made.take();
        return all ? push_call(function, {all->items_, count, 0, nullptr}) : nullptr;
    }
    auto all = new_tuple(in_, args.total() + 1);
    if (!all) return nullptr;
    all.take()->items_[0] = self;
    std::copy_n(args.values, args.total(), all.take()->items_ + 1);
    return push_call(function, {all.take()->items_, args.positional + 1, args.named, args.names});
}

Frame* Vm::push_generator(Generator* generator) {
    Frame* caller = in_.thread().frame;
    Frame* frame = caller ? caller - 1 : nullptr;
    if (frame && reinterpret_cast<Value*>(frame) >= caller->top && caller->depth < max_depth_)
        [[likely]] {
        frame->caller = caller;
        frame->top = caller->top;
        frame->function = generator->function;
        frame->depth = caller->depth + 1;
        frame->result = 0;
        frame->flags = generator->function->code->registers > kNearRegisters ? kFarFrame : 0;
    } else {
        frame = make_frame(generator->function, 0);
        if (!frame) return nullptr;
    }
    frame->registers = generator->registers();
    frame->owner = generator;
    frame->flags |= kGeneratorFrame;
    frame->pc = generator->pc;
    if (generator->handling) exchange_handled(generator);
    return in_.thread().frame = frame;
}

void Vm::exchange_handled(Generator* generator) {
    Value handled = in_.handled();
    in_.set_handled(generator->handled);
    in_.heap().write(generator->handled, handled);
}

// The outermost handler of a generator saves no exception, as the one that its resumer handles may
// be another each time: the generator keeps it.
Value Vm::enter_handler(Value exception) {
    Value saved = in_.handled();
    if (frame()->flags & kGeneratorFrame && !frame()->generator()->handling) {
        Generator* generator = frame()->generator();
        in_.heap().write(generator->handled, saved);
        generator->handling = true;
        saved = done();
    }
    in_.set_handled(exception);
    return saved;
}

void Vm::leave_handler(Value saved) {
    if (saved != done()) return in_.set_handled(saved);
    Generator* generator = frame()->generator();
    in_.set_handled(generator->handled);
    generator->handled = Value();
    generator->handling = false;
}

void Vm::pop_frame() {
    ThreadState& thread = in_.thread();
    const Frame* frame = thread.frame;
    if (frame->flags & kHasObject) [[unlikely]]
        end_frame_object(frame);
    thread.frame = frame->caller;
    if (frame->flags & kNewSegment) {
        StackSegment* done_with = thread.segment;
        thread.segment = done_with->previous;
        done_with->previous = nullptr;
        thread.spare = done_with;
    }
}

Frame* Vm::frame_at(usize n) const {
    Frame* f = frame();
    while (f && n--) f = f->caller;
    return f;
}

Value Vm::call_function(Function* function, const CallArgs& args) {
    if (!in_.check_stack()) return {};
    Frame* frame = push_call(function, args);
    if (!frame) return {};
    if (function->code->flags & (kGenerator | kCoroutine)) {
        auto generator = new_generator(in_, function, frame->registers);
        pop_frame();
        return generator ? Value(generator.take()) : Value();
    }
    return enter(frame, false);
}

Value Vm::run_code(Code* code, Dict* globals, Value locals, Tuple* closure) {
    if (!in_.check_stack()) return {};
    Function* function = KRAIT_TRY(new_function(in_, code, globals));
    in_.heap().write(function->closure, closure);
    // A function's code, taken from its __code__: parameters and generators need a call.
    if (!code->has(kClassBody) && !code->has(kModuleBody)) return call_function(function, {});
    Frame* frame = push_frame(function, 0);
    if (!frame) return {};
    if (code->has(kClassBody)) frame->registers[0] = locals ? locals : Value(globals);
    return enter(frame, false);
}

Value Vm::resume(Generator* generator, Value sent, Value thrown) {
    if (!in_.check_stack()) return {};
    bool created = generator->state == GeneratorState::Created;
    Frame* frame = push_generator(generator);
    if (!frame) return {};
    generator->state = GeneratorState::Running;
    if (thrown) {
        in_.set_pending(thrown);
    } else if (!created) {
        frame->registers[frame->pc[1]] = sent;
        if (*frame->pc == static_cast<u8>(Opcode::Yield)) frame->pc += 3;
    }
    Value result = enter(frame, bool(thrown));
    if (!result || generator->state != GeneratorState::Finished) return result;
    set_stop_value(result);
    return done();
}

namespace {

// The instruction that ends at `end`; null if none does.
const u8* instruction_before(const Code* code, const u8* end) {
    const u8* last = nullptr;
    const u8* at = code->start;
    while (at < end) {
        last = at;
        at += info_of(static_cast<Opcode>(*at)).size;
    }
    return at == end ? last : nullptr;
}

// The first register behind the arguments of a call; kNoCall if the instruction is none.
constexpr u32 kNoCall = ~0u;
u32 end_of_arguments(const u8* instruction) {
    switch (static_cast<Opcode>(*instruction)) {
        case Opcode::Call:
        case Opcode::CallKw: return instruction[2] + 1u + instruction[3];
        case Opcode::CallMethod:
        case Opcode::CallMethodKw: return instruction[2] + 2u + instruction[3];
        case Opcode::CallSpread: return instruction[2] + 3u;
        default: return kNoCall;
    }
}

}  // namespace

const void* Vm::prepare_collect(const Str* name) {
    const Frame* f = frame();
    if (!f || f->flags & kFarFrame) return nullptr;
    const u8* call = instruction_before(f->code(), f->pc);
    const u32 first = call ? end_of_arguments(call) : kNoCall;
    for (u32 i = first; i < f->code()->registers; ++i) f->registers[i] = Value();
    // Of callers that have more registers: what is above the arguments of their calls, too.
    const Value* top = f->top;
    for (const Frame* c = f; c->caller && !(c->flags & kNewSegment); c = c->caller)
        top = std::max<const Value*>(top, c->caller->top);
    std::fill(f->top, const_cast<Value*>(top), Value());
    if (first == kNoCall || static_cast<Opcode>(*call) == Opcode::CallSpread) return nullptr;
    const Value callee = f->registers[call[2]];
    const bool direct = is_exact<Builtin>(callee) && as<Builtin>(callee)->name == name;
    return direct ? in_.thread().loop_caller : nullptr;
}

namespace {

[[gnu::noinline]] const void* place_on_stack() { return __builtin_frame_address(0); }

}  // namespace

// Into the loop. The registers that callees save are put into this frame, so that scans of the C
// stack may begin above the loop's own (see prepare_collect).
[[gnu::noinline]] Value Vm::enter(Frame* entry, bool throwing) {
    __builtin_unwind_init();
    const void* outer = in_.thread().loop_caller;
    in_.thread().loop_caller = place_on_stack();
    const Value result = run(entry, throwing);
    in_.thread().loop_caller = outer;
    return result;
}

void Vm::trace_roots(Marker& m) {
    attr_cache_.clear();
    trace_stack(in_.thread(), m);
    m.object(spare_slice_);
    m.object(frame_objects_);
    tracer_.trace(m);
    for (ThreadState* s = in_.first_parked(); s; s = Interp::next_parked(s)) trace_stack(*s, m);
}

void Vm::trace_stack(const ThreadState& thread, Marker& m) {
    m.object(thread.spare);
    // Registers are not cleared at calls, so what stands in them is checked before it is believed.
    const Frame* frame = thread.frame;
    for (StackSegment* s = thread.segment; s; s = s->previous) {
        m.object(s);
        const Value* top = s->items;
        for (; frame; frame = frame->caller) {
            top = std::max<const Value*>(top, frame->top);
            m.object(frame->function);
            m.object(frame->owner);
            // A running generator stores into its registers without the barrier.
            if (frame->flags & kGeneratorFrame)
                m.values(frame->registers, frame->generator()->count);
            if (frame->flags & kNewSegment) {
                frame = frame->caller;
                break;
            }
        }
        m.maybe_values(s->items, static_cast<usize>(top - s->items));
    }
}

}  // namespace krait
