from string import Template


class Percent(Template):
    delimiter = "%"


class Dotted(Template):
    idpattern = r"[a-z][a-z.]*"


print(Percent("%a %% %{b}").substitute(a=1, b=2), Dotted("$x.y!").substitute({"x.y": 5}))
