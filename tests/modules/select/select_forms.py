# mps2: no, because it has no network
# select() takes sequences of sockets or of numbers, waits as long as it is told, and gives lists.
import select, socket, time

a, b = socket.socketpair()
print(select.select([a, b], [], [], 0))
print([len(x) for x in select.select((a, b), (a, b), (), 0)])
a.send(b"x")
print([x == [b] for x in select.select([a, b], [], [], 1)][0])
r, w, x = select.select([b.fileno()], [a.fileno()], [], 1)
print(r == [b.fileno()], w == [a.fileno()], x)
began = time.time()
print(select.select([a], [], [], 0.05), time.time() - began >= 0.045)
b.recv(1)
b.close()
print(select.select([a], [], [], None)[0] == [a], a.recv(1))
for wrong in (lambda: select.select([a], [], [], "1"), lambda: select.select(5, [], [])):
    try:
        wrong()
    except TypeError:
        print("TypeError")
try:
    select.select([-1], [], [], 0)
except ValueError:
    print("ValueError")
