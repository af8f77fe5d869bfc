# Numbers, texts and plain containers cannot be referred to weakly.
import weakref
for value in 1, 2**100, 1.5, "text" * 9, b"bytes" * 9, (1, 2), [1], {1: 2}, None, True, ...:
    try:
        weakref.ref(value)
        print("made")
    except TypeError as e:
        print(e)
