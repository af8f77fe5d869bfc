import re

for pattern in (r"\b", r"\B", r"\bfoo\b", r"(?a)\b", r"(?a)\B"):
    for text in ("", "a", " ", "foo", "a foo", "é", "éa", "a-b"):
        print(ascii(pattern), ascii(text), [m.span() for m in re.finditer(pattern, text)])
print([m.span() for m in re.finditer(rb"\b", b"ab \xe9c")])
