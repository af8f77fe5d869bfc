// Interp: one Python interpreter. Everything that changes lives in it or in its heap: heap, names,
// modules, pending exception, value stack, scheduler, and the board it runs on. Any number of them
// fit in a process; each is used by one thread at a time.
#pragma once

#include <atomic>

#include "core/attributes.hpp"
#include "core/collections.hpp"
#include "core/exceptions.hpp"
#include "core/heap.hpp"
#include "core/protocols.hpp"
#include "core/rom.hpp"
#include "core/thread_state.hpp"

namespace krait {

namespace hal {
class Board;
}
class Compiler;   // how source text becomes code; a port may leave it out
                  // (bytecode/compiler.hpp)
class Vm;         // the frames and the loop (vm/vm.hpp)
class Scheduler;  // events, callbacks, waiting (core/scheduler.hpp)
class Threads;    // more threads than one (core/threads.hpp)

// What a port gives an interpreter at start.
struct InterpConfig {
    void* heap_region = nullptr;
    usize heap_size = 0;      // usable at start
    usize heap_reserved = 0;  // address space behind it that commit() can make usable
    bool (*commit)(void* from, usize bytes) = nullptr;
    hal::Board* board = nullptr;
    usize c_stack_bytes = 0;    // what the interpreter may use of the C stack below the entry
    u32 (*now_us)() = nullptr;  // times the collector's pauses
    std::span<const ModuleDef* const> modules = {};
    struct FrozenModule {
        std::string_view name;    // dotted; a package's ends in ".__init__"
        std::string_view source;  // Python text, or that deflated (vm/frozen.hpp)
        usize unpacked_size = 0;  // of deflated text; 0: it is not
    };
    std::span<const FrozenModule> frozen = {};
    std::span<const std::string_view> search_path = {};  // what sys.path begins with
    std::span<const std::string_view> arguments = {};    // sys.argv
    Compiler* compiler = nullptr;
    usize max_recursion = 0;  // Python frames; 0: bounded by memory only
    u8 optimization = 0;      // -O: 1 drops assertions, 2 docstrings, 3 positions in the source
    // CPython's way also where scripts in the field lean on MicroPython's laxness.
    bool strict = false;
    // Whether TLS clients check certificates; scripts can only make it less (`CERT_NONE`).
    bool tls_verify = true;
    // PEM or DER certificates of the roots that TLS clients trust, if the port has any.
    Bytes tls_roots = {};
};

// Why the interpreter should stop at the next safe point.
enum SafePointReason : u32 {
    kReasonInterrupt = 1,  // Ctrl-C: KeyboardInterrupt
    kReasonCallback = 2,   // soft callbacks wait in the queue
    kReasonFinalizer = 4,  // __del__ or weakref callbacks wait
    kReasonStop = 8,       // the owner wants the script to end (SystemExit that is not catchable)
    kReasonTimer = 16,     // instruction budget or deadline checks
    kReasonCollect = 32,   // a full collection, so that the owner can see what lives
    kReasonSwitch = 64,    // another thread's turn
};

// Something outside of the heap that refers to objects; registered while it lives.
class RootSource {
  public:
    virtual void trace_roots(Marker&) = 0;

  protected:
    ~RootSource() = default;

  private:
    friend class Interp;
    RootSource* next_root_source_ = nullptr;
};

class Interp final : private HeapOwner {
  public:
    explicit Interp(const InterpConfig& config);
    ~Interp();
    Interp(const Interp&) = delete;

    Heap& heap() { return heap_; }
    hal::Board* board() const { return config_.board; }
    const InterpConfig& config() const { return config_; }
    Vm& vm() { return *vm_; }
    // Of what is compiled from now on.
    u8 optimization() const { return config_.optimization; }
    void set_optimization(u8 level) { config_.optimization = level; }

    // The thread that runs.
    ThreadState& thread() { return thread_; }
    // The others; null: there are none.
    ThreadState* first_parked() { return static_cast<ThreadState*>(heap_.parked_stacks()); }
    static ThreadState* next_parked(ThreadState* s) { return static_cast<ThreadState*>(s->next); }
    void set_threads(Threads* threads) { threads_ = threads; }
    Threads* threads() const { return threads_; }  // null: this interpreter has one thread only

