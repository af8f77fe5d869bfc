# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# A key that both sides know takes the place of certificates, in both versions.
import ssl
from memory_pipe import connect, contexts

for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
    client, server = connect(*contexts(version))
    print(client.version(), server.version(), client.getpeercert())
    print(client.write(b"one\ntwo\n"), server.readline(), server.readline())
    server.write(b"back")
    print(client.read(4) or client.read(4))
    client.close()
    print(server.read(10))
