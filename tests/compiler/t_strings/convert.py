# expect: hand, because CPython 3.12 has no t-strings
from string.templatelib import convert
print(convert("é", "r"), convert("é", "a"), convert(1, "s"), convert(1, None), convert([1], None))
try:
    convert(1, "x")
except ValueError as e:
    print(e)
import string, string.templatelib
print(string.templatelib.convert is convert, string.digits)
