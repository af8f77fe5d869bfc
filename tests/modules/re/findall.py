import re


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt("re.findall('a(b)?', 'abaab')")
attempt("re.findall('(a)(b)?', 'abaab')")
attempt("re.findall('x*', 'axb')")
attempt("re.findall('\\\\d+', '1 22 333')")
attempt("re.findall(b'a.', b'abac')")
attempt("re.findall('', 'ab')")
attempt("re.findall('(?m)^', 'a\\nb\\n')")
