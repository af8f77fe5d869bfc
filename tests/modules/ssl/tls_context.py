# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# In the module tls the protocol has to be told; in ssl it need not be.
import ssl, tls

try:
    tls.SSLContext()
except TypeError as e:
    print(e)
print(tls.SSLContext(tls.PROTOCOL_TLS_SERVER).protocol, isinstance(tls.SSLContext(0), ssl.SSLContext))
print(ssl.SSLContext().check_hostname)
for wrong in (4, -1):
    try:
        tls.SSLContext(wrong)
    except ValueError as e:
        print(e)
context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
for value in (None, print):
    context.verify_callback = value
    print(context.verify_callback is value)
try:
    context.verify_callback = 5
except TypeError as e:
    print(e)