    // The pending exception; empty: none.
    Value pending() const { return thread_.pending; }
    bool has_pending() const { return bool(thread_.pending); }
    void set_pending(Value exception) { thread_.pending = exception; }
    Value take_pending() {
        Value e = thread_.pending;
        thread_.pending = Value();
        return e;
    }
    // The MemoryError made at start. Null only before that.
    Exception* memory_error() const { return memory_error_; }
    // The exception being handled (sys.exception()), empty: none.
    Value handled() const { return thread_.handled; }
    void set_handled(Value e) { thread_.handled = e; }

    // False (RecursionError raised) when the C stack is nearly used up. Every C++ function that can
    // recurse through Python data or calls asks first.
    [[nodiscard]] bool check_stack() {
        char here;
        if (reinterpret_cast<Word>(&here) > thread_.stack_limit) [[likely]]
            return true;
        return stack_exhausted();
    }

    // The lowest address of the C stack that a parser may reach: `most` bytes from here, or less.
    const char* stack_room(usize most) const {
        Word here = reinterpret_cast<Word>(__builtin_frame_address(0));
        Word limit = here > most ? here - most : 0;
        return reinterpret_cast<const char*>(std::max(limit, thread_.stack_limit));
    }

    // Reasons to leave the fast path; set from interrupts and other threads.
    std::atomic<u32>& safe_point() { return safe_point_; }
    void request(SafePointReason reason) { safe_point_.fetch_or(reason); }
    // Handles what is requested. Called by the loop at calls and back edges, and by blocking waits.
    Status serve_safe_point();
    // What serves a reason (one handler each). Interrupts and finalizers have handlers from start.
    using SafePointHandler = Status (*)(Interp&, void* context);
    void set_handler(SafePointReason reason, SafePointHandler handler, void* context);
    // Runs the __del__ methods and weakref callbacks that wait; what they raise is reported, not
    // raised.
    void run_finalizers();
    // Where reports of errors that nobody can catch go (sys.unraisablehook); null: nowhere.
    using UnraisableHook = void (*)(Interp&, Value exception, Value where);
    void set_unraisable_hook(UnraisableHook hook) { unraisable_ = hook; }
    // Takes the pending exception and reports it.
    void report_unraisable(Value where);

    // What the iterator that has just ended leaves: a generator's return value, the value of a
    // StopIteration. Who wants it empties it before asking for the next item.
    void set_stop_value(Value v) { thread_.stop_value = v; }
    Value take_stop_value() {
        const Value v = thread_.stop_value ? thread_.stop_value : none();
        thread_.stop_value = Value();
        return v;
    }

    // How the import system reaches files (core/files.hpp); null: the board's storage alone.
    void set_files(const struct FileAccess* files) { files_ = files; }
    const FileAccess* files() const { return files_; }

    // How the VM shows an exception's list of places as __traceback__; null: as None.
    void set_traceback_hooks(const struct TracebackHooks* hooks) { tracebacks_ = hooks; }
    const TracebackHooks* traceback_hooks() const { return tracebacks_; }

    // The __name__ of the globals of the running code, for classes made by calling a type; done()
    // if no code runs. The VM tells.
    using ModuleNameHook = Value (*)(Interp&);
    void set_module_name_hook(ModuleNameHook hook) { module_name_ = hook; }
    Value running_module_name() { return module_name_ ? module_name_(*this) : done(); }

    void add_roots(RootSource& source);
    void remove_roots(RootSource& source);
    void set_vm(Vm* vm) { vm_ = vm; }
    void set_scheduler(Scheduler* scheduler) { scheduler_ = scheduler; }
    Scheduler* scheduler() const { return scheduler_; }

    LookupCache& lookup_cache() { return lookup_cache_; }
    // Never 0; see attributes.hpp.
    u32 fresh_version() { return ++last_version_; }
    u32 fresh_shape_id() { return ++last_shape_; }

    // Modules: sys.modules, the builtins namespace, and the state a module keeps per interpreter.
    Dict* modules() { return modules_; }
    // What the program has put over the read-only builtins: the dict of the module `builtins`, once
    // it is imported. Names that are not in it may be cached as constants; whoever does so gives a
    // hook that forgets them, which is called when a key is added.
    Dict* builtins() { return builtins_; }
    void set_builtins(Dict* dict) {
        builtins_ = dict;
        dict->is_watched = true;
    }
    void set_builtins_hook(void (*forget)(Interp&)) { forget_builtins_ = forget; }
    void forget_builtins() {
        if (forget_builtins_) forget_builtins_(*this);
    }
    const ModuleDef* find_builtin_module(const Str* name) const;
    // The state object of a module (any heap object), keyed by the module's definition; empty at
    // first use.
    Value module_state(const ModuleDef& def);
    Status set_module_state(const ModuleDef& def, Value state);

