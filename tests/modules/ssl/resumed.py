# expect: hand, because streams of Python classes under TLS are MicroPython's
# mps2: no, because it has no TLS
# A session is taken up again, and says so on both sides.
import ssl
from memory_pipe import connect, contexts

contexts = contexts(ssl.TLSVersion.TLSv1_2)
client, server = connect(*contexts)
print(client.session_reused, server.session_reused, server.session)
session = client.session
print(type(session).__name__, session.has_ticket, len(session.id))
client, server = connect(*contexts, session=session)
print(client.session_reused, server.session_reused)
server.write(b"as before")
print(client.read(9))
