// ffi.open(), functions, variables, callbacks. While C runs, other threads of the interpreter wait.
#include <dlfcn.h>

#include "convert.hpp"
#include "core/bind.hpp"
#include "core/errno.hpp"
#include "core/text.hpp"
#include "ffi.hpp"
#include "objects/bytes.hpp"

namespace krait::host {

namespace {

struct Library : Object {
    static const BuiltinType kType;
    void* handle;  // null: closed
};

struct Function : Object {
    static const BuiltinType kType;
    ffi_cif cif;
    ffi_type* types[kMostArguments];
    void (*address)();
    Str *name, *letters;
    Value library;  // keeps the code there
    char result;
};

// C's memory as something that has a buffer.
struct Memory : Object {
    static const BuiltinType kType;
    u8* address;
    usize size;
};

// What a callback raised while C runs; raised when C has returned.
constinit const ModuleDef kErrorState{"ffi"_sym, {}};

Result<bool> prepare(Interp& in, ffi_cif& cif, ffi_type** types, Str* result, Str* letters) {
    ffi_type* type = result->size() == 1 ? type_of_letter(result->view()[0]) : nullptr;
    if (!type) return raise(in, kValueError, "{} is no type of a result", Value(result));
    const isize count = KRAIT_TRY(read_types(in, letters, types));
    if (ffi_prep_cif(&cif, FFI_DEFAULT_ABI, static_cast<unsigned>(count), type, types) != FFI_OK)
        return raise(in, kValueError, "a function that cannot be called");
    return true;
}

// --- functions -----------------------------------------------------------------------------------

Result<Function*> make_function(Interp& in, Str* result, void* address, Str* name, Str* letters,
                                Value library) {
    auto* f = KRAIT_TRY(in.make<Function>());
    (void)KRAIT_TRY(prepare(in, f->cif, f->types, result, letters));
    f->address = reinterpret_cast<void (*)()>(address);
    f->name = name;
    f->letters = letters;
    f->library = library;
    f->result = result->view()[0];
    return f;
}

Value function_call(Interp& in, Value v, const CallArgs& args) {
    auto* f = as<Function>(v);
    if (args.named) return raise(in, kTypeError, "{}() takes no keyword arguments", f->name);
    if (args.positional != f->letters->size())
        return raise(in, kTypeError, "{}() takes {} arguments ({} given)", f->name,
                     f->letters->size(), args.positional);
    CValue values[kMostArguments], result = {};
    void* places[kMostArguments];
    HeldBuffer views[kMostArguments];
    for (usize i = 0; i < args.positional; ++i) {
        KRAIT_TRY(to_c(in, f->letters->view()[i], args.values[i], values[i], views[i]));
        places[i] = &values[i];
    }
    ffi_call(&f->cif, f->address, &result, places);
    const Value raised = in.module_state(kErrorState);
    if (raised && !is_none(raised)) {
        KRAIT_TRY(in.set_module_state(kErrorState, none()));
        in.set_pending(raised);
        return {};
    }
    return from_c(in, f->result, result, true);
}

Value function_repr(Interp& in, Value v) {
    return format_str(in, "<ffifunc {}>", as<Function>(v)->name).take();
}

void function_trace(Object* o, Marker& m) {
    auto* f = static_cast<Function*>(o);
    m.object(f->name);
    m.object(f->letters);
    m.value(f->library);
}

// --- callbacks -----------------------------------------------------------------------------------

// Runs the Python function. Once one has raised, the others of the same call of C are left out.
Status run(Interp& in, Callback* callback, void** arguments, CValue& result) {
    if (!in.check_stack()) return {};
    Value values[kMostArguments];
    const std::string_view letters = callback->letters->view();
    for (usize i = 0; i < letters.size(); ++i) {
        CValue v = {};
        __builtin_memcpy(&v, arguments[i], callback->types[i]->size);
        values[i] = KRAIT_TRY(from_c(in, letters[i], v, false));
    }
    const Value answer =
        KRAIT_TRY(call(in, callback->function, std::span(values).first(letters.size())));
    return to_c_result(in, callback->result, answer, result);
}

void called(ffi_cif*, void* into, void** arguments, void* user) {
    auto* callback = static_cast<Callback*>(user);
    Interp& in = *callback->interp;
    CValue result = {};
    const Value raised = in.module_state(kErrorState);
    const bool is_free = !raised || is_none(raised);
    if (is_free && !run(in, callback, arguments, result)) {
        result = {};
        const Value e = in.take_pending();
        if (!in.set_module_state(kErrorState, e)) (void)in.take_pending();
    }
    if (callback->result != 'v') __builtin_memcpy(into, &result, sizeof result.integer);
}

Value ffi_callback(Interp& in, Str* result, Value function, Str* letters) {
    if (!is_callable(function)) return raise(in, kTypeError, "the function is not callable");
    auto* callback = KRAIT_TRY(in.make<Callback>());
    (void)KRAIT_TRY(prepare(in, callback->cif, callback->types, result, letters));
    callback->interp = &in;
    callback->function = function;
    callback->letters = letters;
    callback->result = result->view()[0];
    callback->closure =
        static_cast<ffi_closure*>(ffi_closure_alloc(sizeof(ffi_closure), &callback->code));
    if (!callback->closure) return raise_memory_error(in);
    if (ffi_prep_closure_loc(callback->closure, &callback->cif, called, callback, callback->code) !=
        FFI_OK)
        return raise(in, kValueError, "a function that cannot be called");
    return callback;
}

void callback_trace(Object* o, Marker& m) {
    auto* callback = static_cast<Callback*>(o);
    m.value(callback->function);
    m.object(callback->letters);
}
void callback_finalize(Object* o) {
    auto* callback = static_cast<Callback*>(o);
    if (callback->closure) ffi_closure_free(callback->closure);
    callback->closure = nullptr;
}

// --- libraries -----------------------------------------------------------------------------------

// The name may be of a linker script, as libc.so is on some systems: that is OSError too.
Value ffi_open(Interp& in, Value name) {
    Str* text = is_none(name) ? nullptr : as_if<Str>(name);
    if (!text && !is_none(name))
        return raise(in, kTypeError, "expected str or None, not {}", TextArg::type_name(name));
    auto* library = KRAIT_TRY(in.make<Library>());
    library->handle = ::dlopen(text ? text->data() : nullptr, RTLD_NOW | RTLD_LOCAL);
    if (!library->handle) return raise_os_error(in, error::kENODEV, name);
    return library;
}

Result<isize> find(Interp& in, Library* self, Str* name) {
    if (!self->handle) return raise(in, kValueError, "the library is closed");
    void* address = ::dlsym(self->handle, name->data());
    if (!address) return raise_os_error(in, error::kENOENT, name);
    return reinterpret_cast<isize>(address);
}

Value library_func(Interp& in, Library* self, Str* result, Str* name, Str* letters) {
    const isize address = KRAIT_TRY(find(in, self, name));
    return make_function(in, result, reinterpret_cast<void*>(address), name, letters, self).take();
}
Value library_addr(Interp& in, Library* self, Str* name) {
    return new_int_unsigned(in, static_cast<u64>(KRAIT_TRY(find(in, self, name))));
}
void library_close(Library* self) {
    if (self->handle) ::dlclose(self->handle);
    self->handle = nullptr;
}
void library_finalize(Object* o) { library_close(static_cast<Library*>(o)); }

// --- memory --------------------------------------------------------------------------------------

Value memory_view(Interp& in, u8* address, isize size) {
    if (size < 0) return raise(in, kValueError, "a negative size");
    auto* memory = KRAIT_TRY(in.make<Memory>());
    memory->address = address;
    memory->size = static_cast<usize>(size);
    return new_memoryview(in, memory).take();
}

Status memory_buffer(Interp&, Value v, BufferView& view, bool) {
    auto* memory = as<Memory>(v);
    view.data = memory->address;
    view.size = memory->size;
    view.readonly = false;
    view.exporter = v;
    return kOk;
}

// C's memory in place: a view, which behaves as a bytearray of fixed size.
Value ffi_as_bytearray(Interp& in, i64 address, isize size) {
    return memory_view(in, reinterpret_cast<u8*>(address), size);
}

// A variable as a view of its bytes; `memoryview.cast` gives it the type.
Value library_var(Interp& in, Library* self, Str* letter, Str* name) {
    const ffi_type* type = letter->size() == 1 ? type_of_letter(letter->view()[0]) : nullptr;
    if (!type || type == &ffi_type_void)
        return raise(in, kValueError, "{} is no type of a variable", Value(letter));
    const isize address = KRAIT_TRY(find(in, self, name));
    return memory_view(in, reinterpret_cast<u8*>(address), static_cast<isize>(type->size));
}

Value ffi_func(Interp& in, Str* result, i64 address, Str* letters) {
    return make_function(in, result, reinterpret_cast<void*>(address),
                         mutable_name("at address"_sym), letters, none())
        .take();
}

constexpr Row kLibraryRows[] = {
    def<"func(self, result, name, argtypes, /)", library_func>,
    def<"var(self, type, name, /)", library_var>,
    def<"addr(self, name, /)", library_addr>,
    def<"close(self, /)", library_close>,
};

constexpr Slots kLibrarySlots{.finalize = library_finalize};
constexpr Slots kFunctionSlots{
    .repr = function_repr, .call = function_call, .trace = function_trace};
constexpr Slots kCallbackSlots{.trace = callback_trace, .finalize = callback_finalize};
constexpr Slots kMemorySlots{.get_buffer = memory_buffer};

constinit const BuiltinType Library::kType{{.name = "ffimod"_sym,
                                            .slots = &kLibrarySlots,
                                            .rows = kLibraryRows,
                                            .flags = kFinal | kAbstractBase | kHasFinalizer,
                                            .size = sizeof(Library)}};
constinit const BuiltinType Function::kType{{.name = "ffifunc"_sym,
                                             .slots = &kFunctionSlots,
                                             .flags = kFinal | kAbstractBase,
                                             .size = sizeof(Function)}};
constinit const BuiltinType Memory::kType{{.name = "memory"_sym,
                                           .slots = &kMemorySlots,
                                           .flags = kFinal | kAbstractBase,
                                           .size = sizeof(Memory)}};

constexpr Row kRows[] = {
    def<"open(name=None, /)", ffi_open>,
    def<"func(result, address, argtypes, /)", ffi_func>,
    def<"callback(result, function, argtypes, /)", ffi_callback>,
    def<"as_bytearray(address, size, /)", ffi_as_bytearray>,
};

}  // namespace

constinit const BuiltinType Callback::kType{{.name = "fficallback"_sym,
                                             .slots = &kCallbackSlots,
                                             .flags = kFinal | kAbstractBase | kHasFinalizer,
                                             .size = sizeof(Callback)}};
constinit const ModuleDef kFfiModule{.name = "ffi"_sym, .rows = kRows};

}  // namespace krait::host
