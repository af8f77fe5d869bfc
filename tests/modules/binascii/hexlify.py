import binascii


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt("binascii.hexlify(b'abc')")
attempt("binascii.hexlify(b'abc', ':')")
attempt("binascii.hexlify(b'abc', b':')")
attempt("binascii.hexlify(b'abcde', ':', 2)")
attempt("binascii.hexlify(b'abcde', ':', -2)")
attempt("binascii.hexlify(None)")
attempt("binascii.hexlify(b'abc', '::')")
attempt("binascii.b2a_hex(b'\\xff')")
attempt("binascii.hexlify(data=b'a', sep='-', bytes_per_sep=1)")
attempt("binascii.hexlify(b'')")
attempt('binascii.hexlify(5)')
attempt("binascii.unhexlify('616')")
attempt("binascii.unhexlify('61')")
attempt("binascii.unhexlify(b'6162')")
attempt("binascii.unhexlify('6g')")
attempt("binascii.unhexlify('6é')")
attempt("binascii.a2b_hex('FF')")
attempt("binascii.unhexlify('')")
attempt('binascii.unhexlify(5)')
attempt("binascii.unhexlify(bytearray(b'ff'))")
attempt("binascii.unhexlify('6 1')")
