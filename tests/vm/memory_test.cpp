// What happens when memory runs out: at every single allocation of a program, once and for good.
#include <gtest/gtest.h>

#include "embedded.hpp"

namespace krait::test {

constexpr std::string_view kProgram = R"(
import_error = None
class Shape:
    def __init__(self, name, **sizes):
        self.name = name
        self.sizes = sizes
    def __eq__(self, other):
        return self.name == other.name
    def __hash__(self):
        return 7
    def describe(self):
        return f"{self.name}: {sorted_keys(self.sizes)!r} {len(self.sizes) / 3:.2f}"

def sorted_keys(d):
    keys = list(d)
    keys.sort(key=lambda k: k + "x")
    return keys

def walk(tree):
    for item in tree:
        if type(item) is list:
            yield from walk(item)
        else:
            yield item

out = []
shapes = {Shape("a", x=1, y=2): 1, Shape("b", **{"z": 3}): [2]}
for s, v in shapes.items():
    out.append((s.describe(), v))
out.append(list(walk([1, [2, [3, 4]], 5])))
out.append({n: n * 10 ** 20 for n in range(12)})
try:
    try:
        {}["missing"]
    except KeyError as e:
        raise ValueError("wrapped") from e
except ValueError as e:
    out.append(str(e.__cause__))
match [1, {"k": "v"}]:
    case [n, {"k": text, **rest}]:
        out.append((n, text, rest))
a, *b = (i for i in range(5))
out.append((a, b))
text = str(out)
)";

TEST(Memory, EveryAllocationMayFailOnce) {
    std::string expected;
    {
        Embedded e(512 * 1024);
        ASSERT_EQ(e.run(kProgram), "");
        expected = e.global("text");
    }
    for (bool forever : {false, true}) {
        Embedded e(512 * 1024);
        int failures = 0, n = 0;
        for (;; ++n) {
            ASSERT_LT(n, 20000) << "the program never comes to its end";
            HeapStress& stress = e.interp().heap().stress();
            stress.fail_after = n;
            stress.fail_forever = forever;
            std::string error = e.run(kProgram);
            bool reached = stress.fail_after < 0 || forever;
            stress.fail_after = -1;
            stress.fail_forever = false;
            if (error.empty()) {
                // Either all allocations were made, or the failed one did not matter.
                EXPECT_EQ(e.global("text"), expected);
                if (!reached || forever) break;
            } else {
                ++failures;
                EXPECT_TRUE(error.starts_with("MemoryError"))
                    << "allocation " << n << ": " << error;
            }
            // Whatever happened, the interpreter goes on as if nothing had been.
            ASSERT_EQ(e.run("ok = [1, 2, {3: str(4)}]"), "");
            ASSERT_EQ(e.global("ok"), "[1, 2, {3: '4'}]");
        }
        EXPECT_GT(failures, 100);
        e.interp().heap().verify();
    }
}

TEST(Memory, CollectingAtEveryAllocationChangesNothing) {
    std::string expected;
    for (bool stress : {false, true}) {
        Embedded e(512 * 1024);
        e.interp().heap().stress().collect_always = stress;
        e.interp().heap().stress().verify = stress;
        ASSERT_EQ(e.run(kProgram), "");
        if (stress)
            EXPECT_EQ(e.global("text"), expected);
        else
            expected = e.global("text");
    }
}

TEST(Memory, RecursionWithoutEndIsAnError) {
    Embedded e(8 * 1024 * 1024);
    EXPECT_EQ(e.run("def f(n): return f(n + 1) + 1\nf(0)"),
              "RecursionError: maximum recursion depth exceeded");
    EXPECT_EQ(e.run("class A:\n def __repr__(self): return str(self)\nstr(A())").substr(0, 14),
              "RecursionError");
    EXPECT_EQ(e.run("class A:\n def __eq__(self, o): return self == o\nA() == A()").substr(0, 14),
              "RecursionError");
    EXPECT_EQ(
        e.run("a = []\nb = []\na.append(b); b.append(a)\nc = []; d = [c]; c.append(d)\na == c")
            .substr(0, 14),
        "RecursionError");
    EXPECT_EQ(e.run("def g(): yield from g()\nlist(g())").substr(0, 14), "RecursionError");
    EXPECT_EQ(e.run("def k(x): return [1, 2].sort(key=k)\nk(0)").substr(0, 14), "RecursionError");
    EXPECT_EQ(e.run("ok = 1"), "");
    // "too many nested parentheses", or the end of the C stack where sanitizers make frames large.
    std::string nested =
        e.run("x = " + std::string(100000, '(') + std::string(100000, ')')).substr(0, 11);
    EXPECT_TRUE(nested == "SyntaxError" || nested == "RecursionEr") << nested;
    EXPECT_EQ(e.run("x = " + std::string(100000, '-') + "1").substr(0, 9), "Recursion");
}

TEST(Memory, DeepRecursionWorksWithALargeHeap) {
    Embedded e(64 * 1024 * 1024);
    ASSERT_EQ(e.run("def f(n): return 0 if n == 0 else 1 + f(n - 1)\ndepth = f(100000)"), "");
    EXPECT_EQ(e.global("depth"), "100000");
}

TEST(Memory, StartUpAllocatesLessThanAKilobyte) {
    Embedded e(64 * 1024);
    EXPECT_LT(e.interp().heap().stats().used, 1024u);
}

}  // namespace krait::test
