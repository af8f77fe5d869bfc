def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)


for text in ("1", "1j", "1+2j", " ( 1.5-2.5J ) ", "-j", "+j", "1e3-1e-3j", "inf+nanj", "1_0+2_0j", "-1-j", "(3)"):
    attempt(complex, text)
for text in ("", "j1", "1+2", "1+", "1 + 2j", "1j+2", "(1", "1)", "a", "1+2jj", "1__0j", "()"):
    attempt(complex, text)
