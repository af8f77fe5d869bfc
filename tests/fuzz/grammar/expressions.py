"""Random expressions: the productions, and those of their parts that need names or scopes.

PRODUCTIONS holds one block a type: `weight text`, where $word is another expression of that type or
what the method `make_word` of Expressions gives. Types keep programs alive for long (a random
operation on random types only raises TypeError) and values small: sums of strings and lists are
cut, products reduced, so that no loop can make a value that takes the machine's memory.
"""
import re

PRODUCTIONS_TEXT = """
int
  9 $ivar
  5 $number
  4 ($int + $int)
  3 ($int - $int)
  2 (($int * $int) % 9973)
  2 ($int $bitop $int)
  1 (($int & 255) << ($int & 7))
  1 ($int >> ($int & 15))
  1 ($int // $int)
  1 ($int % $int)
  1 (($int & 15) ** ($int & 3))
  1 (-$int)
  1 (~$int)
  1 (not $scalar) + $int
  2 ($int if $bool else $int)
  1 ($int and $int)
  1 ($int or $int)
  4 t($mark, $int)
  1 len($list)
  1 len($str)
  1 sum($ints)
  1 max($int, $int)
  1 int($bool)
  1 $ints[$number]
  1 abs($int)
  1 $dict.get($str, $int)
  1 $walrus
  5 $intcall
  1 $lambdacall
  1 $awaited
  1 next(iter($ints), $int)
  1 sum($generator)
  1 $tuple.count($scalar)
  1 int($float) % 97
  1 [$int, $int, $int][$int % 3]
  1 {0: $int, 1: $int}[$int & 1]
  1 len({*$set, $int})
  1 range($digit, $digit, 2)[0]
bool
  3 ($int < $int)
  2 ($int <= $int != $int)
  1 ($int < $int < $int < $int)
  2 ($scalar == $scalar)
  1 ($int in $ints)
  1 ($str not in $list)
  1 ($scalar is None)
  1 ($scalar is not None)
  1 (not $bool)
  2 ($bool and $bool)
  2 ($bool or $bool)
  1 ($bool or $bool and not $bool)
  1 True
  1 False
  1 isinstance($scalar, (int, str))
  1 $str.startswith($str)
  1 any($generator)
  1 all($ints)
  1 ($tuple < $tuple)
  1 ($set <= $set)
  1 t($mark, $bool)
  1 ($float > $int)
  1 $thing == $thing
str
  6 $svar
  4 $text
  2 ($str + $str)[:9]
  3 $fstring
  1 $str[$slice]
  1 $str.upper()
  1 $str.replace($str, "-", 1)[:9]
  1 "%s/%d" % ($bool, $int)
  1 str($int)[:20]
  1 ($str * 2)[:7]
  1 ($str if $bool else $str)
  1 ",".join([$str for _ in $short])[:12]
  1 "{}{x:>4}".format($bool, x=$int)
  1 t($mark, $str)
  1 $str.split()[0]
  1 repr($number)
  1 ascii($text)
float
  3 $real
  2 ($float + $float)
  1 ($float * 0.5)
  1 ($int / $int)
  1 float($number)
  1 (-$float)
  1 ($float - $int)
  1 ($float if $bool else $float)
  1 ($float // 3)
  1 ($float % 7.5)
ints
  2 [$int, $int, $int]
  2 list(range($digit))
  1 [$int for _ in $short]
  1 sorted([$int, $int, $int], reverse=$bool)
  1 sorted($set)
list
  6 $lvar
  3 $ints
  3 [$scalar, $scalar]
  1 []
  2 [*$list, $scalar]
  1 [*$list, *$tuple][:9]
  4 $comprehension
  1 list($tuple)
  1 ($list + $list)[:7]
  1 $list[$slice]
  1 ($list * 2)[:5]
  1 list($dict)
  1 list($dict.items())
  1 list(map($lambda, $ints))
  1 t($mark, $list)
  1 list($generator)
tuple
  3 $tvar
  3 ($scalar, $scalar)
  1 ()
  1 ($scalar,)
  1 (*$list, $scalar)
  1 tuple($list)
  1 ($tuple + $tuple)[:6]
  1 $tuple[$slice]
  1 divmod($int, $int)
dict
  4 $dvar
  3 {$key: $scalar, $key: $scalar}
  1 {}
  2 {**$dict, $key: $scalar}
  2 {$key: $scalar, **$dict}
  2 $dictcomp
  1 dict(a=$int, **{"b": $scalar})
  1 ($dict | $dict)
  1 dict(zip("abc", $list))
set
  3 $xvar
  3 {$int, $int}
  1 set()
  2 $setcomp
  1 ($set | $set)
  1 ($set & $set)
  1 ($set ^ $set)
  1 {*$ints, $int}
thing
  4 $avar
  2 Thing($scalar)
  1 Thing($int, b=$int)
  1 t($mark, Thing())
scalar
  5 $int
  3 $str
  2 $bool
  1 None
  1 $float
  1 ...
  1 $bytes
  1 $attribute
  1 $yielded
  1 1.5j
  1 $list[$number]
  1 $dict[$key]
bytes
  2 b"ab\\x00\\xff"
  1 bytes([$int & 255])
  1 rb'\\n'
  1 $bytes[$slice]
key
  3 $str
  2 $int
  1 $bool
slice
  1 :
  1 $number:
  1 :$number
  1 -$number:
  1 $int:$int
  1 ::-1
  1 $number:$int:2
"""


