from fnmatch import filter, fnmatch, fnmatchcase, translate

for name, pat in [("a.py", "*.py"), ("abc", "a?c"), ("abc", "a*"), ("abc", ""), ("", "*"), ("a]b", "a[]]b"), ("a-b", "a[-x]b"), ("ab", "[a-c][!a]"), ("a[b", "a[b"), ("aXbXc", "a*X*c"), ("mississippi", "m*iss*ip*"), ("aaa", "a*a*a*a")]:
    print(repr(name), repr(pat), fnmatchcase(name, pat))
print(filter(["a.py", "b.txt", "c.py"], "*.py"), fnmatch("A", "a"), fnmatch(b"ab", b"a*"))
import re
for pat in "*.py", "a?[!b-d]", "x[^y]":
    print([bool(re.match(translate(pat), n)) for n in ("q.py", "ab.py", "axe", "abc", "xy", "x^")])
