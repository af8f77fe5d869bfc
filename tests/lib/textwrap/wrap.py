import textwrap

text = "The quick brown fox jumped over the lazy dog, twice; and  then   rested."
for width in 10, 20, 33, 70:
    print(textwrap.wrap(text, width))
print(textwrap.fill(text, 25), textwrap.wrap(""), textwrap.wrap("   "), textwrap.fill("a\nb\tc", 20))
try:
    textwrap.wrap("a", 0)
except ValueError as e:
    print(e)
