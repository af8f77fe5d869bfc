# Source text: it compiles, or the compiler says what is wrong with it.


def one(data):
    for mode in ("exec", "eval", "single"):
        try:
            compile(data, "<fuzz>", mode)
        except (SyntaxError, ValueError, RecursionError, ViperTypeError, NotImplementedError):
            pass
