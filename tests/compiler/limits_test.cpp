// Long and deep programs, no memory, interactive input, and damaged programs.
#include <gtest/gtest.h>

#include <random>

#include "compiler/scopes.hpp"
#include "front.hpp"

namespace krait {
namespace {

std::string repeated(std::string_view text, usize count) {
    std::string result;
    for (usize i = 0; i < count; ++i) result += text;
    return result;
}

// The names of a program that was parsed; its error, if there is one, is front.diagnostics' then.
bool resolve_names(Front& front, usize stack = 64 * 1024) {
    ScopeAnalysis scopes(front.arena, front.names, front.diagnostics,
                         RecursionLimit::below_here(stack));
    return scopes.run(front.module);
}

TEST(LongPrograms, NeedNoStack) {
    constexpr usize kStack = 32 * 1024;
    const std::string programs[] = {
        "x = a" + repeated(" + a", 10000),
        "x = a" + repeated(" and a", 10000),
        "x = a" + repeated(" < a", 10000),
        "x = a" + repeated(" if b else a", 10000),
        "x = " + repeated("'abc' ", 10000),
        "x = " + repeated("f'{a}' ", 10000),
        "x = [" + repeated("1, ", 100000) + "]",
        "x = {" + repeated("1: 2, ", 100000) + "}",
        "x = " + repeated("a = ", 10000) + "a",
        "x = a" + repeated(".b(1)[2]", 10000),
        "if a: b\n" + repeated("elif a: b\n", 10000),
        repeated("x = 1\n", 10000),
        "f(" + repeated("a=1, *b, ", 1) + "*c" + repeated(", *b", 10000) + ")",
        "match a:\n case 1" + repeated(" | 1", 10000) + ": pass\n",
    };
    for (const std::string& program : programs) {
        Front front(program, ParseMode::Module, kStack);
        EXPECT_TRUE(front.module && resolve_names(front, kStack))
            << program.substr(0, 20) << describe(front.diagnostics.first());
    }
}

TEST(DeepPrograms, AreRefused) {
    const std::string programs[] = {
        "x = " + repeated("(", 100000),
        "x = " + repeated("[", 150) + repeated("]", 150),
        "x = " + repeated("-", 100000) + "1",
        "x = " + repeated("not ", 100000) + "1",
        "x = " + repeated("lambda: ", 100000) + "1",
        "x = 1" + repeated("**1", 100000),
        repeated("f'{", 1000),
        repeated("a[", 1000),
        repeated("if a: ", 1) + repeated("(", 190),
        "match a:\n case " + repeated("[", 190) + repeated("]", 190) + ": pass\n",
        "x = (yield" + repeated(" (yield", 190),
        "for " + repeated("[", 199) + "a" + repeated("]", 199) + " in b: pass\n",
    };
    for (const std::string& program : programs) {
        Front front(program, ParseMode::Module, 16 * 1024);
        EXPECT_FALSE(front.module) << program.substr(0, 20);
        EXPECT_TRUE(front.diagnostics.has_error());
    }
}

TEST(NoMemory, IsAnError) {
    const std::string program =
        "import a.b\nclass A(B, c=1):\n  def f(self, *a, **k):\n    return [f'{x!r:>{y}} z' for x "
        "in "
        "self.__y if x]\nmatch a:\n  case {'b': [1, *_], **c} | C(d=1): pass\n";
    usize failures = 0;
    for (usize limit = 0; limit < 64 * 1024; limit += 64) {
        HostChunks chunks;
        chunks.limit(limit);
        Arena arena(chunks, 128);
        NameTable names(arena);
        Diagnostics diagnostics(arena);
        Parser parser(arena, names, diagnostics, program, RecursionLimit::below_here(64 * 1024));
        if (parser.parse(ParseMode::Module)) continue;
        ++failures;
        EXPECT_EQ(diagnostics.first().kind, DiagnosticKind::MemoryError) << limit;
    }
    EXPECT_GT(failures, 10u);
    EXPECT_LT(failures, 200u);
}

TEST(Interactive, AsksForMore) {
    const auto is_incomplete = [](std::string text) {
        Front front(std::move(text), ParseMode::Single);
        return front.diagnostics.first().kind == DiagnosticKind::IncompleteInput;
    };
    for (const char* text :
         {"if x:", "if x:\n  y", "if x:\n  y\nelse:", "def f():", "def f():\n  return 1", "x = (",
          "x = [1,\n", "'''abc\n", "f'''abc {x", "try:\n  x", "@f", "x = 1 + \\", "class A: pass",
          "for x in y: pass", "while (a and\n", "with a as b:\n\n  c"})
        EXPECT_TRUE(is_incomplete(text)) << text;
    for (const char* text :
         {"x = 1", "if x:\n  y\n", "x = ", "x = )", "if x y", "'abc", "f(a b\n", "1 +", "", "# a",
          "def f(): return 1\n", "if x:\n", "class 1: pass", "x = (1\n  2"})
        EXPECT_FALSE(is_incomplete(text)) << text;
    EXPECT_EQ(parse("x = 1; y = 2", ParseMode::Single), "(assign x 1) (assign y 2)");
    EXPECT_EQ(parse("x = 1\ny = 2", ParseMode::Single).substr(0, 11), "SyntaxError");
}

// Programs with a part taken out, put in, repeated or changed neither crash nor hang.
TEST(DamagedPrograms, AreReadToAnEnd) {
    const std::string programs[] = {
        "def f(a, /, b: int = 1, *c, d=2, **e) -> x:\n    '''doc'''\n    return a if b else c\n",
        "class A[T](B, metaclass=C):\n    x: int = 5\n    @property\n    async def y(self): await "
        "z\n",
        "x = f'a {b!r:>{c}} {d=} {{}} {e[\"f\"]:{g}{h}}' 'i' rb'j'\n",
        "match x:\n    case [1, *_, {'a': b, **c}] | D(e, f=-1.5+2j) as g if h: pass\n    case _: "
        "z\n",
        "with (a as b, c(d) as (e, *f)), g:\n    del h, i.j[k:l:m, ...]\n",
        "try:\n    raise a from b\nexcept* (c, d) as e:\n    x += yield\nelse: pass\nfinally: y\n",
        "for i, (j, *k) in l, m:\n\tif n := o: continue\n\telif p: break\nelse:\n\tglobal q\n",
        "print([x async for x in y if z], {a: b for a in b}, (c for c in d), *e, **f, g=lambda h, "
        "*i: j)\n",
        "from ..a.b import (c as d, e,)\nimport f.g as h, i\nassert a, 0x_ff + 1_0.5e-3j\n",
    };
    const std::string_view splices[] = {
        "(",  ")",   "[",    "]",     "{",       "}",      "f'", "'",        "'''",
        "\n", ":",   "=",    "\n  ",  "\t",      "\\\n",   "*",  "**",       ",",
        ":=", "!",   "if ",  "else ", "as ",     "for ",   "\"", "\xc3\xa9", "#",
        "@",  "\0x", "\xff", " in ",  "lambda ", "await ", "0"};
    std::mt19937 random(12);
    const auto below = [&](usize n) { return static_cast<usize>(random() % (n + 1)); };
    for (int round = 0; round < 20000; ++round) {
        std::string text = programs[below(std::size(programs) - 1)];
        for (usize changes = 1 + below(3); changes; --changes) {
            const usize at = below(text.size());
            switch (random() % 4) {
                case 0: text.erase(at, below(8)); break;
                case 1: text.insert(at, splices[below(std::size(splices) - 1)]); break;
                case 2: text.insert(at, text.substr(below(text.size()), below(20))); break;
                default: text.resize(at); break;
            }
        }
        Front front(text, static_cast<ParseMode>(round % 3));
        if (front.module && !resolve_names(front)) continue;
        EXPECT_EQ(front.module == nullptr, front.diagnostics.has_error()) << text;
    }
}

}  // namespace
}  // namespace krait
