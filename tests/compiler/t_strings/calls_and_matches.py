# expect: hand, because CPython 3.12 has no t-strings
from string.templatelib import Template, Interpolation
def render(t):
    out = []
    for part in t:
        match part:
            case str() as s: out.append(s)
            case Interpolation(value=v, conversion="r"): out.append(repr(v))
            case Interpolation(value=v, format_spec=spec): out.append(format(v, spec))
    return "".join(out)
x = "y"
print(render(t"{x!r} {x} {3.14159:.2f} {x:>4}|"))
print(t"{x}".strings, t"{x}"
      .values)
