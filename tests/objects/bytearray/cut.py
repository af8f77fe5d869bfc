def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


c = bytearray
x = c(b"banana")

attempt('x.split(), x.split(None, 1), c(b"").split(), c(b" ").split()')
attempt('c(b"a,b,,c").split(b","), c(b"a,b,c").split(b",", 1), c(b"").split(b",")')
attempt('c(b"a,b,c").rsplit(b",", 1), c(b" a b ").rsplit(), c(b"a b c").rsplit(None, 1)')
attempt('c(b"a--b").split(b"--"), c(b"a,b").split(sep=b",", maxsplit=0)')
attempt('c(b"a\\nb\\r\\nc\\rd\\n").splitlines(), c(b"a\\nb\\n").splitlines(True), c(b"a\\x0bb\\x85c").splitlines(), c(b"").splitlines()')
attempt('c(b"a-b-c").partition(b"-"), c(b"a-b-c").rpartition(b"-"), c(b"abc").partition(b"-"), c(b"abc").rpartition(b"-")')
attempt('c(b" a ").strip(), c(b" a ").lstrip(), c(b" a ").rstrip(), c(b"xyaxy").strip(b"xy"), c(b"aaa").strip(b"a")')
attempt('c(b"abc").removeprefix(b"ab"), c(b"abc").removesuffix(b"bc"), c(b"abc").removeprefix(b"x")')
attempt('c(b",").join([b"a", bytearray(b"b"), memoryview(b"c")]), c(b"").join([]), c(b",").join((b"a",))')
attempt('c(b"banana").replace(b"a", b"o"), c(b"banana").replace(b"a", b"", 2), c(b"ab").replace(b"", b"-"), c(b"ab").replace(b"x", b"y")')
attempt('c(b"a\\tb").expandtabs(), c(b"a\\tb").expandtabs(2)')
attempt('x.split("a")')
attempt('x.split(b"")')
attempt('x.split(1)')
attempt('x.partition(b"")')
attempt('x.partition("a")')
attempt('x.strip("a")')
attempt('x.replace("a", b"b")')
attempt('x.replace(b"a", "b")')
attempt('c(b",").join([b"a", "b"])')
attempt('c(b",").join([1])')
attempt('c(b",").join(5)')
attempt('x.removeprefix("a")')
