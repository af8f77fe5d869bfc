# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# The key and its name are told to the context once both are there.
import ssl

context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
print(context.psk_identity, context.psk_key, context.server_psk_keys)
context.psk_key = "text is taken as UTF-8"
context.psk_identity = bytearray(b"name")
print(context.psk_identity, context.psk_key)
context.psk_key = b"another"
print(context.psk_key)
for name, value in (("psk_key", b"x" * 49), ("psk_key", 5), ("psk_identity", b"")):
    try:
        setattr(context, name, value)
    except (OSError, TypeError) as e:
        print(name, type(e).__name__)
context.psk_identity = None
print(context.psk_identity)
