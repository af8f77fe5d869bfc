import threading
def work():
    pass
print(threading.current_thread().name, threading.main_thread() is threading.current_thread())
print(threading.Thread().name, threading.Thread(target=work).name, threading.Thread(name="mine").name)
t = threading.Thread(target=work)
t.name = 5
print(t.name, t.ident, t.daemon)
t.start()
t.join()
print(t.ident == t.native_id or type(t.native_id) is int, type(t.ident))
