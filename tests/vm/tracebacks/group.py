# exit: 1
# stderr-has:   + Exception Group Traceback (most recent call last):
# stderr-has:   | ExceptionGroup: two (2 sub-exceptions)
# stderr-has:   +-+---------------- 1 ----------------
# stderr-has:     | ValueError: first
# stderr-has:     +---------------- 2 ----------------
# stderr-has:     | Traceback (most recent call last):
# stderr-has:     | KeyError: 'k'
# stderr-has:     +------------------------------------
def make():
    try:
        raise KeyError("k")
    except KeyError as e:
        return e
raise ExceptionGroup("two", [ValueError("first"), make()])
