x, y, name = 5, 2.5, "n"
print(f"{x} {y} {name} {x + 1} {name!r} {name!s} {name!a} {'é'!a}")
print(f"{x:5}|{x:<5}|{x:^5}|{x:05}|{y:.3f}|{y:8.2e}|{x:+}|{x:#x}|{x:b}|{name:>5}|{12345678:,}")
print(f"{x=} {x = } {x=!s} {name=} {name=!s} {y=:.2f} {x+1=} { x =}")
w, p = 10, 3
print(f"{y:{w}.{p}}|{name:{'>'}{w}}|{x:{w}}|{y!r:>{w}}")
print(f"{{}} {{{x}}} {'}'} {'{'}")
print(f"{f'{x}'} {f"{f"{x}"}"} {'a' if x else 'b'} {[i for i in range(3)]} {(lambda q: q * 2)(4)} { {'k': 1}['k'] }")
print(f'{name + "q"} {"a" "b"} {x!r:^5}|')
print(f"""multi
{x
 + 1} line {
 name
}""")
print(f"{x,}", f"{x, y}", f"{*[1, 2],}", rf"\n{x}\t", fr"{x}\d", f"a\tb\x41\u00e9{x}")
print("a" f"{x}" "b" f"{y}" 'c', f"", f"{''}", f"{x}" f"{y}")
print(f"{x!r}" == repr(x), f"{3.0}", f"{True}", f"{None}", f"{[1, 'a']}", f"{x:}")
class C:
    def __format__(self, s): return f"<{s}>"
print(f"{C()} {C():abc} {C():{x}}")
print(f"{x if x > 3 else 'no'}", f"{x > 3 and 'yes'}", f"{(x := 9)}", f"{x:=5}", f"{x==9}", f"{x!=9}", f"{x>=9}")
print(f"{name.upper()} {name[0]} {name['a':] if 0 else name[::-1]} {dict(a=1)['a']}")
print(f"{'nested ' + f'{x:{w}}'}", f"{'#'}", f"{x # comment
}")
print(f"{y:{'.' + str(p) + 'f'}}", f"{1_000}", f"{0xff}", f"{lambda_ if (lambda_ := 3) else 0}")