def parse_productions(text):
    productions = {}
    for line in text.strip("\n").split("\n"):
        if line[0] != " ":
            rows = productions[line] = []
        else:
            weight, _, form = line.strip().partition(" ")
            rows.append((int(weight), form))
    return productions


PRODUCTIONS = parse_productions(PRODUCTIONS_TEXT)
# What ends the descent when an expression has become deep enough.
LEAVES = {
    "int": "$ivar", "bool": "True", "str": "$svar", "float": "$real", "ints": "[1, $number]",
    "list": "$lvar", "tuple": "$tvar", "dict": "$dvar", "set": "$xvar", "thing": "$avar",
    "scalar": "$ivar", "bytes": "b''", "key": "$number", "slice": "$number:",
}
KINDS = {"i": "int", "s": "str", "l": "list", "t": "tuple", "d": "dict", "x": "set", "a": "thing"}
FIRST_VALUES = {"i": "3", "s": "'q'", "l": "[1, 'z']", "t": "(4, 5)", "d": "{'k': 1}",
                "x": "{1, 2}", "a": "Thing()"}
TEXTS = ("''", "'a'", '"b c"', "'''d\ne'''", r"'\x41\n'", r"r'\d'", "'ä' 'f'", r"'\u20ac'",
         "'it''s'", '"{"', "'%'")
NUMBERS = ("0", "1", "2", "3", "5", "7", "10", "0x1f", "0b101", "0o17", "1_000", "255", "256",
           "65536", "2147483648", "4611686018427387904", "99999999999999999999")
REALS = ("0.0", "1.5", "-2.25", ".5", "1e10", "3.", "1e-3", "0.1")


class Scope:
    """The names of one block, by the letter of their kind."""

    def __init__(self, kind, outer=None):
        self.kind, self.outer = kind, outer
        self.names = {letter: [] for letter in KINDS}
        self.is_async = self.is_generator = False
        self.returns = False
        self.loops = 0

    def owner(self):
        """The scope in which an assignment expression binds."""
        return self.outer.owner() if self.kind == "comprehension" else self

    def visible(self, letter):
        found, scope = list(self.names[letter]), self.outer
        while scope:
            if scope.kind != "class":
                found += scope.names[letter]
            scope = scope.outer
        return found


