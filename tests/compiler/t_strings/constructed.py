# expect: hand, because CPython 3.12 has no t-strings
from string.templatelib import Template, Interpolation
i = Interpolation(42, "x")
print(Template().strings, Template("a", "b").strings, Template(i).strings, Template(i, i).strings)
print(Template("a", i, "b", "c", i).strings, Template("a", i).values, Template(*"abc"))
for wrong in (lambda: Template(1), lambda: Template("a", None), lambda: Template(strings=()),
              lambda: Template("a", [i])):
    try:
        wrong()
    except TypeError as e:
        print(e)
print(isinstance(t"", Template), Template.__name__, [Template(*t"a{1}b").strings])
