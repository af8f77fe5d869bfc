from collections import UserString

s = UserString("Hello")
print(s, repr(s), s.upper(), type(s.upper()).__name__, s + " x", "y " + s, s * 2, len(s), s[1], "ell" in s, s == "Hello", s < "I")
print(s.replace("l", UserString("L")), s.split("l"), s.startswith(("H", "x")), hash(s) == hash("Hello"), s.find("o"), s.join("ab"))
print(int(UserString("5")), float(UserString("1.5")), UserString("%s-%s") % (1, 2), UserString(12), s.encode(), s.center(9, "*"), s.isalpha())
