# args: -X strict
# stderr-has: SyntaxWarning: "is" with 'int' literal. Did you mean "=="?
# stderr-has:   print(len([]) is 0)
# stderr-has: SyntaxWarning: invalid escape sequence '\d'
# stderr-has: SyntaxWarning: invalid octal escape sequence '\777'
# stderr-has: SyntaxWarning: assertion is always true, perhaps remove parentheses?
# stderr-has: SyntaxWarning: 'tuple' object is not callable; perhaps you missed a comma?
# stderr-has: SyntaxWarning: list indices must be integers or slices, not tuple; perhaps you missed a comma?
# stderr-has: SyntaxWarning: invalid decimal literal
print(len([]) is 0)
print("\d", len("\777"))
assert (0, "text")
try:
    print([(1, 2) (3, 4)])
except TypeError:
    pass
try:
    print([[1, 2] [3, 4]])
except TypeError:
    pass
print(1if 2else 3)
