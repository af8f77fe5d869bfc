"""Random programs: statements over the expressions of expressions.py.

A statement is a method of Programs named do_…, with its weight in STATEMENTS; it gives lines. What
each may hold depends on where it stands: self.scope knows the function, its kind and its loops.
Every program ends: loops count on names that nothing else assigns, and calls burn fuel (prelude.py).
"""
from expressions import FIRST_VALUES, KINDS, Expressions, Scope

STATEMENTS = {
    "assign": 16, "unpack": 4, "chain": 1, "augment": 8, "annotate": 2, "show": 8, "item": 4,
    "attribute": 3, "mutate": 4, "conditional": 8, "while": 4, "for": 8, "jump": 6, "try": 8,
    "group": 2, "with": 5, "raise": 2, "give": 3, "function": 4, "class": 2, "delete": 2,
    "assertion": 1, "match": 5, "imports": 1, "nothing": 1, "generator_use": 2, "alias": 1,
}
ERRORS = ("ValueError", "KeyError", "IndexError", "TypeError", "ZeroDivisionError")
CAUGHT = ERRORS + ("Exception", "LookupError", "(ValueError, ArithmeticError)", "(TypeError,)",
                   "NameError", "AttributeError")


def indent(lines):
    return ["    " + line for line in lines] or ["    pass"]


def flat(text):
    """A simple statement as lines: as one, whatever lines a text in triple quotes has."""
    return [text]


