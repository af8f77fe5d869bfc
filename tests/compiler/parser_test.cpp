// Every construct of the grammar: a program and its tree.
#include <gtest/gtest.h>

#include "front.hpp"

namespace krait {
namespace {

struct Program {
    const char* text;
    const char* tree;
};

void check(std::span<const Program> programs) {
    for (const auto& [text, tree] : programs) EXPECT_EQ(parse(text), tree) << text;
}

const Program kLiterals[] = {
    {"x = 0xFF_ff + 0o17 + 0b1_01 + 1_000 + 00_0", "(assign x (+ 65535 15 5 1000 0))"},
    {"x = 1__0 + 1_", "(assign x (+ 10 1))"},
    {"x = 18446744073709551615", "(assign x 18446744073709551615)"},
    {"x = 18446744073709551616", "(assign x big10:18446744073709551616)"},
    {"x = 0x1_0000_0000_0000_0000", "(assign x big16:10000000000000000)"},
    {"x = 1.5, .5, 5., 1e5, 1_0.5_0e-1_0, 1j, 2.5J, 0777.5, 09e1",
     "(assign x (tuple 1.5 .5 5. 1e5 10.50e-10 1j 2.5j 0777.5 09e1))"},
    {"1if 2else 3", "(if-else 2 1 3)"},
    {"'a' \"b\" '''c\nd'''", "'abc\\nd'"},
    {"'\\n\\t\\\\\\'\\x41\\101\\u00e9\\U0001F600\\q\\\n'",
     "'\\n\\x09\\'AA\303\251\360\237\230\200\\q'"},
    {"r'\\n\\'' R\"a\"", "'\\n\\'a'"},
    {"b'a\\xff\\n' rb'\\x' Br'y'", "(bytes 'a\377\\n\\xy')"},
    {"u'a' U'b'", "'ab'"},
    {"''", "''"},
    {"b''", "(bytes '')"},
    {"'\\ud800'", "'\355\240\200'"},
    {"None, True, False, ...", "(tuple None True False ...)"},
};

const Program kFStrings[] = {
    {"f'a{b}c'", "(fstring 'a' (field b) 'c')"},
    {"f'{a!r}{b!s:>10}{c!a:{d}.{e}}'",
     "(fstring (field a !r) (field b !s (fstring '>10')) (field c !a (fstring (field d) '.' (field "
     "e))))"},
    {"f'{a=}{b = }{c=!s}{d=:5}'",
     "(fstring 'a=' (field a !r) 'b = ' (field b !r) 'c=' (field c !s) 'd=' (field d (fstring "
     "'5')))"},
    {"f'{{{a}}}'", "(fstring '{' (field a) '}')"},
    {"f'{a[\"b\"]}' f\"{'c'}\" 'd'", "(fstring (field ([] a 'b')) (field 'c') 'd')"},
    {"f'{f\"{f'{x}'}\"}'", "(fstring (field (fstring (field (fstring (field x))))))"},
    {"f'{x:{y:{z}}}'", "(fstring (field x (fstring (field y (fstring (field z))))))"},
    {"f'{a:%H:%M}{b:=5}{c!=d}'",
     "(fstring (field a (fstring '%H:%M')) (field b (fstring '=5')) (field (!= c d)))"},
    {"f'{lambda_}{(lambda: 1)()}{ {1: 2} }'",
     "(fstring (field lambda_) (field (call (lambda (params) 1))) (field (dict (item 1 2))))"},
    {"f'''a\n{\nb # c\n}'''", "(fstring 'a\\n' (field b))"},
    {"f'{yield_}{*a, b}{(x := 1)}'",
     "(fstring (field yield_) (field (tuple (* a) b)) (field (:= x 1)))"},
    {"f'\\{a}'", "(fstring '\\' (field a))"},
    {"f''", "(fstring)"},
};

const Program kOperators[] = {
    {"a + b - c * d / e // f % g @ h", "(chain a + b - (chain c * d / e // f % g @ h))"},
    {"a ** b ** c", "(** a (** b c))"},
    {"-a ** -b", "(- (** a (- b)))"},
    {"(a + b) + c", "(+ (+ a b) c)"},
    {"a << b >> c & d ^ e | f", "(| (^ (& (chain a << b >> c) d) e) f)"},
    {"a < b <= c == d != e > f >= g", "(compare a < b <= c == d != e > f >= g)"},
    {"a in b not in c is d is not e", "(compare a in b not-in c is d is-not e)"},
    {"not a and b or c and not d", "(or (and (not a) b) (and c (not d)))"},
    {"a if b else c if d else e", "(if-else b a (if-else d c e))"},
    {"(a if b else c) if d else e", "(if-else d (if-else b a c) e)"},
    {"+a, -b, ~c", "(tuple (+ a) (- b) (~ c))"},
    {"a or b and c", "(or a (and b c))"},
    {"await_ + x", "(+ await_ x)"},
};

const Program kPrimaries[] = {
    {"a.b.c[d](e)(f, *g, h=i, **j)", "(call (call ([] (. (. a b) c) d) e) f (* g) (h= i) (** j))"},
    {"f(a for a in b)", "(call f (gen a (for a b)))"},
    {"f(a, (b for b in c),)", "(call f a (gen b (for b c)))"},
    {"f(a := 1, b=(c := 2))", "(call f (:= a 1) (b= (:= c 2)))"},
    {"a[1:2, ::3, ..., *b, c:=4]", "([] a (tuple (slice 1 2 -) (slice - - 3) ... (* b) (:= c 4)))"},
    {"a[:], a[b:], a[:c], a[::d], a[b:c:d]",
     "(tuple ([] a (slice - - -)) ([] a (slice b - -)) ([] a (slice - c -)) ([] a (slice - - d)) "
     "([] a (slice b c d)))"},
    {"a[*b]", "([] a (tuple (* b)))"},
    {"a[b, ]", "([] a (tuple b))"},
    {"(a)", "a"},
    {"()", "(tuple)"},
    {"(a,)", "(tuple a)"},
    {"(a, *b)", "(tuple a (* b))"},
    {"[a, *b]", "(list a (* b))"},
    {"{a, *b}", "(set a (* b))"},
    {"{}", "(dict)"},
    {"{a: b, **c, d: e}", "(dict (item a b) (** c) (item d e))"},
    {"match.x, type(case), _", "(tuple (. match x) (call type case) _)"},
};

const Program kComprehensions[] = {
    {"[a for b in c if d if e for f, g in h]", "(list-comp a (for b c d e) (for (tuple f g) h))"},
    {"{a for a in b}", "(set-comp a (for a b))"},
    {"{a: b for a, b in c}", "(dict-comp a b (for (tuple a b) c))"},
    {"(a for *a, b in c)", "(gen a (for (tuple (* a) b) c))"},
    {"[(a, b) for a in b if c or d]", "(list-comp (tuple a b) (for a b (or c d)))"},
    {"[a async for a in b]", "(list-comp a (async-for a b))"},
    {"[x := 1 for y in z]", "(list-comp (:= x 1) (for y z))"},
    {"[i for i, in x]", "(list-comp i (for (tuple i) x))"},
    {"[lambda: x for x in y]", "(list-comp (lambda (params) x) (for x y))"},
};

const Program kLambdas[] = {
    {"lambda: 0", "(lambda (params) 0)"},
    {"lambda a, /, b, c=1, *d, e, f=2, **g: h",
     "(lambda (params a / b (c (= 1)) *d e (f (= 2)) **g) h)"},
    {"lambda *, a: b", "(lambda (params * a) b)"},
    {"lambda *a: lambda: a", "(lambda (params *a) (lambda (params) a))"},
};

const Program kAssignments[] = {
    {"a = b = c", "(assign a b c)"},
    {"a, *b = c", "(assign (tuple a (* b)) c)"},
    {"(a), [b, (c, d)] = e", "(assign (tuple a (list b (tuple c d))) e)"},
    {"a.b, c[d] = e", "(assign (tuple (. a b) ([] c d)) e)"},
    {"*a, = b", "(assign (tuple (* a)) b)"},
    {"a: int", "(annotate a int -)"},
    {"a: int = 1", "(annotate a int 1)"},
    {"(a): int = 1", "(annotate a int 1)"},
    {"a.b: int", "(annotate (. a b) int -)"},
    {"a: b = yield", "(annotate a b (yield -))"},
    {"a += 1; b **= 2; c //= 3; d @= 4; e >>= 5; f <<= 6; g |= 7",
     "(+= a 1) (**= b 2) (//= c 3) (@= d 4) (>>= e 5) (<<= f 6) (|= g 7)"},
    {"a = yield b", "(assign a (yield b))"},
    {"a = yield from b", "(assign a (yield-from b))"},
    {"x = *a, b", "(assign x (tuple (* a) b))"},
    {"(y := 1)", "(:= y 1)"},
};

const Program kSimpleStatements[] = {
    {"def f(): return", "(def f (params) (return -))"},
    {"def f(): return *a, b", "(def f (params) (return (tuple (* a) b)))"},
    {"del a, b.c, d[e], (f, [g])", "(del a (. b c) ([] d e) (tuple f (list g)))"},
    {"assert a, b", "(assert a b)"},
    {"raise", "(raise - -)"},
    {"raise a from b", "(raise a b)"},
    {"global_ = 1", "(assign global_ 1)"},
    {"import a, b.c as d, e . f", "(import a (as b.c d) e.f)"},
    {"from a import b, c as d", "(from a b (as c d))"},
    {"from . import a", "(from . a)"},
    {"from .... a . b import (c, d as e,)", "(from ....a.b c (as d e))"},
    {"from a import *", "(from a *)"},
    {"pass; pass;", "(pass) (pass)"},
    {"type X = int", "(type X (lambda (params) int))"},
    {"type X[T: int, *U, **V] = W", "(type X (types T (: int) *U **V) (lambda (params) W))"},
    {"type = 1; type(x)", "(assign type 1) (call type x)"},
    {"print; print >> x", "print (>> print x)"},
};

const Program kCompound[] = {
    {"if a: b\nelif c: d\nelif e: f\nelse: g", "(if (a b) (c d) (e f) (else g))"},
    {"if a:\n  if b: c\n  else: d\nelse: e", "(if (a (if (b c) (else d))) (else e))"},
    {"while a: b\nelse: c", "(while a b (else c))"},
    {"for a, *b in c, d: e\nelse: f", "(for (tuple a (* b)) (tuple c d) e (else f))"},
    {"for a in *b, c: pass", "(for a (tuple (* b) c) (pass))"},
    {"with a as b, c as (d, *e), f: g", "(with (item a b) (item c (tuple d (* e))) (item f -) g)"},
    {"with (a as b, c): d", "(with (item a b) (item c -) d)"},
    {"with (a, b): c", "(with (item a -) (item b -) c)"},
    {"with (a, b) as c: d", "(with (item (tuple a b) c) d)"},
    {"with (a, b), c: d", "(with (item (tuple a b) -) (item c -) d)"},
    {"with (a): b", "(with (item a -) b)"},
    {"with (a).b as c: d", "(with (item (. a b) c) d)"},
    {"with (yield): a", "(with (item (yield -) -) a)"},
    {"with (a := b, c): d", "(with (item (tuple (:= a b) c) -) d)"},
    {"with (a as b,): c", "(with (item a b) c)"},
    {"try: a\nexcept: b", "(try a (except - b))"},
    {"try: a\nexcept b as c: d\nexcept (e, f): g\nelse: h\nfinally: i",
     "(try a (except b c d) (except (tuple e f) g) (else h) (finally i))"},
    {"try: a\nexcept* b: c", "(try* a (except b c))"},
    {"try: a\nfinally: b", "(try a (finally b))"},
    {"async def f():\n async for a in b: c\n async with d as e: await f",
     "(async-def f (params) (async-for a b c) (async-with (item d e) (await f)))"},
    {"def f(a, b: c = d, /, *e: f, g, h: i = 1, **j: k) -> l: 'doc'",
     "(def f (params a (b (: c) (= d)) / (*e (: f)) g (h (: i) (= 1)) (**j (: k))) (-> l) 'doc')"},
    {"def f(*args: *Ts): pass", "(def f (params (*args (: (* Ts)))) (pass))"},
    {"def f[T](a: T): pass", "(def f (types T) (params (a (: T))) (pass))"},
    {"@a\n@b.c(d)\n@e[0] or f\ndef g(): pass",
     "(def g (decorators a (call (. b c) d) (or ([] e 0) f)) (params) (pass))"},
    {"@a\nclass b: pass", "(class b (decorators a) (bases) (pass))"},
    {"@a\nasync def b(): pass", "(async-def b (decorators a) (params) (pass))"},
    {"class A: pass", "(class A (bases) (pass))"},
    {"class A(): pass", "(class A (bases) (pass))"},
    {"class A(B, *C, metaclass=D, **E): x: int = 1",
     "(class A (bases B (* C) (metaclass= D) (** E)) (annotate x int 1))"},
    {"class A[T](B): pass", "(class A (types T) (bases B) (pass))"},
};

const Program kMatch[] = {
    {"match a:\n case 1 | -2 | 1.5 | 1+2j | -1-2j: x",
     "(match a (case (alt (value 1) (value (- 2)) (value 1.5) (value (+ 1 2j)) (value (- (- 1) "
     "2j))) x))"},
    {"match a:\n case 'b' 'c' | b'd' | None | True: x",
     "(match a (case (alt (value 'bc') (value (bytes 'd')) (is None) (is True)) x))"},
    {"match a:\n case b: x", "(match a (case (capture b) x))"},
    {"match a:\n case _ if c: x", "(match a (case (capture _) (if c) x))"},
    {"match a:\n case b.c | d.e.f: x",
     "(match a (case (alt (value (. b c)) (value (. (. d e) f))) x))"},
    {"match a:\n case (b): x", "(match a (case (capture b) x))"},
    {"match a:\n case (b,) | [] | (): x", "(match a (case (alt (seq (capture b)) (seq) (seq)) x))"},
    {"match a:\n case b, *c: x", "(match a (case (seq (capture b) (star c)) x))"},
    {"match a:\n case [b, [c, *_]] as d: x",
     "(match a (case (as (seq (capture b) (seq (capture c) (star _))) d) x))"},
    {"match a:\n case {'b': c, d.e: 1, **f}: x",
     "(match a (case (map (item 'b' (capture c)) (item (. d e) (value 1)) **f) x))"},
    {"match a:\n case {}: x", "(match a (case (map) x))"},
    {"match a:\n case A() | b.C(d, e=f): x",
     "(match a (case (alt (class A) (class (. b C) (capture d) (e= (capture f)))) x))"},
    {"match a, b:\n case c, d: x", "(match (tuple a b) (case (seq (capture c) (capture d)) x))"},
    {"match *a, b:\n case c: x", "(match (tuple (* a) b) (case (capture c) x))"},
    {"match (a):\n case b: x", "(match a (case (capture b) x))"},
    {"match -a:\n case b: x", "(match (- a) (case (capture b) x))"},
    {"match not a:\n case b: x", "(match (not a) (case (capture b) x))"},
    {"match (a)", "(call match a)"},
    {"match[a]", "([] match a)"},
    {"match = 1", "(assign match 1)"},
    {"match: int", "(annotate match int -)"},
    {"match.case(1)", "(call (. match case) 1)"},
    {"match in x", "(in match x)"},
    {"match not in x", "(not-in match x)"},
    {"match, case = 1, 2", "(assign (tuple match case) (tuple 1 2))"},
    {"match -a", "(- match a)"},
    {"case = match * a", "(assign case (* match a))"},
    {"match a := b:\n case c: d", "(match (:= a b) (case (capture c) d))"},
};

const Program kLayout[] = {
    {"if a:\n\tb\n\tc", "(if (a b c))"},
    {"if a:\n  b # c\n\n # d\n\n  e\n", "(if (a b e))"},
    {"x = (1, # a\n  2)\n", "(assign x (tuple 1 2))"},
    {"x = \\\n  1", "(assign x 1)"},
    {"\014x = 1", "(assign x 1)"},
    {"x = 1\r\ny = 2\rz = 3", "(assign x 1) (assign y 2) (assign z 3)"},
    {"\357\273\277x = 1", "(assign x 1)"},
    {"# coding: utf-8\nx = 1", "(assign x 1)"},
    {"if a:\n  b\n      # c\n  d", "(if (a b d))"},
    {"\303\251 = \303\261", "(assign \303\251 \303\261)"},
};

TEST(Parser, Literals) { check(kLiterals); }
TEST(Parser, FStrings) { check(kFStrings); }
TEST(Parser, Operators) { check(kOperators); }
TEST(Parser, Primaries) { check(kPrimaries); }
TEST(Parser, Comprehensions) { check(kComprehensions); }
TEST(Parser, Lambdas) { check(kLambdas); }
TEST(Parser, Assignments) { check(kAssignments); }
TEST(Parser, SimpleStatements) { check(kSimpleStatements); }
TEST(Parser, Compound) { check(kCompound); }
TEST(Parser, Match) { check(kMatch); }
TEST(Parser, Layout) { check(kLayout); }

TEST(Parser, Expression) {
    EXPECT_EQ(parse(" a + b\n", ParseMode::Expression), "(+ a b)");
    EXPECT_EQ(parse("a, b", ParseMode::Expression), "(tuple a b)");
    EXPECT_EQ(parse("a = b", ParseMode::Expression), "SyntaxError 1:2 invalid syntax");
    EXPECT_EQ(parse("a\nb", ParseMode::Expression), "SyntaxError 2:0 invalid syntax");
    EXPECT_EQ(parse("", ParseMode::Expression), "SyntaxError 1:0 invalid syntax");
}

TEST(Parser, Places) {
    Front front("x = (a +\n b)\nf(c).d[e]");
    const Stmt* first = front.module->body.first;
    const auto* sum = first->as<AssignStmt>()->value;
    EXPECT_EQ(sum->position, Position(1, 5));
    EXPECT_EQ(sum->end_column, 0);  // on another line
    EXPECT_TRUE(sum->parenthesized);
    const auto* item = first->next->as<ExpressionStmt>()->value->as<SubscriptExpr>();
    EXPECT_EQ(item->position, Position(3, 0));
    EXPECT_EQ(item->end_column, 9);
    EXPECT_EQ(item->index->position, Position(3, 7));
    EXPECT_EQ(item->value->end_column, 6);
}

}  // namespace
}  // namespace krait
