# Cached names in many functions are looked up anew.
import builtins
functions = []
for name in ("abs", "min", "max"):
    space = {}
    exec(f"def call(*args): return {name}(*args)", space)
    functions.append(space["call"])
print([f(-2, 1) if i else f(-2) for i, f in enumerate(functions)])
builtins.abs = lambda *a: "abs"
print([f(-2, 1) if i else f(-2) for i, f in enumerate(functions)])
builtins.max = lambda *a: "max"
print([f(-2, 1) if i else f(-2) for i, f in enumerate(functions)])