class Programs(Expressions):
    def __init__(self, random, size=14):
        super().__init__(random)
        self.budget = size * 6
        self.size = size
        self.level = 0
        self.in_star = 0  # inside except*, where nothing may leave
        self.handlers = 0

    def program(self):
        """A whole program as text."""
        lines = []
        for letter in KINDS:
            lines.append(f"{self.mine(letter)} = {FIRST_VALUES[letter]}")
        for _ in range(self.random.randint(3, self.size)):
            made = self.do_function() if self.chance(40) else self.statement()
            if self.chance(75) and not made[0].startswith(("def ", "async ", "@")):
                made = ["try:", *indent(made), "except Exception as e:", "    show(e, lines_of(e))"]
            lines += made
        return "\n".join(lines) + "\n"

    # Blocks

    def block(self, least=1):
        """An indented block; most names that it bound are forgotten behind it."""
        known = {letter: len(names) for letter, names in self.scope.names.items()}
        self.level += 1
        lines = []
        for _ in range(self.random.randint(least, 4 if self.level < 3 else 2)):
            lines += self.statement()
        self.level -= 1
        if self.chance(85):
            for letter, count in known.items():
                del self.scope.names[letter][count:]
        return indent(lines)

    def statement(self):
        self.budget -= 1
        names, weights = list(STATEMENTS), list(STATEMENTS.values())
        for _ in range(9):
            name = self.random.choices(names, weights)[0]
            if self.budget < 0 or self.level > 4:
                name = self.random.choice(("assign", "show", "augment", "jump", "mutate"))
            lines = getattr(self, "do_" + name)()
            if lines:
                return lines
        return ["pass"]

    # Simple statements

    def assign_to(self, letter):
        value = self.make(KINDS[letter])
        name = self.bind(letter)
        self.note(letter, name)
        return flat(f"{name} = {value}")

    def note(self, letter, name):
        if name not in self.scope.names[letter]:
            self.scope.names[letter].append(name)

    def do_assign(self):
        return self.assign_to(self.random.choices("isltdxa", (6, 3, 3, 2, 2, 1, 1))[0])

    def do_chain(self):
        value = self.make("int")
        first, second = self.bind("i"), self.bind("i")
        self.note("i", first), self.note("i", second)
        return flat(f"{first} = {second} = {self.read('a')}.a = {value}")

    def do_unpack(self):
        form, value = self.random.choice((
            ("$i, $i", "($int, $int)"), ("$i, *$l", "[$int, *$list]"), ("*$l, $i", "(*$list, $int)"),
            ("$i, ($s, $i)", "($int, ($str, $int))"), ("[$i, $s]", "$int, $str"),
            ("$i, *$l, $i", "$ints"), ("($i, $i), $s", "divmod($int, 7), $str"),
            ("$i, [*$l]", "$int, $list"), ("$i, $i", "$ints")))
        value = self.fill(value)
        return flat(f"{self.targets(form)} = {value}")

    def do_augment(self):
        a, d = self.read("a"), self.read("d")
        target, value = self.random.choice((
            ("$i +=", "$int"), ("$i -=", "$int"), ("$i *=", "$digit"), ("$i ^=", "$int"),
            ("$i |=", "$int"), ("$i &=", "$int"), ("$i <<=", "$int & 3"), ("$i >>=", "$int & 7"),
            ("$i //=", "$int"), ("$i %=", "$int"), ("$s +=", "$str[:2]"), ("$l +=", "$list[:3]"),
            ("$l +=", "$tuple[:2]"), ("$x |=", "$set"), ("$d |=", "$dict"), ("$x -=", "$set"),
            ("$t +=", "($int,)"), (f"{a}.a +=", "$int"), (f"{a}[{self.make('int')}] +=", "$int"),
            (f"{d}[{self.make('key')}] +=", "$int"), (f"{self.read('l')}[0] -=", "$int"),
            ("$a +=", "$thing")))
        if target[0] == "$":
            own = self.scope.names[target[1]]
            if not own:
                return []
            target = self.random.choice(own) + target[2:]
        return flat(f"{target} {self.fill(value)}")

    def do_annotate(self):
        name = self.bind("i")
        if self.chance(30) or name in self.scope.names["i"]:
            return [f"{self.read('a')}.note: int = {self.make('int')}"]
        self.note("i", name)
        return flat(f"{name}: {self.random.choice(('int', 'list[int]', 'int | None'))}"
                    f" = {self.make('int')}")

    def do_show(self):
        values = [self.make(self.random.choice(("scalar", "list", "dict", "tuple", "set", "str")))
                  for _ in range(self.random.randint(1, 3))]
        return flat(f"show({', '.join(values)})")

    def do_item(self):
        return flat(self.fill(self.random.choice((
            "$lvar[0] = $scalar", "$lvar[$slice] = $list[:3]", "$dvar[$key] = $scalar",
            "$avar[$int] = $scalar", "$lvar[$int % 3] = $scalar", "$avar[$slice] = $int",
            "$avar[$int, $slice] = $int", "$dvar[$key], $lvar[-1] = $int, $str"))))

    def do_attribute(self):
        return flat(self.fill(self.random.choice((
            "$avar.a = $scalar", "$avar.b = $number", "$avar.new = $int",
            "show($avar.method($int, *$list[:2], k=$int, **{'z': 1}))",
            "show($avar.method($int, y=$int, k=$int))", "setattr($avar, 'q', $int)"))))

    def do_mutate(self):
        return flat(self.fill(self.random.choice((
            "$lvar.append($scalar)", "$lvar.pop()", "$lvar.insert(0, $scalar)", "$xvar.add($int)",
            "$dvar.pop($key, None)", "$dvar.setdefault($key, $scalar)", "$lvar.reverse()",
            "$xvar.discard($int)", "$lvar.extend($tuple[:2])", "$dvar.update(z=$int)",
            "$lvar.remove($scalar)", "$ints.sort(key=$lambda)"))))

    def do_delete(self):
        letter = self.random.choice("islt")
        own = self.scope.names[letter]
        if self.chance(40) and len(own) > 1:
            name = self.random.choice(own)
            own.remove(name)
            return [f"del {name}"]
        return flat(self.fill(self.random.choice((
            "del $lvar[0]", "del $dvar[$key]", "del $lvar[$slice]", "del $avar.new",
            "del $avar[0], ($lvar[-1],)", "del $avar[$slice]"))))

    def do_raise(self):
        if self.handlers and self.chance(30):
            return ["raise"]
        error = f"{self.random.choice(ERRORS)}({self.make('int')})"
        more = self.random.choice(("", "", " from None", f" from {self.random.choice(ERRORS)}()"))
        if self.chance(70):
            return flat(f"if {self.make('bool')}: raise {error}{more}")
        return flat(f"raise {error}{more}")

    def do_assertion(self):
        return flat(self.fill(self.random.choice(("assert $bool", "assert $int, $str"))))

    def do_jump(self):
        options = []
        if self.scope.loops:
            options += ["break", "continue"]
        if self.scope.returns and not self.in_star:
            bare = self.scope.is_generator and self.scope.is_async
            options.append("return" if bare else f"return {self.make('int')}")
        if not options:
            return []
        word = self.random.choice(options)
        return flat(f"if {self.make('bool')}: {word}" if self.chance(75) else word)

    def do_give(self):
        """yield and await as statements."""
        if self.scope.kind != "function":
            return []
        if self.scope.is_generator:
            return flat(self.random.choice((f"yield {self.make('scalar')}", "yield",
                                            f"{self.mine('i')} = yield {self.make('int')}")))
        if self.scope.is_async:
            return flat(f"{self.mine('t')} = await slow({self.make('scalar')})")
        return []

    def mine(self, letter):
        name = self.bind(letter)
        self.note(letter, name)
        return name

    def do_imports(self):
        return [self.random.choice((
            "import math as m", "from math import floor as fl, ceil", "import sys, math",
            "from math import (pi,)"))]

    def do_nothing(self):
        return [self.random.choice(("pass", "...", "'text'", "None; pass", "0,"))]

    def do_alias(self):
        if self.scope.kind == "class":
            return []
        return [self.random.choice(("type Alias = list[int]", "type Pair[T] = tuple[T, T]"))]

    # Compound statements

    def do_conditional(self):
        lines = [f"if {self.make('bool')}:"] + self.block()
        for _ in range(self.random.choice((0, 0, 0, 1, 2))):
            lines += [f"elif {self.make(self.random.choice(('bool', 'list', 'int')))}:"]
            lines += self.block()
        if self.chance(45):
            lines += ["else:"] + self.block()
        return lines

    def loop(self, head, first=()):
        self.scope.loops += 1
        body = self.block()
        self.scope.loops -= 1
        lines = [head, *indent(first), *body] if first else [head, *body]
        if self.chance(30):
            lines += ["else:"] + self.block()
        return lines

    def do_while(self):
        name = self.new_name("w")
        start = [f"{name} = {self.random.randint(1, 4)}"]
        if self.chance(50):
            return start + self.loop(f"while ({name} := {name} - 1) >= 0:")
        test = self.random.choice((f"{name} and {self.make('bool')}", f"{name} > 0", f"{name}",
                                   f"not {name} == 0", f"0 < {name} < 9"))
        return start + self.loop(f"while {test}:", [f"{name} -= 1"])

    def do_for(self):
        if self.scope.is_async and self.scope.kind == "function" and self.chance(40):
            return self.loop(f"async for {self.targets('$i')} in count({self.random.randint(0, 3)}):")
        target, source, burns = self.random.choice((
            ("$i", "range($digit)[:4]", 0), ("$i", "range($int & 3)", 0),
            ("$i", "range(3, 0, -1)", 0), ("$i", "$ints[:4]", 0), ("$s", "$str[:3]", 0),
            ("$i, $s", "zip($ints, 'abc')", 0), ("$i, $i", "enumerate($ints[:3])", 0),
            ("$i, ($s, *$l)", "enumerate(['ab', 'cde'])", 0), ("$s", "$list", 1),
            ("$i", "$generator", 0), ("$i", "reversed($ints)", 1), ("$s", "list($dict)[:3]", 0),
            ("$i", "(*$ints, $int)", 1)))
        source = self.fill(source)
        if self.chance(10):
            target, extra = self.random.choice((("%s.a" % self.read("a"), ""),
                                                ("%s[0]" % self.read("l"), "")))
            return self.loop(f"for {target} in range(2):", [extra] if extra else ())
        return self.loop(f"for {self.targets(target)} in {source}:", ["burn()"] if burns else ())

    def do_try(self):
        lines = ["try:"] + self.block()
        kind = self.random.choice(("except", "except", "finally", "both"))
        if kind != "finally":
            self.handlers += 1
            for _ in range(self.random.choice((1, 1, 2))):
                name = self.chance(40) and self.new_name("e")
                lines.append(f"except {self.random.choice(CAUGHT)}{' as ' + name if name else ''}:")
                if name:
                    lines.append(f"    show({name}, lines_of({name}))")
                lines += self.block()
            if self.chance(20):
                lines += ["except Exception:"] + self.block()
            self.handlers -= 1
            if self.chance(30):
                lines += ["else:"] + self.block()
        if kind != "except":
            lines += ["finally:"] + self.block()
        return lines

    def do_group(self):
        """try … except*: what leaves a block may not leave these."""
        errors = ", ".join(f"{self.random.choice(ERRORS)}({self.make('int')})" for _ in range(2))
        raised = self.random.choice((f"raise ExceptionGroup('g', [{errors}])",
                                     f"raise {self.random.choice(ERRORS)}({self.make('int')})"))
        lines = ["try:"] + self.block()
        lines += indent([raised if self.chance(70) else f"show({self.make('int')})"])
        loops, self.scope.loops = self.scope.loops, 0
        self.in_star += 1
        for error in self.random.sample(ERRORS, self.random.choice((1, 2))):
            name = self.new_name("e")
            lines += [f"except* {error} as {name}:", f"    show({name})"] + self.block()
        self.in_star -= 1
        self.scope.loops = loops
        if self.chance(30):
            lines += ["finally:"] + self.block()
        return lines

    def do_with(self):
        is_async = self.scope.is_async and self.scope.kind == "function" and self.chance(50)
        items = []
        for _ in range(self.random.choice((1, 1, 2))):
            as_name = self.random.choice(("", f" as {self.mine('i')}", f" as {self.read('a')}.a"))
            thing = self.random.choice(("Thing($int)", "Thing($int, 3)", "Thing($int, 3)", "$thing"))
            items.append(self.fill(thing) + as_name)
        text = ", ".join(items)
        if self.chance(25):
            text = f"({text},)" if self.chance(50) else f"({text})"
        return [f"{'async ' if is_async else ''}with {text}:"] + self.block()

    # match

    def do_match(self):
        subject = self.fill(self.random.choice((
            "$scalar", "$list", "$tuple", "$dict", "$thing", "$int, $str", "[$int, [$int, $str]]",
            "{'k': $int, 'z': [$int]}", "Thing($int, $str)", "$str")))
        lines = [f"match {subject}:"]
        for _ in range(self.random.randint(1, 4)):
            known = {letter: len(names) for letter, names in self.scope.names.items()}
            pattern = self.pattern(2)
            guard = f" if {self.make('bool')}" if self.chance(30) else ""
            lines += indent([f"case {pattern}{guard}:"] + self.block())
            for letter, count in known.items():
                del self.scope.names[letter][count:]
        if self.chance(50):
            last = self.random.choice(("_", self.new_name("o")))
            lines += indent([f"case {last}:"] + self.block())
        return lines

    def pattern(self, depth):
        """A pattern that can fail, so that it may stand anywhere."""
        forms = [
            "0", "-1", "'a'", "None", "True", "1.5", "b'ab'", "-1.5+2j", "1 | 2 | 3",
            "'q' | None", "int($i)", "str($s)", "Thing()", "(int() | str()) as $s", "int() as $i",
            "[]", "()", "{}", "list() | tuple()", "bool()", "sys.maxsize"]
        if depth:
            forms += ["[$sub, $sub]", "($sub, *$l)", "[*_, $sub]", "[$sub, *$l, $sub]",
                      "{'k': $sub}", "{'k': $sub, **$d}", "{1: $sub, 'z': $sub}", "Thing($sub)",
                      "Thing($sub, b=$sub)", "Thing(a=$sub)", "[_, [_, $sub]]", "$sub,",
                      "$sub, $sub"] * 2
        form = self.random.choice(forms)
        while "$sub" in form:
            part = self.random.choice(("_", "$i", "$s")) if self.chance(50) else (
                "(" + self.pattern(depth - 1) + ")" if self.chance(30)
                else self.inner(self.pattern(depth - 1)))
            form = form.replace("$sub", part, 1)
        return self.targets(form)

    def inner(self, pattern):
        """An open sequence needs brackets inside another pattern."""
        return f"[{pattern}]" if pattern.endswith(",") or ", " in pattern else pattern

    # Functions

    def parameters(self):
        """Text and description of a parameter list; its names are bound in the scope."""
        described, parts, optional = [], [], False
        for _ in range(self.random.choice((0, 1, 1, 2, 3))):
            name = self.targets("$i")
            optional = optional or self.chance(30)
            note = self.random.choice(("", "", ": int"))
            parts.append(name + note + (f"={self.random.randint(0, 9)}" if optional else ""))
            described.append((name, "any", optional))
        if parts and self.chance(15):
            place = self.random.randint(1, len(parts))
            parts.insert(place, "/")
            described[:place] = [(n, "first", o) for n, _, o in described[:place]]
        if self.chance(30):
            if self.chance(60):
                parts.append("*" + self.targets("$t"))
                described.append((parts[-1], "*", True))
            else:
                parts.append("*")
            if parts[-1] == "*" or self.chance(40):
                name = self.targets("$i")
                parts.append(f"{name}={self.random.randint(0, 9)}")
                described.append((name, "named", True))
        if self.chance(15):
            parts.append("**" + self.targets("$d"))
            described.append((parts[-1], "**", True))
        return ", ".join(parts), described

    def do_function(self, method=False):
        if self.level > 2:
            return []
        outer, level, star, handlers = self.scope, self.level, self.in_star, self.handlers
        self.scope = Scope("function", outer)
        self.scope.returns, self.in_star, self.handlers = True, 0, 0
        self.scope.is_async = self.chance(20)
        self.scope.is_generator = self.chance(25)
        kind = ("async " if self.scope.is_async else "") + (
            "generator" if self.scope.is_generator else "") or "plain"
        borrowed = self.borrow(outer)
        parameters, described = self.parameters()
        name = self.new_name("f")
        if kind == "plain" and self.chance(30):  # it may call itself
            self.functions.append((outer, name, kind, described))
        self.level = max(level, 1)
        body = indent(borrowed + ["burn()"]) + self.block(2)
        if self.scope.is_generator:
            body += indent([f"yield {self.make('int')}"])
        if not (self.scope.is_generator and self.scope.is_async):
            body += indent([f"return {self.make('int')}"])
        self.scope, self.level, self.in_star, self.handlers = outer, level, star, handlers
        generic = "[T]" if self.chance(4) else ""
        me = "self" + (", " if parameters else "") if method else ""
        head = f"{'async ' if kind.startswith('async') else ''}def {name}{generic}({me}{parameters})"
        lines = self.decorators() + [f"{head}{self.random.choice(('', ' -> int'))}:"] + body
        if not any(f[1] == name for f in self.functions) and not method:
            self.functions.append((outer, name, kind, described))
        if method:
            return lines, name, described
        arguments = self.arguments(described)
        lines.append(f"attempt({name}{', ' if arguments else ''}{arguments})")
        return lines

    def borrow(self, outer):
        """global and nonlocal declarations."""
        lines = []
        if self.chance(25):
            letter = self.random.choice("ils")
            scope, word = outer, "nonlocal"
            while scope.kind in ("class", "comprehension"):
                scope = scope.outer
            if scope.kind == "module":
                word = "global"
            if scope.names[letter]:
                name = self.random.choice(scope.names[letter])
                self.scope.names[letter].append(name)
                lines.append(f"{word} {name}")
        return lines

    def decorators(self):
        return [f"@{self.random.choice(('twice', f'tagged({self.marks})', 'tagged(1)'))}"
                for _ in range(self.random.choice((0, 0, 0, 0, 1, 2)))]

    def do_generator_use(self):
        found = self.callable_functions(("generator",))
        if not found:
            return []
        call = self.call_of(self.random.choice(found))
        if self.scope.kind == "function" and self.scope.is_generator and not self.scope.is_async:
            return flat(f"{self.mine('i')} = yield from keep({call})")
        if self.chance(50):
            return self.loop(f"for {self.targets('$s')} in keep({call}):")
        return flat(f"{self.mine('l')} = list(keep({call}))[:5]")

    def do_class(self):
        if self.level > 2:
            return []
        outer, loops, star = self.scope, self.scope.loops, self.in_star
        name = self.new_name("C")
        self.scope, self.level, self.in_star = Scope("class", outer), self.level + 1, 0
        lines, uses = [], []
        for _ in range(self.random.randint(1, 4)):
            if self.chance(45):
                made = self.do_function(method=True)
                if not made:
                    continue
                body, method, described = made
                arguments = self.arguments(described)
                uses.append(f"attempt({name}().{method}{', ' if arguments else ''}{arguments})")
                lines += body
            else:
                lines += self.statement()
        if self.chance(30):
            lines += ["@property", "def area(self):", "    return self.a, __class__.__name__"]
            uses.append(f"show({name}().area)")
        if self.chance(30):
            lines += ["def method(self, *a, **k):", "    return super().method(*a, **k), 'sub'"]
            uses.append(f"show({name}().method({self.make_number()}))")
        own = [n for letter in "islt" for n in self.scope.names[letter]]
        if own:
            uses.append(f"show({name}.{self.random.choice(own)})")
        self.scope, self.level, self.in_star = outer, self.level - 1, star
        self.scope.loops = loops
        bases = self.random.choice(("(Thing)", "(Thing)", "(Thing, object)", "(Thing, metaclass=type)"))
        return [f"class {name}{bases}:"] + indent(lines) + uses
