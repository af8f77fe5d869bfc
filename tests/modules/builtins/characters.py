print(chr(65), chr(0x20AC), ord("€"), ord(b"a"), repr("é\n"), ascii("é\n"), format(3.14159, ".2f"), format("x"))
for call in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(""), lambda: ord(1)):
    try:
        call()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
