// What names mean: scopes of small programs as text, and the errors that the scope pass finds.
#include "compiler/scopes.hpp"

#include <gtest/gtest.h>

#include "front.hpp"

namespace krait {
namespace {

// One line a scope, indented by depth: its kind and name, its properties, then each symbol with its
// binding; `*` marks a variable in a cell; after `|` what is captured without being mentioned.
class ScopeDump {
  public:
    static std::string scope(const Scope* scope, int depth = 0) {
        static constexpr const char* kKinds[] = {"module",    "class",         "function", "lambda",
                                                 "generator", "comprehension", "types"};
        std::string out(static_cast<usize>(depth), ' ');
        out += kKinds[static_cast<u8>(scope->kind)];
        if (scope->name) out += " " + std::string(scope->name->text);
        if (scope->is_async) out += " async";
        if (scope->is_generator) out += " yields";
        if (scope->class_cell) out += " has-class-cell";
        out += ":";
        for (const Symbol* s = scope->first_symbol; s; s = s->next) out += " " + symbol(s);
        bool first = true;
        for (const Symbol* s = scope->captures; s; s = s->next_capture) {
            if (scope->find(s->name) == s) continue;
            out += (first ? " | " : " ") + std::string(s->name->text);
            first = false;
        }
        out += "\n";
        for (const Scope* child = scope->first_child; child; child = child->next_sibling)
            out += ScopeDump::scope(child, depth + 1);
        return out;
    }

