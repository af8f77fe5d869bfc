# exit: 1
# stderr-has:     print(1)
# stderr-has:     ^
# stderr-has: IndentationError: expected an indented block after 'if' statement on line 6
print(0)
if True:
print(1)
