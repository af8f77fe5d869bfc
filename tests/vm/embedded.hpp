// A whole interpreter with a heap of its own, as small programs are run in tests of the VM.
#pragma once

#include <cstdlib>
#include <memory>
#include <string>

#include "compiler/compiler.hpp"
#include "core/bind.hpp"
#include "core/text.hpp"
#include "objects/range.hpp"
#include "objects/set.hpp"
#include "vm/builtins.hpp"
#include "vm/traceback.hpp"

namespace krait::test {

static isize builtin_len(Interp& in, Value v) {
    auto n = length(in, v);
    return n ? n.take() : -1;
}
static Value builtin_next(Interp& in, Value v) {
    Value item = next(in, v);
    if (item && is_done(item)) return raise_stop_iteration(in, none());
    return item;
}

inline constexpr Row kTestBuiltins[] = {
    def<"len(x, /)", builtin_len>,
    def<"next(x, /)", builtin_next>,
    {"range"_sym, Value(&Range::kType)},
    {"list"_sym, Value(&List::kType)},
    {"dict"_sym, Value(&Dict::kType)},
    {"set"_sym, Value(&Set::kType)},
    {"str"_sym, Value(&Str::kType)},
    {"int"_sym, Value(&IntType::kType)},
    {"object"_sym, Value(&ObjectType::kType)},
    {"super"_sym, Value(&Super::kType)},
    {"type"_sym, Value(&Type::kType)},
#define EXCEPTION(name, base) {#name##_sym, Value(&k##name)},
#include "core/exceptions.def"
#undef EXCEPTION
};
inline constinit const ModuleDef kTestBuiltinsModule{"builtins"_sym, kTestBuiltins};
inline constinit const ModuleDef* const kTestModules[] = {&kTestBuiltinsModule};

// One interpreter and the globals of its main module.
class Embedded {
  public:
    explicit Embedded(usize heap_bytes) : region_(std::aligned_alloc(4096, heap_bytes)) {
        InterpConfig config;
        config.heap_region = region_;
        config.heap_size = config.heap_reserved = heap_bytes;
        config.c_stack_bytes = 256 * 1024;
        config.modules = kTestModules;
        config.compiler = &compiler_;
        in_ = std::make_unique<Interp>(config);
        vm_ = std::make_unique<Vm>(*in_);
        Interp::Entry entry(*in_);
        auto globals = new_dict(*in_);
        globals_ = globals.take();
        (void)dict_set(*in_, globals_, "__name__"_sym, mutable_name("__main__"_sym));
        (void)dict_set(*in_, in_->modules(), "__main__"_sym, globals_);  // keeps it alive
    }
    ~Embedded() {
        vm_.reset();
        in_.reset();
        std::free(region_);
    }

    Interp& interp() { return *in_; }

    // Runs the source; "" or the exception's name and text.
    std::string run(std::string_view source) {
        Interp::Entry entry(*in_);
        auto name = new_str(*in_, "<test>");
        if (name && run_source(*in_, source, name.take(), globals_)) return "";
        return take_error();
    }

    // repr() of a global variable.
    std::string global(std::string_view name) {
        Interp::Entry entry(*in_);
        auto interned = intern(*in_, name);
        Value v = dict_get(globals_, interned.take());
        if (!v) return "<unset>";
        auto text = repr(*in_, v);
        return text ? std::string(text.take()->view()) : take_error();
    }

  private:
    std::string take_error() {
        Value e = in_->take_pending();
        std::string out(type_of(e)->name->view());
        if (auto text = to_str(*in_, e)) {
            if (text.take()->size()) out += ": " + std::string(text.take()->view());
        } else {
            (void)in_->take_pending();
        }
        return out;
    }

    void* region_;
    SourceCompiler compiler_;
    std::unique_ptr<Interp> in_;
    std::unique_ptr<Vm> vm_;
    Dict* globals_ = nullptr;
};

}  // namespace krait::test
