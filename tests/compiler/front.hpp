// Parsing a text in a test: the tree's dump, or the error as "kind line:column-column message".
#pragma once

#include <cstdlib>
#include <string>

#include "ast_dump.hpp"
#include "compiler/parser.hpp"

namespace krait {

class HostChunks : public ChunkSource {
  public:
    void* acquire(usize size) override {
        return used_ + size > limit_ ? nullptr : (used_ += size, std::malloc(size));
    }
    void release(void* chunk, usize size) override {
        used_ -= size;
        std::free(chunk);
    }
    void limit(usize bytes) { limit_ = bytes; }

  private:
    usize used_ = 0;
    usize limit_ = ~usize{0} / 2;
};

inline std::string describe(const Diagnostic& error) {
    static constexpr std::string_view kKinds[] = {"none",      "SyntaxError",    "IndentationError",
                                                  "TabError",  "RecursionError", "MemoryError",
                                                  "Incomplete"};
    return std::string(kKinds[static_cast<u8>(error.kind)]) + " " +
           std::to_string(error.span.start.line()) + ":" +
           std::to_string(error.span.start.column()) + " " + std::string(error.message);
}

// One compilation's front half, kept alive for looking at.
struct Front {
    explicit Front(std::string text, ParseMode mode = ParseMode::Module, usize stack = 256 * 1024)
        : source(std::move(text)),
          arena(chunks),
          names(arena),
          diagnostics(arena),
          parser(arena, names, diagnostics, source, RecursionLimit::below_here(stack)) {
        module = parser.parse(mode);
    }

    std::string result() const {
        return module ? AstDump::module(*module) : describe(diagnostics.first());
    }

    std::string source;
    HostChunks chunks;
    Arena arena;
    NameTable names;
    Diagnostics diagnostics;
    Parser parser;
    ModuleNode* module;
};

inline std::string parse(std::string text, ParseMode mode = ParseMode::Module) {
    return Front(std::move(text), mode).result();
}

}  // namespace krait
