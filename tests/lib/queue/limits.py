import queue
q = queue.Queue(2)
q.put(1)
q.put_nowait(2)
print(q.full())
def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except (queue.Full, queue.Empty, ValueError) as e:
        print(type(e).__name__, e)
attempt(q.put, 3, False)
attempt(q.put_nowait, 3)
attempt(q.put, 3, timeout=0.01)
attempt(q.put, 3, timeout=-1)
attempt(q.get)
attempt(q.get_nowait)
attempt(q.get_nowait)
attempt(q.get, timeout=0.01)
attempt(q.get, timeout=-1)
attempt(q.get, False)
