import threading
def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook
def fail():
    raise ValueError("no")
def leave():
    raise SystemExit
for f in (fail, leave):
    t = threading.Thread(target=f, name="worker")
    t.start()
    t.join()
