// An interpreter for unit tests of the core: no board, no modules, no compiler.
#pragma once

#include <gtest/gtest.h>
#include <pthread.h>

#include <memory>
#include <string>

#include "core/interp.hpp"

namespace krait {

class InterpTest : public testing::Test {
  protected:
    static constexpr usize kHeapSize = 1 << 20;

    static InterpConfig config(void* region) {
        InterpConfig c;
        c.heap_region = region;
        c.heap_size = c.heap_reserved = kHeapSize;
        c.c_stack_bytes = 256 << 10;
        return c;
    }

    // What the pending exception says, "TypeError: ..."; it is cleared.
    std::string error() {
        const Value pending = in.take_pending();
        if (pending.is_empty()) return "no exception";
        const Exception* e = as<Exception>(pending);
        std::string out(type_of(pending)->name->view());
        if (e->args->size()) out += ": " + text((*e->args)[0]);
        return out;
    }
    static std::string text(Value v) {
        const Str* s = as_if<Str>(v);
        return s ? std::string(s->view()) : "no str";
    }
    Value str(std::string_view s) { return KRAIT_MUST(new_str(in, s), "the heap is large"); }

    struct Region {
        alignas(64) u8 bytes[kHeapSize];
    };
    std::unique_ptr<Region> region = std::make_unique<Region>();
    Interp in{config(region->bytes)};
    // The test's own locals hold objects too, so the whole stack is scanned.
    static const void* stack_top() {
        pthread_attr_t attributes;
        void* low = nullptr;
        size_t size = 0;
        pthread_getattr_np(pthread_self(), &attributes);
        pthread_attr_getstack(&attributes, &low, &size);
        pthread_attr_destroy(&attributes);
        return static_cast<const char*>(low) + size - 256;
    }
    Interp::Entry entry{in, stack_top()};
};

}  // namespace krait
