import re


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt("re.split('[,;]', 'a,b;c')")
attempt("re.split('([,;])', 'a,b;c')")
attempt("re.split(',', 'a,b,c', 1)")
attempt("re.split('x*', 'axbc')")
attempt("re.split('(x)|(y)', 'axbyc')")
attempt("re.split('', 'ab')")
attempt("re.split(',', '')")
attempt("re.split('\\\\b', 'a b')")
attempt("re.split(b',', b'a,b')")
attempt("re.split(',', 'a,b', maxsplit=0)")
