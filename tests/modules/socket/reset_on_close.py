# mps2: no, because it has no network
# With SO_LINGER of 0 seconds, close() resets the connection.
import errno, socket, struct

listener = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(listener.getsockname())
server, _ = listener.accept()
client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
client.close()
try:
    server.recv(1)
except ConnectionResetError as e:
    print(e.errno == errno.ECONNRESET)