    // The table of interned strings (symbols.cpp).
    struct SymbolTable& symbols() {
        return *symbols_;
    }

    // Scans of the C stack start at the outermost frame of an entry; each entry from a port is
    // wrapped in one of these.
    class Entry {
      public:
        // What the caller's own frame holds above the Entry is not scanned, unless `base` is
        // higher.
        explicit Entry(Interp& in, const void* base = nullptr);
        ~Entry();

      private:
        Interp& in_;
        bool is_outermost_;
    };
    // Says where the C stack of the running thread begins and how much of it may be used.
    void set_c_stack(const void* base, usize bytes);

    template <class T>
    Result<T*> make(usize bytes = sizeof(T)) {
        return make_with_shape<T>(T::kType.shape(), bytes);
    }
    // A fresh zeroed T (with `bytes` in all); registers finalizers where the type asks for it.
    template <class T>
    Result<T*> make_with_shape(const Shape* shape, usize bytes = sizeof(T)) {
        // On small machines the call is worth the flash that it saves.
        if constexpr (kIs64)
            if (__builtin_constant_p(bytes) && !shape->of->has(kHasFinalizer))
                if (Object* o = heap_.allocate_quickly(shape, bytes)) [[likely]]
                    return static_cast<T*>(o);
        return static_cast<T*>(allocate(shape, bytes));
    }
    // Null and MemoryError pending if it cannot be had.
    Object* allocate(const Shape* shape, usize bytes);

    // While the heap is locked nothing can be allocated, and yet a handler of interrupts may raise.
    // Some cells are put by for that: enough for two exceptions with arguments and the beginning of
    // a traceback, and for two more and two texts when reserve_emergency() was called. What is
    // allocated in the scope of an Emergency takes them if the heap is locked; unlock_heap() puts
    // fresh ones by. They become ordinary objects, so nothing is ever used twice.
    class Emergency {
      public:
        explicit Emergency(Interp& in) : in_(in) { ++in_.emergency_; }
        ~Emergency() { --in_.emergency_; }
        Emergency(const Emergency&) = delete;

      private:
        Interp& in_;
    };
    // Puts room by for messages of up to `text_bytes`.
    Status reserve_emergency(usize text_bytes);
    void unlock_heap();

  private:
    void trace_roots(Marker&) override;
    bool commit(void* from, usize bytes) override;
    bool wants_python_finalizer(Object* o) override;
    void drop_dead() override;
    bool stack_exhausted();
    usize emergency_size(usize i) const;
    Status fill_emergency();
    Object* take_emergency(const Shape* shape, usize bytes);

    InterpConfig config_;
    std::atomic<u32> safe_point_{0};
    ThreadState thread_;
    Exception* memory_error_ = nullptr;
    Heap heap_;
    struct SymbolTable* symbols_ = nullptr;
    Dict* modules_ = nullptr;
    Dict* builtins_ = nullptr;
    Dict* states_ = nullptr;
    Vm* vm_ = nullptr;
    Scheduler* scheduler_ = nullptr;
    Threads* threads_ = nullptr;
    RootSource* root_sources_ = nullptr;
    struct Handler {
        SafePointHandler serve = nullptr;
        void* context = nullptr;
    };
    static constexpr usize kReasons = 7;
    Handler handlers_[kReasons];
    UnraisableHook unraisable_ = nullptr;
    ModuleNameHook module_name_ = nullptr;
    const FileAccess* files_ = nullptr;
    void (*forget_builtins_)(Interp&) = nullptr;
    const TracebackHooks* tracebacks_ = nullptr;
    bool finalizing_ = false;
    bool emergency_used_ = false;
    u8 emergency_ = 0;  // scopes
    u16 emergency_text_ = 0;
    static constexpr usize kEmergencyParts = 4, kEmergencyCells = 4 * kEmergencyParts + 2;
    Object* emergency_cells_[kEmergencyCells] = {};
    u32 last_version_ = 0, last_shape_ = 0;
    LookupCache lookup_cache_;
};

}  // namespace krait
