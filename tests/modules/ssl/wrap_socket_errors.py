# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# The errors of wrap_socket() for keys and certificates that cannot be read.
import io, ssl

KEY = bytes.fromhex("30770201010420")


def attempt(**options):
    try:
        ssl.wrap_socket(io.BytesIO(), **options)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


attempt(key=b"!")
attempt(key=KEY)
attempt(cert=b"!")
attempt(cadata=b"!")
attempt()
