import gc

seen = []


def note(phase, info):
    seen.append((phase, sorted(info)))


def bad(phase, info):
    raise ValueError("not heard")


gc.callbacks.append(note)
gc.collect()
print(seen)
gc.callbacks.remove(note)
gc.collect()
print(len(seen), gc.callbacks)
