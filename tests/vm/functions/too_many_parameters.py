# expect: hand (CPython has no such limits)
names = [f"a{i}" for i in range(300)]
for source in (
    "def f(" + ", ".join(names) + "): pass",
    "def f():\n" + "".join(f" {n} = 1\n" for n in names) + " def g(): return " + "+".join(names),
):
    try:
        exec(source, {})
    except SyntaxError as e:
        print(e.msg)
