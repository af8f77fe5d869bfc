# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# The first protocol of the server that the client offers is agreed on, or none.
import ssl
from memory_pipe import connect, contexts

for offered, known in (["http/1.1", "mqtt"], ["mqtt", "http/1.1"]), (["mqtt"], []), ([], ["mqtt"]):
    client, server = contexts(ssl.TLSVersion.TLSv1_2)
    client.set_alpn_protocols(offered)
    server.set_alpn_protocols(known)
    client, server = connect(client, server)
    print(client.selected_alpn_protocol(), server.selected_alpn_protocol())
client, server = contexts(ssl.TLSVersion.TLSv1_2)
client.set_alpn_protocols(["mqtt"])
server.set_alpn_protocols(["coap"])
try:
    connect(client, server)
except OSError as e:
    print(e)
