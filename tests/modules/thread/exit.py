import _thread, time
seen = []
def leave():
    try:
        _thread.exit()
    finally:
        seen.append("left")
def raise_exit():
    seen.append("raised")
    raise SystemExit(3)
_thread.start_new_thread(leave, ())
_thread.start_new_thread(raise_exit, ())
time.sleep(0.02)
print(sorted(seen))
try:
    _thread.exit()
except SystemExit as e:
    print(repr(e))
