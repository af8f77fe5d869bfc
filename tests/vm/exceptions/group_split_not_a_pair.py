# expect: hand (CPython 3.12.1 crashes)
class Odd(ExceptionGroup):
    def split(self, condition):
        return self.answer


for answer in 5, (), (None,):
    try:
        try:
            group = Odd("x", [ValueError()])
            group.answer = answer
            raise group
        except* ValueError:
            print("not reached")
    except TypeError:
        print("TypeError")
