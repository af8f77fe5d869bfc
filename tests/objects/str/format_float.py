def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt("'{:e}'.format(1.5)")
attempt("'{:.3f}'.format(3.14159)")
attempt("'{:10.3f}|'.format(3.14159)")
attempt("'{:%}'.format(0.5)")
attempt("'{:g}'.format(10000000000.0)")
attempt("'{:d}'.format(1.5)")
attempt("'{:z}'.format(1.0)")
