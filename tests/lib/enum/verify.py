from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, IntEnum, verify


def check(*checks):
    def run(make):
        try:
            verify(*checks)(make())
            print("fine")
        except ValueError as e:
            print(e)
    return run


check(UNIQUE)(lambda: Enum("E", {"a": 1, "b": 1}))
check(CONTINUOUS)(lambda: IntEnum("E", {"a": 1, "b": 4}))
check(CONTINUOUS)(lambda: Flag("E", {"a": 1, "b": 4}))
check(NAMED_FLAGS)(lambda: Flag("E", {"a": 1, "b": 7}))
check(NAMED_FLAGS)(lambda: Flag("E", {"a": 1, "b": 2, "c": 3}))
check(UNIQUE, CONTINUOUS)(lambda: Enum("E", "a b"))