class Expressions:
    """Makes expressions in the scope self.scope; the state is random numbers and names."""

    def __init__(self, random):
        self.random = random
        self.scope = Scope("module")
        self.functions = []  # (scope, name, kind, parameters)
        self.names = self.marks = 0
        self.fixed = 0  # above 0 where assignment expressions are not allowed
        self.depth = 0

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def pick(self, rows):
        return self.random.choices([r[1] for r in rows], [r[0] for r in rows])[0]

    def make(self, kind):
        """What stands for $kind: by the method make_kind, or a production."""
        maker = getattr(self, "make_" + kind, None)
        return maker() if maker else self.produce(kind)

    def produce(self, kind):
        deep = self.depth >= 4 or self.random.random() < self.depth * 0.16
        self.depth += 1
        form = LEAVES[kind] if deep and kind in LEAVES else self.pick(PRODUCTIONS[kind])
        text = self.fill(form)
        self.depth -= 1
        return text

    def fill(self, form):
        return re.sub(r"\$([a-z]+)", lambda found: self.make(found.group(1)), form)

    # Names

    def new_name(self, letter):
        self.names += 1
        return letter + str(self.names)

    def bind(self, letter, scope=None):
        """A name to assign to: one of the scope's own, or a new one."""
        own = (scope or self.scope).names[letter]
        if own and self.chance(60):
            return self.random.choice(own)
        return self.new_name(letter)

    def read(self, letter):
        names = self.scope.visible(letter)
        return self.random.choice(names) if names else FIRST_VALUES[letter]

    def make_ivar(self):
        return self.read("i")

    def make_svar(self):
        return self.read("s")

    def make_lvar(self):
        return self.read("l")

    def make_tvar(self):
        return self.read("t")

    def make_dvar(self):
        return self.read("d")

    def make_xvar(self):
        return self.read("x")

    def make_avar(self):
        return self.read("a")

    # Leaves

    def make_mark(self):
        self.marks += 1
        return str(self.marks)

    def make_number(self):
        return self.random.choice(NUMBERS[:8] if self.chance(85) else NUMBERS)

    def make_digit(self):
        return self.random.choice("0123456789")

    def make_real(self):
        return self.random.choice(REALS)

    def make_text(self):
        return self.random.choice(TEXTS)

    def make_bitop(self):
        return self.random.choice("&|^")

    def make_short(self):
        return self.random.choice(("range(2)", "'ab'", "(1, 2, 3)", "range(3)"))

    def make_attribute(self):
        return self.read("a") + self.random.choice((".a", ".b", ".a", "[0][0]", ".missing"))

    # Forms with names of their own

    def make_walrus(self):
        scope = self.scope.owner()
        if self.fixed or scope.kind == "class":
            return self.make("int")
        value = self.make("int")
        name = self.bind("i", scope)
        if name not in scope.names["i"]:
            scope.names["i"].append(name)
        return f"({name} := {value})"

    def make_yielded(self):
        if self.scope.kind != "function" or not self.scope.is_generator or self.fixed:
            return "None"
        if self.scope.is_async or self.chance(60):
            return f"(yield {self.make('int')})"
        return f"(yield from {self.make('list')}[:3])"

    def make_awaited(self):
        if self.scope.kind != "function" or not self.scope.is_async or self.fixed:
            return self.make("int")
        return f"(await slow({self.make('int')}))[1]"

    def clauses(self):
        """`for … in … if …` of a comprehension, in whose scope this leaves."""
        self.scope = Scope("comprehension", self.scope)
        text = ""
        for _ in range(1 if self.chance(75) else 2):
            self.fixed += 1
            target, source = self.random.choice((
                ("$i", "$ints[:4]"), ("$i", "range($digit)[:4]"), ("$s", "$str[:3]"),
                ("$i, $s", "zip($ints, 'abc')"), ("($s, *$l)", "['ab', 'cde']"),
                ("$i, $i", "enumerate($ints[:2])"), ("$s, $i", "{'p': 1, 'q': $int}.items()")))
            source = self.fill(source)
            self.fixed -= 1
            text += f" for {self.targets(target)} in {source}"
            for _ in range(self.random.choice((0, 0, 1, 1, 2))):
                text += f" if {self.make('bool')}"
        return text

    def targets(self, form):
        """Targets like "$i, *$l" with new names in the scope."""
        def part(found):
            name = self.new_name(found.group(1))
            self.scope.names[found.group(1)].append(name)
            return name
        return re.sub(r"\$([a-z])", part, form)

    def comprehend(self, form, forbid=0):
        outer, self.fixed = self.scope, self.fixed + forbid
        clauses = self.clauses()
        text = self.fill(form)
        self.scope, self.fixed = outer, self.fixed - forbid
        return form and f"{text}{clauses}"

    def make_comprehension(self):
        return "[" + self.comprehend(self.random.choice(("$int", "$scalar", "$str"))) + "]"

    def make_generator(self):
        return "(" + self.comprehend("$int", forbid=1) + ")"

    def make_setcomp(self):
        return "{" + self.comprehend("$int") + "}"

    def make_dictcomp(self):
        return "{" + self.comprehend("$key: $scalar") + "}"

    def make_lambda(self):
        outer, self.scope = self.scope, Scope("lambda", self.scope)
        fixed, self.fixed = self.fixed, 1
        parameter = self.targets("$i")
        more = self.random.choice(("", f", i0={self.make('number')}", ", *rest", ", **more"))
        text = f"(lambda {parameter}{more}: {self.make('int')})"
        self.scope, self.fixed = outer, fixed
        return text

    def make_lambdacall(self):
        return f"{self.make_lambda()}({self.make('int')})"

    def make_fstring(self):
        quote = self.random.choice(('"', "'", '"""'))
        pieces = []
        for _ in range(self.random.randint(1, 3)):
            pieces.append(self.random.choice((
                "ab ", "{{", "}}", "{$int}", "{$int:>{$digit}}", "{$svar!r:.9}", "{$float:.2f}",
                "{$ivar=}", "{$bool!s:^7}", "{$ivar:x}", "{$list!r:.30}", "{$str:.5}",
                "{ $ivar + 1 = :>5}", "{$int:0{$digit}d}", "{$fstring:.9}")))
        text = self.fill("".join(pieces))
        prefix = self.random.choice(("f", "f", "F", "rf"))
        if "\n" in text:
            quote = '"""'
        return prefix + quote + text + quote

    # Calls

    def callable_functions(self, kinds):
        return [f for f in self.functions if f[2] in kinds and self.sees(f[0])]

    def sees(self, scope):
        mine = self.scope
        while mine:
            if mine is scope:
                return True
            mine = mine.outer
        return False

    def make_intcall(self):
        found = self.callable_functions(("plain",))
        if not found or self.depth > 3:
            return self.make("int")
        return self.call_of(self.random.choice(found))

    def call_of(self, function):
        return f"{function[1]}({self.arguments(function[3])})"

    def arguments(self, parameters):
        """Arguments that fit: parameters are (name, kind, has a default)."""
        positional, named, star = [], [], ""
        for name, kind, optional in parameters:
            if kind == "*":
                star = self.random.choice(("", f"*{self.make('list')}[:2]", self.make("int")))
            elif kind == "**":
                named += ["zz=" + self.make("int")] if self.chance(50) else []
            elif optional and self.chance(40):
                continue
            elif kind == "named" or (kind == "any" and (named or self.chance(20))):
                named.append(f"{name}={self.make('int')}")
            elif not named:
                positional.append(self.make("int"))
        if named and kind_of(parameters, "any"):
            star = ""
        if star:
            positional.append(star)
        self.random.shuffle(named)
        if named and self.chance(15):
            first, _, value = named.pop().partition("=")
            named.append(f"**{{'{first}': {value}}}")
        return ", ".join(positional + named)


def kind_of(parameters, kind):
    return [p for p in parameters if p[1] == kind]
