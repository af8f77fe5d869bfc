import binascii


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt("binascii.crc32(b'hello')")
attempt("binascii.crc32(b'hello', 5)")
attempt("binascii.crc32(b'')")
attempt("binascii.crc_hqx(b'hello', 0)")
attempt("binascii.crc_hqx(b'hello', 0xffff)")
attempt("binascii.crc32(5.0)")
attempt("binascii.crc32(b'a', -1)")
attempt("binascii.crc_hqx(b'a')")
attempt("binascii.crc32(b'a', 1<<40)")
attempt("binascii.crc_hqx(b'a', 1<<20)")
attempt('binascii.Error')
attempt('binascii.Error.__mro__')
attempt('binascii.crc32(b"123456789")')
attempt('binascii.crc32(b"6789", binascii.crc32(b"12345"))')
attempt('binascii.crc_hqx(b"123456789", 0)')
