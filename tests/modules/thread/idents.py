# oom: no, because the main thread waits for what others do
import _thread, time
main = _thread.get_ident()
idents = []
def work():
    idents.append(_thread.get_ident())
started = [_thread.start_new_thread(work, ()) for _ in range(3)]
while len(idents) < 3:
    time.sleep(0.001)
print(main != 0, sorted(idents) == sorted(started), main in idents, type(main) is int)
