# expect: hand, because the order is Krait's
# oom: no, because the main thread waits for what others do
# More threads wait for sockets than one set holds; the busy one does not hold them up.
import _thread, select, socket, time
pairs, out = [], []
receivers = []
for n in range(40):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(("127.0.0.1", 0))
    receivers.append(s)
def receive(n):
    out.append((n, receivers[n].recv(10)))
for n in range(40):
    _thread.start_new_thread(receive, (n,))
def busy():
    while len(out) < 40:
        pass
time.sleep(0.01)
_thread.start_new_thread(busy, ())
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for n in range(39, -1, -1):
    sender.sendto(b"%d" % n, receivers[n].getsockname())
while len(out) < 40:
    time.sleep(0.001)
print(sorted(out) == [(n, b"%d" % n) for n in range(40)])
