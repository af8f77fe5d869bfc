# exit: 1
# stderr-has: line 6
# stderr-has:     print("a" x)
# stderr-has:           ^^^^^
# stderr-has: SyntaxError: invalid syntax. Perhaps you forgot a comma?
print("a" x)
