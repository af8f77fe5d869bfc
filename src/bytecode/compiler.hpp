// Compiler: how the VM turns source text into code; a port may have none.
#pragma once

#include "bytecode/code.hpp"

namespace krait {

enum class CompileMode : u8 { Module, Expression, Interactive };

class Compiler {
  public:
    // A Code object without free variables. SyntaxError (with file, line and column), MemoryError.
    // `class_body`: names are looked up in the namespace in register 0 first, as exec() with
    // locals does.
    virtual Result<Code*> compile(Interp&, std::string_view source, Str* filename, CompileMode mode,
                                  bool namespaced) = 0;

  protected:
    ~Compiler() = default;
};

}  // namespace krait
