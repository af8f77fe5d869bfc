# Bytes that are not ASCII are no number, whatever they would be as text.
for data in (b"\xb9", b" \xb9\xb9", b"1\xc2\xa0", "\u0661".encode(), b"\x80\x80\x80", b"\xff1"):
    for kind in (int, float):
        try:
            print(kind(data))
        except ValueError as e:
            print(type(e).__name__, e)
