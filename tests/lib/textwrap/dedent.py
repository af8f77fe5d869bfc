import textwrap

print(repr(textwrap.dedent("  a\n    b\n  c\n")), repr(textwrap.dedent("\n  a\n\n \n  b")), repr(textwrap.dedent("a\n  b")))
print(repr(textwrap.dedent("\ta\n  b")), repr(textwrap.dedent("\t a\n\tb")), repr(textwrap.dedent("")), repr(textwrap.dedent("   \n  x")))
