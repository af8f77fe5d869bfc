from typing import ForwardRef, List, Optional

r = ForwardRef("int")
print(r, r == ForwardRef("int"), List["A"], Optional["A"], List["A"] == List["A"], hash(r) == hash(ForwardRef("int")))
for bad in "1 +", "a b", 3:
    try:
        ForwardRef(bad)
    except (SyntaxError, TypeError) as e:
        print(type(e).__name__, e)
