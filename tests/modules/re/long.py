import re

text = "ab" * 2000
print(len(re.findall("(?:a|b)*c", text + "c")), re.match("(a|b)*", text).span(), re.match("(?:a|b)*?$", text).end())
print(re.match("(?:.|\\n)*", "x" * 5000).end(), re.match("(x+x+)+y", "x" * 12))
print(re.search("(a?){12}a{12}", "a" * 12).end(), len(re.sub("(.)", r"\1\1", text)), re.match("((((((a))))))*", "a" * 500).end())
try:
    re.compile("(" * 20000 + ")" * 20000)
except RecursionError:
    print("RecursionError")
