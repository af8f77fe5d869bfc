import textwrap

print(textwrap.shorten("Hello  world!", 12), textwrap.shorten("Hello  world!", 11), textwrap.shorten("Hello world", 10, placeholder="..."))
print(textwrap.wrap("one two three four five six", 9, max_lines=2), textwrap.wrap("one two three", 5, max_lines=2, placeholder="~"))
print(textwrap.shorten("abcdefghijkl", 7), textwrap.wrap("a b", 20, max_lines=1))
try:
    textwrap.shorten("a b c", 3)
except ValueError as e:
    print(e)
