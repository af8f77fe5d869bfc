import string

for name in ("whitespace", "ascii_lowercase", "ascii_uppercase", "ascii_letters", "digits", "hexdigits", "octdigits",
             "punctuation", "printable"):
    print(name, repr(getattr(string, name)))
print(string.capwords("hello  big WORLD"), repr(string.capwords("a-b-c", "-")), repr(string.capwords("  x  y ")))
