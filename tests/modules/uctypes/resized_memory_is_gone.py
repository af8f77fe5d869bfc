# expect: hand, because CPython has no uctypes
import uctypes

data = bytearray(b"0123456789" * 10)
window = uctypes.bytearray_at(uctypes.addressof(data), 10)
print(window)
data.extend(bytes(100000))
for look in (lambda: window[0], lambda: str(window), lambda: window.__setitem__(0, 1)):
    try:
        look()
        print("still there")
    except (ValueError, IndexError):
        print("gone")
