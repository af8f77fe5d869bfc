# expect: hand, because CPython 3.12 has no t-strings
from string.templatelib import Template, Interpolation
i = Interpolation(1, "a", "r", ">3")
print(i, i.value, i.expression, i.conversion, i.format_spec)
print(Interpolation("v"), Interpolation(value=1, expression="e", conversion=None, format_spec="s"))
for name in ("value", "expression", "conversion", "format_spec", "other"):
    try:
        setattr(i, name, 2)
    except AttributeError:
        print("AttributeError", name)
for wrong in ((1, 2), (1, "a", "x"), (1, "a", "s", 3), ()):
    try:
        Interpolation(*wrong)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
