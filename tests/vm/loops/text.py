# A loop over a str gives its characters, of any width.
for c in "aé€😀":
    print(c, len(c), ord(c))
