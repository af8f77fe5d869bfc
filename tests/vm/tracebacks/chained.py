# exit: 1
# stderr-has: ZeroDivisionError: division by zero
# stderr-has: During handling of the above exception, another exception occurred:
# stderr-has: KeyError: 'second'
# stderr-has: The above exception was the direct cause of the following exception:
# stderr-has: RuntimeError: third
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")
except KeyError as e:
    raise RuntimeError("third") from e
