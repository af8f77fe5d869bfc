# Format strings: format(), str.format() and the operator %, with values of several types.

VALUES = (0, -1, 255, 10**30, 1.5, -0.0, 1e300, float("nan"), 2j, "text", "äöü", b"bytes", None, [1])
EXPECTED = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)


def one(data):
    try:
        text = data.decode()
    except UnicodeError:
        return
    # Widths beyond reason take memory, not a parser.
    digits = 0
    for c in text:
        digits = digits + 1 if c.isdigit() else 0
        if digits > 4:
            return
    for value in VALUES:
        try:
            format(value, text)
        except EXPECTED:
            pass
        try:
            text % value
        except EXPECTED:
            pass
    for arguments in ((), VALUES):
        try:
            text.format(*arguments, name=3.25)
        except EXPECTED:
            pass
        try:
            text % arguments
        except EXPECTED:
            pass
    try:
        data % VALUES
    except EXPECTED:
        pass
