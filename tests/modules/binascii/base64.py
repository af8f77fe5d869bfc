import binascii


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt("binascii.b2a_base64(b'abc')")
attempt("binascii.b2a_base64(b'abc', newline=False)")
attempt("binascii.b2a_base64(b'a')")
attempt("binascii.b2a_base64(b'ab')")
attempt("binascii.b2a_base64(b'')")
attempt('binascii.b2a_base64(bytes(range(256)))')
attempt("binascii.b2a_base64(None)")
attempt("binascii.b2a_base64(b'a', False)")
attempt("binascii.a2b_base64(b'YWJj')")
attempt("binascii.a2b_base64('YWJj\\n')")
attempt("binascii.a2b_base64(b'YQ==')")
attempt("binascii.a2b_base64(b'YQ=')")
attempt("binascii.a2b_base64(b'YQ')")
attempt("binascii.a2b_base64(b'Y')")
attempt("binascii.a2b_base64(b'')")
attempt("binascii.a2b_base64(b'Y W J j')")
attempt("binascii.a2b_base64(b'YW$Jj')")
attempt("binascii.a2b_base64(b'YQ==YQ==')")
attempt("binascii.a2b_base64(b'=YQ=')")
attempt("binascii.a2b_base64(b'YWJ')")
attempt("binascii.a2b_base64(b'YWJj', strict_mode=True)")
attempt("binascii.a2b_base64(b'YWJj\\n', strict_mode=True)")
attempt("binascii.a2b_base64(b'YQ==Y', strict_mode=True)")
attempt("binascii.a2b_base64(b'=', strict_mode=True)")
attempt("binascii.a2b_base64('é')")
attempt('binascii.a2b_base64(5)')
attempt("binascii.a2b_base64(b'YQ==  ')")
attempt("binascii.a2b_base64(b'Y=Q=')")
attempt("binascii.a2b_base64(b'YQ=', strict_mode=True)")
attempt("binascii.a2b_base64(b'YWJjZ')")
attempt("binascii.a2b_base64(b'====')")
attempt("binascii.a2b_base64(b'Y===')")
attempt("binascii.a2b_base64(b'AB==C')")
attempt("binascii.a2b_base64(b'-_')")