  private:
    static std::string symbol(const Symbol* s) {
        static constexpr const char* kBindings[] = {"?",     "local",  "free",
                                                    "class", "global", "alias"};
        return std::string(s->name->text) + "=" + kBindings[static_cast<u8>(s->binding)] +
               (s->is_captured ? "*" : "");
    }
};

std::string scopes(std::string text) {
    Front front(std::move(text));
    if (!front.module) return front.result();
    ScopeAnalysis analysis(front.arena, front.names, front.diagnostics,
                           RecursionLimit::below_here(64 * 1024));
    if (!analysis.run(front.module)) return describe(front.diagnostics.first());
    return ScopeDump::scope(front.module->scope);
}

TEST(Scopes, FunctionsAndClosures) {
    EXPECT_EQ(scopes("def f(a, *b, c=d, **e):\n  x = a\n  def g():\n    nonlocal x\n    x = y\n"),
              "module: f=global d=global\n"
              " function f: a=local c=local b=local e=local x=local* g=local\n"
              "  function g: x=free y=global\n");
    EXPECT_EQ(scopes("def f():\n  x = 1\n  def g():\n    def h(): return x\n"),
              "module: f=global\n"
              " function f: x=local* g=local\n"
              "  function g: h=local | x\n"
              "   function h: x=free\n");
    EXPECT_EQ(scopes("x = 1\ndef f():\n  global x\n  x = 2\n  return lambda: x\n"),
              "module: x=global f=global\n function f: x=global\n  lambda: x=global\n");
}

TEST(Scopes, Classes) {
    EXPECT_EQ(scopes("def f(x):\n  class A:\n    x = x\n    def m(self): return x, __p, "
                     "super().m\n"),
              "module: f=global\n"
              " function f: x=local* A=local\n"
              "  class A has-class-cell: x=class m=class | x\n"
              "   function m: self=local x=free _A__p=global super=global __class__=free\n");
    EXPECT_EQ(scopes("def f(x):\n  class A: y = x\n"),
              "module: f=global\n function f: x=local* A=local\n  class A: x=free y=class\n");
    EXPECT_EQ(scopes("super()\nclass A:\n  a: int\n  b = [a for c in a]\n"),
              "module: super=global A=global\n"
              " class A: int=global a=class b=class\n"
              "  comprehension: c=local a=global\n");
}

TEST(Scopes, Comprehensions) {
    EXPECT_EQ(scopes("def f(a):\n  return [x + a + (y := x) for x in a if (lambda: x)]\n"),
              "module: f=global\n"
              " function f: a=local y=local\n"
              "  comprehension: x=local* a=alias y=alias\n"
              "   lambda: x=free\n");
    EXPECT_EQ(scopes("def f(a):\n  return (x + a + (y := x) for x in a)\n"),
              "module: f=global\n"
              " function f: a=local* y=local*\n"
              "  generator yields: .0=local x=local a=free y=free\n");
    EXPECT_EQ(
        scopes("[i := -1 for i in a]"),
        "SyntaxError 1:1 assignment expression cannot rebind comprehension iteration variable "
        "'i'");
    EXPECT_EQ(
        scopes("[[(i := 1) for j in a] for i in b]"),
        "module: b=global\n comprehension: i=local a=global\n  comprehension: j=local i=alias\n");
    EXPECT_EQ(scopes("[[x for y in x] for x in z]"),
              "module: z=global\n comprehension: x=local\n  comprehension: y=local x=alias\n");
    EXPECT_EQ(scopes("async def f():\n  return [x async for x in y], (await z for z in y)\n"),
              "module: f=global\n"
              " function f async: y=global\n"
              "  comprehension: x=local\n"
              "  generator async yields: .0=local z=local\n");
}

TEST(Scopes, TypeParameters) {
    EXPECT_EQ(scopes("def f[T](x: T) -> T: return T\nclass A[U](B[U]): y: U\ntype L[V] = V\n"),
              "module: f=global A=global L=global\n"
              " types f: T=local*\n"
              "  function f: x=local T=free\n"
              " types A: U=local* B=global\n"
              "  class A: U=free y=class\n"
              " types L: V=local*\n"
              "  lambda: V=free\n");
}

TEST(Scopes, MatchAndHandlers) {
    EXPECT_EQ(scopes("def f(a):\n  match a:\n    case [b, *c] | {'b': b, **c} if d: pass\n"
                     "  try: pass\n  except e as g: import h.i, j.k as l\n"),
              "module: f=global\n"
              " function f: a=local b=local c=local d=global e=global g=local h=local l=local\n");
}

TEST(Scopes, Errors) {
    const std::pair<const char*, const char*> cases[] = {
        {"def f(a, a): pass", "SyntaxError 1:9 duplicate argument 'a' in function definition"},
        {"return 1", "SyntaxError 1:0 'return' outside function"},
        {"class A: return 1", "SyntaxError 1:9 'return' outside function"},
        {"break", "SyntaxError 1:0 'break' outside loop"},
        {"def f():\n  for x in y:\n    def g(): continue",
         "SyntaxError 3:13 'continue' not properly in loop"},
        {"yield 1", "SyntaxError 1:0 'yield' outside function"},
        {"await x", "SyntaxError 1:0 'await' outside function"},
        {"def f(): await x", "SyntaxError 1:9 'await' outside async function"},
        {"def f():\n  async with x: pass", "SyntaxError 2:2 'async with' outside async function"},
        {"def f(): return [x async for x in y]",
         "SyntaxError 1:16 asynchronous comprehension outside of an asynchronous function"},
        {"def f(): return [(yield) for x in y]",
         "SyntaxError 1:18 'yield' inside list comprehension"},
        {"async def f(): yield from x", "SyntaxError 1:15 'yield from' inside async function"},
        {"def f(x):\n  global x", "SyntaxError 2:2 name 'x' is parameter and global"},
        {"def f(x):\n  nonlocal x", "SyntaxError 2:2 name 'x' is parameter and nonlocal"},
        {"def f():\n  x = 1\n  global x",
         "SyntaxError 3:2 name 'x' is assigned to before global declaration"},
        {"def f():\n  x\n  global x",
         "SyntaxError 3:2 name 'x' is used prior to global declaration"},
        {"def f():\n  nonlocal x", "SyntaxError 2:2 no binding for nonlocal 'x' found"},
        {"nonlocal x", "SyntaxError 1:0 nonlocal declaration not allowed at module level"},
        {"def f():\n  global x\n  nonlocal x", "SyntaxError 3:2 name 'x' is nonlocal and global"},
        {"def f():\n  global x\n  x: int", "SyntaxError 3:2 annotated name 'x' can't be global"},
        {"def f():\n  from x import *", "SyntaxError 2:2 import * only allowed at module level"},
        {"class A: [x := 1 for y in z]",
         "SyntaxError 1:10 assignment expression within a comprehension cannot be used in a class "
         "body"},
        {"[y for y in (x := z)]",
         "SyntaxError 1:13 assignment expression cannot be used in a comprehension iterable "
         "expression"},
        {"match a:\n  case [x, x]: pass",
         "SyntaxError 2:11 multiple assignments to name 'x' in pattern"},
        {"match a:\n  case [x] | {}: pass",
         "SyntaxError 2:7 alternative patterns bind different names"},
        {"try: pass\nexcept* A:\n  for x in y: break\n  return",
         "SyntaxError 4:2 'return' outside function"},
        {"for x in y:\n try: pass\n except* A: break",
         "SyntaxError 3:12 'break', 'continue' and 'return' cannot appear in an except* block"},
        {"*a", "SyntaxError 1:0 can't use starred expression here"},
        {"__debug__ = 1", "SyntaxError 1:0 cannot assign to __debug__"},
    };
    for (const auto& [text, message] : cases) EXPECT_EQ(scopes(text), message) << text;
}

}  // namespace
}  // namespace krait
