import threading
for name in ("TIMEOUT_MAX", "ThreadError", "get_native_id", "currentThread", "activeCount", "ExceptHookArgs", "stack_size"):
    print(name, hasattr(threading, name))
print(threading.ThreadError is RuntimeError, threading.get_ident() == threading.current_thread().ident)
