# oom: no, because the main thread waits for what others do
# Threads that wait for sockets run beside each other.
import _thread, socket, time
server = socket.socket()
server.bind(("127.0.0.1", 0))
address = server.getsockname()
server.listen(5)
def serve(connection):
    while True:
        data = connection.recv(100)
        if not data:
            break
        connection.sendall(data.upper())
    connection.close()
def accept():
    for _ in range(4):
        _thread.start_new_thread(serve, (server.accept()[0],))
_thread.start_new_thread(accept, ())
out = []
def ask(n):
    s = socket.socket()
    s.connect(address)
    for i in range(5):
        s.sendall(b"ask %d %d" % (n, i))
        time.sleep(0.002 * n)
        out.append(s.recv(100))
    s.close()
for n in range(4):
    _thread.start_new_thread(ask, (n,))
while len(out) < 20:
    time.sleep(0.001)
for line in sorted(out)[::4]:
    print(line)
