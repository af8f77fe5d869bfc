from string import Template

t = Template("$who owes ${what}s $$5, $who")
print(t.substitute(who="Ann", what="coin"), t.substitute({"who": 1}, what=2), t.template)
print(t.safe_substitute(who="Bo"), Template("$a $").safe_substitute(a=1), Template("${b").safe_substitute())
print(t.is_valid(), Template("$ x").is_valid(), t.get_identifiers(), Template("no").substitute())
for bad in (lambda: t.substitute(who=1), lambda: Template("ab\n c $ d").substitute(), lambda: Template("$").substitute(),
            lambda: Template("${1}").substitute()):
    try:
        bad()
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
