import textwrap

w = textwrap.TextWrapper(width=60, fix_sentence_endings=True)
print(w.wrap("First one. Second! \"Third?\" Fourth. A. B. end"))
w.width = 12
print(w.fill("First one. Second!"))
