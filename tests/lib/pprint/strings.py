from pprint import pprint

text = "the quick brown fox jumped over the lazy dogs"
pprint(text, width=20)
pprint([text, "short"], width=24)
pprint({"key": text}, width=30)
pprint("one\ntwo\nthree four five six\n", width=15)
pprint("x" * 40, width=10)
pprint(text, width=47)
pprint(text, width=46)
