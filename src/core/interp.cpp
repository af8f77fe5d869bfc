// The interpreter's start and end, its roots, and what happens at safe points.
#include "core/interp.hpp"

#include "core/class.hpp"
#include "core/shape.hpp"
#include "core/special.hpp"
#include "core/symbols.hpp"

namespace krait {

namespace {

// What entries may use of the C stack if the port does not say.
constexpr usize kDefaultStack = kIs64 ? 512 * 1024 : 8 * 1024;
// Kept back from that for raising RecursionError itself.
constexpr usize kStackReserve = kIs64 ? 16 * 1024 : 1024;

// In the order in which they are served: a switch first, as it need not come back soon.
constexpr u32 kReasonList[] = {kReasonSwitch, kReasonInterrupt, kReasonCallback, kReasonFinalizer,
                               kReasonStop,   kReasonTimer,     kReasonCollect};

// C++ code that calls Python while the loop waits for something else.
class LoopInterrupted {
  public:
    explicit LoopInterrupted(Interp& in) : in_(in), caller_(in.thread().loop_caller) {
        in.thread().loop_caller = nullptr;
    }
    LoopInterrupted(const LoopInterrupted&) = delete;
    ~LoopInterrupted() { in_.thread().loop_caller = caller_; }

  private:
    Interp& in_;
    const void* caller_;
};

Status serve_interrupt(Interp& in, void*) { return raise_args(in, kKeyboardInterrupt, {}); }
Status serve_stop(Interp& in, void*) { return raise_args(in, kSystemExit, {}); }
Status serve_collect(Interp& in, void*) {
    in.heap().collect();
    return kOk;
}
Status serve_finalizers(Interp& in, void*) {
    in.run_finalizers();
    return kOk;
}

}  // namespace

Interp::Interp(const InterpConfig& config)
    : config_(config),
      heap_(config.heap_region, config.heap_size,
            config.heap_reserved ? config.heap_reserved : config.heap_size, *this, config.now_us) {
    lookup_cache_.clear();
    symbols_ = KRAIT_MUST(new_symbol_table(*this), "an empty heap has room for it");
    memory_error_ =
        KRAIT_MUST(new_exception(*this, kMemoryError, {}), "an empty heap has room for it");
    modules_ = KRAIT_MUST(new_dict(*this), "an empty heap has room for it");
    KRAIT_MUST(fill_emergency(), "an empty heap has room for it");
    set_handler(kReasonInterrupt, serve_interrupt, nullptr);
    set_handler(kReasonStop, serve_stop, nullptr);
    set_handler(kReasonFinalizer, serve_finalizers, nullptr);
    set_handler(kReasonCollect, serve_collect, nullptr);
}

Interp::~Interp() = default;

Object* Interp::allocate(const Shape* shape, usize bytes) {
    Object* o = shape->of->has(kHasFinalizer) ? nullptr : heap_.allocate_quickly(shape, bytes);
    if (o) [[likely]]
        return o;
    o = heap_.allocate(shape, bytes);
    if (heap_.has_pending()) [[unlikely]]
        request(kReasonFinalizer);
    if (!o && emergency_ && heap_.is_locked()) o = take_emergency(shape, bytes);
    if (o && (!shape->of->has(kHasFinalizer) || heap_.register_finalizer(o))) [[likely]]
        return o;
    (void)raise_memory_error(*this);
    return nullptr;
}

// --- what is put by for exceptions while the heap is locked ---

// The parts of two exceptions, the same again, and two texts.
usize Interp::emergency_size(usize i) const {
    constexpr usize kPlaces = 8;  // of a traceback: two entries
    constexpr usize kParts[kEmergencyParts] = {sizeof(Exception), sizeof(Tuple) + 2 * sizeof(Value),
                                               sizeof(List),
                                               sizeof(ValueArray) + kPlaces * sizeof(Value)};
    if (i >= 2 * kEmergencyParts && emergency_text_ == 0) return 0;
    if (i < 4 * kEmergencyParts) return kParts[i % kEmergencyParts];
    return Str::kTextOffset + emergency_text_ + 1;
}

Status Interp::fill_emergency() {
    emergency_used_ = false;
    for (usize i = 0; i < kEmergencyCells; ++i) {
        const usize size = emergency_size(i);
        Object*& cell = emergency_cells_[i];
        if (size == 0 || (cell && heap_.cell_size(cell) >= size)) continue;
        cell = nullptr;
        emergency_used_ = true;  // as long as it is not all there
        auto* fresh = KRAIT_TRY(make<ByteArray>(std::max(size, sizeof(ByteArray))));
        fresh->capacity = heap_.cell_size(fresh) - sizeof(ByteArray);
        cell = fresh;
        emergency_used_ = false;
    }
    return kOk;
}

Status Interp::reserve_emergency(usize text_bytes) {
    emergency_text_ = static_cast<u16>(std::min<usize>(text_bytes, 0xffff));
    return fill_emergency();
}

void Interp::unlock_heap() {
    heap_.unlock();
    if (!emergency_used_ || heap_.is_locked()) return;
    const Value pending = take_pending();
    (void)fill_emergency();  // what cannot be had now may be at the next time
    set_pending(pending);
}

// The smallest cell that will do.
Object* Interp::take_emergency(const Shape* shape, usize bytes) {
    Object** best = nullptr;
    for (Object*& cell : emergency_cells_) {
        if (!cell || heap_.cell_size(cell) < bytes) continue;
        if (!best || heap_.cell_size(cell) < heap_.cell_size(*best)) best = &cell;
    }
    if (!best) return nullptr;
    Object* cell = *best;
    *best = nullptr;
    emergency_used_ = true;
    return heap_.reuse(cell, shape);
}

// --- the collector's side ---

static void trace_thread(const ThreadState& state, Marker& m) {
    m.value(state.pending);
    m.value(state.handled);
    m.value(state.stop_value);
}

void Interp::trace_roots(Marker& m) {
    lookup_cache_.clear();
    trace_thread(thread_, m);
    for (ThreadState* s = first_parked(); s; s = next_parked(s)) trace_thread(*s, m);
    m.object(memory_error_);
    for (Object* cell : emergency_cells_) m.object(cell);
    m.object(symbols_);
    m.object(modules_);
    m.object(builtins_);
    m.object(states_);
    for (RootSource* s = root_sources_; s; s = s->next_root_source_) s->trace_roots(m);
}

bool Interp::commit(void* from, usize bytes) {
    return config_.commit && config_.commit(from, bytes);
}

bool Interp::wants_python_finalizer(Object* o) {
    const Type* type = o->type();
    if (type->has(kHeapType)) return !is_done(type_lookup_plain(type, "__del__"_sym));
    auto dies_in_python = find_slot<&Slots::dies_in_python>(type);
    return dies_in_python && dies_in_python(o);
}

void Interp::drop_dead() {
    lookup_cache_.clear();
    if (symbols_) symbols_->drop_dead(heap_);
}

void Interp::add_roots(RootSource& source) {
    source.next_root_source_ = root_sources_;
    root_sources_ = &source;
}

void Interp::remove_roots(RootSource& source) {
    RootSource** at = &root_sources_;
    while (*at && *at != &source) at = &(*at)->next_root_source_;
    if (*at) *at = source.next_root_source_;
}

// --- safe points ---

void Interp::set_handler(SafePointReason reason, SafePointHandler handler, void* context) {
    handlers_[std::countr_zero(static_cast<u32>(reason))] = {handler, context};
}

// Each reason is taken just before it is served: a handler may let other threads run, and these
// must meet the others.
Status Interp::serve_safe_point() {
    const LoopInterrupted interrupted(*this);
    for (u32 reason : kReasonList) {
        if (!(safe_point_.load(std::memory_order_relaxed) & reason)) continue;
        safe_point_.fetch_and(~reason);
        const Handler& handler = handlers_[std::countr_zero(reason)];
        if (handler.serve) KRAIT_TRY(handler.serve(*this, handler.context));
    }
    return kOk;
}

void Interp::run_finalizers() {
    if (finalizing_) return;  // the outer call goes on until none is left
    const LoopInterrupted interrupted(*this);
    finalizing_ = true;
    const Value pending = take_pending();
    while (Value v = heap_.take_pending_finalizer()) {
        if (WeakCell* cell = as_if<WeakCell>(v)) {
            if (!call(*this, cell->callback, cell->owner)) report_unraisable(cell->callback);
        } else if (!call_special(*this, v, "__del__"_sym)) {
            report_unraisable(v);
        }
    }
    set_pending(pending);
    finalizing_ = false;
}

void Interp::report_unraisable(Value where) {
    Value e = take_pending();
    if (unraisable_ && e) unraisable_(*this, e, where);
    thread_.pending = Value();
}

// --- the C stack ---

bool Interp::stack_exhausted() {
    const Word limit = thread_.stack_limit;
    thread_.stack_limit = limit > kStackReserve ? limit - kStackReserve : 0;
    (void)raise_recursion_error(*this);
    thread_.stack_limit = limit;
    return false;
}

void Interp::set_c_stack(const void* base, usize bytes) {
    const Word reach = std::max(bytes, 2 * kStackReserve) - kStackReserve;
    const auto local = reinterpret_cast<Word>(__builtin_frame_address(0));
    thread_.stack_limit = local > reach ? local - reach : 0;
    thread_.stack_base = base;
    heap_.set_stack_base(base);
}

// An entry within an entry keeps the outer one's bounds.
Interp::Entry::Entry(Interp& in, const void* base)
    : in_(in), is_outermost_(!in.thread_.stack_base) {
    if (!is_outermost_) return;
    const usize allowed = in.config_.c_stack_bytes ? in.config_.c_stack_bytes : kDefaultStack;
    in.set_c_stack(base ? base : static_cast<const void*>(this), allowed);
}

Interp::Entry::~Entry() {
    if (!is_outermost_) return;
    in_.thread_.stack_limit = 0;
    in_.thread_.stack_base = nullptr;
    in_.heap_.set_stack_base(nullptr);
}

// --- modules ---

const ModuleDef* Interp::find_builtin_module(const Str* name) const {
    for (const ModuleDef* def : config_.modules)
        if (def->name == name) return def;
    return nullptr;
}

Value Interp::module_state(const ModuleDef& def) {
    return states_ ? dict_get(states_, def.name) : Value();
}

Status Interp::set_module_state(const ModuleDef& def, Value state) {
    if (!states_) states_ = KRAIT_TRY(new_dict(*this));
    return dict_set(*this, states_, def.name, state);
}

}  // namespace krait
