import textwrap

print(textwrap.fill("one two three four five", 14, initial_indent="* ", subsequent_indent="  "))
print(repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "- ", lambda line: True)))
print(textwrap.wrap("  lead  space  ", 8, drop_whitespace=False), textwrap.wrap("a\tb", 20, expand_tabs=False),
      textwrap.wrap("x\ny", 20, replace_whitespace=False), textwrap.wrap("a\tb", 20, tabsize=4))
