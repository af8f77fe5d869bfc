// The compiler that ports link: source text to Code.
#pragma once

#include "bytecode/compiler.hpp"
#include "compiler/ast.hpp"

namespace krait {

class SourceCompiler final : public Compiler {
  public:
    Result<Code*> compile(Interp&, std::string_view source, Str* filename, CompileMode mode,
                          bool namespaced) override;
    // How functions are compiled that do not choose (`-X emit`), but for those of frozen modules.
    CodeStyle style = CodeStyle::Bytecode;
    // Names and normal forms of characters, on ports that have them; null: none.
    const UnicodeData* unicode = nullptr;
    // C stack that one compilation may use, in bytes; the interpreter's own limit holds too.
    usize stack_bytes = kIs64 ? 512 * 1024 : 6 * 1024;
};

}  // namespace krait
