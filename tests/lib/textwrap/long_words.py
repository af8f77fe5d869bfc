import textwrap

print(textwrap.wrap("a verylongwordindeed here", 6), textwrap.wrap("verylongword x", 6, break_long_words=False))
print(textwrap.wrap("hello-there well-known x-ray self-aware-thing", 8))
print(textwrap.wrap("hello-there well-known", 8, break_on_hyphens=False), textwrap.wrap("one--two---three a-b 1-2 --flag", 5))
print(textwrap.wrap("multi-hyphen-ated-word", 12), textwrap.wrap("abc-defghijklmnop", 6))
